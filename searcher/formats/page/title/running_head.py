"""Names in front of a title on its line, as running heads and references have them."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.people import is_people, is_surname_list, read_names
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.lines import Line
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

_RUNNING_HEAD = lazy_pattern(r"([^:]{3,200}?):\s+(?=\S)")
# "Get Permission Han and Yee: Factors ...": an entry of a menu before the running head.
_NAVIGATION = lazy_pattern(
    r"(?:Get|Request|Download|View|Read|Cite|Share|Print|Full|PDF) [A-Z][a-z]+ "
)

_SURNAME_FIRST = r"[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?\s[A-Z]{1,3}"
_NAMES_BEFORE = lazy_pattern(
    rf"(?:{_SURNAME_FIRST}(?:(?:, (?:and |& )?| and ){_SURNAME_FIRST})+(?:,? et al)?"
    rf"|{_SURNAME_FIRST},? et al|[A-ZÀ-Ý][^:;()]{{2,40}}? et al)[.,]{{1,2}}\s(?=[A-ZÀ-Ý])"
)

MANY_NAMES = 3
"""Commas from which on surnames in front of a title are told as such by their number."""


def without_surnames(text: str, head: list[Line], topic: frozenset[str]) -> str:
    """A title without the names in front of it, as a running head has them: "Han and Yee: ..."."""
    found = _RUNNING_HEAD.match(text) if ":" in text else None
    if not found or not has_any(found[1], (",", " and ", "et al")):
        return text
    names = _NAVIGATION.sub("", found[1])
    if not (is_surname_list(names) or read_names(names)):
        return text
    # "Cocaine and Necrosis: ..." looks like names; the authors' line tells.
    many = names.count(",") >= MANY_NAMES and is_surname_list(names)
    own = "et al" in names or (many and not topic_of(names) & topic)
    own = own or _are_authors(names, head, topic)
    return text[found.end() :] if own else text


def _are_authors(names: str, head: list[Line], topic: frozenset[str]) -> bool:
    """Whether the first of these names is an author's; without authors, no word of the text."""
    first = re.split(r"\s*(?:,|\sand\s|&)\s*", names.strip(" ,&"))[0].split(" ")[-1]
    people = [line.text for line in head if names not in line.text and is_people(line.text)]
    if people:
        return any(first in text for text in people)
    return is_surname_list(names) and not topic_of(names) & topic


def without_reference(text: str) -> str:
    """A title without the names in front of it, as a reference has them: "Lee A, Ek B. Title"."""
    names = _NAMES_BEFORE.match(text) if ". " in text or " et al" in text else None
    return text[names.end() :] if names and len(text) - names.end() > 25 else text
