"""Whole pieces of work: building an index, cold commands, a batch, new records in an old index."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import ModuleType

import mixes
import timing
from corpus import Corpus
from timing import python

_BUILD = """
import re, resource, sys
from pathlib import Path
sys.path.insert(0, {here!r})
import peers
peers.load({peer!r}).build(Path({lines!r}), Path({directory!r}))
# Of itself by the kernel's mark, because a process inherits its parent's in getrusage.
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024)
"""


@dataclass(frozen=True)
class Build:
    """Medians of some builds; size: bytes of the index for each byte of JSON."""

    seconds: float
    cpu: float
    megabytes: float
    size: float


def build(module: ModuleType, lines: Path, directory: Path, repeat: int) -> Build:
    """Build an index with a peer, so many times up to 10,000 records and once above; the last
    one stays."""
    runs: list[timing.Run] = []
    for _ in range(repeat if lines.stat().st_size < 50_000_000 else 1):
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
        script = _BUILD.format(
            here=str(Path(__file__).parent),
            peer=module.__name__.removeprefix("peers."),
            lines=str(lines),
            directory=str(directory),
        )
        runs.append(timing.run(python("-c", script)))
    size = sum(each.stat().st_size for each in directory.rglob("*") if each.is_file())
    return Build(
        median(each.seconds for each in runs),
        median(each.cpu for each in runs),
        max(float(each.output.split()[-1]) for each in runs),
        size / lines.stat().st_size,
    )


def commands(ours: dict[str, Path], corpus: Corpus, repeat: int) -> dict[str, float]:
    """Seconds of commands by a name that says what they do."""
    cold: dict[str, list[str]] = {
        "python -c pass": python("-c", "pass"),
        "python -c 'import click, tantivy'": python("-c", "import click, tantivy"),
    }
    for name, directory in ours.items():
        words = " ".join(corpus.pairs[0])
        ask = ["-m", "searcher", "query", words, "--index", str(directory), "--format", "json"]
        cold[f"{name}: cold query"] = python(*ask)
    found = timing.medians(cold, max(repeat, 5) * 2)
    for name, directory in ours.items():
        found |= _batch(name, directory, corpus)
        found |= _growth(name, directory, corpus)
    return found


def _batch(name: str, directory: Path, corpus: Corpus) -> dict[str, float]:
    count = 3000
    path = directory.with_suffix(".queries")
    kinds = mixes.draw(corpus, count // 4)
    asked = [each for kind in ("rare", "mid", "common+rare", "mixed") for each in kinds[kind]]
    path.write_text("".join(" ".join(each.words) + "\n" for each in asked), encoding="utf-8")
    command = ["-m", "searcher", "query", "--batch", str(path), "--index", str(directory)]
    run = timing.run(python(*command, "--format", "trec"))
    return {f"{name}: batch, queries a second": len(asked) / run.seconds}


def _growth(name: str, directory: Path, corpus: Corpus) -> dict[str, float]:
    """A hundred new records, in a file beside the one that is there."""
    new = directory.with_suffix(".new.jsonl")
    with corpus.path.open(encoding="utf-8") as lines:
        head = [next(lines) for _ in range(100)]
    # Other PMIDs, so that they are other records.
    new.write_text("".join(line.replace('"pmid": "1', '"pmid": "9', 1) for line in head))
    command = ["-m", "searcher", "index", str(new), "--index", str(directory), "--quiet"]
    return {f"{name}: 100 new records": timing.run(python(*command)).seconds}
