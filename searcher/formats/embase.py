"""Embase's exports that give each field of a record rows or lines of its own.

"TITLE","A title"                 RECORD 1
"AUTHOR NAMES","Doe J.","Roe R."  TITLE
"SOURCE TITLE","Acta Ficta"       A title
                                  AUTHOR NAMES
"TITLE","Another one"             Doe J.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format
from searcher.formats.keyed import field_of, plain_name, record_of
from searcher.record import Record

_LOOKED_AT = 100  # lines
_ENOUGH = 4
"""So many known fields make it an export: a page may have "TITLE" and "ABSTRACT" as headings."""

_LABEL = re.compile(r"(?:AiP/)?[A-Z][A-Z/ ()-]{2,60}")
_RECORD = re.compile(r"RECORD \d+(?: OF \d+)?", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:author|correspondence)address(?:es)?|editors?|.*entrydate|original(?:nonenglish)?title|.*publisher|is[bs]n|"
    r"conference[a-z]+|(?:original)?abstractlanguage|originalabstract|languageofsummary|"
    r"summarylanguage|pui|coden|emtree[a-z]+|(?:drug|device)(?:tradenames?|manufacturers?)|"
    r"casregistrynumbers?|molecularsequencenumbers?|embase[a-z]+|clinicaltrialnumbers?|"
    r"fulltextlink|openurllink|copyright|searchquery"
)
"""Names, as `plain_name` gives them, of fields that are not kept."""

_LISTS = ("authors", "keywords", "publication_types")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the export: its name, its values, the number of its first and last line."""

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
    first: int = 0
    last: int = 0

    def add(self, each: _Field) -> None:
        found = field_of(each.name)
        if not found or not each.values or self.ranks.get(found[0], found[1] + 1) <= found[1]:
            return
        part, self.ranks[found[0]] = found
        text = " ".join(each.values)
        # Lists have a value for each member, or one with semicolons.
        self.values[part] = each.values if part in _LISTS and ";" not in text else text
        self.names[part] = each.name
        self.first, self.last = self.first or each.first, each.last

    def record(self) -> Record | None:
        return record_of(self.values, self.names, (self.first, self.last))


def detect(head: str, extension: str) -> float:
    if "TITLE" not in head:
        return 0.0
    lines = head.split("\n")[:_LOOKED_AT]
    found = set()
    with suppress(csv.Error):
        for each in (_rows if _has_rows(head) else _lines)(lines):
            found.add(field_of(each.name))
    return 0.97 if len(found - {None}) >= _ENOUGH else 0.0


def parse(document: Document) -> Iterator[Record]:
    parts, found = _Parts(), False
    try:
        for each in (_rows if _has_rows(document.head) else _lines)(document.lines()):
            if each.name == "TITLE" and parts.values:
                record, parts = parts.record(), _Parts()
                if record:
                    found = True
                    yield record
            parts.add(each)
    except csv.Error as error:
        raise InputError(document.path, f"the row below line {parts.last}: {error}") from error
    record = parts.record()
    if record:
        yield record
    elif not found:
        raise InputError(document.path, "holds no record of Embase")


def _has_rows(head: str) -> bool:
    """Whether fields are rows of a table, not lines."""
    return re.search(r'^"TITLE",', head, re.MULTILINE) is not None


def _rows(lines: Iterable[str]) -> Iterator[_Field]:
    reader = csv.reader(line + "\n" for line in lines)
    first = 1
    for row in reader:
        if len(row) > 1 and _is_label(row[0]):
            yield _Field(row[0], [cell for cell in row[1:] if cell], first, reader.line_num)
        first = reader.line_num + 1


def _lines(lines: Iterable[str]) -> Iterator[_Field]:
    name, values, first, last = "", list[str](), 0, 0
    for number, line in enumerate(map(str.strip, lines), 1):
        if _is_label(line):
            if name:
                yield _Field(name, values, first, last)
            name, values, first, last = line, [], number, number
        elif _RECORD.fullmatch(line):
            pass
        elif line:
            values.append(line)
            last = number
    if name:
        yield _Field(name, values, first, last)


def _is_label(text: str) -> bool:
    if not _LABEL.fullmatch(text):
        return False
    return field_of(text) is not None or _OTHERS.fullmatch(plain_name(text)) is not None


FORMAT = Format("embase", ("csv", "txt"), detect, parse)
