"""An abstract without any label: which paragraphs below the head are it."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.formats.page.abstract.first_paragraph import first_paragraph
from searcher.formats.page.abstract.framing import is_article_head, opens_behind, speaks_of_file
from searcher.formats.page.abstract.manner import SHORTEST
from searcher.formats.page.abstract.paragraphs import own_lines
from searcher.formats.page.abstract.unlabelled_text import Paragraphs, judge_paragraphs, lines_over
from searcher.formats.page.keywords import keyword_lines
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import YEAR
from searcher.formats.page.kinds.prose import is_prose, topic_of
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.values import Field
from searcher.formats.page.words.sites import NOTICES
from searcher.formats.page.words.vocabulary import FULL_TEXTS, INTRODUCTIONS
from searcher.formats.page.wrapping import join_lines

_ENDS_HEAD = frozenset({"body", "references", "aside", "mesh", "aside_abstract"})
_TEASER = 250
_MOST_PASSED = 3
_FIRST_PARTS = 30


def find_unlabelled(parts: list[Part], fields: list[Field]) -> Paragraphs | None:
    """The paragraphs between the head and the next heading, where they are framed as an abstract
    is, speak of their own article, or are all the text of the page."""
    passed: Line | None = None
    count = 0
    for index, part in enumerate(parts):
        if _ends_head(parts, index):
            return None
        behind = parts[index + 1] if index + 1 < len(parts) else None
        if _is_passed_over(part, behind, passed is None):
            continue
        if fold_label(part.name) in FULL_TEXTS:
            return None
        lines = keyword_lines(part.lines)[1] if part.kind == "keywords" else part.lines
        for start in _paragraphs(lines, _first_start(part, lines, behind), behind is None):
            if part.kind == "aside" and not _stands_under_head(fields, index, lines, start):
                return None
            head = lines_over(parts, index, lines[:start], passed)
            if passed and (count > _MOST_PASSED or not any(map(_is_over_article, head))):
                # Only what stands above the article's own head is passed over.
                return None
            found = judge_paragraphs(parts, fields, index, lines, start)
            if found and not _is_over_head(parts, found, head):
                return found
            passed, count = lines[start], count + 1
        if part.kind == "keywords" and not (behind and behind.kind in ("keywords", "cite")):
            return None
    return None


def _is_passed_over(part: Part, behind: Part | None, first: bool) -> bool:
    """Whether no abstract stands in a part: below a citation or a notice it does where what follows
    it is what follows abstracts; first: whether no paragraph stood before."""
    if part.kind == "foreign":
        return True
    cited = part.kind == "cite" and (part.alone or first)
    if not cited and fold_label(part.name) not in NOTICES:
        return False
    return not (behind is None or behind.is_section or opens_behind(behind))


def _first_start(part: Part, lines: list[Line], behind: Part | None) -> int | None:
    """Where the first paragraph of a part begins; that of a notice is the notice itself."""
    start = first_paragraph(lines, behind is None)
    if fold_label(part.name) in NOTICES and not (start and _stands_apart(lines, start)):
        return None
    if start is None and behind is not None and _is_sentence_over(behind, lines):
        return len(lines) - 1
    return start


def _stands_apart(lines: list[Line], start: int) -> bool:
    """Whether a blank line or an address parts a paragraph from what is above it."""
    return lines[start].gap > 0 or is_address(lines[start - 1].text)


def _paragraphs(lines: list[Line], start: int | None, at_end: bool) -> Iterator[int]:
    """Where paragraphs begin, from the first one on, but those of a cover sheet about its file."""
    while start is not None:
        end = _end_of_file_notice(lines, start)
        if end is None:
            yield start
            end = start + 1
        more = first_paragraph(lines[end:], at_end)
        start = None if more is None else end + more


def _end_of_file_notice(lines: list[Line], start: int) -> int | None:
    """Where a paragraph ends in which a cover sheet speaks of its file."""
    own, _ = own_lines(lines[start:])
    return start + len(own) if own and speaks_of_file(join_lines(own)) else None


def _ends_head(parts: list[Part], index: int) -> bool:
    part = parts[index]
    behind = parts[index + 1] if index + 1 < len(parts) else None
    if part.is_section:
        # A tab, over the heading of another one.
        empty = part.alone and not part.lines
        tab = empty and fold_label(part.name) not in INTRODUCTIONS
        return not tab or behind is None or behind.is_section
    if part.kind == "aside":
        # The list at the side of an issue may stand over the article.
        first = index < _FIRST_PARTS and not any(
            is_prose(line.text) for each in parts[:index] for line in each.lines
        )
        return not first and (behind is None or not opens_behind(behind))
    return part.kind in _ENDS_HEAD and not is_counter(part)


def _stands_under_head(fields: list[Field], index: int, lines: list[Line], start: int) -> bool:
    """Whether a paragraph of a side list is not of another article: longer than a teaser, and
    the article's head stands between the list and it."""
    named = any(each.kind == "authors" and each.part == index for each in fields)
    return len(lines[start].text) > _TEASER and (named or any(map(is_article_head, lines[:start])))


def _is_over_head(parts: list[Part], found: Paragraphs, head: list[Line]) -> bool:
    """Whether paragraphs say what the site wants to say, as a blog's motto does: below them stand
    the article's names or its citation, then text that has more words of what is above."""
    below = [*found.rest, *(parts[found.part + 1].lines if found.part + 1 < len(parts) else ())]
    texts = [i for i, line in enumerate(below) if len(line.text) > SHORTEST and line.gap]
    texts = [i for i in texts if is_prose(below[i].text)]
    if not texts or not any(is_article_head(line) for line in below[: texts[0]]):
        return False
    own, above = topic_of(join_lines(found.lines)), topic_of(join_lines(head))
    return 2 * len(own & above) < len(topic_of(below[texts[0]].text) & above)


def _is_sentence_over(section: Part, lines: list[Line]) -> bool:
    """Whether the last line over a section is one long sentence, the aim of what follows; or that
    over the keywords, below the article's head."""
    listed = section.kind == "keywords"
    if not lines or not (section.is_section or listed) or section.kind == "background":
        return False
    last = lines[-1]
    if not (last.gap or listed) or (listed and not any(map(is_article_head, lines[:-1]))):
        return False
    return len(last.text) >= SHORTEST and is_sentence(last.text) and is_prose(last.text)


def _is_over_article(line: Line) -> bool:
    return is_article_head(line) or read_category(line.text) is not None


def is_counter(part: Part) -> bool:
    """Whether a heading for references only counts them ("Citations", and below it "12"), or is
    an entry of a menu: what stands below it has no year."""
    if part.kind != "references" or not part.lines:
        return False
    first = part.lines[0].text
    if len(first) < 40:
        return first.isdigit() or not any(map(str.isdigit, first))
    return len(first) > SHORTEST and is_prose(first) and not YEAR.search(first)
