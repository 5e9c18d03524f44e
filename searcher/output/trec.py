"""Run files as trec_eval reads them: topic, Q0, docid, rank, score, run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from searcher.errors import UsageError
from searcher.output import Style
from searcher.output.printable import printable
from searcher.record import Record
from searcher.results import Results

FIRST_TOPIC = "1"


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """A line for each hit; the topic and the run are named by the style."""
    topic = _token(style.topic) or FIRST_TOPIC
    run = _token(style.run_tag) or "searcher"
    stream.write(
        "".join(
            f"{topic} Q0 {_token(hit.docid)} {hit.rank} {hit.score!r} {run}\n"
            for hit in results.hits
        )
    )


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """Raises UsageError: without a query there is no ranking."""
    raise UsageError("the format trec is for the answers to queries only")


def _token(text: str) -> str:
    """The text without blanks, which separate columns: each is %20."""
    if text.isalnum():  # as most docids are
        return text
    return re.sub(r"\s", "%20", printable(text))
