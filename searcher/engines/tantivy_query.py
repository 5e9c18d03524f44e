"""Clauses as tantivy queries.

A term scores tantivy's BM25 (k1 1.2, b 0.75). On ANY a clause also looks into the body, for
BODY_SHARE of its score, and adds TITLE_SHARE of the title's own score where the title matches.
Expansions and similar terms score 1; dates, presence and All 0. Clauses on the abstract score as
they do on ANY. What positions tantivy cannot decide is verified on the stored text, and the
verdict goes into the query as docids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, pairwise

import tantivy
from tantivy import Query

from searcher import schema
from searcher.engines.tantivy_build import (
    MUST,
    NOT,
    SHOULD,
    Part,
    all_of,
    any_of,
    boolean,
    boost,
    without,
)
from searcher.engines.tantivy_schema import (
    ABSTRACT,
    ANY,
    DATE,
    GLUE,
    HAS,
    KEY,
    OUTSIDE,
)
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.tantivy_terms import Terms
from searcher.query.clauses import (
    Adjacent,
    All,
    Between,
    Clause,
    Every,
    Expansion,
    Has,
    Near,
    Nothing,
    Ranked,
    Similar,
    Some,
    Term,
)

_SINGLE = ("title", "body")
"""Fields of one value that has postings of its own: their phrases need no verification."""


class Translation:
    """One clause on its way to a query; `notes` says what was cut short.

    bonus: what titles add; it floats to the top of the query, where it costs least.
    """

    def __init__(self, searcher: SoundSearcher, fields: tantivy.Schema, terms: Terms) -> None:
        self._searcher = searcher
        self._schema = fields
        self._terms = terms
        self._bonus: list[Query] = []
        self._notes: list[str] = []

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._notes))

    def query(self, clause: Clause, *, extra: bool = False) -> Query:
        """The whole clause, with everything that its score is made of.

        extra: it only adds to the scores of another clause.
        """
        parts = [(MUST, self._extra(clause, 1.0))] if extra else self._parts(clause, 1.0)
        return boolean(parts + self._titles())

    def split(self, clause: Ranked) -> tuple[Query, Query | None]:
        """What is found, without the extra clauses; and what of it they match, with them.

        The best of both together are the best of the whole, which tantivy would take much
        longer to find: a union of nothing but terms is its fastest query.
        """
        parts = self._parts(clause.match, 1.0) + self._titles()
        extra = [self._extra(each, clause.weight) for each in self._terms.counted(clause)]
        more = self._titles()
        nearer = boolean([(MUST, any_of(extra)), *parts, *more]) if extra else None
        return boolean(parts), nearer

    def _titles(self) -> list[Part]:
        """What titles add to the clauses that were translated since this was last asked."""
        bonus, self._bonus = self._bonus, []
        return [(SHOULD, each) for each in bonus]

    def _parts(self, clause: Clause, weight: float) -> list[Part]:
        """The clause as parts of one boolean query, so that what can lie flat lies flat."""
        match clause:
            case Some(clauses):
                parts = [part for each in clauses for part in self._alternatives(each, weight)]
                return parts or [(MUST, Query.empty_query())]
            case Every(clauses, excluded):
                parts = [(MUST, self._match(each, weight)) for each in clauses or (All(),)]
                return parts + [(NOT, self._closed(each, 0.0)) for each in excluded]
            case Ranked(found, extra, share):
                parts = self._parts(found, weight)
                if not (isinstance(found, Every) or covers(found, extra)):
                    parts = [(MUST, boolean(parts))]
                for each in self._terms.counted(clause):
                    parts.append((SHOULD, self._extra(each, weight * share)))
                return parts
        return [(MUST, self._match(clause, weight))]

    def _alternatives(self, clause: Clause, weight: float) -> list[Part]:
        if type(clause) is Term:
            return [(SHOULD, self._word(clause, weight))]
        if isinstance(clause, Some):
            return self._parts(clause, weight)
        if isinstance(clause, Every | Ranked):
            return [(SHOULD, self._closed(clause, weight))]
        return [(SHOULD, self._match(clause, weight))]

    def _closed(self, clause: Clause, weight: float) -> Query:
        """A clause whose titles match only with it; without weight they add nothing either."""
        outer, self._bonus = self._bonus, []
        parts: list[Part] = [(MUST, boolean(self._parts(clause, weight or 1.0)))]
        titles = self._titles()
        parts += titles if weight else []
        self._bonus = outer
        return parts[0][1] if len(parts) == 1 else boolean(parts)

    def _extra(self, clause: Clause, weight: float) -> Query:
        """A clause that decides nothing: nearness need not be exact, and needs no title.

        It adds what a record of average length gains that holds the terms so once.
        """
        if isinstance(clause, Near):
            near = self._near(clause.field, clause, exact=False)
            rarity = sum(self._terms.rarity(clause.field, str(each)) for each in clause.terms)
            return Query.const_score_query(near, weight * rarity)
        if isinstance(clause, Every | Ranked):
            return self._closed(clause, weight)
        return self._match(clause, weight)

    def _match(self, clause: Clause, weight: float) -> Query:
        match clause:
            case Some() | Every() | Ranked():
                return boolean(self._parts(clause, weight))
            case All():
                return Query.const_score_query(Query.all_query(), 0.0)
            case Nothing():
                return Query.empty_query()
            case Has(field):
                return self._fixed(HAS, DATE if field == "year" else field)
            case Between(_, low, high):
                return self._between(low, high)
            case Term():
                return self._word(clause, weight)
            case Adjacent(field):
                return self._across(field, weight, lambda each: self._adjacent(each, clause))
            case Near(field):
                return self._across(field, weight, lambda each: self._near(each, clause))
            case Expansion(field) | Similar(field):
                found = any_of([self._constant(each, clause) for each in self._fields(field)])
                return Query.const_score_query(found, weight)
        raise AssertionError(clause)

    def _fields(self, field: str) -> tuple[str, ...]:
        return (ANY, "body") if field == ANY and self._terms.has_body else (field,)

    def _word(self, clause: Term, weight: float) -> Query:
        """`_across` for one term, with less ado: most clauses are."""
        field, term = clause.field, clause.term
        if field != ANY or self._terms.has_body:
            return self._across(field, weight, lambda each: self._term(each, term))
        title = Query.term_query(self._schema, "title", term, "freq")
        self._bonus.append(Query.boost_query(title, weight * schema.TITLE_SHARE))
        return boost(Query.term_query(self._schema, ANY, term, "freq"), weight)

    def _across(self, field: str, weight: float, make: Callable[[str], Query]) -> Query:
        """The clause on its field; for ANY also on the body, and on the title as a bonus."""
        query = boost(make(field), weight)
        if field != ANY:
            return query
        self._bonus.append(boost(make("title"), weight * schema.TITLE_SHARE))
        if not self._terms.has_body:
            return query
        return any_of([query, boost(make("body"), weight * schema.BODY_SHARE)])

    def _term(self, field: str, term: str) -> Query:
        if field == ABSTRACT:
            return self._inside(self._term(ANY, term), [term])
        kind = "basic" if _is_exact(field) else "freq"
        return Query.term_query(self._schema, field, term, kind)

    def _inside(self, query: Query, tokens: Iterable[str]) -> Query:
        """What of a query on ANY is in the abstract: none of the tokens is outside it."""
        parts = [(MUST, query)]
        parts += [(NOT, Query.term_query(self._schema, OUTSIDE, each, "basic")) for each in tokens]
        return boolean(parts)

    def _variants(self, field: str, piece: str | Expansion) -> list[str]:
        """The terms that stand at one place of a phrase."""
        return [piece] if isinstance(piece, str) else self._terms.expand(field, piece, self._notes)

    def _adjacent(self, field: str, clause: Adjacent) -> Query:
        where = ANY if field == ABSTRACT else field
        expanded = [self._variants(where, piece) for piece in clause.terms]
        if not all(expanded):
            return Query.empty_query()
        words = [each[0] for each in expanded]
        if all(isinstance(piece, str) for piece in clause.terms):
            query = Query.phrase_query(self._schema, where, words)
        else:
            patterns = [_pattern(each) for each in expanded]
            query = Query.regex_phrase_query(self._schema, where, patterns)
        if field != ABSTRACT:
            return query
        if not all(isinstance(piece, str) for piece in clause.terms):
            return self._verified(query, field, clause)
        tokens = [GLUE.join(run) for size in (1, 2, 3) for run in _runs(words, size)]
        query = self._inside(query, dict.fromkeys(tokens))
        # Longer phrases may have all their triples in the abstract and yet not be there.
        return self._verified(query, field, clause) if len(words) > 3 else query

    def _near(self, field: str, clause: Near, exact: bool = True) -> Query:
        where = ANY if field == ABSTRACT else field
        terms = clause.terms
        if all(isinstance(piece, str) for piece in terms) and len(set(terms)) == len(terms):
            words = [str(each) for each in terms]
            query = self._stretch(where, words, clause.window, exact)
            if exact:
                # How often tantivy finds a stretch depends on which term is rarer in a segment,
                # so that has no part in scores.
                found = Query.const_score_query(query, 0.0)
                query = all_of([found, *(self._term(where, each) for each in words)])
            decided = field in _SINGLE and len(terms) == 2
        else:
            variants = [self._variants(where, piece) for piece in terms]
            places = [any_of([self._term(where, each) for each in some]) for some in variants]
            query, decided = all_of(places), False
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

    def _constant(self, field: str, clause: Expansion | Similar) -> Query:
        if isinstance(clause, Expansion):
            if field == ABSTRACT:
                return self._expanded_abstract(clause)
            terms = self._terms.expand(field, clause, self._notes)
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
        terms = self._terms.expand(ABSTRACT, clause, self._notes)
        mixed = [term for term in terms if self._terms.frequency(OUTSIDE, term)]
        sure = sorted(set(terms) - set(mixed))
        parts = [self._inside(self._term(ANY, term), [term]) for term in mixed]
        if sure:
            parts.append(Query.term_set_query(self._schema, ANY, sure))
        return Query.const_score_query(any_of(parts), 1.0)

    def _fixed(self, field: str, term: str) -> Query:
        query = Query.term_query(self._schema, field, term, "basic")
        return Query.const_score_query(query, 0.0)

    def _between(self, low: int, high: int) -> Query:
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


def covers(found: Clause, extra: Iterable[Clause]) -> bool:
    """Whether each extra clause matches only where one of the found alternatives does."""
    if not isinstance(found, Some):
        return False
    words = {(each.field, each.term) for each in found.clauses if isinstance(each, Term)}
    return all(
        isinstance(each, (Near, Adjacent))
        and any((each.field, term) in words for term in each.terms)
        for each in extra
    )


def _runs(words: Sequence[str], size: int) -> list[Sequence[str]]:
    return [words[start : start + size] for start in range(len(words) - size + 1)]


def _pattern(terms: Sequence[str]) -> str:
    """A regular expression for any of the terms, which hold letters and digits only."""
    return terms[0] if len(terms) == 1 else "(" + "|".join(terms) + ")"


def _is_exact(field: str) -> bool:
    return field in (HAS, KEY) or (field != ANY and schema.BY_NAME[field].kind == "exact")
