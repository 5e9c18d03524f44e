"""Values as sources write them, brought to the one form that a Record has."""

from __future__ import annotations

import html
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
    for name in (names,)
}
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NUMBERS = re.compile(r"(1[5-9]\d\d|20\d\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d-])")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)?")
_YEAR_FIRST = re.compile(
    r"(1[5-9]\d\d|20\d\d)[\s,/]+([A-Za-z]{3,9})\.?(?:[-/ ]([A-Za-z]{3,9})\.?)?"
    r"(?:[\s,/]+(\d{1,2}))?(?!\d)"
)
_DAY_FIRST = re.compile(r"(\d{1,2})?[\s,/-]*([A-Za-z]{3,9})\.?[\s,/-]*(1[5-9]\d\d|20\d\d)(?!\d)")
_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](1[5-9]\d\d|20\d\d)(?!\d)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(1[5-9]\d\d|20\d\d)(?!\d)")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]+\s*")
PREPRINT = " [Preprint]"
"""What PubMed says behind the name of a server of preprints."""

IN_VOLUME = (
    r"(?:;(?P<volume>[^(:.]{0,40})(?:\((?P<issue>[^)]{0,60})\))?)?"
    r"(?::(?P<pages>(?:[^.]|\.(?=\d)){0,60}))?"
)
"""Volume, issue and pages as PubMed cites them, pages alone ahead of print:
";12(3):45-50", ":2020.04.15.20066431"."""

_CITATION = re.compile(
    r"(?P<journal>\S.{0,250}?)\. (?P<date>(?:1[89]|20)\d\d\b[^;:.]{0,30})"
    rf"{IN_VOLUME}\."
)
# "Bethesda (MD): Institute of Wards; 2012–." behind the name of a book
_BOOK = re.compile(
    r"(?P<journal>\S.{1,250}?)(?: \[Internet\])?\. [^.:;]{2,60}: [^:;]{2,100}; "
    r"(?P<date>(?:1[89]|20)\d\d\b[^;:.]{0,30})\."
)
_SOURCES = (
    # Embase: J Test (2021) 12:3 (45-50). Date of Publication: 1 Mar 2021
    re.compile(
        r"(?P<journal>\S.{0,250}?) \((?P<year>(?:1[89]|20)\d\d)\)"
        r"(?: (?P<volume>[\w.-]{1,12})(?::(?P<issue>[^():.]{1,40}?))?)?\.?(?: SUPPL\.?(?: \w+)?)?"
        r" ?(?:\((?P<pages>[^()]{1,60})\)|Article Number: (?P<article>[\w.-]{1,40}?))?"
        r"(?:\.? |\.?$)(?:.*?Date of Publication: (?P<date>[\w ]{4,30}))?"
    ),
    # EBSCO: J Test [J Test] 2021 Mar; Vol. 12 (3), pp. 45-50; or Mar2021, Vol. 12 Issue 3, p45
    re.compile(
        r"(?P<journal>\S.{1,250}?)(?: \[[^\[\]]{1,80}\]| \([A-Z][A-Z ]*\))?[.,]? "
        r"(?P<date>[\w/ ]{0,14}?(?P<year>(?:1[89]|20)\d\d)(?: [A-Z][a-z-]{2,7})?(?: \d{1,2})?)[;,] "
        r"(?:Vol\. ?)?(?P<volume>\w{1,12})(?: ?\(| Issue )?(?P<issue>(?<=[( ])[\w/ -]{1,40})?\)?"
        r"(?:[,:] ?p{0,2}\.? ?(?P<pages>[A-Za-z]?\d[\w-]{0,20}))?(?P<article>(?!))?"
    ),
    # LILACS: J Test;12(3): 45-50, mar. 2021.
    re.compile(
        r"(?P<journal>[^;]{2,200}); ?(?P<volume>\w{1,12})?(?:\((?P<issue>[^()]{1,40})\))?: ?"
        r"(?P<pages>[A-Za-z]?\d[\w-]{0,20}), ?(?P<date>[^;:]{0,20}?(?P<year>(?:19|20)\d\d))"
        r"(?P<article>(?!))?"
    ),
    # Ovid: J Test. 12(3):45-50, 2021 Mar 01. Of Embase: J Test. 12(3) (pp 45-50), 2021.
    re.compile(
        r"(?P<journal>\S.{1,250}?)\. (?P<volume>\w{1,12}) ?(?:\((?P<issue>[^()]{1,40})\))?"
        r"(?:(?::| \(pp? ?)(?P<pages>[A-Za-z]?\d[\w.-]{0,20})\)?| \(no pagination\)), "
        r"(?P<date>(?P<year>(?:1[89]|20)\d\d)(?: [A-Z][a-z]{2})?(?: \d{1,2})?)"
        r"(?:\. +Article Number: (?P<article>[\w-]{1,40}))?"
    ),
)
"""How databases cite a record's source."""

HEADING = re.compile(
    r"<(?:h\d|(?:jats:)?title)\b[^<>]*>\s*([^<>]{1,60}?):?\s*</[^<>]{1,20}>"
    r"(?:\s|<(?!h\d|(?:jats:)?title\b)[^<>/][^<>]{0,200}>)*",
    re.IGNORECASE,
)
"""The heading of a section amid a text, with what stands between it and that."""

_ABSTRACT = re.compile(
    r"^\s*(?:<(?:jats:)?sec\b[^<>]{0,200}>\s*)?<(h\d|(?:jats:)?title)\b[^<>]*>\s*abstract[:.]?\s*</\1>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:jats:)?(?:p|div|br|sec)\b[^<>]{0,200}>", re.IGNORECASE)
_MARKED = re.compile(r"</[a-zA-Z]|<br\b|/>|<p>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
"""A tag of HTML or XML amid a text."""

_NUMBER = 5
"""Digits of the shortest number of a trial."""

_LABEL = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9 ,/&()'’+-]{1,70}:"
_LABEL_AHEAD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w ,/&()'’+-]{1,50}: ?\S")
_STARTS_WITH_LABEL = re.compile(_LABEL + r"\s")
# It begins with the one space that it stands for: a search for that is quick.
_LABEL_INSIDE = re.compile(rf" (?<=[.?!)\]%;] )(?={_LABEL} )")


_NO_ABSTRACT = re.compile(
    r"[\[(]?(?:no abstract(?: (?:is )?(?:available|provided|supplied|given))?|not available|n/a"
    r"|abstract (?:is )?(?:not available|unavailable|not provided))\.?[\])]?\.?",
    re.IGNORECASE,
)
_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char != " ")
_ASCII_SPACES = "".join(filter(str.isascii, _SPACES))


def squash(text: str) -> str:
    """The text on one line, with single spaces."""
    if len(text) > 60 and "  " not in text:
        others = _ASCII_SPACES if text.isascii() else _SPACES
        if not any(map(text.__contains__, others)):
            return text.strip()  # the usual case, six times faster
    return " ".join(text.split())


def are_squashed(texts: Sequence[str]) -> bool:
    """Whether `squash` would change none of these; quicker than asking it for each."""
    text = "\n".join(texts)
    plain = text.replace("\n", " ")
    return text.count("\n") == len(texts) - 1 and " ".join(plain.split()) == plain


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in order, without empty and repeated ones."""
    found = dict.fromkeys(values)
    found.pop("", None)
    return tuple(found)


def iso_date(text: str) -> str | None:
    """ "2021 Oct 22", "2007 Mar-Apr", "22 October 2021", "2021/10/22" or "2021" as ISO.

    What is not said or not possible is left out ("2000 Spring" is "2000"); None without a year.
    """
    text = text.strip()
    if len(text) == 4 and text.isdecimal():
        return text if "1500" <= text < "2100" else None
    found = _NUMBERS.match(text) or _COMPACT.fullmatch(text)
    if found and found[2]:
        return date_of(found[1], found[2], found[3])
    found = _SLASHES.match(text)
    if found:
        # Of 3/4/2024 nobody can tell the month; of 3/14/2024 and 14.3.2024 everybody can.
        first, second = int(found[1]), int(found[2])
        if first > 12 or second > 12 or first == second:
            month, day = (second, first) if first > 12 else (first, second)
            return date_of(found[3], str(month), str(day))
        return found[3]
    for pattern, order in ((_YEAR_FIRST, "ym d"), (_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy")):
        found = pattern.match(text)
        if found and month_number(found[order.index("m") + 1]):
            parts = {name: found[place] for place, name in enumerate(order, 1)}
            return date_of(parts["y"], parts["m"], parts["d"])
    year = _YEAR.search(text)
    return year[1] if year else None


def date_of(year: str | None, month: str | None = None, day: str | None = None) -> str | None:
    """The ISO date of these parts, as far as they are possible; None without a year."""
    found = _YEAR.search(year or "")
    if not found:
        return None
    number = month_number(month or "")
    if not number:
        return found[1]
    day = day.strip() if day else ""
    if day.isdecimal() and len(day) < 3 and 1 <= int(day) <= monthrange(int(found[1]), number)[1]:
        return f"{found[1]}-{number:02}-{int(day):02}"
    return f"{found[1]}-{number:02}"


def month_number(month: str) -> int | None:
    """1 to 12 for "Oct", "October", "10" or "Oct-Nov"; None for anything else."""
    month = month.strip().lower()
    if month.isdecimal():
        return int(month) if len(month) <= 2 and 1 <= int(month) <= 12 else None
    return _MONTHS.get(month[:3])


def read_citation(text: str) -> dict[str, str | int | None] | None:
    """The parts of "J Test. 2021 Mar 1;12(3):45-50." by field name; None for anything else."""
    found = _CITATION.match(text)
    if not found:
        return None
    date, journal = iso_date(found["date"]), found["journal"].removesuffix(PREPRINT)
    return {**found.groupdict(), "journal": journal, "date": date, "year": int(found["date"][:4])}


def read_book(text: str) -> dict[str, str | int | None] | None:
    """The parts of "Wards [Internet]. Bethesda (MD): Press; 2012 Jan 3." by field name, its name
    as the journal; no date where the book goes on ("2012–"). None for anything else."""
    found = _BOOK.match(text)
    if not found:
        return None
    if found["date"].endswith(("-", "–")):
        return {"journal": found["journal"]}
    date = iso_date(found["date"])
    return {"journal": found["journal"], "date": date, "year": int(found["date"][:4])}


def read_source(text: str) -> dict[str, str | int | None] | None:
    """The parts of a source as Embase and EBSCO write it by field name; None for anything else."""
    found = next(filter(None, (source.match(text) for source in _SOURCES)), None)
    if not found:
        return None
    date = iso_date(found["date"] or "") or ""
    pages = found["pages"] or found["article"] or ""
    return {
        "journal": found["journal"],
        "volume": found["volume"],
        "issue": found["issue"],
        "pages": full_pages(*pages.partition("-")[::2]),
        "date": date if date.startswith(found["year"]) else found["year"],
        "year": int(found["year"]),
    }


def sections(abstract: str) -> str:
    """An abstract in one squashed paragraph with its labelled sections, if any, one a line.

    Only an abstract that begins with a label in capitals ("BACKGROUND: ") has sections. "" of a
    notice that there is none.
    """
    if len(abstract) < 40 and is_notice(abstract):
        return ""
    if _STARTS_WITH_LABEL.match(abstract):
        return _LABEL_INSIDE.sub("\n", abstract)
    return abstract


def is_notice(abstract: str) -> bool:
    """Whether what stands for an abstract says that there is none."""
    return _NO_ABSTRACT.fullmatch(abstract) is not None


def without_number(authors: tuple[str, ...]) -> tuple[str, ...]:
    """The authors; none where a register has the number of a trial for them ("NCT00000001")."""
    if len(authors) == 1 and " " not in authors[0]:
        return () if sum(map(str.isdigit, authors[0])) >= _NUMBER else authors
    return authors


def without_notice(abstract: str) -> str:
    """The abstract without EBSCO's notice behind it of who wrote and who owns it."""
    return abstract.partition("[ABSTRACT FROM ")[0] if "[ABSTRACT FROM " in abstract else abstract


def without_markup(text: str) -> str:
    """The text without elements of HTML or JATS, the headings of its sections as labels, each on
    its own line; with the signs that entities stand for ("&lt;", and "&amp;lt;" as well)."""
    marked = "<" in text and _MARKED.search(text) is not None
    if marked:
        text = _ABSTRACT.sub("", text)
        text = MARKUP.sub("", _BLOCK.sub("\n", HEADING.sub(r"\n\1: ", text))).strip()
    if "&" not in text:
        return text
    plain = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return plain if marked or plain == text else without_markup(plain)


def plain_values(tags: dict[str, list[str]]) -> dict[str, list[str]]:
    """The values of a tagged record without markup; each block of one is a value of its own."""
    return {
        tag: [line for value in values for line in without_markup(value).split("\n")]
        for tag, values in tags.items()
    }


def labelled(lines: Iterable[str]) -> str:
    """An abstract that comes in lines: one a line where all begin with a label, else joined.

    A line without a label continues the one before it.
    """
    joined: list[str] = []
    for line in map(squash, lines):
        if line and (not joined or _LABEL_AHEAD.match(line)):
            joined.append(line)
        elif line:
            joined[-1] += " " + line
    return sections(joined[0]) if len(joined) == 1 else "\n".join(joined)


def clean_journal(name: str) -> str:
    """The journal's name; "" of the address that stands for it where a registry is the source."""
    return "" if name.startswith(("http://", "https://")) else name


def clean_pages(pages: str | None) -> str | None:
    """ "1548-54" with one plain hyphen, whichever dash it was written with."""
    return _DASHES.sub("-", pages.strip()) or None if pages else None


def full_pages(first: str | None, last: str | None) -> str | None:
    """ "162-70" out of a first and a last page, either of which may be missing or the same."""
    first, last = clean_pages(first), clean_pages(last)
    if first and last and first != last:
        return f"{first}-{last}"
    return first or last
