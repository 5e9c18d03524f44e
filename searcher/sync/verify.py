"""Whether catalog, engine and disk agree."""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from searcher.catalog import Catalog
from searcher.catalog.identity import WITHDRAWAL
from searcher.catalog.tables import RecordRow
from searcher.engines import base
from searcher.record import Record
from searcher.sync.reading import digest

LISTED = 20
"""How many problems of one kind are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What `verify` found.

    problems: what is wrong, one line each; none means that the index is sound. notes: what is
    not wrong but worth knowing, such as files that changed since the last sync. records: how
    many were read and compared. repaired: the problems that a repair has put right.
    """

    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()
    records: int = 0
    seconds: float = 0.0
    repaired: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """One flat object with these keys."""
        return {
            "schema": 1,
            "problems": list(self.problems),
            "notes": list(self.notes),
            "records": self.records,
            "seconds": round(self.seconds, 3),
            "repaired": list(self.repaired),
        }

    def summary(self) -> str:
        """The same in some lines for people."""
        lines = [f"repaired: {each}" for each in self.repaired]
        lines += [f"problem: {each}" for each in self.problems]
        lines += [f"note: {each}" for each in self.notes]
        verdict = f"{len(self.problems)} problems" if self.problems else "sound"
        return "\n".join([*lines, f"{self.records:,} records, {verdict} ({self.seconds:.1f} s)"])


@dataclass(slots=True)
class Findings:
    """Differences between catalog and engine.

    broken: rows whose record the engine lacks or holds otherwise; orphans: docids that only the
    engine knows; spoilt: rows of waiting records whose JSON is unusable; doubled: how many records
    the engine holds under docids of others.
    """

    broken: list[RecordRow]
    orphans: list[str]
    spoilt: list[RecordRow]
    doubled: int = 0
    records: int = 0

    def problems(self) -> list[str]:
        """One line for each difference, up to a number."""
        line = f"records in the engine under docids of others: {self.doubled:,}"
        doubled = [line] if self.doubled else []
        return [
            *_listed("not in the engine as the catalog has it", [r.docid for r in self.broken]),
            *_listed("in the engine and not in the catalog", self.orphans),
            *doubled,
            *_listed("a waiting duplicate that cannot be read", [r.docid for r in self.spoilt]),
        ]


def compare(catalog: Catalog, reader: base.Reader) -> Findings:
    """Read every record of both and compare."""
    findings = Findings([], [], [])
    files = catalog.rows("SELECT id, path FROM files")
    places = {id: catalog.shown_path(path) for id, path in files}
    held = set(reader.docids())
    findings.doubled = reader.size() - len(held)
    for row in catalog.all_records():
        if row.shown:
            findings.records += 1
            held.discard(row.docid)
            if not _sound(row, reader.get(row.docid), places):
                findings.broken.append(row)
        elif row.quality != WITHDRAWAL and not _sound(row, _waiting(row), places):
            findings.spoilt.append(row)
    findings.orphans += sorted(held)
    return findings


def _sound(row: RecordRow, stored: str | None, places: dict[int, str]) -> bool:
    """Whether a record is as it was read, and says that it comes from its file."""
    shown = places.get(row.file)
    if stored is None or shown is None:
        return False
    try:
        record = Record.from_json(json.loads(stored))
        return record.source.path.startswith(shown) and digest(record, shown) == row.digest
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _waiting(row: RecordRow) -> str | None:
    try:
        return zlib.decompress(row.spare).decode("utf-8", "surrogatepass") if row.spare else None
    except (zlib.error, UnicodeDecodeError):
        return None


def disk_notes(catalog: Catalog) -> list[str]:
    """How many files are no longer as they were read."""
    changed = gone = 0
    for path, size, mtime in catalog.each("SELECT path, size, mtime FROM files"):
        try:
            found = Path(os.fsdecode(path)).stat()
        except OSError:
            gone += 1
            continue
        changed += size != -1 and (found.st_size, found.st_mtime_ns) != (size, mtime)
    lines = []
    if changed:
        lines.append(f"{changed:,} files have changed since the last sync")
    if gone:
        lines.append(f"{gone:,} files are not there any more")
    return lines


def _listed(what: str, docids: list[str]) -> list[str]:
    lines = [f"{docid}: {what}" for docid in docids[:LISTED]]
    if len(docids) > LISTED:
        lines.append(f"{len(docids) - LISTED:,} more: {what}")
    return lines
