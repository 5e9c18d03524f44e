"""Dates as pages write them, in the months of several languages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

from searcher.formats.page.kinds.sentences import CACHED
from searcher.lazy import lazy_pattern

_MONTHS = {
    1: "jan,january,januar,janvier,janv,enero,ene,janeiro,gennaio,gen,ocak,января,"
    "січня,stycznia,januari",
    2: "feb,february,februar,fevrier,fevr,fev,febrero,fevereiro,febbraio,subat,февраля,"
    "лютого,lutego,februari",
    3: "mar,march,marz,mars,marzo,marco,mart,марта,березня,marca,maart",
    4: "apr,april,avril,avr,abril,abr,aprile,nisan,апреля,квітня,kwietnia",
    5: "may,mai,mayo,maio,maggio,mag,mayis,мая,травня,maja,mei",
    6: "jun,june,juni,juin,junio,junho,giugno,giu,haziran,июня,червня,czerwca",
    7: "jul,july,juli,juillet,juil,julio,julho,luglio,lug,temmuz,июля,липня,lipca",
    8: "aug,august,aout,agosto,ago,agustos,августа,серпня,sierpnia,augustus",
    9: "sep,sept,september,septembre,septiembre,setiembre,setembro,set,settembre,eylul,"
    "сентября,вересня,wrzesnia",
    10: "oct,october,oktober,okt,octobre,octubre,outubro,out,ottobre,ott,ekim,"
    "октября,жовтня,pazdziernika",
    11: "nov,november,novembre,noviembre,novembro,kasim,ноября,листопада,listopada",
    12: "dec,december,dezember,dez,decembre,diciembre,dic,dezembro,dicembre,aralik,"
    "декабря,грудня,grudnia",
}
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split(",")}

ENGLISH_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
"""A month in English, whole or short, as a pattern."""

_WORD = r"([^\W\d_]{3,12})\.?"
_WHOLE_WORD = r"([^\W\d_](?<![^\W\d_].)[^\W\d_]{2,11})\.?"
YEAR = lazy_pattern(r"(?:19|20)(?<!\w..)\d\d\b")
"""Any number that can be the year of an article."""

_YEAR = r"((?:18|19|20)\d\d)"
# Not in "10.1000/j.wards.2018.01.002".
_ISO = lazy_pattern(rf"(?<!\d)(?<![a-z]\.){_YEAR}[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}))?(?!\d)")
_DAY_FIRST = lazy_pattern(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s|-)(?:de\s)?{_WORD}(?:,?\s"
    rf"|-)(?:de\s)?{_YEAR}(?!\d)"
)
_MONTH_FIRST = lazy_pattern(
    rf"{_WHOLE_WORD}\s(\d{{1,2}})(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?,?\s{_YEAR}(?!\d)"
)
_YEAR_FIRST = lazy_pattern(
    rf"(?<!\d){_YEAR},?\s{_WORD}(?:[-–/][^\W\d_]{{3,9}}\.?)?(?:\s(\d{{1,2}})(?!\d))?"
)
_MONTH_YEAR = lazy_pattern(
    rf"{_WHOLE_WORD}(?:[-–/ ][^\W\d_]{{3,9}}\.?)?(?:,?\s|-)(?:de\s)?{_YEAR}(?!\d)"
)
_SLASHED = lazy_pattern(rf"(?<![\d/])(\d{{1,2}})[-/.](\d{{1,2}})[-/.]{_YEAR}(?!\d)")
# "11-2014"; "3-2014" where nothing else is said, which could be of a volume
_NUMBERED_MONTH = lazy_pattern(rf"(?<![\d-])(0[1-9]|1[0-2]|(?<!.)[1-9](?=-....$))-{_YEAR}(?![\d-])")
_BARE = lazy_pattern(rf"(?<![\d.-]){_YEAR}(?![\d-])")


class Day(NamedTuple):
    """A date as precise as its source: month and day may be missing."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def refines(self, other: Day) -> bool:
        """Whether this is the other date, said more precisely."""
        if self.year != other.year or self.month is None:
            return False
        return other.month is None or (other.month == self.month and other.day is None)


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or abbreviation in any of the known languages."""
    word = word.lower().rstrip(".")
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
        word = "".join(filterfalse(unicodedata.combining, word))
    return MONTHS.get(word)


def may_have_year(text: str) -> bool:
    """Whether a text has the figures with which years begin, which is told in a third of the time
    that a pattern takes."""
    return "20" in text or "19" in text or "18" in text


@lru_cache(maxsize=CACHED)
def find_date(text: str) -> Day | None:
    """The first date in a short text, in any of the usual orders; a year alone is a date."""
    text = text[:300]
    if not may_have_year(text):
        return None
    return (
        _worded(_DAY_FIRST, text, (3, 2, 1))
        or _worded(_MONTH_FIRST, text, (3, 1, 2))
        or _worded(_YEAR_FIRST, text, (1, 2, 3))
        or _numbered(text)
        or _worded(_MONTH_YEAR, text, (2, 1, 0))
        or _year_alone(text)
    )


def make_day(year: str, month: str | None = None, day: str | None = None) -> Day:
    """A date out of its written parts; parts that make no sense are left out."""
    number = month_number(month) if month else None
    return _valid(int(year), number, int(day) if number and day else None)


def _valid(year: int, month: int | None, day: int | None) -> Day:
    if month is None or not 1 <= month <= 12:
        return Day(year)
    return Day(year, month, day if day and 1 <= day <= 31 else None)


def _worded(pattern: re.Pattern[str], text: str, order: tuple[int, int, int]) -> Day | None:
    for found in pattern.finditer(text):
        year, month, day = (found[group] if group else None for group in order)
        if year and month and month_number(month):
            return make_day(year, month, day)
    return None


def _numbered(text: str) -> Day | None:
    found = _ISO.search(text)
    if found and 1 <= int(found[2]) <= 12:
        return _valid(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _NUMBERED_MONTH.search(text):
        return _valid(int(found[2]), int(found[1]), None)
    found = _SLASHED.search(text)
    if found:
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            return _valid(int(found[3]), second, first)
        if second > 12 >= first:
            return _valid(int(found[3]), first, second)
        # Day and month could be either way round: only the year is certain.
        return Day(int(found[3]))
    return None


def _year_alone(text: str) -> Day | None:
    found = _BARE.search(text)
    return Day(int(found[1])) if found else None
