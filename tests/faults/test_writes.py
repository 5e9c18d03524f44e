"""Writes that fail: one clear error, the old index intact, and the next run puts all right."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from json_lines import write_lines

from searcher.errors import IndexLocked, SearcherError, StorageError
from searcher.index import Index, SearchOptions, SyncOptions
from searcher.sync import batch

EVERYTHING = SearchOptions(limit=1000, highlight=False)


def put(path: Path, *numbers: int, pad: int = 0) -> None:
    shapes = [
        {"title": f"Rash in study {n}", "pmid": str(n), "abstract": "x" * pad} for n in numbers
    ]
    write_lines(path, *shapes, time=None)


def docids(index: Path) -> set[str]:
    with Index.open(index) as opened:
        return {hit.record.docid for hit in opened.search("rash", EVERYTHING).hits}


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """An index of ten records, and a folder in which two more, and one less, wait."""
    monkeypatch.setattr(batch, "COMMIT_RECORDS", 2)
    folder = tmp_path / "lit"
    put(folder / "a.jsonl", *range(10, 15))
    put(folder / "b.jsonl", *range(15, 20))
    index = Index.open_or_create(tmp_path / "index", "whoosh")
    index.sync([folder])
    put(folder / "b.jsonl", *range(16, 20))
    put(folder / "c.jsonl", 20, 21)
    return index


BEFORE = {str(number) for number in range(10, 20)}
AFTER = {str(number) for number in [*range(10, 15), *range(16, 22)]}


class FailsAt:
    """Stands for a function and fails when it is called for the nth time, but not for reading
    the folder `spared`."""

    def __init__(self, real: Callable[..., Any], number: int, spared: Path) -> None:
        self.real, self.left, self.spared = real, number, spared

    def __call__(self, *args: Any, **options: Any) -> Any:
        if args[0] == os.fsencode(self.spared):
            return self.real(*args, **options)
        self.left -= 1
        if self.left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.real(*args, **options)


@pytest.mark.parametrize("rebuild", [False, True])
@pytest.mark.parametrize("name", ["fsync", "replace", "rename", "write", "mkdir", "open"])
def test_a_full_disk_at_any_call_leaves_the_old_index(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, rebuild: bool
) -> None:
    folder = tmp_path / "lit"
    shutil.copytree(index.path, tmp_path / "kept")
    for number in range(1, 400):
        shutil.rmtree(index.path)
        shutil.copytree(tmp_path / "kept", index.path)
        failing = FailsAt(getattr(os, name), number, folder)
        with monkeypatch.context() as patch:
            patch.setattr(os, name, failing)
            try:
                Index.open_or_create(index.path).sync([folder], SyncOptions(rebuild=rebuild))
            except StorageError as error:
                assert "\n" not in str(error)
                assert "No space left" in str(error)
        if failing.left > 0:
            break
        found = docids(index.path)
        assert BEFORE & AFTER <= found <= BEFORE | AFTER, number
        if number % 4 == 1:
            index.sync([folder])
            assert index.verify().problems == (), number
            assert docids(index.path) == AFTER
    else:
        pytest.fail("no end of calls")


DRY = SyncOptions(dry_run=True)
WORKS: dict[str, Callable[[Path], object]] = {
    "create": lambda path: Index.create(path / "other"),
    "dry run": lambda path: Index.open_or_create(path / "new").sync(path, DRY),
    "verify": lambda path: Index.open(path / "index").verify(),
    "repair": lambda path: Index.open(path / "index").verify(repair=True),
    "optimize": lambda path: Index.open(path / "index").optimize(),
}


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("name", ["fsync", "mkdir", "open", "stat"])
def test_whatever_changes_an_index_says_what_the_disk_refuses(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, work: str
) -> None:
    real = getattr(os, name)
    (tmp_path / "kept").mkdir()
    shutil.copytree(index.path, tmp_path / "kept" / "index")
    for number in range(1, 400):
        place = tmp_path / str(number)
        shutil.copytree(tmp_path / "kept", place)
        (place / "index" / "gen-000001" / "manifest").unlink()  # as after an interruption
        failing = FailsAt(real, number, tmp_path / "lit")
        with monkeypatch.context() as patch, suppress(SearcherError):
            patch.setattr(os, name, failing)
            WORKS[work](place)
        if failing.left > 0:
            break
    else:
        pytest.fail("no end of calls")


def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    """On a real file system that is too small, with either engine."""
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(small)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount")
    try:
        folder = tmp_path / "lit"
        put(folder / "a.jsonl", *range(10, 20))
        index = Index.open_or_create(small / "index", "whoosh")
        index.sync([folder])
        for number in range(100, 130):
            put(folder / f"{number}.jsonl", *range(number * 100, number * 100 + 60), pad=300)
        with pytest.raises(StorageError) as caught:
            index.sync([folder])
        assert "\n" not in str(caught.value)
        assert docids(small / "index") >= BEFORE
        for number in range(100, 130):
            (folder / f"{number}.jsonl").unlink()
        index.sync([folder])
        assert docids(small / "index") == BEFORE
        assert index.verify().problems == ()
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_a_catalog_in_use_by_another_program_is_said(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("searcher.catalog.database.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(index.path / "gen-000001" / "catalog.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(IndexLocked, match="in use"):
        index.sync([tmp_path / "lit"])
    other.close()
    assert docids(index.path) == BEFORE
    index.sync([tmp_path / "lit"])
    assert docids(index.path) == AFTER


@pytest.mark.parametrize("step", ["write_journal", "commit"])
def test_an_end_between_engine_and_catalog_is_put_right(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The catalog's last step fails once: the next run completes or forgets, and says which."""

    monkeypatch.setattr(batch, "COMMIT_RECORDS", 1000)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "gone")

    with monkeypatch.context() as patch:
        patch.setattr(f"searcher.catalog.Catalog.{step}", fail)
        with pytest.raises(StorageError):
            index.sync([tmp_path / "lit"])
    assert docids(index.path) >= BEFORE & AFTER
    # What had reached the engine only must not stay there when its file has gone meanwhile.
    (tmp_path / "lit" / "c.jsonl").unlink()
    report = index.sync([tmp_path / "lit"])
    assert (report.repaired is not None) == (step == "commit")
    assert docids(index.path) == AFTER - {"20", "21"}
    assert index.verify().problems == ()


class Dying(sqlite3.Connection):
    """Ends the process, as far as a test can, where the first batch would be committed."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            raise KeyboardInterrupt
        return super().execute(sql, *parameters)


def end_at_commit(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Dying))


def end_after_commit(patch: pytest.MonkeyPatch) -> None:
    def unlink(path: Path, **_: object) -> None:
        raise KeyboardInterrupt(path)

    patch.setattr(Path, "unlink", unlink)


@pytest.mark.parametrize("end", [end_at_commit, end_after_commit])
def test_the_journal_goes_last_and_is_not_applied_twice(
    index: Index,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: Callable[[pytest.MonkeyPatch], None],
) -> None:
    monkeypatch.setattr(batch, "COMMIT_RECORDS", 1000)
    with monkeypatch.context() as patch:
        end(patch)
        with pytest.raises(KeyboardInterrupt):
            index.sync([tmp_path / "lit"])
    report = index.sync([tmp_path / "lit"])
    assert "half-way" in str(report.repaired)
    assert docids(index.path) == AFTER
    assert index.verify().problems == ()


def test_a_directory_that_vanishes_is_an_error_of_ours(index: Index, tmp_path: Path) -> None:
    def vanish(progress: object) -> None:
        shutil.rmtree(index.path, ignore_errors=True)

    with pytest.raises(SearcherError):
        index.sync([tmp_path / "lit"], None, vanish)
