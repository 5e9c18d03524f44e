"""A search strategy: numbered lines that refer to each other, as reviews publish them.

A line may carry its number (#3, 3. or 3), else it takes the next one; a line that begins with //
or with a # that no digit follows is a comment. Neighbouring words of a line are ANDed, as in
PubMed, unless asked otherwise.

What a copied search history has besides is understood where every line has it: numbers with only a
blank behind them, numbers that go down, and at the end of each line how much was found elsewhere.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from searcher.errors import QueryError
from searcher.frozen import replace
from searcher.query import tree
from searcher.query.lexer import OPERATORS
from searcher.query.parser import Query, parse_line
from searcher.query.plain import Match

MAX_LINES = 1000
MAX_SIZE = 5000
"""Words and phrases of one line with all that it refers to."""

_NUMBERED = re.compile(r"\s*(?:#(\d{1,6})(?:[.):]|(?=\s))|(\d{1,4})(?:[.)](?=\s)|\t))\s*")
_COMMENT = re.compile(r"\s*(?://|#(?!\d)|$)")
_PLAIN_NUMBER = re.compile(r"\s*(\d{1,4})\s+(?=\S)")
_FOUND_ELSEWHERE = re.compile(r"(?:\s*\(\d[\d,.]*\)|\t\s*\d[\d,.]*)\s*$")


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
    wanted, notes = _as_history(lines)
    for place, line in wanted:
        if len(found) == MAX_LINES:
            raise QueryError(f"the file has more than {MAX_LINES:,} queries", line)
        number, text = _numbered(line, trees)
        try:
            query = parse_line(text, match, trees)
        except QueryError as error:
            message = f"line {place}: {error}"
            raise QueryError(message, error.query or text, error.position) from None
        if tree.size(query.tree) > MAX_SIZE:
            raise QueryError(
                f"line {place}: more than {MAX_SIZE:,} words with its references", text
            )
        trees[number] = query.tree
        query, notes = replace(query, warnings=(*notes, *query.warnings)), ()
        found.append(StrategyLine(number, place, query))
    if not found:
        raise QueryError("the file holds no query")
    return tuple(found)


def _as_history(lines: Iterable[str]) -> tuple[list[tuple[int, str]], tuple[str, ...]]:
    """The lines that are none of comment, with their places, in the order of their numbers and
    without what is no part of a query; and what there is to say of that."""
    found = [
        (place, line.strip("\ufeff \t\r\n"))
        for place, line in enumerate(lines, 1)
        if not _COMMENT.match(line)
    ]
    notes: list[str] = []
    if len(found) < 2:
        return found, ()
    end = _FOUND_ELSEWHERE.search(found[0][1])
    if end and all(_FOUND_ELSEWHERE.search(line) for _, line in found):
        notes.append(f"“{end.group().strip()}” and its like, which end each line, were left out")
        found = [(place, _FOUND_ELSEWHERE.sub("", line)) for place, line in found]
    if _numbers(_PLAIN_NUMBER, found) == [*range(1, len(found) + 1)]:
        found = [(place, _PLAIN_NUMBER.sub(r"#\1 ", line, count=1)) for place, line in found]
    order = _numbers(_NUMBERED, found)
    if len(order) == len(found) and all(a > b for a, b in itertools.pairwise(order)):
        notes.append(
            f"the numbers go down: read from the last line up, so that #{order[0]} answers"
        )
        found.reverse()
    return found, tuple(notes)


def _numbers(pattern: re.Pattern[str], lines: list[tuple[int, str]]) -> list[int]:
    """The numbers that lines begin with."""
    found = (pattern.match(line) for _, line in lines)
    return [int(each.group(each.lastindex or 0)) for each in found if each]


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
