"""Any other text: a first line that can be one is the title, a lone paragraph that reads like one
the abstract, and all else the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from searcher.document import Document
from searcher.formats.base import Format
from searcher.record import Evidence, Record

if TYPE_CHECKING:
    from searcher.formats.page.lines import Line
    from searcher.formats.page.title import Title

LONG = 250
"""Characters from which on a first line of sentences is a paragraph, not a title."""

ABSTRACT = range(300, 3_001)
"""Characters of an abstract that no label announces: shorter is a remark, longer a body."""

OPENING = 300
"""Characters of a paragraph in which only a file's origin has a link."""

SHORTEST_WORDS = 4
"""Characters of a word with its blank at least, on the average: spaced print has fewer."""

WRAPPED = 130
"""No line of wrapped text is longer; longer ones are paragraphs each."""


def detect(head: str, extension: str) -> float:
    """Always a little, so that no text is left without a format."""
    return 0.05 if head.strip() else 0.01


def parse(document: Document) -> Iterator[Record]:
    """One record for the whole file, or none when it holds nothing but white space."""
    from searcher.formats.page.lines import read_plain_lines

    text = document.text()
    lines = read_plain_lines(text)
    if not lines:
        return
    title, rest = _title(lines)
    values: dict[str, Any] = {}
    provenance: dict[str, Evidence] = {}
    if title is not None:
        values["title"] = title.text
        provenance["title"] = Evidence(title.rule, title.span, title.confidence)
    count = _count_abstract(rest)
    if not count and (page := _page(text, title)):
        yield page
        return
    for name, rule, part, mark in (
        ("abstract", "lone paragraph", rest[:count], " "),
        ("body", "text", rest[count:], "\n"),
    ):
        if part:
            values[name] = mark.join(line.text for line in part)
            provenance[name] = Evidence(rule, (part[0].number, part[-1].number), 0.3)
    yield Record(**values, provenance=provenance)


def _title(lines: list[Line]) -> tuple[Title | None, list[Line]]:
    """The first line, if it can be one, else what stands above the first paragraph; and the lines
    without it."""
    from searcher.formats.page.title import Title

    if _is_title(lines):
        number = lines[0].number
        return Title(_bare(lines), "first line", 0.3, (number, number)), lines[1:]
    title = _below_first(lines)
    if title is None:
        return None, lines
    first, last = title.span
    return title, [line for line in lines if not first <= line.number <= last]


def _page(text: str, title: Title | None) -> Record | None:
    """The page of an article that shows little else, where both agree on the first line."""
    from searcher.formats.page.reader import read_page

    page = read_page(text)
    if not page or not page.title or len(page.abstract or "") not in ABSTRACT:
        return None
    return page if title is None or title.text in (page.title, page.journal) else None


def _is_title(lines: list[Line]) -> bool:
    """Whether a first line is no paragraph, heading, list of terms or names, no journal nor a
    site's words."""
    from searcher.formats.page.citation import find_citation
    from searcher.formats.page.citation.names import says_it_is_a_journal
    from searcher.formats.page.kinds.categories import read_category
    from searcher.formats.page.kinds.furniture import is_menu, is_rights
    from searcher.formats.page.kinds.label_kinds import label_kind
    from searcher.formats.page.kinds.people import has_initials, is_people
    from searcher.formats.page.kinds.prose import is_prose
    from searcher.formats.page.title.surroundings import is_amid_sentences
    from searcher.formats.page.title.untitled import (
        is_control,
        lists_names_or_terms,
        names_a_price,
        names_an_issue,
    )
    from searcher.formats.page.unlabelled_terms import is_unlabelled_list

    text = lines[0].text
    if is_amid_sentences(lines, 0, 0) or lists_names_or_terms(text):
        return False
    if len(text) > LONG:
        return len(text) <= 2 * LONG and not is_prose(text)
    if is_menu(text) or is_rights(text) or label_kind(text) or is_control(text):
        return False
    if read_category(text) is not None:
        return False
    if find_citation(text) is not None or names_an_issue(text) or names_a_price(text):
        return False
    if " > " in text or (len(lines) > 1 and says_it_is_a_journal(text)):
        return False
    named = is_people(text) and ("," in text or has_initials(text))
    return not is_unlabelled_list(text) and not named


def _bare(lines: list[Line]) -> str:
    """The first line without what is glued to a title."""
    from searcher.formats.page.kinds.prose import topic_of
    from searcher.formats.page.title.plain import plain_title
    from searcher.formats.page.title.quotes import unquoted

    below = " ".join([line.text for line in lines[1:6]])
    return unquoted(plain_title(lines[0].text, lines[:5], topic_of(below)))


def _below_first(lines: list[Line]) -> Title | None:
    """The title above the first paragraph of a text whose first line is none."""
    from searcher.formats.page.kinds.prose import is_prose
    from searcher.formats.page.title import find_title, plain_titles

    end = next((i for i, line in enumerate(lines) if is_prose(line.text)), len(lines))
    text = lines[end].text if end < len(lines) else ""
    return find_title(lines[:end], plain_titles(lines[:end], text), text)


def _count_abstract(lines: list[Line]) -> int:
    """How many of the lines are an abstract: all or none, or the first paragraph of a text that
    cites others by number further down, as bodies do."""
    from searcher.formats.page.kinds.prose import has_citations

    count = next((i for i, line in enumerate(lines) if i and line.gap), len(lines))
    if lines and len(lines[0].text) > WRAPPED and count > 1:
        count = 1
    if count > 1 and not _are_wrapped(lines[:count]):
        return 0
    behind = lines[count:]
    if behind and not any(has_citations(line.text) for line in behind):
        return 0
    return count if _reads_like_abstract(" ".join(line.text for line in lines[:count])) else 0


def _are_wrapped(lines: list[Line]) -> bool:
    """Whether most lines but the last are about as long as the longest: the headings, steps and
    cells of a printed page are not."""
    lengths = [len(line.text) for line in lines[:-1]]
    full = [length for length in lengths if 3 * length > 2 * max(lengths)]
    return 4 * len(full) >= 3 * len(lengths)


def _reads_like_abstract(text: str) -> bool:
    """Whether a paragraph has the length of an abstract, begins with none of a file's addresses,
    and is sentences of whole words that cite nothing by number."""
    from searcher.formats.page.kinds.prose import cites, is_prose
    from searcher.formats.page.kinds.sentences import is_dense, is_running

    if len(text) not in ABSTRACT or cites(text) or not is_prose(text):
        return False
    if "://" in text[:OPENING] or len(text) < SHORTEST_WORDS * text.count(" "):
        return False
    return is_running(text) or is_dense(text)


FORMAT = Format("plain", ("txt", "text"), detect, parse)
"""Any text: the format that always fits."""
