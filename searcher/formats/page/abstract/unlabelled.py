"""An abstract without any label: which paragraphs below the head are it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from searcher.formats.page.abstract.framing import is_framed, is_full_reference, speaks_of_itself
from searcher.formats.page.abstract.paragraphs import first_paragraph, in_other_language, own_lines
from searcher.formats.page.keywords import keyword_lines
from searcher.formats.page.kinds.labels import fold_label
from searcher.formats.page.kinds.prose import (
    has_citations,
    is_dense,
    is_letter_opening,
    is_reference,
    is_running,
    is_sentence,
)
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Field, Part
from searcher.formats.page.words.sites import NOTICES
from searcher.formats.page.wrapping import join_lines

_LABELLED = re.compile(r"[A-Z][^:.]{2,60}:\s")
# "Sow AB, Dahl P, Moen I et al. ..."
_REFERENCE = re.compile(
    r"[A-ZÀ-Ý][\w'’-]+ [A-Z]{1,3}(?:, [A-ZÀ-Ý][\w'’-]+ [A-Z]{1,3})*(?:, et al|[.,] )"
)
_ENDS_HEAD = frozenset({"body", "references", "aside", "mesh", "aside_abstract"})
_SHORTEST, _LONGEST = 150, 5000
_MOST_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """The lines of an abstract, those behind it in its part, and the index of that part."""

    part: int
    lines: list[Line]
    rest: list[Line]
    confidence: float


def find_unlabelled(parts: list[Part], fields: list[Field]) -> Unlabelled | None:
    """The paragraphs between the head and the next heading, where they are framed as an abstract
    is, or speak of their own article."""
    for index, part in enumerate(parts):
        if part.is_section or (part.kind in _ENDS_HEAD and not _is_counter(part)):
            return None
        if part.kind in ("foreign", "cite") or fold_label(part.name) in NOTICES:
            continue
        if fold_label(part.name) in ("full text", "full-text", "main text"):
            return None
        lines = keyword_lines(part.lines)[1] if part.kind == "keywords" else part.lines
        start = first_paragraph(lines)
        if start is not None:
            return _judge(parts, fields, index, lines, start)
        if part.kind == "keywords":
            return None
    return None


def _is_counter(part: Part) -> bool:
    """Whether a heading for references only counts them: "Citations", and below it "12"."""
    return part.kind == "references" and bool(part.lines) and part.lines[0].text.isdigit()


def _judge(
    parts: list[Part], fields: list[Field], index: int, lines: list[Line], start: int
) -> Unlabelled | None:
    opening = lines[max(0, start - 2) : start + 1]
    if any(is_letter_opening(line.text) for line in opening):
        return None
    if start and _goes_on(lines[start - 1], lines[start]):
        start -= 1
    own, rest = own_lines(lines[start:])
    others = in_other_language(own, apart=False) if own else []
    if others:
        own, rest = own[: -len(others)], [*others, *rest]
    elif own and rest and len(rest[0].text) > 100:
        others = rest if is_dense(rest[0].text) is not is_dense(own[0].text) else []
    listed = parts[index].kind == "keywords"
    if not _reads_as_one(own, _MOST_PARAGRAPHS + 2 * bool(others or listed)):
        return None
    head = [line for each in parts[:index] for line in each.lines] + lines[:start]
    above = [each for each in fields if each.line.number < own[0].number]
    behind = parts[index + 1] if index + 1 < len(parts) else None
    if others or listed or is_framed(head, above, own, rest, behind):
        return Unlabelled(index, own, rest, 0.6)
    end = _end_of_paragraph(own)
    if speaks_of_itself(join_lines(own[:end])):
        return Unlabelled(index, own[:end], own[end:] + rest, 0.5)
    return None


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a wrapped text has begun on the line above."""
    return line.text[0].islower() and not line.gap and before.text[-1] not in ".:;!?"


def _reads_as_one(own: list[Line], most: int) -> bool:
    """Whether lines have the length and the manner of an abstract."""
    if not own or not _SHORTEST <= sum(len(line.text) for line in own) <= _LONGEST:
        return False
    if 1 + sum(_opens_paragraph(*pair) for pair in pairwise(own)) > most:
        return False
    if any(line.gap for line in own[1:]) and max(len(line.text) for line in own) < _SHORTEST:
        # Remarks one below the other.
        return False
    if own[0].text[0].islower() or (own[0].text[0].isdigit() and is_reference(own[0].text)):
        return False
    if _REFERENCE.match(own[0].text):
        return False
    if any(has_citations(line.text) or is_full_reference(line.text) for line in own):
        return False
    # The facts of a record, each with its label, are no text.
    facts = 2 * sum(_LABELLED.match(line.text) is not None for line in own) > len(own) > 1
    return not facts and _opens_text(own[0].text)


def _end_of_paragraph(own: list[Line]) -> int:
    pairs = pairwise(own)
    return next((i for i, pair in enumerate(pairs, 1) if _opens_paragraph(*pair)), len(own))


def _opens_text(text: str) -> bool:
    """Whether a long line begins as text does, not as the head of a page without line breaks."""
    opening = text[:250]
    return len(opening) < 250 or is_running(opening) or is_dense(opening)


def _opens_paragraph(before: Line, line: Line) -> bool:
    return line.gap or (len(before.text) > 100 and is_sentence(before.text))
