"""Snapshot: all segments of one commit as one index of live records.

Document numbers run through all segments; deleted records keep theirs, but no posting, length
or count here includes them: what a search sees does not depend on how the index came about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

from searcher.engines.whoosh_columns import Values
from searcher.engines.whoosh_layout import PARTS, PRESENT
from searcher.engines.whoosh_postings import Postings, join, without
from searcher.engines.whoosh_scoring import Saturation
from searcher.engines.whoosh_segment import Segment
from searcher.schema import ANY

Value = TypeVar("Value")

_CACHED_POSTINGS = 2_000_000


class Snapshot:
    """What a reader sees until it is refreshed."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments: list[tuple[int, Segment]] = []
        base = 0
        for segment in segments:
            self._segments.append((base, segment))
            base += segment.size
        self.size = base - sum(len(segment.deleted) for segment in segments)
        self.has_deletions = any(segment.deleted for segment in segments)
        self._postings: dict[tuple[str, str], Postings] = {}
        self._cached = 0
        self._columns: dict[str, Any] = {}
        self._saturations: dict[str, Saturation] = {}

    def postings(self, field: str, term: str) -> Postings:
        """The live records that hold the term, in a field other than ANY."""
        found = self._postings.get((field, term))
        if found is None:
            parts = []
            for base, segment in self._segments:
                part = segment.postings(field, term)
                if part.ids and segment.deleted:
                    part = without(part, segment.deleted)
                parts.append((base, part))
            found = join(parts)
            self._keep(field, term, found)
        return found

    def _keep(self, field: str, term: str, postings: Postings) -> None:
        self._cached += len(postings) + 1
        if self._cached > _CACHED_POSTINGS:
            self._postings.clear()
            self._cached = len(postings) + 1
        self._postings[field, term] = postings

    def saturation(self, field: str) -> Saturation:
        """How counts score in the field."""
        found = self._saturations.get(field)
        if found is None:
            lengths = self.lengths(field)
            total = sum(lengths)
            for base, segment in self._segments:
                total -= sum(lengths[base + number] for number in segment.deleted)
            found = Saturation(lengths, total / self.size if self.size else 0.0)
            self._saturations[field] = found
        return found

    def lengths(self, field: str) -> Sequence[int]:
        """Tokens in the field by document number (also of deleted ones)."""
        return self._column(f"lengths {field}", lambda segment: segment.lengths(field))

    def dates(self) -> Sequence[int]:
        """The date by document number, 0 where there is none."""
        return self._column("dates", Segment.dates)

    def titles(self) -> Sequence[str]:
        """The title by document number."""
        return self._column("titles", Segment.titles)

    def journals(self) -> Sequence[str]:
        """The journal by document number."""
        return self._column("journals", Segment.journals)

    def docids(self) -> Sequence[str]:
        """The docid by document number (also of deleted ones)."""
        return self._column("docids", Segment.docids)

    def _column(self, name: str, read: Callable[[Segment], Sequence[Value]]) -> Sequence[Value]:
        found: Sequence[Value] | None = self._columns.get(name)
        if found is None:
            parts = [read(segment) for _, segment in self._segments]
            found = parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))
            self._columns[name] = found
        return found

    def values(self, name: str, numbers: Iterable[int]) -> Iterator[tuple[Values, list[int]]]:
        """A column of shared values by segment, with those of the documents that are in it."""
        for base, segment in self._segments:
            end = base + segment.size
            yield segment.values(name), [n - base for n in numbers if base <= n < end]

    def terms(self, field: str, prefix: str) -> dict[str, int]:
        """Terms that begin so, with the number of live records; at least one each.

        In ANY, a record counts twice where the term is both in and outside of its abstract.
        """
        counts: dict[str, int] = {}
        for part in PARTS if field == ANY else (field,):
            for _, segment in self._segments:
                for term, count in segment.terms(part, prefix):
                    if segment.deleted:
                        count = len(without(segment.postings(part, term), segment.deleted))
                    if count:
                        counts[term] = counts.get(term, 0) + count
        counts.pop(PRESENT, None)
        return counts

    def count(self, field: str, term: str) -> int:
        """How many live records hold the term, as `terms` counts them."""
        parts = PARTS if field == ANY else (field,)
        return sum(len(self.postings(part, term)) for part in parts)

    def vocabulary(self, field: str) -> Iterator[list[str]]:
        """All terms of each segment, ascending; also those of deleted records alone."""
        for part in PARTS if field == ANY else (field,):
            for _, segment in self._segments:
                yield segment.vocabulary(part)

    def ids_of(self, field: str, terms: Collection[str]) -> set[int]:
        """The live records that hold any of the terms, which stand close together."""
        found: set[int] = set()
        for part in PARTS if field == ANY else (field,):
            for base, segment in self._segments:
                for ids in segment.ids_of(part, terms):
                    found.update(map(base.__add__, ids) if base else ids)
        for base, segment in self._segments:
            found.difference_update(base + number for number in segment.deleted)
        return found

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
        return self.record(number)[1]

    def record(self, number: int) -> tuple[str, str]:
        """A docid and what is stored under it."""
        base, segment = self._place(number)
        return segment.record(number - base)

    def find(self, docid: str) -> int | None:
        """The document number of a live record."""
        for base, segment in self._segments:
            for number in segment.find(docid):
                if number not in segment.deleted:
                    return base + number
        return None

    def live_docids(self) -> Iterator[str]:
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
