"""Markdown and tagged records that lost their line breaks, as services for machines give them."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.labels import label_kind

_TITLE = re.compile(r"\s*(\S.*?)\s+={5,}(?:\s+|$)")
_BREAK = re.compile(r"\s+(?=#{2,6}\s|\*\s[A-ZÀ-Ž]|\*\*[A-ZÀ-Ž][^*]{2,60}\*\*\s)")
_HEADING = re.compile(r"(#{2,6})\s+(\S+)\s+")
_TAG = re.compile(r" (?=(?:A1|AD|DO|FD|IS|JF|JO|K1|OP|PB|SN|SP|SR|T1|T2|UL|VO|YR) )")
_LABELS = {"T1": "Title", "JF": "Journal", "YR": "Year", "DO": "DOI", "VO": "Volume", "IS": "Issue"}


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


def untag(raw: str) -> list[str]:
    """The lines of "RT Journal Article T1 Title A1 Name JF Journal AB ...", a tagged record that
    lost its line breaks, each with its label; any other line as it is."""
    head, abstract, text = raw.partition(" AB ")
    if not (raw.startswith("RT ") and abstract and " T1 " in head):
        return [raw]
    pieces = [piece.partition(" ") for piece in _TAG.split(head)]
    lines = [f"{_LABELS[tag]}: {value}" for tag, _, value in pieces if tag in _LABELS]
    for repeated, label in (("A1", "Authors"), ("K1", "Keywords")):
        if values := [value for tag, _, value in pieces if tag == repeated]:
            lines.append(f"{label}: {'; '.join(values)}")
    return [*lines, f"Abstract: {text}"]
