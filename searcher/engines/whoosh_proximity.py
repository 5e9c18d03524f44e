"""Whether and how often terms stand near each other, from their positions in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def adjacent(places: list[Sequence[int]]) -> int:
    """How often the terms stand next to each other in this order."""
    starts = set(places[0])
    for offset, each in enumerate(places[1:], 1):
        starts &= {place - offset for place in each}
    return len(starts)


def near(places: list[Sequence[int]], window: int) -> int:
    """How many stretches hold all the terms, at most `window` others between; none overlap.

    Terms that are the same must each have a place of their own.
    """
    longest = window + len(places)
    if len(places) == 2 and places[0][0] != places[1][0]:  # two terms, not one twice
        return _near_two(places[0], places[1], longest)
    wanted = Counter(map(tuple, places))
    labelled = sorted((place, label) for label in wanted for place in label)
    found = 0
    held: list[tuple[int, tuple[int, ...]]] = []
    for place, label in labelled:
        held.append((place, label))
        held = [each for each in held if place - each[0] < longest]
        counts = Counter(each[1] for each in held)
        if all(counts[each] >= wanted[each] for each in wanted):
            found += 1
            held = []
    return found


def _near_two(left: Sequence[int], right: Sequence[int], longest: int) -> int:
    found = i = j = 0
    # Only the last place of each term before the next one can be near enough to it.
    while i < len(left) and j < len(right):
        distance = right[j] - left[i]
        if -longest < distance < longest:
            found += 1
            end = max(left[i], right[j])
            while i < len(left) and left[i] <= end:
                i += 1
            while j < len(right) and right[j] <= end:
                j += 1
        elif distance > 0:
            i += 1
        else:
            j += 1
    return found
