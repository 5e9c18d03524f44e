"""What Whoosh's table of contents keeps of our segments.

Apart from the codec, because a search reads the table and never writes: this module costs almost
nothing to import. The table is a pickle: the class is found again by its name.
"""

from __future__ import annotations

from array import array
from binascii import crc32
from collections.abc import Iterator
from typing import Any

from whoosh.fields import STORED, Schema
from whoosh.index import TOC
from whoosh.util import random_name

from searcher.engines.whoosh_file import Damaged, SegmentParts
from searcher.engines.whoosh_segment import Segment

INDEX_NAME = "MAIN"
EXTENSION = ".srw"
_ATTEMPTS = 10

FIELD = "record"
SCHEMA = Schema(**{FIELD: STORED})
"""What Whoosh goes by where it works for us: a document is one value. The schema in the table is
another (see `whoosh_fields`), for other programs; given this one, Whoosh does not load it."""


class SegmentEntry:
    """One segment, with the methods that Whoosh's writer asks of one; `commit` names the last
    commit of which it knows."""

    commit = ""

    def __init__(self, indexname: str) -> None:
        self.indexname = indexname
        self.segid: str = random_name(size=16)
        self._size = 0
        self._deleted: set[int] = set()

    def __getstate__(self) -> tuple[str, str, int, str, bytes, int]:
        deleted = array("I", sorted(self._deleted)).tobytes()
        state = (self.indexname, self.segid, self._size, self.commit, deleted)
        return *state, crc32(repr(state).encode())

    def __setstate__(self, state: tuple[str, str, int, str, bytes, int]) -> None:
        *known, check = state
        if crc32(repr(tuple(known)).encode()) != check:
            raise Damaged("an entry of the table of contents is damaged")
        self.indexname, self.segid, self._size, self.commit, deleted, _ = state
        self._deleted = set(array("I", deleted))

    def segment_id(self) -> str:
        return f"{self.indexname}_{self.segid}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SegmentEntry) and other.segid == self.segid

    def __hash__(self) -> int:
        return hash(self.segid)

    def codec(self) -> Any:
        """What other programs read the segment with, through Whoosh."""
        from searcher.engines.whoosh_codec import RecordsCodec

        return RecordsCodec()

    def is_compound(self) -> bool:
        return False

    def make_filename(self, extension: str) -> str:
        return self.segment_id() + extension

    def should_assemble(self) -> bool:
        return False

    def set_doc_count(self, size: int) -> None:
        self._size = size

    def doc_count_all(self) -> int:
        return self._size

    def doc_count(self) -> int:
        return self._size - len(self._deleted)

    def has_deletions(self) -> bool:
        return bool(self._deleted)

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        return iter(self._deleted)

    def is_deleted(self, number: int) -> bool:
        return number in self._deleted

    def delete_document(self, number: int, delete: bool = True) -> None:
        if delete:
            self._deleted.add(number)
        else:
            self._deleted.discard(number)

    def open(self, storage: Any) -> Segment:
        """The segment, ready to be searched."""
        name = self.make_filename(EXTENSION)
        parts = SegmentParts(storage.open_file(name), storage.file_length(name))
        return Segment(parts, self._size, set(self._deleted))


def read_table(storage: Any) -> list[SegmentEntry]:
    """The segments of the last commit."""
    attempts = _ATTEMPTS
    while True:
        attempts -= 1
        try:
            segments: list[SegmentEntry] = TOC.read(storage, INDEX_NAME, schema=SCHEMA).segments
            return segments
        except FileNotFoundError:
            # A writer may put a newer table in place between our finding this one and opening it.
            if not attempts:
                raise


def open_segments(storage: Any) -> list[Segment]:
    """The segments of the last commit, ready to be searched."""
    attempts = _ATTEMPTS
    while True:
        attempts -= 1
        opened: list[Segment] = []
        try:
            for each in read_table(storage):
                if each.doc_count_all():
                    opened.append(each.open(storage))
            return opened
        except BaseException as error:
            for segment in opened:
                segment.close()
            # A writer may take files away between our reading of the table and of them.
            if not isinstance(error, FileNotFoundError) or not attempts:
                raise
