"""Query text to a tree, left to right as PubMed reads it; docs/query-language.md is the contract.

A query (or a group any:(...)) without operators, tags, fields and parentheses is ranked words;
with any of them it is Boolean, and neighbours are ANDed.
"""

from __future__ import annotations

from collections.abc import Mapping

from searcher.errors import QueryError
from searcher.frozen import frozen
from searcher.query import tree
from searcher.query.plain import Match, plain_tree

MAX_CHARACTERS = 50_000


@frozen
class Query:
    """A query as typed, as understood, and what was dropped or changed in between."""

    text: str
    tree: tree.Node
    warnings: tuple[str, ...] = ()


def parse(text: str, *, match: Match = "any") -> Query:
    """Read a query; raises QueryError for a real mistake, never for punctuation.

    match: what plain words alone mean, any of them or all of them.
    """
    if len(text) <= MAX_CHARACTERS and (node := plain_tree(text, match)):
        return Query(text, node)
    return parse_line(text, match, None)


def parse_line(text: str, match: Match, lines: Mapping[int, tree.Node] | None) -> Query:
    """Like `parse`; #1 stands for the tree of that number in `lines`."""
    if len(text) > MAX_CHARACTERS:
        raise QueryError(f"the query is longer than {MAX_CHARACTERS:,} characters")
    if not text.strip():
        raise QueryError("the query is empty", text)
    from searcher.query.walk import Walk  # most queries are plain words

    return Query(text, *Walk(text, match, lines).run())
