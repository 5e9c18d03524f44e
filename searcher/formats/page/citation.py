"""Citations: journal, date, volume, issue and pages out of one line, in all the usual forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from searcher.formats.page.dates import Day, find_date, make_day, month_number
from searcher.formats.page.journals import clean_journal, journal_before, names_a_journal
from searcher.formats.page.people import read_names
from searcher.formats.page.prose import is_address

MAX_CITATION = 900
"""Characters of a line in which a citation is looked for."""

_Y = r"(?P<year>(?:18|19|20)\d\d)"
_MON = r"(?P<month>[^\W\d_]{3,12})\.?(?:\s?[-–/]\s?[^\W\d_]{3,12}\.?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_SUPPL = r"(?:\s?(?:Suppl|S)\.?(?:\s?\d{1,2})?(?!\w))"
_Y2, _MON2, _DAY2 = (part.replace(">", "2>", 1) for part in (_Y, _MON, _DAY))
_V = rf"(?P<volume>[A-Z]{{0,2}}\d{{1,4}}[A-Z]?{_SUPPL}?(?:[-–]\d{{1,4}})?)"
_I = r"\s?\(\s?(?P<issue>[^()]{1,40}?)\s?\)"
_END = r"(?:\s?[-–—‐‑−]{1,2}\s?[A-Za-z]{0,3}\d+[a-z]?(?!\w))?(?:,\s[ivxlc]+\b)?"
_P = (
    r"(?:(?:pp?|[Pp]ages?|S\.|[Aa]rt(?:icle)?\.?(?: ?(?:no|id|number)\.?)?:?)\.?\s?)?"
    r"(?P<pages>(?:[A-Za-z]{1,6}[.-]?)?\d[\w.]*(?<!\.)" + _END + ")"
)

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # J Abbrev. 2021 Oct 22;14(3):1548-54    J Abbrev 2019; 119(05): 712-720
        (
            "year;volume",
            rf"(?<!\d){_Y}(?:,?\s{_MON}(?:\s{_DAY})?)?\s?;\s?{_V}(?:{_I})?(?:(?:\s?[:,]\s?"
            rf"|\s){_P})?",
        ),
        # J Abbrev. 2024 Nov 26:2024:4835223     J Abbrev. 2021 Jan 5:bcr2020123
        ("year:volume", rf"(?<!\d){_Y}(?:\s{_MON}(?:\s{_DAY})?)?\s?:\s?{_V}(?:{_I})?\s?:\s?{_P}"),
        ("year:pages", rf"(?<!\d){_Y}\s{_MON}(?:\s{_DAY})?:{_P}"),
        # Home Care Medicine, 2019, v. 8, n. 2, p. 77-84
        (
            "year, v. n. p.",
            rf"(?<=,\s){_Y},\s(?:v|vol)\.\s?{_V}(?:,\s(?:n|no"
            rf"|iss)\.\s?(?P<issue>[\w-]+))?(?:,\s{_P})?",
        ),
        # Clinical Journal, 27 Jul 2016, 4(3):211-214
        (
            "date,volume",
            rf"(?<=,\s)(?:{_DAY}\s)?{_MON}\s{_Y},\s{_V}(?:{_I})?\s?:\s?{_P}",
        ),
        # Clinical Journal 2012, 2:23            Medicines 2020, 7(10), 62
        ("year,volume", rf"(?<!\d){_Y}\s?[,.]?\s{_V}(?:{_I})?\s?[:,]\s?{_P}"),
        # World Journal of Surgery20105:20
        ("glued", r"(?<=[a-z)])(?P<year>(?:19|20)\d\d)(?P<volume>\d{1,3}):(?P<pages>\d+)"),
        # Case Rep Oncol (2021) 14 (3): 1548-1554
        ("(year)volume", rf"\({_Y}\),?\s?{_V}(?:\s?{_I})?\s?[:,]\s?{_P}"),
        # Journal 38, no. 10 (April 01, 2020): 1042-1052      Journal 12.3 (2020): 123-130
        (
            "volume(year)pages",
            rf"(?<![\d.])(?:vol\.?\s)?{_V}(?:\.(?P<issue>\d+)|,?\s(?:no|issue"
            rf"|iss)\.?\s(?P<issue2>[\w-]+))?"
            rf"\s?\((?:{_MON}\s)?(?:{_DAY},?\s)?{_Y}\)\s?:?\s?{_P}",
        ),
        # Journal Vol. 21 (1) 2008: pp. 33-39     Journal Vol. 5, No. 2, 2010, pp. 33-39
        (
            "vol. year pages",
            rf"\b[Vv]ol(?:ume)?\.?\s?{_V}"
            rf"(?:{_I}|[,;]?\s(?:[Nn]o|[Ii]ss(?:ue)?)\.?\s?(?P<issue2>[\w-]+))?"
            rf"[,;:]?\s\(?(?:{_MON},?\s)?{_Y}\)?\s?[:,;]?\s{_P}",
        ),
        # Nature 580, 123-128 (2020)             Journal volume 20, Article number: 123 (2020)
        (
            "volume,pages(year)",
            rf"(?<![\d.])(?:[Vv]ol(?:ume|\.)?\s)?{_V}(?:{_I})?,\s?{_P}\s?\((?:{_MON}\s)?{_Y}\)",
        ),
        # Case Rep Oncol, 14(3):1548-1554, 22 Oct 2021        Journal 34(5):p 123-130, May 2020
        (
            "volume:pages,date",
            rf"(?<![\d.]){_V}(?:{_I})?\s?:\s?{_P},\s(?:{_DAY}\s)?(?:{_MON},?\s)?(?:(?P<day2>\d{{1,"
            rf"2}}),?\s)?{_Y}",
        ),
        # Rev Bras Med vol.12 no.3 Sao Paulo May/June 2012
        (
            "vol. no. date",
            rf"\bvol\.\s?{_V}\s(?:(?:n[oº°]?|num|issue|suppl)\.?\s?(?P<issue>[\w-]+)\s)"
            rf"(?:[^\d]{{0,40}}?\s)??(?:{_MON}\s)?{_Y}",
        ),
    )
)
# Forms whose year stands earlier, after the authors: "Smith J (2020) Title. Journal 15(3): e1".
_LATE = re.compile(rf"(?<=[\w.)])(?:,\s?|\s)(?:[Vv]ol(?:ume|\.)?\s?)?{_V}(?:{_I})\s?[:,]\s?{_P}")
_LATE_PLAIN = re.compile(rf"(?<=[\w.)])(?:,\s?|\s){_V}(?::\s?|,\s){_P}(?=[.,;\s]|$)")
_AUTHOR_YEAR = re.compile(
    rf"\((?:{_MON}\s)?(?:{_DAY},?\s)?{_Y}[a-z]?(?:,\s{_MON2}(?:\s{_DAY2})?)?\)"
    rf"|(?<=[.,])\s{_Y2}[a-z]?\.(?=\s)"
)
# J Abbrev. 2021 Oct 22. doi: ...      JAMA. Published online May 5, 2021.
_AHEAD = re.compile(
    r"(?<=[\w)])\.\s(?:(?P<online>Published online:?\s[^.]{6,25})"
    rf"|{_Y}\s{_MON}(?:\s{_DAY})?)(?:[.;]|$)"
)
# Front. Immunol., 25 May 2023
_DATED = re.compile(
    r"^(?P<journal>[^\d:;|()]{3,100}?)(?:,\s|\s(?=\())\(?"
    rf"(?P<date>(?:{_DAY}\s{_MON}|{_MON2}(?:\s{_DAY2},?)?)\s{_Y})\)?$"
)
# Cardiology in Small Hospitals, 2014
_YEARED = re.compile(
    rf"^(?P<journal>[^\d:;|(),]{{3,100}}?)(?:,\s|,?\s(?P<label>Year|Ann[ée]e|Año|Ano"
    rf"|Jahr)\s?:\s?){_Y}\.?$"
)
# K Rahimi, P Duval - Rheumatic Disease Letters, 2013 - Example Press
_SCHOLAR = re.compile(
    rf"^(?P<names>[^–]{{4,200}}?)\s[-–]\s(?P<journal>[^\d–]{{3,90}}?),\s{_Y}(?:\s[-–]\s|$)"
)
# Case Studies 153(11):1162-1165, where the date stands on another line
_UNDATED = re.compile(rf"(?<=[\w.)])(?:,\s?|\s){_V}(?:{_I})\s?:\s?{_P}\.?$")
# October 2021 Case Reports in Oncology 14(3):1548-1554
_DATE_FIRST = re.compile(rf"^{_MON}\s{_Y}\s?(?:[·•|-]\s)?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Citation:
    """What one citation says; `start` is where its numbers begin in the line, `head` the text
    before its journal (authors and title, in full citations)."""

    rule: str
    journal: str | None
    date: Day | None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    head: str = ""
    start: int = 0


@lru_cache(maxsize=512)
def find_citation(text: str) -> Citation | None:
    """The citation that a line holds, or None."""
    text = text[:MAX_CITATION]
    if not _has_year(text):
        return None
    for name, pattern in _FORMS:
        for found in pattern.finditer(text):
            citation = _citation(name, text, found)
            if citation:
                return citation
    return _late(text) or _ahead(text) or _date_first(text)


@lru_cache(maxsize=512)
def find_undated(text: str) -> Citation | None:
    """A whole line of journal, volume, issue and pages, without any year."""
    found = _UNDATED.search(text) if len(text) < 200 else None
    journal = clean_journal(text[: found.start()]) if found else None
    if not found or journal is None:
        return None
    issue, pages = _plain(found["issue"]), expand_pages(found["pages"])
    return Citation("journal volume:pages", journal, None, found["volume"], issue, pages)


def _has_year(text: str) -> bool:
    return "20" in text or "19" in text or "18" in text


def _citation(name: str, text: str, found: re.Match[str]) -> Citation | None:
    part = found.groupdict()
    if part.get("month") and not _is_month(part["month"]):
        return None
    journal, head = journal_before(text, found.start())
    return Citation(
        rule=name,
        journal=journal,
        date=make_day(part["year"], part.get("month"), part.get("day") or part.get("day2")),
        volume=_plain(part.get("volume")),
        issue=_plain(part.get("issue") or part.get("issue2")),
        pages=expand_pages(part.get("pages")),
        head=head,
        start=found.start(),
    )


def _late(text: str) -> Citation | None:
    year = _AUTHOR_YEAR.search(text)
    if year is None:
        return None
    found = None
    for pattern in (_LATE, _LATE_PLAIN):
        for found in _last(pattern, text, year.end()):
            journal, head = journal_before(text, found.start())
            if journal and len(head) >= year.end() - 2:
                part = year.groupdict()
                return Citation(
                    rule="(year) volume:pages",
                    journal=journal,
                    date=make_day(
                        part["year"] or part["year2"],
                        part["month"] or part["month2"],
                        part["day"] or part["day2"],
                    ),
                    volume=_plain(found["volume"]),
                    issue=_plain(found.groupdict().get("issue")),
                    pages=expand_pages(found["pages"]),
                    head=head,
                    start=found.start(),
                )
    return None


def _last(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    return iter(list(pattern.finditer(text, start))[::-1])


def _ahead(text: str) -> Citation | None:
    dated = _DATED.match(text)
    if dated:
        journal = clean_journal(dated["journal"])
        day = find_date(dated["date"])
        month = dated["month"] or dated["month2"]
        if journal and day and month_number(month):
            return Citation("journal, date", journal, day, start=dated.end("journal"))
    listed = _SCHOLAR.match(text)
    if listed and read_names(listed["names"]):
        journal = clean_journal(listed["journal"])
        if journal:
            start = listed.start("year")
            return Citation("names - journal, year", journal, make_day(listed["year"]), start=start)
    yeared = _YEARED.match(text)
    if yeared and (yeared["label"] or _is_telling(yeared["journal"])):
        journal = clean_journal(yeared["journal"])
        if journal:
            start = yeared.start("year")
            return Citation("journal, year", journal, make_day(yeared["year"]), start=start)
    found = _AHEAD.search(text)
    if found is None:
        return None
    if found["online"]:
        date = find_date(found["online"])
    elif _is_month(found["month"]):
        date = make_day(found["year"], found["month"], found["day"])
    else:
        return None
    journal, head = journal_before(text, found.start() + 1)
    if journal is None or date is None:
        return None
    return Citation("journal. date", journal, date, head=head, start=found.start())


def _is_telling(name: str) -> bool:
    """Whether a name before a bare year is a journal's and not that of a place or a meeting."""
    return names_a_journal(name) or (name.count(" ") >= 2 and not is_address(name))


def _date_first(text: str) -> Citation | None:
    opening = _DATE_FIRST.match(text)
    if opening is None or not _is_month(opening["month"]):
        return None
    found = _LATE.search(text, opening.end())
    if found is None:
        return None
    journal = clean_journal(text[opening.end() : found.start()])
    if journal is None:
        return None
    date = make_day(opening["year"], opening["month"])
    issue, pages = _plain(found["issue"]), expand_pages(found["pages"])
    return Citation("date journal", journal, date, found["volume"], issue, pages)


def _is_month(word: str) -> bool:
    seasons = ("spring", "summer", "autumn", "fall", "winter", "suppl")
    return month_number(word) is not None or word.lower() in seasons


def _plain(value: str | None) -> str | None:
    return " ".join(value.split()).strip(" .,") or None if value else None


def expand_pages(pages: str | None) -> str | None:
    """A page range with a plain hyphen and its last page in full: "785-7" is "785-787"."""
    if not pages:
        return None
    pages = re.sub(r"\s?[-–—‐‑−]{1,2}\s?", "-", pages.strip(" .,;:")).replace("- ", "-")
    pages = pages.split(", ")[0]
    found = re.fullmatch(r"([A-Za-z]*)(\d+)-(\d+)", pages)
    if found and len(found[3]) < len(found[2]):
        last = found[2][: len(found[2]) - len(found[3])] + found[3]
        if int(last) >= int(found[2]):
            return f"{found[1]}{found[2]}-{found[1]}{last}"
    return pages
