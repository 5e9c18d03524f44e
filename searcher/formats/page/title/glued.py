"""Lines on which more than a title stands: what is glued in front of it and behind it."""

from __future__ import annotations

import re
from collections import Counter

from searcher.formats.page.citation.journals import clean_journal
from searcher.formats.page.flattened.head import find_marked_names, is_before_names
from searcher.formats.page.kinds.categories import ENDINGS, OPENINGS, read_category
from searcher.formats.page.kinds.dates import ENGLISH_MONTH
from searcher.formats.page.kinds.furniture import SITE_WORDS
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.kinds.prose import topic_of
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.words.journals import SMALL
from searcher.formats.page.words.lists import any_of, has_any
from searcher.formats.page.words.lists import words as words_of

LEAST_TITLE = 4
"""Words that are left at least, where names or a menu are taken off a title."""

# What parts no kind of article from the title that it ends.
_ARTICLES = words_of("a an un une una um uma ein eine bir")
_BEFORE_KIND = SMALL | _ARTICLES | words_of("this our")
_KINDS_BEHIND = {("Case Reports",), ("Review",), ("Letter",), ("Editorial",)}
# Kinds that no title begins with, where another word with a capital follows.
_WHOLE_KINDS = ("article", "study", "review", "paper", "communication", "investigation")
_PHRASE = re.compile(r"[:?.;–—]|(?<=\s)-|-(?=An?\b)")
_FACT_BEHIND = re.compile(
    r"\s(?:running (?:title|head)|short title|correspondence(?: to)?|corresponding author"
    r"|key ?words?|authors?|aut(?:or(?:es|en|i)?|eurs?)(?: principal)?|research output"
    r"|abstract (?:number|id)|(?:clinical )?trial registration\b[^:]{0,60})\s?:\s?\S",
    re.IGNORECASE,
)
_LABELS_BEHIND = (
    *("Recommended Citation", "How to cite", "Document Type", "Main Article Content"),
    *("Contenido principal del artículo", "Conteúdo do artigo principal", "Article History"),
    *("Article Details", "Article Sidebar", "Author Information", "More details"),
)
_HEADINGS = ("Highlights", "Introduction")
_LABEL_BEHIND = re.compile(rf"\s(?:{any_of(_LABELS_BEHIND)})\b")
_PLACE = re.compile(
    r"\s(?:\(?\d\)?\s?|\*\s?)?(?:From the |Departments?|Dept|Division|Institut|School of|Faculty"
    r"|College of|Hospital|Laborator|Clinic of|Cent(?:er|re) (?:for|of)|Section of|Unit of|Service)"
)
_BETWEEN = re.compile(r"(?:,|;)\s(?:and\s|&\s)?|\s(?:and|&|und|et|y)\s(?=[A-ZÀ-Ž])")
# "... in wardsAnna", where the blank before the first name is lost.
_GLUED_NAME = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Ý][a-zà-ÿ'’-]+ [A-ZÀ-Ý])")
# Kinds of publications, in lower case before a title that begins with a capital.
_TYPE_WORDS = words_of(
    "scholarly academic peer-reviewed original research-article review-article journal article "
    "articles journals research review preprint paper report letter editorial"
)
_DASHES = ("-", "–", "—", "|")
_OPEN_END = re.compile(r"(?:[,;:(–—-]|\b(?:of|the|in|on|for|with|to|by|from|and|or|an?|vs?\.?))$")
# "... 2014;24(2):118-124. Original Article The title"
_CATEGORY = (
    r"(?:(?i:original|review|research|short|special|regular|full length)"
    r"\s(?i:article|paper|research|communication|report)s?|(?i:case (?:report|series|study))s?"
    r"|(?:Arti(?:cle|colo|go|kel)|Artículo|ARTICLE|ARTIGO|ARTÍCULO|ARTICOLO)"
    r"(?:\s(?i:originale?|de (?:revis\w+|investiga\w+|pesquisa))\b)?)"
    r"[\s:.–-]{1,3}(?=[A-ZÀ-Ž])"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?:\d{{1,2}} {ENGLISH_MONTH}|{ENGLISH_MONTH}(?: \d{{1,2}},)?) {_YEAR}"
    rf"|{_YEAR} {ENGLISH_MONTH}(?: \d{{1,2}})?)"
)
_DATE_BEFORE = re.compile(
    rf"(?P<name>[^.:;]{{3,60}}? [(|·]?\s?)??(?:{_DATE}|(?<=\| ){_YEAR})\)?(?: [-–|·])? (?=[A-ZÀ-Ž])"
)
_DATE_BEHIND = re.compile(
    r" (?=[A-Z\d])(?<=[a-zà-ÿ)] )(?<!\b(?:in|of|to) )(?<!\bfrom )(?<!\bsince )(?<!\buntil )"
    rf"{_DATE}$"
)
# What is no part of a phrase: a year in brackets or behind a dash, a day.
_DAY = rf"(?:{_DATE}|{_YEAR}[-/.]\d\d[-/.]\d\d|\d\d?[-/.]\d\d?[-/.]{_YEAR})"
_DAY_BEHIND = re.compile(
    rf"(?<!\d)[.,:|]?\s(?:[-–—|·•]\s{_YEAR}|[([]\s?{_YEAR}\s?[)\]]|[-–—|·•([]{{1,2}}\s?{_DAY}[)\]]?"
    rf"|{_YEAR}-\d\d-\d\d|\d\d?/\d\d?/{_YEAR}"
    r"|(?:(?:First |Date )?(?:[Pp]ublished|PUBLISHED|[Pp]osted|[Dd]ate|[Uu]pdated)(?: online| on)?)"
    rf"\s?:?\s{_DAY})\.?$"
)
_SURNAME_FIRST = r"[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?\s[A-Z]{1,3}"
_NAMES_BEFORE = re.compile(
    rf"(?:{_SURNAME_FIRST}(?:(?:, (?:and |& )?| and ){_SURNAME_FIRST})+(?:,? et al)?"
    rf"|{_SURNAME_FIRST},? et al|[A-ZÀ-Ý][^:;()]{{2,40}}? et al)[.,]{{1,2}}\s(?=[A-ZÀ-Ý])"
)
# "From: The title", on the page of a table or figure
_SOURCES = ("from", "in", "aus", "de", "dans")
_BRACKETED = re.compile(r"[\[(]([^\[\]()]{4,40})[\])]:?\s(?=\S{2,} \S+ \S)")
_ARTICLE = re.compile(r"\b(?:arti[cgk]\w+|artíc\w+|paper|стать\w)")
_OPENING_CATEGORY = re.compile(_CATEGORY)
_LATER_CATEGORY = re.compile(r"[.;:0-9)]\s" + _CATEGORY)


def without_date(text: str) -> str:
    """A title without the day, or the journal's name and the day, in front of it, and without the
    day behind it: "Ward Letters (Mar 2019) The title", "The title March 4, 2019"."""
    before = _DATE_BEFORE.match(text)
    if before and len(text) - before.end() > 25:
        name = (before["name"] or "").strip(" (|·-–")
        if not name or clean_journal(name) is not None:
            text = text[before.end() :]
    behind = _DATE_BEHIND.search(text, 25)
    return text[: behind.start()] if behind else text


def without_day(text: str) -> str:
    """A title without the year in brackets, or the day of its publication, behind it."""
    behind = _DAY_BEHIND.search(text, 10)
    return text[: behind.start()] if behind else text


def _without_kind(text: str) -> str:
    """A title without its kind of article in front of it, where capitals tell them apart."""
    if (
        text[:1] in ("[", "(")
        and (found := _BRACKETED.match(text))
        and read_category(found[1]) is not None
    ):
        return text[found.end() :]
    words = text.split(" ", 5)
    if words[0].lower() not in OPENINGS:
        return text
    for count in range(min(4, len(words) - 1), 0, -1):
        kind = " ".join(words[:count])
        # "Case report: Purpura after quinine" is a title.
        first = words[count][:1]
        parted = (
            (first.isupper() or first.isdigit() or first > "\u3040")
            and kind[:1].isupper()
            and ":" not in kind
        )
        if parted and read_category(kind) is not None:
            title = text[len(kind) + 1 :]
            shouted = kind.isupper() and not (words[count].isupper() and len(words[count]) > 1)
            apart = shouted or is_in_small_letters(title) or kind.lower().endswith(_WHOLE_KINDS)
            return title if apart and (len(title) > 25 or first > "\u3040") else text
    return text


def is_in_small_letters(text: str) -> bool:
    """Whether most of the longer words of a title but its first begin with small letters."""
    words = [word for word in text.split()[1:] if len(word) > 3]
    return 3 * sum(word[0].islower() for word in words) > 2 * len(words)


def without_head(text: str) -> str:
    """A title without the citation and the category in front of it on the same line."""
    text = _without_kind(without_reference(text))
    label, _, title = text.partition(": ") if ": " in text[:40] else ("", "", "")
    label = label.lower()
    of_article = label in _SOURCES or (_ARTICLE.search(label) and read_category(label) is not None)
    if len(title) > 25 and of_article and not title[0].islower():
        return title
    found = _OPENING_CATEGORY.match(text[:250]) or _LATER_CATEGORY.search(text[:250])
    if found is None or len(text) - found.end() < 25:
        return text
    # "Case report: Purpura after quinine" is a title.
    opens = not found.start() and ":" not in found[0]
    cited = any(char.isdigit() for char in text[: found.start()])
    return text[found.end() :] if opens or cited else text


def without_reference(text: str) -> str:
    """A title without the names in front of it, as a reference has them: "Lee A, Ek B. Title"."""
    names = _NAMES_BEFORE.match(text) if ". " in text or " et al" in text else None
    return text[names.end() :] if names and len(text) - names.end() > 25 else text


def without_facts(text: str) -> str:
    """A title without a labelled fact behind it: "The title. Trial registration: NCT0001"."""
    found = _FACT_BEHIND.search(text, 25) if ":" in text else None
    if found is None and has_any(text, _LABELS_BEHIND):
        found = _LABEL_BEHIND.search(text, 25)
    return text[: found.start()] if found else _without_heading(text)


def _without_heading(text: str) -> str:
    """A title without the heading of the part that follows it: "The title in wards Highlights"."""
    title, _, heading = text.rpartition(" ")
    if heading not in _HEADINGS or title.count(" ") + 1 < LEAST_TITLE or not title[-1:].isalnum():
        return text
    before = title[title.rfind(" ") + 1 :].lower()
    return text if before in _BEFORE_KIND or before.endswith(("'s", "’s")) else title


def without_people(text: str, topic: frozenset[str] = frozenset()) -> str:
    """A title without the names, and what follows them, that stand behind it on the same line;
    two words of names are no words of the text."""
    if " by " in text:
        title, _, people = text.rpartition(" by ")
        if is_in_small_letters(title) and _are_people(people):
            return title
    several = "," in text or text.count(";") + text.count(" and ") > 1
    if len(text) < 60 or not several:
        return text
    if read_names(text):
        return text
    listed = _without_listed(text)
    marked = _without_marked(text) or (_without_marked(listed) if listed else None)
    title = min(filter(None, (listed, marked)), key=len, default=text)
    return text if len(topic_of(text[len(title) :]) & topic) > 1 else title


def _are_people(text: str) -> bool:
    """Whether a text is nothing but full names, and no species or drug of two words."""
    if not text[:1].isupper() or any(map(str.isdigit, text)) or speaks_of_medicine(text):
        return False
    names = read_names(text)
    return bool(names) and all(" " in name and name.istitle() for name in names)


def _without_marked(text: str) -> str | None:
    """A title without names that have marks: "The title Ann Lee,1* Bo Ek,2"."""
    start = find_marked_names(text)
    return text[:start].rstrip(" *,;") if start and is_before_names(text[:start]) else None


def _without_listed(text: str) -> str | None:
    """A title without a list of names; None where there is none behind it."""
    place = _PLACE.search(text)
    pieces = _BETWEEN.split(text[: place.start()] if place else text)
    names: list[str] = []
    while len(pieces) > 1 and read_names(pieces[-1]):
        names.append(pieces.pop())
    # Behind small letters two names are enough: the title's last word may have a capital.
    two = len(names) == 1 and not place
    if not names or (two and not _are_people(names[0])):
        return None
    # The first name has as many words as most of the others, as far as they have capitals.
    count, _ = Counter(name.count(" ") + 1 for name in names).most_common(1)[0]
    words = _GLUED_NAME.sub(" ", pieces[-1]).split(" ")
    while count > 1 and not _opens_name(words[-count:][0], words[-1]):
        count -= 1
    while count < min(4, len(words)) and _is_initial(words[-count]) and words[-count - 1].istitle():
        count += 1
    first = " ".join(words[-count:])
    title = text[: text.rindex(first, 0, text.rindex(names[-1]))].rstrip(" *,;")
    if title.count(" ") + 1 < LEAST_TITLE or not read_names(f"{first}, {names[-1]}"):
        return None
    if two and not is_in_small_letters(title):
        return None
    return None if _OPEN_END.search(title) or read_names(title) else title


def _is_initial(word: str) -> bool:
    return word.isupper() and len(word.rstrip(".")) == 1


def _opens_name(first: str, last: str) -> bool:
    """Whether a word can be the first of a name: one in capitals is of the title."""
    shouted = len(first) > 2 and first.isupper() and not last.isupper()
    return first[:1].isupper() and not shouted


def _without_kind_behind(text: str) -> str:
    """A title without its kind of article behind it, where capitals tell the two apart: "The title
    RESEARCH ARTICLE", "The title research-article", "The title in small letters Case Report"."""
    last = text[text.rfind(" ") + 1 :].lower()
    if last not in ENDINGS and not last.endswith("-article"):
        return text
    words = text.rsplit(" ", 4)
    if len(words) < 5:
        return text
    for count in (4, 3, 2, 1):
        kind = " ".join(words[-count:])
        before = words[-count - 1]
        if (
            not (kind[0].isupper() or "-" in kind[1:])
            or before[-1] in ":,–—-"
            or before.lower() in _BEFORE_KIND
        ):
            continue
        if read_category(kind) is None:
            continue
        title = text[: -len(kind)].rstrip()
        small = before[0].islower() and is_in_small_letters(title)
        typed = count == 1 and kind.islower() and kind.endswith("-article")
        shouted = kind.isupper() and not title.isupper()
        named = count > 1 and kind[0].isupper() and _ARTICLE.search(kind.lower()) is not None
        part = kind[0].isupper() and words[-1][0].isupper()
        if typed or shouted or named or (part and (small or _is_apart(title, kind))):
            return title
    return text


def _is_apart(title: str, kind: str) -> bool:
    """Whether a kind of article stands behind five words or more of a title none of which begins
    a phrase that it could end: "... after Linezolid: A Rare Case Report"."""
    if read_category(kind) not in _KINDS_BEHIND or title.isupper():
        return False
    last = _PHRASE.split(title)[-1].split()
    return len(last) >= LEAST_TITLE + 1 and not _ARTICLES & {word.lower() for word in last[-5:]}


def without_category(text: str) -> str:
    """A title without the category behind it, in brackets or not: "The title(Article)"."""
    text = _without_kind_behind(text)
    if text.endswith("]"):
        title, _, kind = text[:-1].rpartition(" [")
        return title if title and read_category(kind) is not None else text
    if not text.endswith(")"):
        return text
    title, _, kind = text[:-1].rpartition("(")
    # What the title says itself, or no blank parts from it, is no part of it.
    beside = kind.lower() in title.lower() or not title.endswith(" ")
    return title.rstrip() if " " in title and beside and read_category(kind) is not None else text


def _without_type(text: str) -> str:
    """A title without its kind of publication in lower case: "journal article The title"."""
    words = text.split(" ")
    count = 0
    while count < len(words) and words[count] in _TYPE_WORDS:
        count += 1
    title = " ".join(words[count:])
    return title if len(words) - count >= LEAST_TITLE and title[:1].isupper() else text


def without_menu(text: str) -> str:
    """A title without the words of a menu behind it: "The title Journal Articles icon"."""
    if text[:1].islower():
        text = _without_type(text)
    if text[text.rfind(" ") + 1 :].lower() not in SITE_WORDS:
        return text
    words = text.split(" ")
    count = len(words)
    while count and words[count - 1].lower() in SITE_WORDS:
        count -= 1
    # A dash parts what the site says from a title that ends with such words as well.
    if dashes := [i for i in range(count, len(words)) if words[i] in _DASHES]:
        count = dashes[0]
    taken = len(words) - count
    if words[count - 1] in ("Academic", "Scholarly"):
        # "Academic Article Article uri icon"
        count -= 1
    return " ".join(words[:count]) if taken > 2 and count >= LEAST_TITLE else text
