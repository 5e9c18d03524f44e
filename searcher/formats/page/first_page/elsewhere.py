"""What the rest of a page says of the words of its head: those of a title come again below it, not
as names do, and a citation or a note says a title whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from searcher.formats.page.first_page.tokens import RUN, STEM, Token, ends_of_runs
from searcher.formats.page.first_page.word_kinds import AROUND

MOST_LETTERS = 3_000
"""Characters of a page that are asked for the words of its head."""

SHORTEST = 4
"""Letters of a word that is counted."""

OFTEN = (1, 2, 4)
"""Times a word is said elsewhere from which on it speaks otherwise."""

_SIGNS = f"{AROUND}0123456789_=+%"
_JOINTS = ("-", "–", "—", "/", "'", "’")
"""Signs between two words."""


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
    said = _read(page)
    own = Counter([each.word[:STEM] for each in tokens])
    often, letters = [], []
    for token in tokens:
        word = token.word if token.word.isalpha() else ""
        stem = word[:STEM]
        often.append(_row(said.stems[stem] - own[stem]) if len(word) >= SHORTEST else "")
        is_capital = len(word) > 1 and token.text[0].isupper()
        letters.append(("lowered" if word in said.lowered else "kept") if is_capital else "")
    texts = [each.text.lower() for each in tokens]
    head = " ".join(texts)
    runs = [" ".join(texts[index : index + RUN]) for index in range(len(texts) - RUN + 1)]
    begins, ends = ends_of_runs([said.text.count(run) > head.count(run) for run in runs])
    return Elsewhere(often, letters, begins, ends)


def _row(times: int) -> str:
    return f"elsewhere {sum([times >= least for least in OFTEN])}"


class _Said(NamedTuple):
    text: str
    stems: Counter[str]
    lowered: frozenset[str]


@lru_cache(maxsize=1)
def _read(page: str) -> _Said:
    """The words of a page: its text in small letters, its stems, what it has in small letters."""
    page = page[:MOST_LETTERS]
    text = " ".join(page.lower().split())
    for sign in _JOINTS:
        page = page.replace(sign, " ")
    said = [word.strip(_SIGNS) for word in page.split()]
    stems = Counter([word[:STEM].lower() for word in said if len(word) >= SHORTEST])
    return _Said(text, stems, frozenset([word for word in said if word.islower()]))
