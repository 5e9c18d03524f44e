"""Lines of a head that cannot be its title: menus, mastheads, dates, citations."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.formats.page.citation import find_citation, find_undated
from searcher.formats.page.dates import find_date
from searcher.formats.page.journals import has_navigation
from searcher.formats.page.labels import find_label
from searcher.formats.page.prose import (
    CACHED,
    has_citations,
    is_address,
    is_menu,
    is_prose,
    is_reference,
    is_rights,
)
from searcher.formats.page.terms import read_category
from searcher.formats.page.vocabulary import FIELDS

_NOT_TITLE = re.compile(
    r"https?:|www\.|@|^(?:doi|pmid|pmcid|issn|e-?issn|isbn|received|accepted|published|available"
    r"|correspond\w+|volume|vol\.?"
    r"|issue|pages?|e-?mail|tel|fax|figure|fig\.|table|source|section|sec\.|running|short"
    r"|previously"
    r"|key ?words?|citation|cite|editors?|edited"
    r"|academic|reviewed|affiliations?|from the|conflict|funding|grant|orcid|version|posted|last"
    r"|citations?|views?|downloads?"
    r"|metrics|crossref|corpus id|epub|nlm|©)\b(?=.*[\d:@©]|\s*$)|\blogo\b"
    r"|^(?:session|meeting|room|track|research output|supervisors?|notes?|reading list)\s?:"
    r"|^authors?\b|^(?:contributed equally|these authors|this author)\b|^(?:текст научной"
    r"|похожие темы)\b|^(?:share|cite|print|save)\s?[\"“:]|^(?:view"
    r"|show) .{0,40}$"
    r"|^(?:cite|read|view|show|download|browse|get|see|buy|order|add|save|print|share|submit"
    r"|explore"
    r"|enter|type|search|find|add|discover|learn|select|choose|skip|go|sign|log|jump|join)\s"
    r"(?:this|the|a|an|all|more|full|your|our|by|to|in|for|on|up|now|next|out|us|within|keywords?"
    r"|words?|text|terms?)\b|→$|\bhome ?page$",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    r"\b(?:volume|vol|issue|cilt|sayı|band|heft|tome|jahrgang)\b\.?\s?:?\s?\d", re.IGNORECASE
)
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?(?:€|USD|EUR)(?!\w)")
# "1 Department of ..., 2 Hospital of ..."
_AFFILIATIONS = re.compile(r"\(?1[).]?\s?[^\W\d_].*[,;]\s?\(?2[).]?\s?[^\W\d_]")
_SPACED = re.compile(r"(?:\w ){5,}\w$")
_INSTITUTION = re.compile(
    r"(?:[A-Z][\w'’&-]*|of|and|the|for|&)(?:\s(?:[A-Z][\w'’&-]*|of|and|the|for|&)){0,7}\s(?:Trust"
    r"|Hospitals?"
    r"|University|Institute|Cent(?:er|re)|College|School|Clinic|Foundation|Ministry|Academy"
    r"|Laborator(?:y|ies)"
    r"|Inc\.?|Ltd\.?|GmbH|LLC|Corporation|Company|Press|Publishers?|Publishing)$"
)
_FACTS = frozenset(FIELDS.values()) - {"title"} | {"info", "category", "cite", "affiliations"}
# How a Japanese title is read.
_READING = re.compile("[\u30a0-\u30ff ]+$")
_DATED = re.compile(
    r"\b(?:published|received|accepted|posted|publi[eé]|publiziert|publicado|re[cç]u)[:\s]+"
    r"(?:(?:online|on|le|em|en|am)[:\s]+)?(?:\d{1,2}(?!\d)|[A-Z][a-z]+\.? \d{1,2}(?!\d))",
    re.IGNORECASE,
)


@lru_cache(maxsize=CACHED)
def can_be_title(text: str) -> bool:
    """Whether nothing about a line says that it is something else than a title."""
    if len(text) < 8 or len(text) > 450 or not any(char.isalpha() for char in text):
        return False
    if is_menu(text) or is_rights(text) or is_address(text) or is_control(text):
        return False
    if _INSTITUTION.match(text) or _is_labelled(text):
        return False
    if read_category(text) is not None or has_navigation(text):
        return False
    if _MASTHEAD.search(text) or _SPACED.match(text) or _READING.match(text):
        return False
    if text.count("|") >= 2 or text.count(" > ") >= 1 or text.endswith(("…", "...")):
        return False
    if (
        is_reference(text)
        or "/>" in text
        or "[Internet]" in text
        or _PRICE.search(text)
        or text.startswith((".", ",", ";", ")", "/", "|"))
    ):
        return False
    if (text[0] == "(" and text[-1] == ")") or _AFFILIATIONS.match(text):
        return False
    if find_citation(text) is not None or find_undated(text) is not None:
        return False
    if len(text) < 40 and find_date(text) is not None:
        return False
    if _DATED.search(text) and find_date(text) is not None:
        return False
    if len(text) < 150 or not is_prose(text):
        return True
    return text.count(". ") < 2 and not has_citations(text)


def _is_labelled(text: str) -> bool:
    """Whether a line is a fact with its label ("Publisher: The House")."""
    label = find_label(text) if ":" in text[:40] else None
    return label is not None and bool(label.value) and label.kind in _FACTS


def is_control(text: str) -> bool:
    """Whether a line belongs to the site, or names a fact about the article."""
    return _NOT_TITLE.search(text) is not None
