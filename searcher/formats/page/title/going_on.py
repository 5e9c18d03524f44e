"""Lines of one title: whether the first asks for more, and the next may be it."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.language import speak_apart
from searcher.formats.page.kinds.people import is_people
from searcher.formats.page.kinds.phrases import ends_openly
from searcher.formats.page.kinds.prose import is_translation, topic_of
from searcher.formats.page.title.untitled import SHORTEST, can_be_title
from searcher.lazy import lazy_pattern

_OPEN_END = lazy_pattern(r"\b(?:induced|associated|is|are|due)$", re.IGNORECASE)

LONGEST_WORD = 12
"""Characters of a word within a phrase at most."""

SHORT_LINE = 8
"""Characters of a line up to which it may be an abbreviation in capitals."""

LONGEST_DATE = 25
"""Characters of a day alone on its line at most."""


def ends_open(text: str) -> bool:
    """Whether a line ends with a sign or a word behind which something stands."""
    return ends_openly(text) or _OPEN_END.search(text, len(text) - LONGEST_WORD) is not None


def may_follow(above: str, below: str, topic: frozenset[str]) -> bool:
    """Whether nothing about a line says that it is something else than the end of a title."""
    within = ends_open(above)
    if within and (read_category(below) is not None or len(below) < SHORTEST):
        return True
    kind = f"{above[above.rfind(' ') + 1 :]} {below}"
    if read_category(kind) is not None:
        return True
    if len(below) >= SHORTEST and below[0].isupper() and not can_be_title(below):
        return False
    if is_people(below) and not topic_of(below) & topic:
        return False
    if not (below[0].isalnum() or below[0] in "([–—“\"'‘") or is_address(below):
        return False
    if read_category(below) is not None or (len(below) < LONGEST_DATE and find_date(below)):
        return False
    if speak_apart(above, below, least=2) or is_translation(above, below):
        return False
    if len(below) > SHORT_LINE and above.isupper() != below.isupper():
        return False
    return below.casefold() not in above.casefold()
