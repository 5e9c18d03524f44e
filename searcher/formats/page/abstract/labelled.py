"""An abstract without a heading: a run of sections with their labels."""

from __future__ import annotations

from searcher.formats.page.abstract.found import Abstract, Site, make_abstract
from searcher.formats.page.abstract.section_run import (
    absorb_sections,
    are_short,
    opening_above,
    opens_body,
)
from searcher.formats.page.abstract.sections import Section, cut, without_table
from searcher.formats.page.abstract.unlabelled import is_counter
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.parts import Part
from searcher.formats.page.words.vocabulary import INTRODUCTIONS


def read_labelled(parts: list[Part]) -> Abstract | None:
    """The first run of sections such as "Background: ... Methods: ...", if it is an abstract."""
    listed = boxed = False
    for index, part in enumerate(parts):
        if part.kind == "body" or (part.kind == "references" and not is_counter(part)):
            return None
        listed = listed or part.kind == "keywords"
        if not part.is_section or _is_entry(part) or (part.kind == "case" and not part.lines):
            # "Case Report" says what kind of article it is.
            continue
        above = parts[index - 1]
        boxed = above.kind == "aside_abstract" or (boxed and above.is_section)
        if boxed and (part.kind != "background" or not above.is_section):
            # Those of a box for laymen are its own.
            continue
        # Headings below the keywords are the body's; below prose, that is the abstract, or what of
        # it has lost its label.
        below = listed or (part.kind != "background" and _ends_in_prose(above))
        return None if part.is_heading and below else _read_run(parts, index)
    return None


def _read_run(parts: list[Part], index: int) -> Abstract | None:
    """The sections from one on, if they are an abstract's and not those of a body."""
    part = parts[index]
    sections: list[Section] = []
    after, rest = absorb_sections(parts, index, sections, [])
    sections = without_table(sections)
    lonely = len(sections) == 1 and part.kind not in ("background", "methods")
    if not sections or lonely or opens_body(sections):
        return None
    if len(sections) == 1 and not rest and _stands_over_terms(parts, after, part):
        site = Site("section over the keywords", 0.7, index, after)
        return make_abstract(site, [("", sections[0][1])], rest)
    if part.is_heading or (part.alone and len(sections) < 2):
        sections, behind = cut(sections)
        rest = [*behind, *rest]
        kinds = {parts[i].kind for i in range(index, after)}
        if len(sections) < 3 or not are_short(kinds, sections):
            return None
    opening = opening_above(parts, index)
    site = Site("section labels", 0.85, index - bool(opening), after)
    return make_abstract(site, [*opening, *sections], rest)


def _stands_over_terms(parts: list[Part], after: int, part: Part) -> bool:
    """Whether a lone section stands right over the keywords: an overview, not an introduction."""
    listed = after < len(parts) and parts[after].kind == "keywords"
    return listed and part.alone and fold_label(part.name) not in INTRODUCTIONS


def _is_entry(part: Part) -> bool:
    """Whether what looks like the heading of a section is an entry of a site's menu: no sentence
    stands below it, but other entries do, or nothing below what no abstract begins with."""
    entries = part.alone and all(len(line.text) < 70 for line in part.lines)
    listed = bool(part.lines) or part.kind == "conclusion"
    return entries and listed and not any(is_sentence(line.text) for line in part.lines)


def _ends_in_prose(part: Part) -> bool:
    return bool(part.lines) and is_prose(part.lines[-1].text)
