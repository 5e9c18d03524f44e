"""searcher status: what the index holds."""

from __future__ import annotations

from typing import Any

import click

from searcher.cli.answer import print_json
from searcher.cli.options import REPORT_FORMATS, format_option, index_option


@click.command("status")
@click.option("--runs", is_flag=True, help="List what each run of index has done, latest first.")
@index_option
@format_option(REPORT_FORMATS)
def command(runs: bool, index_dir: str, format: str) -> None:
    """Tell what the index holds.

    \b
    searcher status
    searcher status --runs --format json
    """
    from searcher.index import Index

    with Index.open(index_dir) as index:
        if runs:
            _print_runs(index.runs(), format)
            return
        status = index.status()
    if format == "json":
        print_json(status.to_json())
    else:
        click.echo(status.summary())


def _print_runs(runs: list[dict[str, Any]], format: str) -> None:
    if format == "json":
        print_json({"schema": 1, "runs": runs})
        return
    names = ("added", "changed", "renamed", "removed", "unchanged", "failed")
    click.echo("started              " + " ".join(f"{name:>9}" for name in names) + "  seconds")
    for run in runs:
        counts = " ".join(f"{run.get(name, 0):>9,}" for name in names)
        click.echo(f"{run['started']:<20} {counts} {run.get('seconds', 0.0):>8.1f}")
