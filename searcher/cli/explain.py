"""How a query was read, what each part finds, and where scores come from: for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.frozen import replace

if TYPE_CHECKING:
    from searcher.explaining import Explanation
    from searcher.index import Index, SearchOptions
    from searcher.query.tree import Node
    from searcher.results import Results


def explained(
    index: Index, query: str | Node, options: SearchOptions, results: Results, format: str
) -> Results:
    """The results with their explanation, which for people is printed at once."""
    explanation = index.explain(query, options, results)
    if format == "text":
        _print(explanation, results)
    return replace(results, explanation=explanation.to_json([hit.docid for hit in results.hits]))


def _print(explanation: Explanation, results: Results) -> None:
    """Print the reading with the count of each part, and each hit's score as a sum."""
    click.echo(f"read as  {exits.one_line(results.reading)}")
    for part in explanation.parts:
        click.echo(f"{part.count:>9,}  {'  ' * part.depth}{exits.one_line(part.text)}")
    for hit, each in zip(results.hits, explanation.scores, strict=True):
        sum_of = " + ".join(f"{score:.2f} {name}" for name, score in each)
        click.echo(exits.one_line(f"{hit.rank}. {hit.score:.2f} = {sum_of or '0'}"))
    click.echo()
