"""Walks paths, reads, decompresses and decodes files; knows no formats."""

from __future__ import annotations

from searcher.sources.reading import LINE_LIMIT, PAGE_LIMIT, FileDocument, documents
from searcher.sources.walking import FileStat, Folder, walk, walk_folders

__all__ = [
    "LINE_LIMIT",
    "PAGE_LIMIT",
    "FileDocument",
    "FileStat",
    "Folder",
    "documents",
    "walk",
    "walk_folders",
]
