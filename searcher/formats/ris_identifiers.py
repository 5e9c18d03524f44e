"""What names the article in a record of RIS: DOI, PMID and PMCID, in whatever tag a program puts
them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.lazy import lazy_pattern

Tags = dict[str, list[str]]
"""Each tag of a record with its lines."""

_OWN_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*|10\.)", re.IGNORECASE)
_OWN_PMID = re.compile(
    r"(?:ncbi\.nlm\.nih\.gov/(?:pubmed/|m/pubmed/)?"
    r"|europepmc\.org/(?:abstract|article)/(?:MED|med)/)(\d{1,8})(?!\d)"
)
_BESIDE_PMID = lazy_pattern(r"\b(\d{1,8}) \[https?://[^\s\]]*ncbi\.nlm\.nih\.gov/\S*[/=]\1\]")
"""A PMID as Ovid writes it: "1234 [https://www.ncbi.nlm.nih.gov/pubmed/?term=1234]"."""

_OWN_PMCID = re.compile(r"/(?:articles/)?(PMC\d{1,9})(?!\d)")
_LABELLED_PMID = re.compile(r"\b(?:PUBMED|PMID)[ :]*\d{1,8}(?!\d)")
_NOTED = re.compile(r"\s*(PMID|PMCID): ?(\w+)\s*")
_NLM = re.compile(r"\bPMID: NLM(\d{1,8})\b")
_FROM_MEDLINE = re.compile(r"medline|pubmed|[?&]D=(?:med|prem|pm)", re.IGNORECASE)


def identifiers(tags: Tags) -> Iterator[tuple[str, str, str | None]]:
    """What names the article, as (tag, field, identifier), the surest of each field first."""
    links = [(tag, line) for tag in ("UR", "L2") for line in tags.get(tag, [])]
    for tag in ("DO", "DI", "DOI", "M3", "L3", "ID"):
        for line in tags.get(tag, []):
            yield tag, "doi", clean_doi(line) if _OWN_DOI.match(line.strip()) else None
    for tag, link in links:
        yield tag, "doi", clean_doi(link) if "doi.org/" in link else None
    for line in tags.get("PM", []):
        yield "PM", "pmid", clean_pmid(line)
    for found in map(_LABELLED_PMID.search, tags.get("C3", [])):
        yield "C3", "pmid", clean_pmid(found[0]) if found else None
    for line in tags.get("C2", []):
        yield "C2", "pmcid", clean_pmcid(line) if "PMC" in line.upper() else None
    for tag, link in links:
        for name, own in (("pmid", _OWN_PMID), ("pmcid", _OWN_PMCID)):
            linked = own.search(link)
            yield tag, name, linked[1] if linked else None
    for found in map(_BESIDE_PMID.search, tags.get("ID", [])):
        yield "ID", "pmid", found[1] if found else None
    for found in map(_NLM.search, tags.get("N1", [])):
        yield "N1", "pmid", found[1] if found else None
    for noted in map(_NOTED.fullmatch, tags.get("N1", [])):
        if noted:
            clean = clean_pmid if noted[1] == "PMID" else clean_pmcid
            yield "N1", noted[1].lower(), clean(noted[2])
    # An accession number is a PMID only where the record says that it comes from MEDLINE.
    databases = tags.get("DB", [])
    if any("embase" in line.lower() for line in databases):
        yield from (("C5", "pmid", clean_pmid(line)) for line in tags.get("C5", []))
    elif "Scopus" in map(str.strip, databases):
        yield from (("C2", "pmid", clean_pmid(line)) for line in tags.get("C2", []))
    elif any(map(_FROM_MEDLINE.search, [*databases, *(link for _, link in links)])):
        yield from (("AN", "pmid", clean_pmid(line)) for line in tags.get("AN", []))
