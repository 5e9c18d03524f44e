"""The best documents by score: which need their exact score, and in which order they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from heapq import heappush, heapreplace, nlargest, nsmallest
from itertools import islice

from searcher.engines.whoosh_clauses import Evaluation, Scores, add_to
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query.plan import Clause, Near, Ranked, Some, Term

_FEW = 500
"""So many docids are read one by one rather than all of the index."""

_CHUNK = 32
_ROUNDING = 1 + 1e-9


def scores_of_best(
    evaluation: Evaluation, clause: Clause, wanted: int
) -> tuple[Collection[int], Scores]:
    """All documents that match, and the scores of those that may be among the best."""
    if wanted <= 0:
        return evaluation.matches(clause), {}
    match = clause
    bound = 1.0
    if isinstance(clause, Ranked):
        found = _bound(clause)
        if found is None:
            scores = evaluation.scores(clause)
            return scores, scores
        match, bound = clause.match, found
    matching: Collection[int]
    candidates = _candidates(evaluation, match, wanted, bound)
    if candidates is None or not isinstance(match, Some):
        matching = base = evaluation.scores(match)
    else:
        matching = evaluation.matches(match)
        base = evaluation.scores_among(match, candidates)
    if not isinstance(clause, Ranked):
        return matching, base
    return matching, _with_pairs(evaluation, clause, base, wanted, bound)


def _candidates(
    evaluation: Evaluation, match: Clause, wanted: int, bound: float
) -> dict[int, float] | None:
    """The documents that can be among the best, found without scoring the most common words.

    Rare words come first. As soon as the last document wanted has more than the words that are
    left can give together, only documents found so far can still be among the best. None: all.
    """
    if not isinstance(match, Some) or not all(isinstance(each, Term) for each in match.clauses):
        return None
    most = {each: evaluation.most(each) for each in match.clauses if isinstance(each, Term)}
    if len(most) < len(match.clauses):
        return None
    left = sum(most.values())
    partial: Scores = {}
    for term in sorted(most, key=lambda term: -most[term]):
        if len(partial) >= wanted:
            cut = nlargest(wanted, partial.values())[-1] / (bound * _ROUNDING)
            if cut > left:
                return {n: score for n, score in partial.items() if score + left >= cut}
        left -= most[term]
        if left > 0:  # after the last term there is nothing left to be spared
            add_to(partial, evaluation.scores(term))
    return None


def _bound(clause: Ranked) -> float | None:
    """How many times its score in `match` a document can have at most, where that is known.

    Two terms stand near each other at most as often as each of them occurs, so Near scores at
    most the sum of what the two terms do; a term of several pairs counts for each of them.
    """
    parts = clause.match.clauses if isinstance(clause.match, Some) else (clause.match,)
    terms = {part for part in parts if isinstance(part, Term)}
    uses: Counter[Term] = Counter()
    for extra in clause.extra:
        if not isinstance(extra, Near):
            return None
        for piece in extra.terms:
            if not isinstance(piece, str) or (term := Term(extra.field, piece)) not in terms:
                return None
            uses[term] += 1
    return 1 + clause.weight * max(uses.values(), default=0)


def _with_pairs(
    evaluation: Evaluation, clause: Ranked, base: Scores, wanted: int, bound: float
) -> Scores:
    """The exact scores of the documents that can be among the best: the others are passed over
    as soon as the best score that they can have is less than that of the last one wanted."""
    if not base:
        return {}
    bound *= _ROUNDING
    cut = nlargest(wanted, base.values())[-1]
    rest = iter(
        sorted((n for n, score in base.items() if score * bound >= cut), key=base.__getitem__,
               reverse=True)
    )  # fmt: skip
    found: Scores = {}
    best: list[float] = []
    while chunk := list(islice(rest, _CHUNK)):
        if len(best) == wanted and base[chunk[0]] * bound < best[0]:
            break
        scores = {number: base[number] for number in chunk}
        for extra in clause.extra:
            assert isinstance(extra, Near)
            for number, score in evaluation.near_scores(extra, chunk).items():
                scores[number] += clause.weight * score
        found.update(scores)
        for score in scores.values():
            if len(best) < wanted:
                heappush(best, score)
            elif score > best[0]:
                heapreplace(best, score)
    return found


def best(snapshot: Snapshot, scores: Scores, wanted: int) -> list[int]:
    """The documents of the highest scores, ties by docid."""
    if wanted <= 0 or not scores:
        return []
    cut = nlargest(wanted, scores.values())[-1]
    # All that tie with the last one take part, or their order would depend on the cut.
    kept = [number for number, score in scores.items() if score >= cut]
    docid: Callable[[int], str] = snapshot.docid
    if len(kept) > _FEW:
        docid = snapshot.docids().__getitem__
    return nsmallest(wanted, kept, key=lambda number: (-scores[number], docid(number)))
