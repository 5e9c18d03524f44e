"""Habits of other hosts that come with pasted strategies: Ovid, Embase, Cochrane, Scopus."""

from __future__ import annotations

import re
from functools import lru_cache

from searcher.lazy import lazy_pattern

# Scopus, ProQuest and Web of Science put names before parentheses: TITLE-ABS-KEY(rash), TS=(rash).
FIELDS = {
    "TITLE-ABS-KEY": "tiab", "TITLE-ABS": "tiab", "TS": "tw", "TI": "title", "AB": "abstract",
    "AU": "author", "SO": "journal", "AK": "keywords", "PY": "year", "DT": "type", "DO": "doi",
    "ABS": "abstract", "KEY": "keywords", "AUTHKEY": "keywords", "AUTH": "author",
    "SRCTITLE": "journal", "ti,ab": "tiab", "ab,ti": "tiab", "TI,AB": "tiab",
    "AB,TI": "tiab", "KW": "keywords", "noft": "tiab",
}  # fmt: skip
FIELD = lazy_pattern(
    r"(TITLE-ABS(?:-KEY)?|SRCTITLE|AUTHKEY|TITLE)\s*(?=\()"
    r"|(ABS|KEY|AUTH|LANGUAGE|ALL|ti,ab|ab,ti|TI,AB|AB,TI|ti|ab|noft)(?=\()"
    r"|(T[SI]|A[BKU]|KW|SO|PY|DT|LA|DO|ALL)=(?=[(\"\w])"
    r"|(LANGUAGE):\s+(?=\()"
)
BEFORE = lazy_pattern(r"(TITLE|TI|AB)\s+(?=[(\"])")
"""A name that stands before its words with a blank between, as Scopus and EBSCO write it."""

_SIGNS = (
    "{", ":[", "[mh ", "[mj ", "]/", "descriptor", "limit ", "pubyear", "limit-to", "exclude",
    "doctype", "index(", "subjarea", "srctype", "pubstage", ".exact", "variations", "duplicates",
    "publication year", "publication date", "search:", "sort by:", "filters:", ".fs.",
)  # fmt: skip
_CAPITAL_SIGNS = ("TI ", "AB ", "TX ", 'MH "', 'MM "', 'MJ "', 'SU "', 'DE "')
_OTHER_SIGN = lazy_pattern(
    r"""/[A-Za-z]{2}|["']/|(?:and|or|AND|OR)/\d|(?<!\w)['‘`]\w|[A-Za-z]#[A-Za-z]"""
)


def may_hold_pieces(text: str) -> bool:
    """Whether `hosts` may find something in a text; of most it is found out without a pattern."""
    lowered = text.lower()
    if any(sign in lowered for sign in _SIGNS) or any(sign in text for sign in _CAPITAL_SIGNS):
        return True
    return any(char in text for char in "/'‘`#") and _OTHER_SIGN.search(text) is not None


_EBSCO_SURE = lazy_pattern(r"\b(?:MH|MM|DE|SU|TI|AB|TX) [\"(]")
_EBSCO_TITLE = lazy_pattern(r"\bTI \w")
_EBSCO_ABSTRACT = lazy_pattern(r"\b(?:AND|OR) AB \w")


@lru_cache(maxsize=16)
def is_ebsco(text: str) -> bool:
    """Whether a query is one of EBSCO's: (MH "Drug Eruptions+") OR TI rash OR AB rash"""
    if _EBSCO_SURE.search(text):
        return True
    return bool(_EBSCO_TITLE.search(text) and _EBSCO_ABSTRACT.search(text))


# Ovid writes fields behind a full stop (rash.ti,ab.), Embase behind a colon (rash:ti,ab).
_CODES = r"[a-z]{2}(?:,[a-z]{2}){0,9}"
_SURE = r"(?:ti|ab|kw|kf|tw|mp)(?:,[a-z]{2}){0,9}"  # with no full stop behind
SUFFIX = lazy_pattern(
    rf"\.(?:{_CODES}|m_titl)\.|\.(?:{_SURE}|pt|sh)(?![\w.,])|:{_CODES}(?![\w,])|/(?:exp|de|mj)(?!\w)"
)
SUFFIX_END = lazy_pattern(rf"(?:\.(?:{_CODES}|m_titl)\.|(?<!\.)\.{_SURE}|:{_CODES}|/exp)$")
_CODE_FIELDS = {
    "ti": "title", "ab": "abstract", "kw": "keywords", "kf": "keywords", "tw": "tw", "mp": "tw",
    "de": "mh", "sh": "mh", "hw": "mesh", "ot": "title", "jn": "journal", "jw": "journal",
    "jt": "journal", "jx": "journal", "au": "author", "pt": "type", "la": "language",
    "lg": "language", "yr": "year", "py": "year", "dp": "date", "af": "all", "ui": "pmid",
    "do": "doi", "it": "type", "tx": "all", "fs": "sh", "m_titl": "title",
    # what the index does not hold; PubMed's tags say what it is
    "nm": "nm", "rn": "rn", "tn": "nm", "in": "ad", "is": "issn", "dt": "edat", "ed": "edat",
    "cn": "cn", "gr": "gr",
}  # fmt: skip
_UNSERVED = {"nm", "rn", "ad", "issn", "edat", "cn", "gr"}


def of_suffix(suffix: str) -> str | None:
    """The tag that a suffix of Ovid or Embase stands for; None when it is only punctuation."""
    if suffix.startswith("/"):
        return "majr" if suffix == "/mj" else "mh:noexp" if suffix == "/de" else "mh"
    codes = suffix.strip(".:").split(",")
    fields = {_CODE_FIELDS[code] for code in codes if code in _CODE_FIELDS}
    if not fields:
        return None
    fields = fields - _UNSERVED or fields
    if len(fields) == 1:
        return fields.pop()
    return "tiab" if fields <= {"title", "abstract", "keywords"} else "tw"


def unread(suffix: str) -> list[str]:
    """The codes of a suffix that the index has nothing for, beside others that it has."""
    codes = suffix.strip(".:").split(",")
    fields = {code: _CODE_FIELDS.get(code) for code in codes}
    if suffix[0] == "/" or not {*fields.values()} - {None, *_UNSERVED}:
        return []
    return [code for code in codes if fields[code] is None or fields[code] in _UNSERVED]


_WITHIN = lazy_pattern(r"(adj|near/|next/|w/|pre/)(\d{1,3})|adj|near|next", re.IGNORECASE)


_ALONE = {"near": 6}  # as Cochrane has it; adj and next without a number are side by side


def window(word: str) -> int | None:
    """How many words may stand between the neighbours of adj3 or NEAR/3; None for other words."""
    found = _WITHIN.fullmatch(word)
    if found is None or (found.group(1) is None and not word.isupper() and word != "adj"):
        return None
    if found.group(2) is None:
        return _ALONE.get(word.lower(), 0)
    number = int(found.group(2))
    return max(number - 1, 0) if word[:3].lower() == "adj" else number


def is_near(word: str) -> bool:
    """Whether only a host for librarians writes so: adj3, NEAR/3."""
    found = _WITHIN.fullmatch(word)
    return found is not None and found.group(1) is not None


DOLLAR_WORD = r"([a-z]{3,})\$\d?"
DOLLAR = lazy_pattern(DOLLAR_WORD)
"""Ovid's truncation."""

DOLLARS = lazy_pattern(rf"(?<!\S){DOLLAR_WORD}(?!\S)")

DOI_ADDRESS = lazy_pattern(r"(?:https?://)?(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)

SUBHEADINGS = {
    "ab": "abnormalities", "ad": "administration & dosage", "ae": "adverse effects",
    "ag": "agonists", "ai": "antagonists & inhibitors", "an": "analysis", "bl": "blood",
    "cf": "cerebrospinal fluid", "ch": "chemistry", "ci": "chemically induced",
    "cl": "classification", "co": "complications", "ct": "contraindications",
    "de": "drug effects", "dg": "diagnostic imaging", "dh": "diet therapy", "di": "diagnosis",
    "dt": "drug therapy", "ec": "economics", "em": "embryology", "en": "enzymology",
    "ep": "epidemiology", "et": "etiology", "ge": "genetics", "hi": "history", "im": "immunology",
    "in": "injuries", "me": "metabolism", "mi": "microbiology", "mo": "mortality",
    "mt": "methods", "pa": "pathology", "pc": "prevention & control", "pd": "pharmacology",
    "ph": "physiology", "pk": "pharmacokinetics", "po": "poisoning", "pp": "physiopathology",
    "ps": "parasitology", "px": "psychology", "rh": "rehabilitation", "rt": "radiotherapy",
    "sc": "secondary", "st": "standards", "su": "surgery", "td": "trends", "th": "therapy",
    "tm": "transmission", "to": "toxicity", "tu": "therapeutic use", "ur": "urine",
    "ve": "veterinary", "vi": "virology",
}  # fmt: skip


def subheading(text: str) -> str:
    """A subheading's full name, whether it was given so or as its two letters."""
    return SUBHEADINGS.get(text.strip().lower(), text)


def heading(text: str) -> str:
    """A heading whose subheading is spelled out: imatinib/ae is imatinib/adverse effects."""
    name, slash, qualifier = text.rpartition("/")
    return f"{name}/{subheading(qualifier)}" if slash and name else text
