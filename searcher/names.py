"""Names of authors, in the two orders that formats want: "Jane Doe" and "Doe, Jane"."""

from __future__ import annotations

import re
from functools import cache

from searcher.lazy import lazy_pattern

_ACCENTED = "".join(filter(str.isupper, map(chr, range(0xC0, 0x180))))
CAPITAL = f"A-Z{_ACCENTED}Α-ΩА-ЯЁІЇЄ"
"""What initials are made of, within the brackets of a pattern."""

_INITIALS = rf"[{CAPITAL}]{{1,4}}\.?(?: (?:Jr|Sr|2nd|3rd|I{2, 3})\.?)?"
_WITH_INITIALS = lazy_pattern(rf"(?P<surname>[^,]+?)\s(?P<given>{_INITIALS})")
# "Doe J.Q.", "Doe J. Q.", "Doe J Q", "Doe J-Q"
_APART = lazy_pattern(
    r"(?P<surname>[^,.]*[^\W\d_]{2}) "
    rf"(?P<given>(?:[{CAPITAL}](?:\.[ -]?|[ -])){{1,3}}[{CAPITAL}]\.?)"
)
_GIVEN_INITIALS = lazy_pattern(_INITIALS)
_PARTICLES = {"van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "del", "dos", "ten"}
_BODY = (
    r"\b(?:associations?|committee|collaborat(?:ion|ive|ors)|consortium|council|group|initiative|"
    r"institutes?|investigators|network|organi[sz]ation|project|registry|societ(?:y|ies)|"
    r"stud(?:y|ies)|task force|team|trial(?:ists)?|universit(?:y|ies)|working party)\b"
)


def split_name(author: str) -> tuple[str, str]:
    """Given names or initials, and surname; the former are "" where they cannot be told."""
    if "," in author:
        surname, given = author.split(",", 1)
        return given.strip(), surname.strip()
    found = _APART.fullmatch(author) or _WITH_INITIALS.fullmatch(author)
    if found:
        return found["given"], found["surname"]
    parts = author.split()
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(parts[:first]), " ".join(parts[first:])


def has_initials(author: str) -> bool:
    """Whether the author is written as MEDLINE does, surname and initials: "Doe JQ"."""
    return _WITH_INITIALS.fullmatch(author) is not None and _APART.fullmatch(author) is None


def surname_first(author: str) -> bool:
    """Whether the author is written with the surname first and initials: "Doe JQ", "Doe J.Q."."""
    return bool(_WITH_INITIALS.fullmatch(author) or _APART.fullmatch(author))


def is_body(author: str) -> bool:
    """Whether the author is a group of people or an institution, which has no surname."""
    return bool(_body().search(author))


@cache
def _body() -> re.Pattern[str]:
    # Compiled when it is first wanted: searching for names does not need it.
    return re.compile(_BODY, re.IGNORECASE)


def inverted(author: str) -> str:
    """Surname first, with a comma: "Doe, Jane" of "Jane Doe", "Doe, J" of "Doe J".

    What has a comma, and what is no person, stays as it is.
    """
    if "," in author or is_body(author):
        return author
    given, surname = split_name(author)
    return f"{surname}, {given}" if given else surname


def upright(author: str) -> str:
    """The name without its comma: "Jane Doe" of "Doe, Jane", "Doe J" of "Doe, J".

    What `inverted` would not bring back ("García Márquez, Gabriel") stays as it is.
    """
    if "," not in author:
        return author
    surname, _, given = (part.strip() for part in author.partition(","))
    if not (surname and given):
        return author
    plain = f"{surname} {given}" if _GIVEN_INITIALS.fullmatch(given) else f"{given} {surname}"
    return plain if inverted(plain) == author else author
