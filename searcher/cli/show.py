"""searcher show: one record in full."""

from __future__ import annotations

import sys

import click

from searcher.cli import exits
from searcher.cli.answer import say_unknown
from searcher.cli.options import (
    RECORD_FORMATS,
    fields_option,
    format_option,
    index_option,
    make_style,
)


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
            say_unknown(docid)
    records = [record for _, record in found if record is not None]
    if records:
        write_records(records, format, sys.stdout, make_style(fields))
    exits.end(exits.DONE if len(records) == len(docids) else exits.NOTHING_FOUND)
