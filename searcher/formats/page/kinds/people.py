"""Lines of people: telling names from other text, and reading them."""

from __future__ import annotations

from functools import lru_cache

from searcher.formats.page.kinds.name_forms import (
    CAPITAL,
    PARTICLE,
    is_of_others,
    read_in_signs,
    read_marked_surname,
)
from searcher.formats.page.kinds.name_marks import (
    LONGEST_LIST,
    has_degrees,
    with_commas,
    without_degrees,
    without_et_al,
    without_groups,
    without_identifiers,
    without_marks,
    without_titles,
)
from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import words
from searcher.formats.page.words.no_names import OF_JOURNALS, OF_SCIENCES
from searcher.lazy import lazy_pattern

_TOKEN = (
    rf"(?:[{CAPITAL}][\w'’`´.‐-]*|(?:{PARTICLE}|(?:d['’]|d[ae]|van)[{CAPITAL}]\w+|[Oo]['’]\w+))"
)
_NAME = lazy_pattern(rf"{_TOKEN}(?:[\s,]\s?{_TOKEN}){{1,5}}$")
# Words in lower case that are longer than particles and may stand in a line of names all the same.
_BESIDE_NAMES = words(
    "author authors behalf professor professoressa dottoressa pharmdr профессор доцент академик"
)
_SIGNS_BETWEEN = lazy_pattern(r"\s[·•|/]\s")
_INITIAL = lazy_pattern(rf"\w\s[{CAPITAL}](?:\.|\s|$)|^[{CAPITAL}](?:\.|\s)")
_INITIALS = lazy_pattern(rf"(?:[{CAPITAL}]\.?[\s‐-]?){{1,4}}$")
# "Ann LeeBo Ek Carl Oh", "Ann Lee1Bo Ek2Carl Oh3", "Ann LeeBo EkPublished in: Ward Letters"
_JOINT = lazy_pattern(r"[A-ZÀ-Ý](?<=[a-zà-ÿ\d].)[a-zà-ÿ]+(?:[ -]| in: )[A-ZÀ-Ý]")
_BETWEEN_SURNAMES = lazy_pattern(r",|\band\b|&")
_SURNAME = lazy_pattern(rf"(?:(?:{PARTICLE})\s)?[{CAPITAL}][\w'’-]+(?:\s[{CAPITAL}][\w'’-]+)?$")

LONGEST_JOURNAL = 60
"""Characters of a journal's name that could be a person's at most."""

MOST_NAMES = 400
"""Names of one line at most."""

LONGEST_NAME, LONGEST_PIECE = 60, 100
"""Characters of a name at most; of one with what stands in brackets behind it."""

LONGEST_INITIALS = 12
"""Characters of a name's initials at most."""


@lru_cache(maxsize=CACHED)
def read_names(text: str) -> tuple[str, ...]:
    """The names in a line of authors; empty when it is anything else than names. Each step may bare
    what the next one takes."""
    text = without_identifiers(text)
    if not 0 < len(text) <= LONGEST_LIST or ":" in text:
        return ()
    if text[-1] in "123456789" and (read := read_marked_surname(text)):
        return read
    if text[0] > "\u2fff" and (read := read_in_signs(text)):
        return read
    if " " not in text and "," not in text:
        return ()
    text = without_et_al(text)
    if _says_more(text):
        return ()
    text = without_groups(without_titles(text))
    if "(" not in text and "[" not in text and (is_of_others(text) or _is_of_journal(text)):
        return ()
    names = _split(with_commas(without_degrees(text)))
    return tuple(names) if len(names) <= MOST_NAMES and all(map(_is_name, names)) else ()


def _says_more(text: str) -> bool:
    """Whether a line has a word in lower case that is longer than particles are."""
    for word in text.split():
        if len(word) > 5 and word[0].islower() and word.isalpha() and word not in _BESIDE_NAMES:
            return True
    return False


@lru_cache(maxsize=CACHED)
def is_people(text: str) -> bool:
    """Whether a line is about people, though it may say more than their names."""
    return bool(read_names(text)) or has_degrees(text[:300])


def has_initials(text: str) -> bool:
    """Whether a line of names has initials among them, as no title has."""
    return _INITIAL.search(text) is not None


def is_list_of_names(text: str) -> bool:
    """Whether nearly all words between commas have a capital, as in a line of names to which
    something is glued."""
    words = text.split()
    if text.count(",") < 2 or len(words) < 6:
        return False
    return sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def _is_of_journal(text: str) -> bool:
    """Whether a text that is no list has a word as journals have in their names: groups that
    sign with people have them too."""
    if len(text) > LONGEST_JOURNAL or "," in text or ";" in text:
        return False
    told = [word.rstrip(".") for word in text.lower().split()]
    return not OF_JOURNALS.isdisjoint(told) or any(word.endswith(OF_SCIENCES) for word in told)


def _split(text: str) -> list[str]:
    """The pieces of a line of names, each without its marks."""
    parts = text.split(";") if ";" in text else _SIGNS_BETWEEN.split(text)
    if len(parts) == 1:
        parts = _join_initials(text.split(","))
    if max(map(len, parts)) > LONGEST_PIECE:
        return []
    bare = [_bared(without_marks(part.strip())) for part in parts]
    # A lone small letter or number is a mark of an affiliation, not a name.
    return [part for part in bare if len(part) > 1 and not part.isdigit()]


def _bared(name: str) -> str:
    """A name without signs around it, but for the stop of an initial."""
    stopped = "." in name and _INITIALS.search(name[-LONGEST_INITIALS:])
    return name.strip(" ,*†‡§¶" if stopped else " ,.*†‡§¶")


def _join_initials(parts: list[str]) -> list[str]:
    """ "Smith, J., Doe, A." has its commas inside the names too."""
    stripped = [part.strip() for part in parts]
    initials = [
        0 < len(part) <= LONGEST_INITIALS and _INITIALS.match(part) is not None for part in stripped
    ]
    if sum(initials) * 2 < len([part for part in stripped if part]) or not any(initials):
        return stripped
    names: list[str] = []
    for part, is_initials in zip(stripped, initials, strict=True):
        if is_initials and names and "," not in names[-1]:
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return names


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and bool(_NAME.match(text)) and not is_of_others(text)


def is_surname_list(text: str) -> bool:
    """Whether a text lists surnames only, as running heads do ("Han, Yee, and Cho")."""
    text = without_et_al(text)
    parts = [part.strip() for part in _BETWEEN_SURNAMES.split(text)]
    parts = [part for part in parts if part]
    return bool(parts) and all(_SURNAME.match(part) for part in parts)


def runs_names_together(text: str) -> bool:
    """Whether a line is of names between which all blanks are lost."""
    return len(text) > 30 and len(_JOINT.findall(text)) > 1
