"""PubMed's "Abstract (text)" export: numbered records in blocks between blank lines.

1. J Clin Test. 2015 May;66:103-6. doi: 10.1234/abc. Epub 2015 Mar 14.

Title.

Author A(1), Author B(2).

Author information: ...

BACKGROUND: Abstract ...

DOI: 10.1234/abc
PMID: 123  [Indexed for MEDLINE]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.paragraphs import Block, are_names, blocks, read_names
from searcher.formats.values import (
    iso_date,
    labelled,
    read_book,
    read_citation,
    squash,
    unique,
)
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.record import Evidence, Record

_NUMBERED = re.compile(r"(\d{1,7})\. (?=\S)")
_ASIDE = re.compile(
    r"Author information:|Collaborators:|Conflict of interest|\[Article in |\[Indexed for|"
    r"[^.:\n]{2,60}\n {2,}|Publisher:|Free (?:PMC )?article",
    re.IGNORECASE,
)
"""What is no abstract; "Comment in", "Republished from": a line over an indented citation."""

_COPYRIGHT = re.compile(r"copyright|©|\(c\) ?\d{4}|all rights reserved|published by", re.IGNORECASE)
_IDENTIFIERS = re.compile(r"(?:DOI|PMID|PMCID): ?\S", re.MULTILINE)
_KEYWORDS = re.compile(r"KEY ?WORDS?: ?", re.IGNORECASE)
_DATE = re.compile(r"(?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?:[ -]\w{1,4}){0,2})?\.?")
_LONG = 400

Cited = dict[str, str | int | None]
"""The parts of a citation by the names of fields."""


def detect(head: str, extension: str) -> float:
    start = head.lstrip()
    if not _NUMBERED.match(start):
        return 0.0
    has_pmid = re.search(r"^PMID: ?\d", head, re.MULTILINE) is not None
    # The first may be a book, which alone would not tell the layout.
    cited = (_cited(squash(block[:2048])) for block in re.split(r"\n\s*\n", start))
    if not (any(cited) if has_pmid else next(cited)):
        return 0.0
    return 1.0 if has_pmid else 0.6


def parse(document: Document) -> Iterator[Record]:
    otherwise = 'holds no record of PubMed\'s "Abstract (text)" layout'
    records = (_record(cited, record) for cited, record in _records(document))
    return at_least_one(records, document.path, otherwise)


def _records(document: Document) -> Iterator[tuple[Cited, list[Block]]]:
    """The blocks of each record, with what its citation says."""
    cited: Cited = {}
    record: list[Block] = []
    for block in blocks(document):
        begun = _begun(block, record)
        if begun is not None:
            if record:
                yield cited, record
            cited, record = begun, []
        record.append(block)
    if record:
        yield cited, record


def _begun(block: Block, record: list[Block]) -> Cited | None:
    """What the citation says of which a block is, where it is the first of the next record: that
    may be one that cannot be read, with the next number, below identifiers."""
    number = _NUMBERED.match(block.lines[0])
    if number is None:
        return None
    cited = _cited(block.line)
    if cited:
        return cited
    above = _NUMBERED.match(record[0].lines[0]) if record else None
    follows = above is not None and int(number[1]) == int(above[1]) + 1
    return {} if follows and any(_IDENTIFIERS.match(each.text) for each in record) else None


def _record(cited: Cited, record: list[Block]) -> Record | None:
    number = _NUMBERED.match(record[0].line)
    if number is None:
        return None
    values: dict[str, Any] = dict(cited)
    evidence = {name: record[0].evidence("citation") for name in values}
    doi = clean_doi(record[0].line.partition("doi:")[2])
    if doi:
        values["doi"], evidence["doi"] = doi, record[0].evidence("citation")
    rest = [block for block in record[1:] if not _ASIDE.match(block.text)]
    if rest and not _IDENTIFIERS.match(rest[0].text):
        values["title"], evidence["title"] = rest[0].line, rest[0].evidence("title block")
        rest = rest[1:]
    if rest and are_names(rest[0].line):
        values["authors"] = read_names(rest[0].line)
        evidence["authors"] = rest[0].evidence("author block")
        rest = rest[1:]
    _read_rest(rest, values, evidence)
    values = {name: value for name, value in values.items() if value}
    if "title" not in values:
        return None
    return Record(**values, provenance={name: evidence[name] for name in values})


def _cited(line: str) -> Cited | None:
    """The parts of a numbered citation."""
    number = _NUMBERED.match(line)
    text = line[number.end() :] if number else ""
    return read_citation(text) or read_book(text)


def _read_rest(rest: list[Block], values: dict[str, Any], evidence: dict[str, Evidence]) -> None:
    """The abstract, keywords and identifiers, which may come in any order."""
    abstract: list[Block] = []
    ended = False
    for block in rest:
        if _IDENTIFIERS.match(block.text):
            _set_identifiers(block, values, evidence)
            ended = True
        elif _KEYWORDS.match(block.text):
            words = _KEYWORDS.sub("", block.line, count=1).rstrip(".")
            values["keywords"] = unique(word.strip() for word in words.split(";"))
            evidence["keywords"] = block.evidence("KEYWORDS")
        elif _DATE.fullmatch(block.text):
            # That of a chapter: its book goes on.
            if "date" not in values:
                values["date"], values["year"] = iso_date(block.text), int(block.text[:4])
                evidence["date"] = evidence["year"] = block.evidence("date block")
        elif not ended and not _is_rights(block.text, bool(abstract)):
            abstract.append(block)
    if abstract:
        values["abstract"] = labelled(line for block in abstract for line in block.lines)
        last = abstract[-1]
        lines = (abstract[0].first, last.first + len(last.lines) - 1)
        evidence["abstract"] = Evidence("abstract block", lines)


def _is_rights(text: str, below: bool) -> bool:
    """Whether a block says who owns the article; below: whether it stands below an abstract."""
    found = _COPYRIGHT.search(text)
    return found is not None and (len(text) < _LONG or (below and found.start() == 0))


def _set_identifiers(block: Block, values: dict[str, Any], evidence: dict[str, Evidence]) -> None:
    cleaners = {"DOI": clean_doi, "PMID": clean_pmid, "PMCID": clean_pmcid}
    for number, line in enumerate(block.lines, block.first):
        label, _, text = line.partition(":")
        clean = cleaners.get(label.strip())
        found = clean(text.split("[")[0]) if clean else None
        if found:
            name = label.strip().lower()
            values[name], evidence[name] = found, Evidence(label.strip(), (number, number))


FORMAT = Format("abstract_text", ("txt",), detect, parse)
