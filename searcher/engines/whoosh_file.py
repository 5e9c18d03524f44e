"""The one file of a segment: parts written one after another, and a directory at its end.

Layout: MAGIC, parts, the directory (marshal: name to offset, length, CRC-32), and a footer of
the directory's offset, length, CRC-32 and MAGIC. Nothing is read without its checksum, so a file
that was cut or overwritten says so instead of answering.
"""

from __future__ import annotations

import marshal
import os
import struct
from binascii import crc32
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object  # which every query can do without

MAGIC = b"SRW1"
_FOOTER = struct.Struct("<QQI4s")

Place = tuple[int, int, int]
"""Offset, length and CRC-32 of a part."""


class Damaged(Exception):
    """A file is not what was written."""


class Output(Protocol):
    """A file that grows at its end."""

    def write(self, data: bytes) -> Place: ...


class SegmentFile:
    """Writes parts into a file of Whoosh's storage."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._offset = 0
        self._directory: dict[str, Place] = {}
        self.write(MAGIC)

    def write(self, data: bytes) -> Place:
        """Append a part that somebody else remembers the place of."""
        place = (self._offset, len(data), crc32(data))
        self._file.write(data)
        self._offset += len(data)
        return place

    def add(self, name: str, data: bytes) -> None:
        """Append a part that is found again by its name."""
        self._directory[name] = self.write(data)

    def close(self) -> None:
        offset, length, check = self.write(marshal.dumps(self._directory))
        self.write(_FOOTER.pack(offset, length, check, MAGIC))
        self._file.close()

    def abandon(self) -> None:
        """Close the file as it is; nobody will read it."""
        self._file.close()


class SegmentParts:
    """Reads parts of a file; what is not asked for is never read."""

    def __init__(self, file: Any, size: int) -> None:
        self._file = file
        self._number: int = file.fileno()
        footer = self.read(size - _FOOTER.size, _FOOTER.size) if size > _FOOTER.size else b""
        if len(footer) != _FOOTER.size or footer[-4:] != MAGIC:
            raise Damaged("a segment has no end")
        offset, length, check, _ = _FOOTER.unpack(footer)
        self._directory: dict[str, Place] = marshal.loads(self.part((offset, length, check)))

    def read(self, offset: int, length: int) -> bytes:
        """Bytes whose checksum somebody else knows."""
        return os.pread(self._number, length, offset)

    def part(self, place: Place) -> bytes:
        offset, length, check = place
        data = self.read(offset, length)
        if len(data) != length or crc32(data) != check:
            raise Damaged("a part of a segment is damaged")
        return data

    def named(self, name: str) -> bytes | None:
        """The part of this name, if there is one."""
        place = self._directory.get(name)
        return None if place is None else self.part(place)

    def place(self, name: str) -> Place:
        """Where the part of this name stands."""
        try:
            return self._directory[name]
        except KeyError:
            raise Damaged(f"a segment has no {name}") from None

    def names(self) -> list[str]:
        return list(self._directory)

    def close(self) -> None:
        self._file.close()
