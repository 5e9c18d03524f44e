"""Where the text of a flattened page ends: what opens there is no sentence of an article."""

from __future__ import annotations

import re
from itertools import zip_longest

from searcher.formats.page.kinds.label_sets import LabelSet
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import UPPER, words
from searcher.formats.page.words.sites import NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS, SECTIONS
from searcher.lazy import lazy_pattern

AHEAD = 120
"""Characters behind the end of a sentence that are looked at."""

NAMES = 4
"""Words with capitals in a row that open no sentence."""

LONGEST_HEADING = 7
"""Words of a heading, and of the control before it, at most."""

LEAST_TERMS = 2
"""Semicolons of a list of terms at least."""

LONGEST_TERM = 60
"""Characters of one of them at most."""

_SIGNS = "•|▪◦"
# "Trial registration ISRCTN12345678": the last words of an abstract.
_REGISTERED = lazy_pattern(
    r"regist|trial|identifier|NCT\d|ISRCTN|CRD\d|UMIN|EudraCT", re.IGNORECASE
)
_PLACE = lazy_pattern(
    r"(?:[a-z\d]\s?)?(?:From the )?(?:Department|Departamento|Dipartimento|Division|Dept\.?"
    r"|Institut[eo]?|Section|Clinic|Service|Servicio|Serviço|Klinik|Abteilung|School|Faculty) "
    r"(?:of|de|do|di|für|for) \S+[^.]{0,60},"
)
# "Ward Notes, 8(11), 32-33": a citation, which tells of itself.
_CITED = lazy_pattern(r"\d\s?[;:(,]\s?[A-Za-z]?\d")
_SENTENCE = lazy_pattern(r"[.?!]\s")
# "Please click below to read": what is said to the reader of a page.
_SAID_TO_READER = lazy_pattern(
    r"\b(?:[Pp]lease (?!see\b)|(?:[Ll]og|[Ss]ign) in (?:to|via|for)\b|subscription content\b)"
)
_OF_ABSTRACTS = LabelSet(SECTIONS)
_HEADINGS = {*HEADINGS, *NOTICES}.union(
    name for name, kind in FIELDS.items() if " " in name or kind == "authors"
) - {*SECTIONS, *ALL_SMALL_WORDS}
_BEHIND = LabelSet(_HEADINGS)
_AMID = LabelSet((*_HEADINGS, *SECTIONS.keys() & {*INTRODUCTIONS, "background"}))
_COUNTED = words("one two three four five six seven eight nine ten both several")
_CAPITAL = lazy_pattern(rf"[\"“(\[]?[{UPPER}А-ЯЁ\d]")


def opens_behind(text: str, start: int) -> bool:
    """Whether what begins there behind a sentence is none: a list, an address, names, a notice or
    an entry of a menu; a heading, where only capitals go on."""
    ahead = text[start : start + AHEAD]
    words = ahead.split(" ")
    if len(ahead) == AHEAD:
        words.pop()
    words = [word for word in words if word]
    if not words:
        return False
    if _is_over_list(words):
        return True
    said = _SENTENCE.split(ahead, maxsplit=1)[0]
    if _PLACE.match(said) or _SAID_TO_READER.search(said):
        return True
    return _is_glued(ahead) or _heads(words) or _are_names(words) or _has_no_sentence(words, ahead)


def is_list(text: str) -> bool:
    """Whether a text is terms between semicolons."""
    pieces = text.rstrip(". ").split(";")
    return len(pieces) > LEAST_TERMS and all(
        len(piece) <= LONGEST_TERM and ". " not in piece for piece in pieces
    )


def _is_over_list(words: list[str]) -> bool:
    """Whether items with a sign before each begin, or do behind a heading."""
    for word, item in zip_longest(words[:LONGEST_HEADING], words[1 : LONGEST_HEADING + 1]):
        if word in _SIGNS:
            return fold_label(item or "") not in SECTIONS
        if word[-1] in ".,;:?!":
            return False
    return False


def _are_names(words: list[str]) -> bool:
    """Whether names open, which a comma parts."""
    first = " ".join(words).partition(". ")[0]
    return all(map(_is_name, words[:2])) and "," in first and len(read_names(first)) > 1


def _is_glued(ahead: str) -> bool:
    """Whether the label of a fact opens, to which its value is glued: "JournalWard Letters"."""
    name, colon, value = ahead.partition(":")
    if colon and value[:1].isupper() and fold_label(name) in NOTICES:
        return True
    label = find_label(ahead) if not ahead.partition(" ")[0].islower() else None
    if label is None or label.is_section or not label.value or label.kind == "abstract":
        return False
    return ahead[len(label.name) : len(label.name) + 1].isalnum()


def _heads(words: list[str]) -> bool:
    """Whether the first words are a heading: a sentence, a number or another heading begins behind
    it; a control may stand before it ("Peer Review reports Background Fever is")."""
    if not words[0][0].isupper() or _OF_ABSTRACTS.starting(" ".join(words[:4])):
        return False
    for begin in range(min(LONGEST_HEADING, len(words))):
        if words[begin][0].islower() and begin > 2:
            return False
        if words[begin][0].isupper() and _heads_at(words, begin):
            return True
        if words[begin][-1] in ".,;:":
            return False
    return False


def _heads_at(words: list[str], begin: int) -> bool:
    """Whether a heading begins with a word that has a capital. Behind other capitals the body
    begins under the headings of an abstract as well."""
    headings = _AMID if begin else _BEHIND
    for name, label, _ in headings.starting(" ".join(words[begin : begin + 4])):
        count = name.count(" ") + 1
        behind = words[begin + count : begin + count + 2]
        if name[-1] not in ".,;" and (not behind or _opens(behind, count > 1 or label in SECTIONS)):
            return True
    return False


def _opens(behind: list[str], sure: bool) -> bool:
    """Whether words may begin what stands under a heading: behind a sure one any with a capital,
    behind others a sentence with a small word, a number or more capitals."""
    word = behind[0]
    if word[0] in _SIGNS or word == ":":
        return True
    if not _CAPITAL.match(word):
        return False
    if sure or (word.lower() in ALL_SMALL_WORDS and word[1:].islower()):
        return True
    return _CAPITAL.match("".join(behind[1:])) is not None or bool(_BEHIND.starting(word))


def _has_no_sentence(words: list[str], ahead: str) -> bool:
    """Whether the first words are all with capitals, and none opens a sentence, a section, a number
    or what a register tells; a lone one is the beginning of what a copy cut off."""
    if len(words) == 1:
        return ";" in words[0] and not _tells(ahead)
    first = words[:NAMES]
    # "Second-generation ACI, OC Auto and others were": an abstract shortens its terms.
    if not all(map(_is_name, first)) or sum(map(str.isupper, first)) > 1:
        return False
    opening = words[0].lower()
    if opening in ALL_SMALL_WORDS or opening in _COUNTED or fold_label(opening) in SECTIONS:
        return False
    return (words[0][-1] != "," or words[1][-1] == ",") and not _tells(ahead)


def _tells(ahead: str) -> bool:
    """Whether a register or a citation tells of an article there."""
    return _REGISTERED.search(ahead) is not None or _CITED.search(ahead) is not None


def _is_name(word: str) -> bool:
    """Whether a word is written with a capital, and is none that holds sentences together."""
    bare = word.rstrip(",;").replace("-", "").replace(";", "")
    small = word.lower() in ALL_SMALL_WORDS and not word.isupper()
    return bare.isalpha() and not bare[0].islower() and not small
