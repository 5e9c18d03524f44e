"""Dates amid lines that run together."""

from __future__ import annotations

from searcher.formats.page.kinds.dates import Day, find_date, may_have_year
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Facts, Place
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

# "Accepted: 30 March 2020; Published: 2 May 2020 Abstract: ..."
# "Publication Date | March 2013 | ..."
_STAMPED = lazy_pattern(
    r"(?:(?<!\w)[Pp]ublished(?: [Oo]nline| [Dd]ate| [Oo]n)?|(?<!\w)[Aa]vailable [Oo]nline"
    r"|[Pp]ublication (?P<label>[Dd]ate|[Yy]ear)|[Ii]ssue (?:[Dd]ate(?=\s?:))"
    r"|(?<!\w)[Ff]irst [Oo]nline)\s?[:|-]?\s"
    r"(?P<date>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8} (?:\d{1,2}, )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d(?:-\d\d)?"
    r"|\d\d?[/.]\d\d?[/.](?:19|20)\d\d|(?(label)(?:19|20)\d\d|(?!)))(?![\d-])"
)
# "Ward Letters 2012 ; 8 : 1144-9"
_CITED = lazy_pattern(
    r"(?<=[a-z.]\s)(?P<year>(?:19|20)\d\d)\s?;\s?\d{1,4}\s?(?:\([^()]{1,12}\)\s?)?:"
    r"\s?(?:[A-Za-z]{1,5}[. ]{0,2})?\d+"
)
_STAMPS = ("ublished", "nline", "ublication ", "ssue ")
_HELD = lazy_pattern(
    r"(?:©|\([cC]\)|Copyright)\s?((?:19|20)\d\d)(?!\d)(?=[.,]?\s(?:[A-Z]|by\b|the\b|van\b|de\b))"
)
LONGEST = 400
"""Characters of a line that is not one of several that run together."""

FLATTENED_HEAD = 6_000
"""Characters in which what runs together tells its own date, before it cites others."""


def read_flattened(facts: Facts, head: list[Place]) -> None:
    """The date behind its label, or the one year of the rights, amid lines that run together."""
    for place in head if facts.date is None else ():
        text = place.line.text[:FLATTENED_HEAD]
        if len(text) < LONGEST:
            continue
        if has_any(text, _STAMPS):
            found = _STAMPED.search(text)
            facts.put_date(
                find_date(found["date"]) if found else None, "stamped date", place.line, 0.6
            )
        years = set(_HELD.findall(text))
        if len(years) == 1:
            facts.put_date(Day(int(years.pop())), "rights amid a line", place.line, 0.5)


def read_amid(facts: Facts, lines: list[Line]) -> None:
    """The year of the one citation amid lines that run together, where no other is told."""
    cited: dict[str, tuple[str, Line]] = {}
    for line in lines if facts.date is None else ():
        if len(line.text) >= LONGEST and may_have_year(line.text):
            for found in _CITED.finditer(line.text[:FLATTENED_HEAD]):
                cited["".join(found[0].split())] = (found["year"], line)
    if len(cited) == 1:
        ((year, line),) = cited.values()
        facts.put_date(Day(int(year)), "citation amid the text", line, 0.4)
