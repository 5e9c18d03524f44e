"""Syncing again whenever something under the watched paths has changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from searcher.errors import UsageError

_WAKE_MS = 300
QUIET_MS = 500
"""How long nothing must happen before a change is taken in, so that half a copy is not."""


def changes(
    paths: Sequence[str | Path], own: Path, stop: threading.Event | None = None
) -> Iterator[None]:
    """Yields once at once, and again after each burst of changes under the paths, until `stop`.

    own: the index directory, whose changes are our own and do not count. Raises UsageError where
    watchfiles is not installed or a path does not exist.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or directory")
    watch = _watchfiles()
    inside = os.path.realpath(own) + os.sep

    def counts(_: object, path: str) -> bool:
        return not os.path.realpath(path).startswith(inside)

    begun = False
    for burst in watch(
        *paths, watch_filter=counts, step=QUIET_MS, debounce=10 * QUIET_MS, stop_event=stop,
        rust_timeout=_WAKE_MS, yield_on_timeout=True, ignore_permission_denied=True,
    ):  # fmt: skip
        # The first time says that the watch has begun: what happens from then on is not missed,
        # also while the caller is busy.
        if burst or not begun:
            begun = True
            yield


def _watchfiles() -> Callable[..., Any]:
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise UsageError(
            "watching needs watchfiles; install it with: pip install 'searcher[watch]'"
        ) from error
    found: Callable[..., Any] = watch
    return found
