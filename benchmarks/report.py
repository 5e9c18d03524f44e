"""What was measured, as a page of Markdown."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import mixes


def page(measured: Sequence[Any], notes: Iterable[str], corpus: Path | None) -> str:
    """All tables, with where they come from."""
    source = corpus.name if corpus else "made from a seed"
    parts = [
        "# Speed\n",
        "Written by `make bench`; do not edit. One run on one machine: compare the rows of a "
        "table, not the figures of two machines.\n",
        f"- machine: {_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the "
        f"end; Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"- versions: {_versions()}, SQLite {sqlite3.sqlite_version}",
        f"- corpus: {source}; title, abstract, keywords and journal are indexed and stored by all",
        *(f"- {note}" for note in notes),
    ]
    for each in measured:
        parts += ["", f"## {each.size:,} records ({each.bytes_of_json / 1e6:.0f} MB of JSON)\n"]
        parts += [*_builds(each), "", *_latencies(each), "", *_works(each)]
    if len(measured) > 1:
        parts += ["", *_growth(measured[0], measured[-1])]
    return "\n".join(parts) + "\n"


def _builds(each: Any) -> list[str]:
    raw = each.builds.get("raw tantivy-py")
    rows = [
        "| build | records/s | of raw tantivy-py | CPU ms a record | peak MB | bytes per byte |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for name, build in each.builds.items():
        share = f"{raw.seconds / build.seconds:.2f}" if raw else ""
        rows.append(
            f"| {name} | {each.size / build.seconds:,.0f} | {share} "
            f"| {build.cpu / each.size * 1000:.3f} | {build.megabytes:.0f} | {build.size:.2f} |"
        )
    return rows


def _latencies(each: Any) -> list[str]:
    names = list(each.builds)
    rows = [
        "Warm top ten, milliseconds, p50 / p99:\n",
        f"| query | {' | '.join(names)} |",
        "| --- |" + " --: |" * len(names),
    ]
    for kind in mixes.KINDS:
        cells = [each.latencies[kind][name] for name in names]
        shown = " | ".join(f"{cell.p50:.2f} / {cell.p99:.2f}" for cell in cells)
        rows.append(f"| {kind} | {shown} |")
    return rows


def _works(each: Any) -> list[str]:
    rows = ["| command | |", "| --- | --: |"]
    for name, value in each.works.items():
        shown = f"{value:,.0f}" if "a second" in name else f"{value * 1000:,.0f} ms"
        rows.append(f"| {name} | {shown} |")
    return rows


def _growth(small: Any, large: Any) -> list[str]:
    rows = [
        f"## From {small.size:,} to {large.size:,} records\n",
        "How many times slower the p50 of each query is:\n",
        "| query | " + " | ".join(n for n in large.builds if n in small.builds) + " |",
        "| --- |" + " --: |" * sum(n in small.builds for n in large.builds),
    ]
    for kind in mixes.KINDS:
        ratios = [
            large.latencies[kind][name].p50 / small.latencies[kind][name].p50
            for name in large.builds
            if name in small.builds
        ]
        rows.append(f"| {kind} | {' | '.join(f'{ratio:.1f}' for ratio in ratios)} |")
    return rows


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
