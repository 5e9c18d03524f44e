"""The run of sections that makes an abstract: which parts belong to it, and where it ends."""

from __future__ import annotations

from operator import or_

from searcher.formats.page.abstract.inline_labels import holds_sections
from searcher.formats.page.abstract.paragraphs import after_label, have_lost_labels, own_lines
from searcher.formats.page.abstract.sections import Section, cut
from searcher.formats.page.kinds.label_kinds import ORDER
from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.kinds.prose import cites, has_citations, is_prose
from searcher.formats.page.kinds.sentences import is_dense, is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.words.vocabulary import INTRODUCTIONS
from searcher.formats.page.wrapping import join_lines

_PURPOSES = frozenset(("objective", "objectives", "aim", "aims", "purpose"))
"""What the second section of an abstract is, and none of a body."""

_WORTHS = frozenset(("importance", "significance", "significance statement"))
"""Headings over the last paragraph of an abstract whose first one has none."""

MOST_PARAGRAPHS = 2
"""Paragraphs of an abstract at most whose only heading is that of an introduction."""

SHORTEST_RUNNING = 40
"""Characters of a line that runs as a sentence does, though it does not end as one."""

SHORTEST_PARAGRAPH = 150
"""Characters of a line that is a paragraph."""


def absorb_sections(
    parts: list[Part], index: int, sections: list[Section], rest: list[Line]
) -> tuple[int, list[Line]]:
    """Adds the sections from `index` on that belong to the abstract; gives the index behind."""
    seen: set[str] = set()
    rank = -1
    unlabelled = bool(sections)
    while index < len(parts):
        part = parts[index]
        if not _belongs(part, seen, rank, unlabelled, len(seen)):
            break
        amid = part.alone and index + 1 < len(parts) and parts[index + 1].is_section
        if amid and not part.lines and (sections or not parts[index + 1].alone):
            # "Clinical Procedure: —", "Background" over "Objective: To test ..."
            index += 1
            continue
        own, rest = _text_of(parts, index, bool(sections))
        if not own or (not part.alone and _is_fact(own, sections)):
            break
        if part.kind == "background" and rank >= 0 and _speaks_otherwise(own, sections):
            break
        sections.append((part.name, own))
        seen.add(fold_label(part.name))
        rank = max(rank, ORDER.get(part.kind, 4))
        index += 1
        while rest and (inner := _unknown_section(rest, part, amid)):
            sections.append((rest[0].text.removesuffix(":"), inner[0]))
            rest = inner[1]
        if rest:
            break
    return index, rest


def _text_of(parts: list[Part], index: int, amid_abstract: bool) -> tuple[list[Line], list[Line]]:
    """The lines of a section that are text, and those behind them."""
    part = parts[index]
    if part.kind == "info":
        return part.lines[:1], part.lines[1:]
    own, rest = own_lines(part.lines) if part.alone else after_label(part.lines)
    if not own and index == len(parts) - 1:
        own = cut_opening(part.lines, [line for each in parts[:index] for line in each.lines])
    if not own and part.alone and amid_abstract and _is_brief(part.lines):
        return part.lines, []
    return own, rest


def _is_brief(lines: list[Line]) -> bool:
    """Whether all that stands under a heading amid an abstract is a short line that ends as a
    sentence ("Prospective."), or one that runs as a sentence does and lost its end."""
    if len(lines) != 1:
        return False
    return lines[0].text[-1] == "." or _runs_on(lines[0].text)


def _runs_on(text: str) -> bool:
    """Whether a text runs as a sentence does and does not end as one."""
    words = text.split()
    small = sum(word[0].islower() for word in words) * 5 > len(words) * 3
    return small and len(text) >= SHORTEST_RUNNING and not is_sentence(text)


def cut_opening(lines: list[Line], head: list[Line]) -> list[Line]:
    """The first line of a text at which a page was cut off, below the lines of its head."""
    signs = all(len(line.text) < 3 for line in lines[:-1])
    text = lines[-1].text if lines and signs else ""
    if not text or not _runs_on(text):
        return []
    # A title may stand below a tab "Abstract" as well.
    return [] if not head or any(text in line.text for line in head) else lines[-1:]


def _speaks_otherwise(own: list[Line], sections: list[Section]) -> bool:
    """Whether an abstract begins anew in another language of the same script."""
    first, text = join_lines(sections[0][1]), join_lines(own)
    if is_dense(first) is not is_dense(text):
        return False
    return language_of(first) is not None and language_of(text) not in (language_of(first), None)


def _is_fact(own: list[Line], sections: list[Section]) -> bool:
    """Whether a label behind sentences has a mere fact as its value: "Comments: 14 pages"."""
    if not sections or any(len(line.text) > 70 or is_sentence(line.text) for line in own):
        return False
    return is_sentence(sections[-1][1][-1].text)


def _unknown_section(
    lines: list[Line], before: Part, amid: bool
) -> tuple[list[Line], list[Line]] | None:
    """A section whose label no vocabulary has: in capitals like the one before it, or a few words
    amid sections whose labels are known; then text."""
    heading = lines[0].text
    if len(heading) > 70 or is_sentence(heading.removesuffix(":")) or len(lines) < 2:
        return None
    alike = before.name.isupper() and heading.isupper()
    if not alike and not (amid and heading.count(" ") < 4 and heading[0].isupper()):
        return None
    # "Evolución:" over "la fiebre cedió a los dos días."
    small = heading[-1] == ":" and lines[1].text[0].islower() and lines[1].text[-1] == "."
    if not (small or is_sentence(lines[1].text)):
        return None
    own, rest = after_label(lines[1:])
    return own, rest


def _belongs(part: Part, seen: set[str], rank: int, unlabelled: bool, count: int) -> bool:
    if part.kind == "info" and fold_label(part.name) == "funding":
        return "interpretation" in seen
    if not part.is_section or part.numbered:
        return False
    key = fold_label(part.name)
    if key in seen:
        return False
    if unlabelled and count == 0 and (part.alone or key in INTRODUCTIONS):
        # Text without a label came first: a heading now opens the body, but for one that says
        # what it is worth.
        return part.alone and key in _WORTHS
    if rank >= ORDER["results"] and part.kind == "background":
        return False
    if key == "introduction" and part.alone and count:
        return False
    return not (rank >= ORDER["conclusion"] and part.alone and part.kind != "conclusion")


def is_introduction(sections: list[Section]) -> bool:
    """Whether the only section is the body's introduction, which cites others or has several
    paragraphs, or stands in a table of contents over the title."""
    name, lines = sections[0]
    if len(sections) > 1 or not fold_label(name).startswith("introdu"):
        return False
    if not is_prose(lines[0].text) or any(has_citations(line.text) for line in lines):
        return True
    return len(lines) > MOST_PARAGRAPHS and all(map(_is_paragraph, lines[:-1]))


def _is_paragraph(line: Line) -> bool:
    return len(line.text) > SHORTEST_PARAGRAPH and is_sentence(line.text)


def opens_body(sections: list[Section]) -> bool:
    """Whether sections without a heading over them are a body's: its introduction alone, which
    cites others."""
    name, lines = sections[0]
    if fold_label(name) not in INTRODUCTIONS:
        return False
    several = sum(cites(line.text) for line in lines) > 1
    if not several and not any(has_citations(line.text) for line in lines):
        return False
    return not holds_sections(lines[:1]) or has_citations(lines[0].text)


def are_short(kinds: set[str], sections: list[Section]) -> bool:
    """Whether sections under headings are those of an abstract, not of a body."""
    lost = [have_lost_labels(lines) for _, lines in sections]
    one = [len([line for line in lines if line.gap]) <= 1 for _, lines in sections]
    total = sum(len(line.text) for _, lines in sections for line in lines)
    told = any(lost) or len(sections) > 3 or bool({"results", "conclusion"} & kinds)
    told = told or (len(sections) > 2 and fold_label(sections[1][0]) in _PURPOSES)
    return told and all(map(or_, one, lost)) and total <= 5000


def opening_above(parts: list[Part], index: int) -> list[Section]:
    """The paragraph over the first label, where that is not how abstracts begin: its own label
    was not copied."""
    part, lines = parts[index], parts[index - 1].lines
    if part.kind == "background" or not lines or part.heading is None:
        return []
    last = lines[-1]
    apart = (last.gap and part.heading.gap) or (not part.alone and is_sentence(last.text))
    return [("", [last])] if apart and is_prose(last.text) else []


def absorb_short(parts: list[Part], index: int, sections: list[Section]) -> tuple[int, list[Line]]:
    """Adds the sections of an abstract whose first label is lost: what stands under their headings
    is too short for a body, and cites nobody; gives the index behind, as `absorb_sections`."""
    behind: list[Section] = []
    end, rest = absorb_sections(parts, index, behind, [])
    behind, cut_off = cut(behind) if behind else ([], [])
    several = len(behind) > 1 or (behind and have_lost_labels(behind[0][1]))
    kinds = {parts[i].kind for i in range(index, end)}
    if not several or not are_short(kinds, behind):
        return index, []
    if any(has_citations(line.text) for _, lines in behind for line in lines):
        return index, []
    sections += behind
    return end, [*cut_off, *rest]
