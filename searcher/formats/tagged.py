"""What tagged text formats share: cutting records out, and provenance that is found on demand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from searcher.document import Document
from searcher.errors import InputError
from searcher.record import Evidence

RECORD_LIMIT = 16 << 20
"""Characters of the longest record."""


def records(document: Document, mark: str, begin: re.Pattern[str]) -> Iterator[str]:
    """The text of one record after another, and before them what precedes the first one.

    A record begins at a line that begins with `mark` and that `begin` matches.
    """
    mark = "\n" + mark
    rest, scanned = "", 0
    for block in document.blocks():
        rest += block
        start = 0
        while (found := rest.find(mark, scanned)) >= 0:
            if len(rest) < found + len(mark) + 8:
                break
            scanned = found + len(mark)
            if begin.match(rest, found + 1):
                yield rest[start : found + 1]
                start = found + 1
        rest = rest[start:]
        scanned = max(0, len(rest) - len(mark) - 8)
        if len(rest) > RECORD_LIMIT:
            raise InputError(document.path, "holds a record without an end")
    yield rest


class TagEvidence(Mapping[str, Evidence]):
    """Field name to the tag and the lines that it was read from, found when asked for.

    fields: the names that were set; rules: field name to the tags that may hold it, best first;
    tag: matches the tag that begins a line, as its first group; first: the number of the
    first line of `text`.
    """

    __slots__ = ("_fields", "_first", "_found", "_rules", "_tag", "_text")

    def __init__(
        self,
        fields: Collection[str],
        rules: Mapping[str, tuple[str, ...]],
        tag: re.Pattern[str],
        text: str,
        first: int,
    ) -> None:
        self._fields, self._rules, self._tag = fields, rules, tag
        self._text, self._first = text, first
        self._found: dict[str, Evidence] | None = None

    def __getitem__(self, field: str) -> Evidence:
        return self._evidence()[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def _evidence(self) -> dict[str, Evidence]:
        if self._found is None:
            spans = self._spans()
            self._found = {}
            for field in self._fields:
                tags = self._rules[field]
                tag = next((tag for tag in tags if tag in spans), tags[0])
                self._found[field] = Evidence(tag, spans.get(tag))
        return self._found

    def _spans(self) -> dict[str, tuple[int, int]]:
        spans: dict[str, tuple[int, int]] = {}
        last = ""
        for number, line in enumerate(self._text.split("\n"), self._first):
            found = self._tag.match(line)
            last = found[1] if found else last
            if last and line.strip():
                spans[last] = (spans.get(last, (number, number))[0], number)
        return spans
