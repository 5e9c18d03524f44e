"""searcher optimize: a smaller index that answers faster."""

from __future__ import annotations

import click

from searcher.cli.options import index_option, lock_timeout_option


@click.command("optimize")
@index_option
@lock_timeout_option
def command(index_dir: str, lock_timeout: float) -> None:
    """Merge what many small changes have left, for size and speed.

    \b
    searcher optimize
    """
    from searcher.cli.progress import progress_bar
    from searcher.index import Index

    with (
        Index.open(index_dir) as index,
        progress_bar(rewriting="optimizing", item="searching goes on") as progress,
    ):
        before, after = index.optimize(lock_timeout, progress)
    click.echo(f"{before / 1e6:,.1f} MB before, {after / 1e6:,.1f} MB now")
