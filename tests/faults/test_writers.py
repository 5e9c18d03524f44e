"""Several writers of one index, and an index directory that somebody takes away meanwhile."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest
from json_lines import write_lines

from searcher.errors import IndexLocked, StorageError
from searcher.index import Index, SearchOptions, SyncOptions
from searcher.storage.lock import locked


def put(folder: Path, *numbers: int) -> None:
    """A file for each of these articles."""
    for number in numbers:
        write_lines(folder / f"{number}.jsonl", {"title": "Rash in study", "pmid": str(number)})


def docids(index: Index) -> list[str]:
    index.refresh()
    hits = index.search("title:*", SearchOptions(limit=10_000, highlight=False)).hits
    return sorted(hit.record.docid for hit in hits)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    (tmp_path / "lit").mkdir()
    return Index.open_or_create(tmp_path / "index", "whoosh")


def test_a_second_writer_waits_and_then_says_who_is_first(index: Index, tmp_path: Path) -> None:
    put(tmp_path / "lit", 1)
    index.sync([tmp_path / "lit"])
    named = f"process {os.getpid()} on"
    with locked(index._directory, 0), pytest.raises(IndexLocked, match=named):
        index.sync([tmp_path / "lit"], SyncOptions(lock_timeout=0.1))
    assert index.sync([tmp_path / "lit"]).records == 1


def test_to_remove_the_file_that_names_the_writer_lets_no_other_in(
    index: Index, tmp_path: Path
) -> None:
    index.sync([tmp_path / "lit"])
    with locked(index._directory, 0):
        (index.path / "lock").unlink()
        with pytest.raises(IndexLocked, match="another process"):
            index.sync([tmp_path / "lit"], SyncOptions(lock_timeout=0.1))


def test_a_writer_leaves_an_index_alone_that_was_put_in_place_of_its_own(
    index: Index, tmp_path: Path
) -> None:
    folder = tmp_path / "lit"
    put(folder, *range(10, 15))
    kept = []

    def replace(_: object) -> None:
        if not kept:
            kept.append(index.path.rename(tmp_path / "kept"))
            Index.open_or_create(index.path, "whoosh").sync([folder])

    with pytest.raises(StorageError, match="was taken away"):
        index.sync([folder], None, replace)
    assert index.verify().problems == ()
    assert len(docids(index)) == 5


def test_two_writers_at_once_lose_nothing(index: Index, tmp_path: Path) -> None:
    folders = [tmp_path / "lit" / name for name in "ab"]
    for start, folder in zip((100, 200), folders, strict=True):
        put(folder, *range(start, start + 40))
    wrong: list[Exception] = []

    def write(folder: Path) -> None:
        try:
            for _ in range(3):
                Index.open_or_create(index.path, "whoosh").sync([folder])
        except Exception as error:
            wrong.append(error)

    threads = [threading.Thread(target=write, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(docids(index)) == 80
    assert index.verify().problems == ()


def test_a_writer_that_comes_again_and_again_does_not_shut_out_another(
    index: Index, tmp_path: Path
) -> None:
    index.sync([tmp_path / "lit"])
    ended = threading.Event()

    def greedy() -> None:
        while not ended.is_set():
            with locked(index._directory, 30):
                time.sleep(0.05)

    other = threading.Thread(target=greedy)
    other.start()
    try:
        for _ in range(4):
            with locked(index._directory, 2.0):
                pass
    finally:
        ended.set()
        other.join()
