"""A Whoosh segment's records, inverted in memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from searcher.engines.whoosh_encoding import Columns, Encoded, decompress, load
from searcher.engines.whoosh_postings import NONE, Postings


class MemorySegment:
    """A segment read as a whole; see `Segment` for the methods."""

    def __init__(self, records: list[Encoded], deleted: set[int]) -> None:
        self.size = len(records)
        self.deleted = deleted
        self._records = records
        self._numbers = {each.docid: number for number, each in enumerate(records)}
        self._fields: dict[str, dict[str, Postings]] = {}
        self._lengths: dict[str, Any] = {}
        for number, record in enumerate(records):
            self._add(number, record)
        self._sorted = {name: sorted(terms) for name, terms in self._fields.items()}

    def _add(self, number: int, record: Encoded) -> None:
        for each in record.fields:
            lengths = self._lengths.setdefault(each.field, array("I", bytes(4 * self.size)))
            lengths[number] = each.length
            terms = self._fields.setdefault(each.field, {})
            start = 0
            for term, count in zip(each.terms, each.counts, strict=True):
                if term not in terms:
                    terms[term] = Postings(array("I"), array("I"), array("I"))
                held: Any = terms[term]
                held.ids.append(number)
                held.counts.append(count)
                held.positions.extend(each.positions[start : start + count])
                start += count

    def postings(self, field: str, term: str) -> Postings:
        return self._fields.get(field, {}).get(term, NONE)

    def lengths(self, field: str) -> Sequence[int]:
        found: Sequence[int] = self._lengths.get(field) or bytes(self.size)
        return found

    def terms(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        terms = self._sorted.get(field, [])
        for index in range(bisect_left(terms, prefix), len(terms)):
            if not terms[index].startswith(prefix):
                return
            yield terms[index], len(self._fields[field][terms[index]])

    def docid(self, number: int) -> str:
        return self._records[number].docid

    def stored(self, number: int) -> str:
        return decompress(self._records[number].stored)

    def columns(self, number: int) -> Columns:
        return self._records[number].columns

    def find(self, docid: str) -> int | None:
        return self._numbers.get(docid)


def open_segment(reader: Any) -> MemorySegment:
    """The segment of a Whoosh segment reader."""
    records = [load(reader.stored_fields(n)["record"]) for n in range(reader.doc_count_all())]
    return MemorySegment(records, {n for n in range(len(records)) if reader.is_deleted(n)})
