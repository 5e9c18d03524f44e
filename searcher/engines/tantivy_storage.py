"""An index directory as files: its table of segments, syncing, sweeping, and damage."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from searcher.errors import IndexDamaged, SearcherError, StorageError
from searcher.frozen import frozen
from searcher.lazy import lazy_pattern

_SEGMENT_FILE = lazy_pattern(r"([0-9a-f]{32})\.")
_ALIAS = "rewritten.json"
_GHOSTS = "ghosts"
_FULL = 256_000_000
"""With so few bytes left, a write that failed did so for want of room: a segment is as large."""


@frozen
class Meta:
    """One commit: its number, its segments, and whether they hold deleted records still."""

    opstamp: int
    segments: tuple[str, ...]
    deletes: bool


def read_meta(directory: str) -> Meta:
    """The last commit, from tantivy's own table; raises what a broken table makes it raise."""
    table = json.loads(_read(f"{directory}/meta.json"))
    segments = table["segments"]
    return Meta(
        int(table["opstamp"]),
        tuple(each["segment_id"].replace("-", "") for each in segments),
        any(each.get("deletes") for each in segments),
    )


def commit_name(directory: str) -> str:
    """The name of the last commit; one that only rewrote what was there keeps the older name."""
    opstamp = read_meta(directory).opstamp
    alias = _read_alias(directory)
    if alias and alias["until"] in (None, opstamp):
        return str(alias["name"])
    return str(opstamp)


@contextmanager
def rewriting(directory: str) -> Iterator[None]:
    """What is committed inside only rewrites what was there; also when it is cut short."""
    name = commit_name(directory)
    _write(directory, _ALIAS, json.dumps({"name": name, "until": None}))
    yield
    settle(directory)
    with suppress(FileNotFoundError):
        os.unlink(f"{directory}/{_GHOSTS}")
    sync_directory(directory)


def settle(directory: str) -> None:
    """After a rewriting, whether it came to its end or not: the next commit has its own name."""
    alias = _read_alias(directory)
    if alias and alias["until"] is None:
        until = read_meta(directory).opstamp
        _write(directory, _ALIAS, json.dumps({"name": alias["name"], "until": until}))


def mark_ghosts(directory: str) -> None:
    """Remember that deleted records are, or have been, part of the statistics."""
    _write(directory, _GHOSTS, "")


def has_ghosts(directory: str) -> bool:
    return os.path.exists(f"{directory}/{_GHOSTS}")


def _read_alias(directory: str) -> dict[str, Any] | None:
    try:
        alias: dict[str, Any] = json.loads(_read(f"{directory}/{_ALIAS}"))
    except FileNotFoundError:
        return None
    return alias


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _write(directory: str, name: str, text: str) -> None:
    """Put a small file in place as a whole, durably."""
    beside = f"{directory}/.tmp-{name}"
    with open(beside, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, f"{directory}/{name}")
    sync_directory(directory)


def sync_directory(directory: str) -> None:
    """Make the names in a directory durable; tantivy syncs its files, but not the last rename."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(directory: str) -> None:
    """Remove the files that a killed writer left; only for who holds the writer's lock.

    tantivy collects only what it remembers to have written, which ends with a killed process.
    """
    kept = set(read_meta(directory).segments)
    for name in os.listdir(directory):
        segment = _SEGMENT_FILE.match(name)
        if (segment and segment[1] not in kept) or name.startswith(".tmp"):
            with suppress(FileNotFoundError):
                os.unlink(f"{directory}/{name}")


@contextmanager
def damage(directory: str) -> Iterator[None]:
    """Whatever goes wrong inside is a damaged index: tantivy reads its files as it goes, and one
    that was cut or overwritten raises anything, or panics outside of Exception."""
    try:
        yield
    except SearcherError:
        raise
    except Exception as error:
        raise IndexDamaged(_unreadable(directory, error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise IndexDamaged(_unreadable(directory, error)) from error


def _unreadable(directory: str, error: BaseException) -> str:
    return f"{directory}: the index cannot be read ({_line(error)})"


@contextmanager
def failing_writes(directory: str) -> Iterator[None]:
    """What goes wrong while writing is the disk's refusal."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise refusal(directory, error) from error


def refusal(directory: str, error: OSError | ValueError) -> StorageError:
    """The disk's refusal, as what tantivy raised for it."""
    # A writing thread that failed only says that it did; a full disk is the usual reason.
    disk = os.statvfs(directory)
    left = disk.f_bavail * disk.f_frsize
    reason = f"the disk is full ({left >> 20} MB left)" if left < _FULL else _line(error)
    return StorageError(f"{directory}: {reason}")


def _line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__
