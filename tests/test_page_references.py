"""Which lines are other works, and that a page's own fields hold none of them."""

from __future__ import annotations

import pytest

from searcher.formats.page.kinds.references import is_reference
from searcher.formats.page.reader import read_page


@pytest.mark.parametrize(
    "line",
    [
        "[3] A. B. Lee, Fever in harbours",
        "12. Lee AB, Ek C. Fever in harbours",
        "3Lee Ann B, Ek C. Fever in harbours",
        "1Smith J, Doe AB. Fever. J Wards 2012",
        "Smith, J., Doe, A., 2011. Fever.",
        "Smith J & Doe A (2011) Fever in harbours",
        "Fever in harbours[J]. Ward Letters",
    ],
)
def test_a_work_opens_with_its_number_or_its_authors_or_says_its_kind(line: str) -> None:
    assert is_reference(line)


@pytest.mark.parametrize(
    "line",
    [
        "Vitamin K, seen in sailors",
        "Two sailors had a fever in 2011",
        "1. Fever in harbours",
        "Fever [see below] in 2011",
    ],
)
def test_a_title_or_a_sentence_is_no_work(line: str) -> None:
    assert not is_reference(line)


def test_works_with_two_authors_and_a_sign_between_them_are_no_body() -> None:
    said = "The sailors were seen in the ward again after a year, and none of them had a fever."
    works = "".join(
        f"Smith J & Doe A (20{n}) Fever in harbours and in docks\n" for n in range(10, 14)
    )
    page = f"Fever among sailors of two ports\nAnn Lee, Bo Ek\nAbstract\n{said}\n"
    body = read_page(f"{page}Introduction\n{said}\n\nWorks\n{works}").body
    assert body == f"Introduction\n{said}"
