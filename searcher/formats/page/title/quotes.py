"""The signs around a title: quotation marks, and brackets of which a copy has left one."""

from __future__ import annotations

from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.words.lists import has_any
from searcher.formats.page.words.sites import SITE_KINDS
from searcher.lazy import lazy_pattern

_QUOTED = lazy_pattern(r"[\"“”„«»【「『]([^\"“”„«»【】「」]+)[\"“”„«»】」』]|['‘]([^'‘]+)['’]")
# 'Archive "The title" (1.2.2004)', '"The title" 2004'
_QUOTER = lazy_pattern(
    r"(?P<before>[^\"“„«]{0,30}?)\s?[\"“„«](?P<title>[^\"“”„«»]{20,})[\"“”»]\s?(?P<behind>[\d\W]{0,14})"
)
_PAIRS = (("(", ")"), ("[", "]"))


def unquoted(text: str) -> str:
    """A title without the quotation marks around all of it."""
    quoted = _QUOTED.fullmatch(text)
    return text if quoted is None else (quoted[1] or quoted[2]).strip()


def without_quoter(text: str) -> str:
    """A title in quotation marks without the kind of site or of article in front of them, and the
    date behind them."""
    quoted = not text[-1:].isalpha() and has_any(text, '"“„«')
    if not (quoted and (found := _QUOTER.fullmatch(text))):
        return text
    before = found["before"].strip(" :–-")
    known = before.lower() in SITE_KINDS or read_category(before) is not None
    return found["title"].strip() if known or (found["behind"] and not before) else text


def without_lone_bracket(text: str) -> str:
    """A title without the bracket at its end, or its beginning, that has no other one."""
    for opening, closing in _PAIRS:
        if text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1].rstrip()
        elif text.startswith(opening) and text.count(opening) > text.count(closing):
            text = text[1:].lstrip()
    return text
