"""CSV with a header, for spreadsheets: UTF-8, commas, quotes where needed, lines end in \\n.

A cell that a spreadsheet would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from searcher.output import Style
from searcher.output.cells import hit_table, record_table
from searcher.record import Record
from searcher.results import Results


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """A header and a row for each hit."""
    csv.writer(stream, lineterminator="\n").writerows(hit_table(results.hits, style))


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """A header and a row for each record."""
    csv.writer(stream, lineterminator="\n").writerows(record_table(records, style))
