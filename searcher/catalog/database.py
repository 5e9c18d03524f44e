"""One SQLite file: what it refuses is raised as an error of ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from searcher.errors import IndexDamaged, IndexLocked, SearcherError, StorageError

BUSY_SECONDS = 10.0


class Database:
    """A file of tables, open for reading, or for writing, which makes it where there is none."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        with self._errors():
            self._db = self._connect(write)
        self._status = path.stat()

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
            else:
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            db.close()
            if write:
                raise
            # A write-ahead log cannot be set up beside a file on a read-only disk.
            db = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
        return db

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

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

    def row(self, sql: str, *parameters: Any) -> tuple[Any, ...] | None:
        """The first row that a query gives."""
        with self._errors():
            found: tuple[Any, ...] | None = self._db.execute(sql, parameters).fetchone()
        return found

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        with self._errors():
            return self._db.execute(sql, parameters).fetchall()

    def each(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """All rows that a query gives, as they come, in flat memory."""
        with self._errors():
            yield from self._db.execute(sql, parameters)

    def count(self, what: str, *parameters: Any) -> int:
        """How many rows "files" or "records WHERE shown" or the like has."""
        row = self.row(f"SELECT count(*) FROM {what}", *parameters)
        return int(row[0]) if row else 0

    def next_id(self, table: str) -> int:
        """A number that no row of the table has."""
        row = self.row(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
        return int(row[0]) if row else 1

    def integrity(self) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        found = [line for (text,) in self.rows("PRAGMA integrity_check(20)")
                 for line in str(text).splitlines()]  # fmt: skip
        return [] if found == ["ok"] else [f"{self.path.name}: {line}" for line in found]

    def _execute(self, sql: str, *parameters: Any) -> None:
        with self._errors():
            self._db.execute(sql, parameters)

    def _execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._errors():
            self._db.executemany(sql, rows)

    def _damaged(self, reason: str) -> IndexDamaged:
        return IndexDamaged(
            f"{self.path} is damaged ({reason}); build again with: searcher index --rebuild"
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter of a damaged name
            raise self._translated(error) from error

    def _translated(self, error: Exception) -> SearcherError:
        text = " ".join(str(error).split())
        if "locked" in text or "busy" in text:
            return IndexLocked(f"{self.path} is in use by another program; try again later")
        full = ("full", "readonly", "disk I/O", "unable to open")
        if any(each in text for each in full):
            return StorageError(f"{self.path}: {text}")
        return self._damaged(text)
