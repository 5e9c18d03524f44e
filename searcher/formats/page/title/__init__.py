"""The title: the line of the head that most looks and stands like one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from searcher.formats.page.citation.names import is_name, names_a_journal
from searcher.formats.page.keywords import is_list_of_terms
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.labels import find_label, fold_label
from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.kinds.people import has_initials, is_list_of_names, is_people, read_names
from searcher.formats.page.kinds.prose import (
    count_words,
    is_dense,
    is_menu,
    is_prose,
    is_sentence,
    is_translation,
    site_share,
    topic_of,
)
from searcher.formats.page.kinds.wording import is_design, speaks_of_medicine, strangeness
from searcher.formats.page.lines import Line
from searcher.formats.page.title.repetition import (
    REPEATED,
    Candidate,
    bare,
    spelled_out,
    weigh_repetitions,
)
from searcher.formats.page.title.running_head import plain_title, without_version
from searcher.formats.page.title.surroundings import (
    OVER_NAMES,
    is_marked,
    is_numbered,
    weigh_neighbours,
)
from searcher.formats.page.title.untitled import can_be_title, is_control, is_cut

_OPEN_END = re.compile(
    r"(?:[:,–—-]|\b(?:a|an|and|or|of|the|in|on|for|with|to|by|from|as|at|under|after|during"
    r"|versus|vs\.?|induced|associated"
    r"|using|between|its|their|is|are|due))$",
    re.IGNORECASE,
)
# "Ototoxicity that is cisplatin-induced" is rare; "Cisplatin-induced" with more below a gap is not.
_UNENDED = re.compile(r"\w[ -](?:induced|associated|related|based)$", re.IGNORECASE)
_OTHER_ARTICLE = re.compile(
    r"(?:next|previous|prev\.?) (?:article|paper|post)(?: in [\w ]{3,30})?:?", re.IGNORECASE
)
# "in Ward Letters": where the article was published, below its title.
_IN_JOURNAL = re.compile(r"(?:in|from|en|dans)(?: (?:[A-ZÀ-Ý][\w&'’-]*|of|the|and|de|la|et))+$")
# Letters that no English word has.
_FOREIGN = re.compile(r"[à-ÿĀ-ſА-я]")
_COMPOUND = re.compile(r"\w-\w")

MAX_HEAD = 400
"""Lines of the head that are looked at."""

LEAST = 1.0
"""The certainty from which on a line is said to be the title."""

LEAST_SECOND = 2.2
"""The same where a line that scores better was not it, such as an entry of a menu."""

LEAST_SHORT = 1.0
"""The same for a line of up to five words that neither begins nor ends the head."""

ENOUGH_TOPIC = 15
"""Words in an abstract from which on it can tell a title."""

MUCH_TOPIC = 40
"""Words in an abstract from which on a title is sure to share one."""

MANY_WORDS = 5
"""Words in a title from which on one of them is sure to be in the abstract."""

UNSUPPORTED = 1.5
"""So much speaks against a line that is not the first of its length, has nothing around it that
a title has, and no abstract below."""

MENU = 8
"""Lines in a row that all stand on a page again from which on they are a menu."""

MAX_COPIES = 4
"""Times that a page has its title on lines of their own, at most."""

MEDICINE = 0.8
"""So much it speaks for a line, where no abstract can tell a title, that it is about medicine, and
against it that it is not."""

NEAR = 0.3
"""By so much a line must be better than the one right above it: of a title in two languages, the
first is the article's own."""

OWN_LANGUAGE = 0.8
"""So much the language of the abstract speaks for a title, and another one against it."""

NEAR_TRANSLATED = 1.2
"""The same where the first is seen to be in another language."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its lines and how sure it is."""

    text: str
    rule: str
    confidence: float
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Hints:
    """What the rest of the page says about the title."""

    topic: frozenset[str]
    cited: str
    language: str | None

    def expectation(self, text: str) -> float:
        """How surely the abstract would share one of a title's words, to 1: both may be short, or
        the title in another language, though too short to be known."""
        words = topic_of(text)
        if len(self.topic) < ENOUGH_TOPIC or (self.language == "en" and _FOREIGN.search(text)):
            return 0.0
        return min(len(words) / MANY_WORDS, 1.0) * min(len(self.topic) / MUCH_TOPIC, 1.0)

    def score(self, text: str) -> float:
        """How much these hints speak for a line, or against it."""
        score = 0.0
        folded = _fold(text) if self.cited else ""
        if folded and (folded == self.cited or (len(self.cited) > 20 and self.cited in folded)):
            score += 6
        if len(self.topic) < ENOUGH_TOPIC and speaks_of_medicine(text):
            score += MEDICINE
        spoken = language_of(text) if self.language else None
        if spoken and spoken != self.language:
            # The words of another language are not expected in the abstract.
            return score + 0.5
        words = topic_of(text)
        if text.isascii() and not any(word.isascii() for word in self.topic):
            # Nor are those of another script.
            return score + 0.5 * bool(self.topic)
        if len(self.topic) >= ENOUGH_TOPIC and words:
            shared = len(words & self.topic) / len(words)
            score += 1.5 * shared if shared else -self.expectation(text)
        return score + OWN_LANGUAGE * bool(spoken)


def find_title(head: list[Line], abstract: str = "", cited: str | None = None) -> Title | None:
    """The title among the lines before the abstract.

    abstract: a title shares words and language with it, and a menu does not;
    cited: the title that a citation of the article gives.
    """
    language = language_of(abstract) if abstract else None
    hints = _Hints(topic_of(abstract), _fold(without_version(cited)) if cited else "", language)
    head = head[:MAX_HEAD]
    plain = [plain_title(line.text, head, hints.topic) for line in head]
    texts = {index: text for index, text in enumerate(plain) if _may_be_title(text)}
    # What looks like a name may be the title where nothing else is one.
    return _best_title(head, texts, hints, False) or _best_title(head, texts, hints, True)


def _may_be_title(text: str) -> bool:
    return can_be_title(text) and not is_list_of_terms(text)


def _best_title(
    head: list[Line], texts: dict[int, str], hints: _Hints, lone_names: bool
) -> Title | None:
    candidates = list(_candidates(head, texts, hints, lone_names))
    weighed = list(weigh_repetitions(candidates, head))
    for sure in (LEAST, LEAST_SECOND):
        best = _choose(weighed)
        if best is None:
            break
        best = spelled_out(bare(best, candidates, head), candidates)
        certainty = _certainty(best, head, hints)
        if certainty >= sure:
            confidence = max(0.3, min(0.98, 1 / (1 + math.exp(1 - certainty))))
            return Title(best.text, "line of the head", confidence, best.span)
        weighed = [each for each in weighed if _certainty(each, head, hints) >= LEAST_SECOND]
    return None


def _choose(weighed: list[Candidate]) -> Candidate | None:
    """The candidate with the best score; the first of two in two languages."""
    best = previous = None
    for candidate in weighed:
        near = 0.0
        if best is not None and previous is best:
            near = NEAR * (not candidate.gap)
            if is_translation(best.text, candidate.text):
                near = NEAR_TRANSLATED
        if best is None or candidate.score > best.score + near:
            best = candidate
        previous = candidate
    return best


def _certainty(best: Candidate, head: list[Line], hints: _Hints) -> float:
    """How sure it is that the best line is the title, and not merely the best of a head that has
    none.

    The weights were fitted to the best lines of pages as they are, and of the same pages without
    their titles: there the length, the place and the words told most.
    """
    text = best.text
    certainty = best.score - 1.3 * site_share(text)
    certainty += 1.3 * (best.span[0] == head[0].number) + 0.5 * (": " in text)
    certainty += 0.6 * (_COMPOUND.search(text) is not None)
    if count_words(text) < 6:
        certainty -= 0.5
    if len(hints.topic) < ENOUGH_TOPIC and not speaks_of_medicine(text):
        certainty -= MEDICINE
    return certainty - 1.75 * hints.expectation(text) * (not topic_of(text) & hints.topic)


def _candidates(
    head: list[Line], texts: dict[int, str], hints: _Hints, lone_names: bool
) -> Iterator[Candidate]:
    """The titles that lines of the head may be; `texts` are these lines without what is glued to
    them, by index."""
    counts = Counter(line.text for line in head)
    opened = False
    for index, text in texts.items():
        line = head[index]
        if index and _OTHER_ARTICLE.fullmatch(head[index - 1].text):
            continue
        # "Imatinib-Induced Pleural Effusions" could be a name, but for the words of the abstract.
        known = topic_of(text) & hints.topic or (lone_names and not has_initials(text))
        listed = not known or "," in text or ";" in text or is_dense(text)
        if listed and text == line.text and is_people(text):
            continue
        last = index
        if line.text.endswith(text):
            text, last = _joined(head, index, text, hints)
        if is_cut(text) or (last > index and is_control(text)):
            continue
        around = weigh_neighbours(head, index, last, hints.topic)
        # What stands on a page again and again is an entry of its menus.
        if (copies := counts[line.text]) > 1:
            in_menu = copies > MAX_COPIES or _is_in_list(head, index, counts)
            around += -REPEATED if in_menu else REPEATED
        score = _score(head, index, last, text) + around + hints.score(text)
        if not hints.topic and opened and around <= 0 and line.level != 1:
            score -= UNSUPPORTED
        opened = opened or count_words(text) > 4
        if ":" in line.text and line.text.endswith(text) and text != line.text:
            score += 2
        if score < LEAST_SHORT and count_words(text) < 6 and index and head[last + 1 :]:
            # A short line in the middle of a head needs a reason: it may be a menu.
            continue
        named = around >= OVER_NAMES
        yield Candidate(text, score, (line.number, head[last].end), line.gap, named)


def _is_in_list(head: list[Line], index: int, counts: Counter[str]) -> bool:
    """Whether a line that is repeated stands amid others that are, as entries of a menu do."""
    length = 1
    for lines in (head[index + 1 : index + MENU], head[max(index - MENU, 0) : index][::-1]):
        length += sum(1 for _ in takewhile(lambda each: counts[each.text] > 1, lines))
    return length >= MENU


def _joined(head: list[Line], index: int, text: str, hints: _Hints) -> tuple[str, int]:
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


def _goes_on(head: list[Line], last: int, text: str, hints: _Hints) -> bool:
    following, wanted = head[last + 1], hints.cited
    if wanted and _fold(text) == wanted:
        return False
    if following.text.casefold() == text.casefold() or is_list_of_names(following.text):
        return False
    # In capitals "TUBES AND PLACEMENT" looks like names, but for the words of the abstract.
    if read_names(following.text) and not topic_of(following.text) & hints.topic:
        return False
    more = following.text
    if is_marked(more):
        return False
    if more[-1] == ":" and count_words(more) < 4:
        return False  # "Saved in:", a label
    lower = len(more) >= 3 and more[0].islower()
    if not can_be_title(more) and (not lower or is_menu(more) or is_control(more)):
        return False
    if following.gap:
        if set(more.split()) <= set(text.lower().split()):
            return False  # its terms, without a label
        second = head[last + 2].text if last + 2 < len(head) else ""
        unended = _UNENDED.search(text) is not None and count_words(more) < 6
        broken = more[0].islower() and len(text) >= 30 and not is_sentence(text)
        broken = broken and not second[:1].islower() and not _IN_JOURNAL.match(more)
        # "A new article was published:" announces a title.
        opened = text.endswith(":") and len(text) >= 20 and not text[0].islower()
        if (broken or unended) and sum(line.text == text for line in head) > 1:
            return False  # a line that is repeated is whole
        return (opened and not strangeness(text[:-1] + ".")) or broken or unended
    if wanted and _fold(f"{text} {following.text}") in wanted:
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


def _score(head: list[Line], index: int, last: int, text: str) -> float:
    words = count_words(text)
    score = min(words, 16) * 0.12
    score -= {1: 2.5, 2: 1.6, 3: 0.6}.get(words, 0.0)
    line = head[index]
    if line.level == 1:
        score += 3
    elif line.level > 1:
        score += 0.5
    if line.bullet:
        score -= 1.5
    if text[0] in '"“' and text[-1] in '"”':
        score -= 1
    if text[0].islower() and text[0] not in "αβγδκ":
        score -= 0.7
    if index and is_numbered(text, head[index - 1].text, head[last + 1 : last + 2]):
        score -= 3
    if text[-1] == ":":
        score -= 1
    if names_a_journal(text):
        score -= 2.5
    elif (
        words <= 6
        and all(word[:1].isupper() for word in text.split() if len(word) > 3)
        and is_name(text)
    ):
        score -= 0.6
    score -= strangeness(text)
    if index and is_design(text) and can_be_title(head[index - 1].text):
        score -= 2
    stops = text.count(". ")
    if (stops >= 2 or (stops and len(text) > 120)) and is_prose(text):
        score -= 2.5
    return score


def _fold(text: str) -> str:
    return " ".join(fold_label(text).split()).strip(" .")
