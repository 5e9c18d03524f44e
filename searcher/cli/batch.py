"""Many queries in one process: searcher query --batch."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.cli.options import make_style
from searcher.errors import QueryError
from searcher.frozen import replace

if TYPE_CHECKING:
    from searcher.index import Index, SearchOptions


def run_batch(
    index: Index,
    lines: Iterable[str],
    options: SearchOptions,
    format: str,
    fields: str,
    quiet: bool,
) -> int:
    """Answer each line and print what was found under its ID (or line number); the exit code.

    A line that cannot be read is reported with its number, and the others go on.
    """
    from searcher.output import write_results

    if format == "text":
        format = "jsonl"
    if format not in ("jsonl", "trec"):
        raise click.BadOptionUsage("format", "--batch goes with the formats jsonl and trec")
    options = replace(options, highlight=False, suggest=False)
    style = make_style(fields)
    found = wrong = asked = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        asked = True
        topic, tab, query = line.rstrip("\r\n").partition("\t")
        if not tab:
            topic, query = str(number), topic
        try:
            results = index.search(query, options)
        except QueryError as error:
            exits.say(f"line {number}: {error}")
            wrong = True
            continue
        if not quiet:
            for warning in results.warnings:
                exits.say(f"line {number}: {warning}")
        found = found or bool(results.hits or results.total)
        write_results(results, format, sys.stdout, replace(style, topic=topic))
    if not asked and not quiet:
        exits.say("there is no query in this file")
    if wrong:
        return exits.USAGE
    return exits.DONE if found else exits.NOTHING_FOUND
