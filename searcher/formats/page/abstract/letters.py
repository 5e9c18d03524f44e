"""Editorials and letters: kinds of articles that carry no abstract."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import has_no_abstract, is_access_mark, read_category
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.lazy import lazy_pattern

MOST_ADDRESSED = 3
"""Lines of a part in which an address stands where its heading announces one."""

_EXCERPT = lazy_pattern(
    r"^(?:note:\s)?(?:in (?:lieu|place) of an abstract"
    r"|(?:an |no )?abstract (?:is )?(?:not )?available"
    r"|there is no abstract|this article has no abstract)",
    re.IGNORECASE,
)

_LACKS = lazy_pattern(
    r"\b(?:(?:no|without an) abstract|(?:lieu|place|instead) of (?:an|the) abstract"
    r"|abstract is (?:not available|unavailable))\b",
    re.IGNORECASE,
)


def is_excerpt(text: str) -> bool:
    """Whether a text says that it stands where an abstract is missing."""
    return _EXCERPT.match(text) is not None


def stands_for_abstract(above: list[Line]) -> bool:
    """Whether the last line over a text says that it is shown in place of an abstract."""
    return bool(above) and len(above[-1].text) < 200 and bool(_LACKS.search(above[-1].text))


def is_letter(head: list[Part], first_line: Line) -> bool:
    """Whether the head says that the text from this line on is an editorial or a letter.

    The last category counts: a menu above it may name others.
    """
    last = ""
    for part in head:
        # "Correspondence" over an address says whom to write to.
        addressed = any(is_address(line.text) for line in part.lines[:MOST_ADDRESSED])
        for line in (*([part.heading] if part.heading and not addressed else ()), *part.lines):
            if line.number >= first_line.number:
                break
            known = read_category(line.text) is not None or has_no_abstract(line.text)
            if known and not is_access_mark(line.text):
                last = line.text
    return has_no_abstract(last)
