"""Queries of plain words, one phrase or words with AND between, which most are: read as the walk
over tokens reads them, but quickly."""

from __future__ import annotations

from typing import Literal, TypeAlias

from searcher.lazy import lazy_pattern
from searcher.query import tree

MAX_WORDS = 200
"""Words of a query of plain words; the rest is left out with a warning."""

Match: TypeAlias = Literal["any", "all"]

_MORE_THAN_WORDS = frozenset(["and", "or", "not", "adj", "near", "next", "hasabstract"])
_ADJACENT = lazy_pattern(r"\badj\d")


def plain_tree(text: str, match: Match) -> tree.Node | None:
    """The tree of a text of nothing but letters, digits and blanks, or of that in quotation marks;
    None for any other, and where a word of it may be more than a word."""
    if not text.replace(" ", "").isalnum():
        return _phrase(text)
    lowered = text.lower()
    if "adj" in lowered and _ADJACENT.search(lowered):
        return None
    words = text.split()
    if len(words) > MAX_WORDS:
        return None
    if not _MORE_THAN_WORDS.isdisjoint(lowered.split()):
        return _conjunction(words)
    nodes = tuple(map(tree.Word, words))
    if match == "all" or len(nodes) == 1:
        return tree.conjunction(*nodes)
    return tree.Words(nodes)


def _phrase(text: str) -> tree.Node | None:
    inner = text[1:-1]
    if text == f'"{inner}"' and inner.replace(" ", "").isalnum():
        return tree.Phrase(" ".join(inner.split()))
    return None


def _conjunction(pieces: list[str]) -> tree.Node | None:
    """Words with AND between each two, and nothing else."""
    words = pieces[::2]
    if len(words) < 2 or pieces[1::2] != ["AND"] * (len(words) - 1):
        return None
    if not _MORE_THAN_WORDS.isdisjoint(map(str.lower, words)):
        return None
    return tree.conjunction(*map(tree.Word, words))
