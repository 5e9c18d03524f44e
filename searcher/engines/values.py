"""What of a record goes into which field of an index: the same for every engine."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher import schema
from searcher.names import has_initials, split_name
from searcher.record import Record


def field_values(docid: str, record: Record) -> dict[str, list[str]]:
    """Field name to its texts, one per value; absent fields are left out.

    The date is not among them (see `date_value`), nor is `any`: the engine lays that out from
    the fields with `in_any`, in the order in which they come here.
    """
    headings, majors = _headings(record.mesh)
    authors = [form for author in record.authors for form in name_forms(author)]
    values: dict[str, list[str]] = {
        "title": _one(record.title),
        "abstract": _one(record.abstract),
        "keywords": list(record.keywords),
        "journal": _one(record.journal),
        "author": authors,
        "first_author": name_forms(record.authors[0]) if record.authors else [],
        "last_author": name_forms(record.authors[-1]) if record.authors else [],
        "mesh": list(record.mesh),
        "heading": headings,
        "major": majors,
        "type": list(record.publication_types),
        "body": _one(record.body),
        "doi": _one(record.doi),
        "pmid": _one(record.pmid),
        "pmcid": _one(record.pmcid),
        "docid": [docid],
        "volume": _one(record.volume),
        "issue": _one(record.issue),
        "pages": _one(record.pages),
        "language": _one(record.language),
    }
    return {name: texts for name, texts in values.items() if texts}


def date_value(record: Record) -> int | None:
    """The record's date as yyyymmdd, 00 for what is not known."""
    date = record.date or (str(record.year) if record.year else None)
    return schema.date_number(date) if date else None


@lru_cache(maxsize=4096)
def name_forms(author: str) -> list[str]:
    """An author as written, and as surname and initials: "Jean-Yves Blay", "Blay JY"."""
    if has_initials(author):
        return [author]
    given, surname = split_name(author)
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", given) if part)
    short = f"{surname} {initials.upper()}".strip()
    full = f"{given} {surname}".strip()
    return [full] if short == full else [full, short]


def _headings(mesh: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """MEDLINE headings as exact values: the heading, and each heading/subheading."""
    headings: list[str] = []
    majors: list[str] = []
    for each in mesh:
        heading, *subheadings = re.split(r"\s*/\s*", each)
        forms = [heading, *(f"{heading}/{sub}" for sub in subheadings)]
        headings += forms
        if "*" in each:
            majors.append(heading)
            majors += [form for form in forms[1:] if "*" in form]
    return _exact("heading", headings), _exact("major", majors)


def _exact(field: str, values: list[str]) -> list[str]:
    return list(dict.fromkeys(schema.exact_term(field, value) for value in values))


def _one(value: str | None) -> list[str]:
    return [value] if value else []
