"""Lines of a page: cleaned text, with what its typography says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from searcher.formats.page.flattened import FLATTENED, PARAGRAPH, TERMS
from searcher.formats.page.flattened.column import CITED, part_citation, without_mark
from searcher.formats.page.flattened.folded import unfold
from searcher.formats.page.flattened.head import Piece
from searcher.formats.page.flattened.pairs import unpack
from searcher.formats.page.flattened.paragraphs import FEW_LINES, Place, break_line
from searcher.formats.page.flattened.records import (
    MARK,
    MARKUP,
    TITLED,
    unfold_element,
    unfold_record,
    without_tags,
)
from searcher.formats.page.flattened.unglue import MAX_LINE, unglue
from searcher.formats.page.gutters import GUTTER, LEAST_LINES, part_columns
from searcher.formats.page.kinds.cells import CELL_MARKS, ends_row, read_cells
from searcher.formats.page.kinds.sentences import CACHED
from searcher.formats.page.line_numbers import are_numbered, without_numbers
from searcher.formats.page.typography import clean_text, read_typography
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

MAX_LINES = 20_000
"""Lines beyond this are body without being looked at."""

LABELLED = 1_000_000
"""The gap of a value: not blank lines but its label stood before it."""

FOOT = -3
"""The level of a line of a head, a foot or a column beside the text, which stands behind all."""

FEW_PIECES = 3
"""Pieces of a line at most between which nothing tells where a paragraph begins."""

MAX_AROUND = 40
"""With fewer than this it may be as well, amid the words of a site that shares documents."""

DOUBLE_SPACED = 3
"""Lines that go on below a blank line, before all blank lines of a page mean nothing."""

# What no word is: a dash of another encoding, the sign for rights of a font of symbols.
_GARBLED = ((" Ð ", " – "), ("Ó 19", "© 19"), ("Ó 20", "© 20"))

# "Peri´ c Luka": an accent that stands before its letter.
_ACCENT = lazy_pattern(r"(?<=[^\W\d_]) ?(?P<accent>[´ˇ]) (?P<letter>[A-Za-z])")
_COMBINING = {"´": "\u0301", "ˇ": "\u030c"}

# "Abstract a1111111111 a1111111111 Background": a logo that is set as text in a font of its own.
_LOGO = lazy_pattern(r"(?<!\S)[a-z]1{7,}(?:\s[a-z]1{7,})*(?:[^\S\n]|$)", re.MULTILINE)

_ESCAPED = r"\n\n"
"""A blank line as it stands in the source of a program or a value, copied unread."""

# "a b s t r a c t Background: ...": a heading in spaced letters before its text.
_SPACED = lazy_pattern(r"(?<!\S)(a ?b s t r a c t|A ?B S T R A C T)(?=\s[A-Z])")

_MAIL = lazy_pattern(
    r"(?:From|To|Cc|Date|Sent|Subject|Reply-To|Von|An|Datum|Betreff|De|À|Envoyé|Objet|Para|Assunto"
    r"|Asunto): "
)


class Line(NamedTuple):
    """One line that is not blank.

    number: from 1, in the file; gap: how many blank lines stand before it; bullet: it began as a
    list item; level: depth of a heading by markup (1 is the page's own title), 0 for other lines.
    """

    number: int
    text: str
    gap: int = 0
    bullet: bool = False
    level: int = 0
    last: int = 0

    @property
    def end(self) -> int:
        """The number of the last line that was joined into this one."""
        return self.last or self.number


@lru_cache(maxsize=1)
def read_lines(text: str) -> list[Line]:
    """The lines of a page that say something, in order.

    They are remembered until another text is read: a page is told by its lines, then read.
    """
    return _single_spaced(list(iter_lines(text)))


def iter_lines(text: str) -> Iterator[Line]:
    """As `read_lines`, one by one; where a page is double-spaced every line has its gap."""
    gap = 1
    breaks = text.count("\n", 0, MAX_LINE)
    flat = breaks < MAX_AROUND
    has_cells = has_any(text, CELL_MARKS)
    opens, above = True, ""
    feet: list[Line] = []
    for number, raw in _numbered(text):
        row = raw
        if has_cells:
            raw = read_cells(raw)
        if len(raw) < PARAGRAPH:
            if not raw or not (read := _read_short(raw))[0]:
                gap += 1
                continue
            parts, bullet, level, ended = read
            for each in parts:
                yield Line(number, each, gap, bullet, level)
                gap = 0
            above = parts[-1]
        else:
            said, bullet, level, ended = read_typography(raw)
            if not said:
                gap += 1
                continue
            said = without_mark(said)
            if CITED in said:
                said, cited = part_citation(said)
                feet += [Line(number, cited, 1, level=FOOT)] if cited else []
            if flat or opens or breaks < FEW_LINES or TERMS in said:
                pieces = break_line(said, Place(breaks, flat, opens, above, text))
                yield from _lines_of(Line(number, said, gap, bullet, level), pieces, flat)
                flat, above = flat and len(said) < FLATTENED, ""
            else:
                for each in unpack(said):
                    yield Line(number, each, gap, bullet, level)
                    gap = 0
        opens = False
        gap = int(ended or (has_cells and ends_row(row)))
    yield from feet


def _lines_of(line: Line, pieces: list[Piece], flat: bool) -> Iterator[Line]:
    """What a line was, each as a line; paragraphs among several stand apart on a page with few."""
    several = flat and len(pieces) > FEW_PIECES
    gap = line.gap
    for text, level in pieces:
        apart = several and len(text) > PARAGRAPH
        yield Line(line.number, text, gap or apart, line.bullet, level or line.level)
        gap = 0


@lru_cache(maxsize=CACHED)
def _read_short(raw: str) -> tuple[tuple[str, ...], bool, int, bool]:
    """A line that is no paragraph as the lines that it was, with what its typography says.

    Menus, labels and notices of a site are the same on all of its pages.
    """
    said, bullet, level, ended = read_typography(raw)
    return tuple(unglue(said)) if said else (), bullet, level, ended


def _numbered(text: str) -> Iterable[tuple[int, str]]:
    if "1111111" in text:
        text = _LOGO.sub("", text)
    if not text.isascii():
        if "Ð" in text or "Ó" in text:
            for garbled, sign in _GARBLED:
                text = text.replace(garbled, sign)
        if "´ " in text or "ˇ " in text:
            text = _ACCENT.sub(_accented, text)
    lines: Iterable[tuple[int, str]] = enumerate(text.split("\n")[:MAX_LINES], 1)
    if are_numbered(text):
        lines = without_numbers(list(lines))
    if text.count(GUTTER) >= LEAST_LINES:
        lines = part_columns(list(lines))
    if "\\" in text and _ESCAPED in text:
        lines = ((number, part) for number, raw in lines for part in raw.split("\\n"))
    if "b s t r a c t " in text or "B S T R A C T " in text:
        lines = ((number, part) for number, raw in lines for part in _SPACED.split(raw))
    if "{" in text and MARK in text:
        lines = ((number, part) for number, raw in lines for part in unfold_record(raw))
    marked_up = "<" in text
    if marked_up and has_any(text, MARKUP):
        lines = ((number, part) for number, raw in lines for part in without_tags(raw))
    if marked_up and TITLED in text:
        lines = ((number, unfold_element(raw)) for number, raw in lines)
    if "=====" not in text:
        return lines
    return ((number, part) for number, raw in lines for part in unfold(raw))


def _accented(found: re.Match[str]) -> str:
    whole = normalize("NFC", found["letter"] + _COMBINING[found["accent"]])
    return whole if len(whole) == 1 else found[0]


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Lines without their gaps where a blank line follows each line of wrapped text as well."""
    if sum([line.gap > 0 for line in lines]) < 0.95 * len(lines):
        return lines
    broken = sum(
        len(line.text) > 40 and line.text[-1].isalnum() and following.text[0].islower()
        for line, following in pairwise(lines)
    )
    if broken < DOUBLE_SPACED:
        return lines
    ends = [line.number - 1 for line in lines[1:]] + [0]
    return [
        line._replace(gap=0, last=end if end > line.number else 0)
        for line, end in zip(lines, ends, strict=True)
    ]


def read_plain_lines(text: str) -> list[Line]:
    """All lines of any text that say something, without what a page's typography would mean."""
    lines: list[Line] = []
    gap = 1
    for number, raw in enumerate(text.split("\n"), 1):
        if clean := clean_text(raw):
            lines.append(Line(number, clean, gap))
        gap = 0 if clean else gap + 1
    return lines


def without_mail_header(lines: list[Line]) -> list[Line]:
    """Lines without the header of a mail, whose date and subject are not the article's."""
    header = [line for line in lines[:12] if ": " in line.text and _MAIL.match(line.text)]
    return [line for line in lines if line not in header] if len(header) > 2 else lines
