"""What about a record looks as if it had been read wrongly."""

from __future__ import annotations

import re

from searcher.record import Record

REASONS = (
    "no title",
    "a title that looks like page furniture",
    "an abstract under 200 characters",
    "an abstract over 6,000 characters",
    "no date",
    "no identifier",
    "no known layout: read as plain text",
    "bytes that are not of the text's encoding were replaced",
)
"""Each has one bit in a record's flags, the first the lowest."""

SHORT_ABSTRACT, LONG_ABSTRACT = 200, 6000

_FURNITURE = re.compile(
    r"(?:skip to|sign in|log ?in|log ?out|menu|home|search|share|cite|download|pdf|full text|"
    r"abstract|contents?|advertisement|cookies?|privacy|subscribe|email|print|navigation|"
    r"an official website|open access|article|references|introduction|copyright|©|https?:)\b",
    re.IGNORECASE,
)


def flags(record: Record, format: str, replaced: bool) -> int:
    """The bits of all REASONS that hold for a record."""
    title, abstract = record.title or "", record.abstract or ""
    holds = (
        not title,
        bool(title) and _is_furniture(title),
        0 < len(abstract) < SHORT_ABSTRACT,
        len(abstract) > LONG_ABSTRACT,
        not (record.date or record.year),
        not (record.pmid or record.doi or record.pmcid),
        format == "plain",
        replaced,
    )
    return sum(1 << bit for bit, one in enumerate(holds) if one)


def reasons(flags: int) -> tuple[str, ...]:
    """The REASONS whose bits are set."""
    return tuple(reason for bit, reason in enumerate(REASONS) if flags >> bit & 1)


def _is_furniture(title: str) -> bool:
    """Few words that begin as the things around an article do, or no word at all."""
    if not any(char.isalpha() for char in title):
        return True
    return len(title.split()) <= 4 and _FURNITURE.match(title.strip()) is not None
