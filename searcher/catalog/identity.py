"""Which records are the same article, which of them is shown, and under which docid.

The outcome depends on the set of records alone, never on the order in which they came:

1.  Records are ordered by how good a source they are: structured formats before copied pages
    before plain text; then complete before truncated (`quality`); then newer files before older
    (modification time); then by path; within one file, later before earlier.
2.  All records with the same DOI are one article. Different DOIs never are.
3.  A PMID belongs to the DOI of the best record that carries both. Records with that PMID and
    no DOI are the same article as that DOI; where no record carries both, all records with the
    PMID are one article.
4.  A record with neither is an article of its own, named by its path and ordinal.
5.  The best record of an article is shown; the others wait and take its place when it goes.
6.  A source may withdraw a PMID: what structured sources said of it earlier is no longer shown.
    Earlier means an older file, or the same one further up.
7.  The docid is the shown record's PMID, else its DOI, else path and ordinal. Where the PMID
    belongs to another DOI (rule 3; one of the two must be wrong) the DOI is the docid, so that
    no two articles ever share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from searcher.identifiers import clean_doi, clean_pmid
from searcher.record import Record

_PAGES = frozenset({"page", "html"})
_PLAIN = frozenset({"plain"})

_CUT = ("…", "...", "[...]", "[truncated]")
_ENDS = tuple(".!?)]\"'”’»")

Article: TypeAlias = "tuple[str, str]"
"""("doi" or "pmid" or "name", its value): what all records of one article have in common."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one record says about itself, as far as identity needs it.

    id: the catalog's own number of the record; pmid, doi: in their one form, or None;
    name: path and ordinal; only where both others are None.
    order: smaller is better; no two records have the same. age: larger is later; None where no
    withdrawal can reach it. withdraws: it is no record, but says that its PMID is void.
    """

    id: int
    pmid: str | None
    doi: str | None
    name: str | None
    order: tuple[int, int, bytes, int, int]
    age: tuple[int, bytes, int] | None = None
    withdraws: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The record that stands for its article, and the docid it is found under."""

    id: int
    docid: str


def keys(record: Record) -> tuple[str | None, str | None, str | None]:
    """PMID, DOI and name of a record; the name only where it has neither of the others."""
    pmid = clean_pmid(record.pmid) if record.pmid else None
    doi = clean_doi(record.doi) if record.doi else None
    name = f"{record.source.path}#{record.source.ordinal}" if not (pmid or doi) else None
    return pmid, doi, name


WITHDRAWAL = -1
"""The quality of a row that is no record but withdraws one."""

_STRUCTURED = 8


def is_structured(quality: int) -> bool:
    """Whether a record of this quality comes from a structured format."""
    return quality >= _STRUCTURED


def quality(record: Record, format: str) -> int:
    """How good a source is, larger is better: its kind first, then how complete the record is."""
    kind = 0 if format in _PLAIN else 1 if format in _PAGES else 2
    return kind * 4 + completeness(record)


def completeness(record: Record) -> int:
    """0 without a title, 1 without an abstract, 2 with one that was cut short, 3 with a whole."""
    if not record.title:
        return 0
    if not record.abstract:
        return 1
    end = record.abstract.rstrip()[-60:].lower()
    cut = end.endswith(_CUT) or not end.endswith(_ENDS) or "truncated at" in end
    return 2 if cut else 3


def standing(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that are records and that no withdrawal has made void."""
    claims = list(claims)
    void: dict[str, tuple[int, bytes, int]] = {}
    for claim in claims:
        if claim.withdraws and claim.pmid and claim.age:
            void[claim.pmid] = max(claim.age, void.get(claim.pmid, claim.age))
    if not void:
        return claims
    return [
        claim
        for claim in claims
        if not claim.withdraws
        and not (claim.age and claim.pmid in void and claim.age < void[claim.pmid])
    ]


def owners(claims: Iterable[Claim]) -> dict[str, str]:
    """Each PMID that is carried together with a DOI, and the DOI that it belongs to."""
    best: dict[str, Claim] = {}
    for claim in standing(claims):
        if claim.pmid and claim.doi:
            other = best.get(claim.pmid)
            if other is None or claim.order < other.order:
                best[claim.pmid] = claim
    return {pmid: claim.doi for pmid, claim in best.items() if claim.doi}


def article(claim: Claim, owner: Mapping[str, str]) -> Article:
    """Which article a record is of; `owner` must know every DOI that its PMID occurs with."""
    if claim.doi:
        return "doi", claim.doi
    if claim.pmid:
        doi = owner.get(claim.pmid)
        return ("doi", doi) if doi else ("pmid", claim.pmid)
    assert claim.name is not None
    return "name", claim.name


def resolve(claims: Iterable[Claim]) -> dict[Article, Shown]:
    """The shown record of every article of these records.

    The claims must be closed: all records that share a PMID or a DOI with one whose article is
    asked for are among them.
    """
    claims = standing(claims)
    owner = owners(claims)
    best: dict[Article, Claim] = {}
    for claim in claims:
        name = article(claim, owner)
        other = best.get(name)
        if other is None or claim.order < other.order:
            best[name] = claim
    return {name: Shown(claim.id, docid(claim, owner)) for name, claim in best.items()}


def docid(claim: Claim, owner: Mapping[str, str]) -> str:
    """The docid of an article that this record is shown for."""
    if claim.pmid and (claim.doi is None or owner.get(claim.pmid, claim.doi) == claim.doi):
        return claim.pmid
    found = claim.doi or claim.name
    assert found is not None
    return found
