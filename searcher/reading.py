"""From one file to analysed records: all that can be done away from the index.

Pure enough to run in another process: a job goes in, plain tuples and bytes come out.
"""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from searcher import analysis, formats, identity, sources, suspects
from searcher.document import Document
from searcher.engines.base import Engine
from searcher.errors import InputError
from searcher.record import FIELD_NAMES, Record

COARSE_MARGIN_NS = 2_000_000_000
FINE_MARGIN_NS = 20_000_000


class Stamp(NamedTuple):
    """What tells whether a file has changed; size -1 never equals a file's."""

    size: int
    mtime: int
    inode: int


class ReadRecord(NamedTuple):
    """One record, read and analysed for the engine under its own docid.

    pmid, doi, name: as `identity.keys`; digest: equal for equal content at an equal place.
    """

    pmid: str | None
    doi: str | None
    name: str | None
    quality: int
    digest: bytes
    flags: int
    likeness: int | None
    encoded: bytes

    @property
    def docid(self) -> str:
        """The docid that `encoded` was made for."""
        docid = self.pmid or self.doi or self.name
        assert docid is not None
        return docid


class ReadEnd(NamedTuple):
    """The end of a file. error: why it was not (wholly) read; lasting: whether the error lies in
    the file's content (True) or in the reading of it (False: try again next time)."""

    stamp: Stamp
    format: str | None
    replaced: int
    error: str | None = None
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read. shown: its path as people see it; as_format: a format's name or None."""

    path: bytes
    shown: str
    as_format: str | None = None


def read(job: Job, engine: Engine) -> Iterator[ReadRecord | ReadEnd]:
    """The records of a file in order, then its end; an error ends the reading, never raises."""
    stamp = Stamp(-1, 0, 0)
    format: str | None = None
    replaced = 0
    failure: InputError | None = None
    path = os.fsdecode(job.path)
    try:
        stamp = stamp_of(path)
        for document in sources.documents(path):
            shown = job.shown + document.path[len(path) :]
            try:
                for record in _records(document, shown, job.as_format):
                    format = format or record.source.format
                    yield _analysed(record, document, engine)
            except InputError as error:
                # One member of an archive; the others go on.
                failure = failure or InputError(shown, error.reason)
            replaced += document.replaced
    except InputError as error:
        failure = failure or InputError(job.shown, error.reason)
        failure.__cause__ = error.__cause__
    if failure is None:
        yield ReadEnd(_steady(path, stamp), format, replaced)
    else:
        member = failure.path.removeprefix(job.shown)
        reason = f"{member.removeprefix('!')}: {failure.reason}" if member else failure.reason
        lasting = not isinstance(failure.__cause__, OSError)
        yield ReadEnd(stamp, format, replaced, reason, lasting)


def _records(document: Document, shown: str, as_format: str | None) -> Iterator[Record]:
    for entry in formats.parse(document, as_format):
        if isinstance(entry, Record):
            yield entry.at(shown, entry.source.ordinal, entry.source.format)


def _analysed(record: Record, document: Document, engine: Engine) -> ReadRecord:
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
        digest(record),
        suspects.flags(record, format, document.replaced > 0),
        likeness(record),
        encoded,
    )


def digest(record: Record) -> bytes:
    """Equal for records that are equal in all that an index keeps of them, source included."""
    source = record.source
    values = [getattr(record, name) for name in FIELD_NAMES]
    # Version 2 of marshal, the last one whose bytes depend on the values alone.
    content = marshal.dumps((source.path, source.ordinal, source.format, *values), 2)
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


def _steady(path: str, before: Stamp) -> Stamp:
    """The stamp to remember: one that never matches if the file may have changed meanwhile.

    A change right after the reading can leave size and time as they were, when both fall into
    one tick of the file system's clock.
    """
    after = stamp_of(path)
    margin = FINE_MARGIN_NS if after.mtime % 1_000_000_000 else COARSE_MARGIN_NS
    if after != before or abs(time.time_ns() - after.mtime) < margin:
        return before._replace(size=-1)
    return before
