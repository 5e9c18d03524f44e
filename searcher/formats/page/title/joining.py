"""Titles that go on in the next lines of the head."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.people import is_list_of_names, read_names
from searcher.formats.page.kinds.prose import count_words, is_dense, is_menu, is_sentence, topic_of
from searcher.formats.page.kinds.wording import strangeness
from searcher.formats.page.lines import Line
from searcher.formats.page.title.hints import Hints, fold_title
from searcher.formats.page.title.surroundings import is_marked
from searcher.formats.page.title.untitled import can_be_title, is_control

_OPEN_END = re.compile(
    r"(?:[:,–—-]|\b(?:a|an|and|or|of|the|in|on|for|with|to|by|from|as|at|under|after|during"
    r"|versus|vs\.?|induced|associated"
    r"|using|between|its|their|is|are|due))$",
    re.IGNORECASE,
)
# "Ototoxicity that is cisplatin-induced" is rare; "Cisplatin-induced" with more below a gap is not.
_UNENDED = re.compile(r"\w[ -](?:induced|associated|related|based)$", re.IGNORECASE)
# "in Ward Letters": where the article was published, below its title.
_IN_JOURNAL = re.compile(r"(?:in|from|en|dans)(?: (?:[A-ZÀ-Ý][\w&'’-]*|of|the|and|de|la|et))+$")


def join_lines(head: list[Line], index: int, text: str, hints: Hints) -> tuple[str, int]:
    """A title that goes on in the next lines."""
    last = index
    while last + 1 < len(head) and last - index < 4:
        following = head[last + 1]
        # What stood between the two, such as a label, may have been taken out of the head.
        apart = following.number != head[last].end + 1 + following.gap
        if apart or following.bullet or not _goes_on(head, last, text, hints):
            break
        text = (
            text + following.text
            if text.endswith("-") and following.text[:1].islower()
            else f"{text} {following.text}"
        )
        last += 1
    return text, last


def _is_last_word(text: str, more: str) -> bool:
    """Whether a line is one word that a title lacks at its end: "TABLETS A", "DAY"."""
    if len(text) <= 30 or not more.isalpha():
        return False
    alike = more.isupper() if text.isupper() else more[0].islower()
    return alike and bool(_OPEN_END.search(text) or text.endswith(("d'", "l'", "d’", "l’")))


def _goes_on(head: list[Line], last: int, text: str, hints: Hints) -> bool:
    following, wanted = head[last + 1], hints.cited
    if wanted and fold_title(text) == wanted:
        return False
    if following.text.casefold() == text.casefold() or is_list_of_names(following.text):
        return False
    # In capitals "TUBES AND PLACEMENT" looks like names, but for the words of the abstract.
    if read_names(following.text) and not topic_of(following.text) & hints.topic:
        return False
    more = following.text
    if is_marked(more) or (is_dense(text) and more.isascii() and count_words(more) > 4):
        return False
    if more[-1] == ":" and count_words(more) < 4:
        return False  # "Saved in:", a label
    lower = len(more) >= 3 and more[0].islower()
    if not following.gap and _is_last_word(text, more):
        return True
    if not can_be_title(more) and (not lower or is_menu(more) or is_control(more)):
        return False
    if following.gap:
        return _goes_on_below_gap(head, last, text)
    if wanted and fold_title(f"{text} {following.text}") in wanted:
        return True
    if is_sentence(text) and text[-1] != ":":
        return False
    label = find_label(more)
    if read_category(more) is not None or (label and not (lower and label.is_section)):
        return False
    if following.text[0].islower() or _OPEN_END.search(text):
        return len(text) > 20
    if text.isupper() and more.isupper():
        return len(text) > 30
    # A block of two or three lines between gaps, with nothing else in it, is one title.
    after = head[last + 2] if last + 2 < len(head) else None
    return head[last].gap and len(text) > 30 and (after is None or after.gap)


def _goes_on_below_gap(head: list[Line], last: int, text: str) -> bool:
    more = head[last + 1].text
    if set(more.split()) <= set(text.lower().split()):
        return False  # its terms, without a label
    if read_category(more) is not None:
        return False
    second = head[last + 2].text if last + 2 < len(head) else ""
    unended = _UNENDED.search(text) is not None and count_words(more) < 6
    broken = more[0].islower() and len(text) >= 30 and not is_sentence(text)
    broken = broken and not second[:1].islower() and not _IN_JOURNAL.match(more)
    broken = broken and find_date(more) is None
    # "A new article was published:" announces a title.
    opened = text.endswith(":") and len(text) >= 20 and not text[0].islower()
    if (broken or unended) and sum(line.text == text for line in head) > 1:
        return False  # a line that is repeated is whole
    return (opened and not strangeness(text[:-1] + ".")) or broken or unended
