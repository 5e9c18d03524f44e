"""Citations without numbers: of an article that has no volume, or not yet."""

from __future__ import annotations

import re

from searcher.formats.page.citation.journals import journal_before
from searcher.formats.page.citation.names import names_a_journal, says_it_is_a_journal
from searcher.formats.page.citation.other_forms import (
    AHEAD,
    DATED,
    LATE_DOI,
    SCHOLAR,
    YEAR_FIRST,
    YEARED,
)
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.citation.values import Citation, expand_pages, is_month
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.dates import find_date, make_day, may_have_year, month_number
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

LONGEST_DATE = 20
"""Characters of a date that begins with its year at most."""

_MEETING = lazy_pattern(r"\d\s?[-–]\s?\d{1,2}(?:,| [A-Z])")


def find_doi_citation(text: str) -> Citation | None:
    """Authors, title, journal and DOI, of an article that has no volume yet."""
    told = ". " in text and has_any(text, ("doi", "DOI", "Doi"))
    found = LATE_DOI.search(text) if told else None
    journal, head = journal_before(text, found.start()) if found else (None, "")
    if found is None or journal is None or not read_names(head.split(". ")[0]):
        return None
    return Citation("journal. DOI", journal, None, head=head, start=found.start())


def find_ahead(text: str) -> Citation | None:
    """A citation of an article that has no volume, or not yet."""
    ends_dated = may_have_year(text[-LONGEST_DATE:])
    if ends_dated and (cited := _dated(text)):
        return cited
    if has_any(text, (" - ", " – ")) and (cited := _listed(text)):
        return cited
    if ends_dated and (cited := _yeared(text)):
        return cited
    return _published_ahead(text)


def _dated(text: str) -> Citation | None:
    """A journal and the date of its issue: "Ward Letters, March 2019"."""
    dated = DATED.match(text)
    if dated is None:
        return None
    journal = clean_journal(dated["journal"])
    day = find_date(dated["date"] or dated["date2"])
    month = dated["month"] or dated["month2"] or dated["month3"]
    if day and _MEETING.search(text) and " " not in (journal or ""):
        # A place and the days of a meeting: a date, but no journal.
        return Citation("place, days", None, day, start=dated.end("journal"))
    signed = dated["sign"] and not names_a_journal(journal or "")
    if journal and day and month_number(month) and not signed:
        return Citation("journal, date", journal, day, start=dated.end("journal"))
    return None


def _listed(text: str) -> Citation | None:
    """A journal and its year behind the authors, as lists of results have them."""
    listed = SCHOLAR.match(text)
    journal = clean_journal(listed["journal"]) if listed and read_names(listed["names"]) else None
    if listed is None or journal is None:
        return None
    start, date = listed.start("year"), make_day(listed["year"])
    return Citation("names - journal, year", journal, date, start=start)


def _yeared(text: str) -> Citation | None:
    """A journal and its year alone."""
    yeared = YEARED.match(text)
    journal = clean_journal(yeared["journal"]) if yeared and _is_telling(yeared) else None
    if yeared is None or journal is None:
        return None
    start = yeared.start("year")
    return Citation("journal, year", journal, make_day(yeared["year"]), start=start)


def _published_ahead(text: str) -> Citation | None:
    """A journal and the day on which it had the article online."""
    found = AHEAD.search(text)
    if found is None:
        return None
    if found["online"]:
        date = find_date(found["online"])
    elif is_month(found["month"]):
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


def find_year_first(text: str) -> Citation | None:
    listed = YEAR_FIRST.match(text)
    if listed and (journal := clean_journal(listed["journal"])):
        date, pages = make_day(listed["year"]), expand_pages(listed["pages"])
        return Citation("year, journal", journal, date, issue=listed["issue"], pages=pages)
    return None
