"""What stands beside an article on a page that lost its line breaks: a line for each label."""

from __future__ import annotations

import re
from itertools import pairwise

from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import UPPER
from searcher.formats.page.words.vocabulary import HEADINGS

LONGEST = 4
"""Words of a label at most."""

_FACTS = frozenset({"date", "received", "doi", "pmid", "pmcid"})
"""Labels of facts that parts of one citation never are."""

_OVER_LINES = frozenset({"cite", "references", "aside", "foreign", "abstract", "mesh"})
"""Headings under which more than one value stands."""

_OVER_FACTS = ("information", "details")
"""What headings end with that stand over several facts."""

_GLUED = re.compile(rf"((?:\w+ )?\w[a-zà-ÿ]+)[{UPPER}\d]\S*")
_WORD = re.compile(rf"(?<!\S)[{UPPER}]\w+")


def break_labels(text: str) -> list[str]:
    """The lines of a text that is none of an article's: one begins with each label of a fact, and
    each heading of a list stands alone."""
    cuts = {0, len(text)}
    end = 0
    for found in _WORD.finditer(text):
        start = found.start()
        if start < end:
            continue
        pieces = text[start : start + 80].split(" ")
        for count in range(min(LONGEST, len(pieces)), 0, -1):
            name = " ".join(pieces[:count])
            following = pieces[count] if count < len(pieces) else ""
            if _is_glued(name):
                end = start + len(name)
                cuts.add(start)
                break
            kind = _kind(name, following)
            if kind:
                end = start + len(name)
                cuts.add(start)
                over = kind in _OVER_LINES or name.lower().endswith(_OVER_FACTS)
                if over and name[-1] != ":":
                    cuts.add(end)
                break
    lines = (text[a:b].strip() for a, b in pairwise(sorted(cuts)))
    return [line for line in lines if line]


def _is_glued(name: str) -> bool:
    """Whether the value of a label is glued to it: "JournalWard Letters", "Issue number8"."""
    found = _GLUED.fullmatch(name)
    return found is not None and fold_label(found[1]) in FIELDS


def _kind(name: str, following: str) -> str | None:
    """What words may be the label of; None where they go on with the line."""
    label = fold_label(name.rstrip(":"))
    if (kind := FIELDS.get(label)) in _FACTS:
        return kind
    if label == "issue" and following[:3] == "Vol":
        return "issue"
    kind = HEADINGS.get(label)
    if kind == "aside" and " " not in label:
        # "Medical", "News"
        return None
    alone = " " in label or name[-1] == ":" or following[:1].isupper() or not following
    return kind if alone and len(label) > LONGEST else None
