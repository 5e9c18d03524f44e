"""Truncated, wildcard and fuzzy words: which they are in a text, which terms they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from searcher.analysis import stem
from searcher.lazy import lazy_pattern
from searcher.normalizing import normalize

# A star before a digit belongs to the name of an allele: CYP2D6*4, HLA-B*57:01.
_STAR = r"\*+(?!\d)"
# A question mark ends a question, unless a word goes on behind it: wom?n.
_ONE = r"(?<=[^\W_])\?(?=[\w*])"
_WILD = lazy_pattern(rf"{_STAR}|{_ONE}")
_STARS = lazy_pattern(_STAR)
_NOT_WILD = lazy_pattern(rf"(?!{_STAR}|{_ONE})[*?]")


def is_wild(text: str) -> bool:
    """Whether a text holds a truncation or a wildcard."""
    return ("*" in text or "?" in text) and bool(_WILD.search(text))


def only_wild(text: str) -> str:
    """The text with blanks for those stars and question marks that are not wildcards."""
    return _NOT_WILD.sub(" ", text)


def single_stars(text: str) -> str:
    """The text with one star for each run of them, which means the same."""
    return _STARS.sub("*", text)


_PATTERN_WORD = lazy_pattern(r"(?:[^\W_]|[*?])+")


def pattern_words(text: str) -> list[str]:
    """Like `words`, for a text with * and ? in it, which stay where they are."""
    return [word for word in _PATTERN_WORD.findall(normalize(text).lower()) if word.strip("*?")]


_SUFFIXES = (
    "s es e ed ing ation ations ion ions ated ates ating ate al ally ical ically ic ics ive "
    "ively iveness ity ities able ably ability ment ments ness ful fully ous ously ence ences "
    "ency ance ances ancy ent ant er ers or ors ized izes izing ization ised ises ising isation "
    "y ies ied ly list lists ism isms ative atively"
)
_ENDINGS = tuple(
    dict.fromkeys(word[start:] for word in _SUFFIXES.split() for start in range(len(word)))
)

_LONGER_ENDINGS = (  # noqa: SIM905
    "itis ility ilities ize ional atives ational ationally ionally ionality ication ications "
    "icated icate icating icity icities icality ator ators atory ants antly ently ings ingly als "
    "eal eous eously eic ivity ivities ives ible ibly ibility ibilities ement ements eable "
    "eability ered ering ality alities alized alize alizes alizing alization alizations alism "
    "ately izer izers izations ioned ioning eated eate eer eered eering encies ancies icals edly"
).split()
"""What such words end in more rarely, or after a stem that is shorter still; too many to try for
each truncated word, which hardly ever ends within one of them."""

_DOUBLED = tuple("bdfglmnprt")


def stems_of_prefix(prefix: str) -> set[str]:
    """The stems, shorter than the prefix itself, of words that begin with it.

    An index of stems holds "continu" for continuation; so continuati* must look for that stem
    too. (Stems that begin with the prefix are found by it and not named here.)
    """
    found = (stem(prefix + ending) for ending in ("", *_ENDINGS))
    return {each for each in found if not each.startswith(prefix) and prefix[:2] == each[:2]}


@lru_cache(maxsize=512)
def pattern_matcher(pattern: str, stemmed: bool) -> Callable[[str], bool]:
    """A test for terms: does one match a glob of letters, * and ?, or is it the stem of a word
    that does. (Of a pattern that begins with a star, what `hides_endings` says is not found.)"""
    if not stemmed:
        return _glob(pattern)
    prefix = pattern[:-1]
    if pattern.endswith("*") and not re.search(r"[*?]", prefix):
        stems = stems_of_prefix(prefix)
        return lambda term: term.startswith(prefix) or term in stems
    return _stem_matcher(pattern)


def _stem_matcher(pattern: str) -> Callable[[str], bool]:
    matches, glob, begins_alike = _glob(pattern), _Glob(pattern), _beginning(pattern)
    tail = re.split(r"[*?]", pattern)[-1]
    if pattern[0] in "*?":
        # Where nothing is left to agree, every term would have to be tried.
        endings = [(ending, rest) for ending, rest in _agreeing(_ENDINGS, tail) if rest]
        bases: Callable[[str], tuple[str, ...]] = lambda term: (term,)  # noqa: E731
    else:
        endings, bases = list(_agreeing((*_ENDINGS, *_LONGER_ENDINGS), tail)), _bases

    @lru_cache(maxsize=10_000)
    def completing(piece: int, left: str) -> list[tuple[str, str]]:
        """The endings with which a word goes on to match, of which so much has been left over."""
        return [each for each in endings if glob.ends(piece, left + each[0])]

    def accepts(term: str) -> bool:
        if not begins_alike(term):
            return False
        if matches(term):
            return True
        if term.endswith("i") and matches(form := term[:-1] + "y") and stem(form) == term:
            return True
        return bool(endings) and any(
            stem(base + ending) == term
            for base in bases(term)
            for ending, rest in completing(*glob.reach(base))
            if base.endswith(rest)
        )

    return accepts


def _beginning(pattern: str) -> Callable[[str], bool]:
    """Whether a stem, but for its last letter, may begin a word that matches: a quick test."""
    begin = re.split(r"\*", pattern, maxsplit=1)[0]
    if "?" not in begin:
        return lambda term: term.startswith(begin[: len(term) - 1])
    pieces = ["." if char == "?" else re.escape(char) for char in begin]
    tests = [
        re.compile("".join(pieces[:length]), re.DOTALL).match for length in range(len(begin) + 1)
    ]
    return lambda term: tests[min(len(term) - 1, len(begin))](term) is not None


def _agreeing(endings: Iterable[str], tail: str) -> Iterator[tuple[str, str]]:
    """The endings that can make a word that matches a pattern with this tail, each with what the
    word must end in before it: only endings that agree with the tail can, and then only of words
    that end in the rest of that."""
    for ending in endings:
        if tail.endswith(ending):
            yield ending, tail.removesuffix(ending)
        elif ending.endswith(tail):
            yield ending, ""


def _bases(term: str) -> tuple[str, ...]:
    """What a word of this stem may have before its ending: a stem can have lost a double letter
    (span-ned), gained an e (stag-ing) or moved an l (reliab-ility)."""
    if term.endswith(("e", "bl")):
        return term, term[:-1]
    if term.endswith("i"):
        return term, term[:-1] + "y"
    return (term, term + term[-1]) if term.endswith(_DOUBLED) else (term,)


def matches_pattern(pattern: str, term: str, *, stemmed: bool = True) -> bool:
    """Whether a term matches a glob of letters, * and ?, or is the stem of a word that does."""
    return pattern_matcher(pattern, stemmed)(term)


def _glob(pattern: str) -> Callable[[str], bool]:
    pieces = re.split(r"\*+", pattern)
    if "?" not in pattern:
        if len(pieces) == 1:
            return pattern.__eq__
        if len(pieces) == 2:
            start, end = pieces
            shortest = len(start) + len(end)
            return lambda term: (
                term.startswith(start) and term.endswith(end) and len(term) >= shortest
            )
        if len(pieces) == 3 and not (pieces[0] or pieces[2]):
            return lambda term: pieces[1] in term
    return _Glob(pattern).matches


class _Glob:
    """A matcher that takes each piece between stars at its first place: it never backtracks."""

    def __init__(self, pattern: str) -> None:
        pieces = re.split(r"\*+", pattern)
        self._whole = len(pieces) == 1
        self._pieces = [_piece(each) for each in pieces]
        self._last = len(pieces[-1])
        # More letters of a beginning have no part in whether what follows makes it match.
        self._longest = max(map(len, pieces))

    def matches(self, term: str) -> bool:
        """Whether the whole term matches."""
        return self.ends(0, term)

    def reach(self, beginning: str) -> tuple[int, str]:
        """Which piece comes next once a word begins so, and what is left of it for that."""
        number, place = self._take(0, beginning)
        left = beginning[place:]
        return (number, left[-self._longest :]) if number else (0, left)

    def ends(self, number: int, text: str) -> bool:
        """Whether the text is one of the pieces from this one on."""
        if self._whole:
            return self._pieces[0].fullmatch(text) is not None
        number, place = self._take(number, text)
        start = len(text) - self._last
        return (
            number == len(self._pieces) - 1
            and place <= start
            and bool(self._pieces[-1].match(text, start))
        )

    def _take(self, number: int, text: str) -> tuple[int, int]:
        """Of the pieces from this one on, but for the last one, which is the first that is not in
        the text, and where the one before it ends."""
        place = 0
        if self._whole:
            return number, place
        for piece in self._pieces[number:-1]:
            found = piece.search(text, place) if number else piece.match(text)
            if found is None:
                break
            number, place = number + 1, found.end()
        return number, place


def _piece(piece: str) -> re.Pattern[str]:
    pattern = "".join("." if char == "?" else re.escape(char) for char in piece)
    return re.compile(pattern, re.DOTALL)


def hides_endings(pattern: str) -> bool:
    """Whether a pattern begins with a star and all its end is what stemming cuts off: *ation."""
    tail = re.split(r"[*?]", pattern)[-1]
    return pattern[0] in "*?" and any(ending.endswith(tail) for ending in _ENDINGS if tail)


def within_distance(left: str, right: str, limit: int) -> bool:
    """Whether at most `limit` single-letter edits (a swap of neighbours is one) lie between."""
    if abs(len(left) - len(right)) > limit:
        return False
    if left == right:
        return True
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return False
    return row[-1] <= limit
