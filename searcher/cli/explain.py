"""How a query was read, what each part finds, and where scores come from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from searcher.cli import exits

if TYPE_CHECKING:
    from searcher.explaining import Explanation
    from searcher.results import Results


def print_explanation(explanation: Explanation, results: Results, format: str) -> None:
    """On stderr beside data for scripts (as one JSON line), on stdout for people."""
    if format != "text":
        shape = {
            "reading": results.reading,
            "parts": [
                {"clause": part.text, "depth": part.depth, "records": part.count}
                for part in explanation.parts
            ],
            "scores": {
                hit.record.docid: dict(each)
                for hit, each in zip(results.hits, explanation.scores, strict=True)
            },
        }
        click.echo(json.dumps(shape, ensure_ascii=False), err=True)
        return
    click.echo(f"read as  {exits.one_line(results.reading)}")
    for part in explanation.parts:
        click.echo(f"{part.count:>9,}  {'  ' * part.depth}{exits.one_line(part.text)}")
    for hit, each in zip(results.hits, explanation.scores, strict=True):
        sum_of = " + ".join(f"{score:.2f} {name}" for name, score in each)
        click.echo(exits.one_line(f"{hit.rank}. {hit.score:.2f} = {sum_of or '0'}"))
    click.echo()
