"""A record as a query: its most telling words, for finding records about the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

from searcher import analysis
from searcher.query import tree
from searcher.record import Record

WORDS = 16
"""How many words the query has at most; more make it slower and hardly better."""

TITLE_COUNT = 3
"""A word of the title counts as if it stood so often."""

FEWEST_LETTERS = 3


def similar_query(
    record: Record, frequency: Callable[[str], int], size: int, words: int = WORDS
) -> tree.Node | None:
    """The tree that finds other records about the same, or None where no word is shared.

    frequency: a term of the field `any` to the number of records that hold it, of `size` in all.
    Words are weighed by (1 + log tf) * idf, tf counted in title, abstract, keywords and headings;
    a word that no other record has is of no use. The record itself is kept out of the answer.
    """
    counts, forms = _terms(record)
    weights: dict[str, float] = {}
    for term, count in counts.items():
        holding = frequency(term)
        if holding > 1:
            idf = math.log(1 + (size - holding + 0.5) / (holding + 0.5))
            weights[term] = (1 + math.log(count)) * idf
    # Ties in the order of the alphabet, so that the same record always asks the same.
    best = sorted(weights, key=lambda term: (-weights[term], term))[:words]
    if not best:
        return None
    found = tree.Or(tuple(tree.Word(forms[term]) for term in best))
    return tree.And((found, tree.Not(tree.Phrase(record.docid, "docid"))))


def _terms(record: Record) -> tuple[Counter[str], dict[str, str]]:
    """The record's terms with their counts, and for each the first word that it came from."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    fields = ((record.title, TITLE_COUNT), (record.abstract, 1))
    lists = ((each, 1) for each in (*record.keywords, *record.mesh))
    for text, count in (*fields, *lists):
        for word in analysis.words(text or ""):
            if len(word) < FEWEST_LETTERS or word.isdigit():
                continue
            term = analysis.stem(word)
            counts[term] += count
            forms.setdefault(term, word)
    return counts, forms
