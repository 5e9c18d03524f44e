"""MEDLINE, which PubMed and reference managers call nbib.

Each line has a tag of four letters, a hyphen and its value; long values go on in lines that
begin with six blanks. A section of an abstract begins a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from searcher.names import has_initials, inverted, is_body
from searcher.output import Style
from searcher.output.tags import date_parts, lines, month_name, one_line
from searcher.record import Record
from searcher.results import Results

LINE = 80


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """A citation for each hit."""
    write_records((hit.record for hit in results.hits), stream, style)


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """A citation for each record."""
    for record in records:
        for tag, value in _values(record):
            if value:
                stream.write(f"{tag:<4}- " + "\n      ".join(_folded(value)) + "\n")
        stream.write("\n")


def _values(record: Record) -> Iterator[tuple[str, str]]:
    yield "PMID", one_line(record.pmid)
    if not record.pmid:
        yield "OWN", "NOTNLM"  # a beginning for a citation that PubMed has not
    yield "VI", one_line(record.volume)
    yield "IP", one_line(record.issue)
    year, month, day = date_parts(record)
    yield "DP", " ".join(part for part in (year, month_name(month), day.lstrip("0")) if part)
    yield "TI", one_line(record.title)
    yield "PG", one_line(record.pages)
    doi = one_line(record.doi)
    yield "LID", f"{doi} [doi]" if doi else ""
    yield "AB", "\n".join(lines(record.abstract))
    yield from _authors(record.authors)
    yield "LA", one_line(record.language)
    for each in record.publication_types:
        yield "PT", one_line(each)
    yield "TA", one_line(record.journal)
    yield "JT", one_line(record.journal)
    for each in record.mesh:
        yield "MH", one_line(each)
    for each in record.keywords:
        yield "OT", one_line(each)
    yield "PMC", one_line(record.pmcid)
    yield "AID", f"{doi} [doi]" if doi else ""


def _authors(authors: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """FAU alone where any name is written in full: a reader takes one kind for all of them."""
    short = all(has_initials(author) or is_body(author) for author in authors)
    for author in map(one_line, authors):
        if is_body(author):
            yield "CN", author
            continue
        yield "FAU", inverted(author)
        if short:
            yield "AU", author


def _folded(value: str) -> Iterator[str]:
    """The lines of a value: each section of an abstract begins one."""
    for section in value.split("\n"):
        line = ""
        for word in section.split(" "):
            if line and len(line) + 1 + len(word) > LINE - 6:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield line
