"""What the column beside a text has, on a line of the text: a mark, the article's citation."""

from __future__ import annotations

from searcher.formats.page.kinds.labels import find_label
from searcher.lazy import lazy_pattern

CITED = " Citation: "
"""What a line holds that goes on with a citation."""

_OPEN = "OPEN ACCESS "
# "... ward. Citation: Holm A (2015) Fever. Ward Lett 3(2): e12. https://doi.org/10.1/2 We"
_CITATION = lazy_pattern(
    rf"(?<=[.?!)]){CITED}(?P<cited>(?=[^\W\d]).{{20,600}}?\b10\.\d{{4,9}}/\S+)(?= [A-Z]|$)"
)


def without_mark(text: str) -> str:
    """A section without the mark of an open article before its label."""
    if not text.startswith(_OPEN):
        return text
    label = find_label(text[len(_OPEN) :])
    return text[len(_OPEN) :] if label and label.is_section and label.value else text


def part_citation(text: str) -> tuple[str, str]:
    """A text without the citation behind one of its sentences, and that; "" where there is none."""
    found = _CITATION.search(text)
    if found is None:
        return text, ""
    return text[: found.start()] + text[found.end() :], f"Citation: {found['cited']}"
