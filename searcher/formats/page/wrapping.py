"""Text that was broken at a fixed width, put together again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, starmap, takewhile

from searcher.formats.page.flattened import FLATTENED
from searcher.formats.page.flattened.paragraphs import Place, break_line
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import has_initials, is_list_of_names, read_names
from searcher.formats.page.kinds.phrases import ends_openly
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import MAX_AROUND, Line
from searcher.lazy import lazy_pattern

# "1. A Lee,", under a title
_ENTRY = lazy_pattern(r"\d{1,3}\. [A-ZÀ-Ý]")

NARROWEST, WIDEST = 50, 132
"""Widths at which mailers, editors and exports break lines."""

SLACK, SLACK_IN_SMALL = 1, 4
"""Characters by which the widest line may be wider than the width, for a blank at its end; before a
line in small letters, as letters of print are not of one width."""

LONGEST_TITLE = 300
"""Characters of a title on one line over wrapped text."""

HEAD_LINES = 16
"""Lines among which it stands."""

MOST_TITLES = 2
"""Lines that stand alone and may be wider than the text: a title, and its translation."""

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
    for index, line in enumerate(lines):
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        forced = joined and _is_forced(length, line, width)
        if forced and not _begins(line, joined[-1].text, below, width):
            text = join_text(joined[-1].text, line.text)
            joined[-1] = joined[-1]._replace(text=text, last=line.number)
        else:
            joined.append(line)
        length = len(line.text)
    return list(_broken_again(joined))


def _broken_again(lines: list[Line]) -> Iterator[Line]:
    """Joined lines; those of a flattened page that had been wrapped as what they were."""
    flat = len(lines) <= MAX_AROUND
    for index, line in enumerate(lines):
        if line.end == line.number:
            yield line
            continue
        above = lines[index - 1].text if index else ""
        first, *others = break_line(line.text, Place(len(lines) - 1, flat, index == 0, above))
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
    if sum(starmap(_goes_on, pairwise(lines))) < COLUMN_RUN:
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
    # "aDepartment of Nursing": the letter is a mark.
    marked = line.text[1:2].isupper() and line.text[2:3].islower()
    if marked or ":" in line.text[:20]:
        return False
    return before.text[-1] not in ".?!:;" and 20 < len(before.text) <= WIDEST


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which lines were broken: that of the widest one, or of the widest one but for a
    title that stands alone over them."""
    lengths = [len(line.text) for line in lines if " " in line.text]
    width = max(lengths, default=0)
    if _is_broken_at(lines, width):
        return width
    if width > LONGEST_TITLE or len(lines) < COLUMN_RUN:
        return None
    head = pairwise(lines[:HEAD_LINES])
    lone = {len(line.text) for line, below in head if line.gap and below.gap}
    widest = sorted(lengths, reverse=True)[: MOST_TITLES + 1]
    titles = len(list(takewhile(lone.__contains__, widest[:MOST_TITLES])))
    below = widest[titles] if 0 < titles < len(widest) else 0
    return below if _is_broken_at(lines, below) else None


def _is_broken_at(lines: list[Line], width: int) -> bool:
    """Whether lines were broken at a width: breaks that it forced stand in a row, or more of them
    than of others have no capital behind them, as in the middle of a sentence."""
    if not NARROWEST <= width <= WIDEST:
        return False
    run = length = onward = free = 0
    open_end = False
    for line in lines:
        goes_on = open_end and line.text[0].isalpha() and not line.text[0].isupper()
        if not _is_forced(length, line, width):
            run = 0
            free += goes_on and not line.gap and not line.bullet
        elif open_end:
            # Lines that end as sentences do may be short by nature.
            run += 1
            onward += goes_on
        if run >= FORCED_RUN:
            return True
        length = len(line.text)
        open_end = line.text[-1] not in ".?!:;"
    return onward > free


def _is_forced(length: int, line: Line, width: int) -> bool:
    if line.gap or line.bullet or length < width * 0.6:
        return False
    slack = SLACK_IN_SMALL if line.text[0].islower() else SLACK
    return length + 1 + len(line.text.split(" ", 1)[0]) > width - slack


def _begins(line: Line, above: str, below: str, width: int) -> bool:
    """Whether a line begins something of its own, though it would not have fitted above."""
    text = line.text
    if text[0].isdigit() and _ENTRY.match(text):
        return True
    if _is_of_people(text, above, below) or _is_below_fact(text, above):
        return True
    return _is_apart(text, above, below, width) or _is_labelled(text, above)


def _is_labelled(text: str, above: str) -> bool:
    """Whether a line is or has a label. The name of a later section may be the last word of a
    title, or go on in it: "patients", "Case Series", "Patients: a review"."""
    label = find_label(text)
    if label is None or (text[0].islower() and text[-1] == "." and not label.value):
        return False
    # The first section alone stands below what is no sentence.
    later = label.is_section and label.kind != "background"
    return not later or above[-1] in ".?!" or not (label.value or text[-1].isalpha())


def _is_apart(text: str, above: str, below: str, width: int) -> bool:
    """Whether a line is no end of the text above it: a figure alone, or one that ends before the
    width and is no sentence below one that is."""
    if text.isdigit():
        return above[above.rfind(" ") + 1].islower() and above[-1] != ","
    if not (text[0].isupper() and text[-1].isalpha()) or above[-1] not in ".?!":
        return False
    return len(text) + len(below.partition(" ")[0]) < width


def _is_of_people(text: str, above: str, below: str) -> bool:
    """Whether a line is of the names below a title, and not of a list of them that goes on: two
    names or what no title has, or one over its address or more names."""
    if not (text[0].isupper() or text.startswith("by ")) or ends_openly(above):
        return False
    names = read_names(text)
    full = bool(names) and all(" " in name for name in names) and not speaks_of_medicine(text)
    if not full or read_names(above) or is_list_of_names(above):
        return False
    if len(names) > 1 or has_initials(text):
        return True
    small = above[above.rfind(" ") + 1].islower()
    return small and (len(read_names(below)) == 1 or is_address(below))


def _is_below_fact(text: str, above: str) -> bool:
    """Whether a line begins below an identifier, or the year of a labelled fact."""
    last = above[above.rfind(" ") + 1 :].rstrip(".")
    if not text[0].isupper() or not last[-1:].isdigit():
        return False
    if find_dois(last):
        return True
    label = find_label(above)
    return label is not None and bool(label.value) and len(last) == 4 and last[:2] in ("19", "20")
