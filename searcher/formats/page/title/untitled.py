"""Lines of a head that cannot be its title: menus, mastheads, dates, citations."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.citation import find_citation, find_undated
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.addresses import MAIL, is_address, opens_with_place
from searcher.formats.page.kinds.categories import has_no_abstract, read_category
from searcher.formats.page.kinds.dates import find_date, may_have_year
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.identifiers import find_dois, find_pmid
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import read_names, runs_names_together
from searcher.formats.page.kinds.phrases import ends_within, opens_within
from searcher.formats.page.kinds.prose import has_citations, is_prose
from searcher.formats.page.kinds.references import is_numbered_reference
from searcher.formats.page.kinds.sentences import CACHED, count_stops, count_words, is_dense
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import BETWEEN, DIGIT, any_of, beginnings, has_any, words
from searcher.formats.page.words.sites import (
    COMMANDED,
    COMMANDS,
    FACT_OPENINGS,
    NOTE_LABELS,
    SITE_OPENINGS,
)
from searcher.lazy import lazy_pattern

_SITE_MARKS = (
    *("http", "www.", "@", "logo", "page", "→", "issn"),
    *(".pdf", ".doc", ".ppt", ".htm", ".com/", ".org/", ".net/"),
)
_OF_SITE = lazy_pattern(
    rf"https?:|www\.|{MAIL.pattern}|\blogo(?:link)?\b|\bhome ?page$|→$|\bissn\b"
    r"|\.(?:pdf|docx?|pptx?|html?)(?:\s|$)|\.(?:com|org|net)/"
)
# "Edited by Anne Brown", "Second review by: Dr. Brown"
_ROLE = lazy_pattern(
    r"(?:[^\W\d_]+ ){1,3}(?:by|of|von|por|par|da|di|door|av)\s?:\s"
    r"|(?:[^\W\d_]+ ){0,2}[Ee]ditors?(?: [^\W\d_]+){0,4}\s?:\s"
    r"|(?:[^\W\d_]+e[dn] (?:[^\W\d_]+ ){0,2}|[^\W\d_]+ )by\s"
)
# A tag or a declaration, not a few words in italics.
_MARKUP = lazy_pattern(r"\?{0,2}<(?!/?(?:i|b|em|strong|sup|sub)>)[!?/a-z]", re.IGNORECASE)
# "Source: the ward", "Volume 3", but not "Volume-regulated channels ...: a study"
_FACT = lazy_pattern(
    rf"(?:{any_of(FACT_OPENINGS)}|correspond\w+)\b(?![-–][a-z])(?=.{{0,24}}[\d:@©]|.*:$|\s*$)"
)
_FACT_LETTERS = beginnings(*FACT_OPENINGS, "correspond")
_OPENING_LETTERS = beginnings(*SITE_OPENINGS, *NOTE_LABELS, *COMMANDS)
_OPENING = lazy_pattern(
    rf"(?:{any_of(SITE_OPENINGS)})\b|(?:{any_of(NOTE_LABELS)})\s?:"
    # "Search for enteric pathogens in patients of a clinic" is no command, which is short.
    rf"|(?:{any_of(COMMANDS)})\s(?:{any_of(COMMANDED)})\b(?=.{{0,40}}$)"
    r"|(?:share|cite|print|save)\s?[\"“:]|(?:view|show) .{0,40}$"
    r"|sec\.\s|.{0,4}(?:特集|連載|专题|專題|특집)[\s:：]"
)
# "2016 by the Ward Foundation", where the sign before it is lost
_RIGHTS = lazy_pattern(r"\b(?:19|20)\d\d by (?:the )?[A-Z]")
# "Ward Research xxx (xxxx) xxx"
_UNNUMBERED = lazy_pattern(r"\bx{2,4}\s?\(|\bx{3}[-–—]x{3}\b")
# "ALT, a liver enzyme; CT, computed tomography": what stands under a table.
_ABBREVIATED = lazy_pattern(r"[A-Z][\w-]{0,7}[,:=] ?[a-z][^;,]{2,60}; ?[A-Z][\w-]{0,7}[,:=] ?\w")
# "Posters: Wards (55 abstracts)": the heading of a list, and how long it is.
_COUNTED = lazy_pattern(r"\(\d+ (?:abstracts|articles|papers|items|results|records)\)$")
# "(p < 0.01)": what a result is followed by.
_PROBABILITY = lazy_pattern(r"\b[pP]\s?[<=≤>]\s?0[.,]0")
# Dots, or the kind of a reference.
_CUT = lazy_pattern(r"(?:\.\.\.|…) [-–|] ")
# "Ref.Age, sexClinical findingsForm": the cells of a table, between which nothing is left.
_CELLS = lazy_pattern(r"(?:[a-zà-ÿ]{2}|[a-zA-Z]\))(?=[A-ZÀ-Ý][a-zà-ÿ]{2})")
_CUT_ENDS = ("…", "...", "[J]", "[D]", "[C]")
_STEPS = (">", "»", "›", "▶", "►", "→", "[Int")
# "c.12C > T" and "> 65 years" are of titles.
_STEP = lazy_pattern(r" [>»›▶►→] (?!\d|or\b|[A-Z]\b)|/>|\[Internet\]")
_CLICKED = tuple(
    f" {verb} {thing}"
    for verb in ("view", "see")
    for thing in ("project", "profile", "all", "more")
)
_MASTHEAD = lazy_pattern(
    rf"{BETWEEN}(?:vol(?:ume[ns]?)?|issue|cilt|sayı|band|heft|tom[eo]?|jahrgang|n[úu]m(?:ero)?"
    r"|ro(?:čník|cznik)|том)\b\.?\s?:?\s?\d|№\s?\d"
)
_CURRENCIES = ("$", "€", "£", "¥", "USD", "EUR")
_PRICE = lazy_pattern(r"[$€£¥]\s?\d|\d\s?(?:€|USD|EUR)(?!\w)")
# "4 PUBLICATIONS 11 CITATIONS"
_COUNTS = lazy_pattern(r"(?:\d[\d.,]*k? [A-Z]{4,}(?:\s+|$))+")
# "Total Views/Downloads: 1461", but not "Fevers of the world: 2019"
_COUNTER = lazy_pattern(r"[^:]{3,60}:\s?(?!(?:19|20)\d\d$)\d[\d.,]*")
_INSTITUTIONS = words(
    "Trust Hospital Hospitals University Institute Center Centre College School Clinic Foundation "
    "Ministry Academy Laboratory Laboratories Inc Inc. Ltd Ltd. GmbH LLC Corporation Company Press "
    "Publisher Publishers Publishing"
)
# "Internal Medicine", "Obstetrics & Gynecology": a department, a category of a site.
_SCIENCES = (
    *("ology", "iatry", "iatrics", "etrics", "ología", "iatría", "ologie", "iatrie"),
    *("ologia", "iatria"),
)
_PRACTICES = (
    *("medicine", "surgery", "nursing", "pharmacy", "medicina", "medizin", "médecine"),
    *("cirugía", "cirurgia", "chirurgie"),
)
FIELD_ENDS = _SCIENCES + _PRACTICES
"""How the name of a field of medicine ends, in lower case."""
_FIELD = rf"(?:\w+(?:{any_of(_SCIENCES)})|{any_of(_PRACTICES)})"
_SPECIALTY = lazy_pattern(
    rf"(?:[\w-]+ )?{_FIELD}(?:(?:,? (?:and|&|y|et|und|e)|,|/) ?(?:[\w-]+ )?{_FIELD})*"
)
_CAPITALS = lazy_pattern(r"(?:(?:[A-Z][\w'’&-]*|of|and|the|for|&)\s){1,8}[A-Z]\w*\.?$")
_FACTS = frozenset(FIELDS.values()) - {"title"} | {"info", "category", "cite", "affiliations"}
_STATED = ("Published by ", "Published in: ", " partial fulfil")
_DATED = lazy_pattern(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \w+ \w+|"
    r"\b(?:published|received|accepted|posted|publi[eé]|publiziert|publicado|re[cç]u)[:\s]+"
    r"(?:(?:online|on|le|em|en|am)[:\s]+)?(?:\d{1,2}(?!\d)|[A-Z][a-z]+\.? \d{1,2}(?!\d))",
    re.IGNORECASE,
)
_TIME = lazy_pattern(r"(?<!\d)[0-2]\d:[0-5]\d:[0-5]\d(?!\d)|0000-000\d-\d{4}-\d{3}[\dX]")
_COMPOUND_BEGINS = ("-induced", "-associated", "-mediated", "-based")
# "11 Feb 2024", "11 de febrero de 2024", "11.2.2024", "2024年2月11日"
_DAY = lazy_pattern(
    r"(?<!\d)\d{1,2}(?:[./-]\d{1,2}[./-]|\.?[ -](?:de )?[^\W\d_]{3,10}\.?,?[ -](?:de )?)"
    r"(?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:-\d\d-\d\d|年\d{1,2}月)"
)

MOST_GLUED = 3
"""Words that capitals alone part from the one before, in the names of devices and genes."""

MANY = 6
"""Members of a list without a joining word from which on it is no title."""

SHORTEST, LONGEST = 8, 450
"""Characters of a title."""


@lru_cache(maxsize=CACHED)
def can_be_title(text: str) -> bool:
    """Whether nothing about a line says that it is something else than a title."""
    if not SHORTEST <= len(text) <= LONGEST or is_menu(text) or is_address(text):
        return False
    if is_beside(text) or not any(map(str.isalpha, text)) or _is_fragment(text):
        return False
    if _is_institution(text) or _names_a_role(text):
        return False
    if 3 * text.count(" ") > len(text) or (text[0].isdigit() and _COUNTS.fullmatch(text)):
        return False  # letters set apart, or counters
    if text[-1].isdigit() and _COUNTER.fullmatch(text):
        return False
    if _is_labelled(text) or runs_names_together(text) or len(_CELLS.findall(text)) > MOST_GLUED:
        return False
    if " by " in text and _RIGHTS.search(text):
        return False
    if has_any(text, _STATED) or (text[:3].lower() == "in " and names_a_journal(text[3:])):
        return False
    if DIGIT.search(text) and _is_numbered(text):
        return False
    if len(text) < 150 or not is_prose(text):
        return True
    return count_stops(text) < 2 and not has_citations(text)


@lru_cache(maxsize=CACHED)
def is_beside(text: str) -> bool:
    """Whether a line is of what stands around a title, also where a title is glued to it."""
    if len(text) < SHORTEST or is_rights(text) or is_control(text):
        return True
    if read_category(text) is not None or lists_names_or_terms(text):
        return True
    return is_address(text) and opens_with_place(text)


def _is_institution(text: str) -> bool:
    """Whether a line is the name of a house ("The Royal Example Hospital")."""
    return text.rpartition(" ")[2] in _INSTITUTIONS and _CAPITALS.match(text) is not None


def _is_fragment(text: str) -> bool:
    """Whether a line is cut short, in brackets, or of several entries."""
    if (
        text.lstrip('"“')[:1] in ".,;)/|"
        or text.startswith("- ")
        or (text[0] in "<?" and _MARKUP.match(text) is not None)
        or text.rstrip(" .").endswith(_CUT_ENDS)
        or text.endswith("...")
        or " © " in text
        or (has_any(text, ("... ", "… ")) and _CUT.search(text) is not None)
        or text[-1] in ";/"
        or (text[0] == "(" and text[-1] == ")")
        or (text[0] == "[" and text[-1] == "]" and text.count("[") > 1)
    ):
        return True
    if ("0.0" in text or "0,0" in text) and _PROBABILITY.search(text):
        return True
    if "xx" in text and _UNNUMBERED.search(text):
        return True
    if (";" in text and _ABBREVIATED.match(text)) or (text[-1] == ")" and _COUNTED.search(text)):
        return True
    if text.count("|") >= 2:
        return True
    return has_any(text, _STEPS) and _STEP.search(text) is not None


def lists_names_or_terms(text: str) -> bool:
    """Whether a line is a list of a few words each that begin with a capital, as far as their
    letters have any, or of many: the last member of a title that lists things is joined by a
    word."""
    if text.count(",") < 2 or ":" in text or " and " in text:
        return False
    pieces = text.split(", ")
    if len(pieces) >= MANY and all(piece.count(" ") < 3 for piece in pieces):
        return True
    most = 5 if len(pieces) > 3 else 3
    return len(pieces) > 2 and all(
        not piece[:1].islower() and piece.count(" ") < most for piece in pieces
    )


def _names_a_role(text: str) -> bool:
    """Whether a line says who did something for the article."""
    role = _ROLE.match(text) if " by " in text or ": " in text else None
    return role is not None and bool(read_names(text[role.end() :]))


def _is_numbered(text: str) -> bool:
    """Whether the numbers of a line are those of a volume, a price, marks, a citation, a date."""
    if names_an_issue(text) or names_a_price(text):
        return True
    if is_numbered_reference(text) or find_citation(text) or find_undated(text):
        return True
    if find_dois(text) or find_pmid(text) or (has_any(text, (":", "0000-")) and _TIME.search(text)):
        return True
    if not may_have_year(text):
        return False
    if len(_DAY.findall(text)) > 1:
        return True
    # In signs there is room for a title beside a year.
    titled = is_dense(text) and not text[0].isdigit() and count_words(text) > 5
    short = len(text) < 40 and not titled
    return find_date(text) is not None and (short or _DATED.search(text) is not None)


def names_a_price(text: str) -> bool:
    """Whether a line says what something costs."""
    return has_any(text, _CURRENCIES) and _PRICE.search(text) is not None


def names_an_issue(text: str) -> bool:
    """Whether a line names a volume or an issue by its number."""
    return _MASTHEAD.search(f" {text.lower()}") is not None


def _is_labelled(text: str) -> bool:
    """Whether a line is a fact or a section with its label ("Publisher: The House")."""
    label = find_label(text) if ":" in text[:40] or " - " in text[:20] else None
    if label is None or not label.value:
        return False
    # "Case report: Purpura after quinine" is a title.
    return label.kind in _FACTS or (
        label.is_section and read_category(text.partition(":")[0]) is None
    )


def is_control(text: str) -> bool:
    """Whether a line belongs to the site, or names a fact about the article, a field of medicine or
    a kind of article without an abstract."""
    lowered = text.lower()
    if len(text) < 60 and has_no_abstract(text):
        return True
    if len(text) < 60 and lowered.endswith(FIELD_ENDS) and _SPECIALTY.fullmatch(lowered):
        return True
    if lowered.endswith(_CLICKED) or (has_any(lowered, _SITE_MARKS) and _OF_SITE.search(lowered)):
        return True
    opening = lowered[:2]
    if opening in _FACT_LETTERS and _FACT.match(lowered):
        return True
    said = opening in _OPENING_LETTERS or not text.isascii()
    return said and _OPENING.match(lowered) is not None


def is_cut(text: str) -> bool:
    """Whether a text ends, or begins, in the middle of a phrase."""
    if text[0].islower() and opens_within(text):
        return True
    return text[-1] == "," or text.endswith(_COMPOUND_BEGINS) or ends_within(text)
