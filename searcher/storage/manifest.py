"""The manifest of a generation: size and checksum of every file, from when it was last written.

A writer takes the manifest away before it changes anything and writes it anew when it is done;
so while there is one, each file must be as it says. After an interrupted run there is none, and
nothing to compare with, until the next run has ended.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable

from searcher.errors import IndexDamaged
from searcher.storage.layout import read_bytes, storage_errors, sync_directory, write_durably

_BLOCK = 1 << 20
_OWN = ("manifest", "manifest.new", "journal", "journal.new")
_PASSING = ("-wal", "-shm", "lock", "LOCK")

Entry = tuple[int, int, int]
"""Size, time of change in ns, CRC-32."""


class Manifest:
    """The manifest of one generation directory."""

    def __init__(self, directory: str) -> None:
        self._directory = directory
        self._path = f"{directory}/manifest"
        self._known: dict[str, Entry] = {}

    def take_away(self) -> bool:
        """Before anything changes: there is no manifest until `write`; whether there was one, and
        so the last run has come to its end."""
        self._known = _parsed(self._bytes() or b"") or {}
        with storage_errors(self._path):
            if not os.path.exists(self._path):
                return False
            os.unlink(self._path)
            sync_directory(self._directory)
        return True

    def write(self) -> None:
        """Note all files as they are; those that did not change since are not read again."""
        entries: dict[str, Entry] = {}
        for name, path in self._files().items():
            found = os.stat(path)
            known = self._known.get(name)
            if known is None or known[:2] != (found.st_size, found.st_mtime_ns):
                known = (found.st_size, found.st_mtime_ns, _checksum(path))
            entries[name] = known
        body = json.dumps(entries)
        with storage_errors(self._path):
            write_durably(self._path, f"{zlib.crc32(body.encode()):08x} {body}".encode())

    def check(self) -> None:
        """Raise IndexDamaged where a file is gone or is not as it was written; cheap, since only
        files whose time is another one are read."""
        problems = self._against(_looks_unchanged)
        if problems:
            raise IndexDamaged(
                f"{self._directory}: {problems[0]}; searcher verify --repair builds it again"
            )

    def check_contents(self) -> list[str] | None:
        """What is wrong with the files, each in one line; None where there is no manifest."""
        if not os.path.exists(self._path):
            return None
        return self._against(_is_unchanged)

    def _against(self, holds: Callable[[str, Entry], bool]) -> list[str]:
        before = self._bytes()
        if before is None:
            return []
        entries = _parsed(before)
        problems = ["the manifest is damaged"] if entries is None else []
        for name, entry in sorted((entries or {}).items()):
            try:
                if not holds(f"{self._directory}/{name}", entry):
                    problems.append(f"{name} is not as it was written")
            except FileNotFoundError:
                problems.append(f"{name} is gone")
            except OSError as error:
                problems.append(f"{name} cannot be read: {error.strerror}")
        # A writer may have begun meanwhile; then nothing is known.
        return problems if problems and self._bytes() == before else []

    def _bytes(self) -> bytes | None:
        try:
            return read_bytes(self._path)
        except OSError:
            return None

    def _files(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for folder, _, names in os.walk(self._directory):
            for name in names:
                if name not in _OWN and not name.endswith(_PASSING):
                    path = f"{folder}/{name}"
                    found[path.removeprefix(f"{self._directory}/")] = path
        return found


def _parsed(data: bytes) -> dict[str, Entry] | None:
    """What a manifest says; None for one that is damaged."""
    check, _, body = data.partition(b" ")
    if f"{zlib.crc32(body):08x}".encode() != check:
        return None
    entries = json.loads(body)
    return {name: (size, time, crc) for name, (size, time, crc) in entries.items()}


def _looks_unchanged(path: str, entry: Entry) -> bool:
    found = os.stat(path)
    if (found.st_size, found.st_mtime_ns) == entry[:2]:
        return True
    # A copy that was put back from elsewhere has other times.
    return _is_unchanged(path, entry)


def _is_unchanged(path: str, entry: Entry) -> bool:
    return os.stat(path).st_size == entry[0] and _checksum(path) == entry[2]


def _checksum(path: str) -> int:
    crc = 0
    with open(path, "rb", buffering=0) as stream:
        while block := stream.read(_BLOCK):
            crc = zlib.crc32(block, crc)
    return crc
