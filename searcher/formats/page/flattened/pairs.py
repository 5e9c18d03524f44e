"""Lines that are a whole record, "title: ... journal: ... doi: ...", as one line a pair."""

from __future__ import annotations

from searcher.formats.page.flattened import (
    FLATTENED,
    LONGEST_LIST,
    PARAGRAPH,
    break_again,
    break_keywords,
)
from searcher.formats.page.flattened.labels import break_labels
from searcher.formats.page.flattened.unglue import MAX_LINE, OPENING_DOI, unglue
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

SHORTEST_RECORD = 150
"""Characters of a line from which on it may be a whole record."""

_TITLES = ("title: ", "Title: ", "TITLE: ")
LONGEST_FOOT = 2 * LONGEST_LIST
"""Characters of keywords and of the facts that print has below them."""

_PAIR = lazy_pattern(r"(?:^|\s)([A-Za-z][A-Za-z_]{1,14}): (?=\S)")
# "sha: 7f10ab", "cord_uid: a1b": what no title says before its colon, or behind it.
_CODED_PAIR = lazy_pattern(r"[a-z]*_[a-z_]+: |[a-z]+: (?=\S*\d)\S+(?: |$)")


def unpack(text: str) -> list[str]:
    """A line as the lines that it was: the identifier that it begins with, its headings, its pairs,
    each with what is glued to it as a line."""
    if text[:1] in "dD" and (identifier := OPENING_DOI.match(text)):
        return [identifier[0], *_parts(text[identifier.end() + 1 :])]
    return _parts(text)


def _parts(text: str) -> list[str]:
    """As `unpack`, of a line that begins with no identifier."""
    if len(text) < PARAGRAPH:
        return unglue(text)
    if len(text) > LONGEST_LIST and text[:4].lower() in ("keyw", "key ", "key-"):
        first, *facts = break_labels(text[:LONGEST_FOOT])
        if facts:
            facts[-1] += text[LONGEST_FOOT:]
            return [first, *facts]
    if len(text) >= FLATTENED:
        pieces = break_again(text[:MAX_LINE])
        if len(pieces) > 1:
            pieces += [text[MAX_LINE:]] if len(text) > MAX_LINE else []
            return [line for piece in pieces for line in unglue(piece)]
    elif ":" in text and len(pieces := break_keywords(text)) > 1:
        return [part for piece in pieces for part in unglue(piece)]
    if ":" in text and len(text) >= SHORTEST_RECORD and has_any(text, _TITLES):
        return _pairs(text) or unglue(text)
    return unglue(text)


def _pairs(text: str) -> list[str]:
    """The pairs of a record on one line; none where fewer than three are known."""
    found = [
        pair
        for pair in _PAIR.finditer(text[:MAX_LINE])
        # "older users: a study" is of a value.
        if pair[1].lower() in FIELDS or _CODED_PAIR.match(text, pair.start(1))
    ]
    known = {FIELDS.get(pair[1].lower()) for pair in found} - {None}
    if len(known) < 3:
        return []
    starts = [_with_kind(text, pair.start(1)) for pair in found]
    pieces = [text[: starts[0]].strip()]
    pieces += [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    last = pieces.pop()
    name, _, value = last.partition(": ")
    word, _, rest = value.partition(" ")
    if name.lower() not in FIELDS and any(char.isdigit() for char in word):
        # What follows the last identifier is the text.
        pieces += [f"{name}: {word}", rest]
    else:
        pieces.append(last)
    return [piece for piece in pieces if piece]


def _with_kind(text: str, start: int) -> int:
    """Where a label begins with the word before it that is of it: "Short title: "."""
    before = text.rfind(" ", 0, max(0, start - 1)) + 1
    label = text[before : text.find(":", start)]
    return before if label[:1].isupper() and label.lower() in FIELDS else start
