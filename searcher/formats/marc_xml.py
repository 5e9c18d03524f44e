"""MARCXML: the records of library catalogues, also as their search services give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.elements import elements, named, text_of
from searcher.formats.evidence import NameEvidence
from searcher.formats.values import clean_pages, iso_date, labelled, squash, unique
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.names import upright
from searcher.record import Record

_SIGN = re.compile(
    r"<(?:([\w.-]+):)?record[\s>](?=(?:[^<]|<(?!/?(?:[\w.-]+:)?record[\s>])){0,9999}?"
    r"<(?:\1:)?(?:datafield|controlfield)\s[^<>]{0,200}?\btag=)"
)
_RULES = {
    "title": "245",
    "abstract": "520",
    "keywords": "650",
    "mesh": "650",
    "journal": "773",
    "authors": "100",
    "date": "264",
    "year": "264",
    "volume": "773",
    "issue": "773",
    "pages": "773",
    "doi": "024",
    "pmid": "024",
    "pmcid": "024",
    "publication_types": "655",
    "language": "041",
}
_AUTHORS = ("aut", "auth", "verf", "cre", "dis")
"""How the roles of those who wrote a work begin."""

_PART = re.compile(
    r"(?:(?:vol|v|bd|jg|t|tom)[a-zé]*\.? ?(?P<volume>\d[\w/-]{0,11})"
    r"(?:[^\d(]{1,20}(?P<issue>\d[\w/-]{0,11}))?)?"
    r"[^(]{0,20}(?:\((?P<date>[^()]{4,30})\))?"
    r"(?:.{0,40}?\b(?:p|pp|pages?|s|seiten?)\b\.? ?(?P<pages>\d[\w-]{0,20}))?",
    re.IGNORECASE,
)
"""Where an article stands in its journal: "Vol. 3, no. 2 (Mar. 2001), p. 7-9"."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def detect(head: str, extension: str) -> float:
    if "datafield" not in head or head.lstrip()[:1] != "<":
        return 0.0
    return 0.98 if _SIGN.search(head) else 0.0


def parse(document: Document) -> Iterator[Record]:
    prefixes = {found[1] for found in _SIGN.finditer(document.head)} or {None}
    names = sorted(f"{prefix}:record" if prefix else "record" for prefix in prefixes)
    otherwise = "holds no MARC record with a title or an abstract"
    found = map(_record, elements(document, *names, innermost=True))
    return at_least_one(found, document.path, otherwise, each_is_one=True)


class _Fields:
    """The fields of a record by their numbers."""

    def __init__(self, record: Element) -> None:
        self.controls = {each.get("tag"): each.text or "" for each in named(record, "controlfield")}
        self._fields: dict[str | None, list[Element]] = {}
        for each in named(record, "datafield"):
            self._fields.setdefault(each.get("tag"), []).append(each)

    def all(self, *tags: str) -> Iterator[Element]:
        return (each for tag in tags for each in self._fields.get(tag, []))

    def first(self, tag: str, codes: str) -> str:
        return next(filter(None, (part(each, codes) for each in self.all(tag))), "")


def part(field: Element, codes: str) -> str:
    """The subfields of these codes one behind the other, as they stand."""
    return squash(" ".join(_parts(field, codes)))


def _parts(field: Element, codes: str) -> list[str]:
    found = (each for each in named(field, "subfield") if (each.get("code") or " ") in codes)
    return [text for each in found if (text := text_of(each))]


def _bare(text: str) -> str:
    """Without the punctuation that leads to the next subfield."""
    return text.rstrip(" /:;,=")


def _record(element: Element) -> Record | None:
    fields = _Fields(element)
    title = next(filter(None, map(_title, fields.all("245"))), "")
    abstract = labelled(part(each, "ab") for each in fields.all("520"))
    if not title and not abstract:
        return None
    values: dict[str, Any] = {
        "title": title,
        "abstract": abstract,
        "authors": unique(filter(None, map(_author, fields.all("100", "110", "700", "710")))),
        "journal": _bare(fields.first("773", "t")).rstrip("."),
        "publication_types": unique(part(each, "a").rstrip(" .") for each in fields.all("655")),
        "language": fields.first("041", "a")[:3] or fields.controls.get("008", "")[35:38].strip(),
        **_subjects(fields),
        **_identifiers(fields),
    }
    place = _PART.match(fields.first("773", "g"))
    if place:
        for name in ("volume", "issue", "pages"):
            values[name] = clean_pages(place[name])
    date = _date(fields, place["date"] if place else None)
    if date:
        values["date"], values["year"] = date, int(date[:4])
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance=NameEvidence(values, None, names=_RULES))


def _title(field: Element) -> str:
    title = ": ".join(_bare(text) for text in _parts(field, "ab"))
    parts = [_bare(text).removesuffix(".") for text in (title, *_parts(field, "np"))]
    return ". ".join(filter(None, parts))


def _author(field: Element) -> str:
    """The name, "" of a person of another role, and of a work that is named by its author."""
    roles = [text.lower() for text in _parts(field, "e4")]
    written = any(role.startswith(_AUTHORS) for role in roles)
    if part(field, "t") or (roles and not written):
        return ""
    is_body = field.get("tag", "").endswith("10")
    name = part(field, "ab" if is_body else "a").rstrip(" ,")
    name = name if re.search(r"(?:^|[\s.])\w\.$", name) else name.removesuffix(".")
    return name if is_body else upright(name)


def _subjects(fields: _Fields) -> dict[str, tuple[str, ...]]:
    """MeSH headings with their qualifiers; headings of other authorities; free terms."""
    mesh, keywords = list[str](), list[str]()
    for each in fields.all("650", "651"):
        terms = [text.rstrip(".") for text in _parts(each, "axyz")]
        is_mesh = each.get("ind2") == "2" or part(each, "2").lower() == "mesh"
        (mesh if is_mesh else keywords).append(("/" if is_mesh else "--").join(terms))
    keywords += [text.rstrip(".") for each in fields.all("653") for text in _parts(each, "a")]
    return {"mesh": unique(mesh), "keywords": unique(keywords)}


def _identifiers(fields: _Fields) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for each in fields.all("024"):
        kind, text = part(each, "2").lower(), part(each, "a")
        if kind == "doi":
            found.setdefault("doi", clean_doi(text))
        elif kind in ("pmid", "pubmed"):
            found.setdefault("pmid", clean_pmid(text))
        elif kind in ("pmcid", "pmc"):
            found.setdefault("pmcid", clean_pmcid(text))
    for each in fields.all("856"):
        if "doi.org/" in part(each, "u"):
            found.setdefault("doi", clean_doi(part(each, "u")))
    return found


def _date(fields: _Fields, part_of: str | None) -> str | None:
    """When the part of the journal came out, else the work."""
    texts = [part_of or "", fields.first("264", "c"), fields.first("260", "c")]
    dates = filter(None, map(iso_date, texts))
    coded = fields.controls.get("008", "")[7:11]
    return next(dates, None) or (coded if _YEAR.fullmatch(coded) else None)


FORMAT = Format("marc_xml", ("marcxml", "xml"), detect, parse)
"""Records of library catalogues."""
