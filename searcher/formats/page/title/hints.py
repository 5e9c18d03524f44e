"""What the rest of a page says about its title: the words and the language of the abstract."""

from __future__ import annotations

from typing import NamedTuple

from searcher.formats.page.kinds.language import language_of
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.lazy import lazy_pattern

# Letters that no English word has.
_FOREIGN = lazy_pattern(r"[à-ÿĀ-ſА-я]")

ENOUGH_TOPIC = 15
"""Words in an abstract from which on it can tell a title."""

MUCH_TOPIC = 40
"""Words in an abstract from which on a title is sure to share one."""

MANY_WORDS = 5
"""Words in a title from which on one of them is sure to be in the abstract."""

MEDICINE = 0.8
"""So much it speaks for a line, where no abstract can tell a title, that it is about medicine, and
against it that it is not."""

OWN_LANGUAGE = 0.8
"""So much the language of the abstract speaks for a title, and another one against it."""


class Hints(NamedTuple):
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
        folded = fold_title(text) if self.cited else ""
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


def fold_title(text: str) -> str:
    """A title as it is compared with others."""
    return " ".join(fold_label(text).split()).strip(" .")


def is_told(text: str, topic: frozenset[str]) -> bool:
    """Whether the abstract, or medicine where there is none, has a word of a line."""
    return bool(topic_of(text) & topic) if topic else speaks_of_medicine(text)
