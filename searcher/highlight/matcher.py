"""Matcher: where the leaves of a clause are met in a text, word by word.

The terms are those of the index, so a word is marked where an engine would have found it; but
only words that begin like something wanted are stemmed, for stemming is what costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from searcher import analysis, patterns
from searcher.highlight.passage import Mark
from searcher.highlight.places import Places
from searcher.query.clauses import Adjacent, Expansion, Near, Similar, Term, is_stemmed

Leaf: TypeAlias = "Term | Adjacent | Near | Expansion | Similar"
Test: TypeAlias = "Callable[[str, str], bool]"

MAX_TEXT = 100_000
"""How many characters of a text are looked at."""


class Matcher:
    """Finds the leaves of a clause in texts of one field; a mark names leaves by their index.

    A pattern that begins with a wildcard is looked for in words as they are written; a
    `thorough` matcher also finds words that have only their stem in common with one that the
    pattern fits (pathogen for *genic), as engines do, and takes ten times as long.
    """

    def __init__(self, leaves: Sequence[Leaf], *, thorough: bool = False) -> None:
        self._thorough = thorough
        self._leaves = leaves
        self._units: dict[tuple[str | Expansion | Similar, bool], int] = {}
        self._unit_leaves: list[list[int]] = []
        # Leaves of several words: their window (None for a phrase) and their words.
        self._groups: list[tuple[int, int | None, tuple[int, ...]]] = []
        self._tests: list[tuple[int, Test]] = []
        self._exact: dict[tuple[str, bool], int] = {}
        self._heads: set[str] = set()
        self._hints: list[Callable[[str], bool]] = []
        self._known: set[str] = set()
        self._wanted_words: dict[str, tuple[int, ...]] = {}
        for number, leaf in enumerate(leaves):
            stemmed = is_stemmed(leaf.field)
            if isinstance(leaf, (Adjacent, Near)):
                units = tuple(self._unit(each, stemmed) for each in leaf.terms)
                window = leaf.window if isinstance(leaf, Near) else None
                self._groups.append((number, window, units))
            else:
                unit = self._unit(leaf.term if isinstance(leaf, Term) else leaf, stemmed)
                self._unit_leaves[unit].append(number)

    def marks(self, text: str) -> list[Mark]:
        """The matched words of a text, in order."""
        places = Places(text[:MAX_TEXT])
        wanted = self._wanted(places.words)
        if not wanted:
            return []
        found = {
            position: wanted[word] for position, word in enumerate(places.words) if word in wanted
        }
        leaves = self._leaves_at(found)
        return [
            Mark(*places.origin(position), frozenset(leaves[position]))
            for position in sorted(leaves)
        ]

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
            elif self._thorough:
                self._hints.append(bool)
            else:
                self._hints.append(_expansion_hint(wanted))
        else:
            self._tests.append((unit, _similar_test(wanted, stemmed)))
            self._hints.append(_similar_hint(wanted))
        return unit

    def _wanted(self, words: list[str]) -> dict[str, tuple[int, ...]]:
        """Of these words, those that are units, with their numbers."""
        distinct = set(words)
        heads = self._heads
        for word in distinct - self._known:
            if (
                word[:2] in heads
                or word[0] in heads
                or (self._hints and any(hint(word) for hint in self._hints))
            ):
                units = tuple(self._units_of(word))
                if units:
                    self._wanted_words[word] = units
        self._known |= distinct
        return {word: self._wanted_words[word] for word in distinct & self._wanted_words.keys()}

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
        places: dict[int, list[int]] = {}
        for position, units in found.items():
            for unit in units:
                places.setdefault(unit, []).append(position)
        for unit, positions in places.items():
            for leaf in self._unit_leaves[unit]:
                for position in positions:
                    leaves.setdefault(position, set()).add(leaf)
        for number, window, units in self._groups:
            if all(unit in places for unit in units):
                members = [places[unit] for unit in units]
                met = _adjacent(members) if window is None else _near(members, window)
                for position in met:
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
        if patterns.matches_pattern(expansion.pattern, word, stemmed=False):
            return True
        return stemmed and stem.startswith(expansion.literal) and expansion.accepts(stem)

    return test


def _expansion_hint(expansion: Expansion) -> Callable[[str], bool]:
    """Whether a word may match a pattern that begins with a wildcard, told without its stem."""
    return lambda word: patterns.matches_pattern(expansion.pattern + "*", word, stemmed=False)


def _similar_test(similar: Similar, stemmed: bool) -> Test:
    letters = set(similar.term)

    def test(word: str, stem: str) -> bool:
        term = stem if stemmed else word
        # An edit takes away one letter at most; counting letters is cheaper than edits.
        if len(letters.difference(term)) > similar.distance:
            return False
        return patterns.within_distance(similar.term, term, similar.distance)

    return test


def _similar_hint(similar: Similar) -> Callable[[str], bool]:
    """Whether a word may be similar, told without its stem: it has nearly all of the letters."""
    letters = set(similar.term)
    shortest = len(similar.term) - similar.distance
    missing = similar.distance + 1  # one more, for a last letter that stemming changed

    def hint(word: str) -> bool:
        return len(word) >= shortest and len(letters.difference(word)) <= missing

    return hint


def _adjacent(members: list[list[int]]) -> Iterator[int]:
    """Positions of phrases, given those of each of its words in turn."""
    rest = [set(positions) for positions in members]
    for first in members[0]:
        if all(first + shift in positions for shift, positions in enumerate(rest)):
            yield from range(first, first + len(members))


def _near(members: list[list[int]], window: int) -> Iterator[int]:
    """Positions in stretches of at most `window` + len(members) words with one of each member."""
    distinct = list({tuple(positions) for positions in members})
    occurrences = sorted((place, m) for m, positions in enumerate(distinct) for place in positions)
    last_seen: dict[int, int] = {}
    done = 0
    for index, (place, member) in enumerate(occurrences):
        last_seen[member] = place
        if len(last_seen) == len(distinct):
            first = min(last_seen.values())
            if place - first < window + len(members):
                begin = index
                while begin > done and occurrences[begin - 1][0] >= first:
                    begin -= 1
                yield from (each for each, _ in occurrences[begin : index + 1])
                done = index + 1
