"""What an article is about: keywords, MeSH terms and types, put into its record."""

from __future__ import annotations

from searcher.formats.page.keywords import (
    is_invitation,
    is_translated,
    keyword_lines,
    read_keywords,
)
from searcher.formats.page.kinds.categories import normal_type, read_category
from searcher.formats.page.kinds.prose import is_prose, topic_of
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.terms import read_headings, term_lines, without_cut_term
from searcher.formats.page.unlabelled_terms import (
    bulleted_list,
    is_list_of_terms,
    is_unlabelled_list,
    terms_above,
)
from searcher.formats.page.words.lists import DIGIT
from searcher.formats.page.zones import Page
from searcher.record import Evidence

BESIDE = 2
"""Lines from the title to a category below it at most."""


def put_terms(page: Page, head: list[Line]) -> None:
    """Put keywords, MeSH terms and publication types of a page into its record."""
    types: list[tuple[str, tuple[int, int]]] = []
    previous = None
    among_others = False
    for part in _from_abstract(page):
        span = (part.first, part.lines[-1].end if part.lines else part.first)
        among_others = not page.abstract and (part.kind == "aside" or among_others)
        if part.kind == "keywords":
            if not among_others:
                _put_keywords(page, part, previous, span)
        elif part.kind == "mesh":
            headings = read_headings(term_lines(part.lines))
            if previous and _goes_on(previous, part):
                headings = [*page.values.pop("mesh", ()), *headings]
            page.put("mesh", tuple(headings), Evidence("label MeSH terms", span, 0.95))
        elif part.kind in ("publication_types", "category"):
            types += [(normal_type(line.text), span) for line in term_lines(part.lines)]
        previous = part
    if types := types or _types_over_title(page, head):
        evidence = Evidence("article category", types[0][1], 0.85)
        names = dict.fromkeys(name for name, _ in types if name)
        page.put("publication_types", tuple(names), evidence)
    if "keywords" not in page.values:
        _put_unlabelled(page, head)


def _from_abstract(page: Page) -> list[Part]:
    """The parts from the abstract on, or from the lists over it, and then those before."""
    start = page.abstract.before if page.abstract else 0
    while start and page.parts[start].kind == page.parts[start - 1].kind == "keywords":
        # The abstract stands behind lists in two languages.
        start -= 1
    return page.parts[start:] + page.parts[:start]


def _types_over_title(page: Page, head: list[Line]) -> list[tuple[str, tuple[int, int]]]:
    """The categories on lines of the head down to the title, or to where one would stand."""
    last = page.title_end + BESIDE
    return [
        (name, (line.number, line.number))
        for line in head
        if line.number <= last
        for name in read_category(line.text) or ()
    ]


def _in_other_language(page: Page, part: Part) -> bool:
    """Whether a list is not in the language of the abstract, while another one is."""
    heading = page.parts[page.abstract.before] if page.abstract else None
    if heading is None or heading.kind != "abstract" or heading.heading is None:
        return False
    english = fold_label(heading.name).startswith(("abstract", "summary"))
    lists = [each for each in page.parts if each.kind == "keywords" and each.lines]
    return ("key" in fold_label(part.name)) is not english and any(
        ("key" in fold_label(each.name)) is english for each in lists
    )


def _goes_on(previous: Part, part: Part) -> bool:
    """Whether a list goes on under the same label, row by row."""
    return previous.name == part.name and not (previous.alone or part.alone)


def _is_text(line: Line) -> bool:
    """Whether a line holds text as well: behind a list, it parts that from the next one."""
    return is_prose(line.text)


def _put_keywords(page: Page, part: Part, previous: Part | None, span: tuple[int, int]) -> None:
    """The first list, and with it the same list in another language right below."""
    if "keywords" not in page.values and _in_other_language(page, part):
        return
    lines, behind = keyword_lines(part.lines)
    words = read_keywords(lines)
    if part is page.parts[-1] and lines and not behind and lines[-1].text[-1].isalpha():
        above = [line.text for each in page.parts[:-1] for line in each.lines]
        words = without_cut_term(words, " ".join(above))
    if len(words) == 1 and is_invitation(part.name, words[0]):
        return
    if previous and previous.kind == "keywords" and not any(map(_is_text, previous.lines)):
        same = _goes_on(previous, part) or is_translated(previous.name, part.name)
        words = [*page.values.pop("keywords", ()), *words] if same else words
    unique = tuple(dict.fromkeys(words))
    page.put("keywords", unique, Evidence("label keywords", span, 0.9))


def _put_unlabelled(page: Page, head: list[Line]) -> None:
    """Keywords without a label behind the abstract, or behind the labelled journal: a list with
    bullets, or on one line; a line of them over the abstract."""
    rest = page.abstract.rest if page.abstract else _behind_journal(page)
    above = terms_above(head) if page.abstract else []
    if above:
        span = (above[0].number, above[-1].end)
        evidence = Evidence("bullets over the abstract", span, 0.5)
        page.put("keywords", tuple(read_keywords(above)), evidence)
    for index in range(min(len(rest), 12)):
        # A line without figures over a list would be its heading, and no known one.
        begins = not index or DIGIT.search(rest[index - 1].text)
        if rest[index].bullet and begins and (items := bulleted_list(rest[index:])):
            span = (items[0].number, items[-1].end)
            words = tuple(item.text for item in items)
            page.put("keywords", words, Evidence("bullets after the abstract", span, 0.5))
    behind = rest[:6] if page.abstract else ()
    lists = [line for line in behind if is_unlabelled_list(line.text, line is rest[0])]
    if page.abstract:
        lists += [line for line in head if is_list_of_terms(line.text)]
        lists += [line for line in head if _is_of_topic(line, page)]
    if lists:
        span = (lists[0].number, lists[0].number)
        words = tuple(read_keywords(lists[:1]))
        page.put("keywords", words, Evidence("list without a label", span, 0.5))


def _is_of_topic(line: Line, page: Page) -> bool:
    """Whether a line between title and abstract is terms between commas, of which it speaks."""
    if not line.gap or "," not in line.text or not 0 < page.title_end < line.number:
        return False
    own = topic_of(page.abstract_text) | topic_of(page.values["title"])
    topic = own & topic_of(line.text)
    return len(topic) > 1 and is_unlabelled_list(line.text, follows_abstract=True)


def _behind_journal(page: Page) -> tuple[Line, ...]:
    """The lines behind the label of the journal, up to the next heading."""
    for each in page.fields:
        if each.kind == "journal":
            lines = page.parts[each.part].lines
            return tuple(line for line in lines if line.number > each.line.number)
    return ()
