"""Numbers of lines, which manuscripts have in their margin, before each line of the text."""

from __future__ import annotations

from itertools import pairwise

from searcher.lazy import lazy_pattern

FEWEST = 8
"""Numbered lines at least: addresses, sections and figures have numbers too."""

_NUMBER = lazy_pattern(r"\s{0,8}(\d{1,4})\s+(?=\S)")


def are_numbered(text: str) -> bool:
    """Whether lines of a text may have numbers, as is told quickly."""
    return "\n2 " in text and "\n3 " in text and "\n4 " in text


def without_numbers(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines without the numbers before them, where from the first to the last numbered one nearly
    each has one, higher than that above or, on the next page, 1; the end of a line that was broken
    has none. They are most of the text, as a list of references is not."""
    found = [(index, _NUMBER.match(raw)) for index, (_, raw) in enumerate(lines)]
    marks = [(index, match) for index, match in found if match]
    first = next((at for at, (_, match) in enumerate(marks) if int(match[1]) == 1), len(marks))
    marks = marks[first:]
    if len(marks) < FEWEST:
        return lines
    values = [int(match[1]) for _, match in marks]
    if any(below <= above and below > 1 for above, below in pairwise(values)):
        return lines
    said = [index for index, (_, raw) in enumerate(lines) if raw.strip()]
    among = [index for index in said if marks[0][0] <= index <= marks[-1][0]]
    if 4 * len(marks) < 3 * len(among) or 2 * len(marks) < len(said):
        return lines
    ends = {index: match.end() for index, match in marks}
    return [
        (number, raw[ends[index] :] if index in ends else raw)
        for index, (number, raw) in enumerate(lines)
    ]
