"""What the typography of a line says: bullets, headings, other markup, signs that nobody sees."""

from __future__ import annotations

from searcher.formats.page.flattened.tail import without_control
from searcher.formats.page.flattened.unglue import MAX_LINE, SHORTEST_TEXT
from searcher.formats.page.words.lists import has_any
from searcher.lazy import lazy_pattern

_DROPPED = (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)
_INVISIBLE: dict[int, str | None] = dict.fromkeys(_DROPPED)
_INVISIBLE.update(dict.fromkeys((0x09, 0x0B, 0x0C, 0x85, 0xA0), " "))

# Arabic and Indic words have signs that join and part letters; elsewhere a copy has left them.
_STRAY = lazy_pattern("[\u200c\u200d](?=[\\x00-\u05ff]|$)|(?<![^\\x00-\u05ff])[\u200c\u200d]")

_BULLET = lazy_pattern(r"(?:[•◦▪■□●‣·∙○*+]|[-–—](?!\d))\s+(?=\S)")
_MARKUP_HEADING = lazy_pattern(r"(#{1,6})\s+(.*?)\s*#*$")
_MARKUP_LINK = lazy_pattern(
    r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"]*\")?\)"
)
_MARKUP_STRONG = lazy_pattern(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# "*Ward Letters* 2012", "_Ward Letters_, 12(3)": a name that is set off.
_MARKUP_NAME = lazy_pattern(r"([_*])(?<![\w*].)(?=[A-ZÀ-Ý])([^_*]{2,100}(?<=[\w.)]))\1(?![\w*])")
_MARKUP_EMPHASIS = lazy_pattern(r"(?<![\w*])\*(?=[^\s*])([^*]{1,200})(?<=\S)\*(?![\w*])")
_MARKUP_UNDERSCORES = lazy_pattern(r"(?<!\w)_(?=[^\s_])([^_]{1,200})(?<=\S)_(?!\w)")
_MARKUP_RULE = lazy_pattern(r"[-=_*~+ ─━═–—]{3,}$")

_IN_REFERENCES = ("doi", "http", " 20", "(20", " 19", "(19")


def read_typography(raw: str) -> tuple[str, bool, int, bool]:
    """What a line says, "" for a rule; whether it has a bullet, its level as a heading, and
    whether something to click on ended it."""
    clean = clean_text(raw)
    if not clean:
        return "", False, 0, False
    bullet, level = False, 0
    first = clean[0]
    if first == "#" and (heading := _MARKUP_HEADING.match(clean)):
        level, clean = len(heading[1]), heading[2]
    elif not first.isalnum():
        if _MARKUP_RULE.match(clean) or not clean.strip("| "):
            return "", False, 0, False
        if first == ">" and (quoted := clean.lstrip("> ")):
            clean = quoted
        if mark := _BULLET.match(clean):
            bullet, clean = True, clean[mark.end() :]
    if "*" in clean or "_" in clean or ("]" in clean and "](" in clean):
        clean = _without_markup(clean, is_markup=level > 0)
    said = without_control(clean) if len(clean) > SHORTEST_TEXT else clean
    return said, bullet, level, said is not clean


def clean_text(raw: str) -> str:
    """Without control and invisible characters; runs of white space are one space."""
    if not raw.isprintable():
        raw = raw.translate(_INVISIBLE)
        if "\u200c" in raw or "\u200d" in raw:
            raw = _STRAY.sub("", raw)
    elif "  " not in raw:
        return raw.strip()
    return " ".join(raw.split())


def _without_markup(text: str, is_markup: bool) -> str:
    """A line without its markup; is_markup: it is a heading, so that stars and underscores mean
    emphasis, as they do beside strong words."""
    if "](" in text:
        text = _MARKUP_LINK.sub(r"\1", text[:MAX_LINE]) + text[MAX_LINE:]
    if "**" in text or "__" in text:
        plain = _MARKUP_STRONG.sub(r"\2", text[:MAX_LINE]) + text[MAX_LINE:]
        is_markup, text = is_markup or plain != text, plain
    if is_markup and "_" in text:
        text = _MARKUP_UNDERSCORES.sub(r"\1", text[:MAX_LINE]) + text[MAX_LINE:]
    if "*" in text and (is_markup or (len(text) < 600 and has_any(text, _IN_REFERENCES))):
        # In a reference the journal is set off; in running text a star may be the text's own.
        text = _MARKUP_EMPHASIS.sub(r"\1", text[:MAX_LINE]) + text[MAX_LINE:]
    if (text.count("_") > 1 or text.count("*") > 1) and len(text) < 600:
        text = _MARKUP_NAME.sub(r"\2", text)
    return text.strip()
