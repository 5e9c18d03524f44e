"""Titles that go on in the next lines of the head."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.flattened.names import find_marked_names
from searcher.formats.page.kinds.addresses import opens_as_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.furniture import is_menu
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.language import speak_apart
from searcher.formats.page.kinds.people import is_list_of_names, read_names
from searcher.formats.page.kinds.phrases import ends_within, opens_within
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.sentences import count_words, is_dense, is_sentence
from searcher.formats.page.kinds.wording import is_in_small_letters, strangeness
from searcher.formats.page.lines import Line
from searcher.formats.page.title.going_on import ends_open, may_follow
from searcher.formats.page.title.hints import Hints, fold_title, is_told
from searcher.formats.page.title.marks import without_marks
from searcher.formats.page.title.surroundings import is_marked
from searcher.formats.page.title.untitled import can_be_title, is_control
from searcher.lazy import lazy_pattern

_PUBLISHERS = ("Publishing Group", "Publishing", "Publishers", "Publications", "University Press")
_ARTICLE = lazy_pattern(r"(?:an?|une?|um|uma|eine?)\s", re.IGNORECASE)
# "Ototoxicity that is cisplatin-induced" is rare; "Cisplatin-induced" with more below a gap is not.
_UNENDED = lazy_pattern(r"\w[ -](?:induced|associated|related|based)$", re.IGNORECASE)
# "in Ward Letters": where the article was published, below its title.
_IN_JOURNAL = lazy_pattern(r"(?:in|from|en|dans)(?: (?:[A-ZÀ-Ý][\w&'’-]*|of|the|and|de|la|et))+$")

SHORTEST, SHORTEST_OVER_NAMES = 30, 14
"""Characters of the first line of a title that goes on in small letters below a gap; where names
follow."""

SHORTEST_ANNOUNCED, SHORTEST_IN_SMALL = 20, 12
"""Characters of such a line that ends with a colon; where it goes on in small letters."""

LONGEST_KIND = 50
"""Characters of a kind of article that ends a title."""

LARGE_PRINT = 2
"""Blank lines below the first line of a title in large print, as viewers of PDFs have them."""

MOST_BLANK = 3
"""Blank lines within a title at most, as the text of a PDF may have them."""


def join_lines(head: list[Line], index: int, text: str, hints: Hints) -> tuple[str, int]:
    """A title that goes on in the next lines."""
    if head[index].bullet:
        # What goes on below a dot or the label of authors stood beside it, and was taken away.
        return text, index
    last = index
    while last + 1 < len(head) and last - index < 4:
        following = head[last + 1]
        # Where not only blank lines stood between the two, a label was taken out of the head.
        between = following.number - head[last].end - 1
        apart = between != following.gap or between > MOST_BLANK
        if apart or following.bullet:
            break
        below = _goes_on(head, last, text, hints)
        if not (below or _is_between(head, index, last, text, hints)):
            break
        text = (
            text + following.text
            if text.endswith("-") and following.text[:1].islower()
            else f"{text} {following.text}"
        )
        last += 1
    return (without_marks(text) if last > index else text), last


def _is_last_word(text: str, more: str) -> bool:
    """Whether a line is one word that a title lacks at its end: "TABLETS A", "DAY"."""
    if len(text) <= 30 or not more.isalpha():
        return False
    alike = more.isupper() if text.isupper() else more[0].islower()
    return alike and (ends_open(text) or text.endswith(("d'", "l'", "d’", "l’")))


def _goes_on(head: list[Line], last: int, text: str, hints: Hints) -> bool:
    """Whether the line below a title, or below its first lines, is of it as well."""
    following = head[last + 1]
    more = following.text
    if _is_told_apart(text, more, hints):
        return False
    if (not following.gap and _is_last_word(text, more)) or _asks_kind(text, more, hints):
        return True
    if not can_be_title(more) and (not _opens_small(more) or is_menu(more) or is_control(more)):
        return False
    if following.gap:
        return _goes_on_below_gap(head, last, text)
    if hints.cited and fold_title(f"{text} {more}") in hints.cited:
        return True
    if (is_sentence(text) and text[-1] != ":") or _is_labelled(text, more):
        return False
    if more[0].islower() or ends_open(text):
        return len(text) > 20
    if text.isupper() and more.isupper():
        return len(text) > (20 if opens_within(more) else 30)
    return _is_alike(text, more) and _is_block(head, last, text)


def _is_told_apart(text: str, more: str, hints: Hints) -> bool:
    """Whether a title is whole, or the line below it surely something else: the same again, names,
    an address, a label."""
    if hints.cited and fold_title(text) == hints.cited:
        return True
    if text.casefold().startswith(more.casefold()):
        return True  # perhaps cut short
    # In capitals "TUBES AND PLACEMENT" looks like names, but for the words of the abstract.
    named = read_names(more) or is_list_of_names(more)
    if named and not (_asks_more(text, more) or topic_of(more) & hints.topic):
        return True
    if is_marked(more) or (is_dense(text) and more.isascii() and count_words(more) > 4):
        return True
    return more[-1] == ":" and count_words(more) < 4  # "Saved in:"


def _asks_more(text: str, more: str) -> bool:
    """Whether a title ends in a small word over a line that is no names with marks."""
    return ends_within(text) and find_marked_names(more) is None


def _opens_small(text: str) -> bool:
    return len(text) >= 3 and text[0].islower()


def _is_labelled(text: str, more: str) -> bool:
    """Whether the line below a title is a kind of article or a label; "...: a" goes on in
    "systematic review"."""
    small = _opens_small(more)
    if not (small and _asks_more(text, more)) and read_category(more) is not None:
        return True
    label = find_label(more)
    return label is not None and not (small and label.is_section)


def _is_alike(text: str, more: str) -> bool:
    """Whether two lines are of one language as far as they tell, and neither names a journal or a
    house."""
    if speak_apart(text, more):
        return False
    return not (names_a_journal(more) or _names_a_house(text) or _names_a_house(more))


def _is_block(head: list[Line], last: int, text: str) -> bool:
    """Whether two or three lines between gaps are alone there, as those of one title."""
    after = head[last + 2] if last + 2 < len(head) else None
    return head[last].gap > 0 and len(text) > 30 and (after is None or after.gap > 0)


def _is_between(head: list[Line], index: int, last: int, text: str, hints: Hints) -> bool:
    """Whether two blank lines, as the text of a PDF has them below large print, part the first line
    of a title from the others, which stand right over the names and below no other title."""
    block = head[last + 1 : last + 4]
    count = next((i for i, line in enumerate(block) if read_names(line.text)), 0)
    gaps = [line.gap for line in head[index + 1 : last + 1] + block[: count + 1]]
    if not count or gaps[0] != LARGE_PRINT or any(gaps[1:]) or text[-1] in ".:;,":
        return False
    if not index or can_be_title(head[index - 1].text) or names_a_journal(text):
        return False
    return all(may_follow(text, line.text, hints.topic) for line in block[:count])


def _names_a_house(text: str) -> bool:
    """Whether a line with capitals begins as an address or ends as a publisher's name."""
    if is_in_small_letters(text):
        return False
    return opens_as_address(text) or text.endswith(_PUBLISHERS)


def _asks_kind(text: str, more: str, hints: Hints) -> bool:
    """Whether a title breaks off at its colon over the kind of article: "a review"."""
    if text[-1] != ":" or len(more) > LONGEST_KIND or not is_told(text, hints.topic):
        return False
    return read_category(_ARTICLE.sub("", more)) is not None


def _goes_on_below_gap(head: list[Line], last: int, text: str) -> bool:
    """Whether a title breaks off over a gap and goes on below it."""
    more = head[last + 1].text
    if set(more.split()) <= set(text.lower().split()):
        return False  # its terms, without a label
    if read_category(more) is not None:
        return False
    second = head[last + 2].text if last + 2 < len(head) else ""
    unended = _UNENDED.search(text) is not None and count_words(more) < 6
    shortest = SHORTEST_OVER_NAMES if read_names(second) else SHORTEST
    broken = more[0].islower() and len(text) >= shortest and not is_sentence(text)
    # Two lines in lower case are prose, but over names, where no gap parts them.
    third = head[last + 3].text if last + 3 < len(head) and not head[last + 2].gap else ""
    alone = not second[:1].islower() or bool(read_names(third))
    broken = broken and alone and not _IN_JOURNAL.match(more)
    broken = broken and find_date(more) is None
    # "A new article was published:" announces a title.
    opened = (
        text.endswith(":")
        and len(text) >= (SHORTEST_IN_SMALL if more[0].islower() else SHORTEST_ANNOUNCED)
        and not text[0].islower()
    )
    if (broken or unended) and sum(line.text == text for line in head) > 1:
        return False  # a line that is repeated is whole
    said = opened and not strangeness(text[:-1] + ".")
    return said or broken or unended or ends_within(text)
