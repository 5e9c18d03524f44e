"""XML whose elements say in an attribute what they hold: <Item Name="Title">, <idno type="doi">."""

from __future__ import annotations

import re

from searcher.lazy import lazy_pattern

_LEAF = re.compile(
    r"<(item|field|str|arr|int|infon|idno|biblscope|article[-_]?id|itemid|identifier|ui|title)"
    r"(\s[^<>]*)>([^<>]*)</\1\s*>",
    re.IGNORECASE,
)
_HOLDER = re.compile(r"<item\s[^<>]{0,200}?\bname\s*=[^<>]{0,200}[^<>/]>", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:name|key|unit|level|type|id-?type|pub-id-type|identifiertype)\s*=\s*"
    r"[\"'](?:dc[._:])?([A-Za-z][\w-]{0,40})[\"']",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"<(id-?type)>\s{0,9}(\w+)\s{0,9}</\1>(?:\s{0,99}<\w+>\d*</\w+>)?\s{0,99}<(value)>([^<>]*)</\3>",
    re.IGNORECASE,
)
_OBJECT = lazy_pattern(
    r"<object\s[^<>]{0,99}\btype\s*=\s*[\"']keyword[\"'][^<>]{0,99}>\s{0,99}"
    r"<param\b[^<>]{0,99}>([^<>]*)</param>",
    re.IGNORECASE,
)
"""A keyword as publishers give it to PubMed."""

_MEANT = {
    **dict.fromkeys(("pubmed", "pmid", "medl", "medline"), "pmid"),
    **dict.fromkeys(("pmc", "pmcid"), "pmcid"),
    "doi": "doi",
}
"""Types of identifiers, and the names of elements that hold such."""

_TITLES = {"j": "journaltitle", "source": "journaltitle", "item": "title"}
"""Levels of a title that is not the work's own."""

_SIGN = re.compile(
    r"<(?:item|field|str|arr|infon|idno|biblscope|article[-_]?id|ui|object)\s|idtype|<title\s",
    re.IGNORECASE,
)


_OTHERS = frozenset({"s", "m", "series", "doctype", "source_abbrev", "abbrev_iso"})


def by_their_attributes(text: str) -> str:
    """The text with elements called by what their attributes say that they hold."""
    if not _SIGN.search(text):
        return text
    text = _PAIR.sub(lambda pair: _element(_MEANT.get(pair[2].lower()), pair[0], pair[4]), text)
    text = _OBJECT.sub(r"<keyword>\1</keyword>", text)
    return _HOLDER.sub("<holder>", _LEAF.sub(_called, text))


def _called(leaf: re.Match[str]) -> str:
    kind = leaf[1].lower()
    found = _NAMING.search(leaf[2])
    value = found[1] if found else ""
    if kind == "title":
        return _element(_TITLES.get(value, "other" if value in _OTHERS else None), leaf[0], leaf[3])
    name = _MEANT.get(value.lower(), "" if kind.endswith(("id", "identifier", "ui")) else value)
    if name == "pmid" and not leaf[3].strip().isdecimal():
        name = "other"  # when PubMed took it in
    return _element(name, leaf[0], leaf[3])


def _element(name: str | None, whole: str, text: str) -> str:
    """The element of that name; as it was where there is none."""
    return f"<{name}>{text}</{name}>" if name else whole
