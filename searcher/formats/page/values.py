"""Labelled values: which line says one, and whether it is of the kind that its label says."""

from __future__ import annotations

from typing import NamedTuple

from searcher.formats.page.citation.behind_name import split_numbers
from searcher.formats.page.citation.names import is_name
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.lines import Line
from searcher.formats.page.words.fields import FIELDS

FIELD_KINDS = frozenset(FIELDS.values())


class Field(NamedTuple):
    """A line "Label: value"; `part` is the index of the part in which it stands."""

    kind: str
    value: str
    line: Line
    part: int


def read_value(label: Label, following: Line | None) -> tuple[str, bool]:
    """The value of a labelled field, and whether it took the following line."""
    if label.value:
        return (label.value, False) if _fits(label.kind, label.value) else ("", False)
    if following is not None and _fits(label.kind, following.text):
        if label.kind in ("date", "received") and _speaks_of_year(following.text):
            return "", False
        if label.name.lower() in ("public title", "brief title"):
            return following.text, True
        if label.kind in ("title", "short_title", "language", "coauthors", "reference"):
            return "", False
        return following.text, True
    return "", False


def _speaks_of_year(text: str) -> bool:
    """Whether a line below the label of a date is a title with a year in it."""
    date = find_date(text)
    told = sum(word.islower() and len(word) > 3 for word in text.split())
    return told > 2 and (date is None or date.day is None)


def _fits(kind: str, value: str) -> bool:
    """Whether a value is of the kind that its label says; otherwise the label is mere words."""
    if kind == "doi":
        return bool(find_dois(value))
    if kind in ("date", "year", "received"):
        return len(value) < 200 and find_date(value) is not None
    if kind == "journal":
        name, _ = split_numbers(value)
        if label_kind(value) is not None:
            return False
        # Under its label a name may be in lower case.
        return len(value) < 160 and (clean_journal(name) is not None or is_name(name.title()))
    if kind in ("volume", "issue", "pages"):
        return len(value) < 60 and any(char.isdigit() for char in value)
    if kind in ("pmid", "pmcid"):
        return any(char.isdigit() for char in value[:20])
    if kind in ("title", "short_title"):
        # "title: date: 2015": a record whose title is empty.
        other = find_label(value) if ":" in value[:30] else None
        empty = other is not None and other.kind in FIELD_KINDS and bool(other.value)
        return 3 < len(value) < 500 and not empty
    return len(value) < 2000
