"""Labels and headings behind a title on its line: of facts, of what follows it."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.label_kinds import ORDER, label_kind
from searcher.formats.page.kinds.phrases import ends_openly
from searcher.formats.page.kinds.wording import is_in_small_letters
from searcher.formats.page.title.categories import BEFORE_KIND
from searcher.formats.page.title.marks import LEAST_TITLE
from searcher.formats.page.words.lists import any_of, has_any
from searcher.lazy import lazy_pattern

SHORTEST = 25
"""Characters of a title from which a label is taken off."""

_FACT_BEHIND = lazy_pattern(
    r"\s(?:running (?:title|head)|short title|correspondence(?: to)?|corresponding author"
    r"|key ?words?|authors?|aut(?:or(?:es|en|i)?|eurs?)(?: principal)?|research output"
    r"|abstract (?:number|id)|(?:clinical )?trial registration\b[^:]{0,60})\s?:\s?\S",
    re.IGNORECASE,
)
_LABELS_BEHIND = (
    *("Recommended Citation", "How to cite", "Document Type", "Main Article Content"),
    *("Contenido principal del artículo", "Conteúdo do artigo principal", "Article History"),
    *("Article Details", "Article Sidebar", "Author Information", "More details"),
)
_HEADINGS = ("Highlights", "Introduction")
_LABEL_BEHIND = lazy_pattern(rf"\s(?:{any_of(_LABELS_BEHIND)})\b")

_OF_SITE = ("authors", "info", "aside", "cite")
"""What labels announce that no section of an article bears."""

_OF_TITLES = ("pmid", "mesh", "references")
"""What labels announce with a name that titles end with: "PubMed", "MeSH keywords"."""


def without_facts(text: str) -> str:
    """A title without a labelled fact behind it: "The title. Trial registration: NCT0001"."""
    found = _FACT_BEHIND.search(text, 25) if ":" in text else None
    if found is None and has_any(text, _LABELS_BEHIND):
        found = _LABEL_BEHIND.search(text, 25)
    return text[: found.start()] if found else _without_heading(text)


def _without_heading(text: str) -> str:
    """A title without the heading of the part that follows it: "The title in wards Highlights"."""
    title, _, heading = text.rpartition(" ")
    if heading not in _HEADINGS or title.count(" ") + 1 < LEAST_TITLE or not title[-1:].isalnum():
        return text
    before = title[title.rfind(" ") + 1 :].lower()
    return text if before in BEFORE_KIND or before.endswith(("'s", "’s")) else title


def without_label(text: str) -> str:
    """A title without what follows it in a list, and the label of what does: "The title • Review
    article", "The title Article information"."""
    listed = text.find(" • ", SHORTEST)
    text = text[:listed] if listed > 0 else text
    parts = text.rsplit(" ", 3)
    if not parts[-1][:1].isupper() and len(parts[-1]) < 4:
        return text
    for count in range(len(parts) - 1, 0, -1):
        kind = label_kind(" ".join(parts[-count:])) if parts[-count][:1].isupper() else None
        # Names of sections are words of titles: "... in older Patients", "Case report".
        if kind is None or kind in ORDER or kind in _OF_TITLES:
            continue
        title = " ".join(parts[:-count])
        last = title[title.rfind(" ") + 1 :]
        if len(title) < SHORTEST or ends_openly(title):
            continue
        sure = text[-1] == ":" or (count > 1 and kind in _OF_SITE)
        if sure or ((last[0].islower() or last[-1] in ".?)") and is_in_small_letters(title)):
            return title
    return text
