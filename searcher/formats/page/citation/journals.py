"""Names of journals: where they stand before a citation's numbers, cut clean of what is around."""

from __future__ import annotations

import re

from searcher.formats.page.citation.behind_title import find_name_behind
from searcher.formats.page.citation.glued import (
    without_category,
    without_people,
    without_running_head,
    without_short_form,
    without_site,
)
from searcher.formats.page.citation.names import (
    DAY_END,
    find_founded,
    is_name,
    names_a_journal,
    says_it_is_a_journal,
)
from searcher.formats.page.citation.navigation import after_skip, strip_navigation
from searcher.formats.page.citation.pieces import (
    goes_on,
    is_abbreviation,
    is_cut,
)
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import ENGLISH_MONTH, may_have_year
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.journals import CUT_WORDS, HOUSES, NOUNS
from searcher.formats.page.words.lists import DIGIT, any_of, has_any, words
from searcher.formats.page.words.sites import COMMANDS

_LEAD = re.compile(
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
_DOI_LEAD = re.compile(r".{0,60}?\b10\.\d{4,9}/\S*?\d(?=[A-Z][a-z])")
# "ABCDE-01234; No of Pages 3": over an article that is in press.
_PAGES_LEAD = re.compile(
    r".{0,40}?\bno\.? of pages:?\s?\d{1,3}(?:;[^:]{1,8}:)?\s(?=[A-Z])", re.IGNORECASE
)
# "Published in final edited form as: J Wards", "Originally published in J Wards"
_ANNOUNCED = re.compile(
    r"^\W{0,2}(?:[^\W\d_]+ ){0,5}?(?:publi[sc]\w+|appear\w+|article|includ\w+|printed|incluid\w+"
    r"|publi[ée]\w*|paru|dans|enthalten|pubblicat\w+|erschienen|veröffentlicht|gepubliceerd|opublikowan\w+"
    r"|vyšlo|publikován\w+|опубликован\w*|надруковано)"
    r"(?:(?: [^\W\d_]{1,9}){0,5}?\s?:\s*|(?: online)?\s(?:in|en|em|dans|w|v|i|su|в|у)\s"
    r"|(?<=dans)\s)"
    r"(?=\S)",
    re.IGNORECASE,
)
# "Accepted: 11 June 2017 Ward Reports": a name has no date in it.
_DATE_BEFORE = re.compile(
    r".*\b(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?"
    r"|\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign))(?:19|20)\d\d[.;,]?\s(?=[A-Z])"
)
_LABEL_COLON = re.compile(r"^\W{0,2}([^\W\d_][^:]{0,40}):\s*(?=\S)")
_NAMING = frozenset({"journal", "cite", "reference"})
"""Kinds of labels under which a journal's name stands."""
_BREAK = re.compile(
    r"[.?!\"”\[\s*](?:(?:(?<=[^\s.][^\s.][.?!])|(?<=\)[.?!]))[\"”’']?\s+|(?<=\*\*)\s+|(?<=[^\W\d_]\.)(?=\s)\s*|(?<=[\"”]),?\s+"
    r"|(?<=\[)J\][.,]?\s?|(?<=\s)[-–—|•·>›»=]{1,2}\s|(?<=\bet al\.),\s"
    r"|(?<=\bet al\s)(?=[A-ZÀ-Ý]))"
)
_ABBREVIATED = re.compile(r"[A-ZÀ-Ý][^\W\d_]{0,11}\.(?: [^\W\d_]{1,11}\.?){1,6}")
_MENU_ENTRY = re.compile(
    r"editors?-in-chief|link to\b|accession\b|h-index\b|resource type\b|"
    r"首页|主页|在线期刊|当前位置|过刊|"
    r"informaci[oó]n d|informa[cç][oõ]es d|informations? (?:sur|about|on|for|f[uü]r)\b|"
    r"(?:find|browse|search|explore|view|see|submit|track|read|visit|join|about|for|follow|go to"
    r"|back to|get|access|choose|select|all)\s(?:an?|the|this|our|by|all|your|to|in)\b|skip\s"
    rf"|(?:{any_of(COMMANDS)})\s(?-i:[a-z])"
    r"|open\s?access$|(?:the )?official (?:journal|publication|organ)\b"
    r"|(?-i:Journals?\s(?!of\b|for\b|in\b)(?:[a-z]+\s){0,3}[a-z]+)$"
    r"|(?:\w+\s)?(?:system|info|home ?page)$|(?:weekly|monthly|daily|early release)$",
    re.IGNORECASE,
)
# A name in another script with its English one in brackets.
_IN_BRACKETS = re.compile(r"[\u3040-\u9fff\uac00-\ud7af ]+\s?\(([^()]{5,90})\)")
_WITH_CATEGORY = re.compile(
    r"(.{5,90}?)\s(?:Review|Protocol|Article|Editorial|Letter|Research|Report|Comment\w*)"
    r"\s[-–|:]\s[\w ]{3,30}$"
)
# "Journal of Bees Category: Clinical Type: Review"
_LABELLED_MORE = re.compile(
    r"\s(?:category|(?:article )?type|section|subjects?|topic)\s?:\s.*$", re.IGNORECASE
)
# "Village Dental Journal Journal": the name, and what kind of thing it is.
_TWICE = re.compile(r"(\bJournal\b.*) Journal$|(.*) Journal Article$")
# "J Wards, Forthcoming", "Journal of Wards [J Wards]", "J Wards; London"
_BEHIND = re.compile(
    r"[\s,;](?:(?:(?<=,)\s|(?<=\s)\(?)(?:forthcoming|in press|to appear)\)?$"
    r"|(?<=;)\s[A-Z]\w+(?: \w+)?$|(?<=\s)(?:\[[^\[\]]{2,60}\]?$"
    r"|[|•·»›>/–-]\s(?:archives?|issues|home|articles?)$|(?<!Care.)Home(?: ?page)?$"
    r"|(?:Heft|Ausgabe|Issue|Numéro|Fascicolo|Vol(?:umen?)?|Band|Tome|N[uú]m(?:ero)?)$))",
    re.IGNORECASE,
)
_LABELS = frozenset(FIELDS) | words(
    "prev previous next print online electronic publisher видавець издатель reference editorial "
    "editora éditeur ausgabe heft jahrgang numéro número fascicolo tome tomo "
    "verlag herausgeber editore uitgever wydawca vydavatel nakladnik izdavač penerbit yayıncı "
    "kiadó förlag forlag издательство видавництво"
)
# "Ward Journal Mar" before "2013, 12 (3)", "Ward Journal, Winter"; "Ward Journal 2012-"
_MONTH_LAST = re.compile(rf"[\s,](?:{ENGLISH_MONTH}|(?:Spring|Summer|Autumn|Fall|Winter)\.?)$")
_FIRST_YEAR = re.compile(r"[\s,.]\s?(?:19|20)\d\d$")
_MONTH_MEANT = re.compile(r"\d{4}|\s;")
_NUMBERS = re.compile(
    r"(?=(?:19|20)\d\d\s?年)|\s(?=\((?:19|20)\d\d\))|(?:[,;]|\.(?=\s[12]))\s(?=(?:19|20)\d\d\b|№|v(?:ol)?[.\s]|n[oº°.]|issue\b|(?:jg|bd|jahrgang|heft)\b"
    r"|(?:rok|roč|год|рік|a[nñ]o|anno|yıl|jahr|année|číslo|numer|n[uú]mero|volumen?|cilt)\b)",
    re.IGNORECASE,
)
_CHINESE = re.compile("[\u3400-\u9fff]")
_MARKED = re.compile("[®™]")
_REPEATED = re.compile(r"^(.{3,90}?)(?:\W{0,3}|\W(?:logo|icon|cover|image)\D{0,16}?)\1$")
# "Journal of Wards - Nurses and Aids": what parts a name from the line may part it too.
_PARTING = ("-", "–", "—")
# "53 Rev Wards": a figure alone may be a part of the name.
_PAGE_OF_PRINT = re.compile(
    r"^(?:\d{1,4}\s(?=[A-ZÀ-Ý][\w.-]+\s[A-ZÀ-Ý])|(?!19|20)\d{2,4}\s(?=[A-ZÀ-Ý]))"
)
_DASHES = re.compile(r"([^|·]{20,}) [-–—|·] (\S[^|·]{4,80})$")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_MONTHS_BEHIND = re.compile(
    rf"[\s,;:|–-]+{_MONTHS}(?:\s?[-–/]\s?{_MONTHS}(?:\s(?:19|20)\d\d)?|\s(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_VOLUME_BEHIND = re.compile(
    r"[\s,;:|–-](?<=\w.)[\s,;:|–-]*(?:vol|volume|volumen|band|jahrgang|jg|cilt|tom|tome|tomo|том|ročník|rocznik|svezak)"
    r"\b\.?\s?:?\s?(?:\d|[IVXL]+\b).*$",
    re.IGNORECASE,
)
# "Journal of Wards Case Report", "Journal of Wards 00088"
_OTHER_BEHIND = re.compile(
    r"\s(?:Case Report|(?:Original|Research|Review) (?:Article|Paper)|\d{2,}[\d: -]*)$"
)
# "Ward Letters Official publication of the Ward Society", but "... : official publication of ..."
_SOCIETY_BEHIND = re.compile(
    r"\s(?:[Aa]n? |[Tt]he )?(?:[Oo]fficial (?:[Jj]ournal|[Pp]ublication|[Oo]rgan)"
    r"|Publication) of\s.*$"
)
_PRINT_BEHIND = re.compile(r"\s\((?:print|online|internet|impr\.?|en línea)\)$", re.IGNORECASE)


# "... a case report of a fever.Ward Med": the blank behind the title is lost.
_SHORT_TITLE = 30  # characters
MOST_BLANKS = 4
"""Blanks of a text from which on a title may stand in it before a name."""
LONGEST_NAME = 9
"""Blanks of a name at most that no stop parts from what is before it, and that is not told to be a
journal's."""
_GLUED_STOP = re.compile(r"(?P<title>.{30,}[a-zà-ÿ)]{2}[.?])(?P<name>[A-Z].+)$")
_OTHERS = re.compile(r"\bet al\.?$")
# "Lee A (2019) 'The title', Ward Letters"
_QUOTED = re.compile(r"(?P<title>.*[\s(]['‘].{15,}['’][.,]?) (?P<name>[^'’]+)$")
LONGEST_DATE = 16
"""Characters in which the year of a citation stands behind its journal."""


def journal_before(text: str, end: int) -> tuple[str | None, str]:
    """The journal that stands right before `end`, and the text before it.

    The journal is None when what stands there cannot be a journal's name.
    """
    whole = _without_lead(text[:end].strip(" .,;:(|-–—/•·›»>"))
    whole = _PAGE_OF_PRINT.sub("", whole)
    whole = _MONTH_LAST.sub("", whole) if _MONTH_MEANT.match(text, end) else whole
    whole = _FIRST_YEAR.sub("", whole) if text[end - 1 : end] in ("-", "–", "/") else whole
    whole = whole.rstrip(" .,")
    if (start := find_founded(whole)) and may_have_year(text[end : end + LONGEST_DATE]):
        name, head = journal_before(whole, start)
        return name and name + whole[start:], head
    if not whole:
        return None, ""
    people, slash, behind = whole.rpartition(" / ")
    if slash and (_OTHERS.search(people) or read_names(people)) and (name := clean_journal(behind)):
        # "A. Lee, B. Ek / Ward Letters"
        return name, ""
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(whole)]
    opening, _, more = whole.partition(" ")
    # "Acta med. Wards", "Rev. wards. pract. Leeds"
    stopped = f"{opening}. {more}" if breaks and opening.lower() in NOUNS else whole
    if (len(breaks) > 1 or stopped is not whole) and _ABBREVIATED.fullmatch(stopped):
        return clean_journal(whole), ""
    # From the last piece backwards: single short words with a stop are abbreviations of one name.
    dated = _DATE_BEFORE.match(whole) if may_have_year(whole) else None
    behind = whole[dated.end() :] if dated else ""
    if behind and not DIGIT.search(behind) and (name := clean_journal(behind)):
        return name, ""
    for index in range(len(breaks) - 1, -1, -1):
        stop, start = breaks[index]
        begin = breaks[index - 1][1] if index else 0
        piece = whole[begin:stop].strip()
        if whole[stop] == ".":
            before, _, last = piece.rpartition(" ")
            if is_cut(piece, whole[:begin]):
                continue
            if before and last in CUT_WORDS:
                # "Pain in two villages Eur. J. Wards": a name that no stop parts from the title.
                start = stop - len(last)
            elif is_abbreviation(piece, index == 0):
                continue
            elif goes_on(piece, whole[start:], index == 0):
                start = begin
        elif whole[stop:start].strip() in _PARTING and says_it_is_a_journal(piece):
            start = begin
        return _last_of(whole[start:], whole[:start].strip())
    return _last_of(whole, "")


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
    if journal and not (head or blanks <= LONGEST_NAME or names_a_journal(journal)):
        # A title and a name, and nothing tells where the name begins.
        return None, head
    before, comma, name = text.rpartition(", ")
    if journal is None and comma and says_it_is_a_journal(name):
        return clean_journal(name), f"{head} {before}".strip()
    return journal, head


def _without_lead(text: str) -> str:
    """A text without the number, the label or the words that announce what it names."""
    found = _LEAD.match(text) or ("10." in text and _DOI_LEAD.match(text))
    if found := found or (" of " in text and _PAGES_LEAD.match(text)):
        text = text[found.end() :]
    if found := _ANNOUNCED.match(text):
        text = text[found.end() :]
    found = _LABEL_COLON.match(text) if ":" in text[:42] else None
    return text[found.end() :] if found and label_kind(found[1]) in _NAMING else text


def clean_journal(text: str) -> str | None:
    """A journal's name without what surrounds it, or None when it cannot be one."""
    text = after_skip(text)
    half = len(text) // 2
    found = _REPEATED.match(text) if text[:3] in text[3:] else None
    if found:
        text = found[1]
    elif text[:half].casefold() == text[half:].casefold():
        # "OncologyONCOLOGY"
        text = text[:half]
    text = _MARKED.split(text)[0]
    text = strip_navigation(_LABELLED_MORE.sub("", text) if ":" in text else text)
    if "«" in text:
        # "The journal «Name»"
        text = text.partition("«")[2].partition("»")[0]
    if _MENU_ENTRY.match(text) or _names_a_measure(text.lower()):
        return None
    if (found := _IN_BRACKETS.match(text)) and names_a_journal(found[1]):
        text = found[1]
    if (found := _WITH_CATEGORY.match(text)) and names_a_journal(found[1]):
        text = found[1]
    text = without_running_head(_BEHIND.sub("", text).strip(' ,;:|•·›»-–—*_"“”[]'))
    if text.count("(") != text.count(")"):
        text = text.strip("() ")
    text = without_category(without_site(without_people(_without_lead(_behind_dash(text)))))
    labelled = _LABEL_COLON.match(text) if ":" in text[:42] else None
    if labelled and label_kind(labelled[1]) is not None:
        return None
    text = without_short_form(_without_numbers(DAY_END.sub("", text)))
    first, _, others = text.partition(", ")
    if others.count(" ") > 1 and read_names(f"{first}, {' '.join(others.split(' ')[:2])}"):
        # "Ann Lee, Bo Ek Ward Letters"
        return None
    if has_signs(text) and _CHINESE.search(text) and DIGIT.search(text):
        return None
    if " Journal" in text:
        text = _TWICE.sub(r"\1\2", text).strip(" ,")
    if text.lower().strip(" .") in HOUSES:
        return None
    if text.lower().partition(":")[0].strip() in _LABELS or not is_name(text):
        return None
    if not _is_named_so(label_kind(text), text) or (text.isupper() and read_category(text)):
        return None
    return text


def _is_named_so(kind: str | None, text: str) -> bool:
    """Whether no label is meant: "Clinical Case Reports" can be both, and so can "Materials"."""
    return kind in (None, "case") or (kind == "methods" and " " not in text)


def _names_a_measure(text: str) -> bool:
    """Whether a text in lower case is of what sites say of journals, or the name of a library."""
    if has_any(text, ("placeholder", "journal rank", "impact factor", "citescore")):
        return True
    return text.removesuffix(" online").endswith(("library", "biblioteca", "bibliothek"))


def _behind_dash(text: str) -> str:
    """The name that a browser shows behind the title of a page: "The title - Journal of Wards"."""
    found = _DASHES.match(text) if " " in text[20:] else None
    named = found is not None and names_a_journal(found[2]) and not names_a_journal(found[1])
    return found[2] if found and named else text


def _without_numbers(text: str) -> str:
    """A name without the volume, the months or the kind of the article that stand behind it, or
    how it is printed."""
    if has_any(text, ("Publication of ", "fficial ")) and " : " not in text:
        text = _SOCIETY_BEHIND.sub("", text)
    found = _VOLUME_BEHIND.search(text)
    text = _PRINT_BEHIND.sub("", text[: found.start()] if found else text)
    found = _MONTHS_BEHIND.search(text) or _OTHER_BEHIND.search(text)
    return text[: found.start()] if found and names_a_journal(text[: found.start()]) else text


def split_numbers(text: str) -> tuple[str, str]:
    """A journal's name and the numbers behind it: "Forum of Medicine, 2022, № 1, p. 38"."""
    name, *numbers = _NUMBERS.split(text, maxsplit=1)
    return name, "".join(numbers)
