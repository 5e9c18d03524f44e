"""The schema in Whoosh's table of contents: what any program that opens the index with Whoosh
sees of our fields. Our own reading never looks at it.

Each field of `searcher.schema` is there under its name; `any` is all words of a record. What a
record stores stands under the names of its JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Analyzer, Token
from whoosh.columns import NumericColumn
from whoosh.fields import ID, STORED, TEXT, FieldType, Schema

from searcher import analysis
from searcher.record import FIELD_NAMES
from searcher.schema import ANY, FIELDS, Field, exact_term


def whoosh_schema() -> Schema:
    """Our fields as Whoosh's: `text` and `name` scored, with positions; `exact` not."""
    # The provenance of values and an assigned docid are not in a record's JSON.
    stored = {"docid", *FIELD_NAMES, "source"}
    found: dict[str, FieldType] = {name: STORED() for name in stored}
    for field in (*FIELDS, Field(ANY, "text")):
        if field.kind == "exact":
            found[field.name] = ID(analyzer=Terms(field), stored=field.name in stored)
        elif field.name == "date":
            found[field.name] = Date()
        elif field.kind != "date":
            found[field.name] = TEXT(
                analyzer=Terms(field), stored=field.name in stored, multitoken_query="phrase"
            )
    return Schema(**found)


class Date(STORED):  # type: ignore[misc]
    """A stored date that hits can be sorted by: as the number yyyymmdd, 0 where there is none."""

    column_type = NumericColumn("i")

    def from_column_value(self, value: int) -> int:
        return value


class Terms(Analyzer):  # type: ignore[misc]
    """Our analysis of a field's text, for Whoosh's query parser and highlighter."""

    def __init__(self, field: Field) -> None:
        self._name = field.name
        self._kind = field.kind

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        for each in self._tokens(value):
            token = Token(positions=True, chars=True, mode=options.get("mode", ""))
            token.text = token.original = each.term
            token.pos, token.startchar, token.endchar = each.position, each.start, each.end
            token.boost, token.stopped = 1.0, False
            yield token

    def _tokens(self, value: str) -> Iterator[analysis.Token]:
        if self._kind == "exact":
            term = analysis.clip(exact_term(self._name, value).replace("\0", " "))
            return iter([analysis.Token(term, 0, 0, len(value))])
        return analysis.tokens(value, stemmed=self._kind == "text")
