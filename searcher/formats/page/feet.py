"""What print has around and beside a text, amid it: heads and feet where a page ends in a sentence,
the article's citation where the text of the column beside it was copied line by line."""

from __future__ import annotations

from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.lines import FOOT, Line
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

SHORTEST = 40
"""Characters of a line of text that goes on below at least."""

LONGEST = 120
"""Characters of a head or a foot at most."""

MOST = 3
"""Lines of a head or a foot."""

_SIGNS = ("©", "opyright", "ownloaded", "http", "www.", "doi", "DOI", "ISSN", "personal use")
_OPENINGS = ("doi:", "doi ", "www.", "http")
_FOOT = lazy_pattern(
    r"[-–— ]*\d{1,4}[-–— ]*$|[Pp]age \d{1,4}(?: of \d{1,4})?$|\d{1,3}/\d{1,3}$"
    r"|.*\b(?:Vol(?:ume|\.)|No\.|Issue) ?\d|.*\b(?:19|20)\d\d ?; ?\d|.*\b\d{1,4} ?\((?:19|20)\d\d\)"
    r"|[A-Z][\w'’-]+ et al\b"
)


def part_feet(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a page without heads and feet that stand amid a sentence, and those."""
    kept: list[Line] = []
    feet: list[Line] = []
    while lines and lines[-1].level == FOOT:
        feet.append(lines[-1])
        lines = lines[:-1]
    index = 0
    while index < len(lines):
        end = _end_of_foot(kept, lines, index)
        if end > index:
            # The sentence goes on as if nothing had stood there.
            feet += lines[index:end]
            kept[-1] = kept[-1]._replace(last=lines[end].number - 1)
            kept.append(lines[end]._replace(gap=0))
            index = end + 1
        else:
            kept.append(lines[index])
            index += 1
    return kept, feet


def _end_of_foot(kept: list[Line], lines: list[Line], start: int) -> int:
    """The index of the line in which the sentence before a foot goes on; `start` where none is."""
    if len(lines[start].text) > LONGEST or len(kept) < 2 or kept[-1].gap:
        return start
    if not (_goes_on(kept[-1].text) and _is_running(kept[-2].text)):
        return start
    end = start
    while end < min(len(lines), start + MOST) and _is_foot(lines, end, end > start):
        end += 1
    if end == start or end == len(lines):
        return start
    text = lines[end].text
    goes_on = text[0].islower() and len(text) >= SHORTEST and find_label(text) is None
    return end if goes_on else start


def _goes_on(text: str) -> bool:
    """Whether a line of text ends amid a sentence."""
    return (text[-1].isalnum() or text[-1] in ",-") and _is_running(text)


def _is_running(text: str) -> bool:
    words = text.split() if len(text) >= SHORTEST else []
    return sum([word[0].islower() for word in words]) * 2 > len(words)


def _is_foot(lines: list[Line], index: int, below_foot: bool) -> bool:
    line = lines[index]
    text = line.text
    if len(text) > LONGEST:
        return False
    if text[0].islower():
        # "Downloaded from www.wards.org" and below it "by guest"; else the text goes on by itself.
        return text.startswith(_OPENINGS) or (below_foot and text.startswith("by "))
    if has_any(text, _SIGNS) or (_FOOT.match(text) and not _is_running(text)):
        return True
    apart = line.gap and index + 1 < len(lines) and lines[index + 1].gap
    return bool(apart) and len(text) < LONGEST // 2 and text[-1].isalnum()
