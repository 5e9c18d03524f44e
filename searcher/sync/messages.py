"""What goes through the pipes between processes: plain tuples, marshalled, in messages."""

from __future__ import annotations

import marshal
import struct
from typing import Any

from searcher.sync.parts import Failure, Part, ReadEnd, ReadRecord, Stamp

_HEADER = struct.Struct("<Q")


def packed(part: Part) -> tuple[Any, ...]:
    """A part as plain tuples, which marshal knows."""
    end = part.end
    plain = None
    if end is not None:
        failures = tuple(map(tuple, end.failures))
        plain = tuple(end._replace(stamp=tuple(end.stamp), failures=failures))  # type: ignore[arg-type]
    return part.first, [record and tuple(record) for record in part.records], plain


def unpacked(plain: tuple[Any, ...]) -> Part:
    """The part that `packed` made plain."""
    first, records, end = plain
    read = [record and ReadRecord._make(record) for record in records]
    if end is None:
        return Part(first, read, None)
    end = ReadEnd._make(end)
    failures = tuple(map(Failure._make, end.failures))
    return Part(first, read, end._replace(stamp=Stamp._make(end.stamp), failures=failures))


def send(stream: Any, content: Any) -> None:
    """Write one message to a pipe."""
    send_packed(stream, marshal.dumps(content))


def send_packed(stream: Any, data: bytes) -> None:
    """Write one message, marshalled already."""
    for part in (_HEADER.pack(len(data)), data):
        rest = memoryview(part)
        while rest:
            rest = rest[stream.write(rest) :]
    stream.flush()


def receive(stream: Any) -> Any:
    """The next message from a pipe, or None when the other end is gone."""
    header = _exactly(stream, _HEADER.size)
    if header is None:
        return None
    data = _exactly(stream, _HEADER.unpack(header)[0])
    return None if data is None else marshal.loads(data)


def _exactly(stream: Any, size: int) -> bytearray | None:
    data = bytearray(size)
    rest = memoryview(data)
    while rest:
        count = stream.readinto(rest)
        if not count:
            return None
        rest = rest[count:]
    return data
