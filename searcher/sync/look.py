"""A look at the folders under the roots: only names, sizes and times.

The catalog keeps a digest of each folder's listing, made when all files in it were found to be as
the catalog has them. While the listing is the same there is no need to compare file by file.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from searcher import sources
from searcher.catalog import Catalog
from searcher.catalog.paths import above, bounds, is_below
from searcher.errors import InputError, NoRecord
from searcher.storage.layout import is_index
from searcher.sync.parts import Stamp

Plain = tuple[int, int, int]
"""A Stamp as it comes, a hundred thousand times."""

NOWHERE = -1
"""The device of a folder that could not be listed."""


class Seen(NamedTuple):
    """One file that has to be read, or is gone.

    now, was: its stamp on disk and in the catalog, None where it is not there; id, rev: of its
    row in the catalog, 0 where there is none; former: under which path the catalog has what is
    in it now; via: as in FileRow.
    """

    path: bytes
    now: Stamp | None = None
    was: Stamp | None = None
    id: int = 0
    rev: int = 0
    former: bytes | None = None
    via: bytes | None = None

    @property
    def moved(self) -> bool:
        """Whether its records may have been judged by another time than its own."""
        now, was = self.now, self.was
        return was is not None and (now is None or was.size == -1 or was.mtime != now.mtime)


@dataclass(slots=True)
class Listed:
    """One folder: the device it is on, the digest of its listing, and whether it holds files."""

    device: int
    digest: bytes
    filled: bool


@dataclass(slots=True)
class Look:
    """What is there.

    before: what the catalog has of the folders, as (device, digest); folders: those that could be
    listed; same: those of them that are as before, with `unchanged` files in all; files: of all
    others, and those that were given or linked to; via: from which root a link leads to those that
    lie outside of all.
    """

    before: dict[bytes, tuple[int, bytes | None]]
    folders: dict[bytes, Listed] = field(default_factory=dict)
    same: set[bytes] = field(default_factory=set)
    unchanged: int = 0
    files: dict[bytes, Plain] = field(default_factory=dict)
    via: dict[bytes, bytes] = field(default_factory=dict)
    failures: list[InputError] = field(default_factory=list)

    @property
    def nothing_new(self) -> bool:
        """Whether all that was there before is there as it was, and nothing else."""
        return not self.files and self.before.keys() <= self.same

    @property
    def blind(self) -> list[bytes]:
        """At or below which paths something may be that could not be seen."""
        failures = (each for each in self.failures if not isinstance(each, NoRecord))
        return [os.fsencode(each.path) for each in failures]

    def device_above(self, path: bytes) -> tuple[bytes, int] | None:
        """The nearest folder at or above the path that could be listed, and its device."""
        while path not in self.folders:
            if path in (b"", b"/"):
                return None
            path = above(path)
        return path, self.folders[path].device

    def is_empty(self, folder: bytes) -> bool:
        """Whether no file was found in a folder and below it."""
        return not any(
            listed.filled and is_below(path, folder) for path, listed in self.folders.items()
        )


def look_at(
    catalog: Catalog, roots: Sequence[bytes], present: Sequence[bytes], own: bytes, compare: bool
) -> Look:
    """List every folder under the roots that are present.

    own: the index directory, whose own files are passed over. compare: every file has to be
    looked at, also where nothing seems to have changed.
    """
    look = Look(_folders_below(catalog, roots))
    before = look.before

    def note(error: InputError) -> None:
        if os.fsencode(error.path) != own:
            look.failures.append(error)

    for folder in sources.walk_folders(present, note, is_index):
        path, given, device, files, whole = folder
        if is_below(path, own):
            continue
        if whole:
            digest = blake2b(marshal.dumps(files, 2), digest_size=16).digest()
            look.folders[path] = Listed(device, digest, bool(files))
            if before.get(path) == (device, digest) and not compare:
                look.same.add(path)
                look.unchanged += len(files)
                continue
        outside = not any(is_below(path, root) for root in roots)
        for name, size, mtime, inode in files:
            file = folder.path_of(name)
            look.files[file] = size, mtime, inode
            if outside and file not in roots:
                look.via[file] = given
    return look


def _folders_below(
    catalog: Catalog, roots: Sequence[bytes]
) -> dict[bytes, tuple[int, bytes | None]]:
    sql = "SELECT path, device, digest FROM folders WHERE path = ? OR (path >= ? AND path < ?)"
    rows = (row for root in roots for row in catalog.rows(sql, *bounds(root)))
    return {path: (device, digest) for path, device, digest in rows}
