"""Citations: journal, date, volume, issue and pages out of one line, in all the usual forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from searcher.formats.page.citation.forms import BARE, FORMS, ONLINE, YEAR
from searcher.formats.page.citation.journals import journal_before
from searcher.formats.page.citation.names import names_a_journal, says_it_is_a_journal
from searcher.formats.page.citation.other_forms import (
    AHEAD,
    AUTHOR_YEAR,
    DATED,
    LATE,
    LATE_DOI,
    LATE_PLAIN,
    LATE_PP,
    SCHOLAR,
    UNDATED,
    UNDATED_HEART,
    YEAR_FIRST,
    YEARED,
)
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.dates import Day, find_date, make_day, may_have_year, month_number
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import has_any

MAX_CITATION = 900
"""Characters of a line in which a citation is looked for."""

MAX_TRIES = 8
"""Places of a line at which one form is tried."""

_SHORT_TITLE = 25  # characters

LONGEST_DATE = 20
"""Characters of a date that begins with its year at most."""

# "J Wards [Internet]. 2020 Mar 3 [cited 2022 Jul 7];12(1):11-8"
_READ_ON = re.compile(
    r"\s?\[(?:internet|serial online|online|(?:cited|citado|cit[ée]|accessed|acesso|zitiert"
    r"|consult)[^\[\]]{0,40})\]",
    re.IGNORECASE,
)
_DOI_END = re.compile(
    r"(?:[.;,]?\s*(?:https?://(?:dx\.)?doi\.org/|doi[:/]\s?)10\.\S+)+$", re.IGNORECASE
)
# "March 2019Ward Letters 12(3):1-9": the blank behind the date is lost.
_GLUED_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d\d(?=[A-Z])")
_DASH = re.compile(r"\s?[-–—‐‑−]{1,2}\s?")
_RANGE = re.compile(r"([A-Za-z]*)(\d+)-(\d+)")
_NUMBERS = re.compile(r"[0-9][^0-9]+[0-9]")
_MEETING = re.compile(r"\d\s?[-–]\s?\d{1,2}(?:,| [A-Z])")


class Citation(NamedTuple):
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


@lru_cache(maxsize=CACHED)
def find_citation(text: str) -> Citation | None:
    """The citation that a line holds, or None."""
    text = text[:MAX_CITATION]
    if "[" in text:
        text = _READ_ON.sub("", text)
    if not may_have_year(text) or not YEAR.search(text):
        return _of_doi(text)
    numbered = _NUMBERS.search(text) or has_any(text, (";", "xx"))
    forms = [form for form in FORMS if form[1] in text] if numbered else []
    for name, _, heart, pattern in forms:
        if heart is not None and not heart.search(text):
            continue
        start = 0
        for _ in range(MAX_TRIES):
            found = pattern.search(text, start)
            if found is None:
                break
            if citation := _citation(name, text, found):
                return citation
            # "Weekly / January 12": the month may be the second word.
            start = found.start() + 1
    return _late(text) or _ahead(text) or _year_first(text) or _of_doi(text)


def find_undated(text: str) -> Citation | None:
    """A whole line of journal, volume, issue and pages, without any year."""
    told = ":" in text or ")" in text
    if len(text) >= 400 or not told or not UNDATED_HEART.search(text):
        return None
    text = _DOI_END.sub("", text) if "10." in text else text
    glued = _GLUED_DATE.match(text) if may_have_year(text[:LONGEST_DATE]) else None
    text = text[glued.end() :] if glued else text
    found = UNDATED.search(text)
    journal = journal_before(text, found.start())[0] if found else None
    if not found or journal is None:
        return None
    issue, pages = _plain(found["issue"]), expand_pages(found["pages"])
    date = find_date(glued[0]) if glued else None
    return Citation("journal volume:pages", journal, date, found["volume"], issue, pages)


def _citation(name: str, text: str, found: re.Match[str]) -> Citation | None:
    part = found.groupdict()
    month = _first(part, "month", "month2", "month3", "month4", "month5")
    if month and not _is_month(month):
        return None
    journal, head = journal_before(text, found.start())
    if name in (ONLINE, BARE) and journal is None:
        return None
    return Citation(
        rule=name,
        journal=journal,
        date=make_day(part["year"], month, _first(part, "day", "day2", "day3")),
        volume=_plain(part.get("volume")),
        issue=_plain(_first(part, "issue", "issue2")),
        pages=expand_pages(part.get("pages")),
        head=head,
        start=found.start(),
    )


def _first(part: dict[str, str | None], *names: str) -> str | None:
    """The first of these groups that has matched; not every form has all."""
    return next((value for name in names if (value := part.get(name))), None)


def _late(text: str) -> Citation | None:
    year = AUTHOR_YEAR.search(text)
    if year is None:
        return None
    found = None
    # "(2013) Ward Journal, 12 (3), pp. 23-31."
    opens = year.end() if not year.start() else 0
    for pattern in (LATE, LATE_PP, LATE_PLAIN):
        for found in _last(pattern, text, year.end()):
            journal, head = journal_before(text[opens:], found.start() - opens)
            if journal:
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
                    issue=_plain(_first(found.groupdict(), "issue", "issue2")),
                    pages=expand_pages(found["pages"]),
                    head=head,
                    start=found.start(),
                )
    found = LATE_DOI.search(text, year.end())
    journal, head = journal_before(text, found.start()) if found else (None, "")
    if found is None or journal is None:
        return None
    if names_a_journal(journal) or _is_full(text, year, head):
        part = year.groupdict()
        date = make_day(part["year"] or part["year2"], part["month"] or part["month2"])
        return Citation("(year) journal, DOI", journal, date, head=head, start=found.start())
    return None


def _is_full(text: str, year: re.Match[str], head: str) -> bool:
    """Whether names stand before the year, and a title between it and the journal."""
    names = read_names(text[: year.start()].rstrip(" (.,"))
    return bool(names) and len(head) > year.end() + _SHORT_TITLE


def _of_doi(text: str) -> Citation | None:
    """Authors, title, journal and DOI, of an article that has no volume yet."""
    told = ". " in text and has_any(text, ("doi", "DOI", "Doi"))
    found = LATE_DOI.search(text) if told else None
    journal, head = journal_before(text, found.start()) if found else (None, "")
    if found is None or journal is None or not read_names(head.split(". ")[0]):
        return None
    return Citation("journal. DOI", journal, None, head=head, start=found.start())


def _last(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    return iter(list(pattern.finditer(text, start))[::-1])


def _ahead(text: str) -> Citation | None:
    ends_dated = may_have_year(text[-LONGEST_DATE:])
    dated = DATED.match(text) if ends_dated else None
    if dated:
        journal = clean_journal(dated["journal"])
        day = find_date(dated["date"] or dated["date2"])
        month = dated["month"] or dated["month2"] or dated["month3"]
        if day and _MEETING.search(text) and " " not in (journal or ""):
            # A place and the days of a meeting: a date, but no journal.
            return Citation("place, days", None, day, start=dated.end("journal"))
        signed = dated["sign"] and not names_a_journal(journal or "")
        if journal and day and month_number(month) and not signed:
            return Citation("journal, date", journal, day, start=dated.end("journal"))
    listed = SCHOLAR.match(text) if has_any(text, (" - ", " – ")) else None
    if listed and read_names(listed["names"]):
        journal = clean_journal(listed["journal"])
        if journal:
            start = listed.start("year")
            return Citation("names - journal, year", journal, make_day(listed["year"]), start=start)
    yeared = YEARED.match(text) if ends_dated else None
    if yeared and _is_telling(yeared):
        journal = clean_journal(yeared["journal"])
        if journal:
            start = yeared.start("year")
            return Citation("journal, year", journal, make_day(yeared["year"]), start=start)
    found = AHEAD.search(text)
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


def _is_telling(yeared: re.Match[str]) -> bool:
    """Whether a name before a bare year is a journal's, not that of a place, a meeting or a label
    ("Start Year: 2001")."""
    name = yeared["journal"]
    if yeared["space"]:
        return says_it_is_a_journal(name)
    if names_a_journal(name):
        return True
    if yeared["label"]:
        return " " in name.strip()
    # A title or a congress may have its year in brackets as well.
    return not yeared["bracket"] and name.count(" ") >= 2 and not is_address(name)


def _year_first(text: str) -> Citation | None:
    listed = YEAR_FIRST.match(text)
    if listed and (journal := clean_journal(listed["journal"])):
        date, pages = make_day(listed["year"]), expand_pages(listed["pages"])
        return Citation("year, journal", journal, date, issue=listed["issue"], pages=pages)
    return None


def _is_month(word: str) -> bool:
    seasons = ("spring", "summer", "autumn", "fall", "winter", "suppl")
    return month_number(word) is not None or word.lower() in seasons


def _plain(value: str | None) -> str | None:
    return " ".join(value.split()).strip(" .,") or None if value else None


def expand_pages(pages: str | None) -> str | None:
    """A page range with a plain hyphen and its last page in full: "785-7" is "785-787"."""
    if not pages:
        return None
    pages = _DASH.sub("-", pages.strip(" .,;:")).replace("- ", "-")
    pages = pages.split(", ")[0]
    found = _RANGE.fullmatch(pages)
    if found and len(found[3]) < len(found[2]):
        last = found[2][: len(found[2]) - len(found[3])] + found[3]
        if int(last) >= int(found[2]):
            return f"{found[1]}{found[2]}-{found[1]}{last}"
    return pages
