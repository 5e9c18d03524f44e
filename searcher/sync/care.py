"""Looking after an index: verify, repair, optimize."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from searcher.catalog import Catalog
from searcher.catalog.tables import RecordRow
from searcher.errors import IndexForeign, IndexUnusable, SearcherError
from searcher.options import SyncOptions
from searcher.status import ghost_note
from searcher.storage.layout import IndexDirectory, Meta
from searcher.storage.lock import locked
from searcher.storage.manifest import Manifest
from searcher.storage.opening import open_engine
from searcher.sync import rebuilding, verify, writing
from searcher.sync.batch import Batch
from searcher.sync.encoding import Encoder
from searcher.sync.reports import OnProgress
from searcher.sync.run import Sync
from searcher.sync.tidying import telling, tidy
from searcher.sync.verify import Findings, VerifyReport


def check(directory: IndexDirectory, timeout: float) -> VerifyReport:
    """Compare files with their checksums, catalog with engine, and catalog with disk."""
    started = time.monotonic()
    directory.meta()
    with locked(directory, timeout):
        meta = directory.meta()
        notes = _recover(directory, meta)
        place = directory.generation(meta.generation)
        problems = Manifest(place).check_contents() or []
        findings = Findings([], [], [])
        try:
            with closing(Catalog(place)) as catalog:
                problems += catalog.integrity()
                engine = open_engine(directory, meta)
                with closing(engine.reader()) as reader:
                    findings = verify.compare(catalog, reader)
                notes += verify.disk_notes(catalog)
                ghosts = engine.ghosts()
                notes += [ghost_note(ghosts)] if ghosts else []
        except SearcherError as error:
            problems.append(str(error))
    return VerifyReport(
        problems=(*problems, *findings.problems()),
        notes=tuple(notes),
        records=findings.records,
        seconds=time.monotonic() - started,
    )


def _recover(directory: IndexDirectory, meta: Meta) -> list[str]:
    """Finish what an interrupted run left, which is where there is no manifest: so there is none
    to be destroyed."""
    if Path(directory.generation(meta.generation), "manifest").exists():
        return []
    try:
        with writing.opened(directory, meta) as index:
            tidy(index.engine)
            return [index.repaired] if index.repaired else []
    except SearcherError:
        return []  # comes up again in what follows, as a problem


def repair(directory: IndexDirectory, timeout: float) -> VerifyReport:
    """Verify, put right what is wrong by reading the files again, and verify again.

    Single records are put right in place; an index whose own files are damaged is built anew
    beside and swapped. Raises UsageError where the files it needs are not there any more, and
    IndexMissing where nothing is left of an index.
    """
    try:
        before = check(directory, timeout)
    except IndexForeign:
        raise
    except IndexUnusable as error:
        if directory.last_known() is None:
            raise
        before = VerifyReport((str(error),))
    if not before.problems:
        return before
    if _mend(directory, timeout):
        after = check(directory, timeout)
        if not after.problems:
            return replace(after, repaired=before.problems)
    options = SyncOptions(rebuild=True, lock_timeout=timeout)
    rebuilding.rebuild(directory, [], options, None)
    return replace(check(directory, timeout), repaired=before.problems)


def _mend(directory: IndexDirectory, timeout: float) -> bool:
    """Put single records right; False where more is known to be wrong than that."""
    try:
        with writing.writing(directory, timeout, create=None) as index:
            if index.catalog.integrity():
                return False
            with closing(index.engine().reader()) as reader:
                findings = verify.compare(index.catalog, reader)
            if findings.doubled:
                return False
            lost = [*findings.broken, *findings.spoilt]
            _forget(index, lost, findings.orphans)
            paths = {index.catalog.path_of(row.file) for row in lost}
            Sync(index.catalog, index.engine, directory.path, SyncOptions(prune=True)).run(
                sorted(filter(None, paths)), keep_roots=True
            )
    except SearcherError:
        return False
    return True


def _forget(index: writing.Writable, lost: Sequence[RecordRow], orphans: Sequence[str]) -> None:
    with closing(Batch(index.catalog, index.engine())) as batch:
        batch.forget(lost, orphans)
        batch.commit()


def optimize(
    directory: IndexDirectory, timeout: float, progress: OnProgress | None
) -> tuple[int, int]:
    """Merge the engine's files into as little as possible; bytes before and after."""
    before = directory.size()
    with (
        writing.writing(directory, timeout, create=None) as index,
        closing(index.engine().writer(Encoder(index.engine, workers=0))) as writer,
    ):
        writer.optimize(telling(progress))
    return before, directory.size()
