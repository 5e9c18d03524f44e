"""The journal: a batch on its way from the engine to the catalog, in a file of its own."""

from __future__ import annotations

import marshal
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from searcher.errors import IndexDamaged
from searcher.storage.layout import storage_errors, write_durably

_DIGEST_BYTES = 64


class Journal:
    """The notes of one batch, whole, or no file at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, engine_commit: str, notes: list[bytes]) -> None:
        """Note a batch durably; `engine_commit` names the engine's commit before it."""
        body = marshal.dumps((engine_commit, notes))
        with storage_errors(str(self._path)):
            write_durably(str(self._path), blake2b(body).digest() + body)

    def read(self) -> tuple[str, list[bytes]] | None:
        """What was written, None where no batch is on its way; raises IndexDamaged for what was not
        written so."""
        with storage_errors(str(self._path)):
            try:
                data = self._path.read_bytes()
            except FileNotFoundError:
                return None
        digest, body = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
        if blake2b(body).digest() != digest:
            raise IndexDamaged(
                f"{self._path} is damaged; build again with: searcher index --rebuild"
            )
        found: tuple[str, list[bytes]] = marshal.loads(body)
        return found

    def drop(self) -> None:
        """Forget it: the batch is in the catalog, or has never been in the engine."""
        with storage_errors(str(self._path)), suppress(FileNotFoundError):
            self._path.unlink()
