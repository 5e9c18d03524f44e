"""What stands behind a journal's name on its line: numbers, a kind of article, its society."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import DAY_END, names_a_journal
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

_WITH_CATEGORY = lazy_pattern(
    r"(.{5,90}?)\s(?:Review|Protocol|Article|Editorial|Letter|Research|Report|Comment\w*)"
    r"\s[-–|:]\s[\w ]{3,30}$"
)
# "Journal of Bees Category: Clinical Type: Review"
_LABELLED_MORE = lazy_pattern(
    r"\s(?:category|(?:article )?type|section|subjects?|topic)\s?:\s.*$", re.IGNORECASE
)
# "Village Dental Journal Journal": the name, and what kind of thing it is.
_TWICE = lazy_pattern(r"(\bJournal\b.*) Journal$|(.*) Journal Article$")
# "J Wards, Forthcoming", "Journal of Wards [J Wards]", "J Wards; London"
_BEHIND = lazy_pattern(
    r"[\s,;](?:(?:(?<=,)\s|(?<=\s)\(?)(?:forthcoming|in press|to appear)\)?$"
    r"|(?<=;)\s[A-Z]\w+(?: \w+)?$|(?<=\s)(?:\[[^\[\]]{2,60}\]?$"
    r"|[|•·»›>/–-]\s(?:archives?|issues|home|articles?)$|(?<!Care.)Home(?: ?page)?$"
    r"|(?:Heft|Ausgabe|Issue|Numéro|Fascicolo|Vol(?:umen?)?|Band|Tome|N[uú]m(?:ero)?)$))",
    re.IGNORECASE,
)
_NUMBERS = lazy_pattern(
    r"(?=(?:19|20)\d\d\s?年)|\s(?=\((?:19|20)\d\d\))|(?:[,;]|\.(?=\s[12]))\s(?=(?:19|20)\d\d\b|№|v(?:ol)?[.\s]|n[oº°.]|issue\b|(?:jg|bd|jahrgang|heft)\b"
    r"|(?:rok|roč|год|рік|a[nñ]o|anno|yıl|jahr|année|číslo|numer|n[uú]mero|volumen?|cilt)\b)",
    re.IGNORECASE,
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_MONTHS_BEHIND = lazy_pattern(
    rf"[\s,;:|–-]+{_MONTHS}(?:\s?[-–/]\s?{_MONTHS}(?:\s(?:19|20)\d\d)?|\s(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_VOLUME_BEHIND = lazy_pattern(
    r"[\s,;:|–-](?<=\w.)[\s,;:|–-]*(?:vol|volume|volumen|band|jahrgang|jg|cilt|tom|tome|tomo|том|ročník|rocznik|svezak)"
    r"\b\.?\s?:?\s?(?:\d|[IVXL]+\b).*$",
    re.IGNORECASE,
)
# "Journal of Wards Case Report", "Journal of Wards 00088"
_OTHER_BEHIND = lazy_pattern(
    r"\s(?:Case Report|(?:Original|Research|Review) (?:Article|Paper)|\d{2,}[\d: -]*)$"
)
# "Ward Letters Official publication of the Ward Society", but "... : official publication of ..."
_SOCIETY_BEHIND = lazy_pattern(
    r"\s(?:[Aa]n? |[Tt]he )?(?:[Oo]fficial (?:[Jj]ournal|[Pp]ublication|[Oo]rgan)"
    r"|Publication) of\s.*$"
)
_PRINT_BEHIND = lazy_pattern(r"\s\((?:print|online|internet|impr\.?|en línea)\)$", re.IGNORECASE)


def without_labels(text: str) -> str:
    """A name without the labels and their values behind it."""
    return _LABELLED_MORE.sub("", text) if ":" in text else text


def without_kind(text: str) -> str:
    """A name without the kind of article behind it and a dash."""
    found = _WITH_CATEGORY.match(text)
    return found[1] if found and names_a_journal(found[1]) else text


def without_remark(text: str) -> str:
    """A name without what is said of its article, its town or its short form, and without signs."""
    return _BEHIND.sub("", text).strip(' ,;:|•·›»-–—*_"“”[]')


def without_noun_again(text: str) -> str:
    """A name without what kind of thing it is, where it says so itself."""
    return _TWICE.sub(r"\1\2", text).strip(" ,") if " Journal" in text else text


def without_numbers(text: str) -> str:
    """A name without the volume, the months or the kind of the article that stand behind it, or
    how it is printed."""
    text = DAY_END.sub("", text)
    if has_any(text, ("Publication of ", "fficial ")) and " : " not in text:
        text = _SOCIETY_BEHIND.sub("", text)
    found = _VOLUME_BEHIND.search(text)
    text = _PRINT_BEHIND.sub("", text[: found.start()] if found else text)
    found = _MONTHS_BEHIND.search(text) or _OTHER_BEHIND.search(text)
    return text[: found.start()] if found and names_a_journal(text[: found.start()]) else text


def split_numbers(text: str) -> tuple[str, str]:
    """A journal's name and the numbers behind it: "Forum of Medicine, 2022, № 1, p. 38"."""
    name, *numbers = _NUMBERS.split(text, maxsplit=1)
    return name, "".join(numbers)
