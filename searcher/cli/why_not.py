"""searcher why-not: which clause keeps a record out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import click

from searcher.cli import exits
from searcher.cli.answer import print_json, say_unknown
from searcher.cli.options import REPORT_FORMATS, format_option, index_option, match_option

if TYPE_CHECKING:
    from searcher.query.reading import Obstacle, Verdict


@click.command("why-not")
@click.argument("docid")
@click.argument("query", nargs=-1, required=True)
@match_option
@index_option
@format_option(REPORT_FORMATS)
def command(
    docid: str, query: tuple[str, ...], match: Literal["any", "all"], index_dir: str, format: str
) -> None:
    """Tell why QUERY does not find a record.

    Names the clauses that keep it out, and the smallest change that lets it in.
    Exit code 1 when nothing keeps it out: it is found.

    \b
    searcher why-not 10.1159/000519471 'imatinib AND zanzibar'
    """
    from searcher.index import Index, SearchOptions

    with Index.open(index_dir) as index:
        record = index.get(docid)
        if record is None:
            say_unknown(docid)
            exits.end(exits.NOTHING_FOUND)
        verdict = index.why_not(record.docid, " ".join(query), SearchOptions(match=match))
    if format == "json":
        print_json(_shape(record.docid, verdict))
    else:
        _print(record.docid, verdict)
    exits.end(exits.DONE if verdict.obstacles else exits.NOTHING_FOUND)


def _print(docid: str, verdict: Verdict) -> None:
    if not verdict.obstacles:
        exits.say(f"{docid} is found by this query")
        return
    for obstacle in verdict.obstacles:
        click.echo(exits.one_line(_sentence(obstacle)))
    if verdict.change is None:
        click.echo("nothing of the query would be left")
    else:
        click.echo(exits.one_line(f"found by    {verdict.change}"))


def _sentence(obstacle: Obstacle) -> str:
    if obstacle.excludes:
        return f"kept out by {obstacle.clause} (which it matches and must not)"
    return f"kept out by {obstacle.clause} (which it does not match)"


def _shape(docid: str, verdict: Verdict) -> dict[str, Any]:
    return {
        "schema": 1,
        "docid": docid,
        "found": not verdict.obstacles,
        "obstacles": [
            {
                "clause": str(each.clause),
                "excludes": each.excludes,
                "instead": None if each.instead is None else str(each.instead),
            }
            for each in verdict.obstacles
        ],
        "change": None if verdict.change is None else str(verdict.change),
    }
