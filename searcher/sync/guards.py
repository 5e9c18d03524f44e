"""What is out of sight and yet not gone: the files of a disk that may not be there."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

from searcher.catalog import Catalog
from searcher.catalog.paths import above, is_below
from searcher.sync.look import NOWHERE, Look


def guarded(
    catalog: Catalog, look: Look, roots: Sequence[bytes], missing: Collection[bytes]
) -> dict[bytes, str]:
    """Folders below which nothing that is missing may be taken for gone, and what to say of each.

    A root of which nothing at all was seen, and an empty folder where another disk was before.
    """
    found: dict[bytes, str] = {}
    for root in roots:
        count = _count(missing, root)
        if count and root not in missing and _sees_nothing(catalog, look, root):
            found[root] = (
                f"{os.fsdecode(root)} holds none of the {catalog.files_below(root):,} files that "
                "the index has of it; they are kept (is a disk missing? --prune removes them)"
            )
    for folder in sorted({above(path) for path in missing}):
        if any(is_below(folder, each) for each in found):
            continue
        place = _where_a_disk_was(look, folder)
        if place is not None:
            found[place] = (
                f"{os.fsdecode(place)} is empty, and was on another disk when it held "
                f"{_count(missing, place):,} files; they are kept (--prune removes them)"
            )
    return found


def _count(paths: Collection[bytes], root: bytes) -> int:
    return sum(1 for path in paths if is_below(path, root))


def _sees_nothing(catalog: Catalog, look: Look, root: bytes) -> bool:
    """Whether of all that the catalog has below a root nothing was seen, nor other files on the
    same disk in its place."""
    before = {device for path, (device, _) in look.before.items() if is_below(path, root)}
    if any(
        listed.filled and listed.device in before and is_below(path, root)
        for path, listed in look.folders.items()
    ):
        return False
    return not any(is_below(path, root) and catalog.file(path) for path in look.files)


def _where_a_disk_was(look: Look, folder: bytes) -> bytes | None:
    """The nearest folder at or above this one, where it is empty and not on the disk that this
    one was on."""
    was, now = look.before.get(folder), look.device_above(folder)
    if was is None or now is None or was[0] in (NOWHERE, now[1]):
        return None
    return now[0] if look.is_empty(now[0]) else None
