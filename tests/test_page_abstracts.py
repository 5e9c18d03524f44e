"""Where an abstract begins and ends, on pages that hardly say so."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

HEAD = "Fever after tonic water in old sailors\n\nAnn Hill, Bo Lee\n\n"
FIRST = (
    "Tonic water is sold in every port of the north and few of those who drink it know that it "
    "holds quinine. We followed forty old sailors for a winter and took their temperature each day."
)
LAST = "Of them nine had a fever that came and went with the glass; all were well without it."
BODY = (
    "Quinine has been sold in ports for three hundred years, and sailors were the first to drink it"
)


def abstract_of(*paragraphs: str) -> str | None:
    return read_page(HEAD + "\n\n".join(paragraphs)).abstract


@pytest.mark.parametrize(
    "tail",
    [
        *("Downloads", "Article Sidebar", " © 2011 Society of Ports.", " (C) 1997 Harbour Press"),
        *(" Annals of Ports 2011;. © 2010 Society of Ports", " Copyright © 2014 Harbour Press."),
    ],
)
def test_what_a_site_prints_behind_the_last_sentence_is_not_of_the_abstract(tail: str) -> None:
    assert abstract_of("Abstract", f"{FIRST} {LAST}{tail}") == f"{FIRST} {LAST}"


def test_a_paragraph_that_cites_others_is_behind_the_abstract() -> None:
    assert abstract_of("Abstract", FIRST, LAST, BODY + ".1 With time others came.") == (
        f"{FIRST} {LAST}"
    )
    assert abstract_of("Abstract", FIRST, LAST) == f"{FIRST} {LAST}"


def test_sections_of_one_paragraph_each_end_with_the_first_paragraph_of_the_last() -> None:
    sections = (f"Introduction: {FIRST}", "Clinical picture: All had a fever of 38 degrees.")
    sections += (f"Treatment: {LAST}", f"Conclusion: {LAST}")
    got = abstract_of("Abstract", *sections, f"{BODY}, and some of them fell ill.")
    assert got and got.endswith(f"Conclusion: {LAST}")


def test_sections_without_a_heading_over_them_end_where_the_body_begins() -> None:
    sections = ("OBJECTIVE", FIRST, "RESULTS", LAST, "CONCLUSIONS", LAST)
    got = abstract_of(*sections, f"{BODY}, as is well known (1). The rest is hearsay and sca")
    assert got == f"OBJECTIVE: {FIRST}\nRESULTS: {LAST}\nCONCLUSIONS: {LAST}"


def test_a_table_of_labels_and_values_is_read_without_its_bars() -> None:
    rows = (f"Abstract: | {FIRST} {LAST} |", "| |", "Keywords: | fever; tonic water; sailors |")
    record = read_page("Fever after tonic water in old sailors |\n" + "\n".join(rows))
    assert record.title == "Fever after tonic water in old sailors"
    assert record.abstract == f"{FIRST} {LAST}"
    assert record.keywords == ("fever", "tonic water", "sailors")
