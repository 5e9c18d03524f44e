"""Printable text: nothing from a file acts on a terminal, a spreadsheet or a line-based tool."""

from __future__ import annotations

import re

from searcher.lazy import lazy_pattern

# Control characters (C0, DEL, C1), line and paragraph separators, everything that reorders
# text (Trojan Source), and halves of surrogate pairs, which no stream can encode.
UNSAFE = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff"

_UNSAFE = lazy_pattern(f"[{UNSAFE}]")
_BLANKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """The text with a blank for each line end or tab and U+FFFD for each other unsafe character.

    The length stays the same, so that marks keep their places.
    """
    return text if text.isprintable() else _UNSAFE.sub(_replace, text)


def _replace(match: re.Match[str]) -> str:
    return " " if match.group() in _BLANKS else REPLACEMENT
