"""What print has behind an abstract on its last line: notices, and headings cut off by a copy."""

from __future__ import annotations

from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.front_matter import ACCEPTED, OPENING_HISTORY, RECEIVED, WRITE_TO
from searcher.formats.page.words.lists import has_any
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS
from searcher.lazy import lazy_pattern

SHORTEST = 150
"""Characters of an abstract before such a notice at least."""

SHORTEST_HEADING = 4
"""Letters of a heading by which it is known where its end is lost."""

_SIGNS = (
    *(*RECEIVED, *ACCEPTED, "orrespon", "mail", "opyright", "©", "(c)", "(C)", "Downloaded"),
    *("reprint", "doi"),
)
_NOTICE = lazy_pattern(
    r"\s(?<=[.?!)\]].)(?:[*⁎∗†]\s?)?"
    rf"(?=(?:{'|'.join(WRITE_TO)}|Correspondence\b"
    rf"|{OPENING_HISTORY}|Received (?:on|in)\b"
    r"|©|\([cC]\) (?:19|20)\d\d"
    r"|Copyright (?:©|\([cC]\)|(?:19|20)\d\d)|Downloaded from|doi:\s?10|DOI:?\s10|https?://doi))"
)
_BEHIND = ("keywords", "references", "aside_abstract")
_NUMBER = lazy_pattern(r"\d{1,2}\.?\s")
_HEADINGS = "\n".join(
    (
        "",
        *INTRODUCTIONS,
        *(name for name, kind in HEADINGS.items() if kind in _BEHIND),
    )
)
"""The headings that may stand there, one a line: one look finds the beginning of any."""


def up_to_notice(text: str) -> str:
    """A text up to the notice behind one of its sentences."""
    if not has_any(text, _SIGNS):
        return text
    notice = _NOTICE.search(text, SHORTEST)
    return text[: notice.start()] if notice else text


def is_cut_heading(tail: str) -> bool:
    """Whether what stands behind the last sentence is the beginning of the next heading."""
    name = fold_label(_NUMBER.sub("", tail, count=1))
    return len(name) >= SHORTEST_HEADING and f"\n{name}" in _HEADINGS
