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
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from searcher.catalog.identity import WITHDRAWAL, Claim, is_structured
from searcher.catalog.shown import shown_path
from searcher.catalog.tables import CHANGES, TABLES, FileRow, RecordRow
from searcher.errors import IndexDamaged, IndexLocked, IndexMissing, SearcherError, StorageError
from searcher.storage.layout import write_durably

BUSY_SECONDS = 10.0


class Catalog:
    """One catalog, open for reading or, inside a held lock, for writing.

    base: makes a new one, which shows paths from this directory on (see `shown`).
    """

    def __init__(self, directory: str, *, write: bool = False, base: bytes | None = None) -> None:
        self.path = Path(directory, "catalog.sqlite")
        self._journal = Path(directory, "journal")
        self._notes: list[bytes] = []  # marshalled, for a fifth of the memory
        self._base: bytes | None = None
        create = base is not None
        if not create and not self.path.exists():
            raise IndexMissing(f"{self.path} is gone; build again with: searcher index --rebuild")
        with self._sqlite_errors():
            self._db = self._connect(write or create)
            if create:
                self._db.executescript(TABLES)
                self._db.execute(CHANGES["state"], ("base", base))
            elif not self._db.execute(
                "SELECT 1 FROM sqlite_master WHERE name = 'files'"
            ).fetchone():
                raise IndexDamaged(f"{self.path} is empty; searcher index --rebuild makes it anew")
        self._status = self.path.stat()

    def _connect(self, write: bool) -> sqlite3.Connection:
        mode = "rwc" if write else "ro"
        address = f"{self.path.as_uri()}?mode={mode}"
        db = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None,
                             check_same_thread=False)  # fmt: skip
        try:
            if write:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")
                db.execute("PRAGMA cache_size = -8000")
                db.execute("CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY)")
            else:
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            db.close()
            if write:
                raise
            # A write-ahead log cannot be set up beside a file on a read-only disk.
            db = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
        return db

    # Changing

    def begin(self) -> None:
        """Begin a batch."""
        with self._sqlite_errors():
            self._db.execute("BEGIN IMMEDIATE")
        self._notes = []

    def change(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Make a change to the rows of this batch, and note it."""
        noted = [tuple(row) for row in rows]
        if noted:
            with self._sqlite_errors():
                self._db.executemany(CHANGES[name], noted)
            self._notes.append(marshal.dumps((name, noted)))

    def note_run(self, id: int, started: str, report: dict[str, Any]) -> None:
        """Note the report of a run; what failed in the one before is only counted from now on."""
        sql = "SELECT id, started, report FROM runs WHERE id < ? ORDER BY id DESC LIMIT 1"
        for before, began, text in self.rows(sql, id):
            counts = self._report(text)
            counts.pop("failures", None)
            self.change("run", [(before, began, json.dumps(counts))])
        self.change("run", [(id, started, json.dumps(report))])

    @property
    def changed(self) -> bool:
        """Whether the batch holds any change."""
        return bool(self._notes)

    def check_place(self) -> None:
        """Raise StorageError where it has been taken away, or another one put in its place."""
        try:
            if os.path.samestat(self.path.stat(), self._status):
                return
        except FileNotFoundError:
            pass
        raise StorageError(
            f"{self.path} was taken away while it was written to; run the same command again"
        )

    def write_journal(self, engine_commit: str) -> None:
        """Note the batch durably; `engine_commit` names the engine's commit before it."""
        self.check_place()
        body = marshal.dumps((engine_commit, self._notes))
        try:
            write_durably(str(self._journal), blake2b(body).digest() + body)
        except OSError as error:
            raise StorageError(f"{self._journal}: {error.strerror or error}") from error

    def commit(self) -> None:
        """Make the batch durable and visible; the journal goes."""
        with self._sqlite_errors():
            self._db.execute("COMMIT")
        self._notes = []
        with contextlib.suppress(FileNotFoundError):
            self._journal.unlink()

    def rollback(self) -> None:
        """Forget the batch. A journal stays: it may be needed yet."""
        self._notes = []
        if self._db.in_transaction:
            with self._sqlite_errors():
                self._db.execute("ROLLBACK")

    def recover(self, engine_commit: Callable[[], str]) -> str | None:
        """Finish or forget a batch that a killed writer left; says in one line what was done."""
        try:
            data = self._journal.read_bytes()
        except FileNotFoundError:
            return None
        body = data[64:]
        if blake2b(body).digest() != data[:64]:
            raise IndexDamaged(
                f"{self._journal} is damaged; build again with: searcher index --rebuild"
            )
        before, packed = marshal.loads(body)
        notes = list(map(marshal.loads, packed))
        if engine_commit() == before:
            self._journal.unlink()
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
        """Let go of the database."""
        with contextlib.suppress(sqlite3.Error):
            self.rollback()
        self._db.close()

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

    def row(self, sql: str, *parameters: Any) -> tuple[Any, ...] | None:
        """The first row that a query gives."""
        with self._sqlite_errors():
            found: tuple[Any, ...] | None = self._db.execute(sql, parameters).fetchone()
        return found

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        with self._sqlite_errors():
            return self._db.execute(sql, parameters).fetchall()

    def each(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """All rows that a query gives, as they come, in flat memory."""
        with self._sqlite_errors():
            yield from self._db.execute(sql, parameters)

    def count(self, what: str) -> int:
        """How many rows "files" or "records WHERE shown" or the like has."""
        row = self.row(f"SELECT count(*) FROM {what}")
        return int(row[0]) if row else 0

    def next_id(self, table: str) -> int:
        """A number that no row of the table has."""
        row = self.row(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
        return int(row[0]) if row else 1

    def roots(self) -> list[bytes]:
        """Every folder or file that was ever given, until it was pruned away."""
        return [path for (path,) in self.rows("SELECT path FROM roots ORDER BY path")]

    def files_below(self, root: bytes) -> int:
        """How many files are known below a root, itself included."""
        top = root.rstrip(b"/")
        sql = "SELECT count(*) FROM files WHERE path = ? OR (path >= ? AND path < ?)"
        row = self.row(sql, top, top + b"/", top + b"0")
        return int(row[0]) if row else 0

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

    def integrity(self) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        found = [line for (text,) in self.rows("PRAGMA integrity_check(20)")
                 for line in str(text).splitlines()]  # fmt: skip
        return [] if found == ["ok"] else [f"catalog.sqlite: {line}" for line in found]

    def stale(self, file: int, rev: int, limit: int) -> list[RecordRow]:
        """Some rows of a file's records that are not of this rev."""
        sql = "SELECT * FROM records WHERE file = ? AND rev <> ? LIMIT ?"
        return [RecordRow(*row) for row in self.rows(sql, file, rev, limit)]

    def shared(self, ids: Sequence[int]) -> list[int]:
        """Those of these records that share a PMID, DOI or name with any other one."""
        if not ids:
            return []
        with self._sqlite_errors():
            self._db.execute("DELETE FROM touched")
            self._db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((i,) for i in ids))
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

    @contextlib.contextmanager
    def _sqlite_errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter of a damaged name
            raise self._translate(error) from error

    def _translate(self, error: Exception) -> SearcherError:
        text = " ".join(str(error).split())
        if "locked" in text or "busy" in text:
            return IndexLocked(f"{self.path} is in use by another program; try again later")
        full = ("full", "readonly", "disk I/O", "unable to open")
        if any(each in text for each in full):
            return StorageError(f"{self.path}: {text}")
        return self._damaged(text)

    def _damaged(self, reason: str) -> IndexDamaged:
        return IndexDamaged(
            f"{self.path} is damaged ({reason}); build again with: searcher index --rebuild"
        )


def _claim(row: RecordRow, mtime: int, path: bytes) -> Claim:
    order = (-row.quality, -mtime, path, -row.rev, -row.seq)
    withdraws = row.quality == WITHDRAWAL
    reached = withdraws or is_structured(row.quality)
    age = (mtime, path, row.seq) if reached else None
    return Claim(row.id, row.pmid, row.doi, row.name, order, age, withdraws)
