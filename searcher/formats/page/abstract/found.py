"""An abstract as it was found on a page: its text, its lines, and where the rest goes on."""

from __future__ import annotations

from typing import NamedTuple

from searcher.formats.page.abstract.sections import Section, cut
from searcher.formats.page.abstract.written import citation_behind, write
from searcher.formats.page.lines import Line


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


class Site(NamedTuple):
    """Where and how an abstract was found; `before` and `after` as in Abstract."""

    rule: str
    confidence: float
    before: int
    after: int


def make_abstract(site: Site, sections: list[Section], rest: list[Line]) -> Abstract:
    """The abstract of these sections, up to where it must have ended."""
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
