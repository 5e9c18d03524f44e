"""Measures of a ranking against graded judgements, as trec_eval computes them."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2


def ndcg(ranking: Sequence[str], grades: dict[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain, with the grade itself as gain."""
    gain = sum(
        max(grades.get(doc, 0), 0) / log2(rank + 1) for rank, doc in enumerate(ranking[:depth], 1)
    )
    best = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:depth]
    ideal = sum(grade / log2(rank + 1) for rank, grade in enumerate(best, 1))
    return gain / ideal if ideal else 0.0


def recall(ranking: Sequence[str], grades: dict[str, int], depth: int = 100) -> float:
    """The share of relevant documents among the first so many."""
    relevant = {doc for doc, grade in grades.items() if grade > 0}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0


def average_precision(ranking: Sequence[str], grades: dict[str, int]) -> float:
    """The mean of the precisions at each relevant document."""
    relevant = {doc for doc, grade in grades.items() if grade > 0}
    found, total = 0, 0.0
    for rank, doc in enumerate(ranking, 1):
        if doc in relevant:
            found += 1
            total += found / rank
    return total / len(relevant) if relevant else 0.0
