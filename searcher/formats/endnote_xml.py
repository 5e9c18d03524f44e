"""EndNote XML: the export of EndNote's libraries, and of tools that copy it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.elements import begins_with_tag, elements, text_of
from searcher.formats.evidence import NameEvidence
from searcher.formats.values import clean_pages, iso_date, labelled, month_number, unique
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.names import upright
from searcher.record import Record

_ELEMENTS = {
    "title": "title",
    "abstract": "abstract",
    "keywords": "keyword",
    "journal": "full-title",
    "authors": "author",
    "date": "dates",
    "year": "dates",
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "doi": "electronic-resource-num",
    "pmid": "accession-num",
    "pmcid": "custom2",
    "publication_types": "work-type",
    "language": "language",
}
_SHAPE = re.compile(r"<records>\s*<record>|<source-app\b|<ref-type\b")
_PUBMED_LINK = re.compile(r"ncbi\.nlm\.nih\.gov/(?:pubmed/)?(\d{1,8})(?!\d)")


def detect(head: str, extension: str) -> float:
    if not begins_with_tag(head) or not _SHAPE.search(head):
        return 0.0
    return 0.95 if "<titles>" in head or "<contributors>" in head else 0.4


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no EndNote record with a title or an abstract"
    found = map(_record, elements(document, "record"))
    return at_least_one(found, document.path, otherwise, each_is_one=True)


def _record(element: Element) -> Record | None:
    title = text_of(element.find("titles/title"))
    abstract = labelled(_lines(element.find("abstract")))
    if not title and not abstract:
        return None
    values: dict[str, Any] = {
        "title": title,
        "abstract": abstract,
        "keywords": unique(
            line for each in element.findall("keywords/keyword") for line in _lines(each)
        ),
        "journal": text_of(element.find("periodical/full-title"))
        or text_of(element.find("titles/secondary-title"))
        or text_of(element.find("periodical/abbr-1")),
        "authors": unique(
            # EndNote ends the names of groups with a comma.
            upright(text_of(author).rstrip(","))
            for author in element.findall("contributors/authors/author")
        ),
        "volume": text_of(element.find("volume")),
        "issue": text_of(element.find("number")) or text_of(element.find("issue")),
        "pages": clean_pages(text_of(element.find("pages"))),
        "language": text_of(element.find("language")),
        "publication_types": unique(
            part.strip() for part in text_of(element.find("work-type")).split(";")
        ),
    }
    date = _date(element)
    if date:
        values["date"], values["year"] = date, int(date[:4])
    _set_identifiers(values, element)
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance=NameEvidence(values, None, names=_ELEMENTS))


def _lines(element: Element | None) -> list[str]:
    """The lines of an element's text, which EndNote ends with carriage returns."""
    text = "".join(element.itertext()) if element is not None else ""
    return [" ".join(line.split()) for line in re.split(r"[\r\n]+", text)]


def _date(element: Element) -> str | None:
    """The year, finer where the separate date agrees with it ("Mar 5", "2012/03/05")."""
    year = iso_date(text_of(element.find("dates/year")))
    date = text_of(element.find("dates/pub-dates/date"))
    finer = iso_date(date)
    if not finer and year and month_number(re.split(r"[-/ ]", date)[0]):
        finer = iso_date(f"{year[:4]} {date}")
    return finer if finer and (not year or finer.startswith(year)) else year


def _set_identifiers(values: dict[str, Any], element: Element) -> None:
    links = [text_of(url) for url in element.iter("url")]
    named = [text_of(element.find("electronic-resource-num"))]
    named += [link for link in links if "doi.org/" in link]
    values["doi"] = next(filter(None, map(clean_doi, named)), None)
    linked = (found[1] for found in map(_PUBMED_LINK.search, links) if found)
    values["pmid"] = next(linked, None) or _labelled_pmid(element)
    custom = text_of(element.find("custom2"))
    values["pmcid"] = clean_pmcid(custom) if "pmc" in custom.lower() else None


def _labelled_pmid(element: Element) -> str | None:
    """An accession number is a PMID only where the record says that it comes from PubMed."""
    database = text_of(element.find("remote-database-name")).lower()
    database += text_of(element.find("remote-database-provider")).lower()
    if any(name in database for name in ("medline", "pubmed", "nlm")):
        return clean_pmid(text_of(element.find("accession-num")))
    for child in element:
        text = text_of(child) if child.tag.startswith("custom") else ""
        if text.lower().startswith(("pmid", "pubmed")):
            return clean_pmid(text)
    return None


FORMAT = Format("endnote_xml", ("xml",), detect, parse)
