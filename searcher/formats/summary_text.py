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
from searcher.formats.values import iso_date
from searcher.identifiers import clean_doi
from searcher.record import Record

_NUMBERED = re.compile(r"\d{1,7}: (?=\S)")
_PMID = re.compile(r"\bPMID: (\d{1,8})\b(?!:)")
_PMCID = re.compile(r"\bPMCID: (PMC\d+)\b")
_DOI = re.compile(r"\bdoi: (10\.\S+)")
_CITED = re.compile(
    r"(?<=[.?!\]] )(?P<journal>[^.?!;]{1,150})\. (?P<date>(?:1[89]|20)\d\d\b[^;:.]{0,30})"
    r"(?:;(?P<volume>[^(:.]{0,40})(?:\((?P<issue>[^)]{0,60})\))?(?::(?P<pages>[^.]{0,60}))?)?\."
)


def detect(head: str, extension: str) -> float:
    start = head.lstrip()[:4096]
    if not _NUMBERED.match(start):
        return 0.0
    first = " ".join(start.split("\n\n", 1)[0].split())
    return 0.97 if _CITED.search(first) and _PMID.search(first) else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = 'holds no citation of PubMed\'s "Summary (text)" layout'
    return at_least_one(map(_record, blocks(document)), document.path, otherwise)


def _record(block: Block) -> Record | None:
    number = _NUMBERED.match(block.line)
    cited = _CITED.search(block.line)
    if not (number and cited):
        return None
    values: dict[str, Any] = cited.groupdict()
    values["date"] = iso_date(cited["date"])
    values["year"] = int(cited["date"][:4])
    # Whatever comes before the first full stop is authors, unless there are none.
    authors, stop, title = block.line[number.end() : cited.start()].partition(". ")
    if stop and title and are_names(authors):
        values["authors"], values["title"] = read_names(authors), title.strip()
    else:
        values["title"] = f"{authors}{stop}{title}".strip()
    behind = block.line[cited.end() :]
    for name, pattern in (("pmid", _PMID), ("pmcid", _PMCID), ("doi", _DOI)):
        found = pattern.search(behind)
        if found:
            values[name] = clean_doi(found[1]) if name == "doi" else found[1]
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance={name: block.evidence("citation") for name in values})


FORMAT = Format("summary_text", ("txt",), detect, parse)
