"""A record analysed into what a segment needs of it: terms with positions, and columns.

Every value is analysed once; the combined field `any` is laid out from the same terms. Values
of a field stand GAP positions apart, so that no phrase reaches from one into the next.
"""

from __future__ import annotations

import json
import marshal
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from searcher import analysis, schema
from searcher.engines.values import date_value, field_values
from searcher.record import Record

GAP = 128
"""How far apart two values of a field stand; a proximity window is always smaller."""

SEPARATOR = "\0"
PRESENT = ""
"""The term that each record holds in each field that it carries at all."""

_ZLIB_LEVEL = 6


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """One field of one record: `positions` holds those of the first term, then of the next.

    counts: how often each term occurs; length: tokens in the field, without gaps.
    """

    field: str
    length: int
    terms: tuple[str, ...]
    counts: array[int]
    positions: array[int]


@dataclass(frozen=True, slots=True)
class Columns:
    """What a record is sorted and counted by; date is 0 where it is not known."""

    date: int
    title: str
    journal: str
    keywords: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One record, ready for a segment; `stored` is its JSON, compressed."""

    docid: str
    stored: bytes
    columns: Columns
    fields: tuple[FieldPostings, ...]

    def dump(self) -> bytes:
        columns = self.columns
        fields = tuple(
            (
                each.field,
                each.length,
                SEPARATOR.join(each.terms),
                each.counts.tobytes(),
                each.positions.tobytes(),
            )
            for each in self.fields
        )
        shape = (columns.date, columns.title, columns.journal, columns.keywords, columns.types)
        return marshal.dumps((self.docid, self.stored, shape, fields))


def load(data: bytes) -> Encoded:
    """The record that `Encoded.dump` wrote."""
    docid, stored, shape, fields = marshal.loads(data)
    return Encoded(docid, stored, Columns(*shape), tuple(_load_field(*each) for each in fields))


def _load_field(
    field: str, length: int, terms: str, counts: bytes, positions: bytes
) -> FieldPostings:
    return FieldPostings(
        field, length, tuple(terms.split(SEPARATOR)), array("I", counts), array("I", positions)
    )


def encode(docid: str, record: Record) -> Encoded:
    """Analyse a record; pure, so that worker processes can do it."""
    fields: list[FieldPostings] = []
    combined: list[list[str]] = []
    for name, texts in field_values(docid, record).items():
        field = schema.BY_NAME[name]
        own, plain = _analyse(field, texts)
        fields.append(_invert(name, own))
        if field.in_any:
            combined += plain
    if combined:
        fields.append(_invert(schema.ANY, combined))
    date = date_value(record) or 0
    if date:
        fields.append(_invert("date", []))
    columns = Columns(
        date,
        record.title or "",
        record.journal or "",
        tuple(dict.fromkeys(record.keywords)),
        tuple(dict.fromkeys(record.publication_types)),
    )
    return Encoded(docid, compress(record), columns, tuple(fields))


def compress(record: Record) -> bytes:
    text = json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _ZLIB_LEVEL)


def decompress(stored: bytes) -> str:
    return zlib.decompress(stored).decode("utf-8", "surrogatepass")


def _analyse(field: schema.Field, texts: Iterable[str]) -> tuple[list[list[str]], list[list[str]]]:
    """For each value, its terms in its own field, and those in the combined one."""
    if field.kind == "text":
        stems = [analysis.terms(text) for text in texts]
        return stems, stems
    if field.kind == "name":
        words = [analysis.words(text) for text in texts]
        return words, [[analysis.stem(word) for word in each] for each in words]
    exact = [
        [analysis.clip(schema.exact_term(field.name, text).replace(SEPARATOR, " "))]
        for text in texts
    ]
    return exact, [analysis.terms(text) for text in texts] if field.in_any else []


def _invert(field: str, values: Iterable[list[str]]) -> FieldPostings:
    places: dict[str, list[int]] = {PRESENT: []}
    start = length = 0
    for terms in values:
        for position, term in enumerate(terms, start):
            if term in places:
                places[term].append(position)
            else:
                places[term] = [position]
        length += len(terms)
        start += len(terms) + GAP
    positions = array("I")
    for each in places.values():
        positions.extend(each)
    return FieldPostings(
        field, length, tuple(places), array("I", map(len, places.values())), positions
    )
