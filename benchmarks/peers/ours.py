"""What our two engines have in common."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

from mixes import Asked

from searcher.index import Index, SearchOptions
from searcher.query import tree

HIGHLIGHTED = "highlighted"  # a kind of query that only we are asked: plain words, with snippets

_PLAIN = SearchOptions(limit=10, highlight=False)
_SNIPPETS = SearchOptions(limit=10)


def missing_of(engine: str) -> Callable[[], str | None]:
    return lambda: None if importlib.util.find_spec(engine) else f"{engine} is not installed"


def building(lines: Path, directory: Path, engine: str) -> list[str]:
    """`searcher index` of a file or a folder."""
    command = [sys.executable, "-m", "searcher", "index", str(lines), "--engine", engine]
    return [*command, "--index", str(directory), "--quiet"]


def cold(directory: Path, words: str) -> list[str]:
    command = [sys.executable, "-m", "searcher", "query", words]
    return [*command, "--index", str(directory), "--format", "json"]


def open(directory: Path) -> Callable[[Asked], int]:
    index = Index.open(directory)

    def ask(asked: Asked) -> int:
        options = _SNIPPETS if asked.kind == HIGHLIGHTED else _PLAIN
        hits = index.search(_query(asked), options).hits
        return sum(bool(hit.docid and hit.title) for hit in hits)

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
