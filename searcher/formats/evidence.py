"""Provenance that costs nothing until somebody asks for it: parsing is most of indexing's time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from searcher.record import Evidence

_SAME: Mapping[str, str] = {}


class NameEvidence(Mapping[str, Evidence]):
    """Field name to the name that it had in the file; all fields come from the same lines.

    fields: the names that were set; parts: what a field was made of (see `part_names.NAMES`) where
    that has another name; names: what parts are called in the file, where that is another name.
    """

    __slots__ = ("_fields", "_lines", "_names", "_parts")

    def __init__(
        self,
        fields: Collection[str],
        lines: tuple[int, int] | None,
        parts: Mapping[str, str] = _SAME,
        names: Mapping[str, str] = _SAME,
    ) -> None:
        self._fields, self._lines = fields, lines
        self._parts, self._names = parts, names

    def __getitem__(self, field: str) -> Evidence:
        if field not in self._fields:
            raise KeyError(field)
        return Evidence(self._names.get(self._parts.get(field, field), field), self._lines)

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


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
