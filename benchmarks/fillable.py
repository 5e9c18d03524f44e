"""Pages that can be filled with other articles, and where in them these go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from altered import Page, pages
from other_facts import Numbers, numbers_of

from searcher.formats.page.reader import read_page

_APART = r"(\W*[^\w\s)’'-]\W*|\s*\n\s*)"
"""What parts keywords, so that others can stand in their place: more than blanks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page that can be filled: its title and abstract stand in it as its truth has them."""

    page: Page
    title: re.Pattern[str]
    abstract: tuple[int, int] | None
    """Where it stands; None where only facts can be replaced."""
    told: frozenset[int]
    """Lines of which fields were read: there only values are replaced."""
    authors: frozenset[str]
    keywords: re.Pattern[str] | None
    """Finds the list of them where other terms can stand in their place."""
    numbers: Numbers | None
    below_title: int | None
    """The last line of the title where nobody is named on the page, so that others can be."""


def layouts(directory: Path, journals: bool) -> Iterator[Layout]:
    """The pages below a directory that can be filled, or whose journal can be another one."""
    for page in pages(directory):
        title = _title_pattern(page.gold.get("title") or "")
        span = _abstract_span(page)
        if span is None or title is None or not title.search(page.text):
            if not (journals and page.gold.get("journal")):
                continue
            title, span = re.compile("(?!)"), None
        record = read_page(page.text)
        told = {
            number
            for name, evidence in record.provenance.items()
            if evidence.lines and name not in ("body", "abstract")
            for number in range(evidence.lines[0], evidence.lines[1] + 1)
        }
        keywords = _list_pattern(page)
        for found in keywords.finditer(page.text) if keywords else ():
            first = page.text.count("\n", 0, found.start()) + 1
            told.update(range(first, first + found[0].count("\n") + 1))
        words = {word for name in record.authors for word in name.split() if len(word) > 3}
        words -= set((page.gold.get("journal") or "").split())
        lines = record.provenance["title"].lines if record.title and not record.authors else None
        numbers, below = numbers_of(record), lines[1] if lines else None
        yield Layout(page, title, span, frozenset(told), frozenset(words), keywords, numbers, below)


def _title_pattern(title: str) -> re.Pattern[str] | None:
    """Finds a title, over several lines too, and its beginning where it is cut short."""
    words = [re.escape(word) for word in title.split()]
    if len(words) < 4:
        return None
    rest = "".join(rf"(?:\s+{word}" for word in words[4:]) + ")?" * len(words[4:])
    return re.compile(r"\s+".join(words[:4]) + rest, re.I)


def _list_pattern(page: Page) -> re.Pattern[str] | None:
    """Finds the keywords, each over several lines too, if one sign parts them all."""
    terms = [r"\s+".join(map(re.escape, term.split())) for term in page.gold.get("keywords") or ()]
    listed = re.compile(rf"(?<!\w){_APART.join(terms)}(?!\w|\s*[,;]\s*\w)", re.I)
    found = listed.search(page.text) if len(terms) > 1 else None
    return listed if found and len({sign.strip() for sign in found.groups()}) == 1 else None


def _abstract_span(page: Page) -> tuple[int, int] | None:
    """Where the abstract stands in the text."""
    first, last = page.gold.get("abstract_start"), page.gold.get("abstract_end")
    begin = page.text.find(first) if first else -1
    end = page.text.find(last, begin) + len(last) if last else -1
    return (begin, end) if last and begin >= 0 and end - begin > len(last) else None
