"""A record becomes a query for others about the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from json_lines import write_lines

from searcher import analysis
from searcher.errors import UsageError
from searcher.index import Index
from searcher.query.plan import make_plan
from searcher.query.similar import similar_query
from searcher.record import Record

RECORD = Record(
    title="Rash under imatinib",
    abstract="The rash of the patient was treated, and the patient was well in 2012.",
    keywords=("Eosinophilia",),
    doi="10.1234/rash",
)
FREQUENCIES = {"the": 99, "rash": 10, "imatinib": 3, "eosinophilia": 2, "patient": 60, "treat": 40,
               "under": 50, "was": 90, "and": 98}  # fmt: skip


def frequency(term: str) -> int:
    return FREQUENCIES.get(term, 1)


def test_the_rarest_and_most_frequent_words_are_asked_for() -> None:
    query = similar_query(RECORD, frequency, 100, words=3)
    assert str(query) == '(imatinib OR rash OR eosinophilia) NOT docid:"10.1234/rash"'


def test_the_words_mean_the_terms_that_they_were_weighed_as() -> None:
    query = similar_query(RECORD, frequency, 100)
    assert query is not None
    clause = make_plan(query).clause
    terms = [each.term for each in clause.clauses[0].clauses]  # type: ignore[union-attr]
    assert "treat" in terms and set(terms) <= set(FREQUENCIES)
    assert terms.index("rash") < terms.index("the")


def test_a_record_that_shares_no_word_is_like_none() -> None:
    assert similar_query(RECORD, lambda term: 1, 100) is None


def test_numbers_and_letters_are_not_telling() -> None:
    record = Record(title="A b of 2012")
    assert similar_query(record, lambda term: 5, 100) is None
    assert analysis.words("A b of 2012") == ["a", "b", "of", "2012"]


def test_an_index_knows_which_records_are_about_the_same(tmp_path: Path) -> None:
    titles = ["Imatinib and rash", "A rash under imatinib", "Fever", "Imatinib for all"]
    shapes = [{"title": title, "pmid": str(10 + n)} for n, title in enumerate(titles)]
    write_lines(tmp_path / "a.jsonl", *shapes)
    index = Index.open_or_create(tmp_path / "index", "whoosh")
    index.sync([tmp_path / "a.jsonl"])
    with index:
        found = index.similar("10")
        assert [hit.record.pmid for hit in found.hits] == ["11", "13"]
        assert found.reading == '(rash OR imatinib) NOT docid:"10"'
        assert index.similar("12").total == 0
        with pytest.raises(UsageError, match="no record has the docid 99"):
            index.similar("99")
