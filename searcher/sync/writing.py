"""An index opened for change: locked, recovered, and in the end as its manifest says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from searcher.catalog import Catalog
from searcher.errors import IndexMissing
from searcher.options import SyncOptions
from searcher.storage.layout import IndexDirectory, Meta
from searcher.storage.lock import locked
from searcher.storage.manifest import Manifest
from searcher.storage.opening import EngineAt, make_generation
from searcher.storage.roots import keep_roots
from searcher.sync.moving import follow
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
    with locked(directory, timeout):
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
    place = directory.generation(meta.generation)
    manifest = Manifest(place)
    manifest.check()
    engine = EngineAt(meta.engine, f"{place}/engine")
    with closing(Catalog(place, write=True)) as catalog:
        ended = manifest.take_away()
        repaired = catalog.recover(lambda: engine().committed())
        moved = follow(catalog, directory.base)
        yield Writable(meta, catalog, engine, repaired, moved, not ended)
        catalog.check_place()
        keep_roots(place, catalog.roots())
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


def dry_sync(directory: IndexDirectory, roots: Sequence[bytes], options: SyncOptions) -> SyncReport:
    """What `sync` would do; changes nothing, and needs no lock."""
    try:
        place = directory.generation(directory.meta().generation)
    except IndexMissing:
        return dry_build(directory, roots, options)
    with closing(Catalog(place)) as catalog:
        return Sync.dry_run(catalog, directory.path, roots, options)


def dry_build(
    directory: IndexDirectory, roots: Sequence[bytes], options: SyncOptions
) -> SyncReport:
    """What would be done where nothing is in the index."""
    import tempfile

    with (
        tempfile.TemporaryDirectory() as empty,
        closing(Catalog(empty, base=directory.base)) as catalog,
    ):
        return Sync.dry_run(catalog, directory.path, roots, options)
