"""searcher with whoosh: `searcher index FILE`, then Index.search without highlights."""

from __future__ import annotations

from pathlib import Path

from peers import ours

NAME = "searcher (whoosh)"
ENGINE = "whoosh"

missing = ours.missing_of(ENGINE)
open = ours.open


def build(lines: Path, directory: Path) -> None:
    ours.build(lines, directory, ENGINE)
