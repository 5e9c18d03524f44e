"""Columns of print that stand side by side, parted by runs of blanks: one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.lazy import lazy_pattern

GUTTER = " " * 10
"""Blanks that a page with columns has in many places."""

LEAST_LINES = 6
"""Lines with a piece behind a gutter at least; half of them have one before it as well."""

APART = 12
"""Characters between the beginnings of two columns at least."""

LONGEST_GAP = 8
"""Lines with a piece of one column only between others."""

SHORTEST_PIECE = 20
"""Characters of a piece of text, on the average, where those of a table are shorter."""

_PIECE = lazy_pattern(r"\S+(?: {1,2}\S+)*")

Numbered = tuple[int, str]
Piece = tuple[int, int, str]
"""The number of a line, where on it a piece begins, and the piece."""


def part_columns(lines: list[Numbered]) -> Iterator[Numbered]:
    """The lines of a page in the order of reading: of several columns, the first one first."""
    pieces = [_pieces(line) for line in lines]
    start = 0
    for block in _blocks(pieces):
        within = pieces[block[0] : block[-1] + 1]
        columns = _columns([piece for found in within for piece in found])
        both = sum(len(found) > 1 for found in within)
        if len(block) < LEAST_LINES or 2 * both < LEAST_LINES or len(columns) < 2:
            continue
        yield from lines[start : block[0]]
        last = lines[block[-1]][0]
        for number, column in enumerate(columns):
            for line, _, text in column:
                # No line stands above one with a smaller number.
                yield (last if number else line), text
        start = block[-1] + 1
    yield from lines[start:]


def _pieces(line: Numbered) -> list[Piece]:
    number, text = line
    return [(number, found.start(), found[0]) for found in _PIECE.finditer(text)]


def _blocks(pieces: list[list[Piece]]) -> Iterator[list[int]]:
    """Lines near each other with a piece behind a gutter; the first one has one before it."""
    block: list[int] = []
    for index, found in enumerate(pieces):
        if block and index - block[-1] > LONGEST_GAP:
            yield block
            block = []
        if len(found) > 1 or (block and found and found[0][1] >= 2 * APART):
            block.append(index)
    if block:
        yield block


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each column; none where they are the cells of a table."""
    starts = sorted({start for _, start, _ in pieces})
    edges = [
        start
        for before, start in zip([-APART, *starts], starts, strict=False)
        if start - before >= APART
    ]
    columns: list[list[Piece]] = [[] for _ in edges]
    for piece in pieces:
        columns[sum(edge <= piece[1] for edge in edges) - 1].append(piece)
    text = [column for column in columns if _is_text(column)]
    return columns if len(text) > 1 else []


def _is_text(column: list[Piece]) -> bool:
    return sum(len(text) for _, _, text in column) >= SHORTEST_PIECE * len(column)
