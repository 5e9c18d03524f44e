"""Text becomes the same terms for documents, queries and highlights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher import analysis, patterns
from searcher.stemming import english_stemmer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IL-5 and IL5, COVID-19", "il5 and il5 covid19"),
        ("SARS-CoV-2", "sar cov2"),
        ("TNF-α TNFα tnf-alpha", "tnf alpha tnf alpha tnf alpha"),
        ("β2 β-blocker", "beta2 beta blocker"),
        ("1,690/µL 200 μg", "1 690 ul 200 ug"),
        ("Léon-Bérard", "leon berard"),
        ("Kaposi’s sarcoma, Kaposi sarcoma", "kaposi sarcoma kaposi sarcoma"),
        ("O'Brien O’Brien", "obrien obrien"),
        ("type-2 diabetes, type 2 diabetes", "type 2 diabet type 2 diabet"),
        ("5-FU 5FU 65-year-old", "5fu 5fu 65 year old"),
        ("without cessation, vitamin C", "without cessat vitamin c"),
        ("ﬁbrosis straße İstanbul", "fibrosi strass istanbul"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_words_become_their_plain_stems(text: str, expected: str) -> None:
    assert analysis.terms(text) == expected.split()


def test_continuation_meets_continuing_but_not_discontinuation() -> None:
    assert analysis.terms("continuation") == analysis.terms("continuing")
    assert analysis.terms("discontinuation") != analysis.terms("continuation")


def test_long_numbers_are_their_own_stems_and_are_not_remembered() -> None:
    slow = english_stemmer().stemWord
    for number in ("31415926", "٣١٤١٥٩٢٦", "2" * 300):
        assert analysis.stem(number) == analysis.clip(slow(number))
        assert number not in analysis._stems


@pytest.mark.parametrize(
    ("prefix", "stem"),
    [("continuati", "continu"), ("discontinuation", "discontinu"), ("therapeuti", "therapeut")],
)
def test_a_prefix_longer_than_the_stem_still_leads_to_it(prefix: str, stem: str) -> None:
    assert stem in patterns.stems_of_prefix(prefix)


def test_a_long_chemical_name_is_kept() -> None:
    name = "methionylglutaminylarginyltyrosylglutamylserylleucyl" * 2
    assert len(analysis.terms(name)) == 1


def test_a_term_never_exceeds_its_bytes() -> None:
    assert len(analysis.terms("я" * 1000)[0].encode()) <= analysis.MAX_TERM_BYTES


@given(st.text())
def test_tokens_are_the_terms_with_places_inside_the_text(text: str) -> None:
    found = list(analysis.tokens(text))
    assert [token.term for token in found] == analysis.terms(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)


@given(st.text(alphabet="aαβΑ1-'’ _`5µμgL.é", max_size=30))
def test_tokens_agree_on_the_characters_that_are_edited(text: str) -> None:
    assert [token.term for token in analysis.tokens(text)] == analysis.terms(text)


def test_the_stemmer_is_the_packages_own() -> None:
    import snowballstemmer

    reference = snowballstemmer.stemmer("english")
    for word in ("continuation", "cutaneous", "eosinophilia", "tolerated", "generously", "skies"):
        assert analysis.stem(word) == reference.stemWord(word)


def test_stems_that_were_forgotten_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "_MAX_STEMS", 4)
    monkeypatch.setattr(analysis, "_stems", analysis._Stems())
    assert analysis.terms("rashes fevers livers hearts lungs") == [
        "rash", "fever", "liver", "heart", "lung"
    ]  # fmt: skip
    assert list(analysis._stems) == ["rashes", "fevers", "hearts", "lungs"]
    assert analysis.terms("rashes livers") == ["rash", "liver"]


def test_stems_are_those_of_the_package() -> None:
    import snowballstemmer

    theirs = snowballstemmer.stemmer("english")
    endings = ("", "s", "es", "ed", "ing", "ingly", "y", "ies", "ational", "fulness", "ization",
               "ously", "ement", "ility", "ism", "logist", "eed", "edly", "'s", "e")  # fmt: skip
    roots = ("rash", "continu", "day", "yell", "hop", "hopp", "gener", "arsen", "inn", "sky", "é",
             "communic", "ly", "b", "tumo", "dos", "proceed", "past", "il6", "ggy")  # fmt: skip
    for word in (root + ending for root in roots for ending in endings):
        assert analysis.stem(word) == theirs.stemWord(word), word
