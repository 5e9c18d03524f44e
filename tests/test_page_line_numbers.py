"""Manuscripts with a number before each line."""

from __future__ import annotations

import textwrap

import pytest

from searcher.formats.page.line_numbers import without_numbers
from searcher.formats.page.reader import read_page

TITLE = "Fever of sailors after tonic water in the small harbours of a northern island"
TEXT = (
    "Tonic water is sold in every port of the north and few of those who drink it know that it "
    "holds quinine. We followed forty old sailors for a winter and took their temperature each day."
)
LINES = ["REVIEW", "Hill et al", TITLE, "Ann Hill, Bo Lee, Ida Stein"]
LINES += ["Department of Tonics, Port University, Bergen, Norway", "Email: hill@example.org"]


@pytest.mark.parametrize("per_page", [5, 100])
def test_the_numbers_of_lines_are_no_words_of_title_and_abstract(per_page: int) -> None:
    lines = [*LINES, *textwrap.wrap(f"Abstract: {TEXT}", 60), "Keywords: quinine, sailors"]
    numbered = [f"{index % per_page + 1} {line}" for index, line in enumerate(lines)]
    record = read_page("Download as pdf\nYou are on page 1 of 18\n\n" + "\n".join(numbered))
    assert (record.title, record.abstract) == (TITLE, TEXT)
    assert record.keywords == ("quinine", "sailors")


def test_numbers_of_a_few_lines_or_in_another_order_are_their_own() -> None:
    places = [(n, f"{n} Department {n} of Tonics, Bergen") for n in range(1, 8)]
    assert without_numbers(places) == places
    counts = [(n, f"{count} sailors") for n, count in enumerate((1, 9, 4, 8, 2, 3, 40, 12, 5, 7))]
    assert without_numbers(counts) == counts
    amid = [(n, f"{n // 3} Tonics" if n % 3 == 0 else "Water of the north") for n in range(3, 60)]
    assert without_numbers(amid) == amid


def test_numbers_of_references_below_a_text_are_no_numbers_of_lines() -> None:
    texts = [f"What is said on line {chr(97 + at)}." for at in range(12)]
    listed = [f"{at} Holm A. Fever in harbours. Ward Med 2011;3:{at}." for at in range(1, 11)]
    lines = list(enumerate([*texts, *listed], 1))
    assert without_numbers(lines) == lines
