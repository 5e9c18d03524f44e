"""Clocks: one process run to its end, and functions asked in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from mixes import Asked


@dataclass(frozen=True)
class Run:
    """One finished process: seconds by the clock and of processors, its own and its children's."""

    seconds: float
    cpu: float
    output: str


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; raises where it fails."""
    before = os.times()
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    seconds = time.perf_counter() - started
    after = os.times()
    cpu = after.children_user + after.children_system
    return Run(seconds, cpu - before.children_user - before.children_system, done.stdout)


def medians(commands: dict[str, Sequence[str]], times: int) -> dict[str, float]:
    """The median seconds of each command, run in turn, so that a busy minute hits them alike."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            seconds[name].append(run(command).seconds)
    return {name: median(each) for name, each in seconds.items()}


@dataclass(frozen=True)
class Latency:
    """Milliseconds for one query: half are faster than p50, 99 of 100 than p99."""

    p50: float
    p99: float


def latencies(
    askers: dict[str, Callable[[Asked], int]], queries: Sequence[Asked]
) -> dict[str, Latency]:
    """Every asker answers every query three times, in turn; the middle one counts."""
    found: dict[str, list[float]] = {name: [] for name in askers}
    for query in queries:
        rounds: dict[str, list[float]] = {name: [] for name in askers}
        for _ in range(3):
            for name, ask in askers.items():
                started = time.perf_counter()
                ask(query)
                rounds[name].append(time.perf_counter() - started)
        for name, each in rounds.items():
            found[name].append(median(each) * 1000)
    return {name: _latency(sorted(each)) for name, each in found.items()}


def _latency(milliseconds: list[float]) -> Latency:
    count = len(milliseconds)
    return Latency(milliseconds[count // 2], milliseconds[min(int(count * 0.99), count - 1)])


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
