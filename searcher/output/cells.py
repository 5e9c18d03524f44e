"""Cells of a table: each field of a hit or a record as one piece of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from searcher.output import RANKING, Style
from searcher.output.printable import printable
from searcher.record import Record
from searcher.results import Hit

DEFAULT_COLUMNS = (
    *("docid", "title", "authors", "journal", "year", "date", "volume", "issue", "pages", "doi"),
    *("pmid", "pmcid", "keywords", "publication_types", "mesh", "language", "abstract", "source"),
)
"""All but the body, which spreadsheets cut."""

DEFAULT_RANKING = ("rank", "score")

BETWEEN_VALUES = "; "

# What a spreadsheet would run, also in its full-width forms (OWASP, "CSV Injection").
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def hit_table(hits: Iterable[Hit], style: Style) -> Iterator[Sequence[str]]:
    """A header, and a row for each hit: rank, score and the record, or what the style names."""
    columns = style.fields or (*DEFAULT_RANKING, *DEFAULT_COLUMNS)
    yield columns
    for hit in hits:
        yield [_hit_cell(hit, name) for name in columns]


def record_table(records: Iterable[Record], style: Style) -> Iterator[Sequence[str]]:
    """A header, and a row for each record."""
    columns = tuple(name for name in style.fields if name not in RANKING) or DEFAULT_COLUMNS
    yield columns
    for record in records:
        yield [_cell(record, name) for name in columns]


def _hit_cell(hit: Hit, name: str) -> str:
    if name == "rank":
        return str(hit.rank)
    if name == "score":
        return repr(hit.score)
    if name == "snippet":
        return _safe(hit.snippet.text) if hit.snippet else ""
    return _cell(hit.record, name)


def _cell(record: Record, name: str) -> str:
    if name == "source":
        return _safe(f"{record.source.path}#{record.source.ordinal}")
    value = getattr(record, name)
    if isinstance(value, tuple):
        return _safe(BETWEEN_VALUES.join(value))
    return str(value) if isinstance(value, int) else _safe(value or "")


def _safe(text: str) -> str:
    """Printable text (but for line ends) that no spreadsheet takes for a formula."""
    formula = _FORMULA.match(text)
    text = "\n".join(map(printable, text.split("\n")))
    return "'" + text if formula else text
