"""Watching: a change under the paths is in the index soon after."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from command import environment
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


def test_what_cannot_be_read_and_what_was_kept_is_said_once(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    put(tmp_path / "lit" / "a.jsonl", 1)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "empty.txt").touch()
    process = subprocess.Popen(
        [sys.executable, "-m", "searcher", "watch", "lit", "other"],
        cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    late = threading.Timer(30, process.kill)
    late.start()
    assert process.stdout is not None
    assert process.stdout.readline().startswith("files: 1 added, 1 failed")
    (tmp_path / "lit" / "a.jsonl").unlink()
    assert process.stdout.readline().startswith("files: 1 failed; 1 record in")
    put(tmp_path / "other" / "b.jsonl", 2)
    assert process.stdout.readline().startswith("files: 1 added, 1 failed")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    late.cancel()
    assert process.returncode == 130
    unread, kept, interrupted = said.splitlines()
    assert unread == "searcher: other/empty.txt: is empty"
    assert "lit" in kept
    assert "--prune" in kept
    assert interrupted == "searcher: interrupted"
