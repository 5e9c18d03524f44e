"""Pages whose lines were broken at a fixed width, as mails and exports have them."""

from __future__ import annotations

from searcher.formats.page.reader import read_page

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
