"""Leaf clauses as tantivy queries, each on one field of the index.

A term scores tantivy's BM25 (k1 1.2, b 0.75); expansions and similar terms score 1, dates and
presence 0. Clauses on the abstract score as they do on ANY. What positions tantivy cannot decide is
verified on the stored text, and the verdict goes into the query as docids.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, product
from math import prod

import tantivy
from tantivy import Query

from searcher import schema
from searcher.engines.tantivy_build import MUST, NOT, all_of, any_of, boolean, without
from searcher.engines.tantivy_schema import ABSTRACT, ANY, DATE, GLUE, HAS, KEY, OUTSIDE
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.tantivy_terms import Terms
from searcher.query.clauses import Adjacent, Clause, Expansion, Near, Similar

_SINGLE = ("title", "body")
"""Fields of one value that has postings of its own: their phrases need no verification."""

_MOST_STATES = 1000
"""What tantivy's regular expressions may have; here a byte of a term is one, of terms that begin
alike once."""

_MOST_PHRASES = 20
"""Reading the candidates costs no more than so many phrases of hundreds of terms."""


class Leaves:
    """Makes the queries of one clause's leaves; `notes` says what was cut short."""

    def __init__(self, searcher: SoundSearcher, fields: tantivy.Schema, terms: Terms) -> None:
        self._searcher = searcher
        self._schema = fields
        self._terms = terms
        self.notes: list[str] = []

    def term(self, field: str, term: str) -> Query:
        """The field holds the term."""
        if field == ABSTRACT:
            return self._inside(self.term(ANY, term), [term])
        kind = "basic" if _is_exact(field) else "freq"
        return Query.term_query(self._schema, field, term, kind)

    def _inside(self, query: Query, tokens: Iterable[str]) -> Query:
        """What of a query on ANY is in the abstract: none of the tokens is outside it."""
        parts = [(MUST, query)]
        parts += [(NOT, Query.term_query(self._schema, OUTSIDE, each, "basic")) for each in tokens]
        return boolean(parts)

    def _variants(self, field: str, piece: str | Expansion) -> list[str]:
        """The terms that stand at one place of a phrase."""
        return [piece] if isinstance(piece, str) else self._terms.expand(field, piece, self.notes)

    def adjacent(self, field: str, clause: Adjacent) -> Query:
        """The field holds the clause's terms next to each other."""
        where = ANY if field == ABSTRACT else field
        expanded = [self._variants(where, piece) for piece in clause.terms]
        if not all(expanded):
            return Query.empty_query()
        if not all(isinstance(piece, str) for piece in clause.terms):
            query, decided = self._truncated_phrase(where, expanded)
            decided = decided and field != ABSTRACT
            return query if decided else self._verified(query, field, clause)
        words = [each[0] for each in expanded]
        query = Query.phrase_query(self._schema, where, words)
        if field != ABSTRACT:
            return query
        tokens = [GLUE.join(run) for size in (1, 2, 3) for run in _runs(words, size)]
        query = self._inside(query, dict.fromkeys(tokens))
        # Longer phrases may have all their triples in the abstract and yet not be there.
        return self._verified(query, field, clause) if len(words) > 3 else query

    def _truncated_phrase(self, field: str, variants: list[list[str]]) -> tuple[Query, bool]:
        """A phrase with any of these terms at each place, and whether the query decides it."""
        patterns = list(map(_patterns, variants))
        if prod(map(len, patterns)) > _MOST_PHRASES:
            return self._all_places(field, variants), False
        phrases = (
            Query.regex_phrase_query(self._schema, field, list(each)) for each in product(*patterns)
        )
        return any_of(list(phrases)), True

    def _all_places(self, field: str, variants: list[list[str]]) -> Query:
        return all_of([any_of([self.term(field, each) for each in some]) for some in variants])

    def near(self, field: str, clause: Near, exact: bool = True) -> Query:
        """The field holds the clause's terms near each other; nearly so where not `exact`."""
        where = ANY if field == ABSTRACT else field
        terms = clause.terms
        if all(isinstance(piece, str) for piece in terms) and len(set(terms)) == len(terms):
            words = [str(each) for each in terms]
            query = self._stretch(where, words, clause.window, exact)
            if exact:
                # How often tantivy finds a stretch depends on which term is rarer in a segment,
                # so that has no part in scores.
                found = Query.const_score_query(query, 0.0)
                query = all_of([found, *(self.term(where, each) for each in words)])
            decided = field in _SINGLE and len(terms) == 2
        else:
            variants = [self._variants(where, piece) for piece in dict.fromkeys(terms)]
            query, decided = self._all_places(where, variants), False
        if decided or not exact:
            return query
        return self._verified(query, field, clause)

    def _stretch(self, field: str, terms: list[str], window: int, exact: bool) -> Query:
        """Two terms, either first, with at most `window` between; of more terms, all such pairs.

        tantivy counts a swap as two further steps of its slop, so both orders must be asked for
        where it matters.
        """
        slop = window + len(terms) - 2

        def pair(left: str, right: str) -> Query:
            orders = [[left, right], [right, left]] if exact else [[left, right]]
            return any_of([Query.phrase_query(self._schema, field, each, slop) for each in orders])

        pairs = combinations(terms, 2) if len(terms) < 6 else pairwise(terms)
        return all_of([pair(left, right) for left, right in pairs])

    def constant(self, field: str, clause: Expansion | Similar) -> Query:
        """The field holds any of the terms that the clause stands for."""
        if isinstance(clause, Expansion):
            if field == ABSTRACT:
                return self._expanded_abstract(clause)
            terms = self._terms.expand(field, clause, self.notes)
            query = Query.term_set_query(self._schema, field, terms)
            return Query.const_score_query(query, 1.0) if terms else Query.empty_query()
        where = ANY if field == ABSTRACT else field
        query = self._similar(where, clause)
        if field == ABSTRACT:
            doubtful = all_of([query, self._similar(OUTSIDE, clause)])
            query = without(query, self._failed(doubtful, field, clause))
        return query

    def _similar(self, field: str, clause: Similar) -> Query:
        query = Query.fuzzy_term_query(
            self._schema, field, clause.term, clause.distance, transposition_cost_one=True
        )
        return Query.const_score_query(query, 1.0)

    def _expanded_abstract(self, clause: Expansion) -> Query:
        terms = self._terms.expand(ABSTRACT, clause, self.notes)
        mixed = [term for term in terms if self._terms.frequency(OUTSIDE, term)]
        sure = sorted(set(terms) - set(mixed))
        parts = [self._inside(self.term(ANY, term), [term]) for term in mixed]
        if sure:
            parts.append(Query.term_set_query(self._schema, ANY, sure))
        return Query.const_score_query(any_of(parts), 1.0)

    def fixed(self, field: str, term: str) -> Query:
        """The field holds the term, which adds nothing to a score."""
        query = Query.term_query(self._schema, field, term, "basic")
        return Query.const_score_query(query, 0.0)

    def between(self, low: int, high: int) -> Query:
        """The date lies between the two, both included."""
        kind = tantivy.FieldType.Unsigned
        query = Query.range_query(self._schema, DATE, kind, max(low, 0), max(high, 0))
        return Query.const_score_query(query, 0.0)

    # --- verification

    def _verified(self, query: Query, field: str, clause: Clause) -> Query:
        """What of a query really holds the clause."""
        return without(query, self._failed(query, field, clause))

    def _failed(self, query: Query, field: str, clause: Clause) -> Query | None:
        from searcher.engines.tantivy_verify import failing  # most queries need no verdict

        keys = failing(self._searcher, query, field, clause)
        return Query.term_set_query(self._schema, KEY, keys) if keys else None


def _runs(words: Sequence[str], size: int) -> list[Sequence[str]]:
    return [words[start : start + size] for start in range(len(words) - size + 1)]


def _patterns(terms: Sequence[str]) -> list[str]:
    """Regular expressions for the terms, which hold letters and digits only; of many it takes
    several, as tantivy refuses one of more than _MOST_STATES."""
    groups: list[list[str]] = [[]]
    states: set[bytes] = set()
    for term in sorted(terms):
        whole = term.encode()
        beginnings = {whole[: end + 1] for end in range(len(whole))}
        states |= beginnings
        if len(states) > _MOST_STATES:
            groups.append([])
            states = beginnings
        groups[-1].append(term)
    return ["(" + "|".join(each) + ")" if len(each) > 1 else each[0] for each in groups]


def _is_exact(field: str) -> bool:
    return field in (HAS, KEY) or (field != ANY and schema.BY_NAME[field].kind == "exact")
