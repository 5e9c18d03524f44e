"""Text to terms: one definition for documents, queries and highlights, in every engine.

Text is made plain (see `normalizing`), split into runs of letters and digits, lower-cased and
stemmed with Snowball English. There are no stop words and no minimum length; a term keeps at most
255 bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from searcher.frozen import frozen
from searcher.lazy import lazy_pattern
from searcher.normalizing import normalize, normalize_with_offsets

VERSION = 1
"""Part of an index's fingerprint: raise it whenever any text gives other terms than before."""

MAX_TERM_BYTES = 255

_WORD = lazy_pattern(r"[^\W_]+")
_SPACED = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256)).lower()
"""ASCII in lower case, with spaces for all but letters and digits."""
MARK = "|"
"""Stands between the words of one text and those of the next; no word or term holds it."""

_BREAK, _END, _END_MARK = "\x1e", "\x1d", "^"
_NEW_TEXT, _NEW_GROUP = f" {_BREAK} ", f" {_END} "
_MARKED = _SPACED[: ord(_END)] + f"{_END_MARK}{MARK}".encode() + _SPACED[ord(_BREAK) + 1 :]
"""The same, and a mark for each break and end."""


_stem_word: Callable[[str], str] | None = None
_MAX_STEMS = 65_536
_LONGEST_NUMBER = 6
"""Longer ones are identifiers, mostly met once; they are their own stems, as all numbers are."""


def use_stemmer(stem_word: Callable[[str], str]) -> None:
    """Stem with this from now on: another Snowball English, with the same stems, but faster."""
    global _stem_word
    _stem_word = stem_word


class _Stems(dict[str, str]):
    """Each word's stem, computed once; when it has grown too large it forgets a quarter: of the
    half that came last, since the most common words come first, the older part."""

    def __missing__(self, word: str) -> str:
        if len(word) > _LONGEST_NUMBER and word.isdecimal():
            return clip(word)
        if len(self) >= _MAX_STEMS:
            for old in list(self)[_MAX_STEMS // 2 : _MAX_STEMS * 3 // 4]:
                self.pop(old, None)  # another thread may have come first
        if _stem_word is None:
            # Only now: an engine may bring a stemmer of its own, and this import is slow.
            from searcher.stemming import english_stemmer

            use_stemmer(english_stemmer().stemWord)
            return self[word]
        stem = _stem_word(word)
        if len(stem) * 4 > MAX_TERM_BYTES:
            stem = clip(stem)
        if stem == word:
            stem = word  # the same object: half of what is looked up is one memory access less
        self[word] = stem
        return stem


_stems = _Stems()


def clip(term: str) -> str:
    """The term cut to what an index keeps of it."""
    if len(term) * 4 <= MAX_TERM_BYTES:
        return term
    return term.encode()[:MAX_TERM_BYTES].decode(errors="ignore")


def words(text: str) -> list[str]:
    """The words of a text in order: normalised, lower-cased, not stemmed."""
    plain = normalize(text)
    if plain.isascii():
        return plain.encode().translate(_SPACED).decode().split()
    return _WORD.findall(plain.lower())


def marked(groups: Sequence[Sequence[str]]) -> list[tuple[list[str], list[str]]]:
    """The words and the terms of each group of texts, with a MARK between two texts.

    Quicker than text by text.
    """
    between = sum(map(len, groups)) - sum(map(bool, groups))
    plain = normalize(_NEW_GROUP.join(map(_NEW_TEXT.join, groups)))
    ends = len(groups) - 1
    if not plain.isascii() or plain.count(_BREAK) != between or plain.count(_END) != ends:
        return [_marked_one_by_one(texts) for texts in groups]
    found = map(str.split, plain.encode().translate(_MARKED).decode().split(_END_MARK))
    return [(words, stems(words)) for words in found]


def _marked_one_by_one(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    found: list[str] = []
    for text in texts:
        found += (*words(text), MARK)
    return found[:-1], stems(found[:-1])


def terms(text: str) -> list[str]:
    """The terms of a text in order of position: `words`, stemmed."""
    return stems(words(text))


def stems(words: Iterable[str]) -> list[str]:
    """The stems of lower-case words."""
    return list(map(_stems.__getitem__, words))


def stem(word: str) -> str:
    """The stem of one lower-case word."""
    return _stems[word]


@frozen
class Token:
    """One term of a text with its position and its place (start, end) in the original text."""

    term: str
    position: int
    start: int
    end: int


def tokens(text: str, *, stemmed: bool = True) -> Iterator[Token]:
    """The terms of a text, with the places in the original text that they came from.

    Slower than `terms`, for highlighting; gives the same terms in the same order.
    """
    plain, offsets = normalize_with_offsets(text)
    lowered = plain.lower()
    if len(lowered) != len(plain):  # a capital whose small form is longer (İ); offsets need 1:1
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in plain)
    for position, match in enumerate(_WORD.finditer(lowered)):
        word = match.group()
        term = _stems[word] if stemmed else word
        yield Token(term, position, offsets[match.start()], offsets[match.end() - 1] + 1)


def fingerprint() -> str:
    """What an index remembers of the analysis that made it."""
    return f"analysis-{VERSION} snowball-english"
