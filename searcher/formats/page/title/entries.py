"""The words of menus on the line of a title, in front of it or behind it."""

from __future__ import annotations

from searcher.formats.page.kinds.furniture import SITE_WORDS
from searcher.formats.page.kinds.wording import is_in_small_letters
from searcher.formats.page.title.marks import LEAST_TITLE
from searcher.formats.page.words.lists import any_of
from searcher.formats.page.words.sites import ENTRIES
from searcher.lazy import lazy_pattern

SHORTEST = 25
"""Characters of a title from which an entry is taken off."""

_ENTRY = lazy_pattern(rf"(?:(?i:{any_of(ENTRIES)})(?:\s?[:….]+)?\s)+(?=[A-ZÀ-ŽА-Я])")
_OPENINGS = frozenset(each[:3] for each in ENTRIES)
_ARTICLES = ("A ", "An ", "The ")
# "TY - JOUR T1 - The title": the lines of a record for machines.
_TAGS = lazy_pattern(r"(?:TY {1,2}- )?(?:JOUR )?T[1I] {1,2}- (?=\S)")
# "614 Views 2 CrossRef citations to date 0 Altmetric The title"
_COUNTERS = lazy_pattern(
    r"(?:\d[\d,.]*k?\s(?i:(?:total )?(?:views?|downloads?|(?:crossref )?citations?(?: to date)?"
    r"|shares?|altmetric|likes?|comments?|accesses|visits))\s)+(?=[A-ZÀ-ŽА-Я])"
)
# "Volume 37, Issue 2, pp 188–197 The title", where the journal's name is cut off already
_NUMBERED = lazy_pattern(
    r"(?:(?i:volumen?|vol\.?|issue|no\.|n[uú]m(?:ber|ero|\.)|pp?\.|pp|pages?|páginas)\s?(?::\s?)?\d[\d–-]*"
    r"(?:[—–-][A-Z][a-z]+ (?:19|20)\d\d)?,?\s(?:[|•·-]\s?)?)+(?=[A-ZÀ-ŽА-Я]\w+ [\w-]+)"
)
_DASHES = ("-", "–", "—", "|")


def without_entry(text: str) -> str:
    """A title without the entry of a menu, counters, a tag or an issue's number in front of it:
    "Loading The title", "614 Views The title", "T1 - The title", "Vol. 2 The title"."""
    if text[:1].isdigit():
        counted = _COUNTERS.match(text)
        return text[counted.end() :] if counted else text
    if text[:1] in "VvIiNnPp" and (numbered := _NUMBERED.match(text)):
        text = text[numbered.end() :]
    found = _ENTRY.match(text) if text[:3].lower() in _OPENINGS else None
    if found is None:
        found = _TAGS.match(text) if text[:1] in "TJ" else None
        return text[found.end() :] if found else text
    title = text[found.end() :]
    # "Back Pain in Nurses", "Loading Doses of Amiodarone"
    apart = " " in found[0].strip() or is_in_small_letters(title) or title.startswith(_ARTICLES)
    return title if apart and len(title) >= SHORTEST else text


def without_menu(text: str) -> str:
    """A title without the words of a menu behind it: "The title Journal Articles icon"."""
    if text[text.rfind(" ") + 1 :].lower() not in SITE_WORDS:
        return text
    words = text.split(" ")
    count = len(words)
    while count and words[count - 1].lower() in SITE_WORDS:
        count -= 1
    # A dash parts what the site says from a title that ends with such words as well.
    if dashes := [i for i in range(count, len(words)) if words[i] in _DASHES]:
        count = dashes[0]
    taken = len(words) - count
    if words[count - 1] in ("Academic", "Scholarly"):
        # "Academic Article Article uri icon"
        count -= 1
    return " ".join(words[:count]) if taken > 2 and count >= LEAST_TITLE else text
