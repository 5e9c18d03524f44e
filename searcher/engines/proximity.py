"""Whether and how often terms stand near each other, from their positions in one document."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from searcher.query.clauses import Expansion, Near

Places = list[Sequence[int]]
"""The positions of each term of a clause in one document or value, ascending; none is empty."""


def nearness(clause: Near, *, once: bool = False) -> Callable[[Places], int]:
    """What counts the stretches that hold a clause, from the positions of its terms.

    once: it is enough to know whether there is any.
    """
    if any(isinstance(piece, Expansion) for piece in clause.terms):
        return partial(near_patterns, window=clause.window, once=once)
    return partial(near, window=clause.window)


def adjacent(places: Places) -> int:
    """How often the terms stand next to each other in this order."""
    starts = set(places[0])
    for offset, each in enumerate(places[1:], 1):
        starts &= {place - offset for place in each}
        if not starts:
            break
    return len(starts)


def near(places: Places, window: int) -> int:
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


def near_patterns(places: Places, window: int, *, once: bool = False) -> int:
    """The same where some terms are patterns, so that one word may be several of them."""
    longest = window + len(places)
    found, before = 0, -1
    for end in sorted(set().union(*places)):
        low = max(before, end - longest)
        if _each_its_own([_between(each, low, end) for each in places]):
            found, before = found + 1, end
            if once:
                break
    return found


def _between(places: Sequence[int], low: int, high: int) -> Sequence[int]:
    return places[bisect_right(places, low) : bisect_right(places, high)]


def _each_its_own(choices: Places) -> bool:
    """Whether each can have one of its choices that no other has."""
    holder: dict[int, int] = {}

    def seated(one: int, asked: set[int]) -> bool:
        for place in choices[one]:
            if place not in asked:
                asked.add(place)
                # Who has it may find another.
                if place not in holder or seated(holder[place], asked):
                    holder[place] = one
                    return True
        return False

    return all(choices) and all(seated(one, set()) for one in range(len(choices)))


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
