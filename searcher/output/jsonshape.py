"""JSON for scripts: the shape that docs/json.md describes, by version."""

from __future__ import annotations

from collections.abc import Iterable
from json import JSONEncoder
from typing import Any, TextIO

from searcher.lazy import lazy_pattern
from searcher.output import Style
from searcher.output.printable import UNSAFE
from searcher.record import Record
from searcher.results import SCHEMA_VERSION, Hit, Results, Snippet

_encode = JSONEncoder(ensure_ascii=False, check_circular=False).encode
_UNSAFE = lazy_pattern(f"[{UNSAFE}]")


def encode(value: Any) -> str:
    """A value as JSON on one line; what is unsafe on a terminal is escaped."""
    text: str = _encode(value)
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def record_shape(record: Record, style: Style) -> dict[str, Any]:
    """The record's flat object, or of it what `style.fields` names."""
    shape = record.to_json()
    if style.fields:
        return {name: shape[name] for name in style.fields if name in shape}
    return shape


def hit_shape(hit: Hit, style: Style) -> dict[str, Any]:
    """rank, score, the record's keys, the marks of its title, and its snippet."""
    ranking: dict[str, Any] = {"rank": hit.rank, "score": hit.score}
    marking: dict[str, Any] = {
        "title_marks": [list(place) for place in hit.title_marks],
        "snippet": _snippet_shape(hit.snippet),
    }
    if style.fields:
        shape = {**ranking, **marking, **hit.record.to_json()}
        return {name: shape[name] for name in style.fields}
    return {**ranking, **hit.record.to_json(), **marking}


def write_results(results: Results, stream: TextIO, style: Style) -> None:
    """One object; its hits one a line."""
    about: dict[str, Any] = {
        "schema": SCHEMA_VERSION,
        "query": results.query,
        "reading": results.reading,
        "total": results.total,
        "offset": results.offset,
        "seconds": round(results.seconds, 6),
        "warnings": results.warnings,
        "suggestions": results.suggestions,
        "facets": {
            name: [{"value": value, "count": count} for value, count in counts]
            for name, counts in results.facets.items()
        },
    }
    if results.explanation is not None:
        about["explanation"] = results.explanation
    lines = (f'"{key}": {encode(value)},\n' for key, value in about.items())
    stream.write("{" + " ".join(lines))
    _write_list("hits", (hit_shape(hit, style) for hit in results.hits), stream)


def write_records(records: Iterable[Record], stream: TextIO, style: Style) -> None:
    """One object; its records one a line."""
    stream.write(f'{{"schema": {SCHEMA_VERSION},\n')
    _write_list("records", (record_shape(record, style) for record in records), stream)


def _write_list(key: str, shapes: Iterable[dict[str, Any]], stream: TextIO) -> None:
    stream.write(f' "{key}": [')
    between = "\n  "
    for shape in shapes:
        stream.write(between + encode(shape))
        between = ",\n  "
    stream.write("]}\n")


def _snippet_shape(snippet: Snippet | None) -> dict[str, Any] | None:
    if snippet is None:
        return None
    return {
        "field": snippet.field,
        "text": snippet.text,
        "marks": [list(place) for place in snippet.marks],
        "cut_before": snippet.cut_before,
        "cut_after": snippet.cut_after,
    }
