"""BM25: what a term that occurs so often scores in a field of such a length.

With k1 1.2 and b 0.75, on exact lengths, a term scores idf * 2.2 * saturation, where
    idf = ln(1 + (N - df + 0.5) / (df + 0.5))
    saturation = tf / (tf + 1.2 * (0.25 + 0.75 * length / average))
N counts all live records, df those that hold the term, and the average is over all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

K1 = 1.2
B = 0.75


def idf(size: int, df: int) -> float:
    """The weight of a term that df of `size` records hold."""
    return log(1 + (size - df + 0.5) / (df + 0.5)) * (K1 + 1)


class _Row(dict[int, float]):
    """The saturation of one count by length, each computed once."""

    def __init__(self, count: int, average: float) -> None:
        super().__init__()
        self._count = count
        self._average = average

    def __missing__(self, length: int) -> float:
        count = self._count
        value = count / (count + K1 * (1 - B + B * length / self._average))
        self[length] = value
        return value


class Saturation(dict[int, _Row]):
    """Rows by count, for one field of one snapshot; lengths: tokens by document number."""

    def __init__(self, lengths: Sequence[int], average: float) -> None:
        super().__init__()
        self._lengths = lengths
        self._average = average or 1.0

    def __missing__(self, count: int) -> _Row:
        row = self[count] = _Row(count, self._average)
        return row

    def scores(self, weight: float, ids: Sequence[int], counts: Sequence[int]) -> list[float]:
        """The scores of documents, in their order."""
        lengths = self._lengths
        if isinstance(counts, bytes) and counts.count(1) == len(counts):
            row = self[1]
            return [weight * row[lengths[number]] for number in ids]
        return [
            weight * self[count][lengths[number]] for number, count in zip(ids, counts, strict=True)
        ]
