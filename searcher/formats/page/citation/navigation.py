"""The words of a journal's menu, glued to its name or on a line below it."""

from __future__ import annotations

import re

from searcher.formats.page.words.lists import any_of
from searcher.formats.page.words.sites import NAVIGATION
from searcher.lazy import lazy_pattern

_NAVIGATION = lazy_pattern(
    rf"(?:^|[\s,|•·»›>/–-]+)(?:{any_of(NAVIGATION)}"
    r"|journal (?:home ?page|home|info)\s?:?\s?(?:https?:|www\.)\S[^,;|]{0,80}"
    r"|online issn.*|print issn.*|,?\s*\(?e?-?issn.*)$",
    re.IGNORECASE,
)
LONGEST_MENU = 300
"""Characters of a line that is a journal's menu at most."""

MENU_ENTRIES = 3
"""Entries of a journal's menu that tell a line from a sentence which names one."""


def strip_navigation(text: str) -> str:
    """A line without the words of a journal's menu after its name."""
    for _ in range(4):
        shorter = _NAVIGATION.sub("", text) if _may_navigate(text) else text
        if shorter == text:
            break
        text = shorter
    return text


def _may_navigate(text: str) -> bool:
    """Whether the pattern of a menu is worth its time."""
    text = text.lower()
    return text.endswith(NAVIGATION) or "issn" in text or "http" in text or "www." in text


def has_navigation(text: str) -> bool:
    """Whether a line ends with the words of a journal's menu."""
    return len(text) < 200 and _may_navigate(text) and _NAVIGATION.search(text) is not None


def is_navigation(text: str) -> bool:
    """Whether a line is nothing but words of a journal's menu, or has three entries of it."""
    if len(text) < 80:
        return not strip_navigation(f" {text}").strip()
    if len(text) > LONGEST_MENU or not ("ssue" in text or "oard" in text):
        return False
    lowered = text.lower()
    return sum(entry in lowered for entry in NAVIGATION) >= MENU_ENTRIES
