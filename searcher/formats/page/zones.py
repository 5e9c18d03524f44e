"""Zones of a page: its head, and where its body begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from searcher.formats.page.abstract.found import Abstract
from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import count_words, is_sentence
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.values import Field
from searcher.record import Evidence

PARAGRAPH = 200
"""Characters from which on a line of prose is a paragraph."""

TEASER = 50
"""Characters by which a text is known again."""

ELSEWHERE = frozenset({"references", "aside", "foreign", "substances", "mesh", "publication_types"})


_NO_HEAD = frozenset({"foreign", "keywords", "mesh", "publication_types"})


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

    @property
    def title_end(self) -> int:
        """The number of the title's last line, 0 where it is not known."""
        title = self.evidence.get("title")
        return title.lines[1] if title and title.lines else 0

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


def head_lines(page: Page) -> list[Line]:
    """The lines before the abstract, in which title and authors stand."""
    if page.abstract is None:
        return _above_text(page)
    stop = page.abstract.before
    lines = _lines_of(page.parts[:stop])
    if page.parts[stop].kind not in ("abstract", "keywords") and not page.parts[stop].is_section:
        lines += lines_before(page.parts[stop].lines, page.abstract)
    # Where the abstract begins on a line above as well, that is a teaser.
    opening = page.abstract.first_line.text[:TEASER]
    if not lines:
        return _below_abstract(page.abstract)
    return lines[: _teaser(lines, opening)]


def _teaser(lines: list[Line], opening: str) -> int | None:
    """Where the beginning of the abstract stands above it, cut short; None where it does not."""
    for index, line in enumerate(lines):
        if line.text.endswith(("...", "…")) and opening in line.text[: 2 * TEASER]:
            return index
    return None


def lines_between_copies(page: Page) -> list[Line]:
    """The lines between an abstract and its second copy, or its teaser and the abstract, in which
    title and names stand where a site shows the text of a document above the document; none where
    there is one copy."""
    if page.abstract is None:
        return []
    opening = page.abstract.first_line.text[:TEASER]
    above = _lines_of(page.parts[: page.abstract.before])
    if (teaser := _teaser(above, opening)) is not None:
        return above[teaser + 1 :]
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


def lines_before(lines: list[Line], abstract: Abstract) -> list[Line]:
    """The lines of its first part that stand over an abstract."""
    return list(takewhile(lambda line: line is not abstract.first_line, lines))
