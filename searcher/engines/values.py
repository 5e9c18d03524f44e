"""What of a record goes into which field of an index: the same for every engine."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from searcher import schema
from searcher.names import has_initials, split_name
from searcher.record import Record


def field_values(docid: str, record: Record) -> dict[str, list[str]]:
    """Field name to its texts, one per value; absent fields are left out.

    The date is not among them (see `date_value`), nor is `any`: the engine lays that out from
    the fields with `in_any`.
    """
    values = {name: [text] for name, text in zip(_SINGLE, _single(record), strict=True) if text}
    values["docid"] = [docid]
    if record.keywords:
        values["keywords"] = list(record.keywords)
    if record.authors:
        forms = list(map(name_forms, record.authors))
        values["author"] = list(chain.from_iterable(forms))
        values["first_author"], values["last_author"] = forms[0], forms[-1]
    if record.mesh:
        values["mesh"] = list(record.mesh)
        headings, majors = _headings(record.mesh)
        values |= {"heading": headings, "major": majors} if majors else {"heading": headings}
    if record.publication_types:
        values["type"] = list(record.publication_types)
    return values


_SINGLE = (
    *("title", "abstract", "journal", "body", "doi", "pmid", "pmcid"),
    *("volume", "issue", "pages", "language"),
)
_single = attrgetter(*_SINGLE)


def date_value(record: Record) -> int | None:
    """The record's date as yyyymmdd, 00 for what is not known."""
    date = record.date or (str(record.year) if record.year else None)
    return schema.date_number(date) if date else None


_FIRST_LETTERS = re.compile(r"([^\s.-])[^\s.-]*")


@lru_cache(maxsize=4096)
def name_forms(author: str) -> list[str]:
    """An author as written, and as surname and initials: "Jean-Yves Blay", "Blay JY"."""
    if has_initials(author):
        return [author]
    given, surname = split_name(author)
    initials = "".join(_FIRST_LETTERS.findall(given))
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
