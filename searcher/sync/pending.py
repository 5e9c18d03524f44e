"""Encoded records of a batch that has not been committed, kept on disk: they take as much as the
engine does until then."""

from __future__ import annotations

import errno
import os
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

from searcher.errors import StorageError

AT_ONCE = 1 << 18
"""Bytes that are written at once: record by record takes four times the processor time."""


class Pending:
    """Encoded records by docid, in a file without a name, which ends with this process."""

    def __init__(self, directory: str) -> None:
        import tempfile  # only when there is something to write

        self._directory = directory
        with self._refusals():
            self._file = tempfile.TemporaryFile(dir=directory, buffering=0)  # noqa: SIM115
        self._numbers: dict[str, int] = {}
        self._ends = array("Q", [0])  # of each record, the first of which has the number 1
        self._waiting: list[bytes] = []  # what comes after the first `_written` bytes
        self._written = 0

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, docid: str) -> bool:
        return docid in self._numbers

    def __setitem__(self, docid: str, encoded: bytes) -> None:
        self._numbers[docid] = len(self._ends)
        self._ends.append(self.size + len(encoded))
        self._waiting.append(encoded)
        if self.size - self._written >= AT_ONCE:
            self._write()

    def __getitem__(self, docid: str) -> bytes:
        number = self._numbers[docid]
        start, end = self._ends[number - 1 : number + 1]
        if end > self._written:
            self._write()
        with self._refusals():
            return os.pread(self._file.fileno(), end - start, start)

    def discard(self, docid: str) -> None:
        """Forget a record, if it is there."""
        self._numbers.pop(docid, None)

    @property
    def size(self) -> int:
        """How many bytes have been put in since all was forgotten."""
        return self._ends[-1]

    def clear(self) -> None:
        """Forget all, and give the room back."""
        self._numbers.clear()
        self._waiting.clear()
        del self._ends[1:]
        self._written = 0
        with self._refusals():
            self._file.truncate(0)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _write(self) -> None:
        data = b"".join(self._waiting)
        with self._refusals():
            if os.pwrite(self._file.fileno(), data, self._written) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._waiting.clear()
        self._written = self.size

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StorageError(f"{self._directory}: {error.strerror or error}") from error
