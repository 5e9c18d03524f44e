"""Rows of tables in which repositories keep a record: a label, its value, sometimes a language."""

from __future__ import annotations

from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.sites import DUBLIN_CORE
from searcher.formats.page.words.vocabulary import HEADINGS
from searcher.lazy import lazy_pattern

_ELEMENTS = ("dc.", "dcterms.")
CELL_MARKS = ("|", "\t", "   ", *_ELEMENTS)
"""What rows of tables hold, each one of these."""

_CELLS = lazy_pattern(r"\s*\t\s*|\s{3,}")
_ELEMENT = lazy_pattern(r"(?:dc|dcterms|local)\.[a-z][\w.]{2,40}$")
# "dc.title.alternativeFever in the wards.en": label, value and language run together.
_GLUED = lazy_pattern(r"(?:dc|dcterms)\.([a-z][a-z.]{2,40})(?::? ?)((?:[^a-z.\s]|https?:).*)")
_LANGUAGE_END = lazy_pattern(r"(?<=[^\w\s])[a-z]{2}(?:_[A-Z]{2})?$|\s?[a-z]{2}_[A-Z]{2}$|\sen$")
_ROW_END = lazy_pattern(r"(?:\t|   )[a-z]{2,3}(?:[_-][A-Z]{2})?\s*$")
_LANGUAGE = lazy_pattern(r"[a-z]{2,3}(?:[_-][A-Z]{2})?$")
_KNOWN = frozenset(FIELDS) | {
    name for name, kind in HEADINGS.items() if kind in ("abstract", "keywords", "category", "cite")
}


def _without_bars(raw: str) -> str:
    """A row of a table of labels and values ("Author: | Sow A |") without its bars."""
    cells = [cell for cell in map(str.strip, raw.split("|")) if cell]
    if not any(cell.strip("-:") for cell in cells):
        return "" if raw.count("|") > 1 else raw
    labelled = cells[0].endswith(":") and len(cells) == 2
    return " ".join(cells) if labelled or len(cells) == 1 else raw


def ends_row(raw: str) -> bool:
    """Whether the cell of its language ends a value: no line below goes on with it."""
    return raw.startswith(_ELEMENTS) and _ROW_END.search(raw) is not None


def read_cells(raw: str) -> str:
    """A row of a label and its value as "Label: value"; other lines as they are."""
    if raw.startswith(_ELEMENTS) and (glued := _GLUED.match(raw.rstrip())):
        element = DUBLIN_CORE.get(glued[1])
        return f"{element}: {_LANGUAGE_END.sub('', glued[2])}" if element else ""
    if "|" in raw and (raw.count("|") > 1 or raw.rstrip().endswith("|")):
        raw = _without_bars(raw)
    if "\t" not in raw and "   " not in raw:
        return raw
    cells = _CELLS.split(raw.strip(), maxsplit=2)
    if len(cells) < 2 or len(cells[0]) > 40:
        return raw
    name = cells[0].strip(" :").lower()
    if _ELEMENT.match(name):
        element = DUBLIN_CORE.get(name.partition(".")[2])
        if len(cells) > 2 and not _LANGUAGE.match(cells[2]):
            cells[1] = f"{cells[1]} {cells[2]}"
        return f"{element}: {cells[1]}" if element else ""
    if HEADINGS.get(name) == "keywords" and len(cells) > 2:
        terms = _CELLS.split(raw.strip())[1:]
        if not _LANGUAGE.match(terms[-1]) and not any("," in term or ";" in term for term in terms):
            # A term in each cell.
            return f"{cells[0].rstrip(' :')}: {'; '.join(terms)}"
    if name in _KNOWN:
        return f"{cells[0].rstrip(' :')}: {' '.join(cells[1:])}"
    return raw
