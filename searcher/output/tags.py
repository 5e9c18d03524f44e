"""What the tagged citation formats have in common: a record's values, fit for one line each."""

from __future__ import annotations

from searcher.output.printable import printable
from searcher.record import Record

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def one_line(text: str | None) -> str:
    """The text with nothing but single spaces between its words."""
    return " ".join(printable(text).split()) if text else ""


def lines(text: str | None) -> list[str]:
    """The lines of an abstract, one for each of its sections."""
    return [line for line in map(one_line, (text or "").split("\n")) if line]


def date_parts(record: Record) -> tuple[str, str, str]:
    """Year, month and day as digits; "" for what is not known."""
    parts = one_line(record.date or str(record.year or "")).split("-")
    year, month, day = [*parts, "", ""][:3]
    return year, month, day


def month_name(month: str) -> str:
    """ "Oct" for "10"; "" for what is no month."""
    return MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= 12 else ""


def page_ends(pages: str | None) -> tuple[str, str]:
    """First and last page; all of it as first where it is not simply two."""
    text = one_line(pages)
    first, dash, last = text.partition("-")
    simple = dash and first and last and first != last and " " not in text and "-" not in last
    return (first, last) if simple else (text, "")
