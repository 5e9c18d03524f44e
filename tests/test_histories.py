"""An index depends on the files that are there, never on how they came to be there."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searcher.index import Index, SearchOptions, SyncOptions
from searcher.query import tree
from searcher.sync import batch, reading

NAMES = ("lit/a.jsonl", "lit/b.jsonl", "lit/deep/c.jsonl", "lit/deep/d.nbib", "more/e.jsonl")
WORDS = ("imatinib", "rash", "dasatinib", "fever", "liver")

records = st.fixed_dictionaries(
    {
        "title": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        "abstract": st.sampled_from([None, "A rash was seen."])
        | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
        "pmid": st.sampled_from([None, "11", "12", "13"]),
        "doi": st.sampled_from([None, None, "10.1000/a", "10.1000/b", "10.1000/c"]),
    }
)
writes = st.tuples(
    st.just("write"),
    st.sampled_from(NAMES),
    st.lists(records, min_size=1, max_size=4),
    st.integers(1, 3),
)
moves = st.tuples(st.just("move"), st.sampled_from(NAMES), st.sampled_from(NAMES))
swaps = st.tuples(st.just("swap"), st.sampled_from(NAMES), st.sampled_from(NAMES))
copies = st.tuples(st.just("copy"), st.sampled_from(NAMES), st.sampled_from(NAMES))
removals = st.tuples(st.just("remove"), st.sampled_from(NAMES))
touches = st.tuples(st.just("touch"), st.sampled_from(NAMES), st.integers(1, 3))
syncs = st.tuples(
    st.just("sync"),
    st.sampled_from([("lit/deep",), ("lit",), ("more",), ("lit", "more"), ("lit", "more")]),
)
withdrawals = st.tuples(
    st.just("withdraw"),
    st.sampled_from(["lit/e.xml", *NAMES]),
    st.sampled_from(["11", "12"]),
    st.integers(1, 3),
)
changes = st.one_of(writes, writes, writes, moves, swaps, copies, removals, touches, withdrawals)
days = st.lists(changes, min_size=1, max_size=4)
histories = st.lists(st.tuples(days, syncs), min_size=1, max_size=6)


def as_nbib(shape: dict[str, str | None]) -> str:
    lines = [f"PMID- {shape['pmid'] or ''}", f"TI  - {shape['title']}"]
    if shape["abstract"]:
        lines.append(f"AB  - {shape['abstract']}")
    if shape["doi"]:
        lines.append(f"LID - {shape['doi']} [doi]")
    return "\n".join(lines) + "\n\n"


WITHDRAWAL = """<?xml version="1.0"?><PubmedArticleSet>
<DeleteCitation><PMID Version="1">{}</PMID></DeleteCitation></PubmedArticleSet>"""


class Life:
    """A folder and its index; distinct: whether no two files have the same time."""

    def __init__(self, folder: Path, index: Index, distinct: bool) -> None:
        self.folder, self.index = folder, index
        self._distinct = distinct
        self._ticks = 0

    def date(self, path: Path, time: int) -> None:
        self._ticks += self._distinct
        moment = time * 10**9 + self._ticks * 10**6
        os.utime(path, ns=(moment, moment))

    def write(self, path: Path, text: str, time: int) -> None:
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text)
        self.date(path, time)

    def act(self, step: tuple) -> None:
        path = self.folder / step[1] if isinstance(step[1], str) else self.folder
        match step:
            case "write", name, shapes, time:
                write = as_nbib if name.endswith("nbib") else lambda each: json.dumps(each) + "\n"
                self.write(path, "".join(map(write, shapes)), time)
            case "withdraw", _, pmid, time:
                self.write(path, WITHDRAWAL.format(pmid), time)
            case (("move" | "swap" | "copy" as how), _, other) if path.exists():
                self.put(how, path, self.folder / other)
            case "remove", _:
                path.unlink(missing_ok=True)
            case "touch", _, time if path.exists():
                self.date(path, time)
            case "sync", roots:
                self.sync([path for path in map(self.folder.joinpath, roots) if path.exists()])

    def put(self, how: str, path: Path, other: Path) -> None:
        other.parent.mkdir(exist_ok=True, parents=True)
        if how == "copy":
            text, time = path.read_text(), path.stat().st_mtime_ns
            self.write(other, text, time // 10**9)
        elif how == "swap" and other.exists() and path != other:
            path.rename(self.folder / "between")
            other.rename(path)
            (self.folder / "between").rename(other)
        else:
            path.replace(other)

    def sync(self, roots: list[Path], **options: bool) -> None:
        if not roots:
            return
        before = self.index.status().files if self.index.path.exists() else 0
        report = self.index.sync(roots, SyncOptions(prune=True, **options))
        assert before + report.added - report.removed == self.index.status().files
        again = self.index.sync(roots)
        assert again.read == again.files - again.unchanged == 0
        assert self.index.verify().problems == ()


def contents(index: Index) -> dict[str, object]:
    """All that people can see of an index."""
    index.refresh()
    everything = index.search(tree.Everything(), SearchOptions(limit=100, highlight=False))
    words = tree.Words(tuple(tree.Word(word) for word in WORDS[:3]))
    ranked = index.search(words, SearchOptions(limit=100, highlight=False))
    return {
        "records": {hit.record.docid: json.dumps(hit.record.to_json()) for hit in everything.hits},
        # Three digits: sums of floats depend on the order in which tantivy comes across the words.
        "ranked": [(hit.record.docid, round(hit.score, 3)) for hit in ranked.hits],
        "duplicates": index.status().duplicates,
    }


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 2)
    monkeypatch.setattr(batch, "SETTLE_RECORDS", 2)
    monkeypatch.setattr(batch, "COMMIT_RECORDS", 3)
    monkeypatch.setattr(batch, "_DROP_AT_ONCE", 2)


def check(engine: str, history: list, distinct: bool) -> None:
    if engine == "tantivy":
        pytest.importorskip("tantivy")
    place = Path(tempfile.mkdtemp())
    try:
        roots = [place / "lit", place / "more"]
        for root in roots:
            root.mkdir()
        with Index.open_or_create(place / "index", engine) as index:
            life = Life(place, index, distinct)
            for day, end in history:
                for step in [*day, end]:
                    life.act(step)
            # Rewritten with equal size at an equal time, a file cannot be told from itself.
            life.sync(roots, verify_content=not distinct)
            lived = contents(index)
        with Index.open_or_create(place / "again", engine) as fresh:
            fresh.sync(roots)
            scratch = contents(fresh)
        assert lived == scratch
    finally:
        # A thread of tantivy may still tidy up in there: seen once in a thousand histories.
        shutil.rmtree(place, ignore_errors=True)


options = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
@settings(max_examples=10, **options)
@given(histories, st.booleans())
def test_any_history_gives_the_index_that_a_build_from_scratch_gives(
    engine: str, history: list, distinct: bool
) -> None:
    check(engine, history, distinct)


@pytest.mark.long
@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
@settings(max_examples=500, **options)
@given(histories, st.booleans())
def test_any_history_at_length(engine: str, history: list, distinct: bool) -> None:
    check(engine, history, distinct)
