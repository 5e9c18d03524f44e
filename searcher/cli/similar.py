"""searcher similar: records about the same."""

from __future__ import annotations

import click

from searcher.cli import exits
from searcher.cli.answer import print_results, say_unknown, say_warnings
from searcher.cli.options import (
    RESULT_FORMATS,
    fields_option,
    format_option,
    index_option,
    limit_option,
    make_style,
)


@click.command("similar")
@click.argument("docid")
@limit_option(10)
@index_option
@format_option(RESULT_FORMATS)
@fields_option
def command(docid: str, limit: int, index_dir: str, format: str, fields: str) -> None:
    """Find records about the same as one that is in the index.

    \b
    searcher similar 10.1159/000519471
    """
    from searcher.index import Index, SearchOptions

    with Index.open(index_dir) as index:
        if index.get(docid) is None:
            say_unknown(docid)
            exits.end(exits.NOTHING_FOUND)
        results = index.similar(docid, SearchOptions(limit=limit))
    say_warnings(results)
    exits.end(print_results(results, format, make_style(fields)))
