"""Clocks and scales: processes run to their end, jobs in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MOMENT = 0.05  # seconds between two looks at a process's memory


@dataclass(frozen=True)
class Run:
    """One finished process with its children: seconds by the clock and of processors, and the
    most memory (MB) that all had together, without mapped files; 0 where nobody looked."""

    seconds: float
    cpu: float
    megabytes: float = 0.0


def run(command: Sequence[str], weigh: bool = False) -> Run:
    """Run a command to its end; raises where it fails. To weigh it costs a look each MOMENT."""
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    scale = _Scale(process.pid) if weigh else None
    status = process.wait()
    seconds = time.perf_counter() - started
    megabytes = scale.stop() if scale else 0.0
    if status:
        raise subprocess.CalledProcessError(status, command)
    after = os.times()
    cpu = after.children_user + after.children_system
    return Run(seconds, cpu - before.children_user - before.children_system, megabytes)


class _Scale:
    """Looks again and again at the memory of a process and its descendants."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> float:
        """The most so far, in MB."""
        self._over.set()
        self._thread.join()
        return self._most / 1024

    def _look(self) -> None:
        while True:
            self._most = max(self._most, anonymous(self._pid))
            if self._over.wait(MOMENT):
                return


def anonymous(pid: int) -> int:
    """Kilobytes of memory that no file backs, of a process and its descendants (Linux only)."""
    place = Path(f"/proc/{pid}")
    try:
        status = (place / "status").read_text().splitlines()
        lists = [each.read_text() for each in place.glob("task/*/children")]
    except (FileNotFoundError, ProcessLookupError):
        return 0  # it has ended
    own = next((int(line.split()[1]) for line in status if line.startswith("RssAnon:")), 0)
    return own + sum(anonymous(int(child)) for each in lists for child in each.split())


Job = Callable[[], Run]


def in_turn(jobs: dict[str, Job], times: int, seconds: float) -> dict[str, list[Run]]:
    """Do each job so many times, all in turn, so that a busy minute hits them alike; a job that
    has taken so many seconds altogether is not begun again."""
    runs: dict[str, list[Run]] = {name: [] for name in jobs}
    for _ in range(times):
        for name, job in jobs.items():
            if sum(each.seconds for each in runs[name]) < seconds:
                runs[name].append(job())
    return runs


def middle(runs: Sequence[Run]) -> float:
    """The median seconds."""
    return median(each.seconds for each in runs)


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
