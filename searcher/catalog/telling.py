"""What the catalog can tell of an index: its files, duplicates, and records that look suspect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from searcher.catalog import Catalog, suspects
from searcher.catalog.identity import Article, Claim, article, owners
from searcher.catalog.kinship import Keys, related
from searcher.catalog.tables import RecordRow

ShownPath = Callable[[bytes], str]
"""From a file's path in the catalog to the path as people see it."""


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


def duplicates(catalog: Catalog, shown_path: ShownPath) -> list[Duplicate]:
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
            places = [_place(catalog, row, shown_path) for row in rows if row is not first]
            listed.append(Duplicate(first.docid, _place(catalog, first, shown_path), tuple(places)))
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


def suspect_records(catalog: Catalog, shown_path: ShownPath) -> Iterator[Suspect]:
    """Shown records about which something looks wrong, by file and place in it."""
    sql = """SELECT records.* FROM records JOIN files ON files.id = records.file
        WHERE shown AND flags ORDER BY files.path, records.seq"""
    for columns in catalog.rows(sql):
        row = RecordRow(*columns)
        yield Suspect(row.docid, _place(catalog, row, shown_path), suspects.reasons(row.flags))


def unread_files(catalog: Catalog, shown_path: ShownPath) -> list[tuple[str, str]]:
    """Files that could not be read (to their end), folders and links that the last run could not
    follow, and why; by path."""
    last = catalog.run_log(most=1)
    unread = {each["path"]: each["reason"] for run in last for each in run["failures"]}
    sql = "SELECT path, error FROM files WHERE error IS NOT NULL"
    unread.update((shown_path(path), error) for path, error in catalog.rows(sql))
    return sorted(unread.items())


def _place(catalog: Catalog, row: RecordRow, shown_path: ShownPath) -> Place:
    found = catalog.row("SELECT path FROM files WHERE id = ?", row.file)
    return Place(shown_path(found[0]) if found else "?", row.seq)


def _place_json(place: Place) -> dict[str, Any]:
    return {"path": place.path, "ordinal": place.ordinal}
