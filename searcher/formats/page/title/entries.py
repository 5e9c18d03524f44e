"""What a site has around a title, on its line: entries of menus before it, labels behind it."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.labels import ORDER, label_kind
from searcher.formats.page.title.glued import is_in_small_letters
from searcher.formats.page.words.lists import any_of, words
from searcher.formats.page.words.sites import ENTRIES

SHORTEST = 25
"""Characters of a title from which something is taken off."""

_ENTRY = re.compile(rf"(?:(?i:{any_of(ENTRIES)})(?:\s?[:….]+)?\s)+(?=[A-ZÀ-ŽА-Я])")
_OPENINGS = frozenset(each[:3] for each in ENTRIES)
_ARTICLES = ("A ", "An ", "The ")
# "TY - JOUR T1 - The title": the lines of a record for machines.
_TAGS = re.compile(r"(?:TY {1,2}- )?(?:JOUR )?T[1I] {1,2}- (?=\S)")
# "614 Views 2 CrossRef citations to date 0 Altmetric The title"
_COUNTERS = re.compile(
    r"(?:\d[\d,.]*k?\s(?i:(?:total )?(?:views?|downloads?|(?:crossref )?citations?(?: to date)?"
    r"|shares?|altmetric|likes?|comments?|accesses|visits))\s)+(?=[A-ZÀ-ŽА-Я])"
)
# "Volume 37, Issue 2, pp 188–197 The title", where the journal's name is cut off already
_NUMBERED = re.compile(
    r"(?:(?i:volumen?|vol\.?|issue|no\.|n[uú]m(?:ber|ero|\.)|pp?\.|pp|pages?|páginas)\s?(?::\s?)?\d[\d–-]*"
    r"(?:[—–-][A-Z][a-z]+ (?:19|20)\d\d)?,?\s(?:[|•·-]\s?)?)+(?=[A-ZÀ-ŽА-Я]\w+ [\w-]+)"
)
_WITHIN = words("a an the of in on for with to by from and or its der die das und de la el y et")

_OF_SITE = ("authors", "info", "aside", "cite")
"""What labels announce that no section of an article bears."""

_OF_TITLES = ("pmid", "mesh", "references")
"""What labels announce with a name that titles end with: "PubMed", "MeSH keywords"."""


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


def without_label(text: str) -> str:
    """A title without what follows it in a list, and the label of what does: "The title • Review
    article", "The title Article information"."""
    listed = text.find(" • ", SHORTEST)
    text = text[:listed] if listed > 0 else text
    parts = text.rsplit(" ", 3)
    if not parts[-1][:1].isupper() and len(parts[-1]) < 4:
        return text
    for count in range(len(parts) - 1, 0, -1):
        kind = label_kind(" ".join(parts[-count:])) if parts[-count][:1].isupper() else None
        # Names of sections are words of titles: "... in older Patients", "Case report".
        if kind is None or kind in ORDER or kind in _OF_TITLES:
            continue
        title = " ".join(parts[:-count])
        last = title[title.rfind(" ") + 1 :]
        if len(title) < SHORTEST or last.lower() in _WITHIN or last[-1] in ":,;–—-":
            continue
        sure = text[-1] == ":" or (count > 1 and kind in _OF_SITE)
        if sure or ((last[0].islower() or last[-1] in ".?)") and is_in_small_letters(title)):
            return title
    return text
