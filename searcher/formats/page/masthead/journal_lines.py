"""The journal where only a line names it, and the server of a preprint."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import is_name, names_a_journal, says_it_is_a_journal
from searcher.formats.page.citation.navigation import (
    has_navigation,
    is_navigation,
    strip_navigation,
)
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import find_date, may_have_year
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.phrases import ends_openly
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Facts, Place, line_before
from searcher.formats.page.masthead.publication_dates import MAX_MASTHEAD, OF_OCCASION
from searcher.formats.page.words.journals import SMALL
from searcher.lazy import lazy_pattern

_ISSN = lazy_pattern(
    r"^(?P<name>[^:;]{3,90}?)[\s,|(•-]*(?:online |print |e-?|p-?)?ISSN\b", re.IGNORECASE
)
_CATEGORY_BEHIND = lazy_pattern(
    r"\s(?:Original|Review|Research|Case|Short|Brief) (?:Research|Article|Report|Communication)s?$"
)
# "Ward Letters", "The official journal of the Ward Society"
_OFFICIAL = lazy_pattern(
    r"(?:(?:An?|The) )?(?:[Oo]fficial (?:[Jj]ournal|[Pp]ublication|[Oo]rgan)|Publication) of "
    r"(?:the )?[A-Z][^.]+$"
)
_SERVER = lazy_pattern(
    r"(?:\W*posted (?:on|in) )?((?:med|bio|chem|psy|soc|edu|eco|paleo)?(?:rxiv|arxiv)"
    r"|research square|ssrn|preprints(?:\.org)?|authorea|osf preprints)"
    r"(?: preprints?| preprint server)?$",
    re.IGNORECASE,
)
_PREPRINT = lazy_pattern(r"\bpre-?prints?\b", re.IGNORECASE)
_PREPRINT_DOI = lazy_pattern(r"10\.\d{4,9}/((?:19|20)\d\d\.\d\d\.\d\d)\.\d+")
_ISSN_ALONE = lazy_pattern(r"(?:(?:online |print |e-?|p-?)?ISSN:?\s?)?\d{4}-\d{3}[\dXx]$", re.I)
_ET_AL_SOURCE = lazy_pattern(
    # An author may have initials with their stops.
    r"^(?:[^.]|(?<=\b[A-Z])\.){3,80}\bet al\.?\s(?P<name>[A-Z][^.\d]{1,80})\."
    r"(?:\s?\.|\s(?:\d|doi|PMID|Free)|$)"
)
_TRAIL = lazy_pattern(r"^(?P<name>[^/>»|\d]{5,90}?)\s?[/>»|]\s?(?P<date>(?:19|20)\d\d)\s?[/>»|]")
_PUBLISHED_WORDS = ("Published", "Appears", "Erschienen", "Veröffentlicht", "Publicado", "Publié")
_PUBLISHED_IN = lazy_pattern(
    rf"(?:^(?:{'|'.join(_PUBLISHED_WORDS)}) (?:in|en|dans):?\s"
    # "Anna HolmPublished in: Ward Letters (2019)"
    rf"|.{{0,300}}?[^\W\d_](?:{'|'.join(_PUBLISHED_WORDS)}) (?:in|en|dans):\s)"
    r"(?P<name>[A-Z].{2,90}?)[,.]?\s\(?(?P<date>(?:\d{1,2}\s)?[A-Z][a-z]+\s(?:\d{1,2},?\s)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d)\b"
)
# Published inWard Letters Vol. 41; no. 6; p. 214: a row of a catalogue
# Published in Ward Letters (Volume 41, Issue 6)
_PUBLISHED_VOLUME = lazy_pattern(
    r"^Published in:?\s?(?P<name>[A-Z][^;:\d]{2,90}?)[,.;]?\s\(?[Vv]ol(?:\.|ume)\s?\d"
)
# BMJ: first published as 10.1136/bmj-2001-000001 on 16 December 2001.
_MARGIN = lazy_pattern(
    r"^(?P<name>[^:]{2,60}): first published as 10\.\S+ on "
    r"(?P<date>\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d)"
)
# Ward Lett. Author manuscript; available in PMC 2012 May 8.
_MANUSCRIPT = lazy_pattern(r"^(?P<name>[A-Z][^;:]{2,90}?)\. Author manuscript; available in PMC\b")
# 2013 (English)In: Ward Journal, ISSN 1234-5678, Vol. 12, no 3, p. 23-31
_IN_ISSN = lazy_pattern(
    r"^.{0,40}?\b(?:In|Ingår i|Inngår i|Enthalten in|Dans)\s?:\s(?P<name>[A-ZÀ-Ý][^;:]{2,90}?),\s"
    r"(?:E-|e-?|p-?)?ISSN\b"
)
# Open Ward Journal 22 Jun 2020 RESEARCH ARTICLE DOI: 10.1000/123
_DATE_DOI = lazy_pattern(
    r"^(?P<name>[A-Z][^:;\d]{2,90}?)[,.]?\s"
    r"(?P<date>\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)"
    r"[\s,;|·-]+[^\d:]{0,40}(?:doi:?\s?(?:https?://(?:dx\.)?doi\.org/)?|https?://(?:dx\.)?doi\.org/)10\.",
    re.IGNORECASE,
)
# ISSN: 1234-5679 Open Ward J.
_BEHIND_ISSN = lazy_pattern(
    r"^(?:E-?|e-?|P-?|p-?)?ISSN:?\s\d{4}-\d{3}[\dXx][,;.]?\s(?:[|·•-]\s)?(?P<name>[A-Z][^\d:;]{3,80})$"
)
# The Journal of Wards covers surgery, Journal of Wards is an open access journal
_OF_ITSELF = lazy_pattern(
    r"^(?:The )?(?P<name>(?:[A-Z][\w-]+ ){0,3}Journal\b[^.:;]{3,80}?)\s"
    r"(?:covers|publishes|aims|welcomes|accepts|considers|is an? (?:\w+[\s,-]){0,6}journal)\b"
)
_FROM_JOURNAL = lazy_pattern(r"^(?:From|Published in|In) the journal:?\s(?P<name>[A-Z].{3,90})$")
# 《临床医学杂志》: signs for titles of books, around a word for a journal
_QUOTED = lazy_pattern(
    r"《([^《》]{2,60}(?=》[\s|]?(?:19|20)\d\d)|[^《》]{1,28}(?:杂志|雜誌|学报|學報|通报|文摘|期刊|医学|药学|志|刊|报))》"
)
# Vol. 5 No. 2 (2019): Jurnal Obat
_ISSUE_NAME = lazy_pattern(
    r"(?:.*[>/»]\s)?(?:Issue\s)?Vol(?:ume)?\.? ?\d+,? (?:No|Issue|Iss)\.? ?\d+ \((?P<date>(?:19"
    r"|20)\d\d)\):? "
    r"(?P<name>[^/>»]{5,90}?)(?:\s[/>»].*)?$"
)
# Subscribe to Journal of Wards
_INVITED = lazy_pattern(
    r"^(?:Subscribe to|Submit (?:your |an? )?(?:article|manuscript|paper) to"
    r"|View all articles (?:in|from)) (?:the )?(?P<name>[A-Z].{5,90})$"
)
# "Journal Ward Sci", "Date 2023 Feb 25", "PMID 12345678": rows of a table of facts.
_JOURNAL_ROW = lazy_pattern(r"Journal\s(?P<name>(?!of\b|for\b|in\b)\S.{2,90})$")
_OTHER_ROW = lazy_pattern(r"(?:Date|Year|Volume|Issue|Pages?|PMID|DOI|Specialty|Authors?|ISSN)\s\S")
_ROWS_BESIDE = 3
_YEAR_BEHIND = lazy_pattern(r"(?P<name>.{3,90}?),? \(?(?P<date>(?:19|20)\d\d)\)?\.?$")
_YEAR_NAME = lazy_pattern(
    r"^\(?(?P<date>(?:19|20)\d\d)\)?[,·•|]?\s+(?:[·•|]\s)?(?P<name>[A-Z][^\d]{2,80})$"
)
# A rule, what every line that it reads holds, its pattern.
_NAMED = (
    ("et al. journal", "et al", _ET_AL_SOURCE),
    ("published in, vol.", "ublished in", _PUBLISHED_VOLUME),
    ("author manuscript", "Author manuscript", _MANUSCRIPT),
    ("from the journal", "the journal", _FROM_JOURNAL),
    ("in, ISSN", "ISSN", _IN_ISSN),
    ("ISSN, name", "ISSN", _BEHIND_ISSN),
)
# The same, and others, of lines with a year.
_NAMED_DATED = (
    *(("published in", word, _PUBLISHED_IN) for word in _PUBLISHED_WORDS),
    *(("trail", sign, _TRAIL) for sign in "/>»|"),
    ("margin", "first published as", _MARGIN),
    ("name, date, DOI", "10.", _DATE_DOI),
    *_NAMED,
)

# "Anna J. Holm", "Anna J Holm-Lind MD"
_INITIALLED = lazy_pattern(r"[A-ZÀ-Ý][\w'’-]+ [A-Z]\.? [A-ZÀ-Ý][\w'’-]+(?: [A-Z][A-Za-z.]{1,4})?$")
# "Sanjana J Shaw3": the J is a person's.
_MARKED_NAME = lazy_pattern(r"[a-zà-ÿ]\d{1,2}(?!\w)")


def read_journal_lines(facts: Facts, places: list[Place]) -> None:
    """The journal from a line that names it: by an ISSN, a menu, "et al.", or its own words."""
    for read in (_read_head, _read_rows, _read_cited, _read_names):
        if "journal" not in facts.values:
            read(facts, places)


def _read_head(facts: Facts, places: list[Place]) -> None:
    """The journal that a line of the head says, or stands above, in one of many ways."""
    above = ""
    for place in places:
        _read_named(facts, place.line, place.weight < 1)
        if place.weight < 1:
            continue
        text, bullet = place.line.text, place.line.bullet
        found = _YEAR_NAME.match(text) if text[0] in "(12" and not bullet else None
        if found and (names_a_journal(found["name"]) or read_names(above)):
            facts.put("journal", clean_journal(found["name"]), "year, name", place.line, 0.7)
            facts.put_date(find_date(found["date"]), "year, name", place.line, 0.7)
        if text[-1] in "0123456789xX" and _ISSN_ALONE.match(text):
            facts.put("journal", line_before(places, place), "name above ISSN", place.line, 0.75)
        if "ublication of " in text or "fficial " in text:
            official = _OFFICIAL.match(text) if len(text) < MAX_MASTHEAD else None
            first = official and not _OFFICIAL.match(above)
            name = line_before(places, place, certain=True) if first else None
            facts.put("journal", name, "name above its society", place.line, 0.75)
        if is_navigation(text) and not bullet:
            facts.put("journal", line_before(places, place), "name above menu", place.line, 0.75)
        name, bar, category = text.partition(" | ")
        if bar and names_a_journal(name) and read_category(category) is not None:
            facts.put("journal", clean_journal(name), "name | category", place.line, 0.7)
        above = text


def _read_cited(facts: Facts, places: list[Place]) -> None:
    """The journal that stands under a heading which announces it."""
    for place in places:
        text = place.line.text
        if not place.cited or is_prose(text):
            continue
        quoted = _QUOTED.search(text) if "《" in text else None
        name, date = (quoted[1], text) if quoted else (text, None)
        entry = text.partition(" - ")[0].partition(" : ")[0]
        if place.in_source and entry != text and ":" not in entry:
            # "Ward Letters : the journal of the Ward Society - Category: Fever"
            name = entry
        elif place.in_source and (found := _YEAR_BEHIND.match(text)):
            name, date = found["name"], found["date"]
        if (
            quoted
            or names_a_journal(name)
            or (place.in_source and (date or " " in text) and not is_menu(name))
        ):
            facts.put("journal", clean_journal(name), "name under its heading", place.line, 0.7)
            facts.put_date(
                find_date(date) if date else None, "name under its heading", place.line, 0.7
            )


def _read_names(facts: Facts, places: list[Place]) -> None:
    """The journal that is a line of the head; without a volume or a date it must say what it is."""
    dated = facts.date is not None and facts.evidence["date"].rule != OF_OCCASION
    known = "volume" in facts.values or dated
    head = [place for place in places if place.weight >= 1]
    for index, place in enumerate(head):
        text, line = whole_name(head, index), place.line
        if not (known or (says_it_is_a_journal(text) and not line.bullet)):
            continue
        if not names_a_journal(text) or is_address(text) or is_menu(text):
            continue
        if len(read_names(text)) > 1 or _is_one_of_authors(text, head):
            continue
        if not _MARKED_NAME.search(text) and (name := clean_journal(text)):
            facts.put("journal", name, "line naming a journal", line, 0.6)
            return


def _read_rows(facts: Facts, places: list[Place]) -> None:
    """The journal from the rows of a table that nothing but a space parts from their labels."""
    for index, place in enumerate(places):
        text = place.line.text
        row = _JOURNAL_ROW.match(text) if text.startswith("Journal") else None
        beside = places[index + 1 : index + 1 + _ROWS_BESIDE] if row else ()
        if row and any(_OTHER_ROW.match(each.line.text) for each in beside):
            facts.put("journal", clean_journal(row["name"]), "row of a table", place.line, 0.8)


def _is_one_of_authors(text: str, head: list[Place]) -> bool:
    """Whether a line has the form of a person's name, as several others of the head have."""
    if not (_INITIALLED.match(text) and read_names(text)):
        return False
    alike = (place.line.text for place in head if _INITIALLED.match(place.line.text))
    return sum(each != text and bool(read_names(each)) for each in alike) > 1


def whole_name(places: list[Place], index: int) -> str:
    """A line, with the next one where it ends in the middle of a name ("African Journal of")."""
    text = places[index].line.text
    if ends_openly(text) and len(text) < 60 and index + 1 < len(places):
        if any(word.islower() and word not in SMALL for word in text.split()):
            # "Buscar dentro de": what a site invites to.
            return text
        following = _CATEGORY_BEHIND.sub("", places[index + 1].line.text)
        if len(following) < 60 and is_name(following):
            return f"{text} {following}"
    return text


def read_preprint(facts: Facts, places: list[Place]) -> None:
    """The server as the journal of a preprint, and the date that its identifier begins with."""
    doi = facts.values.get("doi", "")
    dated = _PREPRINT_DOI.match(doi)
    if "journal" in facts.values and not dated:
        return
    said = any(
        "print" in place.line.text.lower() and _PREPRINT.search(place.line.text) for place in places
    )
    for place in places if said or dated else ():
        if "journal" not in facts.values and (found := _SERVER.match(place.line.text)):
            facts.put("journal", found[1], "preprint server", place.line, 0.7)
        if dated and doi in place.line.text.lower():
            facts.put_date(find_date(dated[1]), "date in the DOI", place.line, 0.7)


def _read_named(facts: Facts, line: Line, below: bool) -> None:
    """The journal that a line says; `below` the abstract only behind the words "Published in"."""
    text = line.text
    if below and not text.startswith(_PUBLISHED_WORDS):
        return
    if "ournal" in text[:80] and (found := _OF_ITSELF.match(text)):
        facts.put("journal", clean_journal(found["name"]), "of itself", line, 0.75)
    if len(text) > 400:
        return
    for rule, mark, pattern in _NAMED_DATED if may_have_year(text) else _NAMED:
        found = pattern.match(text) if mark in text else None
        if found:
            facts.put("journal", clean_journal(found["name"]), rule, line, 0.85)
            date = found.groupdict().get("date")
            facts.put_date(find_date(date) if date else None, rule, line, 0.85)
    invited = _INVITED.match(text) if text.startswith(("Sub", "View")) else None
    if invited and names_a_journal(invited["name"]):
        facts.put("journal", clean_journal(invited["name"]), "invitation", line, 0.6)
    if "《" in text and len(text) < 120 and (quoted := _QUOTED.search(text)):
        facts.put("journal", quoted[1], "name in signs", line, 0.7)
    found = _ISSUE_NAME.match(text) if "Vol" in text else None
    if found and names_a_journal(found["name"]):
        facts.put("journal", clean_journal(found["name"]), "name of the issue", line, 0.7)
        facts.put_date(find_date(found["date"]), "name of the issue", line, 0.7)
    found = _ISSN.match(text) if "issn" in text.lower() else None
    if found:
        facts.put("journal", clean_journal(found["name"]), "name before ISSN", line, 0.8)
    if has_navigation(text) and not is_prose(text):
        name = clean_journal(strip_navigation(text))
        facts.put("journal", name, "name before menu", line, 0.75)
