"""The journal beside its DOI, under the title, or behind it on one line."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import (
    abbreviates,
    names_a_journal,
    says_it_is_a_journal,
    unaccented,
)
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import may_have_year
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Facts, Place
from searcher.formats.page.words.journals import COINED, CUT_WORDS
from searcher.formats.page.words.lists import DIGIT
from searcher.lazy import lazy_pattern

# Open Forum of Wards, doi:10.1000/123
_BEFORE_DOI = lazy_pattern(
    r"^(?P<name>[^\d:;()]{3,90}?)(?P<sign>[.,:;]?)\s(?:https?://(?:dx\.)?doi\.org/|doi:?\s?)10\.",
    re.IGNORECASE,
)
_DOI_OPENS = lazy_pattern(r"(?:https?://(?:dx\.)?doi\.org/|doi\b:?\s?)(?:\s?10\.)?", re.IGNORECASE)
# in Ward Open Letters
_IN = lazy_pattern(r"^(?:in|In)\s(?P<name>[A-Z][^.:;]{3,90})$")
# "HKMJ" behind a title: an acronym with the J of a journal.
_ACRONYM = lazy_pattern(r"[A-Z]{2,4}J|J[A-Z]{2,4}(?<!JSTOR)")
_DOI_LETTERS = lazy_pattern(r"10\.\d{4,9}/(?:journal\.)?([a-z]{4,})")
# "Ann" may be a person.
_SHORT = CUT_WORDS - {"Ann"}
_AND = frozenset({"and", "y", "et", "und", "&"})
_NUMBERS = lazy_pattern(r"\d{1,4}\s?\(\d{1,3}\)\s?[:,]\s?[Ee]?\d[\d–-]*")
_MEMBERS = lazy_pattern(r"\s?[·•|]\s")
_PARTS = lazy_pattern(r"\s+[-–—|·»:]\s+|\s?\|\s?")


LONGEST_DATE = 20
"""Characters of a member of a row that is a date at most."""

LONGEST_OPENING = 30
"""Characters by which the opening of a title is found in a line that was cut."""


def read_beside(facts: Facts, places: list[Place], title: str | None) -> None:
    """The journal that a line says together with the DOI, or with the title, or right below it."""
    if "journal" in facts.values:
        return
    letters = _DOI_LETTERS.match(facts.values.get("doi", ""))
    for index, place in enumerate(places):
        text = place.line.text
        if place.weight < 1 or len(text) > 400:
            continue
        if letters and (name := _named_by(letters[1], text)):
            facts.put("journal", name, "name in the DOI", place.line, 0.8)
        found = _BEFORE_DOI.match(text) if "10." in text else None
        if ("10." in text or "(" in text) and (name := _in_row(text)):
            _put(facts, name, "row of facts", place.line, title, certain=True)
        elif found:
            certain = found["sign"] in (",", ".")
            _put(facts, found["name"], "name before DOI", place.line, title, certain)
        elif index and _DOI_OPENS.match(text):
            above = places[index - 1].line
            if not above.bullet and above.text[-1] == ":":
                _put(facts, above.text, "name above DOI", above, title, certain=True)
        elif place.line.gap and (found := _IN.match(text)) and _is_title(places, index, title):
            facts.put("journal", clean_journal(found["name"]), "in, name", place.line, 0.7)


def read_title_bar(facts: Facts, places: list[Place], title: str | None) -> None:
    """The journal behind the title on one line ("The title - Journal of Wards | Press"), where
    it says that it is one or is what a citation abbreviates; or before it, where the same name
    is a line of its own ("Home Journal of Wards The title")."""
    if not title or len(title) < 15:
        return
    short = facts.values.get("journal")
    for place in places:
        text = place.line.text
        start = _find(title, text) if place.weight >= 1 and len(text) < 500 else -1
        if start < 0:
            continue
        if start and not short and (name := _trail(text[:start], places, place)):
            facts.put("journal", name, "trail to the title", place.line, 0.7)
            return
        behind = text[start + len(title) :]
        parts = _PARTS.split(behind) if _PARTS.match(behind) else []
        for part in parts:
            name = clean_journal(part) if part.strip() else None
            if name and short and abbreviates(short, name):
                del facts.values["journal"]
                facts.put("journal", name, "title bar", place.line, 0.8)
                return
            if name and not short and (_is_certain(name) or _is_of_house(name, parts[-1])):
                facts.put("journal", name, "title bar", place.line, 0.7)
                return


def _find(title: str, text: str) -> int:
    """Where a title stands in a line, also where the line was cut amid it; -1 where it does not."""
    if text[-3:] != "..." and text[-1] != "…":
        return text.find(title)
    start = text.find(title[:LONGEST_OPENING])
    return start if start < 0 or title.startswith(text[start:].rstrip(".… ")) else -1


def _is_of_house(name: str, house: str) -> bool:
    """Whether a name behind a title is that of one journal of a house which the last piece names:
    "Ward Surgery | Ward Network"."""
    first = name.partition(" ")[0]
    return name != house and names_a_journal(name) and house.startswith(f"{first} ")


def _is_certain(name: str) -> bool:
    """Whether what stands behind a title is a journal, not the name of a site."""
    coined = name.casefold() in COINED or _ACRONYM.fullmatch(name) is not None
    return coined or says_it_is_a_journal(name)


def _trail(before: str, places: list[Place], title: Place) -> str | None:
    """The last words of a trail that are a line of their own above, unless a menu's entry is."""
    before = before.rstrip(" >»/|•·:-–")
    for place in places[: places.index(title)]:
        text = place.line.text
        # One word is a name where nothing but "Home" stands before it.
        told = " " in text or (is_menu(before.partition(" ")[0]) and not is_menu(text))
        if told and before.endswith(f" {text}") and (" " in text or before.count(" ") == 1):
            # "Cardiología y Neumología" looks like a name.
            person = read_names(text) and _AND.isdisjoint(text.split())
            return None if person or read_category(text) is not None else clean_journal(text)
    return None


def _named_by(letters: str, text: str) -> str | None:
    """The member of a row with whose letters the DOI's number begins, or with the first ones of
    its words: "Cureus", 10.1/cureus.1; "Open Ward Letters", 10.1/owl/12."""
    for part in _PARTS.split(text):
        initials = "".join(word[0] for word in part.split() if word[0].isupper())
        if letters == initials.lower():
            return clean_journal(part)
        if len(part) < 30 and letters == "".join(filter(str.isalpha, unaccented(part))).lower():
            return clean_journal(part)
    return None


def _in_row(text: str) -> str | None:
    """The one member of a row that is neither the DOI nor the date beside it, nor a menu's or an
    index's: "PMC · DOI: 10.1/2 · Ward Letters · 2019-10-15", "2019 · Wards · 12(3):4-9"."""
    members = _MEMBERS.split(text)
    dated = [each for each in members if may_have_year(each) and len(each) < LONGEST_DATE]
    numbered = [each for each in members if _NUMBERS.fullmatch(each)]
    identified = [each for each in members if "10." in each and _DOI_OPENS.match(each)] + numbered
    if len(members) < 3 or not (dated and identified):
        return None
    told = dated + identified
    others = [each for each in members if each not in told]
    named = [each for each in others if read_category(each) is None and not _is_index(each)]
    # One word may be the name of a site.
    alone = len(named) == 1 and (numbered or " " in named[0]) and not DIGIT.search(named[0])
    return named[0] if alone else None


def _is_index(text: str) -> bool:
    """Whether a member of a row is a menu's, or the short name of an index ("PMC")."""
    return is_menu(text) or (text.isupper() and not _ACRONYM.fullmatch(text))


def _is_title(places: list[Place], index: int, title: str | None) -> bool:
    """Whether the title, or its last line, stands right above a place."""
    return index > 0 and title is not None and places[index - 1].line.text in title


def _put(facts: Facts, text: str, rule: str, line: Line, title: str | None, certain: bool) -> None:
    """Keeps a name that nothing tells to be one of something else; one word must be certain."""
    text = text.strip(" :")
    words = text.count(" ") + 1
    if words > 9 or (words < 2 and not certain) or (title and (text in title or title in text)):
        return
    other = read_category(text) is not None or is_menu(text) or is_address(text)
    certain = certain or names_a_journal(text) or not _SHORT.isdisjoint(text.split())
    if other or (read_names(text) and not certain):
        return
    facts.put("journal", clean_journal(text), rule, line, 0.7)
