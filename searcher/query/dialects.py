"""Habits of other hosts that come with pasted strategies: Ovid, Embase, Cochrane, Scopus."""

from __future__ import annotations

import re

from searcher.lazy import lazy_pattern

# Scopus and Web of Science put names before parentheses: TITLE-ABS-KEY(rash), TS=(rash).
FIELDS = {
    "TITLE-ABS-KEY": "tiab", "TITLE-ABS": "tiab", "TS": "tw", "TI": "title", "AB": "abstract",
    "AU": "author", "SO": "journal",
}  # fmt: skip
FIELD = lazy_pattern(r"(TITLE-ABS(?:-KEY)?)\s*(?=\()|(T[SI]|A[BU]|SO)=(?=[(\"\w])")

# Ovid writes fields behind a full stop (rash.ti,ab.), Embase behind a colon (rash:ti,ab).
_CODES = r"[a-z]{2}(?:,[a-z]{2}){0,9}"
SUFFIX = lazy_pattern(rf"\.{_CODES}\.|:{_CODES}(?![\w,])|/(?:exp|de|mj)(?!\w)")
SUFFIX_END = lazy_pattern(rf"(?:\.{_CODES}\.|:{_CODES}|/exp)$")
_CODE_FIELDS = {
    "ti": "title", "ab": "abstract", "kw": "keywords", "kf": "keywords", "tw": "tw", "mp": "tw",
    "de": "mh", "sh": "mh", "hw": "mesh", "ot": "title", "jn": "journal", "jw": "journal",
    "jt": "journal", "jx": "journal", "au": "author", "pt": "type", "la": "language",
    "lg": "language", "yr": "year", "py": "year", "dp": "date", "af": "all", "ui": "pmid",
    "do": "doi", "it": "type",
}  # fmt: skip


def of_suffix(suffix: str) -> str | None:
    """The tag that a suffix of Ovid or Embase stands for; None when it is only punctuation."""
    if suffix.startswith("/"):
        return "majr" if suffix == "/mj" else "mh:noexp" if suffix == "/de" else "mh"
    fields = {_CODE_FIELDS.get(code) for code in suffix.strip(".:").split(",")}
    if None in fields:
        return None
    if len(fields) == 1:
        return fields.pop()
    return "tiab" if fields <= {"title", "abstract", "keywords"} else "tw"


_WITHIN = lazy_pattern(r"(adj|near/|next/|w/|pre/)(\d{1,3})|adj|near|next", re.IGNORECASE)


def window(word: str) -> int | None:
    """How many words may stand between the neighbours of adj3 or NEAR/3; None for other words."""
    found = _WITHIN.fullmatch(word)
    if found is None or (found.group(1) is None and word.islower() and word != "adj"):
        return None
    number = int(found.group(2) or 1)
    return max(number - 1, 0) if word[:3].lower() == "adj" else number


DOLLAR = lazy_pattern(r"([a-z]{3,})\$\d?")
"""Ovid's truncation."""

DOI_ADDRESS = lazy_pattern(r"(?:https?://)?(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)

_SUBHEADINGS = {
    "ad": "administration & dosage", "ae": "adverse effects", "ci": "chemically induced",
    "co": "complications", "de": "drug effects", "di": "diagnosis", "dt": "drug therapy",
    "ep": "epidemiology", "et": "etiology", "ge": "genetics", "im": "immunology",
    "me": "metabolism", "mo": "mortality", "pa": "pathology", "pc": "prevention & control",
    "pd": "pharmacology", "pk": "pharmacokinetics", "po": "poisoning", "th": "therapy",
    "to": "toxicity", "tu": "therapeutic use",
}  # fmt: skip


def subheading(text: str) -> str:
    """A subheading's full name, whether it was given so or as its two letters."""
    return _SUBHEADINGS.get(text.strip().lower(), text)


def heading(text: str) -> str:
    """A heading whose subheading is spelled out: imatinib/ae is imatinib/adverse effects."""
    name, slash, qualifier = text.rpartition("/")
    return f"{name}/{subheading(qualifier)}" if slash and name else text
