"""The words of a head that lost its line breaks: each with its kind, and runs of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from searcher.formats.page.first_page.word_kinds import AROUND, NAMES, read_word
from searcher.formats.page.kinds.categories import OPENINGS, read_category
from searcher.formats.page.kinds.language import languages_of
from searcher.formats.page.words.lists import words
from searcher.formats.page.words.particles import PARTICLES
from searcher.lazy import lazy_pattern

MOST_TOKENS = 120
"""Words of a text at most in which its title is looked for."""

STEM = 7
"""Letters by which a word is known again, in another form of it."""

RUN = 4
"""Words in a row that a text repeats, from which on it says the same thing twice."""

WINDOW = 10
"""Words on either side of a place that tell their language."""

_TOKEN = lazy_pattern(r"\S+")
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
    told = [read_word(each) for each in texts]
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
    return ends_of_runs([counts[run] > 1 for run in runs])


def ends_of_runs(again: Sequence[bool]) -> tuple[set[int], set[int]]:
    """Where what is said again begins, and where it ends, by whether the run of words is that
    begins at each word."""
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


def names_ahead(tokens: Sequence[Token], index: int, letters: Sequence[str]) -> str:
    """How long the run of words is that may be names, and how many marks, initials and commas say
    that it is one; no name has a word that the page says without its capital."""
    if index == len(tokens) or not (tokens[index].text[0].isupper() or tokens[index].kind in NAMES):
        return "no names"
    marks = initials = commas = 0
    last = index
    for token in tokens[index : index + 24]:
        numbered = token.kind == "number" and len(token.text) < 3
        is_named = token.kind in NAMES or token.text in _PARTICLES or numbered
        if letters[last] == "lowered" or not is_named:
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


def _put_categories(texts: list[str], kinds: list[str]) -> None:
    """Says of the words of an article's category that they are of one."""
    last = 0
    for index, text in enumerate(texts):
        if index < last or not text[0].isupper() or text.strip(AROUND).lower() not in OPENINGS:
            continue
        for count in range(min(5, len(texts) - index), 0, -1):
            name = " ".join(texts[index : index + count])
            if len(name) < 70 and name[-1] != ":" and read_category(name) is not None:
                last = index + count
                kinds[index:last] = ["category"] * count
                break
