"""The abstract: where it begins and ends, and its labelled sections."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from searcher.formats.page.abstract.endings import funding_of
from searcher.formats.page.abstract.letters import is_excerpt, is_letter, stands_for_abstract
from searcher.formats.page.abstract.manner import EXTRACT
from searcher.formats.page.abstract.opening import runs_through_head
from searcher.formats.page.abstract.paragraphs import (
    have_lost_labels,
    in_other_language,
    own_lines,
)
from searcher.formats.page.abstract.section_run import (
    absorb_sections,
    are_short,
    cut_opening,
    is_introduction,
    opening_above,
    opens_body,
)
from searcher.formats.page.abstract.sections import Section, cut, without_table
from searcher.formats.page.abstract.unlabelled import find_unlabelled, is_counter
from searcher.formats.page.abstract.written import citation_behind, write
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import has_citations, is_prose
from searcher.formats.page.kinds.sentences import is_dense, is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.values import Field
from searcher.formats.page.words.vocabulary import INTRODUCTIONS
from searcher.formats.page.wrapping import join_lines


class Abstract(NamedTuple):
    """An abstract as text, the lines that it came from, and where the rest of the page goes on.

    before: index of the part that it begins in; after: index of the first part behind it;
    rest: lines of its last part that are not its own any more; citation: the article's own, which
    some journals print behind the last sentence.
    """

    text: str
    rule: str
    confidence: float
    span: tuple[int, int]
    before: int
    after: int
    first_line: Line
    rest: tuple[Line, ...] = ()
    citation: Line | None = None


_CUT = ("...", "…")
_OPENING = 50
"""Characters of a text by which it is known again."""


LONGEST_NOTICE = 100
"""Characters of a notice that stands below several texts of a page."""

MOST_LINES = 400
"""Lines of a page over and below an abstract among which they are looked for."""

SHORTEST_TITLE, LONGEST_TITLE = 40, 300
"""Characters of a line of the head that is looked for below the abstract."""


class _Site(NamedTuple):
    """Where and how an abstract was found; `before` and `after` as in Abstract."""

    rule: str
    confidence: float
    before: int
    after: int


def find_abstract(parts: list[Part], fields: list[Field]) -> Abstract | None:
    """The page's abstract, or None when it carries none; `fields` are its labelled values."""
    headed = [i for i, part in enumerate(parts) if part.kind == "abstract"]
    readings = [reading for i in headed if (reading := _headed(parts, i))]
    if len(readings) > 1:
        readings = [r for r in readings if is_prose(r.text[:2000])]
    readings = [r for r in readings if not (is_excerpt(r.text) or runs_through_head(r.text))]
    if readings:
        return _in_full(parts, readings[0])
    found = _labelled(parts) or _bare(parts, fields) or _teaser(parts)
    if found is None or is_excerpt(found.text) or runs_through_head(found.text):
        return None
    listed = found.after < len(parts) and parts[found.after].kind == "keywords"
    if stands_for_abstract(_above(parts, found)):
        return None
    if not listed and is_letter(parts[: found.before + 1], found.first_line):
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
                site = _Site("text in full", 0.7, index, index + 1)
                found = _abstract(site, [("", [line])], part.lines[at + 1 :])
                return None if _in_full(parts, found) is found else found
    return None


def _in_full(parts: list[Part], found: Abstract) -> Abstract:
    """The same abstract; where it was cut short, as it stands in full further down."""
    if not found.text.endswith(_CUT):
        return found
    opening = found.first_line.text[:_OPENING]
    for index, part in enumerate(parts[found.before :], found.before):
        for at, line in enumerate(part.lines):
            start = line.text.find(opening, 0, 2 * _OPENING)
            longer = start >= 0 and len(line.text) - start >= len(found.text)
            if not longer or line.number <= found.span[1]:
                continue
            site = _Site(found.rule, found.confidence, index, index + 1)
            full = [("", [line._replace(text=line.text[start:])])]
            return _abstract(site, full, part.lines[at + 1 :])
    return found


def _headed(parts: list[Part], index: int) -> Abstract | None:
    """Under a heading "Abstract": own prose, or the sections that follow, or both."""
    sections: list[Section] = []
    lines = parts[index].lines
    if len(lines) > 1 and lines[0].text.endswith(EXTRACT) and is_prose(lines[1].text):
        lines = lines[1:]
    own, rest = own_lines(lines)
    if len(own) > 1 and (end := _end_at_furniture(own, parts, index)) < len(own):
        own, rest = own[:end], [*own[end:], *rest]
    if not own and index == len(parts) - 1:
        own = cut_opening(lines, [line for part in parts[:index] for line in part.lines])
    if own and own[0].text[-1] == "?" and len(own[0].text) < 80:
        # "What is already known about this topic?": a box, not an abstract.
        return None
    described = fold_label(parts[index].name).endswith("description")
    if described and not (own and is_prose(join_lines(own))):
        # "Description: publisher's version", of a file.
        return None
    if own and (others := funding_of(own) or in_other_language(own)):
        own, rest = own[: -len(others)], [*others, *rest]
    after = index + 1
    if own:
        sections.append(("", own))
    before = index
    if own and (inner := _up_to_introduction(parts[index + 1 :], rest)):
        sections += inner
        rest = []
    elif not rest or not own:
        after, rest = absorb_sections(parts, index + 1, sections, rest)
        if not own and any(read_names(line.text) for line in parts[index].lines):
            # A tab "Abstract" over the title: the head stands below it.
            before = index + 1
        if after == index + 1 and own and not rest:
            after, rest = _absorb_short(parts, after, sections)
    if not sections or is_introduction(sections):
        return None
    site = _Site("abstract heading", 0.95, before, after)
    sections = without_table(_in_one_script(sections))
    return _abstract(site, sections, rest) if sections else None


def _end_at_furniture(own: list[Line], parts: list[Part], index: int) -> int:
    """Where a text ends over a line that opens with the article's title, or over a last one that
    the page has below another text as well."""
    above = (line.text for part in parts[:index] for line in part.lines)
    titles = {text[:SHORTEST_TITLE]: text for text in islice(above, MOST_LINES) if _is_long(text)}
    for end, line in enumerate(own[1:], 1):
        title = titles.get(line.text[:SHORTEST_TITLE])
        if title and line.text.startswith(title):
            return end
    last = own[-1]
    if last.gap and len(last.text) < LONGEST_NOTICE:
        below = (line.text for part in parts[index + 1 :] for line in part.lines)
        if last.text in islice(below, MOST_LINES):
            return len(own) - 1
    return len(own)


def _is_long(text: str) -> bool:
    return SHORTEST_TITLE < len(text) < LONGEST_TITLE


def _up_to_introduction(behind: list[Part], rest: list[Line]) -> list[Section]:
    """A section whose label no vocabulary has, below the first paragraph of an abstract: the
    heading of the introduction tells that all before it is the abstract's."""
    if not behind or not behind[0].alone or fold_label(behind[0].name) not in INTRODUCTIONS:
        return []
    if not 1 < len(rest) < 4 or not all(is_prose(line.text) for line in rest[1:]):
        return []
    heading = rest[0].text
    return [(heading, rest[1:])] if len(heading) < 50 and not is_sentence(heading) else []


def _in_one_script(sections: list[Section]) -> list[Section]:
    """Without a first paragraph in an Asian script where the same follows in a Latin one."""
    dense = [is_dense(lines[0].text) for _, lines in sections[:2]]
    return sections[1:] if dense == [True, False] else sections


def _labelled(parts: list[Part]) -> Abstract | None:
    """Without a heading: a run of sections such as "Background: ... Methods: ..."."""
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
        if listed and part.is_heading:
            # Headings below the keywords are the body's.
            return None
        below = part.is_heading and part.kind != "background"
        if below and _ends_in_prose(parts[index - 1]):
            # The abstract, or what of it has lost its label, stands above.
            return None
        sections: list[Section] = []
        after, rest = absorb_sections(parts, index, sections, [])
        sections = without_table(sections)
        lonely = len(sections) == 1 and part.kind not in ("background", "methods")
        if not sections or lonely or opens_body(sections):
            return None
        if len(sections) == 1 and not rest and _stands_over_terms(parts, after, part):
            site = _Site("section over the keywords", 0.7, index, after)
            return _abstract(site, [("", sections[0][1])], rest)
        if part.is_heading or (part.alone and len(sections) < 2):
            sections, behind = cut(sections)
            rest = [*behind, *rest]
            kinds = {parts[i].kind for i in range(index, after)}
            if len(sections) < 3 or not are_short(kinds, sections):
                return None
        opening = opening_above(parts, index)
        before = index - bool(opening)
        sections = [*opening, *sections]
        return _abstract(_Site("section labels", 0.85, before, after), sections, rest)
    return None


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


def _bare(parts: list[Part], fields: list[Field]) -> Abstract | None:
    """Without any label: the paragraphs of prose between the head and the next heading."""
    found = find_unlabelled(parts, fields)
    if found is None:
        return None
    sections: list[Section] = [("", found.lines)]
    after, rest = found.part + 1, found.rest
    if not rest:
        after, rest = _absorb_short(parts, after, sections)
    site = _Site("prose after the head", found.confidence, found.part, after)
    return _abstract(site, sections, rest)


def _absorb_short(parts: list[Part], index: int, sections: list[Section]) -> tuple[int, list[Line]]:
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


def _abstract(site: _Site, sections: list[Section], rest: list[Line]) -> Abstract:
    sections, behind = cut(sections)
    all_lines = [line for _, lines in sections for line in lines]
    cited = citation_behind(all_lines[-1].text)
    printed = (cited["citation"] or "").strip() if cited else ""
    return Abstract(
        text=write(sections),
        rule=site.rule,
        confidence=site.confidence,
        span=(all_lines[0].number, all_lines[-1].end),
        before=site.before,
        after=site.after,
        first_line=all_lines[0],
        rest=(*behind, *rest),
        citation=all_lines[-1]._replace(text=printed) if printed else None,
    )
