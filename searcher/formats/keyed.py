"""Records out of named values, as JSON objects, table rows and BibTeX entries hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from searcher.formats.evidence import NameEvidence
from searcher.formats.term_lists import heading_of, is_dict, names_of, plain_key, text_of, words_of
from searcher.formats.values import (
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
from searcher.record import Record

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
        parts = {plain_key(key): each for key, each in value.items()}
        given = given or [parts.get(each) or "" for each in ("year", "month", "day")]
        while isinstance(given, list) and given and isinstance(given[0], list):
            given = given[0]
        if isinstance(given, list):
            year, month, day = ([str(part) for part in given] + ["", "", ""])[:3]
            return date_of(year, month, day)
        value = given
    text = text_of(value)
    return iso_date(text) if text else None


def _paragraphs(value: Any, between: str) -> Any:
    """The text of paragraphs that are objects, with their labels."""
    if not (isinstance(value, list) and value and all(map(is_dict, value))):
        return value
    texts = [(each.get("text") or each.get("#text"), each.get("@Label")) for each in value]
    lines = [(text, label) for text, label in texts if isinstance(text, str)]
    labelled = [f"{label}: {text}" if label else text for text, label in lines]
    return ("\n" if any(label for _, label in lines) else between).join(labelled)


def _abstract(value: Any) -> str | None:
    value = _paragraphs(value, " ")
    if isinstance(value, str):
        value = without_markup(without_notice(value))
        return (labelled(value.split("\n")) if "\n" in value else sections(squash(value))) or None
    return sections(text_of(value) or "") or None


def _body(value: Any) -> str | None:
    value = _paragraphs(value, "\n")
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
        [heading_of(each) for each in value] if isinstance(value, list) else value
    ),
    "language": text_of,
    "body": _body,
}
