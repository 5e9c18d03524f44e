"""How a line is worded: as titles are, or as running text, affiliations and notices are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import BETWEEN, any_of, by_initial
from searcher.formats.page.words.medicine import BEGINNINGS, ENDINGS, SIGNS
from searcher.lazy import lazy_pattern

_VERB = (
    r"\b(?:was|were|is|are|has|have|had|may|can|should|will|could|must|do|does|did|est|sont|ist"
    r"|sind|wird|wurde|fue|es|son|foi|são|er|var|blev|är|zijn|werd|jest|są|został[ao]?|je|jsou|był[ao]?)\b"
)
# What every text of a wording holds, its pattern, its weight.
_WORDINGS = (
    # Sites and authors speak of themselves and to the reader; "i" is a word of other languages, and
    # US a country.
    (
        "",
        lazy_pattern(
            rf"{BETWEEN}(?:(?i:we|our|your?|please|the authors"
            r"|this (?:site|page|article|paper|work|preprint|case report|chapter|issue))|us)\b"
        ),
        2.0,
    ),
    ("ee ", lazy_pattern(r"\bsee (?:also|related|the|page|our)\b", re.I), 3.0),
    (" available", lazy_pattern(r"\b(?:is|are) (?:now |also )?available\b", re.I), 2.5),
    (". ", lazy_pattern(rf"{_VERB}.*[a-z)]\. [A-Z]"), 1.5),
    # People with their titles, whom a line of names does not show as such.
    (
        ".",
        lazy_pattern(
            r"(?<!\w)(?:prof\.|dr\.? (?:hab|med|n)\.|ph\. ?d\b|m\. ?d\.|mudr\.|dott\.)", re.I
        ),
        2.0,
    ),
)
_LIST = lazy_pattern(r"; |,[^,]+,[^,]+,[^,]+,[^,]")
LISTED = 1.0
"""So much a list of names, terms and places speaks against a line."""

# The same of texts that end with a stop or a colon, as few titles do.
_SENTENCES = (
    (".", lazy_pattern(rf"{_VERB}.*\.$"), 1.5),
    (":", lazy_pattern(rf"{_VERB}.*:$"), 1.5),
    ("", lazy_pattern(r"(?:です|ます|ました|た|る|다|니다)[。.]$"), 3.0),
    (".", lazy_pattern(r"[^\W\d_]{2}[.!?] [A-ZÀ-Þ].{8,}\.$"), 1.0),
    # What a study was for, as abstracts begin: "To determine the rate of rashes."
    (
        " ",
        lazy_pattern(
            r"(?:To [a-z]{4,}\b|In (?:this|the present|our) (?:study|report|review|work|article)\b"
            r"|The (?:aims?|objectives?|purposes?|goals?) (?:of|was|were)\b"
            r"|(?:This|The present|Our) (?:[\w-]+ ){0,2}(?:study|trial|report|review)\b).*\.$"
        ),
        5.0,
    ),
    # What befell a patient.
    (
        "-year-old",
        lazy_pattern(
            r"(?:man|woman|boy|girl|male|female|infant|child|patient)\b (?:developed|experienced"
            r"|was|had|received|died|underwent|presented|suffered|began|showed)\b.*\.$"
        ),
        4.0,
    ),
)
# "A case-control study", below the title that it belongs to.
_DESIGN = lazy_pattern(
    r"An? [\w ,-]{3,70}\b(?:study|review|trial|report|analysis|series|survey|protocol)$"
)
# What parts words, and figures and strokes, behind which words begin as well.
_BEGINNING = lazy_pattern(rf"{BETWEEN[:-1]}0-9_](?:{by_initial(BEGINNINGS)})")
_WORD = lazy_pattern(r"[^\W\d_]{4,}")
# No ending has fewer letters than four.
_LAST_LETTERS = frozenset(ending[-4:] for ending in ENDINGS)
_SIGN = lazy_pattern(any_of(SIGNS))


@lru_cache(maxsize=CACHED)
def speaks_of_medicine(text: str) -> bool:
    """Whether a text names an illness, a treatment, a remedy or a part of the body."""
    lowered = text.lower()
    if not text.isascii() and max(text) < "\u3040":
        parts = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(char for char in parts if not unicodedata.combining(char))
    if _BEGINNING.search(f" {lowered}"):
        return True
    ended = [word for word in _WORD.findall(lowered) if word[-4:] in _LAST_LETTERS]
    if any(word.endswith(ENDINGS) for word in ended):
        return True
    return not lowered.isascii() and _SIGN.search(lowered) is not None


def strangeness(text: str) -> float:
    """How much the words of a line speak against its being a title.

    The weights follow how often each wording was met in right and in wrong candidates.
    """
    wordings = _WORDINGS + _SENTENCES if text.endswith((".", ":", "。")) else _WORDINGS
    listed = (";" in text or text.count(",") > 3) and _LIST.search(text)
    # With a blank before it, the first word is found as the others are.
    text = f" {text}"
    weights = [weight for mark, each, weight in wordings if mark in text and each.search(text)]
    return sum(weights) + (LISTED if listed else 0.0)


def is_design(text: str) -> bool:
    """Whether a line says nothing but how a study was made."""
    return text.startswith("A") and _DESIGN.match(text) is not None


def is_in_small_letters(text: str) -> bool:
    """Whether most of the longer words of a title but its first begin with small letters."""
    words = [word for word in text.split()[1:] if len(word) > 3]
    return 3 * sum(word[0].islower() for word in words) > 2 * len(words)
