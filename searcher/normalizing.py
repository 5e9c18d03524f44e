"""Text made plain, so that a simple tokenizer gives the same words everywhere.

Compatibility forms and accents are folded, Greek letters spelled out, dashes and quotes unified,
possessives dropped, letter-digit compounds joined (IL-5 is il5).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from searcher.lazy import lazy_pattern

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
    """The text made plain."""
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


def normalize_with_offsets(text: str) -> tuple[str, list[int]]:
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
