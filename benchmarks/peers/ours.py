"""What our two engines have in common."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from mixes import Asked

from searcher.index import Index, SearchOptions
from searcher.query import tree

OPTIONS = SearchOptions(limit=10, highlight=False)


def missing_of(engine: str) -> Callable[[], str | None]:
    return lambda: None if importlib.util.find_spec(engine) else f"{engine} is not installed"


def build(lines: Path, directory: Path, engine: str) -> None:
    command = [sys.executable, "-m", "searcher", "index", str(lines), "--engine", engine]
    subprocess.run([*command, "--index", str(directory), "--quiet"], check=True)


def open(directory: Path) -> Callable[[Asked], int]:
    index = Index.open(directory)

    def ask(asked: Asked) -> int:
        results = index.search(_query(asked), OPTIONS)
        return sum(len(hit.record.title or "") > 0 for hit in results.hits)

    return ask


def _query(asked: Asked) -> str | tree.Node:
    match asked.kind:
        case "phrase":
            return f'"{" ".join(asked.words)}"'
        case "and":
            return " AND ".join(asked.words)
        case "prefix":
            return asked.words[0] + "*"
        case "fuzzy":
            return asked.words[0] + "~1"
    return " ".join(asked.words)
