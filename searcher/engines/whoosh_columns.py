"""Columns of a segment: one value, or a few, for each document."""

from __future__ import annotations

import marshal
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from searcher.engines.whoosh_encoding import Columns, docid_of, key
from searcher.engines.whoosh_file import Damaged, SegmentFile, SegmentParts

_CODES = "BHI"
VALUES = ("journal", "keywords", "type")
"""Columns of shared values, by the facet that counts them."""


def narrow(numbers: Sequence[int]) -> bytes:
    """Numbers in the fewest bytes each, the first byte telling how many."""
    largest = max(numbers, default=0)
    code = "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"
    return code.encode() + array(code, numbers).tobytes()


def widen(data: bytes) -> Sequence[int]:
    """The numbers that `narrow` packed."""
    return data[1:] if data[:1] == b"B" else array(data[:1].decode(), data[1:])


class _ValuesWriter:
    """A column of a few values for each document, each distinct value kept once."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._flat = array("I")
        self._counts = array("I")

    def add(self, values: Sequence[str]) -> None:
        self._counts.append(len(values))
        codes = self._codes
        self._flat.extend([codes.setdefault(value, len(codes)) for value in values])

    def dump(self) -> bytes:
        shape = (tuple(self._codes), narrow(self._counts), narrow(self._flat))
        return zlib.compress(marshal.dumps(shape), 1)


class Values:
    """A column of a few values for each document."""

    def __init__(self, data: bytes) -> None:
        names, counts, flat = marshal.loads(zlib.decompress(data))
        self.names: tuple[str, ...] = names
        self._flat = widen(flat)
        self._ends = array("I", [0])
        for count in widen(counts):
            self._ends.append(self._ends[-1] + count)

    def of(self, number: int) -> tuple[str, ...]:
        """The values of one document."""
        codes = self._flat[self._ends[number] : self._ends[number + 1]]
        return tuple(self.names[code] for code in codes)

    def count(self, numbers: Iterable[int]) -> Counter[str]:
        """In how many of the documents each value is."""
        flat, ends = self._flat, self._ends
        codes = Counter(
            chain.from_iterable(flat[ends[number] : ends[number + 1]] for number in numbers)
        )
        return Counter({self.names[code]: count for code, count in codes.items()})


class ColumnsWriter:
    """Collects the columns of a segment that is being written."""

    def __init__(self) -> None:
        self.size = 0
        self._dates = array("I")
        self._docids: list[str] = []
        self._titles: list[str] = []
        self._lengths: dict[str, array[int]] = {}
        self._values = {name: _ValuesWriter() for name in VALUES}

    def add(self, docid: str, columns: Columns, lengths: Iterable[tuple[str, int]]) -> None:
        """The next document; lengths: tokens by field."""
        for field, length in lengths:
            column = self._lengths.setdefault(field, array("I"))
            if len(column) < self.size:
                column.frombytes(bytes(4 * (self.size - len(column))))
            column.append(length)
        self.size += 1
        self._dates.append(columns.date)
        self._docids.append(key(docid))
        self._titles.append(columns.title)
        self._values["journal"].add((columns.journal,) if columns.journal else ())
        self._values["keywords"].add(columns.keywords)
        self._values["type"].add(columns.types)

    def write(self, file: SegmentFile) -> None:
        file.add("dates", self._dates.tobytes())
        file.add("docids", _join(self._docids))
        file.add("titles", _join(self._titles))
        for name, values in self._values.items():
            file.add(name, values.dump())
        for field, column in self._lengths.items():
            column.frombytes(bytes(4 * (self.size - len(column))))
            file.add(f"lengths {field}", narrow(column))


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

    def of(self, number: int) -> Columns:
        """All columns of one document."""
        return Columns(
            self.dates()[number],
            self.texts("titles")[number],
            "".join(self.values("journal").of(number)),
            self.values("keywords").of(number),
            self.values("type").of(number),
        )

    def _required(self, name: str) -> bytes:
        data = self._parts.named(name)
        if data is None:
            raise Damaged(f"a segment has no {name}")
        return data


def _join(texts: Iterable[str]) -> bytes:
    whole = "\0".join(text.replace("\0", " ") for text in texts)
    return zlib.compress(whole.encode("utf-8", "surrogatepass"), 1)
