"""Zones of a page: its head, the places of facts, its body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from searcher.formats.page.abstract.found import Abstract
from searcher.formats.page.abstract.framing import opens_with_authors
from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import may_have_year
from searcher.formats.page.kinds.identifiers import find_dois, find_pmid
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import count_words, is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Place
from searcher.formats.page.parts import Part
from searcher.formats.page.title import Title
from searcher.formats.page.values import Field
from searcher.formats.page.words.vocabulary import SOURCES
from searcher.record import Evidence

PARAGRAPH = 200
"""Characters from which on a line of prose is a paragraph."""

TEASER = 50
"""Characters by which a text is known again."""

ELSEWHERE = frozenset({"references", "aside", "foreign", "substances", "mesh", "publication_types"})

MAX_MASTHEAD = 400
"""Characters of a line in body or side lists that can be the article's citation."""

# Where a viewer of documents begins to show one: what stands above it is the viewer's.
_FIRST_PAGE = re.compile(r"(?:you are on )?page 1 ?of ?\d+$", re.IGNORECASE)

_NO_HEAD = frozenset({"foreign", "keywords", "mesh", "publication_types"})

_BODY = frozenset({"body", "aside", "foreign"})

_OF_OTHERS = frozenset({"references", "aside", "foreign"})
"""Parts in which a labelled value may be another article's."""


@dataclass(slots=True)
class Page:
    """A page taken apart: where its abstract and body are, and what has been read so far."""

    parts: list[Part]
    fields: list[Field]
    abstract: Abstract | None
    body_start: int
    values: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)

    @property
    def abstract_text(self) -> str:
        """The abstract's text, "" where there is none."""
        return self.abstract.text if self.abstract else ""

    def put(self, name: str, value: Any, evidence: Evidence) -> None:
        """Sets a field that has a value and none so far."""
        if value and name not in self.values:
            self.values[name] = value
            self.evidence[name] = evidence


MAX_REST = 12
"""Lines below an abstract in which the head stands, where none is above."""


def body_start(parts: list[Part], abstract: Abstract | None) -> int:
    """The index of the part with which the body begins, or of the end."""
    start = abstract.after if abstract else _abstract_heading(parts)
    for index in range(start, len(parts)):
        part = parts[index]
        if part.is_section or part.kind in ("body", "references"):
            return index
    return len(parts)


def _abstract_heading(parts: list[Part]) -> int:
    """The index of the heading of an abstract that was not found: what stands above it is no body,
    or 0."""
    kinds = [part.kind for part in parts]
    return kinds.index("abstract") if "abstract" in kinds else 0


def _may_hold(part: Part) -> bool:
    return part.kind not in ELSEWHERE


def head_lines(page: Page) -> list[Line]:
    """The lines before the abstract, in which title and authors stand."""
    if page.abstract is None:
        return _above_text(page)
    stop = page.abstract.before
    lines = _lines_of(page.parts[:stop])
    if page.parts[stop].kind not in ("abstract", "keywords") and not page.parts[stop].is_section:
        for line in page.parts[stop].lines:
            if line is page.abstract.first_line:
                break
            lines.append(line)
    # Where the abstract begins on a line above as well, that is a teaser.
    opening = page.abstract.first_line.text[:TEASER]
    if not lines:
        return _below_abstract(page.abstract)
    for index, line in enumerate(lines):
        if line.text.endswith(("...", "…")) and opening in line.text[: 2 * TEASER]:
            return lines[:index]
    return lines


def lines_between_copies(page: Page) -> list[Line]:
    """The lines between an abstract and its second copy, in which title and names stand where a
    site shows the abstract of a document above the document; none where there is one copy."""
    if page.abstract is None:
        return []
    opening = page.abstract.first_line.text[:TEASER]
    below = _lines_of(page.parts[page.abstract.after : page.abstract.after + MAX_REST])
    between = [*page.abstract.rest, *below]
    for index, line in enumerate(between):
        if line.text.startswith(opening):
            return between[:index]
    return []


def _below_abstract(abstract: Abstract) -> list[Line]:
    """The lines from the article's category on, where the abstract stands above title and names."""
    for index, line in enumerate(abstract.rest[:MAX_REST]):
        if read_category(line.text) is not None:
            return list(abstract.rest[index : index + MAX_REST])
    return []


def _first_list(page: Page) -> int:
    """Where the head of a page without an abstract ends: at its keywords, if lines stand above."""
    for index, part in enumerate(page.parts[: page.body_start]):
        if part.kind == "keywords" and any(each.lines for each in page.parts[:index]):
            return index
    return page.body_start


def _lines_of(parts: list[Part]) -> list[Line]:
    """The lines of parts that may hold title and names; none of a box for laymen."""
    lines: list[Line] = []
    boxed = False
    for part in parts:
        boxed = part.kind == "aside_abstract" or (boxed and part.is_section)
        if boxed or part.kind in _NO_HEAD:
            continue
        # A list of other articles at the very top ends at the first blank line.
        lines += part.lines if lines or part.kind != "aside" else _below_gap(part.lines)
    return lines


def _below_gap(lines: list[Line]) -> list[Line]:
    """The lines from the first blank line between them on; all where there is none."""
    gap = next((i for i in range(1, len(lines)) if lines[i].gap), 0)
    return lines[gap:]


def _above_list(page: Page) -> list[Line]:
    """The few lines with a title above a list of similar articles with which a page begins."""
    kinds = [part.kind for part in page.parts]
    lines = _lines_of(page.parts[: kinds.index("aside")]) if "aside" in kinds else []
    titled = any(
        count_words(line.text) > 5
        and speaks_of_medicine(line.text)
        and not names_a_journal(line.text)
        for line in lines[:3]
    )
    return lines if titled and len(lines) < 3 else []


def _above_text(page: Page) -> list[Line]:
    """Without an abstract, the lines over the first paragraph: a title stands over its text."""
    lines = _above_list(page) or _lines_of(page.parts[: _first_list(page)])
    for index, line in enumerate(lines):
        said = ". " in line.text or is_sentence(line.text)
        if index == 0 and _is_cited(line):
            continue
        if len(line.text) > PARAGRAPH and said and is_prose(line.text):
            while index and line.text[0].islower() and not line.gap:
                # The paragraph begins where its sentence does.
                index -= 1
                line = lines[index]
            return lines[:index]
    return lines


def _is_cited(line: Line) -> bool:
    """Whether a line is the article's whole citation: its title has sentences of its own."""
    cited = find_citation(line.text)
    return cited is not None and bool(cited.head)


def find_places(
    page: Page, title: Title | None, feet: list[Line]
) -> tuple[list[Place], list[Field]]:
    """The lines and the labelled values in which facts about the article may stand.

    Side lists before the article hold other papers: what stands there counts from the title on.
    """
    places = [Place(line, 0.8) for line in feet]
    abstract = page.abstract
    for index, part in enumerate(page.parts):
        cited = part.kind == "cite"
        in_body = index >= page.body_start
        in_head = abstract and index <= abstract.before and part.kind != "foreign"
        if (not _may_hold(part) and not in_head) or (in_body and not cited):
            continue
        if abstract and abstract.before <= index < abstract.after:
            if index == abstract.before and not part.is_section and part.kind != "abstract":
                places += [Place(line, 1.0) for line in _before(part.lines, abstract)]
            if index == abstract.after - 1:
                places += [Place(line, 0.8) for line in _without_references(abstract.rest)]
            continue
        weight = 1.0 if not abstract or index < abstract.before else 0.8
        lines = part.lines[:200]
        if part.kind == "aside":
            below = _begins_below(part, title)
            lines = [line for line in lines if line.number > below or not _cites(line.text)]
        in_source = cited and fold_label(part.name) in SOURCES
        places += [Place(line, weight, cited, in_source and line is lines[0]) for line in lines]
    if abstract and abstract.citation:
        places.append(Place(abstract.citation, 0.8, cited=True))
    fields = [each for each in page.fields if _is_own(page, each, title)]
    head = abstract.before if abstract else len(page.parts)
    places += [Place(_whole(each), 1.0 if each.part < head else 0.8) for each in fields]
    return sorted(places, key=attrgetter("line.number")), fields


def _whole(each: Field) -> Line:
    """A labelled value with its label, also where it stands on the next line."""
    line = each.line
    return line if each.value in line.text else line._replace(text=f"{line.text}: {each.value}")


def find_remote(page: Page, places: list[Place]) -> list[Place]:
    """The lines with a year in body and side lists, in which the article's own citation may stand
    as well."""
    known = {place.line.number for place in places}
    lines = [each.line for each in page.fields] + [
        line
        for index, part in enumerate(page.parts)
        if part.kind not in ("references", "foreign")
        and not (part.kind == "aside" and page.abstract)
        and not (page.abstract and page.abstract.before <= index < page.abstract.after)
        for line in part.lines
    ]
    return [
        Place(line, 0.5)
        for line in lines
        if len(line.text) < MAX_MASTHEAD and may_have_year(line.text) and line.number not in known
    ]


def _without_references(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines behind an abstract up to a list of references; one alone may be its own, unless
    a number stands over it."""
    listed = [i for i, line in enumerate(lines) if opens_with_authors(line.text)]
    numbered = bool(listed and listed[0]) and lines[listed[0] - 1].text.rstrip(".").isdigit()
    return lines[: listed[0]] if len(listed) > 1 or numbered else lines


def _cites(text: str) -> bool:
    citation = find_citation(text)
    named = citation is not None and citation.journal is not None
    return named or bool(find_dois(text) or find_pmid(text))


def _begins_below(part: Part, title: Title | None) -> int:
    """The line below which what stands in side lists may be the article's own: its title, the
    citation right above that, the first page in a viewer."""
    lines = part.lines[:200]
    shown = [line.number for line in lines if _FIRST_PAGE.match(line.text)]
    return min([_cited_above(lines, title), *shown])


def _cited_above(lines: list[Line], title: Title | None) -> int:
    """The line above the citation with which the block over a title opens, if it is the title's:
    it says no other one; else the title's last line."""
    if title is None:
        return 0
    above = [line for line in lines if line.number < title.span[0]]
    opens = next((line for line in reversed(above) if line.gap), None)
    cited = find_citation(opens.text) if opens else None
    own = opens and cited and cited.journal and not cited.head
    return opens.number - 1 if opens and own else title.span[1]


def _is_own(page: Page, field: Field, title: Title | None) -> bool:
    """Whether a labelled value speaks about the article, not about one of a side list."""
    part = page.parts[field.part]
    if part.kind == "aside" and page.abstract and field.part < page.abstract.before:
        return field.line.number > _begins_below(part, title)
    if field.part >= page.body_start:
        return field.kind == "date" and _stands_below_references(page, field)
    return part.kind not in _OF_OTHERS


def _stands_below_references(page: Page, field: Field) -> bool:
    """Whether a value has its label over it, as no reference has, on a page of an abstract: sites
    say there what they know of the article."""
    between = page.parts[page.body_start : field.part + 1]
    listed = between[0].kind == "references" and field.value not in field.line.text
    return listed and not any(part.is_section or part.kind in _BODY for part in between)


def _before(lines: list[Line], abstract: Abstract) -> list[Line]:
    taken = []
    for line in lines:
        if line is abstract.first_line:
            break
        taken.append(line)
    return taken
