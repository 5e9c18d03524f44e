"""Facts about the article from its citations, labelled values and identifiers."""

from __future__ import annotations

import re

from searcher.formats.page.citation.behind_name import split_numbers
from searcher.formats.page.citation.names import is_name
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.identifiers import find_dois, find_pmcid, find_pmid
from searcher.formats.page.masthead import (
    Facts,
    Place,
    read_numbers_alone,
    read_undated,
    read_volume_lines,
)
from searcher.formats.page.masthead.beside import read_beside, read_title_bar
from searcher.formats.page.masthead.foreign import is_foreign, without_references
from searcher.formats.page.masthead.full_names import spell_out
from searcher.formats.page.masthead.journal_lines import read_journal_lines, read_preprint
from searcher.formats.page.masthead.notices import read_notices
from searcher.formats.page.masthead.publication_dates import read_dates, read_history
from searcher.formats.page.own_citation import FEWEST_BLANKS, drop_authors, read_citation
from searcher.formats.page.values import Field
from searcher.formats.page.words.lists import DIGIT
from searcher.lazy import lazy_pattern

_ONLINE = lazy_pattern(r"\b(?:first|online|epub|electronic|ahead|posted|early)\b", re.IGNORECASE)


def gather_facts(places: list[Place], fields: list[Field], title: str | None) -> Facts:
    """Journal, date, volume, issue, pages and identifiers that belong to the article itself.

    `places` are the lines outside abstract, body and references; `fields` the labelled values
    there; `title` decides whether a full citation is the article's own.
    """
    places = [place for place in places if not is_foreign(place.line.text, place.cited)]
    places = without_references(places, title)
    numbered = [place for place in places if DIGIT.search(place.line.text)]
    facts = Facts()
    read_citation(facts, places, numbered, title)
    drop_authors(facts, places)
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
        if len(text) > 600:
            continue
        if pmid := find_pmid(text):
            facts.put("pmid", pmid, "PMID", place.line, 0.95)
        if "PMC" in text:
            facts.put("pmcid", find_pmcid(text), "PMCID", place.line, 0.95)
        for doi in find_dois(text)[:1]:
            if place.weight >= 1:
                facts.put("doi", doi, "DOI in the head", place.line, 0.9)
            late[doi] = place
    if len(late) == 1:
        doi, place = next(iter(late.items()))
        facts.put("doi", doi, "only DOI outside the body", place.line, 0.7)
