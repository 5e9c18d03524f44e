"""Posting lists of several sources merged into one segment's, and which segments are merged."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from searcher.engines.whoosh_dictionary import BLOCK, HEAD, SEPARATOR, PackedTerm, checksum
from searcher.engines.whoosh_file import Place, SegmentFile
from searcher.engines.whoosh_postings import WIDE, first_number, pack, renumber, shift, unpack


class DictionaryWriter:
    """Takes the fields one after another, and the terms of each in ascending order."""

    def __init__(self, file: SegmentFile) -> None:
        self._file = file
        self._pending: list[PackedTerm] = []
        self._first_terms: list[bytes] = []
        self._places: list[Place] = []

    def add(self, entry: PackedTerm) -> None:
        self._pending.append(entry)
        if len(self._pending) == BLOCK:
            self._flush()

    def finish_field(self, field: str) -> None:
        """Close the field whose terms have been added since the last one."""
        self._flush()
        if self._places:
            index = (SEPARATOR.join(self._first_terms), tuple(self._places))
            self._file.add(f"terms {field}", marshal.dumps(index))
        self._first_terms = []
        self._places = []

    def _flush(self) -> None:
        entries = self._pending
        if not entries:
            return
        self._pending = []
        terms, sizes, flags, lists = zip(*entries, strict=True)
        start = self._file.write(b"".join(lists))[0]
        parts = (
            HEAD.pack(start, len(entries)),
            array("I", sizes).tobytes(),
            array("I", list(map(len, lists))).tobytes(),
            array("H", list(map(checksum, lists))).tobytes(),
            bytes(flags),
            SEPARATOR.join(terms),
        )
        self._first_terms.append(terms[0])
        self._places.append(self._file.write(b"".join(parts)))


class Source(NamedTuple):
    """Posting lists that go into a new segment, and where their documents go.

    numbers: the new number of each document by its old one, -1 for those that stay behind;
    None when all are kept, each `base` further.
    """

    entries: Iterator[PackedTerm]
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
            merged = _merged([(entry, sources[index]) for _, index, entry in group])
            if merged is not None:
                writer.add(merged)
    writer.finish_field(field)


def _tagged(index: int, source: Source) -> Iterator[tuple[bytes, int, PackedTerm]]:
    return ((entry[0], index, entry) for entry in source.entries)


def _merged(found: list[tuple[PackedTerm, Source]]) -> PackedTerm | None:
    """One term of all sources that hold it, or None when no document of it is left."""
    (term, size, flags, data), source = found[0]
    if len(found) == 1 and source.numbers is None:
        return term, size, *shift(size, flags, data, source.base)
    if len(found) == 1 and size == 1 and source.numbers is not None:
        # Half of all lists are of one document.
        old = first_number(flags, data)
        new = source.numbers[old]
        return None if new < 0 else (term, 1, *shift(1, flags, data, new - old))
    ids: list[int] = []
    counts: list[int] = []
    places: list[Sequence[int]] = []
    wide = False
    for (_, size, flags, data), source in found:
        wide = wide or flags & WIDE > 0
        postings = unpack(size, flags, data)
        if source.numbers is not None:
            postings = renumber(postings, source.numbers)
        base = source.base
        ids += map(base.__add__, postings.ids) if base else postings.ids
        counts += postings.counts
        places.append(postings.positions)
    if not ids:
        return None
    code = "I" if wide else "H"
    positions = b"".join([_as_bytes(each, code) for each in places])
    return term, len(ids), *pack(ids, counts, positions, wide)


def _as_bytes(positions: Sequence[int], code: str) -> bytes:
    """Positions, two or four bytes each."""
    if isinstance(positions, memoryview) and positions.format == code:
        return positions.tobytes()
    return array(code, positions).tobytes()
