"""SQLite FTS5 with the porter tokenizer, BM25, and a durable commit."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from mixes import Asked

from peers import FIELDS

NAME = "SQLite FTS5"
NOTE = "Porter's first stemmer, not Snowball's English; no fuzzy words"
LACKS = ("fuzzy",)


def missing() -> str | None:
    options = sqlite3.connect(":memory:").execute("pragma compile_options").fetchall()
    return None if ("ENABLE_FTS5",) in options else "this SQLite has no FTS5"


def build(lines: Path, directory: Path) -> None:
    base = sqlite3.connect(directory / "fts5.sqlite")
    base.execute("pragma synchronous = full")
    columns = ", ".join(FIELDS)
    base.execute(
        f"create virtual table t using fts5(pmid unindexed, {columns}, tokenize='porter unicode61')"
    )
    with base:
        base.executemany("insert into t values (?, ?, ?, ?, ?)", _rows(lines))
    base.close()


def _rows(lines: Path) -> Iterator[tuple[str, ...]]:
    with lines.open(encoding="utf-8") as source:
        for line in source:
            record = json.loads(line)
            yield (
                record["pmid"],
                record["title"],
                record["abstract"],
                " | ".join(record["keywords"]),
                record["journal"] or "",
            )


def open(directory: Path) -> Callable[[Asked], int]:
    base = sqlite3.connect(directory / "fts5.sqlite")
    sql = "select pmid, title from t where t match ? order by rank limit 10"

    def ask(asked: Asked) -> int:
        return len(base.execute(sql, (_match(asked),)).fetchall())

    return ask


def _match(asked: Asked) -> str:
    words = [f'"{word}"' for word in asked.words]
    match asked.kind:
        case "phrase":
            return f'"{" ".join(asked.words)}"'
        case "and":
            return " AND ".join(words)
        case "prefix":
            return words[0] + " *"
    return " OR ".join(words)
