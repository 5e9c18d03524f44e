"""Detection and the records of every structured format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from searcher.errors import UsageError
from searcher.formats import detect, parse
from searcher.record import Record
from searcher.sources import documents

DATA = Path(__file__).parent / "data" / "formats"


def records(path: Path, as_format: str | None = None) -> list[Record]:
    (document,) = documents(str(path))
    found = list(parse(document, as_format))
    assert all(isinstance(each, Record) for each in found)
    return found  # type: ignore[return-value]


def test_an_unknown_format_is_wrong_usage_and_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (document,) = documents(str(tmp_path / "a.txt"))
    with pytest.raises(UsageError, match="medline"):
        parse(document, "medlin")


def test_our_own_json_lines_read_back_give_the_same_record(tmp_path: Path) -> None:
    record = Record(
        title="Rash under treatment",
        abstract="Purpose: one\nMethods: two",
        keywords=("rash",),
        authors=("Doe J",),
        date="2021-10",
        year=2021,
        doi="10.1234/abc",
        mesh=("Rash/*drug therapy",),
        body="Body\ntext",
    )
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record.to_json()) + "\n")
    (document,) = documents(str(path))
    assert detect(document)[0].name == "jsonl"
    assert records(path) == [record.at(str(path), 0, "jsonl")]
