"""RIS ("TY  - JOUR" to "ER  - "), with the liberties that exporting programs take.

Read are: one space for two, missing ER, empty tags, lines before the first record, and values
that go on in lines without a tag (in EndNote's files one keyword, author or address a line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, Wanted, every, present, untitled
from searcher.formats.evidence import TagEvidence
from searcher.formats.ris_identifiers import Tags, identifiers
from searcher.formats.tagged import OtherLayout, records
from searcher.formats.values import (
    clean_journal,
    clean_pages,
    full_pages,
    iso_date,
    labelled,
    month_number,
    plain_values,
    squash,
    unique,
    without_notice,
    without_number,
)
from searcher.names import upright
from searcher.record import Record

RULES = {
    "title": ("TI", "T1", "CT", "BT"),
    "abstract": ("AB", "N2"),
    "keywords": ("KW",),
    "journal": ("JF", "T2", "JO", "JA", "J2", "J1", "SO", "BT"),
    "authors": ("AU", "A1"),
    "date": ("PY", "Y1", "YR", "DA"),
    "year": ("PY", "Y1", "YR", "DA"),
    "volume": ("VL",),
    "issue": ("IS", "CP", "NO"),
    "pages": ("SP", "C7", "PG"),
    "doi": ("DO", "DI", "DOI", "M3", "L3", "ID", "UR"),
    "pmid": ("PM", "C3", "C2", "C5", "ID", "N1", "AN", "UR"),
    "pmcid": ("C2", "N1", "UR"),
    "publication_types": ("M3", "PT"),
    "mesh": ("N1",),
    "language": ("LA",),
}
_ALSO = ("EP", "DB", "L2", "ER")
_USED = {f"{tag}  - ": tag for tag in {tag for tags in RULES.values() for tag in tags}.union(_ALSO)}
_BEGIN = re.compile(r"TY {0,3}- {0,3}[A-Za-z]")
_TAG = re.compile(r"([A-Z][A-Z0-9]|DOI) {1,3}-(?: |$)")
_GLUED = re.compile(r"^([A-Z][A-Z0-9] {1,3}-)(?=\S)", re.MULTILINE)
_TAGGED = re.compile(r"^[A-Z][A-Z0-9] {1,3}- ?", re.MULTILINE)
_RUN_ON = re.compile(r"\s+(?=[A-Z][A-Z0-9] {1,3}-(?:\s|$))")
_RANGE = re.compile(r"\w\s*[-‐–—]+\s*\w")
# A letter is found sooner than the beginning of a line, which is asked behind it.
_START = re.compile(r"T(?<![^\n]T)Y {0,3}- {0,3}[A-Z]{3,}")
_MEDLINE = OtherLayout("MEDLINE", "PMID", re.compile(r"\nPMID {0,2}- ?(?=\d)"))
_ADDRESS = re.compile(r"\s*(?:https?://|doi:|10\.)", re.IGNORECASE)
_MESH = "MeSH: "

_ONCE = frozenset(("TI", "T1"))
"""Tags of which others in a record give the same in another language."""

_HEADING_PARTS = 4
"""No inverted heading ("Leukemia, Myelogenous, Chronic") has more parts between its commas."""


def detect(head: str, extension: str) -> float:
    found = _START.search(head)
    if not found:
        return 0.0
    tags = len(_TAGGED.findall(head, found.start()))
    return 1.0 if tags > 3 and found.start() < 2048 else 0.7


def parse(document: Document) -> Iterator[Record]:
    return present(pick(document, every))


def pick(document: Document, wanted: Wanted) -> Iterator[Record | None]:
    line = 1
    found = False
    number = missing = other = 0
    for text in records(document, "TY", _BEGIN):
        if _BEGIN.match(text):
            number += 1
            wants = wanted()
            record = _record(text, line) if wants else None
            found = found or record is not None or not wants
            if wants and record is None:
                missing = missing or number
            yield record
        other = other or _MEDLINE.line_in(text, line)
        line += text.count("\n")
    if not found:
        raise InputError(document.path, "holds no RIS record with a title or an abstract")
    if other:
        raise InputError(document.path, _MEDLINE.left_out(other), entry=number)
    if missing:
        raise InputError(document.path, untitled(missing), entry=missing)


def _record(text: str, line: int) -> Record | None:
    if _GLUED.match(text):
        text = _GLUED.sub(r"\1 ", text)
    tags = _tags(_one_line(text))
    if "<" in text or "&" in text:
        tags = plain_values(tags)
    abstract, tag = _abstract(tags)
    values: dict[str, Any] = {
        "title": _line(tags, "title"),
        "abstract": abstract,
        "keywords": _keywords(tags.get("KW", [])),
        "journal": clean_journal(_line(tags, "journal")),
        "authors": without_number(unique(map(_name, tags.get("AU", []) + tags.get("A1", [])))),
        "volume": _line(tags, "volume"),
        "issue": _line(tags, "issue"),
        "pages": _pages(tags),
        "language": _line(tags, "language"),
        "publication_types": _types(tags),
        "mesh": _mesh(tags.get("N1", [])),
    }
    if not values["title"] and not values["abstract"]:
        return None
    if values["journal"] == values["title"]:
        values["journal"] = ""  # BT is the title of a whole book
    date = _date(tags)
    if date:
        values["date"], values["year"] = date, int(date[:4])
    rules = {**RULES, "abstract": (tag,), **_set_identifiers(values, tags)}
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance=TagEvidence(values.keys(), rules, _TAG, text, line))


def _name(line: str) -> str:
    name = squash(line).rstrip(",")
    if "," in name and ", " not in name:
        name = name.replace(",", ", ")
    return upright(name)


def _one_line(text: str) -> str:
    """A record that lost its line breaks, copied out of a page, with a line for each tag."""
    first = text.partition("\n")[0]
    if len(first) < 60 or len(_RUN_ON.findall(first)) < 3:
        return text
    return _RUN_ON.sub("\n", first) + text[len(first) :]


def _tags(text: str) -> Tags:
    """Each tag with its lines in order; a line without a tag goes to the tag before it."""
    tags: Tags = {}
    values: list[str] = []
    for line in text.split("\n"):
        tag = _USED.get(line[:6])
        if tag:
            value = line[6:]
        else:
            found = _TAG.match(line)
            if not found:
                if line and not line.isspace():
                    values.append(line)
                continue
            tag, value = found[1], line[found.end() :]
        if tag == "ER":
            break
        if tag in tags:
            values = tags[tag]
            if tag in _ONCE and "".join(values).strip():
                values = []
            values.append(value)
        else:
            tags[tag] = values = [value]
    return tags


def _first(tags: Tags, field: str) -> list[str]:
    """The lines of the best tag of this field that holds anything."""
    return next((lines for tag in RULES[field] if (lines := _filled(tags, tag))), [])


def _filled(tags: Tags, tag: str) -> list[str]:
    """The lines of a tag, none where they are blank."""
    lines = tags.get(tag, [])
    return lines if "".join(lines).strip() else []


def _abstract(tags: Tags) -> tuple[str, str]:
    """The abstract and its tag: AB, or N2 where that is all, or goes on where AB was cut short."""
    text, notes = (labelled(map(without_notice, _filled(tags, tag))) for tag in RULES["abstract"])
    return (notes, "N2") if notes.startswith(text) else (text, "AB")


def _line(tags: Tags, field: str) -> str:
    return squash(" ".join(_first(tags, field)))


def _keywords(lines: list[str]) -> tuple[str, ...]:
    if len(lines) == 1 and ";" in lines[0]:
        lines = lines[0].split(";")
    elif len(lines) == 1 and lines[0].count(", ") > 1:
        words = lines[0].strip().split(", ")
        if len(words) > _HEADING_PARTS or all(word[:1].islower() for word in words):
            lines = words
    return unique(map(squash, lines))


def _types(tags: Tags) -> tuple[str, ...]:
    for tag in RULES["publication_types"]:
        lines = [line for line in tags.get(tag, []) if not _ADDRESS.match(line)]
        types = unique(squash(part) for line in lines for part in line.split("; "))
        if types:
            return types
    return ()


def _mesh(notes: list[str]) -> tuple[str, ...]:
    """Headings out of a note "MeSH: ...; ...", as our own exports have it."""
    found = [note[len(_MESH) :] for note in notes if note.startswith(_MESH)]
    return unique(map(squash, "; ".join(found).split("; ")))


def _pages(tags: Tags) -> str | None:
    first = squash(" ".join(tags.get("SP", [])))
    if _RANGE.search(first):
        return clean_pages(first)
    last = squash(" ".join(tags.get("EP", [])))
    if first:
        return full_pages(first, last)
    return clean_pages(squash(" ".join(_filled(tags, "C7") or _filled(tags, "PG"))))


def _date(tags: Tags) -> str | None:
    """The date of the issue; a day or month that another tag has counts where the years agree."""
    lines = [line for tag in ("PY", "Y1", "YR") for line in tags.get(tag, [])]
    date = next(filter(None, map(iso_date, lines)), None)
    for line in lines[1:] + tags.get("DA", []):
        finer = iso_date(line)
        if not finer and date and month_number(re.split(r"[-/ ]", line.strip())[0]):
            finer = iso_date(f"{date[:4]} {line.strip()}")
        if finer and (not date or finer.startswith(date)):
            date = finer
    return date


def _set_identifiers(values: dict[str, Any], tags: Tags) -> dict[str, tuple[str, ...]]:
    """Set DOI, PMID and PMCID; the tag that each was found in."""
    rules: dict[str, tuple[str, ...]] = {}
    for tag, name, identifier in identifiers(tags):
        if identifier and name not in values:
            values[name], rules[name] = identifier, (tag,)
    return rules


FORMAT = Format("ris", ("ris", "txt"), detect, parse, pick)
