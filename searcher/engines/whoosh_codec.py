"""How Whoosh writes and merges segments of ours: a codec and its writers.

Whoosh keeps the table of contents, the lock, the commits and the clean-up; a document is one
value of one field to it, which this codec takes apart. So no posting ever is an object in
Whoosh's pools, and a merge copies posting lists instead of indexing documents again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from whoosh.codec.base import Codec, FieldWriter, PerDocumentWriter

from searcher.engines.whoosh_columns_writer import ColumnsWriter
from searcher.engines.whoosh_encoding import load
from searcher.engines.whoosh_file import SegmentFile, SegmentParts
from searcher.engines.whoosh_inverter import Inverter
from searcher.engines.whoosh_merging import DictionaryWriter, Source, write_field
from searcher.engines.whoosh_segment import Segment, pack_stored
from searcher.engines.whoosh_table import EXTENSION, SegmentEntry

RUN_BYTES = 48 << 20
"""Encoded records that are gathered in memory before their terms go to a file for a while."""


class RecordsCodec(Codec):  # type: ignore[misc]
    """Segments of one file each, as `whoosh_file` and its neighbours lay them out."""

    length_stats = False

    def new_segment(self, storage: Any, indexname: str) -> SegmentEntry:
        return SegmentEntry(indexname)

    def per_document_writer(self, storage: Any, segment: Any) -> RecordsWriter:
        return RecordsWriter(storage, segment)

    def field_writer(self, storage: Any, segment: Any) -> NoPostings:
        return NoPostings()

    # Our own search reads segments without these, and neither it nor a writer loads them.

    def terms_reader(self, storage: Any, segment: Any) -> Any:
        from searcher.engines.whoosh_reading import RecordsTerms

        return RecordsTerms(storage, segment)

    def per_document_reader(self, storage: Any, segment: Any) -> Any:
        from searcher.engines.whoosh_reading import RecordsDocuments

        return RecordsDocuments(storage, segment)


class NoPostings(FieldWriter):  # type: ignore[misc]
    """Takes no postings: they came with the records."""

    is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Any]) -> None:
        for item in items:
            raise AssertionError(item)

    def close(self) -> None:
        self.is_closed = True


class RecordsWriter(PerDocumentWriter):  # type: ignore[misc]
    """Writes the one file of a segment from encoded records and from older segments."""

    is_closed = False

    def __init__(self, storage: Any, segment: SegmentEntry) -> None:
        self._storage = storage
        self._segment = segment
        self._file: SegmentFile | None = None
        self._columns = ColumnsWriter()
        self._offsets = array("Q")
        self._inverter = Inverter()
        self._gathered = 0
        self._runs: list[tuple[str, SegmentParts]] = []
        self._moved: list[tuple[Segment, list[int]]] = []

    def start_doc(self, docnum: int) -> None:
        assert docnum == self._columns.size + sum(len(numbers) for _, numbers in self._moved)

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        if isinstance(value, bytes):
            self._add(value)
        else:
            self._move(*value)

    def _add(self, encoded: bytes) -> None:
        record = load(encoded)
        self._inverter.add(self._columns.size, record.fields)
        lengths = [(field.field, field.length) for field in record.fields if field.scored]
        self._store(pack_stored(record.docid, record.stored))
        self._columns.add(record.docid, record.columns, lengths)
        self._gathered += len(encoded)
        if self._gathered > RUN_BYTES:
            self._spill()

    def _move(self, segment: Segment, number: int) -> None:
        """Take a record over from an older segment; its documents come in ascending order."""
        if not self._moved or self._moved[-1][0] is not segment:
            self._moved.append((segment, []))
        self._moved[-1][1].append(number)

    def _take(self, segment: Segment, numbers: list[int]) -> None:
        for packed, lengths in segment.copy_stored(numbers):
            offset = self._opened().write(packed)[0]
            self._offsets.extend(accumulate(lengths[:-1], initial=offset))
            self._end = offset + len(packed)
        self._columns.take(segment, numbers)

    def _store(self, packed: bytes) -> None:
        self._offsets.append(self._opened().write(packed)[0])
        self._end = self._offsets[-1] + len(packed)

    def _opened(self) -> SegmentFile:
        if self._file is None:
            name = self._segment.make_filename(EXTENSION)
            self._file = SegmentFile(self._storage.create_file(name))
        return self._file

    def _spill(self) -> None:
        """Move the gathered terms into a file of their own, to be merged in the end."""
        name = self._segment.make_filename(f".run{len(self._runs)}")
        file = SegmentFile(self._storage.create_file(name, onclose=None))
        writer = DictionaryWriter(file)
        for field in self._inverter.names():
            write_field(writer, field, [Source(self._inverter.entries(field))])
        file.close()
        opened = self._storage.open_file(name)
        self._runs.append((name, SegmentParts(opened, self._storage.file_length(name))))
        self._inverter = Inverter()
        self._gathered = 0

    def close(self) -> None:
        self.is_closed = True
        older = []
        for segment, numbers in self._moved:
            older.append((self._columns.size, segment, numbers))
            self._take(segment, numbers)
        if self._file is None:
            return
        self._offsets.append(self._end)
        self._file.add("offsets", self._offsets.tobytes())
        self._columns.write(self._file)
        self._write_terms(self._file, older)
        self._file.close()
        self._drop_runs()

    def _write_terms(self, file: SegmentFile, older: list[tuple[int, Segment, list[int]]]) -> None:
        runs = [Segment.of_terms(parts) for _, parts in self._runs]
        segments = [*runs, *(segment for _, segment, _ in older)]
        fields = {field for each in segments for field in each.fields()}
        places = [(base, _new_numbers(base, segment, numbers)) for base, segment, numbers in older]
        writer = DictionaryWriter(file)
        for field in sorted(fields.union(self._inverter.names())):
            sources = [Source(each.entries(field)) for each in runs]
            sources.append(Source(self._inverter.entries(field)))
            for (base, new), (_, segment, _) in zip(places, older, strict=True):
                sources.append(Source(segment.entries(field), 0 if new else base, new))
            write_field(writer, field, sources)

    def discard(self) -> None:
        """Write nothing after all."""
        self.is_closed = True
        if self._file is not None:
            self._file.abandon()
            self._storage.delete_file(self._segment.make_filename(EXTENSION))
        self._drop_runs()

    def _drop_runs(self) -> None:
        for name, parts in self._runs:
            parts.close()
            self._storage.delete_file(name)


def _new_numbers(base: int, segment: Segment, kept: list[int]) -> array[int] | None:
    """The new number of each document, -1 for those that stay behind; None when none does."""
    if len(kept) == segment.size:
        return None
    numbers = array("i", [-1]) * segment.size
    for new, old in enumerate(kept, base):
        numbers[old] = new
    return numbers
