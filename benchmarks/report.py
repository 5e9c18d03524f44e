"""What was measured, as a page of Markdown."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

from asking import Latency
from measured import Measured
from mixes import KINDS
from targets import RAW, TANTIVY, targets, usual_size

_MET = {True: "yes", False: "no", None: "-"}


def page(measured: Sequence[Measured], notes: Iterable[str], corpus: Path | None) -> str:
    """All tables, with where they come from."""
    source = corpus.name if corpus else "made from a seed"
    parts = [
        "# Speed\n",
        "Written by `make bench`; do not edit. One run on one machine: compare the rows of a "
        "table, not the figures of two machines. [README.md](README.md) says how it is measured.\n",
        f"- machine: {_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the "
        f"end; Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"- versions: {_versions()}, SQLite {sqlite3.sqlite_version}",
        f"- corpus: {source}; title, abstract, keywords and journal are indexed and stored by all",
        *(f"- {note}" for note in notes),
        *_targets(measured),
    ]
    for each in measured:
        parts += ["", f"## {each.size:,} records ({each.bytes_of_json / 1e6:.0f} MB of JSON)\n"]
        parts += [*_builds(each), "", *_latencies(each), "", *_ratios(each), "", *_works(each)]
    parts += [line for each in measured[1:] for line in _growth(measured[0], each)]
    return "\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return [f"| {' | '.join(line)} |" for line in lines]


def _targets(measured: Sequence[Measured]) -> list[str]:
    size = usual_size(measured).size
    rows = [(each.work, each.target, each.reached, _MET[each.met]) for each in targets(measured)]
    return [
        "",
        f"## To reach, at {size:,} records\n",
        "Of searcher with tantivy, where a row does not say whoosh.\n",
        *_table(("work", "target", "reached", "met"), rows),
    ]


def _builds(each: Measured) -> list[str]:
    raw = each.builds.get(RAW)
    files = {f"{name}, one XML file each": build for name, build in each.files.items()}
    rows = [
        (
            name,
            f"{each.size / build.seconds:,.0f}",
            f"{raw.seconds / build.seconds:.2f}" if raw else "",
            f"{build.cpu / each.size * 1000:.3f}",
            f"{build.megabytes:.0f}",
            f"{build.size:.2f}",
            str(build.runs),
        )
        for name, build in (each.builds | files).items()
    ]
    head = ("build", "records/s", f"of {RAW}", "CPU ms a record", "peak MB", "bytes per byte")
    return _table((*head, "median of"), rows)


def _latencies(each: Measured) -> list[str]:
    names = list(each.builds)
    most = max(latency.asked for asked in each.latencies.values() for latency in asked.values())
    rows = [
        (kind, *(_cell(asked[name], most) if name in asked else "-" for name in names))
        for kind, asked in each.latencies.items()
    ]
    return [
        f"Warm top ten, milliseconds, p50 / p99 of {most:,} queries, or of as many as (in "
        "brackets) a slow peer had time for:\n",
        *_table(("query", *names), rows),
        *(
            f"\nOnly {latency.found:.0%} of the {kind} queries of {name} found anything."
            for kind, asked in each.latencies.items()
            for name, latency in asked.items()
            if latency.found < 0.5
        ),
    ]


def _cell(latency: Latency, most: int) -> str:
    fewer = f" ({latency.asked})" if latency.asked < most else ""
    return f"{latency.p50:.2f} / {latency.p99:.2f}{fewer}"


def _ratios(each: Measured) -> list[str]:
    names = [name for name in each.builds if name != TANTIVY]
    if TANTIVY not in each.builds or not names:
        return []
    rows = []
    for kind in KINDS:
        asked = each.latencies[kind]
        us = asked[TANTIVY]
        cells = (
            f"{us.p50 / asked[name].p50:.2f} / {us.p99 / asked[name].p99:.2f}"
            if name in asked
            else "-"
            for name in names
        )
        rows.append((kind, *cells))
    return [
        f"{TANTIVY} in times of each other, p50 / p99; under 1 it is ahead:\n",
        *_table(("query", *names), rows),
    ]


def _works(each: Measured) -> list[str]:
    works = {work: found for work, found in each.works.items() if found}
    names = [name for name in each.builds if any(name in found for found in works.values())]
    rows = [
        (work, *(_number(found[name]) if name in found else "-" for name in names))
        for work, found in works.items()
    ]
    starts = ", ".join(f"`{name}` {taken:.0f} ms" for name, taken in each.starts.items())
    table = _table(("work", *names), rows) if rows else []
    return [*table, f"\nTo start and do nothing takes: {starts}."]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"


def _growth(small: Measured, large: Measured) -> list[str]:
    names = [name for name in large.builds if name in small.builds]
    rows = []
    for kind in KINDS:
        before, after = small.latencies[kind], large.latencies[kind]
        cells = (f"{after[n].p50 / before[n].p50:.1f}" if n in before else "-" for n in names)
        rows.append((kind, *cells))
    return [
        "",
        f"## From {small.size:,} to {large.size:,} records\n",
        "How many times slower the p50 of each query is:\n",
        *_table(("query", *names), rows),
    ]


def _versions() -> str:
    found = []
    for name in ("searcher", "tantivy", "whoosh3", "snowballstemmer"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"no {name}")
    return ", ".join(found)


def _processor() -> str:
    try:
        text = subprocess.run(["lscpu"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return platform.machine()
    names = [line.split(":", 1)[1].strip() for line in text.splitlines() if "Model name" in line]
    return names[0] if names else platform.machine()
