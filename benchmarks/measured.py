"""What one run found out about one size of corpus."""

from __future__ import annotations

from dataclasses import dataclass, field

from asking import Latency

# Whole pieces of work, and how tables call them.
COLD = "cold query, ms"
HIGHLIGHTS = "highlighting ten hits, ms"
BATCH = "batch, queries a second"
NEW = "100 new records, ms"

PASS = "python -c pass"
IMPORTS = "python -c 'import click, tantivy'"


@dataclass(frozen=True)
class Build:
    """Medians of some builds of an index, and the most memory; size: bytes of the index for each
    byte of JSON."""

    seconds: float
    cpu: float
    megabytes: float
    size: float
    runs: int


@dataclass
class Measured:
    """Everything of one size, by the names of peers: builds (`files`: of one XML file for each
    record), latencies by kind, works by kind; and the milliseconds that Python starts in."""

    size: int
    bytes_of_json: int
    builds: dict[str, Build] = field(default_factory=dict)
    files: dict[str, Build] = field(default_factory=dict)
    latencies: dict[str, dict[str, Latency]] = field(default_factory=dict)
    works: dict[str, dict[str, float]] = field(default_factory=dict)
    starts: dict[str, float] = field(default_factory=dict)
