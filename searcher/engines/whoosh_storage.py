"""Whoosh's file storage, made durable: what a commit has written survives a power cut."""

from __future__ import annotations

import os
from typing import Any

from whoosh.filedb.filestore import FileStorage


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Syncs each file when it is closed, and the directory before and after each rename.

    Whoosh makes a commit visible by renaming its table of contents into place, as the last
    step; so everything that it names is on the disk before it is.
    """

    def lock(self, name: str) -> Any:
        self._lock = super().lock(name)
        return self._lock

    def unlock(self) -> None:
        """Let go of the lock that a writer took and, failing half made, could not give back."""
        if self._lock.fd is not None:
            self._lock.release()

    def create_file(self, name: str, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("onclose", _sync)
        return super().create_file(name, *args, **kwargs)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        self.sync()
        super().rename_file(oldname, newname, safe)
        self.sync()

    def sweep(self) -> None:
        """Take away tables of contents that a killed writer never put in place.

        For the one who holds the lock; other files of dead writers go with Whoosh's next commit.
        """
        for name in self.list():
            if name.startswith("_") and ".toc." in name:
                self.delete_file(name)

    def sync(self) -> None:
        """Make the directory's names durable."""
        directory = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


def _sync(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())
