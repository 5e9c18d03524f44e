"""Cues that a text is the page of an article, weighed line by line."""

from __future__ import annotations

from searcher.formats.page.abstract.framing import speaks_of_itself
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.dates import YEAR, may_have_year
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.references import is_reference
from searcher.formats.page.kinds.sentences import is_dense
from searcher.formats.page.lines import read_lines
from searcher.formats.page.title.untitled import names_an_issue
from searcher.formats.page.unlabelled_terms import bulleted_terms, is_list_of_terms
from searcher.lazy import lazy_pattern

_SOURCE = lazy_pattern(
    r"\bISSN:?\s\d{4}-\d{3}[\dXx]\b|[Pp]ublished in:\s[A-Z][^.;:]{2,90}\b(?:19|20)\d\d\b"
)
LOOKED_AT = 20_000
"""Characters of a text whose lines are looked at."""

LONGEST_CITATION = 300
"""Characters of a line that can be nothing but a citation."""

_STRONG = frozenset({"abstract", "keywords", "publication_types", "mesh", "doi", "pmid", "pmcid"})


def likeness(text: str, enough: float) -> float:
    """How much a text looks like the page of one article; `enough` ends the search for cues."""
    last = text.count("\n", 0, LOOKED_AT) + 1
    read = read_lines(text)
    lines = [line.text for line in read if line.number <= last]
    score = 0.0
    untold = lines
    # Labels tell most pages, and are read again with the page; wording is the dearest to ask for.
    for cue in (_of_label, _of_citation, _of_wording):
        unread, untold = untold, []
        for line in unread:
            weight = cue(line)
            if weight is None:
                untold.append(line)
            else:
                score += weight
                if score >= enough:
                    return enough
    if "=====" in text and read and read[0].level == 1:
        # A title that is underlined on its line.
        score += 0.2
    if read and read[0].bullet and bulleted_terms(read):
        # Keywords over an abstract.
        score += 0.1
    # Paragraphs in two scripts: an abstract, and a body in another language.
    scripts = {is_dense(line) for line in lines if len(line) > 100}
    return score + 0.1 * (len(scripts) - 1 if scripts else 0)


def _of_label(text: str) -> float | None:
    label = find_label(text)
    if label is None:
        return None
    if label.kind in _STRONG:
        return 0.25
    return 0.15 if label.is_section or label.value else 0.05


def _of_citation(text: str) -> float | None:
    if len(text) > LONGEST_CITATION:
        return None
    dated = may_have_year(text) and YEAR.search(text)
    if find_citation(text) is not None or (dated and names_an_issue(text)):
        return 0.25
    told = ("ISSN" in text or "ublished in" in text) and _SOURCE.search(text)
    return 0.2 if told or find_dois(text) else None


def _of_wording(text: str) -> float:
    if len(text) > LONGEST_CITATION:
        return 0.1 if speaks_of_itself(text[:3000]) else 0.0
    around = is_address(text) or is_rights(text) or _is_around(text) or is_list_of_terms(text)
    return 0.1 if around or (len(text) > 150 and speaks_of_itself(text)) else 0.0


def _is_around(text: str) -> bool:
    """Whether a line is of what stands around an article: names, a menu, a reference."""
    return len(read_names(text)) > 1 or is_menu(text) or is_reference(text)
