"""Passages: the stretch of a text that shows best why it was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from searcher.frozen import frozen
from searcher.lazy import lazy_pattern


@frozen
class Mark:
    """One matched word of a text: its place (start, end) and the numbers of the clauses met."""

    start: int
    end: int
    clauses: frozenset[int]


MARK_BONUS = 0.1
MARKS_COUNTED = 5
SENTENCE_BONUS = 0.3
SPREAD_PENALTY = 0.2

_SENTENCE_END = lazy_pattern(r"[.!?][^\w\s.!?]*\s+(?=[^\w\s]?[^\W_a-z])|\n\s*")
_ABBREVIATION = lazy_pattern(r"\b(?:al|approx|ca|cf|dr|e\.g|fig|i\.e|no|vs|\w)$")
_WORD_START = lazy_pattern(r"\s\S")


def sentence_starts(text: str) -> list[int]:
    """Where sentences and lines of a text begin, in order; the first is 0."""
    starts = [0]
    for found in _SENTENCE_END.finditer(text):
        abbreviated = _ABBREVIATION.search(text[max(0, found.start() - 8) : found.start()].lower())
        if found.group()[0] == "\n" or not abbreviated:
            starts.append(found.end())
    return starts


def choose_passage(text: str, marks: Sequence[Mark], width: int) -> tuple[int, int]:
    """The place (start, end) of the best passage of at most `width` characters.

    Best is: most different clauses (one that the text meets rarely counts more), then most
    marks, near each other, in one sentence. Ends are those of sentences where that fits, else
    of words. Without marks, the beginning of the text.
    """
    starts = sentence_starts(text)
    if not marks:
        return _fit(text, starts, 0, 0, width)
    first, last = _best_window(marks, starts, width)
    return _fit(text, starts, marks[first].start, marks[last].end, width)


def coverage(marks: Sequence[Mark]) -> int:
    """How many different clauses the marks meet."""
    return len(frozenset[int]().union(*(mark.clauses for mark in marks)))


def _best_window(marks: Sequence[Mark], starts: list[int], width: int) -> tuple[int, int]:
    """The first and last of the marks to show: every window that fits is weighed once."""
    seen = Counter(clause for mark in marks for clause in mark.clauses)
    weights = {clause: 1 + 1 / times for clause, times in seen.items()}
    inside = dict.fromkeys(seen, 0)
    best_score, best = -1.0, (0, 0)
    covered = 0.0
    after = 0  # marks before this one are inside the window
    for first, mark in enumerate(marks):
        start = mark.start
        while after < len(marks) and (after <= first or marks[after].end - start <= width):
            for clause in marks[after].clauses:
                if not inside[clause]:
                    covered += weights[clause]
                inside[clause] += 1
            after += 1
        end = marks[after - 1].end
        score = covered - SPREAD_PENALTY * (end - start) / width
        score += MARK_BONUS * min(after - first, MARKS_COUNTED)
        if end - starts[bisect_right(starts, start) - 1] <= width:
            score += SENTENCE_BONUS
        if score > best_score:
            best_score, best = score, (first, after - 1)
        for clause in mark.clauses:
            inside[clause] -= 1
            if not inside[clause]:
                covered -= weights[clause]
    return best


def _fit(text: str, starts: list[int], first: int, last: int, width: int) -> tuple[int, int]:
    """A passage around the place from `first` to `last`, with the best ends that fit."""
    last = min(last, first + width)
    start = starts[bisect_right(starts, first) - 1]
    if last - start > width:
        lead = (width - (last - first)) // 3
        start = _word_start(text, first - lead, first)
    end = _end(text, starts, start, last, width)
    # A short last sentence leaves room for what stands before it.
    earlier = bisect_left(starts, end - width)
    if earlier < len(starts) and starts[earlier] < start:
        start = starts[earlier]
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _word_start(text: str, low: int, high: int) -> int:
    """The first beginning of a word from `low` on, at most `high`."""
    found = _WORD_START.search(text, max(0, low - 1), high)
    return found.start() + 1 if found else high


def _end(text: str, starts: list[int], start: int, last: int, width: int) -> int:
    """Where a passage from `start` ends: it holds `last`, and stops with a sentence or a word."""
    limit = start + width
    if limit >= len(text):
        return len(text)
    sentence = starts[bisect_right(starts, limit) - 1]
    if sentence >= max(last, start + width * 6 // 10):
        return sentence
    for place in range(limit, max(last, start + width // 2) - 1, -1):
        if text[place].isspace():
            return place
    return last if last > start + width // 2 else limit
