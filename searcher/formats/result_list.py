"""A copied list of PubMed's results: numbered hits, each with its citation and a few words.

1
Cite
Share
A title.
Author A, Author B.
J Ficta. 2020 Jan;3(1):1-5. doi: 10.1234/abc.
PMID: 123    Review.
Words of the abstract ... more words.
2
...
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, at_least_one
from searcher.formats.paragraphs import read_names
from searcher.formats.tagged import RECORD_LIMIT
from searcher.formats.values import iso_date, read_book, read_citation, squash
from searcher.identifiers import clean_doi
from searcher.record import Evidence, Record

_NUMBER = re.compile(r"(\d{1,6})\.?")
_PMID = re.compile(r"(?:^|(?<=[.\s]))PMID: ?(\d{1,8})\b")
_PMCID = re.compile(r"\bPMCID: ?(PMC\d+)\b")
_DOI = re.compile(r"\bdoi: ?(10\.\S+)", re.IGNORECASE)
_ANONYMOUS = re.compile(r"\[?No authors listed", re.IGNORECASE)
_CHAPTER = re.compile(r"((?:1[89]|20)\d\d\b[^;:.]{0,30})\. In: ")
_ABOVE = 10
"""So many lines of a hit end with its PMID at most: buttons, a title, names, a citation."""

_BUTTON = 25
"""Characters of the longest button above a title ("Item in Clipboard")."""

_SNIPPET = 60
"""Characters of a line of a hit's words at least; shorter ones are marks and menus."""

_PARAGRAPH = 300
"""Characters of a line that no list of results has above its first hit."""

_Lines = list[tuple[int, str]]
"""Lines with their numbers, none blank."""


def detect(head: str, extension: str) -> float:
    if head.count("PMID:") < 2:
        return 0.0
    hits = _hits(enumerate(head.split("\n"), 1))
    first = next(hits, None)
    above = head.split("\n", first[0][0])[: first[0][0] - 1] if first else []
    if not first or any(len(line) > _PARAGRAPH or _PMID.search(line) for line in above):
        return 0.0  # an article, and behind it what it cites or is like
    return 0.99 if _is_sure(first) and _is_sure(next(hits, None)) else 0.0


def parse(document: Document) -> Iterator[Record]:
    hits = _hits(enumerate(_bounded(document), 1))
    otherwise = "holds no list of results of PubMed"
    return at_least_one(map(_record, hits), document.path, otherwise, each_is_one=True)


def _bounded(document: Document) -> Iterator[str]:
    size = 0
    for line in document.lines():
        size = 0 if _NUMBER.fullmatch(line.strip()) else size + len(line)
        if size > RECORD_LIMIT:
            raise InputError(document.path, "holds a record without an end")
        yield line


def _hits(numbered: Iterator[tuple[int, str]]) -> Iterator[_Lines]:
    """The lines of one hit after another, from its number on; what precedes the first is none."""
    hit: _Lines = []
    last, cited = None, False
    for number, line in numbered:
        text = squash(line)
        if not text:
            continue
        found = _NUMBER.fullmatch(text)
        if found and (not cited or int(found[1]) == (last or 0) + 1):
            if cited:
                yield hit
            # A number that no citation follows is one of a page, or of what a button counts.
            hit, last, cited = [], int(found[1]), False
        hit.append((number, text))
        cited = cited or (last is not None and len(hit) <= _ABOVE and bool(_PMID.search(text)))
    if cited:
        yield hit


def _record(hit: _Lines) -> Record | None:
    """The record of a hit, None where it shows no title; with its citation where it has one."""
    title, names, cited, end = _places(hit)
    if not title:
        return None
    values: dict[str, Any] = dict(_cited(hit[cited][1]) or {})
    at = dict.fromkeys(values, cited)
    values["title"], at["title"] = hit[title][1], title
    if names and not _ANONYMOUS.match(hit[names][1]):
        values["authors"], at["authors"] = read_names(hit[names][1]), names
    facts = " ".join(text for _, text in hit[cited or title : end + 1])
    for name, pattern in (("pmid", _PMID), ("pmcid", _PMCID), ("doi", _DOI)):
        if found := pattern.search(facts):
            values[name] = clean_doi(found[1]) if name == "doi" else found[1]
            at[name] = cited if name == "doi" else end
    if end + 1 < len(hit) and len(hit[end + 1][1]) >= _SNIPPET:
        values["body"], at["body"] = hit[end + 1][1], end + 1
    lines = {name: (hit[at[name]][0],) * 2 for name, value in values.items() if value}
    provenance = {name: Evidence("hit", span) for name, span in lines.items()}
    return Record(**{name: values[name] for name in lines}, provenance=provenance)


def _places(hit: _Lines) -> tuple[int, int, int, int]:
    """Where a hit has its title, its authors and its citation, 0 where it has none, and its PMID.

    Buttons stand between the number and the title; they are short and end without a stop.
    """
    end = next(place for place, (_, text) in enumerate(hit) if _PMID.search(text))
    cited = next((place for place in range(2, end + 1) if _cited(hit[place][1])), 0)
    above = range(1, cited or end)
    title = next((p for p in above if len(hit[p][1]) > _BUTTON or hit[p][1][-1] in ".?!]"), 0)
    return title, cited - 1 if title and cited == title + 2 else 0, cited, end


def _is_sure(hit: _Lines | None) -> bool:
    """Whether a hit has a title, and its citation right below that or its authors."""
    title, names, cited, _ = _places(hit) if hit else (0, 0, 0, 0)
    return bool(title and (names or cited == title + 1))


def _cited(line: str) -> dict[str, str | int | None] | None:
    chapter = _CHAPTER.match(line)
    if chapter:
        date = iso_date(chapter[1]) or ""
        return {**(read_book(line[chapter.end() :]) or {}), "date": date, "year": int(date[:4])}
    return read_citation(line) or read_book(line)


FORMAT = Format("result_list", ("txt",), detect, parse)
"""A copied page of PubMed's results."""
