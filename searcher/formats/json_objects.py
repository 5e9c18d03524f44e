"""The objects in a text of JSON: of a line each, in one array, or one that is all of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Wanted

_DECODE = json.JSONDecoder().raw_decode
_SPACE = re.compile(r"[\s,]*")
ITEM_LIMIT = 16 << 20
"""Characters of the longest record in an array."""

WHOLE_LIMIT = 32 << 20
"""Characters of the largest single object, such as the answer of a service."""

_NAMED_JSON = re.compile(r"\.json(?:\.[a-z0-9]+)?$")
Lines = tuple[int, int] | None


def is_lone(document: Document) -> bool:
    """Whether a file named as JSON is a single object, neither lines of them nor an array."""
    head = document.head.strip()
    if head[:1] != "{" or not _NAMED_JSON.search(document.path.lower()):
        return False
    try:
        return _DECODE(head, 0)[1] == len(head)
    except (ValueError, RecursionError):
        return False


def objects(document: Document, wanted: Wanted) -> Iterator[tuple[dict[str, Any], Lines] | None]:
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
            value = _decoded(line)
        except (ValueError, RecursionError) as error:
            whole = _whole(document) if count == 1 and line[0] == "{" else None
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


def _decoded(line: str) -> Any:
    value, end = _DECODE(line, 0)
    return value if end == len(line) else json.loads(line)  # white space around it, or an error


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
            value, end = _DECODE(text, begin)
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
