"""An index that was moved together with the files it was built from: their paths follow it.

Paths are shown, and records named, from the directory in which the index lies; so after such a
move nothing of a record has changed, and nothing need be read.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from searcher.catalog import Catalog
from searcher.catalog.paths import is_below


def follow(catalog: Catalog, base: bytes) -> str | None:
    """Let the catalog's paths follow an index that now lies in `base`, where they have moved with
    it; says so in one line."""
    before = catalog.base
    roots = catalog.roots()
    if moved_roots(roots, before, base) == roots:
        return None
    files = catalog.rows("SELECT path, via, id FROM files")
    if len({_moved(path, before, base) for path, _, _ in files}) < len(files):
        return None  # some are known at their new place already
    folders = catalog.rows("SELECT path FROM folders")
    catalog.begin()
    catalog.change("state", [("base", base)])
    catalog.change(
        "move file",
        [(_moved(path, before, base), via and _moved(via, before, base), id)
         for path, via, id in files],
    )  # fmt: skip
    catalog.change("move folder", [(_moved(path, before, base), path) for (path,) in folders])
    catalog.change("move root", [(_moved(path, before, base), path) for path in roots])
    catalog.commit()
    return f"the index and its files have moved from {os.fsdecode(before)}"


def moved_roots(roots: Sequence[bytes], before: bytes, base: bytes) -> list[bytes]:
    """The paths where they are now: moved if all of those below `before` have moved to `base`."""
    inside = [root for root in roots if _moved(root, before, base) != root]
    gone = not any(os.path.lexists(root) for root in inside)
    if gone and all(os.path.lexists(_moved(root, before, base)) for root in inside):
        return [_moved(root, before, base) for root in roots]
    return list(roots)


def _moved(path: bytes, before: bytes, base: bytes) -> bytes:
    top, new = before.rstrip(b"/"), base.rstrip(b"/")
    return new + path[len(top) :] if is_below(path, before) else path
