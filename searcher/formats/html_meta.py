"""Meta tags of scholarly pages: Highwire Press, Dublin Core and PRISM names."""

from __future__ import annotations

import re
from typing import Any

from searcher.formats.page.citation import expand_pages
from searcher.formats.page.citation.names import says_it_is_a_journal
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.splitting import split_keywords
from searcher.formats.values import labelled, squash, without_markup

# The first name that a page has is used; later ones are weaker.
_NAMES = {
    "title": (
        "citation_title",
        "dc.title",
        "dcterms.title",
        "eprints.title",
        "bepress_citation_title",
    ),
    "journal": (
        *("citation_journal_title", "prism.publicationname", "eprints.publication"),
        "citation_journal_abbrev",
    ),
    "date": (
        *("citation_publication_date", "citation_date", "prism.publicationdate"),
        *("citation_cover_date", "citation_online_date", "citation_year", "dc.date.issued"),
        *("dc.date", "dcterms.issued", "eprints.date", "bepress_citation_date"),
    ),
    "volume": ("citation_volume", "prism.volume", "eprints.volume", "bepress_citation_volume"),
    "issue": ("citation_issue", "prism.number", "eprints.number", "bepress_citation_issue"),
    "first": ("citation_firstpage", "prism.startingpage"),
    "last": ("citation_lastpage", "prism.endingpage"),
    "doi": (
        "citation_doi",
        "prism.doi",
        "dc.identifier",
        "dc.identifier.doi",
        "bepress_citation_doi",
    ),
    "pmid": ("citation_pmid",),
    "pmcid": ("citation_pmcid",),
    "language": ("citation_language", "dc.language"),
    "abstract": ("citation_abstract", "dc.description", "dcterms.abstract", "eprints.abstract"),
}
_AUTHORS = (
    "citation_author",
    "citation_authors",
    "dc.creator",
    "bepress_citation_author",
    "eprints.creators_name",
)
_KEYWORDS = ("citation_keywords", "citation_keyword", "dc.subject")
_PIECES = re.compile(r"\s+[-–—|·•»:]\s+|\s?\|\s?|:\s")


def read_meta(meta: list[tuple[str, str]]) -> tuple[dict[str, Any], dict[str, str]]:
    """Values by field name, and for each the meta tag that gave it."""
    given: dict[str, list[str]] = {}
    for name, content in meta:
        if content := without_markup(content):
            given.setdefault(name, []).append(content)
    values: dict[str, Any] = {}
    rules: dict[str, str] = {}
    for field, names in _NAMES.items():
        for name in names:
            value = _value(field, given.get(name, []))
            if value:
                values[field], rules[field] = value, name
                break
    for field, names in (("authors", _AUTHORS), ("keywords", _KEYWORDS)):
        chosen = next((name for name in names if name in given), None)
        if chosen:
            values[field] = tuple(dict.fromkeys(_split(field, given[chosen])))
            rules[field] = chosen
    _finish(values, rules)
    return values, rules


def read_window(meta: list[tuple[str, str]]) -> str | None:
    """The journal that the title of the window or the name of the site says to be one."""
    for name, content in reversed(meta):
        if name in ("window", "og:site_name"):
            for piece in reversed(_PIECES.split(" ".join(content.split()))):
                journal = clean_journal(piece) if piece else None
                if journal and says_it_is_a_journal(journal):
                    return journal
    return None


def _value(field: str, contents: list[str]) -> str | None:
    for content in contents:
        if field == "abstract":
            content = labelled(content.split("\n"))
            if len(content) > 100 and not content.endswith(("…", "...")):
                return content
        elif field == "doi":
            dois = find_dois(content)
            if dois:
                return dois[0]
        elif field in ("pmid", "pmcid"):
            digits = re.search(r"\d{4,9}", content)
            if digits:
                return digits.group() if field == "pmid" else f"PMC{digits.group()}"
        else:
            return squash(content)
    return None


def _split(field: str, contents: list[str]) -> list[str]:
    contents = [squash(content) for content in contents]
    if len(contents) > 1:
        return contents
    if field == "keywords":
        return split_keywords(contents[0])
    return [part.strip() for part in contents[0].split(";") if part.strip()]


def _finish(values: dict[str, Any], rules: dict[str, str]) -> None:
    """Pages out of first and last, the date in its one form, the year."""
    first, last = values.pop("first", None), values.pop("last", None)
    rule = rules.pop("first", "")
    rules.pop("last", None)
    if first:
        values["pages"] = expand_pages(f"{first}-{last}" if last and last != first else first)
        rules["pages"] = rule
    date = find_date(values.pop("date", ""))
    if date:
        values["date"], values["year"] = str(date), date.year
        rules["year"] = rules["date"]
    else:
        rules.pop("date", None)
