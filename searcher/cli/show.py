"""searcher show: one record in full."""

from __future__ import annotations

import shlex
import sys

import click

from searcher.cli import exits
from searcher.cli.options import (
    RECORD_FORMATS,
    fields_option,
    format_option,
    index_option,
    make_style,
)


def _hint(docid: str) -> str:
    """For who names a file: its records have their numbers behind it, or other names at all."""
    from pathlib import Path  # only a mistake pays for it

    if not Path(docid).is_file():
        return ""
    return f" (searcher parse {shlex.quote(docid)} shows the records of the file)"


@click.command("show")
@click.argument("docids", nargs=-1, required=True, metavar="DOCID...")
@index_option
@format_option(RECORD_FORMATS)
@fields_option
def command(docids: tuple[str, ...], index_dir: str, format: str, fields: str) -> None:
    """Print records by their docid, PMID, PMCID or DOI.

    \b
    searcher show 10.1159/000519471
    searcher show 34950012 --format ris
    """
    from searcher.index import Index
    from searcher.output import write_records

    with Index.open(index_dir) as index:
        found = [(docid, index.get(docid)) for docid in docids]
    for docid, record in found:
        if record is None:
            exits.say(f"no record has the docid {docid}{_hint(docid)}")
    records = [record for _, record in found if record is not None]
    if records:
        write_records(records, format, sys.stdout, make_style(fields))
    exits.end(exits.DONE if len(records) == len(docids) else exits.NOTHING_FOUND)
