"""Lists of terms that no label announces: on one line, or one below the other with bullets."""

from __future__ import annotations

from collections.abc import Sequence

from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.lines import Line
from searcher.formats.page.splitting import split_at_capitals
from searcher.lazy import lazy_pattern

# "Data curation, Writing – original draft": what an author did.
_NO_TERM = lazy_pattern(r"\d{3}|[:.@]|Data curation|Writing [-–]")
# "Sow, Amina B": an author where a keyword could stand.
_INVERTED_NAME = lazy_pattern(r"[A-ZÀ-Ý][\w'’-]+, [A-ZÀ-Ý][\w.-]*(?: [A-Z]\.?){0,2}$")
_CLAUSE = lazy_pattern(r"\d|\s[–—-]\s|\b(?:and|the|for|to|with|on|by|from|or|an?|that|is|are)\b")


def is_unlabelled_list(text: str, follows_abstract: bool = False) -> bool:
    """Whether a line can only be a list of terms: short pieces between semicolons, or between
    commas where it stands right behind an abstract."""
    signs = (sign for sign in ";•·|" if sign in text)
    mark = next(signs, ",") if follows_abstract else ";"
    if follows_abstract and not (mark == "," and _CLAUSE.search(text)):
        text = text.removesuffix(".")
    pieces = [piece.strip() for piece in text.split(mark) if piece.strip()]
    if follows_abstract and len(pieces) == 1 and len(text) < 200:
        # One more, since spaces tell less.
        pieces = split_at_capitals(text)[1:]
    if len(pieces) < 3 or len(text) > 400 or is_sentence(text) or find_label(text):
        return False
    if mark == "," and (max(piece.count(" ") for piece in pieces) > 4 or is_menu(text)):
        return False
    if any(len(piece) > 60 or _NO_TERM.search(piece) for piece in pieces):
        return False
    return not read_names(text) and not is_address(text)


def is_list_of_terms(text: str) -> bool:
    """Whether a line anywhere in a head is a list of terms: most of them begin in lower case, as
    neither names nor entries of a menu do; between commas all but the first, none a clause."""
    mark = ";" if ";" in text else ","
    if text.count(mark) < (3 if mark == ";" else 2):
        return False
    pieces = [piece.strip() for piece in text.split(mark)]
    lower = sum(piece[:1].islower() for piece in pieces)
    if mark == ",":
        listed = lower + 1 >= len(pieces) and not _CLAUSE.search(text)
        return listed and is_unlabelled_list(text, follows_abstract=True)
    return 2 * lower > len(pieces) and is_unlabelled_list(text)


def terms_above(head: list[Line]) -> list[Line]:
    """The terms with bullets right over an abstract, which neither names nor entries of a menu
    are."""
    start = len(head)
    while start and head[start - 1].bullet:
        start -= 1
    return bulleted_terms(head[start:])


def bulleted_terms(lines: Sequence[Line]) -> list[Line]:
    """The items with bullets at the beginning of lines, if most begin in lower case."""
    items = bulleted_list(lines)
    lower = sum(line.text[0].islower() for line in items)
    return items if 2 * lower > len(items) else []


def bulleted_list(lines: Sequence[Line]) -> list[Line]:
    """Short items with bullets right behind an abstract: keywords without a label."""
    taken = []
    for line in lines:
        text = line.text.rstrip(";")
        if not line.bullet or len(text) > 60 or is_sentence(text):
            break
        taken.append(line)
    if sum(_INVERTED_NAME.match(line.text) is not None for line in taken) * 2 > len(taken):
        return []
    return taken if 3 <= len(taken) <= 12 and not any(is_menu(line.text) for line in taken) else []
