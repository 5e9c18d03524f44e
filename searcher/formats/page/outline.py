"""Outlines: a page's own table of contents, whose entries are the headings of its parts."""

from __future__ import annotations

from searcher.formats.page.kinds.label_kinds import ORDER
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.lines import Line
from searcher.lazy import lazy_pattern

LEAST = 3
"""Headings in a row, with no text between them, that make an outline."""

_NAMES = frozenset(ORDER) | {"abstract", "keywords", "references", "info", "aside_abstract"}
_ENDS = frozenset({"abstract", "keywords"})

_LISTED = frozenset({"abstract", "references"})
_FIRST = ("1. ", "01. ")
_NUMBERED = lazy_pattern(r"(\d{1,2})\. (?=\S)")


def find_outlines(lines: list[Line]) -> frozenset[int]:
    """The indices of lines that are entries of an outline, not headings over a text."""
    entries: set[int] = set()
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and _is_entry(lines[index]):
            continue
        if index - start >= LEAST:
            entries.update(range(start, _end(lines, start, index)))
        start = index + 1
    return frozenset(entries | _numbered(lines))


def _numbered(lines: list[Line]) -> set[int]:
    """The indices of lists "1. Top of page", "2. Abstract", ..., "9. References", whose other
    entries may be any headings."""
    entries: set[int] = set()
    run: list[int] = []
    if not [line for line in lines if line.text.startswith(_FIRST)]:
        return entries
    for index, line in enumerate((*lines, None)):
        found = _NUMBERED.match(line.text) if line and len(line.text) < 80 else None
        if found and int(found[1]) == len(run) + 1:
            run.append(index)
            continue
        named = [find_label(lines[each].text) for each in run]
        if len(run) > LEAST and any(label and label.kind in _LISTED for label in named):
            entries.update(run)
        run = [index] if found and found[1] == "1" else []
    return entries


def _is_entry(line: Line) -> bool:
    if len(line.text) > 60 or line.level > 0 or line.text[-1] == ":":
        return False
    label = find_label(line.text)
    return label is not None and not label.value and label.kind in _NAMES


def _end(lines: list[Line], start: int, stop: int) -> int:
    """Where the entries end: the last headings of a run may open the text below it."""
    last = _label(lines[stop - 1])
    text = lines[stop].text if stop < len(lines) else ""
    if last.kind not in _ENDS and not (is_prose(text) or (len(text) > 30 and is_sentence(text))):
        return stop
    if last.is_section:
        for index in range(stop - 2, start - 1, -1):
            if _label(lines[index]).kind == "abstract":
                return index
    return stop - 1


def _label(line: Line) -> Label:
    label = find_label(line.text)
    assert label is not None
    return label
