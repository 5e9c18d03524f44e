"""Title and authors as a full citation gives them."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.sentences import count_words
from searcher.lazy import lazy_pattern

MORE_THAN_QUOTED = 4
"""Words behind a quotation in a citation from which on it is a part of the title."""

_QUOTED = lazy_pattern(r"[\"“](.{8,}?)[.,]?[\"”]")
_DATED = lazy_pattern(
    r"[\s(,]\(?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d[a-z]?(?:, [^()]{3,15})?\)?[.:,]?\s"
)
_NAMES_END = lazy_pattern(
    r"(?<=[^\s.,]{2})\.\s|(?<=et al)\.?\s"
    r"|(?<=\b[A-Z])\.\s(?=[A-Z][\w-]+ (?:[a-z]|[A-Z]{3}|[A-Z][\w-]{3,} [A-Za-z]))"
    "|(?<=[\u4e00-\u9fff])[.．](?=[\u4e00-\u9fff])"
)
# "[J]": what kind of thing is cited, as standards of China and Russia ask.
_MEDIUM = lazy_pattern(r"\s?\[[A-Z](?:/[A-Z]{2})?\]$")
# "Ataxia, isoniazid How to cite this article: Lee A, Ek B. The title"
_LABEL = lazy_pattern(
    r"\b(?:(?:cite|citing) (?:this (?:article|paper|page)(?: as)?|as)|citation|citer cet article"
    r"|citar este art[íi]c?[ug]lo|zitierweise)\s?:\s|^how to cite\s",
    re.IGNORECASE,
)
_NO_WORD = lazy_pattern(r"\W+")


def split_head(head: str) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors out of the text before a citation's journal."""
    if (":" in head or head[:3].lower() == "how") and (label := _LABEL.search(head)):
        head = head[label.end() :]
    quoted = _QUOTED.search(head)
    dated = _DATED.search(head)
    # 'Lee A. Tablets "on demand" in wards' has more behind what it quotes.
    if quoted and count_words(head[quoted.end() :].strip(" .,;")) < MORE_THAN_QUOTED:
        title, people = quoted[1], head[: quoted.start()]
    elif dated and dated.end() < len(head) - 6:
        title, people = head[dated.end() :], head[: dated.start()]
    else:
        first = _NAMES_END.search(head)
        if first is None:
            names = read_names(head.strip(" ."))
            return (None if names else head.strip(" .") or None), names
        people, title = head[: first.start()], head[first.end() :]
        if not read_names(people):
            people, title = "", head
    title = _MEDIUM.sub("", title.strip(' .,“”"'))
    return (title if len(title) > 7 else None), read_names(people.strip(" .,:("))


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, punctuation and a cut end."""
    first, second = (_NO_WORD.sub("", text.lower()) for text in (one, other))
    if not first or not second:
        return False
    return first == second or (
        min(len(first), len(second)) > 25 and (first in second or second in first)
    )
