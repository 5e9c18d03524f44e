"""Counts of parts, why a record is not found, and words that may have been meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import trees
from reference import ReferenceIndex

from searcher.query import tree
from searcher.query.parser import parse
from searcher.query.plan import make_plan
from searcher.query.reading import count_parts, why_not
from searcher.query.suggestions import suggest
from searcher.record import Record

CORPUS = Path(__file__).parent / "data" / "cases" / "corpus.json"
INDEX = ReferenceIndex(
    (shape["docid"], Record.from_json(shape))
    for shape in json.loads(CORPUS.read_text(encoding="utf-8"))
)
BY_DOCID = {document.docid: document for document in INDEX.documents}


def matches(docid: str, node: tree.Node) -> bool:
    return INDEX.matches(BY_DOCID[docid], make_plan(node).clause)


def frequency(term: str) -> int:
    return sum(any(term in value for value in each.values("any")) for each in INDEX.documents)


def test_each_part_is_counted_by_itself() -> None:
    node = parse("imatinib AND (rash OR effusion) NOT mice").tree
    parts = count_parts(node, lambda part: len(INDEX.search(make_plan(part).clause)))
    assert [(part.text, part.depth, part.count) for part in parts] == [
        ("imatinib AND (rash OR effusion) NOT mice", 0, 5),
        ("imatinib", 1, 7),
        ("rash OR effusion", 1, 12),
        ("rash", 2, 11),
        ("effusion", 2, 1),
        ("NOT mice", 1, 24),
        ("mice", 2, 1),
    ]


@pytest.mark.parametrize(
    ("docid", "query", "obstacles", "change"),
    [
        ("101", "imatinib AND rash", [], "imatinib AND rash"),
        ("101", "imatinib AND effusion", ["effusion"], "imatinib"),
        ("115", "imatinib AND rash NOT mice", ["mice"], "imatinib AND rash"),
        ("115", "rash NOT (dasatinib OR mice)", ["mice"], "rash NOT dasatinib"),
        ("101", '"rash skin" AND imatinib', ['"rash skin"'], '"rash skin"~3 AND imatinib'),
        ("101", "title:skin", ["title:skin"], "skin"),
        ("101", "imatinb AND rash", ["imatinb"], "imatinb~1 AND rash"),
        ("101", "rash AND 2013:2020[dp]", ["date:2013..2020"], "rash AND date:..2020"),
        ("101", "(imatinib AND mice) OR dasatinib", ["mice"], "imatinib OR dasatinib"),
        ("101", "zebrafish", ["zebrafish"], None),
        ("101", "imatinib +mice", ["mice"], "imatinib"),
        ("101", "imatinib -rash", ["rash"], "imatinib"),
        ("101", "imatinib mesylate[mh] AND zoo[mh]", ["mh:zoo"], 'mh:"imatinib mesylate"'),
    ],
)
def test_why_not_names_the_obstacles_and_the_smallest_change(
    docid: str, query: str, obstacles: list[str], change: str | None
) -> None:
    verdict = why_not(parse(query).tree, lambda node: matches(docid, node))
    assert [str(each.clause) for each in verdict.obstacles] == obstacles
    assert (None if verdict.change is None else str(verdict.change)) == change


@settings(max_examples=60, deadline=None)
@given(trees(), st.sampled_from(["101", "115", "122"]))
def test_the_change_lets_the_record_in(node: tree.Node, docid: str) -> None:
    verdict = why_not(node, lambda part: matches(docid, part))
    assert verdict.change is None or matches(docid, verdict.change)
    assert bool(verdict.obstacles) != matches(docid, node)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("imatinb rsh", {"imatinb": "imatinib", "rsh": "rash"}),
        ("imatinib rash", {}),
        ("Continuaton", {"Continuaton": "continuation"}),
        ("title:exanthmea", {"exanthmea": "exanthema"}),
        ('"skinn rash"', {"skinn": "skin"}),
        ("skinrash", {"skinrash": "skin rash"}),
        ("rash NOT imatinb", {}),
        ("zzzzzzzz imatinb* IL-5 author:smoth", {}),
    ],
)
def test_a_doubtful_word_gets_the_word_that_records_have(
    query: str, expected: dict[str, str]
) -> None:
    assert suggest(parse(query).tree, frequency, 10_000) == expected
