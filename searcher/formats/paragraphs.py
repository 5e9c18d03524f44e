"""What PubMed's exports as plain text share: paragraphs between blank lines, lists of authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.tagged import RECORD_LIMIT
from searcher.formats.values import squash, unique
from searcher.lazy import lazy_pattern
from searcher.names import CAPITAL
from searcher.record import Evidence

_NAME = lazy_pattern(
    rf"[^\W\d_][\w'’. -]{{0,60}} [{CAPITAL}]{{1,4}}"
    r"(?: (?:Jr|Sr|[IV]+|\d(?:st|nd|rd|th)))?(?:\(\d+\))*\.?"
)
_FOOTNOTE = re.compile(r"(?:\(\w{1,3}\)|\[\w{1,3}\]|[#*†‡])+")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between blank lines, with the number of the first."""

    lines: tuple[str, ...]
    first: int

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def line(self) -> str:
        return squash(" ".join(self.lines))

    def evidence(self, rule: str) -> Evidence:
        return Evidence(rule, (self.first, self.first + len(self.lines) - 1))


def blocks(document: Document) -> Iterator[Block]:
    """The paragraphs of a document in order, in flat memory."""
    lines: list[str] = []
    size = first = 0
    for number, line in enumerate(document.lines(), 1):
        if line and not line.isspace():
            first = first if lines else number
            lines.append(line)
            size += len(line)
            if size > RECORD_LIMIT:
                raise InputError(document.path, "holds a record without an end")
        elif lines:
            yield Block(tuple(lines), first)
            lines, size = [], 0
    if lines:
        yield Block(tuple(lines), first)


def are_names(line: str) -> bool:
    """Whether a block lists authors: most of its parts are a surname with initials."""
    if len(line) > 40 and ", " not in line and not line.endswith("."):
        return False
    parts = [part.strip() for part in re.split(r"[,;] ", line)]
    names = sum(1 for part in parts if _NAME.fullmatch(part))
    return names > len(parts) * 0.5


def read_names(line: str) -> tuple[str, ...]:
    """The authors in a block of them, without the marks of their addresses."""
    parts = re.split(r"[,;] ", _FOOTNOTE.sub("", line).rstrip(". "))
    return unique(part.strip() for part in parts)
