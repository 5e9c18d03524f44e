"""searcher verify: whether the index is sound."""

from __future__ import annotations

import click

from searcher.cli import exits
from searcher.cli.answer import print_json
from searcher.cli.options import (
    REPORT_FORMATS,
    format_option,
    index_option,
    lock_timeout_option,
)


@click.command("verify")
@click.option("--repair", is_flag=True, help="Put right what is wrong.")
@index_option
@lock_timeout_option
@format_option(REPORT_FORMATS)
def command(repair: bool, index_dir: str, lock_timeout: float, format: str) -> None:
    """Compare the index with itself and with the files on disk.

    Exit code 3 when something is wrong.

    \b
    searcher verify
    searcher verify --repair
    """
    from searcher.index import Index

    with Index.open_or_create(index_dir) as index:
        report = index.verify(repair=repair, lock_timeout=lock_timeout)
    if format == "json":
        print_json(report.to_json())
    else:
        click.echo(report.summary())
    exits.end(exits.INDEX_UNUSABLE if report.problems else exits.DONE)
