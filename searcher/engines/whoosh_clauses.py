"""Clauses against a snapshot: which documents match, and what each of them scores.

A term scores BM25 with k1 1.2 and b 0.75 on exact field lengths:
    ln(1 + (N - df + 0.5) / (df + 0.5)) * 2.2 * tf / (tf + 1.2 * (0.25 + 0.75 * length / average))
where N counts all live records and the average is over all of them. Adjacent and Near score the
same, with the sum of their terms' idf and, for tf, how often they occur (Near: stretches that do
not overlap, from the left). Expansions and similar terms score 1; dates, presence and All 0.
On ANY, a term or phrase scores that on the combined field, plus TITLE_SHARE of the same on the
title, plus BODY_SHARE of the same on the body, where it matches as well as in the combined field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import log

from searcher import schema
from searcher.engines.whoosh_encoding import PRESENT
from searcher.engines.whoosh_postings import Postings, unite
from searcher.engines.whoosh_postings import add_up as add_up_postings
from searcher.engines.whoosh_proximity import adjacent, near
from searcher.engines.whoosh_snapshot import PARTS, Snapshot
from searcher.engines.whoosh_terms import expand, similar
from searcher.query.plan import (
    Adjacent,
    All,
    Between,
    Clause,
    Every,
    Expansion,
    Has,
    Near,
    Nothing,
    Ranked,
    Similar,
    Some,
    Term,
)  # fmt: skip

K1 = 1.2
B = 0.75

Scores = dict[int, float]

_SHARES = ((schema.ANY, 1.0), ("title", schema.TITLE_SHARE), ("body", schema.BODY_SHARE))


class Evaluation:
    """One walk over a clause; postings are read once. `notes` says what was cut short."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._read: dict[tuple[str, str | Expansion], Postings] = {}
        self._leaves: dict[Clause, Scores] = {}
        self.notes: list[str] = []

    def matches(self, clause: Clause) -> set[int]:
        """The documents that match."""
        match clause:
            case All():
                return self._snapshot.all()
            case Nothing():
                return set()
            case Has(field):
                return self._present(field)
            case Between(field, low, high):
                return self._between(field, low, high)
            case Every(clauses, excluded):
                found = set.intersection(*map(self.matches, clauses))
                for each in excluded:
                    if found:
                        found -= self.matches(each)
                return found
            case Some(clauses):
                return set().union(*map(self.matches, clauses))
            case Ranked(match):
                return self.matches(match)
        return set(self._leaf(clause))

    def scores(self, clause: Clause) -> Scores:
        """The documents that match, with their scores."""
        match clause:
            case Every(clauses):
                found = dict.fromkeys(self.matches(clause), 0.0)
                for each in clauses:
                    add_where(found, self.scores(each))
                return found
            case Some(clauses):
                return add_up(map(self.scores, clauses))
            case Ranked(match, extra, weight):
                found = self.scores(match)
                for each in extra:
                    add_where(found, self.scores(each), weight)
                return found
            case Term() | Adjacent() | Near() | Expansion() | Similar():
                return dict(self._leaf(clause))
        return dict.fromkeys(self.matches(clause), 0.0)

    def leaves(self, clause: Clause, weight: float = 1.0) -> list[tuple[Clause, float]]:
        """The leaf clauses that can add to a score, with the weight that they do it by."""
        match clause:
            case Every(clauses) | Some(clauses):
                return [leaf for each in clauses for leaf in self.leaves(each, weight)]
            case Ranked(match, extra, share):
                found = self.leaves(match, weight)
                for each in extra:
                    found += self.leaves(each, weight * share)
                return found
        return [(clause, weight)]

    def _leaf(self, clause: Clause) -> Scores:
        found = self._leaves.get(clause)
        if found is None:
            found = self._leaves[clause] = self._score_leaf(clause)
        return found

    def _score_leaf(self, clause: Clause) -> Scores:
        match clause:
            case Term(field, term):
                return self._shared(field, lambda each: self._score_term(each, term))
            case Adjacent(field, terms):
                return self._shared(field, lambda each: self._score_phrase(each, terms, adjacent))
            case Near(field, terms, window):
                return self._shared(
                    field,
                    lambda each: self._score_phrase(
                        each, terms, lambda places: near(places, window)
                    ),
                )
            case Expansion(field) | Similar(field):
                fields = (schema.ANY, "body") if field == schema.ANY else (field,)
                ids: set[int] = set()
                for each in fields:
                    for postings in self._variants(each, clause):
                        ids.update(postings.ids)
                return dict.fromkeys(ids, 1.0)
        raise AssertionError(clause)

    def _shared(self, field: str, score: Callable[[str], Scores]) -> Scores:
        if field != schema.ANY:
            return score(field)
        return add_up(
            {number: share * value for number, value in score(each).items()}
            for each, share in _SHARES
        )

    def _score_term(self, field: str, term: str) -> Scores:
        postings = self._postings(field, term)
        counts = zip(postings.ids, postings.counts, strict=True)
        return self._bm25(field, self._idf(postings), counts)

    def _score_phrase(
        self,
        field: str,
        pieces: tuple[str | Expansion, ...],
        count: Callable[[list[Iterable[int]]], int],
    ) -> Scores:
        idf = sum(self._idf(self._postings(field, piece)) for piece in pieces)
        found: dict[int, int] = {}
        # A phrase of `any` stands in one of its parts; it cannot reach from one into another.
        for part in PARTS if field == schema.ANY else (field,):
            for number, tf in self._occurrences(part, pieces, count):
                found[number] = found.get(number, 0) + tf
        return self._bm25(field, idf, found.items())

    def _occurrences(
        self,
        field: str,
        pieces: tuple[str | Expansion, ...],
        count: Callable[[list[Iterable[int]]], int],
    ) -> Iterator[tuple[int, int]]:
        parts = [self._postings(field, piece) for piece in pieces]
        shortest = min(parts, key=len)
        candidates = set(shortest.ids)
        for part in parts:
            if part is not shortest and candidates:
                candidates.intersection_update(part.ids)
        for number in candidates:
            if tf := count([part.places(number) for part in parts]):
                yield number, tf

    def _bm25(self, field: str, idf: float, counts: Iterable[tuple[int, int]]) -> Scores:
        lengths = self._snapshot.lengths(field)
        average = self._snapshot.average_length(field) or 1.0
        weight = idf * (K1 + 1)
        return {
            number: weight * tf / (tf + K1 * (1 - B + B * lengths[number] / average))
            for number, tf in counts
        }

    def _idf(self, postings: Postings) -> float:
        df = len(postings)
        return log(1 + (self._snapshot.size - df + 0.5) / (df + 0.5))

    def _postings(self, field: str, piece: str | Expansion) -> Postings:
        found = self._read.get((field, piece))
        if found is None:
            if not isinstance(piece, Expansion):
                found = self._snapshot.postings(field, piece)
            elif field == schema.ANY:
                found = add_up_postings([self._postings(part, piece) for part in PARTS])
            else:
                found = unite(self._variants(field, piece))
            self._read[field, piece] = found
        return found

    def _variants(self, field: str, clause: Expansion | Similar) -> list[Postings]:
        if isinstance(clause, Expansion):
            terms, note = expand(self._snapshot, field, clause)
        else:
            terms, note = similar(self._snapshot, field, clause)
        if note and note not in self.notes:
            self.notes.append(note)
        return [self._postings(field, term) for term in terms]

    def _present(self, field: str) -> set[int]:
        if field == "year":
            field = "date"
        return set(self._snapshot.postings(field, PRESENT).ids)

    def _between(self, field: str, low: int, high: int) -> set[int]:
        columns = self._snapshot.columns
        return {n for n in self._present(field) if low <= columns(n).date <= high}


def add_up(parts: Iterable[Scores]) -> Scores:
    """Every document of any part, with the sum of its scores, added from the left."""
    total: Scores = {}
    for part in parts:
        if not total:
            total = dict(part)
            continue
        get = total.get
        for number, score in part.items():
            total[number] = get(number, 0.0) + score
    return total


def add_where(total: Scores, part: Scores, weight: float = 1.0) -> None:
    """Add a part's scores to the documents that are there already."""
    if len(part) < len(total):
        for number, score in part.items():
            if number in total:
                total[number] += weight * score
    else:
        for number in total:
            if number in part:
                total[number] += weight * part[number]
