"""A query taken apart: how many records each part finds, and which part keeps a record out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from searcher import schema
from searcher.frozen import replace
from searcher.query import tree


@dataclass(frozen=True)
class Part:
    """One part of a query: its canonical text, how deep it lies, and how many records match it."""

    text: str
    depth: int
    count: int


def count_parts(node: tree.Node, count: Callable[[tree.Node], int]) -> tuple[Part, ...]:
    """The whole query and every part of it, outer ones before inner ones, each counted alone."""
    return tuple(Part(str(part), depth, count(part)) for part, depth in _walk(node, 0))


def _walk(node: tree.Node, depth: int) -> Iterator[tuple[tree.Node, int]]:
    yield node, depth
    for child in tree.children(node):
        yield from _walk(child, depth + 1)


@dataclass(frozen=True)
class Obstacle:
    """A part of a query that keeps a record out.

    excludes: the record matches it and must not; else the record does not match it and must.
    instead: a wider form of it that lets the record pass; None: it must be left out.
    """

    clause: tree.Node
    excludes: bool
    instead: tree.Node | None = None


@dataclass(frozen=True)
class Verdict:
    """Why a record is not found; no obstacles: it is.

    change: the query with the fewest parts changed that finds it; None when nothing would be left.
    """

    obstacles: tuple[Obstacle, ...]
    change: tree.Node | None


def why_not(node: tree.Node, matches: Callable[[tree.Node], bool]) -> Verdict:
    """Which parts of a query keep a record out, and the smallest change that lets it in.

    matches: whether the record matches a tree by itself.
    """
    if matches(node):
        return Verdict((), node)
    return _admit(node, matches)


def _admit(node: tree.Node, matches: Callable[[tree.Node], bool]) -> Verdict:
    """What to change in a part that the record does not match, so that it does."""
    match node:
        case tree.And(clauses):
            return _all_of(clauses, matches)
        case tree.Words(clauses, required, excluded):
            kept = [each for each in (*required, *map(tree.Not, excluded)) if not matches(each)]
            if kept:
                return _admit_words(node, matches)
        case tree.Or(clauses):
            verdicts = [_admit(each, matches) for each in clauses]
            best = min(range(len(clauses)), key=lambda place: _cost(verdicts[place]))
            change = verdicts[best].change
            if change is not None:
                changed = (*clauses[:best], change, *clauses[best + 1 :])
                return Verdict(verdicts[best].obstacles, tree.disjunction(*changed))
        case tree.Not(clause):
            verdict = _refuse(clause, matches)
            change = None if verdict.change is None else tree.negation(verdict.change)
            return Verdict(verdict.obstacles, change)
        case _:
            wider = next((each for each in _wider(node) if matches(each)), None)
            return Verdict((Obstacle(node, excludes=False, instead=wider),), wider)
    return Verdict((Obstacle(node, excludes=False),), None)


def _all_of(clauses: tuple[tree.Node, ...], matches: Callable[[tree.Node], bool]) -> Verdict:
    obstacles, kept = _changed(clauses, matches, lambda clause: _admit(clause, matches))
    return Verdict(obstacles, tree.conjunction(*kept) if kept else None)


def _changed(
    clauses: tuple[tree.Node, ...],
    stays: Callable[[tree.Node], bool],
    change: Callable[[tree.Node], Verdict],
) -> tuple[tuple[Obstacle, ...], list[tree.Node]]:
    """What is in the way in clauses that do not stay as they are, and what all are changed to."""
    obstacles: list[Obstacle] = []
    kept: list[tree.Node] = []
    for clause in clauses:
        if stays(clause):
            kept.append(clause)
            continue
        verdict = change(clause)
        obstacles += verdict.obstacles
        if verdict.change is not None:
            kept.append(verdict.change)
    return tuple(obstacles), kept


def _admit_words(node: tree.Words, matches: Callable[[tree.Node], bool]) -> Verdict:
    required = _all_of(node.required, matches) if node.required else Verdict((), None)
    excluded = [each for each in node.excluded if matches(each)]
    obstacles = (*required.obstacles, *(Obstacle(each, excludes=True) for each in excluded))
    words = tree.Words(node.clauses)
    parts: list[tree.Node] = [words if len(node.clauses) > 1 else node.clauses[0]]
    if required.change is not None:
        parts = [required.change]
    elif not matches(parts[0]):
        return Verdict((*obstacles, Obstacle(parts[0], excludes=False)), None)
    rest = (tree.Not(each) for each in node.excluded if each not in excluded)
    return Verdict(obstacles, tree.conjunction(*parts, *rest))


def _refuse(node: tree.Node, matches: Callable[[tree.Node], bool]) -> Verdict:
    """What to change in a part that the record matches, so that it does not."""
    if isinstance(node, tree.Or):
        obstacles, kept = _changed(
            node.clauses,
            lambda clause: not matches(clause),
            lambda clause: _refuse(clause, matches),
        )
        return Verdict(obstacles, tree.disjunction(*kept) if kept else None)
    return Verdict((Obstacle(node, excludes=True),), None)


def _cost(verdict: Verdict) -> tuple[bool, int, int]:
    left_out = sum(each.instead is None for each in verdict.obstacles)
    return verdict.change is None, left_out, len(verdict.obstacles)


def _wider(node: tree.Node) -> Iterator[tree.Node]:
    """Forms of a word, phrase or range that match more, the closest first."""
    match node:
        case tree.Phrase(text, field, window, _):
            if field is None or schema.kind_of(field) != "exact":
                for wider in (3, 10):
                    if window is None or window < wider:
                        yield replace(node, window=wider, sentence=False)
                words = [tree.Word(word, field) for word in text.split()]
                if len(words) > 1:
                    yield tree.conjunction(*words)
        case tree.Word(text, field):
            if len(text) > 3 and text.isalpha():
                yield tree.Fuzzy(text, 1, field)
                yield tree.Prefix(text[: max(4, len(text) - 3)], field)
        case tree.Range():
            yield replace(node, high=None)
            yield replace(node, low=None)
            return
    field = getattr(node, "field", None)
    if isinstance(node, (tree.Word, tree.Phrase, tree.Prefix, tree.Wildcard, tree.Fuzzy)) and field:
        if field in ("mh", "heading", "majr", "major"):
            yield replace(node, field="mesh")
        yield replace(node, field=None)
