"""MODS: records of library catalogues and repositories, and an export of Zotero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.elements import elements, local_name, named, text_of
from searcher.formats.values import (
    clean_pages,
    full_pages,
    iso_date,
    labelled,
    unique,
    without_markup,
)
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.names import upright
from searcher.record import Evidence, Record

_SIGN = re.compile(r"<(?:([\w.-]+):)?mods(?:Collection)?[\s>]")
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)?$")
_CAPTION = re.compile(r"(?:vol|no|nr|iss|num|jg|bd)[a-zé]*\.?\s*(?=\d)", re.IGNORECASE)
_NOTE = re.compile(r"\b(PMID|PMCID):?\s*(\w+)")

_AUTHORS = frozenset({"aut", "author", "cre", "creator", "dis", "dissertant"})
_HEADINGS = frozenset({"topic", "geographic", "temporal"})
_RULES = {
    "title": "titleInfo",
    "abstract": "abstract",
    "keywords": "subject",
    "mesh": "subject authority=mesh",
    "journal": "relatedItem type=host",
    "authors": "name",
    "date": "originInfo",
    "year": "originInfo",
    "volume": "part",
    "issue": "part",
    "pages": "part",
    "doi": "identifier",
    "pmid": "identifier",
    "pmcid": "identifier",
    "publication_types": "genre",
    "language": "language",
}


def detect(head: str, extension: str) -> float:
    known = "http://www.loc.gov/mods/" in head and head.lstrip()[:1] == "<"
    return 0.98 if known and _SIGN.search(head) else 0.0


def parse(document: Document) -> Iterator[Record]:
    prefixes = {found[1] for found in _SIGN.finditer(document.head)} or {None}
    names = sorted(f"{prefix}:mods" if prefix else "mods" for prefix in prefixes)
    otherwise = "holds no MODS record with a title or an abstract"
    found = map(_record, elements(document, *names))
    return at_least_one(found, document.path, otherwise, each_is_one=True)


def _record(element: Element) -> Record | None:
    title, abstract = _title(element), _abstract(element)
    if not title and not abstract:
        return None
    host = _host(element)
    values: dict[str, Any] = {
        "title": title,
        "abstract": abstract,
        "journal": _title(host),
        "authors": unique(map(_name, filter(_is_author, named(element, "name")))),
        "publication_types": unique(map(text_of, named(element, "genre"))),
        "language": _text(element, "language", "languageTerm"),
        **_subjects(element),
        **_place(host if _within(host, "part") else element),
        **_identifiers(element),
    }
    date = _date(element, host)
    if date:
        values["date"], values["year"] = date, int(date[:4])
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance={name: Evidence(_RULES[name]) for name in values})


def _host(element: Element) -> Element | None:
    """What the work is part of: of several, that which says in which part (not a collection)."""
    hosts = [each for each in named(element, "relatedItem") if each.get("type") == "host"]
    return next((each for each in hosts if named(each, "part")), hosts[0] if hosts else None)


def _title(element: Element | None) -> str:
    """The title with its article and what is below it; a short or translated one if alone."""
    infos = sorted(named(element, "titleInfo"), key=lambda info: bool(info.get("type")))
    for info in infos[:1]:
        lead, title, rest = (_text(info, name) for name in ("nonSort", "title", "subTitle"))
        title = f"{lead}{'' if lead.endswith(('’', chr(39))) else ' '}{title}".strip()
        if rest:
            title = f"{title.rstrip(' :')}: {rest}"
        parts = (_text(info, "partNumber"), _text(info, "partName"))
        return without_markup(". ".join(filter(None, (title, *parts))))
    return ""


def _abstract(element: Element) -> str:
    for each in named(element, "abstract"):
        text = labelled(without_markup("".join(each.itertext())).splitlines())
        if text:
            return text
    return ""


def _is_author(name: Element) -> bool:
    roles = {text_of(each).lower() for each in _within(name, "role", "roleTerm")}
    return name.get("type") != "conference" and (not roles or not roles.isdisjoint(_AUTHORS))


def _name(name: Element) -> str:
    parts: dict[str | None, list[str]] = {}
    for part in named(name, "namePart"):
        parts.setdefault(part.get("type"), []).append(text_of(part))
    if "family" in parts:
        return " ".join(parts.get("given", []) + parts["family"]).strip()
    whole = (" " if name.get("type") == "personal" else ", ").join(parts.get(None, []))
    whole = whole or _text(name, "displayForm")
    return upright(whole.rstrip(",")) if name.get("type") != "corporate" else whole


def _subjects(element: Element) -> dict[str, tuple[str, ...]]:
    """MeSH headings with their qualifiers; headings of other authorities; free terms."""
    mesh, keywords = [], []
    for subject in named(element, "subject"):
        terms = [text_of(each) for each in subject if local_name(each) in _HEADINGS]
        authority = (subject.get("authority") or "").lower()
        if authority == "mesh":
            mesh.append("/".join(filter(None, terms)))
        elif authority:
            keywords.append("--".join(filter(None, terms)))
        else:
            keywords += [term.strip() for each in terms for term in each.split(";")]
    return {"mesh": unique(mesh), "keywords": unique(keywords)}


def _place(holder: Element | None) -> dict[str, str | None]:
    """Volume, issue and pages out of the part of what holds the work."""
    found: dict[str, str | None] = {}
    for detail in _within(holder, "part", "detail"):
        kind = {"number": "issue"}.get(detail.get("type", ""), detail.get("type", ""))
        number = _text(detail, "number")
        if kind in ("volume", "issue") and number:
            found.setdefault(kind, _CAPTION.sub("", number, count=1))
    for extent in _within(holder, "part", "extent"):
        if extent.get("unit", "p").startswith("p"):
            pages = full_pages(_text(extent, "start"), _text(extent, "end"))
            found.setdefault("pages", pages or clean_pages(_text(extent, "list")))
    return found


def _date(element: Element, host: Element | None) -> str | None:
    """When the part of the journal came out, else the work; finer where another date agrees."""
    elements = [
        *_within(host, "part", "date"),
        *_within(element, "originInfo", "dateIssued"),
        *_within(host, "originInfo", "dateIssued"),
        *_within(element, "part", "date"),
        *_within(element, "originInfo", "copyrightDate"),
        *_within(host, "originInfo", "copyrightDate"),
        *_within(element, "originInfo", "dateCreated"),
        *_within(host, "originInfo", "dateCreated"),
    ]
    texts = (_COMPACT.sub(r"\1-\2-\3", text_of(each)) for each in elements)
    dates = [date for text in texts if (date := iso_date(text))]
    first = dates[0] if dates else ""
    return max((date for date in dates if date.startswith(first)), key=len, default=None)


def _identifiers(element: Element) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for each in named(element, "identifier"):
        kind, text = (each.get("type") or "").lower(), text_of(each)
        if each.get("invalid") == "yes":
            continue
        if kind == "doi" or (kind in ("", "uri") and text.lower().startswith(("10.", "doi:"))):
            found.setdefault("doi", clean_doi(text))
        elif kind in ("pmid", "pubmed", "medline"):
            found.setdefault("pmid", clean_pmid(text))
        elif kind.startswith("pmc"):
            found.setdefault("pmcid", clean_pmcid(text))
    links = [text_of(each) for each in _within(element, "location", "url")]
    links += [text_of(each) for each in named(element, "identifier") if each.get("type") == "uri"]
    for link in links:
        if "doi.org/" in link:
            found.setdefault("doi", clean_doi(link))
    for note in named(element, "note"):
        for kind, number in _NOTE.findall(text_of(note)):
            clean = clean_pmid if kind == "PMID" else clean_pmcid
            found.setdefault(kind.lower(), clean(number))
    return found


def _within(element: Element | None, *path: str) -> list[Element]:
    """The elements at the end of this path of names."""
    found = [element] if element is not None else []
    for name in path:
        found = [child for each in found for child in named(each, name)]
    return found


def _text(element: Element, *path: str) -> str:
    """The text of the first element at the end of this path."""
    return next(filter(None, map(text_of, _within(element, *path))), "")


FORMAT = Format("mods", ("mods", "xml"), detect, parse)
