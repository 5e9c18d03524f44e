"""JSON Lines: our own records as `--format jsonl` prints them, and those of other tools.

A file that is one JSON array of records (CSL-JSON, as Zotero exports it), or the answer of a
service that holds some (see nested), is read too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from searcher.document import Document
from searcher.errors import InputError, NoRecord
from searcher.formats.base import Format, Wanted, every, present, untitled
from searcher.formats.bioc import bioc_record, is_bioc
from searcher.formats.evidence import NameEvidence
from searcher.formats.json_objects import Lines, is_lone, objects
from searcher.formats.keyed import record_of
from searcher.formats.nested import ENOUGH, flatten, is_nested, records_in
from searcher.formats.part_names import field_of
from searcher.lazy import lazy_pattern
from searcher.record import FIELD_NAMES, Record

_KEY = re.compile(r'"([A-Za-z][\w :/-]{1,30})"\s*:')
_SAMPLE = Record(year=1)
_KINDS: tuple[tuple[str, type], ...] = tuple(
    (name, {"tuple": list, "int": int}.get(type(getattr(_SAMPLE, name)).__name__, str))
    for name in FIELD_NAMES
)
_YAML = lazy_pattern(
    r"(?:---[^\n]*\n)?(?:references:\s*\n)?\s*- [\w-]+:\s(?:[^\n]*\n){1,40}?\s+(?:- )?title:\s"
)
_NO_ARTICLE = (
    "is JSON of another kind: one object without an abstract, and without authors with a journal, "
    "date or identifier"
)


def detect(head: str, extension: str) -> float:
    start = head.lstrip()
    if start[:1] not in ("{", "["):
        return 0.9 if start[:1] in ("-", "r") and _YAML.match(start) else 0.0
    if start[0] == "[" and not re.match(r"\[\s*\{", start):
        return 0.0
    names = {found[0] for found in map(field_of, _KEY.findall(start)) if found}
    if names & {"title", "abstract"} or '"passages"' in start:
        return 0.95
    return 0.5 if _KEY.search(start) else 0.0


def parse(document: Document) -> Iterator[Record]:
    return present(pick(document, every))


def pick(document: Document, wanted: Wanted) -> Iterator[Record | None]:
    if _YAML.match(document.head.lstrip()):
        raise InputError(document.path, "is YAML, which is not read: save the records as JSON")
    found = False
    missing = unread = 0
    lone = is_lone(document)
    # Whether the objects hold lists of records: the first that does, or is one, tells it of all.
    # Nobody can tell how many a cover holds without reading it: then none is passed over.
    covers: bool | None = None

    def reads() -> bool:
        return covers is not False or wanted()

    for number, entry in enumerate(objects(document, reads), 1):
        record, held = _read(*entry, lone) if entry else (None, [])
        if entry and held and covers is not False:
            found = covers = True
            for place, shape in enumerate(held, 1):
                wants = wanted()
                record = _record(shape, entry[1]) if wants else None
                if wants and record is None and not missing and _is_entry(shape):
                    missing = place
                yield record
            continue
        if held:
            unread = unread or number
        elif record:
            found, covers = True, bool(covers)
        elif entry is None:
            found = True
        elif not missing and _is_entry(entry[0]):
            missing = number
        yield record
    if not found:
        if lone:
            raise NoRecord(document.path, _NO_ARTICLE)
        raise InputError(document.path, "holds no JSON record with a title or an abstract")
    if unread:
        reason = f"holds a list of records in entry {unread}, behind single ones: it was not read"
        raise InputError(document.path, reason, entry=unread)
    if missing:
        raise InputError(document.path, untitled(missing), entry=missing)


def _read(
    shape: dict[str, Any], lines: Lines, lone: bool
) -> tuple[Record | None, list[dict[str, Any]]]:
    """The record that an object is, or those that it holds; neither for a lone one of another
    kind."""
    record = _own(shape, lines)
    if record is None:
        record = _foreign(shape, lines)
        if record is None or (lone and not _is_article(record)):
            return None, records_in(shape)
    return record, []


def _record(shape: dict[str, Any], lines: Lines) -> Record | None:
    return _own(shape, lines) or _foreign(shape, lines)


def _is_article(record: Record) -> bool:
    """Whether a lone object tells of an article: settings, and notes about a page, have titles."""
    place = record.journal or record.date or record.doi or record.pmid or record.pmcid
    return bool(record.abstract or (record.authors and place))


def _own(shape: dict[str, Any], lines: Lines) -> Record | None:
    """The record that `Record.to_json` wrote, or None where the shape is another one."""
    if "docid" not in shape or not isinstance(shape.get("source"), dict):
        return None
    values: dict[str, Any] = {}
    given: Callable[[str], Any] = shape.get
    for name, kind in _KINDS:
        value = given(name)
        if not value:
            continue
        if value.__class__ is not kind:
            return None
        if kind is list:
            value = _texts(given(name))
            if value is None:
                return None
        values[name] = value
    return Record(**values, provenance=NameEvidence(values, lines))


def _texts(values: list[Any]) -> tuple[str, ...] | None:
    """The list as a tuple, or None where not all of it is text (which `join` is quick to see)."""
    try:
        "".join(values)
    except TypeError:
        return None
    return tuple(values)


def _foreign(shape: dict[str, Any], lines: Lines) -> Record | None:
    parts: dict[str, Any] = {}
    names: dict[str, str] = {}
    if "passages" in shape and is_bioc(shape):
        return bioc_record(shape, lines)
    if is_nested(shape):
        shape = flatten(shape)
    for part, key in _parts_of(tuple(shape)):
        value = shape[key]
        if value:
            parts[part], names[part] = value, key
    return record_of(parts, names, lines)


def _is_entry(shape: dict[str, Any]) -> bool:
    """Whether an object without title and abstract has so much of a record that it is one."""
    if is_nested(shape):
        shape = flatten(shape)
    return sum(bool(shape[key]) for _, key in _parts_of(tuple(shape))) >= ENOUGH


@lru_cache(maxsize=64)
def _parts_of(keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The parts of a record that these keys stand for, with the key; a part's best key last.

    Remembered, since the objects of a file have few different sets of keys.
    """
    found: dict[str, list[tuple[int, int, str]]] = {}
    for place, key in enumerate(keys):
        field = field_of(key)
        if field:
            found.setdefault(field[0], []).append((-field[1], -place, key))
    return tuple((part, key) for part, ranked in found.items() for *_, key in sorted(ranked))


FORMAT = Format("jsonl", ("jsonl", "json", "ndjson"), detect, parse, pick)
