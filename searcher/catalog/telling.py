"""What the catalog can tell of an index: its files, duplicates, and records that look suspect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from searcher.catalog import Catalog, suspects
from searcher.catalog.identity import Article, Claim, article, owners
from searcher.catalog.kinship import Keys, related
from searcher.catalog.tables import NO_RECORD, RecordRow


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is: its file's path as shown, and which of its records it is (from 0)."""

    path: str
    ordinal: int

    def __str__(self) -> str:
        return f"{self.path}#{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """One article in several places: the docid under which it is shown, the place of the record
    that is shown, and those of the records that wait."""

    docid: str
    shown: Place
    waiting: tuple[Place, ...]

    def to_json(self) -> dict[str, Any]:
        """One object; places as objects with path and ordinal."""
        return {
            "docid": self.docid,
            "shown": _place_json(self.shown),
            "waiting": [_place_json(place) for place in self.waiting],
        }


@dataclass(frozen=True, slots=True)
class Suspect:
    """A record that may have been read wrongly, and why (see `suspects.REASONS`)."""

    docid: str
    place: Place
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """One flat object."""
        return {"docid": self.docid, **_place_json(self.place), "reasons": list(self.reasons)}


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read (to its end), or, `skipped`, that is something else than
    literature; or a folder or link that the last run could not follow."""

    path: str
    reason: str
    skipped: bool = False

    def to_json(self) -> dict[str, Any]:
        """One flat object."""
        return {"path": self.path, "reason": self.reason, "skipped": self.skipped}


def duplicates(catalog: Catalog) -> list[Duplicate]:
    """Articles that are in several places, by docid."""
    waiting = (RecordRow(*row) for row in catalog.each("SELECT * FROM records WHERE NOT shown"))
    keys = Keys.of(waiting)
    found = related(catalog, keys)
    owner = owners(claim for _, claim in found.values())
    articles: dict[Article, list[tuple[RecordRow, Claim]]] = {}
    for row, claim in found.values():
        kind, value = name = article(claim, owner)
        if value in getattr(keys, kind) and not claim.withdraws:
            articles.setdefault(name, []).append((row, claim))
    listed = []
    for pairs in articles.values():
        rows = [row for row, claim in sorted(pairs, key=lambda pair: pair[1].order)]
        first = next((row for row in rows if row.shown), None)
        if first is not None and len(rows) > 1:
            places = [_place(catalog, row) for row in rows if row is not first]
            listed.append(Duplicate(first.docid, _place(catalog, first), tuple(places)))
    return sorted(listed, key=lambda each: each.docid)


def possible_duplicates(catalog: Catalog) -> list[tuple[str, ...]]:
    """Docids of records with the same title (of at least four words) and year, group by group.

    They have no identifier in common, or they would be one; nothing is done about them.
    """
    sql = """SELECT * FROM records WHERE shown AND likeness IN (
        SELECT likeness FROM records WHERE shown AND likeness IS NOT NULL
        GROUP BY likeness HAVING count(*) > 1)"""
    groups: dict[int | None, list[str]] = {}
    for columns in catalog.each(sql):
        row = RecordRow(*columns)
        groups.setdefault(row.likeness, []).append(row.docid)
    return sorted(tuple(sorted(docids)) for docids in groups.values())


def suspect_records(catalog: Catalog) -> Iterator[Suspect]:
    """Shown records about which something looks wrong, by file and place in it."""
    sql = """SELECT records.* FROM records JOIN files ON files.id = records.file
        WHERE shown AND flags ORDER BY files.path, records.seq"""
    for columns in catalog.rows(sql):
        row = RecordRow(*columns)
        yield Suspect(row.docid, _place(catalog, row), suspects.reasons(row.flags))


def unread_files(catalog: Catalog) -> list[Unread]:
    """What could not be read, and what was skipped; by path."""
    last = [each for run in catalog.run_log(most=1) for each in run["failures"]]
    unread = {
        each["path"]: Unread(each["path"], each["reason"], each.get("skipped", False))
        for each in last
    }
    sql = "SELECT path, error, format FROM files WHERE error IS NOT NULL"
    for real, error, format in catalog.rows(sql):
        path = catalog.shown_path(real)
        unread[path] = Unread(path, error, format == NO_RECORD)
    return [unread[path] for path in sorted(unread)]


def _place(catalog: Catalog, row: RecordRow) -> Place:
    path = catalog.path_of(row.file)
    return Place("?" if path is None else catalog.shown_path(path), row.seq)


def _place_json(place: Place) -> dict[str, Any]:
    return {"path": place.path, "ordinal": place.ordinal}
