"""Lists of authors in one text, as tables and services write them."""

from __future__ import annotations

from searcher.formats.values import squash
from searcher.lazy import lazy_pattern
from searcher.names import CAPITAL, is_body

_INITIALLED = rf"(?:[{CAPITAL}]\.?[ -]?){{1,4}}"
_GIVEN = lazy_pattern(_INITIALLED)
_INITIAL = lazy_pattern(rf"(?:^|[ .-])[{CAPITAL}](?:\.|$)")
_LAST_INITIAL = lazy_pattern(rf"[ .-][{CAPITAL}]\.?$")
_INITIALS = lazy_pattern(r"[^\W\d_][\w'’ -]* " + _INITIALLED + r"(?: (?:Jr|Sr|2nd|3rd|II|III)\.?)?")


def split_names(text: str) -> list[str]:
    """ "Kumar Y, Khan F; Ward Group." or "Kumar, Y.; Khan, F." as a list of names."""
    text = squash(text)
    names = _between(text)
    if len(names) == 1 and "," in text:
        return names  # "Kumar, Yogesh": one name, surname first
    last = names[-1].rstrip(".")
    if (
        last != names[-1]
        and (_INITIALS.fullmatch(last) or is_body(last))
        and not any(name.endswith(".") for name in names[:-1])
    ):
        names[-1] = last  # the full stop after the list
    return names


def _between(text: str) -> list[str]:
    """The names between semicolons, bars, "and" or commas."""
    for separator in (";", "|", "//", " and "):
        if separator in text:
            names = []
            for part in text.split(separator):
                # PubMed's groups follow a semicolon behind its authors, who have commas.
                listed = [name.strip() for name in part.split(",")] if "," in part else []
                are_names = listed and all(map(_INITIALS.fullmatch, listed))
                names += listed if are_names else [squash(part.replace(",", ", "))]
            return names
    names = [name.strip() for name in text.split(",")]
    if pairs := _paired(names):
        return pairs
    return [text] if len(names) > 1 and any(" " not in name for name in names[:2]) else names


def _paired(names: list[str]) -> list[str]:
    """ "Doe", "J.", "& Roe", "R." as two names, where every other one is or has initials."""
    surnames = [name.removeprefix("& ").removeprefix("and ") for name in names[::2]]
    given = names[1::2]
    if len(surnames) != len(given) or len(given) < 2 or any(map(_INITIAL.search, surnames)):
        return []
    if not all(map(_GIVEN.fullmatch, given)) and (
        " " in "".join(surnames) or not any(map(_LAST_INITIAL.search, given))
    ):
        return []
    return [", ".join(pair) for pair in zip(surnames, given, strict=True)]
