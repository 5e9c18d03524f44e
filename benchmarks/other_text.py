"""Other sentences, terms and figures in the form in which a page has its own."""

from __future__ import annotations

import itertools
import re
import textwrap
from collections.abc import Iterator
from random import Random

from searcher.formats.page.kinds.language import language_of

_FIGURES = re.compile(r"\d{3,}")
_VOWELS = "aeiou"

SENTENCE_END = re.compile(r"(?<=[a-z]{2}[.?!]) +(?=[A-Z])")
"""The blanks behind a sentence of English text."""


def pour(old: str, sentences: list[str], texts: Iterator[list[str]]) -> str:
    """Sentences in the paragraphs of an abstract; its labels and the width of its lines stay."""
    paragraphs = re.split(r"((?<=[.:!?])\s*\n\s*|\n\s*\n)", old)
    if len(paragraphs) == 1 and "\n" not in old:
        return " ".join(sentences)
    rest = iter(sentences)
    poured = []
    for paragraph in paragraphs:
        label = re.match(r"[A-Z][\w /]{2,40}: ", paragraph)
        room = len(paragraph) - (label.end() if label else 0)
        if room < 40:
            poured.append(paragraph)
            continue
        text = label[0] if label else ""
        length = len(text) + room
        while len(text) < length * 0.8:
            sentence = next(rest, None)
            if sentence is None:
                rest = iter(next(texts))
                continue
            text += ("" if text.endswith(": ") or not text else " ") + sentence
        if "\n" in paragraph:
            width = max(map(len, paragraph.split("\n")))
            text = "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))
        poured.append(text)
    return "".join(poured)


def replace_sentences(line: str, texts: Iterator[list[str]]) -> str:
    """Those of other articles, which are in English as well."""
    if len(line) < 200 or not SENTENCE_END.search(line) or language_of(line) not in ("en", None):
        return line
    text = ""
    for sentence in itertools.chain.from_iterable(texts):
        text += sentence + " "
        if len(text) > len(line):
            break
    return text.rstrip()


def replace_terms(old: list[str], new: Iterator[str]) -> list[str]:
    """As many terms, all different, in capitals as they were."""
    terms: dict[str, str] = {}
    while len(terms) < len(old):
        term = next(new)
        terms.setdefault(term.casefold(), term)
    return [term.upper() if all(map(str.isupper, old)) else term for term in terms.values()]


def put_between(found: re.Match[str], values: Iterator[str]) -> str:
    """Values in the place of those that were found, between the signs that part them."""
    return "".join(sign + value for sign, value in zip(("", *found.groups()), values, strict=True))


def replace_names(text: str, words: frozenset[str], names: Iterator[str], random: Random) -> str:
    """With other words in the names of the authors: half of them surnames, half respelled."""
    if not words:
        return text
    others = {
        word: next(names) if random.random() < 0.5 else _respelled(word, random)
        for word in sorted(words)
    }
    either = "|".join(map(re.escape, sorted(words)))
    return re.sub(rf"\b(?:{either})\b", lambda found: others[found[0]], text)


def _respelled(word: str, random: Random) -> str:
    return word[0] + "".join(
        random.choice(_VOWELS) if letter in _VOWELS else letter for letter in word[1:]
    )


def fit_title(old: str, title: str, usual: str) -> str:
    """A title, or as many of its words as stood there of the usual one, in capitals and lines as
    those were."""
    words = title.split()
    if len(old.split()) < len(usual.split()):
        words = words[: len(old.split())]
    text = " ".join(words)
    if "\n" in old:
        text = "\n".join(textwrap.wrap(text, max(map(len, old.split("\n")))))
    return text.upper() if old.isupper() else text


def shift_figures(text: str, shift: int) -> str:
    """With other numbers that look like these: a year stays a year that has been."""

    def other(found: re.Match[str]) -> str:
        figures = found[0]
        if len(figures) == 4 and 1960 <= int(figures) <= 2030:
            return str(int(figures) - shift)
        return figures[:-1] + str((int(figures[-1]) + shift) % 10)

    return _FIGURES.sub(other, text)
