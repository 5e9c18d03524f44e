"""Records per second and peak memory of every structured format, beside the floor; of pages too.

    python benchmarks/formats.py --corpus RECORDS.jsonl.gz [--size 200] [--formats ris medline]
                                 [--runs 3]
    python benchmarks/formats.py --pages FOLDER [--runs 7]

Files of --size MB are generated from the corpus (JSON Lines with title, abstract, journal, year,
authors, keywords, mesh, doi, pmid) in a temporary directory. Each is read in processes of its
own: only its bytes; by the bare parser (XML: iterparse over every element; JSON: json.loads;
tables: csv; RIS: rispy and MEDLINE: nbib, where they are installed; other text: each line split
into tag and value, gathered by record); into Records. "share" is the rate of records over that
of the bare parser, in CPU seconds, each the median of --runs processes that take turns.

Copied pages (.txt and .md of a folder) are told from other formats and read once each, in mixed
order, in a process that has read none of them before: what rules remember of lines helps only
where different pages share them. What is counted is CPU seconds, without the import of the rules
and the compiling of their patterns (half a second); where the reader is compiled
(SEARCHER_NATIVE=1) the line says so.
"""

from __future__ import annotations

import argparse
import csv
import gc
import importlib.util
import itertools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from xml.etree.ElementTree import iterparse

from layouts import WRITERS, Shape, corpus

from searcher.errors import InputError
from searcher.formats import parse
from searcher.formats.page import reader
from searcher.lazy import lazy_pattern
from searcher.sources import documents


def generate(name: str, source: str, folder: str, size: int) -> Path:
    """A file of `size` MB in this format."""
    write, before, after, ending = WRITERS[name]
    path = Path(folder) / f"{name}.{ending}"
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(before)
        for shape in corpus(source):
            out.write(write(shape))
            if out.tell() > size << 20:
                break
        out.write(after)
    return path


def read_bytes(path: str) -> int:
    with Path(path).open("rb") as stream:
        while stream.read(1 << 20):
            pass
    return 0


def read_bare(path: str) -> int:
    """What the standard library does alone: parse the XML, JSON or table, or split the lines."""
    if path.endswith(".xml"):
        for _, element in iterparse(path):
            if element.tag in ("PubmedArticle", "record", "article"):
                element.clear()
    elif path.endswith(".jsonl"):
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                json.loads(line)
    elif path.endswith(".csv"):
        with Path(path).open(encoding="utf-8", newline="") as lines:
            for _ in csv.reader(lines):
                pass
    elif not read_library(path):
        read_tags(path)
    return 0


def read_library(path: str) -> bool:
    """Read with the library that knows only this layout; False where it is not installed."""
    name = {".ris": "rispy", ".nbib": "nbib"}.get(Path(path).suffix)
    if not name or not importlib.util.find_spec(name):
        return False
    text = Path(path).read_text(encoding="utf-8")
    library = importlib.import_module(name)
    if name == "rispy":
        library.loads(text)
    else:
        # It takes time that grows with the square of the text: a megabyte at a time.
        for piece in itertools.groupby(enumerate(text.split("\n\n")), lambda pair: pair[0] // 400):
            library.read("\n\n".join(record for _, record in piece[1]))
    return True


def read_tags(path: str) -> None:
    """The least that a reader of tagged text does: tags and values, gathered by record."""
    fields: dict[str, list[str]] = {}
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            if line == "\n":
                fields = {}
            elif line[4:5] == "-":
                fields.setdefault(line[:4].rstrip(), []).append(line[6:].rstrip())
            elif fields:
                next(reversed(fields.values()))[-1] += " " + line.strip()


def read_records(path: str) -> int:
    return sum(1 for document in documents(path) for _ in parse(document))


READERS = {"bytes": read_bytes, "bare": read_bare, "records": read_records}

# An invented page, read before the clock starts: it imports the rules.
PAGE = "A title of a page\nAnn Smith, Bo Lee\nAbstract\nTwo patients were seen in 2019.\n"


def measure_pages(folder: str) -> Shape:
    """Read each page of a folder once: count, those that are damaged, bytes, CPU seconds."""
    reader.read_page(PAGE)
    found = [path for path in sorted(Path(folder).rglob("*")) if path.suffix in (".txt", ".md")]
    Random(0).shuffle(found)
    failed = 0
    compile_patterns()
    begin = time.process_time()
    for path in found:
        try:
            read_records(str(path))
        except InputError:
            failed += 1
    seconds = time.process_time() - begin
    size = sum(path.stat().st_size for path in found)
    return {"count": len(found), "failed": failed, "seconds": seconds, "size": size}


def compile_patterns() -> None:
    """All patterns of the rules, which each page would compile some of."""
    kind = type(lazy_pattern(""))
    for each in gc.get_objects():
        if type(each) is kind:
            assert each.pattern is not None


def report_pages(folder: str, runs: int) -> None:
    command = [sys.executable, __file__, "--measure", "pages", folder]
    done = [subprocess.run(command, capture_output=True, check=True) for _ in range(runs)]
    results = [json.loads(each.stdout) for each in done]
    count, size = results[0]["count"], results[0]["size"]
    rates = sorted(count / each["seconds"] for each in results)
    print(f"{count:,} pages of {size / max(count, 1) / 1024:.1f} KB, each read once: ", end="")
    print(f"{statistics.median(rates):,.0f} a second, {rates[0]:,.0f} to {rates[-1]:,.0f}", end="")
    print(f" ({results[0]['failed']} damaged)" if results[0]["failed"] else "", end="")
    print("" if reader.__file__.endswith(".py") else ", compiled")


def measure(how: str, path: Path) -> Shape:
    """Run one reader in a process of its own: count, seconds and peak memory in MB."""
    command = [sys.executable, __file__, "--measure", how, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: Shape = json.loads(done.stdout)
    return result


def measure_all(path: Path, runs: int) -> list[Shape]:
    """What each reader gives, with the median of its seconds; the readers take turns."""
    turns = [[measure(how, path) for how in READERS] for _ in range(runs)]
    seconds = [[each["seconds"] for each in column] for column in zip(*turns, strict=True)]
    medians = map(statistics.median, seconds)
    return [{**last, "seconds": each} for last, each in zip(turns[-1], medians, strict=True)]


def measured(how: str, path: str) -> Shape:
    begin = time.process_time()
    count = READERS[how](path)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"count": count, "seconds": seconds, "peak": peak}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", help="JSON Lines of records, compressed with gzip")
    options.add_argument("--size", type=int, default=200, help="MB of each generated file")
    options.add_argument("--formats", nargs="*", default=list(WRITERS), choices=list(WRITERS))
    options.add_argument("--pages", metavar="FOLDER", help="measure copied pages instead")
    options.add_argument("--runs", type=int, help="processes for each reader (3; for pages 7)")
    options.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.measure:
        how, path = given.measure
        print(json.dumps(measure_pages(path) if how == "pages" else measured(how, path)))
        return
    if given.pages:
        report_pages(given.pages, given.runs or 7)
        return
    if not given.corpus:
        options.error("--corpus or --pages is needed")
    print(f"{'format':<14}{'records':>9}{'rec/s':>9}{'MB/s':>7}", end="")
    print(f"{'bytes s':>9}{'bare s':>8}{'parse s':>9}{'share':>7}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name in given.formats:
            path = generate(name, given.corpus, folder, given.size)
            size = path.stat().st_size / (1 << 20)
            floor, bare, whole = measure_all(path, given.runs or 3)
            seconds = whole["seconds"]
            print(f"{name:<14}{whole['count']:>9,}{whole['count'] / seconds:>9,.0f}", end="")
            print(f"{size / seconds:>7.1f}{floor['seconds']:>9.2f}{bare['seconds']:>8.2f}", end="")
            print(f"{seconds:>9.2f}{bare['seconds'] / seconds:>7.2f}{whole['peak']:>9.0f}")
            path.unlink()


if __name__ == "__main__":
    main()
