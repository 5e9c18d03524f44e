"""Progress bars on stderr, for a person at a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import click

from searcher.cli.options import is_dumb

if TYPE_CHECKING:
    from searcher.sync.reports import OnProgress, Progress


def progress_bar(
    quiet: bool = False, rewriting: str = "tidying", item: str = "all changes are in"
) -> AbstractContextManager[OnProgress | None]:
    """A bar on a terminal that can draw it; nothing where nobody looks.

    rewriting, item: what is said beside the records that are written anew.
    """
    if quiet or is_dumb() or not sys.stderr.isatty():
        return nullcontext()
    return ProgressBar(rewriting, item)


class ProgressBar:
    """Shows files, records a second and the time left, and then how far rewriting is; call it with
    each `Progress`."""

    def __init__(self, rewriting: str, item: str) -> None:
        self._started = time.monotonic()
        self._rewriting = rewriting, item
        self._bar: Any = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(*error)

    def __call__(self, progress: Progress) -> None:
        if progress.to_rewrite:
            # What takes as long again must not look like a run that hangs.
            label, item = self._rewriting
            self._show(label, progress.rewritten, progress.to_rewrite, item)
            return
        seconds = max(time.monotonic() - self._started, 0.001)
        rate = f"{progress.records:,} records, {progress.records / seconds:,.0f}/s"
        self._show("files", progress.files_done, progress.files_total, rate)

    def _show(self, label: str, done: int, total: int, item: str) -> None:
        if self._bar is None or self._bar.label != label:
            self.__exit__(None, None, None)
            self._bar = _bar(label)
            self._bar.__enter__()
        self._bar.length = total
        self._bar.update(done - self._bar.pos, item)


def _bar(label: str) -> Any:
    return click.progressbar(
        length=0,
        label=label,
        width=12,  # what is left of 80 columns beside a million files and records
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda item: item,
    )
