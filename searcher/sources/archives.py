"""What lies behind a file's bytes: compression, archives, and kinds that are not text."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from searcher.errors import InputError

Opener = Callable[[], BinaryIO]


def read_up_to(opener: Opener, size: int) -> bytes:
    """The first bytes of what an opener opens, as many as there are up to `size`."""
    pieces: list[bytes] = []
    with opener() as stream:
        while size > 0 and (data := stream.read(size)):
            pieces.append(data)
            size -= len(data)
    return b"".join(pieces)


MAX_RATIO = 250
"""How many times its own size a file may expand to; what people keep stays under 50."""

FREE_EXPANSION = 64 << 20
"""Expansion up to so many bytes is never a bomb."""

SMALL_MEMBER = 8 << 20
"""A member of a tar up to this size is kept in memory, so that the archive is read once."""

INNER_ARCHIVE = 256 << 20
"""The largest archive that is read out of another one (it has to be held in memory)."""

_COMPRESSIONS = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_NOT_TEXT = (
    (0, b"%!PS", "a PostScript file", "save its text instead"),
    (0, b"%PDF", "a PDF", "save its text, or the record from PubMed, instead"),
    (0, b"\xd0\xcf\x11\xe0", "an Outlook message or an old Office file", "save it as plain text"),
    (0, b"{\\rtf", "an RTF document", "save it as plain text"),
    (0, b"\x89PNG", "a PNG image", ""),
    (0, b"\xff\xd8\xff", "a JPEG image", ""),
    (0, b"GIF8", "a GIF image", ""),
    (0, b"II*\0", "a TIFF image", ""),
    (0, b"MM\0*", "a TIFF image", ""),
    (8, b"WEBP", "a WebP image", ""),
    (4, b"ftyp", "a video or audio file", ""),
    (0, b"SQLite format 3\0", "an SQLite database", ""),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "extract it first"),
    (0, b"Rar!", "a RAR archive", "extract it first"),
    (0, b"\x7fELF", "a program", ""),
    (0, b"MZ\x90\0", "a program", ""),
)
_OFFICE = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
)
# What the standard library raises on damaged archives, of which only some is documented.
_ARCHIVE_ERRORS = (
    *(OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, struct.error),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")


def compression_of(start: bytes) -> str | None:
    """ "gzip", "bzip2", "xz" or "zstd", by the first bytes, else None."""
    return next((name for magic, name in _COMPRESSIONS if start.startswith(magic)), None)


def archive_of(start: bytes) -> str | None:
    """ "zip" or "tar", by the first bytes, else None."""
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return "tar" if start[257:262] == b"ustar" else None


def refuse_binary(path: str, start: bytes) -> None:
    """Raise InputError, saying what it is, where the first bytes are not those of a text."""
    for offset, magic, kind, advice in _NOT_TEXT:
        if start.startswith(magic, offset):
            raise InputError(path, f"is {kind}, not text" + (f"; {advice}" if advice else ""))
    sample = start[:8192]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * 0.05:
        raise InputError(path, "is a binary file, not text")


class Inflated(io.RawIOBase):
    """The bytes behind a compressed stream, in bounded memory and up to MAX_RATIO.

    All that can be decompressed is handed out before a damaged or cut end raises InputError.
    """

    def __init__(self, path: str, compressed: BinaryIO, compression: str) -> None:
        self._path = path
        self._source = compressed
        self._new = _decompressors(path)[compression]
        self._decompressor = self._new()
        self._input = b""
        self._ended = False
        self._read = self._given = 0

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._source.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._next(len(buffer))
        except _ARCHIVE_ERRORS as error:
            raise InputError(self._path, f"is damaged: {_said(error)}") from error
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > FREE_EXPANSION and self._given > MAX_RATIO * self._read:
            raise InputError(self._path, f"expands to more than {MAX_RATIO} times its size")
        return len(data)

    def _next(self, size: int) -> bytes:
        while True:
            if self._decompressor.eof:
                self._input = self._decompressor.unused_data.lstrip(b"\0") or self._more()
                if not self._input:
                    return b""
                if not compression_of(self._input) and len(self._input) > 6:
                    return b""  # something else follows, as tape padding does
                self._decompressor = self._new()
            elif not self._input and self._decompressor.needs_input:
                self._input = self._more()
                self._ended = not self._input
            data = self._decompressor.decompress(self._input, size)
            self._input = b""
            if data:
                return cast(bytes, data)
            if self._ended and not self._decompressor.eof:
                raise InputError(self._path, "is cut short: its compressed data has no end")

    def _more(self) -> bytes:
        data = self._source.read(1 << 16)
        self._read += len(data)
        return data


class _Gzip:
    """zlib's decompressor with the interface of those of bz2 and lzma."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._zlib.unconsumed_tail

    def decompress(self, data: bytes, size: int) -> bytes:
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, size)


def _decompressors(path: str) -> dict[str, Callable[[], Any]]:
    def zstd() -> Any:
        try:
            from compression.zstd import ZstdDecompressor  # type: ignore[import-not-found]
        except ImportError as error:
            reason = "is compressed with zstd, which needs Python 3.14; decompress it first"
            raise InputError(path, reason) from error
        return ZstdDecompressor()

    return {
        "gzip": _Gzip,
        "bzip2": bz2.BZ2Decompressor,
        "xz": lzma.LZMADecompressor,
        "zstd": zstd,
    }


def zip_members(path: str, stream: BinaryIO) -> Iterator[tuple[str, Opener]]:
    """The files in a zip, in its order, each with what opens it.

    Raises InputError for an office document, a damaged archive or one that expands too far.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except _ARCHIVE_ERRORS as error:
        stream.close()
        raise InputError(path, f"is a damaged zip archive: {_said(error)}") from error
    with stream, archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        for folder, kind in _OFFICE:
            if any(info.filename.startswith(folder) for info in members):
                raise InputError(path, f"is {kind}, not text; save it as plain text")
        if any(info.filename == "mimetype" for info in members[:1]):
            raise InputError(path, "is an OpenDocument or EPUB file, not text; save it as text")
        for info in members:
            yield info.filename, _zip_opener(f"{path}!{info.filename}", archive, info)


def _zip_opener(path: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Opener:
    def open_member() -> BinaryIO:
        if info.flag_bits & 1:
            raise InputError(path, "is encrypted")
        expands = info.file_size > MAX_RATIO * info.compress_size
        if expands and info.file_size > FREE_EXPANSION:
            raise InputError(path, f"expands to more than {MAX_RATIO} times its size")
        try:
            return cast(BinaryIO, Guarded(path, cast(BinaryIO, archive.open(info))))
        except _ARCHIVE_ERRORS as error:
            raise InputError(path, f"cannot be read: {_said(error)}") from error

    return open_member


def tar_members(path: str, opener: Opener) -> Iterator[tuple[str, Opener]]:
    """The regular files in a tar, in its order, each with what opens it; raises InputError."""
    for number, info, member in _tar_files(path, opener):
        if info.size <= SMALL_MEMBER:
            yield info.name, _in_memory(member.read())
        else:
            yield info.name, _nth_of_tar(path, opener, number)


def _tar_files(path: str, opener: Opener) -> Iterator[tuple[int, tarfile.TarInfo, BinaryIO]]:
    try:
        with opener() as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, info in enumerate(archive):
                if info.isreg() and not info.issparse():
                    member = cast(BinaryIO, archive.extractfile(info))
                    guarded = Guarded(f"{path}!{info.name}", member)
                    yield number, info, cast(BinaryIO, guarded)
    except _ARCHIVE_ERRORS as error:
        raise InputError(path, f"is a damaged tar archive: {_said(error)}") from error


def _in_memory(data: bytes) -> Opener:
    return lambda: io.BytesIO(data)


def _nth_of_tar(path: str, opener: Opener, wanted: int) -> Opener:
    def open_member() -> BinaryIO:
        # The generator lives as long as the member that is read through it.
        members = _tar_files(path, opener)
        for number, info, member in members:
            if number == wanted:
                return cast(BinaryIO, Guarded(f"{path}!{info.name}", member, members))
        raise InputError(path, "has changed while it was read")

    return open_member


class Guarded(io.RawIOBase):
    """A stream whose failures are InputErrors about `path`; keeps `owner` alive."""

    def __init__(self, path: str, stream: BinaryIO, owner: object = None) -> None:
        self._path = path
        self._stream = stream
        self._owner = owner

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._stream.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except _ARCHIVE_ERRORS as error:
            raise InputError(self._path, f"cannot be read: {_said(error)}") from error
        buffer[: len(data)] = data
        return len(data)


def _said(error: BaseException) -> str:
    """What a foreign error says, as part of one line."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split()).lower() or type(error).__name__
