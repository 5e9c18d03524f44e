"""Docids as an index holds them: as a term, as a number to sort by, and in stored JSON."""

from __future__ import annotations

import json
from json.decoder import scanstring  # type: ignore[attr-defined]

_DOCID = '{"docid":"'


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
