"""Clauses of terms: what engines execute, and what highlights look for.

Fields stay logical: how `any` is laid out is each engine's own matter. Except in `any`, whose
values follow one another, the terms of one clause are always of one value of the field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from searcher import patterns, schema
from searcher.frozen import frozen

MAX_EXPANSION = 1000
"""How many terms a prefix, wildcard or fuzzy clause stands for at most; the most frequent stay."""


LARGE = 10_000
"""From so many records on, looking for the nearness of common words takes long."""


def is_stemmed(field: str) -> bool:
    """Whether the field's terms are stems."""
    return schema.kind_of(field) == "text"


def literal(pattern: str) -> str:
    """What a pattern has before its first star or question mark."""
    return re.split(r"[*?]", pattern, maxsplit=1)[0]


@frozen
class Term:
    """The field holds the term."""

    field: str
    term: str


@frozen
class Expansion:
    """The field holds a term that a truncated or wildcard word stands for.

    pattern: the word as a glob of letters, * and ?; literal: what every such term begins with.
    An engine walks its terms from `literal` on and keeps those that it `accepts`, at most
    MAX_EXPANSION (the most frequent). Its score may be constant.
    """

    field: str
    pattern: str
    literal: str

    @classmethod
    def of(cls, field: str, pattern: str) -> Expansion:
        """The pattern on the field, its literal cut to where stems of matching words may end."""
        start = literal(pattern)
        if is_stemmed(field) and start:
            stems = {start, *patterns.stems_of_prefix(start)}
            first, last = min(stems), max(stems)
            while not last.startswith(first):
                first = first[:-1]
            start = first
        return cls(field, pattern, start)

    def accepts(self, term: str) -> bool:
        """Whether the term matches the pattern, or is the stem of a word that does."""
        return self.matcher()(term)

    def matcher(self) -> Callable[[str], bool]:
        """The same as a function, for many terms."""
        return patterns.pattern_matcher(self.pattern, is_stemmed(self.field))


@frozen
class Adjacent:
    """The field holds these terms next to each other in this order (two or more).

    An Expansion stands for any of its terms at that place. The terms are of one value of the
    field: never the end of one keyword and the beginning of the next.
    """

    field: str
    terms: tuple[str | Expansion, ...]


@frozen
class Near:
    """The field holds all these terms, in any order, with at most `window` others between them.

    PubMed's proximity: the shortest stretch of text that holds all of them has at most
    `window` + len(terms) words.
    """

    field: str
    terms: tuple[str | Expansion, ...]
    window: int


@frozen
class Similar:
    """The field holds a term within `distance` edits of `term` (a swap of neighbours is one)."""

    field: str
    term: str
    distance: int


@frozen
class Between:
    """A date field lies between two numbers yyyymmdd, both included."""

    field: str
    low: int
    high: int


@frozen
class Has:
    """The record carries the field."""

    field: str


@frozen
class All:
    """Every record matches, with score 0."""


@frozen
class Nothing:
    """No record matches."""


@frozen
class Every:
    """All of `clauses` match and none of `excluded`; scores of `clauses` add up."""

    clauses: tuple[Clause, ...]
    excluded: tuple[Clause, ...] = ()


@frozen
class Some:
    """At least one clause matches; scores of those that do add up."""

    clauses: tuple[Clause, ...]


@frozen
class Ranked:
    """`match` decides; what `extra` clauses score, times `weight`, is added where they match.

    most: in a LARGE index, extra clauses count only if no term of theirs (a word of Near) is in
    more than this share of the records.
    """

    match: Clause
    extra: tuple[Clause, ...]
    weight: float = 1.0
    most: float = 1.0

    def counted(self, size: int, frequency: Callable[[str, str], int]) -> tuple[Clause, ...]:
        """The extra clauses that count in an index of so many records; frequency: how many of
        them hold a term in a field."""
        if self.most >= 1 or size < LARGE:
            return self.extra
        limit = self.most * size
        return tuple(
            each
            for each in self.extra
            if not isinstance(each, Near)
            or all(
                frequency(each.field, word) <= limit for word in each.terms if word.__class__ is str
            )
        )


Clause: TypeAlias = (
    "Term | Adjacent | Near | Expansion | Similar | Between | Has | All | Nothing | Every | Some "
    "| Ranked"
)


def some_of(clauses: Iterable[Clause]) -> Clause | None:
    """At least one of these; None of none."""
    found = tuple(dict.fromkeys(clauses))
    if not found:
        return None
    return found[0] if len(found) == 1 else Some(found)


def every_of(wanted: list[Clause], excluded: list[Clause]) -> Clause | None:
    """All of these and none of those; None of neither."""
    if not wanted and not excluded:
        return None
    clauses = tuple(dict.fromkeys(wanted)) or (All(),)
    if len(clauses) == 1 and not excluded:
        return clauses[0]
    return Every(clauses, tuple(dict.fromkeys(excluded)))


def adjacent(field: str, terms: Sequence[str | Expansion]) -> Clause | None:
    """The field holds the terms next to each other; None of no terms."""
    if len(terms) > 1:
        return Adjacent(field, tuple(terms))
    if not terms:
        return None
    return Term(field, terms[0]) if isinstance(terms[0], str) else terms[0]
