"""A segment on disk, as a search reads it: nothing is read before it is asked for."""

from __future__ import annotations

import struct
from array import array
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from searcher.engines.whoosh_columns import ColumnsReader, Values
from searcher.engines.whoosh_dictionary import Dictionary, PackedTerm
from searcher.engines.whoosh_file import Damaged, SegmentParts
from searcher.engines.whoosh_layout import KEY, decompress, key
from searcher.engines.whoosh_postings import NONE, Postings

_TOGETHER = 256
_OFFSETS = struct.Struct("<QQ")
_HEAD = struct.Struct("<IH")


def pack_stored(docid: str, stored: bytes) -> bytes:
    """A record as it stands in the file: checksum, length of the docid, docid, stored JSON."""
    name = docid.encode("utf-8", "surrogatepass")
    body = name + stored
    return _HEAD.pack(crc32(body), len(name)) + body


class Segment:
    """One part of an index, never changed once it is written, except that records of it die.

    Document numbers count from 0; they, and what is returned for them, include deleted ones.
    """

    def __init__(self, parts: SegmentParts, size: int, deleted: set[int]) -> None:
        self.size = size
        self.deleted = deleted
        self._parts = parts
        self._columns = ColumnsReader(parts, size)
        self._dictionaries: dict[str, Dictionary | None] = {}
        self._vocabularies: dict[str, list[str]] = {}

    @classmethod
    def of_terms(cls, parts: SegmentParts) -> Segment:
        """A file that holds posting lists alone."""
        return cls(parts, 0, set())

    def postings(self, field: str, term: str) -> Postings:
        dictionary = self._dictionary(field)
        return dictionary.postings(_bytes(term)) if dictionary else NONE

    def terms(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        """Terms that begin so, ascending, with the number of documents."""
        dictionary = self._dictionary(field)
        if dictionary:
            for term, size in dictionary.sizes(_bytes(prefix)):
                yield term.decode("utf-8", "surrogatepass"), size

    def vocabulary(self, field: str) -> list[str]:
        """Every term, ascending."""
        found = self._vocabularies.get(field)
        if found is None:
            dictionary = self._dictionary(field)
            found = self._vocabularies[field] = dictionary.vocabulary() if dictionary else []
        return found

    def ids_of(self, field: str, terms: Iterable[str]) -> Iterator[Iterator[int]]:
        """The documents of each of the terms, where it is here; `terms` ascend."""
        dictionary = self._dictionary(field)
        return dictionary.ids_of(list(map(_bytes, terms))) if dictionary else iter(())

    def entries(self, field: str) -> Iterator[PackedTerm]:
        """Every posting list of a field, ascending by term."""
        dictionary = self._dictionary(field)
        return dictionary.entries() if dictionary else iter(())

    def fields(self) -> list[str]:
        """The fields that have terms."""
        names = (name.split(" ", 1) for name in self._parts.names())
        return [name[1] for name in names if name[0] == "terms"]

    def lengths(self, field: str) -> Sequence[int]:
        """Tokens of each document in the field."""
        return self._columns.lengths(field)

    def length_fields(self) -> list[str]:
        """The fields whose lengths are known."""
        names = (name.split(" ", 1) for name in self._parts.names())
        return [name[1] for name in names if name[0] == "lengths"]

    def dates(self) -> Sequence[int]:
        return self._columns.dates()

    def titles(self) -> list[str]:
        return self._columns.texts("titles")

    def journals(self) -> list[str]:
        """The journal of each document, empty where there is none."""
        values = self._columns.values("journal")
        return ["".join(values.of(number)) for number in range(self.size)]

    def docids(self) -> list[str]:
        """The docid of each document."""
        return self._columns.texts("docids")

    def values(self, name: str) -> Values:
        """The column of shared values that a facet counts."""
        return self._columns.values(name)

    def docid(self, number: int) -> str:
        data = self.packed(number)
        return data[_HEAD.size : _HEAD.size + _docid_length(data)].decode("utf-8", "surrogatepass")

    def stored(self, number: int) -> str:
        return self.record(number)[1]

    def record(self, number: int) -> tuple[str, str]:
        """A docid and what is stored under it."""
        data = self.packed(number)
        end = _HEAD.size + _docid_length(data)
        return data[_HEAD.size : end].decode("utf-8", "surrogatepass"), decompress(data[end:])

    def packed(self, number: int) -> bytes:
        """A record as `pack_stored` made it."""
        offset, length, _ = self._parts.place("offsets")
        if 8 * (number + 2) > length:
            raise Damaged("a segment has too few records")
        start, end = _OFFSETS.unpack(self._parts.read(offset + 8 * number, _OFFSETS.size))
        data = self._parts.read(start, end - start) if start < end else b""
        if len(data) < _HEAD.size or crc32(data[_HEAD.size :]) != _checksum(data):
            raise Damaged("a stored record is damaged")
        return data

    def copy_stored(self, numbers: Sequence[int]) -> Iterator[tuple[bytes, list[int]]]:
        """Records as `pack_stored` made them, many at a time, with the length of each.

        They keep their checksums, so that what is damaged here stays known to be.
        """
        offsets = array("Q", self._parts.part(self._parts.place("offsets")))
        start = 0
        while start < len(numbers):
            end = start + 1
            while (
                end < len(numbers)
                and end - start < _TOGETHER
                and (numbers[end] == numbers[end - 1] + 1)
            ):
                end += 1
            first, last = numbers[start], numbers[end - 1]
            data = self._parts.read(offsets[first], offsets[last + 1] - offsets[first])
            edges = offsets[first : last + 2]
            yield data, [right - left for left, right in pairwise(edges)]
            start = end

    def find(self, docid: str) -> list[int]:
        """The documents of this docid."""
        return list(self.postings(KEY, key(docid)).ids)

    def close(self) -> None:
        self._parts.close()

    def _dictionary(self, field: str) -> Dictionary | None:
        if field not in self._dictionaries:
            index = self._parts.named(f"terms {field}")
            self._dictionaries[field] = Dictionary(self._parts, index) if index else None
        return self._dictionaries[field]


def _bytes(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")


def _checksum(data: bytes) -> int:
    checksum: int = _HEAD.unpack_from(data)[0]
    return checksum


def _docid_length(data: bytes) -> int:
    length: int = _HEAD.unpack_from(data)[1]
    return length
