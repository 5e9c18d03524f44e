"""The abstract: under its heading, as a run of sections, or without any label."""

from __future__ import annotations

from searcher.formats.page.abstract.found import Abstract, Site, make_abstract
from searcher.formats.page.abstract.headed import read_headed
from searcher.formats.page.abstract.labelled import read_labelled
from searcher.formats.page.abstract.letters import is_excerpt, is_letter, stands_for_abstract
from searcher.formats.page.abstract.opening import runs_through_head
from searcher.formats.page.abstract.section_run import absorb_short
from searcher.formats.page.abstract.sections import Section
from searcher.formats.page.abstract.unlabelled import find_unlabelled
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.values import Field

FEWEST_SECTIONS = 3
"""Sections with their labels from which on a text is an abstract, whatever stands over it."""

_CUT = ("...", "…")
_OPENING = 50
"""Characters of a text by which it is known again."""


def find_abstract(parts: list[Part], fields: list[Field]) -> Abstract | None:
    """The page's abstract, or None when it carries none; `fields` are its labelled values."""
    headed = [i for i, part in enumerate(parts) if part.kind == "abstract"]
    readings = [reading for i in headed if (reading := read_headed(parts, i))]
    if len(readings) > 1:
        readings = [r for r in readings if is_prose(r.text[:2000])]
    readings = [r for r in readings if not (is_excerpt(r.text) or runs_through_head(r.text))]
    if readings:
        return _in_full(parts, readings[0])
    found = read_labelled(parts) or _bare(parts, fields) or _teaser(parts)
    if found is None or is_excerpt(found.text) or runs_through_head(found.text):
        return None
    listed = found.after < len(parts) and parts[found.after].kind == "keywords"
    if stands_for_abstract(_above(parts, found)):
        return None
    sectioned = found.rule == "section labels" and found.text.count("\n") >= FEWEST_SECTIONS - 1
    if not (listed or sectioned) and is_letter(parts[: found.before + 1], found.first_line):
        return None
    return _in_full(parts, found)


def _above(parts: list[Part], found: Abstract) -> list[Line]:
    """The lines of the head over an abstract."""
    head = [line for part in parts[: found.before + 1] for line in part.lines]
    return [line for line in head if line.number < found.first_line.number]


def _teaser(parts: list[Part]) -> Abstract | None:
    """The beginning of a text that stands in full further down."""
    for index, part in enumerate(parts):
        for at, line in enumerate(part.lines):
            if line.text.endswith(_CUT) and is_prose(line.text):
                site = Site("text in full", 0.7, index, index + 1)
                found = make_abstract(site, [("", [line])], part.lines[at + 1 :])
                return None if _in_full(parts, found) is found else found
    return None


def _in_full(parts: list[Part], found: Abstract) -> Abstract:
    """The same abstract; where it or the page was cut short, as it stands in full elsewhere."""
    ends_page = found.after >= len(parts) and not found.rest
    if not (found.text.endswith(_CUT) or (ends_page and not is_sentence(found.text))):
        return found
    opening = found.first_line.text[:_OPENING]
    for index, part in enumerate(parts):
        for at, line in enumerate(part.lines):
            start = line.text.find(opening, 0, 2 * _OPENING)
            longer = start >= 0 and len(line.text) - start >= len(found.text)
            if not longer or found.span[0] <= line.number <= found.span[1]:
                continue
            site = Site(found.rule, found.confidence, index, index + 1)
            full = [("", [line._replace(text=line.text[start:])])]
            return make_abstract(site, full, part.lines[at + 1 :])
    return found


def _bare(parts: list[Part], fields: list[Field]) -> Abstract | None:
    """Without any label: the paragraphs of prose between the head and the next heading."""
    found = find_unlabelled(parts, fields)
    if found is None:
        return None
    sections: list[Section] = [("", found.lines)]
    after, rest = found.part + 1, found.rest
    if not rest:
        after, rest = absorb_short(parts, after, sections)
    site = Site("prose after the head", found.confidence, found.part, after)
    return make_abstract(site, sections, rest)
