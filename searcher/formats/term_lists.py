"""Texts and lists as JSON and tables give them: of terms, of people in parts, of headings."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import Any

from searcher.formats.name_lists import split_names
from searcher.formats.part_names import plain_name
from searcher.formats.values import are_squashed, squash, unique
from searcher.names import upright

_NAME_KEYS = (
    *("name", "literal", "fullname", "displayname", "descriptorname", "collectivename", "creator"),
    *("tag", "term", "keyword", "subject", "label", "meshheading"),
)
_GIVEN = ("given", "firstname", "givenname", "givennames", "forename", "first")
_FAMILY = ("family", "lastname", "familyname", "surname", "last")
_MIDDLE = ("middle", "middlename", "middlenames")
_PARTICLES = ("droppingparticle", "nondroppingparticle")


def text_of(value: Any) -> str | None:
    """A value as one line of text; None for what is no text, number or list of such."""
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return squash(value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if value == value and abs(value) < 1e15 else None
    return None


def words_of(value: Any) -> tuple[str, ...]:
    """A list of terms out of a list, or out of one text with ; | or , between them."""
    value = _listed(value)
    if isinstance(value, str):
        separator = next((mark for mark in (";", "|", "//", "\n", ",") if mark in value), ",")
        value = value.split(separator)
    if not isinstance(value, list):
        return ()
    if _are_plain(value):
        return unique(value)
    return unique(
        squash(each) if isinstance(each, str) else text_of(_named(each)) or "" for each in value
    )


def _listed(value: Any) -> Any:
    """The list that a cell holds as it is written in a program: "['night', 'bells']"."""
    if not (isinstance(value, str) and value.startswith("[") and value.endswith("]")):
        return value
    from ast import literal_eval

    with suppress(ValueError, SyntaxError, RecursionError, MemoryError):
        found = literal_eval(value)
        return found if isinstance(found, list) else value
    return value


def names_of(value: Any) -> tuple[str, ...]:
    """A list of authors out of a list of names or of name parts, or out of one text."""
    value = _listed(value)
    if isinstance(value, str):
        return unique(map(upright, split_names(value)))
    if isinstance(value, list):
        if _are_plain(value) and "," not in "".join(value):
            return unique(value)
        roles = [each.get("creatorType") if is_dict(each) else None for each in value]
        if "author" in roles:  # of Zotero; others edited it, or translated it
            value = [each for each, role in zip(value, roles, strict=True) if role == "author"]
        return unique(upright(text_of(_named(each)) or "") for each in value)
    return ()


def _are_plain(values: list[Any]) -> bool:
    """Whether these are texts on which there is nothing to do, as they nearly always are."""
    try:
        return are_squashed(values)
    except TypeError:
        return False


def _named(value: Any) -> Any:
    """The name of a person or a term that is given in parts."""
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("author"), dict):
        value = value["author"]
    value = {plain_key(key): each for key, each in value.items() if each}
    for key in _NAME_KEYS:
        if isinstance(value.get(key), str):
            return value[key]
    first, middle, last = (
        next(filter(None, map(value.get, keys)), None) for keys in (_GIVEN, _MIDDLE, _FAMILY)
    )
    if middle and isinstance(first, str):
        middles = middle if isinstance(middle, list) else [middle]
        first = " ".join([first, *(each for each in middles if isinstance(each, str))])
    parts = (first, last) if len(value) < 3 else (first, *map(value.get, _PARTICLES), last)
    return " ".join(part for part in (*parts, value.get("suffix")) if isinstance(part, str))


plain_key = lru_cache(maxsize=1024)(plain_name)


def heading_of(value: Any) -> Any:
    """A MeSH heading that is given in parts as MEDLINE writes it: "Rash/*chemically induced"."""
    keys = ("descriptorName", "descriptor_name", "mesh_heading")
    name = next(filter(None, map(value.get, keys)), None) if is_dict(value) else None
    if not isinstance(name, str):
        return value
    qualifier = value.get("qualifier_name")
    if isinstance(qualifier, str) and qualifier:
        return f"{name}/{_STARS[value.get('is_major_topic') is True]}{qualifier}"
    major = value.get("is_major_topic") is True or value.get("majorTopic_YN") == "Y"
    held = value.get("meshQualifierList")
    listed = held.get("meshQualifier") if is_dict(held) else None
    qualifiers = [each for each in listed if is_dict(each)] if isinstance(listed, list) else []
    return "/".join(
        [
            _STARS[major] + name,
            *(
                _STARS[each.get("majorTopic_YN") == "Y"] + each["qualifierName"]
                for each in qualifiers
                if isinstance(each.get("qualifierName"), str)
            ),
        ]
    )


def is_dict(value: Any) -> bool:
    return isinstance(value, dict)


_STARS = ("", "*")
