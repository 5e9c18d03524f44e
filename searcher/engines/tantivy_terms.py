"""The terms of an index: what patterns stand for, and in how many records each term is."""

from __future__ import annotations

from math import log
from typing import Any

from tantivy import Query

from searcher.engines.tantivy_schema import ABSTRACT, ANY, DATE, HAS, OUTSIDE
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.query import clauses
from searcher.query.clauses import Clause, Expansion, Ranked


class Terms:
    """The terms that one searcher sees; `has_body`: whether any record has a body.

    deletes: whether the index still counts records that have been deleted, so that the
    frequencies in its dictionaries are too high.
    """

    def __init__(self, searcher: SoundSearcher, fields: Any, deletes: bool) -> None:
        self._searcher = searcher
        self._schema = fields
        self._deletes = deletes
        self.has_body = self.frequency(HAS, "body") > 0

    def frequency(self, field: str, term: str) -> int:
        """How many records hold the term in the field."""
        if field == ABSTRACT:
            return self.frequency(ANY, term) - self.frequency(OUTSIDE, term)
        if field in (DATE, "year"):
            return 0
        count: int = self._searcher.doc_freq(field, term)
        if count and self._deletes:
            query = Query.term_query(self._schema, field, term, "basic")
            count = self._searcher.search(query, 1).count
        return count

    def rarity(self, field: str, term: str) -> float:
        """The inverse document frequency of a term, as BM25 has it."""
        found = self.frequency(field, term)
        return log(1 + (self._searcher.num_docs - found + 0.5) / (found + 0.5))

    def counted(self, clause: Ranked) -> tuple[Clause, ...]:
        """The extra clauses that count here."""
        frequency = self.frequency if self._deletes else self._searcher.doc_freq
        return clause.counted(self._searcher.num_docs, frequency)

    def starting(self, field: str, prefix: str, limit: int | None = None) -> list[tuple[str, int]]:
        """Terms of a field that begin so with their record counts, most frequent first."""
        if field in (DATE, "year"):
            return []
        live = Query.all_query() if self._deletes else None
        if field != ABSTRACT:
            found: list[tuple[str, int]] = self._searcher.terms_with_prefix(
                field, prefix, filter_query=live, limit=limit
            )
            return found
        outside = dict(self._searcher.terms_with_prefix(OUTSIDE, prefix, filter_query=live))
        both = self._searcher.terms_with_prefix(ANY, prefix, filter_query=live)
        counts = [(term, count - outside.get(term, 0)) for term, count in both]
        inside = [(term, count) for term, count in counts if count]
        inside.sort(key=lambda each: (-each[1], each[0]))
        return inside[:limit]

    def expand(self, field: str, clause: Expansion, notes: list[str]) -> list[str]:
        """The terms that a pattern stands for; the most frequent, and a note, where there are
        too many."""
        accepts = clause.matcher()
        found = [term for term, _ in self.starting(field, clause.literal) if accepts(term)]
        if len(found) > clauses.MAX_EXPANSION:
            notes.append(
                f"“{clause.pattern}” stands for {len(found)} terms; "
                f"the {clauses.MAX_EXPANSION} most frequent were used"
            )
            del found[clauses.MAX_EXPANSION :]
        return found
