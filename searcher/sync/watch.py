"""Syncing again whenever something under the watched paths has changed."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from searcher.errors import IndexLocked, InputError, SearcherError, StorageError, UsageError
from searcher.sync.reports import SyncReport

_WAKE_MS = 300
QUIET_MS = 500
"""How long nothing must happen before a change is taken in, so that half a copy is not."""

RETRY_SECONDS = 10.0
"""How long after a sync that could not be done it is tried again, unless something changes."""

TIDY = 100_000
"""So many records at most are written anew after a change, some twenty seconds: the next change
waits for it."""

Paths = Sequence[Path]


def watch(
    sync: Callable[[Paths], SyncReport],
    paths: Paths,
    own: Path,
    stop: threading.Event | None = None,
) -> Iterator[SyncReport | SearcherError]:
    """Syncs the paths at once, and again after each burst of changes under them, until `stop`;
    yields each report, or the error in its place where a later try may succeed.

    own: the index directory, whose changes are our own and do not count. Raises UsageError where
    watchfiles is not installed or a path does not exist at first.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or directory")
    away = set[Path]()
    retry = math.inf  # when to sync although nothing has changed
    for changed in _wakes(paths, own, stop):
        if not changed and time.monotonic() < retry:
            continue
        there = [path for path in paths if path.exists()]
        gone = [path for path in paths if path not in there]
        for path in gone:
            if path not in away:
                yield InputError(str(path), "is not there; what the index has of it is kept")
        away, retry = set(gone), math.inf
        if there:
            outcome = _outcome(sync, there)
            if isinstance(outcome, SearcherError):
                retry = time.monotonic() + RETRY_SECONDS
            yield outcome


def _outcome(sync: Callable[[Paths], SyncReport], paths: Paths) -> SyncReport | SearcherError:
    try:
        return sync(paths)
    except (IndexLocked, StorageError) as error:  # another writer, a disk that is full or away
        return error
    except UsageError as error:
        if all(map(Path.exists, paths)):
            raise
        return error


def _wakes(paths: Paths, own: Path, stop: threading.Event | None) -> Iterator[bool]:
    """Whether something has changed, now and then; True also whenever watching begins anew.

    It does when a path is another file or folder than before: a system tells of those that were
    there when watching began, whatever their names are now.
    """
    from_system = _watchfiles()
    inside = os.path.realpath(own) + os.sep

    def counts(_: object, path: str) -> bool:
        return not os.path.realpath(path).startswith(inside)

    while stop is None or not stop.is_set():
        there = _identities(paths)
        begun = False
        try:
            for burst in from_system(
                *there, watch_filter=counts, step=QUIET_MS, debounce=10 * QUIET_MS, stop_event=stop,
                rust_timeout=_WAKE_MS, yield_on_timeout=True, ignore_permission_denied=True,
            ):  # fmt: skip
                # The first time says that the watch has begun: what happens from then on is not
                # missed, also while the caller is busy.
                yield bool(burst) or not begun
                begun = True
                if _identities(paths) != there:
                    break
        except FileNotFoundError:
            time.sleep(_WAKE_MS / 1000)  # gone since we looked


def _identities(paths: Paths) -> dict[Path, tuple[int, int]]:
    """Those of the paths that are there, with what tells them from others of the same name."""
    found: dict[Path, tuple[int, int]] = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = status.st_dev, status.st_ino
    return found


def _watchfiles() -> Callable[..., Any]:
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise UsageError(
            "watching needs watchfiles; install it with: pip install 'searcher[watch]'"
        ) from error
    found: Callable[..., Any] = watch
    return found
