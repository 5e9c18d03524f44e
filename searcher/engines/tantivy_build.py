"""Queries made of queries, as flat as they can be: a nested query is slower than its parts."""

from __future__ import annotations

from tantivy import Occur, Query

Part = tuple[Occur, Query]
MUST, SHOULD, NOT = Occur.Must, Occur.Should, Occur.MustNot


def boolean(parts: list[Part]) -> Query:
    if len(parts) == 1 and parts[0][0] != NOT:
        return parts[0][1]
    return Query.boolean_query(parts)


def any_of(queries: list[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return boolean([(SHOULD, each) for each in queries])


def all_of(queries: list[Query]) -> Query:
    return boolean([(MUST, each) for each in queries])


def without(query: Query, excluded: Query | None) -> Query:
    return query if excluded is None else boolean([(MUST, query), (NOT, excluded)])


def boost(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)
