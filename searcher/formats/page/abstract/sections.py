"""Sections of an abstract, and which lines they keep."""

from __future__ import annotations

from searcher.formats.page.abstract.inline_labels import holds_sections
from searcher.formats.page.abstract.paragraphs import opens_paragraph
from searcher.formats.page.kinds.prose import cites, is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.lines import Line
from searcher.lazy import lazy_pattern

Section = tuple[str, list[Line]]
"""A label, "" where there is none, and the lines under it."""

MAX_ABSTRACT = 12_000
"""An abstract longer than this has lost its end: only its first paragraph is kept."""

_LABELLED = lazy_pattern(r"[A-ZÀ-Þ][^:.?!]{2,40}:\s")


def without_table(sections: list[Section]) -> list[Section]:
    """Without the table over a case report ("Patient: Male, 67", "Symptoms: Flushing"), which is
    no text of the abstract."""
    cells = 0
    while cells < len(sections) and _is_cell(sections[cells]):
        cells += 1
    return sections[cells:] if cells >= 3 else sections


def _is_cell(section: Section) -> bool:
    name, lines = section
    return bool(name) and len(lines) == 1 and len(lines[0].text) < 80 and lines[0].text[-1] != "."


def _is_endless(sections: list[Section]) -> bool:
    """Whether sections are too long to be an abstract alone."""
    return sum(len(line.text) for _, lines in sections for line in lines) > MAX_ABSTRACT


def cut(sections: list[Section]) -> tuple[list[Section], list[Line]]:
    """The sections up to where the abstract must have ended, and the lines behind."""
    too_long = _is_endless(sections)
    single = len(sections) > 2 and all(_is_labelled(lines) for _, lines in sections[:-1])
    for position, (name, lines) in enumerate(sections):
        end = len(lines)
        last = position == len(sections) - 1
        if single and last and is_sentence(lines[0].text) and is_prose(lines[-1].text):
            # One paragraph a section: a second one at the end is the body's.
            end = next((i for i in range(1, end) if not _LABELLED.match(lines[i].text)), end)
        elif too_long:
            end = next((i for i, line in enumerate(lines) if i and line.gap), 1)
        else:
            # Once a paragraph has come to its conclusion, or the next one cites others, what
            # follows is the page's, not its.
            end = _end_of_conclusion(lines)
            if last:
                far = bool(name)
                end = next((i for i in range(1, end) if _cites(lines, i, far)), end)
        if end < len(lines) or too_long:
            behind = lines[end:] + [line for _, more in sections[position + 1 :] for line in more]
            return [*sections[:position], (name, lines[:end])], behind
    return sections, []


def _cites(lines: list[Line], index: int, far: bool) -> bool:
    """Whether a paragraph, below a blank line where it must stand far from the text, cites."""
    line = lines[index]
    apart = line.gap > 0 if far else opens_paragraph(lines[index - 1], line)
    return apart and cites(line.text)


def _is_labelled(lines: list[Line]) -> bool:
    """Whether each paragraph of a section but the first has a label of its own."""
    return all(_LABELLED.match(line.text) for line in lines[1:])


def _end_of_conclusion(lines: list[Line]) -> int:
    """Where a paragraph with all labels inside ends, if others follow it; else the end."""
    end = next((i for i, line in enumerate(lines) if i and line.gap), len(lines))
    if end == len(lines):
        return end
    return end if holds_sections(lines[:end]) else len(lines)
