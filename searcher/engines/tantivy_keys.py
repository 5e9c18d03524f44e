"""Docids as an index holds them: as a term, and as a number to sort by."""

from __future__ import annotations

import json


def key_of(docid: str) -> str:
    """The docid in characters that any index can hold; different docids have different keys."""
    return json.dumps(docid)[1:-1]


def order_of(docid: str) -> int:
    """A number that orders docids by their first eight bytes."""
    return int.from_bytes(docid.encode("utf-8", "surrogatepass")[:8].ljust(8, b"\0"), "big")
