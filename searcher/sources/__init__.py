"""Walks paths, reads, decompresses and decodes files; knows no formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from searcher.sources.walking import FileStat, Folder, walk, walk_folders

if TYPE_CHECKING:
    from searcher.sources.reading import LINE_LIMIT, PAGE_LIMIT, FileDocument, documents

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


def __getattr__(name: str) -> Any:
    """What reads files is imported when one is read: most runs find that none has changed."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from searcher.sources import reading

    return getattr(reading, name)
