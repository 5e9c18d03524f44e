"""The lock of an index directory: one writer at a time, and who that is.

What is locked (flock) is the directory, for a file named lock is easily taken away; the file says
who holds it.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from searcher.errors import IndexLocked
from searcher.storage.layout import KIND, IndexDirectory, now, storage_errors

_BYTES = 512


@contextmanager
def locked(directory: IndexDirectory, timeout: float) -> Iterator[None]:
    """Be the only writer; waits for another one, then raises IndexLocked naming it."""
    with storage_errors(directory.path):
        place = os.open(directory.path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _take_turn(directory, place, time.monotonic() + timeout)
        yield
    finally:
        os.close(place)


def _take_turn(directory: IndexDirectory, place: int, deadline: float) -> None:
    with storage_errors(directory.path):
        name = os.open(f"{directory.path}/lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        # Who waits holds the file meanwhile, and whoever comes later waits for that: so a
        # writer that comes again and again does not shut out all others.
        for wanted in (name, place):
            if not _is_free(wanted, deadline):
                raise IndexLocked(
                    f"the index in {directory.path} is being written by {_holder(name)}; "
                    "try again later"
                )
        holder = {"kind": KIND, "pid": os.getpid(), "host": os.uname().nodename, "since": now()}
        with storage_errors(directory.path):
            # At once over what stands there: it says that the directory is ours, also after
            # a kill, and a loss of power, before there is a meta.json.
            os.pwrite(name, json.dumps(holder).encode().ljust(_BYTES), 0)
            if not directory.exists():
                os.fsync(name)
    finally:
        os.close(name)


def _is_free(wanted: int, deadline: float) -> bool:
    """Whether this is ours before the deadline."""
    while True:
        try:
            fcntl.flock(wanted, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.01)


def _holder(name: int) -> str:
    try:
        holder = json.loads(os.pread(name, 4096, 0))
        return f"process {holder['pid']} on {holder['host']} since {holder['since']}"
    except (ValueError, KeyError, TypeError):
        return "another process"
