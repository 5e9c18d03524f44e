"""Many queries in one process: searcher query --batch."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.cli.answer import say_warnings
from searcher.cli.options import make_style
from searcher.errors import QueryError
from searcher.frozen import replace

if TYPE_CHECKING:
    from searcher.index import Index, SearchOptions
    from searcher.results import Results


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
    for number, topic, query in _topics(lines):
        asked = True
        results = _answer(index, query, options, f"line {number}: ", quiet)
        if results is None:
            wrong = True
            continue
        found = found or bool(results.hits or results.total)
        write_results(results, format, sys.stdout, replace(style, topic=topic))
    if not asked and not quiet:
        exits.say("there is no query in this file")
    if wrong:
        return exits.USAGE
    return exits.DONE if found else exits.NOTHING_FOUND


def _topics(lines: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """The number, ID and query of each line that holds one."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            topic, tab, query = line.rstrip("\r\n").partition("\t")
            yield (number, topic, query) if tab else (number, str(number), topic)


def _answer(
    index: Index, query: str, options: SearchOptions, where: str, quiet: bool
) -> Results | None:
    """What a query finds, its warnings said; None for one that cannot be read, its error said."""
    try:
        results = index.search(query, options)
    except QueryError as error:
        exits.say(f"{where}{error}")
        return None
    say_warnings(results, quiet, where)
    return results
