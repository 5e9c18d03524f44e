"""The list of references of a page that lost its line breaks, cut out of its text."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from searcher.formats.page.kinds.label_sets import LabelSet
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.words.lists import UPPER
from searcher.formats.page.words.vocabulary import HEADINGS
from searcher.lazy import lazy_pattern

LEAST = 3
"""Entries in a row that are a list without a heading."""

LONGEST = 700
"""Characters of an entry at most."""

LONGEST_HEADING = 40
"""Characters of the heading over a list at most."""

_SURNAME = rf"[{UPPER}](?<!\w.)[\w'’-]+(?:\s[{UPPER}][\w'’-]*[a-zà-ÿ])?"
# "Lee AB,", "Lee, A. B.,", "Lee A et al"
_AUTHOR = (
    rf"{_SURNAME}(?:\s[A-Z]{{1,4}}|,\s?(?:[A-Z]\.[\s-]?){{1,4}})"
    r"(?=\s?[,;&:]|\s?\.(?! ?\d)|\s(?:and|&|et|\())"
)
# "12. Lee", "[12] Lee", "• 3. Lee", "- Lee"
_MARK = (
    rf"(?:[•*–-]\s?)?(?:\[?\(?\d{{1,3}}[\].)]{{0,2}}\s?){{1,2}}(?=[{UPPER}])"
    rf"|[•*–-]\s?(?=[{UPPER}])"
)
# Few words begin with a sign, a figure or a capital, which is asked first.
_ENTRY = lazy_pattern(
    rf"(?<!\S)(?=[•*–\-\[(\d{UPPER}])"
    rf"(?:(?P<mark>{_MARK})(?P<marked>{_AUTHOR}|{_SURNAME},\s)?|{_AUTHOR})"
)
# What stands before an entry without a mark: the end of a sentence, or of numbers.
_ENDED = lazy_pattern(r"[.?!:)\]\d”\"/]\s?$")
_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What tells of a work where it is: "2019;25:455", "12(3), 45-57", its identifier.
_WHERE = lazy_pattern(
    r"\d\s?(?:\(\d{1,3}\)\s?)?[;:,]\s?(?:p{1,2}\.\s?)?[A-Za-z]?\d+|10\.\d{4,}/|pp?\.\s?\d"
)
# "2019;25:455-464.", "12(3), 45-57. https://doi.org/10.1000/1 PubMed Google Scholar"
_NUMBERS = lazy_pattern(
    r"[\s;:,.()]*\d[\d\s;:,.()–-]*(?:[A-Za-z]?\d[\d–-]*)?[.;)]?"
    r"(?:\s?(?:doi:?\s?\S+|https?://\S+|10\.\d{4,}/\S+|PMID:?\s?\d+|PubMed|Google Scholar"
    r"|Cross[Rr]ef|Medline|Scopus|\[[^\[\]]{2,20}\])\.?){0,6}"
)
# "3. Lee A, Ek B": names behind the first one tell it from that of an article's own author.
_SEVERAL = lazy_pattern(
    rf"(?:{_MARK})?{_SURNAME}(?:\s[A-Z]{{1,4}}\s?[,;]|\s[A-Z]{{1,4}} (?:et|&)|,)"
)
_FIRST = lazy_pattern(r"\W*1[.\])]")
# "References (12)", "Reference9 articles"
_COUNT = lazy_pattern(r"\s?\(?\d+\)?(?: [a-z]+)?$")
_HEADINGS = LabelSet(
    ("reference", *(name for name, kind in HEADINGS.items() if kind == "references"))
)
_CITATIONS = LabelSet(name for name, kind in HEADINGS.items() if kind == "cite")
_BEFORE_NAME = " []().•*–-0123456789"

SHORTEST_BELOW = 30
"""Characters behind a list at least that are not of its last entry."""


class Cut(NamedTuple):
    """A text taken apart: what stands above a list of references, its entries, what is below."""

    above: str
    entries: list[str]
    below: str


def cut_references(text: str) -> Cut | None:
    """A text without its list of references, which three entries in a row are, or fewer under the
    heading of one; None where it has none."""
    run: list[int] = []
    for start, following in pairwise([*_entries(text), len(text) + LONGEST + 1]):
        run.append(start)
        if following - start > LONGEST or _begins_anew(text, following):
            if cut := _cut_at(text, run):
                return cut
            run = []
    return None


def _begins_anew(text: str, start: int) -> bool:
    """Whether an entry is the first of another list: it has that number, or the article itself is
    cited there."""
    return _FIRST.match(text, start) is not None or _heading(text, start, _CITATIONS) is not None


def _cut_at(text: str, run: list[int]) -> Cut | None:
    """A text cut before and behind a run of entries, if they are a list of references."""
    end = _end(text, run[-1])
    heading = _heading(text, run[0])
    entries = [text[a:b].strip() for a, b in pairwise([*run, end])]
    if heading is not None and len(entries) < LEAST and not _SEVERAL.match(entries[0]):
        return None
    if heading is None:
        names = {entry.lstrip(_BEFORE_NAME).split(" ")[0] for entry in entries}
        told = sum(_WHERE.search(entry) is not None for entry in entries)
        # Other styles of one citation begin with the same name.
        if min(len(names), told) < LEAST or 2 * told < len(entries):
            return None
    above = text[: run[0] if heading is None else heading].rstrip()
    below = text[end:].strip()
    if len(below) < SHORTEST_BELOW:
        entries[-1], below = f"{entries[-1]} {below}".rstrip(), ""
    return Cut(above, entries, below)


def _entries(text: str) -> list[int]:
    """Where references may begin: with names and initials behind the end of something else, or with
    a number or a sign before them."""
    starts: list[int] = []
    for found in _ENTRY.finditer(text):
        start = found.start()
        if found["mark"]:
            if found["marked"]:
                starts.append(start)
            continue
        word, _, name = found[0].partition(" ")
        if " " in name and HEADINGS.get(fold_label(word)) in ("references", "cite"):
            # "References Lee A", "MLA Lee A"
            start = found.end() - len(name)
        if _ENDED.search(text, max(0, start - 3), start) or _heading(text, start) is not None:
            starts.append(start)
    return starts


def _heading(text: str, end: int, headings: LabelSet = _HEADINGS) -> int | None:
    """Where the heading of a list of references begins that ends there, with the number of its
    entries or without; None where none does."""
    before = text[max(0, end - LONGEST_HEADING) : end].rstrip(" •:.-")
    for name, _, _ in headings.ending(_COUNT.sub("", before)):
        if name[0].isupper():
            return text.rindex(name, 0, end)
    return None


def _end(text: str, last: int) -> int:
    """Where the last entry of a list ends: behind its year and its numbers."""
    year = _YEAR.search(text, last, last + LONGEST)
    if year is None:
        return len(text)
    end = _NUMBERS.match(text, year.end())
    return end.end() if end else min(len(text), last + LONGEST)
