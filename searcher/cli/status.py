"""searcher status: what the index holds."""

from __future__ import annotations

import click

from searcher.cli.answer import print_json
from searcher.cli.options import REPORT_FORMATS, format_option, index_option


@click.command("status")
@index_option
@format_option(REPORT_FORMATS)
def command(index_dir: str, format: str) -> None:
    """Tell what the index holds.

    \b
    searcher status
    searcher status --format json
    """
    from searcher.index import Index

    with Index.open(index_dir) as index:
        status = index.status()
    if format == "json":
        print_json(status.to_json())
    else:
        click.echo(status.summary())
