"""Queries put to serving processes (peers/run.py) in turn, and how long each took."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from mixes import Asked

BLOCK = 25  # queries that a process answers at a stretch, before the next one's turn
WARM_UP = 1.0  # seconds


@dataclass(frozen=True)
class Answer:
    milliseconds: float
    hits: int


@dataclass(frozen=True)
class Latency:
    """Milliseconds for one query: half are faster than p50, 99 of 100 than p99; how many were
    asked, and the share of them that found anything."""

    p50: float
    p99: float
    asked: int
    found: float


class Server:
    """A process that answers queries."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin and process.stdout
        self._input, self._output = process.stdin, process.stdout
        self._line()  # ready

    def ask(self, block: Sequence[Asked]) -> list[Answer]:
        """The answers, timed by the process itself."""
        for asked in block:
            self._input.write("\t".join((asked.kind, *asked.words)) + "\n")
        self._input.flush()
        pairs = (self._line().split("\t") for _ in block)
        return [Answer(int(took) / 1e6, int(hits)) for took, hits in pairs]

    def _line(self) -> str:
        line = self._output.readline()
        if not line:
            raise RuntimeError("a peer ended before it had answered")
        return line


@contextmanager
def serving(command: Sequence[str]) -> Iterator[Server]:
    """A process that answers until the block ends."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield Server(process)
        except BaseException:
            process.kill()
            raise


def warm_up(servers: Sequence[Server], queries: Sequence[Asked]) -> None:
    """All queries once, or as many as fit into WARM_UP seconds: caches, and Java's compiler."""
    for server in servers:
        spent = 0.0
        for block in _blocks(queries):
            spent += sum(each.milliseconds for each in server.ask(block)) / 1000
            if spent > WARM_UP:
                break


def latencies(
    servers: dict[str, Server], queries: Sequence[Asked], seconds: float
) -> dict[str, Latency]:
    """Every process answers every query three times, block by block in turn, and the middle one
    counts; a process that has taken so many seconds is asked no more."""
    found: dict[str, list[Answer]] = {name: [] for name in servers}
    spent = dict.fromkeys(servers, 0.0)
    for block in _blocks(queries):
        going = [name for name in servers if spent[name] < seconds]
        rounds: dict[str, list[list[Answer]]] = {name: [] for name in going}
        for _ in range(3):
            for name in going:
                rounds[name].append(servers[name].ask(block))
                spent[name] += sum(each.milliseconds for each in rounds[name][-1]) / 1000
        for name in going:
            found[name] += (_middle(same) for same in zip(*rounds[name], strict=True))
    return {name: _latency(answers) for name, answers in found.items()}


def _blocks(queries: Sequence[Asked]) -> Iterator[Sequence[Asked]]:
    return (queries[at : at + BLOCK] for at in range(0, len(queries), BLOCK))


def _middle(same: Sequence[Answer]) -> Answer:
    return Answer(median(each.milliseconds for each in same), same[0].hits)


def _latency(answers: list[Answer]) -> Latency:
    count = len(answers)
    times = sorted(each.milliseconds for each in answers)
    found = sum(each.hits > 0 for each in answers) / count
    return Latency(times[count // 2], times[min(int(count * 0.99), count - 1)], count, found)
