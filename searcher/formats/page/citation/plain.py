"""A journal's name without all else that stands around it."""

from __future__ import annotations

import re

from searcher.formats.page.citation.before_name import (
    after_skip,
    behind_dash,
    is_labelled,
    without_lead,
)
from searcher.formats.page.citation.behind_name import (
    without_kind,
    without_labels,
    without_noun_again,
    without_numbers,
    without_remark,
)
from searcher.formats.page.citation.glued import (
    without_category,
    without_people,
    without_running_head,
    without_short_form,
    without_site,
)
from searcher.formats.page.citation.names import is_name, names_a_journal
from searcher.formats.page.citation.navigation import strip_navigation
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.language import has_signs
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.journals import HOUSES
from searcher.formats.page.words.lists import DIGIT, any_of, has_any, words
from searcher.formats.page.words.sites import COMMANDS
from searcher.lazy import lazy_pattern

_MENU_ENTRY = lazy_pattern(
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
_IN_BRACKETS = lazy_pattern(r"[\u3040-\u9fff\uac00-\ud7af ]+\s?\(([^()]{5,90})\)")
_LABELS = frozenset(FIELDS) | words(
    "prev previous next print online electronic publisher видавець издатель reference editorial "
    "editora éditeur ausgabe heft jahrgang numéro número fascicolo tome tomo "
    "verlag herausgeber editore uitgever wydawca vydavatel nakladnik izdavač penerbit yayıncı "
    "kiadó förlag forlag издательство видавництво"
)
_CHINESE = lazy_pattern("[\u3400-\u9fff]")
_MARKED = lazy_pattern("[®™]")
_QUOTES = (("“", "”"), ('"', '"'))
_REPEATED = lazy_pattern(r"^(.{3,90}?)(?:\W{0,3}|\W(?:logo|icon|cover|image)\D{0,16}?)\1$")


def clean_journal(text: str) -> str | None:
    """A journal's name without what surrounds it, or None when it cannot be one. Each step may bare
    what the next one takes."""
    text = without_labels(_MARKED.split(_once(after_skip(text)))[0])
    text = _between_quotes(strip_navigation(text))
    if _MENU_ENTRY.match(text) or _names_a_measure(text.lower()):
        return None
    text = without_remark(without_kind(_in_english(text)))
    text = behind_dash(_without_brackets(without_running_head(text)))
    text = without_category(without_site(without_people(without_lead(text))))
    if is_labelled(text):
        return None
    text = without_short_form(without_numbers(text))
    if _opens_with_names(text):
        return None
    text = without_noun_again(text)
    return text if _can_be_name(text) else None


def _once(text: str) -> str:
    """A name that stands there twice: "OncologyONCOLOGY"."""
    found = _REPEATED.match(text) if text[:3] in text[3:] else None
    if found:
        return found[1]
    half = len(text) // 2
    return text[:half] if text[:half].casefold() == text[half:].casefold() else text


def _between_quotes(text: str) -> str:
    """ "The journal «Name»", "The journal "Name"."""
    for opening, closing in _QUOTES:
        if text.endswith(closing) and text.count(closing) <= 2:
            return text[:-1].rpartition(opening)[2] or text
    return text.partition("«")[2].partition("»")[0] if "«" in text else text


def _in_english(text: str) -> str:
    """The name in brackets behind the same in another script."""
    found = _IN_BRACKETS.match(text)
    return found[1] if found and names_a_journal(found[1]) else text


def _without_brackets(text: str) -> str:
    """A name without brackets around it, of which one is lost."""
    return text if text.count("(") == text.count(")") else text.strip("() ")


def _opens_with_names(text: str) -> bool:
    """Whether people stand before a name: "Ann Lee, Bo Ek Ward Letters"."""
    first, _, others = text.partition(", ")
    if others.count(" ") < 2:
        return False
    return bool(read_names(f"{first}, {' '.join(others.split(' ')[:2])}"))


def _can_be_name(text: str) -> bool:
    """Whether a name is none of a house, a label or a category, and looks like one."""
    if has_signs(text) and _CHINESE.search(text) and DIGIT.search(text):
        return False
    lowered = text.lower()
    if lowered.strip(" .") in HOUSES or lowered.partition(":")[0].strip() in _LABELS:
        return False
    if not is_name(text) or not _is_named_so(label_kind(text), text):
        return False
    return not (text.isupper() and read_category(text))


def _is_named_so(kind: str | None, text: str) -> bool:
    """Whether no label is meant: "Clinical Case Reports" can be both, and so can "Materials"."""
    return kind in (None, "case") or (kind == "methods" and " " not in text)


def _names_a_measure(text: str) -> bool:
    """Whether a text in lower case is of what sites say of journals, or the name of a library."""
    if has_any(text, ("placeholder", "journal rank", "impact factor", "citescore")):
        return True
    return text.removesuffix(" online").endswith(("library", "biblioteca", "bibliothek"))
