"""Postings: the records that hold a term, with counts and positions."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(slots=True)
class Postings:
    """A term in a field: ascending document numbers, counts beside them, positions in one row.

    positions: of the first document, then of the second, and so on, `counts` of each.
    """

    ids: Sequence[int]
    counts: Sequence[int]
    positions: Sequence[int]
    _ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def places(self, number: int) -> Sequence[int]:
        """The positions in one document, ascending; empty when it does not hold the term."""
        index = bisect_left(self.ids, number)
        if index == len(self.ids) or self.ids[index] != number:
            return ()
        if not self._ends:
            self._ends = list(accumulate(self.counts))
        end = self._ends[index]
        return self.positions[end - self.counts[index] : end]


NONE = Postings((), (), ())


def join(parts: Iterable[tuple[int, Postings]]) -> Postings:
    """Postings of several segments as one; each part comes with its first document number."""
    found = [(base, each) for base, each in parts if each.ids]
    if not found:
        return NONE
    if len(found) == 1 and not found[0][0]:
        return found[0][1]
    ids, counts, positions = array("I"), array("I"), array("I")
    for base, each in found:
        ids.extend([base + number for number in each.ids] if base else each.ids)
        counts.extend(each.counts)
        positions.extend(each.positions)
    return Postings(ids, counts, positions)


def unite(parts: Sequence[Postings]) -> Postings:
    """Postings of several terms as if they were one term."""
    if len(parts) == 1:
        return parts[0]
    places: dict[int, list[int]] = {}
    for part in parts:
        for number in part.ids:
            places.setdefault(number, []).extend(part.places(number))
    ids, counts, positions = array("I"), array("I"), array("I")
    for number in sorted(places):
        ids.append(number)
        counts.append(len(places[number]))
        positions.extend(sorted(places[number]))
    return Postings(ids, counts, positions)


def without(postings: Postings, deleted: set[int]) -> Postings:
    """The postings of what is not deleted."""
    if deleted.isdisjoint(postings.ids):
        return postings
    ids, counts, positions = array("I"), array("I"), array("I")
    for number, count in zip(postings.ids, postings.counts, strict=True):
        if number not in deleted:
            ids.append(number)
            counts.append(count)
            positions.extend(postings.places(number))
    return Postings(ids, counts, positions)
