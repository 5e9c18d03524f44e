"""The elements of any XML by what their names say: titles, authors, dates of one record each.

Tags are read one by one, since such files are often cut short or hold markup within markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import chain

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.elements import ENTITIES

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|$)", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>")

_RECORDS = frozenset(
    {"article", "record", "dc", "entry", "item", "work", "resource", "publication"}
    | {"document", "journalarticle", "academicarticle", "rdf:description"}
)
"""Elements around one record, where they hold a title."""

_KINDS = {
    "title": "title articletitle titletext",
    "journal": "journaltitle journalname fulltitle containertitle publicationname ispartof"
    " sourcetitle",
    "abstract": "abstract abstracttext abs",
    "keywords": "keyword keywords kwd",
    "volume": "volume",
    "issue": "issue number issuenumber",
    "first": "firstpage startpage spage fpage",
    "last": "lastpage endpage epage lpage",
    "pages": "pages pagination",
    "authors": "creator creatorname author authorname fullname indexedname",
    "family": "lastname surname family familyname snm",
    "given": "firstname forename given givenname givennames fnm",
    "doi": "doi articledoi identifier articleid elocationid articleiddoi pubid",
    "pmid": "pmid",
    "date": "date pubdate publicationdate issued datepublished year publicationyear",
    "language": "language",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_QUALIFIED = {
    "dc:subject": "keywords",
    "dcterms:subject": "keywords",
    "dc:description": "abstract",
    "dc:source": "journal",
    "prism:publicationname": "journal",
}
"""What names say only with their prefix."""

_IN_LISTS = {
    ("subjects", "subject"): "keywords",
    ("descriptions", "description"): "abstract",
    ("bibl", "source"): "journal",
}
_ELSEWHERE = frozenset(
    {"history", "received", "accepted", "revised", "references", "reference", "citation", "refgrp"}
)

_RECORD_END = re.compile(
    r"</(?:[\w.-]+:)?(?:article|record|dc|entry|item|publication|rdf:description)\s*>",
    re.IGNORECASE,
)
PIECE = 1 << 20
"""Characters that are read at once, as far as the end of a record."""

RECORD_LIMIT = 8 << 20
"""Characters of the longest record."""

DEEPEST = 50
"""Elements within one another; what is deeper is not told apart any more."""


class Group:
    """The texts of one record by their kind; `around`: what stands around all records."""

    def __init__(self, around: Group | None = None) -> None:
        self.values: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._around = around

    def add(self, kind: str, text: str, name: str) -> None:
        self.values.setdefault(kind, []).append(text)
        self._names.setdefault(kind, name)

    def own(self, kind: str) -> list[str]:
        return self.values.get(kind, [])

    def all(self, kind: str) -> list[str]:
        """The record's own first."""
        return self.own(kind) + (self._around.own(kind) if self._around else [])

    def first(self, kind: str) -> str:
        around = kind in ("volume", "issue", "language")
        texts = self.all(kind) if around else self.own(kind)
        return texts[0] if texts else ""

    def name(self, kind: str) -> str:
        """What an element of this kind is called."""
        known = self._names.get(kind)
        return known or (self._around.name(kind) if self._around else kind)


def groups(document: Document) -> Iterator[Group]:
    """What stands in each record, with the journal's values that stand around it."""
    around = Group()
    stack: list[tuple[str, Group]] = []
    found = False
    for text in _pieces(document):
        read = 0
        for tag in _TAG.finditer(text):
            if tag.start() < read or tag[0].endswith("/>"):
                continue
            if not tag[1]:
                read = _open(text, tag, stack, around)
                continue
            for group in _closed(_plain_name(tag[2]), stack):
                found = True
                yield group
    for group in dict.fromkeys(each for _, each in stack):
        # The file is cut within them.
        if group is not around and "title" in group.values:
            found = True
            yield group
    if not found:
        yield around


def _pieces(document: Document) -> Iterator[str]:
    """The text without comments, in pieces that end with a record once one is large enough."""
    rest, begun = "", False
    for block in chain(document.blocks(), ("",)):
        rest += block
        end = len(rest)
        if block and (end < PIECE or not (ends := list(_RECORD_END.finditer(rest)))):
            if end > RECORD_LIMIT:
                raise InputError(document.path, "holds a record without an end")
            continue
        end = ends[-1].end() if block else end
        text, rest = _COMMENT.sub("", rest[:end]), rest[end:]
        first = None if begun else _TAG.search(text)
        if first and "<!ENTITY" in text[: first.start()]:
            raise InputError(document.path, ENTITIES)
        begun = True
        yield _CDATA.sub(lambda found: html.escape(found[1]), text)


def _open(text: str, tag: re.Match[str], stack: list[tuple[str, Group]], around: Group) -> int:
    """Put an element on the stack and note its text; where that ends."""
    raw, group = tag[2], stack[-1][1] if stack else around
    name, read = _plain_name(raw), tag.end()
    kind = _kind(raw.lower(), name, [each for each, _ in stack])
    if kind:
        read = _end(text, raw, tag.end(), whole=kind in ("title", "abstract"))
        if read > tag.end():
            group.add(kind, text[tag.end() : read], raw)
    if len(stack) < DEEPEST:
        stack.append((name, Group(around) if name in _RECORDS else group))
    return read


def _closed(name: str, stack: list[tuple[str, Group]]) -> Iterator[Group]:
    """Take an element off the stack, with those in it; the records among them."""
    while stack and name in (each for each, _ in stack):
        last, group = stack.pop()
        if last in _RECORDS and "title" in group.values:
            yield group
        if last == name:
            break


def _plain_name(raw: str) -> str:
    """A name without prefix and signs, but for what RDF says of a thing, which is all of it."""
    raw = raw.lower()
    if raw == "rdf:description":
        return raw
    return raw.rpartition(":")[2].replace("_", "").replace("-", "")


def _end(text: str, raw: str, start: int, whole: bool) -> int:
    """Where the text of an element ends; at its start if others are in it, unless it is `whole`."""
    if whole:
        end = text.find(f"</{raw}>", start)
        return end if end >= 0 else len(text)
    end = text.find("<", start)
    return end if end >= 0 and text.startswith(f"</{raw}", end) else start


def _kind(raw: str, name: str, above: list[str]) -> str | None:
    """What an element's text is, by its name and those of the elements around it."""
    if any(each in _ELSEWHERE for each in above):
        return None
    parent = above[-1] if above else ""
    if name == "title" and parent in ("journal", "issue"):
        return "journal" if parent == "journal" else None
    if raw == "journal" and above:
        return "journal"
    return _QUALIFIED.get(raw) or _IN_LISTS.get((parent, name)) or _KIND_OF.get(name)
