"""What goes between the reading of files and the index: jobs in one direction, parts in the other.

Plain tuples, so that they can be sent to another process as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


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
    """The end of a file; `records`: how many there are in all.

    error: why it was not (wholly) read; lasting: whether the error lies in the file's content
    (True) or in the reading of it (False: try again next time).
    """

    stamp: Stamp
    format: str | None
    replaced: int
    records: int
    error: str | None = None
    lasting: bool = True


class Part(NamedTuple):
    """Some records of one file, the `first`th and those after it; end: at the end of the file."""

    first: int
    records: list[ReadRecord]
    end: ReadEnd | None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, or a share of it.

    shown: its path as people see it; as_format: a format's name or None. share, shares: of every
    `shares` stretches of CHUNK records only the `share`th is analysed, so that several can work
    on one large file.
    """

    path: bytes
    shown: str
    as_format: str | None = None
    share: int = 0
    shares: int = 1
