"""The best documents by score: which need their exact score, and in which order they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from heapq import heappush, heapreplace, nlargest, nsmallest
from itertools import islice, pairwise

from searcher.engines.whoosh_clauses import Evaluation, Scores, add_to, add_where
from searcher.engines.whoosh_snapshot import Snapshot
from searcher.query.clauses import Clause, Near, Ranked, Some, Term

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
        clause = Ranked(clause.match, evaluation.counted(clause), clause.weight)
        found = _bound(clause)
        if found is None:
            scores = evaluation.scores(clause)
            return scores, scores
        match, bound = clause.match, found
    if not (isinstance(match, Some) and all(isinstance(each, Term) for each in match.clauses)):
        base, complete = evaluation.scores(match), True
    else:
        terms = [each for each in match.clauses if isinstance(each, Term)]
        base, complete = _sums(evaluation, terms, wanted, bound)
    matching = base if complete else evaluation.matches(match)
    if isinstance(clause, Ranked):
        return matching, _with_pairs(evaluation, clause, base, wanted, bound)
    return matching, base


def _sums(
    evaluation: Evaluation, terms: list[Term], wanted: int, bound: float
) -> tuple[Scores, bool]:
    """The scores of the documents that can be among the best, and whether that is all of them.

    Rare words come first. As soon as the last document wanted has more than the words that are
    left can give together, only documents found so far can still be among the best; and of
    those, fewer with each word.
    """
    most = {each: evaluation.most(each) for each in terms}
    left = sum(most.values())
    found: Scores = {}
    complete = True
    for term in sorted(most, key=lambda term: -most[term]):
        if len(found) >= wanted:
            cut = nlargest(wanted, found.values())[-1] / (bound * _ROUNDING)
            if not complete or cut > left:
                found = {n: score for n, score in found.items() if score + left >= cut}
                complete = False
        if complete:
            add_to(found, evaluation.leaf(term))
        else:
            add_where(found, evaluation.scores_among(term, found))
        left -= most[term]
    return found, complete


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
    kept.sort(key=scores.__getitem__, reverse=True)
    if all(scores[left] > scores[right] for left, right in pairwise(kept)):
        return kept  # nothing ties, and docids need not be read
    docid: Callable[[int], str] = snapshot.docid
    if len(kept) > _FEW:
        docid = snapshot.docids().__getitem__
    return nsmallest(wanted, kept, key=lambda number: (-scores[number], docid(number)))
