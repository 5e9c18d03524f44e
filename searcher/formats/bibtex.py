"""BibTeX and BibLaTeX: "@article{key, title = {...}, ...}"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, at_least_one
from searcher.formats.keyed import record_of
from searcher.formats.latex import plain_text
from searcher.formats.part_names import field_of
from searcher.formats.tagged import records
from searcher.record import Record

_BEGIN = re.compile(r"@[ \t]*([A-Za-z]{2,40})\s*[{(]")
_ENTRY = re.compile(r"^[ \t]*@[A-Za-z]{2,40}\s*[{(]\s*[^\s,={}\"]{0,200}\s*,", re.MULTILINE)
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]{0,60})\s*=\s*")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r'\\.|[{}"]', re.DOTALL)
_WORD = re.compile(r"[^\s,#{}\"]+")
_NEXT_FIELD = re.compile(r'[\n,]\s*[A-Za-z][\w-]{1,30}\s*=\s*[{"\d]')
_CONCATENATION = re.compile(r"\s*#\s*")
_NOT_ENTRIES = frozenset(("comment", "preamble"))
# A part of a record that BibTeX calls by a name which means something else elsewhere.
_CONTAINERS = ("booktitle", "series")
_INHERITED = ("booktitle", "journal", "journaltitle", "year", "month", "date", "volume", "number")
"""What an entry takes from the one that its crossref names."""

_NAME_PART = re.compile(r"\s*(family|given|prefix|suffix)\s*=\s*")


Fields = dict[str, str]


def detect(head: str, extension: str) -> float:
    found = _ENTRY.search(head) if "@" in head else None
    if not found:
        return 0.0
    return 0.95 if _FIELD.match(head, found.end()) and found.start() < 4096 else 0.5


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no BibTeX entry with a title or an abstract"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    parents: dict[str, Fields] | None = None
    for _, fields, lines in _entries(document):
        if "crossref" in fields:
            if parents is None:
                parents = _parents(document)  # they come after those that name them
            for name, value in parents.get(_plain_key(fields["crossref"]), {}).items():
                fields.setdefault(name, value)
        yield _record(fields, lines)


def _entries(document: Document) -> Iterator[tuple[str, Fields, tuple[int, int]]]:
    """The key of each entry, its fields, and its first and last line."""
    strings: Fields = {}
    line = 1
    for text in records(document, "@", _BEGIN):
        entry = _BEGIN.match(text)
        if entry:
            kind, comma = entry[1].lower(), text.find(",", entry.end())
            if kind == "string":
                strings.update(_fields(text, entry.end(), strings))
            elif kind not in _NOT_ENTRIES and comma >= 0:
                last = line + text.rstrip().count("\n")
                key = _plain_key(text[entry.end() : comma])
                yield key, _fields(text, comma, strings), (line, last)
        line += text.count("\n")


def _plain_key(key: str) -> str:
    return key.strip().lower()


def _parents(document: Document) -> dict[str, Fields]:
    """What entries that have no parent themselves hand down, by their keys."""
    parents: dict[str, Fields] = {}
    with suppress(InputError):  # the first reading tells it
        for key, fields, _ in _entries(document):
            if "crossref" not in fields:
                titled = {"booktitle": fields["title"]} if "title" in fields else {}
                given = {name: fields[name] for name in _INHERITED if fields.get(name)}
                parents[key] = titled | given
    return parents


def _record(fields: Fields, lines: tuple[int, int]) -> Record | None:
    parts: dict[str, Any] = {}
    names: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for name, raw in fields.items():
        field = field_of(name)
        value = raw if name == "url" else plain_text(raw)
        if field and value.strip() and field[1] < ranks.get(field[0], 99):
            parts[field[0]], names[field[0]], ranks[field[0]] = value, name, field[1]
    if "authors" in parts:
        parts["authors"] = _authors(fields[names["authors"]])
    if fields.get("eprinttype", "").lower() in ("pubmed", "pmid") and "pmid" not in parts:
        parts["pmid"], names["pmid"] = fields.get("eprint"), "eprint"
    if "publication_types" not in parts and fields.get("type"):
        parts["publication_types"], names["publication_types"] = plain_text(fields["type"]), "type"
    for name in _CONTAINERS:
        if "journal" not in parts and fields.get(name):
            parts["journal"], names["journal"] = plain_text(fields[name]), name
    return record_of(parts, names, lines)


def _authors(raw: str) -> Any:
    """The names between "and"; braces keep a group's name in one piece."""
    names, depth, begin = [], 0, 0
    for found in re.finditer(r"[{}]|\s+and\s+", raw):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth <= 0:
            names.append(raw[begin : found.start()])
            begin = found.end()
    names.append(raw[begin:])
    if len(names) == 1 and not raw.strip().startswith("{"):
        return plain_text(_in_order(raw))
    return [plain_text(_in_order(name)) for name in names if name.strip() != "others"]


def _in_order(name: str) -> str:
    """A name that BibLaTeX gives in parts ("family=Cruz, given=Juan, prefix=de la") as one."""
    if not _NAME_PART.match(name):
        return name
    parts = {
        found[1]: part[found.end() :].strip(' "')
        for part in name.split(",")
        if (found := _NAME_PART.match(part))
    }
    ordered = (parts.get(each) for each in ("given", "prefix", "family", "suffix"))
    return " ".join(filter(None, ordered))


def _fields(text: str, begin: int, strings: dict[str, str]) -> dict[str, str]:
    """Names in lower case with their values, of two with one name the first that is not empty."""
    fields: dict[str, str] = {}
    while found := _FIELD.match(text, begin):
        value, begin = _value(text, found.end(), strings)
        name = found[1].lower()
        if not fields.get(name):
            fields[name] = value
    return fields


def _value(text: str, begin: int, strings: dict[str, str]) -> tuple[str, int]:
    """A value with its concatenated parts, and where it ends."""
    parts = []
    while True:
        part, begin = _part(text, begin, strings)
        parts.append(part)
        more = _CONCATENATION.match(text, begin)
        if not more:
            return "".join(parts), begin
        begin = more.end()


def _part(text: str, begin: int, strings: dict[str, str]) -> tuple[str, int]:
    opening = text[begin : begin + 1]
    if opening not in ("{", '"'):
        word = _WORD.match(text, begin)
        if not word:
            return "", begin
        return strings.get(word[0].lower(), word[0]), word.end()
    depth = 0
    pattern, closing = (_BRACE, "}") if opening == "{" else (_QUOTE, '"')
    for found in pattern.finditer(text, begin + 1):
        sign = found[0]
        if sign == closing and depth == 0:
            if not text[found.end() : found.end() + 200].strip():
                break  # the end of the entry itself: a brace is missing
            return text[begin + 1 : found.start()], found.end()
        depth += {"{": 1, "}": -1}.get(sign, 0)
    # A value without an end stops where another field seems to begin.
    following = _NEXT_FIELD.search(text, begin + 1)
    end = following.start() if following else len(text)
    return text[begin + 1 : end].rstrip(" ,\n}"), end


FORMAT = Format("bibtex", ("bib", "bibtex"), detect, parse)
