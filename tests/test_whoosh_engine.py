"""What is particular to the whoosh engine; the contract has its own tests."""

from __future__ import annotations

from math import log
from pathlib import Path

import pytest

from searcher.engines import whoosh_engine
from searcher.engines.base import Request
from searcher.errors import IndexDamaged
from searcher.query.plan import Adjacent, Near, Term
from searcher.record import Record, Source

RASH = Record(
    pmid="1",
    title="Imatinib and a rash",
    abstract="The rash went away. Imatinib was continued.",
    keywords=("skin rash", "imatinib"),
    year=2012,
)
FEVER = Record(pmid="2", title="Fever of unknown cause", abstract="A rash and a fever.", year=2021)


def fill(directory: Path, *records: Record) -> whoosh_engine.WhooshEngine:
    engine = whoosh_engine.create(directory)
    put(engine, *records)
    return engine


def put(engine: whoosh_engine.WhooshEngine, *records: Record) -> None:
    writer = engine.writer()
    for record in records:
        writer.add(record.docid, engine.encode(record.docid, record))
    writer.commit()
    writer.close()


def scores(engine: whoosh_engine.WhooshEngine, clause: object) -> dict[str, float]:
    answer = engine.reader().search(Request(clause))  # type: ignore[arg-type]
    return {match.docid: match.score for match in answer.matches}


def test_a_term_scores_bm25_on_exact_lengths(tmp_path: Path) -> None:
    engine = fill(tmp_path, RASH, FEVER)
    # Two records, both titles of four tokens, "fever" in one of them once.
    assert scores(engine, Term("title", "fever")) == {
        "2": pytest.approx(log(1 + 1.5 / 1.5) * 2.2 / (1 + 1.2))
    }


def test_deleted_records_leave_no_trace_in_scores(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    fresh = fill(tmp_path / "a", RASH, FEVER)
    other = Record(pmid="3", title="Rash, rash and rash", body="imatinib " * 50)
    engine = fill(tmp_path / "b", other, FEVER)
    put(engine, RASH)
    writer = engine.writer()
    writer.delete("3")
    writer.commit()
    for clause in (Term("any", "rash"), Term("any", "imatinib"), Term("any", "fever")):
        assert scores(engine, clause) == scores(fresh, clause)


def test_a_phrase_never_spans_two_values(tmp_path: Path) -> None:
    engine = fill(tmp_path, RASH)
    assert not scores(engine, Adjacent("keywords", ("rash", "imatinib")))
    assert not scores(engine, Near("keywords", ("imatinib", "skin"), 99))
    assert scores(engine, Adjacent("keywords", ("skin", "rash")))


def test_docids_that_differ_in_case_or_hold_odd_characters_stay_apart(tmp_path: Path) -> None:
    paths = ["A.txt", "a.txt", "line\nbreak.txt", "bad\udcff.txt"]
    records = [Record(title="Same", source=Source(path)) for path in paths]
    engine = fill(tmp_path, *records)
    reader = engine.reader()
    assert sorted(reader.docids()) == sorted(f"{path}#0" for path in paths)
    assert all(reader.get(f"{path}#0") is not None for path in paths)


def test_a_cut_file_is_reported(tmp_path: Path) -> None:
    fill(tmp_path, RASH)
    table = next(tmp_path.glob("*.toc"))
    table.write_bytes(table.read_bytes()[:20])
    with pytest.raises(IndexDamaged):
        whoosh_engine.open(tmp_path)
