"""Recoll through the Python interface that its manual gives to indexers of one's own data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from mixes import Asked

from peers import debian

NAME = "Recoll"
NOTE = "stems at query time only, through a table of the index's words; no fuzzy words"
LACKS = ("fuzzy",)
LARGEST = 100_000

# 200 MB between flushes is what the manual asks for at least where speed matters.
_CONF = """
topdirs = {directory}
idxflushmb = 200
indexstemminglanguages = english
loglevel = 2
noaspell = 1
"""
_FIELDS = "[prefixes]\njournal = XYJOURNAL\n[stored]\njournal =\n"


def python() -> str | None:
    return debian.python_with("recoll.recoll")


def missing() -> str | None:
    return None if python() else "python3-recoll is not installed"


def version() -> str:
    return debian.output("dpkg-query", "--show", "--showformat=${Version}", "python3-recoll")


def build(lines: Path, directory: Path) -> None:
    from recoll import recoll

    (directory / "recoll.conf").write_text(_CONF.format(directory=directory))
    (directory / "fields").write_text(_FIELDS)
    base = recoll.connect(confdir=str(directory), writable=True)
    with lines.open(encoding="utf-8") as source:
        for line in source:
            record = json.loads(line)
            document = recoll.Doc()
            document.mimetype = "text/plain"
            document.url = record["pmid"]
            document.title = record["title"]
            document.text = record["abstract"]
            document.keywords = " | ".join(record["keywords"])
            document.journal = record["journal"] or ""
            base.addOrUpdate(record["pmid"], document)
    base.createStemDbs("english")
    base.close()


def open(directory: Path) -> Callable[[Asked], int]:
    from recoll import recoll

    query = recoll.connect(confdir=str(directory)).query()

    def ask(asked: Asked) -> int:
        query.execute(_text(asked), stemming=1, stemlang="english")
        return sum(bool(found.url and found.title) for found in query.fetchmany(10))

    return ask


def _text(asked: Asked) -> str:
    match asked.kind:
        case "phrase":
            return f'"{" ".join(asked.words)}"'
        case "and":
            return " ".join(asked.words)
        case "prefix":
            return asked.words[0] + "*"
    return " OR ".join(asked.words)
