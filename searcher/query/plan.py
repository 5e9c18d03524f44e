"""From the user's tree to clauses of terms.

Here words become terms, groups of fields become their fields, and everything that could grow
without bound is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice, pairwise

from searcher import analysis, schema
from searcher.errors import QueryError
from searcher.frozen import frozen
from searcher.patterns import hides_endings, is_wild, only_wild, pattern_words
from searcher.query import tree
from searcher.query.clauses import (
    Adjacent,
    All,
    Between,
    Clause,
    Expansion,
    Has,
    Near,
    Nothing,
    Ranked,
    Similar,
    Term,
    adjacent,
    every_of,
    is_stemmed,
    literal,
    some_of,
)

SENTENCE_WINDOW = 20
"""Sentences are not indexed; "in one sentence" is searched as this near."""

PAIR_WINDOW = 3
PAIR_WEIGHT = 0.15
"""Plain words that follow each other add a share of a proximity score where they stand near each
other; both numbers are measured (docs/ranking.md)."""

PAIR_MOST = 0.15
"""Words that are in more than this share of a large index pair with none: they cost most and say
least (measured as well)."""

_FUNCTION_WORDS = frozenset(
    (  # noqa: SIM905
        "a an and are as at be but by can do doe for from has have how if in into is it no not of "
        "on or such than that the their then there these they this to was were what which will with"
    ).split()
)
"""What pairs pass over, as stems: "rash of the skin" pairs rash and skin. They are searched like
others."""

MAX_PAIRS = 32

MAX_PATTERNS = 200
MAX_WALKS = 10
"""How many words may be truncated, and how many may be fuzzy or truncated after fewer than SHORT
letters, which makes an engine walk much of its vocabulary; more is refused."""

SHORT = 3


@frozen
class Plan:
    """A clause to execute, and what was dropped or changed on the way to it."""

    clause: Clause
    warnings: tuple[str, ...] = ()


def make_plan(node: tree.Node) -> Plan:
    """Turn a query tree into clauses of terms; a part without any term is left out.

    Raises QueryError for more truncated words than an engine could answer in time.
    """
    planner = _Planner()
    clause = planner.clause(node)
    return Plan(Nothing() if clause is None else clause, tuple(dict.fromkeys(planner.warnings)))


class _Planner:
    """One walk over a tree; collects warnings. None stands for what has nothing to search for."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self._patterns: set[str] = set()

    def _count_pattern(self, pattern: str) -> None:
        self._patterns.add(pattern)
        walks = sum("~" in each or len(literal(each)) < SHORT for each in self._patterns)
        if len(self._patterns) > MAX_PATTERNS:
            raise QueryError(f"more than {MAX_PATTERNS} words are truncated")
        if walks > MAX_WALKS:
            raise QueryError(
                f"more than {MAX_WALKS} words are fuzzy or truncated before their {SHORT}rd letter"
            )

    def clause(self, node: tree.Node) -> Clause | None:
        if type(node) is tree.Word and node.field is None:  # most are, so with less ado
            made = _plain_word(node.text)
            if made is not None:
                return made
        match node:
            case tree.Or(clauses):
                return some_of(self._made(clauses))
            case tree.And(clauses):
                return self._every(clauses)
            case tree.Not():
                return self._every((node,))
            case tree.Words():
                return self._ranked(node)
            case tree.Range():
                return self._range(node)
            case tree.Exists(name):
                return some_of(Has("date" if each == "year" else each) for each in _fields_of(name))
            case tree.Everything():
                return All()
        made = self._leaf(node)
        if made is None:
            self.warnings.append(f"“{node}” has nothing to search for and was left out")
        return made

    def _leaf(self, node: tree.Node) -> Clause | None:
        match node:
            case tree.Word(text, name):
                return self._each_field(name, text, self._words)
            case tree.Phrase(text, name, None, False):
                make = self._pattern if is_wild(text) else self._words
                return self._each_field(name, text, make)
            case tree.Phrase():
                return self._near(node)
            case tree.Prefix(text, name):
                return self._each_field(name, text + "*", self._pattern)
            case tree.Wildcard(pattern, name):
                return self._each_field(name, pattern, self._pattern)
            case tree.Fuzzy():
                return self._fuzzy(node)
        raise AssertionError(node)

    def _made(self, nodes: Iterable[tree.Node]) -> list[Clause]:
        made = (self.clause(node) for node in nodes)
        return [clause for clause in made if clause is not None]

    def _each_field(
        self, name: str | None, text: str, make: Callable[[str, str], Clause | None]
    ) -> Clause | None:
        made = (make(each, text) for each in _fields_of(name))
        return some_of(clause for clause in made if clause is not None)

    def _words(self, field: str, text: str) -> Clause | None:
        match schema.kind_of(field):
            case "date":
                return self._range(tree.Range(text, text, field))
            case "exact":
                term = analysis.clip(schema.exact_term(field, text))
                return Term(field, term) if term else None
            case "name":
                orders = dict.fromkeys(_orders(text))
                return some_of(c for each in orders if (c := adjacent(field, each)) is not None)
        return adjacent(field, analysis.terms(text))

    def _pattern(self, field: str, text: str) -> Clause | None:
        if schema.kind_of(field) == "exact":
            pattern = _exact_pattern(field, text)
            return self._expansion(field, pattern) if is_wild(pattern) else None
        stem = analysis.stem if is_stemmed(field) else analysis.clip
        words = pattern_words(only_wild(text))
        return adjacent(
            field,
            [self._expansion(field, word) if is_wild(word) else stem(word) for word in words],
        )

    def _expansion(self, field: str, pattern: str) -> Expansion:
        self._count_pattern(pattern)
        if is_stemmed(field) and hides_endings(pattern):
            self.warnings.append(
                f"“{pattern}” misses words: they are indexed without such endings (continu-ation)"
            )
        return Expansion.of(field, pattern)

    def _near(self, node: tree.Phrase) -> Clause | None:
        window = node.window or 0
        if node.sentence:
            window = SENTENCE_WINDOW
            self.warnings.append(
                f"sentences are not indexed: “{node.text}” was searched within {window} words"
            )

        def make(field: str, text: str) -> Clause | None:
            one_value = schema.kind_of(field) in ("exact", "date") and not is_wild(text)
            clause = (self._words if one_value else self._pattern)(field, text)
            return Near(field, clause.terms, window) if isinstance(clause, Adjacent) else clause

        return self._each_field(node.field, node.text, make)

    def _fuzzy(self, node: tree.Fuzzy) -> Clause | None:
        def make(field: str, text: str) -> Clause | None:
            clause = self._words(field, text)
            if not isinstance(clause, Term):
                if clause is not None:
                    self.warnings.append(f"“{node}”: only single words can be fuzzy")
                return clause
            # An edit or two in a word of so few letters would make it any other word.
            distance = min(node.distance, 0 if len(clause.term) < 3 else 1 + len(clause.term) // 5)
            if distance < node.distance:
                allowed = "one edit was" if distance else "no edits were"
                self.warnings.append(f"“{node}” is so short that {allowed} allowed")
            self._count_pattern(clause.term + "~")
            return Similar(field, clause.term, distance) if distance else clause

        return self._each_field(node.field, node.text, make)

    def _range(self, node: tree.Range) -> Clause | None:
        low = schema.date_number(node.low) if node.low else 0
        high = schema.date_number(node.high) if node.high else 99999999
        if (node.low and not low) or (node.high and not high):
            return None
        # An end that names only a year or a month includes all of it.
        if node.high and high % 10000 == 0:
            high += 9999
        elif node.high and high % 100 == 0:
            high += 99
        return Between("date", low, high) if low <= high else Nothing()

    def _every(self, nodes: tuple[tree.Node, ...]) -> Clause | None:
        wanted = self._made(node for node in nodes if not isinstance(node, tree.Not))
        excluded = self._made(node.clause for node in nodes if isinstance(node, tree.Not))
        return every_of(wanted, excluded)

    def _ranked(self, node: tree.Words) -> Clause | None:
        clauses = self._made(node.clauses)
        pairs = _pairs(clauses)
        # A word that is typed twice counts once: in long questions it is a function word.
        match = self._signed(node, clauses) if node.required or node.excluded else some_of(clauses)
        return Ranked(match, pairs, PAIR_WEIGHT, PAIR_MOST) if pairs and match else match

    def _signed(self, node: tree.Words, clauses: list[Clause]) -> Clause | None:
        """Words of which some have signs; `clauses` are those that have none."""
        required = self._made(node.required)
        excluded = self._made(node.excluded)
        if not (clauses or required or excluded):
            return None
        match = every_of(required or [some_of(clauses) or All()], excluded)
        if match is None or not (required and clauses):
            return match
        return Ranked(match, tuple(dict.fromkeys(clauses)))


def _pairs(clauses: list[Clause]) -> tuple[Near, ...]:
    """Each two plain words that follow each other, near each other."""
    telling = [c for c in clauses if not (type(c) is Term and c.term in _FUNCTION_WORDS)]
    pairs = {
        (left.term, right.term): None
        for left, right in pairwise(telling)
        if type(left) is type(right) is Term
        and left.field == right.field == schema.ANY
        and left.term != right.term
    }
    return tuple(Near(schema.ANY, pair, PAIR_WINDOW) for pair in islice(pairs, MAX_PAIRS))


def _fields_of(name: str | None) -> tuple[str, ...]:
    if name is None or name == schema.ANY:
        return (schema.ANY,)
    return schema.GROUPS.get(name, (name,))


@lru_cache(maxsize=10_000)
def _plain_word(text: str) -> Clause | None:
    return adjacent(schema.ANY, analysis.terms(text))


def _orders(text: str) -> Iterable[tuple[str, ...]]:
    """A name's words in the orders in which records may write them: given names first or last."""
    from searcher import names  # most queries have no name

    words = analysis.words(text)
    upright = analysis.words(names.upright(text))
    yield tuple(upright)
    yield tuple(words)
    if "," not in text and len(words) > 1 and not names.has_initials(text):
        yield (*words[1:], words[0])


def _exact_pattern(field: str, text: str) -> str:
    """An exact value with its stars and question marks in place, which some values drop."""
    return "".join(
        piece if piece in "*?" else schema.exact_term(field, piece) if len(piece) > 1 else piece
        for piece in re.split(r"([*?])", text)
    )
