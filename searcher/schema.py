"""The field table: every layer reads names, aliases, kinds and weights from here.

Kinds say how a value becomes terms, and so what a clause on the field can mean:
  text     stemmed words with positions (title, abstract, ...)
  name     words as they are, with positions (authors)
  exact    the whole value as one term, normalised by `exact_term` (identifiers, headings)
  date     the number yyyymmdd, with 00 for a month or day that is not known
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from searcher.frozen import frozen

Kind = Literal["text", "name", "exact", "date"]

ANY = "any"
"""The field of a plain word: all of a record's words at once."""

TITLE_SHARE = 0.3
"""How much of the title's own score is added to the score of `any`."""

BODY_SHARE = 0.2
"""The weight of words in the body, which `any` does not hold."""


@frozen
class Field:
    """One searchable field.

    aliases: other names for `name:word`; tags: PubMed's, for `word[tag]`.
    in_any: whether plain words find it (as part of the combined field).
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    in_any: bool = False


FIELDS: tuple[Field, ...] = (
    Field("title", "text", ("ti",), ("ti", "title"), in_any=True),
    Field("abstract", "text", ("ab",), ("ab", "abstract"), in_any=True),
    Field("keywords", "text", ("keyword", "kw"), ("ot", "keyword"), in_any=True),
    Field("journal", "text", ("jour", "source"), ("ta", "jour", "journal"), in_any=True),
    Field("author", "name", ("authors", "au"), ("au", "author", "fau"), in_any=True),
    Field("first_author", "name", (), ("1au",), in_any=False),
    Field("last_author", "name", (), ("lastau",), in_any=False),
    Field("mesh", "text", (), (), in_any=True),
    Field("heading", "exact", (), ("mh:noexp", "mesh:noexp")),
    Field("major", "exact", (), ("majr:noexp",)),
    Field("type", "text", ("publication_type", "publication_types"), ("pt", "ptyp"), in_any=True),
    Field("body", "text", ("fulltext",), ("body",)),
    Field("date", "date", ("published",), ("dp", "pdat", "epdat", "ppdat")),
    Field("year", "date", ("yr",), ("year",)),
    Field("doi", "exact", (), ("aid", "lid"), in_any=True),
    Field("pmid", "exact", (), ("pmid", "uid"), in_any=True),
    Field("pmcid", "exact", ("pmc",), ("pmc", "pmcid"), in_any=True),
    Field("docid", "exact", ("id",), ("docid",)),
    Field("volume", "exact", ("vol",), ("vi", "volume")),
    Field("issue", "exact", (), ("ip", "issue")),
    Field("pages", "exact", ("page",), ("pg", "pagination")),
    Field("language", "exact", ("lang",), ("la", "language")),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}

GROUPS: dict[str, tuple[str, ...]] = {
    "tiab": ("title", "abstract", "keywords"),
    "tw": ("title", "abstract", "keywords", "mesh", "type"),
    "mh": ("heading",),
    "majr": ("major",),
}
"""Names that stand for several fields: a clause on a group matches where any of them does.

As in PubMed, tiab includes the authors' keywords. mh and majr ask for a heading and those below
it; heading and major for it alone.
"""

_LONG_TAGS = {
    "tiab": "tiab; title/abstract",
    "tw": "tw; text; text word; text words",
    "mh": "mh; mesh; mesh term; mesh terms; mesh heading; mesh headings",
    "majr": "majr; mesh major topic",
    "heading": "mesh term:noexp; mesh terms:noexp; mesh heading:noexp",
    "major": "mesh major topic:noexp",
    "keywords": "other term; other terms",
    "author": "author name; full author name",
    "first_author": "author - first; first author; first author name",
    "last_author": "author - last; last author; last author name",
    "type": "publication type",
    "date": "date - publication; publication date",
    "doi": "location id; article identifier",
    "pmcid": "pmc id",
    "mesh": "mesh words",
    ANY: "any; all; all fields",
}
"""PubMed's tags for groups, and those that it spells out."""


def kind_of(name: str) -> Kind:
    """The kind of a field's values; groups go by their fields, ANY is text."""
    return "text" if name == ANY else BY_NAME[GROUPS.get(name, (name,))[0]].kind


def find_field(name: str) -> str | None:
    """The field, group or ANY that a typed name or tag means (any case), or None."""
    return _NAMES.get(" ".join(name.lower().split()))


def find_tag(tag: str) -> str | None:
    """Like `find_field` for a name in brackets, where PubMed's meaning goes first."""
    tag = " ".join(tag.lower().split())
    return _TAGS.get(tag) or _NAMES.get(tag)


def known_names() -> list[str]:
    """All names and tags that `find_field` knows, sorted; for suggestions and completion."""
    return sorted(_NAMES)


def _all_tags() -> dict[str, str]:
    tags = {tag: name for name, tags in _LONG_TAGS.items() for tag in tags.split("; ")}
    for field in FIELDS:
        for tag in field.tags:
            tags.setdefault(tag, field.name)
    return tags


def _all_names() -> dict[str, str]:
    names = dict(_TAGS)
    for field in FIELDS:
        for name in (*field.aliases, field.name):
            names.setdefault(name, field.name)
    names.update({group: group for group in GROUPS})
    # A field's own name always means that field, whatever tag another one has.
    names.update({field.name: field.name for field in FIELDS})
    return names


_TAGS = _all_tags()
_NAMES = _all_names()


def exact_term(field: str, value: str) -> str:
    """The one term that a value of an exact field is indexed and searched as.

    Case and runs of white space never matter; a DOI loses its prefix, a PMCID gains "pmc",
    pages keep their first page.
    """
    value = " ".join(value.lower().split())
    # A docid may be a path, and a path may hold something like a DOI.
    if field == "doi" or (field == "docid" and value.startswith(("10.", "doi", "http"))):
        from searcher.identifiers import clean_doi

        doi = clean_doi(value)
        if doi:
            return doi
    if field == "pmcid" and value.isdigit():
        return "pmc" + value
    if field == "pages":
        return re.split(r"[-–,;\s]", value, maxsplit=1)[0]
    if field in ("heading", "major"):
        return value.replace("*", "").replace(" / ", "/")
    if field == "language":
        return _LANGUAGES.get(value, value)
    return value


# As MEDLINE writes them; other sources give two letters or the name.
_LANGUAGES = {
    other: code
    for code, others in {
        "chi": "zh zho chinese", "cze": "cs ces czech", "dan": "da danish", "dut": "nl nld dutch",
        "eng": "en english", "fin": "fi finnish", "fre": "fr fra french", "ger": "de deu german",
        "gre": "el ell greek", "heb": "he hebrew", "hun": "hu hungarian", "ita": "it italian",
        "jpn": "ja japanese", "kor": "ko korean", "nor": "no nob nno norwegian",
        "per": "fa fas persian", "pol": "pl polish", "por": "pt portuguese",
        "rum": "ro ron romanian", "rus": "ru russian", "spa": "es spanish", "swe": "sv swedish",
        "tur": "tr turkish", "ukr": "uk ukrainian",
    }.items()
    for other in others.split()
}  # fmt: skip


@lru_cache(maxsize=4096)
def date_number(date: str) -> int:
    """'2012-06-30', '2012/06' or '2012' as yyyymmdd with 00 for what is not said."""
    parts = [int(part) for part in re.findall(r"\d+", date)[:3]] + [0, 0, 0]
    return parts[0] * 10000 + parts[1] * 100 + parts[2]
