"""What names of journals look like, and which are short forms of others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from searcher.formats.page.kinds.dates import ENGLISH_MONTH, YEAR, may_have_year, month_number
from searcher.formats.page.kinds.phrases import JOINING
from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.journals import (
    ABBREVIATIONS,
    FOREIGN,
    NOUNS,
    OPENING_NOUNS,
    OPENING_NOUNS_ABROAD,
    SERIES,
    SMALL,
)
from searcher.formats.page.words.lists import BETWEEN, WORD, any_of, by_initial, has_any, words
from searcher.lazy import lazy_pattern

_SERIES = lazy_pattern(rf"(?:{any_of(SERIES)}) in\b")
_NOUN = lazy_pattern(rf"{BETWEEN}(?:{any_of(NOUNS)})\b(?!-)")
# "The European journal of rare case reports", as catalogues write names.
_OPENING_NOUN = lazy_pattern(
    rf"(?:The )?(?:[A-Z][\w-]+ ){{0,3}}(?:{any_of(OPENING_NOUNS)}) (?:of|for) (?:the )?\w",
    re.IGNORECASE,
)
_WEAK_NOUNS = ("Database", "Reports", "Reviews", "Letters", "Communications")
_WEAK_NOUN = lazy_pattern(
    r"\bDatabase of\b|(?<=\s)(?:Reports|Reviews|Letters|Communications)(?:\s(?:in|on"
    r"|of)\s.{3,40})?$"
)
# What needs no volume or date beside it to be a journal's name.
_SAYING_SO = (*OPENING_NOUNS, "archive", "database", *OPENING_NOUNS_ABROAD)
_SAYS_SO = lazy_pattern(
    rf"{BETWEEN}(?:(?:{by_initial(_SAYING_SO)})\s(?:of|for|in|on|de|des|du|della|di|für|do|da)\s"
    r"|(?<=\w\s)journal$|(?<!..)acta\s\w)"
)
_NUMBERED = lazy_pattern(r"\d [A-Z][a-z]{3,}$")  # "3 Biotech"
# "Ward Notes: revista del Instituto de Ejemplos", as catalogues of Spain write names.
_NEVER_TELLING = SMALL | frozenset(NOUNS)
_JOINING = (":", "&", *JOINING)
_SMALL_IN_CAPITALS = words("of the and in for on de et y la der die und für del e")
_SEASONS = words("spring summer autumn fall winter")
# Pharmacol, Psychiatr, Biochem, Anaesth
_CUT_WORD = lazy_pattern(r"[A-Z][a-z]{2,}(?:ol|iatr|chem|esth|phys|path)$")
# "Laura J. Stein", "J. Marcus Stein"
_WITH_INITIAL = lazy_pattern(
    r"(?:[A-Z]\.?\s)*(?P<first>[^\W\d_][\w'’-]{2,})(?:\s[A-Z]\.?)*\sJ\.?(?:\s?[A-Z]\.?)*"
    r"\s(?P<last>[^\W\d_][\w'’-]{2,})(?:,?\s(?:MD|PhD|PharmD|M[SPA]c?H?|MBBS|D[DO]S?|RN|FRCP))*"
    r"\s?[*†,]?$|J\.\s[A-Z][\w'’-]{2,}\s(?:[A-Z]\.\s)?[A-Z][\w'’-]{2,}[*†,]?$"
)
# "Indian", "Turkish", "World"
_OF_A_PLACE = lazy_pattern(r"\w+(?:an|ese|ish|i)$|World$|Inter\w+$|National$|[A-Z]{2,}$")
MOST_COMMAS = 4
"""Commas in a name at most: with more, it is a list of people or of subjects."""

MOST_COLONS = 2
"""Colons in it at most: with more, they are those of labels."""

_DAY_ONLY = lazy_pattern(r"[A-Z][a-z]{2,8}\.?,?\s\d{1,2}$")
DAY_END = lazy_pattern(rf"\s\d{{1,2}}\s{ENGLISH_MONTH}$")
_NOUNS_IN_SIGNS = ("杂志", "雜誌", "雑誌", "学报", "學報", "学会誌", "학회지", "학술지")
_JOURNAL_SIGNS = frozenset("誌志报報")
_EARLY_CAPITAL = lazy_pattern(r"[a-z]?[A-Z]")  # "eLife"
_BAD_OPENING = lazy_pattern(
    r"(?:sec(?:tion)?|online|first|vol(?:ume)?)\b|[ivxlc]+$|(?:jg|bd|band|tom[eo]?|año)\.? ?\d"
    r"|\w+\s:\s"
)
# "Brain : a journal of wards", not "Source : Wards"
_SUBTITLE = lazy_pattern(
    r" : (?:the |an? )?(?:[\w-]+ ){0,3}(?:journal|publication|organ)\b.*$", re.IGNORECASE
)
# "J Wards (1985)", "Wards (Leeds, England : 1993)": when a journal began, as libraries tell it
# from others of its name.
_FOUNDED = lazy_pattern(r"\s\((?:[^()\d]{2,40} : )?(?:18|19|20)\d\d\)$")
_BAD_SIGN = lazy_pattern(
    r"[@<>{}=:|(](?:(?<=[@<>{}=])|(?<=:)\s*\d|(?<=http:)|(?<=https:)|(?<=\s\|)\s|(?<=\()s\)"
    r"|(?:(?<=\d\()|(?<=\d\s\())\d)"
)
_BAD_WORD = lazy_pattern(
    rf"{BETWEEN}(?:{by_initial((*FOREIGN, 'online first', 'journal & country'))})\b"
)
# The initials of people: "A J Holm".
_INITIALS = lazy_pattern(r"\s[a-z](?:\.\s?|\s)j\.?\s")


def is_name(text: str) -> bool:
    """Whether a text can be a journal's name: few words, each with a capital but the small ones."""
    if " : " in text:
        text = _SUBTITLE.sub("", text[: find_founded(text)])
    if not 2 <= len(text) <= 140 or not text[0].isalnum():
        return False
    if text.count(",") > MOST_COMMAS or text.count(":") > MOST_COLONS:
        return False
    if text.endswith((" of", " and", " in", " for", " the", " &")):
        return False
    if _is_day(text):
        return False
    words = text.replace("/", " ").split()
    if len(words) > 16:
        return False
    lower = [
        word
        for word in words
        if word[0].islower()
        and word.lower().strip("().,:") not in _NEVER_TELLING
        and not word[1:2].isupper()
    ]
    if text[0].islower() and not _EARLY_CAPITAL.match(text):
        return False
    # "Drug safety", "Cancer letters": sentence-case names have few words, or open with the noun.
    few = not lower or len(words) - sum(map(words.count, _JOINING)) <= 5
    few = few or (len(words) <= 10 and _OPENING_NOUN.match(text) is not None)
    return few and not _says_otherwise(text.lower())


def _is_day(text: str) -> bool:
    """Whether a text is a day, a month or a season, or begins with a figure as no name does."""
    if _DAY_ONLY.match(text) or month_number(text) or text.lower() in _SEASONS:
        return True
    if not text[0].isdigit():
        return False
    return _NUMBERED.match(text) is None or DAY_END.fullmatch(f" {text}") is not None


def _says_otherwise(text: str) -> bool:
    """Whether a text in lower case has what no journal has in its name."""
    if text.endswith(("…", "...")) or "www." in text or _BAD_OPENING.match(text):
        return True
    if _BAD_SIGN.search(text) or (may_have_year(text) and YEAR.search(text)):
        return True
    text = f" {text}"
    return _BAD_WORD.search(text) is not None or ("j" in text and bool(_INITIALS.search(text)))


def abbreviates(short: str, full: str) -> bool:
    """Whether each word of a name begins the word that stands in its place in the full name."""
    if short[-1:] in _JOURNAL_SIGNS:
        return _abbreviates_signs(short, full)
    cut, full = _telling_words(short), full.removeprefix("The ")
    if full.isascii() and (not cut or cut[-1] not in full.casefold()):
        return False
    words = _telling_words(full)
    if not 0 <= len(cut) - len(words) <= 1:
        return False
    if not full.isascii():
        # Abbreviations often lose the accents.
        words, cut = tuple(map(unaccented, words)), tuple(map(unaccented, cut))
    if len(cut) == len(words) + 1 and cut[0] in ("j", "journal"):
        # "J Vet Sci Technol" is what its journal calls "Veterinary Science & Technology".
        cut = cut[1:]
    if len(words) != len(cut) or len(cut) < 2 or (words == cut and not _adds_words(short, full)):
        return False
    return all(_shortens(*pair) for pair in zip(cut, words, strict=True))


def _abbreviates_signs(short: str, full: str) -> bool:
    """Whether a name leaves out signs of another: "日内会誌" is "日本内科学会雑誌"."""
    if len(short) < 3 or short[0] != full[0] or full[-1] not in _JOURNAL_SIGNS:
        return False
    signs = iter(full)
    return all(sign in signs for sign in short)


def _shortens(cut: str, word: str) -> bool:
    """Whether a word is cut after its beginning, or contracted: "natl"."""
    if word.startswith(cut):
        return True
    if len(cut) < 4 or cut[:2] != word[:2] or cut[-1] != word[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in cut)


def _adds_words(short: str, full: str) -> bool:
    return len(full) > len(short) and not any(char.isdigit() for char in full)


def unaccented(word: str) -> str:
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", word)))


@lru_cache(maxsize=64)
def _telling_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without the small ones; "Med" is not the Danish "med"."""
    found = WORD.findall(name)
    if name.isupper():
        return tuple(word.casefold() for word in found if word.lower() not in _SMALL_IN_CAPITALS)
    return tuple(word.casefold() for word in found if not (word.islower() and word in SMALL))


@lru_cache(maxsize=CACHED)
def names_a_journal(text: str) -> bool:
    """Whether a short line says of itself that it is a journal ("Indian Journal of ...")."""
    if len(text) >= 100 or ("J" in text and _is_person(text)):
        return False
    lowered = text.lower()
    named = (
        _NOUN.search(f" {lowered}")
        or _SERIES.match(lowered)
        or text.endswith(_NOUNS_IN_SIGNS)
        or (text.count(" ") > 1 and has_any(text, _WEAK_NOUNS) and _WEAK_NOUN.search(text))
        or _is_in_short(text)
    )
    return bool(named) and is_name(text)


def _is_person(text: str) -> bool:
    """Whether the J of a line is an initial: "Holm J", "Laura J. Stein", not "Indian J Surg"."""
    if text.endswith(" J") and text.count(" ") == 1:
        return True
    found = _WITH_INITIAL.match(text)
    if found is None or found["first"] is None:
        return found is not None
    first, last = found["first"], found["last"]
    named = ABBREVIATIONS.isdisjoint((first, last)) and not _CUT_WORD.match(last)
    return named and not _OF_A_PLACE.match(first)


def _is_in_short(text: str) -> bool:
    """Whether a name is nothing but abbreviations of the field: "Ward Epidemiol Drug Saf"."""
    words = text.replace(".", " ").split() if len(text) < 60 and text[:1].isupper() else ()
    return 2 < len(words) < 9 and all(word in ABBREVIATIONS or is_cut_word(word) for word in words)


def is_cut_word(word: str) -> bool:
    """Whether a word ends as abbreviations of the field do: "Pharmacol", "Anaesth"."""
    return _CUT_WORD.match(word) is not None


def says_it_is_a_journal(text: str) -> bool:
    """Whether a short line can be nothing else than a journal's name ("Annals of Wards")."""
    return len(text) < 100 and _SAYS_SO.search(f" {text.lower()}") is not None and is_name(text)


def find_founded(name: str) -> int | None:
    """Where the year in brackets begins in which a journal of this name began."""
    found = _FOUNDED.search(name) if name[-1:] == ")" else None
    return found.start() if found else None
