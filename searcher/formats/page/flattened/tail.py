"""What stands behind the abstract of a page that lost its line breaks, cut from it."""

from __future__ import annotations

import re
from itertools import pairwise

from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import UPPER, any_of
from searcher.formats.page.words.sites import CONTROLS, NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS, SECTIONS

ABSTRACT = 250
"""Characters of an abstract before the introduction of the body can begin."""

_SENTENCE_END = re.compile(rf"[.?!][\"'”’)\]]?\s(?=[{UPPER}©])")
# "... in the clinic. Show more", "... in the clinic [Read more]"
_CONTROL = re.compile(
    r"(?:(?<=[.?!…)\]»。])|(?<=[.?!…)\]»。]\s)|(?<=[\u3040-\u9fff])|(?<=[\u3040-\u9fff]\s))"
    rf"[\[(]?(?:{any_of(CONTROLS)})[\s.…\])»>]*$",
    re.IGNORECASE,
)
# "... in the clinic. 1. Introduction"
_NUMBERED = re.compile(r"([.?!]\s)\d{1,2}\.\s$")
_SIGNS = " .…])»>"
_LAST_LETTERS = frozenset(control[-2:] for control in CONTROLS)
_ENDING = ("keywords", "references", "aside", "publication_types", "mesh", "substances")
_TAILS = frozenset(
    (*(name for name, kind in HEADINGS.items() if kind in _ENDING), *NOTICES, *FIELDS, "©")
).difference(SECTIONS)
"""What may stand behind an abstract, as a heading or as a label."""


def break_tail(text: str) -> list[str]:
    """Prose, and the lines behind it that begin with a heading or label after a sentence's end."""
    cuts = {0, len(text)}
    for found in _SENTENCE_END.finditer(text):
        start = found.end()
        words = text[start : start + 80].split(" ")
        for count in range(min(4, len(words) - 1), 0, -1):
            name = " ".join(words[:count])
            opens = name[-1] == ":" or not words[count][:1].islower()
            if opens and _is_tail(fold_label(name.rstrip(":")), start):
                number = _NUMBERED.search(text, max(0, start - 6), start)
                cuts.add(number.end(1) if number else start)
                if name[-1] != ":":
                    cuts.add(start + len(name))
                break
    return [piece for a, b in pairwise(sorted(cuts)) if (piece := text[a:b].strip())]


def without_control(text: str) -> str:
    """A paragraph without what one clicks on behind its last sentence to see more or less of it."""
    end = text[-40:].rstrip(_SIGNS).lower()
    if end[-2:] not in _LAST_LETTERS or not end.endswith(CONTROLS):
        return text
    found = _CONTROL.search(text, len(text) - 60)
    return text[: found.start()].rstrip() if found else text


def _is_tail(label: str, start: int) -> bool:
    if start > ABSTRACT and (label in INTRODUCTIONS or SECTIONS.get(label) == "background"):
        return True
    return label in _TAILS
