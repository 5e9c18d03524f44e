"""whoosh3 as its documentation shows it: a stemming schema, MultifieldParser, two processes."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mixes import Asked

from peers import FIELDS

NAME = "stock whoosh3"
NOTE = "StemmingAnalyzer: Porter's first stemmer, stop words dropped; two processes write"
LARGEST = 100_000

_COLD = """
import json, sys
from whoosh import index, qparser
opened = index.open_dir(sys.argv[1])
parser = qparser.MultifieldParser(sys.argv[3:], opened.schema, group=qparser.OrGroup)
with opened.searcher() as searcher:
    for hit in searcher.search(parser.parse(sys.argv[2]), limit=10):
        print(json.dumps(dict(hit)))
"""


def missing() -> str | None:
    return None if importlib.util.find_spec("whoosh") else "whoosh3 is not installed"


def build(lines: Path, directory: Path) -> None:
    from whoosh import fields, index
    from whoosh.analysis import StemmingAnalyzer

    text = {each: fields.TEXT(analyzer=StemmingAnalyzer(), stored=True) for each in FIELDS}
    made = index.create_in(str(directory), fields.Schema(pmid=fields.ID(stored=True), **text))
    writer = made.writer(procs=2, limitmb=256)
    with lines.open(encoding="utf-8") as source:
        for line in source:
            record = json.loads(line)
            writer.add_document(
                pmid=record["pmid"],
                title=record["title"],
                abstract=record["abstract"],
                keywords=" | ".join(record["keywords"]),
                journal=record["journal"] or "",
            )
    writer.commit()


def open(directory: Path) -> Callable[[Asked], int]:
    from whoosh import index, qparser

    opened = index.open_dir(str(directory))
    searcher = opened.searcher()
    some = qparser.MultifieldParser(list(FIELDS), opened.schema, group=qparser.OrGroup)
    every = qparser.MultifieldParser(list(FIELDS), opened.schema)
    some.add_plugin(qparser.FuzzyTermPlugin())

    def query(asked: Asked) -> Any:
        text = " ".join(asked.words)
        match asked.kind:
            case "phrase":
                return some.parse(f'"{text}"')
            case "and":
                return every.parse(text)
            case "prefix":
                return some.parse(text + "*")
            case "fuzzy":
                return some.parse(text + "~1")
        return some.parse(text)

    def ask(asked: Asked) -> int:
        hits = searcher.search(query(asked), limit=10)
        return sum(bool(hit["pmid"] and hit["title"]) for hit in hits)

    return ask


def cold(directory: Path, words: str) -> list[str]:
    return [sys.executable, "-c", _COLD, str(directory), words, *FIELDS]
