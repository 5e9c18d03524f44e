"""Abstracts whose lines run through those of the column of dates and keywords beside them."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

HEAD = (
    "Ward Letters 33 (2015) 41-46\n\nFever after tonic water in old sailors\n\nAnn Hill, Bo Lee\n\n"
)
COLUMNS = (
    "Article history: Background: Tonic water is sold in every port and few of those who\n"
    "Received 3 March 2014 drink it know that it holds quinine, or that it has caused fevers.\n"
    "Received in revised form We followed forty old sailors for a winter and took their heat on\n"
    "19 June 2014 each day of it.\n"
    "Accepted 22 June 2014 Results: Of them nine had a fever that went with the glass, and all\n"
    "Keywords:\n"
    "of the others stayed well until the ship was back in the port from which it had sailed.\n"
    "Fever\n"
    "No sailor was ill for longer than a week, and none of them asked for tonic again on the\n"
    "Tonic water\n"
    "way home.\n"
    "© 2015 Ward Society. All rights reserved.\n"
)
ABSTRACT = (
    "Background: Tonic water is sold in every port and few of those who drink it know that it "
    "holds quinine, or that it has caused fevers. We followed forty old sailors for a winter and "
    "took their heat on each day of it.\n"
    "Results: Of them nine had a fever that went with the glass, and all of the others "
    "stayed well until the ship was back in the port from which it had sailed. No sailor was ill "
    "for longer than a week, and none of them asked for tonic again on the way home."
)


@pytest.mark.parametrize(
    "headings",
    ["a r t i c l e i n f o a b s t r a c t", "ARTICLE INFO ABSTRACT", "Article info Abstract"],
)
def test_lines_of_two_columns_are_taken_apart(headings: str) -> None:
    record = read_page(f"{HEAD}{headings}\n{COLUMNS}")
    assert record.abstract == ABSTRACT
    assert record.keywords == ("Fever", "Tonic water")


def test_keywords_are_not_told_where_one_stands_before_a_piece_of_the_abstract() -> None:
    mixed = COLUMNS.replace("Fever\nNo sailor", "Fever\nSalt water No sailor").replace(
        "sailed.\n", "sailed\n"
    )
    record = read_page(f"{HEAD}ARTICLE INFO ABSTRACT\n{mixed}")
    assert record.abstract and record.abstract.startswith(ABSTRACT[:100])
    assert record.keywords == ()


def test_two_columns_on_one_line_lose_the_dates_of_the_one() -> None:
    flat = " ".join(COLUMNS.split("\n")).replace("Keywords: ", "").replace(" Fever ", " ")
    record = read_page(f"{HEAD}Ward Street 5, Lund article info abstract\n\n{flat}")
    assert record.abstract and record.abstract.startswith(ABSTRACT[:240])
    assert record.year == 2015


def test_a_citation_beside_the_last_lines_of_an_abstract_is_taken_out_of_them() -> None:
    record = read_page(
        "Fever after in Old Sailors: What Do We Know?\n\nAnn Hill 1,*, Bo Lee 1 and Cy Roy 2\n\n"
        "Abstract: Tonic water is sold in every port of the north, and few of those who drink it "
        "know that it holds quinine. We followed forty of them for a winter. The fevers came with "
        "Citation: Hill, A.B.; Lee, B.; the glass and went without it, so that in every port the "
        "harm of the water Roy, C. Fever is seen as soon as one asks for it on the day of "
        "the voyage. after Tonic Water in Old Sailors: What Do Keywords: fever; tonic water; "
        "sailors We Know? Ports 2022, 10, 1180. https://doi.org/10.5555/ports10081180\n\n"
        "Academic Editor: Dag Moe\n"
    )
    assert record.abstract and record.abstract.endswith(
        "The fevers came with the glass and went without it, so that in every port the harm of the "
        "water is seen as soon as one asks for it on the day of the voyage."
    )
    assert record.keywords == ("fever", "tonic water", "sailors")
    assert (record.journal, record.year, record.volume) == ("Ports", 2022, "10")


def test_a_line_of_the_other_column_alone_leaves_nothing_of_the_abstract() -> None:
    lines = COLUMNS.replace("Accepted 22 June 2014 ", "Accepted 22 June 2014\n")
    record = read_page(f"{HEAD}ARTICLE INFO ABSTRACT\n{lines}")
    assert record.abstract == ABSTRACT


@pytest.mark.parametrize("day", ["June 22, 2014", "22nd June 2014", "2014-06-22"])
def test_the_days_of_the_other_column_may_be_written_in_any_order(day: str) -> None:
    lines = COLUMNS.replace("22 June 2014", day)
    assert read_page(f"{HEAD}ARTICLE INFO ABSTRACT\n{lines}").abstract == ABSTRACT
