"""A title without all else that stands on its line."""

from __future__ import annotations

from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.lines import Line
from searcher.formats.page.title.categories import without_category, without_type
from searcher.formats.page.title.codes import without_code
from searcher.formats.page.title.dates import without_date, without_day, without_head
from searcher.formats.page.title.entries import without_entry, without_menu
from searcher.formats.page.title.labels import without_facts, without_label
from searcher.formats.page.title.marks import (
    without_marks,
    without_sign_name,
    without_signs,
    without_version,
)
from searcher.formats.page.title.quotes import without_quoter
from searcher.formats.page.title.running_head import without_surnames
from searcher.formats.page.title.signed import without_people, without_signers
from searcher.formats.page.title.site_names import without_site
from searcher.formats.page.title.twice import in_first_language, once, without_translation
from searcher.lazy import lazy_pattern

_VIEW = lazy_pattern(r"^View of (?=[A-ZÀ-Þ])")

SHORTEST = 30
"""Characters of a line from which on more than a title may stand on it; in signs, any number."""

SHORTEST_CAPTION = 4
"""Words of a title in a caption at least."""


def plain_title(text: str, head: list[Line], topic: frozenset[str]) -> str:
    """The title on a line of the head, without what is glued to it: "Han, Yee, and Cho: Factors ...
    Open Access" without the names and the access. Each step may bare what the next one takes."""
    if len(text) < SHORTEST and text.isascii():
        return without_signs(text)
    # "The title by", before names that were parted from it
    text = without_quoter(without_marks(text.removesuffix(" by")))
    if " · " in text and text.endswith(("...", "…")):
        text = _of_shared(text)
    text = without_day(text)
    if "[" in text:
        text = without_version(without_sign_name(text))
    text = once(_without_next(text, head))
    text = without_date(without_category(text))
    text = without_site(text, head, topic)
    if text.startswith("View of "):
        text = _VIEW.sub("", text)
    if " / " in text:
        text = _without_statement(without_translation(text))
    text = without_code(text, head)
    text = without_head(without_entry(text))
    text = without_people(without_signers(without_facts(text)), topic)
    text = without_label(without_menu(without_type(text)))
    text = without_surnames(text, head, topic)
    return in_first_language(text) if len(text) > 80 else text


def _of_shared(text: str) -> str:
    """The title in the caption of a shared document: "The title · how its text begi..."."""
    title, _, _ = text.partition(" · ")
    return title if count_words(title) >= SHORTEST_CAPTION else text


def _without_next(text: str, head: list[Line]) -> str:
    """ "The title Subject Area: Nephrology" over a line "Subject Area: Nephrology"."""
    if ":" not in text:
        return text
    for line in head:
        if text.endswith(line.text) and ":" in line.text and len(line.text) + 10 < len(text):
            return text[: -len(line.text)].rstrip()
    return text


def _without_statement(text: str) -> str:
    """A title as catalogues of libraries write it, "The title / Mary Ann Green"."""
    title, _, people = text.rpartition(" / ")
    return title if len(title) > 20 and read_names(people) else text
