"""The contract of engines/base.py, the same for every engine."""

from __future__ import annotations

import json
import pickle
import random
import time

import pytest
from contract_records import CASES, ENGINES, EVERYTHING, NOTE, RECORDS, found, fresh, put

from searcher.engines.base import Request
from searcher.frozen import replace
from searcher.options import SearchOptions
from searcher.query import clauses, plan
from searcher.query.clauses import Adjacent, All, Every, Expansion, Near, Ranked, Some, Term
from searcher.record import Record, Source
from searcher.searching import search


def test_the_engine_says_its_name(engine) -> None:
    assert engine.name in ENGINES
    assert type(engine).__module__ == f"searcher.engines.{engine.name}_engine"


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(("clause", "expected"), [each[1:] for each in CASES],
                         ids=[each[0] for each in CASES])  # fmt: skip
def test_a_clause_finds_exactly_its_records(corpora, name, clause, expected) -> None:
    if name not in corpora:
        pytest.skip(f"{name} is not here")
    reader = corpora[name].reader()
    answer = reader.search(Request(clause, limit=100))
    assert {match.docid for match in answer.matches} == expected
    assert answer.total == len(expected) == reader.count(clause)


# --- writing


def test_nothing_is_visible_before_the_commit_and_all_after_it(engine) -> None:
    writer = engine.writer()
    writer.add("1", engine.encode("1", RECORDS[0]))
    assert engine.reader().size() == 0
    writer.commit()
    assert engine.reader().size() == 1
    writer.add("2", engine.encode("2", RECORDS[1]))
    writer.commit()
    assert sorted(engine.reader().docids()) == ["1", "2"]
    writer.close()


def test_close_throws_away_what_is_not_committed(engine) -> None:
    writer = engine.writer()
    writer.add("1", engine.encode("1", RECORDS[0]))
    writer.close()
    put(engine, [RECORDS[1]])
    assert found(engine, All()) == ["2"]


def test_what_is_committed_is_there_after_reopening(module, filled, tmp_path) -> None:
    assert set(found(module.open(tmp_path / "contract"), All())) == EVERYTHING


@pytest.mark.parametrize("batches", [1, 2])
def test_adding_again_replaces(engine, batches: int) -> None:
    writer = engine.writer()
    for title in ("Old", "Older", "New"):
        writer.add("7", engine.encode("7", Record(pmid="7", title=title)))
        if batches > 1:
            writer.commit()
    writer.commit()
    writer.close()
    assert found(engine, All()) == found(engine, Term("title", "new")) == ["7"]
    assert found(engine, Term("any", "old")) == []
    assert engine.reader().size() == 1


def test_a_record_known_to_be_new_is_added(engine) -> None:
    writer = engine.writer()
    writer.add("7", engine.encode("7", Record(pmid="7", title="First")), new=True)
    writer.commit()
    writer.close()
    assert found(engine, All()) == ["7"]


def test_delete_takes_out_what_is_committed_and_what_is_not(engine) -> None:
    put(engine, RECORDS[:2])
    writer = engine.writer()
    writer.add("3", engine.encode("3", RECORDS[2]))
    for docid in ("3", "1", "never there"):
        writer.delete(docid)
    writer.commit()
    writer.close()
    assert found(engine, All()) == ["2"]
    assert engine.reader().get("1") is None
    assert engine.reader().count(Term("any", "adult")) == 0


def test_a_record_deleted_and_added_again_is_there(engine) -> None:
    put(engine, RECORDS[:1])
    writer = engine.writer()
    writer.delete("1")
    writer.add("1", engine.encode("1", RECORDS[0]))
    writer.commit()
    writer.close()
    assert found(engine, All()) == ["1"]


def test_optimize_commits_and_keeps_everything(filled) -> None:
    writer = filled.writer()
    writer.delete("2")
    writer.optimize()
    writer.add("9", filled.encode("9", Record(pmid="9", title="Added after it")))
    writer.commit()
    writer.close()
    assert set(found(filled, All())) == EVERYTHING - {"2"} | {"9"}
    assert found(filled, Term("title", "adult")) == ["1"]


def test_scores_after_any_changes_are_those_of_an_index_without_them(
    module, engine, tmp_path
) -> None:
    others = [Record(pmid=f"8{n}", title="rash fever " * n) for n in range(9)]
    put(engine, [*others, *RECORDS])
    put(engine, [replace(record, title="Something else") for record in RECORDS])
    put(engine, [*RECORDS[1:], *RECORDS[:1]], delete=[f"8{n}" for n in range(1, 9)])
    clean = module.create(fresh(tmp_path / "clean"))
    put(clean, [*RECORDS, others[0]])
    for word in ("rash", "fever", "imatinib"):
        docids = found(clean, Term("any", word))
        lived, scratch = (
            each.reader().explain(Term("any", word), docids) for each in (engine, clean)
        )
        assert lived == scratch, word
    assert engine.ghosts() == 0


def test_the_commit_has_a_name_that_changes_with_each(module, engine, tmp_path) -> None:
    names = [engine.committed()]
    for record in RECORDS[:2]:
        put(engine, [record])
        names.append(engine.committed())
    assert len(set(names)) == 3
    assert module.open(tmp_path / "contract").committed() == names[-1]
    engine.writer().close()
    assert engine.committed() == names[-1]


def test_the_encoded_record_gives_back_what_is_stored(filled) -> None:
    for record in RECORDS:
        encoded = filled.encode(record.docid, record)
        stored = filled.stored(encoded)
        assert stored == filled.reader().get(record.docid)
        assert json.loads(stored) == json.loads(json.dumps(record.to_json()))
        assert Record.from_json(json.loads(stored)) == record


def test_odd_docids_stay_apart(engine) -> None:
    paths = ["A.txt", "a.txt", "line\nbreak", "bad\udcff", "bad\\udcff", 'quo"te', "é", "nul\0",
             "long" * 300]  # fmt: skip
    records = [Record(title="Same", source=Source(path)) for path in paths]
    put(engine, records)
    assert sorted(engine.reader().docids()) == sorted(record.docid for record in records)
    assert all(json.loads(engine.reader().get(each.docid)) == each.to_json() for each in records)
    put(engine, [], delete=[records[3].docid])
    assert engine.reader().size() == len(paths) - 1
    assert engine.reader().get(records[4].docid) is not None


def test_odd_text_is_kept_as_it_is(engine) -> None:
    record = Record(pmid="1", title="\udc80 \0 𝛼 İ", abstract="x" * 70_000 + " rash", body="\ufffe")
    put(engine, [record, Record(pmid="2")])
    assert Record.from_json(json.loads(engine.reader().get("1"))) == record
    assert found(engine, Term("abstract", "rash")) == ["1"]
    assert found(engine, Term("title", "alpha")) == ["1"]


# --- reading


def test_an_answer_counts_the_commit_that_it_is_of(engine) -> None:
    put(engine, RECORDS[:2])
    reader = engine.reader()
    answer = reader.search(Request(All(), limit=1))
    put(engine, RECORDS[2:3])
    reader.refresh()
    assert (answer.total, reader.search(Request(All(), limit=0)).total) == (2, 3)


def test_a_reader_sees_one_commit_until_it_is_refreshed(engine) -> None:
    put(engine, RECORDS[:1])
    reader = engine.reader()
    put(engine, RECORDS[1:2], delete=["1"])
    assert reader.size() == reader.count(All()) == 1
    assert reader.get("1") is not None
    reader.refresh()
    assert list(reader.docids()) == ["2"]
    assert reader.get("1") is None
    reader.close()


def test_get_and_docids(filled) -> None:
    reader = filled.reader()
    assert sorted(reader.docids()) == sorted(EVERYTHING)
    assert json.loads(reader.get(NOTE))["title"] == "Continuation of treatment"
    assert reader.get("nobody") is reader.get("notes/x.txt#0") is None


def test_a_match_carries_docid_score_and_stored_json(filled) -> None:
    reader = filled.reader()
    first, *_ = reader.search(Request(Term("any", "adult"))).matches
    assert (first.docid, first.stored) == ("1", reader.get("1"))
    assert first.score > 0


def test_a_hit_knows_docid_and_title_of_a_record_that_nobody_has_read(engine) -> None:
    titles = {"1": 'A "quoted" \\ title\tof β-blockers \ud83d', "2": None, "10.1000/é": "x"}
    records = [Record(pmid=docid, title=title) for docid, title in titles.items()]
    put(engine, [Record(pmid="7", title=""), *records])
    hits = search(engine.reader(), "*", SearchOptions(highlight=False)).hits
    assert {hit.docid: hit.title for hit in hits} == {"7": None, **titles}
    assert [hit.title for hit in hits] == [hit.record.title for hit in hits]
    assert hits == search(engine.reader(), "*", SearchOptions(highlight=False)).hits
    assert "β-blockers" in repr(pickle.loads(pickle.dumps(hits)))


def test_limit_0_gives_the_total_alone(filled) -> None:
    answer = filled.reader().search(Request(Term("any", "rash"), limit=0, facets=("year",)))
    assert (answer.total, answer.matches) == (3, ())
    assert answer.facets == {"year": (("2012", 2),)}


def test_terms_are_the_most_frequent_first(filled) -> None:
    reader = filled.reader()
    assert reader.terms("abstract", "r", 10) == [("rash", 3)]
    assert reader.terms("any", "c", 3) == [("case", 2), ("continu", 2), ("cruz", 2)]
    assert reader.terms("title", "", 2) == [("of", 2), ("adult", 1)]
    assert reader.terms("abstract", "adul", 5) == reader.terms("any", "zz", 5) == []
    assert reader.terms("doi", "10.1000/a", 5) == [("10.1000/aa.1", 1)]


def test_frequency_counts_records(filled) -> None:
    reader = filled.reader()
    assert reader.frequency("abstract", "rash") == 3
    assert reader.frequency("abstract", "adult") == reader.frequency("title", "zz") == 0
    assert reader.frequency("pmcid", "pmc77") == reader.frequency("title", "adult") == 1


def test_deleted_records_leave_terms_and_counts(filled) -> None:
    put(filled, [], delete=["1"])
    reader = filled.reader()
    assert reader.frequency("title", "adult") == 0
    assert reader.terms("title", "adult", 5) == []
    assert sorted(reader.docids()) == sorted(EVERYTHING - {"1"})


def test_an_expansion_is_bounded_and_says_so(engine, monkeypatch) -> None:
    import sys

    for name, each in list(sys.modules.items()):
        if name.startswith("searcher.") and hasattr(each, "MAX_EXPANSION"):
            monkeypatch.setattr(each, "MAX_EXPANSION", 3)
    words = ["abca", "abcb", "abcc", "abcd", "abcd", "abcx"]
    put(engine, [Record(pmid=str(n), title=word) for n, word in enumerate(words)])
    answer = engine.reader().search(Request(Expansion("title", "abc*", "abc"), limit=10))
    assert sorted(match.docid for match in answer.matches) == ["0", "1", "3", "4"]
    assert answer.total == 4
    assert len(answer.notes) == 1
    assert "abc*" in answer.notes[0]


def test_explain_says_what_each_leaf_adds(filled) -> None:
    rash, fever = Term("any", "rash"), Term("any", "fever")
    near = Near("any", ("rash", "fever"), 8)
    clause = Ranked(Some((rash, fever)), (near,), 0.5)
    reader = filled.reader()
    scores = {m.docid: m.score for m in reader.search(Request(clause)).matches}
    one, two, nobody = reader.explain(clause, ["1", "2", "nobody"])
    assert set(one) == {str(rash)}
    assert set(two) == {str(rash), str(fever), str(near)}
    assert nobody == {}
    assert sum(one.values()) == pytest.approx(scores["1"], rel=1e-3)
    assert sum(two.values()) == pytest.approx(scores["2"], rel=1e-3)


def test_explain_adds_up_to_the_score(filled) -> None:
    rash, fever = Term("any", "rash"), Term("any", "fever")
    adults = Every((Term("any", "adult"), Term("any", "imatinib")))
    phrase = Adjacent("any", ("rash", "in", "adult"))
    reader = filled.reader()
    for clause in (
        Some((rash, Every((fever, Term("any", "mice"))))),
        Some((Every((rash, fever)), adults)),
        Some((Ranked(adults, (rash,)), fever)),
        Ranked(rash, (phrase, Term("any", "adult"), adults)),
        Ranked(Every((rash,), (fever,)), (phrase,), 0.5),
        Ranked(Some((rash, fever)), (phrase,)),
    ):
        matches = reader.search(Request(clause)).matches
        parts = reader.explain(clause, [match.docid for match in matches])
        assert len(matches) > 0
        for match, each in zip(matches, parts, strict=True):
            assert sum(each.values()) == pytest.approx(match.score, rel=1e-3), clause


def test_a_word_said_a_thousand_times_takes_no_time(engine) -> None:
    put(engine, [Record(pmid=str(n), abstract="the rash " * 100) for n in range(40)])
    reader = engine.reader()
    started = time.process_time()
    assert reader.count(Adjacent("any", ("the",) * 5000)) == 0
    assert reader.count(Near("any", ("the",) * 200, 500)) == 0
    assert time.process_time() - started < 1.5


def test_truncated_words_near_each_other_take_no_time_however_many(engine) -> None:
    put(engine, [Record(pmid=str(n), abstract="the rash rashes " * 100) for n in range(40)])
    reader = engine.reader()
    rash, all_words = Expansion("any", "rash*", "rash"), Expansion("any", "?*", "")
    started = time.process_time()
    assert reader.count(Near("any", (rash,) * 200, 99)) == 40
    assert reader.count(Near("any", (rash,) * 200, 98)) == 0
    assert reader.count(Near("any", (all_words, rash, "the") * 100, 0)) == 40
    assert reader.count(Near("any", (rash, "the") * 101, 500)) == 0
    assert reader.count(Near("any", (rash,) * 1200, 1000)) == 0
    assert time.process_time() - started < 1.5


def test_a_phrase_holds_truncated_words_of_hundreds_of_terms(engine) -> None:
    letters = random.Random(1)
    ends = ["".join(letters.choices("bcdfg", k=12)) for _ in range(700)]
    put(engine, [Record(pmid="1", title="rash u"), Record(pmid="2", title="u"),
                 *(Record(pmid=str(n), title=f"a{end} x b{end} rash") for n, end in
                   enumerate(ends, 3))])  # fmt: skip
    first, second = Expansion("any", "a*", "a"), Expansion("any", "b*", "b")
    reader = engine.reader()
    assert reader.count(Adjacent("any", (second, "rash"))) == 700
    assert reader.count(Adjacent("any", (first, "rash"))) == 0
    assert reader.count(Adjacent("any", (first, "x", second))) == 700
    assert reader.count(Adjacent("any", (first, second))) == 0


def test_a_bonus_moves_what_stands_together_to_the_front(engine) -> None:
    far = "imatinib alpha beta gamma delta epsilon zeta eta theta iota kappa lambda rash"
    near = "alpha beta gamma delta epsilon imatinib zeta rash eta theta iota kappa lambda"
    put(engine, [Record(pmid="1", abstract=far), Record(pmid="2", abstract=near)])
    words = Some((Term("any", "imatinib"), Term("any", "rash")))
    bonus = Ranked(words, (Near("any", ("imatinib", "rash"), 4),), plan.PAIR_WEIGHT)
    assert found(engine, words) == ["1", "2"]
    assert found(engine, bonus) == ["2", "1"]


def test_in_a_large_index_common_words_gain_nothing_by_standing_near_each_other(
    engine, monkeypatch
) -> None:
    far, near = "imatinib a b c d e rash", "a b imatinib c rash d e"
    records = [
        Record(pmid=str(n), abstract=text) for n, text in enumerate([far, near, *"abcdefgh"])
    ]
    put(engine, records)
    words = Some((Term("any", "imatinib"), Term("any", "rash")))
    pair = Near("any", ("imatinib", "rash"), 4)
    rare, common = (Ranked(words, (pair,), 0.5, most) for most in (0.2, 0.1))
    assert found(engine, common) == ["1", "0"]
    monkeypatch.setattr(clauses, "LARGE", len(records))
    assert found(engine, rare) == ["1", "0"]
    assert found(engine, common) == ["0", "1"]
    reader = engine.reader()
    assert str(pair) in reader.explain(rare, ["1"])[0]
    assert str(pair) not in reader.explain(common, ["1"])[0]
    reader.close()
