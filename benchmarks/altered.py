"""Field accuracy on pages altered as other ways of saving would have them.

    python benchmarks/altered.py DIR [--ways NAME...] [--one-in N] [--show] [--totals]

DIR is a folder as fields.py takes it; its pages (.txt and .md) are altered in each way of
alterations.py, read, and judged as there. A rule that knows a page by heart fails on these.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from alterations import WAYS, Gold, carried
from fields import Judged, cells, detected, heading, judge, print_outcomes, read

AS_IT_IS = "as_it_is"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was saved, and its truth."""

    path: Path
    text: str
    gold: Gold


def pages(directory: Path) -> Iterator[Page]:
    """The pages below a directory that have a truth beside them."""
    for truth in sorted(directory.rglob("*.gold.json")):
        stem = truth.name.removesuffix(".gold.json")
        for suffix in (".txt", ".md"):
            path = truth.with_name(stem + suffix)
            if path.is_file() and detected(path) in ("page", "plain"):
                text = path.read_text(encoding="utf-8", errors="replace")
                yield Page(path, text, json.loads(truth.read_text(encoding="utf-8")))


def judge_altered(page: Page, way: str, directory: Path) -> Iterator[Judged]:
    """Every field of a page altered in a way, which is written to the directory to be read."""
    altered = page.text if way == AS_IT_IS else WAYS[way](page.text, page.gold)
    gold = carried(page.gold, page.text, altered)
    path = directory / page.path.name
    path.write_text(altered, encoding="utf-8", newline="")
    record, name = read(path)
    for field, outcome, expected, got in judge(gold, record):
        yield Judged(way, page.path.name, name, field, outcome, expected, got)


def judge_all(every: Iterable[Page], ways: Iterable[str], one_in: int = 1) -> Iterator[Judged]:
    """Every field of every page as it is and in each way; with `one_in`, each way on another
    share of the pages, which their names choose."""
    known = list(every)
    with tempfile.TemporaryDirectory() as directory:
        for way in (AS_IT_IS, *ways):
            for page in known:
                if crc32(f"{way} {page.path.name}".encode()) % one_in == 0:
                    yield from judge_altered(page, way, Path(directory))


def totals(judged: Iterable[Judged]) -> dict[str, dict[str, int]]:
    """How many fields are right and how many wrong in each way."""
    counts: dict[str, Counter[str]] = {}
    for each in judged:
        counts.setdefault(each.layout, Counter())[each.outcome] += 1
    return {way: {"right": n["right"], "wrong": n["wrong"]} for way, n in counts.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS), metavar="NAME")
    parser.add_argument("--one-in", type=int, default=1, metavar="N", help="a share of the pages")
    parser.add_argument("--show", action="store_true", help="list every wrong value")
    parser.add_argument("--totals", action="store_true", help="right and wrong of each way, JSON")
    options = parser.parse_args()
    judged = list(judge_all(pages(options.directory), options.ways, options.one_in))
    if not judged:
        print(f"no pages with *.gold.json below {options.directory}", file=sys.stderr)
        return 2
    if options.totals:
        lines = [f" {json.dumps(way)}: {json.dumps(n)}" for way, n in totals(judged).items()]
        print("{\n" + ",\n".join(lines) + "\n}")
        return 0
    print_table(judged)
    if options.show:
        print_outcomes(judged, ("wrong",))
    return 0


def print_table(judged: list[Judged]) -> None:
    """Right of carried, missing and wrong of each field, per way."""
    print(f"{'way':20}{heading(judged)}{'wrong':>8}")
    for way in dict.fromkeys(each.layout for each in judged):
        rows = [each for each in judged if each.layout == way]
        wrong = sum(each.outcome == "wrong" for each in rows)
        print(f"{way:20}{cells(rows)}{wrong:8}")
    print("cells: right/carried, -missing, !wrong or invented")


if __name__ == "__main__":
    raise SystemExit(main())
