"""What kind of text a line is: running prose, a reference, the opening of a letter."""

from __future__ import annotations

from functools import lru_cache

from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.language import SMALL_LETTERS, has_signs
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS, CACHED, is_dense, is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.lists import has_any, words
from searcher.formats.page.words.sites import SITE_NOTICES
from searcher.lazy import lazy_pattern

LONG = 2500
"""Characters of a text from which on it is not asked what its numbers in brackets count."""

SHORTEST_PROSE = 30
"""Characters of running text at least: in Asian scripts, others need more."""

_ENGLISH_WORDS = words("of the with and after to for from by following during among")
_FOREIGN_WORDS = words(
    "nach und der die das bei mit von im für durch de la el en con por los del do da em com um "
    "uma no chez par une et du au aux le les des di il nel per ve ile na po och med hos"
)
_ASIAN_STOP = lazy_pattern(
    "[。．]|(?<=[\u3040-\u9fff])[.,](?=[\u3040-\u9fff])|[\uac00-\ud7af](?:\\d[\\d,–-]*)?\\.(?=\\s|$)"
)
_LONG_WORD = lazy_pattern(f"([{SMALL_LETTERS}][{SMALL_LETTERS}]{{4}})[{SMALL_LETTERS}]*")
_INDIAN = lazy_pattern("[\u0900-\u109f]")
_CITED = lazy_pattern(
    r"[\[(.,;](?=\d)(?:(?<=\[)\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
    # Not "mg/m(2)", as powers are written without superscripts.
    r"|(?:(?<=[a-z]\()(?<![/\sc]m\()|(?<=[a-z]\s\())\d{1,2}(?:[,–-]\s?\d{1,2})*\)(?=[\s.,;])"
    r"|(?<=[A-Z]\s\()\d{1,2}(?:,\s?\d{1,2})+\)(?=[\s.,;])"
    r"|(?<=[a-z)][.,;])\d{1,3}(?:[,–-]\d{1,3})*(?=\s))"
)
_FIGURES = lazy_pattern(r"\d+")
# "(1) ask; (2) listen", "either (1) 5 mg or (2) 10 mg": points, not references.
_ENUMERATED = lazy_pattern(r"(?:[;:,]|\b(?:and|or|either|both|by)) \(\d{1,2}\) [a-z\d]")
_SENTENCE_END = lazy_pattern(r"[.?!][\"”’)\]]*(?:\s|$)")


def is_translation(text: str, other: str) -> bool:
    """Whether the first of two titles is in another language than English, the second in it."""
    words, others = (frozenset(each.lower().split()) for each in (text, other))
    foreign = words & _FOREIGN_WORDS or is_dense(text)
    return bool(foreign and not words & _ENGLISH_WORDS and others & _ENGLISH_WORDS)


@lru_cache(maxsize=CACHED)
def topic_of(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(_LONG_WORD.findall(text[:6000].lower()))


@lru_cache(maxsize=CACHED)
def is_prose(text: str) -> bool:
    """Whether a line is running text of an article: sentences, not a title, a menu or a notice."""
    stopped = len(text) >= SHORTEST_PROSE and has_signs(text) and _ASIAN_STOP.search(text)
    if stopped and ("。" in text or is_dense(text)):
        return True
    if len(text) < 60:
        return False
    if not text.isascii() and _is_caseless(text):
        return len(text) >= 100 and not is_rights(text)
    if (len(text) < 200 and not _SENTENCE_END.search(text)) or is_rights(text):
        return False
    opening = text[:400].lower()
    # Nearly always the opening has enough small words for all that is looked at.
    if not _has_small_words(opening.split(), text.count(" ", 0, 1000) + 1):
        tokens = text[:1000].lower().split()
        if not _has_small_words(tokens, len(tokens)) and not _has_sentences(text, tokens):
            return False
    return len(text) >= 600 or not (
        is_menu(text) or is_address(text) or read_names(text) or has_any(opening, SITE_NOTICES)
    )


def _has_small_words(tokens: list[str], count: int) -> bool:
    """Whether as many of these words hold sentences together as among `count` words should."""
    small = sum(map(ALL_SMALL_WORDS.__contains__, tokens))
    return small > 1 and small * 12 >= count


def _is_caseless(text: str) -> bool:
    """Whether most letters of a text are of the scripts of India and its neighbours, which have
    neither capitals nor words that are listed here."""
    opening = text[:200]
    return 2 * len(_INDIAN.findall(opening)) > len(opening)


def _has_sentences(text: str, tokens: list[str]) -> bool:
    """Whether a text is sentences in a language that says with endings what others say with
    small words."""
    if text.isascii() or len(text) < 80 or len(_SENTENCE_END.findall(text)) < 2:
        return False
    lower = sum(word[0].islower() for word in text[:1000].split())
    return lower * 5 > len(tokens) * 3 and is_sentence(text)


def has_citations(text: str) -> bool:
    """Whether a text cites others by number, as bodies do and abstracts do not."""
    found = _citations(text)
    if len(found) < 2:
        return False
    listed = [each for each in found if "(" in each]
    told = len(found) - len(listed) > 1 or not listed or len(text) > LONG
    return told or _go_on(listed)


def _go_on(listed: list[str]) -> bool:
    """Whether numbers in round brackets are those of references, which are counted on as they are
    first cited; those of patients, of compounds and of powers are not."""
    known: set[int] = set()
    last, goes_on = 0, False
    for each in listed:
        numbers = [int(number) for number in _FIGURES.findall(each)]
        if numbers[0] > last:
            goes_on = goes_on or numbers[0] == last + 1 > 1
        elif numbers[0] not in known:
            return False
        last = max(last, *numbers)
        known.update(range(numbers[0], numbers[-1] + 1))
    return goes_on


def cites(text: str) -> bool:
    """Whether a text cites others by number at least once."""
    return bool(_citations(text))


def cites_first(text: str) -> bool:
    """Whether a text cites the first of the works that its article cites."""
    found = _citations(text)
    return bool(found) and int(_FIGURES.findall(found[0])[0]) == 1


def _citations(text: str) -> list[str]:
    found = _CITED.findall(text)
    if any("(" in each for each in found) and _ENUMERATED.search(text):
        return [each for each in found if "(" not in each]
    return found


def is_letter_opening(text: str) -> bool:
    """Whether a text opens a letter, which has no abstract."""
    return fold_label(text[:40]).startswith(
        (
            *("to the editor", "dear editor", "sir,", "dear sir", "editor,", "dear "),
            *("sir:", "sirs:", "madam:", "editor:", "al editor", "al director", "sr. director"),
            *("senor director", "sr. editor", "senhor editor", "monsieur le redacteur"),
        )
    )
