"""A search strategy: numbered lines that refer to each other, as reviews publish them.

A line may carry its number (#3, 3. or 3), else it takes the next one; a line that begins with //
or with a # that no digit follows is a comment. Neighbouring words of a line are ANDed, as in
PubMed, unless asked otherwise.

A copied search history is read as its host prints it (see `history`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from searcher.errors import QueryError
from searcher.frozen import replace
from searcher.query import tree
from searcher.query.history import read_history
from searcher.query.lexer import OPERATORS
from searcher.query.parser import Query, parse_line
from searcher.query.plain import Match

MAX_LINES = 1000
MAX_SIZE = 5000
"""Words and phrases of one line with all that it refers to."""

_NUMBERED = re.compile(r"\s*(?:#(\d{1,6})(?:[.):]|(?=\s))|(\d{1,4})(?:[.)](?=\s)|\t))\s*")


@dataclass(frozen=True)
class StrategyLine:
    """One line: its number, the place in the file (from 1), and its query with the lines that it
    refers to in it."""

    number: int
    place: int
    query: Query


def parse_strategy(lines: Iterable[str], *, match: Match = "all") -> tuple[StrategyLine, ...]:
    """Read a file of numbered queries; raises QueryError that names the line.

    A line can refer only to lines before it, so that nothing can refer to itself.
    """
    found: list[StrategyLine] = []
    trees: dict[int, tree.Node] = {}
    rows, notes = read_history(lines)
    for row in rows:
        if len(found) == MAX_LINES:
            raise QueryError(f"the file has more than {MAX_LINES:,} queries", row.text)
        number, text = row.number, row.text
        if number is None:
            number, text = _numbered(text, trees)
        try:
            query = parse_line(text, match, trees)
        except QueryError as error:
            message = f"line {row.place}: {error}"
            raise QueryError(message, error.query or text, error.position) from None
        if tree.size(query.tree) > MAX_SIZE:
            raise QueryError(
                f"line {row.place}: more than {MAX_SIZE:,} words with its references", text
            )
        trees[number] = query.tree
        query, notes = replace(query, warnings=(*notes, *query.warnings)), ()
        found.append(StrategyLine(number, row.place, query))
    if not found:
        raise QueryError("the file holds no query")
    return tuple(found)


def _numbered(text: str, known: dict[int, tree.Node]) -> tuple[int, str]:
    """The line's number and its query: "#3 #1 OR #2" is line 3, "#1 OR #2" the next one."""
    found = _NUMBERED.match(text)
    following = max(known, default=0) + 1
    if found is None:
        return following, text
    number = int(found.group(1) or found.group(2))
    rest = text[found.end() :]
    if not rest or number in known or rest.split(maxsplit=1)[0] in OPERATORS:
        return following, text
    return number, rest
