"""What an index holds, in numbers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

from searcher.catalog import Catalog
from searcher.catalog.tables import NO_RECORD
from searcher.storage.layout import IndexDirectory, Meta
from searcher.storage.opening import open_engine


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


def status(directory: IndexDirectory, meta: Meta) -> Status:
    """What the generation in use holds."""
    with closing(Catalog(directory.generation(meta.generation))) as catalog:
        runs = catalog.run_log(most=1)
        formats = catalog.rows(
            "SELECT format, count(*) FROM files WHERE format IS NOT NULL "
            "GROUP BY format ORDER BY count(*) DESC, format"
        )
        return Status(
            path=directory.path,
            engine=meta.engine,
            records=catalog.count_shown(),
            duplicates=catalog.count_waiting(),
            ghosts=open_engine(directory, meta).ghosts(),
            files=catalog.count("files"),
            failed=catalog.count(f"files WHERE error IS NOT NULL AND format IS NOT '{NO_RECORD}'"),
            skipped=catalog.count(f"files WHERE format IS '{NO_RECORD}'"),
            size_bytes=directory.size(),
            created=meta.created,
            updated=str(runs[0]["started"]) if runs else meta.created,
            formats={str(name): int(count) for name, count in formats},
            last_run=runs[0] if runs else None,
        )


def ghost_note(ghosts: int) -> str:
    """What a person should know of records that are gone and still have a part in scores."""
    records = "record" if ghosts == 1 else "records"
    return (
        f"{ghosts:,} deleted {records} still in scores, which can change the order of "
        "hits; the next searcher index takes that out"
    )
