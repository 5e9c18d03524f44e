"""The records that speed is measured on, as lines of the project's own JSON, and their words.

From --corpus FILE.jsonl.gz (objects with title, abstract, journal, keywords, authors, year), or
made from a seed. More records than there are, are made by shuffling the sentences of real ones,
so that vocabulary and lengths stay natural; never more than WINDOW of them are in memory.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

WINDOW = 10_000

_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Corpus:
    """Lines of JSON in a file, and what queries are drawn from.

    rare, mid and common words are in about 0.1 (or a single one), 1 to 5 and over 10 percent of
    the records; pairs are mid words that stand side by side somewhere.
    """

    path: Path
    count: int
    rare: list[str]
    mid: list[str]
    common: list[str]
    pairs: list[tuple[str, str]]


def prepare(source: Path | None, count: int, directory: Path, seed: int = 1) -> Corpus:
    """Write so many records to a file of the directory."""
    path = directory / f"corpus-{count}.jsonl"
    frequency: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    with path.open("w", encoding="utf-8") as out:
        for number, record in enumerate(_records(source, count, seed)):
            out.write(json.dumps(_line(number, record), ensure_ascii=False) + "\n")
            if number < 20_000:
                words = _WORD.findall(f"{record['title']} {record['abstract']}".lower())
                frequency.update(set(words))
                pairs.update(set(pairwise(words)))
    sampled = min(count, 20_000)
    shares = {word: n / sampled for word, n in frequency.items()}
    most = max(0.002, 1 / sampled)
    mid = sorted(word for word, share in shares.items() if 0.01 <= share <= 0.05)
    known = set(mid)
    return Corpus(
        path,
        count,
        sorted(word for word, share in shares.items() if 0.0005 <= share <= most),
        mid,
        sorted(word for word, share in shares.items() if share > 0.1),
        sorted(pair for pair, n in pairs.items() if n >= 3 and known.issuperset(pair))
        or [(mid[0], mid[1])],
    )


def _line(number: int, record: dict[str, Any]) -> dict[str, Any]:
    authors = record.get("authors") or []
    if isinstance(authors, str):
        authors = authors.rstrip(".").split(", ")
    year = str(record.get("year") or "")
    return {
        "pmid": str(10_000_000 + number),
        "title": record["title"],
        "abstract": record["abstract"],
        "keywords": record.get("keywords") or [],
        "journal": record.get("journal") or "",
        "authors": authors,
        "date": year or None,
        "year": int(year) if year.isdigit() else None,
    }


def _records(source: Path | None, count: int, seed: int) -> Iterator[dict[str, Any]]:
    return islice(_generated(seed) if source is None else _endless(source, seed), count)


def _endless(source: Path, seed: int) -> Iterator[dict[str, Any]]:
    """The real records, then, again and again, others made of their sentences."""
    yield from _read(source)
    draw = random.Random(seed)
    while True:
        real = _read(source)
        while window := list(islice(real, WINDOW)):
            yield from _shuffled(window, draw)


def _read(source: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _shuffled(window: list[dict[str, Any]], draw: random.Random) -> Iterator[dict[str, Any]]:
    """As many records, each with a title of another and as many sentences, of all of them."""
    abstracts = [re.split(r"(?<=\.) ", record["abstract"]) for record in window]
    sentences = [each for abstract in abstracts for each in abstract]
    titles = [record["title"] for record in window]
    draw.shuffle(sentences)
    draw.shuffle(titles)
    rest = iter(sentences)
    for record, abstract, title in zip(window, abstracts, titles, strict=True):
        text = " ".join(islice(rest, len(abstract)))
        yield record | {"title": title, "abstract": text}


def _generated(seed: int) -> Iterator[dict[str, Any]]:
    """Records of made-up words, as frequent as words are: the n-th about 1/n of the time."""
    draw = random.Random(seed)
    syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")]
    words = ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(60_000)]
    weights = [1 / (rank + 2) for rank in range(len(words))]
    total = 0.0
    running = [total := total + weight for weight in weights]
    while True:
        text = draw.choices(words, cum_weights=running, k=draw.randint(120, 320))
        yield {
            "title": " ".join(text[:12]),
            "abstract": ". ".join(" ".join(text[i : i + 20]) for i in range(12, len(text), 20)),
            "keywords": text[20:24],
            "journal": f"Journal of {words[draw.randint(0, 400)]}",
            "authors": [f"{draw.choice(words).title()} A" for _ in range(4)],
            "year": draw.randint(1980, 2025),
        }
