"""A record analysed into what a segment needs of it: terms with positions, and columns.

Every value is analysed once; `whoosh_layout` says how the combined field is kept. Values of a
field stand GAP positions apart: no phrase reaches from one into the next.
"""

from __future__ import annotations

import json
import marshal
import struct
from collections.abc import Iterable
from typing import Any, NamedTuple

from searcher import analysis, schema
from searcher.engines.values import date_value, field_values
from searcher.engines.whoosh_layout import KEY, OUTSIDE, PRESENT, compress, key
from searcher.record import Record

GAP = 1024
"""How far apart two values of a field stand, as long as positions so fit into two bytes; where
there are hundreds of values (authors of a consortium), they stand closer, but never adjacent."""

_LEAST_GAP = 8
_NARROW = 1 << 16


class FieldTerms(NamedTuple):
    """One field of one record.

    length: tokens in the field, without gaps; wide: whether positions take 4 bytes instead of 2;
    positions: for each term, its positions in the field as bytes (none in exact fields).
    """

    field: str
    length: int
    wide: bool
    terms: tuple[str, ...]
    positions: tuple[bytes, ...]

    @property
    def scored(self) -> bool:
        """Whether scores on the field need its length."""
        return self.field not in (KEY, OUTSIDE, "date")


class Columns(NamedTuple):
    """What a record is sorted and counted by; date is 0 where it is not known."""

    date: int
    title: str
    journal: str
    keywords: tuple[str, ...]
    types: tuple[str, ...]


class Encoded(NamedTuple):
    """One record, ready for a segment; `stored` is its JSON, compressed."""

    docid: str
    stored: bytes
    columns: Columns
    fields: tuple[FieldTerms, ...]

    def dump(self) -> bytes:
        shape: Any = tuple(self.columns), tuple(map(tuple, self.fields))
        return marshal.dumps((self.docid, self.stored, *shape))


def load(data: bytes) -> Encoded:
    """The record that `Encoded.dump` wrote."""
    docid, stored, columns, fields = marshal.loads(data)
    return Encoded(docid, stored, Columns(*columns), tuple(FieldTerms(*each) for each in fields))


def encode(docid: str, record: Record) -> Encoded:
    """Analyse a record; pure, so that worker processes can do it."""
    fields = [FieldTerms(KEY, 1, False, (PRESENT, key(docid)), (b"", b""))]
    abstract: list[list[str]] = []
    outside: list[list[str]] = []
    for name, texts in field_values(docid, record).items():
        field = schema.BY_NAME[name]
        if field.kind == "exact":
            fields.append(_exact(name, texts))
            if field.in_any:
                outside += map(analysis.terms, texts)
            continue
        words = list(map(analysis.terms if field.kind == "text" else analysis.words, texts))
        if name == "abstract":
            abstract = words
            continue
        fields.append(_invert(name, words))
        if field.in_any:
            outside += words if field.kind == "text" else map(_stems, words)
    fields += _combined(abstract, outside)
    date = date_value(record) or 0
    if date:
        fields.append(_exact("date", ()))
    columns = Columns(
        date,
        record.title or "",
        record.journal or "",
        tuple(dict.fromkeys(record.keywords)),
        tuple(dict.fromkeys(record.publication_types)),
    )
    text = json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":"))
    return Encoded(docid, compress(text), columns, tuple(fields))


def _stems(words: list[str]) -> list[str]:
    return [analysis.stem(word) for word in words]


def _exact(field: str, values: Iterable[str]) -> FieldTerms:
    terms = dict.fromkeys(
        analysis.clip(schema.exact_term(field, value).replace("\0", " ")) for value in values
    )
    terms.pop(PRESENT, None)
    return FieldTerms(field, len(terms), False, (PRESENT, *terms), (b"",) * (len(terms) + 1))


def _combined(abstract: list[list[str]], outside: list[list[str]]) -> list[FieldTerms]:
    """The abstract, what stands outside of it, and the length of the two."""
    within = sum(map(len, abstract))
    length = within + sum(map(len, outside))
    gap, wide = _layout(length, len(abstract) + len(outside))
    fields = []
    places: dict[str, bytes] = {}
    if abstract:
        places = _places(abstract, 0, gap, wide)
        fields.append(_field_terms("abstract", within, wide, places))
    if outside:
        others = _places(outside, within + gap * len(abstract), gap, wide)
        for term in others.keys() & places.keys():
            others[term] = places[term] + others[term]
        fields.append(_field_terms(OUTSIDE, 0, wide, others))
    if fields:
        fields.append(FieldTerms(schema.ANY, length, False, (), ()))
    return fields


def _invert(field: str, values: list[list[str]]) -> FieldTerms:
    length = sum(map(len, values))
    gap, wide = _layout(length, len(values))
    return _field_terms(field, length, wide, _places(values, 0, gap, wide))


def _layout(length: int, values: int) -> tuple[int, bool]:
    """How far apart values stand, and whether positions need four bytes."""
    gap = max(min(GAP, (_NARROW - length) // (values or 1)), _LEAST_GAP)
    return gap, length + gap * values > _NARROW


def _places(values: list[list[str]], start: int, gap: int, wide: bool) -> dict[str, bytes]:
    """The positions of each term, as bytes."""
    pack = _pack_wide if wide else _PACKED.__getitem__
    places: dict[str, bytes] = {PRESENT: b""}
    for terms in values:
        end = start + len(terms)
        for term, position in zip(terms, map(pack, range(start, end)), strict=True):
            if term in places:
                places[term] += position
            else:
                places[term] = position
        start = end + gap
    return places


def _field_terms(field: str, length: int, wide: bool, places: dict[str, bytes]) -> FieldTerms:
    return FieldTerms(field, length, wide, tuple(places), tuple(places.values()))


_pack_wide = struct.Struct("=I").pack


class _Packed(dict[int, bytes]):
    """Positions as two bytes each, packed once."""

    def __missing__(self, position: int) -> bytes:
        packed = self[position] = struct.pack("=H", position)
        return packed


_PACKED = _Packed()
