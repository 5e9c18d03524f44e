"""Pages whose lines were broken at a fixed width, as mails and exports have them."""

from __future__ import annotations

import textwrap

import pytest
from command import PROJECT

from searcher.formats.page.lines import read_lines
from searcher.formats.page.reader import read_page
from searcher.formats.page.wrapping import unwrap

ABSTRACT = """Abstract

Hiccups after steroids are seldom asked about. All who were given them
on three wards in one winter were asked by the same nurse on the second
day, and those who had hiccups were asked again a week later, by phone or
on the ward, how long they had gone on and whether they had slept at all.
Of 84 who were asked 11 had hiccups, all of them men.
"""
LAST = "None of them was told that they would go away, and all but one were older."


def title_over(lines: str) -> str | None:
    return read_page(f"{lines}\n\nMoreau L, Tanaka K\n\n{ABSTRACT}").title


def test_the_name_of_a_section_may_be_the_last_word_of_a_wrapped_title() -> None:
    title = "Hiccups after Dexamethasone: What Became of Them in Twelve Older Men\nPatients"
    assert title_over(title) == title.replace("\n", " ")


def test_a_heading_below_a_full_line_that_ends_is_not_joined_to_it() -> None:
    page = read_page(f"Hiccups after steroids\n\nMoreau L\n\n{ABSTRACT}{LAST}\nResults\nNone.\n")
    assert page.abstract and page.abstract.endswith("older.")
    assert page.body and page.body.startswith("Results")


def test_an_entry_of_a_numbered_list_is_not_joined_to_the_title_above_it() -> None:
    title = "Hiccups after steroids and the risk of broken nights in men at home"
    assert title_over(f"{title}\n1. L Moreau,\n2. K Tanaka") == title


def test_one_break_before_a_small_letter_that_the_width_forced_tells_a_wrapped_note() -> None:
    note = "- Tanaka K, Moreau L. Hiccups after dexamethasone in men: three hundred\nfamilies. "
    page = read_page(
        f"TODO\n{note}Ward Drug Ther. 2013 Jun;77(6):401-9. PMID: 23999999\n- buy stamps\n"
    )
    assert page.title == "Hiccups after dexamethasone in men: three hundred families"


def test_a_text_in_letters_without_small_ones_is_told_as_wrapped_too() -> None:
    text = (PROJECT / "tests/data/pages/abstract_in_arabic.txt").read_text(encoding="utf-8")
    wrapped = "\n".join(textwrap.fill(line, 72) for line in text.split("\n"))
    assert read_page(wrapped).abstract == read_page(text).abstract


TITLE = "Hiccups after Steroids and the Risk of Broken Nights in Men living home"


@pytest.mark.parametrize(
    "below",
    [
        "Katsumi Tanaka, Louise Moreau",
        "by Katsumi Tanaka and Louise Moreau",
        "Katsumi Tanaka\nDepartment of Medicine, University of Example",
        "2016",
    ],
)
def test_names_or_a_year_below_a_full_title_are_not_joined_to_it(below: str) -> None:
    assert read_page(f"{TITLE}\n{below}\n\n{ABSTRACT}{LAST}\n").title == TITLE


def test_a_word_that_would_have_fitted_is_not_joined_to_the_title_above_it() -> None:
    title = "Hiccups after steroids and the risk of broken nights in old men alone"
    assert read_page(f"{title}\nBuy this\nMoreau L, Tanaka K\n\n{ABSTRACT}{LAST}\n").title == title


def test_the_last_words_of_a_wrapped_title_may_look_like_a_name() -> None:
    title = (
        "Hiccups after Dexamethasone: What Became of Them in Twelve Older Village\nSchool Teachers"
    )
    assert title_over(title) == title.replace("\n", " ")


@pytest.mark.parametrize(
    "fact",
    [
        "Published online by the ward, doi: 10.5555/wdt.v6.i12.576",
        "Received: 14 January 2011 and in revised form, accepted: 12 February 2012",
    ],
)
def test_a_title_is_not_joined_to_the_identifier_or_the_date_above_it(fact: str) -> None:
    assert read_page(f"{fact}\n{TITLE}\nMoreau L, Tanaka K\n\n{ABSTRACT}{LAST}\n").title == TITLE


def test_the_name_of_a_section_before_a_colon_may_go_on_in_a_wrapped_title() -> None:
    title = (
        "Hiccups after Dexamethasone: What Became of Them in Twelve Older Men\nPatients: A Review"
    )
    assert title_over(title) == title.replace("\n", " ")


def test_a_label_in_small_letters_with_a_stop_ends_the_sentence_above_it() -> None:
    text = "That they go away after a while is told by next to nobody to any of our\npatients.\n"
    assert unwrap(read_lines(ABSTRACT + text))[-1].text.endswith("to any of our patients.")


def test_a_short_line_that_is_no_sentence_is_not_joined_to_the_one_above_it() -> None:
    page = read_page(f"{TITLE}\n\nMoreau L, Tanaka K\n\n{ABSTRACT}{LAST}\nDiscover our wards\n")
    assert page.abstract and page.abstract.endswith("older.")


def test_a_title_on_one_line_may_be_wider_than_the_wrapped_text_below_it() -> None:
    title = (
        "Hiccups after Dexamethasone on Three Wards: What Became of Them in Twelve Older Patients"
    )
    text = (
        "Hiccups after steroids given on the three wards were seen in one of eight who\n"
        "took Dexamethasone. They were asked again a week later by the same nurse of the\n"
        "Ward. No difference was found between what they said then and that of the men of\n"
        "the other wards. Of 84 who were asked eleven had them, and all were those of St.\n"
        "anne, of whom it was known that they had slept in a chair before, and who were in\n"
        "the ward of the north as it is to be seen."
    )
    assert len(title) > max(map(len, text.split("\n")))
    page = f"{title}\n\nAnn Hill, Bo Lee\n\nABSTRACT\n{text}\nKEYWORDS\nhiccups, wards\n"
    record = read_page(page)
    assert (record.title, record.abstract) == (title, text.replace("\n", " "))
