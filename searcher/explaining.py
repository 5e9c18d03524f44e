"""Why records are found and ranked as they are, and why one is not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from searcher.engines import base
from searcher.options import SearchOptions
from searcher.query import clauses, plan, tree
from searcher.query.reading import Part, Verdict, count_parts
from searcher.query.reading import why_not as find_obstacles
from searcher.results import Results
from searcher.searching import read_query


@dataclass(frozen=True, slots=True)
class Explanation:
    """parts: the query and its parts with their counts, outer before inner; scores: for each hit,
    in order, what each clause of terms adds to its score, most first."""

    parts: tuple[Part, ...]
    scores: tuple[tuple[tuple[str, float], ...], ...]

    def to_json(self, docids: Iterable[str]) -> dict[str, Any]:
        """One object; the docids are those of the hits."""
        return {
            "parts": [
                {"clause": part.text, "depth": part.depth, "records": part.count}
                for part in self.parts
            ],
            "scores": {docid: dict(each) for docid, each in zip(docids, self.scores, strict=True)},
        }


def explain(
    reader: base.Reader, query: str | tree.Node, options: SearchOptions, results: Results
) -> Explanation:
    """How the query was understood, and where the scores of its results come from."""
    _, node, _ = read_query(query, options)
    clause = plan.make_plan(node).clause
    names = {str(leaf): describe(leaf) for leaf in _leaves(clause)}
    found = reader.explain(clause, [hit.docid for hit in results.hits])
    scores = tuple(
        tuple(
            (names.get(leaf, leaf), score)
            for leaf, score in sorted(each.items(), key=lambda item: (-item[1], item[0]))
            if score
        )
        for each in found
    )
    return Explanation(count_parts(node, lambda part: _count(reader, part)), scores)


def why_not(
    reader: base.Reader, docid: str, query: str | tree.Node, options: SearchOptions
) -> Verdict:
    """Which clauses keep the record of this docid out, and the smallest change that lets it in."""
    _, node, _ = read_query(query, options)
    itself = tree.Phrase(docid, "docid")
    return find_obstacles(node, lambda part: _count(reader, tree.conjunction(itself, part)) > 0)


def describe(leaf: clauses.Clause) -> str:
    """A clause of terms as a person would write it, terms being stems."""
    match leaf:
        case clauses.Term(field, term):
            return f"{field}:{term}"
        case clauses.Adjacent(field, terms):
            return f'{field}:"{_terms(terms)}"'
        case clauses.Near(field, terms, window):
            return f'{field}:"{_terms(terms)}"~{window}'
        case clauses.Expansion(field, pattern):
            return f"{field}:{pattern}"
        case clauses.Similar(field, term, distance):
            return f"{field}:{term}~{distance}"
    return str(leaf)


def _terms(terms: tuple[str | clauses.Expansion, ...]) -> str:
    return " ".join(each if isinstance(each, str) else each.pattern for each in terms)


def _leaves(clause: clauses.Clause) -> Iterator[clauses.Clause]:
    match clause:
        case clauses.Every(inner) | clauses.Some(inner):
            for each in inner:
                yield from _leaves(each)
        case clauses.Ranked(match, extra):
            yield from _leaves(match)
            for each in extra:
                yield from _leaves(each)
        case _:
            yield clause


def _count(reader: base.Reader, node: tree.Node) -> int:
    return reader.count(plan.make_plan(node).clause)
