"""What other hosts write in a way of their own, as the query here that means the same.

Each habit is a pattern for a piece of text and what to read instead of it; the lexer asks at the
beginning of each token. A piece that means nothing here is left out. Both are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from searcher.frozen import frozen
from searcher.lazy import lazy_pattern
from searcher.query import dialects, filters

_Meaning: TypeAlias = Callable[[re.Match[str]], "str | None"]
"""The query that a match stands for: "" where it means nothing here, None where it is no piece."""


@frozen
class Piece:
    """A piece of another host's language.

    text: as it was typed; query: what it means here, "" for nothing; host: whether only another
    host writes so (a phrase between single quotation marks could be anybody's).
    """

    end: int
    text: str
    query: str
    host: bool = True


@frozen
class _Habit:
    """sign: stands (or one of several with | between) in every text that the pattern finds
    something in, once that is in small letters."""

    sign: str
    pattern: re.Pattern[str]
    meaning: _Meaning


_CODES = "|".join(dialects.SUBHEADINGS)
_BEHIND = (
    rf"(?i:((?:{_CODES})(?:\s*,\s*(?:{_CODES}))*))(?![\w/])(?:\s*\[[A-Z][^\[\]\"]{{1,200}}\])?"
)
_SMALL = _BEHIND.replace("(?i:", "(?:")  # PET/CT is no heading
_WITHIN_SINGLE = r"(?:[^‘’'\"()\[\]]|(?<=\w)['’](?=\w)){1,200}"
_SINGLE = rf"[‘'`](?=\w)({_WITHIN_SINGLE})['’´]"
_CODED = lazy_pattern(r"/[A-Za-z]{2}(?![\w/])")
_OPERATOR = lazy_pattern(r"\s(?:or|and|not)\s", re.IGNORECASE)
_NAME = r"[^()\"\[\]:/\n<>]{0,150}?"
_END = r"(?=\s*(?:$|\)|(?:and|or|not|AND|OR|NOT)\b))"
"""A heading ends a clause; what goes on (PD-1/PD-L1, a line in <i>italics</i>) is none."""


def piece_at(text: str, place: int) -> Piece | None:
    """The piece that begins here, if one does."""
    for habit in _possible(text):
        found = habit.pattern.match(text, place)
        if found and (meaning := habit.meaning(found)) is not None:
            return Piece(found.end(), found.group().strip(), meaning)
    quoted = _PHRASE.match(text, place) if text[place] in "‘'`" else None
    if quoted and " " in quoted.group(1):
        return Piece(quoted.end(), quoted.group(), f'"{quoted.group(1)}"', host=False)
    return None


@lru_cache(maxsize=16)
def _possible(text: str) -> tuple[_Habit, ...]:
    """The habits that may be in a text: to compile the patterns of all takes 15 ms."""
    lowered = text.lower()
    return tuple(
        habit
        for habit in _HABITS
        if any(sign in lowered for sign in habit.sign.split("|"))
        and (habit.sign != "/" or _CODED.search(text))
    )


def _heading(name: str, *, exploded: bool, major: bool, qualifiers: str = "") -> str:
    """PubMed's way to ask for a heading, or for it with each of several subheadings."""
    tag = "majr" if major else "mh" if exploded else "mh:noexp"
    if not qualifiers:
        return f'"{name.strip()}"[{tag}]'
    names = [dialects.subheading(each) for each in re.split(r"\s*,\s*", qualifiers.strip())]
    return "(" + " OR ".join(f'"{name.strip()}/{each}"[{tag}]' for each in names) + ")"


def _descriptor(found: re.Match[str]) -> str:
    """Cochrane: MeSH descriptor: [Drug Eruptions] explode all trees"""
    name, how, qualifiers = found.groups()
    codes = re.sub(r"\s+-\s+[A-Z]{2}\b", "", qualifiers or "")
    exploded = "only" not in (how or "").lower()
    return _heading(name, exploded=exploded, major=False, qualifiers=codes)


def _bracketed(found: re.Match[str]) -> str:
    """Cochrane: [mh ^"Drug Eruptions"/CI]"""
    kind, alone, name, codes = found.groups()
    return _heading(name, exploded=not alone, major=kind.lower() == "mj", qualifiers=codes or "")


def _ovid(found: re.Match[str]) -> str:
    """Ovid: exp *"Drug Eruptions"/ci, et [Chemically Induced, Etiology]"""
    exp, star, name, codes = found.groups()
    return _heading(name, exploded=bool(exp), major=bool(star), qualifiers=codes or "")


def _ovid_unquoted(found: re.Match[str]) -> str | None:
    """The same without quotation marks, where an operator is none of the heading's words."""
    return None if _OPERATOR.search(found.group(3)) else _ovid(found)


def _embase(found: re.Match[str]) -> str | None:
    """Embase: 'drug eruption'/exp/mj, 'side effect'/lnk, 'review'/it"""
    name, how = found.groups()
    if how in ("/exp", "/de", "/mj"):
        return None  # a suffix like others
    if how.startswith("/lnk"):
        return f'"{name}"[sh]'
    if how.startswith("/it"):
        return f'"{name}"[pt]'
    return _heading(name, exploded=not how.startswith("/de"), major="/mj" in how)


def _lines(operator: str, numbers: str) -> str:
    """Lines of a strategy by their numbers: 1-3,5"""
    wanted: list[str] = []
    for each in re.findall(r"(\d+)(?:\s*-\s*#?(\d+))?", numbers):
        first, last = int(each[0]), int(each[1] or each[0])
        wanted += [f"#{number}" for number in range(first, min(last, first + 999) + 1)]
    return "(" + f" {operator.upper()} ".join(wanted) + ")"


def _limited(found: re.Match[str]) -> str:
    """Ovid: limit 5 to (english language and humans and yr="2010 -Current")"""
    number, limits = found.groups()
    wanted = [f"#{number}"]
    inner = limits[1:-1] if limits.startswith("(") else limits
    for each in re.split(r"\s+and\s+|,\s*", inner, flags=re.IGNORECASE):
        any_of = [_limit(one.strip()) for one in re.split(r"\s+or\s+", each, flags=re.IGNORECASE)]
        wanted.append("" if "" in any_of else f"({' OR '.join(any_of)})")
    return "(" + " AND ".join(each for each in wanted if each) + ")"


def _limit(text: str) -> str:
    """One limit as a query; "" where records do not tell it."""
    plain = text.lower()
    if years := re.fullmatch(r"yr\s*=\s*\"?(\d{4})\s*-\s*(\d{4}|current)?\"?", plain):
        return f"{years.group(1)}:{(years.group(2) or '3000').replace('current', '3000')}[dp]"
    if plain in ("abstracts", "abstract", "has abstract"):
        return "hasabstract"
    name = re.sub(r"\s+(?:language|articles?)$", "", plain)
    name = {"human": "humans", "animal": "animals"}.get(name, name)
    return f'"{name}"[filter]' if filters.is_known(name) else ""


def _limited_to(found: re.Match[str]) -> str:
    """Scopus: LIMIT-TO ( LANGUAGE , "English" )"""
    kind, field, value = found.groups()
    if kind.upper() == "EXCLUDE":
        return ""
    value = value.strip(' "')
    if field.upper() == "PUBYEAR" and value.isdigit():
        return f"{value}[dp]"
    return f"{value}[la]" if field.upper() == "LANGUAGE" else ""


def _year(found: re.Match[str]) -> str:
    """Scopus: PUBYEAR > 2010"""
    sign, year = found.group(1), int(found.group(2))
    if sign in (">", "AFT"):
        return f"{year + 1}.."
    if sign in ("<", "BEF"):
        return f"..{year - 1}"
    return {">=": f"{year}..", "<=": f"..{year}"}.get(sign, f"{year}..{year}")


def _floating(found: re.Match[str]) -> str:
    """Ovid's floating subheadings: (ae or to).fs."""
    codes = re.findall(r"[a-z]{2,}", re.sub(r"\s(?:or|OR)\s", " ", found.group(1)))
    wanted = [f'"{dialects.subheading(code)}"[sh]' for code in codes]
    return "(" + " OR ".join(wanted) + ")" if len(wanted) > 1 else wanted[0]


def _ebsco(found: re.Match[str]) -> str | None:
    """EBSCO: TI skin rash OR AB skin rash; only beside other signs of it."""
    if not dialects.is_ebsco(found.string):
        return None
    return f"{found.group(2)}[{'tw' if found.group(1) == 'TX' else found.group(1).lower()}]"


def _nothing(_: re.Match[str]) -> str:
    return ""


def _habit(sign: str, pattern: str, meaning: _Meaning, flags: int = 0) -> _Habit:
    return _Habit(sign, lazy_pattern(pattern, flags), meaning)


_HABITS = (
    _habit(
        "descriptor",
        r"MeSH descriptor:?\s*\[([^\[\]\"]{1,200})\]"
        r"(\s+explode(?: all)? trees?(?:\s[\d, ]+)?|\s+this term only)?"
        r"(?:\s+and with qualifiers?(?:\(s\))?:\s*\[([^\[\]\"]{1,200})\])?",
        _descriptor,
        re.IGNORECASE,
    ),
    _habit(
        "[m",
        r"\[(mh|mj) +(\^?)\"?([^\"\[\]/]{1,200})\"?(?:/([a-z]{2}(?:, ?[a-z]{2})*))?\s*\]",
        _bracketed,
        re.IGNORECASE,
    ),
    _habit("variations", r"\(Word variations have been searched\)", _nothing, re.IGNORECASE),
    _habit(
        "{",
        r"\{\s*(and|or)\s+(#?\d{1,4}\s*-\s*#?\d{1,4}|#\d{1,4}(?:\s*,\s*#\d{1,4})+)\s*\}",
        lambda found: _lines(found.group(1), found.group(2)),
        re.IGNORECASE,
    ),
    _habit(
        "and/|or/",
        r"(and|or)/(\d{1,4}(?:[-,]\d{1,4}){1,50})(?![\w/])",
        lambda found: _lines(found.group(1), found.group(2)),
        re.IGNORECASE,
    ),
    _habit(
        "/and|/or",
        r"(\d{1,4}-\d{1,4})/(and|or)(?![\w/])",
        lambda found: _lines(found.group(2), found.group(1)),
        re.IGNORECASE,
    ),
    _habit("duplicates", r"remove duplicates from (\d{1,4})", lambda found: f"#{found.group(1)}"),
    _habit(
        "publication year",
        r"with Publication Year from (\d{4}) to (\d{4})(?:, in Trials)?",
        lambda found: f"{found.group(1)}:{found.group(2)}[dp]",
        re.IGNORECASE,
    ),
    _habit(
        "publication date",
        r"with Cochrane Library publication date [^()\"\n]{1,120}",
        _nothing,
        re.IGNORECASE,
    ),
    _habit(
        "limit ",
        r"limit (\d{1,4}) to (\((?:[^()\"]|\"[^\"]{0,99}\"){1,300}\)|[^()\n]{1,300})",
        _limited,
        re.IGNORECASE,
    ),
    _habit(
        "/lim",
        r"\[([a-z][a-z -]{1,40})\]/lim(?!\w)",
        lambda found: f'"{found.group(1)}"[filter]' if filters.is_known(found.group(1)) else "",
        re.IGNORECASE,
    ),
    _habit(
        "/py",
        r"\[(\d{4})-(\d{4})?\]/py(?!\w)",
        lambda found: f"{found.group(1)}:{found.group(2) or '3000'}[dp]",
    ),
    _habit(
        "'/|’/|´/",
        _SINGLE + r"((?:/(?:exp|de|mj|lnk|it|d[dm]_[a-z]{2}(?:,d[dm]_[a-z]{2})*))+)(?!\w)",
        _embase,
    ),
    _habit('"/', rf"(exp(?:lode)?\s+)?(\*?)\"([^\"]{{1,200}})\"/(?:{_BEHIND}|(?![\w/]))", _ovid),
    _habit("exp ", rf"(exp(?:lode)?\s+)(\*?)([A-Za-z]{_NAME})/{_SMALL}{_END}", _ovid_unquoted),
    _habit("/", rf"()(\*?)([A-Z]{_NAME})/{_SMALL}{_END}", _ovid_unquoted),
    _habit(
        ":[|:{",
        r"(year|date):[\[{]\s*(\d{4}[\d/-]*|\*)\s+TO\s+(\d{4}[\d/-]*|\*)\s*[\]}]",
        lambda f: f"{f.group(1)}:{f.group(2).strip('*')}..{f.group(3).strip('*')}",
        re.IGNORECASE,
    ),
    _habit("pubyear", r"PUBYEAR\s*(>=|<=|[<>=]|AFT|BEF|IS)\s*(\d{4})(?!\d)", _year),
    _habit("limit-to|exclude", r"(LIMIT-TO|EXCLUDE)\s*\(\s*(\w+)\s*,([^()]{1,100})\)", _limited_to),
    _habit(
        "doctype|index(|subjarea|srctype|pubstage",
        r"(?:DOCTYPE|INDEX|SUBJAREA|SRCTYPE|PUBSTAGE)\s*\([^()]{1,60}\)",
        _nothing,
    ),
    _habit(
        ".exact",
        r"(MJ)?(?:SU|MESH|EMB|MAINSUBJECT)\.EXACT(\.EXPLODE)?\(\"([^\"]{1,200})\"\)",
        lambda f: _heading(f.group(3), exploded=bool(f.group(2)), major=bool(f.group(1))),
    ),
    _habit(
        '"',
        r"(MH|MM|MJ|SU|DE) \"([^\"]{1,200}?)(\+?)\"",
        lambda f: _heading(f.group(2), exploded=bool(f.group(3)), major=f.group(1) in ("MM", "MJ")),
    ),
    _habit(
        "ti |ab |tx ",
        r"(TI|AB|TX) ([^()\"\[\]\n]{1,200}?)(?=\s(?:AND|OR|NOT|and|or|not)\s|\)|\s*$)",
        _ebsco,
    ),
    _habit(".fs.", r"\(([a-z]{2}(?:\s+(?:or|OR)\s+[a-z]{2}){0,50})\)\.fs\.", _floating),
    _habit(
        "/freq|sort by:|filters:|search:",
        r"/freq\s*=\s*\d+|(?:Sort by|Filters): [^\n]*|\ASearch:\s",
        _nothing,
    ),
    _habit(
        "#",
        r"([A-Za-z]{2,40})#([A-Za-z]{1,40}[*$]?)(?![\w#])",
        lambda found: f"{found.group(1)}?{found.group(2)}",
    ),
)
_PHRASE = lazy_pattern(_SINGLE + r"(?=[\s):]|$)")
