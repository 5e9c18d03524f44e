"""Positions checked on the stored text, for what tantivy's own queries cannot decide.

Only terms and values count here: a document's field is read from its JSON and analysed again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import tantivy

from searcher import analysis, schema
from searcher.engines.proximity import Places, adjacency, nearness
from searcher.engines.tantivy_keys import key_of
from searcher.engines.tantivy_searcher import SoundSearcher
from searcher.engines.values import field_values
from searcher.patterns import within_distance
from searcher.query.clauses import Adjacent, Clause, Expansion, Near, Similar, is_stemmed
from searcher.record import Record

Values = Iterable[list[str]]
Check = Callable[[Values], bool]

_OTHERS = (
    *(each.name for each in schema.FIELDS if each.in_any and each.name != "abstract"),
    "body",
)


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


def values_of(stored: str, field: str) -> Iterator[list[str]]:
    """The words of a field's values, with a MARK between two; of all fields that plain words
    search, for ANY."""
    shape = json.loads(stored)
    if field in ("title", "abstract", "body", "journal"):
        yield analysis.words(shape[field] or "")
        return
    if field == schema.ANY:
        # Mostly that decides it, and nothing else need be read.
        yield analysis.words(shape["abstract"] or "")
    values = field_values(shape["docid"], Record.from_json(shape))
    names = _OTHERS if field == schema.ANY else [field]
    texts = list(chain.from_iterable(values.get(name, ()) for name in names))
    yield analysis.marked([texts])[0][0]


def check_of(clause: Clause) -> Check:
    """What decides whether a field's values hold the clause."""
    match clause:
        case Adjacent():
            return _placed(clause, adjacency(clause))
        case Near():
            return _placed(clause, nearness(clause, once=True))
        case Similar():
            return _similar(clause)
    raise AssertionError(clause)


def _placed(clause: Adjacent | Near, count: Callable[[Places], int]) -> Check:
    """Whether one value holds all pieces, each in a place of its own."""
    pieces_of = _Pieces(clause)
    numbers = range(len(set(clause.terms)))

    def holds(words: Sequence[str]) -> bool:
        places: list[list[int]] = [[] for _ in numbers]
        shift = 0
        for place, pieces in enumerate(map(pieces_of.__getitem__, words)):
            if pieces:
                for number in pieces:
                    if number == _BREAK:
                        shift += _FAR
                    else:
                        places[number].append(place + shift)
        return all(places) and count(places) > 0

    return lambda values: any(map(holds, values))


_BREAK = -1
_FAR = 1 << 32
"""So far are values from each other that nothing is near in two of them."""


class _Pieces(dict[str, tuple[int, ...]]):
    """Which pieces of a clause a word may be, by their numbers; found once for each word."""

    def __init__(self, clause: Adjacent | Near) -> None:
        self._stemmed = is_stemmed(clause.field)
        self[analysis.MARK] = (_BREAK,)
        self._accept = [_accepts(piece) for piece in dict.fromkeys(clause.terms)]

    def __missing__(self, word: str) -> tuple[int, ...]:
        term = analysis.stem(word) if self._stemmed else word
        found = tuple(number for number, accepts in enumerate(self._accept) if accepts(term))
        self[word] = found
        return found


def _similar(clause: Similar) -> Check:
    """Whether any term is close enough."""

    def check(values: Values) -> bool:
        words = set(chain.from_iterable(values)) - {analysis.MARK}
        terms = analysis.stems(words)
        return any(within_distance(clause.term, term, clause.distance) for term in terms)

    return check


def _accepts(piece: str | Expansion) -> Callable[[str], bool]:
    return piece.__eq__ if isinstance(piece, str) else piece.matcher()
