"""Long lines that were several: a record, terms of use, a head, an abstract and what follows it."""

from __future__ import annotations

from typing import NamedTuple

from searcher.formats.page.flattened import FLATTENED, PARAGRAPH, TERMS, break_terms
from searcher.formats.page.flattened.head import (
    NO_TITLE,
    Piece,
    bears_facts,
    break_head,
    is_abstract,
    joins_names,
    may_hold_more,
    opens_article,
)
from searcher.formats.page.flattened.labels import break_labels
from searcher.formats.page.flattened.opening import find_opening
from searcher.formats.page.flattened.pairs import unpack
from searcher.formats.page.flattened.references import Cut, cut_references
from searcher.formats.page.flattened.sections import break_sections
from searcher.formats.page.flattened.tail import BELOW, break_tail
from searcher.formats.page.flattened.unglue import MAX_LINE, unglue
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.words.lists import DIGIT

FEW_LINES = 8
"""With fewer line breaks than this, the first long line is the page's head, and more."""

SHORTEST_HEAD = 180
"""Characters of a line right over the abstract from which on it is more than a title."""

LONGEST_HEADING = 40
"""Characters of a heading on its line, with the blanks around it."""

MOST_TERMS = 5
"""Terms of use on one line that are parted from it."""

REFERENCES = "References"
"""The heading under which a list of references goes on, whatever stood over it."""

LONGEST_PAGE = 200_000
"""Characters of a page on one line in which references are looked for."""

MOST_LISTS = 3
"""Lists of references on one line, the first one of which is followed by so many others."""


class Place(NamedTuple):
    """Where a line stands on its page.

    breaks: line breaks of the page; flat: whether they are few, and no longer line was above;
    opens: whether it is the first line; above: the line right above it, if it was no paragraph;
    page: the text of the whole page.
    """

    breaks: int
    flat: bool
    opens: bool = False
    above: str = ""
    page: str = ""


def break_line(text: str, place: Place) -> list[Piece]:
    """A line as the lines that it was, where it is a whole record or lost the breaks of its
    head."""
    if len(text) < PARAGRAPH:
        return [Piece(line) for line in unglue(text)]
    if place.breaks < FEW_LINES and (cut := _cut(text)):
        return [*break_line(cut.above, place), *map(Piece, _beside(cut))]
    pieces: list[Piece] = []
    for _ in range(MOST_TERMS):
        if TERMS not in text or len(parts := break_terms(text[:MAX_LINE])) < 2:
            break
        *above, terms, below = parts
        for each in above:
            pieces += break_line(each, place)
        pieces.append(Piece(terms))
        # A head may stand below the terms of use as well.
        text, place = below + text[MAX_LINE:], place._replace(opens=False, above="")
    return [*pieces, *_break_paragraph(text, place)]


def _cut(text: str) -> Cut | None:
    return cut_references(text) if FLATTENED <= len(text) <= LONGEST_PAGE else None


def _beside(cut: Cut) -> list[str]:
    """The lines of a list of references, and before them those of what stood behind it: what is
    told there of the article itself is none of the list."""
    entries, below = cut.entries, cut.below
    for _ in range(MOST_LISTS):
        if (again := cut_references(below)) is None:
            break
        entries = [*entries, *again.entries]
        below = f"{again.above} {again.below}"
    told = (BELOW, *break_labels(below)) if below.strip() else ()
    return [*told, REFERENCES, *entries]


def _break_paragraph(text: str, place: Place) -> list[Piece]:
    """As `break_line`, of a line without terms of use."""
    first, *others = unpack(text)
    alone = place.opens and _is_over_abstract(first, others, place.page)
    opens = alone or (place.opens and not _ends_sentence(text))
    if not (place.flat or opens):
        return [Piece(first), *map(Piece, others)]
    whole = len(text) >= FLATTENED
    is_broken = opens_article if whole else joins_names
    flattened = (whole and place.breaks < FEW_LINES) or alone or (opens and bears_facts(first))
    joined = flattened or is_broken(first)
    if not (joined or (opens and may_hold_more(first))):
        return [Piece(first), *map(Piece, others)]
    head, *sections = break_sections(first)
    is_text = not place.opens and is_abstract(head, is_heading(place.above))
    pieces = [Piece(head)] if is_text else break_head(head, not place.opens, place.page, joined)
    pieces += map(Piece, (*sections, *others))
    pieces = [part for piece in pieces for part in _part_opening(piece)]
    return [Piece(line, piece.level) for piece in pieces for line in break_tail(piece.text)]


def _part_opening(piece: Piece) -> list[Piece]:
    """A piece, parted where its first sentence begins."""
    start = find_opening(piece.text)
    if not start:
        return [piece]
    return [Piece(piece.text[:start].rstrip(), piece.level), Piece(piece.text[start:], NO_TITLE)]


def is_heading(text: str) -> bool:
    """Whether a line is the heading of an abstract."""
    return label_kind(text.strip(" :#*")) == "abstract"


def _ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, not with a citation, an identifier or an address."""
    last = text[text.rfind(" ") + 1 : -1]
    return text[-1] in ".?!" and not last.isupper() and DIGIT.search(last) is None


def _is_over_abstract(first: str, others: list[str], page: str) -> bool:
    """Whether the first line of a page is long enough for its head, and the heading of the abstract
    follows, cut from it or on the next line."""
    if len(first) < SHORTEST_HEAD:
        return False
    _, _, below = page.lstrip().partition("\n")
    following = below[:LONGEST_HEADING].lstrip().partition("\n")[0]
    return any(map(is_heading, (*others[:1], following)))
