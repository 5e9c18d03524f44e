"""Pieces between the full stops of a citation: which of them are of one journal's name."""

from __future__ import annotations

from searcher.formats.page.citation.names import names_a_journal, says_it_is_a_journal
from searcher.formats.page.words.journals import CUT_WORDS, NOUNS
from searcher.lazy import lazy_pattern

# "Journal of Wards. Part A", "Acta Wardica. Section D, Tents"
_PART = lazy_pattern(r"(?:Part|Section|Series|Sect|Ser)\.? [A-Z\d]{1,3}\b|[A-Z], ")


def is_cut(piece: str, before: str) -> bool:
    """Whether a piece before a full stop is of a name of which some words are cut: "BioMed Res",
    or "Trace Elem" behind "Biol."."""
    words = piece.split()
    if not 1 < len(words) < 4 or not all(word[:1].isupper() and word.isalpha() for word in words):
        return False
    if words[-1] == "J" or words[-1] in CUT_WORDS or words[0].lower() in NOUNS:
        return True
    above = before.rstrip(" .").rpartition(". ")[2]
    return len(words[-1]) < 6 and (above in CUT_WORDS or (len(above) < 5 and above.isalpha()))


def goes_on(piece: str, rest: str, opens_line: bool) -> bool:
    """Whether a journal's name goes on behind a full stop, with that of a part of it."""
    if _PART.match(rest):
        return names_a_journal(piece)
    return opens_line and says_it_is_a_journal(piece) and not names_a_journal(rest)


def is_abbreviation(piece: str, opens_line: bool) -> bool:
    """Whether a piece before a full stop belongs to the name after it: "J. Clin. Oncol"."""
    words = piece.split()
    if len(words) > (3 if opens_line else 1):
        return False
    longest = 13 if opens_line and words[-1][-1:] not in "aeiou" else 8
    return all(word[:1].isupper() and len(word) <= longest and word.isalpha() for word in words)
