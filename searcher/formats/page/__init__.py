"""Pages of publishers, PubMed and PMC that were copied as text; also notes in Markdown.

The rules are imported when a page is met, since other formats need not wait for them, and their
patterns are compiled when they are first used: of some seven hundred a page needs about a fifth.
What a text is in itself is told by `kinds`, in the words of `words`; every other room answers for
one part of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format
from searcher.record import Record

ENOUGH = 0.5
"""A page is never surer of itself than this: formats that are sure come first."""


def detect(head: str, extension: str) -> float:
    """How much a text looks like the page of one article: modest at best, 0 without any cue."""
    from searcher.formats.page.cues import likeness

    return likeness(head, ENOUGH)


def parse(document: Document) -> Iterator[Record]:
    """The one article of a page; InputError for a list of numbers that has no word."""
    from searcher.formats.page.reader import read_page

    text = document.text()
    record = read_page(text)
    if not (record.title or record.abstract or record.body or any(map(str.isalpha, text))):
        raise InputError(document.path, "holds no title, abstract or text of an article")
    yield record


FORMAT = Format("page", ("txt", "text", "md", "markdown"), detect, parse)
