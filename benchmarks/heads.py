"""Heads of pages that lost their line breaks, with what speaks for or against a title in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from alterations import WAYS
from altered import AS_IT_IS, Page, pages

from searcher.formats.page import first_page, lines
from searcher.formats.page.first_page import evidence
from searcher.formats.page.flattened import head, paragraphs

WAYS_THAT_JOIN = (AS_IT_IS, "one_line", "head_on_one_line", "first_lines_joined")

Feature = tuple[str, str, int]  # table, row, column


@dataclass(frozen=True, slots=True)
class Head:
    """A head, what speaks at each of its places, and where its title stands (start, end)."""

    half: int
    count: int
    begins: list[list[Feature]]
    ends: list[list[Feature]]
    within: list[list[Feature]]
    across: list[list[Feature]]
    titles: frozenset[tuple[int, int]]

    @property
    def tables(self) -> tuple[list[list[Feature]], ...]:
        """What speaks where a title begins, where it ends, in its words and between them."""
        return self.begins, self.ends, self.within, self.across


def read_heads(directory: Path) -> Iterator[Head]:
    """The heads that the reader breaks on the pages of a directory, each once."""
    for page in pages(directory):
        layout = page.path if page.path.parent == directory else page.path.parent
        half = crc32(layout.name.encode()) % 2
        seen: set[str] = set()
        for way in WAYS_THAT_JOIN:
            text = page.text if way == AS_IT_IS else WAYS[way](page.text, page.gold)
            for each in broken_heads(text):
                if each not in seen and (found := read_head(each, text, page, half)):
                    yield found
                seen.add(each)


def broken_heads(text: str) -> list[str]:
    """What the reader takes for heads without line breaks on a page."""
    found: list[str] = []
    original = paragraphs.break_head

    def remember(text: str, below: bool, page: str, joined: bool) -> list[head.Piece]:
        found.append(text)
        return original(text, below, page, joined)

    paragraphs.break_head = remember
    try:
        lines.read_lines.cache_clear()
        lines.read_lines(text)
    finally:
        paragraphs.break_head = original
    return found


def read_head(text: str, whole: str, page: Page, half: int) -> Head | None:
    """What speaks in a head; None where it has a few words. A title that is not whole in it is
    none of it."""
    marks = head.find_marks(text[: head.HEAD])
    tokens = first_page.read_tokens(text, marks)
    if len(tokens) < first_page.FEWEST:
        return None
    titles = find_words([token.text for token in tokens], page.gold["title"] or "")
    elsewhere = first_page.look_elsewhere(tokens, whole)
    words = first_page.rows_within(tokens, elsewhere)
    places = first_page.rows_between(tokens, marks, elsewhere)

    def around(index: int, of_words: dict[int, int], of_places: dict[int, int]) -> list[Feature]:
        near = [
            ("words", row, column)
            for step, column in of_words.items()
            for row in (words[index + step] if 0 <= index + step < len(words) else ("edge",))
        ]
        return near + [
            ("places", row, column)
            for step, column in of_places.items()
            for row in (places[index + step] if index + step < len(places) else ())
        ]

    every = range(len(tokens) + 1)
    return Head(
        half,
        len(tokens),
        [around(index, evidence.WORDS_AT_START, evidence.PLACES_AT_START) for index in every],
        [around(index, evidence.WORDS_AT_END, evidence.PLACES_AT_END) for index in every],
        [[("words", row, evidence.WORD_WITHIN) for row in rows] for rows in words],
        [[("places", row, evidence.PLACE_WITHIN) for row in rows] for rows in places[:-1]],
        titles,
    )


def find_words(words: Sequence[str], title: str) -> frozenset[tuple[int, int]]:
    """Where words in a row have the letters of a title."""
    wanted, folded = fold(title), [fold(word) for word in words]
    found = set()
    for start, word in enumerate(folded):
        said, end = "", start
        while word and end < len(folded) and wanted.startswith(said + folded[end]):
            said, end = said + folded[end], end + 1
            if said == wanted:
                found.add((start, end))
                break
    return frozenset(found)


def fold(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", text.casefold())
