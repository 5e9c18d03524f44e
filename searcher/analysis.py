"""Text to terms: one definition for documents, queries and highlights, in every engine.

`normalize` makes text plain: compatibility forms and accents folded, Greek letters spelled out,
dashes and quotes unified, possessives dropped, letter-digit compounds joined (IL-5 is il5).
What remains is split into runs of letters and digits, lower-cased and stemmed with Snowball
English. There are no stop words and no minimum length; a term keeps at most 255 bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from searcher.frozen import frozen
from searcher.lazy import lazy_pattern

VERSION = 1
"""Part of an index's fingerprint: raise it whenever any text gives other terms than before."""

MAX_TERM_BYTES = 255

_GREEK_NAMES = (  # noqa: SIM905
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma sigma tau upsilon phi chi psi omega"
).split()
_GREEK = {chr(0x3B1 + i): name for i, name in enumerate(_GREEK_NAMES)}
_GREEK.update({chr(0x391 + i): _GREEK_NAMES[i] for i in range(25) if i != 17})

_FOLDS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ł": "l", "Ł": "L",
    "þ": "th", "Þ": "TH", "ŋ": "n", "Ŋ": "N", "ſ": "s", "ŧ": "t", "Ŧ": "T", "_": " ",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "\u00ad": "", "\u200b": "",
    "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip

# Nouns that count something: "type-2" is two words, as in "type 2"; "il-5" is one.
_COUNTED = frozenset(
    ["type", "phase", "grade", "stage", "class", "level", "group", "day", "week", "year", "month",
     "step", "arm", "case", "age", "part"]
)  # fmt: skip

_MICRO = lazy_pattern("[μΜ](?=[gGlLmMsUuN](?![^\\W\\d_]))")
_GREEK_RUN = lazy_pattern("[Α-ω]+")
# These begin with the one character that they are about: a search for it is quick.
_POSSESSIVE = lazy_pattern(r"'(?:(?<=\w')[sS]?(?!\w)|(?<=\w')(?=\w))")
_COMPOUND = lazy_pattern(r"-(?=(\d)|[a-zA-Z]{1,2}\b)")
_LETTERS = lazy_pattern(r"(?<!\w)[a-zA-Z]{1,5}\Z")

_WORD = lazy_pattern(r"[^\W_]+")
_SPACED = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256)).lower()
"""ASCII in lower case, with spaces for all but letters and digits."""
MARK = "|"
"""Stands between the words of one text and those of the next; no word or term holds it."""

_BREAK, _END, _END_MARK = "\x1e", "\x1d", "^"
_NEW_TEXT, _NEW_GROUP = f" {_BREAK} ", f" {_END} "
_MARKED = _SPACED[: ord(_END)] + f"{_END_MARK}{MARK}".encode() + _SPACED[ord(_BREAK) + 1 :]
"""The same, and a mark for each break and end."""


class _CharacterFolds(dict[int, str]):
    """Each character's plain form, computed once (a table for str.translate)."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _FOLDS.get(char)
        if plain is None:
            plain = _fold_character(char)
        self[code] = plain
        return plain


def _fold_character(char: str) -> str:
    import unicodedata  # once for each character that is met

    if unicodedata.category(char) == "Pd" or char == "−":
        return "-"
    plain = unicodedata.normalize("NFKD", char)
    plain = "".join(_FOLDS.get(c, c) for c in plain if unicodedata.category(c)[0] != "M")
    # What is not a letter or digit to Python must not be one to an engine either.
    return "".join(c if c.isalnum() or c.isascii() else " " for c in plain)


_folds = _CharacterFolds()


def normalize(text: str) -> str:
    """Make text plain, so that a simple tokenizer gives the same words everywhere."""
    if not text.isascii():
        # An encoder finds what is not ASCII ten times faster than a regular expression does.
        text = text.encode("ascii", _FOLDING).decode()
        if not text.isascii():
            if "μ" in text or "Μ" in text:
                text = _MICRO.sub("u", text)
            text = text.encode("ascii", _SPELLING).decode()
    text = text.replace("_", " ").replace("`", "'")
    if "'" in text:
        text = _POSSESSIVE.sub("", text)
    if "-" in text:
        text = _COMPOUND.sub(_join_compound, text)
    return text


def _fold(error: UnicodeError) -> tuple[bytes, int]:
    """The plain form of some characters that are not ASCII, as an encoder's error handler."""
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start : error.end].translate(_folds).encode(), error.end


def _spell(error: UnicodeError) -> tuple[bytes, int]:
    """The same characters, with Greek letters spelled out."""
    assert isinstance(error, UnicodeEncodeError)
    pieces: list[str] = []
    done = error.start
    for match in _GREEK_RUN.finditer(error.object, error.start, error.end):
        pieces += (error.object[done : match.start()], _spell_greek(match))
        done = match.end()
    return "".join((*pieces, error.object[done : error.end])).encode(), error.end


_FOLDING, _SPELLING = "searcher.folding", "searcher.spelling"
codecs.register_error(_FOLDING, _fold)
codecs.register_error(_SPELLING, _spell)


def _spell_greek(match: re.Match[str]) -> str:
    """One or two letters become words of their own (TNFα), digits after them stay (β2).

    A longer run is a Greek word and stays as it is.
    """
    if len(match.group()) > 2:
        return match.group()
    text, start, end = match.string, match.start(), match.end()
    before = " " if start and text[start - 1].isalnum() else ""
    after = " " if end < len(text) and text[end].isalpha() else ""
    return before + " ".join(_GREEK[char] for char in match.group()) + after


def _join_compound(match: re.Match[str]) -> str:
    """Nothing for the hyphen of IL-5 and 5-FU, but not for that of type-2 or long-term."""
    text, hyphen = match.string, match.start()
    if match.group(1):
        letters = _LETTERS.search(text, max(hyphen - 6, 0), hyphen)
        word = letters.group().lower() if letters else ""
        joins = word != "" and word not in _COUNTED and word.removesuffix("s") not in _COUNTED
    else:
        start = hyphen
        while start and text[start - 1].isdecimal():
            start -= 1
        joins = start < hyphen and not (start and text[start - 1].isalnum())
    return "" if joins else "-"


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
    plain, offsets = _normalize_with_offsets(text)
    lowered = plain.lower()
    if len(lowered) != len(plain):  # a capital whose small form is longer (İ); offsets need 1:1
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in plain)
    for position, match in enumerate(_WORD.finditer(lowered)):
        word = match.group()
        term = _stems[word] if stemmed else word
        yield Token(term, position, offsets[match.start()], offsets[match.end() - 1] + 1)


def _normalize_with_offsets(text: str) -> tuple[str, list[int]]:
    """`normalize`, and for each character of its result the index of its origin."""
    if text.isascii() and not any(char in text for char in "'-_`"):
        return text, list(range(len(text)))
    chars: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        plain = char if char.isascii() and char not in "_`" else _folds[ord(char)]
        chars.append(plain)
        offsets.extend([index] * len(plain))
    plain_text = "".join(chars)
    edits = (
        (_MICRO, lambda match: "u"),
        (_GREEK_RUN, _spell_greek),
        (_POSSESSIVE, lambda match: ""),
        (_COMPOUND, _join_compound),
    )
    for pattern, edit in edits:
        plain_text, offsets = _substitute(pattern, edit, plain_text, offsets)
    return plain_text, offsets


def _substitute(
    pattern: re.Pattern[str],
    edit: Callable[[re.Match[str]], str],
    text: str,
    offsets: list[int],
) -> tuple[str, list[int]]:
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in pattern.finditer(text):
        new = edit(match)
        pieces += (text[done : match.start()], new)
        places += offsets[done : match.start()]
        # A joined compound keeps its own letters' places; a spelled letter repeats its one place.
        own = offsets[match.start() : match.end()]
        places += own[: len(new)] + [own[-1]] * (len(new) - len(own))
        done = match.end()
    pieces.append(text[done:])
    places += offsets[done:]
    return "".join(pieces), places


def fingerprint() -> str:
    """What an index remembers of the analysis that made it."""
    return f"analysis-{VERSION} snowball-english"
