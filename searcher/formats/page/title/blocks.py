"""A title that was broken into lines of one width, right over the names."""

from __future__ import annotations

from searcher.formats.page.flattened.names import find_marked_names
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.people import has_initials, is_people, read_names
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.kinds.wording import is_in_small_letters, speaks_of_medicine
from searcher.formats.page.lines import Line
from searcher.formats.page.title.going_on import ends_open, may_follow
from searcher.formats.page.title.hints import is_told
from searcher.formats.page.title.untitled import can_be_title
from searcher.formats.page.words.lists import DIGIT
from searcher.formats.page.wrapping import join_lines

LEAST_LINES = 3
"""A title in two lines, and the names."""

MOST_LINES = 6
"""Lines of a title at most."""

SHORTEST_LINE = 20
"""Characters of a line of a title, but the last, at least."""

SHORT_END = 3
"""Words of the last line of a title up to which none of them need be in the abstract."""


def join_blocks(head: list[Line], abstract: str) -> list[Line]:
    """The lines of a head, those of a title over names in one, where each but the last was too full
    for the next one's first word."""
    names = LEAST_LINES - 2
    while (names := names + 1) < len(head):
        first, above, line = head[names - 2 : names + 1]
        if above.gap or above.bullet or above.level or not line.text[0].isupper():
            continue
        # Most lines are told apart by their lengths, which are asked for soonest.
        full = above.last or _is_full(first.text, above.text, len(above.text))
        if not full or not _are_names(head, names, abstract):
            continue
        start = _block_start(head, names, abstract)
        if start < names - 1:
            text = join_lines(head[start:names])
            block = head[start]._replace(text=text, last=head[names - 1].end)
            head = [*head[:start], block, *head[names:]]
            names = start + 1
    return head


def _block_start(head: list[Line], end: int, abstract: str) -> int:
    """The first of the lines over another one that were broken at one width."""
    start = end - 1
    width = len(head[start].text)
    if head[start].text[-1] in ",;:":
        return start
    while start and end - start < MOST_LINES:
        above, below = head[start - 1], head[start]
        beside = below.gap or below.bullet or above.bullet or below.number != above.end + 1
        if beside or above.level or below.level:
            break
        # Lines that were joined before tell no width.
        if not below.last and not _is_full(above.text, below.text, width):
            break
        if not _runs_on(above.text, below.text, len(above.text) > width, abstract):
            break
        width = max(width, len(above.text))
        start -= 1
    return start


def _are_names(head: list[Line], index: int, abstract: str) -> bool:
    """Whether a line is of names, as the end of a title can hardly be: of several, with initials,
    or one over its address or other names."""
    text = head[index].text
    if not is_people(text):
        return find_marked_names(text) == 0
    names, shared = read_names(text), topic_of(text) & topic_of(abstract)
    if len(names) != 1 or has_initials(text):
        return len(shared) < 2
    if shared or speaks_of_medicine(text):
        return False
    # "Anna Lee, MD,", over a mark and more names
    goes_on = text[-1] == "," or DIGIT.search(text) is not None
    below = head[index + 1].text if index + 1 < len(head) else ""
    return goes_on or is_people(below) or is_address(below)


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether a line had no room for the first word of the next one."""
    word = len(below.partition(" ")[0])
    return len(above) >= SHORTEST_LINE and len(above) + 1 + word > width


def _runs_on(above: str, below: str, widest: bool, abstract: str) -> bool:
    """Whether two full lines over names are of one title; widest: the first is the wider one, as it
    would be by chance."""
    if not can_be_title(above) or not may_follow(above, below, topic_of(abstract)):
        return False
    if below[0].islower() or ends_open(above):
        return True
    topic = topic_of(abstract)
    told, also = is_told(above, topic), is_told(below, topic)
    if above[-1] in ".?!:":
        return told and also
    small = is_in_small_letters(above)
    if below[:2].istitle() and below[0].isupper() and (small or is_in_small_letters(below)):
        return small and told and _is_proper(below, abstract)
    return told and (also or not widest or count_words(below) <= SHORT_END)


def _is_proper(text: str, abstract: str) -> bool:
    """Whether the abstract has the first word of a line with its capital within a sentence."""
    place = abstract.find(f" {text.partition(' ')[0].rstrip(',:')}")
    return place > 0 and (abstract[place - 1].islower() or abstract[place - 1] == ",")
