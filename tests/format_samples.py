"""The golden samples of the structured formats, and reading them from memory."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import cast

from searcher.document import Document
from searcher.formats import FORMATS, parse
from searcher.record import FIELD_NAMES, Record
from searcher.sources import FileDocument

DATA = Path(__file__).parent / "data" / "formats"
GOLDEN = sorted(path for path in DATA.iterdir() if not path.name.endswith(".expected.json"))
STRUCTURED = [name for name in FORMATS if name not in ("page", "html", "plain")]


def as_document(text: str | bytes, path: str = "memory") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return cast(Document, FileDocument(path, lambda: BytesIO(data), data[: 64 << 10], "utf-8"))


def records(document: Document, as_format: str | None = None) -> list[Record]:
    return [each for each in parse(document, as_format) if isinstance(each, Record)]


def carried(record: Record) -> dict[str, object]:
    """The record in JSON, only what it carries."""
    shape = record.to_json()
    return {name: shape[name] for name in FIELD_NAMES if shape[name]}
