"""searcher watch: keep the index equal to folders while they change."""

from __future__ import annotations

import click

from searcher.cli.answer import say_failures
from searcher.cli.options import index_option, lock_timeout_option, paths_argument


@click.command("watch")
@paths_argument("PATHS...", required=True)
@index_option
@lock_timeout_option
def command(paths: tuple[str, ...], index_dir: str, lock_timeout: float) -> None:
    """Index PATHS now and after each change, until Ctrl-C.

    Needs the extra: pip install 'searcher[watch]'.

    \b
    searcher watch ~/literature
    """
    from searcher.index import Index, SyncOptions

    with Index.open_or_create(index_dir) as index:
        for report in index.watch(paths, SyncOptions(lock_timeout=lock_timeout)):
            say_failures(report)
            click.echo(report.summary())
