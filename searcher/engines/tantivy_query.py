"""Clauses as tantivy queries: how leaves (see `tantivy_leaves`) come together.

On ANY a clause also looks into the body, for BODY_SHARE of its score, and adds TITLE_SHARE of the
title's own score where the title matches. All scores 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import tantivy
from tantivy import Query

from searcher import schema
from searcher.engines.tantivy_build import MUST, NOT, SHOULD, Part, any_of, boolean, boost
from searcher.engines.tantivy_leaves import Leaves
from searcher.engines.tantivy_schema import ANY, DATE, HAS
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


class Translation:
    """One clause on its way to a query; `notes` says what was cut short.

    bonus: what titles add; it floats to the top of the query, where it costs least.
    """

    def __init__(self, searcher: SoundSearcher, fields: tantivy.Schema, terms: Terms) -> None:
        self._schema = fields
        self._terms = terms
        self._leaves = Leaves(searcher, fields, terms)
        self._bonus: list[Query] = []

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._leaves.notes))

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
            near = self._leaves.near(clause.field, clause, exact=False)
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
                return self._leaves.fixed(HAS, DATE if field == "year" else field)
            case Between(_, low, high):
                return self._leaves.between(low, high)
            case Term():
                return self._word(clause, weight)
            case Adjacent(field):
                return self._across(field, weight, lambda each: self._leaves.adjacent(each, clause))
            case Near(field):
                return self._across(field, weight, lambda each: self._leaves.near(each, clause))
            case Expansion(field) | Similar(field):
                found = any_of(
                    [self._leaves.constant(each, clause) for each in self._fields(field)]
                )
                return Query.const_score_query(found, weight)
        raise AssertionError(clause)

    def _fields(self, field: str) -> tuple[str, ...]:
        return (ANY, "body") if field == ANY and self._terms.has_body else (field,)

    def _word(self, clause: Term, weight: float) -> Query:
        """`_across` for one term, with less ado: most clauses are."""
        field, term = clause.field, clause.term
        if field != ANY or self._terms.has_body:
            return self._across(field, weight, lambda each: self._leaves.term(each, term))
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
