"""Reads, decompresses and decodes files; knows no formats."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeVar, cast

from searcher.document import Document
from searcher.errors import InputError
from searcher.sources import archives
from searcher.sources.archives import Inflated, Opener, read_up_to
from searcher.sources.decoding import Decoder, encoding_of
from searcher.sources.messages import is_message, read_message
from searcher.sources.walking import is_hidden, reason_of

HEAD_BYTES = 64 << 10
BLOCK_BYTES = 64 << 10
"""What is decoded at once: small enough to stay in the processor's cache."""

PAGE_LIMIT = 8 << 20
"""Characters of the largest text that `Document.text` returns whole."""

LINE_LIMIT = 8 << 20
"""Characters of the longest line that `Document.lines` returns."""

_Text = TypeVar("_Text", str, list[str])


def documents(path: str) -> Iterator[Document]:
    """The readable inputs in one file: itself decompressed, or the members of an archive.

    Raises InputError where the file as a whole cannot be read. A member that cannot be is
    yielded all the same: its `head` and its methods raise the InputError, the others go on.
    """
    return _expand(path, lambda: _open(path), layers=())


def _expand(path: str, opener: Opener, layers: tuple[str, ...]) -> Iterator[Document]:
    start = read_up_to(opener, HEAD_BYTES)
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
    elif is_message(start):
        page, encoding = read_message(path, opener)
        yield FileDocument(path, lambda: io.BytesIO(page), page[:HEAD_BYTES], encoding)
    else:
        encoding = text_encoding(path, start)
        document = FileDocument(path, opener, start, encoding)
        if len(start) < HEAD_BYTES and not document.head.strip():
            raise InputError(path, "holds nothing but white space")  # and a mark of its encoding
        yield document


def text_encoding(path: str, start: bytes) -> str:
    """The encoding of a file that begins so; raises InputError where it is no text."""
    encoding = encoding_of(start)
    if not encoding.startswith(("utf-16", "utf-32")):
        archives.refuse_binary(path, start)
    return encoding


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
        if any(map(is_hidden, parts)) or parts[0] == "__MACOSX":
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
        raise InputError(path, reason_of(error)) from error


class _Plain(io.FileIO):
    """A file whose failing reads are InputErrors."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._path = path

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(-1 if size is None else size) or b""
        except OSError as error:
            raise InputError(self._path, reason_of(error)) from error


class FileDocument:
    """One readable input: bytes that can be opened again, and the encoding of their text."""

    def __init__(self, path: str, opener: Opener, start: bytes, encoding: str) -> None:
        self.path = path
        self.replaced = 0
        self._encoding = encoding
        self._whole = len(start) < HEAD_BYTES
        self._open = (lambda: io.BytesIO(start)) if self._whole else opener
        decoder = Decoder(encoding)
        self.head = decoder.decode(start, final=self._whole)
        self._replaced_in_head = decoder.replaced

    def blocks(self) -> Iterator[str]:
        return filter(None, self._read(Decoder.decode))

    def _read(self, decode: Callable[[Decoder, bytes, bool], _Text]) -> Iterator[_Text]:
        decoder = Decoder(self._encoding)
        self.replaced = 0
        with self._open() as stream:
            while data := stream.read(BLOCK_BYTES):
                text = decode(decoder, data, False)
                self.replaced = decoder.replaced
                yield text
        text = decode(decoder, b"", True)
        self.replaced = decoder.replaced
        yield text

    def text(self) -> str:
        if self._whole:
            self.replaced = self._replaced_in_head
            return self.head
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
        for lines in self._read(Decoder.decode_lines):
            lines[0] = rest + lines[0]
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

    def blocks(self) -> Iterator[str]:
        raise self._error

    def text(self) -> str:
        raise self._error

    def lines(self) -> Iterator[str]:
        raise self._error
