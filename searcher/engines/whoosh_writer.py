"""Writing: records go into a segment as they come, and become visible with the commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from whoosh.index import FileIndex, LockError
from whoosh.writing import SegmentWriter

from searcher.engines.base import Told
from searcher.engines.whoosh_codec import RecordsCodec
from searcher.engines.whoosh_engine import damage
from searcher.engines.whoosh_policy import MergePolicy
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.engines.whoosh_storage import DurableStorage
from searcher.engines.whoosh_table import FIELD, SCHEMA
from searcher.errors import IndexLocked, StorageError


class WhooshWriter:
    """Changes to one index, as the Writer contract says."""

    def __init__(self, directory: str, storage: DurableStorage, name: str) -> None:
        self._directory = directory
        self._storage = storage
        self._name = name
        self._batch: _Batch | None = None

    def add(self, docid: str, encoded: bytes, *, new: bool = False) -> None:
        batch = self._open()
        with _refusals(self._directory):
            batch.add(docid, encoded, new)

    def delete(self, docid: str) -> None:
        self._open().delete(docid)

    def commit(self) -> None:
        if self._batch is not None:
            self._commit(self._batch, everything=False)

    def tidy(self, at_most: int | None = None, told: Told | None = None) -> None:
        self.commit()

    def optimize(self, told: Told | None = None) -> None:
        self._commit(self._open(), everything=True)

    def close(self) -> None:
        if self._batch is not None:
            self._batch.cancel()
            self._batch = None

    def _open(self) -> _Batch:
        if self._batch is None:
            with damage(self._directory):
                index = FileIndex(self._storage, SCHEMA, self._name)
            try:
                with _refusals(self._directory):
                    writer = SegmentWriter(index, codec=RecordsCodec(), compound=False)
                    self._storage.sweep()
            except LockError as error:
                raise IndexLocked(f"{self._directory}: another writer holds the index") from error
            except BaseException:
                self._storage.unlock()
                raise
            try:
                with damage(self._directory):
                    self._batch = _Batch(self._storage, writer)
            finally:
                if self._batch is None:
                    writer.cancel()
        return self._batch

    def _commit(self, batch: _Batch, everything: bool) -> None:
        self._batch = None
        with _refusals(self._directory):
            batch.commit(everything)


@contextmanager
def _refusals(directory: str) -> Iterator[None]:
    """What the disk refuses inside (full, read-only, gone) is a storage error."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{directory}: {error.strerror or error}") from error


class _Batch:
    """What happens between two commits: one of Whoosh's writers."""

    def __init__(self, storage: DurableStorage, writer: Any) -> None:
        self._storage = storage
        self._writer = writer
        self._added: dict[str, int] = {}
        self._changed = False
        opened = [each.open(storage) for each in writer.segments if each.doc_count_all()]
        self._before = Snapshot(opened)

    def add(self, docid: str, encoded: bytes, new: bool) -> None:
        if not new:
            self.delete(docid)
        self._added[docid] = self._writer.doc_count()
        self._changed = True
        self._writer.add_document(**{FIELD: encoded})

    def delete(self, docid: str) -> None:
        added = self._added.pop(docid, None)
        if added is not None:
            self._writer.newsegment.delete_document(added)
        number = self._before.find(docid)
        if number is not None:
            self._writer.delete_document(number)
            self._changed = True

    def commit(self, everything: bool) -> None:
        writer = self._writer
        name = f"{writer.generation:012d} {writer.newsegment.segid}" if self._changed else ""
        policy = MergePolicy(self._storage, name, everything)
        try:
            writer.commit(mergetype=policy)
        finally:
            policy.close()
            self._before.close()

    def cancel(self) -> None:
        self._before.close()
        self._writer.perdocwriter.discard()
        self._writer.cancel()
