"""The head of a page that lost its line breaks, cut into what its lines were.

Titles, names and citations run into each other there. What has a form of its own tells where one
ends and the next begins: a citation, an identifier, a label of a fact, names with their marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from searcher.formats.page.citation import find_citation
from searcher.formats.page.first_page import Span, find_title_span
from searcher.formats.page.flattened.anchors import find_anchors
from searcher.formats.page.flattened.colons import before_colons
from searcher.formats.page.flattened.names import (
    SHORT_TITLE,
    find_marked_names,
    find_names,
    is_before_names,
)
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.prose import is_translation
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS, is_running
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.front_matter import ACCEPTED, RECEIVED
from searcher.formats.page.words.lists import UPPER, by_initial
from searcher.formats.page.words.sites import NOTICES
from searcher.lazy import lazy_pattern

HEAD = 1_500
"""Characters in which the head of a flattened page ends."""

OPENING = 120
"""Characters in which the masthead over a title begins."""

TITLED = 600
"""Characters in which a masthead, a title and the first names stand."""

OF_SENTENCES = 200
"""Characters that tell sentences from a head."""


PROBABLE = 0.5
"""How probable it is from which on that a title stands where it is found."""

SURE = 0.8
"""The same of a line that may as well be a title alone."""

IN_DOUBT = 0.3
"""How probable a longer title between cuts is at least, of a shorter one, to be taken for it."""

IMPROBABLE = 0.1
"""How probable it is at least that a piece of a head is the title where none is found."""

LONGEST_CITATION = 180
"""Characters of a citation with its identifier, on a line that holds nothing else, at most."""

RUN_TOGETHER = 3
"""Pieces of a head from which on one may hold more than its line did."""

NO_TITLE = -1
"""The level of a line that is no title."""

# The letters that a notice can begin with are asked first: few blanks stand before one of them.
_NOTICE = lazy_pattern(
    r"\s(?=[ARED©h])(?=(?:Author information|Affiliations?)\s(?:[•\d(]|Expand)"
    r"|(?<![Tt]he\s)Authors?$"
    rf"|(?:{by_initial((*RECEIVED, *ACCEPTED))})\s(?:(?:on|em|el|le|am|il)\s)?\d"
    r"|©|https?://(?:dx\.)?doi\.org/10\.)(?<=\S\s)"
)
_IDENTIFIER = lazy_pattern(
    r"[P1Ee](?<!\w.)(?:(?:(?<=P)MC?ID:?\s(?:PMC)?\d{4,9}|(?<=1)0\.\d{4,9}/[^\s]*[\w)]\.?)(?=\s[^(])"
    r"|(?:(?<=E)pub|(?<=e)Collection)\s(?:19|20)\d\d[^.;]{0,30}\.)"
)
# "2015 Feb 13;8(1):88-93." and what goes on with a capital letter.
CITED_NUMBERS = lazy_pattern(r"[^.]{4,60}?\d[\w–-]*\.?(?=\s[A-ZÀ-Ý])(?<![a-z]\.)")
_MORE_DATES = lazy_pattern(r"\s(?:Epub|eCollection|Online ahead of print|Print)\b")
_SITE = lazy_pattern(
    r"(?:(?:Skip to (?:main |page )?(?:page )?content|Advertisement|Log ?in|Sign in|Open Access"
    r"|Main (?:content|navigation|article content)|Search|Menu|Home)\s)+",
    re.IGNORECASE,
)
# "Page 1 of 4 (page number not for citation purposes)": the foot of a printed page.
_PAGE = lazy_pattern(r"[Pp]age \d{1,3} of \d{1,3}(?: \([^()]{1,60}\))?\s(?=[A-Z])")
_TYPE = lazy_pattern(
    r"(?:Case [Rr]eports?|Original (?:Scientific )?Articles?|Review Articles?|Research Articles?"
    r"|Systematic Review|Brief Report|Letter to the Editor|Open [Aa]ccess|Free [Aa]ccess"
    r"|Full [Aa]ccess)\s(?=[A-Z])"
)
_ANY_UPPER = "A-ZÀ-ÝĀ-ŽА-ЯЁ"
_CAPITALS = lazy_pattern(
    rf"(?P<category>[{_ANY_UPPER}](?=[{_ANY_UPPER}]{{3}})(?:(?<!..)|(?<=[a-z\d]\s.)|(?<=[a-z\d][.)]\s.))[{_ANY_UPPER}]{{3,}}"
    rf"(?: (?:/ )?[{_ANY_UPPER}]{{2,}}){{0,4}})\s(?=[{_ANY_UPPER}]\w*[a-zà-ÿа-я])"
)
# "Lee A, Ek B. The title. Ward Letters ...", "Lee, A., & Ek, B. (2019). The title."
_REFERENCE = lazy_pattern(
    rf"[{UPPER}][\w'’-]+(?: [{UPPER}]{{1,3}}|,(?: [{UPPER}]\.)+)(?:[,;]|\.? et al| &)"
)

# What a title alone seldom has: a name behind a comma, an initial, a sign, a year.
_NOT_TITLED = lazy_pattern(rf"[,;&] ?[{UPPER}]|[{UPPER}]\. |[|»>@]|(?:19|20)\d\d|\(\d")
_NAMED_LAST = lazy_pattern(rf" (\S*[a-z)]) [{UPPER}]\S{{1,20}} [{UPPER}]\S{{1,20}}$")

_PLAIN = lazy_pattern(r"(?!.*[A-Z]{3})(?:[^\W\d]|(?<!\d)(?:19|20)\d\d(?!\d)|[\s,.:()'’-])+")
"""What may go on with a title: no headings, figures or signs between entries."""


class Piece(NamedTuple):
    """What was a line; `level` is 1 for the title, as that of a heading by markup, and `NO_TITLE`
    for what was surely cut at another place than a title is."""

    text: str
    level: int = 0


def break_head(text: str, below: bool = False, page: str = "", joined: bool = True) -> list[Piece]:
    """The lines of the head; the text alone where nothing in it tells them apart.

    below: whether other lines stand above it; then a text that begins as sentences do is no head;
    page: the text of the page, with this head; joined: whether it holds more than one line for
    sure; otherwise only a title that is found parts it.
    """
    marks = find_marks(text[:HEAD])
    cuts = {0, len(text), *(place for place, kinds in marks.items() if kinds != ["prose"])}
    if below and len(cuts) == 2 and is_running(text[:OF_SENTENCES]):
        return [Piece(text)]
    found = find_title_span(text, marks, page)
    found = _up_to_cuts(text, found, cuts) if found else None
    least = PROBABLE if joined else SURE
    title = found if found and found.probability >= least else None
    if title and not (joined or _parts(text, title)):
        title = None
    if title is None and (not joined or _is_citation(text)):
        return [Piece(text)]
    if title:
        title = _before_translation(text, title, cuts)
        cuts = {cut for cut in cuts if not title.start < cut < title.end}
        cuts |= {title.start, title.end}
    pieces = []
    for start, end in pairwise(sorted(cuts)):
        piece = text[start:end].strip(" -|•·»›>")
        if piece.strip("."):
            pieces.append(Piece(piece, int(title is not None and title.start == start)))
    if title or len(pieces) < RUN_TOGETHER or found is None:
        return pieces
    # A piece may hold the title, and more.
    return [
        piece if found.share_of(piece.text) > IMPROBABLE else Piece(piece.text, NO_TITLE)
        for piece in pieces
    ]


def is_abstract(text: str, headed: bool) -> bool:
    """Whether a line below others is the text of an abstract, under its heading or behind it: its
    dates, names and references are none of a head."""
    label = None if headed else find_label(text)
    if label and label.kind == "abstract":
        text, headed = label.value, True
    return headed and is_running(text[:OF_SENTENCES])


def _is_citation(text: str) -> bool:
    """Whether a line is a citation and no more: what runs together with one is longer."""
    cited = find_citation(text) if len(text) < LONGEST_CITATION else None
    return cited is not None and cited.journal is not None and text.startswith(cited.journal)


def _up_to_cuts(text: str, found: Span, cuts: set[int]) -> Span:
    """A title, with what stands between it and the next cuts where that may be of it: it would be
    alone there."""
    before = max(cut for cut in cuts if cut <= found.start)
    behind = min(cut for cut in cuts if cut >= found.end)
    for start, end in ((before, behind), (before, found.end), (found.start, behind)):
        longer = text[start:end].strip(" .,:;*")
        share = found.share_of(longer) if len(longer) > found.end - found.start else 0.0
        more = longer.replace(text[found.start : found.end], " ", 1)
        if share > IN_DOUBT * found.probability and _PLAIN.fullmatch(more):
            start = text.index(longer, start)
            probability = found.probability + share
            return replace(found, start=start, end=start + len(longer), probability=probability)
    return found


def _before_translation(text: str, title: Span, cuts: set[int]) -> Span:
    """The title whose translation into English was found behind it."""
    start = max(cut for cut in cuts if cut <= title.start)
    first, second = text[start : title.start].rstrip(" ."), text[title.start : title.end]
    if first.count(" ") + 1 < SHORT_TITLE or not is_translation(first, second):
        return title
    return replace(title, start=start, end=start + len(first))


def find_marks(head: str) -> dict[int, list[str]]:
    """Where something that is surely no title begins ("before") or ends ("after"), and where the
    names do ("names", "named"), in a head without line breaks."""
    marks: dict[int, list[str]] = {}
    identifier = _IDENTIFIER.search(head)
    for place, kind in (
        *_around_facts(head),
        *_around_citation(head),
        *_around_category(head),
        *find_anchors(head, identifier.start() if identifier else 0),
    ):
        marks.setdefault(place, []).append(kind)
    known = {place for place, kinds in marks.items() if kinds != ["prose"]}
    for place, kind in find_names(head, known):
        marks.setdefault(place, []).append(kind)
    return marks


def opens_article(text: str) -> bool:
    """Whether a line, of a page that has others, begins as an article does: with a category or a
    citation, or with names that have marks below its title."""
    head = text[: 2 * OPENING]
    if any(cut < OPENING for cut, _ in (*_around_category(head), *_around_citation(head))):
        return True
    return find_marked_names(text[:TITLED]) is not None


def bears_facts(text: str) -> bool:
    """Whether a line, but a menu or a reference, has what stands around titles: a site's entry, an
    identifier, a labelled fact or a citation."""
    if text.count("|") > 1 or _REFERENCE.match(text):
        return False
    if _SITE.match(text) or _NOTICE.search(text) or _IDENTIFIER.search(text):
        return True
    return any(_labels(text)) or any(_around_citation(text))


def joins_names(text: str) -> bool:
    """Whether a line is a title, with its category or without, and names with marks."""
    start = find_marked_names(text)
    return start is not None and (_TYPE.match(text) is not None or is_before_names(text[:start]))


def may_hold_more(text: str) -> bool:
    """Whether the first line of a page, but a reference, may hold more than a title."""
    told = _NOT_TITLED.search(text) is not None or _may_be_named_last(text)
    return told and _REFERENCE.match(text) is None


def _may_be_named_last(text: str) -> bool:
    """Whether two words with capitals stand behind what may be the end of a title: "... in old
    sailors Lena Moreau", but neither "of South Dakota" nor a title in which most words have one."""
    named = _NAMED_LAST.search(text, max(0, len(text) - 80))
    if named is None:
        return False
    last = named[1] if named[1][0].islower() else text.split(" ", 2)[1]
    return last[:1].islower() and last not in ALL_SMALL_WORDS


def _parts(text: str, title: Span) -> bool:
    """Whether what stands behind a title begins as another line does, not as its next words do,
    and does not say it again: that is known from its repetition."""
    behind = text[title.end :].lstrip()
    again = text[title.start : title.end] in behind
    return not behind or (behind[0].isalnum() and not behind[0].islower() and not again)


def _around_category(head: str) -> Iterator[tuple[int, str]]:
    """Both ends of a category in capitals that stands at the beginning, behind a number or behind
    small letters."""
    for found in _CAPITALS.finditer(head):
        if read_category(found["category"].lower()) is not None:
            yield found.start("category"), "before"
            yield found.end(), "after"


def _around_facts(head: str) -> Iterator[tuple[int, str]]:
    if site := _SITE.match(head):
        yield site.end(), "after"
    for pattern in (_TYPE, _PAGE):
        for found in pattern.finditer(head):
            yield found.end(), "after"
    for found in _NOTICE.finditer(head):
        yield found.start(), "before"
    for start in _labels(head):
        yield start, "before"
    for found in _IDENTIFIER.finditer(head):
        if not _MORE_DATES.match(head, found.end()):
            yield found.end(), "after"


def _labels(head: str) -> Iterator[int]:
    """Where labels of facts begin, of up to three words, with their colon."""
    for names in before_colons(head, 3, 40, 3):
        for start, name in names:
            label = fold_label(name)
            if (name[:1].isupper() or label == "doi") and (label in FIELDS or label in NOTICES):
                yield start
                break


def _around_citation(head: str) -> Iterator[tuple[int, str]]:
    """The beginning of the journal's name, and the end of the numbers after it."""
    citation = find_citation(head)
    if citation is None or not citation.journal:
        return
    start = head.rfind(citation.journal, 0, citation.start + 1)
    if start > 0:
        yield start, "before"
    if citation.pages and (end := CITED_NUMBERS.match(head, citation.start)):
        yield end.end(), "after"
