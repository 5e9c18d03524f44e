"""An index of the whoosh engine is one to plain Whoosh: opened without our engine, read and
searched with Whoosh's own readers, queries, parser and BM25F."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from math import log
from pathlib import Path

import pytest
from contract_records import put
from whoosh import index as whoosh_index
from whoosh import query
from whoosh.qparser import QueryParser
from whoosh.reading import TermNotFound

from searcher.engines import whoosh_engine
from searcher.engines.base import Request
from searcher.query import clauses
from searcher.record import Record

FIRST = (
    Record(
        pmid="11",
        title="Imatinib and a rash",
        abstract="The rash went away. Imatinib was continued, and imatinib helped.",
        keywords=("skin rash", "imatinib"),
        journal="Annals of Skin",
        authors=("Jean-Yves Blay", "Cruz A"),
        doi="10.1000/aa.1",
        year=2012,
        publication_types=("Case Reports",),
    ),
    Record(pmid="12", title="Fever of unknown cause", abstract="A rash and a fever were seen."),
    Record(pmid="13", title="Imatinib in children", abstract="Doses by weight."),
    Record(pmid="14", title="Sleep", abstract="Nights of nurses."),
    Record(pmid="15", title="Nothing on drugs", abstract="Children slept."),
    Record(pmid="16", title="Weight of children", abstract="No rash occurred."),
)
SECOND = (
    Record(pmid="21", title="Rash under imatinib", abstract="Continued in all."),
    Record(pmid="22", title="Unknown nurses", abstract="A fever."),
)


@pytest.fixture
def engine(tmp_path: Path) -> whoosh_engine.WhooshEngine:
    """Two segments; record 13, the third document, is deleted."""
    engine = whoosh_engine.create(tmp_path)
    put(engine, FIRST)
    put(engine, SECOND, delete=("13",))
    return engine


@pytest.fixture
def reader(engine, tmp_path: Path) -> Iterator:
    with whoosh_index.open_dir(str(tmp_path)).reader() as reader:
        yield reader


@pytest.fixture
def searcher(engine, tmp_path: Path) -> Iterator:
    with whoosh_index.open_dir(str(tmp_path)).searcher() as searcher:
        yield searcher


def postings(reader, field: str, term: str) -> list[tuple[int, float, list[int]]]:
    matcher, found = reader.postings(field, term), []
    while matcher.is_active():
        found.append((matcher.id(), matcher.weight(), matcher.value_as("positions")))
        matcher.next()
    return found


def docids(searcher, wanted: query.Query) -> list[str]:
    return sorted(hit["docid"] for hit in searcher.search(wanted, limit=None))


def test_documents_are_counted_and_deletions_known(reader) -> None:
    assert len(list(reader.leaf_readers())) == 2
    assert (reader.doc_count(), reader.doc_count_all()) == (7, 8)
    assert [number for number in range(8) if reader.is_deleted(number)] == [2]
    assert list(reader.all_doc_ids()) == [0, 1, 3, 4, 5, 6, 7]


def test_fields_have_their_own_names(reader) -> None:
    assert sorted(reader.indexed_field_names()) == [
        "abstract", "any", "author", "docid", "doi", "first_author", "journal", "keywords",
        "last_author", "pmid", "title", "type",
    ]  # fmt: skip


def test_a_lexicon_is_the_terms_of_all_segments(reader) -> None:
    assert list(reader.lexicon("title")) == [
        b"a", b"and", b"caus", b"children", b"drug", b"fever", b"imatinib", b"in", b"noth",
        b"nurs", b"of", b"on", b"rash", b"sleep", b"under", b"unknown", b"weight",
    ]  # fmt: skip
    assert list(reader.lexicon("doi")) == [b"10.1000/aa.1"]
    assert list(reader.expand_prefix("any", "n")) == [b"night", b"no", b"noth", b"nurs"]
    terms = list(reader.all_terms())
    assert terms == sorted(terms)
    assert ("type", b"report") in terms
    assert {field for field, _ in terms} == set(reader.indexed_field_names())


def test_a_term_has_its_statistics(reader) -> None:
    assert reader.doc_frequency("title", "imatinib") == 3  # as in Whoosh, with the deleted one
    assert reader.doc_frequency("title", "zebra") == reader.frequency("title", "zebra") == 0
    assert reader.frequency("any", "imatinib") == 6
    info = reader.term_info("abstract", "rash")
    assert (info.doc_frequency(), info.weight(), info.max_weight()) == (3, 3.0, 1.0)
    assert (info.min_length(), info.max_length(), info.min_id(), info.max_id()) == (3, 10, 0, 5)
    with pytest.raises(TermNotFound):
        reader.term_info("abstract", "zebra")


def test_postings_have_weights_and_positions(reader) -> None:
    assert postings(reader, "title", "rash") == [(0, 1.0, [3]), (6, 1.0, [0])]
    assert postings(reader, "abstract", "imatinib") == [(0, 2.0, [4, 8])]
    assert postings(reader, "title", "imatinib") == [(0, 1.0, [0]), (6, 1.0, [2])]
    matcher = reader.postings("doi", "10.1000/aa.1")
    assert (matcher.id(), matcher.weight(), matcher.supports("positions")) == (0, 1.0, False)


def test_any_is_one_field(reader) -> None:
    """In a segment it is two; a record that is in both counts once, with all its positions."""
    assert [(number, weight) for number, weight, _ in postings(reader, "any", "imatinib")] == [
        (0, 4.0),
        (6, 1.0),
    ]
    assert postings(reader, "any", "continu") == [(0, 1.0, [6]), (6, 1.0, [0])]
    first = postings(reader, "any", "rash")[0]
    assert first[2][0] == 1  # in the abstract; then title and keywords, far off
    assert len(first[2]) == 3


def test_lengths_are_exact(reader) -> None:
    assert [reader.doc_field_length(number, "title") for number in range(8)] == [
        4, 4, 3, 1, 3, 3, 3, 2,
    ]  # fmt: skip
    assert reader.field_length("title") == 23
    assert reader.doc_field_length(3, "keywords", default=7) == 7


def test_stored_fields_are_the_record(reader) -> None:
    assert reader.stored_fields(0) == {
        "docid": "11",
        "pmid": "11",
        "title": "Imatinib and a rash",
        "abstract": "The rash went away. Imatinib was continued, and imatinib helped.",
        "keywords": ["skin rash", "imatinib"],
        "journal": "Annals of Skin",
        "authors": ["Jean-Yves Blay", "Cruz A"],
        "doi": "10.1000/aa.1",
        "year": 2012,
        "publication_types": ["Case Reports"],
        "source": {"path": "", "ordinal": 0, "format": "plain"},
    }


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (query.Term("title", "imatinib"), ["11", "21"]),
        (query.Term("doi", "10.1000/aa.1"), ["11"]),
        (query.Term("author", "blay"), ["11"]),
        (query.Or([query.Term("title", "fever"), query.Term("any", "rash")]),
         ["11", "12", "16", "21"]),
        (query.And([query.Term("any", "unknown"), query.Term("any", "fever")]), ["12", "22"]),
        (query.AndNot(query.Term("any", "rash"), query.Term("title", "fever")),
         ["11", "16", "21"]),
        (query.Phrase("abstract", ["imatinib", "was", "continu"]), ["11"]),
        (query.Phrase("any", ["under", "imatinib"]), ["21"]),
        (query.Phrase("any", ["imatinib", "rash"]), []),
        (query.Phrase("keywords", ["rash", "imatinib"]), []),
        (query.Prefix("title", "unk"), ["12", "22"]),
        (query.Wildcard("title", "*ash"), ["11", "21"]),
        (query.FuzzyTerm("title", "imatinb"), ["11", "21"]),
        (query.Every("doi"), ["11"]),
        (query.Every(), ["11", "12", "14", "15", "16", "21", "22"]),
    ],
    ids=repr,
)  # fmt: skip
def test_queries_find_the_right_records(searcher, wanted: query.Query, found: list[str]) -> None:
    assert docids(searcher, wanted) == found


@pytest.mark.parametrize("term", ["imatinib", "rash", "fever", "children", "unknown", "zebra"])
@pytest.mark.parametrize("field", ["any", "title", "abstract"])
def test_whoosh_finds_what_the_engine_finds(engine, searcher, field: str, term: str) -> None:
    reader = engine.reader()
    answer = reader.search(Request(clauses.Term(field, term), limit=10))
    assert docids(searcher, query.Term(field, term)) == sorted(m.docid for m in answer.matches)
    reader.close()


def test_bm25f_puts_the_best_first(searcher) -> None:
    hits = searcher.search(query.Term("title", "imatinib"))
    assert [hit["docid"] for hit in hits] == ["21", "11"]
    # Titles of 3 and 4 tokens, 23 in 8 titles, and the term in 3 of them.
    average, idf = 23 / 8, 1 + log(8 / (3 + 1))
    assert [hit.score for hit in hits] == [
        pytest.approx(idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * length / average))) for length in (3, 4)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("title:rashes", ["11", "21"]),
        ('"unknown causes"', ["12"]),
        ("doi:10.1000/AA.1", ["11"]),
        ("author:Blay", ["11"]),
        ("skin-rash", ["11"]),
    ],
)
def test_the_schema_brings_our_analysis(searcher, typed: str, found: list[str]) -> None:
    assert docids(searcher, QueryParser("any", searcher.schema).parse(typed)) == found


def test_whoosh_highlights_what_was_found(searcher) -> None:
    hits = searcher.search(query.Term("title", "caus"))
    assert hits[0].highlights("title").endswith('<b class="match term0">cause</b>')


def test_hits_are_sorted_by_date(tmp_path: Path) -> None:
    engine = whoosh_engine.create(tmp_path)
    dates = {"1": "2012-06-30", "2": "2021", "3": None, "4": "2012-07"}
    put(engine, (Record(pmid=n, title="Rash", date=date) for n, date in dates.items()))
    put(engine, [Record(pmid="5", title="Rash", date="2013")])
    wanted = query.Term("title", "rash")
    with whoosh_index.open_dir(str(tmp_path)).searcher() as searcher:
        assert len(searcher.reader().leaf_readers()) == 2
        ascending = [hit["docid"] for hit in searcher.search(wanted, sortedby="date")]
        descending = searcher.search(wanted, sortedby="date", reverse=True, limit=2)
        assert ascending == ["3", "1", "4", "5", "2"]
        assert [hit["docid"] for hit in descending] == ["2", "5"]
        assert searcher.reader().column_reader("date")[0] == 20120630


def test_merged_segments_read_the_same(engine, tmp_path: Path) -> None:
    writer = engine.writer()
    writer.optimize()
    writer.close()
    with whoosh_index.open_dir(str(tmp_path)).searcher() as searcher:
        assert searcher.reader().is_atomic()
        assert (searcher.doc_count(), searcher.doc_count_all()) == (7, 7)
        assert searcher.doc_frequency("title", "imatinib") == 2
        assert b"zebra" not in list(searcher.lexicon("any"))
        assert docids(searcher, query.Phrase("any", ["under", "imatinib"])) == ["21"]


def test_an_empty_index_has_nothing(tmp_path: Path) -> None:
    engine = whoosh_engine.create(tmp_path)
    opened = whoosh_index.open_dir(str(tmp_path))
    assert opened.is_empty()
    put(engine, [FIRST[0]])
    put(engine, (), delete=("11",))
    with opened.searcher() as searcher:
        assert searcher.doc_count_all() == 0
        assert list(searcher.reader().all_terms()) == []
        assert docids(searcher, query.Term("title", "imatinib")) == []


def test_the_documented_script_runs(tmp_path: Path) -> None:
    put(whoosh_engine.create(tmp_path), FIRST)
    text = (Path(__file__).parent.parent / "docs" / "whoosh.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    assert code.count("index/gen-000001/engine") == 1
    code = code.replace("index/gen-000001/engine", str(tmp_path))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    docid, score, title = run.stdout.strip().split(" ", 2)
    assert (docid, float(score) > 0, title) == ("11", True, "Imatinib and a rash")


def test_our_own_search_loads_nothing_of_it(engine, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from searcher.engines import whoosh_engine as e\n"
        "from searcher.engines.base import Request; from searcher.query.plan import Term\n"
        f"reader = e.open(Path({str(tmp_path)!r})).reader()\n"
        "assert reader.search(Request(Term('title', 'rash'))).total == 2\n"
        "print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "searcher.engines.whoosh_snapshot" in loaded
    for name in ("fields", "reading", "codec", "writer"):
        assert f"searcher.engines.whoosh_{name}" not in loaded
