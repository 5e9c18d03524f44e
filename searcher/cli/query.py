"""searcher query: ranked answers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.cli.options import (
    RESULT_FORMATS,
    fields_option,
    format_option,
    index_option,
    quiet_option,
    terminal_width,
    use_color,
)

if TYPE_CHECKING:
    from searcher.results import Results


@click.command()
@click.argument("query", nargs=-1, required=True)
@index_option
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="How many records to print.",
)
@click.option("--offset", type=click.IntRange(min=0), default=0, help="How many to pass over.")
@click.option(
    "--match",
    type=click.Choice(["any", "all"]),
    default="any",
    show_default=True,
    help="How many of plain words must match.",
)
@format_option(RESULT_FORMATS)
@fields_option
@quiet_option
def command(
    query: tuple[str, ...],
    index_dir: str,
    limit: int,
    offset: int,
    match: str,
    format: str,
    fields: str,
    quiet: bool,
) -> None:
    """Find records, best first.

    \b
    searcher query imatinib rash continuation
    searcher query '"skin rash" AND imatinib[ti] AND 2012:2021[dp]'
    searcher query 'title:imatin* -children' --format ids
    """
    from searcher.index import Index, SearchOptions

    options = SearchOptions(limit=limit, offset=offset, match=match)
    with Index.open(index_dir) as index:
        results = index.search(" ".join(query), options)
    _print(results, format, fields, quiet)
    exits.end(exits.DONE if results.total else exits.NOTHING_FOUND)


def _print(results: Results, format: str, fields: str, quiet: bool) -> None:
    from searcher.output import Style, write_results

    if not quiet:
        for warning in results.warnings:
            exits.say(warning)
    if results.hits or format == "json":
        columns = tuple(name.strip() for name in fields.split(",") if name.strip())
        style = Style(width=terminal_width(), color=use_color(), fields=columns)
        write_results(results, format, sys.stdout, style)
    if not results.hits and not quiet:
        exits.say("no record matches" if not results.total else "no records that far down")
