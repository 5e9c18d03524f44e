"""TeX's spelling of letters and signs, as BibTeX files have it, as plain text."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
}
_GREEK = """alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi omicron pi rho
sigma tau upsilon phi chi psi omega"""
_SIGNS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "l": "ł",
    "L": "Ł",
    "i": "i",
    "j": "j",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "pm": "±",
    "times": "×",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "approx": "≈",
    "sim": "~",
    "cdot": "·",
    "degree": "°",
    "textdegree": "°",
    "circ": "°",
    "infty": "∞",
    "textendash": "–",
    "textemdash": "—",
    "ldots": "…",
    "dots": "…",
    "textmu": "μ",
    "rightarrow": "→",
    "to": "→",
    "neq": "≠",
    "copyright": "©",
    "textregistered": "®",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "lambda": "λ",
    "Lambda": "Λ",
    "TeX": "TeX",
    **{name: unicodedata.lookup(f"greek small letter {name}") for name in _GREEK.split()},
    **{
        name.capitalize(): unicodedata.lookup(f"greek capital letter {name}")
        for name in _GREEK.split()
    },
}
# Signs that mean something to TeX, hidden until all of it has been read.
_HIDDEN = {"{": "\x01", "}": "\x02", "~": "\x03", "$": "\x04"}
_SIGNS.update(
    {
        "textbackslash": "\\",
        "textasciicircum": "^",
        "textasciitilde": _HIDDEN["~"],
        "textbraceleft": _HIDDEN["{"],
        "textbraceright": _HIDDEN["}"],
        "textdollar": _HIDDEN["$"],
    }
)
_SHOWN = {ord(hidden): sign for sign, hidden in _HIDDEN.items()}
_ACCENT = re.compile(
    r"""\\(?:([`'^~=."])\s*|([uvHcdrk])(?:\s+|(?=\{)))(?:\{\s*\\?([^\W\d_])\s*\}|\\?([^\W\d_]))"""
)
_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\s+|(?![A-Za-z]))")
_ESCAPED = re.compile(r"\\([#$%&_{}~^ ,;!/-])")


def plain_text(text: str) -> str:
    r"""The text without TeX: "{\"o}" is "ö", "\alpha" is "α", "\emph{so}" is "so"."""
    given = text
    if "\\" in text:
        text = _ACCENT.sub(_accented, text)
        text = _ESCAPED.sub(lambda found: _kept(found[1]), text)
        text = _COMMAND.sub(lambda found: _SIGNS.get(found[1], ""), text)
    if "$" in text:
        text = re.sub(r"\$([^$\n]{0,200})\$", _formula, text)
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    text = text.replace("``", "“").replace("''", "”").replace("~", " ")
    text = text.replace("{", "").replace("}", "")
    return text.translate(_SHOWN) if "\\" in given else text


def _accented(found: re.Match[str]) -> str:
    letter = found[3] or found[4]
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])


def _kept(sign: str) -> str:
    """An escaped sign, hidden from the steps that follow where it means something to them."""
    if sign in " ,;!/-":
        return " " if sign in " ,;" else ""
    return _HIDDEN.get(sign, sign)


def _formula(found: re.Match[str]) -> str:
    return re.sub(r"[\^_]", "", found[1])
