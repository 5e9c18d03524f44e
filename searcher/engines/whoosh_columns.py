"""Columns of a segment: one value, or a few, for each document."""

from __future__ import annotations

import marshal
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from searcher.engines.whoosh_file import Damaged, SegmentParts
from searcher.engines.whoosh_layout import docid_of

_CODES = "BHI"
VALUES = ("journal", "keywords", "type")
"""Columns of shared values, by the facet that counts them."""


def widen(data: bytes) -> Sequence[int]:
    """The numbers that `narrow` packed."""
    return data[1:] if data[:1] == b"B" else array(data[:1].decode(), data[1:])


class Values:
    """A column of a few values for each document."""

    def __init__(self, data: bytes) -> None:
        names, counts, flat = marshal.loads(zlib.decompress(data))
        self.names: tuple[str, ...] = names
        self._flat = widen(flat)
        self._ends = array("I", [0])
        for count in widen(counts):
            self._ends.append(self._ends[-1] + count)

    def codes(self, number: int) -> Sequence[int]:
        """The values of one document, as indexes of `names`."""
        return self._flat[self._ends[number] : self._ends[number + 1]]

    def of(self, number: int) -> tuple[str, ...]:
        """The values of one document."""
        return tuple(self.names[code] for code in self.codes(number))

    def count(self, numbers: Iterable[int]) -> Counter[str]:
        """In how many of the documents each value is."""
        flat, ends = self._flat, self._ends
        codes = Counter(
            chain.from_iterable(flat[ends[number] : ends[number + 1]] for number in numbers)
        )
        return Counter({self.names[code]: count for code, count in codes.items()})


class ColumnsReader:
    """The columns of a segment, each read when it is first asked for."""

    def __init__(self, parts: SegmentParts, size: int) -> None:
        self._parts = parts
        self._size = size
        self._lengths: dict[str, Sequence[int]] = {}
        self._texts: dict[str, list[str]] = {}
        self._values: dict[str, Values] = {}
        self._dates: Sequence[int] | None = None

    def lengths(self, field: str) -> Sequence[int]:
        found = self._lengths.get(field)
        if found is None:
            data = self._parts.named(f"lengths {field}")
            found = widen(data) if data else bytes(self._size)
            self._lengths[field] = found
        return found

    def dates(self) -> Sequence[int]:
        if self._dates is None:
            self._dates = array("I", self._required("dates"))
        return self._dates

    def texts(self, name: str) -> list[str]:
        """The docids or titles."""
        found = self._texts.get(name)
        if found is None:
            whole = zlib.decompress(self._required(name)).decode("utf-8", "surrogatepass")
            found = whole.split("\0")
            if name == "docids" and "\1" in whole:
                found = list(map(docid_of, found))
            self._texts[name] = found
        return found

    def values(self, name: str) -> Values:
        found = self._values.get(name)
        if found is None:
            found = self._values[name] = Values(self._required(name))
        return found

    def _required(self, name: str) -> bytes:
        data = self._parts.named(name)
        if data is None:
            raise Damaged(f"a segment has no {name}")
        return data
