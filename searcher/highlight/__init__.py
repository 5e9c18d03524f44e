"""Highlighter: the words of a query found again in the original text, the same for every engine.

It sees only a clause and a record. What the clause excludes is never marked; a clause on one
field is marked in that field alone, one on `any` wherever it is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from searcher import schema
from searcher.highlight.matcher import MAX_TEXT, Leaf, Matcher
from searcher.highlight.passage import Mark, choose_passage, coverage
from searcher.query.clauses import (
    Adjacent,
    Clause,
    Every,
    Expansion,
    Near,
    Ranked,
    Similar,
    Some,
    Term,
)
from searcher.record import Record
from searcher.results import Snippet

# Where a snippet may come from, best first, with the schema's fields that are found there.
_PLACES: dict[str, tuple[str, ...]] = {
    "abstract": ("abstract",),
    "body": ("body",),
    "keywords": ("keywords",),
    "mesh": ("mesh",),
    "authors": ("author", "first_author", "last_author"),
}
# Where it may come from if there is neither abstract nor body to begin with.
_SHORT_PLACES: dict[str, tuple[str, ...]] = {
    "publication_types": ("type",),
    "journal": ("journal",),
}
MOST_PAIRS = 4
_BETWEEN_VALUES = "; "
_Places = tuple[tuple[int, int], ...]


class Highlighter:
    """Marks and snippets for the records that one clause found."""

    def __init__(self, clause: Clause) -> None:
        self._leaves = _without_pairs(tuple(dict.fromkeys(_leaves(clause))))
        self._marker = _Marker(self._leaves)

    def title_marks(self, record: Record) -> _Places:
        """The places of matched words in the record's title, in order."""
        marks = self._marker.marks(record.title, "title") if record.title else []
        return _joined((mark.start, mark.end) for mark in marks)

    def snippet(self, record: Record, width: int = 240) -> Snippet | None:
        """The best passage of the abstract, or of another field where the abstract has no match;
        the beginning of the abstract where nothing but the title has one; None without text.

        The text is at most `width` characters of the original, lists joined with "; ".
        """
        best = self._marker.best(record, _PLACES)
        if best is None and any(map(_is_open, self._leaves)) and not self.title_marks(record):
            best = self._thorough_marker.best(record, _PLACES)
        if best is None:
            for name in ("abstract", "body"):
                text = (getattr(record, name) or "")[: width * 4]
                if text.strip():
                    return _snippet(name, text, [], width)
            best = self._marker.best(record, _SHORT_PLACES)
        return _snippet(*best, width) if best else None

    @cached_property
    def _thorough_marker(self) -> _Marker:
        """For records in which nothing is found the quick way, though they matched."""
        return _Marker(self._leaves, thorough=True)


class _Marker:
    """Where the leaves of a clause are met in the fields of records."""

    def __init__(self, leaves: tuple[Leaf, ...], *, thorough: bool = False) -> None:
        self._leaves = leaves
        self._thorough = thorough
        self._matchers: dict[tuple[Leaf, ...], Matcher] = {}

    def best(
        self, record: Record, places: dict[str, tuple[str, ...]]
    ) -> tuple[str, str, list[Mark]] | None:
        """The field that meets most clauses, with its text and marks; an abstract goes first."""
        best = None
        most = 0
        for name, fields in places.items():
            text, marks = self._text_and_marks(record, name, fields)
            covered = coverage(marks)
            if covered > most:
                best, most = (name, text, marks), covered
                if name == "abstract":
                    break
        return best

    def _text_and_marks(
        self, record: Record, name: str, fields: tuple[str, ...]
    ) -> tuple[str, list[Mark]]:
        value: str | tuple[str, ...] | None = getattr(record, name)
        if not value:
            return "", []
        if isinstance(value, str):
            return value, self.marks(value, *fields)
        marks: list[Mark] = []
        start = 0
        for number, each in enumerate(value):
            found = self._value_marks(name, each, _fields_at(name, fields, number, len(value)))
            marks += [Mark(m.start + start, m.end + start, m.clauses) for m in found]
            start += len(each) + len(_BETWEEN_VALUES)
        return _BETWEEN_VALUES.join(value), marks

    def _value_marks(self, name: str, value: str, fields: tuple[str, ...]) -> list[Mark]:
        """The matched words of one value of a list; all of it where it matches only as a whole."""
        marks = self.marks(value, *fields)
        if not marks and name == "authors":
            from searcher.engines.values import name_forms

            # Authors are also found as "Blay JY", which nobody may have written.
            forms = (mark for form in name_forms(value) for mark in self.marks(form, *fields))
            marks = [Mark(0, len(value), mark.clauses) for mark in forms][:1]
        if not marks and name == "mesh":
            whole = frozenset(
                number for number, leaf in enumerate(self._leaves) if _is_heading(leaf, value)
            )
            marks = [Mark(0, len(value), whole)] if whole else []
        return marks

    def marks(self, text: str, *fields: str) -> list[Mark]:
        """The matched words of a text that belongs to these fields of the schema."""
        leaves = tuple(
            leaf for leaf in self._leaves if leaf.field == schema.ANY or leaf.field in fields
        )
        if not leaves:
            return []
        matcher = self._matchers.get(leaves)
        if matcher is None:
            matcher = self._matchers[leaves] = Matcher(leaves, thorough=self._thorough)
        return matcher.marks(text)


def _leaves(clause: Clause) -> Iterator[Leaf]:
    """What a clause asks for, word by word, without what it excludes."""
    match clause:
        case Every(clauses) | Some(clauses):
            for each in clauses:
                yield from _leaves(each)
        case Ranked(inner, extra):
            for each in (inner, *extra):
                yield from _leaves(each)
        case Term() | Adjacent() | Near() | Expansion() | Similar():
            yield clause


def _without_pairs(leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """The leaves without nearness of words that are marked anyway, if there is much of it.

    Such pairs tell good passages for a short query; for a long one its many words do, and to
    look for all pairs would double the time.
    """
    words = {(leaf.field, leaf.term) for leaf in leaves if isinstance(leaf, Term)}
    pairs = {
        leaf
        for leaf in leaves
        if isinstance(leaf, Near) and all((leaf.field, term) in words for term in leaf.terms)
    }
    if len(pairs) <= MOST_PAIRS:
        return leaves
    return tuple(leaf for leaf in leaves if leaf not in pairs)


def _is_open(leaf: Leaf) -> bool:
    """Whether the leaf is a pattern that begins with a wildcard."""
    return isinstance(leaf, Expansion) and not leaf.literal


def _fields_at(name: str, fields: tuple[str, ...], number: int, count: int) -> tuple[str, ...]:
    """Of these fields, those that the value of this number in a list of so many belongs to."""
    if name != "authors":
        return fields
    first = ("first_author",) if number == 0 else ()
    last = ("last_author",) if number == count - 1 else ()
    return ("author", *first, *last)


def _is_heading(leaf: Leaf, value: str) -> bool:
    """Whether a MeSH heading, with or without its subheadings, is what the leaf looks for."""
    if leaf.field == "heading" or (leaf.field == "major" and "*" in value):
        whole = schema.exact_term(leaf.field, value)
        heading, *subheadings = whole.split("/")
        forms = {whole, heading, *(f"{heading}/{each}" for each in subheadings)}
        if isinstance(leaf, Term):
            return leaf.term in forms
        return isinstance(leaf, Expansion) and any(map(leaf.accepts, forms))
    return False


def _joined(places: Iterable[tuple[int, int]]) -> _Places:
    """Places in order, those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _snippet(name: str, text: str, marks: list[Mark], width: int) -> Snippet:
    start, end = choose_passage(text[:MAX_TEXT], marks, width)
    inside = (
        (mark.start - start, min(mark.end, end) - start)
        for mark in marks
        if start <= mark.start < end
    )
    cut_after = bool(text[end:].strip())
    return Snippet(name, text[start:end], _joined(inside), start > 0, cut_after)
