"""Text that was broken at a fixed width, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from searcher.formats.page.flattened import FLATTENED
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.lines import MAX_AROUND, Line, break_line

# "1. A Lee,", under a title
_ENTRY = re.compile(r"\d{1,3}\. [A-ZÀ-Ý]")

NARROWEST, WIDEST = 50, 132
"""Widths at which mailers, editors and exports break lines."""

SLACK = 4
"""Characters by which the widest line may be wider than the width, for a blank at its end."""

FORCED_RUN = 3
"""Breaks in a row that the width forced, before a text counts as wrapped."""

LONGEST_COLUMN = 200
"""Lines of a column that are joined into one."""

COLUMN_RUN = 3
"""Lines that go on in lower case one after the other, before they are a column of print."""


def unwrap(lines: list[Line]) -> list[Line]:
    """The same lines, wrapped paragraphs joined; unchanged where nothing was wrapped.

    A break is forced when the next word would not have fitted into the widest line of all. Narrow
    columns of print have no such width: there, line after line goes on in lower case.
    """
    width = _wrap_width(lines)
    if width is None:
        return _join_columns(lines)
    joined: list[Line] = []
    length = 0
    for line in lines:
        if joined and _is_forced(length, line, width) and not _begins(line, joined[-1]):
            text = join_text(joined[-1].text, line.text)
            joined[-1] = joined[-1]._replace(text=text, last=line.number)
        else:
            joined.append(line)
        length = len(line.text)
    return list(_broken_again(joined))


def _broken_again(lines: list[Line]) -> Iterator[Line]:
    """Joined lines; those of a flattened page that had been wrapped as what they were."""
    flat = len(lines) <= MAX_AROUND
    for line in lines:
        if line.end == line.number:
            yield line
            continue
        first, *others = break_line(line.text, len(lines) - 1, flat, line is lines[0])
        flat = flat and len(line.text) < FLATTENED
        yield line._replace(text=first.text, level=first.level or line.level)
        for each in others:
            yield line._replace(text=each.text, gap=0, level=each.level)


def join_text(text: str, more: str) -> str:
    """Running text with its next piece; a compound broken at its hyphen is joined."""
    if text.endswith("-") and more[:1].islower() and not text.endswith(" -"):
        return text + more
    return f"{text} {more}" if text else more


def join_lines(lines: list[Line]) -> str:
    """Running text out of lines."""
    text = ""
    for line in lines:
        text = join_text(text, line.text)
    return text


def _join_columns(lines: list[Line]) -> list[Line]:
    """The same lines, those of narrow columns joined."""
    if sum([not line.gap and line.text[0].islower() for line in lines]) < COLUMN_RUN:
        return lines
    joined: list[Line] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < min(len(lines), start + LONGEST_COLUMN) and _goes_on(*lines[end - 1 : end + 1]):
            end += 1
        run = lines[start:end]
        if len(run) > COLUMN_RUN:
            text = join_lines(run)
            run = [run[0]._replace(text=text, last=run[-1].end)]
        joined += run
        start = end
    return joined


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line without a label goes on in the middle of the sentence of the line above."""
    if line.gap or line.bullet or not line.text[0].islower():
        return False
    if ":" in line.text[:20]:
        return False
    return before.text[-1] not in ".?!:;" and 20 < len(before.text) <= WIDEST


def _wrap_width(lines: list[Line]) -> int | None:
    width = max([len(line.text) for line in lines if " " in line.text], default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    run = length = 0
    open_end = False
    for line in lines:
        if not _is_forced(length, line, width):
            run = 0
        elif open_end:
            # Lines that end as sentences do may be short by nature.
            run += 1
        if run >= FORCED_RUN:
            return width
        length = len(line.text)
        open_end = line.text[-1] not in ".?!:;"
    return None


def _is_forced(length: int, line: Line, width: int) -> bool:
    if line.gap or line.bullet or length < width * 0.6:
        return False
    return length + 1 + len(line.text.split(" ", 1)[0]) > width - SLACK


def _begins(line: Line, above: Line) -> bool:
    """Whether a line begins something of its own: a label with its value, an entry of a numbered
    list. The name of a section alone may be the last word of a title: "patients", "Case Series"."""
    if line.text[0].isdigit() and _ENTRY.match(line.text):
        return True
    label = find_label(line.text)
    if label is None:
        return False
    alone = label.is_section and not label.value and line.text[-1].isalpha()
    return not alone or label.kind == "background" or above.text[-1] in ".?!"
