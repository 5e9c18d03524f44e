"""Results in, text out: every way that records leave for people, scripts and other programs.

Each format is a module with `write_results` and `write_records`, imported when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

from searcher.errors import UsageError
from searcher.frozen import frozen
from searcher.record import FIELD_NAMES, Record
from searcher.results import Results

if TYPE_CHECKING:
    from typing import Protocol

    class _Writer(Protocol):
        """What the module of a format has."""

        def write_results(self, results: Results, stream: TextIO, style: Style) -> None: ...

        def write_records(
            self, records: Iterable[Record], stream: TextIO, style: Style
        ) -> None: ...


COLUMNS: tuple[str, ...] = ("docid", *FIELD_NAMES, "source")
"""What a record can show of itself, in order: the names for `Style.fields`."""

RANKING: tuple[str, ...] = ("rank", "score", "snippet")
"""What a hit has besides its record; also names for `Style.fields`."""


@frozen
class Style:
    """How to write.

    width: columns of the terminal; color: whether to send colours to it; both only for text.
    fields: which of COLUMNS and RANKING to write, in this order; empty means all that a format
    has. Tables and JSON know them, the citation formats do not.
    topic: the query's name where answers to many go to one stream (a run file, JSON Lines).
    run_tag: the name of the run in a run file.
    """

    width: int = 80
    color: bool = False
    fields: tuple[str, ...] = ()
    run_tag: str = "searcher"
    topic: str = ""


@frozen
class OutputFormat:
    """One way to write records: its name, what it is in a few words, its module, whether it can
    hold some of the fields only, and whether it shows snippets also where nobody names them."""

    name: str
    about: str
    module: str
    picks: bool = False
    snippets: bool = True


FORMATS: dict[str, OutputFormat] = {
    each.name: each
    for each in (
        OutputFormat("text", "for people", "text"),
        OutputFormat(
            "json", "one object with everything about the answer", "jsonshape", picks=True
        ),
        OutputFormat("jsonl", "one record a line, as JSON", "jsonlines", picks=True),
        OutputFormat(
            "csv", "a table with a header, for spreadsheets", "csvtable", picks=True, snippets=False
        ),
        OutputFormat(
            "tsv",
            "a table with a header, one line a record",
            "tsvtable",
            picks=True,
            snippets=False,
        ),
        OutputFormat("ids", "one docid a line", "ids", snippets=False),
        OutputFormat("ris", "references for EndNote, Zotero, Mendeley", "ris", snippets=False),
        OutputFormat("bibtex", "references for LaTeX", "bibtex", snippets=False),
        OutputFormat("nbib", "references as PubMed exports them (MEDLINE)", "nbib", snippets=False),
        OutputFormat("trec", "a run file for trec_eval", "trec", snippets=False),
    )
}


def shows_snippets(format: str, style: Style) -> bool:
    """Whether hits are written with what highlighting finds, which takes longer than many a
    search."""
    return FORMATS[format].snippets or "snippet" in style.fields


def write_results(results: Results, format: str, stream: TextIO, style: Style) -> None:
    """Write what a search gave back; several, one after another, for the formats of lines.

    Raises UsageError for a format or a field that there is none of.
    """
    _writer(format, style).write_results(results, stream, style)


def write_records(records: Iterable[Record], format: str, stream: TextIO, style: Style) -> None:
    """Write records one after another, in flat memory.

    Raises UsageError for a format or a field that there is none of.
    """
    _writer(format, style).write_records(records, stream, style)


def _writer(format: str, style: Style) -> _Writer:
    if format not in FORMATS:
        raise UsageError(f"unknown format “{format}”; there are {', '.join(FORMATS)}")
    if style.fields and not FORMATS[format].picks:
        picking = ", ".join(each.name for each in FORMATS.values() if each.picks)
        raise UsageError(f"{format} has no choice of fields; there is one in {picking}")
    for name in style.fields:
        if name not in COLUMNS and name not in RANKING:
            raise UsageError(f"unknown field “{name}”; there are {', '.join(RANKING + COLUMNS)}")
    return cast("_Writer", import_module(f"searcher.output.{FORMATS[format].module}"))
