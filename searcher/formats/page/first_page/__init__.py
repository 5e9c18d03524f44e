"""The head of a PDF's first page where its line breaks are lost, read as a whole.

Whatever prints them, first pages have one order: what the site says, the journal with its volume
and pages, the category, the title, names with their marks, addresses, dates, the abstract. Between
what stands before a title and what stands behind it, the title is found by the evidence of each
word and of each place between two words, as far as it was weighed on pages with a known title.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import accumulate
from operator import itemgetter

from searcher.formats.page.first_page.elsewhere import Elsewhere, look_elsewhere
from searcher.formats.page.first_page.evidence import (
    LENGTHS,
    NO_TITLE,
    OF_PLACES,
    OF_WORDS,
    PLACE_WITHIN,
    PLACES_AT_END,
    PLACES_AT_START,
    WORD_WITHIN,
    WORDS_AT_END,
    WORDS_AT_START,
)
from searcher.formats.page.first_page.tokens import (
    MOST_TOKENS,
    Token,
    coarse,
    language_changes,
    names_ahead,
    read_tokens,
    repeated,
)

FEWEST = 6
"""Words of a head at least."""

LONGEST = 45
"""Words of a title at most."""

STARTS, ENDS = 24, 40
"""Places that are looked at as beginnings and as ends of a title: those with the most evidence."""

LEAST_SHARE = math.log(0.01)
"""How much less likely than the most likely title another one is at most that counts for itself."""

CITED_WITHIN = 6
"""Words before a title among which the figures of its citation may stand."""

_EDGE = Token(" ", 0, 0, "edge", "", False, "")
_CITING = ("cited", "year", "range", "figures")
_DEPTHS = [
    f"place {sum([index > most for most in (0, 7, 24, 59, 119)])}"
    for index in range(MOST_TOKENS + 2)
]
_NOTHING = (0.0,) * 10
_AROUND = 3
"""Words before and behind the text that are its edge."""

Weights = Sequence[tuple[float, ...]]
Columns = Mapping[int, int]
"""Which column of a table speaks, by how far from a place the word is."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a title stands in a text, and how sure it is that this is the title.

    shares: how probable each text is that may be the title, this one and others, by its key.
    """

    start: int
    end: int
    probability: float
    shares: Mapping[str, float]

    def share_of(self, title: str) -> float:
        """How probable it is that this is the title."""
        return self.shares.get(_key(title), 0.0)


def find_title_span(text: str, marks: Mapping[int, Iterable[str]], page: str = "") -> Span | None:
    """The title in a head without line breaks; None for a text of a few words.

    marks: what is known to begin ("before") or to end ("after") at a place of the text; page: the
    text of the whole page.
    """
    tokens = read_tokens(text, marks)
    if len(tokens) < FEWEST:
        return None
    elsewhere = look_elsewhere(tokens, page or text)
    scores = _score(rows_within(tokens, elsewhere), rows_between(tokens, marks, elsewhere))
    highest = max([NO_TITLE, *[each[0] for each in scores]])
    total = math.exp(NO_TITLE - highest) + sum([math.exp(each[0] - highest) for each in scores])
    shares: dict[str, float] = {}
    spans: dict[str, tuple[int, int]] = {}
    likely = [each for each in scores if each[0] > highest + LEAST_SHARE]
    for score, start, end in sorted(likely, key=itemgetter(0), reverse=True):
        key = _key(text[tokens[start].start : tokens[end - 1].end])
        shares[key] = shares.get(key, 0.0) + math.exp(score - highest) / total
        spans.setdefault(key, (start, end))
    if not shares:
        return None
    best = max(shares, key=lambda key: shares[key])
    start, end = spans[best]
    if tokens[end : end + 1] and tokens[end].text in ("?", "!"):
        end += 1  # as French parts them from the last word
    return Span(tokens[start].start, tokens[end - 1].end, shares[best], shares)


def _key(title: str) -> str:
    """What is the same of a title wherever a text has it."""
    return title.strip(" .,:;*").lower()


def rows_within(tokens: Sequence[Token], elsewhere: Elsewhere) -> list[tuple[str, ...]]:
    """The rows of the table of evidence that speak about each word."""
    return list(map(_rows_of, tokens, elsewhere.often, elsewhere.letters))


def _rows_of(token: Token, *elsewhere: str) -> tuple[str, ...]:
    rows = [token.kind]
    if token.ending:
        rows.append(f"ends with {token.ending}")
    if token.text[:1] in '(["“„«':
        rows.append("opened")
    if token.known:
        rows.append("known capital" if token.text[0].isupper() else "known")
    rows += [each for each in elsewhere if each]
    return tuple(rows)


def rows_between(
    tokens: Sequence[Token], marks: Mapping[int, Iterable[str]], elsewhere: Elsewhere
) -> list[list[str]]:
    """The rows of the table that speak about each place between two words, the edges with them."""
    count = len(tokens)
    rows: list[list[str]] = [[] for _ in range(count + 1)]
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    for place, kinds in marks.items():
        index = starts.get(place, ends.get(place, -1))
        if index >= 0:
            rows[index] += kinds
    begins, ending = repeated(tokens)
    before, last, cited = _EDGE, "", -CITED_WITHIN
    for index, after in enumerate([*tokens, _EDGE]):
        here = rows[index]
        stop = "." if before.ending else ""
        following = elsewhere.letters[index] if index < count else ""
        here.append(f"{coarse(before.kind)}{stop}{coarse(after.kind)}")
        here.append(f"{last or coarse(before.kind)}{stop} {following or coarse(after.kind)}")
        here.append(names_ahead(tokens, index, elsewhere.letters))
        here.append(_DEPTHS[index])
        if before.kind in _CITING:
            cited = index
        if index - cited < CITED_WITHIN:
            here.append("cited before")
        if language_changes(tokens, index):
            here.append("language changes")
        if index in begins:
            here.append("repeat begins")
        if index in ending:
            here.append("repeat ends")
        if index in elsewhere.begins:
            here.append("elsewhere begins")
        if index in elsewhere.ends:
            here.append("elsewhere ends")
        before, last = after, following
    return rows


@lru_cache(maxsize=4096)
def _weigh_word(rows: tuple[str, ...]) -> tuple[float, ...]:
    return _sum([OF_WORDS[row] for row in rows if row in OF_WORDS])


@lru_cache(maxsize=4096)
def _weigh_place(rows: tuple[str, ...]) -> tuple[float, ...]:
    return _sum([OF_PLACES[row] for row in rows if row in OF_PLACES])


def _sum(found: list[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(map(sum, zip(*found, strict=True))) if found else _NOTHING


def _score(
    within: Sequence[tuple[str, ...]], between: Sequence[list[str]]
) -> list[tuple[float, int, int]]:
    """The evidence that a title goes from one word to another, for the most likely of them."""
    count = len(within)
    edges = [_weigh_word(("edge",))] * _AROUND
    words = [*edges, *map(_weigh_word, within), *edges]
    gaps = [_weigh_place(tuple(rows)) for rows in between] + [_NOTHING]
    starts = _add_up(words, WORDS_AT_START, gaps, PLACES_AT_START, count)
    ends = _add_up(words, WORDS_AT_END, gaps, PLACES_AT_END, count + 1)
    over = list(accumulate(map(itemgetter(WORD_WITHIN), words[_AROUND:-_AROUND]), initial=0.0))
    across = list(accumulate(map(itemgetter(PLACE_WITHIN), gaps)))
    last = [
        (j, ends[j] + over[j] + across[j - 1])
        for j in nlargest(ENDS, range(1, count + 1), key=ends.__getitem__)
    ]
    first = [
        (i, starts[i] - over[i] - across[i])
        for i in nlargest(STARTS, range(count), key=starts.__getitem__)
    ]
    return [
        (begun + ended + LENGTHS[j - i], i, j)
        for i, begun in first
        for j, ended in last
        if i < j <= i + LONGEST
    ]


def _add_up(
    words: Weights, of_words: Columns, gaps: Weights, of_places: Columns, count: int
) -> list[float]:
    """The sums of what the words and the places around each of `count` places say."""
    around = [
        map(itemgetter(column), words[_AROUND + step : _AROUND + step + count])
        for step, column in of_words.items()
    ]
    around += [
        map(itemgetter(column), gaps[step : step + count]) for step, column in of_places.items()
    ]
    return list(map(sum, zip(*around, strict=True)))
