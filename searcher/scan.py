"""What lies under the roots, against what the catalog knows of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from searcher import sources
from searcher.catalog import Catalog
from searcher.errors import InputError, UsageError
from searcher.reports import SyncOptions


class Seen(NamedTuple):
    """One file that has to be read, or is gone.

    mtime: as it is now; id, rev: of its row in the catalog, 0 where there is none; moved:
    whether its records may have been judged by another time than this.
    """

    path: bytes
    mtime: int = 0
    id: int = 0
    rev: int = 0
    moved: bool = False


@dataclass(slots=True)
class Scan:
    """What a sync has to do.

    gone: files of the catalog that are no longer there; failures: what could not be looked at,
    and files known to be unreadable that have not changed since.
    """

    to_read: list[Seen] = field(default_factory=list)
    gone: list[Seen] = field(default_factory=list)
    unchanged: int = 0
    failures: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


_KNOWN = "SELECT path, size, mtime, inode, id, rev, error FROM files"
_BELOW = " WHERE path = ? OR (path >= ? AND path < ?)"

_Known = dict[bytes, tuple[int, int, int, int, int, "str | None"]]


def scan(catalog: Catalog, roots: Sequence[bytes], home: bytes, options: SyncOptions) -> Scan:
    """Look at every file under these absolute, real paths; nothing is read but directories.

    home: the index directory, whose own files are passed over.
    """
    found = Scan()
    known = _known(catalog, roots)
    missing = [root for root in roots if not os.path.lexists(root)]
    _check_missing(missing, known, options)
    unseen = dict(known)
    unlisted: list[bytes] = []

    def failed(error: InputError) -> None:
        unlisted.append(os.fsencode(error.path))
        found.failures.append(error)

    given = [os.fsdecode(root) for root in roots if root not in missing]
    own = os.fsdecode(home) + "/"
    encode, look = os.fsencode, known.get
    for file in sources.walk(given, failed):
        path = encode(file.path)
        was = look(path)
        if was is None:
            if not file.path.startswith(own):
                found.to_read.append(Seen(path, file.mtime_ns))
            continue
        unseen.pop(path, None)
        same = (file.size, file.mtime_ns, file.inode) == was[:3] and not options.verify_content
        if same and was[5] is None:
            found.unchanged += 1
        elif same:
            found.failures.append(InputError(file.path, was[5] or ""))
        else:
            moved = was[0] == -1 or was[1] != file.mtime_ns
            found.to_read.append(Seen(path, file.mtime_ns, was[3], was[4], moved))
    _find_gone(found, roots, known, unseen, unlisted, options)
    return found


def _known(catalog: Catalog, roots: Sequence[bytes]) -> _Known:
    known: _Known = {}
    for root in roots:
        top = root.rstrip(b"/")
        for path, *rest in catalog.rows(_KNOWN + _BELOW, top, top + b"/", top + b"0"):
            known[path] = tuple(rest)
    return known


def _check_missing(missing: list[bytes], known: _Known, options: SyncOptions) -> None:
    for root in missing:
        count = sum(1 for path in known if _is_below(path, root))
        if count and options.prune:
            continue
        hint = f"; the index has {count:,} files of it, --prune removes them" if count else ""
        raise UsageError(f"{os.fsdecode(root)}: no such file or directory{hint}")


def _find_gone(
    found: Scan,
    roots: Sequence[bytes],
    known: _Known,
    unseen: _Known,
    unlisted: list[bytes],
    options: SyncOptions,
) -> None:
    """What is known and was not seen is gone, unless nobody could look, or nobody wants that."""
    if options.prune is False:
        return
    kept: list[bytes] = []
    if options.prune is None:
        for root in roots:
            below = [path for path in known if _is_below(path, root)]
            if below and all(path in unseen for path in below) and below != [root]:
                kept.append(root)
                found.notes.append(
                    f"{os.fsdecode(root)} holds none of the {len(below):,} files that the index "
                    "has of it; they are kept (is a disk missing? --prune removes them)"
                )
    blocked = kept + unlisted
    for path, was in unseen.items():
        if not any(_is_below(path, each) for each in blocked):
            found.gone.append(Seen(path, was[1], was[3], was[4]))


def _is_below(path: bytes, root: bytes) -> bool:
    return path == root or path.startswith(root.rstrip(b"/") + b"/")
