"""The abstract: where it begins and ends, and its labelled sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

from searcher.formats.page.citation import MAX_CITATION, find_citation
from searcher.formats.page.labels import ORDER, fold_label, is_numbered_heading, label_kind
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.people import read_names
from searcher.formats.page.prose import (
    is_address,
    is_letter_opening,
    is_menu,
    is_prose,
    is_rights,
    is_sentence,
)
from searcher.formats.page.wrapping import join_lines

MAX_ABSTRACT = 12_000
"""An abstract longer than this has lost its end: only its first paragraph is kept."""

_FULL_STOP = re.compile(r"[a-z)\d]{2}\.\s[A-Z]")
_ENDS_HEAD = frozenset({"body", "references", "aside", "keywords", "mesh", "aside_abstract"})
_INLINE = re.compile(
    r"(?:(?<=[.?!;)\]])|(?<=[.?!][\"”’)\]]))\s*(?P<label>[A-Z][A-Za-z’'/&, -]{2,48}?)\s?(?::"
    r"|\.[-—–])\s?(?=[\w“\"(<>≥≤±$~])"
)
_SPACED = re.compile(
    r"(?<=[.?!\])])\s+(?P<label>[A-Z][A-Za-z]+(?:(?: and|,| &)? [A-Za-z]+){0,3})\s(?=[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Abstract:
    """An abstract as text, the lines that it came from, and where the rest of the page goes on.

    before: index of the part that it begins in; after: index of the first part behind it;
    rest: lines of its last part that are not its own any more.
    """

    text: str
    rule: str
    confidence: float
    span: tuple[int, int]
    before: int
    after: int
    rest: tuple[Line, ...] = ()
    first_line: Line | None = None


def find_abstract(parts: list[Part]) -> Abstract | None:
    """The page's abstract, or None when it carries none."""
    headed = [i for i, part in enumerate(parts) if part.kind == "abstract"]
    readings = [reading for i in headed if (reading := _headed(parts, i))]
    readings = [r for r in readings if is_prose(r.text[:2000])] or readings
    if readings:
        return next((r for r in readings if _is_english(parts[r.before])), readings[0])
    return _labelled(parts) or _bare(parts)


def _is_english(part: Part) -> bool:
    return fold_label(part.name).startswith(("abstract", "summary", "english"))


def _headed(parts: list[Part], index: int) -> Abstract | None:
    """Under a heading "Abstract": own prose, or the sections that follow, or both."""
    sections: list[tuple[str, list[Line]]] = []
    own, rest = _own_lines(parts[index].lines)
    after = index + 1
    if own:
        sections.append(("", own))
    if not rest or not own:
        after, rest = _absorb(parts, index + 1, sections, rest)
    if not sections:
        return None
    return _abstract(parts, index, after, sections, rest, "abstract heading", 0.95)


def _labelled(parts: list[Part]) -> Abstract | None:
    """Without a heading: a run of sections such as "Background: ... Methods: ..."."""
    for index, part in enumerate(parts):
        if part.kind in ("references", "body", "keywords"):
            return None
        if not part.is_section:
            continue
        sections: list[tuple[str, list[Line]]] = []
        after, rest = _absorb(parts, index, sections, [])
        if not sections:
            return None
        if part.alone:
            kinds = {parts[i].kind for i in range(index, after)}
            short = all(len([line for line in lines if line.gap]) <= 1 for _, lines in sections)
            total = sum(len(line.text) for _, lines in sections for line in lines)
            if (
                not (len(sections) >= 3 and {"results", "conclusion"} & kinds and short)
                or total > 5000
            ):
                return None
            if part.numbered:
                return None
        return _abstract(parts, index, after, sections, rest, "section labels", 0.85)
    return None


def _bare(parts: list[Part]) -> Abstract | None:
    """Without any label: the one paragraph of prose between the head and the next heading."""
    for index, part in enumerate(parts):
        if part.is_section or part.kind in _ENDS_HEAD:
            return None
        if part.kind in ("foreign", "cite"):
            continue
        if fold_label(part.name) in ("full text", "full-text", "main text"):
            return None
        start = _paragraph(part.lines)
        if start is None:
            continue
        opening = part.lines[max(0, start - 2) : start + 1]
        if (index == 0 and start == 0) or any(is_letter_opening(line.text) for line in opening):
            return None
        own, rest = _own_lines(part.lines[start:])
        paragraphs = 1 + sum(line.gap for line in own[1:])
        length = sum(len(line.text) for line in own)
        if not own or paragraphs > 3 or not 150 <= length <= 5000:
            return None
        return _abstract(parts, index, index + 1, [("", own)], rest, "prose after the head", 0.6)
    return None


def _paragraph(lines: list[Line]) -> int | None:
    """The index of the first line that begins a paragraph longer than any title."""
    for index, line in enumerate(lines):
        if not _begins_text(lines, index) or line.level or _opens_citation(line.text):
            continue
        end = index + 1
        while end < len(lines) and not lines[end].gap and not _ends_text(lines, index, end):
            end += 1
        text = join_lines(lines[index:end])
        if is_prose(text) and "…" not in text and (len(text) > 300 or text.count(". ") >= 1):
            return index
    return None


def _opens_citation(text: str) -> bool:
    """Whether a line is a citation, not a paragraph that ends with one."""
    found = find_citation(text[:MAX_CITATION])
    return found is not None and len(_FULL_STOP.findall(text[: found.start])) < 3


def _own_lines(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of running text at the beginning of a part, and those behind them."""
    start = 0
    while start < len(lines) and not _begins_text(lines, start):
        start += 1
    end = start
    while end < len(lines) and not _ends_text(lines, start, end):
        end += 1
    if start == end:
        return [], lines
    return lines[start:end], lines[end:]


def _begins_text(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if is_prose(text):
        return True
    if is_rights(text) or is_menu(text) or read_names(text) or is_address(text):
        return False
    if len(text) > 20 and is_sentence(text) and text[-1] != ":" and " " in text:
        return find_citation(text) is None
    # A first line of wrapped text has no full stop yet, but goes on without a gap.
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.gap:
        return False
    wrapped = text[0].isupper() and not following.bullet and len(following.text) > 40
    if len(text) <= 40 or not wrapped or find_citation(text) is not None:
        return False
    return is_prose(f"{text} {following.text} {text}"[:400])


def _ends_text(lines: list[Line], start: int, index: int) -> bool:
    line = lines[index]
    text = line.text
    if index == start:
        return False
    if is_rights(text) or is_numbered_heading(text):
        return True
    if len(text) < 300 and (_is_reference_line(text) or is_menu(text)):
        return True
    if not line.gap and not line.bullet:
        # Wrapped text and one sentence a line go on; a menu below the text does not.
        previous = lines[index - 1].text
        if not is_sentence(previous) or is_sentence(text) or len(text) > 200:
            return False
        return not _goes_on(lines, index)
    if is_prose(text):
        return False
    return not is_sentence(text) or len(text) < 30 or line.bullet


def _goes_on(lines: list[Line], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is not None and not following.gap and is_prose(following.text)


def _is_reference_line(text: str) -> bool:
    return text.lower().startswith(("doi:", "doi ", "pmid", "https://doi", "http")) or (
        len(text) < 220 and find_citation(text) is not None and not is_prose(text[60:])
    )


def _absorb(
    parts: list[Part], index: int, sections: list[tuple[str, list[Line]]], rest: list[Line]
) -> tuple[int, list[Line]]:
    """Adds the sections from `index` on that belong to the abstract; gives the index behind."""
    seen: set[str] = set()
    rank = -1
    unlabelled = bool(sections)
    while index < len(parts):
        part = parts[index]
        if not _belongs(part, seen, rank, unlabelled, len(seen)):
            break
        if part.kind == "info":
            own, rest = part.lines[:1], part.lines[1:]
        elif part.alone:
            own, rest = _own_lines(part.lines)
        else:
            own, rest = _after_label(part.lines)
        if not own:
            break
        sections.append((part.name, own))
        seen.add(fold_label(part.name))
        rank = max(rank, ORDER.get(part.kind, 4))
        index += 1
        if rest:
            break
    return index, rest


def _after_label(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Like `_own_lines` where the first line is known to be text, because a label opens it."""
    end = 1
    while end < len(lines) and not _ends_text(lines, 0, end):
        end += 1
    return lines[:end], lines[end:]


def _belongs(part: Part, seen: set[str], rank: int, unlabelled: bool, count: int) -> bool:
    if part.kind == "info" and fold_label(part.name) == "funding":
        return "interpretation" in seen
    if not part.is_section or part.numbered:
        return False
    key = fold_label(part.name)
    if key in seen:
        return False
    if part.kind == "note":
        return True
    if unlabelled and count == 0 and part.alone:
        # Text without a label came first: a heading alone now opens the body.
        return part.kind == "conclusion" and key.startswith("conclusion")
    if rank >= ORDER["results"] and part.kind == "background":
        return False
    if key == "introduction" and part.alone and count:
        return False
    return not (rank >= ORDER["conclusion"] and part.alone and part.kind != "conclusion")


def _abstract(
    parts: list[Part],
    before: int,
    after: int,
    sections: list[tuple[str, list[Line]]],
    rest: list[Line],
    rule: str,
    confidence: float,
) -> Abstract:
    if sum(len(line.text) for _, lines in sections for line in lines) > MAX_ABSTRACT:
        name, lines = sections[0]
        end = next((i for i, line in enumerate(lines) if i and line.gap), 1)
        rest = lines[end:] + [line for _, more in sections[1:] for line in more] + rest
        sections = [(name, lines[:end])]
        confidence /= 2
    written = []
    for name, lines in sections:
        text = join_lines(lines)
        written += [f"{name}: {text}"] if name else _split_inline(text)
    all_lines = [line for _, lines in sections for line in lines]
    text = "\n".join(part for each in written for part in _split_inline(each))
    span = (all_lines[0].number, all_lines[-1].end)
    return Abstract(text, rule, confidence, span, before, after, tuple(rest), all_lines[0])


def _split_inline(text: str) -> list[str]:
    """A paragraph with labels inside as one line per labelled section."""
    cuts = []
    for found in _INLINE.finditer(text):
        if label_kind(found["label"]) in ORDER:
            cuts.append((found.start(), found.start("label")))
    pieces, start = [], 0
    for end, begin in cuts:
        pieces.append(text[start:end].strip())
        start = begin
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]
