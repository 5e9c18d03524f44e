"""A record as the line of JSON that tantivy reads: terms, columns and the stored record.

`stored` comes first and holds only ASCII, so that it can be cut out again without reading the
rest; anything that UTF-8 cannot hold is escaped in it, and so are docids in `key`.
"""

from __future__ import annotations

import json
from itertools import pairwise
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from searcher import analysis, schema
from searcher.engines.tantivy_schema import ABSTRACT, ANY, GLUE
from searcher.engines.values import date_value, field_values
from searcher.record import Record

_HEAD = '{"stored":"'
_DOCID = '{"docid":"'
_COLUMN_CHARS = 200
"""How much of a value is sorted by."""

_compact = json.JSONEncoder(separators=(",", ":")).encode
_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(docid: str, record: Record) -> bytes:
    """The record analysed, as one line of JSON without its end."""
    shape = record.to_json()
    shape["docid"] = docid
    line: dict[str, Any] = {
        "stored": _compact(shape),
        "key": key_of(docid),
        "order": order_of(docid),
    }
    values = field_values(docid, record)
    line["has"] = list(values)
    date = date_value(record)
    if date:
        line["date"] = date
        line["has"].append("date")
    _add_terms(line, values)
    _add_columns(line, record)
    return _line(line).encode("utf-8", "replace")


def stored(encoded: bytes) -> str:
    """The stored JSON inside what `encode` gave."""
    text: str = scanstring(encoded.decode(), len(_HEAD))[0]
    return text


def docid_of(stored: str) -> str:
    """The docid inside stored JSON."""
    docid: str = scanstring(stored, len(_DOCID))[0]
    return docid


def key_of(docid: str) -> str:
    """The docid in characters that any index can hold; different docids have different keys."""
    return json.dumps(docid)[1:-1]


def order_of(docid: str) -> int:
    """A number that orders docids by their first eight bytes."""
    return int.from_bytes(docid.encode("utf-8", "surrogatepass")[:8].ljust(8, b"\0"), "big")


def _add_terms(line: dict[str, Any], values: dict[str, list[str]]) -> None:
    combined: list[str] = []
    outside: list[list[str]] = []
    abstract: list[str] = []
    for name, texts in values.items():
        field = schema.BY_NAME[name]
        if field.kind == "exact":
            line[name] = [analysis.clip(schema.exact_term(name, text)) for text in texts]
            if not field.in_any:
                continue
        elif field.kind == "name":
            line[name] = [" ".join(analysis.words(text)) for text in texts]
            if not field.in_any:
                continue
        analysed = [analysis.terms(text) for text in texts]
        joined = [" ".join(terms) for terms in analysed]
        if name == ABSTRACT:
            abstract = analysed[0]
        elif field.in_any:
            outside += analysed
        if field.kind == "text" and name != ABSTRACT:
            line[name] = joined
        if field.in_any:
            combined += joined
    line[ANY] = combined
    line["outside"] = " ".join(_outside(abstract, outside))


def _outside(abstract: list[str], values: list[list[str]]) -> dict[str, None]:
    """Terms, pairs and triples of these values that the abstract does not hold.

    Where a part of a pair or triple is outside already, the whole need not be named.
    """
    inside = set(abstract)
    text = f" {' '.join(abstract)} "
    found: dict[str, None] = {}
    for terms in values:
        found.update((term, None) for term in terms if term not in inside)
        runs = [[term] if term in inside else [] for term in terms]
        for _ in (2, 3):
            runs = [[*left, right[-1]] if left and right else [] for left, right in pairwise(runs)]
            for place, run in enumerate(runs):
                if run and f" {' '.join(run)} " not in text:
                    found[GLUE.join(run)] = None
                    runs[place] = []
    return found


def _add_columns(line: dict[str, Any], record: Record) -> None:
    if record.title:
        line["sort_title"] = record.title.casefold()[:_COLUMN_CHARS]
    if record.journal:
        line["sort_journal"] = record.journal.casefold()[:_COLUMN_CHARS]
        line["facet_journal"] = record.journal
    if record.keywords:
        line["facet_keywords"] = list(dict.fromkeys(record.keywords))
    if record.publication_types:
        line["facet_type"] = list(dict.fromkeys(record.publication_types))
