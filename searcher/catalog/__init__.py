"""The catalog: which files and records an index holds, in SQLite.

Every record of every file has a row, also those that are not shown because a better source of
the same article is there (see identity); such a row keeps its record's JSON, so that it can take
its place at any time. The rows of shown records say so, and their JSON is in the engine alone.

A batch goes from files to engine to catalog in this order:

1.  rows change inside an open transaction, which nobody else sees; each change is noted;
2.  the notes are written to `journal`, durably, with the name of the engine's last commit;
3.  the engine commits, durably;
4.  the transaction commits, durably; the journal goes.

Killed before 2, nothing has happened. Killed later, the next writer finds the journal: when the
engine's last commit is still the one that the journal names, the batch never reached the engine
and the journal is thrown away; otherwise the batch is in the engine and the notes are applied.
Only what has passed 4 is reported as indexed.
"""

from __future__ import annotations

import contextlib
import json
import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from searcher.catalog.database import Database
from searcher.catalog.identity import WITHDRAWAL, Claim, is_structured
from searcher.catalog.journal import Journal
from searcher.catalog.paths import bounds, shown_path
from searcher.catalog.tables import CHANGES, TABLES, FileRow, RecordRow
from searcher.errors import IndexDamaged, IndexMissing, SearcherError


class Catalog(Database):
    """One catalog, open for reading or, inside a held lock, for writing.

    base: makes a new one, which shows paths from this directory on (see `paths`).
    """

    def __init__(self, directory: str, *, write: bool = False, base: bytes | None = None) -> None:
        path = Path(directory, "catalog.sqlite")
        self._journal = Journal(path.with_name("journal"))
        self._notes: list[bytes] = []  # marshalled, for a fifth of the memory
        self._base: bytes | None = None
        create = base is not None
        if not create and not path.exists():
            raise IndexMissing(f"{path} is gone; build again with: searcher index --rebuild")
        super().__init__(path, write=write or create)
        if write or create:
            self._execute("CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY)")
        if create:
            with self._errors():
                self._db.executescript(TABLES)
            self._execute(CHANGES["state"], "base", base)
        elif not self.row("SELECT 1 FROM sqlite_master WHERE name = 'files'"):
            raise IndexDamaged(f"{path} is empty; searcher index --rebuild makes it anew")

    # Changing

    def begin(self) -> None:
        """Begin a batch."""
        self._execute("BEGIN IMMEDIATE")
        self._notes = []

    def change(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Make a change to the rows of this batch, and note it."""
        noted = [tuple(row) for row in rows]
        if noted:
            self._execute_many(CHANGES[name], noted)
            self._notes.append(marshal.dumps((name, noted)))

    def note_run(self, id: int, started: str, report: dict[str, Any]) -> None:
        """Note the report of a run; what failed in the one before is only counted from now on."""
        sql = "SELECT id, started, report FROM runs WHERE id < ? ORDER BY id DESC LIMIT 1"
        for before, began, text in self.rows(sql, id):
            counts = self._report(text)
            counts.pop("failures", None)
            self.change("run", [(before, began, json.dumps(counts))])
        self.change("run", [(id, started, json.dumps(report))])

    def write_journal(self, engine_commit: str) -> None:
        """Note the batch durably; `engine_commit` names the engine's commit before it."""
        self.check_place()
        self._journal.write(engine_commit, self._notes)

    def commit(self) -> None:
        """Make the batch durable and visible; the journal goes."""
        self._execute("COMMIT")
        self._notes = []
        self._journal.drop()

    def rollback(self) -> None:
        """Forget the batch. A journal stays: it may be needed yet."""
        self._notes = []
        if self._db.in_transaction:
            self._execute("ROLLBACK")

    def recover(self, engine_commit: Callable[[], str]) -> str | None:
        """Finish or forget a batch that a killed writer left; says in one line what was done."""
        noted = self._journal.read()
        if noted is None:
            return None
        before, packed = noted
        notes = list(map(marshal.loads, packed))
        if engine_commit() == before:
            self._journal.drop()
            return "an interrupted run had left a batch behind; it is read again"
        self.begin()
        if not self._applied(notes):
            for name, rows in notes:
                self.change(name, rows)
        self.commit()
        return "an interrupted run had left a batch half-way; it has been completed"

    def _applied(self, notes: list[tuple[str, list[tuple[Any, ...]]]]) -> bool:
        """Whether the transaction had committed and only the journal was still there."""
        batch = next(
            rows[0][1] for name, rows in notes if name == "state" and rows[0][0] == "batch"
        )
        return bool(self.state("batch") == batch)

    def close(self) -> None:
        """Let go of the database; what is not committed is forgotten."""
        with contextlib.suppress(SearcherError):
            self.rollback()
        super().close()

    # Reading

    def state(self, key: str) -> Any:
        """A value that `change("state", ...)` put there, or None."""
        row = self.row("SELECT value FROM state WHERE key = ?", key)
        return row[0] if row else None

    @property
    def base(self) -> bytes:
        """The directory from which paths are shown: where the index lay when this was made."""
        found = self.state("base")
        if not isinstance(found, bytes):
            raise self._damaged("it does not say where its paths begin")
        return found

    def shown_path(self, path: bytes) -> str:
        """A file's path as records carry it."""
        if self._base is None:
            self._base = self.base
        return shown_path(path, self._base)

    def count_shown(self) -> int:
        """How many records are shown, one for each article."""
        return self.count("records WHERE shown")

    def count_waiting(self) -> int:
        """How many records make room for a better source of their article."""
        return self.count(f"records WHERE NOT shown AND quality <> {WITHDRAWAL}")

    def roots(self) -> list[bytes]:
        """Every folder or file that was ever given, until it was pruned away."""
        return [path for (path,) in self.rows("SELECT path FROM roots ORDER BY path")]

    def files_below(self, root: bytes) -> int:
        """How many files are known below a root, itself included."""
        return self.count("files WHERE path = ? OR (path >= ? AND path < ?)", *bounds(root))

    def path_of(self, file: int) -> bytes | None:
        """Where the file of this id lies."""
        row = self.row("SELECT path FROM files WHERE id = ?", file)
        return row[0] if row else None

    def file(self, path: bytes) -> FileRow | None:
        """The row of one file."""
        row = self.row("SELECT * FROM files WHERE path = ?", path)
        return FileRow(*row) if row else None

    def records(self, file: int, first: int = 0, last: int = 2**62) -> Iterator[RecordRow]:
        """The rows of a file's records in this stretch, of every rev."""
        sql = "SELECT * FROM records WHERE file = ? AND seq BETWEEN ? AND ? ORDER BY seq, rev"
        return (RecordRow(*row) for row in self.rows(sql, file, first, last))

    def all_records(self) -> Iterator[RecordRow]:
        """The rows of all records, in no order."""
        return (RecordRow(*row) for row in self.each("SELECT * FROM records"))

    def stale(self, file: int, rev: int, limit: int) -> list[RecordRow]:
        """Some rows of a file's records that are not of this rev."""
        sql = "SELECT * FROM records WHERE file = ? AND rev <> ? LIMIT ?"
        return [RecordRow(*row) for row in self.rows(sql, file, rev, limit)]

    def shared(self, ids: Sequence[int]) -> list[int]:
        """Those of these records that share a PMID, DOI or name with any other one."""
        if not ids:
            return []
        self._execute("DELETE FROM touched")
        self._execute_many("INSERT OR IGNORE INTO touched VALUES (?)", ((id,) for id in ids))
        found: set[int] = set()
        for key in ("pmid", "doi", "name"):
            sql = (
                f"SELECT one.id FROM touched JOIN records AS one USING (id) "
                f"JOIN records AS other ON other.{key} = one.{key} AND other.id <> one.id"
            )
            found.update(row[0] for row in self.rows(sql))
        return sorted(found)

    def with_key(self, key: str, values: Iterable[str]) -> list[tuple[RecordRow, Claim]]:
        """The records whose "pmid", "doi" or "name" is one of these, and what they claim."""
        sql = (
            "SELECT records.*, files.mtime, files.path FROM records "
            f"JOIN files ON files.id = records.file WHERE records.{key} = ?"
        )
        found = []
        for value in values:
            for *columns, mtime, path in self.rows(sql, value):
                row = RecordRow(*columns)
                found.append((row, _claim(row, mtime, path)))
        return found

    def run_log(self, most: int = -1) -> list[dict[str, Any]]:
        """The reports of all runs, or of so many, the latest first; that alone has `failures`."""
        sql = "SELECT report FROM runs ORDER BY id DESC LIMIT ?"
        return [self._report(text) for (text,) in self.rows(sql, most)]

    def _report(self, text: str) -> dict[str, Any]:
        try:
            report: dict[str, Any] = json.loads(text)
        except ValueError as error:
            raise self._damaged("the report of a run cannot be read") from error
        return report


def _claim(row: RecordRow, mtime: int, path: bytes) -> Claim:
    order = (-row.quality, -mtime, path, -row.rev, -row.seq)
    withdraws = row.quality == WITHDRAWAL
    reached = withdraws or is_structured(row.quality)
    age = (mtime, path, row.seq) if reached else None
    return Claim(row.id, row.pmid, row.doi, row.name, order, age, withdraws)
