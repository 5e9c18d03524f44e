"""Authors' names change their order and come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.engines.values import name_forms
from searcher.names import inverted, upright

NAMES = [
    ("Jean-Yves Blay", "Blay, Jean-Yves"),
    ("Blay JY", "Blay, JY"),
    ("Doe J Jr", "Doe, J Jr"),
    ("Jane Q. Doe", "Doe, Jane Q."),
    ("J. Q. Doe", "Doe, J. Q."),
    ("Ludwig van der Berg", "van der Berg, Ludwig"),
    ("de la Cruz M", "de la Cruz, M"),
    ("Aristotle", "Aristotle"),
    ("Ek Å", "Ek, Å"),
    ("Łoś ŁÖ", "Łoś, ŁÖ"),
    ("Петров ИА", "Петров, ИА"),
    ("RASH Study Group", "RASH Study Group"),
]


@pytest.mark.parametrize(("plain", "with_comma"), NAMES)
def test_names_with_the_surname_first_and_back(plain: str, with_comma: str) -> None:
    assert inverted(plain) == with_comma
    assert inverted(with_comma) == with_comma
    assert upright(with_comma) == plain


def test_a_surname_of_two_words_keeps_its_comma() -> None:
    assert upright("García Márquez, Gabriel") == "García Márquez, Gabriel"


@given(st.text(alphabet="Ab, .", max_size=12))
def test_what_upright_changes_inverted_brings_back(name: str) -> None:
    assert inverted(upright(name)) == inverted(name)


@pytest.mark.parametrize(
    ("author", "forms"),
    [
        ("Jean-Yves Blay", ["Jean-Yves Blay", "Blay JY"]),
        ("Blay JY", ["Blay JY"]),
        ("Blay, Jean-Yves", ["Jean-Yves Blay", "Blay JY"]),
        ("Ludwig van Berg", ["Ludwig van Berg", "van Berg L"]),
        ("Doe J Jr", ["Doe J Jr"]),
        ("Doe J.Q.", ["J.Q. Doe", "Doe JQ"]),
        ("van Berg J. Q.", ["J. Q. van Berg", "van Berg JQ"]),
        ("Doe J-Q", ["J-Q Doe", "Doe JQ"]),
        ("Doe J Q", ["J Q Doe", "Doe JQ"]),
    ],
)
def test_an_author_is_searched_in_both_forms(author: str, forms: list[str]) -> None:
    assert name_forms(author) == forms
