"""The index directory: what lies where, whose it is, and how one index replaces another.

    index/
      meta.json         the engine, the generation in use, the fingerprint of schema and analysis
      lock              names the writer, who holds the directory (see lock)
      gen-000001/       one generation: a whole index
        engine/         the engine's own files
        catalog.sqlite  which files and records are in
        journal         a batch on its way from engine to catalog (see catalog)
        manifest        size and checksum of each file above and of roots.json
        roots.json      what it was built from, should the catalog be unreadable

A rebuild writes a generation beside the one in use and swaps by renaming meta.json once.

Here, and in engines, paths are strings: to import pathlib takes longer than to search.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from searcher import analysis, schema
from searcher.errors import (
    IndexDamaged,
    IndexForeign,
    IndexMissing,
    IndexOutdated,
    StorageError,
)
from searcher.frozen import frozen
from searcher.lazy import lazy_pattern

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 4
"""Raised when this layout, the catalog's tables or an engine's own notes change."""

KIND = "searcher index"
"""What meta.json and the lock say that they are of."""
_NOTE_BYTES = 4096
"""More than a meta.json or a lock has."""


_GENERATION = lazy_pattern(r"gen-(\d{6,})")
_HARMLESS = frozenset({".gitignore", ".gitkeep", ".DS_Store", "CACHEDIR.TAG"})


@frozen
class Meta:
    """What meta.json says."""

    engine: str
    generation: int
    fingerprint: str
    created: str
    format: int = FORMAT
    kind: str = KIND


def fingerprint() -> str:
    """What decides whether an index can be used by this version: layout, schema and analysis."""
    fields = repr((FORMAT, schema.FIELDS, schema.GROUPS, schema.TITLE_SHARE, schema.BODY_SHARE))
    return f"{analysis.fingerprint()} {zlib.crc32(fields.encode()):08x}"


def now() -> str:
    """The time in UTC, as it is written everywhere in an index."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class IndexDirectory:
    """One index directory, there or not yet there; `path` is absolute and real."""

    def __init__(self, path: str | Path) -> None:
        self.path = os.path.realpath(path)
        self._meta = f"{self.path}/meta.json"

    @property
    def base(self) -> bytes:
        """The directory in which it lies."""
        return os.fsencode(os.path.dirname(self.path))

    def exists(self) -> bool:
        """Whether something of an index is there, usable or not."""
        return os.path.exists(self._meta)

    def meta(self) -> Meta:
        """What meta.json says; raises IndexMissing, IndexForeign, IndexDamaged, IndexOutdated."""
        self._check_owner()
        try:
            text = read_bytes(self._meta).decode()
        except (FileNotFoundError, NotADirectoryError):
            self._check_creatable()
            raise IndexMissing(
                f"there is no index in {self.path}; make one with: searcher index FOLDER"
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise IndexDamaged(f"{self._meta} cannot be read: {error}") from error
        return self._parse(text)

    def _parse(self, text: str) -> Meta:
        rebuild = "build it again with: searcher index --rebuild"
        try:
            shape = json.loads(text)
            ours = shape["kind"] == KIND
        except (ValueError, KeyError, TypeError):
            ours = False
        if not ours:
            if not self._has_our_lock():
                raise IndexForeign(f"{self.path} is not an index of searcher")
            raise IndexDamaged(f"{self._meta} is damaged; {rebuild}")
        if shape.get("fingerprint") != fingerprint() or shape.get("format") != FORMAT:
            raise IndexOutdated(
                f"the index in {self.path} was made by another version of searcher; {rebuild}"
            )
        check = shape.pop("check", None)
        if check != _check(shape):
            raise IndexDamaged(f"{self._meta} is damaged; {rebuild}")
        return Meta(**shape)

    def last_known(self) -> tuple[str, int] | None:
        """Engine and generation, of whatever version the index is and however damaged: what
        meta.json says, else "auto" and the last generation; None where there is none."""
        engine, number = "auto", 0
        there = self._generations() if os.path.isdir(self.path) else []
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            shape = json.loads(read_bytes(self._meta))
            engine, number = str(shape["engine"]), int(shape["generation"])
        if there and number not in there:
            number = there[-1]
        return (engine, number) if number else None

    def generation(self, number: int) -> str:
        """The directory of a generation."""
        return f"{self.path}/gen-{number:06}"

    def prepare(self) -> None:
        """Make the directory, private; raises IndexForeign where it holds anything unknown."""
        self._check_owner()
        self._check_creatable()
        with storage_errors(self.path):
            os.makedirs(self.path, mode=0o700, exist_ok=True)
            if stat.S_IMODE(os.stat(self.path).st_mode) & 0o077:
                os.chmod(self.path, 0o700)

    def new_generation(self) -> int:
        """Make an empty generation directory with a number that none had before."""
        with storage_errors(self.path):
            number = max([0, *self._generations()]) + 1
            os.makedirs(f"{self.generation(number)}/engine", mode=0o700)
            os.chmod(self.generation(number), 0o700)
            sync_directory(self.path)
        return number

    def write_meta(self, meta: Meta) -> None:
        """Make this the meta.json, at once or not at all."""
        with storage_errors(self.path):
            shape = dict(meta.__dict__)
            text = json.dumps({**shape, "check": _check(shape)}, indent=2) + "\n"
            write_durably(self._meta, text.encode())

    def sweep(self, keep: int) -> None:
        """Remove generations that are not in use; one that cannot be removed is left."""
        for number in self._generations():
            if number != keep:
                import shutil  # there hardly ever is one

                shutil.rmtree(self.generation(number), ignore_errors=True)

    def size(self) -> int:
        """Bytes of all files in the directory; a writer may take some away meanwhile."""
        size = 0
        for folder, _, names in os.walk(self.path):
            for name in names:
                with contextlib.suppress(FileNotFoundError):
                    size += os.stat(f"{folder}/{name}").st_size
        return size

    def _generations(self) -> list[int]:
        found = (_GENERATION.fullmatch(name) for name in self._names())
        return sorted(int(each[1]) for each in found if each)

    def _names(self) -> set[str]:
        return set(os.listdir(self.path))

    def _has_our_lock(self) -> bool:
        """Whether a writer of ours has been here, which tells whose a damaged directory is."""
        return _is_ours(f"{self.path}/lock")

    def _check_owner(self) -> None:
        """Engines trust their files like code, so they must be ours alone."""
        try:
            found = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise StorageError(f"{self.path}: {error.strerror}") from error
        if not stat.S_ISDIR(found.st_mode):
            raise IndexForeign(f"{self.path} is not a directory")
        if found.st_uid != os.geteuid():
            raise IndexForeign(
                f"{self.path} belongs to another user (uid {found.st_uid}); an index is "
                "trusted like code, so only its owner can use it"
            )

    def _check_creatable(self) -> None:
        try:
            names = self._names() - _HARMLESS
        except FileNotFoundError:
            return
        except OSError as error:
            raise IndexForeign(f"{self.path} cannot be read: {error.strerror}") from error
        if self._has_our_lock():
            names = {name for name in names if not _GENERATION.fullmatch(name)}
        names -= {"lock", "meta.json", "meta.json.new"}
        if names and not self.exists():
            raise IndexForeign(
                f"{self.path} holds other files ({min(names)}) and is not an index of searcher; "
                "choose another directory with --index"
            )


def is_index(path: str) -> bool:
    """Whether a directory is an index, of whatever version, or is about to become one."""
    return _is_ours(f"{path}/meta.json") or _is_ours(f"{path}/lock")


def _is_ours(path: str) -> bool:
    """Whether a file is there that says of itself that it belongs to an index."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:  # which may be anything, and large
            shape = json.loads(file.read(_NOTE_BYTES))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(shape, dict) and shape.get("kind") == KIND


def _check(shape: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(shape, sort_keys=True).encode())


def read_bytes(path: str) -> bytes:
    """A whole file."""
    with open(path, "rb") as file:
        return file.read()


def write_durably(path: str, data: bytes) -> None:
    """Write a file so that after a crash it is there with either its old or its new content."""
    beside = path + ".new"
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(beside, path)
    sync_directory(os.path.dirname(path))


def sync_directory(path: str) -> None:
    """Make renames and new names in a directory durable."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def storage_errors(path: str) -> Iterator[None]:
    """Turn what the operating system says about the index directory into StorageError."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{error.filename or path}: {error.strerror or error}") from error
