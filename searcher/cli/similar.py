"""searcher similar: more records like this one."""

from __future__ import annotations

import sys

import click

from searcher.cli import exits
from searcher.cli.options import (
    RESULT_FORMATS,
    fields_option,
    format_option,
    index_option,
    make_style,
)


@click.command()
@click.argument("docid", metavar="DOCID")
@index_option
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="How many records to print.",
)
@format_option(RESULT_FORMATS)
@fields_option
def command(docid: str, index_dir: str, limit: int, format: str, fields: str) -> None:
    """Find records about the same as one, by its most telling words.

    \b
    searcher similar 10.1159/000519471
    """
    from searcher.index import Index, SearchOptions
    from searcher.output import write_results

    with Index.open(index_dir) as index:
        if index.get(docid) is None:
            exits.say(f"no record has the docid {docid}")
            exits.end(exits.NOTHING_FOUND)
        results = index.similar(docid, SearchOptions(limit=limit))
    if results.hits or format == "json":
        write_results(results, format, sys.stdout, make_style(fields))
    if not results.total:
        exits.say("no record shares its words")
    exits.end(exits.DONE if results.total else exits.NOTHING_FOUND)
