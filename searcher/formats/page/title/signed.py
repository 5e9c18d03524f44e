"""The authors' names behind a title on its line."""

from __future__ import annotations

from collections import Counter

from searcher.formats.page.flattened.names import find_marked_names, is_before_names
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.phrases import ends_openly, ends_within
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.wording import is_in_small_letters, speaks_of_medicine
from searcher.formats.page.title.marks import LEAST_TITLE
from searcher.formats.page.words.lists import words
from searcher.formats.page.words.particles import PARTICLES
from searcher.lazy import lazy_pattern

LEAST_WORDS = 5
"""Words of a title at least from which names are taken off."""

_TWO_NAMES = lazy_pattern(r"[A-ZÀ-Ý][\w.'’-]*[\d*]*(?:,| and| &) [A-ZÀ-Ý]")
_AMID_NAMES = PARTICLES | words("and & y e")
# "... in northern Hill Ward, Bo Valley"
_REGIONS = words("northern southern eastern western central")
# "Lee A., Ek B., Oh C.", behind a title and a colon
_LISTED_NAMES = lazy_pattern(
    r"(?:[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?,?\s(?:[A-Z]\.?[\s-]?){1,3}(?:,\s|;\s|$)){2}"
)
_PLACE = lazy_pattern(
    r"\s(?:\(?\d\)?\s?|\*\s?)?(?:From the |Departments?|Dept|Division|Institut|School of|Faculty"
    r"|College of|Hospital|Laborator|Clinic of|Cent(?:er|re) (?:for|of)|Section of|Unit of|Service)"
)
# "... in wardsAnna", where the blank before the first name is lost.
_GLUED_NAME = lazy_pattern(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Ý][a-zà-ÿ'’-]+ [A-ZÀ-Ý])")
_BETWEEN = lazy_pattern(r"(?:,|;)\s(?:and\s|&\s)?|\s(?:and|&|und|et|y)\s(?=[A-ZÀ-Ž])")


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
    while start and (parts[start - 1][:1].isupper() or parts[start - 1] in _AMID_NAMES):
        start -= 1
    while start < len(parts) and not parts[start][:1].isupper():
        start += 1
    people = " ".join(parts[start:])
    if start < LEAST_WORDS or _is_open(parts[start - 1]) or not _TWO_NAMES.search(people):
        return text
    title = " ".join(parts[:start])
    names = read_names(people) if title[-1] not in ",:;–—-(" else ()
    full = len(names) > 1 and all(" " in name for name in names)
    if not full or speaks_of_medicine(people) or not is_in_small_letters(title):
        return text
    return title


def _is_open(word: str) -> bool:
    """Whether a title goes on behind a word: "... in Santa Fe, New Mexico"."""
    return ends_within(word) or word.lower() in _REGIONS


def _in_capitals(text: str) -> str:
    """The words in capitals with which a text begins, if only names follow them."""
    parts = text.split(" ")
    start = next((i for i, part in enumerate(parts) if part != part.upper()), len(parts))
    people = parts[start:]
    if start < LEAST_WORDS or len(people) < 2 or _is_open(parts[start - 1]):
        return text
    named = all(
        part[:1].isupper() or part in _AMID_NAMES or (not part.isalpha() and not part[:1].isalpha())
        for part in people
    )
    if not named or parts[start - 1][-1] in ":-–—(" or speaks_of_medicine(" ".join(people)):
        return text
    return " ".join(parts[:start])


def without_people(text: str, topic: frozenset[str] = frozenset()) -> str:
    """A title without the names, and what follows them, that stand behind it on the same line;
    two words of names are no words of the text."""
    if " by " in text:
        title, _, people = text.rpartition(" by ")
        if is_in_small_letters(title) and _are_people(people):
            return title
    several = "," in text or text.count(";") + text.count(" and ") > 1
    if len(text) < 60 or not several:
        return text
    if read_names(text):
        return text
    listed = _without_listed(text)
    marked = _without_marked(text) or (_without_marked(listed) if listed else None)
    title = min(filter(None, (listed, marked)), key=len, default=text)
    return text if len(topic_of(text[len(title) :]) & topic) > 1 else title


def _are_people(text: str) -> bool:
    """Whether a text is nothing but full names, and no species or drug of two words."""
    if not text[:1].isupper() or any(map(str.isdigit, text)) or speaks_of_medicine(text):
        return False
    names = read_names(text)
    return bool(names) and all(" " in name and name.istitle() for name in names)


def _without_marked(text: str) -> str | None:
    """A title without names that have marks: "The title Ann Lee,1* Bo Ek,2"."""
    start = find_marked_names(text)
    return text[:start].rstrip(" *,;") if start and is_before_names(text[:start]) else None


def _without_listed(text: str) -> str | None:
    """A title without a list of names; None where there is none behind it."""
    place = _PLACE.search(text)
    pieces = _BETWEEN.split(text[: place.start()] if place else text)
    names: list[str] = []
    while len(pieces) > 1 and read_names(pieces[-1]):
        names.append(pieces.pop())
    # Behind small letters two names are enough: the title's last word may have a capital.
    two = len(names) == 1 and not place
    if not names or (two and not _are_people(names[0])):
        return None
    # The first name has as many words as most of the others, as far as they have capitals.
    count, _ = Counter(name.count(" ") + 1 for name in names).most_common(1)[0]
    words = _GLUED_NAME.sub(" ", pieces[-1]).split(" ")
    while count > 1 and not _opens_name(words[-count:][0], words[-1]):
        count -= 1
    while count < min(4, len(words)) and _is_initial(words[-count]) and words[-count - 1].istitle():
        count += 1
    first = " ".join(words[-count:])
    title = text[: text.rindex(first, 0, text.rindex(names[-1]))].rstrip(" *,;")
    if title.count(" ") + 1 < LEAST_TITLE or not read_names(f"{first}, {names[-1]}"):
        return None
    if two and not is_in_small_letters(title):
        return None
    return None if ends_openly(title) or read_names(title) else title


def _is_initial(word: str) -> bool:
    return word.isupper() and len(word.rstrip(".")) == 1


def _opens_name(first: str, last: str) -> bool:
    """Whether a word can be the first of a name: one in capitals is of the title."""
    shouted = len(first) > 2 and first.isupper() and not last.isupper()
    return first[:1].isupper() and not shouted
