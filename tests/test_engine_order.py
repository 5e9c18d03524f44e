"""The contract of engines/base.py on order, facets and damage, the same for every engine."""

from __future__ import annotations

import random
from itertools import chain, pairwise
from pathlib import Path

import pytest
from contract_records import DOI, EVERYTHING, NOTE, found, fresh, numbered, put

from searcher.engines import base
from searcher.engines.base import Request
from searcher.errors import IndexDamaged
from searcher.frozen import replace
from searcher.query.clauses import Adjacent, All, Clause, Every, Near, Ranked, Some, Term
from searcher.record import Record


def test_a_word_in_the_title_ranks_above_the_same_word_in_the_abstract(engine) -> None:
    a = Record(pmid="1", title="Fever in men", abstract="A rash of two days")
    b = Record(pmid="2", title="Rash in men", abstract="A fever of two days")
    put(engine, [a, b])
    assert found(engine, Term("any", "rash")) == ["2", "1"]


def test_rare_words_and_shorter_texts_rank_higher(engine) -> None:
    rare = Record(pmid="91", abstract="rare words in it")
    longer = Record(pmid="92", abstract="rare words in a much longer text than it")
    put(engine, [*numbered(8, abstract="common words in it"), rare, longer])
    both = Some((Term("any", "rare"), Term("any", "common")))
    assert found(engine, both) == ["91", "92", *"12345678"]


@pytest.mark.parametrize("clause", [All(), Term("any", "same"), Every((Term("title", "same"),))])
def test_ties_come_by_docid_also_past_the_cut(engine, clause: Clause) -> None:
    records = numbered(60, title="Same words")
    random.Random(4).shuffle(records)
    for start in range(0, 60, 20):
        put(engine, records[start : start + 20])
    expected = sorted(record.docid for record in records)
    pages = [found(engine, clause, limit=7, offset=offset) for offset in range(0, 70, 7)]
    assert list(chain(*pages)) == expected
    assert found(engine, clause, limit=1) == ["1"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["3", "1", "2", DOI, NOTE]),
        ("oldest", ["2", "1", "3", DOI, NOTE]),
        ("journal", ["2", "1", "3", DOI, NOTE]),
        ("title", ["3", NOTE, "2", "1", DOI]),
    ],
)
def test_sorts_put_absent_values_last_and_ignore_case(
    filled, sort: str, expected: list[str]
) -> None:
    assert found(filled, All(), sort=sort) == expected
    pages = [found(filled, All(), sort=sort, limit=2, offset=offset) for offset in (0, 2, 4)]
    assert list(chain(*pages)) == expected
    assert all(m.score == 0.0 for m in filled.reader().search(Request(All(), sort=sort)).matches)


@pytest.mark.parametrize("sort", ["newest", "oldest", "journal", "title"])
def test_sorts_break_ties_by_docid(engine, sort: str) -> None:
    records = numbered(25, title="Same", journal="Same", date="2012-05", year=2012)
    random.Random(5).shuffle(records)
    for start in range(0, 25, 10):
        put(engine, records[start : start + 10])
    expected = sorted(record.docid for record in records)
    pages = [found(engine, All(), sort=sort, limit=4, offset=each) for each in range(0, 28, 4)]
    assert list(chain(*pages)) == expected


def test_facets_count_all_matches_most_frequent_first(filled) -> None:
    request = Request(All(), limit=1, facets=base.FACETS)
    assert filled.reader().search(request).facets == {
        "year": (("2012", 2), ("2021", 1)),
        "journal": (("Journal of Drug Safety", 1), ("Zeitschrift", 1), ("annals of Medicine", 1)),
        "keywords": (("Fièvre", 1), ("fever", 1), ("imatinib mesylate", 1), ("skin rash", 1)),
        "type": (("Case Reports", 2), ("Review", 2)),
    }
    only = filled.reader().search(Request(Term("any", "fever"), facets=("type",)))
    assert only.facets == {"type": (("Review", 1),)}


def test_a_value_that_a_record_names_twice_counts_once(engine) -> None:
    put(engine, [Record(pmid="1", title="A", keywords=("rash", "rash"))])
    answer = engine.reader().search(Request(All(), facets=("keywords",)))
    assert answer.facets == {"keywords": (("rash", 1),)}


def test_every_history_gives_the_same_order_and_scores(module, tmp_path) -> None:
    """Orders of adding, batches, replacements and deletions leave no trace in a result."""
    draw = random.Random(6)
    words = ["rash", "fever", "imatinib", "asthma", "cell", "study"]
    records = [
        Record(pmid=str(n), title=" ".join(draw.choices(words, k=2)),
               abstract=" ".join(draw.choices(words, k=draw.randint(3, 60))))
        for n in range(80)
    ]  # fmt: skip
    clauses = [Term("any", "rash"), Some(tuple(Term("any", word) for word in words[:3]))]
    orders = []
    for history in range(3):
        engine = module.create(fresh(tmp_path / str(history)))
        mixed = draw.sample(records, len(records)) if history else records
        if history == 2:
            put(engine, [replace(each, abstract="rash " * 9) for each in mixed[:30]])
            put(engine, numbered(99, title="rash")[80:])
        size = (80, 17, 40)[history]
        for start in range(0, 80, size):
            put(engine, mixed[start : start + size])
        if history == 2:
            put(engine, [], delete=[str(n) for n in range(80, 100)])
        reader = engine.reader()
        orders.append(
            [[(m.docid, round(m.score, 3)) for m in reader.search(Request(c, 100)).matches]
             for c in clauses]
        )  # fmt: skip
    assert orders[0] == orders[1] == orders[2]


# --- damage


def test_a_directory_of_garbage_is_damaged(module, filled, tmp_path) -> None:
    for path in (tmp_path / "contract").iterdir():
        path.write_bytes(b"not what it was")
    with pytest.raises(IndexDamaged):
        module.open(tmp_path / "contract").reader().search(Request(All()))


def test_an_empty_directory_is_damaged(module, tmp_path) -> None:
    with pytest.raises(IndexDamaged):
        module.open(fresh(tmp_path / "empty")).reader()


def test_a_cut_file_is_reported_or_does_no_harm(module, filled, tmp_path) -> None:
    directory = tmp_path / "contract"
    reported = 0
    for path in sorted(each for each in directory.iterdir() if each.stat().st_size):
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        try:
            reader = module.open(directory).reader()
            assert {m.docid for m in reader.search(Request(All())).matches} == EVERYTHING
            assert found(module.open(directory), Term("any", "adult")) == ["1"]
        except IndexDamaged:
            reported += 1
        path.write_bytes(whole)
    assert reported
    assert set(found(module.open(directory), All())) == EVERYTHING


WORDS = ("imatinib", "rash", "fever", "liver", "heart")
PAIRS = tuple(Near("any", pair, 3) for pair in pairwise(WORDS))
TOGETHER = [
    Ranked(Some(tuple(Term("any", word) for word in WORDS)), PAIRS, 1.0),
    Near("any", WORDS[:2], 2),
    Near("title", WORDS[:3], 2),
    Near("abstract", WORDS[:3], 1),
    Adjacent("any", WORDS[:2] * 2),
]
"""What asks for terms that stand together, in texts in which they often do."""


@pytest.mark.parametrize("clause", TOGETHER, ids=["words", "near", "title", "abstract", "phrase"])
def test_how_records_are_spread_over_commits_has_no_part_in_scores(
    module, tmp_path: Path, clause: Clause
) -> None:
    chance = random.Random(7)
    texts = [chance.choices(WORDS, (16, 8, 4, 2, 1), k=12 + n % 20) for n in range(40)]
    records = [
        Record(pmid=str(n), title=" ".join(text[:8]), abstract=" ".join(text[8:]))
        for n, text in enumerate(texts, 1)
    ]
    one, many = (module.create(fresh(tmp_path / name)) for name in ("one", "many"))
    put(one, records)
    records.sort(key=lambda record: record.abstract.count("imatinib"))
    for start in range(0, 40, 10):
        put(many, records[start : start + 10])
    ranked = [each.reader().search(Request(clause, limit=40)).matches for each in (one, many)]
    assert len(ranked[0]) > 5
    assert [match.docid for match in ranked[0]] == [match.docid for match in ranked[1]]
    scores = [[match.score for match in each] for each in ranked]
    assert scores[0] == pytest.approx(scores[1], abs=2e-4)  # sums of another order
