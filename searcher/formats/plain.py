"""Any other text: its first line is the title, the rest the abstract."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.document import Document
from searcher.formats.base import Format
from searcher.record import Evidence, Record

MAX_TITLE = 1_000


def detect(head: str, extension: str) -> float:
    """Always a little, so that no text is left without a format."""
    return 0.05 if head.strip() else 0.01


def parse(document: Document) -> Iterator[Record]:
    """One record for the whole file, or none when it holds nothing but white space."""
    from searcher.formats.page.lines import clean_text

    lines = [(number, clean_text(raw)) for number, raw in enumerate(document.text().split("\n"), 1)]
    said = [(number, text) for number, text in lines if text]
    if not said:
        return
    (first, title), rest = said[0], said[1:]
    if len(title) > MAX_TITLE:
        # A text without line breaks has no title that could be told from it.
        title, rest = "", said
    provenance = {}
    if title:
        provenance["title"] = Evidence("first line", (first, first), 0.3)
    if rest:
        provenance["abstract"] = Evidence("all other lines", (rest[0][0], rest[-1][0]), 0.3)
    yield Record(
        title=title or None,
        abstract=" ".join(text for _, text in rest) or None,
        provenance=provenance,
    )


FORMAT = Format("plain", ("txt", "text"), detect, parse)
