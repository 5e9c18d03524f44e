"""Keeping up with a folder of many small files: first build, nothing changed, a hundred new ones.

    python benchmarks/sync.py --corpus records.jsonl.gz [--files 100000] [--engine tantivy]

Every figure comes from a process of its own, as the command line would be one. Ratios are
against `find` over the same folder, warm.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

WORK = """
import json, resource, sys, time
from searcher.index import Index, SyncOptions
started = time.perf_counter()
index = Index.open_or_create(sys.argv[1], sys.argv[3])
report = index.sync([sys.argv[2]], SyncOptions(workers=int(sys.argv[4])))
seconds = time.perf_counter() - started
both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
peak = max(resource.getrusage(who).ru_maxrss for who in both)
print(json.dumps({"seconds": seconds, "peak_mb": peak / 1024, "added": report.added,
                  "unchanged": report.unchanged, "records": report.records}))
"""


def write_files(corpus: Path, folder: Path, first: int, count: int) -> None:
    """Write MEDLINE files of one record each, a thousand to a folder."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        shapes = list(islice(lines, min(count, 100_000)))
    for number, line in enumerate(islice(cycle(shapes), count), first):
        shape = json.loads(line)
        path = folder / f"{number // 1000:04}" / f"{number:07}.nbib"
        path.parent.mkdir(parents=True, exist_ok=True)
        fields = [f"PMID- {10_000_000 + number}", f"TI  - {shape.get('title') or ''}"]
        fields.append(f"AB  - {shape.get('abstract') or ''}")
        fields += [f"OT  - {keyword}" for keyword in shape.get("keywords") or ()]
        fields.append(f"JT  - {shape.get('journal') or ''}")
        fields.append(f"DP  - {shape.get('year') or ''}")
        path.write_text("\n".join(fields) + "\n", encoding="utf-8")


def run(index: Path, folder: Path, engine: str, workers: int) -> dict[str, float]:
    """Sync in a process of its own; `wall` and `cpu` include starting it."""
    command = [sys.executable, "-c", WORK, str(index), str(folder), engine, str(workers)]
    started, before = time.perf_counter(), cpu_of_children()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    wall, cpu = time.perf_counter() - started, cpu_of_children() - before
    return {**json.loads(out), "wall": wall, "cpu": cpu}


def find(folder: Path) -> dict[str, float]:
    """The same for find, which prints time and path of every file."""
    command = ["find", str(folder), "-type", "f", "-printf", "%s %T@ %p\\n"]
    started, before = time.perf_counter(), cpu_of_children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return {"wall": time.perf_counter() - started, "cpu": cpu_of_children() - before}


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True, help="records, one JSON a line (.gz)")
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--engine", default="tantivy")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a directory to work in and leave behind")
    arguments = parser.parse_args()
    place = arguments.keep or Path(tempfile.mkdtemp())
    folder, index = place / "files", place / f"index-{arguments.engine}"
    if not folder.exists():
        write_files(arguments.corpus, folder, 0, arguments.files)
    shutil.rmtree(index, ignore_errors=True)
    try:
        built = run(index, folder, arguments.engine, arguments.workers)
        rate = built["added"] / built["seconds"]
        print(f"first build      {built['seconds']:8.2f} s  {rate:,.0f} files/s  "
              f"peak {built['peak_mb']:,.0f} MB")  # fmt: skip
        time.sleep(2)
        pairs = [(find(folder), run(index, folder, arguments.engine, 0)) for _ in range(5)]
        floor, same = (
            {key: statistics.median(pair[side][key] for pair in pairs) for key in ("wall", "cpu")}
            for side in (0, 1)
        )
        ratios = {key: same[key] / floor[key] for key in floor}
        print(f"find             {floor['wall']:8.2f} s")
        print(f"nothing changed  {same['wall']:8.2f} s  {ratios['wall']:.2f} x find, process start "
              f"included; {ratios['cpu']:.2f} x its processor time")  # fmt: skip
        first = sum(1 for path in folder.rglob("*.nbib") if path.is_file())
        write_files(arguments.corpus, folder / "new", first, 100)
        more = run(index, folder, arguments.engine, 0)
        print(f"100 new files    {more['wall']:8.2f} s  ({more['added']} added)")
        shutil.rmtree(folder / "new")
    finally:
        if arguments.keep is None:
            shutil.rmtree(place)


if __name__ == "__main__":
    main()
