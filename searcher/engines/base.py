"""The contract of every engine; nothing here assumes one process or one disk.

An engine holds encoded records under docids and answers clauses of terms. It never sees a raw
file or a user's text. One file of tests (tests/test_engine_contract.py) runs against each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from searcher.frozen import frozen
from searcher.query.clauses import Clause
from searcher.record import Record, docid_in

if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object  # which every query can do without

SORTS = ("relevance", "newest", "oldest", "journal", "title")


@frozen
class Request:
    """What to find and which part of it to return.

    sort: one of SORTS; every order is total (ties by docid ascending).
    facets: fields of FACETS to count over all matches, not only the returned ones.
    """

    clause: Clause
    limit: int = 10
    offset: int = 0
    sort: str = "relevance"
    facets: tuple[str, ...] = ()


FACETS = ("year", "journal", "keywords", "type")


class Match(NamedTuple):
    """One matching record: its score (0.0 where the sort is not by relevance) and stored JSON."""

    docid: str
    score: float
    stored: str


@frozen
class Answer:
    """total: all matches, which an engine may count when it is asked for (of the same commit);
    matches: those asked for, in order; facets: (value, count) lists, most frequent first, ties by
    value; notes: what was cut short (expansions), for the user."""

    total: int
    matches: tuple[Match, ...]
    facets: dict[str, tuple[tuple[str, int], ...]]
    notes: tuple[str, ...] = ()


Encoding = Callable[[Iterable[str]], Iterable[tuple[str, bytes]]]
"""From records as JSON to the docid and the encoded form of each, in any order."""


Told = Callable[[int, int], None]
"""Is told how many records of how many have been written anew."""


class Writer(Protocol):
    """Changes to an index; none is visible before `commit`, all are durable after it."""

    def add(self, docid: str, encoded: bytes, *, new: bool = False) -> None:
        """Put a record under a docid, in place of what was there (also within one batch).

        new: the caller knows that nothing is there, so that nothing need be looked for.
        """

    def delete(self, docid: str) -> None:
        """Take the record of this docid out; none there is no error."""

    def commit(self) -> None:
        """Make everything since the last commit durable and visible; the writer stays usable."""

    def tidy(self, at_most: int | None = None, told: Told | None = None) -> None:
        """Commit, and take what is gone out of all scores.

        at_most: so many records may be written anew for it; else as many as it takes.
        """

    def optimize(self, told: Told | None = None) -> None:
        """Commit, take what is gone out of all scores, and merge what is there into as little as
        possible."""

    def close(self) -> None:
        """Throw away what is not committed and let go of the index."""


class Reader(Protocol):
    """One commit of an index, unchanging until `refresh`."""

    def search(self, request: Request) -> Answer: ...

    def count(self, clause: Clause) -> int:
        """How many records match."""

    def size(self) -> int:
        """How many records there are."""

    def get(self, docid: str) -> str | None:
        """The stored JSON of one record."""

    def docids(self) -> Iterator[str]:
        """Every docid, each once, in no order."""

    def terms(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        """Terms of a field that begin so with their record counts, most frequent first."""

    def frequency(self, field: str, term: str) -> int:
        """How many records hold the term in the field."""

    def explain(self, clause: Clause, docids: Iterable[str]) -> list[dict[str, float]]:
        """For each docid, what each leaf clause (as its `str`) adds to the score; absent = 0."""

    def refresh(self) -> None:
        """See the last commit."""

    def close(self) -> None: ...


class Engine(Protocol):
    """One index on one storage; created or opened by the engine module's functions.

    Every engine module has `create(directory) -> Engine` (in an empty directory) and
    `open(directory) -> Engine`; both raise IndexDamaged for what they cannot read.
    """

    name: str
    batch: int
    """So many records are best committed together: each commit makes a segment that every query
    asks, and a batch takes memory."""

    def encode(self, docid: str, record: Record) -> bytes:
        """The record analysed as far as that needs no index; pure, and fit to be sent between
        processes."""

    def stored(self, encoded: bytes) -> str:
        """The stored JSON inside what `encode` gave: byte for byte what `Reader.get` will give."""

    def committed(self) -> str:
        """The name of the last durable commit: another one after each commit that changed
        anything, the same while there was none (a merge alone is none)."""

    def ghosts(self) -> int:
        """How many records that are gone may still have a part in scores, until `optimize`."""

    def writer(self, encoding: Encoding | None = None) -> Writer:
        """encoding: makes what `encode` would make of records that are in the index already;
        None makes it here, record by record."""

    def reader(self) -> Reader: ...


def encoded(engine: Engine, texts: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The plainest Encoding: one record after another."""
    for text in texts:
        docid = docid_in(text)
        yield docid, engine.encode(docid, Record.from_json(json.loads(text)))


def load(name: str) -> object:
    """The engine module of this name; imported only here and only when needed."""
    import importlib

    return importlib.import_module(f"searcher.engines.{name}_engine")


__all__ = [
    "FACETS",
    "SORTS",
    "Answer",
    "Encoding",
    "Engine",
    "Match",
    "Reader",
    "Request",
    "Writer",
    "encoded",
]
