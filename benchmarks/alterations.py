"""Ways in which a page comes to be saved otherwise, each a function of its text and its truth.

`text` is a page with lines ended by \\n, `gold` what it carries; the altered text is returned, or
the same where the way has nothing to alter. What the altered page still carries says `carried`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from typing import Any

from fields import fold

from searcher.names import split_name

Gold = dict[str, Any]
Way = Callable[[str, Gold], str]

_MENUS = "Skip to main content\nHome\nJournals\nAbout us\nSearch\nLog in\nRegister\nCart (0)\n\n"
_RELATED = """
Related articles
Falls at night on a geriatric ward: a chart review
Moss A, Alder B. Ward Reviews 2011;4(2):17-23.
Sleep of nurses who change shifts
Reed C, Birch D. Annals of Shift Work 2008;12:101-9.
Cold compresses after removal of wisdom teeth: a randomised trial
Marsh E, et al. Trials of the Chair 2015;1(1):3-8.
"""
_LABELS = (
    "Abstract|Summary|Key ?words|Background|Introduction|Purpose|Aims?|Objectives?|"
    "(?:Materials and |Patients and )?Methods|Results|Conclusions?|Discussion|DOI"
)
_LABEL_ALONE = re.compile(rf"^((?:{_LABELS}):?)[ \t]*\n\s*", re.I | re.M)
_LABEL_SPACED = re.compile(rf"^((?:{_LABELS}):) +", re.I | re.M)
_LABEL = re.compile(rf"^(?:{_LABELS})(?=:|[ \t]*$)", re.I | re.M)
_LABEL_LINE = re.compile(rf"^(?:{_LABELS}):?[ \t]*$", re.I | re.M)
_TO_PLAIN = str.maketrans("‘’“”„‐‑–—", '\'\'"""----')


def windows_line_ends(text: str, gold: Gold) -> str:
    """Saved by an editor of Windows."""
    return text.replace("\n", "\r\n")


def no_blank_lines(text: str, gold: Gold) -> str:
    """Copied out of a viewer that keeps lines and loses the space between them."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def all_blank_lines(text: str, gold: Gold) -> str:
    """Converted to text with each block as a paragraph."""
    return no_blank_lines(text, gold).replace("\n", "\n\n")


def indented(text: str, gold: Gold) -> str:
    """Printed by a text browser, or quoted in a note."""
    return "\n".join(f"   {line}" if line.strip() else line for line in text.split("\n"))


def wrapped(text: str, gold: Gold) -> str:
    """Sent by mail, or kept by an editor that breaks lines at 72 characters."""
    return "\n".join(
        textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def one_line(text: str, gold: Gold) -> str:
    """Text of a PDF as sites that share documents show it, or a cell of a table."""
    return " ".join(text.split())


def head_on_one_line(text: str, gold: Gold) -> str:
    """The block over the abstract copied as one paragraph, as a list of results shows it."""
    start = _abstract_start(text, gold)
    head = text[:start].rstrip()
    above, _, last = head.rpartition("\n")
    if start and _LABEL_LINE.fullmatch(last):
        return one_line(above, gold) + "\n" + last + "\n" + text[start:]
    return one_line(head, gold) + "\n" + text[start:] if head else text


def first_lines_joined(text: str, gold: Gold) -> str:
    """The two lines at the top are cells of a row, or lose the break between them."""
    first, _, rest = text.lstrip().partition("\n")
    return f"{first.rstrip()} {rest.lstrip()}" if rest else text


def first_lines_cut(text: str, gold: Gold) -> str:
    """Copied from a little below the top: up to three lines over the abstract are gone."""
    start = _abstract_start(text, gold) or len(text)
    lines = text[:start].lstrip().split("\n")
    return "\n".join(lines[min(3, len(lines) - 1) :]) + text[start:]


def labels_glued(text: str, gold: Gold) -> str:
    """Blocks of HTML put together without a space: "AbstractBackground:Falls are"."""
    return _LABEL_SPACED.sub(r"\1", _LABEL_ALONE.sub(r"\1", text))


def labels_in_capitals(text: str, gold: Gold) -> str:
    """Labels that a style sheet shows in capitals, copied as they are shown."""
    return _LABEL.sub(lambda found: found[0].upper(), text)


def markdown_headings(text: str, gold: Gold) -> str:
    """Converted to Markdown: "# Title", "## Abstract"."""
    text = _on_its_line(text, gold, lambda title: f"# {title}")
    return _LABEL_LINE.sub(lambda found: f"## {found[0]}", text)


def title_labelled(text: str, gold: Gold) -> str:
    """Shown by a catalogue or written by a note keeper: "Title: ..."."""
    return _on_its_line(text, gold, lambda title: f"Title: {title}")


def title_in_capitals(text: str, gold: Gold) -> str:
    """A title that a style sheet or an old print shows in capitals."""
    return _on_its_line(text, gold, str.upper)


def site_behind_bar(text: str, gold: Gold) -> str:
    """The title as the browser's tab shows it: "Title | Site"."""
    return _on_its_line(text, gold, lambda title: f"{title} | Ward Online")


def site_behind_dash(text: str, gold: Gold) -> str:
    """The title as the browser's tab shows it: "Title - Site"."""
    return _on_its_line(text, gold, lambda title: f"{title} - Ward Online")


def title_taken_away(text: str, gold: Gold) -> str:
    """Copied without the title, which is then nowhere on the page."""
    found = _title(gold)
    return found.sub("", text) if found else text


def menus_before(text: str, gold: Gold) -> str:
    """Saved with the menus of the site."""
    return _MENUS + text


def related_after(text: str, gold: Gold) -> str:
    """Saved with the side list of other papers."""
    return text.rstrip() + "\n" + _RELATED


def non_breaking_spaces(text: str, gold: Gold) -> str:
    """Spaces that a publisher keeps from breaking: beside figures and behind colons."""
    return re.sub(r"(?<=[\d:]) (?=\S)| (?=\d)", "\xa0", text)


def plain_signs(text: str, gold: Gold) -> str:
    """Typographic quotes and dashes typed, or converted to those of a keyboard."""
    return text.translate(_TO_PLAIN)


WAYS: dict[str, Way] = {
    each.__name__: each
    for each in (
        windows_line_ends,
        no_blank_lines,
        all_blank_lines,
        indented,
        wrapped,
        one_line,
        head_on_one_line,
        first_lines_joined,
        first_lines_cut,
        labels_glued,
        labels_in_capitals,
        markdown_headings,
        title_labelled,
        title_in_capitals,
        site_behind_bar,
        site_behind_dash,
        title_taken_away,
        menus_before,
        related_after,
        non_breaking_spaces,
        plain_signs,
    )
}


def carried(gold: Gold, before: str, after: str) -> Gold:
    """The truth of an altered page: what stood on the page and no longer does is null."""
    had, has = fold(before), fold(after)

    def gone(value: Any) -> bool:
        folded = fold(str(value))
        return folded in had and folded not in has

    kept = {field: None if value and gone(value) else value for field, value in gold.items()}
    kept["keywords"] = [word for word in gold.get("keywords") or () if not gone(word)] or None
    if any(gone(split_name(name)[1]) for name in gold.get("authors") or ()):
        del kept["authors"]
    return kept


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())), re.I)


def _title(gold: Gold) -> re.Pattern[str] | None:
    return _pattern(gold["title"]) if gold.get("title") else None


def _on_its_line(text: str, gold: Gold, alter: Callable[[str], str]) -> str:
    """The text with the title altered where it first has lines of its own."""
    if not (title := _title(gold)):
        return text
    alone = re.compile(rf"^{title.pattern}\.?(?=[ \t]*$)", re.I | re.M)
    return alone.sub(lambda found: alter(found[0]), text, count=1)


def _abstract_start(text: str, gold: Gold) -> int:
    """Where the line begins on which the abstract does; 0 where there is none."""
    found = _pattern(gold["abstract_start"]).search(text) if gold.get("abstract_start") else None
    return text.rfind("\n", 0, found.start()) + 1 if found else 0
