"""Names of journals that stand behind a title with nothing between, where line breaks were lost."""

from __future__ import annotations

from searcher.formats.page.citation.names import is_cut_word
from searcher.formats.page.kinds.phrases import ends_within
from searcher.formats.page.words.journals import (
    ABBREVIATIONS,
    CUT_WORDS,
    OPENING_NOUNS,
    SERIES,
    SMALL,
)
from searcher.formats.page.words.lists import words
from searcher.lazy import lazy_pattern

FEWEST_BEFORE = 3
"""Words of a title at least."""

LONGEST_SHORT = 8
"""Words of an abbreviated name at most."""

_NOUNS = frozenset(noun.title() for noun in OPENING_NOUNS)
_JOINTS = words("of for in on")
_SERIES = frozenset(name.title() for name in SERIES) - words("Review Reviews Reports")
# "World", "Indian", "Clinical": what stands before "Journal of" in a name.
_OF_A_JOURNAL = lazy_pattern(
    r"The|World|Open|Online|Clinical|Global|Inter\w+|National|[A-Z]\w+(?:an|ese|ish)"
    r"|South|North|East|West|Central|Latin|Case|BM[CJ]"
)
# What ends a title in which all words have capitals, and no place before "Journal of" as in
# "New England Journal of".
_ENDING = lazy_pattern(
    r"(?:[a-z]{2}s|[a-z]ion|ity|ment|ogy|ure|ancer|ase|eport|eview|tudy|ice|ence|iew|[\W\d])$"
)


def find_name_behind(text: str) -> int | None:
    """Where the journal's name begins in a title and a name; None where nothing tells."""
    parts = text.split(" ")
    start = _of_noun(parts) or _behind_small_letters(parts) or _abbreviated(parts)
    return len(" ".join(parts[:start])) + 1 if start else None


def _of_noun(parts: list[str]) -> int | None:
    """Where a name begins that says what it is: "Ward Journal of", "Frontiers in", "The Ward
    Journal"."""
    for index in range(len(parts) - 3, FEWEST_BEFORE - 1, -1):
        opens = parts[index] in _NOUNS and parts[index + 1] in _JOINTS
        if not opens and not (parts[index] in _SERIES and parts[index + 1] == "in"):
            continue
        start = index
        if opens:
            start = _with_place(parts, index)
        before = parts[start - 1]
        if before in ("and", "&"):
            continue
        told = start < index or before[0].islower() or _ENDING.search(before)
        return start if told and start >= FEWEST_BEFORE else None
    if parts[-1] == "Journal" and "The" in parts[FEWEST_BEFORE:]:
        start = len(parts) - 1 - parts[::-1].index("The")
        if all(part[:1].isupper() or part in SMALL for part in parts[start:]):
            return start
    return None


def _behind_small_letters(parts: list[str]) -> int | None:
    """Where words with capitals begin behind the last of a title that has none."""
    small = (part[:1].islower() and part not in SMALL for part in parts)
    last = max((index for index, is_small in enumerate(small) if is_small), default=0)
    start = last + 1
    # "... of the mallow (Malva alba L.)"
    closed = [index for index in range(start, len(parts)) if parts[index][-1:] == ")"]
    start = closed[-1] + 1 if closed and "(" not in "".join(parts[start:]) else start
    if not FEWEST_BEFORE <= start < len(parts) or _goes_on(parts[last]):
        return None
    name = " ".join(parts[start:])
    # Several commas are those of an address or of names.
    return start if name[0].isupper() and len(name) > 3 and name.count(",") < 2 else None


def _goes_on(word: str) -> bool:
    """Whether the name of a disease, a species or a place goes on with a title behind a word."""
    return ends_within(word) or word in ("is", "are")


def _abbreviated(parts: list[str]) -> int | None:
    """Where an abbreviated name begins behind a title in which all words have capitals."""
    start = len(parts)
    while start > FEWEST_BEFORE and parts[start - 1].isalpha() and parts[start - 1][0].isupper():
        start -= 1
    for index in range(max(start, len(parts) - LONGEST_SHORT), len(parts) - 1):
        if _is_cut(parts[index]):
            if not any(map(_is_cut, parts[index + 1 :])):
                return None
            first = _with_place(parts, index)
            # "Ward Pharm J": a name may begin with a whole word.
            told = first >= FEWEST_BEFORE and _ENDING.search(parts[first - 1])
            return first if told and parts[first - 1] not in ABBREVIATIONS else None
    return None


def _with_place(parts: list[str], start: int) -> int:
    """Where a name begins with the words before it that are of a place or a field."""
    while start > 0 and _OF_A_JOURNAL.fullmatch(parts[start - 1]):
        start -= 1
    return start


def _is_cut(word: str) -> bool:
    return word == "J" or word in CUT_WORDS or is_cut_word(word)
