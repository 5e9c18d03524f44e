"""The exception tree.

SearcherError
├── UsageError          the call itself makes no sense (a path that does not exist)
│   └── QueryError      a query that cannot be read; knows the place
├── IndexUnusable       the index cannot be used as it is
│   ├── IndexMissing    there is none at this path
│   ├── IndexForeign    the directory is somebody else's, or not an index of ours
│   ├── IndexOutdated   made by another version of schema or analysis
│   └── IndexDamaged    a file of it is gone or cannot be read
├── IndexLocked         another writer holds the index
├── StorageError        the disk refused a write (full, read-only, gone)
└── InputError          one input file could not be read; the others go on
    └── NoRecord        it is something else than literature, and nothing is lost with it

Every message is one line for a person and says what to do next where that is known.
"""

from __future__ import annotations


class SearcherError(Exception):
    """Base of all errors that this package raises on purpose."""


class UsageError(SearcherError):
    """The call itself makes no sense."""


class QueryError(UsageError):
    """A query that cannot be read; `position` counts characters from 0 into `query`."""

    def __init__(self, message: str, query: str = "", position: int = 0) -> None:
        super().__init__(message)
        self.query = query
        self.position = position


class IndexUnusable(SearcherError):
    """The index cannot be used as it is."""


class IndexMissing(IndexUnusable):
    """There is no index at this path."""


class IndexForeign(IndexUnusable):
    """The directory belongs to somebody else, or holds something that is not our index."""


class IndexOutdated(IndexUnusable):
    """The index was made by another version of schema or analysis."""


class IndexDamaged(IndexUnusable):
    """A file of the index is gone or cannot be read."""


class IndexLocked(SearcherError):
    """Another writer holds the index."""


class StorageError(SearcherError):
    """The disk refused a write."""


class InputError(SearcherError):
    """One input file could not be read; `path` names it.

    entry: the number (from 1) of the damaged record in it; 0: it is the file as a whole.
    """

    def __init__(self, path: str, reason: str, entry: int = 0) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.entry = entry


class NoRecord(InputError):
    """A file was read, and is something else than literature."""
