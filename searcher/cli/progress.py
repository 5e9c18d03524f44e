"""Progress bars on stderr, for a person at a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from searcher.sync.reports import Progress


class ProgressBar:
    """Shows files, records a second and the time left, and then how far tidying is; call it with
    each `Progress`."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar = _bar("files")

    def __enter__(self) -> ProgressBar:
        self._bar.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.__exit__(kind, error, trace)

    def __call__(self, progress: Progress) -> None:
        if progress.to_rewrite:
            # What takes as long again must not look like a run that hangs.
            self._show("tidying", progress.rewritten, progress.to_rewrite, "all changes are in")
            return
        seconds = max(time.monotonic() - self._started, 0.001)
        rate = f"{progress.records:,} records, {progress.records / seconds:,.0f}/s"
        self._show("files", progress.files_done, progress.files_total, rate)

    def _show(self, label: str, done: int, total: int, item: str) -> None:
        if self._bar.label != label:
            self._bar.__exit__(None, None, None)
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
