"""Nearness counted from positions is that of the reference, which tries every choice of places."""

from __future__ import annotations

import reference
from examples import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from searcher.engines.proximity import nearness
from searcher.query.clauses import Expansion, Near

WORDS = ["a", "ab", "abc", "b", "bc"]
PIECES = [*WORDS, *(Expansion("title", each, each[:-1]) for each in ("a*", "ab*", "b*"))]


@settings(max_examples=drawn(short=400, long=4000))
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=16),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=5).map(tuple),
    st.integers(0, 6),
)
def test_each_piece_has_a_place_of_its_own(
    terms: list[str], pieces: tuple[str | Expansion, ...], window: int
) -> None:
    places = [
        [n for n, term in enumerate(terms) if term == piece or piece_accepts(piece, term)]
        for piece in dict.fromkeys(pieces)
    ]
    found = nearness(Near("title", pieces, window))(places) if all(places) else 0
    assert found == reference._near(terms, pieces, window)


def piece_accepts(piece: str | Expansion, term: str) -> bool:
    return isinstance(piece, Expansion) and piece.accepts(term)
