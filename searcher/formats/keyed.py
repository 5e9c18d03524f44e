"""Records out of named values, as JSON objects, table rows and BibTeX entries hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from searcher.formats.evidence import NameEvidence
from searcher.formats.name_lists import split_names
from searcher.formats.part_names import plain_name
from searcher.formats.values import (
    are_squashed,
    clean_journal,
    clean_pages,
    date_of,
    full_pages,
    iso_date,
    labelled,
    month_number,
    read_citation,
    read_source,
    sections,
    squash,
    unique,
    without_markup,
    without_notice,
    without_number,
)
from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid
from searcher.names import upright
from searcher.record import Record

_NAME_KEYS = (
    *("name", "literal", "fullname", "displayname", "descriptorname", "collectivename", "creator"),
    *("tag", "term", "keyword", "subject", "label", "meshheading"),
)
_GIVEN = ("given", "firstname", "givenname", "givennames", "forename", "first")
_FAMILY = ("family", "lastname", "familyname", "surname", "last")
_PARTICLES = ("droppingparticle", "nondroppingparticle")
_NAMED_IDENTIFIER = re.compile(
    r"10\.\d|(?:doi|pmid|pmcid|pubmed|medline)\b|PMC\d|"
    r"https?://(?:(?:dx\.)?doi\.org|\S*ncbi\.nlm\.nih\.gov|(?:www\.)?europepmc\.org)/",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"[\n;]")


def record_of(
    parts: Mapping[str, Any], names: Mapping[str, str], lines: tuple[int, int] | None
) -> Record | None:
    """The record that these parts make, or None where they make none.

    parts: by the keys of `part_names.NAMES`; names: for each part, the name that it had in the
    file; lines: where all of them stood.
    """
    values = _cleaned(parts)
    if not ("title" in values or "abstract" in values):
        return None
    if "title" in values and "subtitle" in parts:
        values["title"] = _with_subtitle(values["title"], text_of(parts["subtitle"]) or "")
    found_in: dict[str, str] = {}
    _set_date(values, found_in, parts)
    if "group_authors" in parts:
        groups = (text_of(parts["group_authors"]) or "").split(";")
        authors = unique((*values.get("authors", ()), *map(squash, groups)))
        part = "authors" if "authors" in values else "group_authors"
        _set(values, found_in, "authors", authors, part)
    if "pages" not in values and "first_page" in parts:
        pages = full_pages(text_of(parts["first_page"]), text_of(parts.get("last_page")))
        _set(values, found_in, "pages", pages, "first_page")
    _set_cited(values, found_in, parts)
    for part in ("id", "link", "note"):
        if part in parts:
            _set_identifiers(values, found_in, part, parts[part])
    return Record(**values, provenance=NameEvidence(values, lines, found_in, names))


def _cleaned(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that are fields of a record, as it holds them."""
    values: dict[str, Any] = {}
    for part, value in parts.items():
        clean = _CLEANERS.get(part)
        cleaned = clean(value) if clean else None
        if cleaned:
            values[part] = cleaned
    return values


def _with_subtitle(title: str, subtitle: str) -> str:
    below = without_markup(subtitle)
    known = not below or below.casefold() in title.casefold()
    return title if known else f"{title.rstrip(' :')}: {below}"


def _set(
    values: dict[str, Any], found_in: dict[str, str], name: str, value: Any, part: str
) -> None:
    if value:
        values[name], found_in[name] = value, part


def _set_date(values: dict[str, Any], found_in: dict[str, str], parts: Mapping[str, Any]) -> None:
    date = _date(parts["date"]) if "date" in parts else None
    part = "date"
    year = text_of(parts["year"]) if "year" in parts else None
    if year and not date and "date" in parts and month_number(text_of(parts["date"]) or ""):
        date = iso_date(f"{year} {text_of(parts['date'])}")  # "DEC 15" beside its year
    if year and (not date or date[:4] != year[:4]):
        # A separate year is the one of the issue; a date may be that of the first copy on line.
        month, day = text_of(parts.get("month")), text_of(parts.get("day"))
        from_year = (date_of(year, month, day) if month else None) or iso_date(year)
        if month and not day and from_year:  # "MAR 4", "4 mar"
            days = (iso_date(text) for text in (f"{year} {month}", f"{month} {year}"))
            from_year = max(filter(None, (from_year, *days)), key=len)
        date, part = from_year or date, "year" if from_year else part
    if date:
        _set(values, found_in, "date", date, part)
        _set(values, found_in, "year", int(date[:4]), part)


def _set_cited(values: dict[str, Any], found_in: dict[str, str], parts: Mapping[str, Any]) -> None:
    """Take from "J Test. 2021 Mar;1(2):3-4." what has no column of its own."""
    for part, read in (("citation", read_citation), ("source", read_source)):
        if part not in parts:
            continue
        text = text_of(parts[part]) or ""
        cited = read(text)
        if cited and part == "source" and values.get("journal") == text:
            del values["journal"]  # it is named in there, with its numbers
        for name, value in (cited or {}).items():
            finer = name == "date" and str(value).startswith(str(values.get("date")))
            if finer or not values.get(name):
                _set(values, found_in, name, value, part)


def _set_identifiers(
    values: dict[str, Any], found_in: dict[str, str], part: str, given: Any
) -> None:
    """Take what an id, an address or a note says about itself; bare digits say nothing."""
    if not isinstance(given, str):
        return
    for text in _SEPARATED.split(given) if part == "note" else [given]:
        if not _NAMED_IDENTIFIER.match(text.strip()):
            continue
        for name, clean in (("pmid", clean_pmid), ("doi", clean_doi), ("pmcid", clean_pmcid)):
            found = clean(text)
            if found and name not in values:
                _set(values, found_in, name, found, part)
            if found:
                break


def _date(value: Any) -> str | None:
    if isinstance(value, dict):
        # CSL: {"date-parts": [[2021, 10, 22]]} or {"raw": "2021-10-22"}; else {"year": 2021}
        given = value.get("date-parts") or value.get("raw") or value.get("literal")
        given = given or [value.get(each) or "" for each in ("year", "month", "day")]
        while isinstance(given, list) and given and isinstance(given[0], list):
            given = given[0]
        if isinstance(given, list):
            year, month, day = ([str(part) for part in given] + ["", "", ""])[:3]
            return date_of(year, month, day)
        value = given
    text = text_of(value)
    return iso_date(text) if text else None


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


def names_of(value: Any) -> tuple[str, ...]:
    """A list of authors out of a list of names or of name parts, or out of one text."""
    if isinstance(value, str):
        return unique(map(upright, split_names(value)))
    if isinstance(value, list):
        if _are_plain(value) and "," not in "".join(value):
            return unique(value)
        roles = [each.get("creatorType") if _is_dict(each) else None for each in value]
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
    value = {_plain_key(key): each for key, each in value.items() if each}
    for key in _NAME_KEYS:
        if isinstance(value.get(key), str):
            return value[key]
    first, last = (next(filter(None, map(value.get, keys)), None) for keys in (_GIVEN, _FAMILY))
    parts = (first, last) if len(value) < 3 else (first, *map(value.get, _PARTICLES), last)
    return " ".join(part for part in (*parts, value.get("suffix")) if isinstance(part, str))


_plain_key = lru_cache(maxsize=1024)(plain_name)


def _heading(value: Any) -> Any:
    """A MeSH heading that is given in parts as MEDLINE writes it: "Rash/*chemically induced"."""
    keys = ("descriptorName", "descriptor_name", "mesh_heading")
    name = next(filter(None, map(value.get, keys)), None) if _is_dict(value) else None
    if not isinstance(name, str):
        return value
    qualifier = value.get("qualifier_name")
    if isinstance(qualifier, str) and qualifier:
        return f"{name}/{_STARS[value.get('is_major_topic') is True]}{qualifier}"
    major = value.get("is_major_topic") is True or value.get("majorTopic_YN") == "Y"
    held = value.get("meshQualifierList")
    listed = held.get("meshQualifier") if _is_dict(held) else None
    qualifiers = [each for each in listed if _is_dict(each)] if isinstance(listed, list) else []
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


def _is_dict(value: Any) -> bool:
    return isinstance(value, dict)


_STARS = ("", "*")


def _abstract(value: Any) -> str | None:
    if isinstance(value, str):
        value = without_markup(without_notice(value))
        return (labelled(value.split("\n")) if "\n" in value else sections(squash(value))) or None
    return sections(text_of(value) or "") or None


def _body(value: Any) -> str | None:
    lines = map(squash, value.split("\n")) if isinstance(value, str) else ()
    return "\n".join(line for line in lines if line) or None


_CLEANERS: dict[str, Callable[[Any], Any]] = {
    "title": lambda value: without_markup(text_of(value) or ""),
    "abstract": _abstract,
    "keywords": words_of,
    "journal": lambda value: clean_journal(text_of(value) or ""),
    "authors": lambda value: without_number(names_of(value)),
    "volume": text_of,
    "issue": text_of,
    "pages": lambda value: clean_pages(text_of(value)),
    "doi": lambda value: clean_doi(text_of(value) or ""),
    "pmid": lambda value: clean_pmid(text_of(value) or ""),
    "pmcid": lambda value: clean_pmcid(text_of(value) or ""),
    # Web of Science calls a journal J
    "publication_types": lambda value: tuple(each for each in words_of(value) if len(each) > 1),
    "mesh": lambda value: words_of(
        [_heading(each) for each in value] if isinstance(value, list) else value
    ),
    "language": text_of,
    "body": _body,
}
