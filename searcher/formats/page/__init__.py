"""Pages of publishers, PubMed and PMC that were copied as text; also notes in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.document import Document
from searcher.formats.base import Format
from searcher.formats.page.citation import find_citation
from searcher.formats.page.identifiers import find_dois
from searcher.formats.page.labels import find_label
from searcher.formats.page.lines import read_lines
from searcher.formats.page.reader import read_page
from searcher.record import Record

_LOOKED_AT = 20_000
_STRONG = frozenset({"abstract", "keywords", "publication_types", "mesh", "doi", "pmid", "pmcid"})


def detect(head: str, extension: str) -> float:
    """How much a text looks like the page of one article: modest at best, 0 without any cue."""
    score = 0.0
    for line in read_lines(head[:_LOOKED_AT]):
        label = find_label(line.text)
        if label is not None and label.kind in _STRONG:
            score += 0.25
        elif label is not None and label.is_section:
            score += 0.15
        elif len(line.text) < 300 and find_citation(line.text) is not None:
            score += 0.25
        elif len(line.text) < 300 and find_dois(line.text):
            score += 0.2
        if score >= 0.5:
            return 0.5
    return score


def parse(document: Document) -> Iterator[Record]:
    """The one article of a page."""
    yield read_page(document.text())


FORMAT = Format("page", ("txt", "text", "md", "markdown"), detect, parse)
