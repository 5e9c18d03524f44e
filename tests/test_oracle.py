"""Engines against a plain-Python BM25 on random queries, and what AND, OR and NOT promise."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from examples import drawn
from hypothesis import given, settings
from query_strategies import trees
from reference import ReferenceIndex
from test_reading import INDEX

from searcher.engines.base import Request, load
from searcher.query import tree
from searcher.query.plan import make_plan
from searcher.record import Record

VOCABULARY = [f"w{number}" for number in range(40)]
TOLERANCE = {"whoosh": 1e-9, "tantivy": 2e-4}
"""How far a score may be from the oracle's: tantivy counts in 32 bits, and its engine takes scores
for equal that are so in four decimals."""


def random_records(count: int) -> list[tuple[str, Record]]:
    """Records of few words: lengths up to 40 are exact in every engine's norms."""
    chance = random.Random(11)
    weights = [1 / (rank + 1) for rank in range(len(VOCABULARY))]

    def text(most: int) -> str:
        return " ".join(chance.choices(VOCABULARY, weights, k=chance.randint(1, most)))

    return [
        (str(number), Record(pmid=str(number), title=text(8), abstract=text(25)))
        for number in range(1000, 1000 + count)
    ]


def random_query(chance: random.Random, depth: int = 2) -> tree.Node:
    if depth == 0 or chance.random() < 0.3:
        word = chance.choice(VOCABULARY)
        field = chance.choice([None, None, "title"])
        if chance.random() < 0.2:
            return tree.Phrase(f"{word} {chance.choice(VOCABULARY)}", field)
        return tree.Word(word, field)
    parts = [random_query(chance, depth - 1) for _ in range(chance.randint(2, 3))]
    if chance.random() < 0.5:
        return tree.disjunction(*parts)
    if chance.random() < 0.3:
        parts[-1] = tree.negation(parts[-1])
    return tree.conjunction(*parts)


RECORDS = random_records(60)
ORACLE = ReferenceIndex(RECORDS)


@pytest.fixture(scope="module", params=["whoosh", "tantivy"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[tuple[str, Any]]:
    name: str = request.param
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    directory: Path = tmp_path_factory.mktemp(name)
    engine: Any = load(name).create(directory)  # type: ignore[attr-defined]
    writer = engine.writer()
    for docid, record in RECORDS:
        writer.add(docid, engine.encode(docid, record))
    writer.commit()
    writer.close()
    yield name, engine.reader()


def agree(reader: tuple[str, Any], queries: int, seed: int) -> None:
    name, engine = reader
    chance = random.Random(seed)
    for _ in range(queries):
        query = random_query(chance)
        clause = make_plan(query).clause
        expected = dict(ORACLE.search(clause))
        found = [(m.docid, m.score) for m in engine.search(Request(clause, limit=100)).matches]
        assert {docid for docid, _ in found} == set(expected), str(query)
        for (docid, score), (after, lower) in pairwise(found):
            assert score >= lower, str(query)
            tied = abs(expected[docid] - expected[after]) < 1e-9
            assert docid < after or not tied, str(query)
        for docid, score in found:
            assert score == pytest.approx(expected[docid], abs=TOLERANCE[name]), (docid, str(query))


def test_scores_and_order_are_those_of_the_oracle(reader: tuple[str, Any]) -> None:
    agree(reader, 150, seed=1)


@pytest.mark.long
def test_scores_and_order_are_those_of_the_oracle_on_thousands(reader: tuple[str, Any]) -> None:
    agree(reader, 3000, seed=2)


def found(node: tree.Node) -> set[str]:
    return {docid for docid, _ in INDEX.search(make_plan(node).clause)}


@pytest.mark.first
@settings(max_examples=drawn(short=40, long=80), deadline=None)
@given(trees(), trees())
def test_and_and_not_never_widen_and_or_never_narrows(left: tree.Node, right: tree.Node) -> None:
    alone = found(left)
    assert found(tree.conjunction(left, right)) <= alone
    assert found(tree.conjunction(left, tree.negation(right))) <= alone
    assert found(tree.disjunction(left, right)) >= alone
