"""What lies under the roots, against what the catalog knows of it."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from searcher import sources
from searcher.catalog import Catalog
from searcher.errors import InputError, UsageError
from searcher.options import SyncOptions


class Seen(NamedTuple):
    """One file that has to be read, or is gone.

    mtime, size: as it is now; id, rev: of its row in the catalog, 0 where there is none; moved:
    whether its records may have been judged by another time than this.
    """

    path: bytes
    mtime: int = 0
    id: int = 0
    rev: int = 0
    moved: bool = False
    size: int = 0


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
    known_failures: dict[bytes, str] = field(default_factory=dict)


_BELOW = "FROM files WHERE (path = ? OR (path >= ? AND path < ?))"

_Row = tuple[bytes, int, int, int]


def scan(catalog: Catalog, roots: Sequence[bytes], home: bytes, options: SyncOptions) -> Scan:
    """Look at every file under these absolute, real paths; nothing is read but directories.

    home: the index directory, whose own files are passed over.
    """
    found = Scan()
    # Hundreds of thousands of small tuples come and stay: nothing there to collect.
    gc.disable()
    try:
        known, counts = _known(catalog, roots)
        found.known_failures = _known_failures(catalog, roots)
        given = _present(roots, counts, options)
        changed, unlisted = _look(found, known, given, home + b"/", options)
        _add_known(found, catalog, changed, known)
        if options.prune is not False and known:
            gone = _gone(found, counts, known, unlisted, guard=options.prune is None)
            found.gone = [_seen(catalog, path) for path in gone]
    finally:
        gc.enable()
    return found


def _known_failures(catalog: Catalog, roots: Sequence[bytes]) -> dict[bytes, str]:
    sql = f"SELECT path, error {_BELOW} AND error IS NOT NULL"
    return {path: error for root in roots for path, error in catalog.rows(sql, *_bounds(root))}


def _bounds(root: bytes) -> tuple[bytes, bytes, bytes]:
    top = root.rstrip(b"/")
    return top, top + b"/", top + b"0"


def _known(catalog: Catalog, roots: Sequence[bytes]) -> tuple[dict[bytes, _Row], dict[bytes, int]]:
    """The rows of all files below the roots by path, and how many there are of each root."""
    known: dict[bytes, _Row] = {}
    counts: dict[bytes, int] = {}
    for root in roots:
        # Row by row is three times as fast as through the index of paths, where most are wanted.
        most = 4 * catalog.files_below(root) > catalog.count("files")
        source = _BELOW.replace("files", "files NOT INDEXED") if most else _BELOW
        rows = catalog.rows(f"SELECT path, size, mtime, inode {source}", *_bounds(root))
        known.update(zip(map(itemgetter(0), rows), rows, strict=True))
        counts[root] = len(rows)
    return known, counts


def _present(roots: Sequence[bytes], counts: dict[bytes, int], options: SyncOptions) -> list[bytes]:
    """The roots that are there; raises UsageError for another one, unless it may be pruned."""
    there = []
    for root in roots:
        if os.path.lexists(root):
            there.append(root)
        elif not (counts[root] and options.prune):
            hint = f"; the index has {counts[root]:,} files of it, --prune removes them"
            raise UsageError(
                f"{os.fsdecode(root)}: no such file or directory{hint if counts[root] else ''}"
            )
    return there


def _look(
    found: Scan, known: dict[bytes, _Row], given: list[bytes], own: bytes, options: SyncOptions
) -> tuple[list[Seen], list[bytes]]:
    """Take what is seen out of `known`; those not as they were, and what could not be seen."""
    changed: list[Seen] = []
    unlisted: list[bytes] = []

    def failed(error: InputError) -> None:
        unlisted.append(os.fsencode(error.path))
        found.failures.append(error)

    take, read_all = known.pop, options.verify_content
    unchanged = 0
    for path, info in sources.walk_bytes(given, failed):
        was = take(path, None)
        if was is None:
            if not path.startswith(own):
                found.to_read.append(Seen(path, info.st_mtime_ns, size=info.st_size))
        elif (
            was[1] != info.st_size
            or was[2] != info.st_mtime_ns
            or was[3] != info.st_ino
            or read_all
        ):
            moved = was[1] == -1 or was[2] != info.st_mtime_ns
            changed.append(Seen(path, info.st_mtime_ns, moved=moved, size=info.st_size))
        else:
            unchanged += 1
    found.unchanged = unchanged
    return changed, unlisted


def _add_known(
    found: Scan, catalog: Catalog, changed: list[Seen], unseen: dict[bytes, _Row]
) -> None:
    """What has to be read again, and what could not be read and is as it was."""
    for each in changed:
        row = _seen(catalog, each.path)
        found.to_read.append(each._replace(id=row.id, rev=row.rev))
    found.to_read.sort()
    reading = {each.path for each in changed}
    for path, error in found.known_failures.items():
        if path not in reading and path not in unseen:
            found.failures.append(InputError(os.fsdecode(path), error))
            found.unchanged -= 1


def _seen(catalog: Catalog, path: bytes) -> Seen:
    row = catalog.file(path)
    assert row is not None
    return Seen(path, row.mtime, row.id, row.rev)


def _gone(
    found: Scan,
    counts: dict[bytes, int],
    unseen: dict[bytes, _Row],
    unlisted: list[bytes],
    guard: bool,
) -> list[bytes]:
    """What is known and was not seen, unless nobody could look.

    guard: a root of which nothing at all was seen is left alone, and noted.
    """
    blocked = list(unlisted)
    for root, count in counts.items():
        below = sum(1 for path in unseen if _is_below(path, root))
        if guard and count and below == count and root not in unseen:
            blocked.append(root)
            found.notes.append(
                f"{os.fsdecode(root)} holds none of the {count:,} files that the index has of "
                "it; they are kept (is a disk missing? --prune removes them)"
            )
    return [path for path in unseen if not any(_is_below(path, each) for each in blocked)]


def _is_below(path: bytes, root: bytes) -> bool:
    return path == root or path.startswith(root.rstrip(b"/") + b"/")
