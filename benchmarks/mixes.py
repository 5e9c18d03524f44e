"""Kinds of queries, each a list drawn from the words of a corpus."""

from __future__ import annotations

import random
from dataclasses import dataclass

from corpus import Corpus

PLAIN = ("rare", "mid", "common+rare", "mixed")
KINDS = (*PLAIN, "phrase", "and", "prefix", "fuzzy")


@dataclass(frozen=True)
class Asked:
    """One query: any of the words (rare, mid, common+rare, mixed), a phrase of them, all of them
    (and), words that begin so (prefix), or words one letter away (fuzzy)."""

    kind: str
    words: tuple[str, ...]


def draw(corpus: Corpus, count: int, seed: int = 2) -> dict[str, list[Asked]]:
    """So many queries of each kind."""
    chance = random.Random(seed)
    rare, mid, common = corpus.rare, corpus.mid, corpus.common

    def words(kind: str) -> tuple[str, ...]:
        match kind:
            case "rare":
                return (chance.choice(rare),)
            case "mid" | "and":
                return tuple(chance.sample(mid, 2))
            case "common+rare":
                return (chance.choice(common), chance.choice(rare))
            case "mixed":
                return (chance.choice(common), *chance.sample(mid, 2), chance.choice(rare))
            case "phrase":
                return chance.choice(corpus.pairs)
            case "prefix":
                return (chance.choice(mid)[:5],)
        word = chance.choice([each for each in mid if len(each) > 6] or mid)
        place = chance.randrange(2, len(word))
        return (word[:place] + chance.choice("aeiou") + word[place + 1 :],)

    return {kind: [Asked(kind, words(kind)) for _ in range(count)] for kind in KINDS}
