"""Labels amid a text: the longest one that begins or ends at a place."""

from __future__ import annotations

import pytest

from searcher.formats.page.kinds.label_sets import LabelSet

LABELS = LabelSet(["author", "author information", "case report", "mots cles", "doi"])


def test_the_longest_label_that_begins_at_a_place_is_told_first_with_the_word_behind_it() -> None:
    text = "The end. Author information Lena Moreau"
    assert LABELS.starting(text, len("The end. ")) == [
        ("Author information", "author information", "Lena"),
        ("Author", "author", "information"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mots-clés", None),
        ("MOTS CLÉS fièvre", "MOTS CLÉS"),
        ("DOI: 10.1000/1", "DOI:"),
        ("Case report: fever", "Case report:"),
        ("Case reports of fever", None),
        ("Quinine and author information", None),
        ("", None),
    ],
)
def test_a_label_is_known_in_any_case_with_accents_and_its_colon(
    text: str, name: str | None
) -> None:
    assert next((run.name for run in LABELS.starting(text)), None) == name


def test_a_label_that_ends_a_text_is_told_whatever_stands_before_it() -> None:
    assert [run.name for run in LABELS.ending("fever in ports Case Report")] == ["Case Report"]
    assert LABELS.ending("a report") == LABELS.ending("") == []


def test_a_label_of_more_than_four_words_is_none() -> None:
    assert LabelSet(["how to cite this article"]).starting("How to cite this article Lee A") == []
