"""Names with their marks amid a text: where they begin, and what before them may be a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from searcher.formats.page.kinds.phrases import ends_within
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.words.lists import UPPER, any_of, has_any
from searcher.formats.page.words.particles import PARTICLES
from searcher.lazy import lazy_pattern

LONGEST_MARKED = 80
"""Characters of a name at most."""

SHORT_TITLE = 5
"""Words from which on what stands before names is no name itself."""

_AFTER_INITIAL = rf"(?:\.(?:[{UPPER}]\.){{1,2}}|(?:[a-zà-ÿā-ž'’-][\w'’-]*)?\.?|[{UPPER}](?=\s))"
_PART = rf"[{UPPER}]{_AFTER_INITIAL}"
_MARK = (
    r"(?:\s?,)?\s?(?:\d{1,2}|\(\d{1,2}\)|[*†‡§]{1,3}|[¹²³⁰⁴-⁹]{1,2}\*?)"
    r"(?:(?:\s?,\s?|(?=[*†‡§]))(?:\d{1,2}|[*†‡§]))*(?:\s[A-Z](?=,))?"
)
# "Ann Lee a,*, Bo Ek b": letters for marks.
_LETTER = r"\s[a-h](?![\w'’])(?:\s?,{1,2}\s?(?:[a-h](?![\w'’.])|[*⁎∗†‡§]))*"
_PARTICLES = rf"(?:(?:{any_of(sorted(PARTICLES))})\s){{0,2}}"
_MORE_PARTS = rf"(?:\s{_PARTICLES}{_PART}){{1,4}}"
_NAME = rf"{_PART}{_MORE_PARTS}"
_MARKED = rf"{_NAME}{_MARK}"
_MORE_INITIALED = rf"[\w'’-]+(?:\s[{UPPER}][\w'’-]+)?\s[{UPPER}]{{1,3}}(?:\(\d{{1,2}}\))?"
# What stands before the first name is asked behind its first letter: a capital is found quickly.
_FIRST_NAME = rf"[{UPPER}](?<!\S.){_AFTER_INITIAL}{_MORE_PARTS}"
# ", MD, PhD,*"
_DEGREES = (
    r"(?:,\s?(?:M\.?D|P[hH]\.?\s?D|M\.?S[cC]?|B\.?S[cC]?|MPH|MBA|M\.?B|C[hH]B|MBBS|MBChB"
    r"|Pharm\.?\s?D|R\.?N|D\.?O|FRCP|FACP|FACC|DDS|DMD|DPhil|MHS|BA)\b\.?)+"
    r"(?:,?\s?(?:[*†‡§‖¶#{]{1,3}|\d{1,2}\b|[a-z]{1,2}(?![\w.])))*"
)
_DEGREE_MARKS = ("MD,", "M.D.,", "MD;", "PhD,", "PHD,", "Ph.D.,")
# Three names at least, or two with marks, or one of two, or one with initials and a mark.
_NAMES = (
    lazy_pattern(rf"{_FIRST_NAME}{_MARK}(?:(?:\s?[,;])?\s(?:and\s|&\s)?{_MARKED})+"),
    lazy_pattern(rf"{_FIRST_NAME}\s(?:and|&)\s{_MARKED}(?!\w)"),
    lazy_pattern(
        rf"{_FIRST_NAME}{_LETTER}(?:(?:\s?,{{1,2}}\s|\s(?=and|&))(?:and\s|&\s)?{_NAME}{_LETTER})+"
    ),
    lazy_pattern(
        rf"[{UPPER}](?<=[.?!]\s.){_MORE_INITIALED}"
        rf"(?:(?:,\s[{UPPER}]{_MORE_INITIALED})+(?:,? et al\b)?|(?<=\)))\.?(?=\s|$)"
    ),
    lazy_pattern(rf"{_FIRST_NAME}(?:\s?[,;]\s{_NAME}){{2,}}"),
)
_WITH_DEGREES = lazy_pattern(rf"{_FIRST_NAME}{_DEGREES}(?:[,;]?\s(?:and\s|&\s)?{_NAME}{_DEGREES})+")
_TO_NEXT = rf"[,;]?\s?,?\s(?:and\s|&\s)?[{UPPER}]"
# What stands between names with marks, which is quicker to find than they: a figure, a letter.
_BETWEEN_MARKED = (
    (lazy_pattern(rf"[0-9)*†‡§¹²³⁰⁴-⁹](?<!\d\d\d)(?<!\d\d\d\)){_TO_NEXT}"), _NAMES[0]),
    (lazy_pattern(rf" [a-h](?=,|\s(?:,|and|&))[^A-Z]{{0,6}}{_TO_NEXT}"), _NAMES[2]),
)
_BETWEEN_NAMES = lazy_pattern(
    rf"(?:{_MARK}|{_LETTER}|{_DEGREES}|\s?[,;])(?:\s?,?\s?(?:and|&)?\s)?|\s(?:and|&)\s"
)
# "... in wardsAnna", where the blank before the first name is lost.
_GLUED = lazy_pattern(r"(?<=[a-zà-ÿ]{3})[A-ZÀ-Ý][a-zà-ÿ'’-]+\s$")
_INITIAL = lazy_pattern(rf"(?:[{UPPER}]\.)+")
_NUMBER_LAST = lazy_pattern(r"\s\d{1,3}$")


def is_before_names(text: str) -> bool:
    """Whether what stands before names may be a title: a short one is told from another name by
    its small letters."""
    words = text.rstrip(" *,;").split()
    return len(words) >= SHORT_TITLE or (len(words) > 1 and words[-1].islower())


def find_names(head: str, cuts: set[int]) -> Iterator[tuple[int, str]]:
    """The beginning and the end of the authors' names; `cuts` are those known already."""
    missing = [names for between, names in _BETWEEN_MARKED if not between.search(head)]
    patterns = [names for names in _NAMES if names not in missing]
    if has_any(head, _DEGREE_MARKS):
        patterns = [_WITH_DEGREES, *patterns]
    for pattern in patterns:
        if names := pattern.search(head):
            yield _first_of(names), "names"
            if not any(names.start() < cut < names.end() for cut in cuts):
                yield names.end(), "named"
            return


def find_marked_names(text: str) -> int | None:
    """Where names with their marks begin that stand behind something else on its line."""
    if has_any(text, _DEGREE_MARKS) and (names := _WITH_DEGREES.search(text)):
        return _first_of(names)
    for between, pattern in _BETWEEN_MARKED:
        if mark := between.search(text):
            start = max(text.rfind(" ", 0, max(mark.start() - LONGEST_MARKED, 0)), 0)
            if names := pattern.search(text, start):
                return _first_of(names)
    return None


def _first_of(names: re.Match[str]) -> int:
    """Where the first of names begins, without a title's words that were taken for a part of it."""
    before = names.string[: names.start()]
    if glued := _GLUED.search(before):
        return glued.start()
    title = before.rstrip()
    opened = ends_within(title) or _NUMBER_LAST.search(title) is not None
    return names.start() + _before_first_name(names[0], opened)


def _before_first_name(names: str, opened: bool) -> int:
    """Characters of a title's last capitalised words that were taken for a part of the first name,
    which is hardly longer than the others; opened: the title ends before in a small word."""
    first, *others = (part.split() for part in _BETWEEN_NAMES.split(names) if part)
    usual = sorted(map(len, others))[(len(others) - 1) // 2] if others else 4
    initial = next((i for i, part in enumerate(first) if _INITIAL.fullmatch(part)), len(first))
    swallowed = first[:-usual] if len(first) > usual + (not opened) else []
    swallowed = swallowed[: max(initial - 1, 0)]
    while swallowed and len(swallowed) + 2 < len(first):
        word = first[len(swallowed)]
        if not speaks_of_medicine(word):
            break
        swallowed.append(word)
    return len(" ".join(swallowed)) + 1 if swallowed else 0
