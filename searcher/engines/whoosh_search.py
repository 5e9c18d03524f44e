"""Requests answered: ordering, paging, facets and explanations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from heapq import nlargest
from typing import Any

from searcher.engines.base import Answer, Match, Request
from searcher.engines.whoosh_clauses import Evaluation, Scores
from searcher.engines.whoosh_encoding import Columns
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query.plan import Clause


def search(snapshot: Snapshot, request: Request) -> Answer:
    """The records that a request asks for."""
    evaluation = Evaluation(snapshot)
    if request.sort == "relevance":
        scores = evaluation.scores(request.clause)
        matching: Iterable[int] = scores
        total = len(scores)
        numbers = best(snapshot, scores, request.offset + request.limit)
    else:
        matching = evaluation.matches(request.clause)
        total = len(matching)
        scores = {}
        numbers = ordered(snapshot, matching, request.sort)
    page = numbers[request.offset : request.offset + request.limit]
    return Answer(
        total,
        tuple(
            Match(snapshot.docid(number), scores.get(number, 0.0), snapshot.stored(number))
            for number in page
        ),
        {field: count_values(snapshot, matching, field) for field in request.facets},
        tuple(evaluation.notes),
    )


def best(snapshot: Snapshot, scores: Scores, wanted: int) -> list[int]:
    """The documents of the highest scores, ties by docid."""
    if wanted <= 0 or not scores:
        return []
    cut = nlargest(wanted, scores.values())[-1]
    # All that tie with the last one take part, or their order would depend on the cut.
    kept = [(-score, number) for number, score in scores.items() if score >= cut]
    keyed = sorted((score, snapshot.docid(number), number) for score, number in kept)
    return [number for _, _, number in keyed[:wanted]]


_SORT_KEYS: dict[str, Callable[[Columns], Any]] = {
    "newest": lambda columns: (not columns.date, -columns.date),
    "oldest": lambda columns: (not columns.date, columns.date),
    "journal": lambda columns: (not columns.journal, columns.journal.casefold()),
    "title": lambda columns: (not columns.title, columns.title.casefold()),
}


def ordered(snapshot: Snapshot, numbers: Iterable[int], sort: str) -> list[int]:
    """The documents by a column, those without a value last, ties by docid."""
    key = _SORT_KEYS[sort]
    return sorted(numbers, key=lambda n: (key(snapshot.columns(n)), snapshot.docid(n)))


_FACET_VALUES: dict[str, Callable[[Columns], Iterable[str]]] = {
    "year": lambda columns: (str(columns.date // 10000),) if columns.date else (),
    "journal": lambda columns: (columns.journal,) if columns.journal else (),
    "keywords": lambda columns: columns.keywords,
    "type": lambda columns: columns.types,
}


def count_values(
    snapshot: Snapshot, numbers: Iterable[int], field: str
) -> tuple[tuple[str, int], ...]:
    """Values of a facet with their record counts, most frequent first."""
    values = _FACET_VALUES[field]
    counts = Counter(value for n in numbers for value in values(snapshot.columns(n)))
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def explain(snapshot: Snapshot, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
    """For each docid, what each leaf clause adds to its score."""
    evaluation = Evaluation(snapshot)
    scored = [
        (str(leaf), weight, evaluation.scores(leaf)) for leaf, weight in evaluation.leaves(clause)
    ]
    found: list[dict[str, float]] = []
    for docid in docids:
        number = snapshot.find(docid)
        parts: dict[str, float] = {}
        for leaf, weight, scores in scored:
            if number is not None and scores.get(number):
                parts[leaf] = parts.get(leaf, 0.0) + weight * scores[number]
        found.append(parts)
    return found
