"""Dates and spans of dates, as PubMed and people write them, to ranges."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from searcher import schema
from searcher.lazy import lazy_pattern
from searcher.query import tree

Warn: TypeAlias = Callable[[str], None]

_DATE = r"\d{4}(?:[/-]\d{1,2}(?:[/-]\d{1,2})?)?"
_YEAR = r"(?:1[5-9]|2[01])\d\d(?:[/-]\d\d?(?:[/-]\d\d?)?)?"
_BARE_RANGE = lazy_pattern(rf"({_YEAR})\.\.({_YEAR})?|\.\.({_YEAR})")
_BARE_COMPARED = lazy_pattern(rf"([<>]=|[≥≤])({_YEAR})")
_RANGE = lazy_pattern(rf"({_DATE})?\s*(?:\.\.|:|\s-\s|–|—|\sto\s)\s*({_DATE})?")
_YEARS = lazy_pattern(r"(\d{4})-(\d{4})")
_LAST = lazy_pattern(r"last (\d{1,4}) (year|month|day)s?", re.IGNORECASE)
_SPAN = lazy_pattern(rf"{_YEAR}:{_YEAR}")
_ONE_DATE = lazy_pattern(_DATE)
_COMPARED = lazy_pattern(rf"([<>]=?|[≥≤])\s*({_DATE})")


def is_span(text: str) -> bool:
    """Whether a word looks like two years with a colon between them."""
    return _SPAN.fullmatch(text) is not None


def bare(text: str, warn: Warn) -> tree.Range | None:
    """A range of years that needs no field: 2012..2021, 2015.., ..2015, >=2015."""
    if found := _BARE_RANGE.fullmatch(text):
        ends = tree.Range(found.group(1), found.group(2) or found.group(3), "date")
        return _checked(ends, warn)
    if found := _BARE_COMPARED.fullmatch(text):
        return _compared(found.group(1), found.group(2), "date")
    return None


def span(text: str, field: str, warn: Warn) -> tree.Range | None:
    """The range that a date or a span of dates stands for; None when it is not one."""
    text = text.strip(" ,;")
    if found := _LAST.fullmatch(text):
        return _last(int(found.group(1)), found.group(2).lower(), field)
    if found := _COMPARED.fullmatch(text):
        return _compared(found.group(1), found.group(2), field)
    if _ONE_DATE.fullmatch(text) and not _YEARS.fullmatch(text):
        return _checked(tree.Range(text, text, field), warn)
    found = _YEARS.fullmatch(text) or _RANGE.fullmatch(text)
    if found and (found.group(1) or found.group(2)):
        return _checked(tree.Range(found.group(1), found.group(2), field), warn)
    return None


def _last(number: int, unit: str, field: str) -> tree.Range:
    """PubMed's relative dates, counted back from today."""
    import datetime  # not needed by most queries

    today = datetime.date.today()
    months = number * {"year": 12, "month": 1}.get(unit, 0)
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if unit == "day":
        start = today - datetime.timedelta(days=min(number, 700_000))
        return tree.Range(start.strftime("%Y/%m/%d"), None, field)
    return tree.Range(f"{max(year, 1):04}/{month + 1:02}/{today.day:02}", None, field)


def _compared(sign: str, text: str, field: str) -> tree.Range:
    number = schema.date_number(text)
    if sign == ">":
        return tree.Range(_neighbour(number, 1), None, field)
    if sign == "<":
        return tree.Range(None, _neighbour(number, -1), field)
    return tree.Range(text, None, field) if sign in (">=", "≥") else tree.Range(None, text, field)


def _neighbour(number: int, step: int) -> str:
    """The year, month or day before or after; days and months need not exist in the calendar."""
    year, month, day = number // 10000, number // 100 % 100, number % 100
    if day:
        day += step
        if day < 1 or day > 31:
            month, day = month + step, 1 if step > 0 else 31
    elif month:
        month += step
    else:
        year += step
    if (month or day) and not 1 <= month <= 12:
        year, month = year + step, 1 if step > 0 else 12
    return "/".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _checked(found: tree.Range, warn: Warn) -> tree.Range | None:
    low, high = (schema.date_number(each) if each else 0 for each in (found.low, found.high))
    if any(number // 100 % 100 > 12 or number % 100 > 31 for number in (low, high)):
        return None
    if found.low and found.high and low > high and not found.low.startswith(found.high):
        warn(f"the dates {found.low} to {found.high} were turned round")
        return tree.Range(found.high, found.low, found.field)
    return found
