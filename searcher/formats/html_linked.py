"""JSON-LD of saved pages: the one article that a page says, in schema.org's words, it is about."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from searcher.formats.json_objects import scrubbed
from searcher.formats.keyed import record_of
from searcher.formats.term_lists import text_of
from searcher.formats.values import MARKUP, squash
from searcher.record import FIELD_NAMES, Record

_SCRIPT = re.compile(r"<script\b[^<>]{0,500}\bld\+json\b[^<>]{0,500}>", re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_DECODE = json.JSONDecoder(strict=False).raw_decode  # strings may go over lines

_SCHOLARLY = frozenset({"ScholarlyArticle", "MedicalScholarlyArticle"})
_WORKS = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Report", "CreativeWork", "Thesis", "Chapter"}
)
"""What a system calls all that it publishes: an article only with a journal or a DOI."""

_PARTS = frozenset({"PublicationIssue", "PublicationVolume", "Periodical", "Book"})
_SITES = frozenset({"WebSite", "WebPage", "Organization", "NewsMediaOrganization", "Blog"})
_NUMBERED = re.compile(r"(?:vol|issue|no\b|number|band|heft|tome|numéro|\d)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?。)\]][\"'”’»]?$")
_WORD = re.compile(r"\w+")
_RESOLVER = re.compile(
    r"https?://(?:(?:dx\.)?doi\.org/10\.|\S*ncbi\.nlm\.nih\.gov/|(?:www\.)?europepmc\.org/)"
)

MOST, LONGEST = 200, 1 << 20
"""Scripts of a page that are read, objects in all of them, and characters of one script."""

TEASER = 320
"""Characters of a description that is written for search engines, at most."""

DEEPEST = 6
"""How far the article may be below the top, and its journal above it."""

Node = dict[str, Any]


def read_linked(page: str, title: str | None) -> tuple[dict[str, Any], dict[str, str]]:
    """Values by field name, and for each the property that gave it.

    title: what the page is called elsewhere; of several articles only the one with that title
    counts. Nothing is taken of a post that names neither a journal nor a DOI: its date and its
    author are those of the web site.
    """
    nodes = list(islice(_nodes(page), MOST)) if "ld+json" in page else []
    named = {each["@id"]: each for each in nodes if isinstance(each.get("@id"), str)}
    articles = []
    for node in nodes:
        parts = list(_around(node, named))
        types = _types(node)
        if types & _SCHOLARLY or (types & _WORKS and _is_published(node, parts)):
            articles.append((node, parts))
    if len(articles) > 1:
        articles = [each for each in articles if same_title(title, _title(each[0], nodes))]
    if not articles:
        return {}, {}
    record = _record(*articles[0], nodes, named)
    if record is None:
        return {}, {}
    values = {name: value for name in FIELD_NAMES if (value := getattr(record, name))}
    if not _are_of(record):
        values.pop("keywords", None)
    return values, {name: record.provenance[name].rule for name in values}


def _is_published(node: Node, around: list[Node]) -> bool:
    within = any(_types(each) & _PARTS for each in around)
    return within or any(part == "doi" for part, *_ in _identifiers(node))


def _nodes(page: str) -> Iterator[Node]:
    """Every object that stands for itself: at the top, in a list or graph, or as what a page is
    about; not those that an article cites."""
    for found in islice(_SCRIPT.finditer(page), MOST):
        end = page.find("</script", found.end(), found.end() + LONGEST)
        yield from _spread(_parsed(page[found.end() : end]) if end >= 0 else None, DEEPEST)


def _parsed(text: str) -> Any:
    """The first JSON value in a script, whatever comments stand around it; None where none is."""
    begin = min((at for at in map(text.find, "{[") if at >= 0), default=-1)
    if "[CDATA[" in text:
        begin = text.find("{")
    for attempt in (text, _TRAILING_COMMA.sub("", text)) if begin >= 0 else ():
        try:
            return scrubbed(_DECODE(attempt, begin)[0], attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _spread(value: Any, deepest: int) -> Iterator[Node]:
    if isinstance(value, list) and deepest:
        for each in value:
            yield from _spread(each, deepest - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity") if deepest else ():
            yield from _spread(value.get(key), deepest - 1)


def _around(node: Node, named: dict[str, Node]) -> Iterator[Node]:
    """What a node is part of, from the inside to the outside, references followed."""
    level = [node]
    for _ in range(DEEPEST):
        parts = (_resolved(each, named) for inner in level for each in _list(inner.get("isPartOf")))
        level = list({id(each): each for each in parts if each}.values())
        yield from level


def _resolved(value: Any, named: dict[str, Node]) -> Node | None:
    """A node, also where only its address or its name stands for it."""
    if isinstance(value, str):
        return named.get(value) or (None if "/" in value else {"@type": "Book", "name": value})
    if not isinstance(value, dict):
        return None
    return named.get(str(value.get("@id")), value) if set(value) <= {"@id", "@type"} else value


def _record(
    node: Node, around: list[Node], nodes: list[Node], named: dict[str, Node]
) -> Record | None:
    found: dict[str, tuple[str, Any]] = {
        "title": ("headline", _title(node, nodes)),
        "abstract": _abstract(node),
        "keywords": ("keywords", _clean(node.get("keywords"))),
        "authors": ("author", _authors(node, named)),
        "journal": ("isPartOf", _journal(around)),
        "date": _date(node, around),
        "pages": ("pagination", text_of(node.get("pagination"))),
        "first_page": ("pageStart", text_of(node.get("pageStart"))),
        "last_page": ("pageEnd", text_of(node.get("pageEnd"))),
        "language": ("inLanguage", _language(node.get("inLanguage"))),
    }
    for part, key in (("volume", "volumeNumber"), ("issue", "issueNumber")):
        numbers = (text_of(each.get(key)) for each in (node, *around))
        found[part] = (key, next(filter(None, numbers), None))
    for part, key, text in _identifiers(node):
        found.setdefault(part, (key, text))
    given = {part: pair for part, pair in found.items() if pair[1]}
    names = {part: rule for part, (rule, _) in given.items()}
    return record_of({part: value for part, (_, value) in given.items()}, names, None)


def _title(node: Node, nodes: list[Node]) -> str:
    """The headline, or the name where that says more; without the site's name behind it."""
    texts = [_clean(text_of(node.get(key)) or "") for key in ("headline", "name")]
    begun = texts[0].rstrip("….").rstrip()
    title: str = texts[1] if not begun or texts[1].startswith(begun) else texts[0]
    for other in nodes:
        publisher = other.get("publisher")
        for each in (other, publisher if isinstance(publisher, dict) else {}):
            name = text_of(each.get("name")) if _types(each) & (_SITES | _PARTS) else None
            for dash in (" | ", " - ", " – ", " — ", " : "):
                if name and title.endswith(dash + name):
                    return title.removesuffix(dash + name).strip()
    return title


def _are_of(record: Record) -> bool:
    """Whether one of the keywords at least is what title or abstract speak of.

    Where none is, they are the subjects of the whole journal.
    """
    told = set(_WORD.findall(f"{record.title} {record.abstract}".lower()))
    return any(told.issuperset(_WORD.findall(each.lower())) for each in record.keywords)


def _abstract(node: Node) -> tuple[str, str | None]:
    """An abstract, or a description that is none of a search engine's and is not cut."""
    for key, least in (("abstract", 100), ("description", TEASER)):
        text = _clean(node.get(key))
        if len(text) > least and _SENTENCE_END.search(text) and not text.endswith("..."):
            return key, html.unescape(node[key])
    return "abstract", None


def _authors(node: Node, named: dict[str, Node]) -> list[str]:
    """Persons and groups, not the house that publishes."""
    publisher = node.get("publisher")
    house = text_of(publisher.get("name")) if isinstance(publisher, dict) else None
    names = []
    for each in _list(node.get("author") or node.get("creator")):
        if isinstance(each, dict):
            each = _resolved(each, named) or each
            parts = (text_of(each.get(key)) for key in ("givenName", "familyName"))
            each = text_of(each.get("name")) or " ".join(filter(None, parts))
        if isinstance(each, str) and each != house:
            names.append(_clean(each))
    return names


def _journal(around: list[Node]) -> str | None:
    for kinds in (("Periodical",), ("PublicationVolume", "PublicationIssue", "Book")):
        for each in around:
            name: str = _clean(text_of(each.get("name")) or "")
            if name and _types(each).intersection(kinds) and not _NUMBERED.match(name):
                return name
    return None


def _date(node: Node, around: list[Node]) -> tuple[str, str | None]:
    """The date of the issue, else of the article."""
    for each in around:
        issued = text_of(each.get("datePublished"))
        if issued and "PublicationIssue" in _types(each):
            return "isPartOf", issued
    return "datePublished", text_of(node.get("datePublished"))


def _identifiers(node: Node) -> Iterator[tuple[str, str, str]]:
    """What names the article itself, as (part, property, text)."""
    for key in ("identifier", "sameAs", "@id", "url", "doi"):
        for each in _list(node.get(key)):
            kind = ""
            if isinstance(each, dict):
                kind = (text_of(each.get("propertyID")) or text_of(each.get("name")) or "").lower()
                each = each.get("value") or each.get("@id") or each.get("url")
            text = text_of(each) or ""
            if "doi.org/" in text or (text.lower().startswith(("10.", "doi:")) and key != "url"):
                yield "doi", key, text
            elif "pmc" in kind or "/PMC" in text:
                yield "pmcid", key, text
            elif kind in ("pmid", "pubmed") or (_RESOLVER.match(text) and "pubmed" in text):
                yield "pmid", key, text


def _language(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return text_of(value)


def _types(node: Node) -> set[str]:
    """The names of a node's types without their vocabulary."""
    return {
        each.rpartition("/")[2].rpartition(":")[2]
        for each in _list(node.get("@type"))
        if isinstance(each, str)
    }


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _clean(value: Any) -> Any:
    """Texts without the entities and markup that they were taken over with."""
    if isinstance(value, list):
        return [_clean(_language(each)) for each in value]
    return squash(MARKUP.sub("", html.unescape(value))) if isinstance(value, str) else ""


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles are the same but for their signs, or one is the beginning of the other."""
    first, second = ("".join(filter(str.isalnum, (text or "").lower())) for text in (one, other))
    return len(min(first, second, key=len)) > 10 and (
        first.startswith(second) or second.startswith(first)
    )
