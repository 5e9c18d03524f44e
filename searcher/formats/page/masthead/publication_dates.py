"""The date where no citation, label or volume tells it: from dates of publication to copyright."""

from __future__ import annotations

import re

from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.dates import (
    ENGLISH_MONTH,
    Day,
    find_date,
    may_have_year,
    month_number,
)
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.masthead import Facts, Place
from searcher.formats.page.masthead.dates_amid import FLATTENED_HEAD, LONGEST, read_flattened
from searcher.formats.page.words.front_matter import ACCEPTED, ON_DAY
from searcher.formats.page.words.lists import WORD, has_any, words
from searcher.lazy import lazy_pattern

OF_OCCASION = "meeting or thesis"
"""The rule of a year that is no journal's."""

MAX_MASTHEAD = 120
"""Characters of a line that may number an issue or stand over an article."""

_PUBLISHED = lazy_pattern(
    r"(?:^(?:data|fecha|datum)(?=:)|(?<!update )\b(?:first |article )?(?:published(?: date)?|posted"
    r"|(?:publication|release) (?:date|year)|pub\.? date"
    r"|year of publication|available online)"
    r"(?:\s?\(?(?:online|electronic|print)\)?)?(?: on)?(?: first)?|\bpublished"
    r"|(?:publicad[oa]|publiée?|pubblicat[oa]|publiziert|erschienen|veröffentlicht|gepubliceerd"
    r"|publicerad|publisert|udgivet|opublikowano|опубликован[ао]?|yayın tarihi|diterbitkan"
    r"|(?:公開|公开|発行|掲載|出版|发布|发表|게재|출판|발행)(?:された|日期|日|일)?)"
    r"(?: (?:le|el|em|il|am|den|op|pada))?)"
    r"(?: by [A-Z][^:\d]{3,60}(?=:))?(?: as 10\.\S+ on)?"
    r"\s?:?\s?(?P<date>[\w ,./-]{4,24})",
    re.IGNORECASE,
)
# "Publication statusPublished - Jan 1981", "StatusUdgivet - 2019"
_STATUS = lazy_pattern(
    r"[^\W\d_](?:Published|Accepted/In press|E-pub ahead of print|Veröffentlicht|Publicad[ao]"
    r"|Publié|Pubblicato|Gepubliceerd|Publicerad|Publisert|Udgivet|Julkaistu)"
    r"\s?[-–]\s(?P<date>[\w ./]{4,20})$"
)
# "/ Online: 12 March 2019", after the days on which a manuscript came in and was accepted.
_ONLINE = lazy_pattern(
    r"(?:^|[/;|.]\s?)(?:(?:e-?pub(?: date)?|(?:first )?online(?: first)?)\s?:"
    r"|e-?pub ahead of print)\s?(?P<date>[\w ,./-]{4,24})",
    re.IGNORECASE,
)
_ANNOUNCED = (
    *(
        "pub",
        "release date",
        "pubbl",
        "posted",
        "available",
        "online",
        "epub",
        "e-pub",
        "erschienen",
        "öffentlicht",
    ),
    *("data:", "fecha:", "datum:", "in press"),
    *("udgivet", "julkaistu", "опублик", "yayın", "diterbitkan"),
    *("公開", "公开", "発行", "掲載", "出版", "发布", "发表", "게재", "출판", "발행"),
)
"""What a line holds that says when something was published."""

# "[Submitted on 3 Jul 2015]": the cover sheet of a repository.
_SUBMITTED = lazy_pattern(r"\W?Submitted on (\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d)")
# "2010 (English)Independent thesis": the record of a repository.
_YEAR_OPENS = lazy_pattern(
    r"(?P<year>(?:19|20)\d\d)\s?\((?:[A-Z][a-z]+(?:, [A-Z][a-z]+)*)\)(?:\s?[A-Z]|$)"
)
# "March 27, 2022 June 3, 2022 June 10, 2022": received, revised, accepted.
_DATES = lazy_pattern(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?P<year>(?:19|20)\d\d)[\s;|/]*)"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?P=year)[\s;|/]*)+$"
)
# What stands before a year is asked last: what begins with 1 or 2 is found quickly.
_YEAR = lazy_pattern(r"(?:19|20)\d\d(?!\d)(?<!\d{5})")
_BESIDE_MONTHS = words(
    "de of the del st nd rd th year issue date anno spring summer autumn fall winter "
    "年 月 日 년 월 일"
)
# "10:05 pm | 20 April 2025": when the page was looked at.
_CLOCK_TIME = r"\b[0-2]?\d:[0-5]\d(?:\s?[ap]\.?m\b|\s\||$)"
_CLOCK = lazy_pattern(_CLOCK_TIME, re.IGNORECASE)
_WEEKDAY = lazy_pattern(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
# What numbers an issue: a label with a number, a sign behind one, "15(2)", "2019/2".
_NUMBERS = lazy_pattern(
    r"(?:№|(?<!\w)(?:no|nr|n[°º]|n[uú]m|issue|heft|ausgabe|jahrgang|jg|vol(?:ume)?|band|bd|tom[eo]?"
    r"|cilt|say[ıi]|č|číslo|ročník|rok|zeszyt|broj|god|вып|том|т|v|n)(?:\.|\b))\s?:?\s?\d"
    r"|\d\s?[巻卷号號期권호]|\d\.? (?:évf|szám|jahrgang)\b|\d\s?\(\d{1,3}\)"
    r"|(?!\d?\d:\d\d(?!\d))\d\s?:\s?e?\d"
    r"|(?:19|20)\d\d\s?/\s?\d{1,2}\b|(?<![\d/])\d{1,2}/(?:19|20)\d\d",
    re.IGNORECASE,
)
# A day behind a label that is none of those for days of publication.
_LABELLED = lazy_pattern(rf"[^\W\d_](?<!\bdate)\s?:\s?(?:\d|{ENGLISH_MONTH}\s)", re.IGNORECASE)
_OCCASION = lazy_pattern(
    r"\b(?:thesis|dissertation|th[eè]se|tesis|tese|tesi|avhandling|disputats|doktorarbeit"
    r"|diplomarbeit|congress|congr[eé]so?|kongress|conference|symposium"
    r"|(?:annual|scientific) meeting|research (?:day|forum|symposium|week)"
    r"|(?:poster|meeting|conference|podium) abstracts|abstracts? book|book of abstracts)\b",
    re.IGNORECASE,
)
# Days on which something else happened than publication, and numbers that look like a year.
_OTHER = lazy_pattern(
    r"\b(?:received|accepted|revised|submitted|approv\w+|academic year|access\w*|retrieved|updated?"
    r"|changed|modified|date (?:post(?:ed)?|added)|upload\w*|hochgeladen|subido|enviado"
    r"|добавлен\w*|загружен\w*|ngày|yüklenme|diunggah"
    r"|author manuscript|eingereicht|recepci[oó]n|recepção"
    r"|acceptance|aprovado|aprobad[oa]|aprobaci[oó]n|aceptaci[oó]n|ricevuto|accettato|otrzymano"
    r"|przyjęto|nadesłano|doručeno|přijato|mottatt|modtaget|godkänd"
    r"|downloaded|generated|printed|exported|viewed|visited|registered|from|since|until|issn|doi|https?|www|funding|grant\w*"
    r"|protocol|session|recibido|aceptado|recebido|aceito|eingegangen|angenommen|re[cç]ue?|accepté"
    rf"|поступила|принята|geliş|kabul)\b|@|{_CLOCK_TIME}|10\.\d{{4}}/|\d{{4}}-\d{{4}}",
    re.IGNORECASE,
)


# "Ointment in two villages - 11/12/17", "Ointment in two villages. 1997"
_BEHIND_TITLE = lazy_pattern(
    r"(?:\s[-–|]\s\(?\d{1,2}[/.]\d{1,2}[/.](?P<short>\d\d)\)?|\.\s(?P<year>(?:19|20)\d\d)\.?)$"
)
# "accepted: 19 July 2012"
_ACCEPTED = lazy_pattern(rf"\b(?:{'|'.join(ACCEPTED)}){ON_DAY}", re.IGNORECASE)

_THIS_CENTURY = 50
_ROW = lazy_pattern(" [|·•] ")
_OTHER_DAY = lazy_pattern(
    r"\b(?:received|accepted|revised|submitted|updated?|modified|accessed|reviewed)\b",
    re.IGNORECASE,
)


def read_dates(facts: Facts, places: list[Place], title: str | None) -> None:
    """The date from the lines that say one, in the order of their trust."""
    if facts.date and facts.date.day:
        return
    dated = [place for place in places if _may_tell(place.line.text, title)]
    for place in dated:
        # "All published cases, 1960 to 2014" says nothing of its own date.
        announced = _announced(place.line.text.removeprefix(title or ""))
        facts.put_date(announced, "publication date", place.line, 0.85)
    head = [place for place in dated if place.weight >= 1]
    read_flattened(facts, head)
    for place in head:
        _from_line(facts, places, place, title)
    _from_masthead(facts, head, title)
    below = [place for place in dated if place.weight < 1 and _is_date(place.line.text)]
    below = [place for place in below if not _is_of_other(places, place)]
    if len({find_date(place.line.text) for place in below}) == 1:
        facts.put_date(find_date(below[0].line.text), "date below", below[0].line, 0.4)
    for place in dated:
        if is_rights(place.line.text):
            facts.put_date(_only_year(place.line.text[:120]), "copyright", place.line, 0.5)


def _may_tell(text: str, title: str | None) -> bool:
    """Whether a line has a year, or begins with the title, behind which a date may stand."""
    if may_have_year(text) and _YEAR.search(text[:FLATTENED_HEAD]):
        return True
    return bool(title) and text.startswith((title or "")[:25])


def _announced(text: str) -> Day | None:
    """The date that a line says to be that of the publication; "published by Ek in 1986" is of
    another's work."""
    if len(text) >= LONGEST or not has_any(text.lower(), _ANNOUNCED):
        return None
    found = _PUBLISHED.search(text) or _STATUS.search(text) or _ONLINE.search(text)
    return find_date(found["date"]) if found and not found["date"].startswith("by ") else None


def _from_line(facts: Facts, places: list[Place], place: Place, title: str | None) -> None:
    """The date that is all of a line of the head, a member of its row, or stands at its end."""
    text = place.line.text
    if _is_date(text) and not _is_of_other(places, place):
        facts.put_date(find_date(text), "date on a line", place.line, 0.6)
    elif date := _date_in_row(text):
        facts.put_date(date, "date in a row", place.line, 0.6)
    elif found := _SUBMITTED.match(text):
        facts.put_date(find_date(found[1]), "submitted", place.line, 0.6)
    elif year := _YEAR_OPENS.match(text) or _DATES.match(text):
        facts.put_date(Day(int(year["year"])), "year opens a line", place.line, 0.6)
    elif title and text.startswith(title[:25]) and (found := _BEHIND_TITLE.search(text)):
        facts.put_date(_of_title(found), "date behind the title", place.line, 0.6)


def _of_title(found: re.Match[str]) -> Day:
    """The year behind a title; of two figures it is of this century or of the last."""
    if found["year"]:
        return Day(int(found["year"]))
    year = int(found["short"])
    return Day(year + (2000 if year < _THIS_CENTURY else 1900))


def read_history(facts: Facts, places: list[Place]) -> None:
    """The year in which the manuscript was accepted, where no other one is told."""
    for place in places if facts.date is None else ():
        text = place.line.text[:FLATTENED_HEAD]
        dated = place.weight >= 1 and may_have_year(text)
        accepted = _ACCEPTED.search(text) if dated else None
        if accepted and (date := find_date(accepted[0])):
            facts.put_date(Day(date.year), "year of acceptance", place.line, 0.4)


def _date_in_row(text: str) -> Day | None:
    """The date that is a member of a row: "Anna Holm | Issue: June 2019 | June 18, 2019"."""
    members = _ROW.split(text) if len(text) < 300 and has_any(text, "|·•") else []
    if len(members) < 2 or _OTHER_DAY.search(text) or _CLOCK.search(text):
        return None
    found = [find_date(member) for member in members if _is_date(member)]
    years = {date.year for date in found if date}
    return next(filter(None, found)) if len(years) == 1 else None


def _from_masthead(facts: Facts, head: list[Place], title: str | None) -> None:
    """The year of the short lines that number an issue or name a month, a thesis or a meeting,
    where they agree: a list of issues does not."""
    found: list[tuple[Day, str, Place]] = []
    for place in head if facts.date is None else ():
        text = place.line.text
        if len(text) > MAX_MASTHEAD or (title and title in text):
            continue
        year = _only_year(text)
        if year is None or _OTHER.search(text):
            continue
        occasion = _OCCASION.search(text) is not None and not place.line.bullet
        if is_prose(text) or is_menu(text) or is_rights(text) or find_citation(text):
            # A citation that was not taken for the article's own is another's.
            continue
        date = find_date(text)
        if occasion or (_NUMBERS.search(text) and not is_address(text)):
            found.append((year, OF_OCCASION if occasion else "line with an issue", place))
        elif date and date.month and not (is_address(text) or _LABELLED.search(text)):
            found.append((date, "line with a month", place))
    if len({date.year for date, _, _ in found}) == 1:
        for date, rule, place in found:
            facts.put_date(date, rule, place.line, 0.5)


def _only_year(text: str) -> Day | None:
    """The one year in a text; of several none is the article's for sure."""
    years = set(_YEAR.findall(text))
    return Day(int(years.pop())) if len(years) == 1 else None


def _is_of_other(places: list[Place], place: Place) -> bool:
    """Whether the label of another day stands on the line above."""
    index = places.index(place)
    above = places[index - 1].line.text if index else ""
    return len(above) < 40 and _OTHER.search(above) is not None


def _is_date(text: str) -> bool:
    """Whether a line is a date and nothing more."""
    if len(text) > 40 or text.count(" ") > 7:
        return False
    found = [word.lower() for word in WORD.findall(text)]
    return all(
        word in _BESIDE_MONTHS or month_number(word) or _WEEKDAY.match(word) for word in found
    )
