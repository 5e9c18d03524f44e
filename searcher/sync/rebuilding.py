"""An index built anew beside the old one, from all that the old one was built from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from searcher.catalog import Catalog
from searcher.errors import IndexForeign, IndexUnusable, SearcherError, UsageError
from searcher.options import SyncOptions
from searcher.storage.layout import IndexDirectory, Meta
from searcher.storage.lock import locked
from searcher.storage.opening import ENGINES, make_generation
from searcher.storage.roots import read_roots
from searcher.sync.moving import moved_roots
from searcher.sync.reports import OnProgress, SyncReport
from searcher.sync.run import Sync
from searcher.sync.writing import dry_build, opened


def rebuild(
    directory: IndexDirectory,
    roots: Sequence[bytes],
    options: SyncOptions,
    progress: OnProgress | None,
) -> SyncReport:
    """Build the index anew from these paths and all that it was built from, then swap.

    Until the swap the old index serves, and whatever ends the rebuild early leaves it as it was.
    """
    try:
        directory.meta()
    except IndexForeign:
        raise
    except IndexUnusable:
        directory.prepare()
    with locked(directory, options.lock_timeout):
        before = _Before(directory)
        every = before.every(roots, options)
        engine = before.engine if options.engine == "auto" else options.engine
        meta = make_generation(directory, engine)
        try:
            with opened(directory, meta) as index:
                run = Sync(index.catalog, index.engine, directory.path, options, progress)
                report = run.run(every)
                before.check_empty(index.catalog, options)
            directory.write_meta(meta)
        except BaseException:
            _take_away(directory, meta)
            raise
        directory.sweep(keep=meta.generation)
    return replace(report, notes=(*before.notes, *report.notes))


def dry_rebuild(
    directory: IndexDirectory, roots: Sequence[bytes], options: SyncOptions
) -> SyncReport:
    """What `rebuild` would do; changes nothing, and needs no lock."""
    return dry_build(directory, _Before(directory).every(roots, options), options)


def _take_away(directory: IndexDirectory, meta: Meta) -> None:
    """Remove what was built, unless the swap itself has happened, and only its last sync to disk
    has failed."""
    if not _is_in_use(directory, meta):
        import shutil

        shutil.rmtree(directory.generation(meta.generation), ignore_errors=True)


def _is_in_use(directory: IndexDirectory, meta: Meta) -> bool:
    try:
        return directory.meta() == meta
    except SearcherError:
        return False


class _Before:
    """What is still to be learnt of the index that is being replaced, damaged as it may be."""

    def __init__(self, directory: IndexDirectory) -> None:
        self.roots: list[bytes] = []
        self.engine = "auto"
        self.notes: tuple[str, ...] = ()
        self._filled: set[bytes] = set()  # roots of which there were files
        found = directory.last_known()
        if found is None:
            return
        engine, number = found
        self.engine = engine if engine in ENGINES else "auto"
        place = directory.generation(number)
        try:
            with closing(Catalog(place)) as catalog:
                roots = catalog.roots()
                self.roots = moved_roots(roots, catalog.base, directory.base)
                self._filled = {
                    now for now, root in zip(self.roots, roots, strict=True)
                    if catalog.files_below(root)
                }  # fmt: skip
        except SearcherError as error:
            kept = read_roots(place)
            self.roots = kept or []
            self._filled = set(self.roots)
            known = "known from beside it" if kept else "not known any more"
            self.notes = (f"{error}; what the index was built from is {known}",)

    def every(self, roots: Sequence[bytes], options: SyncOptions) -> list[bytes]:
        """These paths and those it was built from; one that is not there must not be lost by a
        rebuild."""
        if not (roots or self.roots):
            raise UsageError("what the index was built from is not known; name the paths")
        there = []
        for root in sorted({*roots, *self.roots}):
            if os.path.lexists(root):
                there.append(root)
            elif root not in self.roots:
                raise UsageError(f"{os.fsdecode(root)}: no such file or directory")
            elif not options.prune:
                self._refuse(root, "is not there")
        return there

    def check_empty(self, catalog: Catalog, options: SyncOptions) -> None:
        """Nor one that is found empty, which may be a disk that is not there."""
        for root in sorted(self._filled):
            if not options.prune and not catalog.files_below(root):
                self._refuse(root, "has no file any more")

    def _refuse(self, root: bytes, reason: str) -> None:
        raise UsageError(
            f"{os.fsdecode(root)}, of which the index holds files, {reason}; "
            "--prune rebuilds without it"
        )
