"""What goes between the reading of files and the index: jobs in one direction, parts in the other.

Plain tuples, so that they can be sent to another process as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from searcher.catalog.tables import NO_RECORD
from searcher.errors import InputError, NoRecord


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


class Failure(NamedTuple):
    """Why a file was not (wholly) read: the member of an archive and the entry that it is about
    (each from 0, or the whole of it), and the reason."""

    member: int
    entry: int
    reason: str


class ReadEnd(NamedTuple):
    """The end of a file, or of a share of it.

    entries: how many there are in all; records: how many of them were read as records.
    lasting: whether failures lie in the file's content (True) or in the reading of it (False: try
    again next time).
    """

    stamp: Stamp
    replaced: int
    entries: int
    format: str | None
    records: int
    failures: tuple[Failure, ...] = ()
    lasting: bool = True

    @property
    def error(self) -> str | None:
        """Why it was not (wholly) read, in one line."""
        if not self.failures:
            return None
        more = f" (and {len(self.failures) - 1} more)" if len(self.failures) > 1 else ""
        return self.failures[0].reason + more


def joined(ends: Sequence[ReadEnd]) -> ReadEnd:
    """The end of a file of which several have read a share each, as one alone would have said."""
    first = ends[0]
    if len(ends) == 1:
        return first
    failures: dict[int, Failure] = {}
    for failure in sorted(failure for end in ends for failure in end.failures):
        failures.setdefault(failure.member, failure)
    records = sum(end.records for end in ends)
    if not records and not failures:
        failures[0] = Failure(0, 0, "holds no record with a title or an abstract")
    # Who saw other content than the first one, saw the file change.
    agreed = all(end[:3] == first[:3] for end in ends)
    return ReadEnd(
        first.stamp if agreed else first.stamp._replace(size=-1),
        first.replaced,
        first.entries,
        next((end.format for end in ends if end.format), None),
        records,
        tuple(failures.values()),
        all(end.lasting for end in ends),
    )


class Part(NamedTuple):
    """Some entries of one file, the `first`th and those after it; end: at the end of the file.

    records: None for an entry that is no record.
    """

    first: int
    records: list[ReadRecord | None]
    end: ReadEnd | None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, or a share of it.

    shown: its path as people see it; as_format: a format's name or None. share, shares: of every
    `shares` stretches of CHUNK entries only the `share`th is read, so that several can work on one
    large file.
    """

    path: bytes
    shown: str
    as_format: str | None = None
    share: int = 0
    shares: int = 1


def unread(path: str, reason: str, format: str | None) -> InputError:
    """Why a file is not in the index, as a file's row or the end of its reading says it."""
    return (NoRecord if format == NO_RECORD else InputError)(path, reason)
