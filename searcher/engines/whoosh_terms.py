"""The terms that a truncated, wildcard or fuzzy word stands for."""

from __future__ import annotations

from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query.plan import MAX_EXPANSION, Expansion, Similar


def expand(snapshot: Snapshot, field: str, clause: Expansion) -> tuple[list[str], str]:
    """The terms of the field that a pattern stands for, and a note when there are too many."""
    found = snapshot.terms(field, clause.literal)
    return _most_frequent({t: n for t, n in found.items() if clause.accepts(t)}, clause.pattern)


def similar(snapshot: Snapshot, field: str, clause: Similar) -> tuple[list[str], str]:
    """The terms of the field within a number of edits, and a note when there are too many."""
    found = snapshot.terms(field, "")
    near = {t: n for t, n in found.items() if within(clause.term, t, clause.distance)}
    return _most_frequent(near, clause.term + "~")


def _most_frequent(terms: dict[str, int], shown: str) -> tuple[list[str], str]:
    if len(terms) <= MAX_EXPANSION:
        return sorted(terms), ""
    kept = sorted(terms, key=lambda term: (-terms[term], term))[:MAX_EXPANSION]
    note = f"“{shown}” stands for {len(terms)} terms; the {MAX_EXPANSION} most frequent were used"
    return sorted(kept), note


def within(left: str, right: str, distance: int) -> bool:
    """Whether two terms are at most so many edits apart; swapping two neighbours is one edit."""
    if abs(len(left) - len(right)) > distance:
        return False
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, char in enumerate(left, 1):
        last, row, older = row, [i], before
        for j, other in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (char != other))
            if i > 1 and j > 1 and char == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = last
        if min(row) > distance:
            return False
    return row[-1] <= distance
