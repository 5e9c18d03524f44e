"""Changes to a tantivy index.

Deleted records stay in tantivy's statistics, where their ghosts move scores; so `tidy` writes
segments that hold some anew (see tantivy_rewriting), and `optimize` does so with all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from searcher.engines.base import Encoding, Told
from searcher.engines.tantivy_ghosts import Ghosts, after_commit, read_ghosts, write_ghosts
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_rewriting import (
    address_of,
    counting,
    first_step,
    stored_records,
    worth_rewriting,
)
from searcher.engines.tantivy_schema import KEY
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.tantivy_storage import (
    Segment,
    damage,
    failing_writes,
    is_ended,
    read_meta,
    refusal,
    rewriting,
    settle,
    sweep,
    sync_directory,
)
from searcher.errors import IndexDamaged, IndexLocked

HEAP_BYTES = 60_000_000
"""A segment that grows larger, as when much is written anew, is written before the commit: half as
much again as a batch of records takes, which is to stay one segment."""

THREADS = 1
"""One keeps up with several reading processes; two write twice the segments, which are merged
at once for a third of the time of a build, and need twice the memory."""

TIDY = 8
"""So many segments, no more, are left alone by `optimize`."""

_TRIES = 100
"""How often a merge may end between the opening of an index and a look at its table."""


class TantivyWriter:
    """One writer, as the Writer contract says."""

    def __init__(self, directory: str, index: Any, encoding: Encoding) -> None:
        self._directory = directory
        self._encoding = encoding
        self._index = index
        self._writer: Any = None
        self._open()

    def add(self, docid: str, encoded: bytes, *, new: bool = False) -> None:
        if not new or docid in self._present:
            self._remove(docid)
        self._add(encoded)
        self._present[docid] = True

    def delete(self, docid: str) -> None:
        self._remove(docid)
        self._present[docid] = False

    def commit(self) -> None:
        if self._present:
            self._finish(self._before - self._gone.total() + sum(self._present.values()))

    def tidy(self, at_most: int | None = None, told: Told | None = None) -> None:
        room, done = float("inf") if at_most is None else at_most, 0
        while self._has_ghosts():
            chosen = worth_rewriting(self._segments, self._ghosts.estimated, room - done)
            if not chosen:
                break
            step = first_step(self._segments, chosen)
            before, total = done, done + self._live(chosen)
            done += self._live(step)
            self._rewrite(step, counting(told, before, total))

    def optimize(self, told: Told | None = None) -> None:
        if self._has_ghosts() or len(self._segments) > TIDY:
            everything = range(len(self._segments))
            self._rewrite(everything, counting(told, 0, self._live(everything)))

    def _has_ghosts(self) -> bool:
        """Commit; then no merge is under way any more, and none begins before the next commit."""
        self.commit()
        if self._ghosts.total:
            self.close()
            self._open()
        return self._ghosts.total > 0

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
            if "LockBusy" in str(error):
                raise IndexLocked(f"{self._directory}: another writer holds the index") from error
            raise refusal(self._directory, error) from error
        with damage(self._directory):
            sweep(self._directory)
            settle(self._directory)
            self._begin()

    def _begin(self) -> None:
        """Start a batch: what it changes is counted against what is there now."""
        self._segments = self._searched_segments()
        self._ghosts = self._note_merged(self._segments)
        self._before: int = self._searcher.num_docs
        self._gone = Counter[str]()  # records by the name of their segment
        self._replaced = 0  # records of this batch itself
        self._present: dict[str, bool] = {}

    def _searched_segments(self) -> tuple[Segment, ...]:
        """Those of the searcher, which is made anew."""
        for _ in range(_TRIES):
            self._index.reload()
            self._searcher = SoundSearcher(self._directory, self._index.searcher())
            segments = read_meta(self._directory).segments
            counts = (self._searcher.num_segments, self._searcher.num_docs)
            if counts == (len(segments), sum(segment.live for segment in segments)):
                return segments
        raise IndexDamaged(f"{self._directory}: {counts} segments and records are not {segments}")

    def _note_merged(self, segments: Sequence[Segment]) -> Ghosts:
        """Remember which of these segments ghosts have gone into by merging."""
        ghosts = read_ghosts(self._directory, segments)
        write_ghosts(self._directory, ghosts)
        return ghosts

    def _note_batch(self) -> None:
        """Remember how many ghosts there will be after this batch."""
        segments = read_meta(self._directory).segments
        ghosts = read_ghosts(self._directory, segments)
        ghosts = after_commit(ghosts, segments, self._gone, self._replaced)
        write_ghosts(self._directory, ghosts)

    def _add(self, line: bytes) -> None:
        try:  # the context manager would cost as much as all the rest
            self._writer.add_json(line.decode())
        except ValueError as error:
            if not is_ended(error):
                raise  # a line that does not fit the schema is a mistake of ours
            raise refusal(self._directory, error) from error

    def _remove(self, docid: str) -> None:
        """Delete what is under the docid, if anything is: each deletion costs every segment."""
        key = key_of(docid)
        there = self._present.get(docid)
        if there is None:
            address = address_of(self._searcher, self._index.schema, docid)
            if address is not None:
                there = True
                self._gone[self._segments[address[0]].id] += 1
        elif there:
            self._replaced += 1
        if there:
            # Also one of this batch may be in a segment already.
            self._writer.delete_documents_by_term(KEY, key)

    def _finish(self, expected: int) -> None:
        with damage(self._directory):
            self._note_batch()
        with failing_writes(self._directory):
            self._writer.commit()
            sync_directory(self._directory)
        with damage(self._directory):
            self._begin()
        if self._before != expected:
            raise self._damaged(f"{self._before} records where {expected} were written")

    def _rewrite(self, numbers: Collection[int], told: Callable[[int], None]) -> None:
        """Take out all records of these segments and put them in again."""
        chosen = [self._segments[number] for number in numbers]
        for segment in chosen:
            self._gone[segment.id] = segment.live
        with rewriting(self._directory):
            try:
                self._put_again(numbers, told)
            except BaseException:
                with failing_writes(self._directory):
                    self._writer.rollback()  # or what is in already would still be written
                raise
            self._finish(self._before)
        if not {each.id for each in chosen}.isdisjoint(each.id for each in self._segments):
            raise self._damaged("a record is there twice")

    def _damaged(self, what: str) -> IndexDamaged:
        return IndexDamaged(f"{self._directory}: {what}; repair it with: searcher verify --repair")

    def _put_again(self, numbers: Collection[int], told: Callable[[int], None]) -> None:
        everything = len(numbers) == len(self._segments)
        if everything:
            self._writer.delete_all_documents()
        for count, (docid, line) in enumerate(self._encoding(self._stored(numbers)), 1):
            if not everything:
                self._writer.delete_documents_by_term(KEY, key_of(docid))
            self._add(line)
            told(count)

    def _live(self, numbers: Collection[int]) -> int:
        return sum(self._segments[number].live for number in numbers)

    def _stored(self, numbers: Collection[int]) -> Iterator[str]:
        for number in numbers:
            segment = self._segments[number]
            yield from stored_records(self._searcher, self._index.schema, number, segment)
