"""The records that speed is measured on, as lines of the project's own JSON, and their words.

From --corpus FILE.jsonl.gz (objects with title, abstract, journal, keywords, authors, year), or
made from a seed. More records than there are, are made by shuffling the sentences of real ones,
so that vocabulary and lengths stay natural.
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

_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Corpus:
    """Lines of JSON in a file, and what queries are drawn from.

    rare, mid and common words are in about 0.1, 1 to 5 and over 10 percent of the records;
    pairs are mid words that stand side by side somewhere.
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
    mid = sorted(word for word, share in shares.items() if 0.01 <= share <= 0.05)
    known = set(mid)
    return Corpus(
        path,
        count,
        sorted(word for word, share in shares.items() if 0.0005 <= share <= 0.002),
        mid,
        sorted(word for word, share in shares.items() if share > 0.1),
        sorted(pair for pair, n in pairs.items() if n >= 3 and known.issuperset(pair)),
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
    if source is None:
        yield from islice(_generated(seed), count)
        return
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        real = [json.loads(line) for line in islice(lines, min(count, 100_000))]
    yield from real
    sentences = [each for record in real for each in re.split(r"(?<=\.) ", record["abstract"])]
    draw = random.Random(seed)
    for number in range(len(real), count):
        shape = real[number % len(real)]
        length = shape["abstract"].count(". ") + 1
        yield shape | {
            "title": draw.choice(sentences)[:150],
            "abstract": " ".join(draw.choices(sentences, k=length)),
        }


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
