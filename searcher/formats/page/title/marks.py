"""What a site marks a title with on its line: signs, access, versions, what one clicks on."""

from __future__ import annotations

import re

from searcher.lazy import lazy_pattern

LEAST_TITLE = 4
"""Words that are left at least, where more than a mark is taken off a title."""

_SIGNS = " |·•»→¶†‡"
_FORMATS = r"HTML|PDF|EPUB|PDF Download Available|Download PDF|BOOK|CITATION|B|C"
_FORMAT_MARK = lazy_pattern(
    rf"^[\[(](?:{_FORMATS})[\])]:?\s?"
    r"|^(?:(?:PDF|HTML|EPUB):?\s)?(?:Full[- ]?[Tt]ext:?\s?|(?<=\s))(?=[A-ZÀ-Ý])"
    rf"|\s[\[(](?:{_FORMATS})[\])]$"
)
_CONTROL = lazy_pattern(
    r"(?:\s[-–—|•·]\s|(?<![:,–—-])(?<!\b[a-z])(?<!\b[a-z]{2})(?<!\bthe)(?<!\band)(?<!\bfor)\s)"
    r"(?:(?:Free |View |Get )?Full[- ]?[Tt]ext(?: \(?(?:PDF|HTML)\)?)?"
    r"|(?:(?:Free|Download|View|Get|Open|Full|Article|Print) ){0,2}(?:PDF|HTML|EPUB|ePUB)"
    r"|Read (?:[Mm]ore|[Ff]ull [Aa]rticle|[Oo]nline)|Show [Mm]ore|Learn [Mm]ore|Download|Abstract"
    r"|ABSTRACT|Peer[- ][Rr]eviewed|Authors?|DOI:?|Supplementary [Mm]aterials?)$"
)
_CONTROLS_END = (
    *("ext", "PDF", "HTML", "PUB", ")", "ore", "rticle", "nline", "ownload", "bstract"),
    *("ABSTRACT", "eviewed", "DOI", "DOI:", "uthor", "uthors", "aterial", "aterials"),
)
_ACCESS = lazy_pattern(
    r"(?:\s[|•·–—-])?\s\(?(?:open access|get access|free access|full access|free to (?:read|view)"
    r"|restricted access|(?:article )?en accès libre|accès libre|acceso abierto|acesso aberto"
    r"|free article|(?-i:FREE|OPEN|Free))\)?$|\s?[☆★][☆★,\s]*$"
    r"|^(?-i:OPEN ACCESS|FREE ACCESS|(?:Open|Free|Full) [Aa]ccess:?"
    r"(?=\s[A-ZÀ-Ý](?:\S*\s){4}))\s",
    re.IGNORECASE,
)
_ACCESS_OPENS = ("OPEN ACCESS", "FREE ACCESS", "Open ", "Free ", "Full ")
_ACCESS_ENDS = (
    *("access", "to read", "to view", "libre", "abierto", "aberto"),
    *("article", "free", "open", "☆", "★"),
)
"""How a text ends, but for a bracket, that can end with a mark of access."""


# "The title* * Read at a meeting": a footnote where its mark stands.
_FOOTNOTE = lazy_pattern(r"(?<=[\w)?!.])\s?([*†‡§])\s\1\s?(?=[A-Z])")
_VERSION = lazy_pattern(
    r"\s*\[(?:(?:version|v\d)\b[^\]]*\]?|(?:meeting )?abstract\])$", re.IGNORECASE
)
# What a copy leaves of the picture of a footnote's sign: "... Doses[small open star]".
_SIGN_NAME = lazy_pattern(r"(?<=[\w.?!)])\s?\[[a-z][a-z -]{3,40}\]$")


def without_signs(text: str) -> str:
    """A title without the bars, dots and arrows of a list or a trail around it."""
    text = text.strip("| " if "«" in text else _SIGNS)
    return text[:-2].rstrip(_SIGNS) if text.endswith((" *", " >", " #")) else text


def without_marks(text: str) -> str:
    """A title without signs, the access to it, its formats and commands: "The title Full Text"."""
    text = without_signs(text)
    if ("*" in text or "†" in text) and (note := _FOOTNOTE.search(text)):
        text = text[: note.start()]
    if _may_be_marked(text):
        text = _ACCESS.sub("", text)
    if "[" in text or "PDF" in text or text[:1] in "(HEF":
        text = _FORMAT_MARK.sub("", text)
    while text.endswith(_CONTROLS_END) and (
        found := _CONTROL.search(text, max(20, len(text) - 50))
    ):
        text = text[: found.start()].rstrip(_SIGNS)
    return without_signs(text)


def _may_be_marked(text: str) -> bool:
    """Whether the pattern of marks of access is worth its time."""
    ends = text.rstrip("), ").lower().endswith(_ACCESS_ENDS)
    return ends or text.startswith(_ACCESS_OPENS)


def without_version(text: str) -> str:
    """A title without "[version 2; peer review: 1 approved]"."""
    return _VERSION.sub("", text)


def without_sign_name(text: str) -> str:
    """A title without the name of a sign behind it: "The title[small open star]"."""
    return _SIGN_NAME.sub("", text)
