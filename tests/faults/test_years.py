"""An index that is synced every day stays small, and many processes can use it at once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from json_lines import write_lines

from searcher.index import Index

TEXT = (
    "rash fever liver skin imatinib dasatinib nilotinib oedema nausea trial patients dose weeks "
    "adults outcome response therapy toxicity grade severe"
)
WORDS = TEXT.split()
ENGINES = ["whoosh", "tantivy"]


def write(path: Path, numbers: list[int], rng: random.Random) -> None:
    shapes = [
        {
            "title": " ".join(rng.choices(WORDS, k=8)),
            "abstract": " ".join(rng.choices(WORDS, k=120)) + f" w{rng.randrange(5000)}.",
            "pmid": str(number),
        }
        for number in numbers
    ]
    write_lines(path, *shapes, time=None)


def live(index: Index, folder: Path, days: int) -> None:
    rng = random.Random(days)
    for number in range(40):
        write(folder / f"{number}.jsonl", list(range(number * 5 + 1, number * 5 + 6)), rng)
    for day in range(days):
        write(folder / f"day-{day}.jsonl", [10_000 + day * 2, 10_001 + day * 2], rng)
        changed = rng.randrange(40)
        write(folder / f"{changed}.jsonl", list(range(changed * 5 + 1, changed * 5 + 6)), rng)
        if day % 3 == 2:
            (folder / f"day-{day - 1}.jsonl").unlink()
        index.sync([folder])


@pytest.mark.parametrize(
    ("engine", "days"),
    [(engine, 15) for engine in ENGINES]
    + [pytest.param(engine, 200, marks=pytest.mark.long) for engine in ENGINES],
)
def test_an_index_grows_no_faster_than_what_is_in_it(
    tmp_path: Path, engine: str, days: int
) -> None:
    if engine == "tantivy":
        pytest.importorskip("tantivy")
    folder = tmp_path / "lit"
    folder.mkdir()
    index = Index.open_or_create(tmp_path / "index", engine)
    live(index, folder, days)
    fresh = Index.open_or_create(tmp_path / "fresh", engine)
    fresh.sync([folder])
    old, new = engine_bytes(index), engine_bytes(fresh)
    assert old <= 1.3 * new, (old, new)
    assert index.verify().problems == ()


def engine_bytes(index: Index) -> int:
    (generation,) = index.path.glob("gen-*")
    return sum(path.stat().st_size for path in (generation / "engine").iterdir())


WRITER = """
import sys, time
from pathlib import Path
from searcher.index import Index
until = time.time() + float(sys.argv[3])
while time.time() < until:
    Index.open_or_create(sys.argv[1]).sync([sys.argv[2]])
    for path in sorted(Path(sys.argv[2]).glob("*.jsonl"))[:3]:
        path.rename(path.with_name("z" + path.name))
"""
READER = """
import sys, time
from searcher.index import Index, SearchOptions
until, asked = time.time() + float(sys.argv[3]), 0
while time.time() < until or not asked:
    with Index.open(sys.argv[1]) as index:
        results = index.search("title:*", SearchOptions(limit=1000, highlight=False))
        docids = [hit.record.docid for hit in results.hits]
        assert len(docids) == len(set(docids)) == 100, len(docids)
        asked += 1
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("readers", "seconds"), [(2, 2.0), pytest.param(10, 60.0, marks=pytest.mark.long)]
)
def test_two_processes_index_while_others_ask(
    tmp_path: Path, engine: str, readers: int, seconds: float
) -> None:
    if engine == "tantivy":
        pytest.importorskip("tantivy")
    rng = random.Random(1)
    index = tmp_path / "index"
    folders = [tmp_path / name for name in "ab"]
    for start, folder in enumerate(folders):
        folder.mkdir()
        for number in range(10):
            first = start * 1000 + number * 5 + 1
            write(folder / f"{number}.jsonl", list(range(first, first + 5)), rng)
    Index.open_or_create(index, engine).sync(folders)
    commands = [(WRITER, folder) for folder in folders] + [(READER, tmp_path)] * readers
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(index), str(folder), str(seconds)],
            stderr=subprocess.PIPE, text=True,
        )
        for code, folder in commands
    ]  # fmt: skip
    deadline = time.monotonic() + seconds * 3 + 30
    for process in started:
        _, error = process.communicate(timeout=max(1.0, deadline - time.monotonic()))
        assert (process.returncode, error) == (0, "")
    opened = Index.open(index)
    opened.sync(folders)
    assert opened.verify().problems == ()
    assert opened.search("title:*").total == 100
