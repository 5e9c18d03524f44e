"""The speed to reach, and what of it a run has reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from measured import BATCH, COLD, HIGHLIGHTS, IMPORTS, Measured
from mixes import KINDS, PLAIN
from peers import fts5, lucene, ours_tantivy, ours_whoosh, raw_tantivy, stock_whoosh, xapian_peer

TANTIVY, WHOOSH = ours_tantivy.NAME, ours_whoosh.NAME
RAW, STOCK = raw_tantivy.NAME, stock_whoosh.NAME


@dataclass(frozen=True)
class Target:
    """A piece of work, what it should reach and what it reached; met: None if not measured."""

    work: str
    target: str
    reached: str
    met: bool | None


def usual_size(measured: Sequence[Measured]) -> Measured:
    """That which most targets are for: 100,000 records, or the largest below."""
    return max(measured, key=lambda each: (each.size <= 100_000, each.size))


def targets(measured: Sequence[Measured]) -> list[Target]:
    """All targets."""
    usual = usual_size(measured)
    million = next((each for each in measured if each.size >= 1_000_000), None)
    return [*_builds(usual), *_large(usual, million), *_queries(usual), *_whoosh(usual)]


def _builds(each: Measured) -> Iterator[Target]:
    builds, files = each.builds, each.files
    seconds = {name: build.seconds for name, build in builds.items()}
    yield _least("index, of raw tantivy-py", 0.8, _ratio(seconds, RAW, TANTIVY))
    for name in (fts5.NAME, lucene.NAME):
        yield _least(f"index, of {name}", 1.0, _ratio(seconds, name, TANTIVY))
    ratio = _ratio(seconds | {"files": files[TANTIVY].seconds}, RAW, "files") if files else None
    yield _least("index of one XML file for each record, of raw tantivy-py", 0.5, ratio)
    size = builds[TANTIVY].size if TANTIVY in builds else None
    yield _most("index bytes per byte of JSON", 1.2, size)
    yield _least("whoosh: index, of stock with two processes", 2, _ratio(seconds, STOCK, WHOOSH))


def _large(usual: Measured, million: Measured | None) -> Iterator[Target]:
    pace = memory = growth = None
    if million and TANTIVY in million.builds:
        small, large = usual.builds[TANTIVY], million.builds[TANTIVY]
        pace = small.seconds / usual.size * million.size / large.seconds
        memory = large.megabytes
        growth = max(
            million.latencies[kind][TANTIVY].p50 / usual.latencies[kind][TANTIVY].p50
            for kind in KINDS
        )
    yield _least("1M: records a second, of 100k", 0.85, pace)
    yield _most("1M: peak memory without mapped files, MB", 700, memory)
    yield _most("1M: p50 of the worst kind, times that of 100k", 4, growth)


def _queries(each: Measured) -> Iterator[Target]:
    for what in ("p50", "p99"):
        yield _every(each, f"query {what}, of raw tantivy-py", 1.25, RAW, what)
        for name in (lucene.NAME, xapian_peer.NAME, fts5.NAME):
            yield _every(each, f"query {what}, of {name}", 1.0, name, what)
    works = each.works
    yield _most("highlighting ten hits, ms", 2, works[HIGHLIGHTS].get(TANTIVY))
    starts = works[COLD] | each.starts
    yield _most("cold query, of `import click, tantivy`", 1.35, _ratio(starts, TANTIVY, IMPORTS))
    yield _least("batch, queries a second", 3000, works[BATCH].get(TANTIVY))


def _whoosh(each: Measured) -> Iterator[Target]:
    yield _every(each, "whoosh: plain words p50, of stock", 0.5, STOCK, "p50", WHOOSH, PLAIN)
    prefix = each.latencies["prefix"].get(WHOOSH)
    yield _most("whoosh: prefix p99, ms", 100, prefix and prefix.p99)
    yield _most("whoosh: cold query, of stock", 0.6, _ratio(each.works[COLD], WHOOSH, STOCK))


def _every(
    each: Measured,
    work: str,
    target: float,
    peer: str,
    what: str,
    of: str = TANTIVY,
    kinds: Iterable[str] = KINDS,
) -> Target:
    """Met when it is for every kind of query that both have; shows the best and the worst."""
    ratios = {
        kind: getattr(asked[of], what) / getattr(asked[peer], what)
        for kind, asked in each.latencies.items()
        if kind in kinds and of in asked and peer in asked
    }
    if not ratios:
        return _most(work, target, None)
    best, worst = min(ratios, key=ratios.__getitem__), max(ratios, key=ratios.__getitem__)
    met = sum(ratio <= target for ratio in ratios.values())
    reached = f"{ratios[best]:.2f} {best} to {ratios[worst]:.2f} {worst}; {met} of {len(ratios)}"
    return Target(work, f"≤ {target:g}, each kind", reached, met == len(ratios))


def _ratio(values: dict[str, float], above: str, below: str) -> float | None:
    return values[above] / values[below] if above in values and below in values else None


def _least(work: str, target: float, reached: float | None) -> Target:
    return Target(work, f"≥ {target:,g}", *_met(reached, reached is not None and reached >= target))


def _most(work: str, target: float, reached: float | None) -> Target:
    return Target(work, f"≤ {target:,g}", *_met(reached, reached is not None and reached <= target))


def _met(reached: float | None, met: bool) -> tuple[str, bool | None]:
    if reached is None:
        return "not measured", None
    return f"{reached:,.0f}" if reached >= 100 else f"{reached:.2f}", met
