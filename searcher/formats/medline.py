"""MEDLINE: PubMed's tagged text ("PMID- 1", "TI  - ..."), files that end in .nbib too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, Wanted, every, present
from searcher.formats.evidence import NameEvidence, TagEvidence
from searcher.formats.tagged import OtherLayout, records
from searcher.formats.values import iso_date, labelled, squash, unique
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.names import upright
from searcher.record import Record

_BEGIN = re.compile(r"PMID {0,2}- ?(?=\d)")
# A letter is found sooner than the beginning of a line, which is asked behind it.
_FIRST = re.compile(r"P(?<![^\n]P)MID {0,2}- ?\d")
_TAG = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,3}- ?")
_TAGGED = re.compile(r"^(?:TI|AB|AU|FAU|JT|TA|DP|OWN|STAT|SO|MH|PT) {0,2}- ", re.MULTILINE)

# "PMID- 1 OWN - NLM TI - ...": a record whose line breaks were lost.
_LOST = re.compile(
    r"\s(?=(?:OWN|STAT|DCOM|LR|IS|VI|IP|DP|TI|BTI|PG|LID|AID|AB|CI|FAU|AU|AUID|CN|AD|LA|PT|DEP|PL"
    r"|TA|JT|JID|SB|PMC|MH|OT|OTO|EDAT|MHDA|CRDT|PHST|PST|SO) {0,2}- \S)"
)

RULES = {
    "title": ("TI", "BTI"),
    "abstract": ("AB",),
    "keywords": ("OT",),
    "journal": ("JT", "TA", "BTI"),
    "authors": ("AU", "FAU", "CN"),
    "date": ("DP",),
    "year": ("DP",),
    "volume": ("VI",),
    "issue": ("IP",),
    "pages": ("PG",),
    "doi": ("LID", "AID"),
    "pmid": ("PMID",),
    "pmcid": ("PMC",),
    "publication_types": ("PT",),
    "mesh": ("MH",),
    "language": ("LA",),
}
_NAMES = {name: tags[0] for name, tags in RULES.items()}
_RIS = OtherLayout("RIS", "TY", re.compile(r"\nTY {0,3}- {0,3}[A-Z]{3}"))

SHORT_LINE = 74
"""A line of so many characters, with the next word, is not full: PubMed's have up to 87."""

_LABEL_LINE = re.compile(r"\n {6}(?=([A-Z][\w,/&()'’+-]*)[\w ,/&()'’+-]{0,50}: )")
_SECTION = "\x1e"
_UNFOLDED = re.compile(r"\n(?! )")
_USED = {f"{tag:<4}- ": tag for tags in RULES.values() for tag in tags}
_PLAIN = {
    "volume": "VI",
    "issue": "IP",
    "pages": "PG",
    "language": "LA",
}


def detect(head: str, extension: str) -> float:
    found = _FIRST.search(head, 0, 4096)
    if not found:
        return 0.0
    if len(_TAGGED.findall(head, found.start())) < 3:
        return 0.6
    return 1.0 if not head[: found.start()].strip() else 0.9


def parse(document: Document) -> Iterator[Record]:
    return present(pick(document, every))


def pick(document: Document, wanted: Wanted) -> Iterator[Record | None]:
    line = 1
    found = False
    other = 0
    for text in records(document, "PMID", _BEGIN):
        if _BEGIN.match(text):
            found = True
            yield _record(text, line) if wanted() else None
        other = other or _RIS.line_in(text, line)
        line += text.count("\n")
    if not found:
        raise InputError(document.path, "holds no MEDLINE record: no line begins with PMID-")
    if other:
        raise InputError(document.path, _RIS.left_out(other))


def _record(text: str, line: int) -> Record:
    lost = "\n" not in text.strip()
    tags = _tags(_LOST.sub("\n", text) if lost else text)
    values: dict[str, Any] = {"pmid": clean_pmid(tags["PMID"][0])}
    title = tags.get("TI") or tags.get("BTI")
    if title:
        values["title"] = squash(title[0])
    if "AB" in tags:
        values["abstract"] = labelled(
            part for value in tags["AB"] for part in value.split(_SECTION)
        )
    journal = tags.get("JT") or tags.get("TA") or ("TI" in tags and tags.get("BTI"))
    if journal:
        values["journal"] = squash(journal[0])
    authors = tags.get("AU") or [upright(name) for name in tags.get("FAU", ())]
    values["authors"] = unique(authors + tags.get("CN", []))
    date = iso_date(tags["DP"][0]) if "DP" in tags else None
    if date:
        values["date"], values["year"] = date, int(date[:4])
    values["doi"] = _doi(tags.get("LID", []) + tags.get("AID", []))
    if "PMC" in tags:
        values["pmcid"] = clean_pmcid(tags["PMC"][0])
    if "OT" in tags:
        values["keywords"] = unique(word.lstrip("*") for word in tags["OT"])
    values["publication_types"] = unique(tags.get("PT", ()))
    values["mesh"] = unique(tags.get("MH", ()))
    for name, tag in _PLAIN.items():
        if tag in tags:
            values[name] = tags[tag][0].strip()
    values = {name: value for name, value in values.items() if value}
    if lost:
        return Record(**values, provenance=NameEvidence(values.keys(), (line, line), names=_NAMES))
    return Record(**values, provenance=TagEvidence(values.keys(), RULES, _TAG, text, line))


def _tags(text: str) -> dict[str, list[str]]:
    """Each tag that is read with its values in order, folded lines joined."""
    tags: dict[str, list[str]] = {}
    values: list[str] = []
    # Folded lines have six spaces; joining them first leaves one line for each value.
    for line in _with_sections(text).replace("\n      ", " ").split("\n"):
        tag = _USED.get(line[:6])
        if tag:
            value = line[6:]
        elif line[4:6] == "- " and line[:1] != " ":
            values = []
            continue
        else:
            found = _TAG.match(line)
            if not found:
                if values and line and not line.isspace():
                    values[-1] += " " + line.strip()
                continue
            tag, value = found[1], line[found.end() :]
        if tag in tags:
            values = tags[tag]
            values.append(value)
        else:
            tags[tag] = values = [value]
    return tags


def _with_sections(text: str) -> str:
    """The text with a mark where a line was ended early for a section of an abstract to begin.

    Lines are folded when they are full; one that had room for the next word ended on purpose.
    """
    begin = text.find("\nAB  - ")
    if begin < 0:
        return text
    end = _UNFOLDED.search(text, begin + 1)
    breaks = []
    for found in _LABEL_LINE.finditer(text, begin, end.start() if end else len(text)):
        length = found.start() - text.rfind("\n", 0, found.start()) + len(found[1])
        if length <= SHORT_LINE:
            breaks.append(found.start())
    for place in reversed(breaks):
        text = text[:place] + _SECTION + text[place:]
    return text


def _doi(identifiers: list[str]) -> str | None:
    for identifier in identifiers:
        if "[doi]" in identifier:
            doi = clean_doi(identifier)
            if doi:
                return doi
    return None


FORMAT = Format("medline", ("nbib", "medline", "txt"), detect, parse, pick)
