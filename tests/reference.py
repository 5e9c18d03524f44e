"""A reference engine: clauses evaluated by brute force over analysed records, in plain Python.

It is slow and obvious on purpose. Search cases are checked against it as against every engine,
and its BM25 is the oracle that engines' scores and orders are compared with.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import product

from searcher import analysis, schema
from searcher.engines.values import date_value, field_values
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
)
from searcher.record import Record

K1, B = 1.2, 0.75

Values = list[list[str]]
"""The terms of a field, one list for each of its values."""


class Document:
    """One record: its fields as terms."""

    def __init__(self, docid: str, record: Record) -> None:
        self.docid = docid
        self.date = date_value(record)
        self.present = set(field_values(docid, record)) | ({"date"} if self.date else set())
        self.fields: dict[str, Values] = {schema.ANY: []}
        for name, texts in field_values(docid, record).items():
            self.fields[name] = [_terms(name, text) for text in texts]
            if schema.BY_NAME[name].in_any:
                self.fields[schema.ANY] += map(analysis.terms, texts)

    def values(self, field: str) -> Values:
        return self.fields.get(field, [])

    def length(self, field: str) -> int:
        return sum(map(len, self.values(field)))


def _terms(field: str, text: str) -> list[str]:
    kind = schema.kind_of(field)
    if kind == "exact":
        return [schema.exact_term(field, text)]
    return analysis.terms(text) if kind == "text" else analysis.words(text)


class ReferenceIndex:
    """Records under docids; answers clauses like an engine's reader."""

    def __init__(self, records: Iterable[tuple[str, Record]]) -> None:
        self.documents = [Document(docid, record) for docid, record in records]

    def search(self, clause: Clause) -> list[tuple[str, float]]:
        """Every match with its score, best first, ties by docid."""
        found = [
            (document.docid, self.score(document, clause))
            for document in self.documents
            if self.matches(document, clause)
        ]
        return sorted(found, key=lambda each: (-each[1], each[0]))

    def matches(self, document: Document, clause: Clause) -> bool:
        match clause:
            case All():
                return True
            case Nothing():
                return False
            case Has(field):
                return field in document.present
            case Between(_, low, high):
                return document.date is not None and low <= document.date <= high
            case Every(clauses, excluded):
                return all(self.matches(document, each) for each in clauses) and not any(
                    self.matches(document, each) for each in excluded
                )
            case Some(clauses):
                return any(self.matches(document, each) for each in clauses)
            case Ranked(found):
                return self.matches(document, found)
        fields = (schema.ANY, "body") if clause.field == schema.ANY else (clause.field,)
        return any(self.frequency(document, field, clause) for field in fields)

    def score(self, document: Document, clause: Clause) -> float:
        match clause:
            case Every(clauses) | Some(clauses):
                return self.total(document, clauses)
            case Ranked(found, extra, weight):
                return self.score(document, found) + weight * self.total(document, extra)
            case Expansion() | Similar():
                return float(self.matches(document, clause))
            case Term(field) | Adjacent(field) | Near(field):
                if field != schema.ANY:
                    return self.bm25(document, field, clause)
                return (
                    self.bm25(document, field, clause)
                    + schema.TITLE_SHARE * self.bm25(document, "title", clause)
                    + schema.BODY_SHARE * self.bm25(document, "body", clause)
                )
        return 0.0

    def total(self, document: Document, clauses: Iterable[Clause]) -> float:
        """What those clauses score that match."""
        return sum(self.score(document, each) for each in clauses if self.matches(document, each))

    def bm25(self, document: Document, field: str, clause: Clause) -> float:
        tf = self.frequency(document, field, clause)
        if not tf:
            return 0.0
        terms = [clause.term] if isinstance(clause, Term) else clause.terms
        idf = sum(self.idf(field, term) for term in terms)
        lengths = [each.length(field) for each in self.documents]
        share = document.length(field) / (sum(lengths) / len(lengths))
        return idf * (K1 + 1) * tf / (tf + K1 * (1 - B + B * share))

    def idf(self, field: str, piece: str | Expansion) -> float:
        df = sum(bool(_places(each.values(field), piece)) for each in self.documents)
        return math.log(1 + (len(self.documents) - df + 0.5) / (df + 0.5))

    def frequency(self, document: Document, field: str, clause: Clause) -> int:
        """How often a leaf clause occurs in a field."""
        values = document.values(field)
        match clause:
            case Term(_, term):
                return sum(value.count(term) for value in values)
            case Expansion():
                return len(_places(values, clause))
            case Similar(_, term, distance):
                return sum(edits(term, each) <= distance for value in values for each in value)
            case Adjacent(_, terms):
                return sum(_adjacent(value, terms) for value in values)
            case Near(_, terms, window):
                return sum(_near(value, terms, window) for value in values)
        raise AssertionError(clause)


def _places(values: Values, piece: str | Expansion) -> list[tuple[int, int]]:
    return [
        (number, place)
        for number, value in enumerate(values)
        for place, term in enumerate(value)
        if _is(term, piece)
    ]


def _is(term: str, piece: str | Expansion) -> bool:
    return piece.accepts(term) if isinstance(piece, Expansion) else term == piece


def _adjacent(value: Sequence[str], pieces: Sequence[str | Expansion]) -> int:
    starts = range(len(value) - len(pieces) + 1)
    return sum(
        all(_is(value[start + step], piece) for step, piece in enumerate(pieces))
        for start in starts
    )


def _near(value: Sequence[str], pieces: Sequence[str | Expansion], window: int) -> int:
    """Stretches, from the left and not overlapping, that hold every piece at its own place."""
    found, start = 0, 0
    for end in range(1, len(value) + 1):
        stretch = value[max(start, end - window - len(pieces)) : end]
        if _holds(stretch, pieces):
            found, start = found + 1, end
    return found


def _holds(stretch: Sequence[str], pieces: Sequence[str | Expansion]) -> bool:
    places = [[n for n, term in enumerate(stretch) if _is(term, piece)] for piece in pieces]
    return any(len(set(chosen)) == len(chosen) for chosen in product(*places))


def edits(left: str, right: str) -> int:
    """Single-letter edits between two words, a swap of neighbours counting as one."""
    rows = [list(range(len(right) + 1))]
    for i, char in enumerate(left, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            last = rows[i - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (char != other))
            if i > 1 and j > 1 and char == right[j - 2] and left[i - 2] == other:
                cost = min(cost, rows[i - 2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
