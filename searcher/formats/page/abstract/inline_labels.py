"""Labels amid a paragraph: one line for each labelled section of a text."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.label_kinds import ORDER, label_kind
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.words.vocabulary import SECTIONS
from searcher.formats.page.wrapping import join_lines
from searcher.lazy import lazy_pattern

_INLINE = lazy_pattern(
    r"[.?!;)\]](?:(?<=[.?!])[\"”’)\]])?\s*(?P<label>[A-ZÀ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ]"
    r"[\w’'/&, -]{2,48}?)\s?(?::"
    r"|\.[-—–])\s?(?=[\w“\"(<>≥≤±$~])"
)
_LABEL_SIGNS = (":", ".-", ".—", ".–")
# "... in the clinic. RESULTS Of 20 patients", "... in the clinic.ResultsOf 20 patients"
_SENTENCE = lazy_pattern(r"[.?!)\]]\s?(?P<word>[A-ZÀ-Þ]+(?![a-zà-ÿ])|[A-ZÀ-Þ][a-zà-ÿ]+)")
_OPENS = {
    re.split("[ /]", name)[0]
    for name, kind in SECTIONS.items()
    if kind != "note" and (kind != "case" or name.startswith("case"))
}
_ASIAN_INLINE = lazy_pattern(
    "(?:^|(?<=[。;；.!?]))\\s?(?P<label>[\u3040-\u9fff\uac00-\ud7af]{2,6})"
    "(?:\\s?(?P<colon>[:：])\\s?|\\s)"
)


def holds_sections(lines: list[Line]) -> bool:
    """Whether a paragraph has the labels of several sections inside, the conclusion among them."""
    text = join_lines(lines)
    kinds = [label_kind(found["label"]) for found in _INLINE.finditer(text)]
    if len(kinds) < 2:
        kinds = [label.kind for _, label in _spaced_labels(text)]
    return len(kinds) > 1 and "conclusion" in kinds[1:]


def split_inline(text: str) -> list[str]:
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


def with_colons(text: str) -> str:
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
    pieces = split_inline(text[: found[0].start()])
    for each, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        pieces.append(f"{each['label']}: {text[each.end() : end].strip()}")
    return pieces
