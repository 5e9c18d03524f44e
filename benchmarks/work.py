"""Whole pieces of work: building an index, cold commands, a batch, new records in an old index."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from statistics import median

import mixes
import timing
from asking import Server
from corpus import Corpus
from layouts import WRITERS
from measured import IMPORTS, PASS, Build
from peers import Peer, ours
from timing import Job, Run, python


@dataclass(frozen=True)
class Patience:
    """How often each thing is done, and the seconds after which it is not begun again."""

    times: int
    seconds: float

    def run(self, jobs: dict[str, Job]) -> dict[str, list[Run]]:
        return timing.in_turn(jobs, self.times, self.seconds)


def builds(commands: dict[Path, list[str]], bytes_of_json: int, patience: Patience) -> list[Build]:
    """What each command that fills a directory took; what the last round made stays."""

    def job(directory: Path) -> Job:
        def fill() -> Run:
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir()
            return timing.run(commands[directory], weigh=True)

        return fill

    runs = patience.run({str(directory): job(directory) for directory in commands})
    return [_build(runs[str(directory)], directory, bytes_of_json) for directory in commands]


def _build(runs: Sequence[Run], directory: Path, bytes_of_json: int) -> Build:
    size = sum(each.stat().st_size for each in directory.rglob("*") if each.is_file())
    return Build(
        timing.middle(runs),
        median(each.cpu for each in runs),
        max(each.megabytes for each in runs),
        size / bytes_of_json,
        len(runs),
    )


def write_files(lines: Path, folder: Path) -> None:
    """Each record in a file of its own, in PubMed's XML, a thousand to a folder."""
    write, before, after, ending = WRITERS["pubmed_xml"]
    with lines.open(encoding="utf-8") as source:
        for number, line in enumerate(source):
            record = json.loads(line)
            shape = record | {"year": str(record["year"] or ""), "mesh": [], "doi": None}
            path = folder / f"{number // 1000:04}" / f"{number:07}.{ending}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(before + write(shape) + after, encoding="utf-8")


def cold(
    indexes: dict[Peer, Path], corpus: Corpus, patience: Patience
) -> tuple[dict[str, float], dict[str, float]]:
    """Milliseconds that Python takes to start, with nothing and with what we cannot do without;
    and, in the same turns, of one query in a new process of each peer."""
    words = " ".join(corpus.pairs[0])
    starts = {PASS: python("-c", "pass")}
    if find_spec("tantivy"):
        starts[IMPORTS] = python("-c", "import click, tantivy")
    queries = {
        peer.name: peer.module.cold(directory, words)
        for peer, directory in indexes.items()
        if hasattr(peer.module, "cold")
    }
    runs = patience.run({name: _job(each) for name, each in (starts | queries).items()})
    taken = {name: timing.middle(each) * 1000 for name, each in runs.items()}
    return {name: taken[name] for name in starts}, {name: taken[name] for name in queries}


def highlighting(servers: dict[str, Server], queries: Iterable[mixes.Asked]) -> dict[str, float]:
    """Milliseconds that snippets and marked titles of ten hits add to a query."""
    found = {}
    for name, server in servers.items():
        added = []
        for asked in queries:
            marked = mixes.Asked(ours.HIGHLIGHTED, asked.words)
            plain, with_marks = (
                median(server.ask([each])[0].milliseconds for _ in range(3))
                for each in (asked, marked)
            )
            added.append(with_marks - plain)
        found[name] = median(added)
    return found


def batch(
    indexes: dict[Peer, Path], asked: Sequence[mixes.Asked], place: Path, patience: Patience
) -> dict[str, float]:
    """Plain queries a second, of one process with its start."""
    path = place / "batch.txt"
    path.write_text("".join(" ".join(each.words) + "\n" for each in asked), encoding="utf-8")

    def command(directory: Path) -> list[str]:
        searcher = ["-m", "searcher", "query", "--index", str(directory)]
        return python(*searcher, "--batch", str(path), "--format", "trec")

    jobs = {peer.name: _job(command(directory)) for peer, directory in indexes.items()}
    runs = patience.run(jobs)
    return {name: len(asked) / timing.middle(each) for name, each in runs.items()}


def grow(indexes: dict[Peer, Path], corpus: Corpus, patience: Patience) -> dict[str, float]:
    """Milliseconds for a hundred new records, in a file beside those that are there."""
    with corpus.path.open(encoding="utf-8") as lines:
        head = [next(lines) for _ in range(100)]

    def job(directory: Path) -> Job:
        # Other PMIDs than before, so that they are other records.
        turns = count(2)

        def add() -> Run:
            turn = next(turns)
            new = directory.with_suffix(f".new{turn}.jsonl")
            new.write_text("".join(line.replace('"pmid": "1', f'"pmid": "{turn}') for line in head))
            command = ["-m", "searcher", "index", str(new), "--index", str(directory), "--quiet"]
            return timing.run(python(*command))

        return add

    runs = patience.run({peer.name: job(directory) for peer, directory in indexes.items()})
    return {name: timing.middle(each) * 1000 for name, each in runs.items()}


def _job(command: Sequence[str]) -> Callable[[], Run]:
    return lambda: timing.run(command)
