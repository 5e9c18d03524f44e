"""Records with the evidence behind each of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from searcher.output import Style
from searcher.output.jsonshape import encode
from searcher.output.layout import shorten
from searcher.output.printable import printable
from searcher.record import FIELD_NAMES, Evidence, Record


def write_provenance(records: Iterable[Record], format: str, stream: TextIO, style: Style) -> None:
    """Each record's fields with rule, lines and confidence: text, or JSON with a key more."""
    if format == "text":
        for record in records:
            stream.writelines(line + "\n" for line in _text(record, style))
        return
    shapes = ({**record.to_json(), "provenance": _shape(record)} for record in records)
    if format == "jsonl":
        stream.writelines(encode(shape) + "\n" for shape in shapes)
    else:
        stream.write(encode({"schema": 1, "records": list(shapes)}) + "\n")


def _shape(record: Record) -> dict[str, Any]:
    return {
        name: {
            "rule": found.rule,
            "lines": list(found.lines) if found.lines else None,
            "confidence": found.confidence,
        }
        for name, found in record.provenance.items()
    }


def _text(record: Record, style: Style) -> Iterator[str]:
    source = record.source
    yield printable(f"{source.path}#{source.ordinal} ({source.format})")
    for name in FIELD_NAMES:
        value = getattr(record, name)
        if not value:
            continue
        found = record.provenance.get(name, Evidence("unknown", None, 0.0))
        lines = "" if found.lines is None else f"{found.lines[0]}-{found.lines[1]}"
        shown = "; ".join(value) if isinstance(value, tuple) else str(value)
        lead = f"  {name:<18}{found.rule:<24}{lines:>9} {found.confidence:4.2f}  "
        yield lead + printable(shorten(shown.replace("\n", " "), max(10, style.width - len(lead))))
    yield ""
