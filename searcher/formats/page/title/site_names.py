"""What a browser calls a page: a title between bars, and what the site adds to it."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.categories import has_no_abstract, read_category
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.kinds.wording import is_in_small_letters, speaks_of_medicine
from searcher.formats.page.lines import Line
from searcher.formats.page.title.hints import ENOUGH_TOPIC
from searcher.formats.page.words.journals import SMALL
from searcher.formats.page.words.sites import COUNTRIES, SITE_KINDS
from searcher.lazy import lazy_pattern

_BARS = (" | ", " · ", " • ", " - ", " – ", " — ", " :: ", " » ")
"""What parts a title from the name of the site behind it."""

_BAR = lazy_pattern(r"[|·•–—»:-](?:(?<= [|·•–—»-])|(?<= :):)(?= )")

# "11/12/17"
_DAY = lazy_pattern(r"\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}")

_DOMAIN = lazy_pattern(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}", re.IGNORECASE)

_NUMBER_LAST = lazy_pattern(r"\b(?:[\dIVX]+|[A-Z])$")

# "A Report of Two Cases", "Three Patients and Review of Reports", "Or Warning"
_OPENS_SUBTITLE = lazy_pattern(
    r"(?:[Aa]n?|[Oo]r|[Aa]nd|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
    r"|[Tt]en|[Ee]in[e]?|[Uu]n[ae]?|[Uu]ma?)\s"
)

MAX_SITE = 6
"""Words of a site's name at most."""

MAX_PIECES = 5
"""Pieces between bars at most: more are a menu."""


def without_site(text: str, head: list[Line], topic: frozenset[str]) -> str:
    """The title in what a browser calls a page: "The title | The journal", "Site | The title"."""
    if not _BAR.search(text):
        return text
    if " | " in text:
        text = _between_bars(text)
    opens = bool(head) and head[0].text.startswith(text)
    sure = len(topic) >= ENOUGH_TOPIC
    for bar in _BARS:
        site, _, title = text.partition(bar)
        if count_words(title) > MAX_SITE and _opens_with_site(site, title, topic, sure):
            return title
        title, _, site = text.rpartition(bar)
        if not title or not _is_long(title):
            continue
        if any(_begins_alike(line.text, title, bar) for line in head):
            return title
        if _OPENS_SUBTITLE.match(site):
            continue
        if (
            names_a_journal(site)
            or _is_day(site)
            or _DOMAIN.fullmatch(site)
            or _says_site(site)
            or ((opens or _is_apart(site, title, sure)) and _is_name(site, title, topic))
        ):
            return title
    return text


def _opens_with_site(site: str, title: str, topic: frozenset[str], sure: bool) -> bool:
    """Whether the name of a site or a journal, or a category, stands in front of a title."""
    if names_a_journal(site) or (read_category(site) is not None and title[0].isupper()):
        return True
    return title[0].isupper() and _is_apart(site, title, sure) and _is_name(site, title, topic)


def _is_apart(site: str, title: str, sure: bool) -> bool:
    """Whether only what is no part of a title has capitals: one word that the abstract would tell
    from it, or a few beside a title in small letters."""
    return is_in_small_letters(title) or (sure and " " not in site)


def _is_long(title: str) -> bool:
    return count_words(title) >= (2 if speaks_of_medicine(title) else 4)


def _between_bars(text: str) -> str:
    """The first or the last of the pieces between upright bars, where all the others are short."""
    pieces = [piece.strip() for piece in text.split(" | ")]
    first, last = pieces[0], pieces[-1]
    if len(pieces) > MAX_PIECES:
        return text
    if _is_long(first) and all(count_words(piece) <= MAX_SITE for piece in pieces[1:]):
        return first
    named = read_category(first) is not None or _is_name(first, last, frozenset())
    named = named or (count_words(last) > 2 * count_words(first) and not speaks_of_medicine(first))
    if len(pieces) == 2 and _is_long(last) and named:
        return last
    return text


def _is_name(site: str, title: str, topic: frozenset[str]) -> bool:
    """Whether a piece is the name of a site: one word with a capital, or a few behind a title
    that is otherwise in lower case; of no illness, and no kind of article."""
    words = site.split()
    if len(words) == 1 and _DOMAIN.fullmatch(site):
        return True
    if not all(word[0].isupper() and word[-1].isalnum() for word in words if word not in SMALL):
        return False
    if words[0].lower() in SMALL or _NUMBER_LAST.search(site):
        # "A Case Report", "Part II"
        return False
    lower = sum(word[0].islower() and len(word) > 3 for word in title.split())
    if len(words) > 1 + 2 * (lower > 2) or speaks_of_medicine(site):
        return False
    if f", {site}".endswith(COUNTRIES):
        return False
    kind = read_category(site) is not None or has_no_abstract(site)
    return not kind and not topic_of(site) & (topic | topic_of(title))


def _says_site(text: str) -> bool:
    """Whether a few words with capitals end with what kind of site they name."""
    words = text.split()
    named = all(word[0].isupper() for word in words)
    return named and 1 < len(words) <= MAX_SITE and words[-1].lower() in SITE_KINDS


def _is_day(text: str) -> bool:
    """Whether a piece is a day and nothing more; a year alone may belong to the title."""
    if _DAY.fullmatch(text):
        return True
    date = find_date(text) if len(text) < 25 and text[:1].isdigit() else None
    return date is not None and date.day is not None and sum(map(str.isalpha, text)) < 10


def _begins_alike(text: str, title: str, bar: str) -> bool:
    """Whether a line begins with a title, and does not go on with another dash."""
    return text.startswith(title) and text[len(title) :].strip()[:1] not in (
        "-",
        "–",
        "—",
        bar.strip(),
    )
