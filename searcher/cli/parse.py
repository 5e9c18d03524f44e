"""searcher parse: the records of files, without indexing them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.cli.options import (
    RECORD_FORMATS,
    as_option,
    fields_option,
    format_option,
    make_style,
    paths_argument,
)

if TYPE_CHECKING:
    from searcher.record import Record


@click.command("parse")
@paths_argument("PATHS...", required=True)
@as_option
@click.option("--provenance", is_flag=True, help="Show the rule and the lines behind each field.")
@format_option(RECORD_FORMATS)
@fields_option
def command(
    paths: tuple[str, ...], as_format: str | None, provenance: bool, format: str, fields: str
) -> None:
    """Show the records of files without indexing them.

    \b
    searcher parse seeds/*.txt
    searcher parse export.nbib --format ris
    searcher parse page.txt --provenance
    """
    from searcher.output import write_records

    failed: list[str] = []
    passed: list[str] = []
    records = _records(paths, as_format, failed, passed)
    if provenance:
        from searcher.output.provenance import write_provenance

        if format not in ("text", "json", "jsonl"):
            raise click.BadOptionUsage("format", "--provenance goes with text, json and jsonl")
        write_provenance(records, format, sys.stdout, make_style(fields))
    else:
        write_records(records, format, sys.stdout, make_style(fields))
    for message in (*passed, *failed):
        exits.say(message)
    exits.end(exits.SOME_INPUT_FAILED if failed else exits.DONE)


def _records(
    paths: tuple[str, ...], as_format: str | None, failed: list[str], passed: list[str]
) -> Iterator[Record]:
    """The records of all files, one after another; what cannot be read is noted, and so are
    directories that are passed over."""
    from searcher import formats, sources
    from searcher.errors import InputError, NoRecord
    from searcher.record import Record
    from searcher.storage.layout import is_index

    def note(error: InputError) -> None:
        (passed if isinstance(error, NoRecord) else failed).append(str(error))

    for file in sources.walk(paths, note, is_index):
        try:
            for document in sources.documents(file.path):
                for record in formats.parse(document, as_format):
                    if isinstance(record, Record):
                        yield record
        except InputError as error:
            failed.append(str(error))
