"""An abstract without any label: which paragraphs below the head are it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, pairwise
from typing import NamedTuple

from searcher.formats.page.abstract.endings import (
    CAPTION,
    funding_of,
    is_notice,
    says_who_paid,
)
from searcher.formats.page.abstract.first_paragraph import first_paragraph
from searcher.formats.page.abstract.framing import (
    is_article_head,
    is_framed,
    opens_behind,
    speaks_of_file,
    speaks_of_itself,
)
from searcher.formats.page.abstract.manner import SHORTEST, reads_as_one
from searcher.formats.page.abstract.opening import find_opening
from searcher.formats.page.abstract.paragraphs import (
    back_to_opening,
    have_lost_labels,
    in_other_language,
    opens_paragraph,
    own_lines,
)
from searcher.formats.page.keywords import keyword_lines
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import YEAR
from searcher.formats.page.kinds.furniture import is_rights
from searcher.formats.page.kinds.prose import (
    cites,
    cites_first,
    has_citations,
    is_letter_opening,
    is_prose,
    topic_of,
)
from searcher.formats.page.kinds.sentences import is_dense, is_sentence
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.lines import Line
from searcher.formats.page.parts import Part
from searcher.formats.page.unlabelled_terms import is_list_of_terms, terms_above
from searcher.formats.page.values import Field
from searcher.formats.page.words.sites import NOTICES
from searcher.formats.page.words.vocabulary import FULL_TEXTS, INTRODUCTIONS
from searcher.formats.page.wrapping import join_lines

_ENDS_HEAD = frozenset({"body", "references", "aside", "mesh", "aside_abstract"})
_ONLY_TEXT = 300
_TEASER = 250
_MOST_PASSED = 3
_FIRST_PARTS = 30
_MOST_PARAGRAPHS = 3


class Unlabelled(NamedTuple):
    """The lines of an abstract, those behind it in its part, and the index of that part."""

    part: int
    lines: list[Line]
    rest: list[Line]
    confidence: float


def find_unlabelled(parts: list[Part], fields: list[Field]) -> Unlabelled | None:
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
            head = _between(parts, index, lines[:start], passed)
            if passed and (count > _MOST_PASSED or not any(map(_is_over_article, head))):
                # Only what stands above the article's own head is passed over.
                return None
            found = _judge(parts, fields, index, lines, start)
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


def _is_over_head(parts: list[Part], found: Unlabelled, head: list[Line]) -> bool:
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


def _between(parts: list[Part], index: int, lines: list[Line], passed: Line | None) -> list[Line]:
    """The lines over a paragraph, from the one on that was passed over."""
    head = [line for each in parts[:index] for line in each.lines] + lines
    return [line for line in head if passed is None or line.number > passed.number]


def is_counter(part: Part) -> bool:
    """Whether a heading for references only counts them ("Citations", and below it "12"), or is
    an entry of a menu: what stands below it has no year."""
    if part.kind != "references" or not part.lines:
        return False
    first = part.lines[0].text
    if len(first) < 40:
        return first.isdigit() or not any(map(str.isdigit, first))
    return len(first) > SHORTEST and is_prose(first) and not YEAR.search(first)


def _judge(
    parts: list[Part], fields: list[Field], index: int, lines: list[Line], start: int
) -> Unlabelled | None:
    """The abstract that begins with a line, if what stands there is one."""
    start = back_to_opening(lines, start)
    own, rest = _own_text(lines, start)
    if not own:
        return None
    if others := in_other_language(own, apart=False):
        own, rest = own[: -len(others)], [*others, *rest]
    elif rest and len(rest[0].text) > 100:
        others = rest if is_dense(rest[0].text) is not is_dense(own[0].text) else []
    head = _between(parts, index, lines[:start], None)
    listed = parts[index].kind == "keywords"
    listed = listed or any(is_list_of_terms(line.text) for line in head) or bool(terms_above(head))
    most = _MOST_PARAGRAPHS + 2 * bool(others or listed or have_lost_labels(own))
    if not reads_as_one(own, most):
        return None
    above = [each for each in fields if each.line.number < own[0].number]
    behind = parts[index + 1] if index + 1 < len(parts) else None
    below = _below_figure(list(dropwhile(_is_told_beside, rest)))
    known = others or listed or parts[index].kind == "authors" or _has_lost_sections(behind)
    if known or is_framed(head, above, own, below, behind):
        return Unlabelled(index, own, rest, 0.6)
    # Where the page has lost its line breaks, its first words are no text.
    parted = bool(below) and below[-1].number > own[-1].end
    return _own_paragraph(parts, index, own, rest, bool(head) or parted)


def _own_text(lines: list[Line], start: int) -> tuple[list[Line], list[Line]]:
    """The text that begins with a line, up to who paid or the first who is cited, and the lines
    behind it; none of a letter, or of what opens as no abstract does."""
    own, rest = own_lines(lines[start:])
    if paid := funding_of(own):
        own, rest = own[: -len(paid)], [*paid, *rest]
    if any(is_letter_opening(line.text) for line in [*lines[max(0, start - 2) : start], *own[:3]]):
        return [], lines
    if citing := _first_citing(own):
        own, rest = own[:citing], own[citing:] + rest
    opening = find_opening(own[0].text)
    if opening is None:
        return [], lines
    if opening:
        own[0] = own[0]._replace(text=own[0].text[opening:])
    return own, rest


def _has_lost_sections(behind: Part | None) -> bool:
    """Whether a section stands below whose further ones have lost their labels."""
    if behind is None or not behind.is_section:
        return False
    return have_lost_labels(own_lines(behind.lines)[0])


def _own_paragraph(
    parts: list[Part], index: int, own: list[Line], rest: list[Line], parted: bool
) -> Unlabelled | None:
    """The paragraph that speaks of its own article, or is all the text of a page; parted: whether
    other lines stand around it."""
    end = _end_of_paragraph(own)
    if speaks_of_itself(join_lines(own[:end])):
        return Unlabelled(index, own[:end], own[end:] + rest, 0.5)
    first = own[: -len(again)] if (again := in_other_language(own)) else own
    if end == len(first) and parted and _is_only_text(parts, own):
        return Unlabelled(index, first, [*again, *rest], 0.5)
    return None


def _below_figure(lines: list[Line]) -> list[Line]:
    """Lines without the figure that stands above them, and the line under its number."""
    while lines and CAPTION.match(lines[0].text):
        lines = lines[1 + (len(lines) > 1 and not lines[1].gap) :]
    return lines


def _is_told_beside(line: Line) -> bool:
    return is_notice(line.text) or says_who_paid(line.text) or is_rights(line.text)


def _first_citing(own: list[Line]) -> int:
    """Which paragraph is the first that cites others by number, below one that does not or has
    other numbers in brackets; 0 where none does."""
    if cites_first(own[0].text) or has_citations(own[0].text):
        return 0
    return next((i for i in range(1, len(own)) if own[i].gap and cites(own[i].text)), 0)


def _is_only_text(parts: list[Part], own: list[Line]) -> bool:
    """Whether a page has no other paragraph: then it is the page of an abstract, not of a body."""
    if len(join_lines(own)) < _ONLY_TEXT or not is_prose(own[0].text):
        return False
    last = own[-1].number
    return not any(
        len(line.text) > SHORTEST and line.text[0] != "|" and is_prose(line.text)
        for part in parts
        for line in part.lines
        # A title may be as long, and is one sentence.
        if line.number > last or (line.number < own[0].number and ". " in line.text)
    )


def _end_of_paragraph(own: list[Line]) -> int:
    pairs = pairwise(own)
    return next((i for i, pair in enumerate(pairs, 1) if opens_paragraph(*pair)), len(own))
