"""Places: the words of a text found fast, and the way back to where they stand in the original.

`analysis.tokens` follows every character and is too slow for highlighting whole pages of hits.
Most of a text is left alone by `normalize`, which never looks across a blank; so only the chunks
between blanks that hold something odd (an accent, a quote, a digit beside a hyphen) need it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from searcher import analysis
from searcher.lazy import lazy_pattern
from searcher.normalizing import normalize

# A character that says at once that it is odd, or a hyphen; one test for most characters.
_ODD = lazy_pattern(r"[^\x00-&(-,.-^a-\x7f](?:(?<!-)|(?=\d)|(?<=\d-))")
_BLANK = lazy_pattern(r"[ \n]")
_WORDS = lazy_pattern(r"([^\W_]+)")
_ASCII_WORDS = lazy_pattern(r"([a-z0-9]+)")


class Places:
    """One text as `analysis.words` sees it, each word with its place in the original.

    words: those of `analysis.words`, in order of position.
    """

    __slots__ = ("_ends", "_original", "_pieces", "_spans", "_starts", "words")

    def __init__(self, original: str) -> None:
        self._original = original
        plain = self._plain()
        # What stands between the words, the words, and so on in turn.
        self._pieces = (_ASCII_WORDS if plain.isascii() else _WORDS).split(plain)
        self._ends: list[int] = []
        self.words: list[str] = self._pieces[1::2]

    def origin(self, position: int) -> tuple[int, int]:
        """The place (start, end) in the original of the word at this position."""
        if not self._ends:
            self._ends = list(accumulate(map(len, self._pieces)))
        start, end = self._ends[2 * position : 2 * position + 2]
        stretch = bisect_right(self._starts, start) - 1
        original_start, original_end = self._spans[stretch]
        if original_end is None:
            shift = original_start - self._starts[stretch]
            return start + shift, end + shift
        before = position - (bisect_left(self._ends, self._starts[stretch]) + 1) // 2
        chunk = self._original[original_start:original_end]
        token = list(analysis.tokens(chunk, stemmed=False))[before]
        return original_start + token.start, original_start + token.end

    def _plain(self) -> str:
        """The text normalised and lower-cased, remembering where its stretches come from."""
        pieces: list[str] = []
        # For each stretch its place in the plain text and its place (start, end) in the
        # original; end is None for one that `normalize` leaves as it is.
        self._starts: list[int] = []
        self._spans: list[tuple[int, int | None]] = []
        length = 0
        for start, end, odd in _stretches(self._original):
            piece = self._original[start:end]
            piece = (normalize(piece) if odd else piece).lower()
            pieces.append(piece)
            self._starts.append(length)
            self._spans.append((start, end if odd else None))
            length += len(piece)
        return "".join(pieces)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """The text cut into (start, end, odd): odd chunks, and what stands between them."""
    done = 0
    odd = _ODD.search(text)
    while odd:
        place = odd.start()
        start = max(done, text.rfind(" ", done, place) + 1, text.rfind("\n", done, place) + 1)
        blank = _BLANK.search(text, place)
        end = blank.start() if blank else len(text)
        if start > done:
            yield done, start, False
        yield start, end, True
        done = end
        odd = _ODD.search(text, end)
    if done < len(text):
        yield done, len(text), False
