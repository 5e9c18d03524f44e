"""From the user's tree to clauses of terms: what engines execute and highlights look for.

Here words become terms, groups of fields become their fields, and everything that could grow
without bound is bounded. Fields stay logical: how `any` is laid out is each engine's own matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from searcher import analysis, schema
from searcher.query import tree

SENTENCE_WINDOW = 20
MAX_EXPANSION = 1000
"""How many terms a prefix, wildcard or fuzzy clause stands for at most; the most frequent stay."""


@dataclass(frozen=True, slots=True)
class Term:
    """The field holds the term."""

    field: str
    term: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """The field holds a term that a truncated or wildcard word stands for.

    pattern: the word as a glob of letters, * and ?; literal: what every such term begins with.
    An engine walks its terms from `literal` on and keeps those that it `accepts`, at most
    MAX_EXPANSION (the most frequent). Its score may be constant.
    """

    field: str
    pattern: str
    literal: str

    def accepts(self, term: str) -> bool:
        """Whether the term matches the pattern, or is the stem of a word that does."""
        return analysis.matches_pattern(self.pattern, term, stemmed=is_stemmed(self.field))


@dataclass(frozen=True, slots=True)
class Adjacent:
    """The field holds these terms next to each other in this order (two or more).

    An Expansion stands for any of its terms at that place. The terms are of one value of the
    field: never the end of one keyword and the beginning of the next.
    """

    field: str
    terms: tuple[str | Expansion, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """The field holds all these terms, in any order, with at most `window` others between them.

    PubMed's proximity: the shortest stretch of text that holds all of them has at most
    `window` + len(terms) words.
    """

    field: str
    terms: tuple[str | Expansion, ...]
    window: int


@dataclass(frozen=True, slots=True)
class Similar:
    """The field holds a term within `distance` edits of `term` (a swap of neighbours is one)."""

    field: str
    term: str
    distance: int


@dataclass(frozen=True, slots=True)
class Between:
    """A date field lies between two numbers yyyymmdd, both included."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Has:
    """The record carries the field."""

    field: str


@dataclass(frozen=True, slots=True)
class All:
    """Every record matches, with score 0."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No record matches."""


@dataclass(frozen=True, slots=True)
class Every:
    """All of `clauses` match and none of `excluded`; scores of `clauses` add up."""

    clauses: tuple[Clause, ...]
    excluded: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one clause matches; scores of those that do add up."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """`match` decides; what `extra` clauses score, times `weight`, is added where they match."""

    match: Clause
    extra: tuple[Clause, ...]
    weight: float = 1.0


Clause: TypeAlias = (
    "Term | Adjacent | Near | Expansion | Similar | Between | Has | All | Nothing | Every | Some "
    "| Ranked"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A clause to execute, and what was dropped or changed on the way to it."""

    clause: Clause
    warnings: tuple[str, ...] = ()


def make_plan(node: tree.Node) -> Plan:
    """Turn a query tree into clauses of terms."""
    planner = _Planner()
    clause = planner.clause(node)
    return Plan(clause, tuple(dict.fromkeys(planner.warnings)))


def is_stemmed(field: str) -> bool:
    """Whether the field's terms are stems."""
    return field == schema.ANY or schema.BY_NAME[field].kind == "text"


PAIR_WINDOW = 8
PAIR_WEIGHT = 0.5
"""Neighbouring plain words add a share of a proximity score where they stand near each other."""


class _Planner:
    """One walk over a tree; collects warnings."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def clause(self, node: tree.Node) -> Clause:
        match node:
            case tree.Word(text, name) | tree.Phrase(text, name, None, False):
                return self._each_field(name, text, self._words)
            case tree.Phrase(text, name, window, sentence):
                return self._near(text, name, SENTENCE_WINDOW if sentence else window or 0)
            case tree.Prefix(text, name):
                return self._each_field(name, text + "*", self._pattern)
            case tree.Wildcard(pattern, name):
                return self._each_field(name, pattern, self._pattern)
            case tree.Fuzzy(text, distance, name):
                return self._fuzzy(text, distance, name)
            case tree.Range():
                return self._range(node)
            case tree.Exists(name):
                return _some([Has(each) for each in _fields_of(name)])
            case tree.Everything():
                return All()
            case tree.Words():
                return self._ranked(node)
            case tree.Or(clauses):
                return _some([self.clause(each) for each in clauses])
            case tree.And(clauses):
                return self._every(clauses)
            case tree.Not():
                return self._every((node,))
        raise AssertionError(node)

    def _each_field(
        self, name: str | None, text: str, make: Callable[[str, str], Clause | None]
    ) -> Clause:
        made = [make(each, text) for each in _fields_of(name)]
        found = [clause for clause in made if clause is not None]
        if not found:
            self.warnings.append(f"“{text}” has nothing to search for and was left out")
            return Nothing()
        return _some(found)

    def _words(self, field: str, text: str) -> Clause | None:
        kind = "text" if field == schema.ANY else schema.BY_NAME[field].kind
        if kind == "date":
            return self._range(tree.Range(text, text, field))
        if kind == "exact":
            term = schema.exact_term(field, text)
            return Term(field, analysis.clip(term)) if term else None
        found = analysis.terms(text) if kind == "text" else analysis.words(text)
        if len(found) > 1:
            return Adjacent(field, tuple(found))
        return Term(field, found[0]) if found else None

    def _pattern(self, field: str, text: str) -> Clause | None:
        if field != schema.ANY and schema.BY_NAME[field].kind == "exact":
            pattern = schema.exact_term(field, text)
            return Expansion(field, pattern, _literal(pattern))
        stemmed = is_stemmed(field)
        pieces = [
            _expansion(field, piece) if "*" in piece or "?" in piece
            else analysis.stem(piece) if stemmed else piece
            for piece in analysis.pattern_words(text)
        ]  # fmt: skip
        if len(pieces) > 1:
            return Adjacent(field, tuple(pieces))
        if not pieces:
            return None
        return Term(field, pieces[0]) if isinstance(pieces[0], str) else pieces[0]

    def _near(self, text: str, name: str | None, window: int) -> Clause:
        def make(field: str, text: str) -> Clause | None:
            clause = self._pattern(field, text)
            return Near(field, clause.terms, window) if isinstance(clause, Adjacent) else clause

        return self._each_field(name, text, make)

    def _fuzzy(self, text: str, distance: int, name: str | None) -> Clause:
        def make(field: str, text: str) -> Clause | None:
            clause = self._words(field, text)
            return Similar(field, clause.term, distance) if isinstance(clause, Term) else clause

        return self._each_field(name, text, make)

    def _range(self, node: tree.Range) -> Clause:
        low = schema.date_number(node.low) if node.low else 0
        high = schema.date_number(node.high) if node.high else 99999999
        # An end that names only a year or a month includes all of it.
        if node.high and high % 10000 == 0:
            high += 9999
        elif node.high and high % 100 == 0:
            high += 99
        return Between("date", low, high) if low <= high else Nothing()

    def _every(self, clauses: tuple[tree.Node, ...]) -> Clause:
        wanted = [self.clause(each) for each in clauses if not isinstance(each, tree.Not)]
        excluded = [self.clause(each.clause) for each in clauses if isinstance(each, tree.Not)]
        if len(wanted) == 1 and not excluded:
            return wanted[0]
        return Every(tuple(wanted) or (All(),), tuple(excluded))

    def _ranked(self, node: tree.Words) -> Clause:
        clauses = [self.clause(each) for each in node.clauses]
        clauses = [each for each in clauses if not isinstance(each, Nothing)]
        required = [self.clause(each) for each in node.required]
        excluded = tuple(self.clause(each) for each in node.excluded)
        match: Clause
        if required:
            match = Every(tuple(required), excluded)
            if clauses:
                match = Ranked(match, tuple(clauses))
        elif excluded:
            match = Every((_some(clauses) if clauses else All(),), excluded)
        else:
            match = _some(clauses)
        pairs = _pairs(clauses)
        return Ranked(match, pairs, PAIR_WEIGHT) if pairs else match


def _pairs(clauses: list[Clause]) -> tuple[Clause, ...]:
    """Each two neighbouring plain words, near each other."""
    pairs: list[Clause] = []
    for left, right in pairwise(clauses):
        if (
            isinstance(left, Term)
            and isinstance(right, Term)
            and left.field == right.field == schema.ANY
            and left.term != right.term
        ):
            pairs.append(Near(schema.ANY, (left.term, right.term), PAIR_WINDOW))
    return tuple(pairs)


def _fields_of(name: str | None) -> tuple[str, ...]:
    if name is None or name == schema.ANY:
        return (schema.ANY,)
    return schema.GROUPS.get(name, (name,))


def _some(clauses: list[Clause]) -> Clause:
    if not clauses:
        return Nothing()
    return clauses[0] if len(clauses) == 1 else Some(tuple(clauses))


def _literal(pattern: str) -> str:
    return re.split(r"[*?]", pattern, maxsplit=1)[0]


def _expansion(field: str, pattern: str) -> Expansion:
    """The literal is cut to where stems of matching words may end."""
    literal = _literal(pattern)
    if is_stemmed(field) and literal:
        stems = {literal, *analysis.stems_of_prefix(literal)}
        shortest = min(stems, key=len)
        while not all(each.startswith(shortest) for each in stems):
            shortest = shortest[:-1]
        literal = shortest
    return Expansion(field, pattern, literal)
