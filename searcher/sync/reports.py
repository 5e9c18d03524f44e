"""What a sync says on its way and reports, and what an index tells of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from searcher.errors import InputError, NoRecord


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sync is: with the files that have to be read, and then, all changes being in the
    index, with the records that are written anew to take what is gone out of scores."""

    files_done: int = 0
    files_total: int = 0
    records: int = 0
    path: str = ""
    rewritten: int = 0
    to_rewrite: int = 0


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What a run would do with a file: "add", "change", "rename" (then `former` is the path that
    it had) or "remove"."""

    action: str
    path: str
    former: str | None = None


_COUNTS = ("added", "changed", "renamed", "removed", "unchanged", "failed", "skipped")


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did: `added` to `failed` count files, `records` and `duplicates` records.

    added, changed, renamed, removed, unchanged: files, against the last sync; a changed file holds
    other records than before, a renamed one is an old one under another path. failed: files that
    could not be read (to their end); skipped: files that are something else than literature, as
    JSON of another kind; both are listed in `failures`. records: articles in the index now;
    read: records read from files; duplicates: records in the index now that make room for a
    better source of their article.
    repaired: what an interrupted run had left and was put right, in one line; notes: what else
    a person should know, one line each. dry_run: nothing was done; then `changes` holds what
    would be.
    """

    added: int = 0
    changed: int = 0
    renamed: int = 0
    removed: int = 0
    unchanged: int = 0
    failed: int = 0
    skipped: int = 0
    read: int = 0
    records: int = 0
    duplicates: int = 0
    seconds: float = 0.0
    failures: tuple[InputError, ...] = ()
    repaired: str | None = None
    notes: tuple[str, ...] = ()
    dry_run: bool = False
    changes: tuple[Change, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """One flat object; `failures` as objects with path, reason, and whether it was skipped."""
        shape = asdict(replace(self, failures=()))
        shape["seconds"] = round(self.seconds, 3)
        shape["failures"] = [
            {"path": each.path, "reason": each.reason, "skipped": isinstance(each, NoRecord)}
            for each in self.failures
        ]
        return shape

    @property
    def files(self) -> int:
        """How many files there are or were."""
        return sum(getattr(self, name) for name in _COUNTS)

    def summary(self) -> str:
        """The same in one line for people."""
        parts = [f"{getattr(self, name):,} {name}" for name in _COUNTS if getattr(self, name)]
        files = ", ".join(parts) or "none found"
        records = _counted(self.records, "record")
        waiting = f", {_counted(self.duplicates, 'duplicate')}" if self.duplicates else ""
        start = "would be: " if self.dry_run else ""
        return f"{start}files: {files}; {records} in the index{waiting} ({self.seconds:.1f} s)"


@dataclass(frozen=True, slots=True)
class Status:
    """What an index holds.

    records: articles; duplicates: records that make room for a better source; ghosts: records that
    are gone and may still have a part in scores; failed: files that could not be read; skipped:
    those that are no literature; size_bytes: of the whole index directory; created, updated: UTC;
    formats: format to number of files; last_run: the last sync's report, or None.
    """

    path: str
    engine: str
    records: int
    duplicates: int
    ghosts: int
    files: int
    failed: int
    skipped: int
    size_bytes: int
    created: str
    updated: str
    formats: dict[str, int]
    last_run: dict[str, Any] | None

    def to_json(self) -> dict[str, Any]:
        """One object with these keys."""
        return {"schema": 1, **asdict(self)}

    def summary(self) -> str:
        """The same in some lines for people."""
        from searcher.catalog.tables import NO_RECORD

        read = {name: count for name, count in self.formats.items() if name != NO_RECORD}
        formats = ", ".join(f"{name} {count:,}" for name, count in read.items())
        are = "is" if self.skipped == 1 else "are"
        skipped = f", and {self.skipped:,} {are} no literature" if self.skipped else ""
        lines = [
            f"index       {self.path} ({self.engine}, {self.size_bytes / 1e6:,.1f} MB)",
            f"records     {self.records:,}, and {self.duplicates:,} duplicates of them",
            f"files       {self.files:,}, of which {self.failed:,} could not be read{skipped}",
            f"formats     {formats or '-'}",
            f"created     {self.created}",
            f"updated     {self.updated}",
        ]
        if self.ghosts:
            lines.insert(2, f"ghosts      {ghost_note(self.ghosts)}")
        return "\n".join(lines)


def ghost_note(ghosts: int) -> str:
    """What a person should know of records that are gone and still have a part in scores."""
    return (
        f"{_counted(ghosts, 'deleted record')} still in scores, which can change the order of "
        "hits; the next searcher index takes that out"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
