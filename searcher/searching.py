"""From a query as typed to hits: parse, plan, ask the engine, highlight."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

from searcher import analysis, schema
from searcher.engines import base
from searcher.errors import UsageError
from searcher.frozen import Late, replace
from searcher.options import SearchOptions
from searcher.query import plan, tree
from searcher.query.clauses import Clause
from searcher.record import Record, title_in
from searcher.results import Hit, Results


def search(reader: base.Reader, query: str | tree.Node, options: SearchOptions) -> Results:
    """The matches of a query; raises QueryError for one that cannot be read."""
    started = time.perf_counter()
    _check(options)
    text, node, warnings = read_query(query, options)
    planned = plan.make_plan(node)
    # An engine may make room for all that is asked for.
    limit, offset = (min(asked, reader.size()) for asked in (options.limit, options.offset))
    request = base.Request(planned.clause, limit, offset, options.sort, options.facets)
    answer = reader.search(request)
    return _UncountedResults(
        answer,
        query=text,
        reading=str(node),
        hits=tuple(_hits(answer, planned.clause, options)),
        offset=options.offset,
        seconds=time.perf_counter() - started,
        warnings=tuple(dict.fromkeys((*warnings, *planned.warnings, *answer.notes))),
        facets=dict(answer.facets),
        suggestions=_suggestions(reader, node) if options.suggest else {},
    )


def _check(options: SearchOptions) -> None:
    """Raises UsageError for options of which an engine would make something else, or nothing."""
    if options.limit < 0 or options.offset < 0:
        raise UsageError("limit and offset count from 0")
    known = (
        ("sort", (options.sort,), base.SORTS),
        ("match", (options.match,), ("any", "all")),
        ("facets", options.facets, base.FACETS),
    )
    for name, wanted, values in known:
        for each in wanted:
            if each not in values:
                raise UsageError(f"{name}: “{each}” is none of {', '.join(values)}")


def _suggestions(reader: base.Reader, node: tree.Node) -> dict[str, str]:
    """Words that may have been meant, for those that hardly any record has."""
    from searcher.query.suggestions import suggest

    return suggest(node, lambda term: reader.frequency(schema.ANY, term), reader.size())


def similar(reader: base.Reader, record: Record, options: SearchOptions) -> Results:
    """Other records about the same, best first: those that share its most telling words."""
    from searcher.query.similar import similar_query

    node = similar_query(
        record, lambda term: reader.frequency(schema.ANY, term), max(reader.size(), 1)
    )
    if node is None:
        return Results(query=f"similar to {record.docid}", reading="", total=0, hits=())
    return search(reader, node, options)


def terms(reader: base.Reader, prefix: str, field: str, limit: int) -> list[tuple[str, int]]:
    """Terms that begin so, with their record counts; field: a name, alias or tag of one field."""
    name = _one_field(field)
    exact = schema.kind_of(name) == "exact"
    start = " ".join(prefix.lower().split() if exact else analysis.words(prefix))
    return reader.terms(name, start, limit)


def _one_field(typed: str) -> str:
    name = schema.find_field(typed)
    if name is None:
        from searcher.query.tags import nearest

        near = nearest(typed)
        raise UsageError(f"{typed} is not a field" + (f" ({near} is)" if near else ""))
    name, *others = schema.GROUPS.get(name, (name,))
    if others:
        raise UsageError(f"{typed} is several fields; name one: {', '.join((name, *others))}")
    if schema.kind_of(name) == "date":
        raise UsageError(f"{typed} holds numbers; query --facet year counts them")
    return name


def count(reader: base.Reader, query: str | tree.Node, options: SearchOptions) -> int:
    """How many records match."""
    _, node, _ = read_query(query, options)
    return reader.count(plan.make_plan(node).clause)


def find_record(reader: base.Reader, docid: str) -> Record | None:
    """The record of a docid, or of a PMID, DOI or PMCID in any form."""
    from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid

    forms = (docid, clean_pmid(docid), clean_doi(docid))
    for form in dict.fromkeys(form for form in forms if form):
        stored = reader.get(form)
        if stored is not None:
            return to_record(form, stored)
    fields = (("pmid", forms[1]), ("doi", forms[2]), ("pmcid", clean_pmcid(docid)))
    for field, value in fields:
        if value:
            clause = plan.make_plan(tree.Word(value, field)).clause
            found = reader.search(base.Request(clause, limit=1)).matches
            if found:
                return to_record(found[0].docid, found[0].stored)
    return None


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
        node = tree.conjunction(node, *options.filters)
    return text, node, warnings


def _hits(answer: base.Answer, clause: Clause, options: SearchOptions) -> Iterator[Hit]:
    ranked = enumerate(answer.matches, options.offset + 1)
    if not options.highlight or not answer.matches:
        for rank, match in ranked:
            yield _UnreadHit(rank, match)
        return
    from searcher.highlight import Highlighter

    highlighter = Highlighter(clause)
    for rank, match in ranked:
        record = to_record(match.docid, match.stored)
        snippet = highlighter.snippet(record, options.snippet_width)
        yield Hit(rank, match.score, record, snippet, highlighter.title_marks(record))


class _UnreadHit(Late, Hit):
    """A hit whose record is read from its JSON when somebody asks for it: that takes longer than
    many a search, and a run file or a list of docids never does."""

    _match: base.Match

    def __init__(self, rank: int, match: base.Match) -> None:
        self.__dict__.update(rank=rank, score=match.score, _match=match)

    def _find_record(self) -> Record:
        return to_record(self._match.docid, self._match.stored)

    @property
    def docid(self) -> str:
        return self._match.docid

    @property
    def title(self) -> str | None:
        return title_in(self._match.stored)


class _UncountedResults(Late, Results):
    """Results whose total is counted when somebody asks for it."""

    _answer: base.Answer

    def __init__(self, answer: base.Answer, **known: Any) -> None:
        self.__dict__.update(known, _answer=answer)

    def _find_total(self) -> int:
        return self._answer.total


def to_record(docid: str, stored: str) -> Record:
    """The record that an engine stores under a docid."""
    record = Record.from_json(json.loads(stored))
    return record if record.docid == docid else replace(record, assigned=docid)
