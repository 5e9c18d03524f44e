"""Labels that stand amid a text, where nothing but their words tells where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from searcher.formats.page.kinds.spelling import fold_label

MOST_WORDS = 4
"""Words of a label at most."""

LONGEST = 80
"""Characters in which these words stand."""


class Run(NamedTuple):
    """Words that are a label, as written and folded, and the word behind them."""

    name: str
    label: str
    following: str = ""


class LabelSet:
    """Labels as they are folded, which are looked for at an end of a text.

    Most texts neither begin nor end with a word of theirs, which is told without folding a run.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = frozenset(labels)
        self._first = frozenset(label.split(" ", 1)[0] for label in self._labels)
        self._last = frozenset(label.rsplit(" ", 1)[-1] for label in self._labels)

    def starting(self, text: str, start: int = 0) -> list[Run]:
        """The labels that begin at a place, with their colon, the longest one first."""
        words = text[start : start + LONGEST].split(" ", MOST_WORDS + 1)
        if not _may_be_among(words[0], self._first):
            return []
        words = [*words[: MOST_WORDS + 1], ""]
        runs = []
        for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
            name = " ".join(words[:count])
            if (label := fold_label(name.rstrip(":"))) in self._labels:
                runs.append(Run(name, label, words[count]))
        return runs

    def ending(self, text: str) -> list[Run]:
        """The labels that a text ends with, the longest one first."""
        words = text[-LONGEST:].rsplit(" ", MOST_WORDS)
        if not _may_be_among(words[-1], self._last):
            return []
        runs = []
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            name = " ".join(words[-count:])
            if (label := fold_label(name)) in self._labels:
                runs.append(Run(name, label))
        return runs


def _may_be_among(word: str, folded: frozenset[str]) -> bool:
    """Whether a word may be one of these when it is folded: others than plain ones are asked."""
    return word.lower() in folded or not (word.isascii() and word.isalpha())
