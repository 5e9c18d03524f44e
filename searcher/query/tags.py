"""What the name in `word[name]` or `name:word` asks for: PubMed's tags, and other hosts' habits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from searcher import schema
from searcher.frozen import frozen
from searcher.lazy import lazy_pattern
from searcher.query import dialects


@frozen
class Tag:
    """A name understood.

    kind: "field"; "filter" and "subheading" (the words before it name one); "unserved" (PubMed has
    such a field and the index does not; its words may stand elsewhere); "left_out" (the same, and
    they stand nowhere); "unknown".
    field: a name of the schema or one of its groups, None for everywhere.
    window, sentence: proximity asked for inside the tag.
    """

    kind: Literal["field", "filter", "subheading", "unserved", "left_out", "unknown"]
    name: str
    field: str | None = None
    window: int | None = None
    sentence: bool = False


_FILTERS = {"sb", "subset", "filter", "filters"}
_SUBHEADINGS = {"sh", "subh", "mesh subheading", "subheading"}

_ENTRY_DATES = "entry dates"
_UNSERVED = {
    "affiliations": "ad, affiliation",
    "substances": "nm, supplementary concept, substance name, rn, ec/rn number, registry number",
    "pharmacological actions": "pa, pharmacological action",
    "grant numbers": "gr, grants and funding, grant number",
    "subjects who are persons": "ps, personal name as subject, subject - personal name",
    "places of publication": "pl, place of publication",
    "serial numbers": "is, issn, jid, nlm unique id, isbn",
    "corporate authors": "cn, author - corporate, corporate author",
    "editors": "ed, editor",
    "investigators": "ir, investigator, fir",
    "secondary sources": "si, secondary source id",
    "transliterated titles": "tt, transliterated title",
    "conflicts of interest": "cois, conflict of interest statements",
    "books": "book, pubn, publisher",
    "author identifiers": "auid, author - identifier",
    _ENTRY_DATES: "edat, date - entry, entry date, crdt, date - create, create date, "
    "mhda, date - mesh, mesh date, lr, date - modification",
    "cited works": "cites, citedby",
}
_UNSERVED_TAGS = {tag: what for what, tags in _UNSERVED.items() for tag in tags.split(", ")}

_SEVERAL = lazy_pattern(r" ?[,/] ?")
_TIAB = {"title", "abstract", "keywords"}
_NEAR = lazy_pattern(r"\s*:?\s*~\s*(\d+|s)$")


def resolve(name: str) -> Tag:
    """What a typed tag means, in any case and spacing."""
    plain = _plain(name)
    near = _NEAR.search(plain)
    window, sentence = None, False
    if near:
        plain = plain[: near.start()]
        sentence = near.group(1) == "s"
        window = None if sentence else int(near.group(1)[:6])
    if (field := schema.find_tag(plain) if plain else schema.ANY) is not None:
        return Tag("field", name, None if field == schema.ANY else field, window, sentence)
    if (several := _SEVERAL.split(plain))[1:] and {*map(schema.find_tag, several)} <= _TIAB:
        return Tag("field", name, "tiab", window, sentence)
    if plain in _FILTERS:
        return Tag("filter", name)
    if plain in _SUBHEADINGS:
        return Tag("subheading", name)
    if plain not in _UNSERVED_TAGS:
        return Tag("unknown", name)
    return Tag("left_out" if _UNSERVED_TAGS[plain] == _ENTRY_DATES else "unserved", name)


def of_field(name: str) -> Tag:
    """What a name before a colon means."""
    field = schema.find_field(name) or dialects.FIELDS.get(name)
    if field is None:
        return Tag("unknown", name)
    return Tag("field", name, None if field == schema.ANY else field)


def is_known(name: str) -> bool:
    """Whether the name means anything at all in brackets."""
    return resolve(name).kind != "unknown"


def what_is(name: str) -> str:
    """In words, what a tag of PubMed that the index does not serve stands for."""
    return _UNSERVED_TAGS[_plain(name)]


@lru_cache(maxsize=256)
def nearest(name: str) -> str | None:
    """The known name that looks most like this one, if any does."""
    import difflib  # only a mistake pays for it

    found = difflib.get_close_matches(_plain(name), schema.known_names(), 1, 0.6)
    return found[0] if found else None


@lru_cache(maxsize=256)
def is_mistyped(name: str) -> bool:
    """Whether a name before a colon is so like a field's that it must have been meant for it."""
    if len(name) < 4:
        return False
    import difflib

    longer = [each for each in schema.known_names() if len(each) >= 4 and " " not in each]
    return bool(difflib.get_close_matches(name.lower(), longer, 1, 0.8))


def _plain(name: str) -> str:
    plain = re.sub(r"\s*([:/])\s*", r"\1", " ".join(name.lower().split()))
    return plain.removesuffix(":exp")  # which mh is anyway
