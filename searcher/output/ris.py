"""RIS, as EndNote, Zotero and Mendeley exchange references.

Beyond the common tags: AN and DB hold the PMID, C2 the PMCID (as EndNote does), M3 the
publication types, and a note "MeSH: ..." the headings, which KW would mix with the keywords.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from searcher.names import inverted
from searcher.output import Style
from searcher.output.tags import date_parts, lines, one_line, page_ends
from searcher.record import Record
from searcher.results import Results

_TAG = re.compile(r"\n([A-Z][A-Z0-9] {1,2}-)")
"""A line of an abstract that would be taken for a tag."""


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """A reference for each hit."""
    write_records((hit.record for hit in results.hits), stream, style)


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """A reference for each record."""
    for record in records:
        for tag, value in _values(record):
            if value:
                stream.write(f"{tag}  - {value}\n")
        stream.write("ER  - \n\n")


def _values(record: Record) -> Iterator[tuple[str, str]]:
    yield "TY", "JOUR"
    yield "TI", one_line(record.title)
    for author in record.authors:
        yield "AU", inverted(one_line(author))
    yield "T2", one_line(record.journal)
    year, month, day = date_parts(record)
    yield "PY", year
    if month:
        yield "DA", f"{year}/{month}/{day}"
    yield "VL", one_line(record.volume)
    yield "IS", one_line(record.issue)
    first, last = page_ends(record.pages)
    yield "SP", first
    yield "EP", last
    yield "DO", one_line(record.doi)
    if record.pmid:
        yield "AN", one_line(record.pmid)
        yield "DB", "PubMed"
    yield "C2", one_line(record.pmcid)
    yield "LA", one_line(record.language)
    for each in record.publication_types:
        yield "M3", one_line(each)
    yield "AB", _TAG.sub(r" \1", "\n".join(lines(record.abstract)))
    for keyword in record.keywords:
        yield "KW", one_line(keyword)
    if record.mesh:
        yield "N1", "MeSH: " + "; ".join(map(one_line, record.mesh))
