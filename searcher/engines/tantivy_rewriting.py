"""Which segments are written anew when records of them are deleted, and their records as lines.

tantivy counts a deleted record in document frequencies and lengths as long as its segment is
there, and a merge takes it out by estimate. A segment of which every record is deleted is dropped
by the commit, and its statistics with it. So records that are left are taken out too, and put in
again as new ones: scores are then those of an index that never had the deleted ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from tantivy import DocAddress, Query

from searcher.engines.base import Told
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_schema import KEY
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.tantivy_storage import Segment

AT_ONCE = 12_500
"""So many records are committed together where segments are small, as in a batch."""

_TOLD = 500
"""After so many records it is told how many have been written."""

SHARE = 5
"""A segment of which more than a fifth is deleted is always written anew: that costs no more than
four records for each one deleted, and holds the size of an index down."""


def worth_rewriting(
    segments: Sequence[Segment], estimated: Mapping[str, int], room: float
) -> list[int]:
    """The numbers of segments to write anew: where much is deleted, and then the smallest.

    estimated: how many deleted records the statistics of each, by name, hold by estimate.
    """
    numbers = [
        number
        for number, segment in enumerate(segments)
        if segment.deleted or estimated[segment.id]
    ]
    chosen = []
    for number in sorted(numbers, key=lambda number: segments[number].live):
        segment = segments[number]
        if segment.live <= room or segment.deleted * SHARE > segment.size:
            chosen.append(number)
            room -= segment.live
    return chosen


def first_step(segments: Sequence[Segment], chosen: Sequence[int]) -> Sequence[int]:
    """As many of the chosen segments, at least one, as are written anew at once."""
    ends = accumulate(segments[number].live for number in chosen)
    return chosen[: max(1, sum(end <= AT_ONCE for end in ends))]


def counting(told: Told | None, before: int, total: int) -> Callable[[int], None]:
    """Tells, now and then, of a count that goes on from `before`."""

    def tell(count: int) -> None:
        if told is not None and (count % _TOLD == 0 or before + count == total):
            told(before + count, total)

    return tell


def stored_records(
    searcher: SoundSearcher, schema: Any, number: int, segment: Segment
) -> Iterator[str]:
    """Each live record of a segment, as JSON."""
    for place in range(segment.size):
        docid, text = searcher.record(DocAddress(number, place))
        if not segment.deleted or address_of(searcher, schema, docid) == (number, place):
            yield text


def address_of(searcher: SoundSearcher, schema: Any, docid: str) -> tuple[int, int] | None:
    """Where the live record of this docid is: the number of its segment, and its place in it."""
    key = key_of(docid)
    if not searcher.doc_freq(KEY, key):
        return None  # which is found out sooner than by a search
    query = Query.term_query(schema, KEY, key, "basic")
    hits = searcher.search(query, 1, count=False).hits
    return (hits[0][1].segment_ord, hits[0][1].doc) if hits else None
