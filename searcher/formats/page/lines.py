"""Lines of a page: cleaned text, with what its typography says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

MAX_LINES = 20_000
"""Lines beyond this are body without being looked at."""

MAX_LINE = 20_000
"""Characters of one line that rules look at; the rest is kept as text."""

_DROPPED = (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF)
_INVISIBLE: dict[int, str | None] = dict.fromkeys(_DROPPED)
_INVISIBLE.update(dict.fromkeys((0x09, 0x0B, 0x0C, 0x85, 0xA0), " "))

_BULLET = re.compile(r"(?:[•◦▪■●‣·∙○*+]|[-–—](?!\d))\s+(?=\S)")
_MARKUP_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_MARKUP_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"]*\")?\)")
_MARKUP_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_MARKUP_RULE = re.compile(r"[-=_*~+ ]{3,}$")

# A label that a lost line break has glued to the text before it: "rash syndromeAbstract".
_GLUED_WORDS = ("Abstract", "Keyword", "KEYWORD", "ABSTRACT", "Reference", "Received")
_GLUED = re.compile(
    r"(?<=[a-z0-9.)\]])(?=(?:Abstract|ABSTRACT|Keywords?|KEYWORDS?|References)(?::|$|[A-Z]))"
    r"|(?<=\d)(?=Received:?\s)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    number: from 1, in the file; gap: blank lines stand before it; bullet: it began as a list item;
    level: depth of a heading by markup (1 is the page's own title), 0 for other lines.
    """

    number: int
    text: str
    gap: bool = False
    bullet: bool = False
    level: int = 0


def read_lines(text: str) -> list[Line]:
    """The lines of a page that say something, in order."""
    lines: list[Line] = []
    gap = True
    for number, raw in enumerate(islice(text.split("\n"), MAX_LINES), 1):
        clean = clean_text(raw)
        if not clean:
            gap = True
            continue
        bullet, level = False, 0
        first = clean[0]
        if first == "#" and (heading := _MARKUP_HEADING.match(clean)):
            level, clean = len(heading[1]), heading[2]
        elif not first.isalnum():
            if _MARKUP_RULE.match(clean):
                gap = True
                continue
            if mark := _BULLET.match(clean):
                bullet, clean = True, clean[mark.end() :]
        for part in _unglue(_without_markup(clean)):
            lines.append(Line(number, part, gap, bullet, level))
            gap = False
    return lines


def clean_text(raw: str) -> str:
    """Without control and invisible characters; runs of white space are one space."""
    if not raw.isascii() or not raw.isprintable():
        raw = raw.translate(_INVISIBLE)
    return " ".join(raw.split())


def join_lines(lines: list[Line]) -> str:
    """Running text out of wrapped lines; a compound broken at its hyphen is joined."""
    text = ""
    for line in lines:
        if text.endswith("-") and line.text[:1].islower() and not text.endswith(" -"):
            text += line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    return text


def _without_markup(text: str) -> str:
    if "](" in text:
        text = _MARKUP_LINK.sub(r"\1", text[:MAX_LINE]) + text[MAX_LINE:]
    if "**" in text or "__" in text:
        text = _MARKUP_STRONG.sub(r"\2", text[:MAX_LINE]) + text[MAX_LINE:]
    return text.strip()


def _unglue(text: str) -> list[str]:
    if len(text) > MAX_LINE or not any(word in text for word in _GLUED_WORDS):
        return [text] if text else []
    return [part for part in (part.strip() for part in _GLUED.split(text)) if part]
