"""Which files are not new but were known under another path, and what that makes of the counts.

A file with size, time and inode of one that is no longer in its place is that one. Where these
differ, as after a move between disks, it is the same when its records are, read again.
A renamed file is read again in any case: its records name their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from searcher.catalog import Catalog
from searcher.sync.look import Plain, Seen
from searcher.sync.reports import Change

Read = tuple[Seen, bool]
"""A file that was read, and whether its records are others than before."""


def paired(to_read: Sequence[Seen], lost: Mapping[bytes, Plain]) -> list[Seen]:
    """The same files, with their former paths where stamps tell them; `lost`: what is gone."""
    places = list(lost.items())
    places += [(seen.path, seen.was) for seen in to_read if seen.was and seen.was != seen.now]
    by_stamp: dict[Plain, list[bytes]] = {}
    for path, stamp in sorted(places, reverse=True):
        by_stamp.setdefault(stamp, []).append(path)
    found = []
    for seen in to_read:
        paths = by_stamp.get(seen.now) if seen.now and seen.now != seen.was else None
        found.append(seen._replace(former=paths.pop()) if paths else seen)
    return found


class Contents:
    """What was in files that are not where they were, to be recognised when it is read again."""

    def __init__(self, catalog: Catalog, to_read: Sequence[Seen], gone: Sequence[Seen]) -> None:
        self._catalog = catalog
        former = {seen.former for seen in to_read}
        lost = [seen for seen in (*to_read, *gone) if seen.path not in former]
        wanted = {
            seen.now.size
            for seen in to_read
            if seen.now and not seen.former and _may_be_renamed(seen)
        }
        sizes = wanted | {-1} if wanted else wanted  # -1: what was there has not been settled
        self._lost = {
            seen.path: self._fingerprint(seen.id, seen.rev)
            for seen in lost
            if seen.was and _may_be_renamed(seen) and seen.was.size in sizes
        }

    def _fingerprint(self, file: int, rev: int) -> bytes:
        sql = "SELECT digest FROM records WHERE file = ? AND rev = ? ORDER BY seq"
        rows = self._catalog.rows(sql, file, rev)
        return blake2b(b"".join(digest for (digest,) in rows)).digest() if rows else b""

    def recognised(self, read: Sequence[Read], gone: Sequence[Seen]) -> list[Read]:
        """The same files, with their former paths where their records tell them."""
        free = {seen.path for seen in gone} | {seen.path for seen, differs in read if differs}
        by_content: dict[bytes, list[bytes]] = {}
        for path, fingerprint in sorted(self._lost.items(), reverse=True):
            if fingerprint and path in free:
                by_content.setdefault(fingerprint, []).append(path)
        return [
            (self._with_former(seen, by_content), differs) if by_content else (seen, differs)
            for seen, differs in read
        ]

    def _with_former(self, seen: Seen, by_content: dict[bytes, list[bytes]]) -> Seen:
        row = self._catalog.file(seen.path)
        if seen.former or not _may_be_renamed(seen) or row is None:
            return seen
        paths = by_content.get(self._fingerprint(row.id, row.rev))
        return seen._replace(former=paths.pop()) if paths else seen


def _may_be_renamed(seen: Seen) -> bool:
    """Whether another file than before has this path."""
    return seen.was is None or seen.now is None or seen.now.inode != seen.was.inode


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files did what: what was in them counts, not their paths alone."""

    added: int
    changed: int
    renamed: int
    removed: int
    unchanged: int


def tally(read: Iterable[Read], gone: Iterable[Seen]) -> Tally:
    """Count files that were read and are gone."""
    read = list(read)
    taken = {seen.former for seen, _ in read}
    added = changed = renamed = unchanged = 0
    removed = sum(seen.path not in taken for seen in gone)
    for seen, differs in read:
        if seen.former:
            renamed += 1
            removed += bool(seen.id) and seen.path not in taken
        elif not seen.id or seen.path in taken:
            added += 1
        elif differs:
            changed += 1
        else:
            unchanged += 1
    return Tally(added, changed, renamed, removed, unchanged)


def planned(
    to_read: Iterable[Seen], gone: Iterable[Seen], shown: Callable[[bytes], str]
) -> Iterator[Change]:
    """What would be done with each file, as far as stamps can tell."""
    to_read = list(to_read)
    taken = {seen.former for seen in to_read}
    for seen in to_read:
        if seen.former:
            yield Change("rename", shown(seen.path), shown(seen.former))
        else:
            new = not seen.id or seen.path in taken
            yield Change("add" if new else "change", shown(seen.path))
    for seen in gone:
        if seen.path not in taken:
            yield Change("remove", shown(seen.path))
