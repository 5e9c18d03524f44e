"""How the text of a list of keywords is split: where one ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise, starmap

from searcher.formats.page.kinds.dates import ENGLISH_MONTH
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.label_sets import LabelSet
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.sentences import ALL_SMALL_WORDS, is_sentence
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.front_matter import DATED
from searcher.formats.page.words.lists import by_initial, words
from searcher.formats.page.words.sites import NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, INTRODUCTIONS
from searcher.lazy import lazy_pattern

MOST_BLANKS = 5
"""Blanks between the words of a term at most where a full stop parts it from the next one."""

SHORTEST_LAST = 3
"""Letters of its last word at least, where it goes on in lower case."""

# As far as brackets in a term reach: without an end each comma is asked to the end of the text.
_OUTSIDE_BRACKETS = r"(?![^()\[\]]{0,200}[)\]])"
_COMMA = lazy_pattern(r"\s*[,،、，]\s*" + _OUTSIDE_BRACKETS)
_SEMICOLON = lazy_pattern(r"\s*[;；؛]\s*" + _OUTSIDE_BRACKETS)
_MARK = lazy_pattern(r"\s*[•·|▪■●‣∙]\s*|\s+[/*-]\s+|\s+[–—]\s*")
_SIGN_BETWEEN = lazy_pattern(r"[•·|▪■●‣∙]")
_DASHES = lazy_pattern(r"\s(?:[/*-]\s|[–—]).*\s(?:[/*-]\s|[–—])")
FIRST, NUMBERED = lazy_pattern(r"\(?1[.)]\s"), lazy_pattern(r"(?:^|\s)\(?\d{1,2}[.)]\s")
TRAILING = " .,;:|•·∗☆■▪●‣"
_LABEL = lazy_pattern(r"[.;,]?\s(?P<name>[A-ZÀ-ÝА-Я][^:;,.]{2,30}?)\s?:\s")
_HISTORY = lazy_pattern(
    rf"[.;,]?\s(?:{by_initial(DATED)})(?: online)?(?: on)?:?\s?(?:\d|{ENGLISH_MONTH}\s\d)"
)
_CAPITAL_BEHIND = lazy_pattern(r"(?<=[\w).])\s\[?(?=[A-ZÀ-Ý])")
_CAPITAL_WITHIN = lazy_pattern(r"(?<=[\w)] )[A-ZÀ-Ý][a-zà-ÿ]")
# "fever, rash 1. Introduction"
_NUMBER_BEFORE = lazy_pattern(r"\s\d{1,2}\.?$")
# "fever, rash References", "fever, rash Full Text: PDF"
_HEADING_BEHIND = INTRODUCTIONS | {
    name for name, kind in HEADINGS.items() if kind in ("abstract", "references")
}
# "fever, rash Background Quinine has been given", where a term would go on in small letters
_OPENED_BY = words("background hintergrund contexte antecedentes")
_HEADINGS_BEHIND = frozenset(
    name for name in (*HEADINGS, *NOTICES, *FIELDS) if " " in name and "key" not in name
)
_BEHIND = LabelSet(_HEADING_BEHIND | _HEADINGS_BEHIND | _OPENED_BY)
_SENTENCE = lazy_pattern(r"(?<=[a-zà-ÿ\d)])\.\s+(?=[A-Z])")
SIGN = "[\u3040-\u9fff\uac00-\ud7af]"
_SIGNS = lazy_pattern(f"{SIGN}+(?: {SIGN}+)+")
# "Hepatitis B virus": what goes on with a term although it is no word in lower case.
_JOINED = lazy_pattern(r"[^\w]|[A-Z\d]$|\d")
_ABBREVIATIONS = words("spp ssp subsp var")
_TERM_SOURCE = lazy_pattern(r"\s*\((?:[^()]*\W)?(?:MeSH|DeCS)\b[^()]*\)\W*$", re.IGNORECASE)
_GLUED_TERMS = lazy_pattern(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")


def split_keywords(text: str) -> list[str]:
    """Keywords out of running text, by the strongest separator that it has."""
    text = _TERM_SOURCE.sub("", _before_label(text)).strip(TRAILING)
    if text[:1] == "[" and text.find("]") == len(text) - 1 and "," in text:
        # "[fever, rash]", the list of a note's header.
        text = text[1:-1]
    if (end := _SENTENCE.search(text)) and is_prose(text[end.end() :]):
        text = _before_prose(text[: end.start()])
    parts = _split(text)
    if len(parts) > 1 and (end := _SENTENCE.search(parts[-1])):
        # A sentence on the line of the list is not its last word.
        parts[-1] = parts[-1][: end.start()] if len(parts[-1]) - end.end() > 30 else parts[-1]
    cleaned = [part.strip(TRAILING + ' *="“”„').removeprefix("and ") for part in parts]
    return list(dict.fromkeys(part for part in cleaned if part))


def _before_prose(text: str) -> str:
    """A list without the sentence that goes on behind its last term, from the one capital that can
    begin it; nothing where none can, or several."""
    parted = _SEMICOLON if _SEMICOLON.search(text) else _COMMA
    begins = [0, *(found.end() for found in parted.finditer(text)), len(text)]
    for index, (begin, end) in enumerate(pairwise(begins)):
        if text.count(" ", begin, end) <= MOST_BLANKS + 1:
            continue
        for start, stop in ((begin, end), (begins[max(index - 1, 0)], begin)):
            capitals = [found.start() for found in _CAPITAL_WITHIN.finditer(text, start, stop)]
            if capitals:
                return text[: capitals[0]] if len(capitals) == 1 and index else ""
        return ""
    return text


def _split(text: str) -> list[str]:
    if FIRST.match(text) and len(numbered := NUMBERED.split(text)) > 2:
        return numbered
    if _SEMICOLON.search(text):
        return [part for piece in _SEMICOLON.split(text) for part in _split_mixed(piece)]
    if _SIGN_BETWEEN.search(text):
        return _MARK.split(text)
    if _COMMA.search(text):
        return _COMMA.split(text)
    if _DASHES.search(text):
        return _MARK.split(text)
    if text.count("/") > 1 and " / " not in text:
        return text.split("/")
    if _SIGNS.fullmatch(text):
        return text.split(" ")
    sentences = text.split(". ")
    long = any(each.count(" ") > MOST_BLANKS for each in sentences)
    if len(sentences) > 1 and not long and not any(starmap(_is_cut_name, pairwise(sentences))):
        return sentences
    glued = _GLUED_TERMS.split(text)
    return glued if len(glued) > 2 else split_at_capitals(text) or [text]


def _is_cut_name(before: str, behind: str) -> bool:
    """Whether a full stop ends an abbreviation amid a name: "E. coli", "Aspergillus spp. in"."""
    last = before.rpartition(" ")[2]
    if behind[:1].islower() and (len(last) < SHORTEST_LAST or last in _ABBREVIATIONS):
        return True
    return len(before) == 1 or last == "St"


def split_at_capitals(text: str) -> list[str]:
    """Terms that only spaces part, each of which begins with a capital and goes on without:
    "Fever Drug eruptions Rash"; none where all words have capitals, as in a single name."""
    terms: list[str] = []
    told = False
    for word in text.split():
        amid = terms and terms[-1].rpartition(" ")[2] in ALL_SMALL_WORDS
        if terms and word.istitle() and len(word) > 1 and word.lower() in ALL_SMALL_WORDS:
            # "Fever And Rash": words amid a term have capitals too.
            return []
        if word[0].isupper() and not amid and not (terms and _JOINED.match(word)):
            terms.append(word)
        elif not terms:
            return []
        else:
            terms[-1] += " " + word
            told = told or (word[0].islower() and word not in ALL_SMALL_WORDS)
    short = all(term.count(" ") < 4 for term in terms)
    return terms if told and short and len(terms) > 2 and not is_sentence(text) else []


def _before_label(text: str) -> str:
    """A list up to the next label on its line: "fever, rash Received: 3 May"."""
    for found in _LABEL.finditer(text):
        if (label := _last_label(found["name"])) is not None:
            text = text[: found.end("name") - len(label)]
            break
    if dated := _HISTORY.search(text):
        text = text[: dated.start()]
    for found in _CAPITAL_BEHIND.finditer(text):
        for name, label, following in _BEHIND.starting(text, found.end()):
            if " " in name:
                ends = label in _HEADINGS_BEHIND
            else:
                ends = label in _HEADING_BEHIND or following[:1].isupper()
            if ends:
                return _NUMBER_BEFORE.sub("", text[: found.start()])
    return text


def _last_label(name: str) -> str | None:
    """The last words before a colon that are a label: those before them are the last keyword."""
    parts = name.split(" ")
    ends = (" ".join(parts[count:]) for count in range(len(parts)))
    return next((end for end in ends if end[:1].isupper() and label_kind(end)), None)


def _split_mixed(piece: str) -> list[str]:
    """A piece between semicolons in which commas part terms of several words; inverted headings
    ("Leukemia, Myeloid, Chronic") are left whole."""
    parts = _COMMA.split(piece)
    whole = len(parts) < 3 or 2 * sum(" " in part for part in parts) <= len(parts)
    whole = whole and not all(part.isupper() for part in parts)
    return [piece] if whole else parts
