"""The number or the code that an abstract has at a meeting, in front of its title."""

from __future__ import annotations

from searcher.formats.page.kinds.labels import NUMBERED
from searcher.formats.page.lines import Line
from searcher.lazy import lazy_pattern

_TITLE = r"(?=[^\W\d_a-z])"
# "P-123 The title", "PO-123 - The title", "P12.03 The title"; "IL-10: a cytokine" is a title.
_CODE = lazy_pattern(
    r"[A-Z]{1,4}[-–.]?(?:\d{1,4}\s?\||\d{3,4}\s?:)\s+(?=[A-ZÀ-Ý])"
    r"|(?!P450)[A-Z]{1,4}[-–]?\d{3,5}\s+(?=[A-ZÀ-Ý][a-z\s])"
    rf"|(?:(?!CA)[A-Z]{{1,4}}[-–.]?\d{{3,4}}\s[-–—]|[A-Z]{{1,4}}[-–]?\d{{1,2}}[.-]\d{{2,3}}:?)\s{_TITLE}"
    rf"|(?i:abstract|poster)\s{NUMBERED}{_TITLE}"
)
# "[P-082-B] The title"; "[F-18] ..." is a tracer.
_BRACKETED = lazy_pattern(
    r"\[(?!(?:C|F|I|N|[A-Z][a-z])-?\d{1,3}m?\])[A-Z]{1,4}[-–. ]?\d[\w.–-]{0,8}\]:?\s?" + _TITLE
)
# "214. The title"
_ITEM = lazy_pattern(r"\d{1,4}\.\s+" + _TITLE)
# "1033417 Lee and Ek: The title": the article's number on its site.
_SITE_NUMBER = lazy_pattern(r"\d{5,8}\s" + _TITLE)


def without_code(text: str, head: list[Line]) -> str:
    """A title without its number or code: "P-123 The title", "[P-082] The title"."""
    first = text[:1]
    if first.isupper():
        coded = any(map(str.isdigit, text[:16]))
        code = _CODE.match(text) if coded else None
    elif first == "[":
        code = _BRACKETED.match(text)
    else:
        code = _ITEM.match(text) if first.isdigit() else None
        if code and _is_listed(text, head):
            return text
        code = code or (_SITE_NUMBER.match(text) if first.isdigit() else None)
    return text[code.end() :] if code else text


def _is_listed(text: str, head: list[Line]) -> bool:
    """Whether another line has the number before or behind that of a text."""
    number = int(text[: text.index(".")])
    beside = (f"{number - 1}.", f"{number + 1}.")
    return any(line.text.startswith(beside) for line in head)
