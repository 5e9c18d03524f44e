"""Whether and how often terms stand near each other, from their positions in one document."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from searcher.query.clauses import Adjacent, Expansion, Near

Places = Sequence[Sequence[int]]
"""The positions of each distinct term of a clause in one document or value, ascending; none of
them is empty."""

Kind: TypeAlias = "tuple[int, ...]"
"""The terms, by their numbers, that a word may be."""


def adjacency(clause: Adjacent) -> Callable[[Places], int]:
    """What counts how often the terms of a clause stand next to each other in this order.

    Like `nearness` it takes the positions of each term once, in the order of their first mention.
    """
    numbers = {term: number for number, term in enumerate(dict.fromkeys(clause.terms))}
    return partial(_adjacent, order=[numbers[term] for term in clause.terms])


def nearness(clause: Near, *, once: bool = False) -> Callable[[Places], int]:
    """What counts the stretches that hold all terms of a clause; none overlap.

    once: it is enough to know whether there is any.
    """
    wanted = tuple(Counter(clause.terms).values())
    longest = clause.window + len(clause.terms)
    if any(isinstance(piece, Expansion) for piece in clause.terms):
        return partial(_near_patterns, wanted=wanted, longest=longest, once=once)
    if wanted == (1, 1):
        return partial(_near_two, longest=longest)
    return partial(_near_words, wanted=wanted, longest=longest)


def _adjacent(places: Places, order: Sequence[int]) -> int:
    if len(order) > len(places) and len(order) > sum(map(len, places)):
        return 0  # the phrase is longer than all of its words here
    starts = set(places[order[0]])
    for offset, number in enumerate(order[1:], 1):
        starts &= {place - offset for place in places[number]}
        if not starts:
            break
    return len(starts)


def _near_two(places: Places, longest: int) -> int:
    left, right = places
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


def _near_words(places: Places, wanted: Sequence[int], longest: int) -> int:
    """wanted: how many words of its own each term must have, so often is it named."""
    found = 0
    missing, need = sum(wanted), list(wanted)
    held: deque[tuple[int, int]] = deque()
    for place, term in sorted((place, term) for term, each in enumerate(places) for place in each):
        while held and place - held[0][0] >= longest:
            gone = held.popleft()[1]
            need[gone] += 1
            missing += need[gone] > 0
        held.append((place, term))
        missing -= need[term] > 0
        need[term] -= 1
        if not missing:
            found += 1
            missing, need = sum(wanted), list(wanted)
            held.clear()
    return found


def _near_patterns(places: Places, wanted: Sequence[int], longest: int, once: bool) -> int:
    """The same where some terms are patterns, so that one word may be several of them."""
    words = _words(places)
    enough = sum(wanted)
    found = 0
    seats = _Seats(wanted)
    # The stretch is words[low:high], of which those before `seated` have been given seats.
    low = seated = 0
    for high, (place, _) in enumerate(words, 1):
        while place - words[low][0] >= longest:
            if low < seated:
                seats.leave(words[low][1])
            low += 1
        if high - low < enough:
            continue
        for _, kind in words[max(low, seated) : high]:
            seats.enter(kind)
        seated = high
        if not seats.missing:
            found += 1
            if once:
                break
            seats = _Seats(wanted)
            low = high
    return found


def _words(places: Places) -> list[tuple[int, Kind]]:
    """Each position with the terms that its word may be, in order."""
    terms_at: dict[int, list[int]] = {}
    for term, each in enumerate(places):
        for place in each:
            terms_at.setdefault(place, []).append(term)
    return [(place, tuple(terms_at[place])) for place in sorted(terms_at)]


class _Seats:
    """The words of a stretch, as many as possible given each to one term that it may be.

    A word more or less changes by one at most how many that are, along one path on which terms
    hand words on: an augmenting path of a bipartite matching. Words of a kind are counted, so
    that neither many words nor many mentions of a term make it long.
    """

    def __init__(self, wanted: Sequence[int]) -> None:
        self.missing = sum(wanted)
        self._need = list(wanted)
        self._given: list[Counter[Kind]] = [Counter() for _ in wanted]
        self._free: Counter[Kind] = Counter()
        # Terms from which no path leads to one that needs a word.
        self._full: set[int] = set()

    def enter(self, kind: Kind) -> None:
        """One more word."""
        for term in kind:
            if self._need[term]:  # mostly so, and no path is longer
                self._need[term] -= 1
                self.missing -= 1
                self._given[term][kind] += 1
                return
        self._free[kind] += 1
        if not self._full.issuperset(kind):
            self._give_one([kind])

    def leave(self, kind: Kind) -> None:
        """A word less, of those that have entered."""
        if self._free[kind]:
            _take(self._free, kind)
            return
        term = next(each for each in kind if self._given[each][kind])
        _take(self._given[term], kind)
        self._need[term] += 1
        self.missing += 1
        if term in self._full:
            self._full.clear()
        if self._free:
            self._give_one(self._free)

    def _give_one(self, kinds: Iterable[Kind]) -> None:
        """Give away a free word of these kinds, if there is a term that then has one more."""
        came: dict[int, tuple[Kind, int | None]] = {}
        paths: list[tuple[Kind, int | None]] = [(kind, None) for kind in kinds]
        seen = set(kinds)
        for kind, giver in paths:
            new = [term for term in kind if term not in came]
            came.update(dict.fromkeys(new, (kind, giver)))
            needy = next((term for term in new if self._need[term]), None)
            if needy is not None:
                self._hand_on(needy, came)
                return
            for term in new:
                paths += [(held, term) for held in self._given[term] if held not in seen]
                seen.update(self._given[term])
        self._full.update(came)

    def _hand_on(self, last: int, came: Mapping[int, tuple[Kind, int | None]]) -> None:
        self._need[last] -= 1
        self.missing -= 1
        term: int | None = last
        while term is not None:
            kind, giver = came[term]
            _take(self._free if giver is None else self._given[giver], kind)
            self._given[term][kind] += 1
            term = giver


def _take(words: Counter[Kind], kind: Kind) -> None:
    words[kind] -= 1
    if not words[kind]:
        del words[kind]
