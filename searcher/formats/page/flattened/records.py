"""A record for machines amid the lines of a page: an object of JSON, often cut short; the elements
of TEI or JATS, one a line."""

from __future__ import annotations

import re
from html import unescape

from searcher.lazy import lazy_pattern

MARK = '"abstract":'
"""What such a record holds."""

TITLED = "</title>"
"""What the second kind of record holds."""

MARKUP = ("jats:", "</p>", "<br", "</strong>", "</b>", "</i>", "</em>", "</sub>", "</sup>")
"""What text has that was copied with the markup of its paragraphs and its words."""

# "</jats:sec><jats:sec>", as publishers deposit an abstract; "<br />", as a site shows a text.
_PARAGRAPHS = lazy_pattern(
    r"(?:</?(?:jats:(?:sec|title|p|abstract|label|list|list-item)|p|br|div|li|[ou]l)\b[^<>]{0,60}>\s*)+"
)
_WITHIN = lazy_pattern(r"</?(?:jats:[\w-]+|strong|em|span|font|su[bp]|[biu])\b[^<>]{0,60}>")

# <title xml:lang="en">The title</title>, <title level="j">The journal</title>
_ELEMENT = lazy_pattern(
    r"\s*<(title|article-title|journal-title)(\s[^<>]{1,80})?>([^<>]{8,400})</\1>\s*"
)
_LABELS = {
    "title": "Title",
    "doi": "DOI",
    "keywords": "Keywords",
    "publicationDate": "Published",
    "datePublished": "Published",
    "abstract": "Abstract",
}
_PAIR = lazy_pattern(rf'"({"|".join(_LABELS)})"\s?:\s?"((?:[^"\\]|\\.)*)')
_JOURNAL = lazy_pattern(r'"journal"\s?:\s?(?:\{[^{}]{0,80}?"name"\s?:\s?)?"([^"\\]{3,120})"')
_ESCAPE = lazy_pattern(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_BLOCK = lazy_pattern(r"(?:</?(?:p|div|br|sec|title|h\d)\b[^<>]{0,60}>\s*)+")
_TAG = lazy_pattern(r"</?[a-zA-Z][^<>]{0,60}>")


def unfold_record(raw: str) -> list[str]:
    """The lines of a labelled page for a record, any other line as it is."""
    if MARK not in raw or not raw.lstrip().startswith("{"):
        return [raw]
    journal = _JOURNAL.search(raw)
    lines = [f"Journal: {journal[1]}"] if journal else []
    for found in _PAIR.finditer(raw):
        value = unescape(_ESCAPE.sub(_unescaped, found[2]))
        pieces = [_TAG.sub("", piece).strip() for piece in _BLOCK.split(value)]
        pieces = [piece for piece in pieces if piece]
        if found[1] == "abstract":
            lines += ["Abstract", *pieces]
        elif pieces:
            lines.append(f"{_LABELS[found[1]]}: {' '.join(pieces)}")
    return lines or [raw]


def without_tags(raw: str) -> list[str]:
    """The paragraphs of a line without their markup."""
    if "<" not in raw:
        return [raw]
    return [_WITHIN.sub("", part) for part in _PARAGRAPHS.split(raw) if part] or [""]


def unfold_element(raw: str) -> str:
    """The labelled line for a title of an article or a journal in markup, any other line as it
    is; headings of sections have no attribute."""
    found = _ELEMENT.fullmatch(raw) if "<" in raw else None
    if found is None or (found[1] == "title" and not found[2]):
        return raw
    of_journal = found[1] == "journal-title" or 'level="j"' in (found[2] or "")
    return f"{'Journal' if of_journal else 'Title'}: {unescape(found[3])}"


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return " " if found[2] in "nrt" else found[2]
