"""Where the first sentence of a text begins, behind the title or the entries of a site that stand
before it on its line."""

from __future__ import annotations

import re

from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import may_have_year
from searcher.formats.page.kinds.furniture import is_menu, site_share
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS
from searcher.formats.page.words.lists import DIGIT, UPPER, WORD
from searcher.formats.page.words.sites import FACT_OPENINGS
from searcher.lazy import lazy_pattern

SHORTEST = 400
"""Characters of a text with what stands before it at least."""

FURTHEST = 250
"""Characters before a first sentence at most."""

SHORTEST_TITLE = 4
"""Words of a title before it at least."""

LEAST_BESIDE = 2
"""Words of what is no part of a sentence at least."""

MOST_OF_SITE = 0.5
"""The share of the words of menus in what is one, and no part of a sentence."""

_STOP = lazy_pattern(r"[^\W\d_]{3}[.?!]\s")
_WORD = lazy_pattern(r"\S+")
_CAPITAL = lazy_pattern(rf"[{UPPER}][a-zà-ÿ]*(?:-\w+)?$")
_AMID_NAMES = ("of", "de", "for", "di", "do", "für")
_JOINING = tuple(".,:;–—-/(")


def find_opening(text: str) -> int:
    """Where the first sentence of a text begins; 0 where nothing stands before it."""
    if len(text) < SHORTEST:
        return 0
    label = find_label(text)
    if label is not None and (label.is_section or label.kind in ("abstract", "keywords")):
        return 0
    stop = _STOP.search(text, 0, FURTHEST)
    words = list(_WORD.finditer(text[: stop.start() if stop else FURTHEST]))
    places = [index for index in range(1, len(words) - 2) if _CAPITAL.match(words[index][0])]
    for index in reversed(places):
        if index >= SHORTEST_TITLE and _restarts(words, index):
            return words[index].start()
    for index in places:
        start = words[index].start()
        if _begins(words, index) and _is_beside(text[:start].strip()):
            return start
    return 0


def _begins(words: list[re.Match[str]], index: int) -> bool:
    """Whether a word with a capital goes on in small letters, and is no name: "University of"."""
    before, behind = words[index - 1][0].lower(), words[index + 1][0]
    if not behind[0].islower() or behind in _AMID_NAMES or before in ALL_SMALL_WORDS:
        return False
    following = [word[0] for word in words[index + 2 : index + 4]]
    return not following[0][0].isdigit() and any(word[0].islower() for word in following)


def _restarts(words: list[re.Match[str]], index: int) -> bool:
    """Whether a small word with a capital begins a sentence where none has ended."""
    word, before, behind = words[index][0], words[index - 1][0], words[index + 1][0]
    small = len(word) > 1 and word.lower() in ALL_SMALL_WORDS and word[1:].islower()
    if not small or not behind[0].islower() or before[-1] in _JOINING:
        return False
    return before.lower() not in ALL_SMALL_WORDS


def _is_beside(text: str) -> bool:
    """Whether words before a sentence are an entry of a site, names, an address or a citation."""
    if text.count(" ") + 1 < LEAST_BESIDE or not WORD.search(text):
        return False
    if may_have_year(text):
        return find_citation(text) is not None
    if is_menu(text) or site_share(text) > MOST_OF_SITE or _ends_with_category(text):
        return True
    if len(read_names(text)) > 1 or is_address(text) or "{at}" in text or "@" in text:
        return True
    if DIGIT.search(text) and text.lower().startswith(FACT_OPENINGS):
        return True
    label = find_label(text)
    return (label is not None and not label.is_section) or find_citation(text) is not None


def _ends_with_category(text: str) -> bool:
    """Whether the last words are the kind of an article: "Lena Moreau Short Review"."""
    words = text.split()
    return any(read_category(" ".join(words[-count:])) is not None for count in range(1, 4))
