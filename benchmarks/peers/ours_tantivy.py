"""searcher with tantivy: `searcher index FILE`, then Index.search without highlights."""

from __future__ import annotations

from pathlib import Path

from peers import ours

NAME = "searcher (tantivy)"
NOTE = "how many match is counted when somebody asks, which these queries do not"
ENGINE = "tantivy"

missing = ours.missing_of(ENGINE)
open = ours.open
cold = ours.cold


def building(lines: Path, directory: Path) -> list[str]:
    return ours.building(lines, directory, ENGINE)
