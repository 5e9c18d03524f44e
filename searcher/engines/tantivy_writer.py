"""Changes to a tantivy index.

Deleted records stay in tantivy's statistics, where their ghosts move scores; so a commit is
followed by another one that writes segments anew (see tantivy_rewriting), as far as that is done
soon, and `optimize` does so with all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_rewriting import address_of, lines, worth_rewriting
from searcher.engines.tantivy_schema import KEY
from searcher.engines.tantivy_storage import (
    Segment,
    add_merged_ghosts,
    damage,
    failing_writes,
    forget_ghosts,
    ghosts,
    read_meta,
    refusal,
    rewriting,
    settle,
    sweep,
    sync_directory,
)
from searcher.errors import IndexDamaged, IndexLocked

HEAP_BYTES = 300_000_000
THREADS = 1
"""One keeps up with several reading processes; two write twice the segments, which are merged
at once for a third of the time of a build, and need twice the memory."""

TIDY = 8
"""So many segments, no more, are left alone by `optimize`."""

_TRIES = 100
"""How often a merge may end between the opening of an index and a look at its table."""


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
        self._present[docid] = True

    def delete(self, docid: str) -> None:
        self._remove(docid)
        self._present[docid] = False

    def commit(self) -> None:
        if self._present:
            self._finish(self._before - self._gone.total() + sum(self._present.values()))
        self._rewrite(worth_rewriting(self._segments))

    def optimize(self) -> None:
        self.commit()
        with damage(self._directory):
            left = ghosts(self._directory)
        if left or len(self._segments) > TIDY:
            self._rewrite(range(len(self._segments)))

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
        with damage(self._directory):
            self._note_merged(read_meta(self._directory).segments)

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
        self._segments = self._searched_segments()
        self._before: int = self._searcher.num_docs
        self._gone = Counter[int]()  # records by the number of their segment
        self._rewritten: Collection[int] = ()
        self._present: dict[str, bool] = {}

    def _searched_segments(self) -> tuple[Segment, ...]:
        """Those of the searcher, which is made anew."""
        for _ in range(_TRIES):
            self._index.reload()
            self._searcher = self._index.searcher()
            segments = read_meta(self._directory).segments
            counts = (self._searcher.num_segments, self._searcher.num_docs)
            if counts == (len(segments), sum(segment.live for segment in segments)):
                return segments
        raise IndexDamaged(f"{self._directory}: {counts} segments and records are not {segments}")

    def _note_merged(self, segments: Collection[Segment]) -> None:
        """Remember deleted records whose segment has been merged into one of these."""
        left = {segment.id for segment in segments}
        for number, segment in enumerate(self._segments):
            gone = segment.deleted + self._gone[number]
            vanished = segment.id not in left and number not in self._rewritten
            if vanished and 0 < gone < segment.size:
                add_merged_ghosts(self._directory, gone)

    def _remove(self, docid: str) -> None:
        """Delete what is under the docid, if anything is: each deletion costs every segment."""
        key = key_of(docid)
        there = self._present.get(docid)
        if there is None:
            address = address_of(self._searcher, self._index.schema, docid)
            if address is not None:
                there = True
                self._gone[address[0]] += 1
        if there:
            # Also one of this batch may be in a segment already.
            self._writer.delete_documents_by_term(KEY, key)

    def _finish(self, expected: int) -> None:
        with failing_writes(self._directory):
            self._writer.commit()
            sync_directory(self._directory)
        with damage(self._directory):
            self._note_merged(read_meta(self._directory).segments)
            self._begin()
        if self._before != expected:
            raise IndexDamaged(
                f"{self._directory}: {self._before} records where {expected} were written"
            )

    def _rewrite(self, numbers: Collection[int]) -> None:
        """Take out all records of these segments and put them in again."""
        if not numbers:
            return
        self._rewritten = numbers
        everything = len(numbers) == len(self._segments)
        with rewriting(self._directory):
            with failing_writes(self._directory):
                if everything:
                    self._writer.delete_all_documents()
                for number in numbers:
                    segment = self._segments[number]
                    for docid, line in lines(self._searcher, self._index.schema, number, segment):
                        if not everything:
                            self._writer.delete_documents_by_term(KEY, key_of(docid))
                        self._writer.add_json(line.decode())
            self._finish(self._before)
        if everything:
            forget_ghosts(self._directory)
