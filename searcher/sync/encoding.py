"""Encoding records anew that are in the index already, in several processes when they are many."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from queue import SimpleQueue
from typing import TYPE_CHECKING

from searcher.engines.base import encoded
from searcher.storage.opening import EngineAt
from searcher.sync.intake import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

Encoded = tuple[str, bytes]

_GROUP = 200
_FEW = 2_000
"""So many records are encoded sooner than processes are started."""


class Encoder:
    """Makes the encoded form of records anew, as engines ask for it.

    workers: in so many processes, 1 is to do it in this one, 0 as many as there are processors.
    """

    def __init__(self, engine: EngineAt, workers: int) -> None:
        self._engine = engine
        self._workers = workers or os.cpu_count() or 1

    def __call__(self, texts: Iterable[str]) -> Iterator[Encoded]:
        texts = iter(texts)
        few = list(islice(texts, _FEW))
        if len(few) < _FEW or self._workers < 2:
            yield from encoded(self._engine(), chain(few, texts))
        else:
            yield from self._elsewhere(_groups(chain(few, texts)))

    def _elsewhere(self, groups: Iterable[Sequence[str]]) -> Iterator[Encoded]:
        from concurrent.futures import ThreadPoolExecutor

        place = (self._engine.name, self._engine.directory)
        pool = [Worker(place, "serve_encoding") for _ in range(self._workers)]
        idle = SimpleQueue[Worker]()
        for worker in pool:
            idle.put(worker)

        def ask(group: Sequence[str]) -> list[Encoded]:
            worker = idle.get()
            try:
                answer: list[Encoded] = worker.ask(group)
            finally:
                idle.put(worker)
            return answer

        asked: deque[Future[list[Encoded]]] = deque()
        try:
            with ThreadPoolExecutor(self._workers) as threads:
                for group in groups:
                    asked.append(threads.submit(ask, group))
                    if len(asked) > 2 * self._workers:
                        yield from asked.popleft().result()
                for each in asked:
                    yield from each.result()
        finally:
            for worker in pool:
                worker.end()


def _groups(texts: Iterator[str]) -> Iterator[list[str]]:
    while group := list(islice(texts, _GROUP)):
        yield group
