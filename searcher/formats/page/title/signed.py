"""Two names or more behind a title in small letters, where no mark parts them from it."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.title.glued import is_in_small_letters
from searcher.formats.page.words.lists import words

LEAST_WORDS = 5
"""Words of a title at least from which names are taken off."""

_BETWEEN = re.compile(r"[A-ZÀ-Ý][\w.'’-]*[\d*]*(?:,| and| &) [A-ZÀ-Ý]")
_PARTICLES = words("and & de da do dos del della di du van von der den la le el al bin y e")
# What a title goes on behind: "... in Santa Fe, New Mexico".
_OPEN = words(
    "a an the of in on for with to by from and or at as its their between among versus vs into "
    "de del la el en y e con da do das dos di du des le les et dans pour von der die das und "
    "bei mit im am zur zum northern southern eastern western central"
)
# "Lee A., Ek B., Oh C.", behind a title and a colon
_LISTED_NAMES = re.compile(
    r"(?:[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?,?\s(?:[A-Z]\.?[\s-]?){1,3}(?:,\s|;\s|$)){2}"
)


def _in_capitals(text: str) -> str:
    """The words in capitals with which a text begins, if only names follow them."""
    parts = text.split(" ")
    start = next((i for i, part in enumerate(parts) if part != part.upper()), len(parts))
    people = parts[start:]
    if start < LEAST_WORDS or len(people) < 2 or parts[start - 1].lower() in _OPEN:
        return text
    named = all(
        part[:1].isupper() or part in _PARTICLES or (not part.isalpha() and not part[:1].isalpha())
        for part in people
    )
    if not named or parts[start - 1][-1] in ":-–—(" or speaks_of_medicine(" ".join(people)):
        return text
    return " ".join(parts[:start])


def is_before_people(title: str, line: str) -> bool:
    """Whether nothing but names stands behind a title on its line."""
    people = line[len(title) :].strip(" :,;–-")
    if not line.startswith(title) or len(people) < 5:
        return False
    return _LISTED_NAMES.match(people) is not None or bool(read_names(people))


def without_signers(text: str) -> str:
    """A title without the names behind it and a colon, "The title: Lee A., Ek B."; in small
    letters also without full names, "The title Ann Lee, Bo Ek"; in capitals without any that are
    not, "THE TITLE Ann Lee Bo Ek"."""
    if text[:8].isupper() and not text.isupper():
        return _in_capitals(text)
    title, colon, people = text.rpartition(": ")
    if colon and " " in title and _LISTED_NAMES.match(people):
        return title.rstrip()
    if "," not in text and " and " not in text and " & " not in text:
        return text
    parts = text.split(" ")
    start = len(parts)
    while start and (parts[start - 1][:1].isupper() or parts[start - 1] in _PARTICLES):
        start -= 1
    while start < len(parts) and not parts[start][:1].isupper():
        start += 1
    people = " ".join(parts[start:])
    if start < LEAST_WORDS or parts[start - 1].lower() in _OPEN or not _BETWEEN.search(people):
        return text
    title = " ".join(parts[:start])
    names = read_names(people) if title[-1] not in ",:;–—-(" else ()
    full = len(names) > 1 and all(" " in name for name in names)
    if not full or speaks_of_medicine(people) or not is_in_small_letters(title):
        return text
    return title
