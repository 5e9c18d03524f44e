"""The words of a head that lost its line breaks, and what each is: of a title, a name, a citation,
an address, a site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from searcher.formats.page.kinds.categories import OPENINGS, read_category
from searcher.formats.page.kinds.dates import MONTHS
from searcher.formats.page.kinds.furniture import SITE_WORDS
from searcher.formats.page.kinds.language import languages_of
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.journals import ABBREVIATIONS, NOUNS, SERIES
from searcher.formats.page.words.lists import words
from searcher.formats.page.words.particles import PARTICLES
from searcher.formats.page.words.places import PLACES
from searcher.formats.page.words.sites import COUNTRIES, FACT_OPENINGS, NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, SECTIONS

MOST_TOKENS = 120
"""Words of a text at most in which its title is looked for."""

STEM = 7
"""Letters by which a word is known again, in another form of it."""

RUN = 4
"""Words in a row that a text repeats, from which on it says the same thing twice."""

WINDOW = 10
"""Words on either side of a place that tell their language."""

_TOKEN = re.compile(r"\S+")
_AROUND = "´`¨ˇ.,;:()[]{}\"'“”‘’„«»?!|•·*†‡§¶#∗⁎<>"
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
_DENSE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_YEAR = re.compile(r"(?:19|20)\d\d$")
# "2009;9:611", "31(5)"
_CITED = re.compile(r"\d[(:;]|\(\d+\):|;\d")
_RANGE = re.compile(r"\w?\d+[-–]\w?\d+$")
_MARKS = "*†‡§¶#∗⁎¹²³⁰-⁹"
# "Lee1,2", "Ek,a,*"
_MARKED = re.compile(
    rf"[^\W\d_a-z][\w'’.-]*[^\W\d_](?:\d{{1,2}}(?:,\d{{1,2}})*|,?[{_MARKS}]+|,[a-h\d](?:,[a-h\d*])*)"
    r"[,;*]*$"
)
# "1,*", "a,", "b"
_MARK = re.compile(rf"(?:\d{{1,2}}|[a-h])?(?:[,;{_MARKS}](?:\d{{1,2}}|[a-h])?)+$|[a-h]$")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?)+,?$|[A-ZÀ-Ý],?$")
_DEGREE = re.compile(
    r"(?:M\.?D|P[hH]\.?D|M\.?S[cC]?|B\.?S[cC]?|MPH|MBBS|MB|[MC]h?BCh?B|FRCP|FACP|FACC|Pharm\.?D"
    r"|R\.?N|BA|MA|MBA|DO|DDS|DMD|DPhil|Dr|Prof|FRACP|MRCP|DNB|DM|CHB|DSC|Jr)\.?$"
)
_PLACE = re.compile(f"(?:{'|'.join(PLACES)})$")
_COUNTRIES = frozenset(name[2:].lower() for name in COUNTRIES)
_JOURNALS = frozenset(NOUNS + SERIES)
_FACTS = frozenset(FIELDS) | NOTICES | frozenset(FACT_OPENINGS)
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

_SMALL = frozenset({"small", "Small", "SMALL", "verb", "speaker", "dense"})
_PARTICLES = PARTICLES | words("and & y e et und")
_COARSE = {
    **dict.fromkeys(("capital", "capital medicine", "abbreviation", "design"), "C"),
    **dict.fromkeys(("capitals", "capitals medicine", "SMALL"), "U"),
    "short capitals": "C",
    "initial": "i",
    "marked": "m",
    "degree": "d",
    **dict.fromkeys(("small", "Small"), "s"),
    **dict.fromkeys(("verb", "speaker"), "v"),
    **dict.fromkeys(("lower", "lower medicine", "lower design"), "l"),
}


class Token(NamedTuple):
    """A word between blanks.

    text, start, end: as it stands, and where; kind: what it is; ending: the sign that it ends with;
    known: whether the text has it again; word: without signs around it, in small letters.
    """

    text: str
    start: int
    end: int
    kind: str
    ending: str
    known: bool
    word: str


def coarse(kind: str) -> str:
    """A letter for a kind, as far as it matters beside another word's."""
    return _COARSE.get(kind, "o")


def read_tokens(text: str, cuts: Iterable[int] = ()) -> list[Token]:
    """The first words of a text with their kinds, also where no blank but a cut parts them."""
    within = sorted(
        cut for cut in cuts if text[cut - 1 : cut + 1].strip() == text[cut - 1 : cut + 1]
    )
    places: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        while within and within[0] < end:
            cut = within.pop(0)
            if start < cut:
                places.append((start, cut))
                start = cut
        places.append((start, end))
        if len(places) >= MOST_TOKENS:
            break
    texts = [text[start:end] for start, end in places]
    told = [_read_word(each) for each in texts]
    kinds = [kind for kind, _, _ in told]
    _put_categories(texts, kinds)
    counts = Counter([word[:STEM] for _, _, word in told if len(word) > 3])
    return [
        Token(each, start, end, kind, ending, counts[word[:STEM]] > 1 and word.isalpha(), word)
        for each, (start, end), kind, (_, ending, word) in zip(
            texts, places, kinds, told, strict=True
        )
    ]


def repeated(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Where runs of words begin, and where they end, that the text says more than once."""
    texts = [each.word for each in tokens]
    runs = [tuple(texts[index : index + RUN]) for index in range(len(texts) - RUN + 1)]
    counts = Counter(runs)
    again = [counts[run] > 1 for run in runs]
    begins = {i for i, here in enumerate(again) if here and not (i and again[i - 1])}
    ends = {i + RUN for i, here in enumerate(again) if here and again[i + 1 : i + 2] != [True]}
    return begins, ends


def language_changes(tokens: Sequence[Token], index: int) -> bool:
    """Whether the small words around a capital tell one language before it, another from it on."""
    if not 0 < index < len(tokens) or not tokens[index].text[0].isupper():
        return False
    if tokens[index - 1].kind in ("small", "Small"):
        return False
    before = _languages(tokens[max(0, index - WINDOW) : index])
    if not before:
        return False
    after = _languages(tokens[index : index + WINDOW])
    return bool(after) and not before & after


def _languages(tokens: Sequence[Token]) -> frozenset[str]:
    """The languages of the small words among others; no language where there are none."""
    if _SMALL.isdisjoint([each.kind for each in tokens]):
        return frozenset()
    return languages_of(" ".join([each.text for each in tokens]))


def names_ahead(tokens: Sequence[Token], index: int) -> str:
    """How long the run of words is that may be names, and how many marks, initials and commas say
    that it is one."""
    if index == len(tokens) or not (tokens[index].text[0].isupper() or tokens[index].kind in NAMES):
        return "no names"
    marks = initials = commas = 0
    last = index
    for token in tokens[index : index + 24]:
        numbered = token.kind == "number" and len(token.text) < 3
        if token.kind not in NAMES and token.text not in _PARTICLES and not numbered:
            break
        marks += token.kind in ("marked", "mark", "degree", "number")
        initials += token.kind in ("initial", "abbreviation")
        commas += token.ending in ("comma", "semicolon")
        last += 1
    length = last - index
    if length < 2:
        return "no names"
    told = min(3, marks) + min(3, initials) + min(2, commas)
    return f"names {min(4, 1 + length // 3)} {min(4, told)}"


@lru_cache(maxsize=8192)
def _read_word(text: str) -> tuple[str, str, str]:
    """The kind of a word, the name of its last sign, the word in small letters without signs."""
    ending = _ENDS.get(text.rstrip('"”’*')[-1:], "")
    return _kind_of(text), ending, text.strip(_AROUND).lower()


def _put_categories(texts: list[str], kinds: list[str]) -> None:
    """Says of the words of an article's category that they are of one."""
    last = 0
    for index, text in enumerate(texts):
        if index < last or not text[0].isupper() or text.strip(_AROUND).lower() not in OPENINGS:
            continue
        for count in range(min(5, len(texts) - index), 0, -1):
            name = " ".join(texts[index : index + count])
            if len(name) < 70 and name[-1] != ":" and read_category(name) is not None:
                last = index + count
                kinds[index:last] = ["category"] * count
                break


def _kind_of(text: str) -> str:
    core = text.strip(_AROUND)
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
    if not core.isascii() and _DENSE.search(core):
        return "dense"
    if lowered in _VERBS:
        return "verb"
    if lowered in _SPEAKERS:
        return "speaker"
    if lowered in ALL_SMALL_WORDS or lowered in ("&", "vs", "versus"):
        return (
            "SMALL"
            if lowered != core and core.isupper() and len(core) > 1
            else ("Small" if core[0].isupper() else "small")
        )
    return _kind_of_word(text, core, lowered)


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


def _kind_of_word(text: str, core: str, lowered: str) -> str:
    """The kind of a word by the lists in which it stands, else by its letters."""
    if lowered in _COUNTRIES:
        return "country"
    if not core[0].isupper():
        if lowered in ("received", "accepted", "published", "doi", "keywords", "abstract", "issn"):
            return "fact"
        if lowered in _DESIGNS:
            return "lower design"
        if not core[0].islower():
            return "other"
        return "lower medicine" if speaks_of_medicine(core) else "lower"
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
    if core.isupper() and len(core) > 1:
        if len(core) < 4:
            return "short capitals"
        return "capitals medicine" if speaks_of_medicine(core) else "capitals"
    if speaks_of_medicine(core):
        return "capital medicine"
    if core in ABBREVIATIONS or (text.endswith(".") and len(core) < 7):
        return "abbreviation"
    return "capital"
