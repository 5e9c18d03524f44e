"""What is glued to a title's line: running heads, marks of access, versions."""

from __future__ import annotations

import re

from searcher.formats.page.kinds.dates import may_have_year
from searcher.formats.page.kinds.language import is_in_one_language, language_of, languages_of
from searcher.formats.page.kinds.people import is_people, is_surname_list, read_names
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.sentences import count_words
from searcher.formats.page.lines import Line
from searcher.formats.page.title.codes import without_code
from searcher.formats.page.title.entries import without_entry, without_label
from searcher.formats.page.title.glued import (
    without_category,
    without_date,
    without_day,
    without_facts,
    without_head,
    without_menu,
    without_people,
)
from searcher.formats.page.title.marks import without_marks, without_signs
from searcher.formats.page.title.quotes import without_quoter
from searcher.formats.page.title.signed import without_signers
from searcher.formats.page.title.site_names import without_site
from searcher.formats.page.words.lists import has_any

_RUNNING_HEAD = re.compile(r"([^:]{3,200}?):\s+(?=\S)")
# "Get Permission Han and Yee: Factors ...": an entry of a menu before the running head.
_NAVIGATION = re.compile(
    r"(?:Get|Request|Download|View|Read|Cite|Share|Print|Full|PDF) [A-Z][a-z]+ "
)
_VERSION = re.compile(
    r"\s*\[(?:(?:version|v\d)\b[^\]]*\]?|(?:meeting )?abstract\])$", re.IGNORECASE
)
_VIEW = re.compile(r"^View of (?=[A-ZÀ-Þ])")
# "... lupus Volume 27, numéro 6, November-December 2017": the issue behind the title.
_ISSUE = re.compile(
    r"\s[(|,.–-]{0,2}\s?(?:volume[ns]?|vol\.|jahrgang|cilt|tom[eo]|band|том)\s?:?\s?\d{1,4}\b[^:]{0,60}$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r" [A-ZÀ-Ý](?<=[\w.)?!] .)[a-zà-ÿğışçöü]{2,}")
_PAIR = re.compile(r"[a-zà-ÿ]/[A-ZÀ-Ý]")
# "The title. 1997"
_YEAR_BEHIND = re.compile(r"(?<=[a-z)?][.?!])\s\(?(?:19|20)\d\d\)?\.?$")
# What a copy leaves of the picture of a footnote's sign: "... Doses[small open star]".
_SIGN_NAME = re.compile(r"(?<=[\w.?!)])\s?\[[a-z][a-z -]{3,40}\]$")

MANY_NAMES = 3
"""Commas from which on surnames in front of a title are told as such by their number."""

MANY_CAPITALS = 7
"""Words with capitals from which on they do not tell where a second title begins."""

LONGEST_DATE = 24
"""Characters of a date, and what may stand behind it, at most."""

SHORTEST_TWICE = 20
"""Characters of a title that its line says twice, at least."""

SHORTEST_AGAIN = 6
"""Words of a title that its line says twice amid others, at least."""

SHORTEST_CAPTION = 4
"""Words of a title in a caption at least."""


def without_version(text: str) -> str:
    """A title without "[version 2; peer review: 1 approved]"."""
    return _VERSION.sub("", text)


SHORTEST = 30
"""Characters of a line from which on more than a title may stand on it; in signs, any number."""


def plain_title(text: str, head: list[Line], topic: frozenset[str]) -> str:
    """ "Han, Yee, and Cho: Factors ... Open Access" without the names and the access."""
    if len(text) < SHORTEST and text.isascii():
        return without_signs(text)
    # "The title by", before names that were parted from it
    text = without_quoter(without_marks(text.removesuffix(" by")))
    if " · " in text and text.endswith(("...", "…")):
        text = _of_shared(text)
    if text.rstrip(").]")[-1:].isdigit() and may_have_year(text[-LONGEST_DATE:]):
        text = without_day(_YEAR_BEHIND.sub("", text))
    if text.endswith("]"):
        text = _SIGN_NAME.sub("", text)
    if text[-1:].isdigit() and (issue := _ISSUE.search(text)) and issue.start() > 30:
        text = text[: issue.start()]
    if "[" in text:
        text = without_version(text)
    text = _once(_without_next(text, head))
    text = without_category(text)
    if " 19" in text or " 20" in text or text[:1].isdigit() or "(20" in text:
        text = without_date(text)
    text = without_site(text, head, topic)
    if text.startswith("View of "):
        text = _VIEW.sub("", text)
    if " / " in text:
        text = _without_statement(_without_translation(text))
    text = without_code(text, head)
    text = without_head(without_entry(text))
    text = without_label(without_menu(without_people(without_signers(without_facts(text)), topic)))
    text = _without_surnames(text, head, topic)
    return _in_first_language(text) if len(text) > 80 else text


def _without_surnames(text: str, head: list[Line], topic: frozenset[str]) -> str:
    """A title without the names in front of it, as a running head has them: "Han and Yee: ..."."""
    found = _RUNNING_HEAD.match(text) if ":" in text else None
    if not found or not has_any(found[1], (",", " and ", "et al")):
        return text
    names = _NAVIGATION.sub("", found[1])
    if not (is_surname_list(names) or read_names(names)):
        return text
    # "Cocaine and Necrosis: ..." looks like names; the authors' line tells.
    many = names.count(",") >= MANY_NAMES and is_surname_list(names)
    own = "et al" in names or (many and not topic_of(names) & topic)
    own = own or _are_authors(names, head, topic)
    return text[found.end() :] if own else text


def _of_shared(text: str) -> str:
    """The title in the caption of a shared document: "The title · how its text begi..."."""
    title, _, _ = text.partition(" · ")
    return title if count_words(title) >= SHORTEST_CAPTION else text


def _without_next(text: str, head: list[Line]) -> str:
    """ "The title Subject Area: Nephrology" over a line "Subject Area: Nephrology"."""
    if ":" not in text:
        return text
    for line in head:
        if text.endswith(line.text) and ":" in line.text and len(line.text) + 10 < len(text):
            return text[: -len(line.text)].rstrip()
    return text


def _without_translation(text: str) -> str:
    """The first of two titles on one line: "Hepatite em idosos / Hepatitis in the elderly"."""
    first, _, second = text.partition(" / ")
    if min(len(first), len(second)) < 20:
        return text
    spoken, other = language_of(first), language_of(second)
    return first if spoken and other and spoken != other else text


def _in_first_language(text: str) -> str:
    """The first of two titles that run together: "Hepatitis in the elderly Hepatite em idosos".

    Only a capital tells where the second may begin, so both must be otherwise in lower case.
    """
    starts = [found.start() + 1 for found in _CAPITALISED.finditer(text, 19)]
    if not 0 < len(starts) < MANY_CAPITALS or is_in_one_language(text):
        return text
    if "/" in text and _PAIR.search(text):
        return text
    for start in starts:
        first, second = text[:start].rstrip(". "), text[start:]
        if min(first.count(" "), second.count(" ")) < 3 or not first[-4:].isalnum():
            continue
        spoken = _told_languages(first)
        # "So Diverse and So Toxic" is no Slovene, which lacks "and".
        if not spoken or (second.isascii() and not is_in_one_language(second)):
            continue
        if (others := _told_languages(second)) and not spoken & others:
            return first
    return text


def _told_languages(text: str) -> frozenset[str]:
    """The languages of a title; one small word tells none but English: "type I", "at", "de"."""
    found = languages_of(text)
    return found if "en" in found else languages_of(text, least=2)


def _without_statement(text: str) -> str:
    """A title as catalogues of libraries write it, "The title / Mary Ann Green"."""
    title, _, people = text.rpartition(" / ")
    return title if len(title) > 20 and read_names(people) else text


def _once(text: str) -> str:
    """A text that a line says twice or more, once: "The title The title", "The title | The title",
    "The title SITE The title", "The title PDF The title Ann Lee"."""
    start = text.find(text[:SHORTEST_TWICE], SHORTEST_TWICE)
    if start < 0:
        return text
    again = text[start:]
    if text.startswith(again):
        return again if len(again) <= start else text[:start].rstrip(" -–|")
    whole = 0
    while whole < min(start, len(again)) and text[whole] == again[whole]:
        whole += 1
    if text[whole : whole + 1].isalnum() and text[whole - 1].isalnum():
        whole = text.rfind(" ", 0, whole)
    title = text[:whole].rstrip(" -–|([:")
    return title if count_words(title) >= SHORTEST_AGAIN else text


def _are_authors(names: str, head: list[Line], topic: frozenset[str]) -> bool:
    """Whether the first of these names is an author's; without authors, no word of the text."""
    first = re.split(r"\s*(?:,|\sand\s|&)\s*", names.strip(" ,&"))[0].split(" ")[-1]
    people = [line.text for line in head if names not in line.text and is_people(line.text)]
    if people:
        return any(first in text for text in people)
    return is_surname_list(names) and not topic_of(names) & topic
