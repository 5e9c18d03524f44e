"""The query tree: what the user asked, as frozen nodes of the user's own words.

A node knows nothing of terms or engines; `plan` turns a tree into clauses of terms. `str(node)`
is the canonical form: a query text that parses to the same tree.

`field` is a name from the schema (a field, a group such as "tiab"), or None for a plain word.
"""

from __future__ import annotations

from typing import TypeAlias

from searcher.frozen import frozen


@frozen
class Word:
    """One word as typed; several terms of it (Léon-Bérard) make a phrase."""

    text: str
    field: str | None = None

    def __str__(self) -> str:
        return _with_field(self.text, self.field)


@frozen
class Phrase:
    """Words in this order and adjacent; or, with `window`, in any order with at most so many
    words between them (PubMed's ~N); or, with `sentence`, all in one sentence."""

    text: str
    field: str | None = None
    window: int | None = None
    sentence: bool = False

    def __str__(self) -> str:
        near = "~s" if self.sentence else f"~{self.window}" if self.window is not None else ""
        return _with_field('"' + self.text.replace('"', " ") + '"' + near, self.field)


@frozen
class Prefix:
    """Words that begin so (continu*)."""

    text: str
    field: str | None = None

    def __str__(self) -> str:
        return _with_field(self.text + "*", self.field)


@frozen
class Wildcard:
    """Words of this shape: * stands for any letters, ? for exactly one."""

    pattern: str
    field: str | None = None

    def __str__(self) -> str:
        return _with_field(self.pattern, self.field)


@frozen
class Fuzzy:
    """Words within `distance` (1 or 2) single-letter edits; a swap of neighbours is one edit."""

    text: str
    distance: int = 1
    field: str | None = None

    def __str__(self) -> str:
        return _with_field(f"{self.text}~{self.distance}", self.field)


@frozen
class Range:
    """Dates from `low` to `high`, both included, as typed (2012, 2012/06); None is an open end."""

    low: str | None
    high: str | None
    field: str = "year"

    def __str__(self) -> str:
        return f"{self.field}:{self.low or ''}..{self.high or ''}"


@frozen
class Exists:
    """Records that carry the field at all."""

    field: str

    def __str__(self) -> str:
        return f"has:{self.field}"


@frozen
class Everything:
    """All records."""

    def __str__(self) -> str:
        return "*"


@frozen
class And:
    """All clauses match; a Not among them keeps records out. No clause is itself an And."""

    clauses: tuple[Node, ...]

    def __str__(self) -> str:
        text = ""
        for clause in self.clauses:
            if isinstance(clause, Not):
                text += (" " if text else "") + str(clause)
            else:
                text += (" AND " if text else "") + _group(clause)
        return text


@frozen
class Or:
    """At least one clause matches. No clause is itself an Or."""

    clauses: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_group(clause) for clause in self.clauses)


@frozen
class Not:
    """Records that the clause does not match."""

    clause: Node

    def __str__(self) -> str:
        return f"NOT {_group(self.clause)}"


@frozen
class Words:
    """A query of plain words and phrases: any of `clauses` (at least one) may match, best first.

    `required` (+must) all match and `excluded` (-not) none does; when something is required,
    `clauses` only add to the score. More of the words, and words near each other, rank higher.
    """

    clauses: tuple[Node, ...]
    required: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()

    def __str__(self) -> str:
        parts = [_group(clause) for clause in self.clauses]
        parts += ["+" + _signed(clause) for clause in self.required]
        parts += ["-" + _signed(clause) for clause in self.excluded]
        return " ".join(parts)


Node: TypeAlias = (
    "Word | Phrase | Prefix | Wildcard | Fuzzy | Range | Exists | Everything | And | Or | Not | "
    "Words"
)


def conjunction(*nodes: Node) -> Node:
    """All of the nodes, as one flat And (or the only node)."""
    return _flat(And, nodes)


def disjunction(*nodes: Node) -> Node:
    """Any of the nodes, as one flat Or (or the only node)."""
    return _flat(Or, nodes)


def negation(node: Node) -> Node:
    """Not the node, without doubling."""
    return node.clause if isinstance(node, Not) else Not(node)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly under this one."""
    match node:
        case And(clauses) | Or(clauses):
            return clauses
        case Not(clause):
            return (clause,)
        case Words(clauses, required, excluded):
            return (*clauses, *required, *excluded)
    return ()


def size(node: Node) -> int:
    """How many words, phrases and other leaves there are."""
    return sum(map(size, children(node))) or 1


def depth(node: Node) -> int:
    """How many levels there are."""
    return 1 + max(map(depth, children(node)), default=0)


def _flat(kind: type[And] | type[Or], nodes: tuple[Node, ...]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat += node.clauses if isinstance(node, kind) else (node,)
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _with_field(text: str, field: str | None) -> str:
    return f"{field}:{text}" if field else text


def _group(clause: Node) -> str:
    if isinstance(clause, Words):
        return f"any:({clause})"
    return f"({clause})" if isinstance(clause, (And, Or, Not)) else str(clause)


def _signed(clause: Node) -> str:
    """A sign counts before a letter, a quotation mark or a bracket (-5 is a number)."""
    text = _group(clause)
    return text if text[0].isalpha() or text[0] in '"([' else f"any:{text}"
