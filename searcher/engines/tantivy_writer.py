"""Changes to a tantivy index.

Deleted records stay in tantivy's statistics until their segment is merged, and merging estimates
what it takes out; so their ghosts would move scores. A small index is therefore written anew
when anything of it is replaced, and `optimize` does so with any.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tantivy import Query

from searcher.engines.tantivy_encoding import encode
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_schema import KEY, STORED
from searcher.engines.tantivy_storage import (
    damage,
    failing_writes,
    has_ghosts,
    mark_ghosts,
    read_meta,
    refusal,
    rewriting,
    settle,
    sweep,
    sync_directory,
)
from searcher.errors import IndexDamaged, IndexLocked
from searcher.record import Record, docid_in

HEAP_BYTES = 300_000_000
THREADS = 1
"""One keeps up with several reading processes; two write twice the segments, which are merged
at once for a third of the time of a build, and need twice the memory."""

TIDY = 8
"""So many segments, no more, are left alone by `optimize`."""

REWRITTEN = 2000
"""An index of up to so many records is written anew when records of it go."""


class TantivyWriter:
    """One writer, as the Writer contract says."""

    def __init__(self, directory: str, index: Any) -> None:
        self._directory = directory
        self._index = index
        self._writer: Any = None
        self._open()

    def add(self, docid: str, encoded: bytes, *, new: bool = False) -> None:
        if not new or docid in self._present:
            self._remove(docid)
        try:  # the context manager would cost as much as the rest of this method
            self._writer.add_json(encoded.decode())
        except (OSError, ValueError) as error:
            raise refusal(self._directory, error) from error
        self._remember(docid, encoded)

    def delete(self, docid: str) -> None:
        self._remove(docid)
        self._remember(docid, None)

    def commit(self) -> None:
        if self._present:
            self._commit()

    def optimize(self) -> None:
        self.commit()
        with damage(self._directory):
            meta = read_meta(self._directory)
        if len(meta.segments) > TIDY or has_ghosts(self._directory):
            with rewriting(self._directory):
                self._refill({})
                self._finish(self._before)

    def close(self) -> None:
        writer, self._writer = self._writer, None
        if writer is None:
            return
        with failing_writes(self._directory):
            # Merges go on in the background; a rolled back writer no longer knows of its own, and
            # they would change files after this.
            if self._present:
                writer.rollback()
            writer.wait_merging_threads()

    def _open(self) -> None:
        try:
            self._writer = self._index.writer(HEAP_BYTES, THREADS)
        except ValueError as error:
            if "lock" in str(error).lower():
                raise IndexLocked(f"{self._directory}: another writer holds the index") from error
            raise IndexDamaged(f"{self._directory}: {error}") from error
        with damage(self._directory):
            sweep(self._directory)
            settle(self._directory)
            self._begin()

    def _begin(self) -> None:
        """Start a batch: what it changes is counted against what is there now."""
        self._index.reload()
        self._searcher = self._index.searcher()
        self._before: int = self._searcher.num_docs
        self._gone = 0
        self._ghosts = False
        self._present: dict[str, bool] = {}
        self._batch: dict[str, bytes | None] = {}

    def _remember(self, docid: str, encoded: bytes | None) -> None:
        self._present[docid] = encoded is not None
        if self._before <= REWRITTEN:
            self._batch[docid] = encoded

    def _remove(self, docid: str) -> None:
        """Delete what is under the docid, if anything is: each deletion costs every segment."""
        key = key_of(docid)
        there = self._present.get(docid)
        if there is None:
            there = bool(self._searcher.doc_freq(KEY, key)) and self._is_live(key)
            self._gone += there
        if there:
            # Also one of this batch may be in a segment already.
            self._ghosts = True
            self._writer.delete_documents_by_term(KEY, key)

    def _is_live(self, key: str) -> bool:
        query = Query.term_query(self._index.schema, KEY, key, "basic")
        return bool(self._searcher.search(query, 1).count)

    def _commit(self) -> None:
        expected = self._before - self._gone + sum(self._present.values())
        if self._ghosts and max(expected, self._before) <= REWRITTEN:
            self._refill(self._batch)
        elif self._ghosts:
            mark_ghosts(self._directory)
        self._finish(expected)

    def _finish(self, expected: int) -> None:
        with failing_writes(self._directory):
            self._writer.commit()
            sync_directory(self._directory)
        with damage(self._directory):
            self._begin()
        if self._before != expected:
            raise IndexDamaged(
                f"{self._directory}: {self._before} records where {expected} were written"
            )

    def _refill(self, batch: dict[str, bytes | None]) -> None:
        """Take everything out and put it in again, with the batch in its place."""
        with failing_writes(self._directory):
            if self._present:
                self._writer.rollback()
            self._writer.delete_all_documents()
            for line in self._lines(batch):
                self._writer.add_json(line.decode())

    def _lines(self, batch: dict[str, bytes | None]) -> Iterator[bytes]:
        hits = self._searcher.search(Query.all_query(), self._before or 1, count=False).hits
        for _, address in hits:
            text = self._searcher.doc(address).get_first(STORED)
            docid = docid_in(text)
            if docid not in batch:
                yield encode(docid, Record.from_json(json.loads(text)))
        yield from (encoded for encoded in batch.values() if encoded is not None)
