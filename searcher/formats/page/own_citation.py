"""The article's own citation among the lines of its page, and what it says."""

from __future__ import annotations

from typing import NamedTuple

from searcher.formats.page.citation import MAX_CITATION, Citation, find_citation
from searcher.formats.page.citation.forms import UNDER_TITLE
from searcher.formats.page.citation.glued import without_publisher
from searcher.formats.page.citation.names import is_name
from searcher.formats.page.citation.other_forms import AUTHOR_YEAR
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.furniture import is_rights
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.references import is_reference
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Facts, Place, line_before, opens_with_volume
from searcher.formats.page.masthead.foreign import is_foreign
from searcher.formats.page.title.cited import same_title, split_head
from searcher.formats.page.title.untitled import can_be_title
from searcher.lazy import lazy_pattern

LONGEST_TITLE = 400
"""Characters of what can be the title in a citation; where lines run together it holds more."""

FEWEST_BLANKS = 4
"""Blanks of a title from which on it is rather one than a journal."""

WORDS_TO_A_SURNAME = 3
"""Words of one author's name at most."""

_RUNNING = lazy_pattern(
    r"([A-ZÀ-Ý][\w'’-]+) (?:and|&) ([A-ZÀ-Ý][\w'’-]+) (?=[A-ZÀ-Ý][\w'’-]*(?: |$))"
)


class _Found(NamedTuple):
    citation: Citation
    place: Place
    score: float


def read_citation(
    facts: Facts, places: list[Place], numbered: list[Place], title: str | None
) -> None:
    """What the best of the page's citations says, and title and names in the first full one."""
    found = _citations(numbered, title)
    if not found:
        _from_cited_year(facts, numbered)
        return
    best = found[0]
    citation, line = best.citation, best.place.line
    journal = _journal_of(citation, best.place, title)
    if journal is None and citation.start < 4 and citation.rule != UNDER_TITLE:
        journal = line_before(places, best.place, certain=True)
    confidence = min(0.98, 0.4 + best.score / 5)
    _put(facts, citation._replace(journal=journal), f"citation {citation.rule}", line, confidence)
    for each in found:
        # The best citation may be the masthead, which says no title.
        full, line = each.citation, each.place.line
        if full.head and full.journal == citation.journal and not is_rights(line.text):
            cited, facts.cited_names = split_head(full.head)
            facts.cited_title = cited if cited and _can_be_cited(cited) else None
            facts.put("doi", _doi_of(full, line), "own citation", line, 0.9)
            break


def _journal_of(citation: Citation, place: Place, title: str | None) -> str | None:
    """The journal of a citation, which may be taken for what goes on behind the title."""
    journal, text = citation.journal, place.line.text
    short = journal == title and (title or "").count(" ") < FEWEST_BLANKS
    if journal is None or (title and journal.startswith(title) and not short):
        journal = _behind_title(text[: citation.start], title)
    return without_publisher(journal) if journal and place.in_source else journal


def _put(facts: Facts, citation: Citation, rule: str, line: Line, confidence: float) -> None:
    """Adds what a citation says, and the DOI behind it."""
    for name in ("journal", "volume", "issue", "pages"):
        facts.put(name, getattr(citation, name), rule, line, confidence)
    facts.put_date(citation.date, rule, line, confidence)
    facts.put("doi", _doi_of(citation, line), rule, line, confidence)


def _doi_of(citation: Citation, line: Line) -> str | None:
    return next(iter(find_dois(line.text[citation.start :])), None)


def drop_authors(facts: Facts, places: list[Place]) -> None:
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
        if surnames <= said and len(said) <= WORDS_TO_A_SURNAME * len(surnames):
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
        foreign = is_foreign(text) or is_reference(text)
        citation = None if foreign else find_citation(text)
        if citation is None or citation.journal is None or citation.volume is None:
            continue
        if citation.head:
            return
        own[citation.journal] = (citation, place)
    if len(own) == 1:
        citation, place = next(iter(own.values()))
        _put(facts, citation, "remote citation", place.line, 0.5)


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
