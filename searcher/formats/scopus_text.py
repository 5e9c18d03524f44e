"""Scopus' plain text: authors, title and source in lines of their own, then labels in capitals.

Doe J., Roe R.
57200000001; 57200000002
A title
(2021) Acta Ficta, 12 (3), pp. 101-109. Cited 3 times.
DOI: 10.1234/abc
ABSTRACT: ...
SOURCE: Scopus
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.keyed import record_of
from searcher.formats.paragraphs import Block, blocks
from searcher.formats.part_names import field_of
from searcher.formats.values import squash
from searcher.record import Record

_CITED = re.compile(
    r"\((?P<year>(?:19|20)\d\d)\) (?P<journal>[^,]{2,250}(?:, [^\d,][^,]{0,100}){0,5}),"
    r"(?: (?P<volume>[\w-]{1,12}))?(?: \((?P<issue>[^()]{1,40})\))?,?"
    r"(?: art\. no\. (?P<first_page>[\w.-]{1,40}?))?[,.]?"
    r"(?: pp?\. (?P<pages>\w{1,12}(?: ?[-–] ?\w{1,12})?))?(?=[,. ]|$)"
)
_LABEL = re.compile(r"([A-Z][A-Z &/-]{2,40}): (?=\S)")
_NUMBERS = re.compile(r"[\d;, ]+")
_SIGN = re.compile(r"^\((?:19|20)\d\d\) [^\n]+$", re.MULTILINE)
_LAST = re.compile(r"^(?:ABSTRACT|DOCUMENT TYPE|SOURCE): \S", re.MULTILINE)


def detect(head: str, extension: str) -> float:
    source = _SIGN.search(head)
    if not source or not _LAST.search(head, source.end()):
        return 0.0
    first = next((each for each in _split(head) if _SIGN.search(each)), "")
    shown = _record(Block(tuple(first.split("\n")), 1))
    return 0.97 if shown and shown.title and shown.journal else 0.0


def _split(head: str) -> list[str]:
    return [block.strip("\n") for block in re.split(r"\n[ \t]*\n", head)]


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no record of Scopus' plain text"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    """A block with a source begins a record; one without it goes on with the record before."""
    held: list[Block] = []
    for block in blocks(document):
        if _SIGN.search(block.text):
            if held:
                yield _record(*held)
            held = [block]
        elif held:
            held.append(block)
    if held:
        yield _record(*held)


def _record(first: Block, *others: Block) -> Record | None:
    parts: dict[str, Any] = {}
    names: dict[str, str] = {}
    ranks: dict[str, int] = {}
    head: list[str] = []
    for line in map(squash, (line for block in (first, *others) for line in block.lines)):
        cited, label = _CITED.match(line), _LABEL.match(line)
        found = field_of(label[1]) if label else None
        if cited and "year" not in parts:
            parts |= {name: value for name, value in cited.groupdict().items() if value}
        elif label and found and found[0] != "source":
            part, rank = found
            if part not in parts or rank < ranks.get(part, rank):
                parts[part], names[part], ranks[part] = line[label.end() :], label[1], rank
        elif not label and "year" not in parts and not _NUMBERS.fullmatch(line):
            head.append(line)
    parts |= _named(head)
    last = (others or (first,))[-1]
    return record_of(parts, names, (first.first, last.first + len(last.lines) - 1))


def _named(head: list[str]) -> dict[str, str]:
    """The title above the source, and the authors above that, with semicolons between them."""
    found = {"title": head[-1]} if head else {}
    if len(head) > 1 and not head[-2].startswith("["):  # "[No author name available]"
        authors = head[-2]
        found["authors"] = authors if ";" in authors else authors.replace(".,", ".;")
    return found


FORMAT = Format("scopus_text", ("txt",), detect, parse)
