"""DOI, PMID and PMCID in the forms that people write them, brought to one form."""

from __future__ import annotations

import re

from searcher.lazy import lazy_pattern

_DOI = lazy_pattern(r"(?<![\d.])10\.\d{4,9}(?:\.\d+)*/[^\s\"|\\^`{}]+", re.IGNORECASE)
_PMID = lazy_pattern(
    r"(?:(?:pmid|pubmed|medline|uid)[\s:=#\-]*|https?://\S*(?:pubmed|list_uids=)\S*?/)?"
    r"0*([1-9]\d{0,7})(?:/|\.|\s*\[(?:pmid|pubmed|uid)\]|\s*\(https?://\S*\))?",
    re.IGNORECASE,
)
_PMCID = lazy_pattern(
    r"(?:(?:pmc-?id[\s:=\-]*)?(?:pmc[\s:\-]*)?|https?://\S*?/pmc(?:/articles/)?)"
    r"0*([1-9]\d{0,8})(?:\.\d+)?(?:[/.]|;.*)?",
    re.IGNORECASE,
)
_PAIRS = {")": "(", "]": "[", ">": "<"}


def clean_doi(text: str) -> str | None:
    """The first DOI in the text, lower case and without prefix; None where there is none.

    Read are "doi:10.1000/1", links to any resolver, "%2F" for the slash and a trailing "[doi]";
    punctuation of the sentence around it is left out.
    """
    if "10." not in text:
        return None
    address = "http" in text or "%2f" in text.lower()
    if address and "%" in text:
        from urllib.parse import unquote  # most identifiers are no address

        text = unquote(text)
    found = _DOI.search(text)
    if not found:
        return None
    doi = found.group()
    if address:
        # The query of an address is not a part of the name: "?utm_source=...", "&spage=1".
        doi = re.split(r"[?#&]", doi, maxsplit=1)[0]
    doi = _without_trailing(doi).lower()
    return doi if not doi.endswith("/") else None


def clean_pmid(text: str) -> str | None:
    """The digits of a PMID written alone, after a label or in a PubMed address, else None."""
    found = _PMID.fullmatch(text.strip())
    return found[1] if found else None


def clean_pmcid(text: str) -> str | None:
    """ "PMC" and the digits of a PMCID written alone, labelled or in an address, else None.

    Bare digits count: ask only about a text that is meant as a PMCID.
    """
    found = _PMCID.fullmatch(text.strip())
    return f"PMC{found[1]}" if found else None


def _without_trailing(doi: str) -> str:
    """Cut what follows a DOI in running text: points, quotes, a bracket that it did not open."""
    if doi.lower().endswith("[doi]"):
        doi = doi[:-5]
    while doi:
        last = doi[-1]
        opening = _PAIRS.get(last)
        if last in ".,;:'*’”…" or (opening and doi.count(last) > doi.count(opening)):
            doi = doi[:-1]
        else:
            break
    return doi
