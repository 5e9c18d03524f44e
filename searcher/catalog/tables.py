"""The catalog's tables: their rows as types, and every change that is made to them."""

from __future__ import annotations

from dataclasses import dataclass

LOST, SHOWN, SHOWN_BY_DOI = 0, 1, 2
"""Whether the engine holds a record: no; under its own docid; under its DOI despite its PMID."""

TABLES = """
CREATE TABLE state (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, inode INTEGER NOT NULL,
    format TEXT, records INTEGER NOT NULL, replaced INTEGER NOT NULL,
    error TEXT, rev INTEGER NOT NULL, run INTEGER NOT NULL, via BLOB
);
CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL, rev INTEGER NOT NULL, seq INTEGER NOT NULL,
    pmid TEXT, doi TEXT, name TEXT,
    quality INTEGER NOT NULL, digest BLOB NOT NULL,
    shown INTEGER NOT NULL, spare BLOB,
    flags INTEGER NOT NULL, likeness INTEGER
);
CREATE INDEX files_unread ON files (path) WHERE error IS NOT NULL;
CREATE INDEX files_via ON files (via) WHERE via IS NOT NULL;
CREATE INDEX records_of_file ON records (file, seq);
CREATE INDEX records_of_pmid ON records (pmid) WHERE pmid IS NOT NULL;
CREATE INDEX records_of_doi ON records (doi) WHERE doi IS NOT NULL;
CREATE INDEX records_of_name ON records (name) WHERE name IS NOT NULL;
CREATE TABLE folders (path BLOB PRIMARY KEY, device INTEGER NOT NULL, digest BLOB) WITHOUT ROWID;
CREATE TABLE roots (path BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, report TEXT NOT NULL);
"""

# Every change there is; the journal holds their names and parameters.
CHANGES = {
    "state": "INSERT OR REPLACE INTO state VALUES (?, ?)",
    "root": "INSERT OR IGNORE INTO roots VALUES (?)",
    "drop root": "DELETE FROM roots WHERE path = ?",
    "folder": "INSERT OR REPLACE INTO folders VALUES (?, ?, ?)",
    "unsettle": "INSERT INTO folders VALUES (?, ?, NULL) ON CONFLICT DO UPDATE SET digest = NULL",
    "unsettle all": "UPDATE folders SET digest = NULL",
    "move file": "UPDATE files SET path = ?, via = ? WHERE id = ?",
    "move folder": "UPDATE folders SET path = ? WHERE path = ?",
    "move root": "UPDATE roots SET path = ? WHERE path = ?",
    "drop folder": "DELETE FROM folders WHERE path = ?",
    "run": "INSERT OR REPLACE INTO runs VALUES (?, ?, ?)",
    "file": "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "drop file": "DELETE FROM files WHERE id = ?",
    "add": "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "carry": "UPDATE records SET rev = ? WHERE id = ?",
    "show": "UPDATE records SET shown = ?, spare = NULL WHERE id = ?",
    "lose": "UPDATE records SET shown = 0, spare = ? WHERE id = ?",
    "forget": "UPDATE records SET shown = 0, spare = NULL, digest = x'' WHERE id = ?",
    "reread": "UPDATE files SET size = -1 WHERE id = ?",
    "drop": "DELETE FROM records WHERE id = ?",
}


NO_RECORD = "no record"
"""The format of a file that is something else than literature; its `error` says so."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file as it was when it was last read.

    path: absolute and real, as bytes; size -1: it was not read to its end. format: or NO_RECORD.
    rev: how often it has been read; records of an older rev are about to go.
    error: why it could not be read (to its end), or None. via: where it lies outside of every path
    that was given, the one from which a link leads to it.
    """

    id: int
    path: bytes
    size: int
    mtime: int
    inode: int
    format: str | None
    records: int
    replaced: int
    error: str | None
    rev: int
    run: int
    via: bytes | None = None


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as read from a file; `seq` counts all records of the file from 0.

    spare: its JSON, compressed, while it is not shown. flags: what is suspect about it.
    likeness: equal for records of equal title and year; None without a title.
    """

    id: int
    file: int
    rev: int
    seq: int
    pmid: str | None
    doi: str | None
    name: str | None
    quality: int
    digest: bytes
    shown: int
    spare: bytes | None
    flags: int
    likeness: int | None

    @property
    def docid(self) -> str:
        """The docid under which it is shown, or would be were nothing in its way."""
        pmid = None if self.shown == SHOWN_BY_DOI else self.pmid
        docid = pmid or self.doi or self.name
        assert docid is not None
        return docid
