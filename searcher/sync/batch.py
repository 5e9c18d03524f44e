"""Batch: changes that go into catalog and engine together, or not at all.

Here rows of the catalog turn into what the engine is to hold: which record of an article is
shown, and under which docid. See `catalog` for the order of steps that makes a batch survive a
kill, and `identity` for the rules.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from searcher.catalog import Catalog
from searcher.catalog.identity import WITHDRAWAL, article, owners, resolve
from searcher.catalog.kinship import Keys, related
from searcher.catalog.tables import LOST, SHOWN, SHOWN_BY_DOI, FileRow, RecordRow
from searcher.errors import IndexDamaged
from searcher.frozen import replace
from searcher.record import Record
from searcher.sync.pending import Pending

if TYPE_CHECKING:
    from searcher.engines.base import Engine
    from searcher.sync.parts import ReadRecord

COMMIT_RECORDS = 25_000
"""A killed run loses no more; an engine may want fewer at once."""

COMMIT_BYTES = 128 << 20
SETTLE_BYTES = 8 << 20
SETTLE_RECORDS = 1_000
_DROP_AT_ONCE = 2_000
_NO_REV = -1

_file_columns = attrgetter(*FileRow.__annotations__)

Columns = tuple[Any, ...]
"""A row as the catalog takes it."""


class Batch:
    """The one way in which records enter and leave an index; used inside a held lock."""

    def __init__(self, catalog: Catalog, engine: Engine) -> None:
        self._catalog = catalog
        self._engine = engine
        self._most = min(COMMIT_RECORDS, engine.batch)
        self._writer = engine.writer()
        self._reader = engine.reader()
        self._reader_is_old = False
        self._next_id = catalog.next_id("records")
        self._pending = Pending(str(catalog.path.parent))
        self._deleted: set[str] = set()
        self._files: list[Columns] = []
        self._carried: list[tuple[int, int]] = []
        self._rows: list[Columns] = []
        self._moved: list[RecordRow] = []
        self._fresh: dict[int, ReadRecord] = {}
        self._waiting_bytes = 0
        self._touched = False
        catalog.begin()

    # Records in

    def put_file(self, row: FileRow) -> None:
        """Note a file, as read so far."""
        self._files.append(_file_columns(row))

    def add(self, file: FileRow, first: int, read: Sequence[ReadRecord | None], moved: bool) -> int:
        """Take in entries of a file, from the `first`th on; how many were not in before.

        moved: whether the file's time has changed, which can change who is shown.
        """
        known: dict[int, RecordRow] = {}
        if file.rev > 1 and read:
            for row in self._catalog.records(file.id, first, first + len(read) - 1):
                if row.rev != file.rev:
                    known[row.seq] = row
        before = len(self._rows)
        for seq, record in enumerate(read, first):
            if record is None:
                continue
            old = known.get(seq)
            if old is not None and old.digest == record.digest:
                self._carried.append((file.rev, old.id))
                if moved:
                    self._moved.append(old)
                continue
            self._fresh[self._next_id] = record
            self._rows.append(_row(self._next_id, file, seq, record))
            self._next_id += 1
            self._waiting_bytes += len(record.encoded)
        new = len(self._rows) - before
        waiting = len(self._rows) + len(self._moved)
        if waiting >= SETTLE_RECORDS or self._waiting_bytes >= SETTLE_BYTES:
            self._settle()
        return new

    def _settle(self) -> None:
        """Decide who is shown of the records that came since the last time."""
        rows, moved, fresh = self._rows, self._moved, self._fresh
        self._catalog.change("file", self._files)
        self._catalog.change("carry", self._carried)
        self._catalog.change("add", rows)
        self._files, self._carried, self._rows, self._moved, self._fresh = [], [], [], [], {}
        self._waiting_bytes = 0
        shared = set(self._catalog.shared([*fresh, *(row.id for row in moved)]))
        for id, record in fresh.items():
            if id not in shared and record.quality != WITHDRAWAL:
                docid = record.docid
                self._to_engine(docid, record.encoded, new=docid not in self._deleted)
        if shared:
            both = (*(RecordRow(*row) for row in rows), *moved)
            keys = Keys.of(row for row in both if row.id in shared)
            self._resolve(keys, fresh, [])

    def forget(self, rows: Sequence[RecordRow], orphans: Sequence[str]) -> None:
        """Give up records that are lost, so that their files are read again, and take out what
        the engine holds without the catalog's knowledge."""
        self._catalog.change("forget", [(row.id,) for row in rows])
        self._catalog.change("unsettle all", [()])
        self._catalog.change("reread", [(file,) for file in sorted({row.file for row in rows})])
        for docid in [*(row.docid for row in rows if row.shown), *orphans]:
            self._from_engine(docid)

    # Records out

    def drop_stale(self, file: FileRow) -> int:
        """Take out the records of a file that its last reading did not find; how many."""
        return self._drop(file.id, file.rev)

    def drop_file(self, file: int) -> None:
        """Take out a file and all its records."""
        self._drop(file, _NO_REV)
        self._catalog.change("drop file", [(file,)])

    def _drop(self, file: int, rev: int) -> int:
        """Take out the records of a file that are not of this rev; how many."""
        self._settle()
        dropped = 0
        while rows := self._catalog.stale(file, rev, _DROP_AT_ONCE):
            self._catalog.change("drop", [(row.id,) for row in rows])
            self._resolve(Keys.of(rows), {}, [row.docid for row in rows if row.shown])
            dropped += len(rows)
        return dropped

    # Who is shown

    def _resolve(self, keys: Keys, fresh: dict[int, ReadRecord], gone: list[str]) -> None:
        """Bring what is shown of all records with these keys in line with the rules.

        fresh: records of which the engine knows nothing yet; gone: docids whose record has left.
        """
        found = related(self._catalog, keys)
        claims = [claim for _, claim in found.values()]
        owner, shown = owners(claims), resolve(claims)
        before, after = set(gone), set[str]()
        winners: list[tuple[RecordRow, str]] = []
        losers: list[RecordRow] = []
        for row, claim in found.values():
            kind, value = name = article(claim, owner)
            if value not in getattr(keys, kind):
                continue  # of an article that was looked at only for its claim to a PMID
            held = row.docid if row.shown and row.id not in fresh else None
            if held is not None:
                before.add(held)
            winner = shown.get(name)
            if winner is None or winner.id != row.id:
                if row.shown:
                    losers.append(row)
                continue
            after.add(winner.docid)
            if held != winner.docid:
                winners.append((row, winner.docid))
        # What the engine still holds is read before anything of it is taken out.
        spares = [(self._spare(row, fresh), row.id) for row in losers]
        adds = [(docid, self._encoded(row, docid, fresh)) for row, docid in winners]
        for docid in sorted(before - after):
            self._from_engine(docid)
        for docid, encoded in adds:
            self._to_engine(docid, encoded, new=False)
        self._catalog.change("show", [(_how_shown(row, docid), row.id) for row, docid in winners])
        self._catalog.change("lose", spares)

    def _spare(self, row: RecordRow, fresh: dict[int, ReadRecord]) -> bytes:
        """The JSON of a record as its row keeps it."""
        return zlib.compress(self._json(row, fresh).encode("utf-8", "surrogatepass"), 6)

    def _encoded(self, row: RecordRow, docid: str, fresh: dict[int, ReadRecord]) -> bytes:
        known = fresh.get(row.id)
        if known is not None and known.docid == docid:
            return known.encoded
        record = Record.from_json(json.loads(self._json(row, fresh)))
        if record.docid != docid:
            record = replace(record, assigned=docid)
        return self._engine.encode(docid, record)

    def _json(self, row: RecordRow, fresh: dict[int, ReadRecord]) -> str:
        """The JSON of a record, wherever it is kept now."""
        known = fresh.get(row.id)
        if known is not None:
            return self._engine.stored(known.encoded)
        if row.spare is not None:
            return zlib.decompress(row.spare).decode("utf-8", "surrogatepass")
        if row.docid in self._pending:
            return self._engine.stored(self._pending[row.docid])
        if self._reader_is_old:
            self._reader.refresh()
            self._reader_is_old = False
        text = self._reader.get(row.docid)
        if text is None:
            raise IndexDamaged(
                f"the index has lost the record {row.docid}; repair it with: "
                "searcher verify --repair"
            )
        return text

    # Into the engine

    def _to_engine(self, docid: str, encoded: bytes, *, new: bool) -> None:
        self._writer.add(docid, encoded, new=new)
        self._pending[docid] = encoded
        self._touched = True

    def _from_engine(self, docid: str) -> None:
        self._writer.delete(docid)
        self._deleted.add(docid)
        self._pending.discard(docid)
        self._touched = True

    @property
    def full(self) -> bool:
        """Whether it is time to commit."""
        return self._pending.size >= COMMIT_BYTES or len(self._pending) >= self._most

    def commit(self) -> None:
        """Make all of it durable and visible, and begin the next batch."""
        self._settle()
        catalog = self._catalog
        if self._touched:
            catalog.change("state", [("batch", (catalog.state("batch") or 0) + 1)])
            catalog.write_journal(self._engine.committed())
            self._writer.commit()
            self._reader_is_old = True
        catalog.commit()
        self._pending.clear()
        self._deleted.clear()
        self._touched = False
        catalog.begin()

    def close(self) -> None:
        """Throw away what is not committed."""
        self._pending.close()
        self._writer.close()
        self._reader.close()
        self._catalog.rollback()


def _how_shown(row: RecordRow, docid: str) -> int:
    return SHOWN_BY_DOI if row.pmid is not None and docid != row.pmid else SHOWN


def _row(id: int, file: FileRow, seq: int, record: ReadRecord) -> Columns:
    """The columns of a RecordRow."""
    pmid, doi, name, quality, digest, flags, likeness, _ = record
    shown, spare = (LOST, b"") if quality == WITHDRAWAL else (SHOWN, None)
    keys = (pmid, doi, name)
    return (id, file.id, file.rev, seq, *keys, quality, digest, shown, spare, flags, likeness)
