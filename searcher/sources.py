"""Walks paths, reads, decompresses and decodes files; knows no formats."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from searcher import archives
from searcher.archives import Inflated, Opener
from searcher.decoding import Decoder, encoding_of
from searcher.document import Document
from searcher.errors import InputError, UsageError

HEAD_BYTES = 64 << 10
BLOCK_BYTES = 1 << 20

PAGE_LIMIT = 8 << 20
"""Characters of the largest text that `Document.text` returns whole."""

LINE_LIMIT = 8 << 20
"""Characters of the longest line that `Document.lines` returns."""


class FileStat(NamedTuple):
    """A file that can be read, with what tells whether it has changed."""

    path: str
    size: int
    mtime_ns: int
    inode: int


def walk(paths: Iterable[str | Path], on_error: Callable[[InputError], None]) -> Iterator[FileStat]:
    """All files under the given directories, and the given files, each once, in no order.

    Names that begin with a dot are passed over, unless they are given. Links are followed last,
    and what they lead to is known by its real path. Raises UsageError before anything is yielded
    when a path does not exist; what cannot be read is reported to `on_error`.
    """
    given = [os.fspath(path) for path in paths]
    for path in given:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or directory")
    found = walk_bytes([os.fsencode(path) for path in given], on_error)
    return (
        FileStat(os.fsdecode(path), info.st_size, info.st_mtime_ns, info.st_ino)
        for path, info in found
    )


def walk_bytes(
    paths: Iterable[bytes], on_error: Callable[[InputError], None]
) -> Iterator[tuple[bytes, os.stat_result]]:
    """`walk` for those who pass hundreds of thousands of files and look at few of them."""
    return _Walk(list(paths), on_error).run()


class _Walk:
    """One walk: the paths still to be gone through, and what has been seen."""

    def __init__(self, given: list[bytes], on_error: Callable[[InputError], None]) -> None:
        self._directories: list[bytes] = []
        self._others = given
        self._on_error = on_error
        self._visited: set[tuple[int, int]] = set()
        self._met: set[bytes] = set()

    def run(self) -> Iterator[tuple[bytes, os.stat_result]]:
        while self._others:
            others, self._others = self._others, []
            files = [path for path in others if not self._is_directory(path)]
            while self._directories:
                yield from self._directory(self._directories.pop())
            for path in files:
                yield from self._file(path)

    def _is_directory(self, path: bytes) -> bool:
        found = Path(os.fsdecode(path))
        if found.is_dir():
            self._directories.append(os.path.realpath(path) if found.is_symlink() else path)
            return True
        return False

    def _directory(self, path: bytes) -> Iterator[tuple[bytes, os.stat_result]]:
        """The files of one directory; those below it, and links, are left for later."""
        try:
            info = Path(os.fsdecode(path)).stat()
            if (info.st_dev, info.st_ino) in self._visited:
                return
            self._visited.add((info.st_dev, info.st_ino))
            with os.scandir(path) as found:
                for entry in found:  # a hundred thousand times
                    if entry.name[0] == 46:  # a dot
                        continue
                    if not entry.is_file(follow_symlinks=False):
                        self._other(entry)
                        continue
                    try:
                        info = entry.stat(follow_symlinks=False)
                    except OSError as error:
                        self._fail(entry.path, error)
                        continue
                    yield entry.path, info
        except OSError as error:
            self._fail(path, error)

    def _other(self, entry: os.DirEntry[bytes]) -> None:
        if entry.is_symlink():
            self._others.append(entry.path)
        elif entry.is_dir():
            self._directories.append(entry.path)
        else:
            self._on_error(_no_file(entry.path))

    def _file(self, path: bytes) -> Iterator[tuple[bytes, os.stat_result]]:
        """A file that was given or linked to, unless it has been met in its directory."""
        try:
            given = Path(os.fsdecode(path))
            real = Path(os.path.realpath(given)) if given.is_symlink() else given
            info, above = real.stat(), real.parent.stat()
        except OSError as error:
            self._fail(path, error)
            return
        met = (above.st_dev, above.st_ino) in self._visited and not real.name.startswith(".")
        if met or bytes(real) in self._met:
            return
        self._met.add(bytes(real))
        if stat.S_ISREG(info.st_mode):
            yield bytes(real), info
        else:
            self._on_error(_no_file(path))

    def _fail(self, path: bytes, error: OSError) -> None:
        self._on_error(InputError(os.fsdecode(path), _reason(error)))


def _no_file(path: bytes) -> InputError:
    return InputError(os.fsdecode(path), "is neither a file nor a directory")


def documents(path: str) -> Iterator[Document]:
    """The readable inputs in one file: itself decompressed, or the members of an archive.

    Raises InputError where the file as a whole cannot be read. A member that cannot be is
    yielded all the same: its `head` and its methods raise the InputError, the others go on.
    """
    return _expand(path, lambda: _open(path), layers=())


def _expand(path: str, opener: Opener, layers: tuple[str, ...]) -> Iterator[Document]:
    start = _read_start(opener)
    if not start.strip():
        raise InputError(path, "holds nothing but white space" if start else "is empty")
    compression = archives.compression_of(start)
    archive = archives.archive_of(start)
    if compression:
        if layers[-1:] == ("compressed",):
            raise InputError(path, "is compressed twice; decompress it first")
        inflate = _inflater(path, opener, compression)
        yield from _expand(path, inflate, (*layers, "compressed"))
    elif archive:
        if layers.count("archive") > 1:
            raise InputError(path, "is an archive in an archive in an archive; extract it first")
        yield from _members(path, opener, archive, (*layers, "archive"))
    else:
        encoding = encoding_of(start)
        if not encoding.startswith(("utf-16", "utf-32")):
            archives.refuse_binary(path, start)
        yield FileDocument(path, opener, start, encoding)


def _members(
    path: str, opener: Opener, archive: str, layers: tuple[str, ...]
) -> Iterator[Document]:
    if archive == "tar":
        members = archives.tar_members(path, opener)
    else:
        members = archives.zip_members(path, _seekable(path, opener, nested=len(layers) > 1))
    empty = True
    for name, member in members:
        parts = name.split("/")
        if any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX":
            continue
        empty = False
        try:
            yield from _expand(f"{path}!{name}", member, layers)
        except InputError as error:
            yield Unreadable(error)
    if empty:
        raise InputError(path, "is an archive without files")


def _seekable(path: str, opener: Opener, nested: bool) -> BinaryIO:
    if not nested:
        return _open(path)
    with opener() as stream:
        data = bytearray()
        while block := stream.read(BLOCK_BYTES):
            data += block
            if len(data) > archives.INNER_ARCHIVE:
                raise InputError(path, "is too large for an archive in an archive; extract it")
    return io.BytesIO(data)


def _inflater(path: str, opener: Opener, compression: str) -> Opener:
    return lambda: cast(BinaryIO, Inflated(path, opener(), compression))


def _open(path: str) -> BinaryIO:
    try:
        return cast(BinaryIO, _Plain(path))
    except OSError as error:
        raise InputError(path, _reason(error)) from error


class _Plain(io.FileIO):
    """A file whose failing reads are InputErrors."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._path = path

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(-1 if size is None else size) or b""
        except OSError as error:
            raise InputError(self._path, _reason(error)) from error


def _read_start(opener: Opener) -> bytes:
    with opener() as stream:
        start = b""
        while len(start) < HEAD_BYTES:
            data = stream.read(HEAD_BYTES - len(start))
            if not data:
                break
            start += data
        return start


class FileDocument:
    """One readable input: bytes that can be opened again, and the encoding of their text."""

    def __init__(self, path: str, opener: Opener, start: bytes, encoding: str) -> None:
        self.path = path
        self.replaced = 0
        self._encoding = encoding
        whole = len(start) < HEAD_BYTES
        self._open = (lambda: io.BytesIO(start)) if whole else opener
        self.head = Decoder(encoding).decode(start, final=whole)

    def binary(self) -> BinaryIO:
        return self._open()

    def blocks(self) -> Iterator[str]:
        decoder = Decoder(self._encoding)
        self.replaced = 0
        with self._open() as stream:
            while data := stream.read(BLOCK_BYTES):
                text = decoder.decode(data)
                self.replaced = decoder.replaced
                if text:
                    yield text
        text = decoder.decode(b"", final=True)
        self.replaced = decoder.replaced
        if text:
            yield text

    def text(self) -> str:
        size, blocks = 0, []
        for block in self.blocks():
            blocks.append(block)
            size += len(block)
            if size > PAGE_LIMIT:
                reason = f"is larger than the {PAGE_LIMIT >> 20} MB that one page may have"
                raise InputError(self.path, reason)
        return "".join(blocks)

    def lines(self) -> Iterator[str]:
        rest, number = "", 0
        for block in self.blocks():
            lines = (rest + block).split("\n")
            rest = lines.pop()
            number += len(lines)
            yield from lines
            if len(rest) > LINE_LIMIT:
                reason = f"line {number + 1} is longer than {LINE_LIMIT >> 20} MB"
                raise InputError(self.path, reason)
        if rest:
            yield rest


class Unreadable:
    """A member of an archive that cannot be read; whatever is asked of it raises the reason."""

    def __init__(self, error: InputError) -> None:
        self.path = error.path
        self.replaced = 0
        self._error = error

    @property
    def head(self) -> str:
        raise self._error

    def binary(self) -> BinaryIO:
        raise self._error

    def blocks(self) -> Iterator[str]:
        raise self._error

    def text(self) -> str:
        raise self._error

    def lines(self) -> Iterator[str]:
        raise self._error


def _reason(error: OSError) -> str:
    known = {
        PermissionError: "cannot be read: permission denied",
        FileNotFoundError: "cannot be read: it is gone, or a link to nothing",
        IsADirectoryError: "is a directory",
    }
    said = (error.strerror or type(error).__name__).lower()
    return known.get(type(error), f"cannot be read: {said}")
