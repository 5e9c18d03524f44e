"""Speed beside what else a person could use: python benchmarks/speed.py [--corpus FILE.jsonl.gz].

Builds an index of each size with each peer that is installed, then asks kinds of queries of all
of them in turn, and runs whole commands. Writes a page of Markdown to --write, or prints it.
Sizes for slow peers end at 100,000 records. Takes about ten minutes for --sizes 10000,100000.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import corpus
import mixes
import peers
import report
import timing
import work

HERE = Path(__file__).parent
LARGEST = {"stock whoosh3": 10_000, "searcher (whoosh)": 100_000, "Xapian": 100_000}


@dataclass
class Measured:
    """Everything of one size: builds by peer, latencies by kind and peer, works by name."""

    size: int
    bytes_of_json: int
    builds: dict[str, work.Build] = field(default_factory=dict)
    latencies: dict[str, dict[str, timing.Latency]] = field(default_factory=dict)
    works: dict[str, float] = field(default_factory=dict)


def main() -> None:
    options = _arguments()
    sys.path.insert(0, str(HERE))
    modules, notes = _present(options.peer)
    measured = []
    place = Path(tempfile.mkdtemp(dir=options.directory))
    try:
        for size in options.sizes:
            measured.append(_measure(size, modules, options, place))
    finally:
        shutil.rmtree(place)
    page = report.page(measured, notes, options.corpus)
    if options.write:
        options.write.write_text(page, encoding="utf-8")
    else:
        print(page)


def _present(wanted: list[str] | None) -> tuple[list[ModuleType], list[str]]:
    modules, notes = [], []
    for name in wanted or peers.PEERS:
        module = peers.load(name)
        why = module.missing()
        if why:
            notes.append(f"{module.NAME}: not measured, {why}")
        else:
            modules.append(module)
    return modules, notes


def _measure(
    size: int, modules: list[ModuleType], options: argparse.Namespace, place: Path
) -> Measured:
    made = corpus.prepare(options.corpus, size, place)
    measured = Measured(size, made.path.stat().st_size)
    able = [each for each in modules if size <= LARGEST.get(each.NAME, size)]
    directories = {each.NAME: place / f"{each.__name__}-{size}" for each in able}
    for module in able:
        print(f"{size} records: {module.NAME}", file=sys.stderr)
        directory = directories[module.NAME]
        measured.builds[module.NAME] = work.build(module, made.path, directory, options.repeat)
    askers = {each.NAME: each.open(directories[each.NAME]) for each in able}
    for kind, queries in mixes.draw(made, options.queries).items():
        print(f"{size} records: {kind}", file=sys.stderr)
        timing.latencies(askers, queries[:20])  # warm
        measured.latencies[kind] = timing.latencies(askers, queries)
    ours = {each.NAME: directories[each.NAME] for each in able if hasattr(each, "ENGINE")}
    measured.works = work.commands(ours, made, options.repeat)
    for directory in directories.values():
        shutil.rmtree(directory)
    return measured


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="records; made from a seed without it")
    parser.add_argument("--sizes", type=_sizes, default=[10_000, 100_000], metavar="N,N,...")
    parser.add_argument("--queries", type=int, default=1000, help="of each kind")
    parser.add_argument("--repeat", type=int, default=5, help="builds and commands of each")
    parser.add_argument("--peer", action="append", choices=peers.PEERS)
    parser.add_argument("--directory", type=Path, help="where indexes are made")
    parser.add_argument("--write", type=Path, metavar="FILE.md")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


if __name__ == "__main__":
    main()
