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

NAMES = ("a.jsonl", "b.jsonl", "deep/c.jsonl", "deep/d.nbib")
WORDS = ("imatinib", "rash", "dasatinib", "fever", "liver")

records = st.fixed_dictionaries(
    {
        "title": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        "abstract": st.sampled_from([None, "A rash was seen.", "It went on and on with fever"]),
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
removals = st.tuples(st.just("remove"), st.sampled_from(NAMES))
touches = st.tuples(st.just("touch"), st.sampled_from(NAMES), st.integers(1, 3))
syncs = st.tuples(st.just("sync"), st.sampled_from(["deep", ".", "."]))
withdrawals = st.tuples(
    st.just("withdraw"),
    st.sampled_from(["e.xml", *NAMES]),
    st.sampled_from(["11", "12"]),
    st.integers(1, 3),
)
changes = st.one_of(writes, writes, writes, moves, removals, touches, withdrawals)
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


def act(folder: Path, step: tuple, index: Index) -> None:
    path = folder / step[1]
    match step:
        case "write", name, shapes, time:
            path.parent.mkdir(exist_ok=True)
            write = as_nbib if name.endswith("nbib") else lambda each: json.dumps(each) + "\n"
            path.write_text("".join(map(write, shapes)))
            os.utime(path, (time, time))
        case "withdraw", _, pmid, time:
            path.parent.mkdir(exist_ok=True)
            path.write_text(WITHDRAWAL.format(pmid))
            os.utime(path, (time, time))
        case "move", _, other:
            if path.exists():
                (folder / other).parent.mkdir(exist_ok=True)
                path.replace(folder / other)
        case "remove", _:
            path.unlink(missing_ok=True)
        case "touch", _, time:
            if path.exists():
                os.utime(path, (time, time))
        case "sync", _:
            if path.exists():
                index.sync([path], SyncOptions(prune=True))


def contents(index: Index) -> dict[str, object]:
    """All that people can see of an index."""
    index.refresh()
    everything = index.search(tree.Everything(), SearchOptions(limit=100, highlight=False))
    words = tree.Words(tuple(tree.Word(word) for word in WORDS[:3]))
    ranked = index.search(words, SearchOptions(limit=100, highlight=False))
    return {
        "records": {hit.record.docid: json.dumps(hit.record.to_json()) for hit in everything.hits},
        "ranked": [(hit.record.docid, round(hit.score, 4)) for hit in ranked.hits],
        "duplicates": index.status().duplicates,
    }


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 2)
    monkeypatch.setattr(batch, "SETTLE_RECORDS", 2)
    monkeypatch.setattr(batch, "COMMIT_RECORDS", 3)
    monkeypatch.setattr(batch, "_DROP_AT_ONCE", 2)


def check(engine: str, history: list) -> None:
    if engine == "tantivy":
        pytest.importorskip("tantivy")
    place = Path(tempfile.mkdtemp())
    try:
        folder = place / "literature"
        folder.mkdir()
        with Index.open_or_create(place / "index", engine) as index:
            for day, end in history:
                for step in [*day, end]:
                    act(folder, step, index)
            # Rewritten with equal size at an equal time, a file cannot be told from itself.
            index.sync([folder], SyncOptions(prune=True, verify_content=True))
            lived = contents(index)
        with Index.open_or_create(place / "again", engine) as fresh:
            fresh.sync([folder])
            scratch = contents(fresh)
        assert lived == scratch
    finally:
        shutil.rmtree(place)


options = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
@settings(max_examples=10, **options)
@given(histories)
def test_any_history_gives_the_index_that_a_build_from_scratch_gives(
    engine: str, history: list
) -> None:
    check(engine, history)


@pytest.mark.long
@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
@settings(max_examples=500, **options)
@given(histories)
def test_any_history_at_length(engine: str, history: list) -> None:
    check(engine, history)
