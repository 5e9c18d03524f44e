"""MEDLINE, which PubMed and reference managers call nbib.

Each line has a tag of four letters, a hyphen and its value; long values go on in lines that
begin with six blanks. A section of an abstract begins a line before the last one is full, which
folding alone never does: so it can be told. A citation begins with its PMID; a record without
one has PMID 0, which is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from searcher.names import inverted, is_body, surname_first
from searcher.output import Style
from searcher.output.tags import date_parts, lines, month_name, one_line
from searcher.record import Record
from searcher.results import Results

LINE = 87
"""Characters of a full line, as PubMed folds them."""

SHORT_LINE = 74
"""Characters of the last line of a section together with the next word, so that it is not full."""


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
    yield "PMID", one_line(record.pmid) or "0"
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
    """FAU alone where any name is written in full: a reader takes one kind for all of them.

    Groups come last, for their tag has no place among persons.
    """
    short = all(surname_first(author) or is_body(author) for author in authors)
    for author in map(one_line, authors):
        if is_body(author):
            yield "CN", author
            continue
        yield "FAU", inverted(author)
        if short:
            yield "AU", author


def _folded(value: str) -> Iterator[str]:
    """The lines of a value: each section of an abstract begins one."""
    sections = value.split("\n")
    for section, following in zip(sections, [*sections[1:], ""], strict=True):
        line = ""
        for word in section.split(" "):
            if line and len(line) + 1 + len(word) > LINE - 6:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
        if following and len(line) + 7 + len(following.split(" ")[0]) > SHORT_LINE:
            head, _, line = line.rpartition(" ")
            yield from filter(None, [head])
        yield line
