"""Requests answered: total order, paging, facets and explanations.

tantivy returns ties in an order that depends on its segments. So each page is cut from a list
that goes on past the cut until a score ends, and records of one score are ordered by docid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from tantivy import Occur, Order, Query

from searcher.engines.base import Answer, Match, Request
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_query import Translation, covers
from searcher.engines.tantivy_schema import DATE, KEY, ORDER
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.tantivy_terms import Terms
from searcher.frozen import Late
from searcher.query.clauses import (
    All,
    Between,
    Clause,
    Every,
    Expansion,
    Has,
    Ranked,
    Similar,
)

Hit = tuple[Any, Any]
"""A sort key (score, number, text or None) and a tantivy address."""

Group = tuple[float, list[Any]]
"""A score, and the addresses of all hits that have it."""

_NOISE = 4e-6
"""Scores closer than this share of themselves are one: floats are added in a varying order."""

_MARGIN = 8
_SORTS = {
    "newest": (DATE, Order.Desc),
    "oldest": (DATE, Order.Asc),
    "journal": ("sort_journal", Order.Asc),
    "title": ("sort_title", Order.Asc),
}
_MOST_VALUES = 1_000_000


class Search:
    """Requests to one searcher."""

    def __init__(self, searcher: SoundSearcher, fields: Any, deletes: bool) -> None:
        self.searcher = searcher
        self.schema = fields
        self.terms = Terms(searcher, fields, deletes)

    def translate(self, clause: Clause, extra: bool = False) -> tuple[Query, tuple[str, ...]]:
        translation = Translation(self.searcher, self.schema, self.terms)
        return translation.query(clause, extra=extra), translation.notes

    def answer(self, request: Request) -> Answer:
        translation = Translation(self.searcher, self.schema, self.terms)
        clause, nearer = request.clause, None
        if isinstance(clause, Ranked) and covers(clause.match, clause.extra):
            query, nearer = translation.split(clause)
        else:
            query = translation.query(clause)
        groups = self._ranked(query, nearer, request)
        return _UncountedAnswer(
            self,
            query,
            matches=tuple(self._page(groups, request)),
            facets={field: self._facet(query, field) for field in request.facets},
            notes=translation.notes,
        )

    def count(self, query: Query) -> int:
        count: int = self.searcher.search(query, 1).count
        return count

    # --- order

    def _ranked(self, query: Query, nearer: Query | None, request: Request) -> Iterable[Group]:
        """Groups of hits that tie, best first."""
        wanted = request.offset + request.limit
        if not request.limit:
            return ()
        if request.sort != "relevance":
            hits = self._fetch(query, wanted, *_SORTS[request.sort])
            groups = groupby(hits, key=lambda hit: hit[0])
            return ((0.0, [address for _, address in group]) for _, group in groups)
        score = _fixed_score(request.clause)
        if score is not None:
            hits = self._fetch(query, wanted, ORDER, Order.Asc)
            return [(score, [address for _, address in hits])]
        hits = self._fetch(query, wanted)
        if nearer is not None:
            hits = _merge(hits, self._fetch(nearer, wanted))
        return _score_groups(hits)

    def _fetch(
        self, query: Query, wanted: int, field: str | None = None, order: Order = Order.Desc
    ) -> list[Hit]:
        """At least the wanted hits with all that tie with the last.

        They are not counted: tantivy can then leave out records that cannot be among the best.
        """
        limit = wanted + _MARGIN
        while True:
            hits: list[Hit] = self.searcher.search(query, limit, False, field, order=order).hits
            if len(hits) < limit:
                return hits
            last, cut = hits[-1][0], hits[wanted - 1][0]
            if last != cut and (field or cut - last > _NOISE * max(abs(cut), 1.0)):
                return hits
            limit = min(limit * 8, self.searcher.num_docs + 1)

    def _page(self, groups: Iterable[Group], request: Request) -> Iterator[Match]:
        start, end = request.offset, request.offset + request.limit
        for score, group in groups:
            if start <= 0 and len(group) == 1:
                docid, text = self.searcher.record(group[0])
                yield Match(docid, score, text)
            elif start < len(group):
                yield from self._matches(score, group, max(start, 0), end)
            start -= len(group)
            end -= len(group)
            if end <= 0:
                break

    def _matches(self, score: float, group: list[Any], start: int, end: int) -> list[Match]:
        """Some of the records that tie, by docid."""
        if start or end < len(group):  # otherwise all are read, and their docids with them
            group = self._by_docid(group, end)[start:end]
        records = map(self.searcher.record, group)
        matches = [Match(docid, score, text) for docid, text in records]
        matches.sort()
        return matches

    def _by_docid(self, addresses: list[Any], wanted: int) -> list[Any]:
        """The first so many of these, by docid."""
        numbers = self.searcher.fast_field_values(ORDER, addresses)
        keyed = sorted(zip(numbers, range(len(addresses)), strict=True))
        ordered: list[Any] = []
        for _, group in groupby(keyed, key=lambda each: each[0]):
            if len(ordered) >= wanted:
                break
            same = [addresses[place] for _, place in group]
            if len(same) > 1:
                same.sort(key=lambda each: self.searcher.record(each)[0])
            ordered += same
        return ordered

    # --- facets

    def _facet(self, query: Query, field: str) -> tuple[tuple[str, int], ...]:
        column = DATE if field == "year" else f"facet_{field}"
        request = {"values": {"terms": {
            "field": column, "size": _MOST_VALUES, "segment_size": _MOST_VALUES,
        }}}  # fmt: skip
        found = self.searcher.aggregate(query, request)["values"]["buckets"]
        counts: Counter[str] = Counter()
        for bucket in found:
            value = bucket["key"]
            name = str(int(value) // 10000) if field == "year" else str(value)
            counts[name] += int(bucket["doc_count"])
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    # --- explanation

    def explain(self, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
        from searcher.engines.explanation import Explanation  # most queries ask for none

        wanted = list(docids)
        keys = list(dict.fromkeys(map(key_of, wanted)))
        only = Query.const_score_query(Query.term_set_query(self.schema, KEY, keys), 0.0)

        def scored(clause: Clause, extra: bool = False) -> dict[str, float]:
            query, _ = self.translate(clause, extra)
            both = Query.boolean_query([(Occur.Must, query), (Occur.Must, only)])
            hits = self.searcher.search(both, len(keys) or 1).hits
            return {self.searcher.record(address)[0]: score for score, address in hits}

        explanation = Explanation(
            wanted, self.terms.counted, lambda clause: set(scored(clause)), scored
        )
        explanation.add(clause)
        return [explanation.parts[docid] for docid in wanted]


class _UncountedAnswer(Late, Answer):
    """An answer whose total is counted when somebody asks for it."""

    _search: Search
    _query: Query

    def __init__(self, search: Search, query: Query, **known: Any) -> None:
        self.__dict__.update(known, _search=search, _query=query)

    def _find_total(self) -> int:
        return self._search.count(self._query)


def _fixed_score(clause: Clause) -> float | None:
    """The score of every match, where it is one and the same."""
    match clause:
        case Expansion() | Similar():
            return 1.0
        case Has() | Between() | All():
            return 0.0
        case Every(clauses):
            scores = [_fixed_score(each) for each in clauses]
            return None if None in scores else sum(score or 0.0 for score in scores)
    return None


def _merge(hits: list[Hit], better: list[Hit]) -> list[Hit]:
    """Both together, best first; a record in both has the score that is the better one."""
    if not better:
        return hits
    places = {(address.segment_ord, address.doc) for _, address in better}
    others = [hit for hit in hits if (hit[1].segment_ord, hit[1].doc) not in places]
    return sorted(better + others, key=itemgetter(0), reverse=True)


def _score_groups(hits: list[Hit]) -> Iterator[Group]:
    """Hits of one score together, each group under its highest score, rounded."""
    if not hits:
        return
    group: list[Any] = []
    best = last = hits[0][0]
    for score, address in hits:
        if last - score > (_NOISE * score if score > 1.0 else _NOISE):
            yield round(best, 4), group
            group, best = [], score
        group.append(address)
        last = score
    yield round(best, 4), group
