"""An index opened for change: locked, recovered, and, for a rebuild, built beside the old one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from searcher.catalog import Catalog
from searcher.errors import IndexForeign, IndexMissing, IndexUnusable, SearcherError, UsageError
from searcher.options import SyncOptions
from searcher.storage.layout import IndexDirectory, Meta
from searcher.storage.manifest import Manifest
from searcher.storage.opening import ENGINES, EngineAt, make_generation
from searcher.storage.roots import keep_roots, read_roots
from searcher.sync.moving import follow, moved_roots
from searcher.sync.reports import OnProgress, SyncReport
from searcher.sync.run import Sync


@dataclass(frozen=True, slots=True)
class Writable:
    """What a writer holds; `repaired` says in one line what an interrupted run had left, `moved`
    whence the index and its files have come, `interrupted` whether the last writer came to no end.
    """

    meta: Meta
    catalog: Catalog
    engine: EngineAt
    repaired: str | None = None
    moved: str | None = None
    interrupted: bool = False


def roots_of(paths: str | Path | Iterable[str | Path], there: bool) -> list[bytes]:
    """Absolute, real paths, each once, without those that lie below another one of them.

    there: whether there is an index, which may know a path that does not exist any more;
    otherwise UsageError is raised for one. One path is itself, not its letters.
    """
    if isinstance(paths, (str, bytes, os.PathLike)):
        paths = [paths]
    roots = [os.fsencode(os.path.realpath(path)) for path in paths]
    for root in roots:
        if not there and not os.path.lexists(root):
            raise UsageError(f"{os.fsdecode(root)}: no such file or directory")
    kept: list[bytes] = []
    for root in sorted(set(roots), key=lambda root: (root.count(b"/"), root)):
        if not any(root.startswith(top.rstrip(b"/") + b"/") for top in kept):
            kept.append(root)
    return kept


def format_named(name: str | None) -> str | None:
    """The format that is meant; raises UsageError for one that is not known."""
    if name is None:
        return None
    from searcher.formats import named

    return named(name)


@contextmanager
def writing(directory: IndexDirectory, timeout: float, create: str | None) -> Iterator[Writable]:
    """The index, locked, with the traces of interrupted runs removed.

    create: the engine of the index to make where there is none; None raises IndexMissing then.
    """
    try:
        directory.meta()
    except IndexMissing:
        if create is None:
            raise
        directory.prepare()
    with directory.lock(timeout):
        try:
            meta = directory.meta()
        except IndexMissing:
            if create is None:
                raise
            meta = make_generation(directory, create)
            directory.write_meta(meta)
        directory.sweep(keep=meta.generation)
        with opened(directory, meta) as writable:
            yield writable


@contextmanager
def opened(directory: IndexDirectory, meta: Meta) -> Iterator[Writable]:
    """Engine and catalog of a generation, in agreement; for use inside a held lock."""
    manifest = Manifest(directory.generation(meta.generation))
    manifest.check()
    engine = EngineAt(meta.engine, f"{directory.generation(meta.generation)}/engine")
    catalog = Catalog(directory.generation(meta.generation), write=True)
    try:
        ended = manifest.take_away()
        repaired = catalog.recover(lambda: engine().committed())
        moved = follow(catalog, directory.base)
        yield Writable(meta, catalog, engine, repaired, moved, not ended)
        catalog.check_place()
        keep_roots(directory.generation(meta.generation), catalog.roots())
    finally:
        catalog.close()
    manifest.write()


def sync(
    directory: IndexDirectory,
    roots: Sequence[bytes],
    options: SyncOptions,
    progress: OnProgress | None,
) -> SyncReport:
    """Bring the index, made where there is none, in line with the files under these paths."""
    with writing(directory, options.lock_timeout, create=options.engine) as index:
        run = Sync(index.catalog, index.engine, directory.path, options, progress)
        report = run.run(roots, index.repaired, untidy=index.interrupted)
        if index.moved:
            report = replace(report, notes=(index.moved, *report.notes))
        if options.engine not in ("auto", index.meta.engine):
            note = f"the index keeps its engine {index.meta.engine}; --rebuild changes it"
            report = replace(report, notes=(*report.notes, note))
    return report


def dry_run(directory: IndexDirectory, roots: Sequence[bytes], options: SyncOptions) -> SyncReport:
    """What `sync`, or `rebuild`, would do; changes nothing, and needs no lock."""
    if options.rebuild:
        return _dry_build(directory, _Before(directory).every(roots, options), options)
    try:
        place = directory.generation(directory.meta().generation)
    except IndexMissing:
        return _dry_build(directory, roots, options)
    catalog = Catalog(place)
    try:
        return Sync.dry_run(catalog, directory.path, roots, options)
    finally:
        catalog.close()


def _dry_build(
    directory: IndexDirectory, roots: Sequence[bytes], options: SyncOptions
) -> SyncReport:
    import tempfile

    with tempfile.TemporaryDirectory() as empty:
        catalog = Catalog(empty, base=directory.base)
        try:
            return Sync.dry_run(catalog, directory.path, roots, options)
        finally:
            catalog.close()


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
    with directory.lock(options.lock_timeout):
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
            # The swap itself may have happened, and only its last sync to disk have failed.
            if not _is_in_use(directory, meta):
                import shutil

                shutil.rmtree(directory.generation(meta.generation), ignore_errors=True)
            raise
        directory.sweep(keep=meta.generation)
    return replace(report, notes=(*before.notes, *report.notes))


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
            catalog = Catalog(place)
            try:
                roots = catalog.roots()
                self.roots = moved_roots(roots, catalog.base, directory.base)
                self._filled = {
                    now for now, root in zip(self.roots, roots, strict=True)
                    if catalog.files_below(root)
                }  # fmt: skip
            finally:
                catalog.close()
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
