"""What stands beside an article on a page that lost its line breaks: a line for each label."""

from __future__ import annotations

from itertools import pairwise

from searcher.formats.page.kinds.label_sets import LabelSet
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import UPPER
from searcher.formats.page.words.vocabulary import HEADINGS
from searcher.lazy import lazy_pattern

SHORTEST = 5
"""Letters of a heading at least, as shorter words are names too."""

_FACTS = frozenset({"date", "received", "doi", "pmid", "pmcid"})
"""Labels of facts that parts of one citation never are."""

_OVER_LINES = frozenset({"cite", "references", "aside", "foreign", "abstract", "mesh"})
"""Headings under which more than one value stands."""

_OVER_FACTS = ("information", "details")
"""What headings end with that stand over several facts."""

_LABELS = LabelSet(
    (
        *(name for name, kind in FIELDS.items() if kind in _FACTS),
        # "Medical", "News"
        *(name for name, kind in HEADINGS.items() if kind != "aside" or " " in name),
        "issue",
    )
)
_WORD = lazy_pattern(rf"(?<!\S)[{UPPER}]\w+")
# "JournalWard Letters", "Issue number8": a label, and its value glued to it.
_GLUED = tuple(
    lazy_pattern(rf"({name})[{UPPER}\d]\S*") for name in (r"\w+ \w[a-zà-ÿ]+", r"\w[a-zà-ÿ]+")
)


def break_labels(text: str) -> list[str]:
    """The lines of a text that is none of an article's: one begins with each label of a fact, and
    each heading of a list stands alone."""
    cuts = {0, len(text)}
    end = 0
    for found in _WORD.finditer(text):
        start = found.start()
        if start < end:
            continue
        if label := _label_at(text, start):
            end, over = label
            cuts |= {start, end} if over else {start}
    lines = (text[a:b].strip() for a, b in pairwise(sorted(cuts)))
    return [line for line in lines if line]


def _label_at(text: str, start: int) -> tuple[int, bool] | None:
    """Where the label ends that begins at a place, and whether it stands over several values; None
    where none begins."""
    for pattern in _GLUED:
        glued = pattern.match(text, start)
        if glued and fold_label(glued[1]) in FIELDS:
            return glued.end(), False
    for name, label, following in _LABELS.starting(text, start):
        if kind := _kind(name, label, following):
            over = kind in _OVER_LINES or label.endswith(_OVER_FACTS)
            return start + len(name), over and name[-1] != ":"
    return None


def _kind(name: str, label: str, following: str) -> str | None:
    """What words may be the label of; None where they go on with the line."""
    if (kind := FIELDS.get(label)) in _FACTS:
        return kind
    if label == "issue" and following[:3] == "Vol":
        return "issue"
    alone = " " in label or name[-1] == ":" or following[:1].isupper() or not following
    return HEADINGS.get(label) if alone and len(label) >= SHORTEST else None
