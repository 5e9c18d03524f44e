"""Names of journals: where they stand before a citation's numbers, and what they look like."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.dates import month_number
from searcher.formats.page.kinds.labels import label_kind
from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.journals import ABBREVIATIONS, FOREIGN, NOUNS, SERIES, SMALL
from searcher.formats.page.words.lists import any_of, has_any, words
from searcher.formats.page.words.sites import NAVIGATION

_LEAD = re.compile(
    r"^(?:(?:how to )?cite (?:this (?:article )?)?(?:as)?"
    r"|cover image (?:for|of)|logo (?:for|of)|to cite this article|©|\(c\))\s*:?\s+(?=\S)"
    r"|^(?:citation|source|journal|in|reference|from|issue|journal article|so|series(?: title)?"
    r"|dergi|jurnal)\s?:\s*(?=\S)"
    r"|^(?:\d{1,4}[.:]|\[\d{1,4}\])\s+"
    r"|^\W{0,2}(?:from|dans|in) (?:the|la|le|der)\s(?=[A-Z])",
    re.IGNORECASE,
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
_DATE_BEFORE = re.compile(r".*\b[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d\d[.;,]?\s(?=[A-Z])")
_LABEL_COLON = re.compile(r"^\W{0,2}([^\W\d_][^:]{0,40}):\s*(?=\S)")
_NAMING = frozenset({"journal", "cite", "reference"})
"""Kinds of labels under which a journal's name stands."""
_BREAK = re.compile(
    r"(?<=[^\s.][^\s.])[.?!][\"”’']?\s+|(?<=[^\W\d_])\.(?=\s)\s*|[\"”],?\s+|\[J\][.,]?\s?|\s[-–—|•·>›»=]{1,2}\s"
)
_NAVIGATION = re.compile(
    rf"(?:^|[\s,|•·]+)(?:{any_of(NAVIGATION)}"
    r"|journal (?:home ?page|home|info)\s?:?\s?(?:https?:|www\.)\S+"
    r"|online issn.*|print issn.*|,?\s*\(?e?-?issn.*)$",
    re.IGNORECASE,
)
_NOUN = re.compile(rf"^(?:{any_of(SERIES)}) in\b|\b(?:{any_of(NOUNS)})\b")
# "The European journal of rare case reports", as catalogues write names.
_OPENING_NOUN = re.compile(
    r"(?:The )?(?:[A-Z][\w-]+ ){0,3}(?:journal|annals|archives|bulletin|acta|proceedings"
    r"|transactions) (?:of|for) (?:the )?\w",
    re.IGNORECASE,
)
_WEAK_NOUNS = ("Database", "Reports", "Reviews", "Letters", "Communications")
_WEAK_NOUN = re.compile(
    r"\bDatabase of\b|(?<=\s)(?:Reports|Reviews|Letters|Communications)(?:\s(?:in|on"
    r"|of)\s.{3,40})?$"
)
# What needs no volume or date beside it to be a journal's name.
_SAYS_SO = re.compile(
    r"\b(?:Journal|Annals|Archives?|Bulletin|Proceedings|Transactions|Database|Revista|Revue"
    r"|Rivista|Zeitschrift|Archivos|Arquivos|Anales|Annales|Jurnal)"
    r"\s(?:of|for|in|on|de|des|du|della|di|für|do|da)\s|\w\sJournal$|^Acta\s\w",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"[A-ZÀ-Ý][^\W\d_]{0,11}\.(?: [^\W\d_]{1,11}\.?){1,6}")
_NUMBERED = re.compile(r"\d{1,2} [A-Z][a-z]{3,}")
_MENU_ENTRY = re.compile(
    r"informaci[oó]n d|informa[cç][oõ]es d|informations? (?:sur|about|on|for|f[uü]r)\b|"
    r"(?:find|browse|search|explore|view|see|submit|track|read|visit|join|about|for|follow|go to"
    r"|back to|get|access|choose|select|all)\s(?:an?|the|this|our|by|all|your|to|in)\b|skip\s"
    r"|open\s?access$|(?:the )?official (?:journal|publication|organ)\b"
    r"|(?-i:Journals?\s(?!of\b|for\b|in\b)(?:[a-z]+\s){0,3}[a-z]+)$"
    r"|.*\b(?:library|biblioteca|bibliothek)(?:\sonline)?$"
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
    r"(?:,\s|\s\(?)(?:forthcoming|in press|to appear)\)?$|\s\[[^\[\]]{2,60}\]?$"
    r"|;\s[A-Z]\w+(?: \w+)?$|\s(?:Heft|Ausgabe|Issue|Numéro|Fascicolo)$",
    re.IGNORECASE,
)
_SEASONS = words("spring summer autumn fall winter")
_LABELS = frozenset(FIELDS) | words(
    "print online electronic publisher видавець издатель reference editorial editora éditeur "
    "verlag herausgeber editore uitgever wydawca vydavatel nakladnik izdavač penerbit yayıncı "
    "kiadó förlag forlag издательство видавництво"
)
# Pharmacol, Psychiatr, Biochem, Anaesth
_CUT_WORD = re.compile(r"[A-Z][a-z]{2,}(?:ol|iatr|chem|esth|phys|path)$")
# "Ward Journal Mar" before "2013, 12 (3)"
_MONTH_LAST = re.compile(r"[\s,](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$")
_YEAR_ONLY = re.compile(r"\S+[\s-](?:18|19|20)\d\d$")
_DAY_ONLY = re.compile(r"[A-Z][a-z]{2,8}\.?\s\d{1,2}$")
_DAY_END = re.compile(
    r"\s\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)$"
)
_NUMBERS = re.compile(
    r"(?=(?:19|20)\d\d\s?年)|(?:[,;]|\.(?=\s[12]))\s(?=(?:19|20)\d\d\b|№|v(?:ol)?[.\s]|n[oº°.]|issue\b|(?:jg|bd|jahrgang|heft)\b"
    r"|(?:rok|roč|год|рік|a[nñ]o|anno|yıl|jahr|année|číslo|numer|n[uú]mero|volumen?|cilt)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT, _CHINESE = re.compile(r"\d"), re.compile("[\u3400-\u9fff]")
_MARKED = re.compile("[®™]")
_EARLY_CAPITAL = re.compile(r"[a-z]?[A-Z]")  # "eLife"
_REPEATED = re.compile(r"^(.{4,90}?)\W{0,2}(?:logo|icon|cover|image)?\W{0,2}\D{0,16}?\b\1$")
# "1 Southern Ward Journal": a page of print; "3 Biotech" is a name.
_PAGE_BEFORE = re.compile(r"\d{1,4}\s(?=(?:The )?(?:[A-Z][\w-]+ ){0,3}Journal\b)")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_MONTHS_BEHIND = re.compile(
    rf"[\s,;:|–-]+{_MONTHS}(?:\s?[-–/]\s?{_MONTHS}(?:\s(?:19|20)\d\d)?|\s(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_VOLUME_BEHIND = re.compile(
    r"(?<=\w)[\s,;:|–-]+(?:vol|volume|volumen|band|cilt|tom|tome|tomo|том|ročník|rocznik|svezak)"
    r"\b\.?\s?:?\s?\d.*$",
    re.IGNORECASE,
)
_PRINT_BEHIND = re.compile(r"\s\((?:print|online|internet|impr\.?|en línea)\)$", re.IGNORECASE)
_BAD = re.compile(
    r"^(?:sec(?:tion)?|online|first|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\(s\)|\bonline first\b|:\s*\d|^\w+\s:\s|\b(?:19|20)\d\d\b|\d\s?\(\d|https?:|www\.|@|[<>{}=]"
    rf"|\b(?:{any_of(FOREIGN)})\b"
)


def journal_before(text: str, end: int) -> tuple[str | None, str]:
    """The journal that stands right before `end`, and the text before it.

    The journal is None when what stands there cannot be a journal's name.
    """
    whole = _without_lead(text[:end].rstrip(" .,;:(|-–—/•·›»>"))
    whole = _MONTH_LAST.sub("", whole) if text[end : end + 4].isdigit() else whole
    if not whole:
        return None, ""
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(whole)]
    if len(breaks) > 1 and _ABBREVIATED.fullmatch(whole):
        return clean_journal(whole), ""
    # From the last piece backwards: single short words with a stop are abbreviations of one name.
    dated = _DATE_BEFORE.match(whole)
    if dated and (name := clean_journal(whole[dated.end() :])):
        return name, ""
    for index in range(len(breaks) - 1, -1, -1):
        stop, start = breaks[index]
        piece = whole[breaks[index - 1][1] if index else 0 : stop].strip()
        if whole[stop] != "." or not _is_abbreviation(piece, index == 0):
            return _last_of(whole[start:], whole[:start].strip())
    return _last_of(whole, "")


def _last_of(text: str, head: str) -> tuple[str | None, str]:
    """The journal that a text is, or that stands behind the last comma of a citation."""
    journal = clean_journal(text)
    before, comma, name = text.rpartition(", ")
    if journal is None and comma and says_it_is_a_journal(name):
        return clean_journal(name), f"{head} {before}".strip()
    return journal, head


def _without_lead(text: str) -> str:
    """A text without the number, the label or the words that announce what it names."""
    for pattern in (_LEAD, _ANNOUNCED):
        if found := pattern.match(text):
            text = text[found.end() :]
    found = _LABEL_COLON.match(text) if ":" in text[:42] else None
    return text[found.end() :] if found and label_kind(found[1]) in _NAMING else text


def _is_abbreviation(piece: str, opens_line: bool) -> bool:
    """Whether a piece before a full stop belongs to the name after it: "J. Clin. Oncol"."""
    words = piece.split()
    if len(words) > (3 if opens_line else 1):
        return False
    longest = 13 if opens_line and words[-1][-1:] not in "aeiou" else 8
    return all(word[:1].isupper() and len(word) <= longest and word.isalpha() for word in words)


def clean_journal(text: str) -> str | None:
    """A journal's name without what surrounds it, or None when it cannot be one."""
    found = _REPEATED.match(text) if text[:4] in text[4:] else None
    if found:
        text = found[1]
    text = strip_navigation(_LABELLED_MORE.sub("", _MARKED.split(text)[0]))
    if "«" in text:
        # "The journal «Name»"
        text = text.partition("«")[2].partition("»")[0]
    if _MENU_ENTRY.match(text):
        return None
    if (found := _IN_BRACKETS.match(text)) and names_a_journal(found[1]):
        text = found[1]
    if (found := _WITH_CATEGORY.match(text)) and names_a_journal(found[1]):
        text = found[1]
    text = _without_running_head(_BEHIND.sub("", text).strip(' ,;:|•·›»-–—*_"“”[]'))
    if text.count("(") != text.count(")"):
        text = text.strip("() ")
    if page := _PAGE_BEFORE.match(text):
        text = text[page.end() :]
    text = _without_category(_without_lead(text))
    labelled = _LABEL_COLON.match(text) if ":" in text[:42] else None
    if labelled and label_kind(labelled[1]) is not None:
        return None
    text = _without_numbers(_DAY_END.sub("", text))
    if has_signs(text) and _CHINESE.search(text) and _DIGIT.search(text):
        return None
    if " Journal" in text:
        text = _TWICE.sub(r"\1\2", text).strip(" ,")
    if text.lower().partition(":")[0].strip() in _LABELS or not is_name(text):
        return None
    # "Clinical Case Reports" can be both.
    if (label_kind(text) or "case") != "case":
        return None
    return text


def _without_category(text: str) -> str:
    """A name without the category of the article that stands before it."""
    words = text.split(" ")
    for count in (3, 2):
        category, name = " ".join(words[:count]), words[count:]
        # "Clinical Case Reports" is a name; "CASE REPORT Toxins" differs in its capitals.
        apart = len(name) > 1 or (name and category.isupper() and not name[0].isupper())
        if apart and name[0][:1].isupper() and read_category(category) is not None:
            return " ".join(name)
    return text


def _without_numbers(text: str) -> str:
    """A name without the volume and the months that stand behind it, or how it is printed."""
    found = _VOLUME_BEHIND.search(text)
    text = _PRINT_BEHIND.sub("", text[: found.start()] if found else text)
    found = _MONTHS_BEHIND.search(text)
    return text[: found.start()] if found and names_a_journal(text[: found.start()]) else text


def _without_running_head(text: str) -> str:
    """A name without the title in capitals that stands before it where line breaks were lost."""
    words = text.split()
    capitals = next((i for i, word in enumerate(words) if not word.isupper()), 0)
    return " ".join(words[capitals:]) if capitals > 2 else text


def split_numbers(text: str) -> tuple[str, str]:
    """A journal's name and the numbers behind it: "Forum of Medicine, 2022, № 1, p. 38"."""
    name, *numbers = _NUMBERS.split(text, maxsplit=1)
    return name, "".join(numbers)


def strip_navigation(text: str) -> str:
    """A line without the words of a journal's menu after its name."""
    for _ in range(4):
        shorter = _NAVIGATION.sub("", text) if _may_navigate(text) else text
        if shorter == text:
            break
        text = shorter
    return text


def _may_navigate(text: str) -> bool:
    """Whether the pattern of a menu is worth its time."""
    text = text.lower()
    return text.endswith(NAVIGATION) or "issn" in text or "http" in text or "www." in text


def has_navigation(text: str) -> bool:
    """Whether a line ends with the words of a journal's menu."""
    return len(text) < 200 and _may_navigate(text) and _NAVIGATION.search(text) is not None


def is_navigation(text: str) -> bool:
    """Whether a line is nothing but words of a journal's menu."""
    return len(text) < 80 and not strip_navigation(f" {text}").strip()


def is_name(text: str) -> bool:
    """Whether a text can be a journal's name: few words, each with a capital but the small ones."""
    if not 2 <= len(text) <= 140 or not text[0].isalnum() or _BAD.search(text.lower()):
        return False
    if text.endswith((" of", " and", " in", " for", " the", " &")):
        return False
    if (
        _DAY_ONLY.match(text)
        or _YEAR_ONLY.match(text)
        or month_number(text)
        or text.lower() in _SEASONS
        or (text[0].isdigit() and (not _NUMBERED.match(text) or _DAY_END.fullmatch(f" {text}")))
    ):
        return False
    words = text.replace("/", " ").split()
    if len(words) > 16 or not any(char.isalpha() for char in text):
        return False
    lower = [
        word
        for word in words
        if word[0].islower()
        and word.lower().strip("().,:") not in SMALL
        and not word[1:2].isupper()
    ]
    if text[0].islower() and not _EARLY_CAPITAL.match(text):
        return False
    # "Drug safety", "Cancer letters": sentence-case names have few words, or open with the noun.
    few = len(words) <= 5 and len(lower) < len(words)
    return not lower or few or (len(words) <= 10 and _OPENING_NOUN.match(text) is not None)


def abbreviates(short: str, full: str) -> bool:
    """Whether each word of a name begins the word that stands in its place in the full name."""
    cut = _telling_words(short)
    if full.isascii() and (not cut or cut[-1] not in full.casefold()):
        return False
    words = _telling_words(full)
    if any(not word.isascii() for word in words):
        # Abbreviations often lose the accents.
        words, cut = tuple(map(_unaccented, words)), tuple(map(_unaccented, cut))
    if len(cut) == len(words) + 1 and cut[0] in ("j", "journal"):
        # "J Vet Sci Technol" is what its journal calls "Veterinary Science & Technology".
        cut = cut[1:]
    if len(words) != len(cut) or len(cut) < 2 or (words == cut and not _adds_words(short, full)):
        return False
    return all(_shortens(*pair) for pair in zip(cut, words, strict=True))


def _shortens(cut: str, word: str) -> bool:
    """Whether a word is cut after its beginning, or contracted: "natl"."""
    if word.startswith(cut):
        return True
    if len(cut) < 4 or cut[:2] != word[:2] or cut[-1] != word[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in cut)


def _adds_words(short: str, full: str) -> bool:
    return len(full) > len(short) and not any(char.isdigit() for char in full)


def _unaccented(word: str) -> str:
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", word)))


@lru_cache(maxsize=64)
def _telling_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without the small ones; "Med" is not the Danish "med"."""
    found = _WORD.findall(name)
    return tuple(word.casefold() for word in found if not (word.islower() and word in SMALL))


def names_a_journal(text: str) -> bool:
    """Whether a short line says of itself that it is a journal ("Indian Journal of ...")."""
    if len(text) >= 100:
        return False
    named = (
        _NOUN.search(text.lower())
        or (text.count(" ") > 1 and has_any(text, _WEAK_NOUNS) and _WEAK_NOUN.search(text))
        or _is_in_short(text)
    )
    return bool(named) and is_name(text)


def _is_in_short(text: str) -> bool:
    """Whether a name is nothing but abbreviations of the field: "Ward Epidemiol Drug Saf"."""
    words = text.replace(".", " ").split() if len(text) < 60 and text[:1].isupper() else ()
    return 2 < len(words) < 9 and all(
        word in ABBREVIATIONS or _CUT_WORD.match(word) is not None for word in words
    )


def says_it_is_a_journal(text: str) -> bool:
    """Whether a short line can be nothing else than a journal's name ("Annals of Wards")."""
    return len(text) < 100 and _SAYS_SO.search(text) is not None and is_name(text)
