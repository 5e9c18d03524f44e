"""Lists of MeSH headings and of other terms, one a line."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.prose import is_menu
from searcher.formats.page.lines import Line

_TRAILING = " .,;:|•·"

_QUALIFIED = re.compile(r"\s*/\s*")


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
        if (
            len(line.text) > 150
            or (taken and line.gap)
            or (taken and taken[0].bullet and not line.bullet)
        ):
            break
        if is_menu(line.text) and not line.bullet:
            break
        taken.append(line)
    return taken
