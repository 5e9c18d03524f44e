"""The Whoosh engine: pure Python, always installed.

Writing: whoosh_encoding (a record to terms), whoosh_inverter and whoosh_merging (to posting
lists), whoosh_codec (to a segment's one file, within Whoosh's commit), whoosh_policy (which
segments are merged). Reading: whoosh_table (the commit), whoosh_segment with whoosh_dictionary,
whoosh_postings and whoosh_columns (its files), whoosh_snapshot (all of it as one), whoosh_clauses
(what matches and scores), whoosh_ranking and whoosh_search (what comes first).

For other programs that open the directory with Whoosh: whoosh_fields (the schema in the table of
contents), whoosh_reading and whoosh_matching (the read side of the codec).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from whoosh.index import FileIndex

from searcher.engines.base import Answer, Encoding, Request
from searcher.engines.whoosh_clauses import Evaluation
from searcher.engines.whoosh_layout import decompress
from searcher.engines.whoosh_search import explain, frequency, most_frequent, search
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.engines.whoosh_storage import DurableStorage
from searcher.engines.whoosh_table import INDEX_NAME, open_segments, read_table
from searcher.errors import IndexDamaged
from searcher.query.clauses import Clause
from searcher.record import Record


def create(directory: str | os.PathLike[str]) -> WhooshEngine:
    """A new index in an empty directory."""
    directory = os.fspath(directory)
    from searcher.engines.whoosh_fields import whoosh_schema

    FileIndex.create(DurableStorage(directory), whoosh_schema(), INDEX_NAME)
    return WhooshEngine(directory)


def open(directory: str | os.PathLike[str]) -> WhooshEngine:
    """The index in a directory."""
    engine = WhooshEngine(os.fspath(directory))
    engine.committed()
    return engine


class WhooshEngine:
    """One index in one directory, as the Engine contract says."""

    name = "whoosh"
    batch = 25_000  # what it takes goes to a file meanwhile, and merging is dear

    def __init__(self, directory: str) -> None:
        self._directory = directory
        self._storage = DurableStorage(directory)

    def encode(self, docid: str, record: Record) -> bytes:
        from searcher.engines.whoosh_encoding import encode

        return encode(docid, record).dump()

    def stored(self, encoded: bytes) -> str:
        from searcher.engines.whoosh_encoding import load

        return decompress(load(encoded).stored)

    def committed(self) -> str:
        with damage(self._directory):
            return max((each.commit for each in read_table(self._storage)), default="")

    def ghosts(self) -> int:
        return 0  # postings and lengths are counted without what is deleted

    def writer(self, encoding: Encoding | None = None) -> Any:
        # Reading needs nothing of what writing does.
        from searcher.engines.whoosh_writer import WhooshWriter

        return WhooshWriter(self._directory, self._storage, INDEX_NAME)

    def reader(self) -> WhooshReader:
        return WhooshReader(self._directory, self._storage)


class WhooshReader:
    """One commit, as the Reader contract says."""

    def __init__(self, directory: str, storage: DurableStorage) -> None:
        self._directory = directory
        self._storage = storage
        self._snapshot = self._open()

    def refresh(self) -> None:
        before = self._snapshot
        self._snapshot = self._open()
        before.close()

    def _open(self) -> Snapshot:
        with damage(self._directory):
            return Snapshot(open_segments(self._storage))

    def search(self, request: Request) -> Answer:
        with damage(self._directory):
            return search(self._snapshot, request)

    def count(self, clause: Clause) -> int:
        with damage(self._directory):
            return len(Evaluation(self._snapshot).matches(clause))

    def size(self) -> int:
        return self._snapshot.size

    def get(self, docid: str) -> str | None:
        with damage(self._directory):
            number = self._snapshot.find(docid)
            return None if number is None else self._snapshot.stored(number)

    def docids(self) -> Iterator[str]:
        with damage(self._directory):
            yield from self._snapshot.live_docids()

    def terms(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        with damage(self._directory):
            return most_frequent(self._snapshot, field, prefix, limit)

    def frequency(self, field: str, term: str) -> int:
        with damage(self._directory):
            return frequency(self._snapshot, field, term)

    def explain(self, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
        with damage(self._directory):
            return explain(self._snapshot, clause, docids)

    def close(self) -> None:
        self._snapshot.close()


@contextmanager
def damage(directory: str) -> Iterator[None]:
    """Whatever goes wrong inside is a damaged index: its files hold pickles and raw structs, and
    one that was cut or overwritten can raise anything at all."""
    try:
        yield
    except Exception as error:
        raise IndexDamaged(
            f"{directory}: the index cannot be read ({type(error).__name__}: {error})"
        ) from error
