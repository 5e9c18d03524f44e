"""Making the index equal to what is on disk: what changed is read, what is gone goes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from searcher.catalog import Catalog
from searcher.catalog.paths import above
from searcher.catalog.tables import FileRow
from searcher.errors import InputError, NoRecord
from searcher.options import SyncOptions
from searcher.storage.layout import now
from searcher.storage.opening import EngineAt
from searcher.sync.batch import Batch
from searcher.sync.look import Seen
from searcher.sync.parts import Job, Part, ReadEnd, Stamp, joined, unread
from searcher.sync.renames import Contents, Read, planned, tally
from searcher.sync.reports import OnProgress, Progress, SyncReport
from searcher.sync.scan import FolderRow, Scan, scan
from searcher.sync.tidying import tidy

_GHOSTS = "ghosts"
"""Under this name the catalog's state says how many a run has left in scores."""


@dataclass(slots=True)
class _Outcome:
    """read: files that were read (to their end); records: how many came out of them; unsettled:
    folders of files that have to be looked at again."""

    unsettled: set[bytes] = field(default_factory=set)
    read: list[Read] = field(default_factory=list)
    records: int = 0
    failures: list[InputError] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """A file that is being read.

    shares: into how many it is divided; ends: of those that are done; noted: whether the catalog
    knows of it; changes: how many records are new.
    """

    row: FileRow
    shares: int
    ends: list[ReadEnd] = field(default_factory=list)
    noted: bool = False
    changes: int = 0


class Sync:
    """One run over some roots, with an open catalog and engine inside a held lock."""

    def __init__(
        self,
        catalog: Catalog,
        engine: EngineAt | None,
        home: str,
        options: SyncOptions,
        progress: OnProgress | None = None,
    ) -> None:
        self._catalog = catalog
        self._engine = engine
        self._home = home
        self._options = options
        self._progress = progress or (lambda progress: None)
        self._next_file = catalog.next_id("files")
        self._run = catalog.next_id("runs")
        self._outcome = _Outcome()

    @classmethod
    def dry_run(
        cls, catalog: Catalog, home: str, roots: Sequence[bytes], options: SyncOptions
    ) -> SyncReport:
        """What a run would do; a file counts as changed when its size or time has."""
        started = time.monotonic()
        self = cls(catalog, None, home, options)
        found = self._scan(roots)
        self._outcome.read = [(seen, True) for seen in found.to_read]
        report = self._report(found, started, None)
        changes = planned(found.to_read, found.gone, self.shown_path)
        return replace(report, dry_run=True, changes=tuple(changes))

    def run(
        self,
        roots: Sequence[bytes],
        repaired: str | None = None,
        *,
        keep_roots: bool = False,
        untidy: bool = False,
    ) -> SyncReport:
        """Bring the index in line with the files under these absolute, real paths.

        keep_roots: these are not paths that somebody gave, and not to be remembered.
        untidy: what is gone may have a part in scores although nothing has changed.
        """
        began, started = now(), time.monotonic()
        found = self._scan(roots)
        remembered = [] if keep_roots else [(root,) for root in roots]
        if found.to_read or found.gone:
            contents = Contents(self._catalog, found.to_read, found.gone)
            self._carry_out(found, remembered)
            self._outcome.read = contents.recognised(self._outcome.read, found.gone)
        report = self._report(found, started, repaired)
        self._catalog.begin()
        self._note_places(found, remembered)
        self._note_report(began, report)
        left = self._catalog.state(_GHOSTS) or 0
        if found.to_read or found.gone or untidy or left:
            before, after = self._tidy()
            if before or left:
                report = replace(report, seconds=time.monotonic() - started)
                self._catalog.begin()
                self._catalog.change("state", [(_GHOSTS, after)])
                self._note_report(began, report)
        return report

    def _note_places(self, found: Scan, roots: list[tuple[bytes]]) -> None:
        """What the next run need not look at again, and where it has to look."""
        self._catalog.change("root", roots)
        self._catalog.change("drop root", [(root,) for root in found.missing])
        self._catalog.change("folder", map(self._settled, found.folders))
        self._catalog.change("drop folder", [(path,) for path in found.left])

    def _settled(self, row: FolderRow) -> FolderRow:
        path, device, digest = row
        return path, device, None if path in self._outcome.unsettled else digest

    def _note_report(self, began: str, report: SyncReport) -> None:
        self._catalog.note_run(self._run, began, {"started": began, **report.to_json()})
        self._catalog.commit()

    def _tidy(self) -> tuple[int, int]:
        assert self._engine is not None
        options = self._options
        return tidy(self._engine, options.workers, options.tidy, self._progress)

    def _carry_out(self, found: Scan, roots: list[tuple[bytes]]) -> None:
        assert self._engine is not None
        batch = Batch(self._catalog, self._engine())
        try:
            self._catalog.change("root", roots)
            self._catalog.change("unsettle", found.unsettled)
            # The newest first: an article's best record then seldom has to replace another one.
            self._ingest(batch, sorted(found.to_read, key=lambda seen: -_now(seen).mtime))
            # Last, so that what has only moved is never missing in between.
            for seen in found.gone:
                batch.drop_file(seen.id)
                if batch.full:
                    batch.commit()
            batch.commit()
        finally:
            batch.close()

    def _scan(self, roots: Sequence[bytes]) -> Scan:
        found = scan(self._catalog, roots, os.fsencode(self._home), self._options)
        self._outcome.failures = [
            type(each)(self.shown_path(os.fsencode(each.path)), each.reason)
            for each in found.failures
        ]
        return found

    def _ingest(self, batch: Batch, files: list[Seen]) -> None:
        open_files: dict[int, _Reading] = {}
        done = 0
        parts, jobs = self._parts(files)
        for number, part in parts:
            seen = files[number]
            if number not in open_files:
                open_files[number] = _Reading(self._begin_file(seen), jobs[number].shares)
            reading = open_files[number]
            self._take(batch, seen, reading, part)
            if len(reading.ends) == reading.shares:
                self._finish(batch, seen, reading)
                del open_files[number]
                done += 1
            progress = Progress(done, len(files), self._outcome.records, jobs[number].shown)
            self._progress(progress)
            if batch.full:
                batch.commit()

    def _parts(self, files: list[Seen]) -> tuple[Iterator[tuple[int, Part]], list[Job]]:
        """The parts of these files with the files' numbers, and the job of reading each file."""
        from searcher.sync import intake

        assert self._engine is not None
        shown, as_format = self.shown_path, self._options.as_format
        sizes = [_now(seen).size for seen in files]
        workers = intake.worker_count(self._options.workers, sizes)
        jobs = [
            Job(seen.path, shown(seen.path), as_format, shares=shares)
            for seen, shares in zip(files, intake.shares_of(sizes, workers), strict=True)
        ]
        if workers:
            place = (self._engine.name, self._engine.directory)
            return intake.read_elsewhere(jobs, sizes, workers, place), jobs
        return intake.read_here(jobs, self._engine()), jobs

    def _take(self, batch: Batch, seen: Seen, reading: _Reading, part: Part) -> None:
        if part.end is not None:
            reading.ends.append(part.end)
        if len(reading.ends) == reading.shares:
            reading.row = row = self._ended(reading.row, joined(reading.ends))
            if (row.size, row.mtime, row.inode) != seen.now:
                self._outcome.unsettled.add(above(seen.path))
            batch.put_file(reading.row)
        elif not reading.noted:
            batch.put_file(reading.row)  # not read to its end yet, and so with no size
            reading.noted = True
        reading.changes += batch.add(reading.row, part.first, part.records, moved=seen.moved)
        self._outcome.records += sum(record is not None for record in part.records)

    def _finish(self, batch: Batch, seen: Seen, reading: _Reading) -> None:
        end = joined(reading.ends)
        keep = end.error is not None and not end.lasting
        if seen.id and not keep:
            reading.changes += batch.drop_stale(reading.row)
        self._note(seen, end, reading.changes)

    def _begin_file(self, seen: Seen) -> FileRow:
        id = seen.id
        if not id:
            id = self._next_file
            self._next_file += 1
        mtime, rev = _now(seen).mtime, seen.rev + 1
        return FileRow(id, seen.path, -1, mtime, 0, None, 0, 0, None, rev, self._run, seen.via)

    def _ended(self, row: FileRow, end: ReadEnd) -> FileRow:
        whole = end.lasting and end.stamp.mtime == row.mtime
        return replace(
            row,
            size=end.stamp.size if whole else -1,
            inode=end.stamp.inode,
            format=end.format,
            records=end.records,
            replaced=end.replaced,
            error=end.error,
        )

    def _note(self, seen: Seen, end: ReadEnd, changes: int) -> None:
        if end.error is None:
            self._outcome.read.append((seen, changes > 0))
        else:
            path = self.shown_path(seen.path)
            self._outcome.failures.append(unread(path, end.error, end.format))

    def shown_path(self, path: bytes) -> str:
        """A file's path as records carry it."""
        return self._catalog.shown_path(path)

    def _report(self, found: Scan, started: float, repaired: str | None) -> SyncReport:
        outcome, catalog = self._outcome, self._catalog
        counts = tally(outcome.read, found.gone)
        skipped = sum(isinstance(each, NoRecord) for each in outcome.failures)
        return SyncReport(
            added=counts.added,
            changed=counts.changed,
            renamed=counts.renamed,
            removed=counts.removed,
            unchanged=counts.unchanged + found.unchanged,
            failed=len(outcome.failures) - skipped,
            skipped=skipped,
            read=outcome.records,
            records=catalog.count_shown(),
            duplicates=catalog.count_waiting(),
            seconds=time.monotonic() - started,
            failures=tuple(sorted(outcome.failures, key=lambda each: each.path)),
            repaired=repaired,
            notes=tuple(found.notes),
        )


def _now(seen: Seen) -> Stamp:
    assert seen.now is not None  # of a file that has to be read
    return seen.now
