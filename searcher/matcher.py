"""Matcher: where the leaves of a clause are met in a text, word by word.

The terms are those of the index, so a word is marked where an engine would have found it; but
only words that begin like something wanted are stemmed, for stemming is what costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from searcher import analysis
from searcher.passage import Mark
from searcher.places import Places
from searcher.query.plan import Adjacent, Expansion, Near, Similar, Term, is_stemmed

Leaf: TypeAlias = "Term | Adjacent | Near | Expansion | Similar"
Test: TypeAlias = "Callable[[str, str], bool]"

MAX_TEXT = 100_000
"""How many characters of a text are looked at."""


class Matcher:
    """Finds the leaves of a clause in texts of one field; a mark names leaves by their index."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._units: dict[tuple[str | Expansion | Similar, bool], int] = {}
        self._unit_leaves: list[list[int]] = []
        self._groups: list[tuple[int, Leaf, tuple[int, ...]]] = []
        self._tests: list[tuple[int, Test]] = []
        self._exact: dict[tuple[str, bool], int] = {}
        self._heads: set[str] = set()
        self._hints: list[Callable[[str], bool]] = []
        self._met: dict[str, tuple[int, ...]] = {}
        for number, leaf in enumerate(leaves):
            stemmed = is_stemmed(leaf.field)
            if isinstance(leaf, (Adjacent, Near)):
                units = tuple(self._unit(each, stemmed) for each in leaf.terms)
                self._groups.append((number, leaf, units))
            else:
                unit = self._unit(leaf.term if isinstance(leaf, Term) else leaf, stemmed)
                self._unit_leaves[unit].append(number)

    def marks(self, text: str) -> list[Mark]:
        """The matched words of a text, in order."""
        places = Places(text[:MAX_TEXT])
        words = places.words()
        wanted = self._wanted(words)
        if not wanted:
            return []
        found = {position: wanted[word] for position, word in enumerate(words) if word in wanted}
        leaves = self._leaves_at(found)
        marks = []
        for position, match in enumerate(places.matches()):
            if position in leaves:
                start, end = places.origin(match.start())
                marks.append(Mark(start, end, frozenset(leaves[position])))
        return marks

    def _unit(self, wanted: str | Expansion | Similar, stemmed: bool) -> int:
        """The number of one thing that a single word can be."""
        if (wanted, stemmed) in self._units:
            return self._units[wanted, stemmed]
        unit = self._units[wanted, stemmed] = len(self._units)
        self._unit_leaves.append([])
        if isinstance(wanted, str):
            self._exact[wanted, stemmed] = unit
            self._heads.add(_head(wanted))
        elif isinstance(wanted, Expansion):
            self._tests.append((unit, _expansion_test(wanted, stemmed)))
            if wanted.literal:
                self._heads.add(_head(wanted.literal))
            else:
                self._hints.append(_expansion_hint(wanted))
        else:
            self._tests.append((unit, _similar_test(wanted, stemmed)))
            self._hints.append(_similar_hint(wanted))
        return unit

    def _wanted(self, words: list[str]) -> dict[str, tuple[int, ...]]:
        """Of these words, those that are units, with their numbers."""
        heads, met = self._heads, self._met
        candidates = {word for word in words if word[:2] in heads or word[0] in heads}
        if self._hints:
            rest = set(words) - candidates
            candidates |= {word for word in rest if any(hint(word) for hint in self._hints)}
        for word in candidates - met.keys():
            met[word] = tuple(self._units_of(word))
        return {word: met[word] for word in candidates if met[word]}

    def _units_of(self, word: str) -> Iterator[int]:
        if (word, False) in self._exact:
            yield self._exact[word, False]
        stem = analysis.stem(word)
        if (stem, True) in self._exact:
            yield self._exact[stem, True]
        for unit, test in self._tests:
            if test(word, stem):
                yield unit

    def _leaves_at(self, found: dict[int, tuple[int, ...]]) -> dict[int, set[int]]:
        """Position to the leaves that are met there."""
        leaves: dict[int, set[int]] = {}
        for position, units in found.items():
            for unit in units:
                for leaf in self._unit_leaves[unit]:
                    leaves.setdefault(position, set()).add(leaf)
        for number, leaf_, units in self._groups:
            positions = (
                _near(found, units, leaf_.window)
                if isinstance(leaf_, Near)
                else _adjacent(found, units)
            )
            for position in positions:
                leaves.setdefault(position, set()).add(number)
        return leaves


def _head(term: str) -> str:
    """What every word of this term begins with.

    A stem keeps the first letters of its word, a short one only the first (dying, die);
    test_matcher holds that against a vocabulary.
    """
    return term[:2] if len(term) > 3 else term[:1]


def _expansion_test(expansion: Expansion, stemmed: bool) -> Test:
    def test(word: str, stem: str) -> bool:
        if analysis.matches_pattern(expansion.pattern, word, stemmed=False):
            return True
        return stemmed and stem.startswith(expansion.literal) and expansion.accepts(stem)

    return test


def _expansion_hint(expansion: Expansion) -> Callable[[str], bool]:
    """Whether a word may match a pattern that begins with a wildcard, told without its stem."""
    return lambda word: analysis.matches_pattern(expansion.pattern + "*", word, stemmed=False)


def _similar_test(similar: Similar, stemmed: bool) -> Test:
    def test(word: str, stem: str) -> bool:
        return within_distance(similar.term, stem if stemmed else word, similar.distance)

    return test


def _similar_hint(similar: Similar) -> Callable[[str], bool]:
    """Whether a word may be similar, told without its stem: it has nearly all of the letters."""
    letters = set(similar.term)
    shortest = len(similar.term) - similar.distance
    missing = similar.distance + 1  # one more, for a last letter that stemming changed

    def hint(word: str) -> bool:
        return len(word) >= shortest and len(letters.difference(word)) <= missing

    return hint


def _adjacent(found: dict[int, tuple[int, ...]], units: tuple[int, ...]) -> Iterator[int]:
    for position in found:
        if all(unit in found.get(position + i, ()) for i, unit in enumerate(units)):
            yield from range(position, position + len(units))


def _near(found: dict[int, tuple[int, ...]], units: tuple[int, ...], window: int) -> set[int]:
    """Positions inside a stretch of at most window + len(units) words that holds all units."""
    wanted = set(units)
    positions = [place for place in sorted(found) if not wanted.isdisjoint(found[place])]
    near: set[int] = set()
    last_seen: dict[int, int] = {}
    for place in positions:
        for unit in found[place]:
            if unit in wanted:
                last_seen[unit] = place
        if len(last_seen) == len(wanted):
            first = min(last_seen.values())
            if place - first < window + len(units):
                near.update(each for each in positions if first <= each <= place)
    return near


def within_distance(left: str, right: str, limit: int) -> bool:
    """Whether at most `limit` single-letter edits (a swap of neighbours is one) lie between."""
    if abs(len(left) - len(right)) > limit:
        return False
    if left == right:
        return True
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return False
    return row[-1] <= limit
