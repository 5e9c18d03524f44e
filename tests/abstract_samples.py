"""A page whose abstract is looked for between what stands around it."""

from __future__ import annotations

from searcher.formats.page.reader import read_page

TITLE = "Fever after tonic water in old sailors"
HEAD = f"{TITLE}\n\nAnn Hill, Bo Lee\n\n"
FIRST = (
    "Tonic water is sold in every port of the north and few of those who drink it know that it "
    "holds quinine. We followed forty old sailors for a winter and took their temperature each day."
)
LAST = "Of them nine had a fever that came and went with the glass; all were well without it."
TEXT = f"{FIRST} {LAST}"


def abstract_of(text: str) -> str | None:
    return read_page(text).abstract
