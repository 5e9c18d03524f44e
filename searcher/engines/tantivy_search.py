"""Requests answered: total order, paging, facets and explanations.

tantivy returns ties in an order that depends on its segments. So each page is cut from a list
that goes on past the cut until a score ends, and records of one score are ordered by docid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import tantivy
from tantivy import Occur, Order, Query

from searcher.engines.base import Answer, Match, Request
from searcher.engines.tantivy_keys import docid_of, key_of
from searcher.engines.tantivy_query import Translation, covers
from searcher.engines.tantivy_schema import DATE, KEY, ORDER, STORED
from searcher.engines.tantivy_terms import Terms
from searcher.query.clauses import (
    All,
    Between,
    Clause,
    Every,
    Expansion,
    Has,
    Ranked,
    Similar,
    Some,
)

Hit = tuple[Any, Any]
"""A sort key (score, number, text or None) and a tantivy address."""

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

    def __init__(self, searcher: tantivy.Searcher, fields: Any, deletes: bool) -> None:
        self.searcher = searcher
        self.schema = fields
        self.deletes = deletes

    def terms(self) -> Terms:
        return Terms(self.searcher, self.schema, self.deletes)

    def translate(self, clause: Clause, extra: bool = False) -> tuple[Query, tuple[str, ...]]:
        translation = Translation(self.searcher, self.schema, self.terms())
        return translation.query(clause, extra=extra), translation.notes

    def answer(self, request: Request) -> Answer:
        translation = Translation(self.searcher, self.schema, self.terms())
        clause, nearer = request.clause, None
        if isinstance(clause, Ranked) and covers(clause.match, clause.extra):
            query, nearer = translation.split(clause)
        else:
            query = translation.query(clause)
        total, hits = self._ranked(query, nearer, request)
        matches = []
        for score, address in hits:
            text = self.stored(address)
            matches.append(Match(docid_of(text), score, text))
        facets = {field: self._facet(query, field) for field in request.facets}
        return Answer(total, tuple(matches), facets, translation.notes)

    def count(self, query: Query) -> int:
        count: int = self.searcher.search(query, 1).count
        return count

    def stored(self, address: Any) -> str:
        text: str = self.searcher.doc(address).get_first(STORED)
        return text

    # --- order

    def _ranked(
        self, query: Query, nearer: Query | None, request: Request
    ) -> tuple[int, list[Hit]]:
        wanted = request.offset + request.limit
        if not request.limit:
            return self.count(query), []
        if request.sort != "relevance":
            total, hits = self._fetch(query, wanted, *_SORTS[request.sort])
            groups = [[a for _, a in group] for _, group in groupby(hits, key=lambda hit: hit[0])]
            return total, self._page(((0.0, group) for group in groups), request)
        score = _fixed_score(request.clause)
        if score is not None:
            total, hits = self._fetch(query, wanted, ORDER, Order.Asc)
            return total, self._page([(score, [address for _, address in hits])], request)
        total, hits = self._fetch(query, wanted)
        if nearer is not None:
            hits = _merge(hits, self._fetch(nearer, wanted)[1])
        return total, self._page(_score_groups(hits), request)

    def _fetch(
        self, query: Query, wanted: int, field: str | None = None, order: Order = Order.Desc
    ) -> tuple[int, list[Hit]]:
        """The total, and at least the wanted hits with all that tie with the last of them."""
        limit = wanted + _MARGIN
        while True:
            found = self.searcher.search(query, limit, order_by_field=field, order=order)
            hits = found.hits
            if len(hits) < limit:
                return found.count, hits
            last, cut = hits[-1][0], hits[wanted - 1][0]
            if last != cut and (field or cut - last > _NOISE * max(abs(cut), 1.0)):
                return found.count, hits
            limit = min(limit * 8, found.count + 1)

    def _page(self, groups: Iterable[tuple[float, list[Any]]], request: Request) -> list[Hit]:
        page: list[Hit] = []
        start, end = request.offset, request.offset + request.limit
        place = 0
        for score, group in groups:
            if place >= end:
                break
            if place + len(group) > start:
                ordered = self._by_docid(group, end - place) if len(group) > 1 else group
                page += [(score, each) for each in ordered[max(start - place, 0) : end - place]]
            place += len(group)
        return page

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
                same.sort(key=lambda each: docid_of(self.stored(each)))
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
        wanted = list(docids)
        parts: dict[str, dict[str, float]] = {docid: {} for docid in wanted}
        keys = [key_of(docid) for docid in parts]
        only = Query.const_score_query(Query.term_set_query(self.schema, KEY, keys), 0.0)
        for leaf, weight, extra in _leaves(clause, 1.0):
            query, _ = self.translate(leaf, extra)
            both = Query.boolean_query([(Occur.Must, query), (Occur.Must, only)])
            for score, address in self.searcher.search(both, len(keys) or 1).hits:
                if score:
                    adds = parts[docid_of(self.stored(address))]
                    adds[str(leaf)] = adds.get(str(leaf), 0.0) + weight * score
        return [parts[docid] for docid in wanted]


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


def _merge(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Both together, best first, each record once with the better of its scores."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in (*hits, *others):
        place = (hit[1].segment_ord, hit[1].doc)
        if place not in best or best[place][0] < hit[0]:
            best[place] = hit
    return sorted(best.values(), key=lambda hit: -hit[0])


def _score_groups(hits: list[Hit]) -> Iterable[tuple[float, list[Any]]]:
    """Hits of one score together, each group under its highest score, rounded."""
    group: list[Any] = []
    best = last = 0.0
    for score, address in hits:
        if group and last - score > _NOISE * max(abs(score), 1.0):
            yield round(best, 4), group
            group = []
        if not group:
            best = score
        group.append(address)
        last = score
    if group:
        yield round(best, 4), group


def _leaves(clause: Clause, weight: float, extra: bool = False) -> list[tuple[Clause, float, bool]]:
    """The leaf clauses that can add to a score, by which weight, and whether they only add."""
    match clause:
        case Every(clauses) | Some(clauses):
            return [leaf for each in clauses for leaf in _leaves(each, weight, extra)]
        case Ranked(found, additions, share):
            leaves = _leaves(found, weight, extra)
            return leaves + [
                leaf for each in additions for leaf in _leaves(each, weight * share, True)
            ]
    return [(clause, weight, extra)]
