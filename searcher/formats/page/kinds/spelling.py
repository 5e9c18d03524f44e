"""How labels are spelled, whatever numbers, signs, accents and spaces they are written with."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from searcher.formats.page.kinds.sentences import ASIAN, CACHED
from searcher.lazy import lazy_pattern

LONGEST_CODE = 6
"""Characters of the code of a language behind a label at most, with its brackets."""

_PLAIN = lazy_pattern(r"[A-Za-z](?! |.{0,3}\.)[ -~]*[A-Za-z0-9]")
_NUMBERING = lazy_pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVXⅠ-Ⅻ]{1,4}\.|[A-H]\.)\s+(?=\S)")
_DECORATION = " •▴▾▲▼△▽↑↓→←»›>+|-–—*[]【】"
_NAVIGATION_ENDS = ("to", "to:", "top", "버튼")
_NAVIGATION = lazy_pattern(
    r"(?<=\W)(?:go to:?|(?:back to )?top)$|\s?열기/닫기 버튼$", re.IGNORECASE
)
# "Abstract [en]", "Keywords (5)"
_CODE = lazy_pattern(r"\s?(?:\[[a-z]{2,3}\]|\((?:[a-z]{2,3}|\d{1,2})\))$", re.IGNORECASE)
# "Author(s)", "Autor(es)"
_PLURAL = lazy_pattern(r"(?<=\w)\((e?s)\)")
# Letters that are not taken apart into a plain one and an accent.
_STROKES = str.maketrans("øłđıØŁĐ", "oldiOLD")
_SPACED = lazy_pattern(r"(?:\w ){3,}\w$")


@lru_cache(maxsize=CACHED)
def fold_label(text: str) -> str:
    """A label as the vocabulary spells it: no numbering, decoration, accents, spacing or case."""
    if _PLAIN.fullmatch(text):
        # Most lines begin and end with a word: nothing to take off.
        lowered = text.lower().replace("'", "")
        if not lowered.endswith(("top", "go to")):
            return " ".join(lowered.split()) if "  " in lowered else lowered
    text = _without_numbering(text)
    if "s)" in text:
        text = _PLURAL.sub(r"\1", text)
    if text[-1:] in ")]":
        code = _CODE.search(text, len(text) - LONGEST_CODE)
        text = text[: code.start()] if code else text
    text = _without_decoration(text)
    if not text.isascii() and max(text) < "\u3040":
        # Signs of Asian scripts would be taken apart as well.
        text = unicodedata.normalize("NFKD", text).translate(_STROKES)
        text = "".join(filterfalse(unicodedata.combining, text))
    if text[1:2] == " " and _SPACED.match(text):
        text = "".join(part.replace(" ", "") + " " for part in text.split("  "))
    if not text.isascii() and ASIAN.match(text):
        return "".join(text.lower().split())
    return " ".join(text.lower().replace("'", "").replace("’", "").split())


def label_name(text: str) -> str:
    """A label as a reader wants to see it: as written, without numbering and decoration."""
    return _without_decoration(_without_numbering(text))


def _without_numbering(text: str) -> str:
    text = text.strip()
    if text[-3:].lower().endswith(_NAVIGATION_ENDS):
        text = _NAVIGATION.sub("", text)
    number = _numbering(text)
    return text[number.end() :] if number else text


def _numbering(text: str) -> re.Match[str] | None:
    return _NUMBERING.match(text) if text[:1].isdigit() or "." in text[1:5] else None


def _without_decoration(text: str) -> str:
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    return text.rstrip(_DECORATION + ":.★☆").lstrip(_DECORATION)


def is_numbered_heading(text: str) -> bool:
    """Whether a line is a heading with a number, as bodies have them ("2.1. Patients")."""
    if len(text) >= 90 or text[-1:] in ".;,:":
        return False
    number = _numbering(text)
    return number is not None and text[number.end()].isupper()
