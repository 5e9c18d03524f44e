"""What words announce as a label: a section of an article, a list, a fact."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.kinds.phrases import JOINING
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import any_of, beginnings, has_any, words
from searcher.formats.page.words.vocabulary import GLUED, HEADINGS, SECTIONS
from searcher.lazy import lazy_pattern

ORDER = {"background": 0, "methods": 1, "case": 1, "results": 2, "conclusion": 3, "note": 4}
"""Kinds of sections in the order in which an abstract has them."""

_CITE = ("to cite this ", "how to cite ", "please cite ", "cite this ", "para citar ")
# "Mots-clés en français"
_LANGUAGE_BEHIND = lazy_pattern(
    r" (?:en (?:francais|anglais|espanol|ingles|portugues|castellano|langue originale)"
    r"|e[mn] (?:ingles|portugues|espanhol)|in (?:italiano|inglese))$"
)
# "a bs t r ac t", letters set apart and read as words
_BITS = lazy_pattern(r"(?:\w{1,3} )+\w{1,3}")
_JOINTS = lazy_pattern(rf"[/&,;]|\b(?:{any_of(sorted(JOINING))})\b")
_OPEN_ENDS = tuple(f" {word}" for word in sorted(JOINING))
KINDS = SECTIONS | FIELDS | HEADINGS
MODIFIERS = words(
    "the study main primary secondary key major brief general clinical statistical principal "
    "specific"
)
_SECTION_WORDS = frozenset(word for name in SECTIONS for word in name.split()) | MODIFIERS | JOINING
_OPENINGS = JOINING | {
    found[0] for name in (*KINDS, *GLUED, *MODIFIERS, *_CITE) if (found := re.match("[a-z]+", name))
}
"""The first words of all labels, as far as they are folded alike whatever stands behind them."""

# What words begin with that may be a heading of an abstract, or a label with text glued to it.
_ABSTRACT_LETTERS = beginnings(*(name for name, kind in KINDS.items() if kind == "abstract"))


def may_be_label(text: str) -> bool:
    """Whether a text begins with the first word of a label, or with what may be one when folded;
    most lines do not, which is told far sooner than by asking for each label that they may be."""
    opening = text[:70].lower()
    first, _, more = opening.partition(" ")
    if first in _OPENINGS or "key" in opening or not (first.isascii() and first.isalpha()):
        return True
    if len(first) < 4 and more.find(" ") < 4:
        # "A b s t r a c t"
        return True
    written = text[: len(first)]
    # "AbstractFever"
    return not (written.istitle() or written.islower() or written.isupper())


def label_kind(text: str) -> str | None:
    """What these words announce when they stand alone, or None."""
    return read_kind(text) if may_be_label(text) else None


def names_abstract(word: str) -> bool:
    """Whether a word alone would be the heading of an abstract."""
    if word.isascii() and word.isalpha() and word[:2].lower() not in _ABSTRACT_LETTERS:
        return False
    return label_kind(word) == "abstract"


@lru_cache(maxsize=4096)
def read_kind(text: str) -> str | None:
    """What a text announces that may be a label, or None."""
    key = fold_label(text).removesuffix(" in english")
    if not key:
        return None
    found = KINDS.get(key) or ("," in key and SECTIONS.get(key.replace(",", "")))
    if found or (" " not in key and "/" not in key):
        return found or None
    if key.count(" ") > 2 and len(key) < 24 and _BITS.fullmatch(key):
        return HEADINGS.get(key.replace(" ", ""))
    if has_any(key, (" en ", " em ", " in ")) and (language := _LANGUAGE_BEHIND.search(key)):
        found = HEADINGS.get(key[: language.start()])
        return found if found in ("abstract", "keywords") else None
    if key.startswith(_CITE) and len(key) < 60 and not any(char.isdigit() for char in key):
        return "cite"
    if key.endswith((" keywords", " key words")) and key.count(" ") < 4 and ". " not in key:
        return "keywords"
    return _section_kind(key)


def _section_kind(key: str) -> str | None:
    """The kind of section that a folded label names, also where it names several at once."""
    if len(key) > 60:
        return None
    if " of the " in key and (found := SECTIONS.get(key.replace(" of the ", " of "))):
        return found
    words = key.split()
    for word in words:
        if word not in _SECTION_WORDS and word.isalpha():
            return None
    parts = [key]
    if has_any(key, "/&,;") or not JOINING.isdisjoint(words):
        parts = [part for part in map(str.strip, _JOINTS.split(key)) if part]
    if len(parts) > 5 or key.endswith(_OPEN_ENDS):
        return None
    kinds = [SECTIONS.get(part) or _modified(part) for part in parts]
    known = [kind for kind in kinds if kind]
    if not known or len(known) < len(kinds):
        return None
    return min(known, key=ORDER.__getitem__)


def _modified(part: str) -> str | None:
    modifier, _, name = part.partition(" ")
    return SECTIONS.get(name) if modifier in MODIFIERS else None
