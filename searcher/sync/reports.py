"""What a sync says on its way, and what it reports."""

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
    JSON of another kind, and directories that are an index; both are listed in `failures`.
    records: articles in the index now; read: records read from files; duplicates: records in the
    index now that make room for a better source of their article.
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


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
