"""What is particular to the whoosh engine; the contract has its own tests."""

from __future__ import annotations

import errno
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random

import pytest
from contract_records import put

from searcher.engines import whoosh_codec, whoosh_engine, whoosh_policy, whoosh_storage
from searcher.engines.base import SORTS, Request
from searcher.errors import IndexDamaged, StorageError
from searcher.query.clauses import (
    Adjacent,
    All,
    Between,
    Expansion,
    Has,
    Near,
    Ranked,
    Some,
    Term,
)  # fmt: skip
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
    put(engine, records)
    return engine


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
    put(engine, [RASH])
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


WORDS = ["rash", "imatinib", "fever", "skin", "dose", "trial", "of", "the", "in", "and", "week"]
CLAUSES = (
    *(Term(field, word) for word in WORDS for field in ("any", "title", "abstract")),
    *(Adjacent("any", pair) for pair in pairwise(WORDS)),
    *(Near("abstract", pair, 3) for pair in zip(WORDS, WORDS[2:], strict=False)),
    Expansion("any", "d*", "d"),
    Has("keywords"),
    Between("date", 2012_00_00, 2013_99_99),
)


def random_record(random: Random, number: int) -> Record:
    def text(most: int) -> str:
        return " ".join(random.choices(WORDS, weights=range(11, 0, -1), k=random.randint(0, most)))

    return Record(
        pmid=str(number),
        title=text(6),
        abstract=text(random.choice((20, 20, 600))),
        keywords=tuple(text(3) for _ in range(random.randint(0, 3))),
        journal=random.choice((None, "Skin", "Liver")),
        year=random.choice((None, 2011, 2012, 2013)),
    )


def answers(engine: whoosh_engine.WhooshEngine) -> list[object]:
    reader = engine.reader()
    facets = ("year", "journal", "keywords")
    found = [reader.search(Request(clause, limit=5, facets=facets)) for clause in CLAUSES]
    terms = [reader.terms(field, "", 99) for field in ("any", "keywords", "journal")]
    orders = [
        [match.docid for match in reader.search(Request(All(), limit=200, sort=sort)).matches]
        for sort in SORTS
    ]
    return [found, terms, orders, sorted(map(str, map(reader.get, reader.docids())))]


@pytest.mark.parametrize("run_bytes", [1000, 1 << 30])
@pytest.mark.parametrize("fan", [2, 6])
def test_no_history_of_commits_leaves_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_bytes: int, fan: int
) -> None:
    monkeypatch.setattr(whoosh_codec, "RUN_BYTES", run_bytes)
    monkeypatch.setattr(whoosh_policy.MergePolicy, "FAN", fan)
    monkeypatch.setattr(whoosh_policy.MergePolicy, "SMALL", 10)
    random = Random(fan * run_bytes)
    held: dict[str, Record] = {}
    (tmp_path / "history").mkdir()
    engine = whoosh_engine.create(tmp_path / "history")
    writer = engine.writer()
    for _ in range(12):
        for _ in range(random.randint(1, 12)):
            record = random_record(random, random.randint(1, 60))
            held[record.docid] = record
            writer.add(record.docid, engine.encode(record.docid, record))
        for docid in random.sample(sorted(held), len(held) // 4):
            del held[docid]
            writer.delete(docid)
        writer.commit()
    (tmp_path / "fresh").mkdir()
    assert answers(engine) == answers(fill(tmp_path / "fresh", *held.values()))
    before = answers(engine)
    writer.optimize()
    assert answers(engine) == before
    assert len(list((tmp_path / "history").glob("*.srw"))) == 1


def test_the_best_are_the_same_without_and_with_passing_over(tmp_path: Path) -> None:
    random = Random(11)
    engine = fill(tmp_path, *(random_record(random, number) for number in range(400)))
    reader = engine.reader()
    for _ in range(60):
        words = random.sample(WORDS, random.randint(1, 4))
        terms = tuple(Term("any", word) for word in words)
        pairs = tuple(Near("any", pair, 2) for pair in pairwise(words))
        clause = Ranked(Some(terms), pairs, 0.5) if random.random() < 0.6 else Some(terms)
        everything = reader.search(Request(clause, limit=400))
        for limit, offset in ((1, 0), (10, 0), (5, 20)):
            page = reader.search(Request(clause, limit, offset))
            assert page.matches == everything.matches[offset : offset + limit]
            assert page.total == everything.total


def test_a_changed_byte_is_reported_or_changes_nothing(tmp_path: Path) -> None:
    random = Random(12)
    engine = fill(tmp_path, *(random_record(random, number) for number in range(40)))
    writer = engine.writer()
    writer.delete("3")
    writer.commit()
    expected = answers(engine)
    reported = 0
    for path in sorted(tmp_path.iterdir()):
        whole = path.read_bytes()
        for _ in range(40 if whole else 0):
            place = random.randrange(len(whole))
            damaged = bytearray(whole)
            damaged[place] ^= 1 << random.randrange(8)
            path.write_bytes(random.choice((damaged, whole[:place])))
            try:
                assert answers(whoosh_engine.open(tmp_path)) == expected, (path.name, place)
            except IndexDamaged:
                reported += 1
        path.write_bytes(whole)
    assert reported > 40
    assert answers(engine) == expected


def test_what_killed_writers_left_goes_with_the_next_commit(tmp_path: Path) -> None:
    engine = fill(tmp_path, RASH)
    left = ("_MAIN_7.toc.1700000000.5", "MAIN_0123456789abcdef.srw", "MAIN_0123456789abcdef.run0")
    for name in left:
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "MAIN.tmp").mkdir()
    (tmp_path / "MAIN.tmp" / "half").write_bytes(b"half")
    put(engine, [FEVER])
    assert not [name for name in (*left, "MAIN.tmp") if (tmp_path / name).exists()]
    assert engine.reader().size() == 2


def test_a_full_disk_is_said_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = fill(tmp_path, RASH)
    before = answers(engine)
    with monkeypatch.context() as patched:
        patched.setattr(whoosh_storage, "_sync", full)
        with pytest.raises(StorageError, match="No space left"):
            put(engine, [FEVER])
    assert answers(whoosh_engine.open(tmp_path)) == before
    put(engine, [FEVER])
    assert engine.reader().size() == 2


def full(file: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_an_index_that_was_emptied_goes_on(tmp_path: Path) -> None:
    engine = fill(tmp_path, RASH, FEVER)
    writer = engine.writer()
    for docid in ("1", "2"):
        writer.delete(docid)
    writer.commit()
    name = engine.committed()
    for _ in range(2):
        writer.optimize()
    assert engine.committed() == name
    assert engine.reader().size() == 0
    assert scores(engine, All()) == {}
    writer.delete("1")
    writer.commit()
    writer.close()
    put(engine, [RASH])
    assert engine.committed() != name
    assert len(list(tmp_path.glob("*.srw"))) == 1
    assert scores(engine, All()) == {"1": 0.0}
