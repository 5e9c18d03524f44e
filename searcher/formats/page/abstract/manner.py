"""Whether lines of text have the length and the manner of an abstract."""

from __future__ import annotations

import re
from itertools import pairwise

from searcher.formats.page.abstract.framing import is_full_reference
from searcher.formats.page.abstract.paragraphs import opens_paragraph
from searcher.formats.page.kinds.prose import has_citations
from searcher.formats.page.kinds.references import is_reference
from searcher.formats.page.kinds.sentences import is_dense, is_running
from searcher.formats.page.lines import Line
from searcher.lazy import lazy_pattern

_LABELLED = lazy_pattern(r"[A-Z][^:.]{2,60}:\s")
# "10. Holm, Fever in harbours, J Wards, no 4, p. 12": a later entry of a list. Some abstracts
# number their sentences from 1.
_ENTRY = lazy_pattern(r"(?:[2-9]|\d\d{1,2})\.\s")
# "Sow AB, Dahl P, Moen I et al. ..."
_REFERENCE = lazy_pattern(
    r"[A-ZÀ-Ý][\w'’-]+ [A-Z]{1,3}(?:, [A-ZÀ-Ý][\w'’-]+ [A-Z]{1,3})*(?:, et al|[.,] )"
)
# "(Table 1)": what a body shows.
_SHOWS = lazy_pattern(
    r"\((?:see |voir |ver |vedi |siehe )?"
    r"(?:fig(?:ur[ae]?|s|\.)?|tab(?:les?|leaux?|las?|elas?|elle?|\.)"
    r"|abb(?:ildung|\.)|рис\.|табл?\.)\.? ?[\dIVX]",
    re.IGNORECASE,
)
# "rRNA", "beta-Blockers"
_NAME = lazy_pattern(r"[^\W\d_]+(?:(?<=[a-z])[A-Z\d]|-[^\W_])")

EXTRACT = ("[...]", "[…]")
"""How a text ends of which a site shows the beginning."""

SHORTEST, _LONGEST = 150, 5000
"""Characters of an abstract that no label announces."""

_FIRST_WORDS = 5
"""Words of a text among which one begins with a small letter."""


def reads_as_one(own: list[Line], most: int) -> bool:
    """Whether lines have the length and the manner of an abstract."""
    if not SHORTEST <= sum(len(line.text) for line in own) <= _LONGEST:
        return False
    if 1 + sum(opens_paragraph(*pair) for pair in pairwise(own)) > most:
        return False
    if any(line.gap for line in own[1:]) and max(len(line.text) for line in own) < SHORTEST:
        # Remarks one below the other.
        return False
    if any('":' in line.text for line in own):
        # A record for machines.
        return False
    if own[0].text[0] in ":;,." or _opens_amid(own[0].text) or is_reference(own[0].text):
        return False
    if _ENTRY.match(own[0].text):
        return False
    if _REFERENCE.match(own[0].text):
        return False
    extract = own[-1].text.endswith(EXTRACT)
    if any(has_citations(line.text) for line in own) and not extract:
        return False
    if any(is_full_reference(line.text) or _SHOWS.search(line.text) for line in own):
        return False
    # The facts of a record, each with its label, are no text.
    facts = 2 * sum(_LABELLED.match(line.text) is not None for line in own) > len(own) > 1
    return not facts and _opens_text(own[0].text)


def _opens_amid(text: str) -> bool:
    """Whether a text begins with a small word, as where a sentence goes on; not with a name such
    as "rRNA" or "beta-Blockers"."""
    return text[0].islower() and not _NAME.match(text)


def _opens_text(text: str) -> bool:
    """Whether a long line begins as text does, not as the head of a page without line breaks."""
    opening = text[:250]
    if len(opening) < 250 or is_running(opening) or is_dense(opening):
        return True
    # Names of institutions, species and substances have capitals or figures; a head begins with
    # those of a title or of people, or with the mark of a place ("1 The Ward").
    if opening[0].isdigit() and " " in opening[1:3]:
        return False
    lower = [word[0].islower() for word in opening.split()]
    return any(lower[:_FIRST_WORDS]) and sum(lower) * 2 > len(lower)
