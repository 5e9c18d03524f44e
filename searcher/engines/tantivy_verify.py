"""Positions checked on the stored text, for what tantivy's own queries cannot decide.

Only terms and values count here: a document's field is read from its JSON and analysed again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import chain

import tantivy

from searcher import analysis, schema
from searcher.engines.proximity import nearness
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.values import field_values
from searcher.patterns import within_distance
from searcher.query.clauses import Adjacent, Clause, Expansion, Near, Similar
from searcher.record import Record

Values = list[list[str]]
Check = Callable[[Values], bool]


def failing(searcher: SoundSearcher, query: tantivy.Query, field: str, clause: Clause) -> list[str]:
    """The keys of records that match the query but not, in their text, the clause."""
    check = check_of(clause)
    count = searcher.search(query, 1).count
    failed = []
    hits = searcher.search(query, count, count=False).hits if count else []
    for _, address in hits:
        docid, text = searcher.record(address)
        if not check(values_of(text, field)):
            failed.append(key_of(docid))
    return failed


def values_of(stored: str, field: str) -> Values:
    """The terms of each value of a field; of all fields that plain words search, for ANY."""
    shape = json.loads(stored)
    if field in ("title", "abstract", "body", "journal"):
        return [analysis.terms(shape[field] or "")]
    values = field_values(shape["docid"], Record.from_json(shape))
    if field == schema.ANY:
        names = [each.name for each in schema.FIELDS if each.in_any or each.name == "body"]
        return [analysis.terms(text) for name in names for text in values.get(name, ())]
    kind = schema.BY_NAME[field].kind
    analyse = analysis.terms if kind == "text" else analysis.words
    return [analyse(text) for text in values.get(field, ())]


def check_of(clause: Clause) -> Check:
    """What decides whether a field's values hold the clause."""
    match clause:
        case Adjacent():
            return _adjacent(clause)
        case Near():
            return _near(clause)
        case Similar():
            return _similar(clause)
    raise AssertionError(clause)


def _adjacent(clause: Adjacent) -> Check:
    """Whether one value holds the pieces next to each other."""
    pieces = [_accepts(piece) for piece in clause.terms]

    def check(values: Values) -> bool:
        return any(
            all(accepts(term) for accepts, term in zip(pieces, terms[start:], strict=False))
            for terms in values
            for start in range(len(terms) - len(pieces) + 1)
        )

    return check


def _near(clause: Near) -> Check:
    """Whether a stretch of one value holds all pieces, each in a place of its own."""
    count = nearness(clause, once=True)
    pieces = {piece: _accepts(piece) for piece in clause.terms}

    def holds(terms: Sequence[str]) -> bool:
        places = {
            piece: [place for place, term in enumerate(terms) if accepts(term)]
            for piece, accepts in pieces.items()
        }
        return all(places.values()) and count([places[piece] for piece in clause.terms]) > 0

    return lambda values: any(map(holds, values))


def _similar(clause: Similar) -> Check:
    """Whether any term is close enough."""

    def check(values: Values) -> bool:
        terms = set(chain.from_iterable(values))
        return any(within_distance(clause.term, term, clause.distance) for term in terms)

    return check


def _accepts(piece: str | Expansion) -> Callable[[str], bool]:
    return piece.__eq__ if isinstance(piece, str) else piece.matcher()
