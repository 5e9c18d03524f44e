"""What the rest of a page says of the words of its head: those of a title come again below it, not
as names do, and a citation or a note says a title whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from searcher.formats.page.first_page.tokens import RUN, STEM, Token, ends_of_runs

MOST_LETTERS = 3_000
"""Characters of a page that are asked for the words of its head."""

SHORTEST = 4
"""Letters of a word that is counted."""

OFTEN = (1, 2, 4)
"""Times a word is said elsewhere from which on it speaks otherwise."""

_BEFORE = frozenset("(/“‘'\"-")
"""Signs that stand before a word in small letters."""


class Elsewhere(NamedTuple):
    """What a page says outside of its head, and how it spells what stands in it.

    often: for each word of the head the row about how often it is said; letters: for each with a
    capital, whether the page has it without; begins, ends: of runs of words that it says as well.
    """

    often: list[str]
    letters: list[str]
    begins: set[int]
    ends: set[int]


def look_elsewhere(tokens: Sequence[Token], page: str) -> Elsewhere:
    """What a page says of the words of its head."""
    page, said = _read(page)
    own = Counter([each.word[:STEM] for each in tokens])
    often, letters = [], []
    for token in tokens:
        word = token.word if token.word.isalpha() else ""
        stem = word[:STEM]
        often.append(_row(_count(said, stem) - own[stem]) if len(word) >= SHORTEST else "")
        is_capital = len(word) > 1 and token.text[0].isupper()
        letters.append(("lowered" if _has_word(page, word) else "kept") if is_capital else "")
    texts = [each.text.lower() for each in tokens]
    head = " ".join(texts)
    runs = [" ".join(texts[index : index + RUN]) for index in range(len(texts) - RUN + 1)]
    begins, ends = ends_of_runs([said.count(run) > head.count(run) for run in runs])
    return Elsewhere(often, letters, begins, ends)


def _row(times: int) -> str:
    return f"elsewhere {sum([times >= least for least in OFTEN])}"


@lru_cache(maxsize=1)
def _read(page: str) -> tuple[str, str]:
    """The beginning of a page, and its text in small letters."""
    page = page[:MOST_LETTERS]
    return page, " ".join(page.lower().split())


def _count(text: str, stem: str) -> int:
    """How many words of a text begin with a stem, or are what is shorter than one."""
    times = 0
    start = text.find(stem)
    while start >= 0:
        end = start + len(stem)
        goes_on = len(stem) < STEM and text[end : end + 1].isalpha()
        times += not (goes_on or text[max(0, start - 1) : start].isalpha())
        start = text.find(stem, end)
    return times


def _has_word(page: str, word: str) -> bool:
    """Whether a page has a word as it is spelled here."""
    start = page.find(word)
    while start >= 0:
        end = start + len(word)
        before, behind = page[max(0, start - 1) : start], page[end : end + 1]
        if (before.strip() == "" or before in _BEFORE) and not behind.islower():
            return True
        start = page.find(word, end)
    return False
