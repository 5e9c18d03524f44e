"""Postings: the documents that hold a term, with counts and positions; and their bytes."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress
from operator import sub

# The flags of a posting list: bits 0 and 1 the width of the steps between document numbers,
# bits 2 and 3 that of the counts (0: all are 1), then whether there are positions, and wide ones.
_COUNTS = 2
PLACED = 16
WIDE = 32
_CODES = "BHI"
_SIZES = (1, 2, 4)


class Postings:
    """A term in a field: ascending document numbers, counts beside them, positions in one row.

    positions: of the first document, then of the second, and so on, `counts` of each; empty
    where the field keeps none.
    """

    __slots__ = ("_ends", "counts", "ids", "positions")

    def __init__(
        self, ids: Sequence[int], counts: Sequence[int], positions: Sequence[int] = ()
    ) -> None:
        self.ids = ids
        self.counts = counts
        self.positions = positions
        self._ends: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def any(self) -> bool:
        """Whether any document holds the term."""
        return len(self.ids) > 0

    def most(self) -> int:
        """How many documents there are at most."""
        return len(self.ids)

    def count(self, number: int) -> int:
        """How often one document holds the term."""
        index = bisect_left(self.ids, number)
        return self.counts[index] if index < len(self.ids) and self.ids[index] == number else 0

    def places(self, number: int) -> Sequence[int]:
        """The positions in one document, ascending; empty when it does not hold the term."""
        index = bisect_left(self.ids, number)
        if index == len(self.ids) or self.ids[index] != number:
            return ()
        end = self.ends()[index]
        return self.positions[end - self.counts[index] : end]

    def each(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Every document with its positions."""
        positions, end = list(self.positions), 0
        for number, count in zip(self.ids, self.counts, strict=True):
            start, end = end, end + count
            yield number, positions[start:end]

    def ends(self) -> Sequence[int]:
        """For each document, where its positions end."""
        if not self._ends:
            self._ends = array("Q", accumulate(self.counts))
        return self._ends


NONE = Postings((), ())


def pack(
    ids: Sequence[int], counts: Sequence[int], positions: bytes | bytearray, wide: bool
) -> tuple[int, bytes]:
    """Flags and bytes of a posting list; positions are bytes already, 2 or (wide) 4 for each."""
    flags, packed = _narrow(list(map(sub, ids, chain((-1,), ids))))
    if positions:
        flags |= PLACED | (WIDE if wide else 0)
        if max(counts) > 1:
            width, narrow = _narrow(counts)
            flags |= (width + 1) << _COUNTS
            packed += narrow
        packed += positions
    return flags, packed


def pack_one(
    number: int, count: int, positions: bytes | bytearray, wide: bool
) -> tuple[int, bytes]:
    """`pack` for one document."""
    if count > 1 or number >= 0xFFFF:
        return pack((number,), (count,), positions, wide)
    flags = 0 if number < 0xFF else 1
    packed = (number + 1).to_bytes(flags + 1, sys.byteorder)
    if positions:
        flags |= PLACED | (WIDE if wide else 0)
    return flags, packed + positions


def first_number(flags: int, data: bytes) -> int:
    """The lowest document number of a posting list."""
    return int.from_bytes(data[: _SIZES[flags & 3]], sys.byteorder) - 1


def shift(size: int, flags: int, data: bytes, base: int) -> tuple[int, bytes]:
    """The same posting list with every document number so much higher."""
    width = _SIZES[flags & 3]
    first = int.from_bytes(data[:width], sys.byteorder) + base
    if first < 1 << 8 * width:
        return flags, first.to_bytes(width, sys.byteorder) + data[width:]
    # Only the first step grew, but all take as many bytes as the largest of them.
    end = size * width
    steps = array(_CODES[flags & 3], data[:end]).tolist()
    steps[0] = first
    code, packed = _narrow(steps)
    return flags & ~3 | code, packed + data[end:]


def unpack_ids(size: int, flags: int, data: bytes) -> Iterator[int]:
    """The document numbers of what `pack` made bytes of."""
    width = flags & 3
    end = size * _SIZES[width]
    numbers = accumulate(data[:end] if width == 0 else array(_CODES[width], data[:end]), initial=-1)
    next(numbers)
    return numbers


def unpack(size: int, flags: int, data: bytes) -> Postings:
    """The postings that `pack` made bytes of; `size` is the number of documents."""
    ids = array("I", unpack_ids(size, flags, data))
    end = size * _SIZES[flags & 3]
    counts: Sequence[int] = b"\1" * size
    if width := flags >> _COUNTS & 3:
        start, end = end, end + size * _SIZES[width - 1]
        counts = data[start:end] if width == 1 else array(_CODES[width - 1], data[start:end])
    if not flags & PLACED:
        return Postings(ids, counts)
    return Postings(ids, counts, memoryview(data)[end:].cast("I" if flags & WIDE else "H"))


def _narrow(numbers: Sequence[int]) -> tuple[int, bytes]:
    """Numbers in the fewest bytes each, as a width (an index of `_CODES`) and bytes."""
    largest = max(numbers)
    width = 0 if largest < 1 << 8 else 1 if largest < 1 << 16 else 2
    return width, array(_CODES[width], numbers).tobytes()


def join(parts: Iterable[tuple[int, Postings]]) -> Postings:
    """Postings of several segments as one; each part comes with its first document number."""
    found = [(base, each) for base, each in parts if each.ids]
    if not found:
        return NONE
    if len(found) == 1 and not found[0][0]:
        return found[0][1]
    ids, counts, positions = array("I"), array("I"), array("I")
    for base, each in found:
        ids.extend(map(base.__add__, each.ids) if base else each.ids)
        # An array takes another one only of its own kind, but numbers from anywhere.
        counts.extend(iter(each.counts))
        positions.extend(iter(each.positions))
    return Postings(ids, counts, positions)


class Override:
    """A term in two fields that hold it for the same text: where a document is in both, the
    second one counts (see `whoosh_encoding` on the combined field)."""

    __slots__ = ("_ids", "_size", "parts")

    def __init__(self, first: Postings, second: Postings) -> None:
        self.parts = (first, second)
        self._ids: Sequence[int] | None = None
        self._size: int | None = None

    def __len__(self) -> int:
        if self._size is None:
            first, second = self.parts
            both = len(set(second.ids).intersection(first.ids)) if second.ids else 0
            self._size = len(first) + len(second) - both
        return self._size

    def any(self) -> bool:
        """Whether any document holds the term."""
        return any(part.any() for part in self.parts)

    def most(self) -> int:
        """How many documents there are at most."""
        return sum(map(len, self.parts))

    def count(self, number: int) -> int:
        """How often one document holds the term."""
        first, second = self.parts
        return second.count(number) or first.count(number)

    @property
    def ids(self) -> Sequence[int]:
        """Ascending document numbers."""
        if self._ids is None:
            first, second = self.parts
            both = first.ids and second.ids
            self._ids = sorted({*first.ids, *second.ids}) if both else first.ids or second.ids
        return self._ids

    def places(self, number: int) -> Sequence[int]:
        """The positions in one document, ascending; empty when it does not hold the term."""
        first, second = self.parts
        return second.places(number) or first.places(number)

    def each(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Every document with its positions, in no order."""
        first, second = self.parts
        both = set(second.ids)
        yield from (found for found in first.each() if found[0] not in both)
        yield from second.each()


def unite(parts: Sequence[Postings | Override]) -> Postings:
    """Postings of several terms as if they were one term."""
    places: dict[int, list[int]] = {}
    for part in parts:
        for number, where in part.each():
            places.setdefault(number, []).extend(where)
    ids, counts, positions = array("I"), array("I"), array("I")
    for number in sorted(places):
        ids.append(number)
        counts.append(len(places[number]))
        positions.extend(sorted(places[number]))
    return Postings(ids, counts, positions)


def without(postings: Postings, deleted: set[int]) -> Postings:
    """The postings of what is not deleted."""
    if deleted.isdisjoint(postings.ids):
        return postings
    return _select(postings, postings.ids, [number not in deleted for number in postings.ids])


def renumber(postings: Postings, numbers: Sequence[int]) -> Postings:
    """The postings under new numbers, by the old ones; what has a negative one is left out."""
    ids = [numbers[number] for number in postings.ids]
    if min(ids) >= 0:
        return Postings(ids, postings.counts, postings.positions)
    return _select(postings, ids, [number >= 0 for number in ids])


def _select(postings: Postings, ids: Sequence[int], kept: Sequence[bool]) -> Postings:
    positions = array("I")
    if postings.positions:
        start = 0
        for end, keep in zip(postings.ends(), kept, strict=True):
            if keep:
                positions.extend(iter(postings.positions[start:end]))
            start = end
    counts = array("I", compress(postings.counts, kept))
    return Postings(array("I", compress(ids, kept)), counts, positions)
