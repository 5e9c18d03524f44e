"""Queries of plain words, which most are: read as the walk over tokens reads them, but quickly."""

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
    """The tree of a text of nothing but letters, digits and blanks; None for any other, and where
    a word of it may be more than a word."""
    if not text.replace(" ", "").isalnum():
        return None
    lowered = text.lower()
    if not _MORE_THAN_WORDS.isdisjoint(lowered.split()):
        return None
    if "adj" in lowered and _ADJACENT.search(lowered):
        return None
    nodes = tuple(map(tree.Word, text.split()))
    if len(nodes) > MAX_WORDS:
        return None
    if match == "all" or len(nodes) == 1:
        return tree.conjunction(*nodes)
    return tree.Words(nodes)
