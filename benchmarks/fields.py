"""Field accuracy on files with a known truth: python benchmarks/fields.py DIR [--show].

DIR holds one folder per layout, with FILE and NAME.gold.json beside each other. Each field of
each file is right, missing, or wrong (another value, or one where the file carries none);
values are compared after folding case, white space and final punctuation. A field whose truth
is null and for which nothing is found is right as well, and counted apart. Authors are judged
where the truth speaks of them: as the same people in their order, by surname and initials; a list
with anybody else is wrong, any other one is missing.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from searcher.engines.values import name_forms
from searcher.errors import InputError
from searcher.formats import detect, parse
from searcher.record import Record
from searcher.sources import documents

FIELDS = ("title", "journal", "year", "doi", "abstract_start", "abstract_end", "keywords")
AUTHORS = "authors"
"""Judged where a truth has it, as many have not."""

BESIDES = ("pmid", "pmcid", "mesh")
"""Judged where a truth has them as well, and counted apart."""

OUTCOMES = ("right", "absent", "missing", "wrong")


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one file: `outcome` is one of OUTCOMES ("absent": rightly left empty)."""

    layout: str
    file: str
    format: str
    field: str
    outcome: str
    expected: Any
    got: Any


def fold(text: str) -> str:
    """Without differences of case, white space, typographic signs and final punctuation."""
    text = re.sub(r"[‐‑‒–—−]", "-", text.casefold())
    text = re.sub(r"[‘’`´]", "'", re.sub("[“”„]", '"', text))
    return " ".join(text.split()).strip(" .,;:")


def judge(
    gold: dict[str, Any], record: Record | None, besides: bool = False
) -> Iterator[tuple[str, str, Any, Any]]:
    """(field, outcome, expected, got) for each field that the truth speaks about."""
    others = [each for each in BESIDES if besides and each in gold]
    for field in (*FIELDS, *(AUTHORS,) * (AUTHORS in gold), *others):
        expected = gold.get(field)
        if field == "abstract_end" and expected is None and gold.get("abstract_start"):
            continue  # the abstract is cut off in the file: its end is nobody's truth
        got = _value(field, record)
        if not expected:
            yield field, "wrong" if got else "absent", expected, got
        elif not got:
            yield field, "missing", expected, got
        elif _matches(field, gold, got):
            yield field, "right", expected, got
        else:
            known = field == AUTHORS and not strangers(expected, got)
            yield field, "missing" if known else "wrong", expected, got


def _value(field: str, record: Record | None) -> Any:
    if record is None:
        return None
    if field.startswith("abstract"):
        return record.abstract
    return getattr(record, field)


def _matches(field: str, gold: dict[str, Any], got: Any) -> bool:
    expected = gold[field]
    if field == "journal":
        return fold(got) in {fold(expected), fold(gold.get("journal_abbrev") or expected)}
    if field == "abstract_start":
        unlabelled = re.sub(r"^[^:\n]{2,60}:\s", "", got)
        wanted = fold(expected)
        return fold(got).startswith(wanted) or fold(unlabelled).startswith(wanted)
    if field == "abstract_end":
        return fold(got).endswith(fold(expected))
    if field == "mesh":
        headings = [heading.split("/")[0].strip("*") for heading in got]
        return list(map(fold, headings)) == list(map(fold, expected))
    if field == "keywords":
        return [fold(word) for word in got] == [fold(word) for word in expected]
    if field == AUTHORS:
        return people(got) == people(expected)
    return fold(str(got)) == fold(str(expected))


def people(names: Iterable[str]) -> list[str]:
    """Surname and initials of each name, as a search for an author compares them."""
    return [fold(name_forms(name)[-1]) for name in names]


def strangers(expected: Iterable[str], got: Iterable[str]) -> list[str]:
    """Those of the names found that are none of the people expected."""
    known = set(people(expected))
    return [name for name in got if known.isdisjoint(people([name]))]


def read(path: Path) -> tuple[Record | None, str]:
    """The first record of a file, and the format that it was read as."""
    try:
        for document in documents(str(path)):
            for record in parse(document):
                if isinstance(record, Record):
                    return record, record.source.format
    except InputError as error:
        return None, f"error: {error}"
    return None, "nothing"


def detected(path: Path) -> str:
    """The format of the first document of a file, which is not read."""
    try:
        return next((detect(document)[0].name for document in documents(str(path))), "nothing")
    except InputError as error:
        return f"error: {error}"


def judge_directory(directory: Path, besides: bool = False) -> Iterator[Judged]:
    """Every field of every file below a directory that has a truth beside it."""
    for truth in sorted(directory.rglob("*.gold.json")):
        gold = json.loads(truth.read_text(encoding="utf-8"))
        stem = truth.name.removesuffix(".gold.json")
        for path in sorted(truth.parent.glob(f"{stem}.*")):
            if path != truth and path.name.rsplit(".", 1)[0] == stem:
                record, name = read(path)
                layout = str(truth.parent.relative_to(directory))
                for field, outcome, expected, got in judge(gold, record, besides):
                    yield Judged(layout, path.name, name, field, outcome, expected, got)


def print_table(judged: list[Judged]) -> None:
    """Right of carried, per layout and field; then missing and wrong over all."""
    print(f"{'layout':32}{'format':10}" + heading(judged))
    for layout in sorted({each.layout for each in judged}):
        rows = [each for each in judged if each.layout == layout]
        formats = ",".join(sorted({each.format for each in rows}))
        print(f"{layout[:31]:32}{formats[:9]:10}" + cells(rows))
    for name, pages in (("pages", True), ("structured", False)):
        rows = [each for each in judged if _is_page(each) == pages]
        if rows:
            print(f"{'all ' + name:42}" + cells(rows))
            counts = Counter(each.outcome for each in rows)
            shares = ", ".join(
                f"{outcome} {counts[outcome]} ({100 * counts[outcome] / len(rows):.1f} %)"
                for outcome in OUTCOMES
            )
            print(f"  fields {len(rows)}: {shares}")
            if wrong := _count_strangers(rows):
                print(f"  names that are none of the authors': {wrong}")


def _count_strangers(rows: list[Judged]) -> int:
    listed = [each for each in rows if each.field == AUTHORS]
    return sum(len(strangers(each.expected or (), each.got or ())) for each in listed)


def _is_page(each: Judged) -> bool:
    read_as_page = each.format in ("page", "plain", "html")
    return read_as_page and each.file.rsplit(".", 1)[-1] in ("txt", "md", "html", "htm")


def heading(rows: list[Judged]) -> str:
    """The names of the fields over their cells."""
    return "".join(f"{field[:12]:>15}" for field in _asked(rows))


def _asked(rows: list[Judged]) -> tuple[str, ...]:
    return FIELDS + (AUTHORS,) * any(each.field == AUTHORS for each in rows)


def cells(rows: list[Judged]) -> str:
    """A cell for each field: right/carried, -missing, !wrong."""
    return "".join(f"{cell(rows, field):>15}" for field in _asked(rows))


def cell(rows: list[Judged], field: str) -> str:
    """How one field was read."""
    counts = Counter(each.outcome for each in rows if each.field == field)
    carried = counts["right"] + counts["missing"] + counts["wrong"]
    missing = f" -{counts['missing']}" if counts["missing"] else ""
    wrong = f" !{counts['wrong']}" if counts["wrong"] else ""
    return f"{counts['right']}/{carried}{missing}{wrong}"


def print_outcomes(judged: list[Judged], outcomes: tuple[str, ...]) -> None:
    """Every value of these outcomes beside the one expected."""
    for each in judged:
        if each.outcome in outcomes:
            got = each.got if not isinstance(each.got, str) else _shorten(each)
            print(f"{each.outcome:8}{each.layout}/{each.file} {each.field}")
            print(f"        expected {each.expected!r}\n        got      {got!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--show", action="store_true", help="list every missing and wrong value")
    options = parser.parse_args()
    every = list(judge_directory(options.directory, besides=True))
    judged = [each for each in every if each.field not in BESIDES]
    if not judged:
        print(f"no *.gold.json below {options.directory}", file=sys.stderr)
        return 2
    print_table(judged)
    print("besides: " + ", ".join(f"{field} {cell(every, field)}" for field in BESIDES))
    print("cells: right/carried, -missing, !wrong or invented")
    if options.show:
        print_outcomes(every, ("missing", "wrong"))
    return 0


def _shorten(each: Judged) -> str:
    return each.got[-160:] if each.field == "abstract_end" else each.got[:160]


if __name__ == "__main__":
    raise SystemExit(main())
