"""Records that are gone leave the scores of a tantivy index when a run has come to its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import environment

from searcher.engines.base import encoded
from searcher.index import Index, SearchOptions, SyncOptions
from searcher.storage.opening import EngineAt
from searcher.sync import batch, encoding, reading, watch
from searcher.sync.encoding import Encoder
from searcher.sync.reports import Progress

pytest.importorskip("tantivy")

from searcher.engines import tantivy_engine, tantivy_rewriting, tantivy_writer

ALL = SearchOptions(limit=1000, highlight=False)


def put(path: Path, numbers: range, word: str = "fever", time: int = 1000) -> None:
    """Write a record for each number, the more words the larger the number."""
    shapes = (
        {"title": f"Rash {n}", "pmid": str(n), "abstract": f"{word} " * (n % 7 + 1)}
        for n in numbers
    )
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(shape) + "\n" for shape in shapes))
    os.utime(path, (time, time))


def ranked(index: Index) -> list[tuple[str, float]]:
    index.refresh()
    return [(hit.record.docid, hit.score) for hit in index.search("rash fever liver", ALL).hits]


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def from_scratch(folder: Path, place: Path) -> list[tuple[str, float]]:
    index = Index.open_or_create(place, "tantivy")
    index.sync([folder])
    return ranked(index)


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 5)
    monkeypatch.setattr(batch, "SETTLE_RECORDS", 5)
    monkeypatch.setattr(batch, "COMMIT_RECORDS", 20)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """Three segments of twenty records."""
    for number in range(3):
        put(tmp_path / "lit" / f"{number}.jsonl", range(number * 20, number * 20 + 20))
    index = Index.open_or_create(tmp_path / "index", "tantivy")
    index.sync([tmp_path / "lit"])
    return index


def test_a_run_takes_out_what_is_gone(index: Index, tmp_path: Path) -> None:
    put(tmp_path / "lit" / "1.jsonl", range(20, 37), time=2000)
    put(tmp_path / "lit" / "newer.jsonl", range(5, 60, 20), time=2000)
    index.sync([tmp_path / "lit"])
    assert index.status().ghosts == 0
    assert ranked(index) == from_scratch(tmp_path / "lit", tmp_path / "again")


def test_a_run_may_leave_it_to_the_next_one(index: Index, tmp_path: Path) -> None:
    """Which takes it out also where nothing else has changed."""
    put(tmp_path / "lit" / "newer.jsonl", range(5, 60, 20), time=2000)
    for _ in range(2):
        index.sync([tmp_path / "lit"], SyncOptions(tidy=0))
        assert index.status().ghosts == 3
    assert index.sync([tmp_path / "lit"]).unchanged == 4
    assert index.status().ghosts == 0
    assert ranked(index) == from_scratch(tmp_path / "lit", tmp_path / "again")


def test_a_run_may_write_anew_so_many_records_at_most(index: Index, tmp_path: Path) -> None:
    put(tmp_path / "lit" / "newer.jsonl", range(5, 60, 20), time=2000)
    counts = []
    for _ in range(3):
        index.sync([tmp_path / "lit"], SyncOptions(tidy=25))
        counts.append(index.status().ghosts)
    assert counts == [2, 1, 0]


def test_watching_writes_no_more_anew_than_is_soon_done(
    index: Index, tmp_path: Path, monkeypatch
) -> None:
    """The next change waits for it."""
    given = []
    monkeypatch.setattr(watch, "watch", lambda sync, paths, *_: [sync(paths)])
    monkeypatch.setattr(Index, "sync", lambda self, paths, options: given.append(options.tidy))
    index.watch([tmp_path / "lit"])
    index.watch([tmp_path / "lit"], SyncOptions(tidy=0))
    assert given == [watch.TIDY, 0]


def test_what_a_better_source_of_the_same_run_replaced_is_taken_out(
    tmp_path: Path, monkeypatch
) -> None:
    folder = tmp_path / "lit"
    put(folder / "whole.jsonl", range(60), "liver.", time=1000)
    put(folder / "cut_short.jsonl", range(5, 60, 11), "fever", time=2000)
    index = Index.open_or_create(tmp_path / "index", "tantivy")
    replaced = []
    real = tantivy_writer.TantivyWriter.tidy

    def tidy(self, *arguments) -> None:
        replaced.append(tantivy_engine.open(self._directory).ghosts())
        real(self, *arguments)

    monkeypatch.setattr(tantivy_writer.TantivyWriter, "tidy", tidy)
    index.sync([folder])
    assert (replaced, index.status().ghosts) == ([5], 0)


def test_the_newest_file_is_read_first(tmp_path: Path, monkeypatch) -> None:
    """So that its records are shown from the beginning, and replace none."""
    folder = tmp_path / "lit"
    put(folder / "a.jsonl", range(20), "liver", time=1000)
    put(folder / "b.jsonl", range(20), "fever", time=3000)
    put(folder / "c.jsonl", range(20), "heart", time=2000)
    monkeypatch.setattr(tantivy_writer.TantivyWriter, "tidy", lambda self, *_: None)
    index = Index.open_or_create(tmp_path / "index", "tantivy")
    index.sync([folder])
    assert (index.status().ghosts, len(index.search("fever", ALL).hits)) == (0, 20)


def test_a_run_that_was_interrupted_is_tidied_by_the_next_one(
    index: Index, tmp_path: Path, monkeypatch
) -> None:
    put(tmp_path / "lit" / "1.jsonl", range(20, 37), time=2000)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt, match="are in the index"):
        patch.setattr(tantivy_writer.TantivyWriter, "tidy", interrupt)
        index.sync([tmp_path / "lit"])
    index.refresh()
    assert index.status().last_run["changed"] == 1
    assert (index.status().ghosts, len(ranked(index))) == (3, 57)
    assert index.sync([tmp_path / "lit"]).unchanged == 3
    assert index.status().ghosts == 0
    assert index.verify().problems == ()


def test_verify_tidies_what_an_interrupted_run_left(
    index: Index, tmp_path: Path, monkeypatch
) -> None:
    put(tmp_path / "lit" / "1.jsonl", range(20, 37), time=2000)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(tantivy_writer.TantivyWriter, "tidy", interrupt)
        index.sync([tmp_path / "lit"])
    assert index.status().ghosts == 3
    assert index.verify().notes == ()
    assert index.status().ghosts == 0


def test_tidying_goes_on_step_by_step_and_says_how_far_it_is(
    index: Index, tmp_path: Path, monkeypatch
) -> None:
    """What is done when it is interrupted need not be done again."""
    monkeypatch.setattr(tantivy_rewriting, "AT_ONCE", 30)
    monkeypatch.setattr(tantivy_rewriting, "_TOLD", 10)
    for number in range(3):
        put(tmp_path / "lit" / f"{number}.jsonl", range(number * 20, number * 20 + 19), time=2000)
    told = []

    def look(progress: Progress) -> None:
        if progress.to_rewrite:
            told.append((progress.rewritten, progress.to_rewrite, index.status().ghosts))
            if progress.rewritten > 20:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.sync([tmp_path / "lit"], progress=look)
    assert told == [(10, 57, 3), (29, 57, 2)]
    assert index.verify().problems == ()
    assert ranked(index) == from_scratch(tmp_path / "lit", tmp_path / "again")


INTERRUPTED = """
import os, signal, sys, time
from searcher.engines.tantivy_writer import TantivyWriter

def press(*_):
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)

TantivyWriter._put_again = press
sys.argv = ["searcher", "index", "lit"]
from searcher.__main__ import main
main()
"""


def test_ctrl_c_while_tidying_says_that_all_changes_are_in(index: Index, tmp_path: Path) -> None:
    put(tmp_path / "lit" / "1.jsonl", range(20, 37), time=2000)
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    assert done.returncode == 130
    assert done.stderr == (
        "searcher: interrupted; all changes are in the index; "
        "the next run takes what is gone out of scores\n"
    )
    assert (len(ranked(index)), index.status().ghosts) == (57, 3)
    assert index.sync([tmp_path / "lit"]).unchanged == 3
    assert index.status().ghosts == 0


def test_other_processes_encode_as_this_one_does(index: Index, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(encoding, "_FEW", 10)
    monkeypatch.setattr(encoding, "_GROUP", 4)
    engine = EngineAt("tantivy", str(tmp_path / "index" / "gen-000001" / "engine"))
    reader = engine().reader()
    texts = [reader.get(docid) or "" for docid in reader.docids()]
    assert len(texts) == 60
    assert list(Encoder(engine, 2)(texts)) == list(encoded(engine(), texts))
    assert list(Encoder(engine, 2)(texts[:3])) == list(encoded(engine(), texts[:3]))


def test_what_goes_wrong_in_another_process_is_told(
    index: Index, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(encoding, "_FEW", 1)
    engine = EngineAt("tantivy", str(tmp_path / "index" / "gen-000001" / "engine"))
    with pytest.raises(RuntimeError, match="JSONDecodeError"):
        list(Encoder(engine, 2)(['{"docid":"1",']))
