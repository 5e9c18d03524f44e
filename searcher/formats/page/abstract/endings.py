"""What ends the text of an article: lines that stand beside it, each of its own kind."""

from __future__ import annotations

import re

from searcher.formats.page.abstract.framing import is_full_reference
from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.form_parts import IN_YEAR, NUMBERED_ISSUE
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.furniture import is_menu, is_rights
from searcher.formats.page.kinds.labels import Label, find_label
from searcher.formats.page.kinds.language import is_language_code
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import is_prose
from searcher.formats.page.kinds.references import is_numbered_reference
from searcher.formats.page.kinds.sentences import is_sentence
from searcher.formats.page.kinds.spelling import fold_label, is_numbered_heading
from searcher.formats.page.lines import Line
from searcher.formats.page.unlabelled_terms import is_unlabelled_list
from searcher.formats.page.words.lists import has_any
from searcher.formats.page.words.sites import NOTICES, SITE_NOTICES
from searcher.lazy import lazy_pattern

LONGEST_REFERENCE = 500
"""Characters of a line that cites an article in full, at most."""

LONG_PARAGRAPH = 300
"""Characters of a line that is more than a sentence."""

_QUESTION = lazy_pattern(
    r"What(?:[’']s)? (?:is|does|do|are|did|this|already)[^.?]{5,70}\?(?:\s[A-Z]|$)"
)
# "my comments: ...", in somebody's notes.
_REMARK = lazy_pattern(r"(?:[a-z]+ ){0,2}[a-z]{3,}:\s|(?:TODO|NB|Note to self|My \w+):?\s")
# "Fig. 1. Course of the fever": what stands under a figure, not a paragraph.
CAPTION = lazy_pattern(
    r"(?:fig(?:ur[ae]?)?\.?|tab(?:le|la|ela|elle|\.)|abb(?:ildung|\.)|рис\.|табл?\.)\s?\d",
    re.IGNORECASE,
)
# "Data sharing: ...": anything with a label.
NAMED = lazy_pattern(r"[A-Z][^:.?!]{2,40}:\s")
DECLARED = lazy_pattern(
    r"the authors? (?:declares?|reports?|states?|have|has) (?:that )?(?:they |there )?"
    r"(?:(?:have|has|is|are) )?(?:no|none)\b"
    r"|funding (?:information|sources?) (?-i:[A-Z])"
    r"|the (?:opinions?|views?)\b.{0,60}\b(?:authors?|own)\b"
    # "Dr. Holm is with the College of Wards."
    r"|(?:drs?|prof|mrs?|ms)\.? (?-i:[A-Z][\w'’-]+) (?:is|are|was|serves|works)"
    r" (?:with|an?|the|at|in)\b",
    re.IGNORECASE,
)
# "Vol. 6 No. 9 (2009): November": the issue, as sites name it below an article.
_ISSUE = lazy_pattern(NUMBERED_ISSUE + IN_YEAR, re.IGNORECASE)
_DATELINE = lazy_pattern(
    r"(?:received|accepted|revised|submitted|published|posted)\b", re.IGNORECASE
)


def is_beside(lines: list[Line], index: int) -> bool:
    """Whether a line is of those that stand beside a text: notices, references, names, terms."""
    line, text = lines[index], lines[index].text
    if is_language_code(text) or is_rights(text) or is_numbered_heading(text):
        return True
    if len(text) < 200 and has_any(text.lower(), SITE_NOTICES):
        return True
    if is_numbered_reference(text) or is_notice(text) or DECLARED.match(text):
        return True
    if len(text) < 300 and (_is_reference_line(text) or is_menu(text)):
        return True
    if len(text) < LONGEST_REFERENCE and is_full_reference(text):
        return True
    if line.gap:
        if text[-1] == "!" or lines[index - 1].text.endswith(("…", "...")):
            return True
        if _REMARK.match(text) or CAPTION.match(text):
            return True
        several = text.count(",") > 1 or text.count(";") > 1
        if several and is_unlabelled_list(text, follows_abstract=True):
            return True
    # Where lines are not wrapped, a list needs no blank line.
    below = text.count(";") > 1 and len(lines[index - 1].text) > LONG_PARAGRAPH
    if below and is_unlabelled_list(text):
        return True
    if not is_sentence(lines[index - 1].text):
        return False
    named = len(text) < 300 and len(read_names(text)) > 1
    return named or (not line.gap and is_address(text))


def opens_box(lines: list[Line], index: int) -> bool:
    """Whether a question over a text is the heading of a box beside the abstract."""
    line, text, previous = lines[index], lines[index].text, lines[index - 1].text
    last = index + 1 == len(lines)
    if (not last or text[-1] != "?") and _QUESTION.match(text) and is_sentence(previous):
        return True
    apart = len(previous) > LONG_PARAGRAPH or (line.gap > 0 and not last)
    return text[-1] == "?" and len(text) < 80 and apart


def is_notice(text: str) -> bool:
    """Whether a line is a labelled notice, such as the disclosure of interests."""
    label = _label_of(text)
    if label is None or not label.value:
        return False
    name = fold_label(label.name)
    return name in NOTICES or (label.kind == "info" and name != "funding")


def opens_notice(text: str) -> bool:
    """Whether a line is a notice of those that stand beside an abstract, with its label."""
    label = _label_of(text)
    return label is not None and fold_label(label.name) in NOTICES


def says_who_paid(text: str) -> bool:
    """Whether a line is the section of an abstract that says who paid."""
    return text.startswith("Funding:")


def _label_of(text: str) -> Label | None:
    return find_label(text) if ":" in text[:40] else None


def funding_of(own: list[Line]) -> list[Line]:
    """The last lines of a text from the one on that says who paid: only an abstract of labelled
    sections has such a section."""
    for index, line in enumerate(own):
        if line.gap and says_who_paid(line.text):
            return own[index:] if index else []
        if NAMED.match(line.text):
            break
    return []


def _is_reference_line(text: str) -> bool:
    if _DATELINE.match(text) and find_date(text) is not None:
        return True
    if text[:1] in "Vv" and _ISSUE.match(text):
        return True
    return text.lower().startswith(("doi:", "doi ", "pmid", "https://doi", "http")) or (
        len(text) < 220 and find_citation(text) is not None and not is_prose(text[60:])
    )
