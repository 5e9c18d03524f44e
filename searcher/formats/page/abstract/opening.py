"""Where the text of an abstract begins that stands behind a head on its own line.

A page that lost its line breaks has names, affiliations, dates and notices before the first
sentence; each leaves a mark, and none stands in the sentences that follow.
"""

from __future__ import annotations

from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS
from searcher.formats.page.words.front_matter import (
    ACCEPTED,
    DATED,
    ON_DAY,
    OPENING_HISTORY,
    RECEIVED,
    WRITE_TO,
)
from searcher.formats.page.words.lists import UPPER, any_of, by_initial, has_any
from searcher.formats.page.words.sites import COUNTRIES
from searcher.lazy import lazy_pattern

LONGEST_HEAD = 1_500
"""Characters before the first sentence at most."""

FREE = 250
"""Characters from the first sentence on in which no mark of a head stands."""

LONGEST_PLACE = 80
"""Characters before a country in which an address, not a sentence, names the place."""

_MARKING = (
    *(r"doi\b:?(?:\s?10\.\S+)?", r"DOI\b:?(?:\s?10\.\S+)?", r"ISSN\b", r"ORCID\b"),
    *(name + ON_DAY for name in DATED),
    *(*WRITE_TO, r"Tel\b\.?\s?:", r"Fax\b\.?\s?:", r"Phone\b\.?\s?:"),
)
# Each begins with a letter or a sign of its own, which is found quickly.
_MARK = lazy_pattern(
    r"@(?<=\S.)\S+\.\w{2,8}\b|\[email\s?protected\]|https?://\S+|©|\*(?<=\w.) ?[Cc]orrespondence\b"
    "|" + by_initial(_MARKING, before=r"(?<!\w.)")
)
# What no abstract speaks of in its first sentences.
_BESIDE = lazy_pattern(
    r"full names|(?<!\w)affiliations|reprint requests|[Cc]orrespondence to|\[email|rticle history"
    # Not "Au@Ag", "AMIC©" or the address of what the text is about: "(http://wards.org)".
    r"|\w@\w+[.-]"
    rf"|{OPENING_HISTORY}"
    r"|(?<![(])(?<![,;:] )(?<!\bat )https?:|Downloaded"
    r"|\bISSN\b|(?<!\w)©|\bE-?mail:"
    r"|\b[Cc]it(?:ation:|e this)"
)
_BESIDE_MARKS = (
    *("full names", "affiliations", "reprint requests", "orrespondence to", "@", "[email"),
    *("rticle history", *RECEIVED, *ACCEPTED, "http", "Downloaded", "ISSN", "©", "mail:"),
    *("itation:", "ite this"),
)
_PLACE = lazy_pattern(
    r"\b(?:Departments?|Departamento|Dipartimento|Division|School|Faculty|Facultad|Faculdade|Facoltà"
    r"|Universi\w+|Hospitals?|Ospedale|Hôpital|\w*[Kk]linik\w*|Clinics?|Institut\w*|College|Servi\w+"
    r"|Laborato\w+|Cent(?:er|re))\b[^.;:]{0,80}, (?:[A-Z]{2} \d{5}(?:-\d{4})?\b|(?=[A-ZÀ-Ý]))"
)
_COUNTRY = lazy_pattern(rf"(?:{any_of(COUNTRIES)})\b[.;]?(?=\s[{UPPER}\d*])")
_CAPITAL = lazy_pattern(rf"(?<!\S)[{UPPER}]")
_HELD = 5
"""Words in lower case among the eight behind the first one of a text."""


def runs_through_head(text: str) -> bool:
    """Whether pieces of a column beside an abstract stand amid its first sentences: then nothing
    tells which words are its own."""
    opening = text[:FREE]
    return has_any(opening, _BESIDE_MARKS) and _BESIDE.search(opening) is not None


def find_opening(text: str) -> int | None:
    """Where the first sentence of a text begins; None where a head stands there, and nothing tells
    its end."""
    if not any(mark <= FREE for mark in _marks(text[: FREE + LONGEST_PLACE])):
        return 0
    head = text[:LONGEST_HEAD]
    marks = _marks(head)
    for found in _CAPITAL.finditer(head):
        start = found.start()
        if _opens(text, start) and not any(start < mark <= start + FREE for mark in marks):
            return start
    return None


def _marks(head: str) -> list[int]:
    """Where what only heads have ends."""
    found = [mark.end() for mark in _MARK.finditer(head)]
    for country in (*_COUNTRY.finditer(head), *_PLACE.finditer(head)):
        words = head[max(0, country.start() - LONGEST_PLACE) : country.end()].split()[1:]
        if 2 * sum(word[0].islower() for word in words) < len(words):
            found.append(country.end())
    return found


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at a capital: behind another one or a head, with words in lower
    case, one of them small."""
    before = text[:start].rstrip().rpartition(" ")[2]
    if before.isalpha() and before.islower():
        return False
    words = text[start : start + FREE].split()[1:9]
    first = text[start : start + FREE].split(" ", 1)[0].lower()
    if len(words) < 8 or not (
        words[0][0].islower() or words[0][0] in "([" or first in ALL_SMALL_WORDS
    ):
        return False
    small = any(word in ALL_SMALL_WORDS for word in words)
    return small and sum(word[0].islower() for word in words) >= _HELD
