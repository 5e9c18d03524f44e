"""A record as the line of JSON that tantivy reads: terms, columns and the stored record.

`stored` comes first and holds only ASCII, so that it can be cut out again without reading the
rest; anything that UTF-8 cannot hold is escaped in it, and so are docids in `key`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.encoder import encode_basestring as quoted
from json.encoder import encode_basestring_ascii as quoted_ascii
from operator import attrgetter
from typing import Any

from searcher import analysis, schema
from searcher.engines.tantivy_keys import key_of, order_of
from searcher.engines.tantivy_schema import ABSTRACT, ANY, DATE, GLUE, HAS, KEY, ORDER, OUTSIDE
from searcher.engines.values import date_value, field_values
from searcher.record import FIELD_NAMES, Record

_HEAD = '{"stored":"'
_SHAPE = ",".join(rf"\"{name}\":%s" for name in ("docid", *FIELD_NAMES))
_SOURCE = ",".join(rf"\"{name}\":%s" for name in ("path", "ordinal", "format"))
_STORED = rf"{{{_SHAPE},\"source\":{{{_SOURCE}}}}}"
_stored_fields = attrgetter(*FIELD_NAMES, "source.path", "source.ordinal", "source.format")
_COLUMN_CHARS = 200
"""How much of a value is sorted by."""

_EXACT = {field.name for field in schema.FIELDS if field.kind == "exact"}
_AUTHOR = "author"
_OTHERS = {field.name for field in schema.FIELDS if field.in_any} - {ABSTRACT, _AUTHOR}
_BODY = "body"


def encode(docid: str, record: Record) -> bytes:
    """The record analysed, as one line of JSON without its end."""
    values = field_values(docid, record)
    columns = "".join(_columns(docid, record, values))
    terms = "".join(_terms(values))
    return f'{_HEAD}{_stored(docid, record)}"{columns}{terms}}}'.encode("utf-8", "replace")


def stored(encoded: bytes) -> str:
    """The stored JSON inside what `encode` gave."""
    text: str = scanstring(encoded.decode(), len(_HEAD))[0]
    return text


def _stored(docid: str, record: Record) -> str:
    """`Record.to_json` under this docid in compact ASCII, as the inner part of a string in JSON.

    Written by hand: to encode it, and then that text, takes three times as long.
    """
    values = (docid, *_stored_fields(record))
    return _STORED % tuple(
        ["null" if value is None else _WRITERS[value.__class__](value) for value in values]
    )


def _text(value: str) -> str:
    text = quoted_ascii(value)
    if len(text) == len(value) + 2:
        return rf"\"{value}\""  # nothing in it needs be escaped, not even once
    return text.replace("\\", "\\\\").replace('"', r"\"")


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: _text,
    int: str,
    tuple: lambda texts: f"[{','.join(map(_text, texts))}]",
}


def _terms(values: dict[str, list[str]]) -> Iterator[str]:
    """Fields of terms, each value's joined by spaces, as pieces of JSON.

    In terms nothing needs be escaped; what there is too much of spaces, tantivy ignores.
    """
    names = [name for name in values if name in _OTHERS]
    others = [text for name in names for text in values[name]]
    texts = (values.get(ABSTRACT, ()), others, values.get(_AUTHOR, ()), values.get(_BODY, ()))
    (_, abstract), (_, other), (names_words, names_terms), (_, body) = analysis.marked(texts)
    other_text = _listed(other)
    each = other_text.split(_NEXT)
    end = 0
    for name in names:
        start, end = end, end + len(values[name])
        if name not in _EXACT:
            yield f',"{name}":["{_NEXT.join(each[start:end])}"]'
    if names_words:
        forms = _listed(names_words)
        each = forms.split(_NEXT)
        yield f',"{_AUTHOR}":["{forms}"]'
        yield f',"first_author":["{_NEXT.join(each[: len(values["first_author"])])}"]'
        yield f',"last_author":["{_NEXT.join(each[-len(values["last_author"]) :])}"]'
    if body:
        yield f',"{_BODY}":["{_listed(body)}"]'
    abstract_text = " ".join(abstract)
    yield f',"{ANY}":["{_NEXT.join((abstract_text, other_text, _listed(names_terms)))}"]'
    outside = _outside(abstract, abstract_text, [*other, analysis.MARK, *names_terms])
    yield f',"{OUTSIDE}":["{" ".join(outside)}"]'


_NEXT = '","'
"""What stands between two texts in a list in JSON."""


def _listed(words: list[str]) -> str:
    """Words with marks between the values as the inner part of a list in JSON."""
    return " ".join(words).replace(analysis.MARK, _NEXT)


def _outside(abstract: list[str], text: str, others: list[str]) -> Iterable[str]:
    """Terms, pairs and triples of these values, with marks between, that the abstract does not
    hold; `text` is the abstract's terms with spaces between.

    Where a part of a pair or triple is outside already, the whole need not be named.
    """
    outer = set(others)
    outer.difference_update(abstract)
    found = dict.fromkeys(term for term in others if term in outer)
    text = f" {text} "
    run, last, before = 0, "", ""  # how many terms up to this one are inside, and those before it
    for term in others:
        if term in outer:
            run = 0
            continue
        run += 1
        if run > 1 and f" {last} {term} " not in text:
            found[f"{last}{GLUE}{term}"] = None
            run = 1
        elif run > 2 and f" {before} {last} {term} " not in text:
            found[f"{before}{GLUE}{last}{GLUE}{term}"] = None
        last, before = term, last
    found.pop(analysis.MARK, None)
    return found


def _columns(docid: str, record: Record, values: dict[str, list[str]]) -> Iterator[str]:
    """What is looked up, sorted by or counted as a whole, as pieces of JSON."""
    date = date_value(record)
    has = [*values, DATE] if date else values
    yield f',"{KEY}":{quoted(key_of(docid))},"{ORDER}":{order_of(docid)}'
    yield f',"{HAS}":["{_NEXT.join(has)}"]'
    for name, texts in values.items():
        if name in _EXACT:
            yield _list(name, [analysis.clip(schema.exact_term(name, text)) for text in texts])
    if date:
        yield f',"{DATE}":{date}'
    if record.title:
        yield f',"sort_title":{quoted(record.title.casefold()[:_COLUMN_CHARS])}'
    if record.journal:
        yield f',"sort_journal":{quoted(record.journal.casefold()[:_COLUMN_CHARS])}'
        yield f',"facet_journal":{quoted(record.journal)}'
    if record.keywords:
        yield _list("facet_keywords", dict.fromkeys(record.keywords))
    if record.publication_types:
        yield _list("facet_type", dict.fromkeys(record.publication_types))


def _list(name: str, values: Iterable[str]) -> str:
    return f',"{name}":[{",".join(map(quoted, values))}]'
