"""The first paragraph among lines: longer than any title, and none of what stands over text."""

from __future__ import annotations

from searcher.formats.page.abstract.endings import CAPTION, DECLARED, NAMED, opens_notice
from searcher.formats.page.abstract.paragraphs import (
    FULL_STOP,
    LONGEST_TITLE,
    begins_text,
    ends_text,
    has_lost_label,
)
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_dense, is_sentence
from searcher.formats.page.lines import Line
from searcher.formats.page.wrapping import join_lines
from searcher.lazy import lazy_pattern

MAX_REMARKS = 4
"""Lines between a notice and the paragraph below it."""

SUMMARY = 120
"""Characters of a paragraph of one sentence at least."""

LONGEST_REMARK = 200
"""Characters of such a notice at most, as of a title that ends with a full stop."""

SHORTEST_DENSE = 120
"""Characters of a paragraph at least in a script without spaces."""

MOST_JOINED = 30
"""Lines of a paragraph at most that are looked at to tell whether it is one."""

_PRINTED = lazy_pattern(
    r"^[A-Z].{3,120}[\s;]\d{1,4}(?:\(\d+\))?:\s?\d+[-–]\d+(?:,?\s\(?(?:[A-Z]|\d{4})|\.?$)"
)
# "a Department of Tonics. Harbour Hospital": where the author with this mark works.
_MARKED_PLACE = lazy_pattern(r"[a-z]\s[A-ZÀ-Ý]")


def first_paragraph(lines: list[Line], at_end: bool) -> int | None:
    """The index of the first line that begins a paragraph longer than any title; at_end: whether
    the page ends with these lines, and may be cut off there."""
    noted = False
    end = 0
    for index, line in enumerate(lines):
        if not _may_open(lines, index):
            continue
        noted = opens_notice(line.text) or (noted and NAMED.match(line.text) is not None)
        # Below a labelled notice stand others.
        if noted or _is_remark(lines, index) or _is_over_citation(lines, index):
            continue
        if end <= index:
            # Else it is where the text ends that a line above would begin: asked once for them all.
            end = _end_of_paragraph(lines, index)
        if _is_paragraph(lines, index, end, at_end):
            return index
    return None


def _may_open(lines: list[Line], index: int) -> bool:
    """Whether a line may begin a text, and is no heading, citation, caption or address."""
    line = lines[index]
    if line.level > 0 or not begins_text(lines, index) or _opens_citation(line.text):
        return False
    return not any(each.match(line.text) for each in (CAPTION, _MARKED_PLACE, DECLARED))


def _is_over_citation(lines: list[Line], index: int) -> bool:
    """Whether a line is a title over its names and citation."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and not below.gap and _PRINTED.search(below.text[:200]) is not None


def _is_paragraph(lines: list[Line], index: int, end: int, at_end: bool) -> bool:
    """Whether lines are a paragraph: longer than a title, of several sentences, or a summary."""
    text = join_lines(lines[index : min(end, index + MOST_JOINED)])
    if not is_prose(text) or "…" in text or _is_before_text(lines[index:end]):
        return False
    if len(text) <= LONGEST_TITLE and _is_cited_title(lines, index, end):
        return False
    if len(text) > (SHORTEST_DENSE if is_dense(text) else LONGEST_TITLE) or FULL_STOP.search(text):
        return True
    if len(text) < SUMMARY:
        return False
    # Cut off amid its first sentence.
    cut_off = at_end and lines[index].gap > 0 and end == len(lines) and _is_cut_off(text)
    return cut_off or _is_summary(lines, index, end, text)


def _is_summary(lines: list[Line], index: int, end: int, text: str) -> bool:
    """Whether one long sentence is an article's summary, which its citation, its teaser or a label
    that is lost can tell."""
    if index and is_sentence(text) and _opens_citation(lines[index - 1].text):
        return True
    if _has_teaser(lines, index):
        return True
    return end < len(lines) and text[-1] != "?" and has_lost_label(lines[end - 1], lines[end])


def _is_cited_title(lines: list[Line], index: int, end: int) -> bool:
    """Whether lines stand between a citation and names, as a title of several sentences may."""
    if not index or end == len(lines) or not read_names(lines[end].text):
        return False
    return _opens_citation(lines[index - 1].text)


def _is_cut_off(text: str) -> bool:
    return text[0].isupper() and text[-1].isalnum()


def _end_of_paragraph(lines: list[Line], start: int) -> int:
    end = start + 1
    while end < len(lines) and not lines[end].gap and not ends_text(lines, start, end):
        end += 1
    return end


def _has_teaser(lines: list[Line], index: int) -> bool:
    """Whether a text began on a line above as well, and was cut there."""
    opening = lines[index].text[:60]
    return any(line.text.startswith(opening) and "…" in line.text for line in lines[:index])


def _is_before_text(lines: list[Line]) -> bool:
    """Whether the first line is a short one over the text, such as a date or a title."""
    if len(lines) < 2 or is_prose(lines[0].text):
        return False
    return 2 * len(lines[0].text) < len(lines[1].text)


def _is_remark(lines: list[Line], index: int) -> bool:
    """Whether a line is a short sentence over a paragraph: a notice of the page, or its title.

    A few such lines may stand above each other.
    """
    for at in range(index, min(index + MAX_REMARKS, len(lines) - 1)):
        text = lines[at].text
        if len(text) > LONGEST_REMARK or not is_sentence(text) or (at and is_prose(text)):
            return False
        if len(lines[at + 1].text) > max(200, 4 * len(text)):
            return True
    return False


def _opens_citation(text: str) -> bool:
    """Whether a line is a citation, not a paragraph that ends with one or has it in brackets."""
    found = find_citation(text)
    if found is None:
        return False
    above = text[: found.start]
    amid = above.rfind("(") > max(above.rfind(")"), 0) or above.rfind("[") > max(
        above.rfind("]"), 0
    )
    return not amid and len(FULL_STOP.findall(above)) < 3
