"""Sections of an abstract: which lines they keep, and how they are written as text."""

from __future__ import annotations

import re

from searcher.formats.page.abstract.endings import DECLARED
from searcher.formats.page.abstract.notices import is_cut_heading, up_to_notice
from searcher.formats.page.abstract.paragraphs import opens_paragraph
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.labels import ORDER, Label, find_label, label_kind
from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.kinds.prose import cites, is_prose
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.words.vocabulary import SECTIONS
from searcher.formats.page.wrapping import join_lines

Section = tuple[str, list[Line]]
"""A label, "" where there is none, and the lines under it."""

MAX_ABSTRACT = 12_000
"""An abstract longer than this has lost its end: only its first paragraph is kept."""

_OPENING = 60
"""Characters by which the beginning of a text is known again."""

_INLINE = re.compile(
    r"[.?!;)\]](?:(?<=[.?!])[\"”’)\]])?\s*(?P<label>[A-ZÀ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ]"
    r"[\w’'/&, -]{2,48}?)\s?(?::"
    r"|\.[-—–])\s?(?=[\w“\"(<>≥≤±$~])"
)
_LABEL_SIGNS = (":", ".-", ".—", ".–")
# "... in the clinic. RESULTS Of 20 patients", "... in the clinic.ResultsOf 20 patients"
_SENTENCE = re.compile(r"[.?!)\]]\s?(?P<word>[A-ZÀ-Þ]+(?![a-zà-ÿ])|[A-ZÀ-Þ][a-zà-ÿ]+)")
_OPENS = {
    re.split("[ /]", name)[0]
    for name, kind in SECTIONS.items()
    if kind != "note" and (kind != "case" or name.startswith("case"))
}
_ASIAN_INLINE = re.compile(
    "(?:^|(?<=[。;；.!?]))\\s?(?P<label>[\u3040-\u9fff\uac00-\ud7af]{2,6})"
    "(?:\\s?(?P<colon>[:：])\\s?|\\s)"
)
# "<要旨>近年", "「はじめに」 近年": a heading in brackets over the first paragraph.
_BRACKETED = re.compile(
    r"(?:[<＜〈《【［](?P<name>[^\s<>＜＞〈〉《》【】［］]{2,16})[>＞〉》】］]\s?|[「『](?P<said>[^\s「」『』]{2,16})[」』]\s)"
    "(?=[\u3040-\u9fff\uac00-\ud7af])"
)
# What the site says about the article, on the line of the abstract's end.
_BELONGS = re.compile(r"\s\(?This (?:article|paper) (?:belongs to|is part of) [^()]{3,200}\)?$")
_CITATION_BEHIND = re.compile(
    r"\s\((?P<citation>[A-Z][^()]{3,60}?[\s,]\d{1,4}(?:\(\d+\))?:\s?\w?\d+[-–]\w?\d+,\s?(?:19"
    r"|20)\d\d"
    r"|[A-Z][^()]{3,60}?[\s,;](?:19|20)\d\d;\s?\d{1,4}(?:\(\d+\))?:\s?\w?\d+[-–]\w?\d+)\)\.?$"
)
# "... in the clinic. Ann Tonics. 2011;4(2):12-19 doi: https://doi.org/10.1000/1"
_PRINTED_BEHIND = re.compile(
    r"(?<=[.?!)\]])\s(?P<citation>[A-Z][\w.& -]{3,60}?\s(?:19|20)\d\d;\s?\d+(?:\(\d+\))?:\w?\d+"
    r"(?:[-–]\w?\d+)?\.?(?:\s(?:doi:?\s?)?(?:https?://|10\.)\S+)?)$"
)
_PRINTED = 200
"""Characters of such a citation at most."""

# "... in the clinic. Annals of Tonics 2011;4:12-19. © 2011 Tonic Society. All rights reserved."
_RIGHTS_BEHIND = re.compile(
    r"(?<=[.?!)\]])(?P<citation>(?:\s[A-Z][\w.& -]{3,60}?;?\s\d[\s\d;:()–-]*\.)?)"
    r"\s(?:crown\s)?(?:copyright\s)?(?:©|\(c\))\s?(?:copyright\s)?(?:19|20)\d\d\b[^.?!]{0,100}"
    r"(?:\.\s?all rights reserved)?\.?$"
    # Without a full stop before it, and without a blank.
    r"|\s?(?:\b(?:crown\s)?copyright\s?|(?<=[a-z])(?-i:Copyright)\s?)?©\s?(?:copyright\s)?(?:19|20)\d\d\b.{0,120}$",
    re.IGNORECASE,
)
# "[ABSTRACT FROM AUTHOR]", and what such an index says of rights behind it.
_CREDIT = re.compile(
    r"\s?[\[(](?:abstract from (?:the )?authors?|publication abstract|authors?['’]?s? abstract)"
    r"[\])].*$",
    re.IGNORECASE | re.DOTALL,
)
_CREDITED = 900
"""Characters of such a remark and its rights at most."""

_TAIL = 120
"""Characters at the end of an abstract that can be another thing."""

_END = re.compile(r"[.?!](?<=[a-zà-ÿ\d)%].)(?:\s|(?=©|Copyright\b|Published by\b))")
# "... in the clinic. 1.": the number of the next heading.
_NUMBER_BEHIND = re.compile(r"[a-z)\"”][.?!][\"”)]?(?P<number>\s\d{1,2}\.?)$")
LONGEST_NUMBER = 7
"""Characters of such a number at most, with the end of the sentence before it."""

_OF_ACCESS = ("Full text ", "The full text ", "Full-text ")
# "Results. Results. Results. Nine"
_AGAIN = re.compile(r"\.\s?([A-ZÀ-Þ][^.\n]{2,40}\.)\s?\1")
_COPIED = re.compile(r"([A-ZÀ-Þ][^.\n]{2,40}\.)(?:\s?\1){2,}\s?")
_IDENTIFIER = re.compile(r"(?:doi:?\s?|https?://(?:dx\.)?doi\.org/)10\.\S+$|pmid:?\s?\d+\W?$", re.I)
# "Disclosure of Interest: None declared", as meetings ask for behind each abstract.
_DISCLOSED = re.compile(
    r"(?:disclosures?|conflicts? of interests?|(?:competing|declaration of) interests?)\b.{0,40}?"
    r"\b(?:none|nil|nothing|no|not)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[A-ZÀ-Þ][^:.?!]{2,40}:\s")
_MARK = re.compile(r"^<\w{1,2}>\s?|\s?<\w{1,3} ?/?>$")
# "TOPIC: Lungs TYPE: Case Reports INTRODUCTION: ...": what a meeting asks of its authors.
_CAPTION = re.compile(r"(?P<label>[A-Z][A-Z ]{2,30}):\s[^:.?]{2,80}\s(?=[A-Z][A-Z/ ]{3,40}:\s)")


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
    written = []
    for name, lines in sections:
        text = _without_copies(join_lines(lines), name)
        written.append(f"{name}: {text}" if name else text)
    text = "\n".join(part for each in written for part in _split_inline(each))
    if bracketed := _BRACKETED.match(text):
        label = bracketed["name"] or bracketed["said"]
        text = f"{label}: {text[bracketed.end() :]}"
    first, separator, more = text.partition("\n")
    if (label := find_label(first[:400])) and label.kind == "abstract":
        # "Summary: Abstract Background ..."
        first = first[len(label.name) :].lstrip(" :.-–—|")
    text = _with_colons(first) + separator + more
    if text[:9] in ("Abstract ", "ABSTRACT ") and text[9:10].islower():
        # "Abstract dosing of quinine in": a column that goes on amid a sentence.
        text = text[9:]
    if text[:1] == "<" or text[-1:] == ">":
        text = _MARK.sub("", text)
    if "This article" in text or "This paper" in text:
        text = _BELONGS.sub("", text)
    text = _printed_once(text.lstrip("•|▪· "))
    if "abstract" in text[-_CREDITED:].lower():
        text = text[:-_CREDITED] + _CREDIT.sub("", text[-_CREDITED:])
    if cited := _rights_behind(text):
        text = text[: cited.start()]
    if cited := citation_behind(text):
        text = text[: cited.start()]
    text = _without_tail(up_to_notice(text))
    while (caption := _CAPTION.match(text)) and label_kind(caption["label"]) is None:
        text = text[caption.end() :]
    return text[1:-1] if text[:1] in '"“' and text[-1:] in '"”' else text


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


def without_table(sections: list[Section]) -> list[Section]:
    """Without the table over a case report ("Patient: Male, 67", "Symptoms: Flushing"), which is
    no text of the abstract."""
    cells = 0
    while cells < len(sections) and _is_cell(sections[cells]):
        cells += 1
    return sections[cells:] if cells >= 3 else sections


def _is_cell(section: Section) -> bool:
    name, lines = section
    return bool(name) and len(lines) == 1 and len(lines[0].text) < 80 and lines[0].text[-1] != "."


def is_endless(sections: list[Section]) -> bool:
    """Whether sections are too long to be an abstract alone."""
    return sum(len(line.text) for _, lines in sections for line in lines) > MAX_ABSTRACT


def cut(sections: list[Section]) -> tuple[list[Section], list[Line]]:
    """The sections up to where the abstract must have ended, and the lines behind."""
    too_long = is_endless(sections)
    single = len(sections) > 2 and all(_is_labelled(lines) for _, lines in sections[:-1])
    for position, (name, lines) in enumerate(sections):
        end = len(lines)
        last = position == len(sections) - 1
        if single and last and is_sentence(lines[0].text) and is_prose(lines[-1].text):
            # One paragraph a section: a second one at the end is the body's.
            end = next((i for i in range(1, end) if not _LABELLED.match(lines[i].text)), end)
        elif too_long:
            end = next((i for i, line in enumerate(lines) if i and line.gap), 1)
        else:
            # Once a paragraph has come to its conclusion, or the next one cites others, what
            # follows is the page's, not its.
            end = _end_of_conclusion(lines)
            if last:
                far = bool(name)
                end = next((i for i in range(1, end) if _cites(lines, i, far)), end)
        if end < len(lines) or too_long:
            behind = lines[end:] + [line for _, more in sections[position + 1 :] for line in more]
            return [*sections[:position], (name, lines[:end])], behind
    return sections, []


def _cites(lines: list[Line], index: int, far: bool) -> bool:
    """Whether a paragraph, below a blank line where it must stand far from the text, cites."""
    line = lines[index]
    apart = line.gap > 0 if far else opens_paragraph(lines[index - 1], line)
    return apart and cites(line.text)


def _is_labelled(lines: list[Line]) -> bool:
    """Whether each paragraph of a section but the first has a label of its own."""
    return all(_LABELLED.match(line.text) for line in lines[1:])


def _end_of_conclusion(lines: list[Line]) -> int:
    """Where a paragraph with all labels inside ends, if others follow it; else the end."""
    end = next((i for i, line in enumerate(lines) if i and line.gap), len(lines))
    if end == len(lines):
        return end
    return end if holds_all(lines[:end]) else len(lines)


def holds_all(lines: list[Line]) -> bool:
    """Whether a paragraph has the labels of several sections inside, the conclusion among them."""
    text = join_lines(lines)
    kinds = [label_kind(found["label"]) for found in _INLINE.finditer(text)]
    if len(kinds) < 2:
        kinds = [label.kind for _, label in _spaced_labels(text)]
    return len(kinds) > 1 and "conclusion" in kinds[1:]


def _split_inline(text: str) -> list[str]:
    """A paragraph with labels inside as one line per labelled section."""
    # No label stands behind the last sign that can end one.
    end = max(map(text.rfind, _LABEL_SIGNS)) + 4
    cuts = [
        found.start("label")
        for found in _INLINE.finditer(text, 0, end)
        if label_kind(found["label"]) in ORDER
    ]
    if has_signs(text) and _ASIAN_INLINE.search(text):
        return _split_asian(text)
    pieces, start = [], 0
    for end in cuts:
        pieces.append(text[start:end].strip())
        start = end
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def _with_colons(text: str) -> str:
    """A paragraph whose labels no sign parts from their text as one line per labelled section."""
    labels = _spaced_labels(text)
    kinds = {label.kind for _, label in labels}
    if not labels or (len(kinds) < 2 and labels[0][0] > 0):
        return text
    lines = [text[: labels[0][0]].strip()]
    ends = [begin for begin, _ in labels[1:]] + [len(text)]
    for (begin, label), end in zip(labels, ends, strict=True):
        value = text[begin + len(label.name) : end].lstrip(" :.-–—|").rstrip()
        lines.append(f"{label.name}: {value}")
    return "\n".join(line for line in lines if line)


def _spaced_labels(text: str) -> list[tuple[int, Label]]:
    """The labels behind the sentences of a paragraph, and where they begin."""
    # Most texts have none, which the words alone tell.
    if not any(map(_opens_label, _SENTENCE.findall(f".{text}"))):
        return []
    labels = []
    for found in _SENTENCE.finditer(f".{text}"):
        begin = found.start("word") - 1
        label = find_label(text[begin : begin + 400]) if _opens_label(found["word"]) else None
        if label and label.is_section and label.value and not label.value[0].islower():
            labels.append((begin, label))
    return labels


def _opens_label(word: str) -> bool:
    return (word.lower() if word.isascii() else fold_label(word)) in _OPENS


def _split_asian(text: str) -> list[str]:
    found = [each for each in _ASIAN_INLINE.finditer(text) if label_kind(each["label"]) in ORDER]
    if len(found) < 2:
        # A space tells less than a colon.
        found = [each for each in found if each["colon"]]
    if not found:
        return [text]
    pieces = _split_inline(text[: found[0].start()])
    for each, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        pieces.append(f"{each['label']}: {text[each.end() : end].strip()}")
    return pieces
