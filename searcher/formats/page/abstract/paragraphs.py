"""Paragraphs of an article's text: where they begin and end among the lines of a page."""

from __future__ import annotations

import re
from itertools import pairwise, starmap

from searcher.formats.page.abstract.endings import (
    CAPTION,
    DECLARED,
    LONG_PARAGRAPH,
    NAMED,
    is_beside,
    opens_box,
    opens_notice,
)
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.kinds.people import read_names, runs_names_together
from searcher.formats.page.kinds.prose import is_prose, is_reference
from searcher.formats.page.kinds.sentences import NOT_SHORTENED, is_dense, is_open, is_sentence
from searcher.formats.page.lines import Line
from searcher.formats.page.wrapping import join_lines

MAX_REMARKS = 4
"""Lines between a notice and the paragraph below it."""

SUMMARY = 120
"""Characters of a paragraph of one sentence at least."""

LONGEST_REMARK = 200
"""Characters of such a line at most, as of a title that ends with a full stop."""

LONGEST_TITLE = 300
"""Characters of a title that reads like prose at most."""

SHORTEST_DENSE = 120
"""Characters of such a paragraph at least in a script without spaces."""

SHORTEST_LINE = 25
"""Characters of a line in the middle of wrapped text at least."""

PARAGRAPH = 100
"""Characters from which on a line that ends as a sentence is a paragraph, not a line of one."""

MOST_JOINED = 30
"""Lines of a paragraph at most that are looked at to tell whether it is one."""

# Not "hostile vs. Friendly".
_FULL_STOP = re.compile(rf"[^\W_A-ZÀ-Þ]{{2}}{NOT_SHORTENED}\)?\.\s[A-ZÀ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ]")
_PRINTED = re.compile(
    r"^[A-Z].{3,120}[\s;]\d{1,4}(?:\(\d+\))?:\s?\d+[-–]\d+(?:,?\s\(?(?:[A-Z]|\d{4})|\.?$)"
)
# "... of two regimens Ann Smith1, Bo Lee1,2 and Cy Roy2": a title with its names on one line.
_MARKED_NAMES = re.compile(r"[0-9](?<=[a-zà-ÿ].)(?:,\d)*\*?(?:,| and| &)\s[A-ZÀ-Ý]")
# "a Department of Tonics. Harbour Hospital": where the author with this mark works.
_MARKED_PLACE = re.compile(r"[a-z]\s[A-ZÀ-Ý]")


def first_paragraph(lines: list[Line], at_end: bool) -> int | None:
    """The index of the first line that begins a paragraph longer than any title; at_end: whether
    the page ends with these lines, and may be cut off there."""
    noted = False
    end = 0
    for index, line in enumerate(lines):
        if line.level > 0 or not _begins_text(lines, index) or _opens_citation(line.text):
            continue
        if any(each.match(line.text) for each in (CAPTION, _MARKED_PLACE, DECLARED)):
            continue
        noted = opens_notice(line.text) or (noted and NAMED.match(line.text) is not None)
        if noted:
            # Below a labelled notice stand others.
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        if _is_remark(lines, index):
            continue
        if below and not below.gap and _PRINTED.search(below.text[:200]):
            # A title over its names and citation.
            continue
        if end <= index:
            # Else it is where the text ends that a line above would begin: asked once for them all.
            end = _end_of_paragraph(lines, index)
        text = join_lines(lines[index : min(end, index + MOST_JOINED)])
        if not is_prose(text) or "…" in text or _is_before_text(lines[index:end]):
            continue
        if len(text) <= LONGEST_TITLE and _is_cited_title(lines, index, end):
            continue
        # Below its citation or its teaser one long sentence can be an article's summary.
        summary = len(text) >= SUMMARY and (
            (index and is_sentence(text) and _opens_citation(lines[index - 1].text))
            or _has_teaser(lines, index)
            or (end < len(lines) and text[-1] != "?" and has_lost_label(lines[end - 1], lines[end]))
            # Cut off amid its first sentence.
            or (at_end and line.gap and end == len(lines) and _is_cut_off(text))
        )
        if (
            len(text) > (SHORTEST_DENSE if is_dense(text) else 300)
            or _FULL_STOP.search(text)
            or summary
        ):
            return index
    return None


def _is_cited_title(lines: list[Line], index: int, end: int) -> bool:
    """Whether lines stand between a citation and names, as a title of several sentences may."""
    if not index or end == len(lines) or not read_names(lines[end].text):
        return False
    return _opens_citation(lines[index - 1].text)


def _is_cut_off(text: str) -> bool:
    return text[0].isupper() and text[-1].isalnum()


def _end_of_paragraph(lines: list[Line], start: int) -> int:
    end = start + 1
    while end < len(lines) and not lines[end].gap and not _ends_text(lines, start, end):
        end += 1
    return end


def _has_teaser(lines: list[Line], index: int) -> bool:
    """Whether a text began on a line above as well, and was cut there."""
    opening = lines[index].text[:60]
    return any(line.text.startswith(opening) and "…" in line.text for line in lines[:index])


def has_lost_label(before: Line, line: Line) -> bool:
    """Whether a label that was not copied stood between two paragraphs: more than one blank line
    parts them."""
    apart = line.number - before.end > 2
    return apart and is_sentence(before.text) and is_prose(line.text)


def have_lost_labels(lines: list[Line]) -> bool:
    """Whether lines are several paragraphs, each of which had its own label."""
    return len(lines) > 1 and all(starmap(has_lost_label, pairwise(lines)))


def _is_before_text(lines: list[Line]) -> bool:
    """Whether the first line is a short one over the text, such as a date or a title."""
    if len(lines) < 2 or is_prose(lines[0].text):
        return False
    return 2 * len(lines[0].text) < len(lines[1].text)


def _is_remark(lines: list[Line], index: int) -> bool:
    """Whether a line is a short sentence over a paragraph: a notice of the page, or its title.

    A few such lines may stand above each other.
    """
    for at in range(index, min(index + MAX_REMARKS, len(lines) - 1)):
        text = lines[at].text
        if len(text) > LONGEST_REMARK or not is_sentence(text) or (at and is_prose(text)):
            return False
        if len(lines[at + 1].text) > max(200, 4 * len(text)):
            return True
    return False


def _opens_citation(text: str) -> bool:
    """Whether a line is a citation, not a paragraph that ends with one or has it in brackets."""
    found = find_citation(text)
    if found is None:
        return False
    above = text[: found.start]
    amid = above.rfind("(") > max(above.rfind(")"), 0) or above.rfind("[") > max(
        above.rfind("]"), 0
    )
    return not amid and len(_FULL_STOP.findall(above)) < 3


def own_lines(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of running text at the beginning of a part, and those behind them."""
    start = 0
    while start < len(lines) and (
        not _begins_text(lines, start) or DECLARED.match(lines[start].text)
    ):
        start += 1
    start = back_to_opening(lines, start)
    end = start
    while end < len(lines) and not _ends_text(lines, start, end):
        end += 1
    if start == end:
        return [], lines
    return lines[start:end], lines[end:]


def back_to_opening(lines: list[Line], start: int) -> int:
    """Where a text began that was known as one only from its line `start` on."""
    back = start
    while 0 < back < len(lines) and _runs_on(lines[back - 1], lines[back]):
        back -= 1
    return back if back < start and lines[back].text[0].isupper() else start


def _runs_on(before: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of the sentence of the line above."""
    if line.gap or is_sentence(before.text) or ";" in before.text or read_names(before.text):
        return False
    goes_on = line.text[0].islower() or line.text[0] == "("
    if not (goes_on or before.text[-1] in ",-" or is_open(before.text)):
        return False
    # Columns in two languages may stand side by side.
    spoken = language_of(before.text)
    return spoken is None or language_of(line.text[: len(before.text)]) in (spoken, None)


def in_other_language(lines: list[Line], apart: bool = True) -> list[Line]:
    """The paragraphs with which a text begins anew in another language, and all behind.

    apart: where a blank line or a full stop stands before them; otherwise only in another script.
    """
    first = lines[0].text if len(lines[0].text) > 150 else join_lines(lines[:4])
    for index, line in enumerate(lines[1:], 1):
        text = line.text
        if apart:
            opens = line.gap or is_sentence(lines[index - 1].text)
            text = line.text if len(line.text) > 150 else join_lines(lines[index : index + 4])
            anew = opens and len(text) > 150 and line.text[0].isupper()
        else:
            anew = is_dense(line.text) is not is_dense(first)
        spoken = language_of(text) if anew else None
        if spoken and language_of(first) not in (spoken, None):
            return lines[index:]
    return []


def opens_paragraph(before: Line, line: Line) -> bool:
    """Whether a line below another one of text begins a paragraph."""
    return line.gap > 0 or (len(before.text) > PARAGRAPH and is_sentence(before.text))


def after_label(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Like `own_lines` where the first line is known to be text, because a label opens it."""
    end = 1
    while end < len(lines) and not _ends_text(lines, 0, end):
        end += 1
    return lines[:end], lines[end:]


def _begins_text(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if not is_sentence(text) and len(_MARKED_NAMES.findall(text)) > 1:
        return False
    if is_prose(text):
        return len(text) > LONGEST_TITLE or not _is_title(lines, index)
    said = len(text) > 20 and is_sentence(text) and text[-1] != ":"
    if not said and not _may_be_wrapped(lines, index):
        return False
    if is_rights(text) or is_menu(text) or read_names(text) or is_address(text):
        return False
    if find_citation(text) is not None:
        return False
    return not _is_title(lines, index) if said else _is_wrapped(lines, index)


def _may_be_wrapped(lines: list[Line], index: int) -> bool:
    """Whether a line could be the first one of wrapped text, which has no full stop yet, but goes
    on without a gap."""
    text = lines[index].text
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.gap or following.bullet:
        return False
    ends = following.text[0].islower() and is_sentence(following.text)
    if len(following.text) <= 40 and not ends:
        return False
    if len(text) <= 40 or not text[0].isupper():
        return False
    # A line over a whole paragraph is its title.
    return len(following.text) <= 2 * len(text) or following.text[0].islower()


def _is_title(lines: list[Line], index: int) -> bool:
    """Whether a line that reads like prose is a title, over names or a whole paragraph: a long
    one, or one that asks, and tells more behind its question mark."""
    text, below = lines[index].text, lines[index + 1].text if index + 1 < len(lines) else ""
    if runs_names_together(below):
        return True
    # Names below a sentence are often those behind an abstract, or a heading: "Ziel der Arbeit".
    if text[-1] != "." and read_names(below):
        return True
    if "." in text[text.rfind(" ") :] or _FULL_STOP.search(text):
        return False
    return below[:1].isupper() and len(below) > 2 * len(text) and text[-1].isalnum()


def _is_wrapped(lines: list[Line], index: int) -> bool:
    """Whether it is one: with the next line it is prose, and no names or address follow."""
    text, following = lines[index].text, lines[index + 1].text
    below = [line.text for line in lines[index + 1 : index + 3]]
    if any(read_names(each) or is_address(each) or runs_names_together(each) for each in below):
        return False
    return is_prose(f"{text} {following} {text}"[:400])


def _ends_text(lines: list[Line], start: int, index: int) -> bool:
    if index == start:
        return False
    line, text, previous = lines[index], lines[index].text, lines[index - 1].text
    if is_beside(lines, index) or opens_box(lines, index):
        return True
    if lines[start].bullet and line.gap and not line.bullet and len(text) > 60:
        # An abstract of points ends with them.
        return True
    if line.number > lines[index - 1].end + 1 and not line.gap:
        # A labelled value stood between them.
        return True
    if not line.gap and not line.bullet:
        joined = lines[index - 1].end > lines[index - 1].number
        if len(previous) > LONG_PARAGRAPH and len(text) < PARAGRAPH and not joined:
            # Where lines are not wrapped, a short one below a paragraph is a heading.
            return is_sentence(previous) and not is_sentence(text)
        # Wrapped text and one sentence a line go on; a menu below the text does not.
        if not is_sentence(previous) or is_sentence(text) or len(text) > 200:
            return False
        return not _goes_on(lines, index)
    if is_prose(text):
        return False
    return not is_sentence(text) or len(text) < 30


def _goes_on(lines: list[Line], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.gap or is_reference(following.text):
        return False
    text = lines[index].text
    begun = following.text[0].islower() or is_open(text)
    wrapped = len(text) > SHORTEST_LINE and text[0].isupper() and begun
    return is_prose(following.text) or wrapped
