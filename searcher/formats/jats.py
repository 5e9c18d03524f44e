"""JATS: articles with their full text, as PMC (.nxml), Europe PMC and publishers give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.formats.base import Format, at_least_one
from searcher.formats.elements import begins_with_tag, elements, text_of
from searcher.formats.evidence import NameEvidence
from searcher.formats.values import date_of, full_pages, labelled, unique
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.record import Record

_ELEMENTS = {
    "title": "article-title",
    "abstract": "abstract",
    "keywords": "kwd",
    "journal": "journal-title",
    "authors": "contrib",
    "date": "pub-date",
    "year": "pub-date",
    "volume": "volume",
    "issue": "issue",
    "pages": "fpage",
    "doi": "article-id[doi]",
    "pmid": "article-id[pmid]",
    "pmcid": "article-id[pmc]",
    "publication_types": "article-type",
    "language": "xml:lang",
    "body": "body",
}
_SHAPE = re.compile(r"<article[\s>]")
_FRONT = re.compile(r"<(?:article-meta|journal-meta)\b|DTD (?:JATS|Journal)", re.IGNORECASE)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Never text of the article: references, notes to it, formulas in TeX, tables' cells, numbers.
_OUTSIDE = frozenset(
    (
        *("ref-list", "fn", "fn-group", "tex-math", "table", "label", "object-id", "alt-text"),
        *("sub-article", "response", "supplementary-material", "permissions", "attrib"),
    )
)
_MARKS = frozenset(("bibr", "fn", "table-fn", "aff", "corresp", "author-notes"))
_BLOCKS = frozenset(("p", "title", "caption", "sec", "list-item", "disp-quote", "abstract", "def"))
# Abstracts that stand beside the main one.
_OTHER_ABSTRACT = re.compile(
    r"graphic|toc|teaser|precis|summary|short|highlight|key|web|video|editor|lay|plain|clinical"
)
# Of an article that is cut short these count only when they are whole.
_WHOLE = frozenset(
    (
        *(
            "article-title",
            "trans-title",
            "subtitle",
            "journal-title",
            "article-id",
            "kwd",
            "subject",
        ),
        *("contrib", "pub-date", "volume", "issue", "fpage", "lpage", "elocation-id", "title"),
    )
)
_LOOSE_BRACKETS = re.compile(r"\s?(?:\[[\s,;–-]*\]|\([\s,;]*\))")
_LOOSE_STOP = re.compile(r" (?=[.,;](?:\s|$))")
"""What a reference that was left out leaves before a full stop."""

_MATERIAL = re.compile(r"supplement|supporting (?:information|material)", re.IGNORECASE)


def detect(head: str, extension: str) -> float:
    if not begins_with_tag(head) or not _SHAPE.search(head):
        return 0.0
    return 1.0 if _FRONT.search(head) else 0.0


def parse(document: Document) -> Iterator[Record]:
    articles = elements(document, "article", begun=_WHOLE)
    otherwise = "holds no JATS article with a title or an abstract"
    return at_least_one(map(_record, articles), document.path, otherwise, each_is_one=True)


def _record(article: Element) -> Record | None:
    _prune(article)
    front = article.find("front")
    meta = front.find("article-meta") if front is not None else article.find(".//article-meta")
    if meta is None:
        return None
    title = _title(meta)
    abstract = _abstract(meta)
    if not title and not abstract:
        return None
    values: dict[str, Any] = {
        "title": title,
        "abstract": abstract,
        "keywords": _keywords(meta),
        "journal": _journal(article),
        "authors": unique(
            _name(each, article.get(_LANGUAGE)) for each in meta.findall("contrib-group/contrib")
        ),
        "date": _date(meta),
        "volume": text_of(meta.find("volume")),
        "issue": text_of(meta.find("issue")),
        "pages": full_pages(text_of(meta.find("fpage")), text_of(meta.find("lpage")))
        or text_of(meta.find("elocation-id")),
        "publication_types": _types(article, meta),
        "language": article.get(_LANGUAGE),
        "body": _body(article),
    }
    if values["date"]:
        values["year"] = int(values["date"][:4])
    values.update(_identifiers(meta))
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance=NameEvidence(values, None, names=_ELEMENTS))


def _identifiers(meta: Element) -> Iterator[tuple[str, str | None]]:
    for each in meta.findall("article-id"):
        kind, text = each.get("pub-id-type"), text_of(each)
        if kind == "doi":
            yield "doi", clean_doi(text)
        elif kind == "pmid":
            yield "pmid", clean_pmid(text)
        elif kind in ("pmc", "pmcid"):
            yield "pmcid", clean_pmcid(text)


def _title(meta: Element) -> str:
    """The title, with what stands below it."""
    title, rest = (
        _LOOSE_BRACKETS.sub("", text_of(meta.find(f"title-group/{name}")))
        for name in ("article-title", "subtitle")
    )
    return f"{title.rstrip(' :')}: {rest}" if title and rest else title or rest


def _prune(article: Element) -> None:
    """Empty what is not text of the article; what follows each stays where it is."""
    outside = [
        each
        for each in article.iter()
        if each.tag in _OUTSIDE or (each.tag == "xref" and _is_number(each))
    ]
    for each in outside:
        tail = each.tail
        each.clear()
        each.tail = tail
    # The marks that are left of references to the list: "[, ]" and raised commas.
    for each in article.iter("sup"):
        if not re.search(r"\w", "".join(each.itertext())):
            tail = each.tail
            each.clear()
            each.tail = tail


def _is_number(xref: Element) -> bool:
    """Whether a reference is a mark to a list ("12", "*"), not words of the sentence."""
    text = "".join(xref.itertext())
    return xref.get("ref-type") in _MARKS and not re.search(r"[^\W\d_]{3}", text)


def _journal(article: Element) -> str:
    meta = article.find("front/journal-meta")
    if meta is None:
        return ""
    title = meta.find(".//journal-title")
    return text_of(title) or text_of(meta.find("journal-id[@journal-id-type='nlm-ta']"))


def _name(contrib: Element, language: str | None) -> str:
    """The name of an author, of several in other scripts the one in the article's language."""
    if contrib.get("contrib-type", "author") != "author":
        return ""
    name = contrib.find("name")
    if name is None:
        names = contrib.findall("name-alternatives/name")
        named = (each for each in names if language and each.get(_LANGUAGE) == language)
        name = next(named, names[0] if names else None)
    if name is None:
        group = contrib.find("collab")
        for members in group.findall("contrib-group") if group is not None else ():
            members.clear()
        return text_of(group if group is not None else contrib.find(".//string-name"))
    parts = (text_of(name.find(part)) for part in ("given-names", "surname", "suffix"))
    return " ".join(part for part in parts if part)


def _date(meta: Element) -> str | None:
    """The earliest date of publication; of those in its year, one that says the day."""
    dates = []
    for each in meta.findall("pub-date"):
        kind = each.get("pub-type") or each.get("date-type") or ""
        parts = {child.tag: text_of(child) for child in each}
        date = date_of(parts.get("year"), parts.get("month"), parts.get("day"))
        if date and "submitted" not in kind:
            dates.append(date)
    return min(dates, key=lambda date: (date[:4], -len(date), date), default=None)


def _keywords(meta: Element) -> tuple[str, ...]:
    words = []
    for group in meta.findall("kwd-group"):
        if "abbr" not in (group.get("kwd-group-type") or "").lower():
            words += [text_of(word) for word in group.iter("kwd")]
            words += [
                " ".join(text_of(part) for part in word) for word in group.iter("compound-kwd")
            ]
    return unique(words)


def _types(article: Element, meta: Element) -> tuple[str, ...]:
    from searcher.formats.page.kinds.categories import normal_type

    kind = (article.get("article-type") or "other").replace("-", " ").title()
    if kind != "Other":
        return (normal_type(kind),)
    subject = text_of(meta.find("article-categories/subj-group/subject"))
    return (normal_type(subject),) if subject else ()


def _abstract(meta: Element) -> str:
    candidates = meta.findall("abstract") + meta.findall("trans-abstract")
    for abstract in candidates:
        if not _OTHER_ABSTRACT.search((abstract.get("abstract-type") or "").lower()):
            text = labelled(_abstract_lines(abstract, ""))
            if text:
                return text
    return ""


def _abstract_lines(element: Element, label: str) -> Iterator[str]:
    for child in element:
        if child.tag == "sec" and _MATERIAL.search(text_of(child.find("title"))):
            continue
        if child.tag == "sec":
            yield from _abstract_lines(child, text_of(child.find("title")).rstrip(" .:"))
        elif child.tag != "title":
            text = _LOOSE_STOP.sub("", _LOOSE_BRACKETS.sub("", _with_label(child)))
            yield f"{label}: {text}" if label and text else text
            label = ""


def _with_label(paragraph: Element) -> str:
    """A paragraph whose heading is only set in bold gets the colon that it lacks."""
    text = text_of(paragraph)
    first = paragraph[0] if len(paragraph) and not (paragraph.text or "").strip() else None
    if first is not None and first.tag == "bold":
        heading = text_of(first)
        if len(heading) < 50 and text.startswith(heading + " ") and heading[-1:].isalpha():
            return f"{heading}:{text[len(heading) :]}"
    return text


def _body(article: Element) -> str:
    parts: list[str] = []
    for name in ("body", "floats-group"):
        element = article.find(name)
        if element is not None:
            parts += _blocks(element)
    return "\n".join(parts)


def _blocks(element: Element) -> list[str]:
    """The text below an element, one paragraph or heading a line."""
    if element.tag in ("p", "title") and not any(
        child.tag in _BLOCKS for child in element.iter() if child is not element
    ):
        text = text_of(element)
        return [text] if text else []
    lines = []
    own = (element.text or "").strip()
    if own:
        lines.append(own)
    for child in element:
        lines += _blocks(child) if len(child) or child.tag in _BLOCKS else [text_of(child)]
        tail = (child.tail or "").strip()
        if tail:
            lines.append(tail)
    return [line for line in lines if line]


FORMAT = Format("jats", ("nxml", "xml"), detect, parse)
