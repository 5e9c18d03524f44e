"""Did you mean: for words that no record has, words like them that records do have."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from searcher import analysis, schema
from searcher.query import tree

FEW = 2
"""A word in so few records is doubted too, if a word so like it is in FACTOR times as many."""

FACTOR = 50
MAX_WORDS = 8
"""How many words of a query are looked at; each costs some hundred look-ups."""

SHORTEST = 3
LONGEST = 24
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def suggest(node: tree.Node, frequency: Callable[[str], int], size: int) -> dict[str, str]:
    """For each doubtful word as typed, the most frequent word one edit away, or the two words
    that it runs together.

    frequency: how many records, of `size` in all, hold a term of the field `any`.
    """
    found: dict[str, str] = {}
    for word in list(dict.fromkeys(_words(node)))[:MAX_WORDS]:
        known = frequency(analysis.stem(word.lower()))
        if known > FEW or known * FACTOR > size:
            continue
        if (better := _better(word.lower(), known, frequency)) is not None:
            found[word] = better
    return found


def _words(node: tree.Node) -> Iterator[str]:
    """Words of plain letters in what the query asks for, not in what it excludes."""
    if isinstance(node, (tree.Word, tree.Phrase)):
        if node.field is None or schema.kind_of(node.field) == "text":
            for word in node.text.split():
                if word.isascii() and word.isalpha() and SHORTEST <= len(word) <= LONGEST:
                    yield word
        return
    children = node.clauses + node.required if isinstance(node, tree.Words) else ()
    for child in children or tree.children(node):
        if not isinstance(node, tree.Not):
            yield from _words(child)


def _better(word: str, known: int, frequency: Callable[[str], int]) -> str | None:
    counts: dict[str, int] = {}
    best: tuple[int, str] | None = None
    enough = known * FACTOR or 1
    for form in _edited(word):
        term = analysis.stem(form)
        if term not in counts:
            counts[term] = frequency(term)
        if counts[term] >= enough and (best is None or counts[term] > best[0]):
            best = counts[term], form
    return best[1] if best else _split(word, enough, frequency)


def _edited(word: str) -> Iterator[str]:
    """Every word one edit away, likely slips first: swapped, doubled, missing, wrong letters."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for left, right in cuts:
        if len(right) > 1 and right[0] != right[1]:
            yield left + right[1] + right[0] + right[2:]
    if len(word) > SHORTEST:
        for left, right in cuts[:-1]:
            yield left + right[1:]
    for left, right in cuts:
        for letter in _LETTERS:
            yield left + letter + right
    for left, right in cuts[:-1]:
        for letter in _LETTERS:
            if letter != right[0]:
                yield left + letter + right[1:]


def _split(word: str, enough: int, frequency: Callable[[str], int]) -> str | None:
    best: tuple[int, str] | None = None
    for place in range(SHORTEST, len(word) - SHORTEST + 1):
        left, right = word[:place], word[place:]
        count = min(frequency(analysis.stem(left)), frequency(analysis.stem(right)))
        if count >= enough and (best is None or count > best[0]):
            best = count, f"{left} {right}"
    return best[1] if best else None
