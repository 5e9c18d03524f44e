"""Cutting records out of tagged text: each begins at a line of a certain beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from searcher.document import Document
from searcher.errors import InputError

RECORD_LIMIT = 16 << 20
"""Characters of the longest record."""

_AHEAD = 80
"""So many characters after a mark tell whether a record begins there."""


class OtherLayout:
    """What a file goes on with that is made of two: records of another layout, which are not read.

    tag: what the first line of one begins with; begin: what it matches, with the break before it.
    """

    def __init__(self, name: str, tag: str, begin: re.Pattern[str]) -> None:
        self._name, self._tag, self._begin = name, f"\n{tag}", begin

    def line_in(self, text: str, line: int) -> int:
        """Where one begins in a text whose first line has this number; 0 where none does."""
        begun = self._begin.search(text) if self._tag in text else None
        return line + text.count("\n", 0, begun.end()) if begun else 0

    def left_out(self, line: int) -> str:
        """What to say of them."""
        return f"goes on as {self._name} from line {line} on, which was not read: part the file"


def records(document: Document, mark: str, begin: re.Pattern[str]) -> Iterator[str]:
    """The text of one record after another, and before them what precedes the first one.

    A record begins at a line that begins with `mark` and that `begin` matches.
    """
    mark = "\n" + mark
    rest, scanned = "", 0
    for block in chain(document.blocks(), ("\n" * _AHEAD,)):
        rest += block
        start = 0
        while (found := rest.find(mark, scanned)) >= 0:
            if len(rest) < found + len(mark) + _AHEAD:
                break
            scanned = found + len(mark)
            if begin.match(rest, found + 1):
                yield rest[start : found + 1]
                start = found + 1
        rest = rest[start:]
        scanned = max(0, len(rest) - len(mark) - _AHEAD)
        if len(rest) > RECORD_LIMIT:
            raise InputError(document.path, "holds a record without an end")
    yield rest
