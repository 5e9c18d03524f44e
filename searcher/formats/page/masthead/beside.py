"""The journal beside its DOI, under the title, or behind it on one line."""

from __future__ import annotations

import re

from searcher.formats.page.citation.journals import clean_journal
from searcher.formats.page.citation.names import abbreviates, names_a_journal, says_it_is_a_journal
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_address, is_menu, is_prose
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Facts, Place

# Open Forum of Wards, doi:10.1000/123
_BEFORE_DOI = re.compile(
    r"^(?P<name>[^\d:;()]{3,90}?)(?P<sign>[.,:;]?)\s(?:https?://(?:dx\.)?doi\.org/|doi:?\s?)10\.",
    re.IGNORECASE,
)
_DOI_OPENS = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi\b:?\s?)(?:\s?10\.)?", re.IGNORECASE)
# in Ward Open Letters
_IN = re.compile(r"^(?:in|In)\s(?P<name>[A-Z][^.:;]{3,90})$")
_PARTS = re.compile(r"\s+[-–—|·»:]\s+|\s?\|\s?")


def read_beside(facts: Facts, places: list[Place], title: str | None) -> None:
    """The journal that a line says together with the DOI, or with the title, or right below it."""
    if "journal" in facts.values:
        return
    for index, place in enumerate(places):
        text = place.line.text
        if place.weight < 1 or len(text) > 400:
            continue
        if found := _BEFORE_DOI.match(text):
            certain = found["sign"] in (",", ".")
            _put(facts, found["name"], "name before DOI", place.line, title, certain)
        elif index and _DOI_OPENS.match(text):
            above = places[index - 1].line
            if not above.bullet and (above.text[-1] == ":" or names_a_journal(above.text)):
                _put(facts, above.text, "name above DOI", above, title, certain=True)
        elif place.line.gap and (found := _IN.match(text)) and _is_title(places, index, title):
            facts.put("journal", clean_journal(found["name"]), "in, name", place.line, 0.7)


def read_title_bar(facts: Facts, places: list[Place], title: str | None) -> None:
    """The journal behind the title on one line ("The title - Journal of Wards | Press"), where
    it says that it is one or is what a citation abbreviates."""
    if not title or len(title) < 15:
        return
    short = facts.values.get("journal")
    for place in places:
        text = place.line.text
        start = text.find(title) if place.weight >= 1 and len(text) < 500 else -1
        if start < 0 or len(text) < len(title) + 4:
            continue
        behind = text[start + len(title) :]
        for part in _PARTS.split(behind) if _PARTS.match(behind) else ():
            name = clean_journal(part) if part.strip() else None
            if name and short and abbreviates(short, name):
                del facts.values["journal"]
                facts.put("journal", name, "title bar", place.line, 0.8)
                return
            if name and not short and says_it_is_a_journal(name):
                facts.put("journal", name, "title bar", place.line, 0.7)
                return


def _is_title(places: list[Place], index: int, title: str | None) -> bool:
    """Whether the title, or its last line, stands right above a place."""
    return index > 0 and title is not None and places[index - 1].line.text in title


def _put(facts: Facts, text: str, rule: str, line: Line, title: str | None, certain: bool) -> None:
    """Keeps a name that nothing tells to be one of something else; one word must be certain."""
    text = text.strip(" :")
    words = text.count(" ") + 1
    if words > 9 or (words < 2 and not certain) or (title and (text in title or title in text)):
        return
    other = read_category(text) is not None or is_menu(text) or is_address(text) or is_prose(text)
    if other or (read_names(text) and not (certain or names_a_journal(text))):
        return
    facts.put("journal", clean_journal(text), rule, line, 0.7)
