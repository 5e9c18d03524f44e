"""The lines of a head that may be its title, and what speaks for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from searcher.formats.page.citation.names import is_name, names_a_journal
from searcher.formats.page.kinds.people import has_initials, is_people
from searcher.formats.page.kinds.prose import is_prose, topic_of
from searcher.formats.page.kinds.sentences import count_words, is_dense
from searcher.formats.page.kinds.wording import is_design, speaks_of_medicine, strangeness
from searcher.formats.page.lines import Line
from searcher.formats.page.title.hints import Hints
from searcher.formats.page.title.joining import join_lines
from searcher.formats.page.title.signed import is_before_people
from searcher.formats.page.title.surroundings import (
    OVER_NAMES,
    is_amid_sentences,
    is_numbered,
    weigh_neighbours,
)
from searcher.formats.page.title.untitled import can_be_title, is_control, is_cut
from searcher.lazy import lazy_pattern

_OTHER_ARTICLE = lazy_pattern(
    r"(?:next|previous|prev\.?) (?:article|paper|post)(?: in [\w /]{3,40})?:?", re.IGNORECASE
)
# "Figure 2.", over what it shows.
_CAPTIONED = lazy_pattern(
    r"(?:fig(?:ure|ura|\.)?|abbildung|abb\.|tabl[ae]|tableau|tabelle) ?\d{1,2}\W?", re.IGNORECASE
)

LONGEST_CAPTION = 14
"""Characters of the number of a figure."""

LEAST_SHORT = 1.0
"""The score from which on a line of up to five words that neither begins nor ends the head may be
the title."""

UNSUPPORTED = 1.5
"""So much speaks against a line that is not the first of its length, has nothing around it that
a title has, and no abstract below."""

SENTENCES = 2.0
"""So much speaks against one of several sentences that has nothing around it that a title has."""

MENU = 8
"""Lines in a row that all stand on a page again from which on they are a menu."""

MAX_COPIES = 4
"""Times that a page has its title on lines of their own, at most."""

REPEATED = 1.5
"""What a page says twice is likely to be its title."""

_SHORT = {1: 2.5, 2: 1.6, 3: 0.6}


class Candidate(NamedTuple):
    """A line, or a few, that may be the title; gap: blank lines stand before it; over_names: the
    authors' names stand below it."""

    text: str
    score: float
    span: tuple[int, int]
    gap: bool
    over_names: bool = False


def find_candidates(
    head: list[Line], texts: dict[int, str], hints: Hints, lone_names: bool
) -> Iterator[Candidate]:
    """The titles that lines of the head may be; `texts` are these lines without what is glued to
    them, by index; lone_names: also lines that may be names."""
    counts = Counter([line.text for line in head])
    captions = _find_captions(head)
    opened = False
    for index, text in texts.items():
        line = head[index]
        if line.text in captions or _is_of_other(head, index):
            continue
        if text == line.text and _is_of_people(text, hints, lone_names):
            continue
        last = index
        if line.text.endswith(text) and not _is_whole(head, index):
            text, last = join_lines(head, index, text, hints)
        if is_cut(text) or (last > index and is_control(text)):
            continue
        around = _weigh_names(head, index, last, text, hints) + _weigh_copies(head, index, counts)
        score = _score(head, index, last, text) + around + hints.score(text)
        if around <= 0 and is_amid_sentences(head, index, last):
            score -= SENTENCES
        if not hints.topic and opened and around <= 0 and line.level != 1:
            score -= UNSUPPORTED
        opened = opened or count_words(text) > 4
        if score < LEAST_SHORT and count_words(text) < 6 and index and head[last + 1 :]:
            # A short line in the middle of a head needs a reason: it may be a menu.
            continue
        named = around >= OVER_NAMES
        yield Candidate(text, score, (line.number, head[last].end), line.gap > 0, named)


def _find_captions(head: list[Line]) -> set[str]:
    """The lines of a head that stand below the number of a figure."""
    return {
        below.text
        for line, below in pairwise(head)
        if len(line.text) < LONGEST_CAPTION and _CAPTIONED.fullmatch(line.text)
    }


def _is_of_people(text: str, hints: Hints, lone_names: bool) -> bool:
    """Whether a line is names of people: "Imatinib-Induced Pleural Effusions" could be a name, but
    for the words of the abstract."""
    known = topic_of(text) & hints.topic or (lone_names and not has_initials(text))
    listed = not known or "," in text or ";" in text or is_dense(text)
    return listed and is_people(text)


def _weigh_names(head: list[Line], index: int, last: int, text: str, hints: Hints) -> float:
    """How much the lines around a title speak for it, or the names behind it on its line."""
    around = weigh_neighbours(head, index, last, hints.topic)
    line = head[index].text
    on_line = around < OVER_NAMES and text != line and is_before_people(text, line)
    return around + OVER_NAMES if on_line else around


def _weigh_copies(head: list[Line], index: int, counts: Counter[str]) -> float:
    """How much the copies of a line speak for it: what stands on a page again and again is an entry
    of its menus."""
    if (copies := counts[head[index].text]) < 2:
        return 0.0
    in_menu = copies > MAX_COPIES or _is_in_list(head, index, counts)
    return -REPEATED if in_menu else REPEATED


def _is_whole(head: list[Line], index: int) -> bool:
    """Whether a line is a title that was parted from what stood behind it on its line."""
    after = head[index + 1 : index + 2]
    return head[index].level == 1 and bool(after) and after[0].number == head[index].number


def _is_in_list(head: list[Line], index: int, counts: Counter[str]) -> bool:
    """Whether a line that is repeated stands amid others that are, as entries of a menu do."""
    length = 1
    for lines in (head[index + 1 : index + MENU], head[max(index - MENU, 0) : index][::-1]):
        length += sum(1 for _ in takewhile(lambda each: counts[each.text] > 1, lines))
    return length >= MENU


def _is_of_other(head: list[Line], index: int) -> bool:
    """Whether a line is the title of another article, as the line above announces it, or ends with
    a colon over the first point of a list."""
    above = head[index - 1].text if index else ""
    if above[:1] in ("N", "n", "P", "p") and _OTHER_ARTICLE.fullmatch(above):
        return True
    below = head[index + 1 : index + 2]
    return head[index].text[-1] == ":" and bool(below) and below[0].bullet


def _score(head: list[Line], index: int, last: int, text: str) -> float:
    """How much a title and its place on its line speak for it, whatever stands around."""
    score = _weigh_words(text) + _weigh_line(head[index], text)
    if index and is_numbered(text, head[index - 1].text, head[last + 1 : last + 2]):
        score -= 3
    if index and is_design(text) and can_be_title(head[index - 1].text):
        score -= 2
    return score - strangeness(text)


def _weigh_words(text: str) -> float:
    """How much the words of a title speak for it: how many, and whether they are a journal's or of
    several sentences."""
    words = count_words(text)
    score = min(words, 16) * 0.12
    if short := _SHORT.get(words):
        score -= short / 2 if speaks_of_medicine(text) else short
    if names_a_journal(text):
        score -= 2.5
    elif words <= 6 and _is_in_capitals(text) and is_name(text):
        score -= 0.6
    stops = text.count(". ")
    if (stops >= 2 or (stops and len(text) > 120)) and is_prose(text):
        score -= 2.5
    return score


def _is_in_capitals(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split() if len(word) > 3)


def _weigh_line(line: Line, text: str) -> float:
    """How much a heading, and the signs around a title, speak for it."""
    score = 0.0
    if line.level:
        score += 3 if line.level == 1 else 0.5
    if line.bullet:
        score -= 1.5
    if text[0] in '"“' and text[-1] in '"”':
        score -= 1
    if text[0].islower() and text[0] not in "αβγδκ":
        score -= 0.7
    if text[-1] == ":":
        score -= 1
    if ":" in line.text and line.text.endswith(text) and text != line.text:
        # What stood in front of it was told by its colon.
        score += 2
    return score
