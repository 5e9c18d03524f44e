"""Any other text: its first line is the title, the rest the abstract."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.document import Document
from searcher.formats.base import Format
from searcher.record import Evidence, Record

MAX_TITLE = 1_000

LONG = 250
"""Characters from which on a first line of sentences is a paragraph, not a title."""


def detect(head: str, extension: str) -> float:
    """Always a little, so that no text is left without a format."""
    return 0.05 if head.strip() else 0.01


def parse(document: Document) -> Iterator[Record]:
    """One record for the whole file, or none when it holds nothing but white space."""
    from searcher.formats.page.lines import clean_text
    from searcher.formats.page.prose import is_prose

    lines = [(number, clean_text(raw)) for number, raw in enumerate(document.text().split("\n"), 1)]
    said = [(number, text) for number, text in lines if text]
    if not said:
        return
    (first, title), rest = said[0], said[1:]
    if len(title) > MAX_TITLE or (len(title) > LONG and is_prose(title)):
        # A text without line breaks has no title that could be told from it.
        title, rest = "", said
    count = _abstract_lines([text for _, text in rest])
    provenance = {}
    if title:
        provenance["title"] = Evidence("first line", (first, first), 0.3)
    if rest[:count]:
        provenance["abstract"] = Evidence("text", (rest[0][0], rest[count - 1][0]), 0.3)
    if rest[count:]:
        provenance["body"] = Evidence("other text", (rest[count][0], rest[-1][0]), 0.3)
    yield Record(
        title=title or None,
        abstract=" ".join(text for _, text in rest[:count]) or None,
        body="\n".join(text for _, text in rest[count:]) or None,
        provenance=provenance,
    )


def _abstract_lines(texts: list[str]) -> int:
    """How many of the lines are the abstract: all, unless the text cites others by number, as
    bodies do, or begins with anything but sentences, as a title page without line breaks does."""
    from searcher.formats.page.prose import has_citations, is_dense, is_running

    opening = texts[0][:400] if texts and len(texts[0]) > MAX_TITLE else ""
    if opening and not (is_running(opening) or is_dense(opening)):
        return 0
    if not any(has_citations(text) for text in texts):
        return len(texts)
    return int(len(texts[0]) > LONG and not has_citations(texts[0]))


FORMAT = Format("plain", ("txt", "text"), detect, parse)
"""Any text: the format that always fits."""
