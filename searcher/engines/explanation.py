"""Where a score comes from: what each leaf of a clause adds to it, the same for every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from searcher.query.clauses import Clause, Every, Ranked, Some


class Explanation:
    """The parts of some records' scores, collected in one walk over a clause.

    counted: the extra clauses that count in this index; matching: which of the records a clause
    matches; scored: what a leaf scores for each record, `extra` if it only adds to others.
    """

    def __init__(
        self,
        docids: Iterable[str],
        counted: Callable[[Ranked], tuple[Clause, ...]],
        matching: Callable[[Clause], set[str]],
        scored: Callable[[Clause, bool], Mapping[str, float]],
    ) -> None:
        self.parts: dict[str, dict[str, float]] = {docid: {} for docid in docids}
        self._counted = counted
        self._matching = matching
        self._scored = scored

    def add(
        self,
        clause: Clause,
        weight: float = 1.0,
        among: set[str] | None = None,
        *,
        extra: bool = False,
    ) -> None:
        """Note what a clause adds to the scores of records; a group adds only where it matches."""
        among = set(self.parts) if among is None else among
        match clause:
            case Every(clauses):
                among = among & self._matching(clause)
                for each in clauses:
                    self.add(each, weight, among, extra=extra)
            case Some(clauses):
                for each in clauses:
                    self.add(each, weight, among, extra=extra)
            case Ranked(found, _, share):
                self.add(found, weight, among, extra=extra)
                among = among & self._matching(found)
                for each in self._counted(clause):
                    self.add(each, weight * share, among, extra=True)
            case _:
                self._add_leaf(clause, weight, among, extra)

    def _add_leaf(self, leaf: Clause, weight: float, among: set[str], extra: bool) -> None:
        name = str(leaf)
        scores = self._scored(leaf, extra) if among else {}
        for docid in among:
            if score := scores.get(docid):
                parts = self.parts[docid]
                parts[name] = parts.get(name, 0.0) + weight * score
