"""A posting list as Whoosh's queries go through one (see `whoosh_reading`)."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.reading import TermInfo

from searcher.engines.whoosh_postings import Postings


class PostingsMatcher(LeafMatcher):  # type: ignore[misc]
    """Goes through a posting list that is in memory; all of it is one block to Whoosh."""

    def __init__(
        self, term: tuple[str, bytes], postings: Postings, info: TermInfo, format_: Any, scorer: Any
    ) -> None:
        self._term = term
        self._postings = postings
        self._info = info
        self.format = format_
        self.scorer = scorer
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._postings)

    def reset(self) -> None:
        self._at = 0

    def copy(self) -> PostingsMatcher:
        other = PostingsMatcher(self._term, self._postings, self._info, self.format, self.scorer)
        other._at = self._at
        return other

    def id(self) -> int:
        return self._postings.ids[self._at]

    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip_to(self, id: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._postings.ids, id, self._at)

    def skip_to_quality(self, minquality: float) -> int:
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._postings)
        return 1

    def weight(self) -> float:
        return float(self._postings.counts[self._at])

    def value(self) -> bytes:
        encoded: bytes = self.format.encode(self._positions())
        return encoded

    def value_as(self, astype: str) -> Any:
        return self._positions() if astype == "positions" else super().value_as(astype)

    def _positions(self) -> list[int]:
        end = self._postings.ends()[self._at]
        return list(self._postings.positions[end - self._postings.counts[self._at] : end])

    def block_min_length(self) -> int:
        return self._info.min_length()  # type: ignore[no-any-return]

    def block_max_length(self) -> int:
        return self._info.max_length()  # type: ignore[no-any-return]

    def block_max_weight(self) -> float:
        return self._info.max_weight()  # type: ignore[no-any-return]
