"""Headings that a lost line break has glued to the line above them."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.words.lists import has_any, words
from searcher.formats.page.words.vocabulary import HEADINGS
from searcher.lazy import lazy_pattern

MAX_LINE = 20_000
"""Characters of one line that rules look at; the rest is kept as text."""

SHORTEST_TEXT = 40
"""Characters of a line on which something can stand behind text."""

# A label that a lost line break has glued to the text before it: "rash syndromeAbstract".
_GLUED_WORDS = {
    "A": ("Abstract", "ABSTRACT"),
    "K": ("Keyword", "KEYWORD"),
    "R": ("Reference", "Received", "Resum", "Résumé", "Riassunto"),
    "I": ("Introduction",),
    "Z": ("Zusammenfassung",),
    "S": ("Streszczenie",),
    "Ö": ("Özet",),
}
"""Beginnings of such labels by their first letter, as few lines have all of these."""

_GLUED = lazy_pattern(
    r"(?<=[a-z0-9.)\]])(?=(?:Abstract|ABSTRACT|Keywords?|KEYWORDS?|References)(?::|$|[A-Z]))"
    r"|(?<=[a-zà-ÿ])(?=(?:Resum[oe]n?|Résumé|Zusammenfassung|Riassunto|Özet|Streszczenie)(?::|$))"
    r"|(?<=\d)(?=Received:?\s)|(?<=[.?!)\s])(?=Introduction[A-Z])"
)
# "Fever in old sailors Abstract": a title, and the heading of the next lines.
_LAST_HEADINGS = (" Abstract", " ABSTRACT", " Resumen", " Resumo", " Résumé", " Zusammenfassung")
# "DOI: 10.1234/ward.5 Background. Fever is", also as a link.
OPENING_DOI = lazy_pattern(r"doi ?:? ?(?:https?://\S{3,12}/)?10\.\d{4,9}/\S+(?= [^\W\d_])", re.I)
_OF_HEADING = words(
    "graphical visual structured video view download full article show pdf english the this an no "
    "and or of lay export print read see extended poster meeting conference congress"
)
# "M. Mete**** ÖZET": the heading of the next lines stands at the end of this one.
_HEADING_END = lazy_pattern(r"[^A-ZÀ-Ý\s]\s+([A-ZÀ-ÝĞŞİ][A-ZÀ-ÝĞŞİ-]{3,15})$")
# "... in the clinic.Citation": the same without a colon, behind a full stop.
_HEADING_GLUED = lazy_pattern(r"[.?!](?<=[a-zà-ÿ)].)([A-Z][a-z]+(?: [a-z]+){0,2})$")
_GLUED_END = lazy_pattern(r"(?<=[a-zà-ÿ0-9)\]])([A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][a-zà-ÿ]+){0,2}):$")


def unglue(text: str) -> list[str]:
    """A line, and the headings that were glued to it, each as a line."""
    if len(text) > MAX_LINE:
        return [text]
    headings: list[str] = []
    while (text[-1:].isalpha() or text[-1:] == ":") and (last := _last_heading(text)):
        text, heading = last
        headings.append(heading)
    lines = [text] if text else []
    if _may_be_glued(text[1:]):
        lines = [part for part in map(str.strip, _GLUED.split(text)) if part]
    return [*lines, *reversed(headings)]


def _may_be_glued(text: str) -> bool:
    """Whether a text holds the beginning of a label that may be glued to what stands before it."""
    for initial, labels in _GLUED_WORDS.items():
        if initial in text and has_any(text, labels):
            return True
    return False


def _last_heading(text: str) -> tuple[str, str] | None:
    """What stands before a heading at the end of a line, and that heading; None without one."""
    last = text[-1:]
    found = None
    if last == ":":
        found = _GLUED_END.search(text[-60:])
    elif last.islower():
        found = _HEADING_GLUED.search(text[-30:])
    if found and HEADINGS.get(found[1].lower()):
        cut = len(text) - len(found[1]) - (last == ":")
        return text[:cut], text[cut:]
    if text.endswith(_LAST_HEADINGS) and len(text) > SHORTEST_TEXT:
        above, _, name = text.rpartition(" ")
        whole = above.rpartition(" ")[2].lower() in _OF_HEADING
        if not whole and (above[-1].isalnum() or above[-1] in ".?!)"):
            return above, name
    if last.isupper() and (found := _HEADING_END.search(text[-20:])):
        cut = len(text) - len(found[1])
        known = label_kind(found[1]) in ("abstract", "keywords")
        if known and any(char.islower() for char in text[:cut]):
            return text[:cut].rstrip(), text[cut:]
    return None
