"""JSON as services answer with it: records in an envelope, their values in objects of their own.

{"hits": 1, "result": [{"title": ..., "journalInfo": {"volume": ..., "journal": {"title": ...}}}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from searcher.formats.bioc import is_bioc
from searcher.formats.part_names import field_of, plain_name

_DEEPEST = 4
ENOUGH = 3
"""So many parts of a record, one of them its title or abstract, make an object one."""

_SIGNED = frozenset({"title", "authors"})
_ESSENTIAL = frozenset({"title", "abstract"})
_TYPES = {"abstract": "abstract", "doi": "doi", "pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid"}
_TYPES["pmcid"] = "pmcid"
_TYPED = frozenset({"identifier", "identifiers", "articleids", "externalids", "descriptions"})
"""Lists of objects that say of what type they are."""

_ELSEWHERE = frozenset({"references", "reference", "bibentries", "citations", "cites", "citedby"})
"""Lists of other works."""

_SEVERAL = frozenset({"journals", "titles"})
_IDS = frozenset({"id", "value", "identifier", "description"})
"""What the value of such an object is called."""

_VAGUE = frozenset(
    {"title", "name", "displayname", "id", "type", "date", "year", "number", "source", "language"}
    | {"note", "url", "link", "summary", "subjects", "abstract", "label", "value"}
)
"""Names that say nothing of the record where they stand in an object of another name."""


def records_in(shape: dict[str, Any]) -> list[dict[str, Any]]:
    """The objects that an envelope holds as its list of records; none where it holds no such."""
    lists = ([each for each in held if isinstance(each, dict)] for held in _lists(shape, _DEEPEST))
    counted = [(sum(map(_is_record, held)), held) for held in lists]
    most, found = max(counted, key=lambda pair: pair[0], default=(0, []))
    return found if most else []


def is_nested(shape: dict[str, Any]) -> bool:
    """Whether `flatten` may find more in an object than its own values."""
    return any(isinstance(value, dict) or _is_listed(value) for value in shape.values())


def flatten(shape: dict[str, Any]) -> dict[str, Any]:
    """The object without objects in it: {"journal": {"title": x}} is {"journal title": x}.

    An inner value has its own name where that is enough to know it.
    """
    flat = {key: value for key, value in shape.items() if not _is_inner(key, value)}
    within = {key: flatten(value) for key, value in shape.items() if _is_inner(key, value)}
    whole = [key for key, each in within.items() if _is_whole(each) and not _is_host(key)]
    whole = whole or [key for key, each in within.items() if _parts(each) >= _SIGNED]
    if len(whole) == 1 and "title" not in _parts(flat):
        flat = within.pop(whole[0]) | flat  # what is around it is a mere cover
    for key, value in shape.items():
        if plain_name(key) == "abstractinvertedindex":
            flat.setdefault("abstract", _in_order(value))
        elif key in within and "#text" in value:
            flat.setdefault(key, value["#text"])  # of XML with attributes
        elif key in within and field_of(key) == ("abstract", 0) and _longest(within[key]):
            # {"abstract": {"h1": "Abstract", "p": "Rashes are common."}}
            flat.setdefault(key, _longest(within[key]))
        elif key in within:
            for name, each in within[key].items():
                joined = f"{key} {name}"
                if field_of(joined):
                    flat.setdefault(joined, each)
                elif plain_name(name) not in _VAGUE:
                    flat.setdefault(name, each)
        elif _is_listed(value) and not field_of(key):
            for name, each in _listed(plain_name(key), value):
                flat.setdefault(name, each)
    return flat


def _listed(key: str, values: list[Any]) -> Iterator[tuple[str, Any]]:
    """Names and values out of a list of objects: {"journals": [{"title": x}]} has a journal title,
    {"identifiers": [{"type": "DOI", "id": x}]} a DOI."""
    singular = key.removesuffix("s")
    for shape in filter(lambda each: isinstance(each, dict), values):
        kinds = {plain_name(value): name for name, value in shape.items() if _is_text(value)}
        for kind in kinds.keys() & _TYPES.keys() if key in _TYPED else ():
            held = (name for name in shape if plain_name(name) in _IDS and name != kinds[kind])
            yield from ((_TYPES[kind], shape[name]) for name in held)
        for name, value in shape.items() if key in _SEVERAL else ():
            if plain_name(name) == singular:
                yield singular, value
            elif field_of(f"{singular} {name}"):
                yield f"{singular} {name}", value


def _longest(shape: dict[str, Any]) -> str:
    return max(filter(_is_text, shape.values()), key=len, default="")


def _is_host(key: str) -> bool:
    """Whether the title in an object of this name is that of a journal or book around the work."""
    return (field_of(f"{key} title") or ("", 0))[0] == "journal"


def _is_inner(key: str, value: Any) -> bool:
    found = field_of(key)
    elsewhere = plain_name(key) in _ELSEWHERE
    return isinstance(value, dict) and not elsewhere and not (found and found[0] == "date")


def _is_listed(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _parts(flat: dict[str, Any]) -> set[str]:
    return {part[0] for part in map(field_of, flat) if part}


def _is_whole(flat: dict[str, Any]) -> bool:
    """Whether an object without objects in it has enough of a record to be one."""
    found = _parts(flat)
    return len(found) >= ENOUGH and not found.isdisjoint(_ESSENTIAL)


def _is_record(shape: dict[str, Any]) -> bool:
    return is_bioc(shape) or _is_whole(flatten(shape))


def _lists(value: Any, deepest: int) -> Iterator[list[Any]]:
    inner = value if isinstance(value, list) else []
    if isinstance(value, dict):
        inner = [each for key, each in value.items() if plain_name(key) not in _ELSEWHERE]
    for each in inner if deepest else ():
        if isinstance(each, list):
            yield each
        elif isinstance(each, dict):
            yield list(each.values())  # records by their numbers
        yield from _lists(each, deepest - 1)


def _in_order(index: Any) -> str:
    """The text of which an index from words to their places was made."""
    if not isinstance(index, dict):
        return ""
    places = [
        (place, word)
        for word, found in index.items()
        for place in (found if isinstance(found, list) else ())
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(places))
