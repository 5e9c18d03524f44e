"""Walks paths: which files are there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from searcher.errors import InputError, NoRecord, UsageError


class FileStat(NamedTuple):
    """A file that can be read, with what tells whether it has changed."""

    path: str
    size: int
    mtime_ns: int
    inode: int


OnError = Callable[[InputError], None]
IsIndex = Callable[[str], bool]
"""Whether a directory is an index: it is passed over, and reported as a NoRecord."""


_OF_SYSTEMS = frozenset({"desktop.ini", "Desktop.ini", "Thumbs.db", "ehthumbs.db"})


def is_hidden(name: str) -> bool:
    """Whether nobody sees a file of this name: a dot before it, what Windows keeps in folders of
    its own accord, and what Office keeps beside a file that is open."""
    return name.startswith((".", "~$")) or name in _OF_SYSTEMS


def walk(paths: Iterable[str | Path], on_error: OnError, is_index: IsIndex) -> Iterator[FileStat]:
    """All files under the given directories, and the given files, each once, in no order.

    Hidden files are passed over, unless they are given. Links are followed last,
    and what they lead to is known by its real path. Raises UsageError before anything is yielded
    when a path does not exist; what cannot be read is reported to `on_error`.
    """
    given = [os.fspath(path) for path in paths]
    for path in given:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or directory")
    folders = walk_folders([os.fsencode(path) for path in given], on_error, is_index)
    return (
        FileStat(os.fsdecode(folder.path_of(name)), *stamp)
        for folder in folders
        for name, *stamp in folder.files
    )


_PASSED_OVER = "is an index of searcher, and was passed over"


class Folder(NamedTuple):
    """Files of one directory, each as name, size, mtime in ns and inode.

    path: real; given: the path from which it was reached, by links perhaps; device: the number of
    the file system it is on; whole: whether these are all files in it, or only one that was given
    or linked to.
    """

    path: bytes
    given: bytes
    device: int
    files: list[tuple[str, int, int, int]]
    whole: bool = True

    def path_of(self, name: str) -> bytes:
        """The path of one of the files."""
        return _join(self.path, name)


def walk_folders(paths: Iterable[bytes], on_error: OnError, is_index: IsIndex) -> Iterator[Folder]:
    """`walk` for those who pass hundreds of thousands of files and look at few of them.

    Every directory is yielded once, also one without files.
    """
    return _Walk(list(paths), on_error, is_index).run()


class _Walk:
    """One walk: the paths still to be gone through, and what has been seen."""

    def __init__(self, given: list[bytes], on_error: OnError, is_index: IsIndex) -> None:
        # Each path with the given one from which it was reached.
        self._directories: list[tuple[bytes, bytes]] = []
        self._others = [(path, path) for path in given]
        self._on_error = on_error
        self._is_index = is_index
        self._visited: set[tuple[int, int]] = set()
        self._met: set[bytes] = set()

    def run(self) -> Iterator[Folder]:
        while self._others:
            others, self._others = self._others, []
            files = [each for each in others if not self._is_directory(*each)]
            while self._directories:
                yield from self._directory(*self._directories.pop())
            for each in files:
                yield from self._file(*each)

    def _is_directory(self, path: bytes, given: bytes) -> bool:
        found = Path(os.fsdecode(path))
        if found.is_dir():
            real = os.path.realpath(path) if found.is_symlink() else path
            self._directories.append((real, given))
            return True
        return False

    def _directory(self, path: bytes, given: bytes) -> Iterator[Folder]:
        """The files of one directory; those below it, and links, are left for later."""
        try:
            # By its handle, so that the system need not find the way for each file again.
            handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                info = os.fstat(handle)
                if (info.st_dev, info.st_ino) in self._visited:
                    return
                self._visited.add((info.st_dev, info.st_ino))
                if self._is_index(os.fsdecode(path)):
                    self._on_error(NoRecord(os.fsdecode(path), _PASSED_OVER))
                    return
                files = self._files(handle, path, given)
            finally:
                os.close(handle)
        except OSError as error:
            self._fail(path, error)
            return
        yield Folder(path, given, info.st_dev, files)

    def _files(self, handle: int, path: bytes, given: bytes) -> list[tuple[str, int, int, int]]:
        files = []
        with os.scandir(handle) as found:
            for entry in found:  # a hundred thousand times
                name = entry.name
                if is_hidden(name):
                    continue
                if not entry.is_file(follow_symlinks=False):
                    self._other(entry, _join(path, name), given)
                    continue
                try:
                    info = entry.stat(follow_symlinks=False)
                except OSError as error:
                    self._fail(_join(path, name), error)
                    continue
                files.append((name, info.st_size, info.st_mtime_ns, info.st_ino))
        return files

    def _other(self, entry: os.DirEntry[str], path: bytes, given: bytes) -> None:
        if entry.is_symlink():
            self._others.append((path, given))
        elif entry.is_dir():
            self._directories.append((path, given))
        else:
            self._on_error(_no_file(path))

    def _file(self, path: bytes, given: bytes) -> Iterator[Folder]:
        """A file that was given or linked to, unless it has been met in its directory."""
        try:
            named = Path(os.fsdecode(path))
            real = Path(os.path.realpath(named)) if named.is_symlink() else named
            info, above = real.stat(), real.parent.stat()
        except OSError as error:
            self._fail(path, error)
            return
        met = (above.st_dev, above.st_ino) in self._visited and not real.name.startswith(".")
        if met or bytes(real) in self._met:
            return
        self._met.add(bytes(real))
        if stat.S_ISREG(info.st_mode):
            file = (real.name, info.st_size, info.st_mtime_ns, info.st_ino)
            yield Folder(bytes(real.parent), given, info.st_dev, [file], whole=False)
        else:
            self._on_error(_no_file(path))

    def _fail(self, path: bytes, error: OSError) -> None:
        self._on_error(InputError(os.fsdecode(path), reason_of(error)))


def _join(above: bytes, name: str) -> bytes:
    return above.rstrip(b"/") + b"/" + os.fsencode(name)


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
