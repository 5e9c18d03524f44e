"""The full name of a journal, where the page says what its citation abbreviates."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import abbreviates, names_a_journal
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.masthead import Facts, Place
from searcher.formats.page.masthead.journal_lines import whole_name
from searcher.formats.page.masthead.notices import NAMED_AMID
from searcher.formats.page.words.journals import SMALL
from searcher.formats.page.words.lists import WORD
from searcher.lazy import lazy_pattern

_SUBTITLE = lazy_pattern(r"\s:\s|\s-\s")
_CRUMB = lazy_pattern(r"\s[/>»|·•–—-]\s")
_LOGO = lazy_pattern(r"\W*\blogo\b\W*(?:(?:of|for)\s)?", re.IGNORECASE)
_ACRONYM = lazy_pattern(r"\s\([A-Z]{2,8}\)$")
_SIGNS_FIRST = lazy_pattern(r"([\u3040-\u30ff\u3400-\u9fff]{4,30})\s[A-Za-z ]{2,40}$")
# What may stand between two words of a name that a citation abbreviates.
_BETWEEN = SMALL | {"&"}


def spell_out(facts: Facts, places: list[Place]) -> None:
    """The journal's full name where a line of the head is what a citation abbreviates."""
    short = facts.values.get("journal")
    if not short or len(short) < 4:
        return
    acronym = short.isupper() and short.isalpha()
    last = (WORD.findall(short.casefold()) or [short])[-1]
    for index, place in enumerate(places):
        whole = whole_name(places, index)
        if whole.isascii() and not acronym and last not in whole.casefold():
            # No word goes on from the last one of the short form.
            continue
        # A term below may have the words of a journal's name.
        told = place.weight >= 1 or names_a_journal(whole)
        for text in (*_full_names(place), *((whole,) if told else ())):
            if not len(short) < len(text) < 120:
                continue
            if text == f"The {short}" or abbreviates(short, text) or _is_acronym(short, text):
                del facts.values["journal"]
                facts.put("journal", clean_journal(text) or short, "full name", place.line, 0.85)
                return
    if found := _full_amid(short, places):
        del facts.values["journal"]
        facts.put("journal", clean_journal(found[0]) or short, "full name", found[1].line, 0.7)


def _full_amid(short: str, places: list[Place]) -> tuple[str, Place] | None:
    """The name amid a sentence whose words begin with those of an abbreviation, three or more."""
    cut = [word for word in WORD.findall(short) if word not in _BETWEEN]
    if len(cut) < 3:
        return None
    for place in places:
        text = place.line.text
        full = _spelt(cut, text) if cut[0] in text and cut[-1] in text else None
        if full and len(full) > len(short) and names_a_journal(full):
            return full, place
    return None


def _spelt(cut: list[str], text: str) -> str | None:
    """The words of a sentence that begin so, one after the other but for small ones between."""
    pieces = text.split(" ")
    telling = [index for index, piece in enumerate(pieces) if piece not in _BETWEEN]
    for first, last in zip(telling, telling[len(cut) - 1 :], strict=False):
        if pieces[first].startswith(cut[0]) and last + 2 < len(pieces):
            said = [piece for piece in pieces[first : last + 1] if piece not in _BETWEEN]
            alone = all(piece.rstrip(",").isalpha() for piece in said[:-1])
            if alone and all(map(str.startswith, said, cut)) and (end := WORD.match(said[-1])):
                return " ".join((*pieces[first:last], end[0]))
    return None


def _is_acronym(short: str, full: str) -> bool:
    """Whether a name in capitals has the first letters of a name that says it is a journal."""
    if not (short.isupper() and short.isalpha()) or not names_a_journal(full):
        return False
    words = full.replace("-", " ").split()
    initials = "".join(word[0] for word in words)
    return short in ("".join(filter(str.isupper, initials)), initials.upper())


def _full_names(place: Place) -> tuple[str, ...]:
    """What of a line could be a full name: its labelled value, all of it, or steps of a trail
    ("Journal of Wards (JW) / JW-12")."""
    text = place.line.text
    label = find_label(text)
    if label and label.kind == "journal":
        return (label.value,)
    if place.in_source:
        # "Ward Letters : the journal of the Ward Society - Category: ..."
        return (text, _SUBTITLE.split(text)[0])
    if "©" in text or "opyright" in text:
        return tuple(found[0] for found in NAMED_AMID.finditer(text[:400]))
    if place.weight < 1 or len(text) > 200:
        return ()
    if "ogo" in text and (named := [part for part in _LOGO.split(text) if part]):
        return tuple(named)
    half = len(text) // 2
    if text[:half] == text[half:]:
        # "Ward LettersWard Letters"
        return (text[:half],)
    if not text.isascii() and (signs := _SIGNS_FIRST.match(text)):
        # "臨床雑誌 ONLINE JOURNAL"
        return (text, signs[1])
    if not _CRUMB.search(text):
        return (text,)
    return (text, *(_ACRONYM.sub("", step) for step in _CRUMB.split(text)))
