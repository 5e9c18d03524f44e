"""Exports that name each field of a record in words: of Embase, ProQuest, EBSCO and Ovid.

"TITLE","A title"                 RECORD 1          Record: 1
"AUTHOR NAMES","Doe J.","Roe R."  TITLE             Title: A title
"SOURCE TITLE","Acta Ficta"       A title           Authors: Doe J.; Roe R.
                                  AUTHOR NAMES      Abstract: One line
"TITLE","Another one"             Doe J.              and another

Ovid has "<1>" before a record, names like "Title", and its values indented.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, at_least_one
from searcher.formats.column_names import column_of
from searcher.formats.exports import mesh_heading
from searcher.formats.keyed import record_of
from searcher.formats.nested import ENOUGH
from searcher.formats.part_names import field_of, plain_name
from searcher.record import Record

_ENOUGH = 4
"""So many known fields make it an export: a page may have "TITLE" and "ABSTRACT" as headings."""

_TITLED = re.compile(r"T(?:ITLE|itle[:\n-])")
_TITLE = re.compile(r'^(?:"?TITLE\b|Title:\s|Title\n {2}|Title-[^\x00-\x7f]+:\s)', re.MULTILINE)
_BORDER = re.compile(r"(?:RECORD|Record:|Record|Document) \d+(?: of \d+)?|_{20,}|\*{20,}|<\d+>")
_OVID = re.compile(r"^<1>\s*$", re.MULTILINE)
_NUMBERED = re.compile(r"^(?:RECORD|Record:|Record|Document) \d", re.MULTILINE)
_CAPITALS = re.compile(r"(?:AiP/)?[A-Z][A-Z/ ()-]{2,60}")
_BEFORE_VALUE = re.compile(r"([A-Z][A-Za-z/ ()-]{1,40}(?:-[^\W\d_a-zA-Z]{1,20})?):(?:\s+|$)")
_OTHERS = re.compile(
    r"(?:author|correspondence|correspondent|corresponding)(?:author)?(?:address(?:es)?|affiliation)?"
    r"|affiliations?|editors?|originaltitle|originalnonenglishtitle|alternatetitle|e?is[bs]n|coden"
    r"|[a-z]*(?:entry|revision|update|revised|accepted|received|submitted)dates?|[a-z]*publisher"
    r"|conference[a-z]*|(?:original)?abstractlanguage|originalabstract|languageofsummary"
    r"|summarylanguage|pui|emtree[a-z]+|(?:drug|device)(?:tradenames?|manufacturers?)"
    r"|casregistrynumbers?|molecularsequencenumbers?|embase[a-z]+|clinicaltrialnumbers?|copyright"
    r"|fulltextlink|openurllink|links?|searchquery|proquestdocument(?:id|link)|documenturl|location"
    r"|(?:narrow|broad|publication|mesh|emtree|major|minor)?subject|people|companyorganization|publicationinfo|section"
    r"|(?:place|country)ofpublication|sourcetype|documentfeature|lastupdated|database|substances?"
    r"|numberofreferences|publicationhistory|onlinepublicationdate|classification|supplement"
    r"|journalinfo|imprintnames?|contributedindexing|substancenomenclature|updatecode|comments"
    r"|subjectterms|grant[a-z]+|naicsindustrycodes|fulltextwordcount|persistentlink|accessionnumber"
)
"""Names, as `plain_name` gives them, of fields that are not kept."""

_LISTS = ("authors", "keywords", "publication_types", "mesh")
_LONG = ("abstract", "body")
_MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)
_PMID = re.compile(r"\d{5,8}\b")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the export: its name, its values, the number of its first and last line.

    Without a name it is the border between two records.
    """

    name: str
    values: list[str]
    first: int
    last: int


@dataclass(slots=True)
class _Parts:
    """What a record is made of, as far as it has been read."""

    values: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    first: int = 0
    last: int = 0

    def add(self, each: _Field) -> None:
        text = " ".join(each.values)
        self.said.setdefault(plain_name(each.name), text)
        found = _field_of(each.name)
        if not found or not text or self.ranks.get(found[0], found[1] + 1) <= found[1]:
            return
        part, self.ranks[found[0]] = found
        self.values[part] = _value(part, each.values)
        self.names[part] = each.name
        self.first, self.last = self.first or each.first, each.last

    def begins_anew(self, each: _Field) -> bool:
        """Whether a field is the border behind this record, or the title of the next one."""
        if not each.name or "title" not in self.values:
            return not each.name
        return _field_of(each.name) == ("title", 0) or each.name == self.names["title"]

    def entry(self) -> Iterator[Record | None]:
        """The record; None where it lacks title and abstract, nothing where it is no record."""
        record = self._record() if self.values else None
        if record or sum(map(bool, self.values.values())) >= ENOUGH:
            yield record

    def _record(self) -> Record | None:
        if "uniqueidentifier" in self.said:  # so Ovid calls it for MEDLINE alone
            self.values["pmid"] = self.said["uniqueidentifier"]
            self.names["pmid"] = "Unique Identifier"
            self.values["mesh"] = list(map(mesh_heading, self.values.get("mesh", "").split(";")))
        number = self.said.get("accessionnumber", "")
        if "pmid" not in self.values and _MEDLINE.search(self.said.get("database", "")):
            found = _PMID.match(number)
            if found:
                self.values["pmid"], self.names["pmid"] = found[0], "Accession number"
        journal = self.values.get("journal", "")
        self.values["journal"] = journal.partition(";")[0]  # "Acta Ficta; Paris"
        return record_of(self.values, self.names, (self.first, self.last))


def _value(part: str, values: list[str]) -> str:
    text = " ".join(values)
    if part in _LONG:
        text = "\n".join(values)
    elif part == "authors" and len(values) > 1:
        text = "; ".join(value.partition(";")[0] for value in values)  # "Doe J; Paris"
    elif part in _LISTS and ";" not in text:
        text = ";".join(values)
    if part == "publication_types" and text.endswith("."):
        text = text[:-1].replace(". ", ";")  # "Journal Article. Review."
    return text.removeprefix("Keywords: ")


_Reader = Callable[[Iterable[str]], Iterator[_Field]]


def detect(head: str, extension: str) -> float:
    return 0.97 if _reader(head) else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no record with a title or an abstract"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    read = _reader(document.head) or _read_values
    parts = _Parts()
    try:
        for each in read(document.lines()):
            if parts.begins_anew(each):
                yield from parts.entry()
                parts = _Parts()
            if each.name:
                parts.add(each)
    except csv.Error as error:
        raise InputError(document.path, f"the row below line {parts.last}: {error}") from error
    yield from parts.entry()


def _reader(head: str) -> _Reader | None:
    """What reads the fields of an export that begins so; None if it is none."""
    titles = len(_TITLE.findall(head)) if _TITLED.search(head) else 0
    if not titles:
        return None
    readers: list[_Reader] = [_read_indented] if _OVID.search(head) else [_read_rows, _read_lines]
    if titles > 1 or _NUMBERED.search(head) or "\nTitle-" in head:
        readers.append(_read_values)  # of one record alone, a page reader makes as much
    lines = head.split("\n")
    for read in readers:
        known = set()
        with suppress(csv.Error):
            known = {_field_of(each.name) for each in read(lines)} - {None}
        if len(known) >= _ENOUGH:
            return read
    return None


def _read_rows(lines: Iterable[str]) -> Iterator[_Field]:
    reader = csv.reader(line + "\n" for line in lines)
    first = 1
    for row in reader:
        if len(row) > 1 and _CAPITALS.fullmatch(row[0]) and _is_known(row[0]):
            yield _Field(row[0], [cell for cell in row[1:] if cell], first, reader.line_num)
        first = reader.line_num + 1


def _read_lines(lines: Iterable[str]) -> Iterator[_Field]:
    def label(line: str, name: str) -> tuple[str, str] | None:
        return (line, "") if _CAPITALS.fullmatch(line) and _is_known(line) else None

    return _read(lines, label)


def _read_indented(lines: Iterable[str]) -> Iterator[_Field]:
    """Names stand at the left, their values behind an indent."""
    name, values, first, last = "", list[str](), 0, 0
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text and line[:1].isspace():
            values.append(text)
            last = number
        elif text:
            if name:
                yield _Field(name, values, first, last)
            name = "" if _BORDER.fullmatch(text) else text
            if not name:
                yield _Field("", [], number, number)
            values, first, last = [], number, number
    if name:
        yield _Field(name, values, first, last)


def _read_values(lines: Iterable[str]) -> Iterator[_Field]:
    def label(line: str, name: str) -> tuple[str, str] | None:
        found = _BEFORE_VALUE.match(line)
        if not found:
            return None
        inside = (_field_of(name) or ("", 0))[0] in _LONG
        # A section of the abstract is labelled in the same way.
        return (found[1], line[found.end() :]) if not inside or _is_known(found[1]) else None

    return _read(lines, label)


def _read(
    lines: Iterable[str], label: Callable[[str, str], tuple[str, str] | None]
) -> Iterator[_Field]:
    """Fields of lines, each begun by one that `label` gives a name and a value, if any.

    label: also gets the name of the field before.
    """
    name, values, first, last, ended = "", list[str](), 0, 0, False
    for number, line in enumerate(map(str.strip, lines), 1):
        if _BORDER.fullmatch(line):
            if name:
                yield _Field(name, values, first, last)
            yield _Field("", [], number, number)
            name = ""
        elif begun := label(line, name):
            if name:
                yield _Field(name, values, first, last)
            name, value = begun
            values, first, last, ended = [value] if value else [], number, number, False
        elif not line:
            ended = (_field_of(name) or ("", 0))[0] not in _LONG
        elif name and not (ended and values):
            values.append(line)
            last = number
    if name:
        yield _Field(name, values, first, last)


def _field_of(name: str) -> tuple[str, int] | None:
    """What a name stands for, which may be given in two languages ("Title-题名")."""
    return field_of(name) if name.isascii() else column_of(name)


def _is_known(name: str) -> bool:
    return _field_of(name) is not None or _OTHERS.fullmatch(plain_name(name)) is not None


FORMAT = Format("labelled", ("csv", "txt"), detect, parse)
