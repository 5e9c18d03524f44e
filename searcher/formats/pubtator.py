"""PubTator: one line of title and one of abstract for each article, rows of annotations below.

123|t|A title
123|a|An abstract in one line.
123	2	7	title	Disease	MESH:D000001
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.values import is_notice, sections, squash
from searcher.identifiers import clean_pmid
from searcher.record import Evidence, Record

_LINE = re.compile(r"([\w.-]{1,40})\|([ta])\|")
_PARTS = {"t": "title", "a": "abstract"}
_BEGINNING = re.compile(r"\s*([\w.-]{1,40})\|t\|.*\n\1\|a\|")
_PMID = re.compile(r"[1-9]\d{0,7}")


def detect(head: str, extension: str) -> float:
    return 1.0 if _BEGINNING.match(head) else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no article of PubTator with a title or an abstract"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    name, found = "", dict[str, tuple[str, int]]()
    for number, line in enumerate(document.lines(), 1):
        begun = _LINE.match(line)
        if not begun:
            continue
        part = _PARTS[begun[2]]
        if found and (begun[1] != name or part in found):
            yield _record(name, found)
            found = {}
        name, found[part] = begun[1], (squash(line[begun.end() :]), number)
    if found:
        yield _record(name, found)


def _record(name: str, found: dict[str, tuple[str, int]]) -> Record | None:
    values: dict[str, Any] = {
        part: sections(text) if part == "abstract" else text
        for part, (text, _) in found.items()
        if text and not is_notice(text)
    }
    if not values:
        return None
    evidence = {part: Evidence(part, (found[part][1], found[part][1])) for part in values}
    if _PMID.fullmatch(name):
        first = min(line for _, line in found.values())
        values["pmid"], evidence["pmid"] = clean_pmid(name), Evidence("identifier", (first, first))
    return Record(**values, provenance=evidence)


FORMAT = Format("pubtator", ("pubtator", "txt"), detect, parse)
