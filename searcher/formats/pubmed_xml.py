"""PubMed XML: PubmedArticleSet, as PubMed, E-utilities and the yearly baseline give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, Wanted, every, present
from searcher.formats.elements import children, picked, text_of
from searcher.formats.evidence import NameEvidence
from searcher.formats.values import clean_pages, date_of, full_pages, iso_date, sections, unique
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.record import Deletion, Record

_ELEMENTS = {
    "title": "ArticleTitle",
    "abstract": "AbstractText",
    "keywords": "Keyword",
    "journal": "Journal/Title",
    "authors": "Author",
    "date": "PubDate",
    "year": "PubDate",
    "volume": "Volume",
    "issue": "Issue",
    "pages": "Pagination",
    "doi": "ArticleId[doi]",
    "pmid": "PMID",
    "pmcid": "ArticleId[pmc]",
    "publication_types": "PublicationType",
    "mesh": "MeshHeading",
    "language": "Language",
}
_ROOT = re.compile(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|PubmedBookArticleSet)\b")
_EMPTY: dict[str, Element] = {}


def detect(head: str, extension: str) -> float:
    return 1.0 if head.lstrip()[:1] == "<" and _ROOT.search(head) else 0.0


def parse(document: Document) -> Iterator[Record | Deletion]:
    return present(pick(document, every))


def pick(document: Document, wanted: Wanted) -> Iterator[Record | Deletion | None]:
    def reads(text: str) -> bool:
        # It may withdraw any number of records: only reading it tells how many.
        return wanted() or text.startswith("<DeleteCitation")

    names = ("PubmedArticle", "PubmedBookArticle", "DeleteCitation")
    found = False
    for element in picked(document, *names, reads=reads):
        found = True
        if element is None:
            yield None
        elif element.tag == "PubmedArticle":
            yield _article(element)
        elif element.tag == "PubmedBookArticle":
            yield _book(element)
        else:
            for child in element:
                pmid = clean_pmid(text_of(child))
                if pmid:
                    yield Deletion(pmid)
    if not found:
        raise InputError(document.path, "holds no PubmedArticle")


def _article(element: Element) -> Record:
    parts = children(element)
    citation = children(parts["MedlineCitation"]) if "MedlineCitation" in parts else _EMPTY
    article = children(citation["Article"]) if "Article" in citation else _EMPTY
    journal = children(article["Journal"]) if "Journal" in article else _EMPTY
    issue = children(journal["JournalIssue"]) if "JournalIssue" in journal else _EMPTY
    title = text_of(article.get("ArticleTitle"))
    if not title or title == "[Not Available].":
        title = text_of(article.get("VernacularTitle")) or title
    values: dict[str, Any] = {
        "pmid": clean_pmid(text_of(citation.get("PMID"))),
        "title": title,
        "abstract": _abstract(article.get("Abstract")),
        "authors": _authors(article.get("AuthorList")),
        "journal": text_of(journal.get("Title")) or text_of(journal.get("ISOAbbreviation")),
        "date": _date(issue.get("PubDate")) or _date(article.get("ArticleDate")),
        "volume": text_of(issue.get("Volume")),
        "issue": text_of(issue.get("Issue")),
        "pages": _pages(article.get("Pagination")),
        "language": text_of(citation["Article"].find("Language") if article else None),
        "publication_types": _texts(article.get("PublicationTypeList")),
        "keywords": _keywords(parts["MedlineCitation"]) if "KeywordList" in citation else (),
        "mesh": _mesh(citation.get("MeshHeadingList")),
    }
    _set_identifiers(values, citation.get("Article"), parts.get("PubmedData"))
    return _record(values)


def _book(element: Element) -> Record:
    parts = children(element)
    document = parts.get("BookDocument", element)
    article = children(document)
    book = children(article["Book"]) if "Book" in article else _EMPTY
    values: dict[str, Any] = {
        "pmid": clean_pmid(text_of(article.get("PMID"))),
        "title": text_of(article.get("ArticleTitle")) or text_of(book.get("BookTitle")),
        "abstract": _abstract(article.get("Abstract")),
        "authors": _authors(_writers(document, "ArticleTitle" not in article)),
        "journal": text_of(book.get("BookTitle")) if "ArticleTitle" in article else "",
        "date": _date(book.get("PubDate")),
        "pages": _pages(article.get("Pagination")),
        "language": text_of(document.find("Language")),
        "publication_types": unique(
            text_of(child) for child in document if child.tag == "PublicationType"
        ),
        "keywords": _keywords(document),
    }
    _set_identifiers(values, book and article["Book"], document)
    return _record(values)


def _record(values: dict[str, Any]) -> Record:
    if values["date"]:
        values["year"] = int(values["date"][:4])
    values = {name: value for name, value in values.items() if value}
    return Record(**values, provenance=NameEvidence(values, None, names=_ELEMENTS))


def _set_identifiers(
    values: dict[str, Any], article: Element | dict[str, Element] | None, data: Element | None
) -> None:
    if isinstance(article, Element):
        for child in article:
            valid = child.tag == "ELocationID" and child.get("ValidYN") != "N"
            if valid and child.get("EIdType") == "doi":
                values["doi"] = values.get("doi") or clean_doi(text_of(child))
    identifiers = data.find("ArticleIdList") if data is not None else None
    if identifiers is not None:
        for child in identifiers:
            kind = child.get("IdType")
            if kind == "doi" and not values.get("doi"):
                values["doi"] = clean_doi(text_of(child))
            elif kind == "pmc":
                values["pmcid"] = clean_pmcid(text_of(child))


def _abstract(element: Element | None) -> str:
    if element is None:
        return ""
    lines = []
    for child in element:
        if child.tag != "AbstractText":
            continue
        text = text_of(child)
        label = child.get("Label")
        if label and label != "UNLABELLED" and text:
            text = f"{label}: {text}"
        if text:
            lines.append(text)
    return sections(lines[0]) if len(lines) == 1 else "\n".join(lines)


def _writers(document: Element, is_whole: bool) -> Element | None:
    """The list of who wrote a chapter, or the book itself where that is a whole one."""
    lists = document.findall("AuthorList") + (document.findall("Book/AuthorList") * is_whole)
    return next((each for each in lists if each.get("Type") != "editors"), None)


def _authors(element: Element | None) -> tuple[str, ...]:
    if element is None:
        return ()
    names = []
    for author in element:
        if author.get("ValidYN") == "N":
            continue
        said = author.findtext
        name = said("LastName") or text_of(author.find("CollectiveName"))
        given = said("Initials") or said("ForeName")
        names.append(" ".join(filter(None, (name, given, said("Suffix")))))
    return unique(names)


def _date(element: Element | None) -> str | None:
    if element is None:
        return None
    parts = {child.tag: child.text or "" for child in element}
    if "MedlineDate" in parts:
        return iso_date(parts["MedlineDate"])
    return date_of(parts.get("Year"), parts.get("Month"), parts.get("Day"))


def _pages(element: Element | None) -> str | None:
    if element is None:
        return None
    parts = {child.tag: child.text for child in element}
    return clean_pages(parts.get("MedlinePgn")) or full_pages(
        parts.get("StartPage"), parts.get("EndPage")
    )


def _texts(element: Element | None) -> tuple[str, ...]:
    return unique(map(text_of, element)) if element is not None else ()


def _keywords(element: Element) -> tuple[str, ...]:
    """The terms of all lists, the authors' own first."""
    lists = element.findall("KeywordList")
    lists.sort(key=lambda each: each.get("Owner") != "NOTNLM")
    return unique(text_of(word) for each in lists for word in each)


def _mesh(element: Element | None) -> tuple[str, ...]:
    if element is None:
        return ()
    return unique(
        "/".join(
            [
                f"*{part.text}" if part.get("MajorTopicYN") == "Y" else part.text or ""
                for part in heading
            ]
        )
        for heading in element
    )


FORMAT = Format("pubmed_xml", ("xml",), detect, parse, pick)
