"""A progress bar on stderr, for a person at a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from searcher.sync.reports import Progress


class ProgressBar:
    """Shows files, records a second and the time left; call it with each `Progress`."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar = click.progressbar(
            length=0,
            label="files",
            width=12,  # what is left of 80 columns beside a million files and records
            file=sys.stderr,
            show_pos=True,
            item_show_func=lambda item: item,
        )

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
        seconds = max(time.monotonic() - self._started, 0.001)
        self._bar.length = progress.files_total
        rate = f"{progress.records:,} records, {progress.records / seconds:,.0f}/s"
        self._bar.update(progress.files_done - self._bar.pos, rate)
