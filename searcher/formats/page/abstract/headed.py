"""An abstract under its heading: own prose, or the sections that follow, or both."""

from __future__ import annotations

from itertools import islice

from searcher.formats.page.abstract.endings import funding_of
from searcher.formats.page.abstract.found import Abstract, Site, make_abstract
from searcher.formats.page.abstract.manner import EXTRACT
from searcher.formats.page.abstract.paragraphs import in_other_language, own_lines
from searcher.formats.page.abstract.section_run import (
    absorb_sections,
    absorb_short,
    cut_opening,
    is_introduction,
)
from searcher.formats.page.abstract.sections import Section, without_table
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_dense, is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.words.vocabulary import INTRODUCTIONS
from searcher.formats.page.wrapping import join_lines

LONGEST_NOTICE = 100
"""Characters of a notice that stands below several texts of a page."""

MOST_LINES = 400
"""Lines of a page over and below an abstract among which they are looked for."""

SHORTEST_TITLE, LONGEST_TITLE = 40, 300
"""Characters of a line of the head that is looked for below the abstract."""


def read_headed(parts: list[Part], index: int) -> Abstract | None:
    """What stands under a heading "Abstract", if it is an abstract."""
    found = _own_prose(parts, index)
    if found is None:
        return None
    own, rest = found
    sections: list[Section] = [("", own)] if own else []
    before, after = index, index + 1
    if own and (inner := _up_to_introduction(parts[index + 1 :], rest)):
        sections += inner
        rest = []
    elif not rest or not own:
        after, rest = absorb_sections(parts, index + 1, sections, rest)
        if not own and any(read_names(line.text) for line in parts[index].lines):
            # A tab "Abstract" over the title: the head stands below it.
            before = index + 1
        if after == index + 1 and own and not rest:
            after, rest = absorb_short(parts, after, sections)
    if not sections or is_introduction(sections):
        return None
    site = Site("abstract heading", 0.95, before, after)
    sections = without_table(_in_one_script(sections))
    return make_abstract(site, sections, rest) if sections else None


def _own_prose(parts: list[Part], index: int) -> tuple[list[Line], list[Line]] | None:
    """The text right below a heading, and the lines behind it; None where it is no abstract's."""
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
    return own, rest


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
