"""Places: the lines in which facts about the article may stand, and how much they count."""

from __future__ import annotations

import re
from operator import attrgetter

from searcher.formats.page.abstract.found import Abstract
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.dates import may_have_year
from searcher.formats.page.kinds.identifiers import find_dois, find_pmid
from searcher.formats.page.kinds.references import is_plain_reference
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import FOOT, Line
from searcher.formats.page.masthead import Place
from searcher.formats.page.parts import Part
from searcher.formats.page.title import Title
from searcher.formats.page.values import Field
from searcher.formats.page.words.vocabulary import SOURCES
from searcher.formats.page.zones import ELSEWHERE, Page, lines_before
from searcher.lazy import lazy_pattern

MOST_LINES = 200
"""Lines of a part that are looked at."""

MAX_MASTHEAD = 400
"""Characters of a line in body or side lists that can be the article's citation."""

# Where a viewer of documents begins to show one: what stands above it is the viewer's.
_FIRST_PAGE = lazy_pattern(r"(?:you are on )?page 1 ?of ?\d+$", re.IGNORECASE)

_BODY = frozenset({"body", "aside", "foreign"})

_OF_OTHERS = frozenset({"references", "aside", "foreign"})
"""Parts in which a labelled value may be another article's."""


def find_places(
    page: Page, title: Title | None, feet: list[Line]
) -> tuple[list[Place], list[Field]]:
    """The lines and the labelled values in which facts about the article may stand."""
    places = [Place(line, 0.8, cited=line.level == FOOT) for line in feet]
    abstract = page.abstract
    for index, part in enumerate(page.parts):
        in_head = abstract and index <= abstract.before and part.kind != "foreign"
        in_body = index >= page.body_start and part.kind != "cite"
        if (part.kind in ELSEWHERE and not in_head) or in_body:
            continue
        if abstract and abstract.before <= index < abstract.after:
            places += _around_abstract(abstract, part, index)
        else:
            weight = 1.0 if not abstract or index < abstract.before else 0.8
            places += _in_part(part, title, weight)
    if abstract and abstract.citation:
        places.append(Place(abstract.citation, 0.8, cited=True))
    fields = [each for each in page.fields if _is_own(page, each, title)]
    head = abstract.before if abstract else len(page.parts)
    places += [Place(_whole(each), 1.0 if each.part < head else 0.8) for each in fields]
    return sorted(places, key=attrgetter("line.number")), fields


def _around_abstract(abstract: Abstract, part: Part, index: int) -> list[Place]:
    """The lines over an abstract in its first part, and those below it in its last."""
    places: list[Place] = []
    if index == abstract.before and not part.is_section and part.kind != "abstract":
        places += [Place(line, 1.0) for line in lines_before(part.lines, abstract)]
    if index == abstract.after - 1:
        places += [Place(line, 0.8) for line in _without_list(abstract.rest)]
    return places


def _in_part(part: Part, title: Title | None, weight: float) -> list[Place]:
    """The lines of a part. Side lists before the article hold other papers: what stands there
    counts from the title on."""
    lines = part.lines[:MOST_LINES]
    if part.kind == "aside":
        below = _begins_below(part, title)
        lines = [line for line in lines if line.number > below or not _cites(line.text)]
    cited = part.kind == "cite"
    in_source = cited and fold_label(part.name) in SOURCES
    return [Place(line, weight, cited, in_source and line is lines[0]) for line in lines]


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


def _without_list(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines behind an abstract up to a list of references; one alone may be its own, unless
    a number stands over it."""
    listed = [i for i, line in enumerate(lines) if is_plain_reference(line.text)]
    numbered = bool(listed and listed[0]) and lines[listed[0] - 1].text.rstrip(".").isdigit()
    return lines[: listed[0]] if len(listed) > 1 or numbered else lines


def _cites(text: str) -> bool:
    citation = find_citation(text)
    named = citation is not None and citation.journal is not None
    return named or bool(find_dois(text) or find_pmid(text))


def _begins_below(part: Part, title: Title | None) -> int:
    """The line below which what stands in side lists may be the article's own: its title, the
    citation right above that, the first page in a viewer."""
    lines = part.lines[:MOST_LINES]
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
