"""Titles that their line says twice, in the same words or in another language."""

from __future__ import annotations

from searcher.formats.page.kinds.language import is_in_one_language, language_of, languages_of
from searcher.formats.page.kinds.sentences import count_words
from searcher.lazy import lazy_pattern

_CAPITALISED = lazy_pattern(r" [A-ZÀ-Ý](?<=[\w.)?!] .)[a-zà-ÿğışçöü]{2,}")
_OF_PLACE = lazy_pattern(r"\b([A-ZÀ-Ý]\w+) d(?:[aeo]s?|el?) ([A-ZÀ-Ý])")
_PAIR = lazy_pattern(r"[a-zà-ÿ]/[A-ZÀ-Ý]")

LONGEST_BAR = 4
"""Characters between a title and the same title again."""

MANY_CAPITALS = 7
"""Words with capitals from which on they do not tell where a second title begins."""

SHORTEST_TWICE = 20
"""Characters of a title that its line says twice, at least."""

SHORTEST_AGAIN = 6
"""Words of a title that its line says twice amid others, at least."""


def without_translation(text: str) -> str:
    """The first of two titles on one line: "Hepatite em idosos / Hepatitis in the elderly"."""
    first, _, second = text.partition(" / ")
    if min(len(first), len(second)) < 20:
        return text
    spoken, other = language_of(first), language_of(second)
    return first if spoken and other and spoken != other else text


def in_first_language(text: str) -> str:
    """The first of two titles that run together: "Hepatitis in the elderly Hepatite em idosos".

    Only a capital tells where the second may begin, so both must be otherwise in lower case.
    """
    starts = [found.start() + 1 for found in _CAPITALISED.finditer(text, 19)]
    if not 0 < len(starts) < MANY_CAPITALS or is_in_one_language(text):
        return text
    if "/" in text and _PAIR.search(text):
        return text
    for start in starts:
        first, second = text[:start].rstrip(". "), text[start:]
        if min(first.count(" "), second.count(" ")) < 3 or not first[-4:].isalnum():
            continue
        spoken = _told_languages(first)
        # "So Diverse and So Toxic" is no Slovene, which lacks "and".
        if not spoken or (second.isascii() and not is_in_one_language(second)):
            continue
        if (others := _told_languages(second)) and not spoken & others:
            return first
    return text


def _told_languages(text: str) -> frozenset[str]:
    """The languages of a title; one small word tells none but English: "type I", "at", "de". Those
    within a name are of its place: "Rio de Janeiro"."""
    if " d" in text:
        text = _OF_PLACE.sub(r"\1 \2", text)
    found = languages_of(text)
    return found if "en" in found else languages_of(text, least=2)


def once(text: str) -> str:
    """A text that a line says twice or more, once: "The title The title", "The title | The title",
    "The title SITE The title", "The title PDF The title Ann Lee"."""
    start = text.find(text[:SHORTEST_TWICE], SHORTEST_TWICE)
    if start < 0:
        return text
    again = text[start:]
    if text.startswith(again):
        # "Autologous Chondrocyte Implants With or Without Autologous Chondrocyte Implants"
        few = count_words(again) < SHORTEST_AGAIN and len(text) > 2 * len(again) + LONGEST_BAR
        if few:
            return text
        return again if len(again) <= start else text[:start].rstrip(" -–|")
    whole = 0
    while whole < min(start, len(again)) and text[whole] == again[whole]:
        whole += 1
    if text[whole : whole + 1].isalnum() and text[whole - 1].isalnum():
        whole = text.rfind(" ", 0, whole)
    title = text[:whole].rstrip(" -–|([:")
    return title if count_words(title) >= SHORTEST_AGAIN else text
