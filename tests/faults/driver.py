"""Changes an index in a process of its own, which a test can kill: driver.py WORK INDEX FOLDER."""

from __future__ import annotations

import sys

from searcher.index import Index, SyncOptions
from searcher.sync import batch, reading, writing  # noqa: F401  (imported before the clock starts)


def main(work: str, index: str, folder: str) -> None:
    batch.COMMIT_RECORDS = 5
    reading.CHUNK = 3
    print("ready", flush=True)
    with Index.open_or_create(index) as opened:
        if work == "optimize":
            opened.optimize()
        else:
            opened.sync([folder], SyncOptions(rebuild=work == "rebuild", prune=True))
    print("done", flush=True)


main(*sys.argv[1:])
