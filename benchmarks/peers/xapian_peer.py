"""Xapian (Debian's python3-xapian): its own stemmer and query parser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mixes import Asked

from peers import FIELDS, debian

NAME = "Xapian"
NOTE = "one field, words and their stems, as its guide begins; no fuzzy words"
LACKS = ("fuzzy",)
LARGEST = 100_000


def python() -> str | None:
    return debian.python_with("xapian")


def missing() -> str | None:
    return None if python() else "python3-xapian is not installed"


def version() -> str:
    script = "import xapian; print(xapian.version_string())"
    return debian.output(str(python()), "-c", script)


def build(lines: Path, directory: Path) -> None:
    import xapian

    base = xapian.WritableDatabase(str(directory), xapian.DB_CREATE_OR_OPEN)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    with lines.open(encoding="utf-8") as source:
        for line in source:
            record = json.loads(line)
            document = xapian.Document()
            generator.set_document(document)
            for field in FIELDS:
                value = record[field] or ""
                generator.index_text(value if isinstance(value, str) else " | ".join(value))
                generator.increase_termpos()
            document.set_data(json.dumps({name: record[name] for name in ("pmid", *FIELDS)}))
            base.add_document(document)
    base.commit()
    base.close()


def open(directory: Path) -> Callable[[Asked], int]:
    import xapian

    base = xapian.Database(str(directory))
    parser = xapian.QueryParser()
    parser.set_database(base)
    parser.set_stemmer(xapian.Stem("en"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    flags = xapian.QueryParser.FLAG_DEFAULT | xapian.QueryParser.FLAG_WILDCARD
    enquire = xapian.Enquire(base)

    def query(asked: Asked) -> Any:
        match asked.kind:
            case "phrase":
                return parser.parse_query(f'"{" ".join(asked.words)}"', flags)
            case "and":
                return parser.parse_query(" AND ".join(asked.words), flags)
            case "prefix":
                return parser.parse_query(asked.words[0] + "*", flags)
        return parser.parse_query(" ".join(asked.words), flags)

    def ask(asked: Asked) -> int:
        enquire.set_query(query(asked))
        found = (json.loads(match.document.get_data()) for match in enquire.get_mset(0, 10))
        return sum(bool(record["pmid"] and record["title"]) for record in found)

    return ask
