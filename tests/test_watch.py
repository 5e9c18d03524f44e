"""Watching: a change under the paths is in the index soon after."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from json_lines import write_lines

from searcher.errors import UsageError
from searcher.index import Index


def put(path: Path, number: int) -> None:
    write_lines(path, {"title": f"Rash {number}", "pmid": str(number)}, time=None)


def test_changes_are_synced_until_stopped(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    folder = tmp_path / "lit"
    put(folder / "a.jsonl", 1)
    index = Index.open_or_create(tmp_path / "lit" / "index", "whoosh")
    stop = threading.Event()
    threading.Timer(20, stop.set).start()
    reports = index.watch([folder], stop=stop)
    assert next(reports).added == 1
    put(folder / "b.jsonl", 2)
    assert next(reports).added == 1
    (folder / "a.jsonl").unlink()
    assert next(reports).removed == 1
    assert index.get("2") is not None
    stop.set()
    assert list(reports) == []  # not even for the index's own changes


def test_a_missing_path_is_said_before_watching(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    with pytest.raises(UsageError, match="no such file"):
        next(Index.open_or_create(tmp_path / "index").watch([tmp_path / "gone"]))
