"""searcher doctor: what in the index looks as if it had been read wrongly."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.cli.answer import print_json
from searcher.cli.options import REPORT_FORMATS, format_option, index_option

if TYPE_CHECKING:
    from searcher.catalog.telling import Suspect, Unread


_UNREAD = "could not be read"
_SKIPPED = "skipped: files that are no literature (--skipped lists them)"


@click.command("doctor")
@index_option
@click.option("--skipped", is_flag=True, help="List also the files that are no literature.")
@format_option(REPORT_FORMATS)
def command(index_dir: str, skipped: bool, format: str) -> None:
    """List what may have been read wrongly, or not at all.

    Files that could not be read, and records about which something looks wrong;
    `searcher parse FILE --provenance` shows how a file was read.

    \b
    searcher doctor
    searcher doctor --skipped
    searcher doctor --format json
    """
    from searcher.index import Index

    with Index.open(index_dir) as index:
        suspects = index.suspects()
        unread = index.unread_files()
    if format == "json":
        shape = {
            "schema": 1,
            "suspects": [each.to_json() for each in suspects],
            "unread": [each.to_json() for each in unread],
        }
        print_json(shape)
        exits.end(exits.DONE)
    _print_text(suspects, unread, skipped)


def _print_text(suspects: list[Suspect], unread: list[Unread], skipped: bool) -> None:
    """One line for each file and record, and how many there are for each reason."""
    listed = [f"{each.path}: {each.reason}" for each in unread if skipped or not each.skipped]
    listed += [f"{each.place}: {'; '.join(each.reasons)}" for each in suspects]
    for line in listed:
        click.echo(exits.one_line(line))
    if listed:
        click.echo()
    counts = Counter(reason for each in suspects for reason in each.reasons)
    counts[_UNREAD] = sum(not each.skipped for each in unread)
    for reason, count in (*counts.most_common(), (_SKIPPED, len(unread) - counts[_UNREAD])):
        if count:
            click.echo(f"{count:>7,}  {reason}")
    if not (suspects or unread):
        exits.say("nothing looks suspect")
