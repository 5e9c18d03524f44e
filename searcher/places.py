"""Places: the words of a text found fast, and the way back to where they stand in the original.

`analysis.tokens` follows every character and is too slow for highlighting whole pages of hits.
Most of a text is left alone by `normalize`, which never looks across a blank; so only the chunks
between blanks that hold something odd (an accent, a quote, a digit beside a hyphen) need it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from searcher import analysis

_ODD = re.compile(r"[^\x00-\x7f]|['`_]|-(?=\d)|(?<=\d)-")
_BLANK = re.compile(r"[ \n]")
_WORD = re.compile(r"[^\W_]+")


class Places:
    """One text as `analysis.words` sees it; `origin` leads from its words to the original.

    plain: the words with what stands between them, normalised and lower-cased.
    """

    __slots__ = ("_original", "_spans", "_starts", "plain")

    def __init__(self, original: str) -> None:
        self._original = original
        pieces: list[str] = []
        # For each piece its place in `plain` and its place in the original (start, end);
        # end is None for a piece that `normalize` leaves as it is.
        self._starts: list[int] = []
        self._spans: list[tuple[int, int | None]] = []
        length = 0
        for start, end, odd in _stretches(original):
            piece = original[start:end]
            piece = (analysis.normalize(piece) if odd else piece).lower()
            pieces.append(piece)
            self._starts.append(length)
            self._spans.append((start, end if odd else None))
            length += len(piece)
        self.plain = "".join(pieces)

    def words(self) -> list[str]:
        """The words in order of position: the same as `analysis.words` of the original."""
        return _WORD.findall(self.plain)

    def matches(self) -> Iterator[re.Match[str]]:
        """The words in order of position, with their places in `plain`."""
        return _WORD.finditer(self.plain)

    def origin(self, start: int) -> tuple[int, int]:
        """The place (start, end) in the original of the word that starts here in `plain`."""
        piece = bisect_right(self._starts, start) - 1
        piece_start = self._starts[piece]
        original_start, original_end = self._spans[piece]
        if original_end is None:
            word = _WORD.match(self.plain, start)
            assert word is not None
            shift = original_start - piece_start
            return start + shift, word.end() + shift
        before = len(_WORD.findall(self.plain, piece_start, start))
        chunk = self._original[original_start:original_end]
        token = list(analysis.tokens(chunk, stemmed=False))[before]
        return original_start + token.start, original_start + token.end


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
