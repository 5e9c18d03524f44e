"""What stands before a journal's name on its line: a number, a label, words that announce it."""

from __future__ import annotations

import re

from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.lazy import lazy_pattern

_LEAD = lazy_pattern(
    r"(?:(?:how to )?cite (?:this (?:article )?)?(?:as)?"
    r"|cover image (?:for|of)|logo (?:for|of)|to cite this article|©|\(c\))\s*:?\s+(?=\S)"
    r"|(?:(?:journal |iso )?abbreviation|group title|citation|source|journal|in|reference|from"
    r"|issue|journal article|so|series(?: title)?"
    r"|dergi|jurnal)\s?:\s*(?=\S)"
    r"|(?:home|(?:all |our |browse )?journals|publications|revistas|zeitschriften|revues)"
    r"\s?[>»›/|]\s?(?=\S)"
    r"|(?:\d{1,4}[.:]|\[\d{1,4}\])\s+"
    # "CC BY-NC 4.0 · Ward Letters": the licence.
    r"|cc[ -]by(?:[ -](?:nc|nd|sa))*(?:[ -]\d\.\d)?\W+(?=[A-Z])"
    # "pubmed-12345678 BMC Wards": the number of a record.
    r"|[a-z]{0,8}[-:\s]?\d{5,}[.,;:]?\s+(?=[A-Z])"
    r"|\W{0,2}(?:from|dans|in) (?:the|la|le|der)\s(?=[A-Z])|(?:official )?reprint from\s",
    re.IGNORECASE,
)
# "https://doi.org/10.1000/123Ward Letters"
_DOI_LEAD = lazy_pattern(r".{0,60}?\b10\.\d{4,9}/\S*?\d(?=[A-Z][a-z])")
# "ABCDE-01234; No of Pages 3": over an article that is in press.
_PAGES_LEAD = lazy_pattern(
    r".{0,40}?\bno\.? of pages:?\s?\d{1,3}(?:;[^:]{1,8}:)?\s(?=[A-Z])", re.IGNORECASE
)
# "Published in final edited form as: J Wards", "Originally published in J Wards"
_ANNOUNCED = lazy_pattern(
    r"^\W{0,2}(?:[^\W\d_]+ ){0,5}?(?:publi[sc]\w+|appear\w+|article|includ\w+|printed|incluid\w+"
    r"|publi[ée]\w*|paru|dans|enthalten|pubblicat\w+|erschienen|veröffentlicht|gepubliceerd|opublikowan\w+"
    r"|vyšlo|publikován\w+|опубликован\w*|надруковано)"
    r"(?:(?: [^\W\d_]{1,9}){0,5}?\s?:\s*|(?: online)?\s(?:in|en|em|dans|w|v|i|su|в|у)\s"
    r"|(?<=dans)\s)"
    r"(?=\S)",
    re.IGNORECASE,
)
_LABEL_COLON = lazy_pattern(r"^\W{0,2}([^\W\d_][^:]{0,40}):\s*(?=\S)")
_NAMING = frozenset({"journal", "cite", "reference"})
"""Kinds of labels under which a journal's name stands."""
_DASHES = lazy_pattern(r"([^|·]{20,}) [-–—|·] (\S[^|·]{4,80})$")


def without_lead(text: str) -> str:
    """A text without the number, the label or the words that announce what it names."""
    found = _LEAD.match(text) or ("10." in text and _DOI_LEAD.match(text))
    if found := found or (" of " in text and _PAGES_LEAD.match(text)):
        text = text[found.end() :]
    if found := _ANNOUNCED.match(text):
        text = text[found.end() :]
    found = _LABEL_COLON.match(text) if ":" in text[:42] else None
    return text[found.end() :] if found and label_kind(found[1]) in _NAMING else text


# What stands over all that a page says, and before it on one line.
_SKIP = lazy_pattern(r"skip to (?:(?:main|page) )?content\s+(?=\S)", re.IGNORECASE)


def after_skip(text: str) -> str:
    """A line without the words that lead past a menu ("Skip to main content Wards")."""
    return _SKIP.sub("", text, count=1) if text[:4].lower() == "skip" else text


def is_labelled(text: str) -> bool:
    """Whether a label stands before a name, whatever it says."""
    found = _LABEL_COLON.match(text) if ":" in text[:42] else None
    return found is not None and label_kind(found[1]) is not None


def behind_dash(text: str) -> str:
    """The name that a browser shows behind the title of a page: "The title - Journal of Wards"."""
    found = _DASHES.match(text) if " " in text[20:] else None
    named = found is not None and names_a_journal(found[2]) and not names_a_journal(found[1])
    return found[2] if found and named else text
