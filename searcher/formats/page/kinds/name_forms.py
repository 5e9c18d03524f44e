"""Names in other forms than most pages have them: the surname first, or in capitals."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.people import CAPITALISED, PARTICLES, is_of_others

_INVERTED = re.compile(
    rf"(?:(?:{PARTICLES}) )?{CAPITALISED}(?: {CAPITALISED})?, {CAPITALISED}"
    r"(?: (?:[A-ZÀ-Ý]\.?|[A-ZÀ-Ý][\w'’-]+))?"
)
# "Lee Ann B.": the initial of a second given name stands last where the surname stands first.
_INITIAL_LAST = re.compile(rf"{CAPITALISED} {CAPITALISED} [A-ZÀ-Ý]\.?")
_PLAIN = re.compile(rf"{CAPITALISED} {CAPITALISED}")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3}")
LONGEST_INITIALS = 3
"""Letters of initials at most; longer words in capitals are names."""


def read_inverted(text: str) -> tuple[str, ...]:
    """The names of a text in which each has its surname first: "Lee, Ann, Ek, Bo B."; empty for
    any other text."""
    parts = text.strip(" .,;").split(", ")
    names = [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=False)]
    inverted = not len(parts) % 2 and all(map(_INVERTED.fullmatch, names))
    return tuple(names) if inverted and not is_of_others(text) else ()


def surnames_first(names: list[str]) -> list[str]:
    """Names of a list that has surnames first throughout ("Lee Ann B., Ek Bo"), with commas behind
    these; the same names where it has not."""
    if not any(name[-1] == "." or name[-2] == " " for name in names):
        return names
    forms = [(_INITIAL_LAST.fullmatch(name), _PLAIN.fullmatch(name)) for name in names]
    told = any(last for last, _ in forms) and any(plain for _, plain in forms)
    if not told or not all(last or plain for last, plain in forms):
        return names
    return [name.replace(" ", ", ", 1) for name in names]


def without_capitals(names: list[str]) -> list[str]:
    """Names of a list whose surnames, or whole names, are in capitals, as others write them."""
    if not _CAPITALS.search(" ".join(names)):
        return names
    places = {
        index
        for name in names
        for index, word in _numbered(name)
        if len(word) > LONGEST_INITIALS and word.isupper() and "." not in word
    }
    return [" ".join(_in_small_letters(name, places)) for name in names] if places else names


def _numbered(name: str) -> list[tuple[bool, str]]:
    """The words of a name, each with whether it is the last."""
    words = name.split(" ")
    return [(index == len(words) - 1, word) for index, word in enumerate(words)]


def _in_small_letters(name: str, places: set[bool]) -> list[str]:
    return [
        word.title()
        if is_last in places and len(word) > 1 and word.isupper() and "." not in word
        else word
        for is_last, word in _numbered(name)
    ]
