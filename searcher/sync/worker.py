"""The life of a reading process (see intake): jobs come in by stdin, parts go out by stdout."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from searcher.storage import opening
from searcher.sync import reading
from searcher.sync.intake import packed, receive, send
from searcher.sync.parts import Job

_MESSAGE_BYTES = 1 << 20


def serve(engine_name: str, directory: str) -> None:
    """Read what is asked for until the asking process is gone."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing but messages into the pipe
    try:
        engine = opening.open_engine_at(engine_name, Path(directory))
        while (group := receive(sys.stdin.buffer)) is not None:
            message: list[object] = []
            size = 0
            for number, *columns in group:
                for part in reading.read(Job(*columns), engine):
                    message.append((number, packed(part)))
                    size += 200 + sum(len(record.encoded) for record in part.records)
                    if size >= _MESSAGE_BYTES:
                        send(output, ("more", message))
                        message, size = [], 0
            send(output, ("done", message))
    except BrokenPipeError:
        os._exit(0)
    except BaseException:
        send(output, ("bug", traceback.format_exc()))
