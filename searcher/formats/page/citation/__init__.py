"""Citations: journal, date, volume, issue and pages out of one line, in all the usual forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from searcher.formats.page.citation.forms import BARE, FORMS, ONLINE, YEAR
from searcher.formats.page.citation.journals import journal_before
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.citation.other_forms import (
    AUTHOR_YEAR,
    LATE,
    LATE_DOI,
    LATE_PLAIN,
    LATE_PP,
    UNDATED,
    UNDATED_HEART,
)
from searcher.formats.page.citation.unnumbered import (
    LONGEST_DATE,
    find_ahead,
    find_doi_citation,
    find_year_first,
)
from searcher.formats.page.citation.values import Citation, expand_pages, is_month, plain_value
from searcher.formats.page.kinds.dates import find_date, make_day, may_have_year
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

__all__ = ["MAX_CITATION", "Citation", "expand_pages", "find_citation", "find_undated"]

MAX_CITATION = 900
"""Characters of a line in which a citation is looked for."""

MAX_TRIES = 8
"""Places of a line at which one form is tried."""

_SHORT_TITLE = 25  # characters

# "J Wards [Internet]. 2020 Mar 3 [cited 2022 Jul 7];12(1):11-8"
_READ_ON = lazy_pattern(
    r"\s?\[(?:internet|serial online|online|(?:cited|citado|cit[ée]|accessed|acesso|zitiert"
    r"|consult)[^\[\]]{0,40})\]",
    re.IGNORECASE,
)
_DOI_END = lazy_pattern(
    r"(?:[.;,]?\s*(?:https?://(?:dx\.)?doi\.org/|doi[:/]\s?)10\.\S+)+$", re.IGNORECASE
)
# "March 2019Ward Letters 12(3):1-9": the blank behind the date is lost.
_GLUED_DATE = lazy_pattern(r"[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d\d(?=[A-Z])")
_NUMBERS = lazy_pattern(r"[0-9][^0-9]+[0-9]")


@lru_cache(maxsize=CACHED)
def find_citation(text: str) -> Citation | None:
    """The citation that a line holds, or None."""
    text = text[:MAX_CITATION]
    if "[" in text:
        text = _READ_ON.sub("", text)
    if not may_have_year(text) or not YEAR.search(text):
        return find_doi_citation(text)
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
    return _late(text) or find_ahead(text) or find_year_first(text) or find_doi_citation(text)


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
    issue, pages = plain_value(found["issue"]), expand_pages(found["pages"])
    date = find_date(glued[0]) if glued else None
    return Citation("journal volume:pages", journal, date, found["volume"], issue, pages)


def _citation(name: str, text: str, found: re.Match[str]) -> Citation | None:
    part = found.groupdict()
    month = _first(part, "month", "month2", "month3", "month4", "month5")
    if month and not is_month(month):
        return None
    journal, head = journal_before(text, found.start())
    if name in (ONLINE, BARE) and journal is None:
        return None
    return Citation(
        rule=name,
        journal=journal,
        date=make_day(part["year"], month, _first(part, "day", "day2", "day3")),
        volume=plain_value(part.get("volume")),
        issue=plain_value(_first(part, "issue", "issue2")),
        pages=expand_pages(part.get("pages")),
        head=head,
        start=found.start(),
    )


def _first(part: dict[str, str | None], *names: str) -> str | None:
    """The first of these groups that has matched; not every form has all."""
    return next((value for name in names if (value := part.get(name))), None)


def _late(text: str) -> Citation | None:
    """A citation that has its year behind the authors, and the numbers behind the journal."""
    year = AUTHOR_YEAR.search(text)
    if year is None:
        return None
    if cited := _late_numbers(text, year):
        return cited
    found = LATE_DOI.search(text, year.end())
    journal, head = journal_before(text, found.start()) if found else (None, "")
    if found is None or journal is None:
        return None
    if names_a_journal(journal) or _is_full(text, year, head):
        part = year.groupdict()
        date = make_day(part["year"] or part["year2"], part["month"] or part["month2"])
        return Citation("(year) journal, DOI", journal, date, head=head, start=found.start())
    return None


def _late_numbers(text: str, year: re.Match[str]) -> Citation | None:
    """The volume and pages behind a year that stands behind the authors, with their journal."""
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
                    volume=plain_value(found["volume"]),
                    issue=plain_value(_first(found.groupdict(), "issue", "issue2")),
                    pages=expand_pages(found["pages"]),
                    head=head,
                    start=found.start(),
                )
    return None


def _is_full(text: str, year: re.Match[str], head: str) -> bool:
    """Whether names stand before the year, and a title between it and the journal."""
    names = read_names(text[: year.start()].rstrip(" (.,"))
    return bool(names) and len(head) > year.end() + _SHORT_TITLE


def _last(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    return iter(list(pattern.finditer(text, start))[::-1])
