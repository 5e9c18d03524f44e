"""Snapshot: all segments of one commit as one index of live records.

Document numbers run through all segments; deleted records keep theirs, but no posting, length
or count here includes them: what a search sees does not depend on how the index came about.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import add

from searcher.engines.whoosh_encoding import PRESENT, REST, Columns
from searcher.engines.whoosh_postings import Postings, add_up, join, without
from searcher.engines.whoosh_segment import Segment
from searcher.schema import ANY

PARTS = ("abstract", REST)
"""The fields that `any` consists of."""


class Snapshot:
    """What a reader sees until it is refreshed."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments: list[tuple[int, Segment]] = []
        base = 0
        for segment in segments:
            self._segments.append((base, segment))
            base += segment.size
        self.size = base - sum(len(segment.deleted) for segment in segments)
        self._lengths: dict[str, Sequence[int]] = {}
        self._averages: dict[str, float] = {}

    def postings(self, field: str, term: str) -> Postings:
        """The live records that hold the term; those of ANY come without positions."""
        if field == ANY:
            return add_up([self.postings(each, term) for each in PARTS])
        parts = []
        for base, segment in self._segments:
            found = segment.postings(field, term)
            if found.ids and segment.deleted:
                found = without(found, segment.deleted)
            parts.append((base, found))
        return join(parts)

    def lengths(self, field: str) -> Sequence[int]:
        """Tokens in the field by document number (also of deleted ones)."""
        found = self._lengths.get(field)
        if found is None:
            if field == ANY:
                found = array("I", map(add, *map(self.lengths, PARTS)))
            elif len(self._segments) == 1:
                found = self._segments[0][1].lengths(field)
            else:
                found = array("I")
                for _, segment in self._segments:
                    found.extend(iter(segment.lengths(field)))
            self._lengths[field] = found
        return found

    def average_length(self, field: str) -> float:
        """Mean tokens in the field over all records, those without the field as well."""
        found = self._averages.get(field)
        if found is None:
            lengths = self.lengths(field)
            total = sum(lengths)
            for base, segment in self._segments:
                total -= sum(lengths[base + number] for number in segment.deleted)
            found = total / self.size if self.size else 0.0
            self._averages[field] = found
        return found

    def terms(self, field: str, prefix: str) -> dict[str, int]:
        """Terms that begin so, with the number of live records; at least one each."""
        if field == ANY:
            return self._any_terms(prefix)
        counts: dict[str, int] = {}
        for _, segment in self._segments:
            for term, count in segment.terms(field, prefix):
                if segment.deleted:
                    count = len(without(segment.postings(field, term), segment.deleted))
                if count and term != PRESENT:
                    counts[term] = counts.get(term, 0) + count
        return counts

    def _any_terms(self, prefix: str) -> dict[str, int]:
        first, second = (self.terms(field, prefix) for field in PARTS)
        counts = first | second
        for term in first.keys() & second.keys():
            counts[term] = len(self.postings(ANY, term))
        return counts

    def all(self) -> set[int]:
        """Every live document number."""
        found: set[int] = set()
        for base, segment in self._segments:
            found.update(range(base, base + segment.size))
            found.difference_update(base + number for number in segment.deleted)
        return found

    def docid(self, number: int) -> str:
        base, segment = self._place(number)
        return segment.docid(number - base)

    def stored(self, number: int) -> str:
        base, segment = self._place(number)
        return segment.stored(number - base)

    def columns(self, number: int) -> Columns:
        base, segment = self._place(number)
        return segment.columns(number - base)

    def find(self, docid: str) -> int | None:
        """The document number of a live record."""
        for base, segment in self._segments:
            for number in segment.find(docid):
                if number not in segment.deleted:
                    return base + number
        return None

    def docids(self) -> Iterator[str]:
        """Every live docid."""
        for _, segment in self._segments:
            for number, docid in enumerate(segment.docids()):
                if number not in segment.deleted:
                    yield docid

    def close(self) -> None:
        for _, segment in self._segments:
            segment.close()
        self._segments = []

    def _place(self, number: int) -> tuple[int, Segment]:
        for base, segment in reversed(self._segments):
            if number >= base:
                return base, segment
        raise IndexError(number)
