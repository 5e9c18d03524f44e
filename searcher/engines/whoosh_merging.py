"""Posting lists of several sources merged into one segment's, and which segments are merged."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from searcher.engines.whoosh_dictionary import DictionaryWriter, Entry
from searcher.engines.whoosh_postings import WIDE, Postings, join, pack, renumber, shift


class Source(NamedTuple):
    """Posting lists that go into a new segment, and where their documents go.

    numbers: the new number of each document by its old one, -1 for those that stay behind;
    None when all are kept, each `base` further.
    """

    entries: Iterator[Entry]
    base: int = 0
    numbers: Sequence[int] | None = None


def write_field(writer: DictionaryWriter, field: str, sources: Sequence[Source]) -> None:
    """Merge one field's posting lists; sources come in the order of their new numbers."""
    if len(sources) == 1 and not sources[0].base and sources[0].numbers is None:
        for entry in sources[0].entries:
            writer.add(entry)
    else:
        streams = [_tagged(index, source) for index, source in enumerate(sources)]
        for _, group in groupby(merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
            merged = _merged([(entry, sources[index]) for _, index, entry in group])
            if merged is not None:
                writer.add(merged)
    writer.finish_field(field)


def _tagged(index: int, source: Source) -> Iterator[tuple[bytes, int, Entry]]:
    return ((entry.term, index, entry) for entry in source.entries)


def _merged(found: list[tuple[Entry, Source]]) -> Entry | None:
    """One term of all sources that hold it, or None when no document of it is left."""
    entry, source = found[0]
    if len(found) == 1 and source.numbers is None:
        flags, data = shift(entry.size, entry.flags, entry.data, source.base)
        return Entry(entry.term, entry.size, flags, data)
    parts: list[tuple[int, Postings]] = []
    for each, source in found:
        postings = each.postings()
        if source.numbers is not None:
            numbers = source.numbers
            kept = [number for number in postings.ids if numbers[number] >= 0]
            postings = renumber(postings, kept, numbers)
        parts.append((source.base, postings))
    whole = join(parts)
    if not whole.ids:
        return None
    wide = any(each.flags & WIDE for each, _ in found)
    positions = array("I" if wide else "H", whole.positions).tobytes()
    flags, data = pack(whole.ids, whole.counts, positions, wide)
    return Entry(entry.term, len(whole.ids), flags, data)
