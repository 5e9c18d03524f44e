"""Reading many files: in this process, or in several that feed this one.

Whatever order the parts come in, the index is the same in the end; so files are read where and when
it is convenient. A process whose pipe is full waits, so nothing piles up.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from searcher.engines.base import Engine
from searcher.errors import SearcherError
from searcher.sync.messages import receive, send, unpacked
from searcher.sync.parts import Job, Part

SMALL = 8 << 20
"""Below so many bytes in all, starting processes costs more than it saves."""

SHARED = 4 << 20
"""Files of at least so many bytes are worth being read by several processes at once."""

_GROUP_BYTES = 1 << 20
_GROUP_FILES = 200

Share = tuple[int, Job]
"""The number of a file, and the job of reading it or a share of it."""


def read_here(jobs: Sequence[Job], engine: Engine) -> Iterator[tuple[int, Part]]:
    """Read files one after another in this process."""
    from searcher.sync import reading

    for number, job in enumerate(jobs):
        for part in reading.read(job, engine):
            yield number, part


def worker_count(wanted: int, sizes: Sequence[int]) -> int:
    """How many processes to start for files of these sizes; 0 is to read here."""
    if wanted:
        return wanted if wanted > 1 else 0
    return (os.cpu_count() or 1) if sum(sizes) >= SMALL else 0


def shares_of(sizes: Sequence[int], workers: int) -> list[int]:
    """For each file, how many processes share it: all of them where one alone would be late."""
    late = max(SHARED, sum(sizes) // (2 * max(workers, 1)))
    return [workers if workers > 1 and size >= late else 1 for size in sizes]


def read_elsewhere(
    jobs: Sequence[Job], sizes: Sequence[int], workers: int, engine: tuple[str, str]
) -> Iterator[tuple[int, Part]]:
    """Read files in other processes; the parts of a file come in any order.

    engine: its name and directory.
    """
    groups = _groups(jobs, sizes, workers)
    pool = [Worker(engine) for _ in range(min(workers, len(groups)))]
    waiting = iter(groups)
    with selectors.DefaultSelector() as selector:
        try:
            for worker in pool:
                worker.give(next(waiting))
                selector.register(worker.output, selectors.EVENT_READ, worker)
            while selector.get_map():
                for key, _ in selector.select():
                    numbered, done = key.data.take()
                    if done:
                        # Given only now, when it waits for it: two full pipes would wait for ever.
                        group = next(waiting, None)
                        if group is None:
                            selector.unregister(key.fileobj)
                        else:
                            key.data.give(group)
                    yield from numbered
        finally:
            for worker in pool:
                worker.end()


def _groups(jobs: Sequence[Job], sizes: Sequence[int], workers: int) -> list[list[Share]]:
    """Jobs put together so that handing them out costs nothing; large ones alone and first, and
    else in their order."""
    most = min(_GROUP_BYTES, sum(sizes) // (8 * workers))
    groups: list[list[Share]] = []
    room = -1
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number].bit_length()):
        job = jobs[number]
        if job.shares > 1:
            groups += ([(number, replace(job, share=share))] for share in range(job.shares))
            continue
        if room < sizes[number] or len(groups[-1]) >= _GROUP_FILES:
            groups.append([])
            room = most
        groups[-1].append((number, job))
        room -= sizes[number]
    return groups


class Worker:
    """One process that works for this one.

    engine: its name and directory; work: the function of `worker` that it runs.
    """

    def __init__(self, engine: tuple[str, str], work: str = "serve") -> None:
        # Not by multiprocessing, which would run the caller's script again in each process.
        name, directory = engine
        code = f"import sys; sys.path[:] = {sys.path!r}; from searcher.sync import worker; "
        code += f"worker.{work}({name!r}, {directory!r})"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what is in a buffer of ours would be waited for in the pipe
            start_new_session=True,  # Ctrl-C is for the one that it feeds
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input, self.output = self._process.stdin, self._process.stdout
        self._group: list[Share] = []

    def give(self, group: list[Share]) -> None:
        """Let it read these files."""
        self._group = group
        content = [
            (number, job.path, job.shown, job.as_format, job.share, job.shares)
            for number, job in group
        ]
        with suppress(BrokenPipeError):  # comes up in `take`, with a reason
            send(self._input, content)

    def take(self) -> tuple[list[tuple[int, Part]], bool]:
        """The parts of the next message, and whether the files given are done."""
        kind, content = self._message(
            f", at or after {self._group[0][1].shown}; with --workers 1 all is read in one process"
        )
        return [(number, unpacked(part)) for number, part in content], kind == "done"

    def ask(self, question: Any) -> Any:
        """Its answer to one message."""
        with suppress(BrokenPipeError):  # comes up at once, with a reason
            send(self._input, question)
        return self._message("")[1]

    def _message(self, where: str) -> tuple[str, Any]:
        message = receive(self.output)
        if message is None:
            raise SearcherError(f"a reading process was ended from outside{where}")
        kind, content = message
        if kind == "bug":
            raise RuntimeError(f"in a reading process: {content}")
        return kind, content

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        with suppress(OSError):
            self._input.close()
        self.output.close()
        self._process.wait()
