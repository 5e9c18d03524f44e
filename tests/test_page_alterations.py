"""The pages of tests/data/pages, altered as other ways of saving would have them.

tests/data/page_alterations.json holds what each way has to reach; it is made anew, after a gain or
with new pages, by python benchmarks/altered.py tests/data/pages --one-in 4 --totals.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import altered  # noqa: E402
from alterations import WAYS, carried, one_line, wrapped  # noqa: E402

from searcher.formats.page.reader import read_page  # noqa: E402

DATA = ROOT / "tests" / "data"
FLOORS = json.loads((DATA / "page_alterations.json").read_text(encoding="utf-8"))
PAGE = """Ward Reviews
Rash after a new drug: a chart review
Alder B, Moss C
Ward Reviews 2014;3:12.

Abstract
We saw 12 patients.
Keywords: rash, drug
"""
GOLD = {
    "title": "Rash after a new drug: a chart review",
    "journal": "Ward Reviews",
    "year": 2014,
    "abstract_start": "We saw 12",
    "keywords": ["rash", "drug"],
}
TITLE = "Rash after a new drug: a chart review"


@pytest.mark.first
def test_altered_pages_are_read_as_well_as_they_were() -> None:
    totals = altered.totals(altered.judge_all(altered.pages(DATA / "pages"), WAYS, one_in=4))
    fewer = {way: n for way, n in totals.items() if n["right"] < FLOORS[way]["right"]}
    more = {way: n for way, n in totals.items() if n["wrong"] > FLOORS[way]["wrong"]}
    assert (fewer, more) == ({}, {})


@pytest.mark.parametrize("way", WAYS)
def test_a_way_alters_a_page_and_nothing_where_there_is_nothing(way: str) -> None:
    assert WAYS[way](PAGE.replace("We saw 12", "“We” saw 12"), GOLD) != PAGE
    assert not WAYS[way]("", {}).replace("\n", "") or way in ("menus_before", "related_after")


@pytest.mark.parametrize(
    ("way", "there"),
    [
        ("wrapped", PAGE),
        ("first_lines_cut", "Ward Reviews 2014;3:12.\n\nAbstract\nWe saw"),
        ("first_lines_joined", f"Ward Reviews {TITLE}\nAlder B"),
        ("head_on_one_line", f"Ward Reviews {TITLE} Alder B, Moss C Ward Reviews 2014;3:12.\nA"),
        ("labels_glued", "AbstractWe saw 12 patients.\nKeywords:rash"),
        ("labels_in_capitals", "ABSTRACT\nWe saw 12 patients.\nKEYWORDS: rash"),
        (
            "markdown_headings",
            f"# {TITLE}\nAlder B, Moss C\nWard Reviews 2014;3:12.\n\n## Abstract",
        ),
        ("site_behind_bar", f"{TITLE} | Ward Online\n"),
        ("title_taken_away", "Ward Reviews\n\nAlder B"),
        ("non_breaking_spaces", "We saw\xa012\xa0patients"),
    ],
)
def test_a_way_of_saving_does_what_it_says(way: str, there: str) -> None:
    assert there in WAYS[way](PAGE, GOLD)


def test_what_is_cut_off_is_no_longer_asked_for() -> None:
    cut = WAYS["first_lines_cut"](PAGE, GOLD)
    assert carried(GOLD, PAGE, cut) == {**GOLD, "title": None}
    without = PAGE.replace("Keywords: rash, drug\n", "Keywords: rash")
    assert carried(GOLD, PAGE, without) == {**GOLD, "keywords": ["rash", "drug"]}
    assert carried(GOLD, PAGE, "We saw")["keywords"] is None
    signed = {**GOLD, "authors": ["Ann Alder", "Cy Moss"]}
    assert carried(signed, PAGE, PAGE) == signed
    assert "authors" not in carried(signed, PAGE, PAGE.replace("Alder B, ", ""))


@pytest.mark.parametrize("name", ["annals_dermatology", "mdpi", "pamj", "portuguese"])
def test_a_page_on_one_line_is_read_the_same_where_it_is_wrapped(name: str) -> None:
    line = one_line((DATA / "pages" / f"{name}.txt").read_text(encoding="utf-8"), {})
    flat, broken = read_page(line), read_page(wrapped(line, {}))
    for field in ("title", "journal", "year", "doi", "keywords"):
        assert getattr(flat, field) and getattr(flat, field) == getattr(broken, field)
