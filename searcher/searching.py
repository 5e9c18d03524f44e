"""From a query as typed to hits: parse, plan, ask the engine, highlight."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from searcher import schema
from searcher.engines import base
from searcher.query import plan, tree
from searcher.record import Record
from searcher.results import Hit, Results


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """What of the matches to return, and how.

    match: "any" or "all" of plain words; sort: one of engines.base.SORTS; facets: fields of
    FACETS to count; filters: further clauses that all must match; highlight: whether hits carry
    snippets, of about `snippet_width` characters.
    """

    limit: int = 10
    offset: int = 0
    match: Literal["any", "all"] = "any"
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    filters: tuple[tree.Node, ...] = ()
    highlight: bool = True
    snippet_width: int = 240


def search(reader: base.Reader, query: str | tree.Node, options: SearchOptions) -> Results:
    """The matches of a query; raises QueryError for one that cannot be read."""
    started = time.perf_counter()
    text, node, warnings = read_query(query, options)
    planned = plan.make_plan(node)
    request = base.Request(
        planned.clause, options.limit, options.offset, options.sort, options.facets
    )
    answer = reader.search(request)
    return Results(
        query=text,
        reading=str(node),
        total=answer.total,
        hits=tuple(_hits(answer, planned.clause, options)),
        offset=options.offset,
        seconds=time.perf_counter() - started,
        warnings=tuple(dict.fromkeys((*warnings, *planned.warnings, *answer.notes))),
        facets=dict(answer.facets),
    )


def similar(reader: base.Reader, record: Record, options: SearchOptions) -> Results:
    """Other records about the same, best first: those that share its most telling words."""
    from searcher.query.similar import similar_query

    node = similar_query(
        record, lambda term: reader.frequency(schema.ANY, term), max(reader.size(), 1)
    )
    if node is None:
        return Results(query=f"similar to {record.docid}", reading="", total=0, hits=())
    return search(reader, node, options)


def read_query(
    query: str | tree.Node, options: SearchOptions
) -> tuple[str, tree.Node, tuple[str, ...]]:
    """A query as typed, as a tree with the filters in it, and the parser's warnings."""
    warnings: tuple[str, ...] = ()
    if isinstance(query, str):
        from searcher.query.parser import parse

        parsed = parse(query, match=options.match)
        text, node, warnings = query, parsed.tree, parsed.warnings
    else:
        text, node = str(query), query
    if options.filters:
        node = tree.And((node, *options.filters))
    return text, node, warnings


def _hits(answer: base.Answer, clause: plan.Clause, options: SearchOptions) -> Iterator[Hit]:
    highlighter = None
    if options.highlight and answer.matches:
        from searcher.highlight import Highlighter

        highlighter = Highlighter(clause)
    for rank, match in enumerate(answer.matches, options.offset + 1):
        hit = Hit(rank, match.score, to_record(match.docid, match.stored))
        if highlighter is not None:
            hit = replace(
                hit,
                snippet=highlighter.snippet(hit.record, options.snippet_width),
                title_marks=highlighter.title_marks(hit.record),
            )
        yield hit


def to_record(docid: str, stored: str) -> Record:
    """The record that an engine stores under a docid."""
    record = Record.from_json(json.loads(stored))
    return record if record.docid == docid else replace(record, assigned=docid)
