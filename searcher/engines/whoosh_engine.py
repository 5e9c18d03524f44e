"""The Whoosh engine: pure Python, always installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh.index import FileIndex, LockError

from searcher.engines.base import Answer, Request
from searcher.engines.whoosh_clauses import Evaluation
from searcher.engines.whoosh_encoding import decompress, encode, load
from searcher.engines.whoosh_search import explain, search
from searcher.engines.whoosh_segment import open_segment
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.engines.whoosh_storage import DurableStorage
from searcher.errors import IndexDamaged, IndexLocked, StorageError
from searcher.query.plan import Clause, Term
from searcher.record import Record


def create(directory: Path) -> WhooshEngine:
    """A new index in an empty directory."""
    storage = DurableStorage(str(directory))
    FileIndex.create(storage, fields.Schema(record=fields.STORED))
    return WhooshEngine(directory)


def open(directory: Path) -> WhooshEngine:
    """The index in a directory."""
    return WhooshEngine(directory)


class WhooshEngine:
    """One index in one directory, as the Engine contract says."""

    name = "whoosh"

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with _damage(directory):
            self._index = FileIndex(DurableStorage(str(directory)))

    def encode(self, docid: str, record: Record) -> bytes:
        return encode(docid, record).dump()

    def stored(self, encoded: bytes) -> str:
        return decompress(load(encoded).stored)

    def committed(self) -> str:
        # Every commit writes the next generation's table of contents.
        with _damage(self._directory):
            return str(self._index.latest_generation())

    def writer(self) -> WhooshWriter:
        return WhooshWriter(self._directory, self._index)

    def reader(self) -> WhooshReader:
        return WhooshReader(self._directory, self._index)


class WhooshWriter:
    """Changes are kept in memory until `commit`."""

    def __init__(self, directory: Path, index: Any) -> None:
        self._directory = directory
        self._index = index
        self._changes: dict[str, bytes | None] = {}

    def add(self, docid: str, encoded: bytes, *, new: bool = False) -> None:
        self._changes[docid] = encoded

    def delete(self, docid: str) -> None:
        self._changes[docid] = None

    def commit(self) -> None:
        if self._changes:
            self._commit(optimize=False)

    def optimize(self) -> None:
        self._commit(optimize=True)

    def close(self) -> None:
        self._changes.clear()

    def _commit(self, optimize: bool) -> None:
        try:
            writer = self._index.writer()
        except LockError as error:
            raise IndexLocked(f"{self._directory}: another writer holds the index") from error
        try:
            with _damage(self._directory):
                snapshot = _snapshot(writer.reader())
            for docid, encoded in self._changes.items():
                number = snapshot.find(docid)
                if number is not None:
                    writer.delete_document(number)
                if encoded is not None:
                    writer.add_document(record=encoded)
            writer.commit(optimize=optimize)
        except OSError as error:
            raise StorageError(f"{self._directory}: {error.strerror or error}") from error
        finally:
            if not writer.is_closed:
                writer.cancel()
        self._changes.clear()


class WhooshReader:
    """One commit, as the Reader contract says."""

    def __init__(self, directory: Path, index: Any) -> None:
        self._directory = directory
        self._index = index
        self.refresh()

    def refresh(self) -> None:
        with _damage(self._directory):
            self._snapshot = _snapshot(self._index.reader())

    def search(self, request: Request) -> Answer:
        return search(self._snapshot, request)

    def count(self, clause: Clause) -> int:
        return len(Evaluation(self._snapshot).matches(clause))

    def size(self) -> int:
        return self._snapshot.size

    def get(self, docid: str) -> str | None:
        number = self._snapshot.find(docid)
        return None if number is None else self._snapshot.stored(number)

    def docids(self) -> Iterator[str]:
        return map(self._snapshot.docid, self._snapshot.all())

    def terms(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        found = self._snapshot.terms(field, prefix)
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def frequency(self, field: str, term: str) -> int:
        return self.count(Term(field, term))

    def explain(self, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
        return explain(self._snapshot, clause, docids)

    def close(self) -> None:
        self._snapshot = Snapshot([])


def _snapshot(reader: Any) -> Snapshot:
    segments = (
        [open_segment(leaf) for leaf, _ in reader.leaf_readers()] if reader.doc_count_all() else []
    )
    reader.close()
    return Snapshot(segments)


@contextmanager
def _damage(directory: Path) -> Iterator[None]:
    """Whatever goes wrong inside is a damaged index: its files hold pickles and raw structs, and
    one that was cut or overwritten can raise anything at all."""
    try:
        yield
    except Exception as error:
        raise IndexDamaged(
            f"{directory}: the index cannot be read ({type(error).__name__}: {error})"
        ) from error
