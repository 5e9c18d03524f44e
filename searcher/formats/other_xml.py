"""XML of any other shape: Dublin Core, registries, the exports of journals.

Elements are known by their names alone (see named_elements).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.element_attributes import by_their_attributes
from searcher.formats.elements import begins_with_tag
from searcher.formats.name_lists import split_names
from searcher.formats.named_elements import Group, groups
from searcher.formats.values import (
    HEADING,
    MARKUP,
    clean_pages,
    full_pages,
    is_notice,
    iso_date,
    squash,
    unique,
)
from searcher.identifiers import clean_pmcid, clean_pmid
from searcher.lazy import lazy_pattern
from searcher.names import is_body, upright
from searcher.record import Evidence, Record

_SIGN = re.compile(
    r"<(?:[\w.-]+:)?(?:(?:(?:article|brief|public|scientific)[_-]?)?title(?:text)?|atl)\b[^<>]*>",
    re.IGNORECASE,
)
_OTHER_SIGN = re.compile(
    r"<(?:[\w.-]+:)?(?:abstract|description|summary|creator|authors?|keywords?|journal[_-]?(?:title|name)"
    r"|(?:last|sur|family)name|given[_-]?names?|fo?re?name|[sf]nm|article[_-]?(?:type|id)|journal|issn|e?issn|volume|pub[_-]?date|brief_summary|date_registration|ab|au|jtl|(?:official|scientific)_title|trialid|publication[_-]?date|publicationyear|sourcetitle|doi)\b",
    re.IGNORECASE,
)
_INLINE = lazy_pattern(
    r"</?(?:\w+:)?(?:i|b|u|em|strong|su[bp]|italic|bold|small|inf|sc)\b[^<>]{0,200}>", re.IGNORECASE
)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?title|/?sec)\b[^<>]*>", re.IGNORECASE)

_SOURCE = re.compile(
    r"(?P<journal>[^;]{3,200}); ?(?:(?:[^\W\d]{1,8}\.?|№) ?(?P<volume>\d[\w/-]{0,9}),? ?)?"
    r"(?:(?:[^\W\d]{1,8}\.?|№) ?(?P<issue>\d[\w/-]{0,9}) ?)?\((?P<year>(?:19|20)\d\d)\)"
    r"(?::[^;]{0,200})?(?:; ?(?P<pages>[A-Za-z]?\d[\w–-]{0,20}))?"
)
"""Where a journal's system says that an article stands: "Ann Wards; Vol. 3 No. 2 (2014); 4-9"."""

_TIMED = re.compile(r"\dT\d\d:\d")
_SHORTEST = 100
"""Characters of an abstract, where there are others that may be notes."""


def detect(head: str, extension: str) -> float:
    if not begins_with_tag(head) or "<html" in head[:2000].lower():
        return 0.0
    head = by_their_attributes(head)
    return 0.62 if _SIGN.search(head) and len(set(_OTHER_SIGN.findall(head.lower()))) > 1 else 0.0


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no record with a title or an abstract"
    return at_least_one(map(_record, groups(document)), document.path, otherwise)


def _record(group: Group) -> Record | None:
    from searcher.formats.page.kinds.identifiers import find_dois
    from searcher.formats.page.splitting import split_keywords

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
        "pmid": clean_pmid(_plain(group.first("pmid"))),
        "pmcid": clean_pmcid(_plain(group.first("pmcid"))),
        "keywords": unique(split_keywords(keywords[0]) if len(keywords) == 1 else keywords),
        "publication_types": unique(map(_plain, group.own("types"))),
        "mesh": unique(map(_plain, group.own("mesh"))),
        "language": _plain(group.first("language")),
    }
    evidence = {name: Evidence(group.name(name)) for name in values}
    _set_place(values, evidence, group)
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance={name: evidence[name] for name in values})


def _set_place(values: dict[str, Any], evidence: dict[str, Evidence], group: Group) -> None:
    """The journal and the date; volume, issue and pages where the journal's line has them."""
    from searcher.formats.page.citation.behind_name import split_numbers
    from searcher.formats.page.citation.plain import clean_journal

    lines = [_plain(text) for text in group.all("journal")]
    journals = [split_numbers(line.split(";")[0])[0] for line in lines]
    values["journal"] = next(filter(None, map(clean_journal, journals)), None)
    # What has a time of day is when a repository took the work in.
    texts = sorted(map(_plain, group.all("date")), key=lambda text: bool(_TIMED.search(text)))
    date = next(filter(None, map(_date, texts)), None)
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


def _date(text: str) -> str | None:
    from searcher.formats.page.kinds.dates import find_date

    found = [str(date) for date in (find_date(text), iso_date(text)) if date]
    return max(found, key=len, default=None)


def _best_abstract(group: Group) -> str:
    """The first that is no mere note, in the language that comes first."""
    texts = group.own("abstract")
    return next((text for text in texts if len(text) >= _SHORTEST), max(texts, key=len, default=""))


def _authors(group: Group) -> list[str]:
    """Names; behind a semicolon stand more of them, or where the one before works."""
    names: list[str] = []
    for text in map(_plain, group.own("authors")):
        first, *others = (part.strip() for part in text.split(";"))
        names += [first, *(part for part in others if "," in part and not is_body(part))]
    pairs = zip(group.own("given"), group.own("family"), strict=False)
    names = list(map(upright, names))
    names = names or [f"{_plain(given)} {_plain(family)}" for given, family in pairs]
    names += map(_plain, group.own("groups"))
    return names or split_names(_plain(group.first("cited")))


def _plain(text: str) -> str:
    """One line of text, without entities and markup, however often they were escaped."""
    text = html.unescape(html.unescape(html.unescape(text)))
    return squash(MARKUP.sub(" ", _INLINE.sub("", text)))


def _abstract(text: str) -> str:
    from searcher.formats.page.abstract.written import write
    from searcher.formats.page.lines import Line

    raw = _INLINE.sub("", html.unescape(html.unescape(html.unescape(text))))
    raw = HEADING.sub(r"\n\1: ", raw)
    pieces = (squash(MARKUP.sub(" ", piece)) for piece in _BREAK.sub("\n", raw).split("\n"))
    lines = [Line(number, piece) for number, piece in enumerate(pieces, 1) if piece]
    if lines and lines[0].text.casefold() == "abstract":
        del lines[0]
    abstract = write([("", lines)]) if lines else ""
    return "" if is_notice(abstract) else abstract


FORMAT = Format("other_xml", ("xml",), detect, parse)
"""XML whose elements say by their names what they hold."""
