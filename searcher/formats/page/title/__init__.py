"""The title: the line of the head that most looks and stands like one."""

from __future__ import annotations

import math
from typing import NamedTuple

from searcher.formats.page.flattened.head import NO_TITLE
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.furniture import site_share
from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.kinds.phrases import ends_within
from searcher.formats.page.kinds.prose import is_translation, topic_of
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import Line
from searcher.formats.page.title.candidates import Candidate, find_candidates
from searcher.formats.page.title.entries import without_entry
from searcher.formats.page.title.frames import without_frame
from searcher.formats.page.title.hints import ENOUGH_TOPIC, MEDICINE, Hints, fold_title
from searcher.formats.page.title.marks import without_version
from searcher.formats.page.title.plain import plain_title
from searcher.formats.page.title.repetition import (
    bare,
    spelled_out,
    unannounced,
    weigh_repetitions,
    whole,
)
from searcher.formats.page.title.untitled import can_be_title, is_beside
from searcher.formats.page.unlabelled_terms import is_list_of_terms
from searcher.lazy import lazy_pattern

_COMPOUND = lazy_pattern(r"\w-\w")
_NUMBER = lazy_pattern(r"[0-9]+")
# "... in 52 cases and 104"
_NUMBER_LAST = lazy_pattern(r"\b\d{1,3}$")

MAX_HEAD = 400
"""Lines of the head that are looked at."""

LEAST = 1.0
"""The certainty from which on a line is said to be the title."""

LEAST_SECOND = 2.2
"""The same where a line that scores better was not it, such as an entry of a menu."""

LEAST_FLAT = 3.5
"""The same where a line was cut out of text that runs together, perhaps at a wrong place."""

AT_LEAST_CUT = 3
"""Lines out of one, from which on it was text that runs together."""

OPENING = 300
"""Characters of an abstract that tell its language."""

NEAR = 0.3
"""By so much a line must be better than the one right above it: of a title in two languages, the
first is the article's own."""

NEAR_TRANSLATED = 1.2
"""The same where the first is seen to be in another language."""


SHORTEST_GLUED = 45
"""Characters of a line at least that is no title itself and holds one."""


class Title(NamedTuple):
    """A title, its lines and how sure it is."""

    text: str
    rule: str
    confidence: float
    span: tuple[int, int]


def plain_titles(head: list[Line], abstract: str = "") -> dict[int, str]:
    """The lines of a head that may be its title, by index, without what is glued to it."""
    head, topic = head[:MAX_HEAD], topic_of(abstract)
    bare = [without_frame(line.text) for line in head]
    return {
        index: text
        for index, line in enumerate(bare)
        if not is_beside(without_entry(line))
        and (can_be_title(line) or _has_room(line))
        and _may_be_title(text := plain_title(line, head, topic))
        and (head[index].level != NO_TITLE or _is_behind_names(text, head[index]))
    }


def find_title(
    head: list[Line], texts: dict[int, str], abstract: str = "", cited: str | None = None
) -> Title | None:
    """The title among the lines before the abstract, of which `texts` are the plain titles.

    abstract: a title shares words and language with it, and a menu does not;
    cited: the title that a citation of the article gives.
    """
    language = language_of(abstract[:OPENING]) if abstract else None
    hints = Hints(topic_of(abstract), fold_title(without_version(cited)) if cited else "", language)
    head = head[:MAX_HEAD]
    # What looks like a name may be the title where nothing else is one.
    return _best_title(head, texts, hints, False) or _best_title(head, texts, hints, True)


def _is_behind_names(text: str, line: Line) -> bool:
    """Whether all that was taken off a line is what stood over a colon: "Han, Yee, and Cho: "."""
    return line.text.endswith(f": {text}")


def _has_room(text: str) -> bool:
    """Whether a line that is no title may hold one: it is long, and no address with its mark."""
    marked = text[1:2].isupper() and not text[0].isupper()
    return len(text) >= SHORTEST_GLUED and not (marked and is_address(text))


def _may_be_title(text: str) -> bool:
    return can_be_title(text) and not is_list_of_terms(text)


def _best_title(
    head: list[Line], texts: dict[int, str], hints: Hints, lone_names: bool
) -> Title | None:
    candidates = list(find_candidates(head, texts, hints, lone_names)) if texts else []
    if not candidates:
        return None
    weighed = list(weigh_repetitions(candidates, head))
    for sure in (LEAST, LEAST_SECOND):
        best = _choose(weighed)
        if best is None:
            break
        best = spelled_out(bare(unannounced(best, head), candidates, head), candidates)
        best = whole(best, head)
        certainty = _certainty(best, head, hints)
        if _is_cut_out(best, head):
            sure = LEAST_FLAT
        if certainty >= sure:
            confidence = max(0.3, min(0.98, 1 / (1 + math.exp(1 - certainty))))
            return Title(best.text, "line of the head", confidence, best.span)
        weighed = [each for each in weighed if _certainty(each, head, hints) >= LEAST_SECOND]
    return None


def _is_cut_out(best: Candidate, head: list[Line]) -> bool:
    """Whether a candidate stood amid others on the first line of a page, or ends openly there."""
    lines = [line for line in head if line.number == best.span[0]]
    pieces = [line.text for line in lines]
    if any(line.level == 1 and best.text in line.text for line in lines):
        return False
    if best.span[0] != head[0].number or len(pieces) < AT_LEAST_CUT:
        return False
    said_again = sum([piece.startswith(best.text) for piece in pieces]) > 1
    begins = said_again or pieces[0] == best.text
    open_end = ends_within(best.text) or _NUMBER_LAST.search(best.text) is not None
    return open_end or not begins


def _choose(weighed: list[Candidate]) -> Candidate | None:
    """The candidate with the best score; the first of two in two languages."""
    best: Candidate | None = None
    beside = False
    for candidate in weighed:
        near = 0.0
        if best is not None and beside:
            near = NEAR * (not candidate.gap)
            if is_translation(best.text, candidate.text):
                near = NEAR_TRANSLATED
            elif _are_translated(best.text, candidate.text):
                near = NEAR
            beside = near > 0 and _are_translated(best.text, candidate.text)
        if best is None or candidate.score > best.score + near:
            best, beside = candidate, True
    return best


def _are_translated(text: str, other: str) -> bool:
    """Whether two titles of about one length are in two languages, as far as one can tell."""
    if not 2 * len(text) < 3 * len(other) < 5 * len(text):
        return False
    spoken, second = language_of(text), language_of(other)
    return spoken is not None and second is not None and spoken != second


def _certainty(best: Candidate, head: list[Line], hints: Hints) -> float:
    """How sure it is that the best line is the title, and not merely the best of a head that has
    none.

    The weights were fitted to the best lines of pages as they are, and of the same pages without
    their titles: there the length, the place and the words told most.
    """
    text = best.text
    certainty = best.score - 1.3 * site_share(text)
    certainty += 1.3 * (best.span[0] == head[0].number) + 0.5 * (": " in text)
    certainty += 0.6 * ("-" in text and _COMPOUND.search(text) is not None)
    certainty += 0.6 * (best.over_names and best.span[0] == head[0].number)
    if count_words(text) < 6:
        certainty -= 0.5
    if len(hints.topic) < ENOUGH_TOPIC and not speaks_of_medicine(text):
        certainty -= MEDICINE
    shared = bool(topic_of(text) & hints.topic)
    certainty -= 1.75 * hints.expectation(text) * (not shared)
    # The words of medicine are few in signs.
    is_medicine = shared or max(text) > "\u3040" or speaks_of_medicine(text)
    return certainty - _doubt(text, is_medicine, head)


def _doubt(text: str, is_medicine: bool, head: list[Line]) -> float:
    """How much what a line is in itself speaks against its being a title.

    The weights were fitted to lines chosen on pages that no rule had been made for, right and wrong
    ones: numbers told most, then whether a line speaks of medicine, and is there as it was copied.
    """
    numbers = min(3, len(_NUMBER.findall(text)))
    whole = any(line.text == text for line in head)
    return max(0.0, 2.2 + 1.1 * numbers - 2.6 * is_medicine - 0.7 * whole)
