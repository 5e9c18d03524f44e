"""The terms that a truncated, wildcard or fuzzy word stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query import clauses
from searcher.query.clauses import Expansion, Similar

_LAST = "\U0010ffff"


def expand(snapshot: Snapshot, field: str, clause: Expansion) -> tuple[list[str], str]:
    """The terms of the field that a pattern stands for, and a note when there are too many."""
    prefix = clause.pattern[:-1] if clause.pattern.endswith("*") else ""
    if "*" in prefix or "?" in prefix:
        prefix = ""
    accepts = clause.matcher()
    found = {
        term: count
        for term, count in snapshot.terms(field, clause.literal).items()
        if (prefix and term.startswith(prefix)) or accepts(term)
    }
    return _most_frequent(found, clause.pattern)


def similar(snapshot: Snapshot, field: str, clause: Similar) -> tuple[list[str], str]:
    """The terms of the field within a number of edits, and a note when there are too many."""
    near: set[str] = set()
    for terms in snapshot.vocabulary(field):
        near.update(within(terms, clause.term, clause.distance))
    counts = {term: snapshot.count(field, term) for term in near}
    return _most_frequent({t: n for t, n in counts.items() if n}, clause.term + "~")


def _most_frequent(terms: dict[str, int], shown: str) -> tuple[list[str], str]:
    most = clauses.MAX_EXPANSION
    if len(terms) <= most:
        return sorted(terms), ""
    kept = sorted(terms, key=lambda term: (-terms[term], term))[:most]
    note = f"“{shown}” stands for {len(terms):,} terms; the {most:,} most frequent were used"
    return sorted(kept), note


def within(terms: list[str], word: str, distance: int) -> Iterator[str]:
    """Those of ascending terms that are at most so many edits from a word; swapping two
    neighbours is one edit.

    Walks the terms as a tree of letters with a row of the edit matrix for each node; where no
    number of a row is small enough, all terms of that beginning are passed over at once.
    """
    width = len(word) + 1
    nodes = [(0, len(terms), "", list(range(width)), [distance + 1] * width)]
    while nodes:
        low, high, prefix, row, older = nodes.pop()
        depth = len(prefix)
        if low < high and len(terms[low]) == depth:
            if row[-1] <= distance:
                yield terms[low]
            low += 1
        while low < high:
            begin = terms[low][: depth + 1]
            end = high if high - low == 1 else bisect_left(terms, begin + _LAST, low, high)
            following = _row(word, begin, row, older, distance)
            if following is not None:
                nodes.append((low, end, begin, following, row))
            low = end


def _row(
    word: str, begin: str, row: list[int], older: list[int], distance: int
) -> list[int] | None:
    """The next row of the edit matrix, for one more letter; None when all of it is too far."""
    char, before = begin[-1], begin[-2:-1]
    far = distance + 1
    depth = len(begin)
    following = [min(depth, far), *[far] * len(word)]
    least = following[0]
    for place in range(max(1, depth - distance), min(len(word), depth + distance) + 1):
        other = word[place - 1]
        cost = row[place - 1]
        if char != other:
            cost = 1 + min(cost, row[place], following[place - 1])
            if before == other and place > 1 and char == word[place - 2]:
                cost = min(cost, older[place - 2] + 1)
        following[place] = cost
        if cost < least:
            least = cost
    return following if least <= distance else None
