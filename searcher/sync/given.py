"""What somebody gives to be indexed: paths, and the name of a format."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from searcher.catalog.paths import is_below
from searcher.errors import UsageError
from searcher.storage.layout import is_index

Given = str | Path | Iterable[str | Path]


def paths_of(given: Given) -> list[str | Path]:
    """The paths that are given; one alone is itself, not its letters."""
    if isinstance(given, (str, bytes, os.PathLike)):
        return [given]
    return list(given)


def roots_of(given: Given, there: bool) -> list[bytes]:
    """Absolute, real paths, each once, without those that lie below another one of them.

    there: whether there is an index, which may know a path that does not exist any more;
    otherwise UsageError is raised for one, as for one that is an index.
    """
    roots = [os.fsencode(os.path.realpath(path)) for path in paths_of(given)]
    for root in roots:
        if not there and not os.path.lexists(root):
            raise UsageError(f"{os.fsdecode(root)}: no such file or directory")
        if is_index(os.fsdecode(root)):
            raise UsageError(
                f"{os.fsdecode(root)} is an index of searcher; name the files that it was built "
                "from, and the index with --index"
            )
    kept: list[bytes] = []
    for root in sorted(set(roots), key=lambda root: (root.count(b"/"), root)):
        if not any(is_below(root, top) for top in kept):
            kept.append(root)
    return kept


def format_named(name: str | None) -> str | None:
    """The format that is meant; raises UsageError for one that is not known."""
    if name is None:
        return None
    from searcher.formats import named

    return named(name)
