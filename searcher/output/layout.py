"""Layout: lines that fit a terminal, counted in its columns and not in characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"\S+")
_UNBROKEN = re.compile(r"10\.\d{4,9}/|://")
"""A DOI or an address is never broken, whatever the width: it would be of no use."""


@lru_cache(maxsize=4096)
def _char_columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_char_columns, text))


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The places (start, end) of the lines of a text, each at most `width` columns.

    A word that is wider than that is broken, behind a hyphen where there is one far enough to the
    right, unless it is a DOI or an address.
    """
    start = end = 0
    for word in _words(text, max(width, 2)):
        if end > start and columns(text[start : word[1]]) > width:
            yield start, end
            start, end = word
        elif end > start:
            end = word[1]
        else:
            start, end = word
    if end > start:
        yield start, end


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        if columns(match.group()) > width and not _UNBROKEN.search(match.group()):
            while columns(text[start:end]) > width:
                cut = start + 1
                while columns(text[start : cut + 1]) <= width:
                    cut += 1
                joint = max(text.rfind("-", start, cut), text.rfind("/", start, cut)) + 1
                cut = joint if joint - start > (cut - start) // 2 else cut
                yield start, cut
                start = cut
        yield start, end


def shorten(text: str, width: int) -> str:
    """The text cut to `width` columns, with … for what is missing."""
    if columns(text) <= width:
        return text
    cut = len(text)
    while cut and columns(text[:cut]) > width - 1:
        cut -= 1
    return text[:cut].rstrip(" …") + "…"


def pad(text: str, width: int) -> str:
    """The text followed by blanks up to `width` columns."""
    return text + " " * (width - columns(text))
