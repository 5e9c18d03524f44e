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

from searcher.engines.whoosh_file import Damaged, SegmentParts
from searcher.engines.whoosh_postings import NONE, Postings, unpack, unpack_ids

BLOCK = 128
SEPARATOR = b"\0"
HEAD = struct.Struct("<QI")


PackedTerm = tuple[bytes, int, int, bytes]
"""A term, in how many documents it is, and its packed posting list: flags and bytes."""


class _Block:
    """A block of the dictionary, read."""

    __slots__ = ("checks", "flags", "lengths", "sizes", "start", "terms")

    def __init__(self, data: bytes) -> None:
        self.start, size = HEAD.unpack_from(data)
        at = HEAD.size
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

    def entries(self) -> Iterator[PackedTerm]:
        """Every term with its posting list, ascending."""
        for number in range(len(self._places)):
            block = self._block(number)
            whole = self._parts.read(block.start, sum(block.lengths))
            at = 0
            for index, term in enumerate(block.terms):
                data = _checked(whole[at : at + block.lengths[index]], block, index)
                at += len(data)
                yield term, block.sizes[index], block.flags[index], data

    def _block(self, number: int) -> _Block:
        return _Block(self._parts.part(self._places[number]))


def _checked(data: bytes, block: _Block, index: int) -> bytes:
    if len(data) != block.lengths[index] or checksum(data) != block.checks[index]:
        raise Damaged("a posting list is damaged")
    return data


def checksum(data: bytes) -> int:
    return crc32(data) & 0xFFFF
