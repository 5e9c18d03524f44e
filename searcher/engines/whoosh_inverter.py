"""From records to posting lists: terms gathered in memory, and lists of several sources merged."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from searcher.engines.whoosh_dictionary import DictionaryWriter, Entry
from searcher.engines.whoosh_encoding import FieldTerms
from searcher.engines.whoosh_postings import WIDE, Postings, join, pack, renumber

_NO_POSITIONS = memoryview(b"").cast("H")


class _Gathered:
    """One term of one field, document after document."""

    __slots__ = ("counts", "ids", "positions")

    def __init__(self) -> None:
        self.ids = array("I")
        self.counts: bytearray | array[int] = bytearray()
        self.positions = bytearray()


class _FieldBuffer(dict[str, _Gathered]):
    """The terms of one field; positions of all of them are wide as soon as one document's are."""

    wide = False

    def __missing__(self, term: str) -> _Gathered:
        found = self[term] = _Gathered()
        return found

    def add(self, number: int, field: FieldTerms) -> None:
        positions: Iterable[bytes] = field.positions
        if field.wide and not self.wide:
            self.wide = True
            for held in self.values():
                held.positions = bytearray(_widen(held.positions))
        elif self.wide and not field.wide:
            positions = map(_widen, positions)
        size = 4 if self.wide else 2
        for term, places in zip(field.terms, positions, strict=True):
            held = self[term]
            held.ids.append(number)
            if places:
                held.positions += places
                try:
                    held.counts.append(len(places) // size)
                except ValueError:  # more than fits into a byte
                    held.counts = array("I", list(held.counts))
                    held.counts.append(len(places) // size)

    def entries(self) -> Iterator[Entry]:
        """Every term with its posting list, ascending."""
        for term in sorted(self):
            held = self[term]
            flags, data = pack(held.ids, held.counts, bytes(held.positions), self.wide)
            yield Entry(term.encode("utf-8", "surrogatepass"), len(held.ids), flags, data)


def _widen(positions: bytes | bytearray) -> bytes:
    return array("I", memoryview(positions).cast("H")).tobytes()


class Inverter:
    """Gathers the terms of documents that come in ascending order of number."""

    def __init__(self) -> None:
        self._fields: dict[str, _FieldBuffer] = {}

    def add(self, number: int, fields: Iterable[FieldTerms]) -> None:
        for field in fields:
            buffer = self._fields.get(field.field)
            if buffer is None:
                buffer = self._fields[field.field] = _FieldBuffer()
            buffer.add(number, field)

    def names(self) -> list[str]:
        return list(self._fields)

    def entries(self, field: str) -> Iterator[Entry]:
        """The field's posting lists, ascending by term."""
        buffer = self._fields.get(field)
        return buffer.entries() if buffer else iter(())


class Source(NamedTuple):
    """Posting lists that go into a new segment, and where their documents go.

    numbers: the new number of each document by its old one, -1 for those that stay behind;
    None when all are kept, each `base` further.
    """

    entries: Iterator[Entry]
    base: int = 0
    numbers: Sequence[int] | None = None


def write_field(writer: DictionaryWriter, field: str, sources: Sequence[Source]) -> None:
    """Merge one field's posting lists; sources come in the order of their new numbers."""
    if len(sources) == 1 and not sources[0].base and sources[0].numbers is None:
        for entry in sources[0].entries:
            writer.add(entry)
    else:
        streams = [_tagged(index, source) for index, source in enumerate(sources)]
        for _, group in groupby(merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
            found = [(entry, sources[index]) for _, index, entry in group]
            merged = _merged(found)
            if merged is not None:
                writer.add(merged)
    writer.finish_field(field)


def _tagged(index: int, source: Source) -> Iterator[tuple[bytes, int, Entry]]:
    return ((entry.term, index, entry) for entry in source.entries)


def _merged(found: list[tuple[Entry, Source]]) -> Entry | None:
    """One term of all sources that hold it, or None when no document of it is left."""
    parts: list[tuple[int, Postings]] = []
    for entry, source in found:
        postings = entry.postings()
        if source.numbers is not None:
            numbers = source.numbers
            kept = [number for number in postings.ids if numbers[number] >= 0]
            postings = renumber(postings, kept, numbers)
        parts.append((source.base, postings))
    whole = join(parts)
    if not whole.ids:
        return None
    wide = any(entry.flags & WIDE for entry, _ in found)
    positions = array("I" if wide else "H", whole.positions).tobytes()
    flags, data = pack(whole.ids, whole.counts, positions, wide)
    return Entry(found[0][0].term, len(whole.ids), flags, data)
