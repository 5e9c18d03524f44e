"""Killed at any moment, an index keeps what it had, doubles nothing, and comes right again."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from json_lines import write_lines

from searcher.errors import IndexMissing
from searcher.index import Index, SearchOptions, SyncOptions

DRIVER = Path(__file__).with_name("driver.py")
EVERYTHING = SearchOptions(limit=10_000, highlight=False)


class Folder:
    """A folder of files that changes a little every day; knows which articles are in it."""

    def __init__(self, path: Path, rng: random.Random) -> None:
        self.path = path
        self.rng = rng
        self.files: dict[str, list[int]] = {}
        self._next = 1000
        for _ in range(15):
            self._write(f"{len(self.files):03}.jsonl", self._numbers(4))

    def _numbers(self, count: int) -> list[int]:
        self._next += count
        return list(range(self._next - count, self._next))

    def _write(self, name: str, numbers: list[int]) -> None:
        self.files[name] = numbers
        shapes = [
            {"title": f"Rash in study {number}", "pmid": str(number), "abstract": "It was seen."}
            for number in numbers
        ]
        write_lines(self.path / name, *shapes, time=None)

    def live_a_day(self) -> None:
        rng, names = self.rng, sorted(self.files)
        for name in rng.sample(names, 2):  # grows
            self._write(name, self.files[name] + self._numbers(2))
        for name in rng.sample(names, 2):  # is sorted anew, holds another's article too
            numbers = [*self.files[name], rng.choice(self.files[rng.choice(names)])]
            rng.shuffle(numbers)
            self._write(name, list(dict.fromkeys(numbers)))
        moved = rng.choice(names)
        self.files[f"moved-{self._next}.jsonl"] = self.files.pop(moved)
        (self.path / moved).rename(self.path / f"moved-{self._next}.jsonl")
        gone = rng.choice(sorted(self.files))
        del self.files[gone]
        (self.path / gone).unlink()
        self._write(f"new-{self._next}.jsonl", self._numbers(6))

    def articles(self) -> set[str]:
        return {str(number) for numbers in self.files.values() for number in numbers}


class Readers(threading.Thread):
    """Asks the index for ever, in a process that only reads; keeps what went wrong."""

    def __init__(self, index: Path, always: set[str]) -> None:
        super().__init__(daemon=True)
        self.index, self.always = index, always
        self.answers = 0
        self.wrong: list[str] = []
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            try:
                found = docids(self.index)
            except Exception as error:
                self.wrong.append(repr(error))
                return
            self.answers += 1
            if not self.always <= set(found) or len(found) != len(set(found)):
                self.wrong.append(f"lost {sorted(self.always - set(found))}")
                return


def docids(index: Path) -> list[str]:
    with Index.open(index) as opened:
        return [hit.record.docid for hit in opened.search("rash", EVERYTHING).hits]


def killed(work: str, index: Path, folder: Path, after: float) -> bool:
    """Run the driver and kill it so many seconds after it began; whether that was in time."""
    process = subprocess.Popen(
        [sys.executable, str(DRIVER), work, str(index), str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    process.kill()
    out, err = process.communicate()
    assert "Error" not in err, err
    return "done" not in out


def run_kills(tmp_path: Path, engine: str, kills: int) -> int:
    rng = random.Random(kills)
    folder = Folder(tmp_path / "lit", rng)
    index = tmp_path / "index"
    Index.open_or_create(index, engine).sync([folder.path])
    sure = folder.articles()
    in_time, longest = 0, 0.3
    for number in range(kills):
        work = rng.choice(["sync", "sync", "sync", "rebuild", "optimize"])
        folder.live_a_day()
        # What has no source any more may go; everything else stays, whatever happens.
        sure &= folder.articles()
        readers = Readers(index, sure)
        readers.start()
        hit = killed(work, index, folder.path, rng.random() * longest)
        in_time += hit
        longest = min(3.0, longest * 1.2) if hit else max(0.05, longest * 0.8)
        readers.ended.set()
        readers.join()
        assert not readers.wrong, (number, work, readers.wrong)
        assert readers.answers
        if rng.random() < 0.3:
            continue  # killed again before anything was put right
        found = docids(index)
        assert sure <= set(found), (number, work)
        assert len(found) == len(set(found)), (number, work)
        with Index.open(index) as opened:
            opened.sync([folder.path], SyncOptions(prune=True))
            assert opened.verify().problems == (), (number, work)
        assert set(docids(index)) == folder.articles(), (number, work)
        sure = folder.articles()
    return in_time


ENGINES = ["whoosh", "tantivy"]


def skip_without(engine: str) -> None:
    if engine == "tantivy":
        pytest.importorskip("tantivy")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_index_survives_kills(tmp_path: Path, engine: str) -> None:
    skip_without(engine)
    assert run_kills(tmp_path, engine, kills=4) >= 1


@pytest.mark.long
@pytest.mark.parametrize("engine", ENGINES)
def test_an_index_survives_300_kills(tmp_path: Path, engine: str) -> None:
    skip_without(engine)
    assert run_kills(tmp_path, engine, kills=300) >= 100


def test_a_kill_before_the_first_commit_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "lit", random.Random(1))
    for moment in (0.0, 0.01, 0.02, 0.03):
        killed("sync", tmp_path / "index", folder.path, moment)
    try:
        found = docids(tmp_path / "index")
    except IndexMissing:
        found = []
    assert set(found) <= folder.articles()
    Index.open_or_create(tmp_path / "index", "whoosh").sync([folder.path])
    assert set(docids(tmp_path / "index")) == folder.articles()
