"""Paragraphs without a label: whether those that begin with a line are an abstract."""

from __future__ import annotations

from itertools import dropwhile, pairwise
from typing import NamedTuple

from searcher.formats.page.abstract.endings import CAPTION, funding_of, is_notice, says_who_paid
from searcher.formats.page.abstract.framing import is_framed, speaks_of_itself
from searcher.formats.page.abstract.manner import SHORTEST, reads_as_one
from searcher.formats.page.abstract.opening import find_opening
from searcher.formats.page.abstract.paragraphs import (
    back_to_opening,
    have_lost_labels,
    in_other_language,
    opens_paragraph,
    own_lines,
)
from searcher.formats.page.kinds.furniture import is_rights
from searcher.formats.page.kinds.prose import (
    cites,
    cites_first,
    has_citations,
    is_letter_opening,
    is_prose,
)
from searcher.formats.page.kinds.sentences import is_dense
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.unlabelled_terms import is_list_of_terms, terms_above
from searcher.formats.page.values import Field
from searcher.formats.page.wrapping import join_lines

_ONLY_TEXT = 300
"""Characters of an abstract at least that is all the text of a page."""

_MOST_PARAGRAPHS = 3
"""Paragraphs of an abstract at most."""


class Paragraphs(NamedTuple):
    """The lines of an abstract, those behind it in its part, and the index of that part."""

    part: int
    lines: list[Line]
    rest: list[Line]
    confidence: float


def judge_paragraphs(
    parts: list[Part], fields: list[Field], index: int, lines: list[Line], start: int
) -> Paragraphs | None:
    """The abstract that begins with a line, if what stands there is one."""
    start = back_to_opening(lines, start)
    own, rest = _own_text(lines, start)
    if not own:
        return None
    if others := in_other_language(own, apart=False):
        own, rest = own[: -len(others)], [*others, *rest]
    elif rest and len(rest[0].text) > 100:
        others = rest if is_dense(rest[0].text) is not is_dense(own[0].text) else []
    head = lines_over(parts, index, lines[:start], None)
    listed = parts[index].kind == "keywords"
    listed = listed or any(is_list_of_terms(line.text) for line in head) or bool(terms_above(head))
    most = _MOST_PARAGRAPHS + 2 * bool(others or listed or have_lost_labels(own))
    if not reads_as_one(own, most):
        return None
    above = [each for each in fields if each.line.number < own[0].number]
    behind = parts[index + 1] if index + 1 < len(parts) else None
    below = _below_figure(list(dropwhile(_is_told_beside, rest)))
    known = others or listed or parts[index].kind == "authors" or _has_lost_sections(behind)
    if known or is_framed(head, above, own, below, behind):
        return Paragraphs(index, own, rest, 0.6)
    # Where the page has lost its line breaks, its first words are no text.
    parted = bool(below) and below[-1].number > own[-1].end
    return _own_paragraph(parts, index, own, rest, bool(head) or parted)


def _own_text(lines: list[Line], start: int) -> tuple[list[Line], list[Line]]:
    """The text that begins with a line, up to who paid or the first who is cited, and the lines
    behind it; none of a letter, or of what opens as no abstract does."""
    own, rest = own_lines(lines[start:])
    if paid := funding_of(own):
        own, rest = own[: -len(paid)], [*paid, *rest]
    if any(is_letter_opening(line.text) for line in [*lines[max(0, start - 2) : start], *own[:3]]):
        return [], lines
    if citing := _first_citing(own):
        own, rest = own[:citing], own[citing:] + rest
    opening = find_opening(own[0].text)
    if opening is None:
        return [], lines
    if opening:
        own[0] = own[0]._replace(text=own[0].text[opening:])
    return own, rest


def _has_lost_sections(behind: Part | None) -> bool:
    """Whether a section stands below whose further ones have lost their labels."""
    if behind is None or not behind.is_section:
        return False
    return have_lost_labels(own_lines(behind.lines)[0])


def _own_paragraph(
    parts: list[Part], index: int, own: list[Line], rest: list[Line], parted: bool
) -> Paragraphs | None:
    """The paragraph that speaks of its own article, or is all the text of a page; parted: whether
    other lines stand around it."""
    end = _end_of_paragraph(own)
    if speaks_of_itself(join_lines(own[:end])):
        return Paragraphs(index, own[:end], own[end:] + rest, 0.5)
    first = own[: -len(again)] if (again := in_other_language(own)) else own
    if end == len(first) and parted and _is_only_text(parts, own):
        return Paragraphs(index, first, [*again, *rest], 0.5)
    return None


def _below_figure(lines: list[Line]) -> list[Line]:
    """Lines without the figure that stands above them, and the line under its number."""
    while lines and CAPTION.match(lines[0].text):
        lines = lines[1 + (len(lines) > 1 and not lines[1].gap) :]
    return lines


def _is_told_beside(line: Line) -> bool:
    return is_notice(line.text) or says_who_paid(line.text) or is_rights(line.text)


def _first_citing(own: list[Line]) -> int:
    """Which paragraph is the first that cites others by number, below one that does not or has
    other numbers in brackets; 0 where none does."""
    if cites_first(own[0].text) or has_citations(own[0].text):
        return 0
    return next((i for i in range(1, len(own)) if own[i].gap and cites(own[i].text)), 0)


def _is_only_text(parts: list[Part], own: list[Line]) -> bool:
    """Whether a page has no other paragraph: then it is the page of an abstract, not of a body."""
    if len(join_lines(own)) < _ONLY_TEXT or not is_prose(own[0].text):
        return False
    last = own[-1].number
    return not any(
        len(line.text) > SHORTEST and line.text[0] != "|" and is_prose(line.text)
        for part in parts
        for line in part.lines
        # A title may be as long, and is one sentence.
        if line.number > last or (line.number < own[0].number and ". " in line.text)
    )


def _end_of_paragraph(own: list[Line]) -> int:
    pairs = pairwise(own)
    return next((i for i, pair in enumerate(pairs, 1) if opens_paragraph(*pair)), len(own))


def lines_over(parts: list[Part], index: int, lines: list[Line], passed: Line | None) -> list[Line]:
    """The lines over a paragraph, from the one on that was passed over."""
    head = [line for each in parts[:index] for line in each.lines] + lines
    return [line for line in head if passed is None or line.number > passed.number]
