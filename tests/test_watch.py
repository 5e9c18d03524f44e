"""Watching: a change under the paths is in the index soon after."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command import environment
from json_lines import write_lines

from searcher.errors import IndexLocked, UsageError
from searcher.index import Index, SyncOptions
from searcher.storage.layout import IndexDirectory
from searcher.storage.lock import locked
from searcher.sync import watch


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


def test_a_sync_that_another_writer_keeps_from_its_lock_is_tried_again(
    tmp_path: Path, monkeypatch
) -> None:
    pytest.importorskip("watchfiles")
    monkeypatch.setattr(watch, "RETRY_SECONDS", 0.1)
    put(tmp_path / "lit" / "a.jsonl", 1)
    index = Index.create(tmp_path / "index", "whoosh")
    stop = threading.Event()
    threading.Timer(20, stop.set).start()
    reports = index.watch([tmp_path / "lit"], SyncOptions(lock_timeout=0), stop)
    with locked(IndexDirectory(index.path), 0):
        assert isinstance(next(reports), IndexLocked)
        assert isinstance(next(reports), IndexLocked)
    assert next(reports).added == 1


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`searcher watch` in a folder, ended by Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-m", "searcher", "watch", *arguments],
        cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    late = threading.Timer(30, process.kill)
    late.start()
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
        late.cancel()
    assert process.returncode == 130


def test_watching_goes_on_after_another_writer_has_held_the_index(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    put(tmp_path / "lit" / "a.jsonl", 1)
    with watching(tmp_path, "lit", "--lock-timeout", "0") as process:
        assert process.stdout.readline().startswith("files: 1 added")
        with locked(IndexDirectory(tmp_path / "index"), 0):
            put(tmp_path / "lit" / "b.jsonl", 2)
            assert re.search(
                r"written by process \d+.*\(watching goes on\)", process.stderr.readline()
            )
        put(tmp_path / "lit" / "c.jsonl", 3)
        assert process.stdout.readline().startswith("files: 2 added, 1 unchanged")


def test_watching_goes_on_while_a_path_is_not_there(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    put(tmp_path / "lit" / "a.jsonl", 1)
    put(tmp_path / "other" / "b.jsonl", 2)
    with watching(tmp_path, "lit", "other") as process:
        assert process.stdout.readline().startswith("files: 2 added")
        shutil.rmtree(tmp_path / "lit")
        assert process.stderr.readline() == (
            "searcher: lit: is not there; what the index has of it is kept (watching goes on)\n"
        )
        assert process.stdout.readline().startswith("files: 1 unchanged; 2 records")
        put(tmp_path / "other" / "c.jsonl", 3)
        assert process.stdout.readline().startswith("files: 1 added, 1 unchanged; 3 records")
        put(tmp_path / "back" / "a.jsonl", 1)
        put(tmp_path / "back" / "d.jsonl", 4)
        (tmp_path / "back").rename(tmp_path / "lit")
        assert process.stdout.readline().startswith("files: 1 added, 3 unchanged; 4 records")
        put(tmp_path / "lit" / "e.jsonl", 5)
        assert process.stdout.readline().startswith("files: 1 added, 4 unchanged; 5 records")


def test_a_file_that_is_replaced_is_watched_on(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    put(tmp_path / "a.jsonl", 1)
    with watching(tmp_path, "a.jsonl") as process:
        assert process.stdout.readline().startswith("files: 1 added")
        for number in (2, 3):
            put(tmp_path / "new", number)
            (tmp_path / "new").rename(tmp_path / "a.jsonl")
            assert process.stdout.readline().startswith("files: 1 changed")


def test_what_cannot_be_read_and_what_was_kept_is_said_once(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    put(tmp_path / "lit" / "a.jsonl", 1)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "empty.txt").touch()
    with watching(tmp_path, "lit", "other") as process:
        assert process.stdout.readline().startswith("files: 1 added, 1 failed")
        (tmp_path / "lit" / "a.jsonl").unlink()
        assert process.stdout.readline().startswith("files: 1 failed; 1 record in")
        put(tmp_path / "other" / "b.jsonl", 2)
        assert process.stdout.readline().startswith("files: 1 added, 1 failed")
    unread, kept, interrupted = process.stderr.read().splitlines()
    assert unread == "searcher: other/empty.txt: is empty"
    assert "lit" in kept
    assert "--prune" in kept
    assert interrupted == "searcher: interrupted"
