"""What is exported loads in other programs, and spreadsheets run none of it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from test_output import ANY_RECORD, NOTE, RASH, RESULTS, records_as, results_as

from searcher.errors import UsageError
from searcher.output import COLUMNS, Style, write_results
from searcher.output.cells import BETWEEN_VALUES
from searcher.record import Record, Source
from searcher.results import Hit, Results

HOSTILE = Record(
    title="100% of {A_1} & B~C ^ $5 #1 \\alpha --- does ''it'' hold?",
    abstract="AIM: one\nER  - two\nTY  - three",
    authors=("de la Cruz M", "Aristotle", "RASH Study Group"),
    keywords=("one, two",),
    date="2020-03",
    year=2020,
    pages="S1-S9; discussion S10",
    doi="10.1016/s0140-6736(05)12_3",
    publication_types=("Journal Article", "Research Support, Non-U.S. Gov't"),
)


@given(ANY_RECORD)
def test_csv_parses_back_to_the_cells(record: Record) -> None:
    columns = ("title", "abstract", "keywords", "year")
    text = records_as("csv", record, style=Style(fields=columns))
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == columns
    cells = dict(zip(header, row, strict=True))
    assert cells["year"] == (str(record.year) if record.year else "")
    expected = BETWEEN_VALUES.join(record.keywords)
    assert len(cells["keywords"]) in (len(expected), len(expected) + 1)


@given(ANY_RECORD)
def test_tsv_is_one_line_a_record(record: Record) -> None:
    lines = records_as("tsv", record, record).split("\n")
    assert len(lines) == 4 and lines[3] == ""
    assert len({line.count("\t") for line in lines[:3]}) == 1


@pytest.mark.parametrize("format", ["csv", "tsv"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_cell_is_never_a_formula(format: str, start: str) -> None:
    record = Record(title=start + "HYPERLINK(1)", source=Source("-x"))
    rows = results_as(format, Style(fields=("title", "source")), one(record)).splitlines()
    assert rows[1].strip('"').startswith("'")
    assert "\t'-x#0" in rows[1] or ",'-x#0" in rows[1]


def one(record: Record) -> Results:
    return Results("x", "x", 1, (Hit(1, 1.0, record),))


def test_tables_have_the_columns_that_are_asked_for() -> None:
    style = Style(fields=("rank", "pmid", "snippet", "body"))
    assert results_as("tsv", style).splitlines() == [
        "rank\tpmid\tsnippet\tbody",
        "1\t12345678\tThe drug was continued, and the rash went away.\tThe patient was seen again.",
        "2\t\t\t",
    ]
    assert records_as("csv", RASH, style=style).splitlines()[0] == "pmid,body"
    assert records_as("csv", RASH, style=Style(fields=COLUMNS)).startswith(",".join(COLUMNS))


def test_run_files_have_six_columns_whatever_the_names() -> None:
    style = Style(topic="Q 1", run_tag="my run")
    assert results_as("trec", style) == (
        "Q%201 Q0 12345678 1 2.5 my%20run\nQ%201 Q0 notes/a%20b.txt#2 2 1.25 my%20run\n"
    )


def test_records_without_a_query_have_no_run() -> None:
    with pytest.raises(UsageError, match="answers to queries"):
        records_as("trec", NOTE)


def test_many_answers_share_a_run_file() -> None:
    stream = io.StringIO()
    for topic in ("1", "2"):
        write_results(RESULTS, "trec", stream, Style(topic=topic))
    assert [line.split()[0] for line in stream.getvalue().splitlines()] == ["1", "1", "2", "2"]


def test_rispy_loads_the_references() -> None:
    rispy = pytest.importorskip("rispy")
    first, second, third = rispy.loads(records_as("ris", RASH, NOTE, HOSTILE))
    assert first["title"] == RASH.title
    assert first["authors"] == ["Doe, Jane Q.", "Martin-Roux, Léo"]
    assert (first["start_page"], first["end_page"]) == ("1548", "1554")
    assert (first["doi"], first["accession_number"]) == (RASH.doi, RASH.pmid)
    assert first["keywords"] == ["Imatinib", "Skin rash"]
    assert second == {"type_of_reference": "JOUR", "title": "A note"}
    assert third["authors"] == ["de la Cruz, M", "Aristotle", "RASH Study Group"]
    assert third["abstract"] == "AIM: one ER - two TY - three"


def test_bibtexparser_loads_the_entries() -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(
        records_as("bibtex", RASH, NOTE, HOSTILE, RASH),
        append_middleware=[bibtexparser.middlewares.LatexDecodingMiddleware()],
    )
    assert library.failed_blocks == []
    first, second, third, again = library.entries
    assert first.key == "doe2021-12345678"
    assert again.key == "doe2021-12345678:2"
    assert second.key == "notes/a-b.txt-2-a543e221"
    assert first["title"].strip("{}") == RASH.title
    assert first["author"] == "Doe, Jane Q. and Martin-Roux, Léo"
    assert first["month"] == "oct"
    assert third["author"] == "de la Cruz, M and Aristotle and RASH Study Group"
    for character in "%&~$#_\\":
        assert character in third["title"]


def test_nbib_loads_the_citations() -> None:
    nbib = pytest.importorskip("nbib")
    first, second, third = nbib.read(records_as("nbib", RASH, NOTE, HOSTILE))
    assert (first["pubmed_id"], first["doi"]) == (12345678, RASH.doi)
    assert first["title"] == RASH.title
    assert [author["author"] for author in first["authors"]] == ["Doe, Jane Q.", "Martin-Roux, Léo"]
    assert first["descriptors"][0] == {
        "descriptor": "Imatinib Mesylate", "qualifier": "adverse effects", "major": True,
    }  # fmt: skip
    assert second["title"] == "A note"
    assert third["publication_types"] == list(HOSTILE.publication_types)
