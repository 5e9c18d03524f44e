"""A search strategy from a file: searcher query --strategy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from searcher.cli import exits
from searcher.errors import QueryError

if TYPE_CHECKING:
    from searcher.index import Index, SearchOptions
    from searcher.query.tree import Node


def run_strategy(
    index: Index, lines: Iterable[str], options: SearchOptions, quiet: bool
) -> tuple[Node, tuple[str, ...]]:
    """Print each line's number and count on stderr; the tree of the last line, and what had to be
    said of all lines."""
    from searcher.query.strategy import parse_strategy

    strategy = parse_strategy(lines)
    if not strategy:
        raise QueryError("the strategy has no lines")
    warnings: list[str] = []
    for line in strategy:
        new = [f"line {line.place}: {warning}" for warning in line.query.warnings]
        warnings += new
        if quiet:
            continue
        for warning in new:
            exits.say(warning)
        count = index.count(line.query.tree, options)
        click.echo(exits.one_line(f"#{line.number:<4}{count:>9,}  {line.query.text}"), err=True)
    return strategy[-1].query.tree, tuple(warnings)
