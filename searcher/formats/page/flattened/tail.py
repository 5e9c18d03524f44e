"""What stands behind the abstract of a page that lost its line breaks, cut from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from searcher.formats.page.citation import find_citation
from searcher.formats.page.flattened.behind import is_list, opens_behind
from searcher.formats.page.flattened.labels import break_labels
from searcher.formats.page.kinds.dates import may_have_year, month_number
from searcher.formats.page.kinds.label_sets import LabelSet
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.sentences import is_running
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import UPPER, any_of, words
from searcher.formats.page.words.sites import CONTROLS, NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS, SECTIONS
from searcher.lazy import lazy_pattern

ABSTRACT = 250
"""Characters of an abstract before the introduction of the body can begin."""

CITED = 150
"""Characters in which a citation behind an abstract ends."""

SENTENCE = 40
"""Characters of the last sentence before it, which tell it from a stop within a name."""

BELOW = "Article information"
"""The heading under which what stands behind a text goes on that has none."""

WORD = 4
"""Letters of the last word of a sentence, which no shortened one has."""

LONGEST_LIST = 300
"""Characters of a list of terms behind a text at most."""

SHORTEST_LIST = 9
"""Characters of the name of a list at least, which may stand amid a term otherwise."""

_SENTENCE_END = lazy_pattern(rf"[.?!][\"'”’)\]]?\s(?=(?:\d\d?\s)?[{UPPER}А-ЯЁІЇ©]|[•|]\s)")
# "... in the clinic. Show more", "... in the clinic [Read more]"
_CONTROL = lazy_pattern(
    r"(?:(?<=[.?!…)\]»。])|(?<=[.?!…)\]»。]\s)|(?<=[\u3040-\u9fff])|(?<=[\u3040-\u9fff]\s))"
    rf"[\[(]?(?:{any_of(CONTROLS)})[\s.…\])»>]*$",
    re.IGNORECASE,
)
# "... in the clinic. 1. Introduction", "... in the clinic. 1 Introduction"
_NUMBERED = lazy_pattern(r"([.?!]\s)\d{1,2}\.\s$")
_NUMBER = lazy_pattern(r"\d\d?\s")
_NUMBERS = lazy_pattern(r"\d\s?[;:(,]\s?\d")
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
_LISTED = lazy_pattern(rf"\s(?P<name>{_LIST_NAMES})(?P<colon>:?)(?=\s|$)", re.IGNORECASE)

_LABELS = frozenset(name for name, kind in HEADINGS.items() if kind in _BESIDE).difference(
    SECTIONS, ("funding", "from the")
)
"""What may stand there too, but is a heading only where it has several words or a colon."""

_CONCLUSIONS = {name for name, kind in SECTIONS.items() if kind == "conclusion" and " " in name}
_BEHIND = LabelSet((*_TAILS, *_LABELS, *INTRODUCTIONS, *_OF_A_BODY, *_CONCLUSIONS))


def break_tail(text: str) -> list[str]:
    """Prose, and the lines behind it that begin with a heading or label after a sentence's end, or
    with what is no sentence of an article."""
    if _opens_terms(text):
        return [BELOW, text]
    cuts, end = _find_cuts(text)
    behind, text = text[end:], text[:end].rstrip()
    pieces = [piece for a, b in pairwise([0, *cuts, end]) if (piece := text[a:b].strip())]
    lines = [part for piece in pieces for part in _part_lists(piece, text) if part]
    return [*lines, *_beside(behind)] if behind else lines


def _opens_terms(text: str) -> bool:
    """Whether a text is keywords under their label that nothing parts from each other: they are
    none that can be told, and none of the text above them."""
    first, _, rest = text[:LONGEST_LIST].partition(" ")
    if first[:3].lower() != "key" or not rest[:1].isupper():
        return False
    if HEADINGS.get(fold_label(first)) != "keywords":
        return False
    label = find_label(text)
    return label is None or label.kind != "keywords"


def _find_cuts(text: str) -> tuple[list[int], int]:
    """Where lines begin behind the sentences of a text, and where what is none begins."""
    cuts: set[int] = set()
    last = 0
    runs = len(text) > ABSTRACT and is_running(text[:ABSTRACT])
    for found in _SENTENCE_END.finditer(text):
        start = found.end()
        # A figure before the stop is that of a list.
        ended, last = start - last > SENTENCE and text[found.start() - 1].isalpha(), start
        if ended and start > ABSTRACT and _is_cited(text[start : start + CITED]):
            if runs and not cuts:
                return [], start
            cuts.add(start)
            continue
        if heading := _heading_at(text, found):
            cuts.update(heading)
            continue
        ended = ended or _is_ended(text, found.start())
        if runs and ended and not cuts and start > ABSTRACT:
            if is_list(text[start : start + LONGEST_LIST]):
                cuts.add(start)
            elif opens_behind(text, start):
                return [], start
    return sorted(cuts), len(text)


def _heading_at(text: str, found: re.Match[str]) -> list[int]:
    """Where the heading or the label behind the end of a sentence begins, and ends without a
    colon; nothing where there is none."""
    start = found.end()
    numbered = _NUMBER.match(text, start)
    start = numbered.end() if numbered else start
    for name, label, following in _BEHIND.starting(text, start):
        if label in _CONCLUSIONS:
            # "AUTHORS' CONCLUSIONS: ..."
            break
        opens = name[-1] == ":" or _may_be_alone(label, following)
        if opens and (label in INTRODUCTIONS if numbered else _is_tail(name, label, start)):
            number = _NUMBERED.search(text, max(0, start - 6), start)
            begin = number.end(1) if number else found.end()
            return [begin] if name[-1] == ":" else [begin, start + len(name)]
    return []


def _is_ended(text: str, stop: int) -> bool:
    """Whether a longer word, a bracket, a sign or a long number stands before a stop: none is that
    of a list or of a name."""
    last = text[stop - WORD : stop]
    return last[-1:] in ')]%"”’' or last[1:].isdigit() or (last.isalpha() and last.islower())


def _beside(text: str) -> list[str]:
    """What stands behind an article's text as a line for each label, under a heading."""
    lines = break_labels(text)
    label = find_label(lines[0])
    return lines if label and not label.value else [BELOW, *lines]


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
    end = text[-40:].rstrip(_SIGNS)
    if end[-2:].lower() not in _LAST_LETTERS or not end.lower().endswith(CONTROLS):
        return text
    found = _CONTROL.search(text, len(text) - 60)
    return text[: found.start()].rstrip() if found else text


def _may_be_alone(label: str, following: str) -> bool:
    """Whether words without a colon may be a label: one word of a fact ("No", "By", "Modified")
    opens a sentence as well, but where a day or a number stands behind it."""
    if following[:1].islower() or label in _OPENERS:
        return False
    if " " in label or FIELDS.get(label) in (None, "doi", "pmid", "pmcid"):
        return True
    return following[:1].isdigit() or month_number(following.strip(",.")) is not None


def _is_cited(text: str) -> bool:
    """Whether a text begins with a journal's name and the numbers of a citation."""
    if not (may_have_year(text) and _NUMBERS.search(text)):
        return False
    citation = find_citation(text)
    if citation is None or not citation.journal or citation.volume is None or citation.head:
        return False
    return text.startswith(citation.journal)


def _is_tail(name: str, label: str, start: int) -> bool:
    """Whether words at a place behind an abstract, with their colon, may be a heading there."""
    if start > ABSTRACT and (label in INTRODUCTIONS or label in _OF_A_BODY):
        return True
    return label in _TAILS or (label in _LABELS and (name[-1] == ":" or " " in label))
