"""DOI, PMID and PMCID as people write them, cut clean of what a lost space glued to them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from searcher.lazy import lazy_pattern

_IN_DOI = r"[^\s\"“”«»{}|\\^`\ufffd]"
# "10.1000/1755- 5310.13", "10.1000/j. wards.13", "10.1000/wards 120345": broken at a line's end.
_DOI = lazy_pattern(
    rf"10\.\d{{4,9}}(?:\.\d+)*(?:/|%2[fF])"
    r"(?:[a-z]{3,20}\s(?=\d{6,}(?!\w)))?"
    rf"(?:{_IN_DOI}*?(?:(?<=[/-])|(?<=/[a-z]\.))\s(?={_IN_DOI}*\d))?{_IN_DOI}+"
)
# A word may be glued to the end: "...1234Citations:", "...12-xView"; "<333::aid-w1>3.0.co;2-f" is
# its own.
_DOI_TAIL = lazy_pattern(
    r"(?:(?:(?<=\d)|(?<=[.-][a-zA-Z]))(?:[A-Z][a-z]{2,}\S*|PMC?ID.*)"
    r"|[/.](?:full|abstract|pdf|epdf|html|fulltext|meta|pdfdirect)(?:[/.?].*)?"
    # "10.1000/w.12,availableonlineathttp://...": blanks were lost
    r"|[?&#].*|<(?!\w+::).*|,(?=[a-z]{5}).*)$"
)
_PMID = lazy_pattern(r"(?:PMID|\bPubMed ID)[\s:#\[\]–-]*(\d{4,9})(?!\d)", re.IGNORECASE)
_PMCID = lazy_pattern(
    r"\bPMC\s?ID[\s:]*(?:PMC)?\s?(\d{4,9})(?!\d)|\bPMC[\s:]?\s?(\d{5,9})(?!\d)", re.IGNORECASE
)
_PUBMED_URL = lazy_pattern(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{4,9})\b"
)


def find_dois(text: str) -> list[str]:
    """The DOIs in a text in order, lower-cased, without prefix, each once."""
    if "10." not in text:
        return []
    found: dict[str, None] = {}
    for match in _DOI.finditer(text):
        doi = clean_doi("".join(match.group().split()))
        if doi:
            found[doi] = None
    return list(found)


def clean_doi(raw: str) -> str:
    """A DOI without what follows it; lower case."""
    doi = raw.replace("%2F", "/").replace("%2f", "/")
    if "%" in doi:
        doi = unquote(doi)
    doi = _DOI_TAIL.sub("", doi).rstrip(".,;:'’”\"*_/")
    while doi and doi[-1] in ")]>" and doi.count(_OPENING[doi[-1]]) < doi.count(doi[-1]):
        doi = doi[:-1].rstrip(".,;:")
    # The DOI of a whole journal ("10.1234/jtest") has no number.
    suffix = doi.partition("/")[2]
    return doi.lower() if len(suffix) > 1 and any(char.isdigit() for char in suffix) else ""


_OPENING = {")": "(", "]": "[", ">": "<"}


def find_pmid(text: str) -> str | None:
    """The first number that is said to be a PMID."""
    lowered = text.lower()
    if "pmid" not in lowered and "pubmed" not in lowered:
        return None
    found = _PMID.search(text) or _PUBMED_URL.search(text)
    return found[1] if found else None


def find_pmcid(text: str) -> str | None:
    """The first PMCID, as "PMC" and digits."""
    found = _PMCID.search(text)
    return f"PMC{found[1] or found[2]}" if found else None
