"""What one citation says, and how its values are written."""

from __future__ import annotations

from typing import NamedTuple

from searcher.formats.page.kinds.dates import Day, month_number
from searcher.lazy import lazy_pattern

_DASH = lazy_pattern(r"\s?[-–—‐‑−]{1,2}\s?")
_RANGE = lazy_pattern(r"([A-Za-z]*)(\d+)-(\d+)")


class Citation(NamedTuple):
    """What one citation says; `start` is where its numbers begin in the line, `head` the text
    before its journal (authors and title, in full citations)."""

    rule: str
    journal: str | None
    date: Day | None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    head: str = ""
    start: int = 0


def is_month(word: str) -> bool:
    seasons = ("spring", "summer", "autumn", "fall", "winter", "suppl")
    return month_number(word) is not None or word.lower() in seasons


def plain_value(value: str | None) -> str | None:
    return " ".join(value.split()).strip(" .,") or None if value else None


def expand_pages(pages: str | None) -> str | None:
    """A page range with a plain hyphen and its last page in full: "785-7" is "785-787"."""
    if not pages:
        return None
    pages = _DASH.sub("-", pages.strip(" .,;:")).replace("- ", "-")
    pages = pages.split(", ")[0]
    found = _RANGE.fullmatch(pages)
    if found and len(found[3]) < len(found[2]):
        last = found[2][: len(found[2]) - len(found[3])] + found[3]
        if int(last) >= int(found[2]):
            return f"{found[1]}{found[2]}-{found[1]}{last}"
    return pages
