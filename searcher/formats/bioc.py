"""BioC: articles in passages that notes describe, as the services of PMC and PubTator give them.

JSON of that shape is read by jsonl, with the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.elements import begins_with_tag, elements, text_of
from searcher.formats.keyed import record_of
from searcher.formats.values import squash
from searcher.record import Record

_SHAPE = re.compile(r"<passage>\s*<(?:infon|offset|text)\b")
_OUTSIDE = frozenset({"ref", "ack_fund", "suppl", "abbr", "comp_int", "auth_cont", "keyword"})
_NO_TEXT = frozenset({"table", "table_footnote", "footnote", "ref"})
_NOTES = {
    "article-id_doi": "doi",
    "article-id_pmid": "pmid",
    "article-id_pmc": "pmcid",
    "journal": "citation",
    "authors": "authors",
    "year": "year",
    "volume": "volume",
    "issue": "issue",
    "elocation-id": "pages",
    "fpage": "first_page",
    "lpage": "last_page",
    "kwd": "keywords",
}
_OWN = ("pmid", "pmcid", "journal", "authors", "date")
"""What PubTator says of a document beside its passages."""

_AUTHOR = re.compile(r"name_\d+")
_NAMED = {"title": "title", "abstract": "abstract", "body": "text", "citation": "journal"}


def detect(head: str, extension: str) -> float:
    return 1.0 if begins_with_tag(head) and _SHAPE.search(head) else 0.0


def parse(document: Document) -> Iterator[Record]:
    shapes = map(_shape, elements(document, "document"))
    otherwise = "holds no BioC document with a title or an abstract"
    records = (bioc_record(shape, None) for shape in shapes)
    return at_least_one(records, document.path, otherwise, each_is_one=True)


def is_bioc(shape: Mapping[str, Any]) -> bool:
    """Whether an object is a document of BioC."""
    passages = shape.get("passages")
    return isinstance(passages, list) and all(isinstance(each, dict) for each in passages)


def bioc_record(shape: Mapping[str, Any], lines: tuple[int, int] | None) -> Record | None:
    """The record that a document of BioC makes, None where it has neither title nor abstract."""
    parts: dict[str, Any] = {}
    abstract: list[str] = []
    body: list[str] = []
    heading = ""
    for passage in shape["passages"]:
        notes, text = _notes(passage), _text(passage)
        kind = notes.get("type", "").lower()
        section = (notes.get("section_type") or notes.get("section") or kind).lower()
        if section in ("title", "front") and "title" not in parts:
            parts |= {"title": text, **_noted(notes)}
        elif section == "abstract" and "title" in kind:
            heading = "" if text.casefold() == "abstract" else text.rstrip(" :.")
        elif section == "abstract" and (heading or not abstract):
            abstract.append(f"{heading}: {text}" if heading else text)
            heading = ""
        elif section == "abstract":
            abstract[-1] += " " + text
        elif section not in _OUTSIDE and kind not in _NO_TEXT:
            body.append(text)
    parts |= {"abstract": "\n".join(abstract), "body": "\n".join(body)}
    parts |= {name: shape[name] for name in _OWN if shape.get(name)}
    _set_name(parts, shape.get("id"))
    return record_of(parts, {part: _NAMED.get(part, part) for part in parts}, lines)


def _noted(notes: Mapping[str, str]) -> dict[str, Any]:
    """What the notes of an article's front say of it."""
    parts: dict[str, Any] = {part: notes[key] for key, part in _NOTES.items() if notes.get(key)}
    if "authors" in parts:
        parts["authors"] = parts["authors"].strip().rstrip(",")
    people = [_name(value) for key, value in notes.items() if _AUTHOR.fullmatch(key)]
    if people:
        parts["authors"] = people
    if ";" not in parts.get("keywords", ";"):
        del parts["keywords"]  # nobody can tell where one ends
    journal, ended, _ = parts.get("citation", "").partition(";")
    if ended and not re.search(r"\d", journal):
        parts["journal"] = journal  # "Ann Wards;2021Mar;12(3)45-50."
    return parts


def _name(value: str) -> str:
    """ "surname:Doe;given-names:Jane" as a name."""
    parts = dict(part.partition(":")[::2] for part in value.split(";"))
    named = (parts.get(each, "") for each in ("given-names", "surname", "suffix"))
    return " ".join(filter(None, named)) or value


def _set_name(parts: dict[str, Any], name: Any) -> None:
    """Take what the document is called, digits alone as its PMID where no other number is told."""
    text = str(name or "").strip()
    if not text.isdecimal():
        parts["id"] = text
    elif not parts.keys() & {"pmid", "pmcid", "doi"}:
        parts["pmid"] = text


def _notes(passage: Mapping[str, Any]) -> dict[str, str]:
    notes = passage.get("infons")
    given = notes.items() if isinstance(notes, dict) else ()
    return {key: str(value) for key, value in given if value is not None}


def _text(passage: Mapping[str, Any]) -> str:
    """The text of a passage, or of its sentences."""
    sentences = passage.get("sentences")
    listed = sentences if isinstance(sentences, list) else []
    texts = [passage.get("text"), *(each.get("text") for each in listed if isinstance(each, dict))]
    found = [squash(text) for text in texts if isinstance(text, str)]
    return (found[0] if passage.get("text") else " ".join(found)) if found else ""


def _shape(element: Element) -> dict[str, Any]:
    """The object that stands for the same document in JSON."""
    return {
        "id": text_of(element.find("id")),
        "passages": [
            {
                "infons": {note.get("key", ""): text_of(note) for note in each.findall("infon")},
                "text": text_of(each.find("text")),
                "sentences": [{"text": text_of(text)} for text in each.findall("sentence/text")],
            }
            for each in element.findall("passage")
        ],
    }


FORMAT = Format("bioc", ("xml",), detect, parse)
