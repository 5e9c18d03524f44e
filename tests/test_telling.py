"""What an index tells of duplicates and of records that look suspect."""

from __future__ import annotations

from pathlib import Path

import pytest
from json_lines import write_lines

from searcher.catalog.telling import Unread
from searcher.index import Index

LONG = "A cohort of adults was followed for a year and a rash was seen in few of them. " * 4


@pytest.fixture
def index(tmp_path: Path) -> Index:
    good = {"title": "Rash after imatinib in adults", "year": 2012, "abstract": LONG}
    cut = {**good, "pmid": "11", "abstract": "Too short and cut"}
    lit = tmp_path / "lit"
    write_lines(lit / "a.jsonl", {**good, "pmid": "11", "doi": "10.1000/a"}, time=1000)
    write_lines(lit / "b.jsonl", cut, time=3000)
    write_lines(lit / "c.jsonl", {**good, "doi": "https://doi.org/10.1000/A"}, time=2000)
    write_lines(lit / "d.jsonl", {**good, "pmid": "12"}, {"title": "Menu", "pmid": "13"})
    index = Index.open_or_create(tmp_path / "index", "whoosh")
    index.sync([lit])
    return index


def test_an_article_in_three_files_is_one_duplicate_best_source_first(index: Index) -> None:
    (duplicate,) = index.duplicates()
    assert duplicate.docid == "10.1000/a"  # of the newest of the two whole records
    assert str(duplicate.shown) == "lit/c.jsonl#0"
    assert [str(place) for place in duplicate.waiting] == ["lit/a.jsonl#0", "lit/b.jsonl#0"]
    assert duplicate.to_json()["shown"] == {"path": "lit/c.jsonl", "ordinal": 0}


def test_equal_titles_without_a_common_identifier_are_only_possible_duplicates(
    index: Index,
) -> None:
    assert index.possible_duplicates() == [("10.1000/a", "12")]
    assert index.status().records == 3


def test_suspect_records_are_told_with_their_reasons(index: Index) -> None:
    (suspect,) = index.suspects()
    assert (suspect.docid, str(suspect.place)) == ("13", "lit/d.jsonl#1")
    assert suspect.reasons == ("a title that looks like page furniture", "no date")


def test_files_that_could_not_be_read_are_told(index: Index, tmp_path: Path) -> None:
    (tmp_path / "lit/empty.txt").write_text("")
    (tmp_path / "lit/more.json").write_text('{"width": 3}')
    index.sync([tmp_path / "lit"])
    empty, other = index.unread_files()
    assert empty == Unread("lit/empty.txt", "is empty")
    assert (other.path, other.skipped) == ("lit/more.json", True)
