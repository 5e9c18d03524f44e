"""Reading many files: in this process, or in several that feed this one.

Whatever order the results come in, the index is the same in the end; so files are read where
and when it is convenient. Between processes go plain tuples, marshalled, in messages of limited
size; a process whose pipe is full waits, so nothing piles up.
"""

from __future__ import annotations

import marshal
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import NamedTuple

from searcher import opening, reading
from searcher.engines.base import Engine
from searcher.errors import SearcherError
from searcher.reading import Job, ReadEnd, ReadRecord, Stamp

CHUNK = 500
"""How many records of a file come at once."""

SMALL = 8 << 20
"""Below so many bytes in all, starting processes costs more than it saves."""

_MESSAGE_BYTES = 1 << 20
_GROUP_BYTES = 1 << 20
_GROUP_FILES = 200


class Part(NamedTuple):
    """Some records of one job; end: its end, when this is the last part."""

    job: int
    records: list[ReadRecord]
    end: ReadEnd | None


def read_here(jobs: Sequence[Job], engine: Engine) -> Iterator[Part]:
    """Read files one after another in this process."""
    for number, job in enumerate(jobs):
        read = reading.read(job, engine)
        end: ReadEnd | None = None
        while end is None:
            records: list[ReadRecord] = []
            for each in islice(read, CHUNK):
                if isinstance(each, ReadEnd):
                    end = each
                else:
                    records.append(each)
            yield Part(number, records, end)


def worker_count(wanted: int, sizes: Sequence[int]) -> int:
    """How many processes to start for files of these sizes; 0 is to read here."""
    if wanted:
        return min(wanted, len(sizes)) if wanted > 1 else 0
    if sum(sizes) < SMALL:
        return 0
    return min(len(sizes), max(1, (os.cpu_count() or 1)))


def read_elsewhere(
    jobs: Sequence[Job], sizes: Sequence[int], workers: int, engine: tuple[str, Path]
) -> Iterator[Part]:
    """Read files in other processes; parts of one job come in order, jobs in any.

    engine: its name and directory.
    """
    groups = _groups(sizes)
    pool = [_Worker(engine) for _ in range(min(workers, len(groups)))]
    try:
        waiting = iter(groups)
        for worker in pool:
            worker.give(jobs, next(waiting))
        busy = {worker.pipe: worker for worker in pool}
        while busy:
            for pipe in wait(list(busy)):
                worker = busy[pipe]  # type: ignore[index]
                parts, done = worker.take(jobs)
                if done:
                    # Given only now, when it waits for it: two full pipes would wait for ever.
                    group = next(waiting, None)
                    if group is None:
                        del busy[pipe]  # type: ignore[arg-type]
                    else:
                        worker.give(jobs, group)
                yield from parts
    finally:
        for worker in pool:
            worker.end()


def _groups(sizes: Sequence[int]) -> list[list[int]]:
    """Jobs put together so that handing them out costs nothing; large ones alone and first."""
    groups: list[list[int]] = []
    room = 0
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number]):
        if room < sizes[number] or len(groups[-1]) >= _GROUP_FILES:
            groups.append([])
            room = _GROUP_BYTES
        groups[-1].append(number)
        room -= sizes[number]
    return groups


class _Worker:
    """One reading process, seen from the one that it feeds."""

    def __init__(self, engine: tuple[str, Path]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._group: list[int] = []
        self._process = context.Process(target=_work, args=(theirs, *engine), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, jobs: Sequence[Job], group: list[int]) -> None:
        self._group = group
        self.pipe.send([(number, *_as_tuple(jobs[number])) for number in group])

    def take(self, jobs: Sequence[Job]) -> tuple[list[Part], bool]:
        """The parts of the next message, and whether a group is done."""
        try:
            kind, content = marshal.loads(self.pipe.recv_bytes())
        except EOFError:
            raise SearcherError(
                "a reading process was ended from outside, at or after "
                f"{jobs[self._group[0]].shown}; "
                "with --workers 1 all is read in one process"
            ) from None
        if kind == "bug":
            raise RuntimeError(f"in a reading process:\n{content}")
        return [_part(*each) for each in content], kind == "done"

    def end(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join()


def _as_tuple(job: Job) -> tuple[bytes, str, str | None]:
    return job.path, job.shown, job.as_format


def _part(job: int, records: list[tuple[object, ...]], end: tuple[object, ...] | None) -> Part:
    read = [ReadRecord._make(record) for record in records]
    if end is None:
        return Part(job, read, None)
    stamp, *rest = end
    return Part(job, read, ReadEnd(Stamp._make(stamp), *rest))  # type: ignore[arg-type]


def _work(pipe: Connection, engine_name: str, directory: Path) -> None:
    """The life of a reading process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that we feed ends us
    try:
        engine = opening.open_engine_at(engine_name, directory)
        while True:
            group = pipe.recv()
            jobs = [Job(*each[1:]) for each in group]
            numbers = [each[0] for each in group]
            _send_parts(pipe.send_bytes, numbers, read_here(jobs, engine))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except BaseException:
        pipe.send_bytes(marshal.dumps(("bug", traceback.format_exc())))


def _send_parts(
    send: Callable[[bytes], None], numbers: Sequence[int], parts: Iterator[Part]
) -> None:
    message: list[tuple[object, ...]] = []
    size = 0
    for number, records, end in parts:
        last = None if end is None else (tuple(end.stamp), *end[1:])
        message.append((numbers[number], [tuple(record) for record in records], last))
        size += 200 + sum(len(record.encoded) for record in records)
        if size >= _MESSAGE_BYTES:
            send(marshal.dumps(("more", message)))
            message, size = [], 0
    send(marshal.dumps(("done", message)))
