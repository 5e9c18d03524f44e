"""searcher query: ranked answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

import click

from searcher.cli import exits
from searcher.cli.answer import print_results, say_warnings
from searcher.cli.options import (
    RESULT_FORMATS,
    complete_query,
    fields_option,
    format_option,
    index_option,
    limit_option,
    make_style,
    match_option,
    quiet_option,
)
from searcher.engines.base import FACETS, SORTS
from searcher.errors import UsageError
from searcher.frozen import replace
from searcher.output import shows_snippets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from searcher.index import Index, SearchOptions
    from searcher.query.tree import Node
    from searcher.results import Results


@click.command("query")
@click.argument("query", nargs=-1, shell_complete=complete_query)
@index_option
@limit_option(10, least=0)
@click.option("--offset", type=click.IntRange(min=0), default=0, help="How many to pass over.")
@match_option
@click.option("--year", metavar="RANGE", help="Only these years: 2012, 2012..2021, >=2015.")
@click.option("--journal", metavar="NAME", help="Only journals with these words in their name.")
@click.option("--type", "kind", metavar="TYPE", help='Only this kind: "Case Reports".')
@click.option(
    "--has",
    "having",
    type=click.Choice(["abstract", "doi", "keywords", "pmid", "mesh", "body"]),
    multiple=True,
    help="Only records that carry this field.",
)
@click.option(
    "--sort",
    type=click.Choice(SORTS),
    default="relevance",
    show_default=True,
    help="The order of records.",
)
@click.option(
    "--facet",
    "facets",
    type=click.Choice(FACETS),
    multiple=True,
    help="Count all matches by this field.",
)
@click.option("--count", is_flag=True, help="Print only how many records match.")
@click.option(
    "--batch",
    type=click.File(encoding="utf-8-sig"),
    metavar="FILE",
    help="Run one query a line (or ID, tab, query); - reads stdin.",
)
@click.option(
    "--strategy",
    type=click.File("rb"),
    metavar="FILE",
    help="Run a search strategy of numbered lines (#1 OR #2), or a search history as its host "
    "prints it; the last line answers.",
)
@click.option("--explain", is_flag=True, help="Show how the query was read and scored.")
@format_option(RESULT_FORMATS)
@fields_option
@quiet_option
def command(
    query: tuple[str, ...],
    index_dir: str,
    count: bool,
    batch: Any,
    strategy: Any,
    explain: bool,
    format: str,
    fields: str,
    quiet: bool,
    **options: Any,
) -> None:
    """Find records, best first.

    \b
    searcher query imatinib rash continuation
    searcher query '"skin rash" AND imatinib[ti] AND 2012:2021[dp]'
    searcher query 'imatin* rash' --year 2012.. --facet journal --format json
    """
    from searcher.index import Index

    _refuse_all_but_one(query, batch, strategy)
    extras = {"--count": count, "--explain": explain, "--facet": options["facets"]}
    _refuse_what_is_not_shown(extras, format, batch is not None)
    style = make_style(fields)
    search = _search_options(quiet, shows_snippets(format, style), **options)
    index = Index.open(index_dir)  # until the process ends, which is sooner than to close it
    if batch is not None:
        from searcher.cli.batch import run_batch

        exits.end(run_batch(index, _lines(batch), search, format, fields, quiet))
    wanted: str | Node = " ".join(query)
    said: tuple[str, ...] = ()
    if strategy is not None:
        from searcher.cli.strategy import read_lines, run_strategy

        wanted, said = run_strategy(index, read_lines(strategy), search, quiet)
    results = _answer(index, wanted, search, said, quiet)
    if explain:
        from searcher.cli.explain import explained

        results = explained(index, wanted, search, results, format)
    if count:
        click.echo(results.total)
        exits.end(exits.DONE if results.total else exits.NOTHING_FOUND)
    exits.end(print_results(results, format, style, quiet))


def _answer(
    index: Index, wanted: str | Node, search: SearchOptions, said: tuple[str, ...], quiet: bool
) -> Results:
    """What a query finds, its warnings said, with those that were `said` before it was asked."""
    results = index.search(wanted, search)
    say_warnings(results, quiet)
    return replace(results, warnings=(*said, *results.warnings)) if said else results


def _refuse_all_but_one(query: tuple[str, ...], *files: TextIO | None) -> None:
    if sum(given is not None for given in (query or None, *files)) != 1:
        message = "give one of QUERY ('*' is every record), --batch FILE and --strategy FILE"
        raise click.UsageError(message, click.get_current_context())


def _refuse_what_is_not_shown(extras: dict[str, Any], format: str, batch: bool) -> None:
    for option in (name for name, given in extras.items() if given):
        if batch:
            raise UsageError(f"{option} does not go with --batch")
        if option != "--count" and format not in ("text", "json"):
            raise UsageError(f"{option} goes with the formats text and json")


def _lines(file: TextIO) -> Iterator[str]:
    """The lines of a file of queries."""
    try:
        yield from file
    except UnicodeDecodeError as error:
        raise UsageError(f"{file.name}: is not UTF-8 text; save it as such") from error


def _search_options(
    quiet: bool,
    highlight: bool,
    year: str | None,
    journal: str | None,
    kind: str | None,
    having: tuple[str, ...],
    **options: Any,
) -> SearchOptions:
    """The options of a search; its filters are clauses of the same tree as what is typed."""
    from searcher.index import SearchOptions
    from searcher.query import tree

    filters: list[Node] = []
    if year is not None:
        filters.append(_years(year, quiet))
    if journal is not None:
        filters.append(tree.Phrase(journal, "journal"))
    if kind is not None:
        filters.append(tree.Phrase(kind, "type"))
    filters += [tree.Exists(field) for field in having]
    return SearchOptions(filters=tuple(filters), highlight=highlight, suggest=True, **options)


def _years(text: str, quiet: bool) -> Node:
    """The clause of --year; raises UsageError for what is no year and no range."""
    from searcher.query.dates import span

    found = span(text, "year", (lambda _: None) if quiet else exits.say)
    if found is None:
        raise UsageError(f"--year: “{text}” is no year and no range (2012, 2012..2021, >=2015)")
    return found
