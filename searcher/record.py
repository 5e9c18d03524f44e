"""Record: one article as bibliographic fields."""

from __future__ import annotations

from collections.abc import Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from searcher.frozen import frozen, replace


@frozen
class Source:
    """Where a record was read: file, position in it (from 0), and the format it was read as."""

    path: str
    ordinal: int = 0
    format: str = "plain"


@frozen
class Evidence:
    """How one field was found: the rule's name, its lines (first, last; from 1), and a confidence.

    `lines` is None where a format has no lines of its own; `confidence` is 0 to 1.
    """

    rule: str
    lines: tuple[int, int] | None = None
    confidence: float = 1.0


@frozen
class Record:
    """One article; a field that the source does not carry is None or empty, never guessed.

    abstract: one paragraph, or labelled sections one a line as "Label: text".
    authors: as written by the source, in order ("Jean-Yves Blay" or "Blay JY").
    date: "2021-10-22", "2021-10" or "2021"; year: the same year as a number.
    doi: lower case without prefix; pmid: digits; pmcid: "PMC" and digits.
    mesh: as MEDLINE writes headings ("Imatinib Mesylate/*adverse effects"; * marks a major topic).
    language: as the source gives it ("eng").
    body: text after the abstract; searchable with a low weight.
    provenance: field name to Evidence.
    assigned: the docid that an index gave, where it is not the record's own (see identity).
    Neither is part of equality.
    """

    title: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    journal: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    publication_types: tuple[str, ...] = ()
    mesh: tuple[str, ...] = ()
    language: str | None = None
    body: str | None = None
    source: Source = Source("")
    provenance: Mapping[str, Evidence] = {}
    assigned: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def _compared(self) -> tuple[Any, ...]:
        return (self.source, *map(self.__dict__.__getitem__, FIELD_NAMES))

    @property
    def docid(self) -> str:
        """The record's own name: its PMID, else its DOI, else its path and ordinal."""
        if self.assigned:
            return self.assigned
        return self.pmid or self.doi or f"{self.source.path}#{self.source.ordinal}"

    def at(self, path: str, ordinal: int, format: str) -> Record:
        """The same record, read from this place."""
        return replace(self, source=Source(path, ordinal, format))

    def to_json(self) -> dict[str, Any]:
        """One flat object, the shape of every JSON output; absent values are None or []."""
        shape: dict[str, Any] = {"docid": self.docid}
        for name in FIELD_NAMES:
            value = getattr(self, name)
            shape[name] = list(value) if isinstance(value, tuple) else value
        shape["source"] = {
            "path": self.source.path,
            "ordinal": self.source.ordinal,
            "format": self.source.format,
        }
        return shape

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Record:
        """The record that `to_json` wrote; keys that are unknown or absent are no error."""
        values: dict[str, Any] = {
            name: tuple(value) if value.__class__ is list else value
            for name in FIELD_NAMES
            if (value := shape.get(name))
        }
        source = shape.get("source")
        if source:
            values["source"] = Source(source["path"], source["ordinal"], source["format"])
        return cls(**values)


_DOCID, _TITLE = '{"docid":"', ',"title":"'


def docid_in(stored: str) -> str:
    """The docid in a record's JSON without blanks, where it comes first."""
    docid: str = scanstring(stored, len(_DOCID))[0]
    return docid


def title_in(stored: str) -> str | None:
    """The title in a record's JSON without blanks, where it comes second."""
    end: int = scanstring(stored, len(_DOCID))[1]
    if not stored.startswith(_TITLE, end):
        return None
    title: str = scanstring(stored, end + len(_TITLE))[0]
    return title or None


@frozen
class Deletion:
    """A source's word that the record with this PMID has been withdrawn from it."""

    pmid: str


FIELD_NAMES: tuple[str, ...] = tuple(
    name for name in Record.__annotations__ if name not in ("source", "provenance", "assigned")
)
