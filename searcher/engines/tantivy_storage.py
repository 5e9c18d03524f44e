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
_FULL = 256_000_000
"""With so few bytes left, a write that failed did so for want of room: a segment is as large."""


@frozen
class Segment:
    """One segment: how many records were written into it, how many of them are deleted, and the
    name of the file that says which."""

    id: str
    size: int
    deleted: int
    deletions: str = ""

    @property
    def live(self) -> int:
        return self.size - self.deleted


@frozen
class Meta:
    """One commit: its number, and its segments in the order in which a searcher numbers them."""

    opstamp: int
    segments: tuple[Segment, ...]

    @property
    def deleted(self) -> int:
        return sum(segment.deleted for segment in self.segments)


def read_meta(directory: str) -> Meta:
    """The last commit, from tantivy's own table; raises what a broken table makes it raise."""
    table = json.loads(read_file(f"{directory}/meta.json"))
    return Meta(int(table["opstamp"]), tuple(map(_segment, table["segments"])))


def set_block_size(directory: str, size: int) -> None:
    """Let a new index compress stored records in blocks of so many bytes.

    tantivy reads such settings from its table, and its binding has no other way to give them.
    """
    table = json.loads(read_file(f"{directory}/meta.json"))
    table["index_settings"]["docstore_blocksize"] = size
    write_file(directory, "meta.json", json.dumps(table))


def _segment(shape: dict[str, Any]) -> Segment:
    id, size, deletes = shape["segment_id"].replace("-", ""), shape["max_doc"], shape["deletes"]
    if not deletes:
        return Segment(id, size, 0)
    return Segment(id, size, deletes["num_deleted_docs"], f"{id}.{deletes['opstamp']}.del")


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
    write_file(directory, _ALIAS, json.dumps({"name": name, "until": None}))
    yield
    settle(directory)


def settle(directory: str) -> None:
    """After a rewriting, whether it came to its end or not: the next commit has its own name."""
    alias = _read_alias(directory)
    if alias and alias["until"] is None:
        until = read_meta(directory).opstamp
        write_file(directory, _ALIAS, json.dumps({"name": alias["name"], "until": until}))


def _read_alias(directory: str) -> dict[str, Any] | None:
    try:
        alias: dict[str, Any] = json.loads(read_file(f"{directory}/{_ALIAS}"))
    except FileNotFoundError:
        return None
    return alias


def read_file(path: str) -> str:
    """The text of a small file."""
    with open(path, encoding="utf-8") as file:
        return file.read()


def write_file(directory: str, name: str, text: str) -> None:
    """Put a small file in place as a whole, durably."""
    beside = f"{directory}/.tmp-{name}"
    with failing_writes(directory):
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

    tantivy collects only what it remembers to have written, which ends with a killed process; and
    it refuses to write a file of deletions that is there already.
    """
    segments = read_meta(directory).segments
    kept = {segment.id for segment in segments}
    deletions = {segment.deletions for segment in segments}
    for name in os.listdir(directory):
        segment = _SEGMENT_FILE.match(name)
        left = segment and (
            segment[1] not in kept or (name.endswith(".del") and name not in deletions)
        )
        if left or name.startswith(".tmp"):
            with suppress(FileNotFoundError):
                os.unlink(f"{directory}/{name}")


@contextmanager
def damage(directory: str) -> Iterator[None]:
    """Whatever goes wrong inside is a damaged index: for opening one, and reading its tables, which
    raise anything when they were cut or overwritten."""
    try:
        yield
    except SearcherError:
        raise
    except Exception as error:
        raise damaged(directory, error) from error
    except BaseException as error:
        if not is_panic(error):
            raise
        raise damaged(directory, error) from error


def damaged(directory: str, error: BaseException) -> IndexDamaged:
    """The damage that made tantivy, or a reading of its table, raise this."""
    return IndexDamaged(f"{directory}: the index cannot be read ({_line(error)})")


def is_panic(error: BaseException) -> bool:
    """Whether tantivy has panicked, which its binding raises outside of Exception."""
    return type(error).__name__ == "PanicException"


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


def is_ended(error: ValueError) -> bool:
    """Whether tantivy raised it because its writing thread has come to an end."""
    return "killed" in str(error)


def _line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__
