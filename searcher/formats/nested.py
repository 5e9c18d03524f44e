"""JSON as services answer with it: records in an envelope, their values in objects of their own.

{"hits": 1, "result": [{"title": ..., "journalInfo": {"volume": ..., "journal": {"title": ...}}}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from searcher.formats.part_names import field_of, plain_name

_DEEPEST = 4
ENOUGH = 3
"""So many parts of a record, one of them its title or abstract, make an object one."""

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
    return any(isinstance(value, dict) or key == "articleids" for key, value in shape.items())


def flatten(shape: dict[str, Any]) -> dict[str, Any]:
    """The object without objects in it: {"journal": {"title": x}} is {"journal title": x}.

    An inner value has its own name where that is enough to know it.
    """
    flat = {key: value for key, value in shape.items() if not _is_inner(key, value)}
    for key, value in shape.items():
        if plain_name(key) == "abstractinvertedindex":
            flat.setdefault("abstract", _in_order(value))
        elif key == "articleids" and isinstance(value, list):
            for each in filter(lambda each: isinstance(each, dict), value):
                flat.setdefault(str(each.get("idtype")), each.get("value"))
        elif _is_inner(key, value):
            for name, inner in flatten(value).items():
                joined = f"{key} {name}"
                if field_of(joined):
                    flat.setdefault(joined, inner)
                elif plain_name(name) not in _VAGUE:
                    flat.setdefault(name, inner)
    return flat


def _is_inner(key: str, value: Any) -> bool:
    found = field_of(key)
    return isinstance(value, dict) and not (found and found[0] == "date")


def _is_record(shape: dict[str, Any]) -> bool:
    found = {part[0] for part in map(field_of, flatten(shape)) if part}
    return len(found) >= ENOUGH and not found.isdisjoint(("title", "abstract"))


def _lists(value: Any, deepest: int) -> Iterator[list[Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
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
