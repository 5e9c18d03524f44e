"""Keywords: which lines hold the list, and lists that no label announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.language import is_language_code
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label, is_numbered_heading
from searcher.formats.page.lines import Line
from searcher.formats.page.splitting import (
    FIRST,
    NUMBERED,
    SIGN,
    TRAILING,
    split_at_capitals,
    split_keywords,
)
from searcher.formats.page.terms import may_be_term
from searcher.lazy import lazy_pattern

MAX_KEYWORD = 120
"""Characters of a keyword at most."""

FEWEST_HEADINGS = 3
"""Terms one below the other, of which more tell that commas amid some are none between terms."""

MOST_WORDS = 9
"""Blanks between the words of a keyword at most."""

_NEXT_WORD = lazy_pattern(r" (?=[A-ZÀ-Ý][a-zà-ÿ])")
# A Greek letter is of a name, as in "TNF α".
_OTHER_SCRIPT = lazy_pattern(" (?=[\u0370-\u03ff]{3}|[\u0400-\u1dff\u3040-\uffff])")
_ANY_SEPARATOR = lazy_pattern("[;；؛•·|,،、，]")
_NO_KEYWORD = lazy_pattern(
    r"^【|^file size|^total pages|^(?:published|issn|publisher"
    r"|received|accepted|copyright|country|volume|download|view"
    r"|https?:)\b"
    r"|\d{4}|^pp?\.\s?\d|@|©",
    re.IGNORECASE,
)
_NO_VALUE = lazy_pattern(
    r"\W*(?:none|nil|n/?a|not (?:available|applicable|provided|supplied|given|specified)|unknown"
    r"|no (?:key ?words?|data|information)|(?:none|not|no \w+) (?:available|supplied|given|provided"
    r"|listed|specified|assigned|entered)|tba|tbd|null|undefined|belirtilmemiş|sin especificar"
    r"|n[oã]o? (?:especificad|informad|disponib|definid)\w+|non (?:précisé|spécifié|specificat)\w*"
    r"|nicht angegeben|keine angaben?|нет данных|не указан[оы])\W*",
    re.IGNORECASE,
)
# A piece of a reference, or the end of a sentence in Japanese.
_NO_PART = lazy_pattern(
    r"https?:|\bdoi:|[@©]|\d[;:]\s?\d|\d\):\s?\d|(?:です|ます|ました)[。.]?$", re.IGNORECASE
)
# "Diabetes Mellitus, Type 2", "Anemia, Hemolytic, Autoimmune"
_INVERTED = lazy_pattern(r"[^,;]+(?:, [A-Z0-9][^,;]*){1,2}")
# What reading from a scan leaves where a margin stood between the words.
_GARBLED = lazy_pattern(r"[\^¡¿{}<>\\]")
# "sailors; tonic water. 145": the number of a page.
_PAGE_BEHIND = lazy_pattern(r"(?<=[^\W\d]\.)\s\d{1,4}$")
_BEHIND = ("doi", "pmid", "abstract", "references")
_ALONE = frozenset(",;|·•，；、")
_DASH = lazy_pattern(r"\s(?:[*-]\s|[–—])")
# "間質性肺炎/interstitial pneumonia": where a list goes on in another script.
_NEXT_SCRIPT = lazy_pattern(f"(?<={SIGN})\\s?/\\s?(?=[A-Za-z])")
# "... blockade Paraesthesia": a new term on the same line, not a name amid one.
_NEXT_TERM = lazy_pattern(r"^[A-Z].*(?<![\w-])[a-z]{5,} [A-Z][a-z]{4,}")
_GLUED = lazy_pattern(rf"[a-z]{{2}}[A-Z][a-z]|{SIGN}{{11}}|{SIGN}{{4}}[A-Za-z]{{4}}")


def keyword_lines(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines under a label "Keywords" that hold the list, and those behind."""
    if not lines:
        return [], []
    if is_language_code(lines[0].text):
        # One list for each language, each below its code: the first one.
        end = next((i for i, line in enumerate(lines) if i and is_language_code(line.text)), None)
        return keyword_lines(lines[1:end])[0], lines[len(lines) if end is None else end :]
    if (signs := _between_signs(lines)) > 1:
        return lines[:signs:2], lines[signs:]
    lines = [line for line in lines if line.text not in _ALONE] or lines
    wrapped = _has_separator(lines[0].text) and not _are_headings(lines)
    if not _opens_list(lines[0].text, wrapped):
        return [], lines
    numbered = FIRST.match(lines[0].text) is not None
    for index in range(1, len(lines)):
        above, line = lines[index - 1 : index + 1]
        goes_on = _goes_on(above, line) if wrapped else _is_item(line, above, index)
        if not goes_on or _is_behind(line.text, numbered):
            return lines[:index], lines[index:]
    return lines, []


def _opens_list(text: str, wrapped: bool) -> bool:
    """Whether a line below the label is the first one of its list."""
    if (label := find_label(text)) and label.is_section and label.value:
        # A column beside the list.
        return False
    if wrapped:
        return True
    # Below an empty list stands what follows it.
    behind = _NO_KEYWORD.search(text) or is_menu(text)
    return not (behind or is_prose(text) or ": " in text or text[-1] in ":：")


def _is_behind(text: str, numbered: bool) -> bool:
    """Whether a line is none of a list, but of what stands behind it."""
    if is_rights(text) or (text[0] == "[" and text[-1] == "]"):
        return True
    if is_menu(text) and read_category(text) is None:
        return True
    if is_numbered_heading(text) and not numbered:
        return True
    return text[-1] in ":：" or _has_label(text)


def _has_label(text: str) -> bool:
    """Whether a line is or has a label, and is no term that is named as a section is."""
    label = find_label(text)
    return label is not None and not may_be_term(label)


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a list that was wrapped goes on in the next line, without a gap; after a separator it
    goes on in any case."""
    text, ending = line.text, above.text[-1:]
    next_line = not line.gap and not line.bullet and line.number == above.end + 1
    wrapped = _has_separator(text) or (text[0].islower() and len(text) < 60)
    goes_on = next_line and ending != "." and wrapped and ":" not in text
    # The list may be one point of several.
    point = line.bullet and above.bullet and _has_separator(above.text.rstrip(TRAILING))
    return (goes_on or (ending in ";,|•·" and not point)) and not is_prose(text)


def _are_headings(lines: Sequence[Line]) -> bool:
    """Whether lines are terms one below the other of which some are inverted ("Anemia, Aplastic"),
    not a list that was wrapped: most have no sign between terms, and all begin with a capital."""
    items = [lines[0]]
    for line in lines[1:]:
        if line.gap or not _is_item(line, items[-1], len(items)) or _has_label(line.text):
            break
        items.append(line)
    texts = [item.text for item in items]
    bare = sum(not _has_separator(text) for text in texts)
    return (
        len(texts) > FEWEST_HEADINGS
        and 2 * bare > len(texts)
        and all(text[0].isupper() and text[-1].isalnum() for text in texts)
        and all(bool(_INVERTED.fullmatch(text)) or not _has_separator(text) for text in texts)
    )


def _between_signs(lines: list[Line]) -> int:
    """How many lines are terms that separators part, each on a line of its own."""
    end = 1
    while end + 1 < len(lines) and lines[end].text in _ALONE:
        end += 2
    return end


def _is_item(line: Line, previous: Line, count: int) -> bool:
    text = line.text
    if _NO_KEYWORD.search(text) or _NO_PART.search(text) or text[-1] in ":：!！":
        return False
    if (
        len(text) > 70
        or text.count(" ") > 7
        or count >= 30
        or (is_sentence(text) and len(text) > 40)
    ):
        return False
    if text.isupper() and text.count(" ") and not previous.text.isupper():
        # The heading of the next part.
        return False
    # Where the list has no gaps, a gap ends it; where every item has one, it goes on.
    return not (line.gap and count > 1 and not previous.gap)


def _has_separator(text: str) -> bool:
    return _ANY_SEPARATOR.search(text) is not None or len(_DASH.findall(text)) > 1


def read_keywords(lines: list[Line]) -> list[str]:
    """The keywords in the lines of a list: one a line, or separated; none of a garbled list."""
    if any(_GARBLED.search(line.text) for line in lines):
        return []
    parts = _split_lines(lines)
    if (len(parts) == 1 and _holds_several(parts[0])) or not _are_terms(parts):
        return []
    if parts and label_kind(parts[0]) == "keywords":
        # "Keywords Fever Drug eruptions Rash", where only spaces part the label too.
        parts = parts[1:]
    if len(parts) > 2 and label_kind(parts[-1].replace(" ", "")) in _BEHIND:
        # The label of what stands behind the list.
        parts.pop()
    kept = [
        part for part in parts if 1 < len(part) <= MAX_KEYWORD and not _NO_VALUE.fullmatch(part)
    ]
    return list(dict.fromkeys(kept))


def _split_lines(lines: list[Line]) -> list[str]:
    """The pieces of a list: its lines, or what separators part on them."""
    separated = sum(_has_separator(line.text) for line in lines)
    if len(lines) > 1 and (2 * separated < len(lines) or not _has_separator(lines[0].text)):
        items = [NUMBERED.sub("", line.text, 1) for line in lines]
        return _wrapped(lines) or [item.strip(TRAILING) for item in items]
    if len(lines) == 2 and lines[0].text.isascii() != lines[1].text.isascii():
        # The same list in two scripts.
        return [part for line in lines for part in split_keywords(line.text)]
    text = _PAGE_BEHIND.sub("", " ".join(line.text for line in lines))
    parts = [part for piece in _NEXT_SCRIPT.split(text) for part in split_keywords(piece)]
    return _without_text(parts)


def _holds_several(part: str) -> bool:
    """Whether a piece is several keywords, and nothing tells where one ends: it has too many
    words, or each of them begins with a capital as a keyword of its own or a name would."""
    blanks = part.count(" ")
    return blanks > 5 or _GLUED.search(part) is not None or (blanks > 3 and part.istitle())


def _wrapped(lines: list[Line]) -> list[str]:
    """The terms of a list that only spaces part and that goes on over several lines; none where
    each line is a term."""
    if not any(_NEXT_TERM.search(line.text) for line in lines):
        return []
    return split_at_capitals(" ".join(line.text for line in lines))


def _without_text(parts: list[str]) -> list[str]:
    """The terms of a list on one line without the text behind it, which begins with a capital or in
    another script; where words amid terms have capitals, nothing tells it."""
    odd = (i for i, part in enumerate(parts) if i > 1 and _holds_text(part))
    if not (index := next(odd, 0)):
        return parts
    last, before = parts[index], parts[:index]
    text = _OTHER_SCRIPT.search(last) if all(map(str.isascii, before)) else None
    if text is None and (last[:1].islower() or not any(map(_NEXT_WORD.search, before))):
        text = _NEXT_WORD.search(last)
    if text is None or last.count(" ", 0, text.start()) > MOST_WORDS // 2:
        return parts
    return [*before, last[: text.start()]]


def _holds_text(part: str) -> bool:
    """Whether a piece of a list is longer than a term, of a reference, or not in its script."""
    if part.count(" ") > MOST_WORDS or _NO_PART.search(part):
        return True
    return not part.isascii() and _OTHER_SCRIPT.search(part) is not None


def _are_terms(parts: list[str]) -> bool:
    """Whether pieces of a line can all be keywords; those of a menu or of a reference are not."""
    if any(part.count(" ") > MOST_WORDS or _NO_PART.search(part) for part in parts):
        return False
    return sum(is_menu(part) for part in parts) < 2


def is_invitation(label: str, word: str) -> bool:
    """Whether the only word under a label invites to add one: "Tags: Add Tag"."""
    said = fold_label(word).split()
    return len(said) > 1 and fold_label(label).rstrip("es") in [each.rstrip("es") for each in said]


def is_translated(label: str, other: str) -> bool:
    """Whether two labels of lists say the same, one in English and one in another language."""
    names = [fold_label(name) for name in (label, other)]
    if any("terms" in name or "plus" in name or "tags" in name for name in names):
        return False
    return sum("key" in name for name in names) == 1
