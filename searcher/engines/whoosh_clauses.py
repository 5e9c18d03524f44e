"""Clauses against a snapshot: which documents match, and what each of them scores.

A term scores BM25 (see `whoosh_scoring`). Adjacent and Near score the same, with the sum of their
terms' idf and, for tf, how often they occur (Near: stretches that do not overlap, from the left).
Expansions and similar terms score 1; dates, presence and All 0. On ANY, a term or phrase scores
that on the combined field, plus TITLE_SHARE of the same on the title, plus BODY_SHARE of the same
on the body; it matches in the combined field or in the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from searcher import schema
from searcher.engines.proximity import adjacency, nearness
from searcher.engines.whoosh_layout import PARTS, PRESENT
from searcher.engines.whoosh_postings import Override, Postings, unite
from searcher.engines.whoosh_scoring import idf
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query.clauses import (
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
from searcher.schema import ANY

Scores = dict[int, float]
Pieces = tuple[str | Expansion, ...]

_FEW = 8
"""Where there are so many times fewer documents than postings, each is looked up."""

_SHARES = (("title", schema.TITLE_SHARE), ("body", schema.BODY_SHARE))


class Evaluation:
    """One walk over a clause; postings are read once. `notes` says what was cut short."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._read: dict[tuple[str, str | Expansion], Postings | Override] = {}
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
                field = "date" if field == "year" else field
                return set(self._postings(field, PRESENT).ids)
            case Between(_, low, high):
                return self._between(low, high)
            case Every(clauses, excluded):
                found = set.intersection(*map(self.matches, clauses))
                for each in excluded:
                    if found:
                        found -= self.matches(each)
                return found
            case Some(clauses):
                found = set()
                for each in clauses:
                    found.update(*self._matching(each))
                return found
            case Ranked(match):
                return self.matches(match)
            case Term():
                return set().union(*self._matching(clause))
        return set(self.leaf(clause))

    def scores(self, clause: Clause) -> Scores:
        """The documents that match, with their scores."""
        match clause:
            case Every(clauses):
                found = dict.fromkeys(self.matches(clause), 0.0)
                for each in clauses:
                    add_where(found, self.scores_among(each, found))
                return found
            case Some(clauses):
                return add_up(map(self.scores, clauses))
            case Ranked(match, _, weight):
                found = self.scores(match)
                for each in self.counted(clause):
                    add_where(found, self.scores_among(each, found), weight)
                return found
            case Term() | Adjacent() | Near() | Expansion() | Similar():
                return dict(self.leaf(clause))
        return dict.fromkeys(self.matches(clause), 0.0)

    def near_scores(self, clause: Near, numbers: Iterable[int]) -> Scores:
        """What Near scores in some documents alone; those that do not match are left out."""
        return self._shared(
            clause.field,
            lambda field: self._score_phrase(field, clause, numbers),
        )

    def _matching(self, clause: Clause) -> list[Iterable[int]]:
        """The documents that match, in parts that may overlap."""
        if not isinstance(clause, Term):
            return [self.matches(clause)]
        fields = (*PARTS, "body") if clause.field == ANY else (clause.field,)
        return [self._snapshot.postings(field, clause.term).ids for field in fields]

    def most(self, term: Term) -> float:
        """More than what the term adds to any score."""
        postings = self._postings(term.field, term.term)
        found = self._idf(postings)
        if term.field == ANY:
            for field, share in _SHARES:
                postings = self._postings(field, term.term)
                found += share * self._idf(postings) if postings.any() else 0.0
        return found

    def scores_among(self, clause: Clause, numbers: Scores) -> Scores:
        """Scores that are right at least for these documents."""
        if isinstance(clause, Term) and clause not in self._leaves:
            postings = self._postings(clause.field, clause.term)
            if _FEW * len(numbers) < postings.most():
                term = clause.term
                return self._shared(
                    clause.field, lambda field: self._score_term(field, term, numbers)
                )
        return self.scores(clause)

    def counted(self, clause: Ranked) -> tuple[Clause, ...]:
        """The extra clauses that count here."""
        return clause.counted(
            self._snapshot.size, lambda field, term: len(self._postings(field, term))
        )

    def leaf(self, clause: Clause) -> Scores:
        """The same as `scores` for a clause that has none under it; not to be changed."""
        found = self._leaves.get(clause)
        if found is None:
            found = self._leaves[clause] = self._score_leaf(clause)
        return found

    def _score_leaf(self, clause: Clause) -> Scores:
        match clause:
            case Term(field, term):
                return self._shared(field, lambda each: self._score_term(each, term))
            case Adjacent(field) | Near(field):
                return self._shared(field, lambda each: self._score_phrase(each, clause))
            case Expansion(field) | Similar(field):
                ids: set[int] = set()
                for each in (field, "body") if field == ANY else (field,):
                    ids |= self._snapshot.ids_of(each, self._variants(each, clause))
                return dict.fromkeys(ids, 1.0)
        raise AssertionError(clause)

    def _shared(self, field: str, score: Callable[[str], Scores]) -> Scores:
        found = score(field)
        if field == ANY:
            for each, share in _SHARES:
                for number, value in score(each).items():
                    found[number] = found.get(number, 0.0) + share * value
        return found

    def _score_term(self, field: str, term: str, among: Iterable[int] | None = None) -> Scores:
        postings = self._postings(field, term)
        if not postings.any():
            return {}
        weight = self._idf(postings)
        saturation = self._snapshot.saturation(field)
        if among is not None:
            counts = {number: count for number in among if (count := postings.count(number))}
            ids = list(counts)
            return dict(
                zip(ids, saturation.scores(weight, ids, list(counts.values())), strict=True)
            )
        found: Scores = {}
        for part in postings.parts if isinstance(postings, Override) else (postings,):
            if part.any():
                scores = saturation.scores(weight, part.ids, part.counts)
                found.update(zip(part.ids, scores, strict=True))
        return found

    def _score_phrase(
        self, field: str, clause: Adjacent | Near, among: Iterable[int] | None = None
    ) -> Scores:
        parts = {piece: self._postings(field, piece) for piece in clause.terms}
        if not all(part.any() for part in parts.values()):
            return {}
        count = adjacency(clause) if isinstance(clause, Adjacent) else nearness(clause)
        found: dict[int, int] = {}
        distinct = list(parts.values())
        for number in _in_all(distinct) if among is None else among:
            places = [part.places(number) for part in distinct]
            if all(map(len, places)) and (times := count(places)):
                found[number] = times
        weight = sum(self._idf(parts[piece]) for piece in clause.terms)
        ids = list(found)
        scores = self._snapshot.saturation(field).scores(weight, ids, list(found.values()))
        return dict(zip(ids, scores, strict=True))

    def _idf(self, postings: Postings | Override) -> float:
        return idf(self._snapshot.size, len(postings))

    def _postings(self, field: str, piece: str | Expansion) -> Postings | Override:
        found = self._read.get((field, piece))
        if found is None:
            if isinstance(piece, Expansion):
                found = unite(
                    [self._postings(field, each) for each in self._variants(field, piece)]
                )
            elif field == ANY:
                found = Override(*(self._snapshot.postings(part, piece) for part in PARTS))
            else:
                found = self._snapshot.postings(field, piece)
            self._read[field, piece] = found
        return found

    def _variants(self, field: str, clause: Expansion | Similar) -> list[str]:
        # Most queries need none of this, and a command starts sooner without it.
        from searcher.engines.whoosh_terms import expand, similar

        if isinstance(clause, Expansion):
            terms, note = expand(self._snapshot, field, clause)
        else:
            terms, note = similar(self._snapshot, field, clause)
        if note and note not in self.notes:
            self.notes.append(note)
        return terms

    def _between(self, low: int, high: int) -> set[int]:
        dates = self._snapshot.dates()
        found = {n for n, date in enumerate(dates) if low <= date <= high and date}
        return found & self._snapshot.all() if self._snapshot.has_deletions else found


def _in_all(parts: list[Postings | Override]) -> set[int]:
    shortest = min(parts, key=len)
    numbers = set(shortest.ids)
    for part in parts:
        if part is not shortest and numbers:
            numbers.intersection_update(part.ids)
    return numbers


def add_up(parts: Iterable[Scores]) -> Scores:
    """Every document of any part, with the sum of its scores, added from the left."""
    total: Scores = {}
    for part in parts:
        if not total:
            total = dict(part)
        else:
            add_to(total, part)
    return total


def add_to(total: Scores, part: Scores) -> None:
    """Add a part's scores, of documents that are there already and of others."""
    sums = {number: total[number] + part[number] for number in total.keys() & part.keys()}
    total.update(part)
    total.update(sums)


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
