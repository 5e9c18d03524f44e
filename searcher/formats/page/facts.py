"""Facts about the article from its citations, labelled values and identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from searcher.formats.page.citation import MAX_CITATION, Citation, expand_pages, find_citation
from searcher.formats.page.cited import same_title, split_head
from searcher.formats.page.dates import Day, find_date
from searcher.formats.page.identifiers import find_dois, find_pmcid, find_pmid
from searcher.formats.page.journals import (
    clean_journal,
    has_navigation,
    names_a_journal,
    strip_navigation,
)
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Field
from searcher.formats.page.people import read_names
from searcher.formats.page.prose import is_address, is_menu, is_prose, is_rights
from searcher.formats.page.terms import read_category
from searcher.record import Evidence

_FOREIGN = re.compile(
    r"^(?:\W*(?:erratum|corrigendum|correction|comment(?:s|ed)? (?:in|on)|update (?:in|of)"
    r"|retract\w+|republished|now published"
    r"|this (?:corrects|article (?:corrects|comments|relates|has been (?:corrected|cited"
    r"|retracted)))|original article:|see (?:also|comment)"
    r"|summary for patients|reprinted|companion|related|cited by|supplement(?:ary|al)? (?:data"
    r"|material|info\w*)|expression of concern"
    r"|data (?:are|is|availab)|dataset|preprint|a (?:correction|erratum|comment)|previous version"
    r"|an? erratum|\[\d+\]|\d{1,3}\. [A-Z][\w'-]+ [A-Z]{1,3}[,.])"
    r")",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"\b(?:Volume|Vol|v)\b\.?\s?:?\s?(?P<volume>\d{1,4})(?:\s?\((?P<issue>[^()]{1,20})\))?",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\b(?:Issue|Number|No|Num)\b\.?\s?:?\s?(?P<issue>\d{1,4}(?:[-–/]\d{1,3})?)", re.IGNORECASE
)
_PAGES = re.compile(
    r"\b(?:Pages?|pp|p"
    r"|P)\.?\s?:?\s?(?P<pages>[A-Za-z]{0,3}\d+(?:\s?[-–—]{1,2}\s?[A-Za-z]{0,3}\d+)?)"
    r"|\bArticle\s?(?:ID|number|no\.?)?\s?:?\s?(?P<article>[A-Za-z]{0,4}\d{2,})",
    re.IGNORECASE,
)
_YEAR_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s:]*(?:©|\(c\))?[\s:,]*((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:\b(?:first |article )?(?:published|posted|publication date"
    r"|available online)(?:\s?\(?(?:online|electronic|print)\)?)?(?: on)?(?: first)?|\bpublished)"
    r"\s?:?\s?(?P<date>[\w ,./-]{4,24})",
    re.IGNORECASE,
)
_ISSN = re.compile(
    r"^(?P<name>[^:;]{3,90}?)[\s,|(•-]*(?:online |print |e-?|p-?)?ISSN\b", re.IGNORECASE
)
_ET_AL_SOURCE = re.compile(
    r"^[^.]{3,80}\bet al\.?\s(?P<name>[A-Z][^.\d]{1,80})\.(?:\s?\.|\s(?:\d|doi|PMID|Free)|$)"
)
_PUBLISHED_IN = re.compile(
    r"^Published in:?\s(?P<name>[A-Z].{2,90}?)[,.]?\s(?P<date>(?:\d{1,2}\s)?[A-Z][a-z]+\s(?:\d{1,"
    r"2},?\s)?(?:19|20)\d\d|(?:19|20)\d\d)\b"
)
_SCHOLAR = re.compile(
    r"^(?P<names>[^-–]{4,200}?)\s[-–]\s(?P<name>[^-–\d]{3,90}),\s(?P<year>(?:19"
    r"|20)\d\d)(?:\s[-–]\s|$)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A line in which facts about the article may stand, and how much it counts (to 1).

    cited: it stands under a heading that announces the article's own citation.
    """

    line: Line
    weight: float
    cited: bool = False


@dataclass(slots=True)
class Facts:
    """What the page says about its article: values by field name, and where each was found.

    cited_title and cited_authors come out of a full citation of the article.
    """

    values: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    date: Day | None = None
    cited_title: str | None = None
    cited_authors: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class _Found:
    citation: Citation
    place: Place
    score: float


def gather_facts(places: list[Place], fields: list[Field], title: str | None) -> Facts:
    """Journal, date, volume, issue, pages and identifiers that belong to the article itself.

    `places` are the lines outside abstract, body and references; `fields` the labelled values
    there; `title` decides whether a full citation is the article's own.
    """
    places = [place for place in places if not is_foreign(place.line.text)]
    facts = Facts()
    _from_citation(facts, places, title)
    _from_fields(facts, fields)
    _from_identifiers(facts, places)
    _from_volume_lines(facts, places)
    _from_journal_lines(facts, places)
    _from_dates(facts, places)
    return facts


def is_foreign(text: str) -> bool:
    """Whether a line speaks about another article than the page's own."""
    return _FOREIGN.match(text) is not None


def _from_citation(facts: Facts, places: list[Place], title: str | None) -> None:
    found = _citations(places, title)
    if not found:
        return
    best = found[0]
    citation, line = best.citation, best.place.line
    confidence = min(0.98, 0.4 + best.score / 5)
    journal = citation.journal
    if journal is None and citation.start < 4:
        journal = _line_before(places, best.place)
    facts.put("journal", journal, f"citation {citation.rule}", line, confidence)
    for name in ("volume", "issue", "pages"):
        facts.put(name, getattr(citation, name), f"citation {citation.rule}", line, confidence)
    facts.put_date(citation.date, f"citation {citation.rule}", line, confidence)
    dois = find_dois(line.text[citation.start :])
    if dois:
        facts.put("doi", dois[0], f"citation {citation.rule}", line, confidence)
    if citation.head:
        facts.cited_title, facts.cited_authors = split_head(citation.head)


def _citations(places: list[Place], title: str | None) -> list[_Found]:
    found: list[_Found] = []
    for place in places:
        text = place.line.text
        if len(text) > MAX_CITATION and not place.cited:
            continue
        citation = find_citation(text)
        if citation is None or (not place.cited and _inside_prose(text, citation)):
            continue
        score = place.weight * 2 + place.cited * 0.3
        score += (citation.journal is not None) + 0.5 * (citation.volume is not None)
        if citation.head:
            cited, _ = split_head(citation.head)
            same = title is not None and cited is not None and same_title(cited, title)
            if not same and title and not place.cited and place.weight < 1:
                continue
            score += 1.0 if same else -0.5
        found.append(_Found(citation, place, score))
    strangers = {each.citation.head for each in found if each.citation.head and each.score < 3.5}
    if len(strangers) > 2:
        # A list of other people's papers: none of them is this article.
        found = [each for each in found if each.citation.head not in strangers]
    return sorted(found, key=lambda each: -each.score)


def _inside_prose(text: str, citation: Citation) -> bool:
    return len(text) > 300 and is_prose(text) and citation.start > 200 and not citation.head


def _line_before(places: list[Place], place: Place) -> str | None:
    """The journal on the line above a citation that begins with its date."""
    index = places.index(place)
    if index == 0:
        return None
    text = places[index - 1].line.text
    if read_category(text) is not None or is_menu(text) or read_names(text):
        return None
    return clean_journal(text)


def _from_fields(facts: Facts, fields: list[Field]) -> None:
    for each in fields:
        rule = f"label {each.kind}"
        if each.kind == "doi":
            facts.put("doi", next(iter(find_dois(each.value)), None), rule, each.line, 0.95)
        elif each.kind == "journal":
            facts.put("journal", clean_journal(each.value), rule, each.line, 0.9)
        elif each.kind == "pmid":
            facts.put("pmid", find_pmid(f"PMID {each.value}"), rule, each.line, 0.98)
            facts.put("pmcid", find_pmcid(each.value), rule, each.line, 0.98)
        elif each.kind == "pmcid":
            facts.put("pmcid", find_pmcid(f"PMCID {each.value}"), rule, each.line, 0.98)
            facts.put("pmid", find_pmid(each.value), rule, each.line, 0.98)
        elif each.kind == "language" and len(each.value) < 30:
            facts.put("language", each.value.strip(" ."), rule, each.line, 0.9)


def _from_identifiers(facts: Facts, places: list[Place]) -> None:
    late: dict[str, Place] = {}
    for place in places:
        text = place.line.text
        facts.put("pmid", find_pmid(text), "PMID", place.line, 0.95)
        if "PMC" in text:
            facts.put("pmcid", find_pmcid(text), "PMCID", place.line, 0.95)
        if len(text) > 600 and not place.cited:
            continue
        for doi in find_dois(text)[:1]:
            if place.weight >= 1:
                facts.put("doi", doi, "DOI in the head", place.line, 0.9)
            late[doi] = place
    if len(late) == 1:
        doi, place = next(iter(late.items()))
        facts.put("doi", doi, "only DOI outside the body", place.line, 0.7)


def _from_volume_lines(facts: Facts, places: list[Place]) -> None:
    """ "Volume 8, Number 3, March 2017, pages 93-97", with or without the journal before it."""
    if "volume" in facts.values:
        return
    for index, place in enumerate(places):
        text = place.line.text
        volume = _VOLUME.search(text) if len(text) < 300 else None
        if volume is None or place.weight < 1 or is_prose(text):
            continue
        issue, pages = _ISSUE.search(text, volume.end()), _PAGES.search(text, volume.end())
        date = find_date(_without(text, volume, issue, pages))
        if issue is None and pages is None and date is None and volume["issue"] is None:
            continue
        line = place.line
        facts.put("volume", volume["volume"], "volume line", line, 0.85)
        facts.put("issue", volume["issue"] or (issue and issue["issue"]), "volume line", line, 0.85)
        if pages:
            value = expand_pages(pages["pages"] or pages["article"])
            facts.put("pages", value, "volume line", line, 0.85)
        facts.put_date(date, "volume line", line, 0.8)
        before = text[: volume.start()].rstrip(" ,.|>•·-–(")
        journal = clean_journal(before.split(" > ")[-1].split(" | ")[-1]) if before else None
        if not before and index:
            journal = _line_before(places, place)
        facts.put("journal", journal, "before the volume", line, 0.8)
        return


def _without(text: str, *found: re.Match[str] | None) -> str:
    for match in sorted((each for each in found if each), key=lambda each: -each.start()):
        text = f"{text[: match.start()]} ; {text[match.end() :]}"
    return text


def _from_journal_lines(facts: Facts, places: list[Place]) -> None:
    if "journal" in facts.values:
        return
    head = [place.line for place in places if place.weight >= 1]
    for line in head:
        text = line.text
        for rule, pattern in (("et al. journal", _ET_AL_SOURCE), ("published in", _PUBLISHED_IN)):
            found = pattern.match(text)
            if found:
                facts.put("journal", clean_journal(found["name"]), rule, line, 0.85)
                date = found.groupdict().get("date")
                facts.put_date(find_date(date) if date else None, rule, line, 0.85)
        found = _SCHOLAR.match(text)
        if found and read_names(found["names"]):
            facts.put("journal", clean_journal(found["name"]), "scholar line", line, 0.8)
            facts.put_date(find_date(found["year"]), "scholar line", line, 0.8)
        found = _ISSN.match(text)
        if found:
            facts.put("journal", clean_journal(found["name"]), "name before ISSN", line, 0.8)
        if has_navigation(text) and not is_prose(text):
            facts.put(
                "journal", clean_journal(strip_navigation(text)), "name before menu", line, 0.75
            )
    if "volume" in facts.values or facts.date:
        for line in head:
            if names_a_journal(line.text) and not is_address(line.text) and not is_menu(line.text):
                facts.put("journal", clean_journal(line.text), "line naming a journal", line, 0.6)


def _from_dates(facts: Facts, places: list[Place]) -> None:
    for place in places:
        text = place.line.text
        if len(text) < 400 and (found := _PUBLISHED.search(text)):
            facts.put_date(find_date(found["date"]), "publication date", place.line, 0.85)
    for place in places:
        text = place.line.text
        found = _YEAR_COPYRIGHT.search(text[:300]) if is_rights(text) else None
        if found and facts.date is None:
            facts.put_date(Day(int(found[1])), "copyright", place.line, 0.5)
