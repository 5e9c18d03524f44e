"""JSON Lines: one object a line, which our own reader takes back as the same record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from searcher.output import Style
from searcher.output.jsonshape import encode, hit_shape, record_shape
from searcher.record import Record
from searcher.results import Results


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """One hit a line: rank, score, the record's keys, title_marks and snippet.

    The answers to many queries can share a stream: where the style names a topic, each line
    begins with it.
    """
    topic = {"topic": style.topic} if style.topic else {}
    for hit in results.hits:
        stream.write(encode({**topic, **hit_shape(hit, style)}) + "\n")


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """One record a line."""
    for record in records:
        stream.write(encode(record_shape(record, style)) + "\n")
