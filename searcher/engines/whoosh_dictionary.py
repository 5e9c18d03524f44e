"""The dictionary of a segment: from a field and a term to a posting list.

Terms are sorted; each BLOCK of them stands together: their posting lists first, then a block of
terms, document counts, flags, lengths and checksums. A field's index (the part "terms FIELD")
names each block's first term and place, so that a term costs two reads.
"""

from __future__ import annotations

import marshal
import struct
from array import array
from binascii import crc32
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from searcher.engines.whoosh_file import Damaged, Place, SegmentFile, SegmentParts
from searcher.engines.whoosh_postings import NONE, Postings, unpack, unpack_ids

BLOCK = 128
SEPARATOR = b"\0"
_HEAD = struct.Struct("<QI")


class Entry(NamedTuple):
    """One term: in how many documents it is, and its packed posting list."""

    term: bytes
    size: int
    flags: int
    data: bytes

    def postings(self) -> Postings:
        return unpack(self.size, self.flags, self.data)


class DictionaryWriter:
    """Takes the fields one after another, and the terms of each in ascending order."""

    def __init__(self, file: SegmentFile) -> None:
        self._file = file
        self._pending: list[Entry] = []
        self._first_terms: list[bytes] = []
        self._places: list[Place] = []

    def add(self, entry: Entry) -> None:
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
        start = self._file.write(b"".join([each.data for each in entries]))[0]
        parts = (
            _HEAD.pack(start, len(entries)),
            array("I", [each.size for each in entries]).tobytes(),
            array("I", [len(each.data) for each in entries]).tobytes(),
            array("H", [_check(each.data) for each in entries]).tobytes(),
            bytes([each.flags for each in entries]),
            SEPARATOR.join([each.term for each in entries]),
        )
        self._first_terms.append(entries[0].term)
        self._places.append(self._file.write(b"".join(parts)))


class _Block:
    """A block of the dictionary, read."""

    __slots__ = ("checks", "flags", "lengths", "sizes", "start", "terms")

    def __init__(self, data: bytes) -> None:
        self.start, size = _HEAD.unpack_from(data)
        at = _HEAD.size
        self.sizes = array("I", data[at : at + 4 * size])
        self.lengths = array("I", data[at + 4 * size : at + 8 * size])
        self.checks = array("H", data[at + 8 * size : at + 10 * size])
        self.flags = data[at + 10 * size : at + 11 * size]
        self.terms = data[at + 11 * size :].split(SEPARATOR)


class Dictionary:
    """The terms of one field of one segment."""

    def __init__(self, parts: SegmentParts, index: bytes) -> None:
        self._parts = parts
        first_terms, self._places = marshal.loads(index)
        self._first_terms: list[bytes] = first_terms.split(SEPARATOR)

    def postings(self, term: bytes) -> Postings:
        """The posting list of a term; empty when the field does not hold it."""
        number = bisect_right(self._first_terms, term) - 1
        if number < 0:
            return NONE
        block = self._block(number)
        try:
            index = block.terms.index(term)
        except ValueError:
            return NONE
        offset = block.start + sum(block.lengths[:index])
        data = self._parts.read(offset, block.lengths[index])
        return unpack(block.sizes[index], block.flags[index], _checked(data, block, index))

    def sizes(self, prefix: bytes) -> Iterator[tuple[bytes, int]]:
        """Terms that begin so, ascending, with the number of documents."""
        first = max(bisect_right(self._first_terms, prefix) - 1, 0)
        for number in range(first, len(self._places)):
            block = self._block(number)
            for term, size in zip(block.terms, block.sizes, strict=True):
                if term.startswith(prefix):
                    yield term, size
                elif term > prefix:
                    return

    def vocabulary(self) -> list[str]:
        """Every term, ascending."""
        return [
            term.decode("utf-8", "surrogatepass")
            for number in range(len(self._places))
            for term in self._block(number).terms
        ]

    def ids_of(self, terms: Sequence[bytes]) -> Iterator[Iterator[int]]:
        """The document numbers of each of the terms that are here; `terms` ascend."""
        numbers = [max(bisect_right(self._first_terms, term) - 1, 0) for term in terms]
        for number, group in groupby(zip(numbers, terms, strict=True), key=itemgetter(0)):
            block = self._block(number)
            here = {term for _, term in group}
            indexes = [index for index, term in enumerate(block.terms) if term in here]
            offsets = list(accumulate(block.lengths, initial=block.start))
            for index in indexes:
                data = self._parts.read(offsets[index], block.lengths[index])
                data = _checked(data, block, index)
                yield unpack_ids(block.sizes[index], block.flags[index], data)

    def entries(self) -> Iterator[Entry]:
        """Every term with its posting list, ascending."""
        for number in range(len(self._places)):
            block = self._block(number)
            whole = self._parts.read(block.start, sum(block.lengths))
            at = 0
            for index, term in enumerate(block.terms):
                data = _checked(whole[at : at + block.lengths[index]], block, index)
                at += len(data)
                yield Entry(term, block.sizes[index], block.flags[index], data)

    def _block(self, number: int) -> _Block:
        return _Block(self._parts.part(self._places[number]))


def _checked(data: bytes, block: _Block, index: int) -> bytes:
    if len(data) != block.lengths[index] or _check(data) != block.checks[index]:
        raise Damaged("a posting list is damaged")
    return data


def _check(data: bytes) -> int:
    return crc32(data) & 0xFFFF
