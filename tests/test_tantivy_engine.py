"""What is particular to the tantivy engine; the contract has its own tests."""

from __future__ import annotations

import gzip
import json
import sys
import time
import unicodedata
from itertools import islice
from pathlib import Path

import pytest
from contract_records import DOI, RECORDS, found, fresh, put
from hypothesis import given
from hypothesis import strategies as st

from searcher import analysis
from searcher.errors import IndexDamaged, IndexLocked, StorageError
from searcher.query.clauses import Adjacent, All, Has, Near, Term
from searcher.record import Record, Source
from searcher.stemming import english_stemmer

tantivy = pytest.importorskip("tantivy")

from searcher.engines import (  # noqa: E402
    tantivy_encoding,
    tantivy_engine,
    tantivy_query,
    tantivy_rewriting,
    tantivy_schema,
    tantivy_storage,
    tantivy_writer,
    whoosh_engine,
)

TEXT_FIELDS = ("any", "title", "abstract", "keywords", "journal", "mesh", "type", "body", "author")


@pytest.fixture
def engine(tmp_path: Path) -> tantivy_engine.TantivyEngine:
    return tantivy_engine.create(fresh(tmp_path / "engine"))


def segments(directory: Path) -> set[str]:
    return {path.name.split(".")[0] for path in directory.glob("*.idx")}


def keep_ghosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no segment be written anew."""
    monkeypatch.setattr(tantivy_writer.TantivyWriter, "tidy", lambda self, *_: self.commit())


def test_stored_records_lie_in_smaller_blocks_than_tantivys_own(tmp_path: Path) -> None:
    records = [Record(pmid=str(n), title="Rash", abstract="Nausea. " * 50) for n in range(200)]
    sizes = []
    for block in (None, 16384):
        directory = fresh(tmp_path / str(block))
        engine = tantivy_engine.create(directory)
        if block:
            tantivy_storage.set_block_size(str(directory), block)
            engine = tantivy_engine.open(directory)
        put(engine, records)
        sizes.append(sum(path.stat().st_size for path in directory.glob("*.store")))
    assert sizes[0] > sizes[1], "less of the text repeats what is before it in its block"


# --- terms


def assert_same_terms(tmp_path: Path, records: list[Record]) -> None:
    readers = []
    for module in (whoosh_engine, tantivy_engine):
        made = module.create(fresh(tmp_path / module.__name__))
        put(made, records)
        readers.append(made.reader())
    for field in TEXT_FIELDS:
        ours, theirs = (dict(reader.terms(field, "", 10_000_000)) for reader in readers)
        assert ours == theirs, field


def test_both_engines_hold_the_same_terms_as_often(tmp_path: Path) -> None:
    seeds = [path.read_text(encoding="utf-8") for path in Path("seeds").glob("*.txt")]
    odd = [
        "β2-agonist, IL-5 and IL‑5; O’Brien's TNFα",
        "ﬁbrosis straße İstanbul ΑΒΓ Ελλάδα",
        "1,690/µL",
    ]
    texts = [Record(pmid=f"9{n}", abstract=text) for n, text in enumerate(seeds + odd)]
    assert_same_terms(tmp_path, [*RECORDS, *texts])


@pytest.mark.long
def test_both_engines_hold_the_same_terms_of_real_abstracts(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    corpus = request.config.getoption("--corpus")
    if not corpus:
        pytest.skip("no --corpus FILE.jsonl.gz was given")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        shapes = [json.loads(line) for line in islice(lines, 10_000)]
    records = [
        Record(pmid=str(n), title=each["title"], abstract=each["abstract"])
        for n, each in enumerate(shapes)
    ]
    assert_same_terms(tmp_path, records)


def test_the_native_stemmer_gives_the_same_stems() -> None:
    slow = english_stemmer().stemWord
    text = " ".join(record.abstract or "" for record in RECORDS)
    words = analysis.words(text + " skis dying generously inning ponies hoping 5fu ελλαδα y'all")
    assert [tantivy_schema.stem_word(word) for word in words] == [slow(word) for word in words]


@pytest.mark.long
def test_the_native_stemmer_gives_the_same_stems_around_every_letter() -> None:
    slow = english_stemmer().stemWord
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char)[0] in "LN":
            for word in analysis.words(f"{char} a{char}ies {char}ing nation{char}al"):
                assert tantivy_schema.stem_word(word) == slow(word), hex(code)


def test_an_encoded_record_is_one_line_and_always_the_same(engine) -> None:
    for record in RECORDS:
        encoded = engine.encode(record.docid, record)
        assert b"\n" not in encoded
        assert encoded == engine.encode(record.docid, record)
        assert json.loads(encoded)["key"] == json.dumps(record.docid)[1:-1]


WILD = st.text(st.sampled_from('ab é"\\/\n\x00\x7f\u2028\U0001f600\ud800'), max_size=6)
LISTS = st.lists(WILD, max_size=3).map(tuple)


@given(
    record=st.builds(Record, title=st.none() | WILD, abstract=WILD, keywords=LISTS, mesh=LISTS,
                     year=st.none() | st.integers(), source=st.builds(Source, WILD))
)  # fmt: skip
def test_what_is_stored_is_the_record_as_compact_json_in_ascii(record: Record) -> None:
    shape = {**record.to_json(), "docid": "its docid"}
    encoded = tantivy_encoding.encode("its docid", record)
    assert tantivy_encoding.stored(encoded) == json.dumps(shape, separators=(",", ":"))


FEW_TERMS = st.lists(st.sampled_from("abc"), max_size=12)


@given(abstract=FEW_TERMS, others=st.lists(FEW_TERMS, min_size=1, max_size=3))
def test_outside_are_the_least_runs_of_up_to_three_terms_that_the_abstract_lacks(
    abstract: list[str], others: list[list[str]]
) -> None:
    def runs(terms: list[str]) -> set[tuple[str, ...]]:
        return {tuple(terms[i : i + n]) for n in (1, 2, 3) for i in range(len(terms) - n + 1)}

    lacking = set[tuple[str, ...]]().union(*map(runs, others)) - runs(abstract)
    least = {run for run in lacking if not {run[:1], run[1:], run[:2], run[2:]} - {run} & lacking}
    marked = f" {analysis.MARK} ".join(map(" ".join, others)).split()
    found = tantivy_encoding._outside(abstract, " ".join(abstract), marked)
    assert set(found) == {tantivy_schema.GLUE.join(run) for run in least}


# --- the abstract, which has no field of its own


@pytest.mark.parametrize(
    ("title", "abstract", "phrase", "expected"),
    [
        ("a b c", "b c a b", "a b c", False),
        ("a b c", "a b c", "a b c", True),
        ("a b c d", "a b c x b c d", "a b c d", False),
        ("a b c d", "x a b c d", "a b c d", True),
        ("a b", "b a", "a b", False),
        ("a", "b a c b", "a b", False),
        ("a b", "", "a b", False),
    ],
)
def test_a_phrase_of_the_title_is_not_one_of_the_abstract(
    engine, title: str, abstract: str, phrase: str, expected: bool
) -> None:
    words = {"a": "alpha", "b": "beta", "c": "gamma", "d": "delta"}
    spell = lambda text: " ".join(words.get(letter, letter) for letter in text.split())  # noqa: E731
    put(engine, [Record(pmid="1", title=spell(title), abstract=spell(abstract))])
    terms = tuple(spell(phrase).split())
    assert bool(found(engine, Adjacent("abstract", terms))) is expected
    assert found(engine, Adjacent("title", terms[:2])) == (["1"] if len(title) > 1 else [])


def test_nearness_in_the_title_is_none_in_the_abstract(engine) -> None:
    put(engine, [Record(pmid="1", title="rash and fever", abstract=f"rash {'x ' * 9} fever")])
    assert found(engine, Near("abstract", ("rash", "fever"), 3)) == []
    assert found(engine, Near("abstract", ("fever", "rash"), 9)) == ["1"]


# --- writing


def test_a_second_writer_is_told_that_the_index_is_locked(engine) -> None:
    writer = engine.writer()
    with pytest.raises(IndexLocked):
        engine.writer()
    writer.close()
    engine.writer().close()


def test_a_lock_that_cannot_be_taken_is_no_other_writer(engine, tmp_path: Path) -> None:
    engine.writer().close()
    lock = tmp_path / "engine" / ".tantivy-writer.lock"
    lock.unlink()
    lock.mkdir()
    with pytest.raises(StorageError, match="directory"):
        engine.writer()


def test_a_query_that_makes_no_sense_is_no_damage(engine, monkeypatch) -> None:
    put(engine, RECORDS)
    monkeypatch.setattr(tantivy_query, "HAS", "a field that is not there")
    with pytest.raises(ValueError, match="not defined"):
        found(engine, Has("title"))


def test_a_line_of_the_wrong_shape_fails_at_once_and_spoils_nothing(engine) -> None:
    writer = engine.writer()
    writer.add("1", engine.encode("1", RECORDS[0]))
    with pytest.raises(ValueError, match="date"):  # a mistake of ours, not the disk's
        writer.add("2", b'{"date": "not a number"}')
    writer.commit()
    writer.close()
    assert found(engine, All()) == ["1"]


def test_the_next_writer_sweeps_what_a_killed_one_left(engine, tmp_path: Path) -> None:
    put(engine, RECORDS[:2])
    directory = tmp_path / "engine"
    orphan = directory / ("0123456789abcdef" * 2 + ".idx")
    orphan.write_bytes(b"left over")
    (directory / ".tmpAb3").write_bytes(b"")
    put(engine, RECORDS[2:3])
    assert not orphan.exists()
    assert not (directory / ".tmpAb3").exists()
    assert set(found(engine, All())) == {"1", "2", "3"}


def test_deletions_that_a_killed_writer_left_are_swept_and_those_of_the_commit_kept(
    engine, monkeypatch, tmp_path: Path
) -> None:
    keep_ghosts(monkeypatch)
    put(engine, RECORDS)
    put(engine, [], delete=["1"])
    (kept,) = (tmp_path / "engine").glob("*.del")
    stale = kept.with_name(f"{kept.name.split('.')[0]}.999.del")
    stale.write_bytes(kept.read_bytes())
    engine.writer().close()
    assert (kept.exists(), stale.exists()) == (True, False)
    assert engine.reader().size() == len(RECORDS) - 1


def test_a_rewriting_keeps_the_name_of_the_commit(engine, monkeypatch) -> None:
    keep_ghosts(monkeypatch)
    put(engine, RECORDS)
    put(engine, [], delete=["2"])
    name = engine.committed()
    writer = engine.writer()
    writer.optimize()
    assert engine.committed() == name
    writer.add("2", engine.encode("2", RECORDS[1]))
    writer.commit()
    writer.close()
    assert engine.committed() != name
    assert set(found(engine, Term("any", "rash"))) == {"1", "2", DOI}


def numbered(*numbers: int) -> list[Record]:
    return [Record(pmid=str(n), title=f"rash w{n}", abstract="fever " * n) for n in numbers]


def test_small_segments_are_written_anew_and_large_ones_left(engine, tmp_path: Path) -> None:
    put(engine, numbered(*range(1, 21)))
    large = segments(tmp_path / "engine")
    put(engine, numbered(*range(31, 36)))
    writer = engine.writer()
    writer.delete("31")
    writer.tidy(at_most=5)
    left = segments(tmp_path / "engine")
    assert (len(left), large < left, engine.ghosts()) == (2, True, 0)
    writer.delete("1")
    writer.tidy(at_most=5)
    assert (segments(tmp_path / "engine"), engine.ghosts()) == (left, 1)
    writer.delete("2")
    writer.tidy()
    writer.close()
    assert large.isdisjoint(segments(tmp_path / "engine"))
    assert (engine.ghosts(), engine.reader().size()) == (0, 22)


def test_small_segments_become_one_and_larger_ones_follow(engine, monkeypatch) -> None:
    monkeypatch.setattr(tantivy_rewriting, "AT_ONCE", 10)
    with monkeypatch.context() as patch:
        keep_ghosts(patch)
        for first in (1, 11, 21):
            put(engine, numbered(*range(first, first + 5)))
        put(engine, numbered(*range(31, 51)))
        put(engine, [], delete=["1", "11", "21", "31"])
    told = []
    writer = engine.writer()
    writer.tidy(None, lambda done, total: told.append((done, total)))
    writer.close()
    assert (told, engine.ghosts(), engine.reader().size()) == ([(31, 31)], 0, 31)


def test_a_segment_of_which_much_is_deleted_is_written_anew_in_any_case(engine) -> None:
    put(engine, numbered(*range(1, 21)))
    put(engine, [], delete=["1", "2", "3", "4"], at_most=0)
    assert engine.ghosts() == 4
    put(engine, [], delete=["5"], at_most=0)
    assert (engine.ghosts(), engine.reader().size()) == (0, 15)


@pytest.mark.parametrize("gone", ["1", "11"])
def test_a_docid_that_is_there_twice_is_damage_and_no_endless_rewriting(engine, gone: str) -> None:
    for first in (1, 11):
        writer = engine.writer()
        for record in numbered(*range(first, first + 10), *([5] if first > 1 else [])):
            writer.add(record.docid, engine.encode(record.docid, record), new=True)
        writer.commit()
        writer.close()
    put(engine, [])
    writer = engine.writer()
    writer.delete(gone)
    with pytest.raises(IndexDamaged, match="verify --repair"):
        writer.tidy()
    writer.close()


def test_what_is_replaced_within_a_batch_is_no_ghost(engine) -> None:
    writer = engine.writer()
    for record in [*numbered(41, 42, 43), *RECORDS, *numbered(41, 42)]:
        writer.add(record.docid, engine.encode(record.docid, record))
    writer.delete("43")
    writer.tidy()
    writer.close()
    assert (engine.ghosts(), engine.reader().size()) == (0, 2 + len(RECORDS))
    assert engine.reader().frequency("any", "w41") == 1


def test_optimize_leaves_no_trace_of_deleted_records(engine, monkeypatch, tmp_path) -> None:
    keep_ghosts(monkeypatch)
    put(engine, [*RECORDS, *(Record(pmid=f"8{n}", title="rash " * 9) for n in range(9))])
    put(engine, [], delete=[f"8{n}" for n in range(9)])
    assert engine.ghosts() == 9
    writer = engine.writer()
    writer.optimize()
    writer.close()
    assert engine.ghosts() == 0
    clean = tantivy_engine.create(fresh(tmp_path / "clean"))
    put(clean, RECORDS)
    rash = Term("any", "rash")
    both = [each.reader().explain(rash, ["1", "2"]) for each in (engine, clean)]
    assert both[0] == both[1]


def test_ghosts_are_remembered_when_their_segment_is_merged(
    engine, monkeypatch, tmp_path: Path
) -> None:
    keep_ghosts(monkeypatch)
    for first in range(1, 61, 10):
        put(engine, numbered(*range(first, first + 10)))
    put(engine, [], delete=["1", "11"])
    for first in range(61, 91, 10):
        put(engine, numbered(*range(first, first + 10)))
    assert len(segments(tmp_path / "engine")) < 9
    assert not tantivy_storage.read_meta(str(tmp_path / "engine")).deleted
    assert engine.ghosts() == 2
    writer = engine.writer()
    writer.optimize()
    writer.close()
    assert engine.ghosts() == 0


def test_a_merged_segment_is_written_anew_for_its_estimates(
    engine, monkeypatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        keep_ghosts(patch)
        for first in range(1, 61, 10):
            put(engine, numbered(*range(first, first + 10)))
        put(engine, [], delete=["1", "11"])
        for first in range(61, 91, 10):
            put(engine, numbered(*range(first, first + 10)))
    meta = tantivy_storage.read_meta(str(tmp_path / "engine"))
    (merged,) = (each.id for each in meta.segments if each.size == 78)
    before = segments(tmp_path / "engine")
    put(engine, [])
    assert before - segments(tmp_path / "engine") == {merged}
    clean = tantivy_engine.create(fresh(tmp_path / "clean"))
    put(clean, numbered(*(n for n in range(1, 91) if n not in (1, 11))))
    both = [each.reader().explain(Term("any", "fever"), ["2", "90"]) for each in (engine, clean)]
    assert both[0] == both[1]
    assert (engine.ghosts(), engine.reader().size()) == (0, 88)


def test_a_rewriting_that_is_given_up_leaves_all_records_and_writes_no_segment(
    engine, tmp_path: Path
) -> None:
    put(engine, RECORDS)
    before = segments(tmp_path / "engine")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    writer = engine.writer()
    writer.delete("2")
    with pytest.raises(KeyboardInterrupt):
        writer.tidy(None, stop)
    writer.close()
    left = segments(tmp_path / "engine") - before
    assert not any((tmp_path / "engine" / f"{name}.idx").stat().st_size for name in left)
    assert (engine.ghosts(), engine.reader().size()) == (1, len(RECORDS) - 1)
    put(engine, [])
    assert (engine.ghosts(), engine.reader().size()) == (0, len(RECORDS) - 1)


def test_nothing_changes_any_more_after_close(engine, tmp_path: Path) -> None:
    """A merge that goes on in the background would change files behind a manifest's back."""
    writer = engine.writer()
    for batch in range(9):
        for number in range(400):
            docid = f"{batch}-{number}"
            words = " ".join(f"w{number * place}" for place in range(120))
            record = Record(title=f"v{batch}", abstract=f"rash {docid} {words}")
            writer.add(docid, engine.encode(docid, record), new=True)
        writer.commit()
    writer.close()
    stamps = [
        {path.name: path.stat().st_mtime_ns for path in (tmp_path / "engine").iterdir()}
        for _ in (time.sleep(0), time.sleep(0.7))
    ]
    assert stamps[0] == stamps[1]
    assert len(segments(tmp_path / "engine")) < 9
