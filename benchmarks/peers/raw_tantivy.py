"""tantivy-py with the plainest script: four stemmed, stored fields and its own query parser."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mixes import Asked

from peers import FIELDS

NAME = "raw tantivy-py"


def missing() -> str | None:
    return None if importlib.util.find_spec("tantivy") else "tantivy is not installed"


def build(lines: Path, directory: Path) -> None:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("pmid", stored=True, tokenizer_name="raw")
    for field in FIELDS:
        builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build(), str(directory))
    writer = index.writer(512_000_000)
    with lines.open(encoding="utf-8") as source:
        for line in source:
            writer.add_json(line)
    writer.commit()
    writer.wait_merging_threads()


def open(directory: Path) -> Callable[[Asked], int]:
    import tantivy

    index = tantivy.Index.open(str(directory))
    searcher = index.searcher()
    fields = list(FIELDS)

    def query(asked: Asked) -> Any:
        words = asked.words
        match asked.kind:
            case "phrase":
                return index.parse_query(f'"{" ".join(words)}"', fields)
            case "and":
                return index.parse_query(" ".join(words), fields, conjunction_by_default=True)
            case "prefix":
                queries = [
                    tantivy.Query.regex_query(index.schema, each, words[0] + ".*")
                    for each in fields
                ]
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, q) for q in queries])
            case "fuzzy":
                fuzzy = dict.fromkeys(fields, (False, 1, True))
                return index.parse_query(words[0], fields, fuzzy_fields=fuzzy)
        return index.parse_query(" ".join(words), fields)

    def ask(asked: Asked) -> int:
        documents = [searcher.doc(at) for _, at in searcher.search(query(asked), 10).hits]
        return sum(bool(d.get_first("pmid") and d.get_first("title")) for d in documents)

    return ask
