"""Walks paths, reads, decompresses and decodes files; knows no formats."""

from __future__ import annotations

from searcher.sources.reading import LINE_LIMIT, PAGE_LIMIT, FileDocument, documents
from searcher.sources.walking import FileStat, walk, walk_bytes

__all__ = [
    "LINE_LIMIT",
    "PAGE_LIMIT",
    "FileDocument",
    "FileStat",
    "documents",
    "walk",
    "walk_bytes",
]
