"""TSV with a header, for cut and awk: one line a record, no tab or line end inside a cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from searcher.output import Style
from searcher.output.cells import hit_table, record_table
from searcher.record import Record
from searcher.results import Results


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """A header and a row for each hit."""
    for row in hit_table(results.hits, style):
        stream.write("\t".join(row).replace("\n", " ") + "\n")


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """A header and a row for each record."""
    for row in record_table(records, style):
        stream.write("\t".join(row).replace("\n", " ") + "\n")
