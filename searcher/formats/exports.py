"""Tagged exports beside MEDLINE and RIS: Ovid, Web of Science, Cochrane, EndNote, RefWorks.

<1. >                      PT J                        Record #1 of 2
VN  - Ovid Technologies    AU Doe, J                   ID: CN-1
UI  - 1                       Roe, R                   AU: Doe J
TI  - A title              TI A title                  TI: A title
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.evidence import NameEvidence, TagEvidence
from searcher.formats.export_layouts import LAYOUTS, OVID, OVID_MEDLARS, REFWORKS, Layout
from searcher.formats.one_line import break_again
from searcher.formats.tagged import records
from searcher.formats.values import (
    clean_journal,
    clean_pages,
    full_pages,
    iso_date,
    labelled,
    plain_values,
    read_source,
    squash,
    unique,
    without_number,
)
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.names import upright
from searcher.record import Record

Tags = dict[str, list[str]]


_MARKED_LINE = re.compile(rf"\n(?:{'|'.join(layout.mark for layout in LAYOUTS)})")

_SOURCE = re.compile(
    r"(?P<volume>\d[\w.]{0,12}) ?\((?P<issue>[^()]{1,40})\)(?:[:,]? ?(?:\(?pp\.? )?"
    r"(?P<pages>[A-Za-z]?\d[\w.-]{0,20}))?"
)
_DOI = re.compile(r"10\.|doi\b|https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_QUALIFIED = re.compile(r"(\*?)([^/]+?) ?/ ?[a-z]{2} \[([^\]]+)\]")
_CODE = re.compile(r" \(\d+\)$|;$")
"""RefWorks' number of a language: "French (33)"."""

_MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)
_OF_OVID = (OVID, OVID_MEDLARS)

_NOTE = re.compile(r"\s*\[[^\]]*\]?$")


def detect(head: str, extension: str) -> float:
    layout = _layout(head)
    if layout is None:
        return 0.0
    lines = break_again(head).split("\n")
    tags = sum(1 for line in lines[:400] if layout.tag.match(line))
    return 0.98 if tags > 4 else 0.3


def _layout(head: str) -> Layout | None:
    opening = f"\n{head[:4096]}"
    # Whether one of the marks begins a line is told far sooner than by the patterns.
    for layout in LAYOUTS if _MARKED_LINE.search(opening) else ():
        if re.search(rf"\n{layout.begin.pattern}", opening):
            return layout
    return None


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no record of Ovid, Web of Science, Cochrane, EndNote or a manager that tags"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    layout = _layout(document.head)
    line = 1
    for text in records(document, layout.mark, layout.begin) if layout else ():
        assert layout is not None
        if layout.begin.match(text):
            yield _record(layout, text, line)
        line += text.count("\n")


def _record(layout: Layout, text: str, line: int) -> Record | None:
    broken = break_again(text)
    tags = plain_values(_tags(layout, broken))
    values: dict[str, Any] = {
        "title": _line(layout, tags, "title"),
        "abstract": labelled(_best(layout, tags, "abstract")),
        "authors": without_number(unique(map(_name, _authors(layout, tags)))),
        "keywords": _split(_best(layout, tags, "keywords")),
        "publication_types": _split(_best(layout, tags, "publication_types")),
        "language": _CODE.sub("", squash(" ".join(_best(layout, tags, "language")))),
        "volume": squash(" ".join(_best(layout, tags, "volume"))),
        "issue": squash(" ".join(_best(layout, tags, "issue"))),
        "pages": _pages(layout, tags),
    }
    if not values["title"] and not values["abstract"]:
        return None
    date = _date(layout, tags)
    if date:
        values["date"], values["year"] = date, int(date[:4])
    _set_identifiers(layout, values, tags)
    _set_source(layout, values, tags)
    values = {name: value for name, value in values.items() if value}
    if broken is not text:
        return Record(**values, provenance=NameEvidence(values.keys(), (line, line)))
    provenance = TagEvidence(values.keys(), layout.rules, layout.tag, text, line)
    return Record(**values, provenance=provenance)


def _line(layout: Layout, tags: Tags, field: str) -> str:
    return squash(" ".join(_best(layout, tags, field)))


def _authors(layout: Layout, tags: Tags) -> list[str]:
    names = _best(layout, tags, "authors")
    if layout.listed:
        names = [part for name in names for part in name.split(";")]
    return [*names, *tags.get(layout.groups, [])]


def _name(text: str) -> str:
    return upright(squash(_NOTE.sub("", text).replace(",", ", ")).rstrip(","))


def _date(layout: Layout, tags: Tags) -> str | None:
    date = next(filter(None, map(iso_date, _best(layout, tags, "date"))), None)
    if date:  # "FD Mar 12" beside "YR 2017", or "FD 2017/03/12"
        for day in tags.get(layout.finer, []):
            for text in (day, f"{date} {day}"):
                finer = iso_date(text) or ""
                if finer.startswith(date) and len(finer) > len(date):
                    return finer
    return date


def _set_identifiers(layout: Layout, values: dict[str, Any], tags: Tags) -> None:
    named = [each for tag in layout.rules["doi"] for each in tags.get(tag, [])]
    dois = (clean_doi(each) for each in named if _DOI.match(each))
    values["doi"] = next(filter(None, dois), None)
    pmids = [clean_pmid(each) for tag in ("PM", "PMID") for each in tags.get(tag, [])]
    pmids += [clean_pmid(each) for each in tags.get("%U", []) if "ncbi.nlm.nih.gov" in each]
    medline = any(map(_MEDLINE.search, tags.get("DB", [])))
    if layout is REFWORKS and medline:
        pmids += [clean_pmid(each) for each in tags.get("AN", [])]
    if layout is OVID and medline:
        pmids += [clean_pmid(each) for each in tags.get("UI", [])]
        values["mesh"] = unique(map(mesh_heading, tags.get("MH", [])))
    values["pmid"] = next(filter(None, pmids), None)
    pmcids = [each for tag in layout.rules.get("pmcid", ()) for each in tags.get(tag, [])]
    pmcids = [each for each in pmcids if each.startswith("PMC")]
    values["pmcid"] = clean_pmcid(pmcids[0]) if pmcids else None


def _set_source(layout: Layout, values: dict[str, Any], tags: Tags) -> None:
    """The journal; of Ovid's "Journal. 12(3):45-50, 2007 Jan." its parts."""
    source = _line(layout, tags, "journal")
    cited = squash(" ".join(tags.get("SO", []))) if layout in _OF_OVID else ""
    if cited:
        found = _SOURCE.search(cited)
        parts: dict[str, Any] = found.groupdict() if found else {}
        parts = (read_source(cited) or {}) | {each: clean_pages(parts[each]) for each in parts}
        for name in parts:
            values[name] = values.get(name) or parts[name]
    if cited and source == cited:
        source = re.split(r"\. |;|, vol", source, maxsplit=1)[0].rstrip(".")
    values["journal"] = clean_journal(source)


def _tags(layout: Layout, text: str) -> Tags:
    """Each tag with its values; an indented line continues the value before it."""
    tags: Tags = {}
    last = ""
    for line in text.split("\n"):
        found = layout.tag.match(line)
        if found:
            last = found[1]
            if last in ("ER", "EF"):
                break
            tags.setdefault(last, []).append(line[found.end() :].strip())
        elif last and line.strip() and (line[:1].isspace() or not layout.indented):
            if last in layout.values_by_line:
                tags[last].append(line.strip())
            else:
                tags[last][-1] += " " + line.strip()
    return tags


def mesh_heading(term: str) -> str:
    """ "*Rash/ci [Chemically Induced]" as MEDLINE has it: "Rash/*chemically induced"."""
    found = _QUALIFIED.fullmatch(squash(term))
    return f"{found[2]}/{found[1]}{found[3].lower()}" if found else squash(term)


def _best(layout: Layout, tags: Tags, field: str) -> list[str]:
    for tag in layout.rules[field]:
        if any(tags.get(tag, ())):
            return tags[tag]
    return []


def _split(values: list[str]) -> tuple[str, ...]:
    """Terms that stand one in a value, or many with semicolons."""
    return unique(squash(term) for value in values for term in value.split(";"))


def _pages(layout: Layout, tags: Tags) -> str | None:
    for first, last in (("BP", "EP"), ("SP", "OP")):
        if tags.get(first):
            return full_pages("".join(tags[first]), "".join(tags.get(last, [])))
    return clean_pages("".join(_best(layout, tags, "pages")[:1]))


FORMAT = Format("exports", ("enw", "ovd", "ciw", "isi", "txt"), detect, parse)
