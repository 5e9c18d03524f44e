"""searcher doctor: what in the index looks as if it had been read wrongly."""

from __future__ import annotations

from collections import Counter

import click

from searcher.cli import exits
from searcher.cli.answer import print_json
from searcher.cli.options import REPORT_FORMATS, format_option, index_option


@click.command("doctor")
@index_option
@format_option(REPORT_FORMATS)
def command(index_dir: str, format: str) -> None:
    """List what may have been read wrongly, or not at all.

    Records about which something looks wrong, and files that could not be read;
    `searcher parse FILE --provenance` shows how a file was read.

    \b
    searcher doctor
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
            "unread": [{"path": path, "reason": reason} for path, reason in unread],
        }
        print_json(shape)
        exits.end(exits.DONE)
    for path, reason in unread:
        click.echo(exits.one_line(f"{path}: {reason}"))
    for suspect in suspects:
        click.echo(exits.one_line(f"{suspect.place}: {'; '.join(suspect.reasons)}"))
    counts = Counter(reason for suspect in suspects for reason in suspect.reasons)
    if counts:
        click.echo()
    for reason, count in counts.most_common():
        click.echo(f"{count:>7,}  {reason}")
    if not (suspects or unread):
        exits.say("nothing looks suspect")
