"""The tantivy engine: native, for large collections."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tantivy import Query

from searcher.engines.base import Answer, Encoding, Request, encoded
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_schema import KEY, create_index, open_index
from searcher.engines.tantivy_search import Search
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.tantivy_storage import (
    Meta,
    commit_name,
    damage,
    read_meta,
    set_block_size,
)
from searcher.query.clauses import Clause
from searcher.record import Record

if TYPE_CHECKING:
    from searcher.engines.tantivy_writer import TantivyWriter


BLOCK_BYTES = 8192
"""Stored records are compressed together up to this size, half of what tantivy does by itself: one
is then read in half the time, and an index is a twenty-fifth larger."""


def create(directory: str | os.PathLike[str]) -> TantivyEngine:
    """A new index in an empty directory."""
    directory = os.fspath(directory)
    with damage(directory):
        create_index(directory)
        set_block_size(directory, BLOCK_BYTES)
        return TantivyEngine(directory, open_index(directory))


def open(directory: str | os.PathLike[str]) -> TantivyEngine:
    """The index in a directory."""
    directory = os.fspath(directory)
    with damage(directory):
        read_meta(directory)
        return TantivyEngine(directory, open_index(directory))


class TantivyEngine:
    """One index in one directory, as the Engine contract says."""

    name = "tantivy"
    batch = 12_500  # 3 kB of memory a record; and eight segments of that size are merged into one

    def __init__(self, directory: str, index: Any) -> None:
        self._directory = directory
        self._index = index

    def encode(self, docid: str, record: Record) -> bytes:
        # What only writing needs is imported when something is written.
        from searcher.engines.tantivy_encoding import encode

        return encode(docid, record)

    def stored(self, encoded: bytes) -> str:
        from searcher.engines.tantivy_encoding import stored

        return stored(encoded)

    def committed(self) -> str:
        with damage(self._directory):
            return commit_name(self._directory)

    def ghosts(self) -> int:
        from searcher.engines.tantivy_ghosts import read_ghosts

        with damage(self._directory):
            return read_ghosts(self._directory, read_meta(self._directory).segments).total

    def writer(self, encoding: Encoding | None = None) -> TantivyWriter:
        from functools import partial

        from searcher.engines.tantivy_writer import TantivyWriter

        return TantivyWriter(self._directory, self._index, encoding or partial(encoded, self))

    def reader(self) -> TantivyReader:
        return TantivyReader(self._directory, self._index)


class TantivyReader:
    """One commit, as the Reader contract says."""

    def __init__(self, directory: str, index: Any) -> None:
        self._directory = directory
        self._index = index
        self.refresh()

    def refresh(self) -> None:
        with damage(self._directory):
            self._index.reload()
            meta: Meta = read_meta(self._directory)
            searcher = SoundSearcher(self._directory, self._index.searcher())
        self._search = Search(searcher, self._index.schema, meta.deleted > 0)

    def search(self, request: Request) -> Answer:
        return self._search.answer(request)

    def count(self, clause: Clause) -> int:
        query, _ = self._search.translate(clause)
        return self._search.count(query)

    def size(self) -> int:
        return self._search.searcher.num_docs

    def get(self, docid: str) -> str | None:
        searcher = self._search.searcher
        query = Query.term_query(self._search.schema, KEY, key_of(docid), "basic")
        hits = searcher.search(query, 1, count=False).hits
        return str(searcher.record(hits[0][1])[1]) if hits else None

    def docids(self) -> Iterator[str]:
        keys = self._search.terms.starting(KEY, "")
        return (json.loads(f'"{key}"') for key, _ in keys)

    def terms(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        return self._search.terms.starting(field, prefix, limit)

    def frequency(self, field: str, term: str) -> int:
        return self._search.terms.frequency(field, term)

    def explain(self, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
        return self._search.explain(clause, docids)

    def close(self) -> None:
        """Let go of the files."""
        del self._search
