"""Lines that tell another work: entries of a list of references."""

from __future__ import annotations

from searcher.formats.page.kinds.dates import YEAR, may_have_year
from searcher.lazy import lazy_pattern

_A_NUMBER = r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.)\s+"
_SURNAME = r"[A-ZÀ-Þ][\w'’-]+"
# "[3] A. B. Lee,", "(3) Lee AB", "3. Lee, A.", "3Lee Ann B, "
_NUMBERED = lazy_pattern(
    rf"{_A_NUMBER}(?:(?:[A-Z]\.[\s-]?){{1,3}}\s?{_SURNAME},|{_SURNAME},?\s(?:[A-Z]{{1,3}}\b|[A-Z]\.))"
    rf"|\d{{1,3}}{_SURNAME}(?: [A-Z][a-z]+)? [A-Z]{{1,3}}[,.]\s"
)
# "Smith J, Doe AB. Fever. J Wards 2012", "Smith, J., Doe, A., 2011. Fever."
_BY_AUTHORS = lazy_pattern(
    rf"\W{{0,2}}(?:\d{{1,3}}[.)]?\s?)?{_SURNAME}(?: {_SURNAME})?,?"
    r" (?:[A-ZÀ-Þ]\.?[\s-]?){1,3}(?:[,.;]| &| and| et al)"
)
# 'Holm, Anna and Sow, Ada, "Fever in wards" (2011)', as repositories ask to be cited
_QUOTING = lazy_pattern(
    r"[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][\w.'’-]+(?: [A-Z]\.)?(?:,| and| &|;|\.) [^\"“]{0,400}[\"“][A-ZÀ-Þ]"
)
# "[J]", "[M/OL]": what kind of thing a reference is to.
_MEDIUM = lazy_pattern(r"\[[JMDCPN](?:/OL)?\][.,]?")


def is_numbered_reference(text: str) -> bool:
    """Whether a line opens with a number and an author, as an entry of a list of references."""
    return text[:1] in "[(0123456789" and _NUMBERED.match(text) is not None


def is_reference(text: str) -> bool:
    """Whether a line is another work: its authors or its number first, or what kind of thing it is
    behind its title."""
    if not text[:1].isalpha() and is_numbered_reference(text):
        return True
    if "[" in text and _MEDIUM.search(text):
        return True
    if not may_have_year(text):
        return False
    opens = _BY_AUTHORS.match(text) or _QUOTING.match(text)
    return opens is not None and YEAR.search(text) is not None


def is_plain_reference(text: str) -> bool:
    """Whether a line is another work without a number before it, or the article's own citation."""
    return text[:1].isalpha() and is_reference(text)
