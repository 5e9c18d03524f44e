"""Docids, one a line: for xargs, for `searcher show`, for comparing two answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from searcher.output import Style
from searcher.output.printable import printable
from searcher.record import Record
from searcher.results import Results


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """The docids of the hits in order."""
    write_records((hit.record for hit in results.hits), stream, style)


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """The docids of the records in order."""
    for record in records:
        stream.write(printable(record.docid) + "\n")
