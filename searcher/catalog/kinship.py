"""Which records of the catalog must be looked at together to say who is the same article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from searcher.catalog import Catalog
from searcher.catalog.identity import Claim
from searcher.catalog.tables import RecordRow


@dataclass(slots=True)
class Keys:
    """The keys by which records are the same article."""

    pmid: set[str]
    doi: set[str]
    name: set[str]

    @classmethod
    def of(cls, rows: Iterable[RecordRow]) -> Keys:
        keys = cls(set(), set(), set())
        for row in rows:
            keys.add(row)
        return keys

    def add(self, row: RecordRow) -> None:
        if row.pmid:
            self.pmid.add(row.pmid)
        if row.doi:
            self.doi.add(row.doi)
        if row.name:
            self.name.add(row.name)


def related(catalog: Catalog, keys: Keys) -> dict[int, tuple[RecordRow, Claim]]:
    """All records with these keys, and what is needed to know whose their PMIDs are.

    Widens `keys` by the DOIs that its PMIDs occur with: the articles of these keys are complete
    in what is returned, others may not be.
    """

    def with_key(key: str, values: set[str]) -> list[tuple[RecordRow, Claim]]:
        # A record whose JSON is lost (see verify) cannot be shown.
        rows = catalog.with_key(key, sorted(values))
        return [(row, claim) for row, claim in rows if row.shown or row.spare is not None]

    found = {row.id: (row, claim) for row, claim in with_key("pmid", keys.pmid)}
    keys.doi.update(row.doi for row, _ in found.values() if row.doi)
    others: set[str] = set()
    for key, values in (("doi", keys.doi), ("name", keys.name)):
        for row, claim in with_key(key, values):
            found[row.id] = (row, claim)
            if row.pmid:
                others.add(row.pmid)
    for row, claim in with_key("pmid", others - keys.pmid):
        found[row.id] = (row, claim)
    return found
