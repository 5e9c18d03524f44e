"""Markdown that lost its line breaks, as services for machines give the text of an article."""

from __future__ import annotations

from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.lazy import lazy_pattern

_TITLE = lazy_pattern(r"\s*(\S.*?)\s+={5,}(?:\s+|$)")
_BREAK = lazy_pattern(r"\s+(?=#{2,6}\s|\*\s[A-ZÀ-Ž]|\*\*[A-ZÀ-Ž][^*]{2,60}\*\*\s)")
_HEADING = lazy_pattern(r"(#{2,6})\s+(\S+)\s+")


def unfold(raw: str) -> list[str]:
    """The lines of "Title ===== * Name * Name ## Abstract ...", any other line as it is."""
    title = _TITLE.match(raw)
    if title is None:
        return [raw]
    lines = [f"# {title[1]}"]
    for piece in _BREAK.split(raw[title.end() :]):
        heading = _HEADING.match(piece)
        if heading and label_kind(heading[2]):
            lines += [heading[0], piece[heading.end() :]]
        else:
            lines.append(piece)
    return lines
