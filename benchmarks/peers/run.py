"""A peer's own process: run.py MODULE build LINES DIRECTORY, or run.py MODULE serve DIRECTORY.

Serving, it prints "ready", and then for each line of its input (KIND, TAB, words with TABs
between) a line NANOSECONDS, TAB, HITS: the time of the answer alone, without the pipes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)

from mixes import Asked

import peers


def main(name: str, work: str, *paths: str) -> None:
    module = peers.load(name)
    if work == "build":
        module.build(*map(Path, paths))
        return
    ask = module.open(*map(Path, paths))
    print("ready", flush=True)
    for line in sys.stdin:
        kind, *words = line.rstrip("\n").split("\t")
        asked = Asked(kind, tuple(words))
        started = time.perf_counter_ns()
        hits = ask(asked)
        print(time.perf_counter_ns() - started, hits, sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
