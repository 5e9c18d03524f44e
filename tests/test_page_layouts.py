"""Pages in the layouts of many publishers, each against its own truth.

The files are invented articles in layouts as they come out of a browser; NAME.gold.json holds
what they carry and, as its note, what is tricky. benchmarks/fields.py judges both alike.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from searcher.formats import detect
from searcher.formats.page.reader import read_page
from searcher.sources import documents

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import alterations  # noqa: E402
import fields  # noqa: E402

PAGES = sorted((ROOT / "tests" / "data" / "pages").glob("*.gold.json"))


def the_file(truth: Path) -> Path:
    stem = truth.name.removesuffix(".gold.json")
    return next(path for path in truth.parent.glob(f"{stem}.*") if path != truth)


@pytest.mark.parametrize("truth", PAGES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_layout_gives_what_it_carries_and_nothing_else(truth: Path) -> None:
    gold = json.loads(truth.read_text(encoding="utf-8"))
    record, _ = fields.read(the_file(truth))
    failed = [
        (field, expected, got)
        for field, outcome, expected, got in fields.judge(gold, record)
        if outcome in ("missing", "wrong")
    ]
    assert not failed
    for field in ("pmid", "pmcid"):
        if gold.get(field):
            assert getattr(record, field) == gold[field]
    if "mesh" in gold:
        headings = [heading.split("/")[0].strip("*") for heading in record.mesh]
        assert headings == gold["mesh"]


@pytest.mark.parametrize("truth", PAGES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_layout_is_detected_as_a_page(truth: Path) -> None:
    (document,) = documents(str(the_file(truth)))
    assert detect(document)[0].name in ("page", "html")


def test_the_judge_tells_right_missing_invented_and_wrong_apart() -> None:
    gold = {
        "title": "A title",
        "journal": None,
        "year": 2001,
        "doi": "10.1000/a",
        "abstract_start": "First words",
        "abstract_end": None,
        "keywords": ["one", "two"],
    }
    record = fields.Record(
        title="a  TITLE.", journal="Invented", doi="10.1000/b", abstract="Aim: First words here."
    )
    outcomes = {field: outcome for field, outcome, _, _ in fields.judge(gold, record)}
    assert outcomes == {
        "title": "right",
        "journal": "wrong",
        "year": "missing",
        "doi": "wrong",
        "abstract_start": "right",
        "keywords": "missing",
    }


@pytest.mark.parametrize(
    ("names", "outcome"),
    [
        (("Lee A", "B. Van Der Ek"), "right"),
        (("Lee, Ann",), "missing"),
        ((), "missing"),
        (("Bo van der Ek", "Ann Lee"), "missing"),
        (("Ann Lee", "Bo van der Ek", "View Profile"), "wrong"),
    ],
)
def test_the_judge_asks_for_authors_where_the_truth_has_them(
    names: tuple[str, ...], outcome: str
) -> None:
    record = fields.Record(title="A title", authors=names)
    gold = {"title": "A title", "authors": ["Ann Lee", "Bo van der Ek"]}
    outcomes = {field: outcome for field, outcome, _, _ in fields.judge(gold, record)}
    assert outcomes["authors"] == outcome
    del gold["authors"]
    assert "authors" not in {field for field, *_ in fields.judge(gold, record)}


# Layouts in which blank lines say what nothing else does.
RELIES_ON_BLANK_LINES = {
    alterations.no_blank_lines: {
        "abstract_of_points",
        "newsletter",
        "note_with_remarks",
        "reddit_note",
    },
    alterations.all_blank_lines: {
        "design_below_the_title",
        "news_item",
        "pdf_paste",
        "sentence_ends_on_next_line",
        "title_in_capitals_on_two_lines",
    },
    alterations.indented: set(),
}


@pytest.mark.parametrize("change", RELIES_ON_BLANK_LINES)
def test_layouts_are_read_as_well_where_blank_lines_are_lost_or_added(
    change: alterations.Way,
) -> None:
    failed = set()
    for truth in PAGES:
        path = the_file(truth)
        if path.suffix == ".html":
            continue
        gold = json.loads(truth.read_text(encoding="utf-8"))
        record = read_page(change(path.read_text(encoding="utf-8"), gold))
        outcomes = [outcome for _, outcome, _, _ in fields.judge(gold, record)]
        if "missing" in outcomes or "wrong" in outcomes:
            failed.add(truth.name.removesuffix(".gold.json"))
    assert failed == RELIES_ON_BLANK_LINES[change]
