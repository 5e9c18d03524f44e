"""From records to posting lists: terms gathered in memory, document after document.

Most terms of a batch are in one document only, so nothing is made for them: the bytes that came
with the record are kept as they are. A document's number and count take four bytes, the count in
the highest of them.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence

from searcher.engines.whoosh_dictionary import PackedTerm
from searcher.engines.whoosh_encoding import FieldTerms
from searcher.engines.whoosh_postings import pack, pack_one

MOST_DOCUMENTS = 1 << 24
_COUNT_SHIFT = 24
_COUNT_BYTE = 3 if sys.byteorder == "little" else 0
_MANY = 255
"""This count or more is kept apart."""

_pack = struct.Struct("=I").pack
_unpack = struct.Struct("=I").unpack


class _FieldBuffer:
    """The terms of one field; positions of all of them are wide as soon as one document's are."""

    def __init__(self) -> None:
        self._documents: dict[str, bytes | bytearray] = {}
        self._positions: dict[str, bytes | bytearray] = {}
        self._many: dict[tuple[str, int], int] = {}
        self._wide = False

    def add(self, number: int, field: FieldTerms) -> None:
        positions: Iterable[bytes] = field.positions
        if field.wide and not self._wide:
            self._wide = True
            # All are made mutable; those of the documents as well, since they tell it.
            self._positions = {
                term: bytearray(_widen(held)) for term, held in self._positions.items()
            }
            self._documents = {term: bytearray(held) for term, held in self._documents.items()}
        elif self._wide and not field.wide:
            positions = map(_widen, positions)
        self._gather(number, field.terms, positions)

    def _gather(self, number: int, terms: Iterable[str], positions: Iterable[bytes]) -> None:
        documents, held_positions = self._documents, self._positions
        size = 4 if self._wide else 2
        once = _pack(number | 1 << _COUNT_SHIFT)
        for term, places in zip(terms, positions, strict=True):
            if len(places) <= size:
                document = once
            else:
                document = self._counted(number, term, len(places) // size)
            held = documents.get(term)
            if held is None:
                documents[term] = document
                held_positions[term] = places
            elif type(held) is bytes:
                documents[term] = bytearray(held + document)
                held_positions[term] = bytearray(held_positions[term] + places)
            else:
                held += document
                held = held_positions[term]
                held += places

    def _counted(self, number: int, term: str, count: int) -> bytes:
        if count >= _MANY:
            self._many[term, number] = count
            count = _MANY
        return _pack(number | count << _COUNT_SHIFT)

    def entries(self) -> Iterator[PackedTerm]:
        """Every term with its posting list, ascending."""
        for term in sorted(self._documents):
            documents = self._documents[term]
            positions = self._positions[term]
            name = term.encode("utf-8", "surrogatepass")
            if len(documents) == 4:
                (document,) = _unpack(documents)
                number, count = document % MOST_DOCUMENTS, document >> _COUNT_SHIFT
                if count == _MANY:
                    count = self._many[term, number]
                yield name, 1, *pack_one(number, count, positions, self._wide)
            else:
                ids, counts = self._unpacked(term, bytearray(documents))
                yield name, len(ids), *pack(ids, counts, positions, self._wide)

    def _unpacked(self, term: str, documents: bytearray) -> tuple[Sequence[int], Sequence[int]]:
        counts: Sequence[int] = documents[_COUNT_BYTE::4]
        documents[_COUNT_BYTE::4] = bytes(len(counts))
        ids = array("I", documents)
        if _MANY in counts:
            counts = [
                self._many[term, number] if count == _MANY else count
                for number, count in zip(ids, counts, strict=True)
            ]
        return ids, counts


def _widen(positions: bytes | bytearray) -> bytes:
    return array("I", memoryview(positions).cast("H")).tobytes()


class Inverter:
    """Gathers the terms of documents that come in ascending order of number."""

    def __init__(self) -> None:
        self._fields: dict[str, _FieldBuffer] = {}

    def add(self, number: int, fields: Iterable[FieldTerms]) -> None:
        for field in fields:
            buffer = self._fields.get(field.field)
            if buffer is None:
                buffer = self._fields[field.field] = _FieldBuffer()
            buffer.add(number, field)

    def names(self) -> list[str]:
        return list(self._fields)

    def entries(self, field: str) -> Iterator[PackedTerm]:
        """The field's posting lists, ascending by term."""
        buffer = self._fields.get(field)
        return buffer.entries() if buffer else iter(())
