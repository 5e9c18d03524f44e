"""What stands behind the abstract of a page that lost its line breaks, cut from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.dates import may_have_year, month_number
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import UPPER, any_of, words
from searcher.formats.page.words.sites import CONTROLS, NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS, SECTIONS

ABSTRACT = 250
"""Characters of an abstract before the introduction of the body can begin."""

CITED = 150
"""Characters in which a citation behind an abstract ends."""

SENTENCE = 40
"""Characters of the last sentence before it, which tell it from a stop within a name."""

SHORTEST_LIST = 9
"""Characters of the name of a list at least, which may stand amid a term otherwise."""

_SENTENCE_END = re.compile(rf"[.?!][\"'”’)\]]?\s(?=(?:\d\d?\s)?[{UPPER}©])")
# "... in the clinic. Show more", "... in the clinic [Read more]"
_CONTROL = re.compile(
    r"(?:(?<=[.?!…)\]»。])|(?<=[.?!…)\]»。]\s)|(?<=[\u3040-\u9fff])|(?<=[\u3040-\u9fff]\s))"
    rf"[\[(]?(?:{any_of(CONTROLS)})[\s.…\])»>]*$",
    re.IGNORECASE,
)
# "... in the clinic. 1. Introduction", "... in the clinic. 1 Introduction"
_NUMBERED = re.compile(r"([.?!]\s)\d{1,2}\.\s$")
_NUMBER = re.compile(r"\d\d?\s")
_NUMBERS = re.compile(r"\d\s?[;:(,]\s?\d")
_SIGNS = " .…])»>"
_OF_A_BODY = words("background hintergrund contexte antecedentes")
"""Headings with which a body can open as well; an aim is one of an abstract."""
_OPENERS = words("by no modified medical")
"""Labels of one word that open sentences as well."""
_LAST_LETTERS = frozenset(control[-2:] for control in CONTROLS)
_ENDING = ("keywords", "references", "aside", "publication_types", "mesh", "substances")
_BESIDE = ("cite", "info", "aside_abstract", "category", "affiliations", "foreign")
_TAILS = frozenset(
    (*(name for name, kind in HEADINGS.items() if kind in _ENDING), *NOTICES, *FIELDS, "©")
).difference(SECTIONS)
"""What may stand behind an abstract, as a heading or as a label."""

_LISTS = ("publication_types", "mesh", "substances")
_LIST_NAMES = any_of(
    name for name, kind in HEADINGS.items() if kind in _LISTS and len(name) > SHORTEST_LIST
)
_LISTED = re.compile(rf"\s(?P<name>{_LIST_NAMES})(?P<colon>:?)(?=\s|$)", re.IGNORECASE)

_LABELS = frozenset(name for name, kind in HEADINGS.items() if kind in _BESIDE).difference(
    SECTIONS, ("funding", "from the")
)
"""What may stand there too, but is a heading only where it has several words or a colon."""


def break_tail(text: str) -> list[str]:
    """Prose, and the lines behind it that begin with a heading or label after a sentence's end."""
    cuts = {0, len(text)}
    last = 0
    for found in _SENTENCE_END.finditer(text):
        start = found.end()
        # A figure before the stop is that of a list.
        ended, last = start - last > SENTENCE and text[found.start() - 1].isalpha(), start
        if ended and start > ABSTRACT and _is_cited(text[start : start + CITED]):
            cuts.add(start)
            continue
        numbered = _NUMBER.match(text, start)
        start = numbered.end() if numbered else start
        pieces = text[start : start + 80].split(" ")
        for count in range(min(4, len(pieces)), 0, -1):
            name = " ".join(pieces[:count])
            following = pieces[count] if count < len(pieces) else ""
            opens = name[-1] == ":" or _may_be_alone(name, following)
            if opens and count > 1 and SECTIONS.get(fold_label(name[:-1])) == "conclusion":
                # "AUTHORS' CONCLUSIONS: ..."
                break
            if opens and (_is_introduction(name) if numbered else _is_tail(name, start)):
                number = _NUMBERED.search(text, max(0, start - 6), start)
                cuts.add(number.end(1) if number else found.end())
                if name[-1] != ":":
                    cuts.add(start + len(name))
                break
    pieces = [piece for a, b in pairwise(sorted(cuts)) if (piece := text[a:b].strip())]
    return [part for piece in pieces for part in _part_lists(piece, text) if part]


def _part_lists(piece: str, text: str) -> Iterator[str]:
    """A piece behind prose; several where another list of terms follows in it."""
    start = 0
    for found in _LISTED.finditer(piece) if not text.startswith(piece) else ():
        if piece[found.start("name")].isupper():
            yield piece[start : found.start()].strip()
            start = found.start("name")
            if not found["colon"]:
                yield found["name"]
                start = found.end()
    yield piece[start:].strip()


def without_control(text: str) -> str:
    """A paragraph without what one clicks on behind its last sentence to see more or less of it."""
    end = text[-40:].rstrip(_SIGNS).lower()
    if end[-2:] not in _LAST_LETTERS or not end.endswith(CONTROLS):
        return text
    found = _CONTROL.search(text, len(text) - 60)
    return text[: found.start()].rstrip() if found else text


def _may_be_alone(name: str, following: str) -> bool:
    """Whether words without a colon may be a label: one word of a fact ("No", "By", "Modified")
    opens a sentence as well, but where a day or a number stands behind it."""
    label = fold_label(name)
    if following[:1].islower() or label in _OPENERS:
        return False
    if " " in label or FIELDS.get(label) in (None, "doi", "pmid", "pmcid"):
        return True
    return following[:1].isdigit() or month_number(following.strip(",.")) is not None


def _is_introduction(name: str) -> bool:
    """Whether words are the heading with which a body opens."""
    return fold_label(name.rstrip(":")) in INTRODUCTIONS


def _is_cited(text: str) -> bool:
    """Whether a text begins with a journal's name and the numbers of a citation."""
    if not (may_have_year(text) and _NUMBERS.search(text)):
        return False
    citation = find_citation(text)
    if citation is None or not citation.journal or citation.volume is None or citation.head:
        return False
    return text.startswith(citation.journal)


def _is_tail(name: str, start: int) -> bool:
    """Whether words at a place behind an abstract, with their colon, may be a heading there."""
    label = fold_label(name.rstrip(":"))
    if start > ABSTRACT and (_is_introduction(name) or label in _OF_A_BODY):
        return True
    return label in _TAILS or (label in _LABELS and (name[-1] == ":" or " " in label))
