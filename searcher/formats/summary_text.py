"""PubMed's "Summary (text)" export: one numbered citation a paragraph.

1: Author A, Author B. Title. J Clin Test. 2015 May;66:103-6. doi: 10.1234/abc. Epub 2015
Mar 14. PMID: 123; PMCID: PMC123.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.paragraphs import Block, are_names, blocks, read_names
from searcher.formats.values import IN_VOLUME, PREPRINT, iso_date, read_book
from searcher.identifiers import clean_doi
from searcher.record import Record

_NUMBERED = re.compile(r"\d{1,7}: (?=\S)")
_PMID = re.compile(r"\bPMID: (\d{1,8})\b(?!:)")
_PMCID = re.compile(r"\bPMCID: (PMC\d+)\b")
_DOI = re.compile(r"\bdoi: (10\.\S+)")
_CITED = re.compile(
    r"(?<=[.?!\]] )(?P<journal>[^.?!;]{1,150})\. (?P<date>(?:1[89]|20)\d\d\b[^;:.]{0,30})"
    rf"{IN_VOLUME}\."
)
# "2020 Jan 1. In: Wards [Internet]. Bethesda (MD): Press; 2012–."
_IN_BOOK = re.compile(
    r"(?<=[.?!\]] )(?P<date>(?:1[89]|20)\d\d\b[^;:.]{0,30})\. In: "
    r"(?P<journal>\S.{1,250}?)(?: \[Internet\])?\. [^.:;]{2,60}: [^:;]{2,100}; [^.]{4,30}\."
)
_ANONYMOUS = "[No authors listed]. "


def detect(head: str, extension: str) -> float:
    numbered = [" ".join(block.split()) for block in re.split(r"\n\s*\n", head.lstrip())]
    if not _NUMBERED.match(numbered[0]) or not _PMID.search(numbered[0]):
        return 0.0
    # The first may be a book, which alone would not tell the layout.
    return 0.97 if any(_NUMBERED.match(line) and _CITED.search(line) for line in numbered) else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = 'holds no citation of PubMed\'s "Summary (text)" layout'
    return at_least_one(map(_record, blocks(document)), document.path, otherwise)


def _record(block: Block) -> Record | None:
    number = _NUMBERED.match(block.line)
    if not number:
        return None
    line = block.line[number.end() :]
    cited = _CITED.search(line) or _IN_BOOK.search(line)
    values: dict[str, Any] = cited.groupdict() if cited else {}
    if cited:
        values["journal"] = cited["journal"].removesuffix(PREPRINT)
        values["date"] = iso_date(cited["date"])
        values["year"] = int(cited["date"][:4])
    end = cited.start() if cited else _start_of_identifiers(line)
    # Whatever comes before the first full stop is authors, unless there are none.
    authors, stop, title = line[:end].partition(". ")
    if stop and title and are_names(authors):
        values["authors"], values["title"] = read_names(authors), title.strip()
    else:
        values["title"] = f"{authors}{stop}{title}".removeprefix(_ANONYMOUS).strip()
    if not cited and (book := read_book(values["title"])):
        # A whole book is its own title.
        values |= {**book, "title": book["journal"], "journal": None}
    behind = line[cited.end() if cited else end :]
    for name, pattern in (("pmid", _PMID), ("pmcid", _PMCID), ("doi", _DOI)):
        found = pattern.search(behind)
        if found:
            values[name] = clean_doi(found[1]) if name == "doi" else found[1]
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance={name: block.evidence("citation") for name in values})


def _start_of_identifiers(line: str) -> int:
    """Where the DOI or PMID of a citation begins that names no journal that can be read."""
    starts = [found.start() for pattern in (_PMID, _DOI) if (found := pattern.search(line))]
    return min(starts, default=len(line))


FORMAT = Format("summary_text", ("txt",), detect, parse)
