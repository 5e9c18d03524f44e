"""Search cases as data: each query finds exactly its records, in every engine.

tests/data/cases/corpus.json holds the records; every other file there holds cases:
    comment   what the case shows
    query     as typed; match: "all" where plain words must all match
    docids    all matches, sorted; first: the one that must rank highest
    reading   the query as understood; warnings: a part of each warning (none: no warning at all)
    error     instead of docids: a part of the message that refuses the query; position: its place
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reference import ReferenceIndex

from searcher.engines.base import Request, load
from searcher.errors import QueryError
from searcher.query.clauses import Clause
from searcher.query.parser import parse
from searcher.query.plan import make_plan
from searcher.record import Record

FOLDER = Path(__file__).parent / "data" / "cases"
CORPUS = [
    (shape["docid"], Record.from_json(shape))
    for shape in json.loads((FOLDER / "corpus.json").read_text(encoding="utf-8"))
]
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['comment']}")
    for path in sorted(FOLDER.glob("*.json"))
    if path.stem != "corpus"
    for case in json.loads(path.read_text(encoding="utf-8"))
]
ENGINES = ("reference", "whoosh", "tantivy")


class Searched:
    """The corpus in one engine."""

    def __init__(self, name: str, directory: Path) -> None:
        self.reader = None
        if name == "reference":
            self.reference = ReferenceIndex(CORPUS)
            return
        engine: Any = load(name).create(directory)  # type: ignore[attr-defined]
        writer = engine.writer()
        for docid, record in CORPUS:
            writer.add(docid, engine.encode(docid, record))
        writer.commit()
        writer.close()
        self.reader = engine.reader()

    def docids(self, clause: Clause) -> list[str]:
        if self.reader is None:
            return [docid for docid, _ in self.reference.search(clause)]
        answer = self.reader.search(Request(clause, limit=100))
        assert answer.total == len(answer.matches) == self.reader.count(clause)
        return [match.docid for match in answer.matches]


@pytest.fixture(scope="module", params=ENGINES)
def searched(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Searched]:
    if request.param == "tantivy" and importlib.util.find_spec("tantivy") is None:
        pytest.skip("tantivy is not installed")
    yield Searched(request.param, tmp_path_factory.mktemp(request.param))


def read(case: dict[str, Any]) -> tuple[Clause, str, tuple[str, ...]]:
    query = parse(case["query"], match=case.get("match", "any"))
    plan = make_plan(query.tree)
    return plan.clause, str(query.tree), query.warnings + plan.warnings


@pytest.mark.parametrize("case", CASES)
def test_a_case_finds_exactly_its_records(searched: Searched, case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(QueryError) as caught:
            read(case)
        assert case["error"] in str(caught.value)
        assert case["position"] == caught.value.position
        return
    clause, reading, warnings = read(case)
    found = searched.docids(clause)
    assert sorted(found) == case["docids"]
    assert not case.get("first") or found[0] == case["first"]
    assert reading == case.get("reading", reading)
    expected = case.get("warnings", [])
    assert all(any(part in each for each in warnings) for part in expected), warnings
    assert expected or not warnings, warnings


def test_there_are_cases_enough_and_each_says_what_it_shows() -> None:
    cases = [case.values[0] for case in CASES]
    assert len(cases) >= 300
    assert len([case for case in CASES if case.id.startswith("hostile")]) >= 40
    assert all(case["comment"] for case in cases)
