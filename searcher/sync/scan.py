"""What lies under the roots, against what the catalog knows of it."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from searcher.catalog import Catalog
from searcher.catalog.paths import above, bounds, is_below
from searcher.errors import InputError, UsageError
from searcher.options import SyncOptions
from searcher.sync.guards import guarded
from searcher.sync.look import NOWHERE, Look, Plain, Seen, look_at
from searcher.sync.parts import Stamp, unread
from searcher.sync.renames import paired

FolderRow = tuple[bytes, int, "bytes | None"]
"""Path, device, and digest of the listing where all files in it are as the catalog has them."""


@dataclass(slots=True)
class Scan:
    """What a sync has to do.

    gone: files of the catalog that are no longer there; failures: what could not be looked at,
    and files known to be unreadable that have not changed since. unsettled: the folders of all
    files to read and gone; folders, left: rows of folders to write and to drop when all is done.
    missing: roots that are not there, and not to be remembered.
    """

    to_read: list[Seen] = field(default_factory=list)
    gone: list[Seen] = field(default_factory=list)
    unchanged: int = 0
    failures: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unsettled: list[tuple[bytes, int]] = field(default_factory=list)
    folders: list[FolderRow] = field(default_factory=list)
    left: list[bytes] = field(default_factory=list)
    missing: list[bytes] = field(default_factory=list)


def scan(catalog: Catalog, roots: Sequence[bytes], home: bytes, options: SyncOptions) -> Scan:
    """Look at every file under these absolute, real paths; nothing is read but directories.

    home: the index directory, whose own files are passed over.
    """
    # Hundreds of thousands of small tuples come and stay: nothing there to collect.
    gc.disable()
    try:
        present = _present(catalog, roots, options)
        look = look_at(catalog, roots, present, home, options.verify_content)
        missing = [root for root in roots if root not in present]
        found = Scan(unchanged=look.unchanged, failures=list(look.failures), missing=missing)
        linked = catalog.rows("SELECT path FROM files WHERE via IS NOT NULL LIMIT 1")
        unseen: set[bytes] = set()
        if linked or present != roots or not look.nothing_new:
            unseen = _Comparison(catalog, roots, look, options).into(found)
        _add_known_failures(found, catalog, roots, unseen)
    finally:
        gc.enable()
    return found


def _present(catalog: Catalog, roots: Sequence[bytes], options: SyncOptions) -> list[bytes]:
    """The roots that are there; raises UsageError for another one, unless it may be pruned."""
    there = []
    for root in roots:
        if os.path.lexists(root):
            there.append(root)
            continue
        count = catalog.files_below(root)
        if not (count and options.prune):
            hint = f"; the index has {count:,} files of it, --prune removes them"
            raise UsageError(
                f"{os.fsdecode(root)}: no such file or directory{hint if count else ''}"
            )
    return there


def _add_known_failures(
    found: Scan, catalog: Catalog, roots: Sequence[bytes], unseen: set[bytes]
) -> None:
    """Files that could not be read, and are as they were."""
    other = unseen.union(seen.path for seen in found.to_read)
    sql = """SELECT path, error, format, via FROM files INDEXED BY files_unread
        WHERE error IS NOT NULL"""
    for path, error, format, via in catalog.rows(sql):
        if path not in other and any(is_below(via or path, root) for root in roots):
            found.failures.append(unread(os.fsdecode(path), error, format))
            found.unchanged -= 1


class _Comparison:
    """Files as they were listed against files as the catalog has them."""

    def __init__(
        self, catalog: Catalog, roots: Sequence[bytes], look: Look, options: SyncOptions
    ) -> None:
        self._catalog = catalog
        self._roots = roots
        self._look = look
        self._options = options
        # Path to stamp; in the end, of what was not seen.
        self._known = self._rows()

    def _rows(self) -> dict[bytes, Plain]:
        known: dict[bytes, Plain] = {}
        catalog, same = self._catalog, self._look.same
        for root in self._roots:
            # Row by row is three times as fast as through the index of paths, where most are
            # wanted.
            most = 4 * catalog.files_below(root) > catalog.count("files")
            source = "files NOT INDEXED" if most else "files"
            sql = (
                f"SELECT path, size, mtime, inode FROM {source} "
                "WHERE path = ? OR (path >= ? AND path < ?)"
            )
            linked = "SELECT path, size, mtime, inode FROM files WHERE via = ?"
            rows = chain(catalog.rows(sql, *bounds(root)), catalog.rows(linked, root))
            for path, *stamp in rows:
                if above(path) not in same:
                    known[path] = tuple(stamp)
        for path in self._look.via.keys() - known.keys():
            row = catalog.file(path)
            if row is not None:
                known[path] = row.size, row.mtime, row.inode
        return known

    def into(self, found: Scan) -> set[bytes]:
        """Say what has to be done; returns what was not seen."""
        look, known = self._look, self._known
        for path, now in look.files.items():
            was = known.pop(path, None)
            if was == now and not self._options.verify_content:
                found.unchanged += 1
            else:
                found.to_read.append(self._to_read(path, now, was))
        found.to_read.sort()
        unsettled = {above(path) for path in known}
        unsettled.update(above(seen.path) for seen in found.to_read)
        self._settle_lost(found)
        self._settle_folders(found, unsettled)
        return set(known)

    def _to_read(self, path: bytes, now: Plain, was: Plain | None) -> Seen:
        stamp, via = Stamp._make(now), self._look.via.get(path)
        if was is None:
            return Seen(path, stamp, via=via)
        row = self._catalog.file(path)
        assert row is not None
        return Seen(path, stamp, Stamp._make(was), row.id, row.rev, via=row.via and via)

    def _settle_folders(self, found: Scan, unsettled: set[bytes]) -> None:
        """Which rows of folders are to be written, and which are of no use any more."""
        before, folders = self._look.before, self._look.folders
        found.unsettled = [
            (path, folders[path].device if path in folders else NOWHERE)
            for path in sorted(unsettled)
        ]
        kept = {above(path) for path in self._known.keys() - {seen.path for seen in found.gone}}
        for path, listed in folders.items():
            # Of what only a link has led to, not all that the catalog has was looked for.
            if not (listed.filled and any(is_below(path, root) for root in self._roots)):
                continue
            row = (listed.device, None if path in kept else listed.digest)
            if path in unsettled or before.get(path) != row:
                found.folders.append((path, *row))
        of_use = kept | {path for path, listed in folders.items() if listed.filled}
        found.left = sorted(before.keys() - of_use)

    def _settle_lost(self, found: Scan) -> None:
        """Tell what has moved from what has gone, and that from what cannot be seen now."""
        lost = self._lost() if self._options.prune is not False else {}
        found.to_read = paired(found.to_read, lost)
        former = {seen.former for seen in found.to_read}
        missing = lost.keys() - former
        kept: dict[bytes, str] = {}
        if self._options.prune is None and missing:
            kept = guarded(self._catalog, self._look, self._roots, missing)
            found.notes += kept.values()
        for path in sorted(lost):
            if path in former or not any(is_below(path, each) for each in kept):
                row = self._catalog.file(path)
                assert row is not None
                found.gone.append(Seen(path, was=Stamp._make(lost[path]), id=row.id, rev=row.rev))

    def _lost(self) -> dict[bytes, Plain]:
        """What is known and was not seen, where it could have been seen."""
        blind = self._look.blind
        lost = {
            path: stamp
            for path, stamp in self._known.items()
            if not any(is_below(path, each) for each in blind)
        }
        for path in list(lost):
            if not any(is_below(path, root) for root in self._roots) and self._stays(path):
                del lost[path]
        return lost

    def _stays(self, path: bytes) -> bool:
        """Whether a file to which no link leads any more is to stay: the link may only be broken,
        and the file's own folder may have been given too."""
        row = self._catalog.file(path)
        assert row is not None
        via = row.via or path
        broken = any(is_below(each, via) for each in self._look.blind)
        return broken or any(is_below(path, root) for root in self._catalog.roots())
