"""searcher watch: keep the index equal to folders while they change."""

from __future__ import annotations

from dataclasses import replace

import click

from searcher.cli import exits
from searcher.cli.answer import say_failures
from searcher.cli.options import index_option, lock_timeout_option, paths_argument
from searcher.errors import SearcherError


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

    told: set[str] = set()
    with Index.open_or_create(index_dir) as index:
        for report in index.watch(paths, SyncOptions(lock_timeout=lock_timeout)):
            if isinstance(report, SearcherError):
                if str(report) not in told:
                    exits.say(f"{report} (watching goes on)")
                told.add(str(report))
                continue
            # What is as it was is in each report.
            new = tuple(each for each in report.failures if str(each) not in told)
            say_failures(replace(report, failures=new))
            for note in filter(None, (report.repaired, *report.notes)):
                if note not in told:
                    exits.say(note)
            told = {*map(str, report.failures), *report.notes}
            click.echo(report.summary())
