"""Walks paths: which files are there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from searcher.errors import InputError, UsageError


class FileStat(NamedTuple):
    """A file that can be read, with what tells whether it has changed."""

    path: str
    size: int
    mtime_ns: int
    inode: int


def walk(paths: Iterable[str | Path], on_error: Callable[[InputError], None]) -> Iterator[FileStat]:
    """All files under the given directories, and the given files, each once, in no order.

    Names that begin with a dot are passed over, unless they are given. Links are followed last,
    and what they lead to is known by its real path. Raises UsageError before anything is yielded
    when a path does not exist; what cannot be read is reported to `on_error`.
    """
    given = [os.fspath(path) for path in paths]
    for path in given:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or directory")
    found = walk_bytes([os.fsencode(path) for path in given], on_error)
    return (
        FileStat(os.fsdecode(path), info.st_size, info.st_mtime_ns, info.st_ino)
        for path, info in found
    )


def walk_bytes(
    paths: Iterable[bytes], on_error: Callable[[InputError], None]
) -> Iterator[tuple[bytes, os.stat_result]]:
    """`walk` for those who pass hundreds of thousands of files and look at few of them."""
    return _Walk(list(paths), on_error).run()


class _Walk:
    """One walk: the paths still to be gone through, and what has been seen."""

    def __init__(self, given: list[bytes], on_error: Callable[[InputError], None]) -> None:
        self._directories: list[bytes] = []
        self._others = given
        self._on_error = on_error
        self._visited: set[tuple[int, int]] = set()
        self._met: set[bytes] = set()

    def run(self) -> Iterator[tuple[bytes, os.stat_result]]:
        while self._others:
            others, self._others = self._others, []
            files = [path for path in others if not self._is_directory(path)]
            while self._directories:
                yield from self._directory(self._directories.pop())
            for path in files:
                yield from self._file(path)

    def _is_directory(self, path: bytes) -> bool:
        found = Path(os.fsdecode(path))
        if found.is_dir():
            self._directories.append(os.path.realpath(path) if found.is_symlink() else path)
            return True
        return False

    def _directory(self, path: bytes) -> Iterator[tuple[bytes, os.stat_result]]:
        """The files of one directory; those below it, and links, are left for later."""
        try:
            info = Path(os.fsdecode(path)).stat()
            if (info.st_dev, info.st_ino) in self._visited:
                return
            self._visited.add((info.st_dev, info.st_ino))
            with os.scandir(path) as found:
                for entry in found:  # a hundred thousand times
                    if entry.name[0] == 46:  # a dot
                        continue
                    if not entry.is_file(follow_symlinks=False):
                        self._other(entry)
                        continue
                    try:
                        info = entry.stat(follow_symlinks=False)
                    except OSError as error:
                        self._fail(entry.path, error)
                        continue
                    yield entry.path, info
        except OSError as error:
            self._fail(path, error)

    def _other(self, entry: os.DirEntry[bytes]) -> None:
        if entry.is_symlink():
            self._others.append(entry.path)
        elif entry.is_dir():
            self._directories.append(entry.path)
        else:
            self._on_error(_no_file(entry.path))

    def _file(self, path: bytes) -> Iterator[tuple[bytes, os.stat_result]]:
        """A file that was given or linked to, unless it has been met in its directory."""
        try:
            given = Path(os.fsdecode(path))
            real = Path(os.path.realpath(given)) if given.is_symlink() else given
            info, above = real.stat(), real.parent.stat()
        except OSError as error:
            self._fail(path, error)
            return
        met = (above.st_dev, above.st_ino) in self._visited and not real.name.startswith(".")
        if met or bytes(real) in self._met:
            return
        self._met.add(bytes(real))
        if stat.S_ISREG(info.st_mode):
            yield bytes(real), info
        else:
            self._on_error(_no_file(path))

    def _fail(self, path: bytes, error: OSError) -> None:
        self._on_error(InputError(os.fsdecode(path), reason_of(error)))


def _no_file(path: bytes) -> InputError:
    return InputError(os.fsdecode(path), "is neither a file nor a directory")


def reason_of(error: OSError) -> str:
    known = {
        PermissionError: "cannot be read: permission denied",
        FileNotFoundError: "cannot be read: it is gone, or a link to nothing",
        IsADirectoryError: "is a directory",
    }
    said = (error.strerror or type(error).__name__).lower()
    return known.get(type(error), f"cannot be read: {said}")
