"""What stands around a line of the head: whether it is what stands around a title."""

from __future__ import annotations

import re

from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import YEAR
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.kinds.people import is_people, read_names
from searcher.formats.page.kinds.prose import is_prose, topic_of
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import Line
from searcher.formats.page.title.untitled import can_be_title
from searcher.formats.page.words.lists import any_of, beginnings, by_initial
from searcher.lazy import lazy_pattern

_MARKED = lazy_pattern(r"[a-df-h][A-ZÀ-Ý][a-zà-ÿ]|[b-df-h]\s[A-ZÀ-Ý]\w{2}")

# "THÈSE", "Thesis submitted to the Hill Institute", "Présentée et soutenue publiquement le"
_THESES = (
    *("thesis", "dissertation", "inaugural-dissertation", "doctoral thesis", "master thesis"),
    *("a thesis", "a dissertation", "thèse", "these", "mémoire", "tese", "dissertação", "tesis"),
    *("tesis doctoral", "tesi", "trabajo de grado", "trabalho de conclusão de curso", "monografia"),
    *("proefschrift", "skripsi", "disertasi", "uzmanlık tezi", "doktora tezi"),
)
_PRESENTED = (
    *("presented", "submitted", "présentée?", "soutenue?", "pour l"),
    *("apresentad[ao]", "presentad[ao]"),
    *("para", "que para", "di laurea", "di dottorato", "zur erlangung", "in partial", "diajukan"),
)
_THESIS = lazy_pattern(
    rf"(?:{any_of(_THESES)})(?:\W*$|\s(?:{by_initial(_PRESENTED)}))|présentée? et soutenue",
    re.IGNORECASE,
)
_THESIS_LETTERS = beginnings(*_THESES, "présent")

# A year is no number of a list.
_NUMBER = lazy_pattern(r"\d{1,3}(?!\d)")

# What a line break leaves of a citation.
_BRACKETS = (")", ").", "(", "]")

# Those that number affiliations, below each other.
_LETTERS = "abcdefgh"

OVER_NAMES = 1.8
"""So much the names below speak for a title, also where a translation of it stands between."""


def weigh_neighbours(head: list[Line], index: int, last: int, topic: frozenset[str]) -> float:
    """How much the lines around look like those around a title."""
    around = head[last + 1 : last + 4]
    below = [line for line in around if read_category(line.text) is None]
    opened = 0.8 if index and _opens_article(head[index - 1].text) else 0.0
    if around and below[:1] != around[:1]:
        if below and _is_title(below[0].text, topic):
            return opened  # the journal, over the kind of an article and its title
        opened += 0.8
    if not below:
        return opened
    after, second = below[0], below[1].text if len(below) > 1 else ""
    if _is_names(after.text, topic):
        score = 2.0
    elif presents_thesis(after.text):
        score = OVER_NAMES
    elif is_address(after.text) or _places_article(after.text):
        score = 1.0
    elif _is_translated(head, index, last):
        score = 1.8
    elif _is_names(second, topic):
        # The same title in another language may stand between title and authors.
        if can_be_title(after.text) and (not after.gap or count_words(after.text) > 4):
            return 1.8
        score = 1.0
    else:
        score = 0.0
    return score + opened


def _is_names(text: str, topic: frozenset[str]) -> bool:
    """Whether a line is names of people; a journal, or a title in capitals, may look like one."""
    if not is_people(text) or names_a_journal(text) or topic_of(text) & topic:
        return False
    return "," in text or not speaks_of_medicine(text)


def _is_title(text: str, topic: frozenset[str]) -> bool:
    """Whether a line below the kind of an article is itself the title."""
    told = bool(topic_of(text) & topic) if topic else speaks_of_medicine(text)
    return told and can_be_title(text) and not _is_names(text, topic)


def _opens_article(text: str) -> bool:
    """Whether a line, such as its category or a citation, stands right over an article's title."""
    return read_category(text) is not None or find_citation(text) is not None


def _places_article(text: str) -> bool:
    """Whether a line says where an article was published: a citation, an identifier."""
    return find_citation(text) is not None or (len(text) < 100 and bool(find_dois(text)))


def presents_thesis(text: str) -> bool:
    """Whether a line of a cover says of what stands above it that it is a thesis."""
    return text[:2].lower() in _THESIS_LETTERS and _THESIS.match(text) is not None


def is_marked(text: str) -> bool:
    """Whether a line begins with the mark of an address: "aService of Surgery"."""
    return _MARKED.match(text) is not None


def _is_translated(head: list[Line], index: int, last: int) -> bool:
    """Whether titles in other languages stand between a title and the names."""
    if not can_be_title(head[last + 1].text):
        return False
    between: list[str] = []
    for other in head[last + 1 : last + 7]:
        if read_names(other.text) or is_address(other.text):
            own = language_of(head[index].text) if between else None
            return own is not None and bool({*map(language_of, between)} - {own, None})
        if not can_be_title(other.text):
            return False
        between.append(other.text)
    return False


def is_amid_sentences(head: list[Line], index: int, last: int) -> bool:
    """Whether a line that ends with a stop is one of several sentences, each on its own lines."""
    if head[last].text[-1] != ".":
        return False
    above = head[index - 1].text if index and not head[index].gap else ""
    if above.endswith(".") and not YEAR.search(above):
        return True
    below = head[last + 1 : last + 2]
    return bool(below) and not below[0].gap and is_prose(below[0].text)


def is_numbered(text: str, before: str, after: list[Line]) -> bool:
    """Whether a line is one of a numbered list, as affiliations are, or stands below its mark."""
    if len(before) < 3 and not before.isalpha() and before not in _BRACKETS:
        return True
    around = (before, *(line.text for line in after))
    if text[1:2] == " " and text[0] in _LETTERS:
        beside = tuple(f"{chr(ord(text[0]) + step)} " for step in (-1, 1))
        return any(each.startswith(beside) for each in around)
    return text[0].isdigit() and any(_NUMBER.match(each) for each in around)
