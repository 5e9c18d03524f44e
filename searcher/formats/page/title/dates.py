"""Dates, issues and citations, with the kind of article behind them, on the line of a title."""

from __future__ import annotations

import re

from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import ENGLISH_MONTH, may_have_year
from searcher.formats.page.title.categories import ARTICLE, without_kind
from searcher.formats.page.title.running_head import without_reference
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

# "... 2014;24(2):118-124. Original Article The title"
_CATEGORY = (
    r"(?:(?i:original|review|research|short|special|regular|full length)"
    r"\s(?i:article|paper|research|communication|report)s?|(?i:case (?:report|series|study))s?"
    r"|(?:Arti(?:cle|colo|go|kel)|Artículo|ARTICLE|ARTIGO|ARTÍCULO|ARTICOLO)"
    r"(?:\s(?i:originale?|de (?:revis\w+|investiga\w+|pesquisa))\b)?)"
    r"[\s:.–-]{1,3}(?=[A-ZÀ-Ž])"
)
_YEARS_BEGIN = (" 19", " 20", "(20")
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?:\d{{1,2}} {ENGLISH_MONTH}|{ENGLISH_MONTH}(?: \d{{1,2}},)?) {_YEAR}"
    rf"|{_YEAR} {ENGLISH_MONTH}(?: \d{{1,2}})?)"
)
_DATE_BEFORE = lazy_pattern(
    rf"(?P<name>[^.:;]{{3,60}}? [(|·]?\s?)??(?:{_DATE}|(?<=\| ){_YEAR})\)?(?: [-–|·])? (?=[A-ZÀ-Ž])"
)
_DATE_BEHIND = lazy_pattern(
    r" (?=[A-Z\d])(?<=[a-zà-ÿ)] )(?<!\b(?:in|of|to) )(?<!\bfrom )(?<!\bsince )(?<!\buntil )"
    rf"{_DATE}$"
)
# What is no part of a phrase: a year in brackets or behind a dash, a day.
_DAY = rf"(?:{_DATE}|{_YEAR}[-/.]\d\d[-/.]\d\d|\d\d?[-/.]\d\d?[-/.]{_YEAR})"
_DAY_BEHIND = lazy_pattern(
    rf"(?<!\d)[.,:|]?\s(?:[-–—|·•]\s{_YEAR}|[([]\s?{_YEAR}\s?[)\]]|[-–—|·•([]{{1,2}}\s?{_DAY}[)\]]?"
    rf"|{_YEAR}-\d\d-\d\d|\d\d?/\d\d?/{_YEAR}"
    r"|(?:(?:First |Date )?(?:[Pp]ublished|PUBLISHED|[Pp]osted|[Dd]ate|[Uu]pdated)(?: online| on)?)"
    rf"\s?:?\s{_DAY})\.?$"
)
# "From: The title", on the page of a table or figure
_SOURCES = ("from", "in", "aus", "de", "dans")
_OPENING_CATEGORY = lazy_pattern(_CATEGORY)
_LATER_CATEGORY = lazy_pattern(r"[.;:0-9)]\s" + _CATEGORY)
# "... lupus Volume 27, numéro 6, November-December 2017": the issue behind the title.
_ISSUE = lazy_pattern(
    r"\s[(|,.–-]{0,2}\s?(?:volume[ns]?|vol\.|jahrgang|cilt|tom[eo]|band|том)\s?:?\s?\d{1,4}\b[^:]{0,60}$",
    re.IGNORECASE,
)
# "The title. 1997"
_YEAR_BEHIND = lazy_pattern(r"(?<=[a-z)?][.?!])\s\(?(?:19|20)\d\d\)?\.?$")

LONGEST_DATE = 24
"""Characters of a date, and what may stand behind it, at most."""


def without_date(text: str) -> str:
    """A title without the day, or the journal's name and the day, in front of it, and without the
    day behind it: "Ward Letters (Mar 2019) The title", "The title March 4, 2019"."""
    if not (has_any(text, _YEARS_BEGIN) or text[:1].isdigit()):
        return text
    before = _DATE_BEFORE.match(text)
    if before and len(text) - before.end() > 25:
        name = (before["name"] or "").strip(" (|·-–")
        if not name or clean_journal(name) is not None:
            text = text[before.end() :]
    behind = _DATE_BEHIND.search(text, 25)
    return text[: behind.start()] if behind else text


def without_day(text: str) -> str:
    """A title without the year in brackets, the day of its publication or its issue behind it."""
    if text.rstrip(").]")[-1:].isdigit() and may_have_year(text[-LONGEST_DATE:]):
        text = _YEAR_BEHIND.sub("", text)
        day = _DAY_BEHIND.search(text, 10)
        text = text[: day.start()] if day else text
    issue = _ISSUE.search(text) if text[-1:].isdigit() else None
    return text[: issue.start()] if issue and issue.start() > 30 else text


def without_head(text: str) -> str:
    """A title without the citation and the category in front of it on the same line."""
    text = without_kind(without_reference(text))
    label, _, title = text.partition(": ") if ": " in text[:40] else ("", "", "")
    label = label.lower()
    of_article = label in _SOURCES or (ARTICLE.search(label) and read_category(label) is not None)
    if len(title) > 25 and of_article and not title[0].islower():
        return title
    found = _OPENING_CATEGORY.match(text[:250]) or _LATER_CATEGORY.search(text[:250])
    if found is None or len(text) - found.end() < 25:
        return text
    # "Case report: Purpura after quinine" is a title.
    opens = not found.start() and ":" not in found[0]
    cited = any(char.isdigit() for char in text[: found.start()])
    return text[found.end() :] if opens or cited else text
