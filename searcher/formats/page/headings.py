"""Headings: which lines hold two, and which words at the top of a text name what follows."""

from __future__ import annotations

from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.label_kinds import ORDER, label_kind, names_abstract
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.prose import SHORTEST_PROSE, is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.lines import Line
from searcher.lazy import lazy_pattern

# "Page 1/14 Abstract": the foot of a printed page, and the heading behind it.
_FOOT = lazy_pattern(r"Page \d{1,3}(?:/| of )\d{1,3} (?=[A-Z])")

MAX_HEADINGS = 60
"""Characters of two headings on one line."""

MAX_WRAPPED = 130
"""Characters of a line of wrapped text at most."""

SHORTEST_CUT = 40
"""Characters of a sentence at least in which a page was cut off."""

MAX_TITLE = 300
"""Characters of a line between the kind of an article and its authors at most."""


def part_headings(line: Line) -> list[Line]:
    """A line; two where it is the heading of an abstract and that of its first section."""
    if len(line.text) > MAX_HEADINGS or line.text[0].islower():
        return [line]
    if line.text.startswith("Page ") and (foot := _FOOT.match(line.text)):
        line = line._replace(text=line.text[foot.end() :])
    name, _, value = line.text.partition(" ")
    if (label := find_label(line.text)) and label.value:
        name, value = label.name, label.value
    if not value or not names_abstract(name) or label_kind(value) not in ORDER:
        return [line]
    if value.lower().startswith(("and ", "& ")):
        # "Abstract and Introduction": the second one has no heading of its own.
        return [line._replace(text=name)]
    return [line._replace(text=name), line._replace(text=value, gap=0)]


def opens_sentence(label: Label, following: Line | None) -> bool:
    """Whether a word alone on a line is no label but the first one of a sentence: "In"."""
    if following is None or following.gap or label.value or label.kind not in ("cite", "info"):
        return False
    return (
        following.text[0].islower() and " " not in label.name and len(following.text) > SHORTEST_CUT
    )


def find_long_label(line: Line, following: Line | None) -> Label | None:
    """A heading that begins with the word for an abstract and goes on about the article."""
    if following is None or len(line.text) > MAX_TITLE or len(following.text) < SHORTEST_PROSE:
        return None
    word, _, more = line.text.partition(" ")
    if not more or not names_abstract(word) or any(map(str.isdigit, more.split(" ")[0])):
        return None
    if is_prose(line.text) or not is_prose(following.text):
        return None
    return Label("abstract", word)


def is_wrapped_value(value: str, following: Line | None) -> bool:
    """Whether a value is the first line of prose that goes on below, without a gap."""
    if following is None or following.gap or len(value) < 30 or is_sentence(value):
        return False
    if len(following.text) > MAX_WRAPPED or find_label(following.text) is not None:
        return False
    # A date there is of the column beside the text.
    return is_prose(f"{value} {following.text}") and find_date(following.text) is None
