"""Where a phrase is not whole: no title or line of its own begins or ends in a small word."""

from __future__ import annotations

from searcher.formats.page.words.lists import words

# None of them ends more than one title in a hundred thousand.
_ENGLISH = words(
    "a an the and or of in on for with to by from as at after during under through using via "
    "versus vs vs. into between among against within without following per its their"
)
_SMALL = _ENGLISH | words(
    "und der des mit bei von et du de la el los las del y e con por para em com da do dos di della "
    "für le les dans pour das im am zum zur у в на с при и к от для из по до без"
)
_ONWARDS = words(
    "and or of the in from with by among between versus und der des mit bei von et y de du del en "
    "la los e con por para do da dos di della em com у в на с при и к от для из по до без"
)

JOINING = words("and or et y und e")
"""Words that join two things to one."""

_SIGNS = ",;:&(–—-"


def ends_within(text: str) -> bool:
    """Whether a text ends in a small word; one in capitals may be a name ("hemophilia A",
    "neuropeptide Y", "a DES") but where all of the text is, where it is a longer English one, or
    where it opens a subtitle ("... in the wards: A")."""
    if text.endswith(": A"):
        return True
    last = text[max(text.rfind(" "), text.rfind("/")) + 1 :]
    if last.isupper() and (len(last) < 2 or not text.isupper()):
        return len(last) > 2 and last.lower() in _ENGLISH
    return last.lower() in _SMALL


def opens_within(text: str) -> bool:
    """Whether a text begins with a small word with which no title does, in small letters or where
    all of it is in capitals."""
    return text.partition(" ")[0].lower() in _ONWARDS


def ends_openly(text: str) -> bool:
    """Whether a text ends in a small word, or with a sign that something follows."""
    return text[-1:] in _SIGNS or ends_within(text)
