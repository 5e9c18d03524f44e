"""Zotero RDF: articles and, apart from them, the volumes of journals that they are part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, at_least_one
from searcher.formats.elements import elements, local_name, named, text_of
from searcher.formats.values import clean_pages, iso_date, labelled, unique, without_markup
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.record import Evidence, Record

_ITEMS = (
    *("bib:Article", "bib:Book", "bib:BookSection", "bib:Thesis", "bib:Report", "bib:Document"),
    "rdf:Description",
)
_NO_ITEMS = frozenset(("", "attachment", "note"))
"""Types of what is described beside the items: files, notes, and what has no type."""

_NOTE = re.compile(r"\s*(PMID|PMCID):?\s*(\w+)", re.IGNORECASE)


def detect(head: str, extension: str) -> float:
    known = "http://purl.org/net/biblio#" in head and "<rdf:RDF" in head
    return 0.98 if known and head.lstrip()[:1] == "<" else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no item of Zotero with a title or an abstract"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    journals: dict[str, Element] = {}
    with suppress(InputError):  # the second reading tells it
        for element in elements(document, "bib:Journal"):
            journals[_attribute(element, "about")] = element
    for element in elements(document, *_ITEMS):
        record = _record(element, journals)
        if record or _text(element, "itemType") not in _NO_ITEMS:
            yield record


def _record(element: Element, journals: Mapping[str, Element]) -> Record | None:
    title, abstract = _text(element, "title"), _text(element, "abstract")
    if not title and not abstract:
        return None
    journal = _journal(element, journals)
    values: dict[str, Any] = {
        "title": without_markup(title),
        "abstract": labelled(without_markup(abstract).split("\n")),
        "keywords": unique(map(text_of, named(element, "subject"))),
        "journal": _text(journal, "title"),
        "authors": unique(map(_name, _persons(element))),
        "volume": _text(journal, "volume"),
        "issue": _text(journal, "number"),
        "pages": clean_pages(_text(element, "pages")),
        "language": _text(element, "language"),
    }
    date = iso_date(_text(element, "date"))
    if date:
        values["date"], values["year"] = date, int(date[:4])
    _set_identifiers(values, element, journal)
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance={name: Evidence(name) for name in values})


def _journal(element: Element, journals: Mapping[str, Element]) -> Element | None:
    """The volume that an article is part of: within it, or named by it."""
    for part in named(element, "isPartOf"):
        inner = next(iter(part), None)
        found = inner if inner is not None else journals.get(_attribute(part, "resource"))
        if found is not None and local_name(found) == "Journal":
            return found
    return None


def _set_identifiers(values: dict[str, Any], element: Element, journal: Element | None) -> None:
    """DOIs stand with the journal, or as the item's address; PMIDs in notes ("PMID: 1")."""
    texts = [text_of(each) for item in (journal, element) for each in named(item, "identifier")]
    texts.append(_attribute(element, "about"))
    dois = (text for text in texts if text.startswith("DOI") or "doi.org/" in text)
    values["doi"] = next(filter(None, map(clean_doi, dois)), None)
    for note in named(element, "description"):
        for kind, number in _NOTE.findall(text_of(note)):
            clean = clean_pmid if kind.upper() == "PMID" else clean_pmcid
            values.setdefault(kind.lower(), clean(number))


def _persons(element: Element) -> Iterator[Element]:
    for authors in named(element, "authors"):
        yield from (each for each in authors.iter() if local_name(each) == "Person")


def _name(person: Element) -> str:
    return f"{_text(person, 'givenName')} {_text(person, 'surname')}".strip()


def _text(element: Element | None, name: str) -> str:
    """The text of the first child of that name."""
    return next(map(text_of, named(element, name)), "")


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.endswith(f"}}{name}")), "")


FORMAT = Format("zotero_rdf", ("rdf", "xml"), detect, parse)
