"""A search strategy from a file: searcher query --strategy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

import click

from searcher.cli import exits
from searcher.errors import InputError, UsageError

MOST_NAMED = 6
"""Lines that are named where the same is said of many."""

if TYPE_CHECKING:
    from searcher.index import Index, SearchOptions
    from searcher.query.tree import Node


def read_lines(file: BinaryIO) -> list[str]:
    """The lines of a file in the encoding that it was saved in; raises UsageError for no text."""
    from searcher.sources.archives import archive_of
    from searcher.sources.decoding import Decoder
    from searcher.sources.reading import HEAD_BYTES, text_encoding

    data = file.read()
    try:
        if archive_of(data[:HEAD_BYTES]):
            raise InputError(file.name, "is an archive or a Word document; save it as plain text")
        encoding = text_encoding(file.name, data[:HEAD_BYTES])
    except InputError as error:
        raise UsageError(str(error)) from error
    decoder = Decoder(encoding)
    lines = decoder.decode(data, final=True).split("\n")
    if decoder.replaced:
        exits.say(f"{file.name}: not all of it is UTF-8; the rest was read as Windows-1252")
    return lines


def run_strategy(
    index: Index, lines: Iterable[str], options: SearchOptions, quiet: bool
) -> tuple[Node, tuple[str, ...]]:
    """Print each line's number and count on stderr; the tree of the last line, and what had to be
    said of all lines."""
    from searcher.query.strategy import parse_strategy

    strategy = parse_strategy(lines)
    places: dict[str, list[int]] = {}
    for line in strategy:
        for warning in line.query.warnings:
            places.setdefault(warning, []).append(line.place)
    warnings: list[str] = []
    for line in strategy:
        new = [
            f"{_name_lines(places.pop(warning))}: {warning}"
            for warning in line.query.warnings
            if warning in places
        ]
        warnings += new
        if quiet:
            continue
        for warning in new:
            exits.say(warning)
        count = index.count(line.query.tree, options)
        click.echo(exits.one_line(f"#{line.number:<4}{count:>9,}  {line.query.text}"), err=True)
    return strategy[-1].query.tree, tuple(warnings)


def _name_lines(places: list[int]) -> str:
    """What is said of some lines alike, is said once: "lines 1, 3, 5"."""
    first = ", ".join(map(str, places[:MOST_NAMED]))
    if len(places) > MOST_NAMED:
        return f"lines {first} and {len(places) - MOST_NAMED} more"
    return f"line {first}" if len(places) == 1 else f"lines {first}"
