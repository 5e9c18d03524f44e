"""What is glued to a journal's name, before it or behind it, where a page has lost its lines."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import abbreviates, is_name, names_a_journal
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.name_marks import after_degrees
from searcher.formats.page.words.journals import NOUNS, PUBLISHERS, SMALL
from searcher.formats.page.words.lists import any_of, by_initial, has_any
from searcher.formats.page.words.sites import COUNTRIES
from searcher.lazy import lazy_pattern

_COUNTRY = lazy_pattern(rf".*(?:{any_of(COUNTRIES)})\.?\s(?=[A-ZÀ-Ý])")
# "Logo Journal of Wards", "EXAMPLE PUBLISHERS Journal of Wards", "JournalEuropean Ward Letters"
_SITE = lazy_pattern(
    r"^(?:(?:Home )?All Journals\s(?=[A-Z])|Journal(?=[A-Z][a-z])"
    r"|[^,;:.]{0,40}\b(?i:publishers?|publishing|press|logo|cover|source|loading|home)\s"
    r"(?=(?:The )?(?:[A-Z][\w-]+ ){0,3}Journal\b))"
)
# "Example Publishing Corporation Case Reports in Wards"
_HOUSES = ("Publi", "Press", "Verlag", "Media")
_HOUSE = lazy_pattern(
    r"(?:[A-Z&][\w&'’.-]*\s){1,4}?(?:Publishing|Publishers?|Publications?|Press|Verlag|Media)"
    r"(?P<form>\s(?:Corporation|Group|House|Company|Limited|Ltd|LLC|Inc|Co|GmbH|AG|BV)\b\.?)*\s(?=[A-Z])"
)
_SITE_BEHIND = lazy_pattern(
    r"\s(?<=\w.)(?:About|Submit|Log ?in|Menu"
    r"|[Ll]ogo|[Cc]over(?: [Ii]mage)?"
    r"|(?:[|•·-]\s)?Open Access(?:\s(?:Original |Research |Review )+Articles?)?)$"
)
_PUBLISHER = lazy_pattern(rf"^[^,;:]*\b(?:{by_initial(PUBLISHERS)})\b[^,;:]*,\s", re.IGNORECASE)
_PUBLISHER_ALONE = lazy_pattern(
    r"\b(?:Press|Publishing|Publishers|Publications|Institute|University|Association|Academy"
    r"|Foundation|Verlag|Ltd|Limited|Inc|GmbH)\.?(?:\s\([A-Z]+\))?$"
)


# "Lee and Ek, J Wards": the running head of a page.
_TWO_AUTHORS = lazy_pattern(r"[A-ZÀ-Ý][\w'’-]+ (?:and|&) [A-ZÀ-Ý][\w'’-]+[,.:] ")


# "Bo Ek2 Ward Letters", "Ekorcid Ward Letters", "Bo Ek Source : Ward Letters", "Article BMC Wards"
_MARKED = lazy_pattern(
    r"(?:\S+\s){0,8}(?:[A-ZÀ-Ý][a-zà-ÿ]{2,}\d{1,2}\*?|\w*orcid(?: icon)?|Source ?:)\s(?=[A-ZÀ-Ý])"
    r"|Articles?\s(?=[A-ZÀ-Ý])"
)


def without_people(text: str) -> str:
    """A name without the authors, with their degrees, their marks or their country, that stand
    before it."""
    if found := _MARKED.match(text):
        text = text[found.end() :]
    if "," not in text:
        return text
    text = after_degrees(text)
    if (found := _TWO_AUTHORS.match(text)) and names_a_journal(text[found.end() :]):
        return text[found.end() :]
    found = _COUNTRY.match(text)
    return text[found.end() :] if found else text


def without_site(text: str) -> str:
    """A name without the press, the logo or the menu of its site beside it."""
    found = _HOUSE.match(text) if has_any(text, _HOUSES) else None
    name = text[found.end() :] if found else text
    if found and not (found["form"] or (" " in name and names_a_journal(name))):
        found = None
    found = found or (_SITE.match(text) if "Journal" in text else None)
    name = text[found.end() :] if found else text
    return _SITE_BEHIND.sub("", name)


def without_category(text: str) -> str:
    """A name without the category of the article that stands before it, or in capitals behind."""
    words = text.split(" ")
    if words[-1].isupper() and not words[0].isupper():
        for count in (3, 2, 1):
            category = " ".join(words[-count:]).lower()
            behind = len(words) > count + 1 and " ".join(words[-count:]).isupper()
            if behind and read_category(category) is not None:
                return " ".join(words[:-count])
    for count in (3, 2, 1):
        category, name = " ".join(words[:count]), words[count:]
        # "Clinical Case Reports" is a name; "CASE REPORT Toxins" differs in its capitals.
        apart = len(name) > 1 < count and name[0].lower() not in SMALL
        # "Review Wards": PubMed writes a type so, over the journal.
        apart = apart or bool(name and read_category(category) == (category,))
        apart = apart or bool(name and category.isupper() and not name[0].isupper())
        # "Original Article IeWARD": no word but a name has capitals within.
        apart = apart or bool(name and not name[0].isupper() and name[0][1:] != name[0][1:].lower())
        # "Clinical Case Studies in Wards"
        within = read_category(" ".join(words[1 : count + 1])) is not None
        if apart and not within and name[0][:1].isupper() and read_category(category) is not None:
            return " ".join(name)
    return text


def without_short_form(text: str) -> str:
    """A name without its abbreviation that stands before it: "Acta Ward Acta Wardologica"."""
    words = text.split(" ")
    for index in range(2, len(words) - 1):
        if words[index][:1] != words[0][:1] or words[index - 1] in SMALL:
            continue
        full = " ".join(words[index:])
        again = words[index] == words[0] and words[index + 1].startswith(words[1].rstrip("."))
        if again or abbreviates(" ".join(words[:index]), full):
            return full
    return text


def without_running_head(text: str) -> str:
    """A name without the title in capitals that stands before it where line breaks were lost."""
    words = text.split()
    capitals = next((i for i, word in enumerate(words) if not word.isupper()), 0)
    if capitals and words[capitals - 1].lower() in NOUNS:
        # "A CASE REPORT BMC Wards"
        capitals -= 1
    return " ".join(words[capitals:]) if capitals > 2 else text


def without_publisher(text: str) -> str:
    """A name without the publisher that catalogues put before it: "Ward Press, Ward Letters"."""
    found = _PUBLISHER.match(text)
    rest = text[found.end() :] if found else ""
    return rest if is_name(rest) else text


def is_publisher(text: str) -> bool:
    """Whether a name is that of a press, a society or an institute, and not of its journal."""
    return _PUBLISHER_ALONE.search(text) is not None and not names_a_journal(text)
