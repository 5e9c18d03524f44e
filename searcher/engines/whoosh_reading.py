"""Segments of ours as Whoosh's own reader and searcher want to read them.

For other programs that open an index with Whoosh; our own search reads segments directly (see
`whoosh_snapshot`). As everywhere in Whoosh, counts and lengths include records that are deleted
until a merge drops them, and `any` is one field, though a segment keeps it as two.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from typing import Any

from whoosh.codec.base import FieldCursor, PerDocumentReader, TermsReader
from whoosh.columns import ColumnReader
from whoosh.reading import TermInfo, TermNotFound

from searcher.engines.whoosh_layout import KEY, OUTSIDE, PARTS, PRESENT
from searcher.engines.whoosh_matching import PostingsMatcher
from searcher.engines.whoosh_postings import Postings, unite, without
from searcher.engines.whoosh_segment import Segment
from searcher.engines.whoosh_table import SegmentEntry
from searcher.schema import ANY

_HIDDEN = {KEY, OUTSIDE, "date"}
"""Fields of a segment that have no terms to show: dates are a column, and `any` has the rest."""

_Entry = tuple[tuple[str, bytes], TermInfo]


class RecordsTerms(TermsReader):  # type: ignore[misc]
    """The terms of one segment, with their statistics and postings."""

    def __init__(self, storage: Any, entry: SegmentEntry) -> None:
        self._segment = _opened(storage, entry)
        self._vocabularies: dict[str, list[str]] = {}
        self._latest: tuple[tuple[str, bytes] | None, Postings] = (None, Postings((), ()))

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return len(self._postings(*term)) > 0

    def indexed_field_names(self) -> list[str]:
        names = set(self._segment.fields()) if self._segment else set()
        combined = {ANY} if names.intersection(PARTS) else set()
        return sorted((names - _HIDDEN) | combined)

    def cursor(self, fieldname: str, fieldobj: Any) -> TermsCursor:
        return TermsCursor(self, fieldname, self.vocabulary(fieldname))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        for name in self.indexed_field_names():
            if name >= fieldname:
                terms = self.vocabulary(name)
                first = bisect_left(terms, _text(prefix)) if name == fieldname else 0
                for index in range(first, len(terms)):
                    yield name, terms[index].encode("utf-8", "surrogatepass")

    def items(self) -> Iterator[_Entry]:
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[_Entry]:
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What Whoosh's scorers want to know of a term; KeyError where there is no such term."""
        postings = self._existing(fieldname, text)
        assert self._segment is not None
        column = self._segment.lengths(fieldname)
        lengths = [column[number] for number in postings.ids]
        return TermInfo(
            weight=float(sum(postings.counts)),
            df=len(postings),
            minlength=min(lengths),
            maxlength=max(lengths),
            maxweight=float(max(postings.counts)),
            minid=postings.ids[0],
            maxid=postings.ids[-1],
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(sum(self._existing(fieldname, text).counts))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return len(self._existing(fieldname, text))

    def matcher(
        self, fieldname: str, text: bytes, format_: Any, scorer: Any = None
    ) -> PostingsMatcher:
        try:
            info = self.term_info(fieldname, text)
        except KeyError:
            raise TermNotFound(f"No term {fieldname}:{text!r}") from None
        postings = self._postings(fieldname, text)
        return PostingsMatcher((fieldname, text), postings, info, format_, scorer)

    def vocabulary(self, field: str) -> list[str]:
        """Every term of a field, ascending."""
        found = self._vocabularies.get(field)
        if found is None:
            parts = [self._segment.vocabulary(part) for part in _parts(field) if self._segment]
            found = list(dict.fromkeys(merge(*parts)))
            # Not a word: it only says that a record carries the field.
            if found[:1] == [PRESENT]:
                found = found[1:]
            self._vocabularies[field] = found
        return found

    def close(self) -> None:
        if self._segment:
            self._segment.close()

    def _existing(self, field: str, text: bytes) -> Postings:
        postings = self._postings(field, text)
        if not postings.ids:
            raise KeyError((field, text))
        return postings

    def _postings(self, field: str, text: bytes) -> Postings:
        # A query asks several times for one term before it goes on to the next.
        if self._latest[0] != (field, text):
            self._latest = ((field, text), self._read(field, _text(text)))
        return self._latest[1]

    def _read(self, field: str, term: str) -> Postings:
        if not self._segment or field in _HIDDEN or term == PRESENT:
            return Postings((), ())
        first, *others = (self._segment.postings(part, term) for part in _parts(field))
        for second in others:
            # Where a record is in both, the second list has all positions.
            first = unite((without(first, set(second.ids)), second)) if second.ids else first
        return first


class TermsCursor(FieldCursor):  # type: ignore[misc]
    """Goes through the terms of a field, ascending; None is the end."""

    def __init__(self, reader: RecordsTerms, field: str, terms: list[str]) -> None:
        self._reader = reader
        self._field = field
        self._terms = terms
        self._at = 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        """Go to the first term that is not before this one."""
        self._at = bisect_left(self._terms, _text(term) if isinstance(term, bytes) else term)
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        return self._terms[self._at] if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        text = self.text()
        return None if text is None else self._reader.term_info(self._field, text.encode())

    def is_valid(self) -> bool:
        return self._at < len(self._terms)


class RecordsDocuments(PerDocumentReader):  # type: ignore[misc]
    """The records of one segment: which are alive, what they store, how long their fields are."""

    def __init__(self, storage: Any, entry: SegmentEntry) -> None:
        self._entry = entry
        self._segment = _opened(storage, entry)

    def doc_count(self) -> int:
        return self._entry.doc_count()

    def doc_count_all(self) -> int:
        return self._entry.doc_count_all()

    def has_deletions(self) -> bool:
        return self._entry.has_deletions()

    def is_deleted(self, docnum: int) -> bool:
        return self._entry.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        return self._entry.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return self.doc_field_length_reader(fieldname, default)(docnum)

    def doc_field_length_reader(self, fieldname: str, default: int = 0) -> Callable[[int], int]:
        lengths = self._segment.lengths(fieldname) if self._segment else ()
        return lambda docnum: lengths[docnum] or default

    def field_length(self, fieldname: str) -> int:
        return sum(self._lengths(fieldname))

    def min_field_length(self, fieldname: str) -> int:
        return min(self._lengths(fieldname), default=0)

    def max_field_length(self, fieldname: str) -> int:
        return max(self._lengths(fieldname), default=0)

    def _lengths(self, field: str) -> list[int]:
        """The lengths of those that have any."""
        return list(filter(None, self._segment.lengths(field))) if self._segment else []

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname == "date"

    def list_columns(self) -> list[str]:
        return ["date"]

    def column_reader(self, fieldname: str, column: Any) -> Dates:
        return Dates(self._segment.dates() if self._segment else ())

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """The record's JSON without what is absent."""
        if not self._segment:
            raise IndexError(docnum)
        record = json.loads(self._segment.stored(docnum))
        return {name: value for name, value in record.items() if value or value == 0}

    def close(self) -> None:
        if self._segment:
            self._segment.close()


class Dates(ColumnReader):  # type: ignore[misc]
    """The date of each record as the number yyyymmdd, 0 where there is none."""

    def __init__(self, dates: Sequence[int]) -> None:
        self._dates = dates
        self._sign = 1

    def __len__(self) -> int:
        return len(self._dates)

    def __getitem__(self, docnum: int) -> int:
        return self._dates[docnum]

    def __iter__(self) -> Iterator[int]:
        return iter(self._dates)

    def sort_key(self, docnum: int) -> int:
        return self._sign * self._dates[docnum]

    def set_reverse(self) -> None:
        self._sign = -1


def _opened(storage: Any, entry: SegmentEntry) -> Segment | None:
    """The segment, or None where it is empty: then there is no file."""
    return entry.open(storage) if entry.doc_count_all() else None


def _parts(field: str) -> tuple[str, ...]:
    return PARTS if field == ANY else (field,)


def _text(term: bytes) -> str:
    return term.decode("utf-8", "surrogatepass")
