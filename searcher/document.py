"""Document: one readable input, decompressed, before anybody knows its format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Document(Protocol):
    """What `sources` hands to `formats`: each method starts again at the beginning.

    path: the file as shown to people; a member of an archive is "archive.zip!member.txt".
    head: the first 64 KiB, decoded.
    replaced: how many undecodable bytes have been replaced in what was read so far.
    """

    path: str
    replaced: int

    @property
    def head(self) -> str: ...

    def text(self) -> str:
        """All of it, decoded, line ends as \\n; raises InputError when too large for a page."""
        ...

    def lines(self) -> Iterator[str]:
        """Decoded lines without their ends, one after another, in flat memory."""
        ...

    def blocks(self) -> Iterator[str]:
        """Decoded text in pieces of about 64 KB, cut anywhere, line ends as \\n."""
        ...
