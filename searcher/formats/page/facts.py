"""Facts about the article from its citations, labelled values and identifiers."""

from __future__ import annotations

import re
from typing import NamedTuple

from searcher.formats.page.citation import MAX_CITATION, Citation, find_citation
from searcher.formats.page.citation.behind_name import split_numbers
from searcher.formats.page.citation.forms import UNDER_TITLE
from searcher.formats.page.citation.glued import without_publisher
from searcher.formats.page.citation.names import is_name
from searcher.formats.page.citation.other_forms import AUTHOR_YEAR
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.dates import find_date, may_have_year
from searcher.formats.page.kinds.furniture import is_rights
from searcher.formats.page.kinds.identifiers import find_dois, find_pmcid, find_pmid
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.masthead import (
    Facts,
    Place,
    line_before,
    opens_with_volume,
    read_numbers_alone,
    read_undated,
    read_volume_lines,
)
from searcher.formats.page.masthead.beside import read_beside, read_title_bar
from searcher.formats.page.masthead.full_names import spell_out
from searcher.formats.page.masthead.journal_lines import read_journal_lines, read_preprint
from searcher.formats.page.masthead.notices import read_notices
from searcher.formats.page.masthead.publication_dates import read_dates, read_history
from searcher.formats.page.title.cited import same_title, split_head
from searcher.formats.page.title.untitled import can_be_title
from searcher.formats.page.values import Field
from searcher.formats.page.words.lists import DIGIT, beginnings, by_initial

LONGEST_TITLE = 400
"""Characters of what can be the title in a citation; where lines run together it holds more."""

FEWEST_BLANKS = 4
"""Blanks of a title from which on it is rather one than a journal."""

_FOREIGN_OPENINGS = (
    *("erratum", "corrigendum", "correction", "comment(?:s|ed)? (?:in|on)", "update (?:in|of)"),
    *(r"retract\w+", "republished", "now published", "this corrects", "original article:"),
    "this article (?:corrects|comments|relates|has been (?:corrected|cited|retracted))",
    *("see (?:also|comment)", "summary for patients", "reprinted", "companion", "related"),
    *("cited by", r"supplement(?:ary|al)? (?:data|material|info\w*)", "expression of concern"),
    *("data (?:are|is|availab)", "dataset", "preprint", "a (?:correction|erratum|comment)"),
    *("previous version", "an erratum"),
)
_FOREIGN_LETTERS = beginnings(*_FOREIGN_OPENINGS)
_FOREIGN = re.compile(rf"\W*(?:{by_initial(_FOREIGN_OPENINGS)}|\[\d+\])")
_NUMBERED = re.compile(r"\W*\d{1,3}\. [A-Z][\w'-]+ [A-Z]{1,3}[,.]")
# "1Smith J, Doe AB. Fever. J Wards 2012", "Smith, J., Doe, A., 2011. Fever."
_REFERENCE = re.compile(
    r"\W{0,2}(?:\d{1,3}[.)]?\s?)?(?:[A-Z][a-z]{1,3}\s)?[A-ZÀ-Ý][\w'’-]+,?\s(?:[A-Z]{1,3}|(?:[A-Z]{1,2}\.[\s-]?){1,3})[.,;]"
    r".*\b(?:19|20)\d\d\b"
)
# "[J]", "[M/OL]": what kind of thing a reference is to.
_KIND = re.compile(r"\[[JMDC](?:/OL)?\]")
_WORD = re.compile(r"[^\W\d_]+")
_RUNNING = re.compile(
    r"([A-ZÀ-Ý][\w'’-]+) (?:and|&) ([A-ZÀ-Ý][\w'’-]+) (?=[A-ZÀ-Ý][\w'’-]*(?: |$))"
)
LONGEST_NAME = 3
"""Words of one author's name at most."""

_ONLINE = re.compile(r"\b(?:first|online|epub|electronic|ahead|posted|early)\b", re.IGNORECASE)


class _Found(NamedTuple):
    citation: Citation
    place: Place
    score: float


def gather_facts(places: list[Place], fields: list[Field], title: str | None) -> Facts:
    """Journal, date, volume, issue, pages and identifiers that belong to the article itself.

    `places` are the lines outside abstract, body and references; `fields` the labelled values
    there; `title` decides whether a full citation is the article's own.
    """
    places = [place for place in places if not is_foreign(place.line.text)]
    places = _without_references(places, title)
    numbered = [place for place in places if DIGIT.search(place.line.text)]
    facts = Facts()
    _from_citation(facts, places, numbered, title)
    _without_authors(facts, places)
    _from_dated_fields(facts, fields, online=False)
    _from_fields(facts, fields)
    _from_identifiers(facts, numbered)
    read_undated(facts, places)
    read_volume_lines(facts, places)
    _from_dated_fields(facts, fields, online=True)
    read_dates(facts, places, title)
    if title and facts.values.get("journal") == title and not _is_short_name(facts, places):
        # The line above a volume was the title.
        del facts.values["journal"]
    read_journal_lines(facts, [place for place in places if place.line.text != title])
    read_preprint(facts, places)
    read_numbers_alone(facts, places)
    read_beside(facts, places, title)
    read_title_bar(facts, places, title)
    if title or "doi" in facts.values:
        read_notices(facts, places)
    spell_out(facts, places)
    read_history(facts, places)
    return facts


def _is_short_name(facts: Facts, places: list[Place]) -> bool:
    """Whether the journal has few words, and stands before its numbers on their own line."""
    name, said = facts.values["journal"], facts.evidence["journal"]
    if name.count(" ") >= FEWEST_BLANKS or not said.rule.startswith("citation"):
        return False
    return any(
        (place.line.number,) * 2 == said.lines and name in place.line.text for place in places
    )


def is_foreign(text: str) -> bool:
    """Whether a line speaks about another article than the page's own."""
    opening = text[:2].lower()
    if opening[:1].isalpha():
        return opening in _FOREIGN_LETTERS and _FOREIGN.match(text[:200].lower()) is not None
    return (_FOREIGN.match(text[:200].lower()) or _NUMBERED.match(text)) is not None


def _is_reference(text: str) -> bool:
    if may_have_year(text) and _REFERENCE.match(text):
        return True
    return "[" in text and _KIND.search(text) is not None


def _without_references(places: list[Place], title: str | None) -> list[Place]:
    """The places without lines that are other people's papers: three or more of them are a list
    of references that has no heading."""
    listed = [
        place
        for place in places
        if not place.cited
        and _is_reference(place.line.text)
        and not (title and title.casefold() in place.line.text.casefold())
    ]
    # Other styles of one citation begin with the same name.
    if len({_WORD.findall(place.line.text)[0] for place in listed}) < 3:
        return places
    first, last = listed[0].line.number, listed[-1].line.number
    return [place for place in places if not first <= place.line.number <= last]


def _from_citation(
    facts: Facts, places: list[Place], numbered: list[Place], title: str | None
) -> None:
    found = _citations(numbered, title)
    if not found:
        _from_cited_year(facts, numbered)
        return
    best = found[0]
    citation, line = best.citation, best.place.line
    confidence = min(0.98, 0.4 + best.score / 5)
    journal = citation.journal
    short = journal == title and (title or "").count(" ") < FEWEST_BLANKS
    if journal is None or (title and journal.startswith(title) and not short):
        journal = _behind_title(line.text[: citation.start], title)
    if journal and best.place.in_source:
        journal = without_publisher(journal)
    if journal is None and citation.start < 4 and citation.rule != UNDER_TITLE:
        journal = line_before(places, best.place, certain=True)
    facts.put("journal", journal, f"citation {citation.rule}", line, confidence)
    for name in ("volume", "issue", "pages"):
        facts.put(name, getattr(citation, name), f"citation {citation.rule}", line, confidence)
    facts.put_date(citation.date, f"citation {citation.rule}", line, confidence)
    dois = find_dois(line.text[citation.start :])
    if dois:
        facts.put("doi", dois[0], f"citation {citation.rule}", line, confidence)
    for each in found:
        # The best citation may be the masthead, which says no title.
        own = each.citation.head and not is_rights(each.place.line.text)
        if own and each.citation.journal == citation.journal:
            cited, _ = split_head(each.citation.head)
            facts.cited_title = cited if cited and _can_be_cited(cited) else None
            dois = find_dois(each.place.line.text[each.citation.start :])
            facts.put("doi", next(iter(dois), None), "own citation", each.place.line, 0.9)
            break


def _without_authors(facts: Facts, places: list[Place]) -> None:
    """Takes the surnames of the article's two authors from before its journal, where they stand
    in a running head: "Lee and Ek Ward Letters (2019) 19:123"."""
    journal = facts.values.get("journal", "")
    running = _RUNNING.match(journal)
    rest = journal[running.end() :] if running else ""
    if running is None or not is_name(rest):
        return
    surnames = {surname.casefold() for surname in running.groups()}
    for place in places:
        text = place.line.text.casefold()
        known = place.weight >= 1 and all(map(text.__contains__, surnames))
        names = read_names(place.line.text) if known else ()
        said = {word.strip("0123456789*†,") for name in names for word in name.casefold().split()}
        if surnames <= said and len(said) <= LONGEST_NAME * len(surnames):
            facts.values["journal"] = rest
            return


def _behind_title(text: str, title: str | None) -> str | None:
    """The journal between the title and the numbers of a citation that parts all by commas."""
    start = text.casefold().rfind(title.casefold()) if title else -1
    return clean_journal(text[start + len(title or "") :].lstrip(".")) if start >= 0 else None


def _from_cited_year(facts: Facts, places: list[Place]) -> None:
    """The year behind the names, where the citation is cut off before it tells anything else."""
    for place in places:
        year = AUTHOR_YEAR.search(place.line.text[:300]) if place.cited else None
        if year and read_names(place.line.text[: year.start()]):
            facts.put_date(find_date(year[0]), "year of the citation", place.line, 0.7)


def read_remote(facts: Facts, places: list[Place]) -> None:
    """The one citation without a title amid body and side lists."""
    own: dict[str, tuple[Citation, Place]] = {}
    for place in places:
        text = place.line.text
        foreign = is_foreign(text) or _is_reference(text)
        citation = None if foreign else find_citation(text)
        if citation is None or citation.journal is None or citation.volume is None:
            continue
        if citation.head:
            return
        own[citation.journal] = (citation, place)
    if len(own) == 1:
        citation, place = next(iter(own.values()))
        for name in ("journal", "volume", "issue", "pages"):
            facts.put(name, getattr(citation, name), "remote citation", place.line, 0.5)
        facts.put_date(citation.date, "remote citation", place.line, 0.5)
        dois = find_dois(place.line.text[citation.start :])
        facts.put("doi", next(iter(dois), None), "remote citation", place.line, 0.5)


def _can_be_cited(title: str) -> bool:
    """Whether what a citation has for its title is one, not the first name or the journal."""
    return len(title) <= LONGEST_TITLE and can_be_title(title) and not title.endswith("et al")


def _citations(places: list[Place], title: str | None) -> list[_Found]:
    found: list[_Found] = []
    for place in places:
        text = place.line.text
        if len(text) > MAX_CITATION:
            continue
        citation = find_citation(_parted(text, title))
        if citation is None:
            continue
        own = place.cited or (title is not None and title in citation.head)
        if not own and _inside_prose(text, citation):
            continue
        score = place.weight * 2 + place.cited * 0.3
        score += (citation.journal is not None) + 0.5 * (citation.volume is not None)
        if citation.head and not is_rights(text) and not opens_with_volume(citation.head):
            cited, _ = split_head(citation.head)
            same = title is not None and cited is not None and same_title(cited, title)
            same = same or (title is not None and _ends_alike(citation.head, title))
            if not same and title and not place.cited and place.weight < 1:
                continue
            score += 1.0 if same else -0.5
        found.append(_Found(citation, place, score))
    strangers = {each.citation.head for each in found if each.citation.head and each.score < 3.5}
    if len(strangers) > 2:
        # A list of other people's papers: none of them is this article.
        found = [each for each in found if each.citation.head not in strangers]
    return sorted(found, key=lambda each: -each.score)


def _parted(text: str, title: str | None) -> str:
    """A citation with a full stop behind the title, where a comma parts it from the journal:
    "Lee A (2019) The title, in two wards, Ward Letters, 12:3"."""
    start = text.find(title) if title else -1
    behind = text[start + len(title or "") :]
    sign = behind[: behind.find(",") + 1] if start >= 0 else ""
    if len(sign) == 1 or sign in ("',", "’,"):
        return text[: -len(behind)] + sign[-1::-1].replace(",", ".") + behind[len(sign) :]
    return text


def _ends_alike(head: str, title: str) -> bool:
    """Whether what stands before a journal ends as the title: columns run through the rest."""
    last = " ".join(head.split()[-2:])
    return " " in last and title.endswith(f" {last}")


def _inside_prose(text: str, citation: Citation) -> bool:
    if len(citation.head) > 150 and ". " in citation.head and is_prose(citation.head):
        # "Parts of this thesis have appeared as: ..."
        _, names = split_head(citation.head)
        return not names
    return len(text) > 300 and is_prose(text) and citation.start > 200 and not citation.head


def _from_dated_fields(facts: Facts, fields: list[Field], online: bool) -> None:
    """Labelled dates; when an article went online counts only where no issue tells a date."""
    for kind in ("date", "year", "issue"):
        for each in fields:
            if each.kind == kind and bool(_ONLINE.search(each.line.text[:60])) is online:
                facts.put_date(find_date(each.value), f"label {kind}", each.line, 0.85)


def _from_fields(facts: Facts, fields: list[Field]) -> None:
    for each in fields:
        rule = f"label {each.kind}"
        if each.kind == "doi":
            facts.put("doi", next(iter(find_dois(each.value)), None), rule, each.line, 0.95)
        elif each.kind == "journal":
            name, numbers = split_numbers(each.value)
            # Under its label a name may be in lower case.
            lower = is_name(name.title()) and name.islower()
            journal = clean_journal(name) or (name.strip() if lower else None)
            facts.put("journal", journal, rule, each.line, 0.9)
            facts.put_date(find_date(numbers) if numbers else None, rule, each.line, 0.8)
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
        if pmid := find_pmid(text):
            facts.put("pmid", pmid, "PMID", place.line, 0.95)
        if "PMC" in text:
            facts.put("pmcid", find_pmcid(text), "PMCID", place.line, 0.95)
        if len(text) > 600:
            continue
        for doi in find_dois(text)[:1]:
            if place.weight >= 1:
                facts.put("doi", doi, "DOI in the head", place.line, 0.9)
            late[doi] = place
    if len(late) == 1:
        doi, place = next(iter(late.items()))
        facts.put("doi", doi, "only DOI outside the body", place.line, 0.7)
