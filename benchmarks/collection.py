"""A test collection on disk: documents, queries and relevance judgements.

DIR holds docs.jsonl.gz (objects with id, title, abstract), queries*.tsv (id TAB text) and
qrels*.txt (TREC's: query, 0, document, grade); queries.test.tsv goes with qrels.test.txt.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from searcher.record import Record, Source


@dataclass(frozen=True)
class Topics:
    """Queries by id, and for each the grades of documents by id; named after their files."""

    name: str
    queries: dict[str, str]
    grades: dict[str, dict[str, int]]


def records(directory: Path) -> Iterator[Record]:
    """The documents as records; their ids become docids."""
    with gzip.open(directory / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            yield Record(
                title=doc.get("title") or None,
                abstract=doc.get("abstract") or None,
                source=Source(doc["id"]),
            )


def topics(directory: Path) -> list[Topics]:
    """Every set of queries that has judgements."""
    found = []
    for path in sorted(directory.glob("queries*.tsv")):
        judged = path.with_name(path.name.replace("queries", "qrels").replace(".tsv", ".txt"))
        grades: dict[str, dict[str, int]] = {}
        for line in judged.read_text(encoding="utf-8").splitlines():
            query, _, doc, grade = line.split()
            grades.setdefault(query, {})[doc] = int(grade)
        lines = path.read_text(encoding="utf-8").splitlines()
        queries = dict(line.split("\t", 1) for line in lines)
        part = path.name.removeprefix("queries").removesuffix(".tsv").strip(".")
        name = f"{directory.name} {part}".strip()
        found.append(Topics(name, {k: v for k, v in queries.items() if k in grades}, grades))
    return found
