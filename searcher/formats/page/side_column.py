"""An abstract whose lines run through those of the narrow column beside it, taken apart.

Print sets the history and the keywords of an article beside its abstract, under headings on one
line; text out of such a page has a piece of either column on each line.
"""

from __future__ import annotations

import re

from searcher.formats.page.flattened.column import CITED
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.lines import Line
from searcher.formats.page.words.front_matter import DATED, DAY, ON_DAY
from searcher.formats.page.words.lists import UPPER
from searcher.lazy import lazy_pattern

MOST_LINES = 45
"""Lines of such an abstract at most."""

FLAT = 250
"""Characters from which on a line holds both columns from end to end."""

LONGEST_TERM = 45
"""Characters of a keyword on a line of its own at most."""

_ENDS = ("bstract", "BSTRACT", "A C T", "a c t", "esumen", "ESUMEN", "M E N", "m e n")
_HEADINGS = lazy_pattern(
    r"(?:^|\s)(?:a ?r ?t ?i ?c ?l ?e|i ?n ?f ?o ?r ?m ?a ?c ?i ?[óo] ?n\s+d ?e ?l)\s+"
    r"(?:i ?n ?f ?o|a ?r ?t ?[íi] ?c ?u ?l ?o)\s+"
    r"(?P<abstract>a ?b ?s ?t ?r ?a ?c ?t|r ?e ?s ?u ?m ?e ?n)$",
    re.IGNORECASE,
)
_HISTORY = lazy_pattern(
    rf"(?:Article history|Historia del artículo)\s?:?|(?:{'|'.join(DATED)}){ON_DAY}"
)
_OPEN = lazy_pattern(r"Received in (?:final )?revised form")
_DATE = lazy_pattern(DAY)
# "Holm, A.B.; Ek, C.;": names of a citation on one of its lines.
_NAMES = lazy_pattern(
    rf"(?:(?<=\s)|^)(?:[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+)?, (?:[{UPPER}]\.[ -]?)+"
    r"(?:; ?|(?<=\s)))+"
)
# "Fever of Sailors": what of its title stands behind the last one.
_TITLED = lazy_pattern(
    rf"(?:[{UPPER}][\w’'-]*[:?]? (?:(?:and|of|the|in|for|with|on|to|a|an|by) (?=[{UPPER}]))*)*"
)
# "Be Drunk? Ports 2022, 10, 1180."
_NUMBERS = lazy_pattern(
    rf"(?<=[a-z\d)]) (?:[{UPPER}][^;]{{0,200}}?)?\b(?:19|20)\d\d, \d+, [\w–-]+\."
)
_STOP = lazy_pattern(r"[a-z\d)%][.?!] ")
_BEHIND = ("©", "Ó ", "Copyright", "* Corr", "⁎", "∗", "*", "Corresponding", "E-mail", "1. ")


def take_apart(lines: list[Line]) -> list[Line]:
    """The same lines; those of two columns under one line of headings as one column each."""
    for index, line in enumerate(lines[:-1]):
        if not line.text.endswith(_ENDS):
            continue
        if headings := _HEADINGS.search(line.text):
            end = _end(lines, index + 1)
            apart = _columns(line, lines[index + 1 : end])
            before = line.text[: headings.start()].strip()
            above = [line._replace(text=before)] if before else []
            return [*lines[:index], *above, *apart, *lines[end:]]
    return lines


def _end(lines: list[Line], start: int) -> int:
    """Where the two columns end."""
    if len(lines[start].text) >= FLAT:
        return start + 1
    last = min(len(lines), start + MOST_LINES)
    behind = (i for i in range(start + 1, last) if lines[i].text.startswith(_BEHIND))
    return next(behind, last)


def _columns(heading: Line, lines: list[Line]) -> list[Line]:
    """The history, the abstract under its heading, and the keywords."""
    history: list[str] = []
    text: list[Line] = []
    terms: list[str] = []
    listing, whole = False, True
    for line in lines:
        own = _without_history(line.text, history)
        label = find_label(own) if own else None
        if label and label.kind == "keywords":
            listing, own = True, label.value
        if listing and 1 < len(own) <= LONGEST_TERM and own[0].isupper() and own[-1].isalnum():
            terms.append(own)
        elif own:
            runs_on = bool(text) and text[-1].text[-1] not in ".?!:;"
            whole = whole and not (listing and runs_on and own[0].isupper())
            if text and text[-1].number < line.number - 1:
                # What stood between the two was of the other column.
                text[-1] = text[-1]._replace(last=line.number - 1)
            text.append(line._replace(text=own, gap=0))
    dates = [heading._replace(text=each, gap=0) for each in history]
    listed = [lines[-1]._replace(text=f"Keywords: {'; '.join(terms)}", gap=1)]
    abstract = heading._replace(text="Abstract", gap=1)
    return [*dates, abstract, *text, *(listed if terms and whole else [])]


def _without_history(text: str, history: list[str]) -> str:
    """A line without the dates of the other column, which are added to the history."""
    if len(text) < FLAT:
        while found := _HISTORY.match(text) or _OPEN.match(text) or _undated(text, history):
            history.append(found[0])
            text = text[found.end() :].lstrip()
        return text
    opened = _OPEN.search(text)
    if opened and (date := _DATE.search(text, opened.end())):
        history.append(f"{opened[0]} {date[0]}")
        text = f"{text[: date.start()].rstrip()} {text[date.end() :].lstrip()}"
        text = f"{text[: opened.start()].rstrip()} {text[opened.end() :].lstrip()}"
    history += _HISTORY.findall(text)
    return " ".join(_HISTORY.sub(" ", text).split())


def _undated(text: str, history: list[str]) -> re.Match[str] | None:
    """The date of a form that was received, on the line below."""
    return _DATE.match(text) if history and _OPEN.fullmatch(history[-1]) else None


def take_citation(lines: list[Line]) -> list[Line]:
    """The same lines; a citation whose lines run through the last ones of an abstract, and of the
    keywords on the line below, as one line behind them."""
    for index, line in enumerate(lines[:-1]):
        start = line.text.find(CITED)
        if start < 0 or line.text[start - 1] in ".:;":
            continue
        below = lines[index + 1]
        numbers = _NUMBERS.search(below.text)
        names, text = _part_names(line.text[start + len(CITED) :])
        if not names or numbers is None:
            continue
        text, titled = _without_title(f"{line.text[:start]} {text}", start)
        cited = " ".join([*names, *titled, below.text[numbers.start() :]])
        return [
            *lines[:index],
            line._replace(text=text),
            below._replace(text=below.text[: numbers.start()]),
            below._replace(text=f"Citation: {' '.join(cited.split())}", gap=1),
            *lines[index + 2 :],
        ]
    return lines


def _part_names(text: str) -> tuple[list[str], str]:
    """The names of a citation and the beginning of its title behind them, and the text that is
    left."""
    pieces, kept = [], ""
    while names := _NAMES.search(text):
        kept = f"{kept} {text[: names.start()].strip()}"
        text = text[names.end() :]
        pieces.append(names[0])
    if pieces and (titled := _TITLED.match(text)):
        pieces.append(titled[0])
        text = text[titled.end() :]
    return pieces, f"{kept.strip()} {text}"


def _without_title(text: str, start: int) -> tuple[str, list[str]]:
    """A text up to its last sentence's end, and the piece of a title behind it."""
    ends = [stop.end() for stop in _STOP.finditer(text, start)]
    return (text[: ends[-1]].rstrip(), [text[ends[-1] :]]) if ends else (text, [])
