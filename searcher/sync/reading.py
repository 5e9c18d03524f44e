"""From one file to analysed records: all that can be done away from the index.

Pure enough to run in another process: a job goes in, plain tuples and bytes come out.
"""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterator
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path

from searcher import analysis, formats, sources
from searcher.catalog import identity, suspects
from searcher.catalog.tables import NO_RECORD
from searcher.document import Document
from searcher.engines.base import Engine
from searcher.errors import InputError, NoRecord, SearcherError
from searcher.formats.base import every
from searcher.record import FIELD_NAMES, Deletion, Record
from searcher.sync.parts import Failure, Job, Part, ReadEnd, ReadRecord, Stamp

CHUNK = 100
"""How many entries come at once: as many as make less than a message of a reading process."""

COARSE_MARGIN_NS = 2_000_000_000
FINE_MARGIN_NS = 20_000_000


def read(job: Job, engine: Engine) -> Iterator[Part]:
    """The records of a file in order, then its end; an error ends the reading, never raises."""
    reading = _Reading(job)
    stretch: list[ReadRecord | None] = []
    for entry, document in reading.entries():
        if reading.wants():
            record = None
            if entry is not None:
                record = _analysed(entry, document, engine, job.shown)
                reading.records += 1
            stretch.append(record)
        reading.count += 1
        if len(stretch) == CHUNK:
            yield Part(reading.count - CHUNK, stretch, None)
            stretch = []
    # What is left over begins where the last whole stretch ended.
    yield Part(reading.count // CHUNK * CHUNK, stretch, reading.end())


_Entries = Iterator[tuple[Record | Deletion | None, Document]]


class _Reading:
    """One pass through a file; knows afterwards how it ended.

    count: how many entries have been seen; records: how many of them were read.
    """

    def __init__(self, job: Job) -> None:
        self.count = 0
        self.records = 0
        self._job = job
        self._path = os.fsdecode(job.path)
        self._stamp = Stamp(-1, 0, 0)
        self._format: str | None = None
        self._replaced = 0
        self._member = 0
        self._failures: list[Failure] = []
        self._lasting = True

    def wants(self) -> bool:
        """Whether the next entry is of this share."""
        return self.count // CHUNK % self._job.shares == self._job.share

    def entries(self) -> _Entries:
        try:
            self._stamp = dependable(stamp_of(self._path), time.time_ns())
            for member, document in enumerate(sources.documents(self._path)):
                self._member = member
                yield from self._entries_of(document)
        except InputError as error:
            self._fail(error.reason, error)

    def _entries_of(self, document: Document) -> _Entries:
        member = document.path[len(self._path) :]
        shown = self._job.shown + member
        wanted = self.wants if self._job.shares > 1 else every
        try:
            for entry in formats.entries(document, self._job.as_format, wanted, shown):
                if self._format is None and isinstance(entry, Record):
                    self._format = entry.source.format
                yield entry, document
        except InputError as error:
            if isinstance(error, NoRecord) and not member:
                self._format = self._format or NO_RECORD
            # One member of an archive; the others go on.
            self._fail(f"{member[1:]}: {error.reason}" if member else error.reason, error)
        except (SearcherError, MemoryError):
            raise
        except Exception as error:
            # A mistake of ours must not cost the other hundred thousand files.
            self._fail(f"cannot be read by us (a bug): {type(error).__name__}: {error}", error)
        self._replaced += document.replaced

    def _fail(self, reason: str, error: Exception) -> None:
        entry = error.entry if isinstance(error, InputError) else 0
        self._failures.append(Failure(self._member, entry, reason))
        if not isinstance(error, InputError) or isinstance(error.__cause__, OSError):
            self._lasting = False

    def end(self) -> ReadEnd:
        return ReadEnd(
            self._stamp,
            self._replaced,
            self.count,
            self._format,
            self.records,
            tuple(self._failures),
            self._lasting,
        )


def _analysed(
    record: Record | Deletion, document: Document, engine: Engine, shown: str
) -> ReadRecord:
    if isinstance(record, Deletion):
        mark = blake2b(b"withdrawn " + record.pmid.encode(), digest_size=8).digest()
        return ReadRecord(record.pmid, None, None, identity.WITHDRAWAL, mark, 0, None, b"")
    format = record.source.format
    pmid, doi, name = identity.keys(record)
    docid = pmid or doi or name
    assert docid is not None
    encoded = engine.encode(docid, record)
    return ReadRecord(
        pmid,
        doi,
        name,
        identity.quality(record, format),
        digest(record, shown),
        suspects.flags(record, format, document.replaced > 0),
        likeness(record),
        encoded,
    )


_fields = attrgetter(*FIELD_NAMES)


def digest(record: Record, shown: str) -> bytes:
    """Equal for records that are equal in all that an index keeps of them, but for the path of
    their file, as people see it: under another path the same file has the same records."""
    source = record.source
    # Version 2 of marshal, the last one whose bytes depend on the values alone.
    member = source.path[len(shown) :]
    content = marshal.dumps((member, source.ordinal, source.format, *_fields(record)), 2)
    return blake2b(content, digest_size=8).digest()


def likeness(record: Record) -> int | None:
    """A number that is equal for equal titles (as words) of the same year."""
    words = analysis.words(record.title) if record.title else []
    if len(words) < 4:
        return None
    text = f"{record.year} {' '.join(words)}"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def stamp_of(path: str | bytes) -> Stamp:
    """The stamp of a file as it is now; raises InputError when it is gone."""
    try:
        found = Path(os.fsdecode(path)).stat()
    except OSError as error:
        raise InputError(os.fsdecode(path), f"cannot be read: {error.strerror}") from error
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def dependable(stamp: Stamp, now: int) -> Stamp:
    """The stamp to remember of a file that is read from `now` (in ns) on.

    One that never matches, if the file was changed just before: a second change, after it has
    been read, could fall into the same tick of the file system's clock and leave no trace.
    """
    margin = FINE_MARGIN_NS if stamp.mtime % 1_000_000_000 else COARSE_MARGIN_NS
    return stamp._replace(size=-1) if abs(now - stamp.mtime) < margin else stamp
