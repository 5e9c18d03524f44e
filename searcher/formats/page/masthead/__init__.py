"""Mastheads: lines that name the journal, or its volume, outside any citation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from searcher.formats.page.citation import expand_pages, find_undated
from searcher.formats.page.citation.before_name import after_skip
from searcher.formats.page.citation.form_parts import IN_YEAR, NUMBERED_ISSUE
from searcher.formats.page.citation.glued import is_publisher
from searcher.formats.page.citation.names import is_name, names_a_journal
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import Day, find_date, month_number
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.lines import Line
from searcher.formats.page.words.lists import DIGIT
from searcher.lazy import lazy_pattern
from searcher.record import Evidence

_VOLUME = lazy_pattern(
    # No letter of "A.V.I.", which shortens the name of a house.
    # "Ward TimesVol 8"
    r"[BCJRTVТbcjrtvт](?:(?<!\w.)(?<!\w\..)|(?<=[a-z]V)(?=ol(?:ume)?\.? ?\d))"
    r"(?i:(?<=v)(?:olume|ol(?=[\s.:\d])|olumen\b|\b)"
    r"|(?:(?<=b)(?:and|d)|(?<=j)g|(?<=t)(?:ome?|ập)|(?<=c)ilt|(?<=т)ом|(?<=r)(?:očník|ocznik))\b)"
    r"\.?\s?:?\s?(?P<volume>\d{1,4}|(?i:[IVXL]{1,7})(?![A-Za-z]))(?:\s?\((?P<issue>[^()]{1,20})\))?"
)
_ISSUE = lazy_pattern(
    r"(?:\b|(?=№))(?:Issue(?=\d)|(?:№|Вып|Выпуск|Číslo|Nr|Zeszyt|Issue|Number|No|Num"
    r"|Say[ıi]|Số|n[uú]m(?:ero)?|num[eé]ro|Heft|n[°º])(?!\w))"
    r"\.?\s?:?\s?(?P<issue>\d{1,5}(?:[-–/]\d{1,3})?)",
    re.IGNORECASE,
)
_PAGES = lazy_pattern(
    r"\b(?:Pages?|Seiten|p[aá]ginas|pp|p"
    r"|P)\.?\s?:?\s?(?P<pages>[A-Za-z]{0,3}\d+(?:\s?[-–—]{1,2}\s?[A-Za-z]{0,3}\d+)?)"
    r"|\bArticle\s?(?:ID|number|no\.?)?\s?:?\s?(?P<article>[A-Za-z]{0,4}\d{2,})",
    re.IGNORECASE,
)
_YEAR_END = lazy_pattern(r"[\s,-]+\(?(?:19|20)\d\d(?:-\d\d){0,2}\)?\s?[;:,]?\s?$")
_DATE_OPENS = lazy_pattern(r"[^\W\d_]{3,12}\.? (?:\d{1,2}, )?(?:19|20)\d\d\b")
_MONTH_END = lazy_pattern(r"(?:^|[\s,]+)(?:\d{1,2}\s)?([^\W\d_]{3,9})\.?(?:\s\d{1,2},?)?$")
# The slash of "HIV/AIDS" parts no steps.
_CRUMB = lazy_pattern(r"\s?(?:[>»|•]|(?<![A-Z])/|/(?![A-Z]))\s?")
# "Ward Letters © 2012 by the Ward Society Published by Example Inc. Vol. 60, No. 14, 2012"
_HOLDER = lazy_pattern(r"\s(?:(?:©|\(c\)|Copyright)\s?)?(?:19|20)\d\d,? by\s(?:the\s)?[A-Z].*$")
_GOES_ON = lazy_pattern(r"(?:and|of|for|in|&|de|et|y|und) (?=[A-ZÀ-Ý][^.,;]{2,60}$)")
_OTHER_DATE = lazy_pattern(r"(?:received|accepted|revised|submitted|online|epub)\b", re.IGNORECASE)
_WHOLE_VOLUME = lazy_pattern(
    rf"{NUMBERED_ISSUE}(?P<year>{IN_YEAR}(?:: .{{3,60}})?)?$", re.IGNORECASE
)
_MARKS = " ,.:;|>»/•·-–("
LOWEST_NAMES = 8
"""Lines below a masthead in which the authors' names stand."""


class Place(NamedTuple):
    """A line in which facts about the article may stand, and how much it counts (to 1).

    cited: it stands under a heading that announces the article's own citation; in_source: and
    that heading announces the journal ("Published in").
    """

    line: Line
    weight: float
    cited: bool = False
    in_source: bool = False


@dataclass(slots=True)
class Facts:
    """What the page says about its article: values by field name, and where each was found.

    cited_title and cited_names come out of a full citation of the article.
    """

    values: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    date: Day | None = None
    cited_title: str | None = None
    cited_names: tuple[str, ...] = ()

    @property
    def cited_lines(self) -> tuple[int, int]:
        """The lines of the article's citation, those of its first line where it is not known."""
        evidence = self.evidence.get("journal") or self.evidence.get("date")
        return evidence.lines if evidence and evidence.lines else (1, 1)

    def put(self, name: str, value: str | None, rule: str, line: Line, confidence: float) -> None:
        """Keeps the first value of each field: callers come in the order of their trust."""
        if value and name not in self.values:
            self.values[name] = value
            self.evidence[name] = Evidence(rule, (line.number, line.number), confidence)

    def put_date(self, date: Day | None, rule: str, line: Line, confidence: float) -> None:
        """Keeps the first date; a later one may only add the month and day of the same year."""
        if date is None:
            return
        if self.date is None or date.refines(self.date):
            self.date = date
            self.evidence["date"] = Evidence(rule, (line.number, line.number), confidence)


def opens_with_volume(text: str) -> bool:
    """Whether a text begins with the volume: what follows are numbers, no title."""
    return _VOLUME.match(text) is not None


def line_before(places: list[Place], place: Place, certain: bool = False) -> str | None:
    """The journal on the line above one that lacks it; `certain`: nothing else can stand there."""
    index = places.index(place)
    if index > 1 and places[index - 1].line.text.lower().startswith("editor"):
        # "Editor-in-Chief", whose name was not copied.
        index -= 1
    if index == 0:
        return None
    text = after_skip(_without_date(places[index - 1].line.text))
    above = places[index - 2].line.text if index > 1 else ""
    if _GOES_ON.match(text):
        # "Ward Research", "and Village Practice"; below people "in Ward Research"
        whole = is_name(above) and not read_names(above)
        text = f"{above} {text}" if whole else text.removeprefix("in ")
    listed = places[index - 1].line.bullet and not place.line.bullet
    if listed and ":" not in text[:20] and not names_a_journal(text):
        # The last entry of a menu.
        return None
    category = read_category(text)
    if category or (category is not None and not certain):
        return None
    if is_menu(text) or is_address(text) or is_publisher(text):
        return None
    if "ジャーナル" in text:
        return None
    # "Rhythm Practice" could be a person; below the authors, or cited, it is not.
    named = any(read_names(place.line.text) for place in places[: index - 1])
    certain = certain or place.cited or names_a_journal(text) or (named and "," not in text)
    certain = certain or _stand_below(places[index + 1 : index + LOWEST_NAMES])
    if read_names(text) and not certain:
        return None
    return clean_journal(text)


def _stand_below(places: list[Place]) -> bool:
    """Whether the authors stand on one of these lines: a name above them is none of theirs."""
    return any(len(read_names(place.line.text)) > 1 for place in places)


def read_volume_lines(facts: Facts, places: list[Place]) -> None:
    """ "Volume 8, Number 3, March 2017, pages 93-97", with or without the journal before it."""
    if "volume" in facts.values and "journal" in facts.values:
        return
    for index, place in enumerate(places):
        volume = _own_volume(places, index)
        if volume is None:
            continue
        text, line = place.line.text, place.line
        issue, pages = _ISSUE.search(text, volume.end()), _PAGES.search(text, volume.end())
        date = find_date(_without(text, volume, issue, pages))
        number = volume["issue"]
        if number and date is None and (year := find_date(number)):
            # "Volume 58 (2019)": the year stands where the issue could.
            number, date = None, year
        date = date or _date_going_on(places, index)
        bare = issue is None and pages is None and date is None and volume["issue"] is None
        if bare and len(_CRUMB.split(text[: volume.start()])) < 2:
            continue
        date = date or _date_beside(places, index)
        facts.put("volume", volume["volume"], "volume line", line, 0.85)
        facts.put("issue", number or (issue and issue["issue"]), "volume line", line, 0.85)
        if pages:
            value = expand_pages(pages["pages"] or pages["article"])
            facts.put("pages", value, "volume line", line, 0.85)
        facts.put_date(date, "volume line", line, 0.8)
        journal = _name_before(places, index, volume.start())
        facts.put("journal", journal, "before the volume", line, 0.8)
        if facts.date is not None:
            return


def _own_volume(places: list[Place], index: int) -> re.Match[str] | None:
    """The volume on a line, unless it stands amid prose or is not the article's."""
    place, text = places[index], places[index].line.text
    volume = _VOLUME.search(text) if len(text) < 300 and DIGIT.search(text) else None
    if volume is None:
        return None
    if volume.start() > 4 and is_prose(text) and not find_date(text[volume.end() :]):
        return None
    return volume if place.weight >= 1 or _is_own_issue(places, index) else None


def _name_before(places: list[Place], index: int, end: int) -> str | None:
    """The journal before a volume on its line, or on the line above."""
    place, text = places[index], places[index].line.text
    before = _without_date(_HOLDER.sub("", text[:end]).rstrip(_MARKS)).rstrip(_MARKS)
    journal = _last_name(before)
    if journal is None and index and place.weight == 1:
        return line_before(places, place, certain=text[0] == ",")
    return journal


def _is_own_issue(places: list[Place], index: int) -> bool:
    """Whether a line below the article is nothing but its volume and issue, with their date."""
    whole = _WHOLE_VOLUME.match(places[index].line.text)
    return whole is not None and bool(whole["year"] or _date_beside(places, index))


def _date_going_on(places: list[Place], index: int) -> Day | None:
    """The date that opens the next line, where a comma ends this one."""
    if places[index].line.text[-1] != "," or index + 1 == len(places):
        return None
    opening = _DATE_OPENS.match(places[index + 1].line.text)
    return find_date(opening[0]) if opening else None


def _date_beside(places: list[Place], index: int) -> Day | None:
    """A date that stands on a line with the pages, or alone, next to the volume."""
    for place in places[max(0, index - 1) : index + 2]:
        text = place.line.text
        if _PAGES.match(text) or (
            len(text) < 24 and not _VOLUME.search(text) and not _OTHER_DATE.match(text)
        ):
            date = find_date(text)
            if date is not None:
                return date
    return None


def _without_date(text: str) -> str:
    """A text without the date at its end."""
    cut = _YEAR_END.sub("", text)
    month = _MONTH_END.search(cut) if cut != text else None
    return cut[: month.start()] if month and month_number(month[1]) else cut


def _last_name(text: str) -> str | None:
    """The journal before a volume: the last step of a trail that is not a category or a menu."""
    for crumb in reversed(_CRUMB.split(text)):
        kind, dash, name = crumb.partition(" - ")
        if dash and read_category(kind) is not None:
            # "Research Article - Ward Letters (2021) Volume 3"
            crumb = name
        if crumb and read_category(crumb) is None and not is_menu(crumb):
            return clean_journal(crumb) if label_kind(crumb) is None else None
    return None


_NUMBERS_ALONE = lazy_pattern(
    # ", 31:402", "12(3) 123-130"
    r",?\s?(?P<volume>\d{1,4})(?:\s?\((?P<issue>[^()]{1,20})\))?"
    r"(?:\s?:\s?|(?(issue)\s(?=\d+\s?[-–])|(?!)))(?P<pages>\d+(?:\s?[-–]\s?\d+)?)$"
)


def read_numbers_alone(facts: Facts, places: list[Place]) -> None:
    """Volume and pages alone on a line, below the journal."""
    for place in places if "journal" not in facts.values else ():
        text = place.line.text[:24]
        numbered = text[:1] in ",0123456789 " and (":" in text or ")" in text)
        found = _NUMBERS_ALONE.match(place.line.text) if numbered else None
        if found and place.weight >= 1:
            journal = line_before(places, place, certain=True)
            for name in ("volume", "issue", "pages") if journal else ():
                facts.put(name, found[name], "numbers under the journal", place.line, 0.7)
            facts.put("journal", journal, "numbers under the journal", place.line, 0.7)


def read_undated(facts: Facts, places: list[Place]) -> None:
    """A citation without a year, and the date that stands alone on the line beside it."""
    if "journal" in facts.values:
        return
    for index, place in enumerate(places):
        own = place.weight >= 1 or place.cited
        citation = find_undated(place.line.text) if own else None
        if citation is None:
            continue
        for name in ("journal", "volume", "issue", "pages"):
            facts.put(name, getattr(citation, name), "citation without year", place.line, 0.85)
        facts.put_date(citation.date, "citation without year", place.line, 0.85)
        for beside in places[max(0, index - 1) : index + 2 : 2]:
            if len(beside.line.text) < 24:
                facts.put_date(find_date(beside.line.text), "date beside", beside.line, 0.8)
        return


def _without(text: str, *found: re.Match[str] | None) -> str:
    for match in sorted((each for each in found if each), key=lambda each: -each.start()):
        text = f"{text[: match.start()]} ; {text[match.end() :]}"
    return text
