"""A record as the line of JSON that tantivy reads: terms, columns and the stored record.

`stored` comes first and holds only ASCII, so that it can be cut out again without reading the
rest; anything that UTF-8 cannot hold is escaped in it, and so are docids in `key`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from searcher import analysis, schema
from searcher.engines.tantivy_keys import key_of, order_of
from searcher.engines.tantivy_schema import ABSTRACT, ANY, DATE, GLUE, HAS, OUTSIDE
from searcher.engines.values import date_value, field_values
from searcher.record import Record

_HEAD = '{"stored":"'
_COLUMN_CHARS = 200
"""How much of a value is sorted by."""

_KINDS = {field.name: (field.kind, field.in_any) for field in schema.FIELDS}
_EXACT = {field.name for field in schema.FIELDS if field.kind == "exact"}
_IS_ANALYSED = {name: kind != "exact" or in_any for name, (kind, in_any) in _KINDS.items()}

_compact = json.JSONEncoder(separators=(",", ":")).encode
_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(docid: str, record: Record) -> bytes:
    """The record analysed, as one line of JSON without its end."""
    shape = record.to_json()
    shape["docid"] = docid
    values = field_values(docid, record)
    line = {"key": key_of(docid), "order": order_of(docid), **_columns(record, values)}
    # In compact ASCII only these two need be escaped, and in terms nothing.
    text = _compact(shape).replace("\\", "\\\\").replace('"', '\\"')
    terms = "".join(f',"{name}":["{each}"]' for name, each in _terms(values))
    return f'{_HEAD}{text}",{_line(line)[1:-1]}{terms}}}'.encode("utf-8", "replace")


def stored(encoded: bytes) -> str:
    """The stored JSON inside what `encode` gave."""
    text: str = scanstring(encoded.decode(), len(_HEAD))[0]
    return text


def _terms(values: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Fields of terms, each value's joined by spaces, the values with quotes between."""
    names = [name for name, each in values.items() if _IS_ANALYSED[name] for _ in each]
    texts = [text for name, each in values.items() if _IS_ANALYSED[name] for text in each]
    abstract: list[str] = []
    outside: list[list[str]] = []
    combined: list[str] = []
    own: dict[str, list[str]] = {}
    for name, (words, terms) in zip(names, analysis.words_and_terms(texts), strict=True):
        kind, in_any = _KINDS[name]
        joined = " ".join(terms)
        if in_any:
            combined.append(joined)
            if name == ABSTRACT:
                abstract = terms
                continue
            outside.append(terms)
        if kind == "text":
            own.setdefault(name, []).append(joined)
        elif kind == "name":
            own.setdefault(name, []).append(" ".join(words))
    own[ANY] = combined
    own[OUTSIDE] = [" ".join(_outside(abstract, outside))]
    return ((name, '","'.join(each)) for name, each in own.items())


def _outside(abstract: list[str], values: list[list[str]]) -> dict[str, None]:
    """Terms, pairs and triples of these values that the abstract does not hold.

    Where a part of a pair or triple is outside already, the whole need not be named.
    """
    terms = dict.fromkeys(chain.from_iterable(values))
    outer = set(terms).difference(abstract)
    found = {term: None for term in terms if term in outer}
    text = f" {' '.join(abstract)} "
    for value in values:
        before, last, pair = "", "", False
        for term in value:
            if term in outer:
                last, pair = "", False
                continue
            two = f"{last} {term}"
            if last and f" {two} " not in text:
                found[f"{last}{GLUE}{term}"] = None
                pair = False
            elif pair and f" {before} {two} " not in text:
                found[f"{before}{GLUE}{last}{GLUE}{term}"] = None
            else:
                pair = bool(last)
            before, last = last, term
    return found


def _columns(record: Record, values: dict[str, list[str]]) -> dict[str, Any]:
    """What is looked up, sorted by or counted as a whole."""
    columns: dict[str, Any] = {HAS: list(values)}
    for name in (each for each in values if each in _EXACT):
        exact = (schema.exact_term(name, value) for value in values[name])
        columns[name] = [analysis.clip(value) for value in exact]
    date = date_value(record)
    if date:
        columns[DATE] = date
        columns[HAS].append(DATE)
    if record.title:
        columns["sort_title"] = record.title.casefold()[:_COLUMN_CHARS]
    if record.journal:
        columns["sort_journal"] = record.journal.casefold()[:_COLUMN_CHARS]
        columns["facet_journal"] = record.journal
    if record.keywords:
        columns["facet_keywords"] = list(dict.fromkeys(record.keywords))
    if record.publication_types:
        columns["facet_type"] = list(dict.fromkeys(record.publication_types))
    return columns
