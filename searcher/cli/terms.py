"""searcher terms: the words that the index holds."""

from __future__ import annotations

import click

from searcher.cli import exits
from searcher.cli.answer import print_json
from searcher.cli.options import REPORT_FORMATS, format_option, index_option, limit_option


@click.command("terms")
@click.argument("prefix", default="")
@click.option("--field", default="any", show_default=True, help="The field or tag to look in.")
@limit_option(20, of="terms")
@index_option
@format_option(REPORT_FORMATS)
def command(prefix: str, field: str, limit: int, index_dir: str, format: str) -> None:
    """List terms that begin with PREFIX, with their record counts.

    Terms of texts are stems: continuation is listed as continu.

    \b
    searcher terms imat
    searcher terms rash --field title
    """
    from searcher.index import Index

    with Index.open(index_dir) as index:
        found = index.terms(prefix, field, limit)
    if format == "json":
        shape = [{"term": term, "records": records} for term, records in found]
        print_json({"schema": 1, "terms": shape})
    else:
        for term, records in found:
            click.echo(f"{records:>9,}  {exits.one_line(term)}")
    if not found:
        exits.say("no term begins so")
    exits.end(exits.DONE if found else exits.NOTHING_FOUND)
