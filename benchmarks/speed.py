"""Speed beside what else a person could use: python benchmarks/speed.py [--corpus FILE.jsonl.gz].

Builds an index of each size with each peer that is installed, then asks kinds of queries of all
of them in turn, and runs whole commands. Writes a page of Markdown to --write, or prints it.
benchmarks/README.md says how to get the peers and how long it takes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import asking
import corpus
import mixes
import peers
import report
import work
from measured import BATCH, COLD, HIGHLIGHTS, NEW, Measured
from peers import Peer, ours_tantivy
from work import Patience

SMALL = 10_000  # up to here everything is done --repeat times; above, until --work is over
FILES = 100_000  # the most small files


def main() -> None:
    options = _arguments()
    present, notes = _present(options.peers)
    started = time.monotonic()
    if options.directory:
        Path(options.directory).mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=options.directory))
    try:
        measured = [_measure(size, present, options, place) for size in options.sizes]
    finally:
        shutil.rmtree(place)
    notes.append(f"the run took {(time.monotonic() - started) / 60:.0f} minutes")
    page = report.page(measured, notes, options.corpus)
    if options.write:
        options.write.write_text(page, encoding="utf-8")
    else:
        print(page)


def _present(names: list[str]) -> tuple[list[Peer], list[str]]:
    """Peers that can be measured, and what there is to say about all of them."""
    present, notes = [], []
    for name in names:
        module = peers.load(name)
        why = module.missing()
        if why:
            notes.append(f"{module.NAME}: not measured, {why}")
            continue
        present.append(Peer(module))
        version = f" {module.version()}" if hasattr(module, "version") else ""
        if hasattr(module, "NOTE"):
            notes.append(f"{module.NAME}{version}: {module.NOTE}")
    return present, notes


def _measure(size: int, present: list[Peer], options: argparse.Namespace, place: Path) -> Measured:
    _say(size, "corpus")
    made = corpus.prepare(options.corpus, size, place)
    measured = Measured(size, made.path.stat().st_size)
    indexes = {
        peer: place / f"{peer.module.__name__}-{size}" for peer in present if peer.takes(size)
    }
    _builds(measured, indexes, made, _patience(size, options))
    _latencies(measured, indexes, made, options)
    _works(measured, indexes, made, options)
    for each in place.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    return measured


def _builds(
    measured: Measured, indexes: dict[Peer, Path], made: corpus.Corpus, patience: Patience
) -> None:
    commands = {path: peer.building(made.path, path) for peer, path in indexes.items()}
    names = [peer.name for peer in indexes]
    _say(measured.size, "builds")
    built = work.builds(commands, measured.bytes_of_json, patience)
    measured.builds = dict(zip(names, built, strict=True))
    if measured.size <= FILES and ours_tantivy.NAME in names:
        _say(measured.size, "small files")
        folder, index = made.path.with_suffix(".files"), made.path.with_suffix(".files-index")
        work.write_files(made.path, folder)
        command = ours_tantivy.building(folder, index)
        built = work.builds({index: command}, measured.bytes_of_json, patience)
        measured.files = {ours_tantivy.NAME: built[0]}


def _latencies(
    measured: Measured,
    indexes: dict[Peer, Path],
    made: corpus.Corpus,
    options: argparse.Namespace,
) -> None:
    with ExitStack() as stack:
        servers = {
            peer: stack.enter_context(asking.serving(peer.serving(path)))
            for peer, path in indexes.items()
        }
        drawn = mixes.draw(made, options.queries)
        for kind, queries in drawn.items():
            _say(measured.size, kind)
            able = {peer.name: each for peer, each in servers.items() if kind not in peer.lacks}
            asking.warm_up(list(able.values()), queries)
            measured.latencies[kind] = asking.latencies(able, queries, options.kind)
        ours = {peer.name: each for peer, each in servers.items() if peer in _ours(indexes)}
        measured.works[HIGHLIGHTS] = work.highlighting(ours, drawn["mid"][:100])


def _works(
    measured: Measured,
    indexes: dict[Peer, Path],
    made: corpus.Corpus,
    options: argparse.Namespace,
) -> None:
    patience = _patience(made.count, options)
    ours = {peer: indexes[peer] for peer in _ours(indexes)}
    twice = Patience(patience.times * 2, patience.seconds)
    _say(measured.size, "commands")
    measured.starts, measured.works[COLD] = work.cold(indexes, made, twice)
    plain = mixes.draw(made, options.queries)
    asked = [each for kind in mixes.PLAIN for each in plain[kind]]
    measured.works[BATCH] = work.batch(ours, asked, made.path.parent, patience)
    measured.works[NEW] = work.grow(ours, made, patience)


def _patience(size: int, options: argparse.Namespace) -> Patience:
    return Patience(options.repeat, 1e9 if size <= SMALL else options.work)


def _ours(indexes: dict[Peer, Path]) -> Iterator[Peer]:
    return (peer for peer in indexes if hasattr(peer.module, "ENGINE"))


def _say(size: int, what: str) -> None:
    print(f"{size} records: {what}", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="records; made from a seed without it")
    parser.add_argument("--sizes", type=_sizes, default=[10_000, 100_000], metavar="N,N,...")
    parser.add_argument("--peers", type=_names, default=peers.NAMES, metavar="NAME,NAME,...")
    parser.add_argument("--queries", type=int, default=1000, help="of each kind")
    parser.add_argument("--repeat", type=int, default=5, help="builds and commands of each")
    seconds = {"type": float, "metavar": "SECONDS"}
    parser.add_argument("--work", **seconds, default=30, help="for builds of a peer above 10,000")
    parser.add_argument("--kind", **seconds, default=6, help="for a kind of query, of each peer")
    parser.add_argument("--directory", type=Path, help="where indexes are made")
    parser.add_argument("--write", type=Path, metavar="FILE.md")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(peers.NAMES):
        raise argparse.ArgumentTypeError(f"no peer {', '.join(unknown)}: {', '.join(peers.NAMES)}")
    return names


if __name__ == "__main__":
    main()
