"""Which segments a commit merges, and how they are handed to Whoosh's writer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.reading import IndexReader

from searcher.engines.whoosh_fields import whoosh_schema
from searcher.engines.whoosh_segment import Segment
from searcher.engines.whoosh_table import FIELD, SegmentEntry


class MovedRecords(IndexReader):  # type: ignore[misc]
    """The live records of a segment, in the form in which Whoosh's writer takes readers over."""

    def __init__(self, segment: Segment) -> None:
        self._moved = segment

    def indexed_field_names(self) -> tuple[str, ...]:
        return ()

    def has_deletions(self) -> bool:
        return False  # those that are deleted are not among these

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return default

    def iter_docs(self) -> Iterator[tuple[int, dict[str, Any]]]:
        deleted = self._moved.deleted
        for number in range(self._moved.size):
            if number not in deleted:
                yield number, {FIELD: (self._moved, number)}

    def iter_postings(self) -> Iterator[Any]:
        return iter(())


class MergePolicy:
    """Which segments a commit merges into the one that it writes.

    Segments are put on levels by size, each FAN times the one below; a level of FAN segments is
    merged. A segment of which more than a fifth is deleted is written again. So an index of n
    records has about FAN segments for each power of FAN in n, and each record is copied once a
    level.
    """

    FAN = 8
    SMALL = 1000

    def __init__(self, storage: Any, commit: str, everything: bool) -> None:
        self._storage = storage
        self._commit = commit
        self._everything = everything
        self._opened: list[Segment] = []

    def close(self) -> None:
        """Let go of the segments that were merged."""
        for segment in self._opened:
            segment.close()

    def __call__(self, writer: Any, segments: list[SegmentEntry]) -> list[SegmentEntry]:
        full = [each for each in segments if each.doc_count_all()]
        chosen = self._choose(full, writer.doc_count())
        # An empty segment only keeps the name of the commit, and goes when another one can.
        kept = [each for each in full if each not in chosen]
        if not chosen and not writer.doc_count():
            kept = segments
        for each in segments:
            if each in chosen:
                segment = each.open(self._storage)
                self._opened.append(segment)
                writer.add_reader(MovedRecords(segment))
        for each in (*kept, writer.newsegment):
            if self._commit:
                each.commit = self._commit
        if not self._commit:
            writer.newsegment.commit = max((each.commit for each in segments), default="")
        # From here on Whoosh only writes the table: with the schema that other programs want.
        writer.schema = whoosh_schema()
        return kept

    def _choose(self, segments: list[SegmentEntry], added: int) -> set[SegmentEntry]:
        if self._everything:
            one = len(segments) == 1 and not segments[0].has_deletions() and not added
            return set() if one else set(segments)
        chosen = {each for each in segments if each.deleted_count() * 5 > each.doc_count_all()}
        levels: dict[int, list[SegmentEntry]] = {}
        for each in segments:
            levels.setdefault(self._level(each.doc_count()), []).append(each)
        size = added
        for level in sorted(levels):
            # The new segment counts where it will be, with what is merged into it so far.
            held = len(levels[level]) + (self._level(size) <= level and size > 0)
            if held >= self.FAN:
                chosen.update(levels[level])
                size += sum(each.doc_count() for each in levels[level])
        return chosen

    def _level(self, size: int) -> int:
        level = 0
        while size >= self.SMALL:
            size //= self.FAN
            level += 1
        return level
