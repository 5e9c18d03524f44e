"""searcher duplicates: articles that are in several files."""

from __future__ import annotations

import click

from searcher.cli import exits
from searcher.cli.answer import print_json
from searcher.cli.options import REPORT_FORMATS, format_option, index_option


@click.command("duplicates")
@index_option
@format_option(REPORT_FORMATS)
def command(index_dir: str, format: str) -> None:
    """List articles that are, or may be, in several places.

    An article's best source is shown in answers; the others wait. Possible duplicates
    have title and year in common but no identifier, and are left as they are.

    \b
    searcher duplicates
    searcher duplicates --format json
    """
    from searcher.index import Index

    with Index.open(index_dir) as index:
        merged = index.duplicates()
        possible = index.possible_duplicates()
    if format == "json":
        shape = {
            "schema": 1,
            "duplicates": [each.to_json() for each in merged],
            "possible": [list(group) for group in possible],
        }
        print_json(shape)
    else:
        for each in merged:
            click.echo(exits.one_line(f"{each.docid}: shown from {each.shown}"))
            for place in each.waiting:
                click.echo(exits.one_line(f"    waiting: {place}"))
        for group in possible:
            click.echo(exits.one_line("possibly the same: " + ", ".join(group)))
    if not (merged or possible):
        exits.say("no duplicates")
    exits.end(exits.DONE if merged or possible else exits.NOTHING_FOUND)
