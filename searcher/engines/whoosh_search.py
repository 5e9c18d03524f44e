"""Requests answered: ordering, paging, facets and explanations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from heapq import nsmallest
from typing import Any

from searcher.engines.base import Answer, Match, Request
from searcher.engines.whoosh_clauses import Evaluation, Scores
from searcher.engines.whoosh_layout import PARTS
from searcher.engines.whoosh_postings import Override
from searcher.engines.whoosh_ranking import best, scores_of_best
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query.clauses import Clause, Term
from searcher.schema import ANY


def search(snapshot: Snapshot, request: Request) -> Answer:
    """The records that a request asks for."""
    evaluation = Evaluation(snapshot)
    wanted = request.offset + request.limit
    matching: Collection[int]
    scores: Scores = {}
    if request.sort == "relevance":
        matching, scores = scores_of_best(evaluation, request.clause, wanted)
        numbers = best(snapshot, scores, wanted)
    else:
        matching = evaluation.matches(request.clause)
        numbers = ordered(snapshot, matching, request.sort, wanted)
    page = numbers[request.offset : request.offset + request.limit]
    return Answer(
        len(matching),
        tuple(_match(snapshot, number, scores.get(number, 0.0)) for number in page),
        {field: count_values(snapshot, matching, field) for field in request.facets},
        tuple(evaluation.notes),
    )


def _match(snapshot: Snapshot, number: int, score: float) -> Match:
    docid, stored = snapshot.record(number)
    return Match(docid, score, stored)


def ordered(snapshot: Snapshot, numbers: Collection[int], sort: str, wanted: int) -> list[int]:
    """The first documents by a column, those without a value last, ties by docid."""
    if wanted <= 0:
        return []
    docids = snapshot.docids()
    key: Callable[[int], Any]
    if sort in ("newest", "oldest"):
        dates, sign = snapshot.dates(), -1 if sort == "newest" else 1
        key = lambda n: (not dates[n], sign * dates[n], docids[n])  # noqa: E731
    else:
        texts = snapshot.titles() if sort == "title" else snapshot.journals()
        key = lambda n: (not texts[n], texts[n].casefold(), docids[n])  # noqa: E731
    return nsmallest(wanted, numbers, key=key)


def count_values(
    snapshot: Snapshot, numbers: Collection[int], field: str
) -> tuple[tuple[str, int], ...]:
    """Values of a facet with their record counts, most frequent first."""
    counts: Counter[str] = Counter()
    if field == "year":
        dates = snapshot.dates()
        years = Counter(dates[number] // 10000 for number in numbers)
        counts.update({str(year): count for year, count in years.items() if year})
    else:
        for values, here in snapshot.values(field, numbers):
            counts.update(values.count(here))
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def explain(snapshot: Snapshot, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
    """For each docid, what each leaf clause adds to its score."""
    from searcher.engines.explanation import Explanation  # most queries ask for none

    wanted = list(docids)
    evaluation = Evaluation(snapshot)
    found = ((docid, snapshot.find(docid)) for docid in wanted)
    numbers = {docid: number for docid, number in found if number is not None}

    def matching(clause: Clause) -> set[str]:
        matches = evaluation.matches(clause)
        return {docid for docid, number in numbers.items() if number in matches}

    def scored(leaf: Clause, extra: bool) -> dict[str, float]:
        scores = evaluation.scores(leaf)
        return {docid: scores.get(number, 0.0) for docid, number in numbers.items()}

    explanation = Explanation(wanted, evaluation.counted, matching, scored)
    explanation.add(clause)
    return [explanation.parts[docid] for docid in wanted]


def frequency(snapshot: Snapshot, field: str, term: str) -> int:
    """How many live records hold the term in the field."""
    return len(Evaluation(snapshot).matches(Term(field, term)))


def most_frequent(snapshot: Snapshot, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
    """Terms that begin so with their record counts, most frequent first."""
    found = snapshot.terms(field, prefix)
    if field != ANY:
        return nsmallest(limit, found.items(), key=lambda item: (-item[1], item[0]))
    # These counts are too high where a record counts twice, but never by more than half.
    counts: dict[str, int] = {}
    for term in sorted(found, key=lambda term: -found[term]):
        if len(counts) >= limit and found[term] < sorted(counts.values())[-limit]:
            break
        counts[term] = len(Override(*(snapshot.postings(part, term) for part in PARTS)))
    return nsmallest(limit, counts.items(), key=lambda item: (-item[1], item[0]))
