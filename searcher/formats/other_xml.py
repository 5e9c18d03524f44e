"""XML of any other shape: Dublin Core, registries, the exports of journals.

Elements are known by their names alone. Tags are read one by one, since such files are often cut
short or hold markup within markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, at_least_one
from searcher.formats.values import MARKUP, clean_pages, full_pages, squash, unique
from searcher.names import is_body
from searcher.record import Evidence, Record

_SIGN = re.compile(r"<(?:[\w.-]+:)?(?:article[_-]?)?title(?:text)?\b[^<>]*>", re.IGNORECASE)
_OTHER_SIGN = re.compile(
    r"<(?:[\w.-]+:)?(?:abstract|description|creator|authors?|keywords?|journal[_-]?(?:title|name)"
    r"|journal|issn|e?issn|volume|pub[_-]?date|publication[_-]?date|publicationyear|sourcetitle|doi)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|$)", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>")
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?title|/?sec)\b[^<>]*>", re.IGNORECASE)

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

_SOURCE = re.compile(
    r"(?P<journal>[^;]{3,200}); ?(?:(?:[^\W\d]{1,8}\.?|№) ?(?P<volume>\d[\w/-]{0,9}),? ?)?"
    r"(?:(?:[^\W\d]{1,8}\.?|№) ?(?P<issue>\d[\w/-]{0,9}) ?)?\((?P<year>(?:19|20)\d\d)\)"
    r"(?::[^;]{0,200})?(?:; ?(?P<pages>[A-Za-z]?\d[\w–-]{0,20}))?"
)
"""Where a journal's system says that an article stands: "Ann Wards; Vol. 3 No. 2 (2014); 4-9"."""

_TIMED = re.compile(r"\dT\d\d:\d")
_SHORTEST = 100
"""Characters of an abstract, where there are others that may be notes."""

DEEPEST = 50
"""Elements within one another; what is deeper is not told apart any more."""


class _Group:
    """The texts of one record by their kind; `around`: what stands around all records."""

    def __init__(self, around: _Group | None = None) -> None:
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


def detect(head: str, extension: str) -> float:
    if head.lstrip()[:1] != "<" or "<html" in head[:2000].lower():
        return 0.0
    return 0.62 if _SIGN.search(head) and len(set(_OTHER_SIGN.findall(head.lower()))) > 1 else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no record with a title or an abstract"
    return at_least_one(map(_record, _groups(document)), document.path, otherwise)


def _groups(document: Document) -> Iterator[_Group]:
    """What stands in each record, with the journal's values that stand around it."""
    text = _COMMENT.sub("", document.text())
    first = _TAG.search(text)
    if first and "<!ENTITY" in text[: first.start()]:
        raise InputError(document.path, "declares XML entities, which are not expanded")
    text = _CDATA.sub(lambda found: html.escape(found[1]), text)
    around = _Group()
    stack: list[tuple[str, _Group]] = []
    read = count = 0
    for tag in _TAG.finditer(text):
        closes, raw = tag[1], tag[2]
        name = raw.lower().rpartition(":")[2].replace("_", "").replace("-", "")
        if tag.start() < read or tag[0].endswith("/>"):
            continue
        if closes:
            name = raw.lower() if raw.lower() == "rdf:description" else name
            while stack and name in (each for each, _ in stack):
                last, group = stack.pop()
                if last in _RECORDS and group is not around and "title" in group.values:
                    count += 1
                    yield group
                if last == name:
                    break
            continue
        group = stack[-1][1] if stack else around
        kind = _kind(raw.lower(), name, [each for each, _ in stack])
        if kind:
            read = _end(text, raw, tag.end(), whole=kind in ("title", "abstract"))
            if read > tag.end():
                group.add(kind, text[tag.end() : read], raw)
        if raw.lower() == "rdf:description":
            name = raw.lower()  # no description, but all that is said of one thing
        if len(stack) < DEEPEST:
            stack.append((name, _Group(around) if name in _RECORDS else group))
    for group in dict.fromkeys(each for _, each in stack):
        # The file is cut within them.
        if group is not around and "title" in group.values:
            count += 1
            yield group
    if not count:
        yield around


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


def _record(group: _Group) -> Record | None:
    from searcher.formats.page.keywords import split_keywords
    from searcher.formats.page.kinds.identifiers import find_dois

    title, abstract = _plain(group.first("title")), _abstract(_best_abstract(group))
    if not title and not abstract:
        return None
    keywords = [_plain(text) for text in group.all("keywords")]
    dois = [doi for text in group.own("doi") for doi in find_dois(_plain(text))]
    pages = clean_pages(_plain(group.first("pages")))
    first, last = _plain(group.first("first")), _plain(group.first("last"))
    values: dict[str, Any] = {
        "title": title,
        "abstract": abstract,
        "authors": unique(_authors(group)),
        "volume": _plain(group.first("volume")),
        "issue": _plain(group.first("issue")),
        "pages": pages or full_pages(first or None, last or None),
        "doi": dois[0] if dois else None,
        "pmid": _plain(group.first("pmid")),
        "keywords": unique(split_keywords(keywords[0]) if len(keywords) == 1 else keywords),
        "language": _plain(group.first("language")),
    }
    evidence = {name: Evidence(group.name(name)) for name in values}
    _set_place(values, evidence, group)
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance={name: evidence[name] for name in values})


def _set_place(values: dict[str, Any], evidence: dict[str, Evidence], group: _Group) -> None:
    """The journal and the date; volume, issue and pages where the journal's line has them."""
    from searcher.formats.page.citation.journals import clean_journal, split_numbers
    from searcher.formats.page.kinds.dates import find_date

    lines = [_plain(text) for text in group.all("journal")]
    journals = [split_numbers(line.split(";")[0])[0] for line in lines]
    values["journal"] = next(filter(None, map(clean_journal, journals)), None)
    # What has a time of day is when a repository took the work in.
    texts = sorted(map(_plain, group.all("date")), key=lambda text: bool(_TIMED.search(text)))
    date = next((str(day) for text in texts if (day := find_date(text))), None)
    evidence["journal"], evidence["date"] = (Evidence(group.name(x)) for x in ("journal", "date"))
    source = next(filter(None, map(_SOURCE.fullmatch, lines)), None)
    if source:
        for name in ("volume", "issue", "pages"):
            if source[name] and not values[name]:
                values[name] = clean_pages(source[name])
                evidence[name] = evidence["journal"]
        if not date or date[:4] != source["year"]:
            date, evidence["date"] = source["year"], evidence["journal"]
    values["date"], values["year"] = date, int(date[:4]) if date else None
    evidence["year"] = evidence["date"]


def _best_abstract(group: _Group) -> str:
    """The first that is no mere note, in the language that comes first."""
    texts = group.own("abstract")
    return next((text for text in texts if len(text) >= _SHORTEST), max(texts, key=len, default=""))


def _authors(group: _Group) -> list[str]:
    """Names; behind a semicolon stand more of them, or where the one before works."""
    names: list[str] = []
    for text in map(_plain, group.own("authors")):
        first, *others = (part.strip() for part in text.split(";"))
        names += [first, *(part for part in others if "," in part and not is_body(part))]
    pairs = zip(group.own("given"), group.own("family"), strict=False)
    return names or [f"{_plain(given)} {_plain(family)}" for given, family in pairs]


def _plain(text: str) -> str:
    """One line of text, without entities and markup, however often they were escaped."""
    return squash(MARKUP.sub(" ", html.unescape(html.unescape(html.unescape(text)))))


def _abstract(text: str) -> str:
    from searcher.formats.page.abstract.sections import write
    from searcher.formats.page.lines import Line

    raw = html.unescape(html.unescape(html.unescape(text)))
    pieces = (squash(MARKUP.sub(" ", piece)) for piece in _BREAK.sub("\n", raw).split("\n"))
    lines = [Line(number, piece) for number, piece in enumerate(pieces, 1) if piece]
    if lines and lines[0].text.casefold() == "abstract":
        del lines[0]
    return write([("", lines)]) if lines else ""


FORMAT = Format("other_xml", ("xml",), detect, parse)
"""XML whose elements say by their names what they hold."""
