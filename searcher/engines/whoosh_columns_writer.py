"""Columns of a segment that is being written (see `whoosh_columns`)."""

from __future__ import annotations

import marshal
import zlib
from array import array
from collections.abc import Iterable, Sequence

from searcher.engines.whoosh_columns import VALUES, Values
from searcher.engines.whoosh_encoding import Columns
from searcher.engines.whoosh_file import SegmentFile
from searcher.engines.whoosh_layout import key
from searcher.engines.whoosh_segment import Segment


def narrow(numbers: Sequence[int]) -> bytes:
    """Numbers in the fewest bytes each, the first byte telling how many."""
    largest = max(numbers, default=0)
    code = "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"
    return code.encode() + array(code, numbers).tobytes()


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

    def take(self, values: Values, numbers: Iterable[int]) -> None:
        """The same of documents of an older segment."""
        own: dict[int, int] = {}
        for number in numbers:
            codes = values.codes(number)
            self._counts.append(len(codes))
            for code in codes:
                if code not in own:
                    own[code] = self._codes.setdefault(values.names[code], len(self._codes))
                self._flat.append(own[code])

    def dump(self) -> bytes:
        shape = (tuple(self._codes), narrow(self._counts), narrow(self._flat))
        return zlib.compress(marshal.dumps(shape), 1)


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
            self._padded(field).append(length)
        self.size += 1
        self._dates.append(columns.date)
        self._docids.append(key(docid))
        self._titles.append(columns.title)
        self._values["journal"].add((columns.journal,) if columns.journal else ())
        self._values["keywords"].add(columns.keywords)
        self._values["type"].add(columns.types)

    def take(self, segment: Segment, numbers: Sequence[int]) -> None:
        """The next documents, from an older segment."""
        for field in segment.length_fields():
            lengths = segment.lengths(field)
            self._padded(field).extend([lengths[number] for number in numbers])
        self.size += len(numbers)
        dates, docids, titles = segment.dates(), segment.docids(), segment.titles()
        self._dates.extend([dates[number] for number in numbers])
        self._docids += [key(docids[number]) for number in numbers]
        self._titles += [titles[number] for number in numbers]
        for name, values in self._values.items():
            values.take(segment.values(name), numbers)

    def _padded(self, field: str) -> array[int]:
        """The lengths of a field, with 0 for the documents before that do not carry it."""
        column = self._lengths.get(field)
        if column is None:
            column = self._lengths[field] = array("I")
        if len(column) < self.size:
            column.frombytes(bytes(4 * (self.size - len(column))))
        return column

    def write(self, file: SegmentFile) -> None:
        file.add("dates", self._dates.tobytes())
        file.add("docids", _join(self._docids))
        file.add("titles", _join(self._titles))
        for name, values in self._values.items():
            file.add(name, values.dump())
        for field in self._lengths:
            file.add(f"lengths {field}", narrow(self._padded(field)))


def _join(texts: Iterable[str]) -> bytes:
    whole = "\0".join(text.replace("\0", " ") for text in texts)
    return zlib.compress(whole.encode("utf-8", "surrogatepass"), 1)
