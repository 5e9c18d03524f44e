"""The life of a reading process (see intake and encoding): jobs come in by stdin, parts or encoded
records go out by stdout."""

from __future__ import annotations

import marshal
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import Any

from searcher.engines.base import encoded
from searcher.storage import opening
from searcher.sync import reading
from searcher.sync.messages import packed, receive, send_packed
from searcher.sync.parts import Job

_MESSAGE_BYTES = 1 << 20
_WAITING = 8
"""How many messages may wait to be sent, so that reading goes on while the index commits: with four
it stands still for more than a third of that time, with eight for a sixth."""


Put = Callable[[tuple[str, Any]], None]


def serve(engine_name: str, directory: str) -> None:
    """Read what is asked for until the asking process is gone."""
    with _answering() as put:
        engine = opening.open_engine_at(engine_name, directory)
        while (group := receive(sys.stdin.buffer)) is not None:
            message: list[object] = []
            size = 0
            for number, *columns in group:
                for part in reading.read(Job(*columns), engine):
                    message.append((number, packed(part)))
                    size += 200 + sum(len(record.encoded) for record in part.records if record)
                    if size >= _MESSAGE_BYTES:
                        put(("more", message))
                        message, size = [], 0
            put(("done", message))


def serve_encoding(engine_name: str, directory: str) -> None:
    """Encode the records that are sent until the asking process is gone."""
    with _answering() as put:
        engine = opening.open_engine_at(engine_name, directory)
        while (texts := receive(sys.stdin.buffer)) is not None:
            put(("done", list(encoded(engine, texts))))


@contextmanager
def _answering() -> Iterator[Put]:
    """What is put goes to the asking process, also the reason when something goes wrong."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing but messages into the pipe
    messages: Queue[bytes] = Queue(_WAITING)
    Thread(target=_send, args=(messages, output), daemon=True).start()

    def put(message: tuple[str, Any]) -> None:
        messages.put(marshal.dumps(message))  # half of what its records take as objects

    try:
        yield put
    except BaseException:
        put(("bug", traceback.format_exc()))
        messages.join()


def _send(messages: Queue[bytes], output: Any) -> None:
    """Send what is put into the queue, until nobody wants it any more."""
    while True:
        try:
            send_packed(output, messages.get())
        except BrokenPipeError:
            os._exit(0)
        messages.task_done()
