"""Lines about other articles than the page's own: notices, references and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from searcher.formats.page.kinds.references import is_reference
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Place
from searcher.formats.page.words.lists import WORD, beginnings, by_initial
from searcher.lazy import lazy_pattern

_FOREIGN_OPENINGS = (
    *("erratum", "corrigendum", "correction", "comment(?:s|ed)? (?:in|on)", "update (?:in|of)"),
    *(r"retract\w+", "republished", "now published", "this corrects", "original article:"),
    "this article (?:corrects|comments|relates|has been (?:corrected|cited|retracted))",
    *("see (?:also|comment)", "summary for patients", "reprinted", "companion", "related"),
    *("cited by", r"supplement(?:ary|al)? (?:data|material|info\w*)", "expression of concern"),
    *("data (?:are|is|availab)", "dataset", "preprint", "a (?:correction|erratum|comment)"),
    *("previous version", "an erratum"),
)
_FOREIGN_LETTERS = beginnings(*_FOREIGN_OPENINGS)
_FOREIGN = lazy_pattern(rf"\W*(?:{by_initial(_FOREIGN_OPENINGS)}|\[\d+\])")
_FIRST = "1. "
_NUMBERED = lazy_pattern(r"\W*\d{1,3}\. [A-Z][\w'-]+ [A-Z]{1,3}[,.]")
LEAST = 3
"""References in a row that are a list without a heading."""

FURTHEST = 6
"""Lines from one to the next at most: a wrapped one, with links below it."""

MAX_HEADING = 40
"""Characters of a heading over them that no vocabulary has."""


def is_foreign(text: str, cited: bool = False) -> bool:
    """Whether a line speaks about another article than the page's own; `cited`: it stands under a
    heading that announces the article's own citation, which may be the first of a list."""
    if cited and text.startswith(_FIRST):
        return False
    opening = text[:2].lower()
    if opening[:1].isalpha():
        return opening in _FOREIGN_LETTERS and _FOREIGN.match(text[:200].lower()) is not None
    return (_FOREIGN.match(text[:200].lower()) or _NUMBERED.match(text)) is not None


def without_references(places: list[Place], title: str | None) -> list[Place]:
    """The places without lines that are other people's papers: three or more of them are a list
    of references that has no heading."""
    listed = [
        place
        for place in places
        if not place.cited
        and is_reference(place.line.text)
        and not (title and title.casefold() in place.line.text.casefold())
    ]
    # Other styles of one citation begin with the same name.
    if len({WORD.findall(place.line.text)[0] for place in listed}) < 3:
        return places
    first, last = listed[0].line.number, listed[-1].line.number
    return [place for place in places if not first <= place.line.number <= last]


def drop_references(lines: Sequence[Line]) -> list[Line]:
    """The same lines without lists of references, and without a heading over one."""
    if len(lines) < LEAST:
        return list(lines)
    entries = [i for i, line in enumerate(lines) if is_reference(line.text)]
    start = 0
    kept: list[Line] = []
    run: list[int] = []
    for index in [*entries, len(lines) + FURTHEST]:
        if run and index - run[-1] > FURTHEST:
            if len(run) >= LEAST:
                kept += _without_heading(lines[start : run[0]])
                start = _end(lines, run[-1])
            run = []
        run.append(index)
    return [*kept, *lines[start:]]


def _without_heading(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above a list without the number of its first entry, and what is its heading."""
    if lines and lines[-1].text.strip("[(.)]").isdigit():
        lines = lines[:-1]
    text = lines[-1].text if lines else ""
    headed = 0 < len(text) <= MAX_HEADING and not is_sentence(text)
    return lines[:-1] if headed else lines


def _end(lines: Sequence[Line], last: int) -> int:
    """Where the last entry of a list ends: links and the rest of it stand below."""
    end = last + 1
    while end < len(lines) and not lines[end].gap and end - last < FURTHEST:
        end += 1
    return end
