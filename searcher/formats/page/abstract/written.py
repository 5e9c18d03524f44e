"""The text of an abstract, without what a site or print has on its lines before and behind it."""

from __future__ import annotations

import re

from searcher.formats.page.abstract.endings import DECLARED
from searcher.formats.page.abstract.inline_labels import split_inline, with_colons
from searcher.formats.page.abstract.notices import is_cut_heading, up_to_notice
from searcher.formats.page.abstract.sections import Section
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.label_kinds import ORDER, label_kind
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.wrapping import join_lines
from searcher.lazy import lazy_pattern

_OPENING = 60
"""Characters by which the beginning of a text is known again."""

# "<要旨>近年", "「はじめに」 近年": a heading in brackets over the first paragraph.
_BRACKETED = lazy_pattern(
    r"(?:[<＜〈《【［](?P<name>[^\s<>＜＞〈〉《》【】［］]{2,16})[>＞〉》】］]\s?|[「『](?P<said>[^\s「」『』]{2,16})[」』]\s)"
    "(?=[\u3040-\u9fff\uac00-\ud7af])"
)
# What the site says about the article, on the line of the abstract's end.
_BELONGS = lazy_pattern(r"\s\(?This (?:article|paper) (?:belongs to|is part of) [^()]{3,200}\)?$")
_CITATION_BEHIND = lazy_pattern(
    r"\s\((?P<citation>[A-Z][^()]{3,60}?[\s,]\d{1,4}(?:\(\d+\))?:\s?\w?\d+[-–]\w?\d+,\s?(?:19"
    r"|20)\d\d"
    r"|[A-Z][^()]{3,60}?[\s,;](?:19|20)\d\d;\s?\d{1,4}(?:\(\d+\))?:\s?\w?\d+[-–]\w?\d+)\)\.?$"
)
# "... in the clinic. Ann Tonics. 2011;4(2):12-19 doi: https://doi.org/10.1000/1"
_PRINTED_BEHIND = lazy_pattern(
    r"(?<=[.?!)\]])\s(?P<citation>[A-Z][\w.& -]{3,60}?\s(?:19|20)\d\d;\s?\d+(?:\(\d+\))?:\w?\d+"
    r"(?:[-–]\w?\d+)?\.?(?:\s(?:doi:?\s?)?(?:https?://|10\.)\S+)?)$"
)
_PRINTED = 200
"""Characters of such a citation at most."""

# "... in the clinic. Annals of Tonics 2011;4:12-19. © 2011 Tonic Society. All rights reserved."
_RIGHTS_BEHIND = lazy_pattern(
    r"(?<=[.?!)\]])(?P<citation>(?:\s[A-Z][\w.& -]{3,60}?;?\s\d[\s\d;:()–-]*\.)?)"
    r"\s(?:crown\s)?(?:copyright\s)?(?:©|\(c\))\s?(?:copyright\s)?(?:19|20)\d\d\b[^.?!]{0,100}"
    r"(?:\.\s?all rights reserved)?\.?$"
    # Without a full stop before it, and without a blank.
    r"|\s?(?:\b(?:crown\s)?copyright\s?|(?<=[a-z])(?-i:Copyright)\s?)?©\s?(?:copyright\s)?(?:19|20)\d\d\b.{0,120}$",
    re.IGNORECASE,
)
# "[ABSTRACT FROM AUTHOR]", and what such an index says of rights behind it.
_CREDIT = lazy_pattern(
    r"\s?[\[(](?:abstract from (?:the )?authors?|publication abstract|authors?['’]?s? abstract)"
    r"[\])].*$",
    re.IGNORECASE | re.DOTALL,
)
_CREDITED = 900
"""Characters of such a remark and its rights at most."""

_TAIL = 120
"""Characters at the end of an abstract that can be another thing."""

_END = lazy_pattern(r"[.?!](?<=[a-zà-ÿ\d)%].)(?:\s|(?=©|Copyright\b|Published by\b))")
# "... in the clinic. 1.": the number of the next heading.
_NUMBER_BEHIND = lazy_pattern(r"[a-z)\"”][.?!][\"”)]?(?P<number>\s\d{1,2}\.?)$")
LONGEST_NUMBER = 7
"""Characters of such a number at most, with the end of the sentence before it."""

_OF_ACCESS = ("Full text ", "The full text ", "Full-text ")
# "Results. Results. Results. Nine"
_AGAIN = lazy_pattern(r"\.\s?([A-ZÀ-Þ][^.\n]{2,40}\.)\s?\1")
_COPIED = lazy_pattern(r"([A-ZÀ-Þ][^.\n]{2,40}\.)(?:\s?\1){2,}\s?")
_IDENTIFIER = lazy_pattern(
    r"(?:doi:?\s?|https?://(?:dx\.)?doi\.org/)10\.\S+$|pmid:?\s?\d+\W?$", re.I
)
# "Disclosure of Interest: None declared", as meetings ask for behind each abstract.
_DISCLOSED = lazy_pattern(
    r"(?:disclosures?|conflicts? of interests?|(?:competing|declaration of) interests?)\b.{0,40}?"
    r"\b(?:none|nil|nothing|no|not)\b",
    re.IGNORECASE,
)
_MARK = lazy_pattern(r"^<\w{1,2}>\s?|\s?<\w{1,3} ?/?>$")
# "TOPIC: Lungs TYPE: Case Reports INTRODUCTION: ...": what a meeting asks of its authors.
_CAPTION = lazy_pattern(r"(?P<label>[A-Z][A-Z ]{2,30}):\s[^:.?]{2,80}\s(?=[A-Z][A-Z/ ]{3,40}:\s)")


def citation_behind(text: str) -> re.Match[str] | None:
    """The article's citation behind the last sentence: "(Korean J Med 76:282-290, 2009)"."""
    if text.endswith((")", ").")) and (cited := _CITATION_BEHIND.search(text)):
        return cited
    if ";" in text[-_PRINTED:] and (
        cited := _PRINTED_BEHIND.search(text, max(0, len(text) - _PRINTED))
    ):
        return cited
    return _rights_behind(text)


def _without_copies(text: str, name: str) -> str:
    """A text in which words that were printed over themselves, to look bold, stand once, and its
    label not at all."""
    while name and text.startswith(f"{name}."):
        text = text[len(name) + 1 :].lstrip()
    return _COPIED.sub(r"\1 ", text) if _AGAIN.search(text) else text


def _rights_behind(text: str) -> re.Match[str] | None:
    said = "©" in text[-200:] or "(c)" in text[-200:].lower()
    return _RIGHTS_BEHIND.search(text, max(0, len(text) - _CREDITED)) if said else None


def write(sections: list[Section]) -> str:
    """The text of an abstract: a line for each of its labelled sections."""
    text = _label_lines(sections)
    if text[:9] in ("Abstract ", "ABSTRACT ") and text[9:10].islower():
        # "Abstract dosing of quinine in": a column that goes on amid a sentence.
        text = text[9:]
    if text[:1] == "<" or text[-1:] == ">":
        text = _MARK.sub("", text)
    if "This article" in text or "This paper" in text:
        text = _BELONGS.sub("", text)
    text = _without_citation(_printed_once(text.lstrip("•|▪· ")))
    text = _without_tail(up_to_notice(text)).rstrip(" —–|•")
    while (caption := _CAPTION.match(text)) and label_kind(caption["label"]) is None:
        text = text[caption.end() :]
    return text[1:-1] if text[:1] in '"“' and text[-1:] in '"”' else text


def _label_lines(sections: list[Section]) -> str:
    """A line for each section, those with a label amid a paragraph among them; without the word
    for an abstract before the first one."""
    written = []
    for name, lines in sections:
        text = _without_copies(join_lines(lines), name)
        written.append(f"{name}: {text}" if name else text)
    text = "\n".join(part for each in written for part in split_inline(each))
    if bracketed := _BRACKETED.match(text):
        name = bracketed["name"] or bracketed["said"]
        text = f"{name}: {text[bracketed.end() :]}"
    first, separator, more = text.partition("\n")
    if (label := find_label(first[:400])) and label.kind == "abstract":
        # "Summary: Abstract Background ..."
        first = first[len(label.name) :].lstrip(" :.-–—|")
    return with_colons(first) + separator + more


def _without_citation(text: str) -> str:
    """An abstract without who credits its authors, who has its rights, and where it was printed."""
    if "abstract" in text[-_CREDITED:].lower():
        text = text[:-_CREDITED] + _CREDIT.sub("", text[-_CREDITED:])
    if cited := _rights_behind(text):
        text = text[: cited.start()]
    if cited := citation_behind(text):
        text = text[: cited.start()]
    return text


def _printed_once(text: str) -> str:
    """An abstract without its teaser or its repetition, where nothing stands between, and without
    a body that begins as the first labelled section does."""
    if len(text) <= 3 * _OPENING:
        return text
    if (again := text.find(text[:_OPENING], _OPENING)) > 0:
        return text[again:] if 2 * again < len(text) - _OPENING else text[:again].rstrip()
    name, colon, value = text[: 2 * _OPENING].partition(": ")
    if colon and label_kind(name) in ORDER:
        body = text.find(f". {value[:_OPENING]}", len(name) + _OPENING)
        return text[: body + 1] if body > 0 else text
    return text


def _without_tail(text: str) -> str:
    """An abstract without what stands behind its last sentence on the same line: rights, an
    identifier, an entry of a menu."""
    while (ends := [found.end() for found in _END.finditer(text, max(0, len(text) - _TAIL))]) and (
        tail := text[ends[-1] :]
    ):
        said = tail[-1] == "." or tail[0].islower()
        cited = tail[0].isupper() and find_citation(tail) is not None
        if not (
            is_rights(tail)
            or _IDENTIFIER.match(tail)
            or _DISCLOSED.match(tail)
            or DECLARED.match(tail)
            or cited
            or is_cut_heading(tail)
            or ((not said or tail.startswith(_OF_ACCESS)) and is_menu(tail))
        ):
            break
        text = text[: ends[-1]].rstrip()
    number = _NUMBER_BEHIND.search(text, len(text) - LONGEST_NUMBER)
    return text[: number.start("number")] if number else text
