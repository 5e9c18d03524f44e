"""Index: create or open, sync, search; the one door that the command line and library use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from searcher.errors import IndexUnusable, SearcherError, UsageError
from searcher.frozen import replace
from searcher.options import SearchOptions, SyncOptions
from searcher.storage.layout import IndexDirectory, Meta, storage_errors
from searcher.storage.manifest import Manifest
from searcher.storage.opening import open_engine

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    from searcher.catalog import Catalog
    from searcher.catalog.telling import Duplicate, Suspect, Unread
    from searcher.engines import base
    from searcher.explaining import Explanation
    from searcher.query import tree
    from searcher.query.reading import Verdict
    from searcher.record import Record
    from searcher.results import Results
    from searcher.status import Status
    from searcher.sync.reports import OnProgress, SyncReport
    from searcher.sync.verify import VerifyReport

__all__ = ["Index", "SearchOptions", "SyncOptions"]

_T = TypeVar("_T")


class Index:
    """One index directory. Reading needs no lock and sees the last commit of when it began
    (`refresh` sees the latest); `sync` and the like lock the index while they run."""

    def __init__(self, directory: IndexDirectory, engine: str = "auto") -> None:
        self._directory = directory
        self._wanted_engine = engine
        self._meta: Meta | None = None
        self._engine: base.Engine | None = None
        self._reader: base.Reader | None = None

    # Opening and closing

    @classmethod
    def open(cls, path: str | Path) -> Index:
        """The index in a directory; raises IndexMissing, IndexForeign, IndexOutdated or
        IndexDamaged."""
        index = cls(IndexDirectory(path))
        index.refresh()
        return index

    @classmethod
    def create(cls, path: str | Path, engine: str = "auto") -> Index:
        """A new, empty index; raises UsageError where there is one already."""
        directory = IndexDirectory(path)
        if directory.exists():
            raise UsageError(f"there is already an index in {directory.path}")
        from searcher.sync import writing

        with storage_errors(directory.path), writing.writing(directory, 0, create=engine):
            pass
        return cls.open(path)

    @classmethod
    def open_or_create(cls, path: str | Path, engine: str = "auto") -> Index:
        """The index in a directory, which `sync` will make if there is none.

        What is wrong with an index that is there comes up in `sync`, which may rebuild it.
        """
        return cls(IndexDirectory(path), engine)

    @property
    def path(self) -> Path:
        """The index directory, absolute."""
        from pathlib import Path

        return Path(self._directory.path)

    @property
    def exists(self) -> bool:
        """Whether something of an index is there, usable or not."""
        return self._directory.last_known() is not None

    def refresh(self) -> None:
        """See the last commit, also of an index that was rebuilt meanwhile."""
        if self._reader is not None and self._directory.meta() == self._meta:
            self._reader.refresh()
            return
        self.close()

        def open_reader(meta: Meta) -> None:
            Manifest(self._directory.generation(meta.generation)).check()
            self._engine = open_engine(self._directory, meta)
            self._reader = self._engine.reader()
            self._meta = meta

        self._on_current(open_reader)

    def _on_current(self, opening: Callable[[Meta], _T]) -> _T:
        """Open something of the generation in use; a rebuild may replace it meanwhile."""
        while True:
            meta = self._directory.meta()
            try:
                return opening(meta)
            except IndexUnusable:
                if self._directory.meta() == meta:
                    raise

    def close(self) -> None:
        """Let go of all files; the index can be refreshed into use again."""
        if self._reader is not None:
            self._reader.close()
        self._reader = self._engine = self._meta = None

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Searching

    def search(self, query: str | tree.Node, options: SearchOptions | None = None) -> Results:
        """The matches of a query; raises QueryError for one that cannot be read, and UsageError for
        options that make no sense."""
        from searcher import searching

        return searching.search(self._open_reader(), query, options or SearchOptions())

    def count(self, query: str | tree.Node, options: SearchOptions | None = None) -> int:
        """How many records match; of the options only `match` and `filters` matter."""
        from searcher import searching

        return searching.count(self._open_reader(), query, options or SearchOptions())

    def get(self, docid: str) -> Record | None:
        """The record of a docid, or of a PMID, DOI or PMCID in any form that people write."""
        from searcher import searching

        return searching.find_record(self._open_reader(), docid)

    def similar(self, docid: str, options: SearchOptions | None = None) -> Results:
        """Other records about the same as this one, best first; UsageError for an unknown docid."""
        from searcher import searching

        record = self.get(docid)
        if record is None:
            raise UsageError(f"no record has the docid {docid}")
        return searching.similar(self._open_reader(), record, options or SearchOptions())

    def terms(self, prefix: str, field: str = "any", limit: int = 20) -> list[tuple[str, int]]:
        """Terms of a field that begin so, with the number of records that hold them, most
        frequent first; terms of text are stems. Raises UsageError for what names no one field."""
        from searcher import searching

        return searching.terms(self._open_reader(), prefix, field, limit)

    def explain(
        self, query: str | tree.Node, options: SearchOptions, results: Results
    ) -> Explanation:
        """How a query was understood, and where the scores of its results come from."""
        from searcher import explaining

        return explaining.explain(self._open_reader(), query, options, results)

    def why_not(
        self, docid: str, query: str | tree.Node, options: SearchOptions | None = None
    ) -> Verdict:
        """Which clauses keep a record out, and the smallest change that lets it in."""
        from searcher import explaining

        return explaining.why_not(self._open_reader(), docid, query, options or SearchOptions())

    def _open_reader(self) -> base.Reader:
        if self._reader is None:
            self.refresh()
        assert self._reader is not None
        return self._reader

    # Changing

    def sync(
        self,
        paths: str | Path | Iterable[str | Path],
        options: SyncOptions | None = None,
        progress: OnProgress | None = None,
    ) -> SyncReport:
        """Make the index equal to the files under these paths, and to nothing less on failure.

        Raises UsageError for a path that does not exist, IndexLocked when another writer stays,
        StorageError when the disk refuses; what had been committed before then stays.
        """
        from searcher.sync import given, rebuilding, writing

        options = options or SyncOptions()
        if options.engine == "auto":
            options = replace(options, engine=self._wanted_engine)
        options = replace(options, as_format=given.format_named(options.as_format))
        roots = given.roots_of(paths, there=self._directory.exists())
        with storage_errors(self._directory.path):
            if options.dry_run:
                dry = rebuilding.dry_rebuild if options.rebuild else writing.dry_sync
                return dry(self._directory, roots, options)
            work = rebuilding.rebuild if options.rebuild else writing.sync
            report = work(self._directory, roots, options, progress)
        if self._reader is not None:
            self.refresh()
        return report

    def watch(
        self,
        paths: str | Path | Iterable[str | Path],
        options: SyncOptions | None = None,
        stop: threading.Event | None = None,
    ) -> Iterator[SyncReport | SearcherError]:
        """Sync now and after every burst of changes under the paths, until `stop` is set; yields
        each report, or the error in its place where it is tried again: IndexLocked, StorageError,
        InputError for a path that is not there for a while. Raises UsageError where the extra
        `watch` is not installed or a path does not exist at first."""
        from pathlib import Path

        from searcher.sync.given import paths_of
        from searcher.sync.watch import TIDY, watch

        options = options or SyncOptions()
        if options.tidy is None:
            options = replace(options, tidy=TIDY)
        folders = list(map(Path, paths_of(paths)))
        return watch(lambda there: self.sync(there, options), folders, self.path, stop)

    def verify(self, *, repair: bool = False, lock_timeout: float = 10.0) -> VerifyReport:
        """Compare catalog, engine and disk, and with `repair` make them agree again."""
        from searcher.sync import care

        with storage_errors(self._directory.path):
            report = (care.repair if repair else care.check)(self._directory, lock_timeout)
        if self._reader is not None and not report.problems:
            self.refresh()
        return report

    def optimize(
        self,
        lock_timeout: float = 10.0,
        progress: OnProgress | None = None,
    ) -> tuple[int, int]:
        """Make the index as small as it can be; bytes before and after."""
        from searcher.sync import care

        with storage_errors(self._directory.path):
            sizes = care.optimize(self._directory, lock_timeout, progress)
        if self._reader is not None:
            self.refresh()
        return sizes

    # Telling

    def status(self) -> Status:
        """What the index holds."""
        from searcher.status import status

        return self._on_current(lambda meta: status(self._directory, meta))

    def runs(self) -> list[dict[str, Any]]:
        """The reports of all syncs, the latest first, as `SyncReport.to_json` with `started`; what
        failed is counted in all, and listed as `failures` in the latest."""
        with self._catalog() as catalog:
            return catalog.run_log()

    def duplicates(self) -> list[Duplicate]:
        """Articles that are in several files or several times in one, by docid."""
        from searcher.catalog import telling

        with self._catalog() as catalog:
            return telling.duplicates(catalog)

    def possible_duplicates(self) -> list[tuple[str, ...]]:
        """Docids of records that share title and year but no identifier, group by group."""
        from searcher.catalog import telling

        with self._catalog() as catalog:
            return telling.possible_duplicates(catalog)

    def suspects(self) -> list[Suspect]:
        """Records that may have been read wrongly, and why; by file and place in it."""
        from searcher.catalog import telling

        with self._catalog() as catalog:
            return list(telling.suspect_records(catalog))

    def unread_files(self) -> list[Unread]:
        """What could not be read, and what was skipped; by path."""
        from searcher.catalog import telling

        with self._catalog() as catalog:
            return telling.unread_files(catalog)

    @contextmanager
    def _catalog(self) -> Iterator[Catalog]:
        from searcher.catalog import Catalog

        generation = self._directory.generation
        catalog = self._on_current(lambda meta: Catalog(generation(meta.generation)))
        try:
            yield catalog
        finally:
            catalog.close()
