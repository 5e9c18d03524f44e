"""Titles that were broken into lines of one width over the names."""

from __future__ import annotations

import pytest
from title_samples import title_of

NAMES = "Anna Brandt1, Piotr Nowak2 and Rosa Falk2\n1Hill Hospital, Port\n2Ward Clinic, Port"
FIRST = "Low Platelets and Linezolid Treatment in Patients of One"
SECOND = "Rural Hospital and Their Charts: Limits of Weekly Counts"
THIRD = "With Age"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("lines", [(FIRST, SECOND), (FIRST, SECOND, THIRD), (FIRST, "Hospital")])
def test_full_lines_over_the_names_are_one_title(lines: tuple[str, ...], gap: str) -> None:
    head = "Ward Letters\nOriginal Article\n" + "\n".join(lines) + gap + NAMES
    assert title_of(head) == " ".join(lines)


def test_a_last_line_that_looks_like_a_name_is_of_the_title() -> None:
    first = "Counting Platelets Each Week Is Associated With Linezolid in"
    page = f"{first}\nRural Patients\n\nAnna Brandt, Piotr Nowak\n"
    assert title_of(page) == f"{first} Rural Patients"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Low platelets in patients of hospitals who take linezolid: a", "Systematic Review"),
        ("Low platelets in patients of hospitals who take linezolid: A", "Systematic Review"),
        ("Low Platelets Under Linezolid in Rural Hospitals: Systematic", "Review"),
        ("Low platelets in patients of a hospital with linezolid. Years", "of follow-up"),
        (
            "Platelets of patients who take linezolid for weeks in a rural",
            "Linezolid-free hospital",
        ),
    ],
)
def test_a_kind_of_study_and_a_word_that_the_text_has_in_capitals_end_a_title(
    first: str, second: str
) -> None:
    text = (
        "We counted platelets in patients of a rural hospital, Linezolid-free for weeks, and how "
        "often they fell below the limit of normal, which was seen in 31 of them in the third week."
    )
    assert title_of(f"{first}\n{second}\n\nAnna Brandt, Piotr Nowak\n", text) == f"{first} {second}"


@pytest.mark.parametrize(
    "above",
    [
        "Clinical Treatment of Patients in Port",
        "The Patients' Weekly",
        "RURAL HOSPITAL LETTERS AND TREATMENT REVIEWS",
    ],
)
def test_a_line_of_another_print_above_a_title_is_none_of_it(above: str) -> None:
    title = "Telling low platelets after linezolid from others"
    assert title_of(f"{above}\n{title}\nAnna Brandt, Piotr Nowak\n") == title


@pytest.mark.parametrize("below", ["2012", "March 4, 2012", "Nephrology"])
def test_a_date_or_a_field_between_title_and_names_is_none_of_it(below: str) -> None:
    page = f"{FIRST}\n{below}\nAnna Brandt, Piotr Nowak\n"
    assert title_of(page) == FIRST


def test_two_blocks_that_are_broken_otherwise_are_read_as_the_same_title() -> None:
    words = f"{FIRST} {SECOND}".split(" ")
    other = " ".join(words[:11]) + "\n" + " ".join(words[11:])
    head = f"{FIRST}\n{SECOND}\nBrandt A. et al.\n\nWARD PAPERS\n\n{other}\n\nAnna Brandt, Bo Falk"
    assert title_of(head) == f"{FIRST} {SECOND}"


def test_names_on_lines_of_their_own_stand_below_a_title_too() -> None:
    people = "Anna Brandt, MD,\na\nPiotr Nowak, MD,\nb"
    assert title_of(f"{FIRST}\n{SECOND}\n{THIRD}\n{people}") == f"{FIRST} {SECOND} {THIRD}"
