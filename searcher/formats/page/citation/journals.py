"""Where the name of a journal stands before the numbers of a citation."""

from __future__ import annotations

from searcher.formats.page.citation.before_name import without_lead
from searcher.formats.page.citation.behind_title import find_name_behind
from searcher.formats.page.citation.names import find_founded, names_a_journal, says_it_is_a_journal
from searcher.formats.page.citation.pieces import goes_on, is_abbreviation, is_cut
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.dates import ENGLISH_MONTH, may_have_year
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.words.journals import CUT_WORDS, NOUNS
from searcher.formats.page.words.lists import DIGIT, any_of, has_any
from searcher.formats.page.words.sites import COUNTRIES
from searcher.lazy import lazy_pattern

# "Accepted: 11 June 2017 Ward Reports": a name has no date in it.
_DATE_BEFORE = lazy_pattern(
    r".*\b(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?"
    r"|\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign))(?:19|20)\d\d[.;,]?\s(?=[A-Z])"
)
# "26 https://wards.example.org Ward Reports", "E-mail: a@wards.example.org Ward Reports"
_ONLINE_BEFORE = lazy_pattern(
    r".*(?:(?<!\S)(?:https?://|www\.)\S+|\S@\S+|\[email protected\])[.;,]?\s(?=[A-ZÀ-Ý])"
)
_ONLINE_SIGNS = ("://", "www.", "@", "[email")
# "Department of Wards, Lund, Sweden Journal of Wards"
_COUNTRY_BEFORE = lazy_pattern(rf".*(?:{any_of(COUNTRIES)})[.;]?\s(?=[A-ZÀ-Ý])")
_BREAK = lazy_pattern(
    r"[.?!\"”\[\s*](?:(?:(?<=[^\s.][^\s.][.?!])|(?<=\)[.?!]))[\"”’']?\s+|(?<=\*\*)\s+|(?<=[^\W\d_]\.)(?=\s)\s*|(?<=[\"”]),?\s+"
    r"|(?<=\[)J\][.,]?\s?|(?<=\s)[-–—|•·>›»=]{1,2}\s|(?<=\bet al\.),\s"
    r"|(?<=\bet al\s)(?=[A-ZÀ-Ý]))"
)
_ABBREVIATED = lazy_pattern(r"[A-ZÀ-Ý][^\W\d_]{0,11}\.(?: [^\W\d_]{1,11}\.?){1,6}")
# "Ward Journal Mar" before "2013, 12 (3)", "Ward Journal, Winter"; "Ward Journal 2012-"
_MONTH_LAST = lazy_pattern(rf"[\s,](?:{ENGLISH_MONTH}|(?:Spring|Summer|Autumn|Fall|Winter)\.?)$")
_FIRST_YEAR = lazy_pattern(r"[\s,.]\s?(?:19|20)\d\d$")
_MONTH_MEANT = lazy_pattern(r"\d{4}|\s;")
# "Journal of Wards - Nurses and Aids": what parts a name from the line may part it too.
_PARTING = ("-", "–", "—")
# "53 Rev Wards": a figure alone may be a part of the name.
_PAGE_OF_PRINT = lazy_pattern(
    r"^(?:\d{1,4}\s(?=[A-ZÀ-Ý][\w.-]+\s[A-ZÀ-Ý])|(?!19|20)\d{2,4}\s(?=[A-ZÀ-Ý]))"
)


# "... a case report of a fever.Ward Med": the blank behind the title is lost.
_SHORT_TITLE = 30  # characters
MOST_BLANKS = 4
"""Blanks of a text from which on a title may stand in it before a name."""
MOST_NAME_BLANKS = 9
"""Blanks of a name at most that no stop parts from what is before it, and that is not told to be a
journal's."""
_GLUED_STOP = lazy_pattern(r"(?P<title>.{30,}[a-zà-ÿ)]{2}[.?])(?P<name>[A-Z].+)$")
_OTHERS = lazy_pattern(r"\bet al\.?$")
# "Lee A (2019) 'The title', Ward Letters"
_QUOTED = lazy_pattern(r"(?P<title>.*[\s(]['‘].{15,}['’][.,]?) (?P<name>[^'’]+)$")
LONGEST_DATE = 16
"""Characters in which the year of a citation stands behind its journal."""


def journal_before(text: str, end: int) -> tuple[str | None, str]:
    """The journal that stands right before `end`, and the text before it.

    The journal is None when what stands there cannot be a journal's name.
    """
    whole = _behind_address(_before_numbers(text, end))
    if (start := find_founded(whole)) and may_have_year(text[end : end + LONGEST_DATE]):
        name, head = journal_before(whole, start)
        return name and name + whole[start:], head
    if not whole:
        return None, ""
    if name := _behind_people(whole):
        return name, ""
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(whole)]
    if _is_abbreviated(whole, len(breaks)):
        return clean_journal(whole), ""
    if name := _behind_date(whole):
        return name, ""
    start = _start_of_name(whole, breaks)
    return _last_of(whole[start:], whole[:start].strip())


def _before_numbers(text: str, end: int) -> str:
    """What stands before the numbers of a citation, without what leads to the name or to them."""
    whole = without_lead(text[:end].strip(" .,;:(|-–—/•·›»>"))
    whole = _PAGE_OF_PRINT.sub("", whole)
    whole = _MONTH_LAST.sub("", whole) if _MONTH_MEANT.match(text, end) else whole
    whole = _FIRST_YEAR.sub("", whole) if text[end - 1 : end] in ("-", "–", "/") else whole
    return whole.rstrip(" .,")


def _behind_address(text: str) -> str:
    """What stands behind an address of the web, of mail, or of a house before its journal."""
    if has_any(text, _ONLINE_SIGNS) and (online := _ONLINE_BEFORE.match(text)):
        return text[online.end() :]
    if text.count(",") < 2 or not (country := _COUNTRY_BEFORE.match(text)):
        return text
    name = text[country.end() :]
    return name if names_a_journal(name) else text


def _behind_people(text: str) -> str | None:
    """The name in "A. Lee, B. Ek / Ward Letters"."""
    people, slash, name = text.rpartition(" / ")
    if not slash or not (_OTHERS.search(people) or read_names(people)):
        return None
    return clean_journal(name)


def _is_abbreviated(text: str, breaks: int) -> bool:
    """Whether all of a text is one name in short: "Acta med. Wards", "Rev. wards. pract. Leeds"."""
    opening, _, more = text.partition(" ")
    if breaks and opening.lower() in NOUNS:
        return _ABBREVIATED.fullmatch(f"{opening}. {more}") is not None
    return breaks > 1 and _ABBREVIATED.fullmatch(text) is not None


def _behind_date(text: str) -> str | None:
    """The name behind a date on its line, if no number is left there."""
    dated = _DATE_BEFORE.match(text) if may_have_year(text) else None
    name = text[dated.end() :] if dated else ""
    return clean_journal(name) if name and not DIGIT.search(name) else None


def _start_of_name(text: str, breaks: list[tuple[int, int]]) -> int:
    """Where the name at the end of a text begins: from the last piece backwards, as long as stops
    are those of its abbreviations, single short words."""
    for index in range(len(breaks) - 1, -1, -1):
        stop, start = breaks[index]
        begin = breaks[index - 1][1] if index else 0
        piece = text[begin:stop].strip()
        if text[stop] == ".":
            before, _, last = piece.rpartition(" ")
            if is_cut(piece, text[:begin]):
                continue
            if before and last in CUT_WORDS:
                # "Pain in two villages Eur. J. Wards": a name that no stop parts from the title.
                start = stop - len(last)
            elif is_abbreviation(piece, index == 0):
                continue
            elif goes_on(piece, text[start:], index == 0):
                start = begin
        elif text[stop:start].strip() in _PARTING and says_it_is_a_journal(piece):
            start = begin
        return start
    return 0


def _last_of(text: str, head: str) -> tuple[str | None, str]:
    """The journal that a text is, or that stands behind the last comma of a citation."""
    glued = None
    if len(text) > _SHORT_TITLE:
        glued = _GLUED_STOP.match(text) or (has_any(text, ("’", "'")) and _QUOTED.match(text))
    if glued and (journal := clean_journal(glued["name"])):
        return journal, f"{head} {glued['title']}".strip()
    journal = clean_journal(text)
    if text.count(" ") > MOST_BLANKS and (behind := find_name_behind(text)):
        name = clean_journal(text[behind:])
        if name and (journal is None or len(name) < len(journal)):
            return name, head
    blanks = journal.partition(" : ")[0].count(" ") if journal else 0
    if journal and not (head or blanks <= MOST_NAME_BLANKS or names_a_journal(journal)):
        # A title and a name, and nothing tells where the name begins.
        return None, head
    before, comma, name = text.rpartition(", ")
    if journal is None and comma and says_it_is_a_journal(name):
        return clean_journal(name), f"{head} {before}".strip()
    return journal, head
