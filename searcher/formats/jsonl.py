"""JSON Lines: our own records as `--format jsonl` prints them, and those of other tools.

A file that is one JSON array of records (CSL-JSON, as Zotero exports it), or the answer of a
service that holds some (see nested), is read too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from searcher.document import Document
from searcher.errors import InputError, NoRecord
from searcher.formats.base import Format, Wanted, every, present, untitled
from searcher.formats.bioc import bioc_record, is_bioc
from searcher.formats.evidence import NameEvidence
from searcher.formats.keyed import record_of
from searcher.formats.nested import ENOUGH, flatten, is_nested, records_in
from searcher.formats.part_names import field_of
from searcher.record import FIELD_NAMES, Record

_KEY = re.compile(r'"([A-Za-z][\w :/-]{1,30})"\s*:')
_DECODE = json.JSONDecoder().raw_decode
_SPACE = re.compile(r"[\s,]*")
_SAMPLE = Record(year=1)
_KINDS: tuple[tuple[str, type], ...] = tuple(
    (name, {"tuple": list, "int": int}.get(type(getattr(_SAMPLE, name)).__name__, str))
    for name in FIELD_NAMES
)
ITEM_LIMIT = 16 << 20
"""Characters of the longest record in an array."""


WHOLE_LIMIT = 32 << 20
"""Characters of the largest single object, such as the answer of a service."""

_NAMED_JSON = re.compile(r"\.json(?:\.[a-z0-9]+)?$")
_NO_ARTICLE = (
    "is JSON of another kind: one object without an abstract, and without authors with a journal, "
    "date or identifier"
)


def detect(head: str, extension: str) -> float:
    start = head.lstrip()
    if start[:1] not in ("{", "["):
        return 0.0
    if start[0] == "[" and not re.match(r"\[\s*\{", start):
        return 0.0
    names = {found[0] for found in map(field_of, _KEY.findall(start)) if found}
    if names & {"title", "abstract"} or '"passages"' in start:
        return 0.95
    return 0.5 if _KEY.search(start) else 0.0


def parse(document: Document) -> Iterator[Record]:
    return present(pick(document, every))


def pick(document: Document, wanted: Wanted) -> Iterator[Record | None]:
    found = False
    missing = unread = 0
    lone = _is_lone(document)
    covers: bool | None = None
    """Whether the objects hold lists of records: the first that does, or is one, tells it of all.

    Nobody can tell how many a cover holds without reading it: then none is passed over.
    """

    def reads() -> bool:
        return covers is not False or wanted()

    for number, entry in enumerate(_objects(document, reads), 1):
        if entry and not entry[0]:
            yield None
            continue
        record = entry and (_own(*entry) or _foreign(*entry))
        doubted = lone and entry and record and not (_own(*entry) or _is_article(record))
        if entry and (doubted or not record) and (held := records_in(entry[0])):
            if covers is False:
                unread = unread or number
                yield None
                continue
            found = covers = True
            for place, shape in enumerate(held, 1):
                wants = wanted()
                record = (_own(shape, entry[1]) or _foreign(shape, entry[1])) if wants else None
                if wants and record is None and not missing and _is_entry(shape):
                    missing = place
                yield record
            continue
        if doubted:
            raise NoRecord(document.path, _NO_ARTICLE)
        found = found or entry is None or record is not None
        covers = False if record and covers is None else covers
        if entry and record is None and not missing and _is_entry(entry[0]):
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


_Lines = tuple[int, int] | None


def _is_lone(document: Document) -> bool:
    """Whether a file named as JSON is a single object, neither lines of them nor an array."""
    head = document.head.strip()
    if head[:1] != "{" or not _NAMED_JSON.search(document.path.lower()):
        return False
    try:
        return _DECODE(head, 0)[1] == len(head)
    except (ValueError, RecursionError):
        return False


def _is_article(record: Record) -> bool:
    """Whether a lone object tells of an article: settings, and notes about a page, have titles."""
    place = record.journal or record.date or record.doi or record.pmid or record.pmcid
    return bool(record.abstract or (record.authors and place))


def _objects(document: Document, wanted: Wanted) -> Iterator[tuple[dict[str, Any], _Lines] | None]:
    """Each object with its lines, where it has any of its own; {} for what is no object."""
    if document.head.lstrip()[:1] == "[":
        for shape in _array(document):
            yield (shape, None) if wanted() else None
        return
    bad: tuple[int, str] | None = None
    count = 0
    for number, line in enumerate(_lines_of(document), 1):
        line = line.lstrip()
        if not line:
            continue
        count += 1
        if count > 1 and not wanted():  # the first line tells one large object from many
            yield None
            continue
        if bad and line[0] != "{":  # no object; why it is no JSON was said of another line
            yield {}, (number, number)
            continue
        try:
            value, end = _DECODE(line, 0)
            if end != len(line):
                value = json.loads(line)  # white space around it, or an error
        except (ValueError, RecursionError) as error:
            if count == 1 and line[:1] == "{":
                whole = _whole(document)
                if whole is not None:
                    yield whole, None
                    return
            said = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too long"
            bad = bad or (count, f"line {number} is not JSON ({said}); the others were read")
            value = None
        if "\\" in line:  # one character is found in a fifth of the time of two
            value = scrubbed(value, line)
        yield (value if isinstance(value, dict) else {}), (number, number)
    if bad:
        raise InputError(document.path, bad[1], entry=bad[0])


def _lines_of(document: Document) -> Iterator[str]:
    """The lines, or all of the document as one where its first line is too long to be one."""
    read = False
    try:
        for line in document.lines():
            read = True
            yield line
    except InputError:
        text = None if read else _text(document)
        if text is None:
            raise
        yield text


def _text(document: Document) -> str | None:
    """All text of a document that may be a single object, None where it is larger than one."""
    size, blocks = 0, []
    for block in document.blocks():
        blocks.append(block)
        size += len(block)
        if size > WHOLE_LIMIT:
            return None
    return "".join(blocks)


def _whole(document: Document) -> dict[str, Any] | None:
    """The one object that a document of several lines may be."""
    text = _text(document)
    try:
        value = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    return scrubbed(value, text) if text and isinstance(value, dict) else None


def _array(document: Document) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder()
    text, begin, ended = "", 0, False
    blocks = document.blocks()
    text = next(blocks, "").lstrip()[1:]
    while True:
        begin = _SPACE.match(text, begin).end()  # type: ignore[union-attr]
        if text[begin : begin + 1] == "]":
            begin = _SPACE.match(text, begin + 1).end()  # type: ignore[union-attr]
            while begin == len(text) and (text := next(blocks, "")):
                begin = _SPACE.match(text).end()  # type: ignore[union-attr]
            if begin >= len(text):
                return
            if text[begin] != "[":
                raise InputError(document.path, "goes on behind its JSON array, which was not read")
            begin += 1  # a file made of several
            continue
        try:
            value, end = decoder.raw_decode(text, begin)
        except (ValueError, RecursionError) as error:
            if ended or len(text) - begin > ITEM_LIMIT:
                reason = "is a JSON array that is cut short or damaged"
                raise InputError(document.path, reason) from error
            more = next(blocks, "")
            ended = not more
            text, begin = text[begin:] + more, 0
            continue
        if isinstance(value, dict):
            yield scrubbed(value, text[begin:end])
        begin = end


def scrubbed(value: Any, text: str) -> Any:
    """The value without halves of surrogate pairs, which no file can hold."""
    if "\\ud" not in text and "\\uD" not in text:
        return value
    whole = json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass")
    return json.loads(whole.decode("utf-16", "replace"))


def _own(shape: dict[str, Any], lines: _Lines) -> Record | None:
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


def _foreign(shape: dict[str, Any], lines: _Lines) -> Record | None:
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
