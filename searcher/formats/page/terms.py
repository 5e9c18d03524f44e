"""Lists of terms: MeSH headings, items one a line, what the end of a page has cut."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.sentences import is_dense
from searcher.formats.page.lines import Line
from searcher.formats.page.words.journals import SMALL

MAX_ENDING = 2
"""Letters that an inflected word may have behind another form of it."""

_TRAILING = " .,;:|•·"

_QUALIFIED, _WORD = re.compile(r"\s*/\s*"), re.compile(r"\w+")


def read_headings(lines: list[Line]) -> list[str]:
    """MeSH headings as MEDLINE writes them: "Exanthema/*chemically induced", each heading once."""
    merged: dict[str, list[str]] = {}
    for line in lines:
        heading, *qualifiers = _QUALIFIED.split(line.text.strip(_TRAILING))
        found = merged.setdefault(_starred(heading), [])
        found += [name for name in map(_starred, qualifiers) if name not in found]
    return ["/".join([heading, *qualifiers]) for heading, qualifiers in merged.items()]


def _starred(text: str) -> str:
    return "*" + text.strip("* ") if "*" in text else text


def term_lines(lines: list[Line]) -> list[Line]:
    """The items of a bulleted or one-a-line list; a gap after an item ends a list with bullets."""
    taken: list[Line] = []
    for line in lines:
        if len(line.text) > 150 or (taken and line.gap):
            break
        if is_menu(line.text) and not line.bullet:
            break
        taken.append(line)
    return taken


def without_cut_term(terms: list[str], text: str) -> list[str]:
    """The terms with which a page ends, but for a last one that was cut there: all words of the
    text that begin like it go on for longer than another form of it would."""
    if len(terms) == 1 and " " in terms[0]:
        # The beginning of several that spaces part, perhaps.
        return []
    word = terms[-1].rpartition(" ")[2] if terms else ""
    if word in SMALL:
        return terms[:-1]
    word = word.lower()
    if len(word) < 3 or not word.isalpha() or is_dense(word):
        return terms
    text = " ".join((text, *terms[:-1])).lower()
    begun = [len(each) - len(word) for each in _WORD.findall(text) if each.startswith(word)]
    return terms[:-1] if begun and min(begun) > MAX_ENDING else terms
