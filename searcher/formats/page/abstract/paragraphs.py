"""Paragraphs of an article's text: where they begin and end among the lines of a page."""

from __future__ import annotations

from itertools import pairwise, starmap

from searcher.formats.page.abstract.endings import DECLARED, LONG_PARAGRAPH, is_beside, opens_box
from searcher.formats.page.citation import find_citation
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.language import are_in_other_letters, language_of
from searcher.formats.page.kinds.people import read_names, runs_names_together
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.references import is_reference
from searcher.formats.page.kinds.sentences import NOT_SHORTENED, is_dense, is_open, is_sentence
from searcher.formats.page.lines import Line
from searcher.formats.page.wrapping import join_lines
from searcher.lazy import lazy_pattern

LONGEST_TITLE = 300
"""Characters of a title that reads like prose at most."""

SHORTEST_LINE = 25
"""Characters of a line in the middle of wrapped text at least."""

PARAGRAPH = 100
"""Characters from which on a line that ends as a sentence is a paragraph, not a line of one."""

# Not "hostile vs. Friendly".
FULL_STOP = lazy_pattern(rf"[^\W_A-ZÀ-Þ]{{2}}{NOT_SHORTENED}\)?\.\s[A-ZÀ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ]")
# "... of two regimens Ann Smith1, Bo Lee1,2 and Cy Roy2": a title with its names on one line.
_MARKED_NAMES = lazy_pattern(r"[0-9](?<=[a-zà-ÿ].)(?:,\d)*\*?(?:,| and| &)\s[A-ZÀ-Ý]")


def has_lost_label(before: Line, line: Line) -> bool:
    """Whether a label that was not copied stood between two paragraphs: more than one blank line
    parts them."""
    apart = line.number - before.end > 2
    return apart and is_sentence(before.text) and is_prose(line.text)


def have_lost_labels(lines: list[Line]) -> bool:
    """Whether lines are several paragraphs, each of which had its own label."""
    return len(lines) > 1 and all(starmap(has_lost_label, pairwise(lines)))


def own_lines(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of running text at the beginning of a part, and those behind them."""
    start = 0
    while start < len(lines) and (
        not begins_text(lines, start) or DECLARED.match(lines[start].text)
    ):
        start += 1
    start = back_to_opening(lines, start)
    end = start
    while end < len(lines) and not ends_text(lines, start, end):
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
    while end < len(lines) and not ends_text(lines, 0, end):
        end += 1
    return lines[:end], lines[end:]


def begins_text(lines: list[Line], index: int) -> bool:
    """Whether a line can be the first one of running text."""
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
    if "." in text[text.rfind(" ") :] or FULL_STOP.search(text):
        return False
    return below[:1].isupper() and len(below) > 2 * len(text) and text[-1].isalnum()


def _is_wrapped(lines: list[Line], index: int) -> bool:
    """Whether it is one: with the next line it is prose, and no names or address follow."""
    text, following = lines[index].text, lines[index + 1].text
    below = [line.text for line in lines[index + 1 : index + 3]]
    if any(read_names(each) or is_address(each) or runs_names_together(each) for each in below):
        return False
    return is_prose(f"{text} {following} {text}"[:400])


def ends_text(lines: list[Line], start: int, index: int) -> bool:
    """Whether the text that begins at `start` has ended before a line."""
    if index == start:
        return False
    line, text, previous = lines[index], lines[index].text, lines[index - 1].text
    if is_beside(lines, index) or opens_box(lines, index):
        return True
    if lines[start].bullet and line.gap and not line.bullet and len(text) > 60:
        # An abstract of points ends with them.
        return True
    if line.gap and not text.isascii() and are_in_other_letters(text, lines[start].text):
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
    if following.bullet and not lines[index - 1].bullet:
        # A heading over points.
        return False
    text = lines[index].text
    begun = following.text[0].islower() or is_open(text)
    wrapped = len(text) > SHORTEST_LINE and text[0].isupper() and begun
    return is_prose(following.text) or wrapped
