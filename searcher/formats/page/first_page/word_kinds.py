"""What each word of a head is by itself: of a title, a name, a citation, an address, a site."""

from __future__ import annotations

from functools import lru_cache

from searcher.formats.page.kinds.dates import MONTHS
from searcher.formats.page.kinds.furniture import SITE_WORDS
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS, ASIAN
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.journals import ABBREVIATIONS, NOUNS, SERIES
from searcher.formats.page.words.lists import words
from searcher.formats.page.words.places import PLACES
from searcher.formats.page.words.sites import COUNTRIES, FACT_OPENINGS, NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, SECTIONS
from searcher.lazy import lazy_pattern

AROUND = "´`¨ˇ.,;:()[]{}\"'“”‘’„«»?!|•·*†‡§¶#∗⁎<>"
"""Signs around a word."""

_ENDS = {
    ".": "stop",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "?": "question",
    "!": "question",
    ")": "bracket",
    "]": "bracket",
    "-": "dash",
    "…": "dots",
}
_YEAR = lazy_pattern(r"(?:19|20)\d\d$")
# "2009;9:611", "31(5)"
_CITED = lazy_pattern(r"\d[(:;]|\(\d+\):|;\d")
_RANGE = lazy_pattern(r"\w?\d+[-–]\w?\d+$")
_MARKS = "*†‡§¶#∗⁎¹²³⁰-⁹"
# "Lee1,2", "Ek,a,*"
_MARKED = lazy_pattern(
    rf"[^\W\d_a-z][\w'’.-]*[^\W\d_](?:\d{{1,2}}(?:,\d{{1,2}})*|,?[{_MARKS}]+|,[a-h\d](?:,[a-h\d*])*)"
    r"[,;*]*$"
)
# "1,*", "a,", "b"
_MARK = lazy_pattern(rf"(?:\d{{1,2}}|[a-h])?(?:[,;{_MARKS}](?:\d{{1,2}}|[a-h])?)+$|[a-h]$")
_INITIAL = lazy_pattern(r"(?:[^\W\d_a-z]\.-?)+,?$|[A-ZÀ-Ý],?$")
_DEGREE = lazy_pattern(
    r"(?:M\.?D|P[hH]\.?D|M\.?S[cC]?|B\.?S[cC]?|MPH|MBBS|MB|[MC]h?BCh?B|FRCP|FACP|FACC|Pharm\.?D"
    r"|R\.?N|BA|MA|MBA|DO|DDS|DMD|DPhil|Dr|Prof|FRACP|MRCP|DNB|DM|CHB|DSC|Jr)\.?$"
)
_PLACE = lazy_pattern(f"(?:{'|'.join(PLACES)})$")
_COUNTRIES = frozenset(name[2:].lower() for name in COUNTRIES)
_JOURNALS = frozenset(NOUNS + SERIES)
_FACTS = frozenset(FIELDS) | NOTICES | frozenset(FACT_OPENINGS)
_LABELS_OF_FACTS = words("received accepted published doi keywords abstract issn")
_DESIGNS = words(
    "study studies review trial report reports series analysis meta-analysis survey protocol "
    "estudio revisión caso casos estudo revisão relato étude revue cas studie fallbericht"
)
_VERBS = words(
    "was were is are has have had been be can may might should will could would must does did "
    "became received developed presented showed found reported occurred est sont était étaient "
    "ist sind war waren wurde wurden wird fue fueron es son era foi foram são ser é è sono"
)
_SPEAKERS = words("we our us this these it which who there they he she here thus however")
_NOT_INITIALS = words("a e i o y")

NAMES = frozenset(
    {"capital", "initial", "marked", "mark", "abbreviation", "short capitals", "capitals"}
    | {"degree", "country", "sign"}
)
"""What names are made of, with their marks."""


@lru_cache(maxsize=8192)
def read_word(text: str) -> tuple[str, str, str]:
    """The kind of a word, the name of its last sign, the word in small letters without signs."""
    ending = _ENDS.get(text.rstrip('"”’*')[-1:], "")
    return _kind_of(text), ending, text.strip(AROUND).lower()


def _kind_of(text: str) -> str:
    core = text.strip(AROUND)
    lowered = core.lower()
    if not core:
        return "sign"
    if "@" in text or "://" in text or "10.1" in text or lowered.startswith(("www.", "email")):
        return "address"
    # Most are words of letters alone, which no mark and no number is.
    worded = core.isalpha() and len(core) > 1
    if not worded and lowered not in ("a", "e") and _MARK.match(text):
        return "mark"
    if not worded and (numeric := _kind_of_number(text, core)) is not None:
        return numeric
    single = len(core) == 1 and core.isupper() and core != "A"
    short = "." in text or len(core) == 1
    if single or (short and _INITIAL.match(text) and lowered not in _NOT_INITIALS):
        return "initial"
    if core[0].isupper() and lowered in MONTHS:
        return "month"
    if core[0].isupper() and _DEGREE.match(core):
        return "degree"
    if not text.isalpha() and _MARKED.match(text):
        return "marked"
    if not core.isascii() and ASIAN.search(core):
        return "dense"
    if lowered in _VERBS:
        return "verb"
    if lowered in _SPEAKERS:
        return "speaker"
    if lowered in ALL_SMALL_WORDS or lowered in ("&", "vs", "versus"):
        if not core[0].isupper():
            return "small"
        return "SMALL" if core.isupper() and len(core) > 1 else "Small"
    return _kind_of_name(text, core, lowered) if core[0].isupper() else _kind_of_term(core, lowered)


def _kind_of_number(text: str, core: str) -> str | None:
    """The kind of what has figures, but of a word with a mark."""
    if _YEAR.match(core):
        return "year"
    if _CITED.search(text):
        return "cited"
    if not core[0].isdigit():
        return None
    if _RANGE.match(core):
        return "range"
    return "number" if core.isdigit() else "figures"


def _kind_of_term(core: str, lowered: str) -> str:
    """The kind of a word without a capital, by the lists in which it stands."""
    if lowered in _COUNTRIES:
        return "country"
    if lowered in _LABELS_OF_FACTS:
        return "fact"
    if lowered in _DESIGNS:
        return "lower design"
    if not core[0].islower():
        return "other"
    return "lower medicine" if speaks_of_medicine(core) else "lower"


def _kind_of_name(text: str, core: str, lowered: str) -> str:
    """The kind of a word with a capital, by the lists in which it stands, else by its letters."""
    if lowered in _COUNTRIES:
        return "country"
    if lowered in _JOURNALS:
        return "journal"
    label = fold_label(core)
    if label in SECTIONS:
        return "section"
    if label in HEADINGS:
        return "label"
    if label in _FACTS:
        return "fact"
    if lowered in _DESIGNS:
        return "design"
    if _PLACE.match(lowered):
        return "place"
    if lowered in SITE_WORDS:
        return "site"
    if core.isupper() and 1 < len(core) < 4:
        return "short capitals"
    kind = "capitals" if core.isupper() and len(core) > 1 else "capital"
    if speaks_of_medicine(core):
        return f"{kind} medicine"
    if kind == "capital" and (core in ABBREVIATIONS or (text.endswith(".") and len(core) < 7)):
        return "abbreviation"
    return kind
