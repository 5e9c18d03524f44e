"""The kind of article on the line of its title, in front of it or behind it."""

from __future__ import annotations

from searcher.formats.page.kinds.categories import ENDINGS, OPENINGS, is_access_mark, read_category
from searcher.formats.page.kinds.wording import is_in_small_letters
from searcher.formats.page.title.marks import LEAST_TITLE
from searcher.formats.page.title.untitled import FIELD_ENDS
from searcher.formats.page.words.journals import SMALL
from searcher.formats.page.words.lists import words as words_of
from searcher.lazy import lazy_pattern

MOST_KINDS = 3
"""Kinds of article in front of a title: "Full Text Article", "Review"."""

# What parts no kind of article from the title that it ends.
_ARTICLES = words_of("a an un une una um uma ein eine bir")
BEFORE_KIND = SMALL | _ARTICLES | words_of("this our")
_KINDS_BEHIND = {("Case Reports",), ("Review",), ("Letter",), ("Editorial",)}
# Kinds that no title begins with, where another word with a capital follows.
_WHOLE_KINDS = ("article", "study", "review", "paper", "communication", "investigation")
_PHRASE = lazy_pattern(r"[:?.;–—]|(?<=\s)-|-(?=An?\b)")
# Kinds of publications, in lower case before a title that begins with a capital.
_TYPE_WORDS = words_of(
    "scholarly academic peer-reviewed original research-article review-article journal article "
    "articles journals research review preprint paper report letter editorial"
)
_BRACKETED = lazy_pattern(r"[\[(]([^\[\]()]{4,40})[\])]:?\s(?=\S{2,} \S+ \S)")
ARTICLE = lazy_pattern(r"\b(?:arti[cgk]\w+|artíc\w+|paper|стать\w)")


def without_kind(text: str) -> str:
    """A title without the kinds of article in front of it, where capitals tell them apart."""
    for _ in range(MOST_KINDS):
        title = _behind_kind(text)
        if title == text:
            break
        text = title
    return text


def _behind_kind(text: str) -> str:
    if (
        text[:1] in ("[", "(")
        and (found := _BRACKETED.match(text))
        and read_category(found[1]) is not None
    ):
        return text[found.end() :]
    words = text.split(" ", 5)
    if words[0].lower() not in OPENINGS:
        return _behind_field(text)
    for count in range(min(4, len(words) - 1), 0, -1):
        kind = " ".join(words[:count])
        if not kind[:1].isupper() or read_category(kind) is None:
            continue
        # "Case report: Purpura after quinine" is a title, and so is "Clinical CT in purpura".
        if ":" in kind or (count == 1 and is_access_mark(kind)):
            return text
        first = words[count][:1]
        begins = first.isupper() or first.isdigit() or first > "\u3040"
        if not begins or words[count].lower() in BEFORE_KIND:
            continue
        title = text[len(kind) + 1 :]
        shouted = kind.isupper() and not (words[count].isupper() and len(words[count]) > 1)
        apart = shouted or is_in_small_letters(title) or kind.lower().endswith(_WHOLE_KINDS)
        return title if apart and (len(title) > 25 or first > "\u3040") else text
    return text


def _behind_field(text: str) -> str:
    """A title behind the field of medicine of its article: "Dermatology The title in wards"."""
    field, _, title = text.partition(" ")
    if not (field[:1].isupper() and field.lower().endswith(FIELD_ENDS) and title[:1].isupper()):
        return text
    parted = title.count(" ") + 1 >= LEAST_TITLE and is_in_small_letters(title)
    return title if parted else text


def _without_kind_behind(text: str) -> str:
    """A title without its kind of article behind it, where capitals tell the two apart: "The title
    RESEARCH ARTICLE", "The title research-article", "The title in small letters Case Report"."""
    last = text[text.rfind(" ") + 1 :].lower()
    if last not in ENDINGS and not last.endswith("-article"):
        return text
    words = text.rsplit(" ", 4)
    if len(words) < 5:
        return text
    for count in (4, 3, 2, 1):
        kind = " ".join(words[-count:])
        before = words[-count - 1]
        if (
            not (kind[0].isupper() or "-" in kind[1:])
            or before[-1] in ":,–—-"
            or before.lower() in BEFORE_KIND
        ):
            continue
        if read_category(kind) is None:
            continue
        title = text[: -len(kind)].rstrip()
        small = before[0].islower() and is_in_small_letters(title)
        typed = count == 1 and kind.islower() and kind.endswith("-article")
        shouted = kind.isupper() and not title.isupper()
        named = count > 1 and kind[0].isupper() and ARTICLE.search(kind.lower()) is not None
        part = kind[0].isupper() and words[-1][0].isupper()
        if typed or shouted or named or (part and (small or _is_apart(title, kind))):
            return title
    return text


def _is_apart(title: str, kind: str) -> bool:
    """Whether a kind of article stands behind five words or more of a title none of which begins
    a phrase that it could end: "... after Linezolid: A Rare Case Report"."""
    if read_category(kind) not in _KINDS_BEHIND or title.isupper():
        return False
    last = _PHRASE.split(title)[-1].split()
    return len(last) >= LEAST_TITLE + 1 and not _ARTICLES & {word.lower() for word in last[-5:]}


def without_category(text: str) -> str:
    """A title without the category behind it, in brackets or not: "The title(Article)"."""
    text = _without_kind_behind(text)
    if text.endswith("]"):
        title, _, kind = text[:-1].rpartition(" [")
        return title if title and read_category(kind) is not None else text
    if not text.endswith(")"):
        return text
    title, _, kind = text[:-1].rpartition("(")
    # What the title says itself, or no blank parts from it, is no part of it.
    beside = kind.lower() in title.lower() or not title.endswith(" ")
    return title.rstrip() if " " in title and beside and read_category(kind) is not None else text


def without_type(text: str) -> str:
    """A title without its kind of publication in lower case: "journal article The title"."""
    if not text[:1].islower():
        return text
    words = text.split(" ")
    count = 0
    while count < len(words) and words[count] in _TYPE_WORDS:
        count += 1
    title = " ".join(words[count:])
    return title if len(words) - count >= LEAST_TITLE and title[:1].isupper() else text
