"""Sentences: where they end, what holds them together, scripts without spaces."""

from __future__ import annotations

from searcher.formats.page.kinds.language import SMALL_WORDS, has_signs
from searcher.formats.page.words.lists import words
from searcher.lazy import lazy_pattern

CACHED = 2048
"""Lines whose kind is remembered: rules ask about the lines of one page again and again, and pages
of one site have the same menus, labels and notices."""

_ARABIC_WORDS = words("من في على إلى عن مع هذا هذه التي الذي أن كان كانت بين و أو ما لا قد تم")
_PERSIAN_WORDS = words("در به از که این با را برای است شد بود می و های بر یا تا شده")
ALL_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values(), _ARABIC_WORDS, _PERSIAN_WORDS)
"""Words that hold sentences together, of all languages."""

ASIAN = lazy_pattern("[\u3040-\u9fff\uac00-\ud7af]")
"""A sign of a script that has no capitals and parts no words."""


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces, two characters count as one."""
    dense = len(ASIAN.findall(text)) if has_signs(text) else 0
    return text.count(" ") + 1 + dense // 2


_SHORT_WORDS = ("vs", "spp")
# "... in rice. II. Effects", "f. sp. tritici", "gen. nov., sp. nov"
_SHORTENED = lazy_pattern(
    rf"\b(?:[A-ZÀ-Þ]|[IVX]{{2,4}}|{'|'.join(_SHORT_WORDS)})\. |\. (?=[a-zà-ÿ])"
)

NOT_SHORTENED = "".join(rf"(?<!\b{word})" for word in _SHORT_WORDS)
"""What is asked behind the last word before a stop, as a pattern: "vs." ends no sentence."""


def count_stops(text: str) -> int:
    """Sentences that end amid a text: neither an initial, a number nor "vs." ends one."""
    stops = text.count(". ")
    return stops - len(_SHORTENED.findall(text)) if stops else 0


def is_dense(text: str) -> bool:
    """Whether a text is mostly in an Asian script."""
    return has_signs(text) and len(ASIAN.findall(text)) * 3 > len(text)


def is_running(text: str) -> bool:
    """Whether most words of a longer text are in lower case: in an address few are."""
    words = text.split() if len(text) > 120 else []
    return sum([word[0].islower() for word in words]) * 5 > len(words) * 3


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip('"”’)]').endswith((".", "?", "!", ";", ":", "。"))


def is_open(text: str) -> bool:
    """Whether a line ends in the middle of a sentence, with one of the words that hold it
    together."""
    # "... of a novel test in patients" is whole.
    last = text.rpartition(" ")[2].lower()
    return last in ALL_SMALL_WORDS and last != "patients"
