"""searcher index: make the index equal to what is on disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from searcher.cli import exits
from searcher.cli.answer import print_json, say_failures
from searcher.cli.options import (
    REPORT_FORMATS,
    as_option,
    format_option,
    index_option,
    lock_timeout_option,
    paths_argument,
    quiet_option,
)
from searcher.errors import UsageError

if TYPE_CHECKING:
    from searcher.sync.reports import SyncReport

DEFAULT_PATHS = ("seeds",)


@click.command("index")
@paths_argument("[PATHS]...", required=False)
@index_option
@click.option(
    "--engine",
    type=click.Choice(["auto", "whoosh", "tantivy"]),
    envvar="SEARCHER_ENGINE",
    default="auto",
    show_default=True,
    help="For a new index: auto takes tantivy where it is installed.",
)
@as_option
@click.option(
    "--prune/--no-prune",
    default=None,
    help="Remove what is gone from disk (done by default, but not for a folder found empty).",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen; change nothing.")
@click.option("--rebuild", is_flag=True, help="Build anew beside the old index, then swap.")
@click.option("--verify-content", is_flag=True, help="Compare contents, not size and time.")
@click.option(
    "--no-tidy",
    "tidy",
    flag_value=0,
    type=int,
    help="Leave deleted records in scores for now; the next run takes them out.",
)
@click.option(
    "--workers", type=click.IntRange(min=0), default=0, help="Reading processes; 0 is automatic."
)
@lock_timeout_option
@format_option(REPORT_FORMATS)
@quiet_option
def command(
    paths: tuple[str, ...],
    index_dir: str,
    engine: str,
    format: str,
    quiet: bool,
    **options: Any,
) -> None:
    """Make the index equal to the files under PATHS.

    Without PATHS that is ./seeds; with --rebuild, all that the index was built from.

    Files that did not change are not read again; files that are gone leave the
    index; files that cannot be read are named, and all others go in.

    \b
    searcher index ~/literature
    searcher index exports/*.nbib --index ~/drug-safety
    """
    from searcher.cli.progress import progress_bar
    from searcher.index import Index, SyncOptions

    wanted = SyncOptions(engine=engine, **options)
    with (
        Index.open_or_create(index_dir, engine=engine) as index,
        progress_bar(quiet) as progress,
    ):
        if not paths and not (wanted.rebuild and index.exists):
            paths = _default_paths(gone_too=bool(wanted.prune))
        report = index.sync(paths, wanted, progress)
    _print(report, format, quiet)
    if not report.files:
        exits.say(f"no files to read in {', '.join(paths) or 'what the index was built from'}")
        exits.end(exits.SOME_INPUT_FAILED)
    exits.end(exits.SOME_INPUT_FAILED if report.failed else exits.DONE)


def _default_paths(gone_too: bool) -> tuple[str, ...]:
    """What is indexed where nothing is named; raises UsageError where it is not there, unless what
    is gone is to leave the index."""
    if not (os.path.lexists(DEFAULT_PATHS[0]) or gone_too):
        raise UsageError(f"there is no ./{DEFAULT_PATHS[0]}; name the files or folders to index")
    return DEFAULT_PATHS


def _print(report: SyncReport, format: str, quiet: bool) -> None:
    say_failures(report)
    if not quiet:
        for note in filter(None, (report.repaired, *report.notes)):
            exits.say(note)
    if format == "json":
        print_json(report.to_json())
    elif not quiet:
        for change in report.changes:
            path = f"{change.former} -> {change.path}" if change.former else change.path
            click.echo(exits.one_line(f"would {change.action:<7}{path}"))
        click.echo(report.summary())
