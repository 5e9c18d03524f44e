"""The labelled sections of an abstract on a page that lost its line breaks."""

from __future__ import annotations

from searcher.formats.page.flattened.colons import before_colons
from searcher.formats.page.kinds.label_kinds import ORDER, label_kind
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.vocabulary import SECTIONS
from searcher.lazy import lazy_pattern

LONGEST_ABSTRACT = 4000
"""Characters behind the first label in which the others stand."""

LONGEST_FACTS = 250
"""Characters of what a site puts between an abstract and its heading."""

LONGEST_LABEL = 40
"""Characters of a label at most."""

_OPENING = ("background", "case")
_WORD = lazy_pattern(r"[A-ZÀ-Þ](?<=\s.)[A-Za-zà-ÿ]{3,}(?=\s[A-ZÀ-Þ0-9])")
_ENDED = (".", "?", "!", ")", "]")


def break_sections(text: str) -> list[str]:
    """What stands over the first labelled section of an abstract, and the abstract; the text alone
    where no labels with colons, or between sentences, follow each other."""
    label = find_label(text)
    if label and label.kind == "abstract":
        return _behind_heading(text, label)
    if label and label.is_section:
        return [text]
    start = _first(_with_colons(text), 2) or _first(_between_sentences(text), 3)
    return [text[:start].strip(), text[start:]] if start else [text]


def _behind_heading(text: str, heading: Label) -> list[str]:
    """An abstract under its heading, and above both what a site puts between them: facts, and no
    sentence."""
    start = len(text) - len(heading.value)
    first = _first(_with_colons(text[start : start + LONGEST_ABSTRACT]), 3)
    between = text[start : start + first].strip() if first and first < LONGEST_FACTS else ""
    if not between or not text.endswith(heading.value) or is_sentence(between):
        return [text]
    return [between, f"{text[:start]}{heading.value[first:]}"]


def _first(labels: list[tuple[int, str]], least: int) -> int | None:
    """Where the first label of one abstract stands, if its labels are of so many kinds."""
    for index, (first, kind) in enumerate(labels):
        near = {other for start, other in labels[index:] if start < first + LONGEST_ABSTRACT}
        if kind in _OPENING and len(near) >= least:
            return first
    return None


def _with_colons(text: str) -> list[tuple[int, str]]:
    """The labels of sections before colons, each with its kind."""
    labels = []
    for names in before_colons(text, 0, LONGEST_LABEL, 4):
        for start, name in names:
            if name[:1].isupper() and (kind := label_kind(name)) in ORDER:
                labels.append((start, str(kind)))
                break
    return labels


def _between_sentences(text: str) -> list[tuple[int, str]]:
    """The labels of sections that only spaces part from their text; all but the first stand
    behind the end of a sentence."""
    labels: list[tuple[int, str]] = []
    first: list[tuple[int, str]] = []
    for word in _WORD.finditer(text):
        kind = SECTIONS.get(fold_label(word[0]), "note")
        if kind == "note":
            continue
        if text[: word.start()].rstrip().endswith(_ENDED):
            labels.append((word.start(), kind))
        elif not labels and kind == "background":
            first = [(word.start(), kind)]
    return first + labels
