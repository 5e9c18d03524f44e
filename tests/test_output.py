"""Results leave in every format as people and programs expect them."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.errors import UsageError
from searcher.output import FORMATS, Style, write_records, write_results
from searcher.output.layout import columns, wrap
from searcher.output.printable import UNSAFE, printable
from searcher.record import Record, Source
from searcher.results import Hit, Results, Snippet

GOLDEN = Path(__file__).parent / "data" / "output"

RASH = Record(
    title="Rash under imatinib: what to do when the skin does not forget what the gut forgave",
    abstract="Purpose: To see a rash.\nResults: The drug was continued, and the rash went away.",
    keywords=("Imatinib", "Skin rash"),
    journal="J Invented Dermatol",
    authors=("Jane Q. Doe", "Léo Martin-Roux"),
    date="2021-10-22",
    year=2021,
    volume="14",
    issue="3",
    pages="1548-1554",
    doi="10.1234/jid.2021.0001",
    pmid="12345678",
    pmcid="PMC7654321",
    publication_types=("Case Reports",),
    mesh=("Imatinib Mesylate/*adverse effects", "Skin"),
    language="eng",
    body="The patient was seen again.",
    source=Source("cases/rash.nbib", 0, "nbib"),
)
NOTE = Record(title="A note", source=Source("notes/a b.txt", 2, "plain"))
SNIPPET = Snippet(
    "abstract", "The drug was continued, and the rash went away.", ((13, 22), (32, 36)), True
)
RESULTS = Results(
    query="rash continuation",
    reading="rash continuation",
    total=12,
    hits=(Hit(1, 2.5, RASH, SNIPPET, ((0, 4),)), Hit(2, 1.25, NOTE)),
    seconds=0.0015,
    warnings=("“the” was left out",),
    facets={
        "year": (("2021", 9), ("2012", 3)),
        "journal": (("J Invented Dermatol", 11), ("Другой журнал", 1)),
    },
    suggestions={"rahs": "rash"},
)


def results_as(format: str, style: Style = Style(), results: Results = RESULTS) -> str:  # noqa: B008
    stream = io.StringIO()
    write_results(results, format, stream, style)
    return stream.getvalue()


def records_as(format: str, *records: Record, style: Style = Style()) -> str:  # noqa: B008
    stream = io.StringIO()
    write_records(iter(records), format, stream, style)
    return stream.getvalue()


def golden(name: str) -> str:
    return (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_results_look_as_in_the_golden_file(format: str) -> None:
    assert results_as(format) == golden(f"results.{format}")


RECORD_FORMATS = [name for name in FORMATS if name != "trec"]
"""A run file is for ranked answers only."""


@pytest.mark.parametrize("format", RECORD_FORMATS)
def test_records_look_as_in_the_golden_file(format: str) -> None:
    assert records_as(format, RASH, NOTE) == golden(f"records.{format}")


def test_colours_mark_words_and_nothing_else_changes() -> None:
    colored = results_as("text", Style(color=True))
    assert "\x1b[1;33mRash\x1b[0m\x1b[1m under imatinib" in colored
    assert "was \x1b[1;33mcontinued\x1b[0m, and the \x1b[1;33mrash\x1b[0m went" in colored
    plain = re.sub(r"\x1b\[[\d;]*m", "", colored)
    assert plain == results_as("text").replace("*", "")


def test_nothing_is_written_for_people_where_nothing_was_found() -> None:
    assert results_as("text", results=Results("x", "x", 0, ())) == ""


def test_facets_without_hits_say_how_many_records_they_count() -> None:
    facets = {"year": (("2021", 3),)}
    assert results_as("text", results=Results("x", "x", 3, (), facets=facets)).splitlines() == [
        "year", "  2021  3  " + "█" * 40, "", "3 records",
    ]  # fmt: skip


def test_a_later_page_says_which_part_it_is() -> None:
    page = Results("x", "x", 1234, (Hit(11, 1.0, NOTE),), offset=10)
    assert results_as("text", results=page).splitlines() == [
        "11. A note", "    notes/a b.txt#2", "", "11 to 11 of 1,234 records",
    ]  # fmt: skip


def test_a_citation_keeps_to_its_line_and_its_year() -> None:
    record = Record(
        title="T", authors=("Jane Doe",), journal="Journal of " * 9, year=2021, doi="10.1/a"
    )
    page = Results("x", "x", 1, (Hit(1, 1.0, record),))
    assert results_as("text", Style(width=40), page).splitlines()[1] == (
        "   Jane Doe · Journal of Journal… · 2021"
    )
    # Where not even the shortest journal fits, the line is cut behind the cut.
    assert results_as("text", Style(width=23), page).splitlines()[1] == ("   Jane Doe · Journal…")


def test_identifiers_are_never_broken_however_narrow_the_terminal() -> None:
    lines = results_as("text", Style(width=30)).splitlines()
    start = lines.index("   doi:10.1234/jid.2021.0001")
    assert lines[start + 1 : start + 3] == ["   pmid:12345678", "   pmcid:PMC7654321"]
    assert "   doi:10.1234/jid.2021.0001" in results_as("text", Style(width=20)).splitlines()


def test_a_passage_of_a_list_says_which_list_it_is() -> None:
    page = Results("x", "x", 1, (Hit(1, 1.0, NOTE, Snippet("mesh", "Skin; Rash", ((0, 4),))),))
    assert results_as("text", results=page).splitlines()[2] == "   MeSH: *Skin*; Rash"


def test_neighbours_are_marked_as_one() -> None:
    snippet = Snippet(
        "abstract", "a skin-rash and a skin rash", ((2, 6), (7, 11), (18, 22), (23, 27))
    )
    page = Results("x", "x", 1, (Hit(1, 1.0, NOTE, snippet),))
    assert "a *skin-rash* and a *skin rash*" in results_as("text", results=page)
    assert "a \x1b[1;33mskin-rash\x1b[0m and" in results_as("text", Style(color=True), page)


def test_a_page_shows_the_ten_most_frequent_values_of_a_facet() -> None:
    counts = tuple((str(2000 + number), 20 - number) for number in range(12))
    page = Results("x", "x", 1, (Hit(1, 1.0, NOTE),), facets={"year": counts})
    assert results_as("text", results=page).splitlines()[3:] == [
        "year",
        *(f"  {2000 + n}  {20 - n}  " + "█" * (40 - 2 * n) for n in range(10)),
        "  … and 2 more",
        "",
        "1 of 1 record",
    ]
    assert len(json.loads(results_as("json", results=page))["facets"]["year"]) == 12


def test_json_has_the_documented_keys() -> None:
    shape = json.loads(results_as("json"))
    assert list(shape) == [
        "schema", "query", "reading", "total", "offset", "seconds", "warnings", "suggestions",
        "facets", "hits",
    ]  # fmt: skip
    assert list(shape["hits"][0]) == [
        "rank", "score", "docid", "title", "abstract", "keywords", "journal", "authors", "date",
        "year", "volume", "issue", "pages", "doi", "pmid", "pmcid", "publication_types", "mesh",
        "language", "body", "source", "title_marks", "snippet",
    ]  # fmt: skip
    assert list(shape["hits"][0]["snippet"]) == [
        "field", "text", "marks", "cut_before", "cut_after",
    ]  # fmt: skip
    assert shape["schema"] == 1
    assert shape["facets"]["year"] == [{"value": "2021", "count": 9}, {"value": "2012", "count": 3}]


def test_the_answers_to_many_queries_share_a_stream_of_lines() -> None:
    stream = io.StringIO()
    for topic in ("a", "b"):
        write_results(RESULTS, "jsonl", stream, Style(topic=topic))
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["topic"], line["rank"]) for line in lines] == [
        ("a", 1),
        ("a", 2),
        ("b", 1),
        ("b", 2),
    ]


def test_fields_choose_what_json_holds() -> None:
    style = Style(fields=("rank", "doi", "title"))
    assert [json.loads(line) for line in results_as("jsonl", style).splitlines()][1] == {
        "rank": 2, "doi": None, "title": "A note",
    }  # fmt: skip
    assert json.loads(records_as("jsonl", NOTE, style=style)) == {"doi": None, "title": "A note"}


def test_an_unknown_format_or_field_is_named() -> None:
    with pytest.raises(UsageError, match="unknown format “xml”"):
        results_as("xml")
    with pytest.raises(UsageError, match="unknown field “dio”"):
        results_as("json", Style(fields=("dio",)))


@pytest.mark.parametrize("format", ["text", "ids", "ris", "bibtex", "nbib", "trec"])
def test_fields_are_refused_where_they_would_change_nothing(format: str) -> None:
    with pytest.raises(UsageError, match=f"{format} has no choice of fields"):
        results_as(format, Style(fields=("doi",)))


ANY_TEXT = st.text(max_size=60)
ANY_RECORD = st.builds(
    Record,
    title=st.none() | st.text(min_size=1, max_size=60),
    abstract=st.none() | st.text(min_size=1, max_size=200),
    keywords=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    journal=st.none() | st.text(min_size=1),
    authors=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    date=st.none() | st.text(min_size=1),
    year=st.none() | st.integers(1, 3000),
    doi=st.none() | st.text(min_size=1),
    body=st.none() | st.text(min_size=1),
    source=st.builds(Source, ANY_TEXT, st.integers(0, 9), ANY_TEXT),
)


@given(ANY_RECORD)
def test_any_record_comes_back_from_json_lines(record: Record) -> None:
    lines = records_as("jsonl", record).splitlines()
    assert [Record.from_json(json.loads(line)) for line in lines] == [record]


@given(ANY_RECORD, st.sampled_from(sorted(FORMATS)))
def test_no_format_lets_a_control_character_through(record: Record, format: str) -> None:
    title = record.title or ""
    hit = Hit(1, 1.0, record, Snippet("title", title, ((0, len(title)),)), ((0, len(title)),))
    facets = {"journal": ((title, 3),)}
    written = results_as(format, results=Results("x", "x", 1, (hit,), facets=facets))
    written += records_as(format, record) if format in RECORD_FORMATS else ""
    allowed = "\n\t" if format == "tsv" else "\n"
    assert re.findall(f"(?![{allowed}])[{UNSAFE}]", written) == []


@given(st.text())
def test_printable_text_keeps_its_length(text: str) -> None:
    assert len(printable(text)) == len(text)
    assert printable(text).encode().decode() == printable(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("rash", 4), ("発疹", 4), ("e\u0301", 1), ("한국", 4), ("a\u200bb", 2), ("ｱ", 1)],
)
def test_columns_of_wide_and_combining_characters(text: str, expected: int) -> None:
    assert columns(text) == expected


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_a_long_word_is_broken_behind_a_hyphen_where_one_is_near_the_end() -> None:
    assert lines_of("4-methylpiperazin-1-yl", 20) == ["4-methylpiperazin-1-", "yl"]
    assert lines_of("4-methylpiperazinylbenzamide", 20) == ["4-methylpiperazinylb", "enzamide"]


def test_long_words_are_broken_but_a_doi_is_not() -> None:
    assert lines_of("a methionylglutaminyl b", 10) == ["a", "methionylg", "lutaminyl", "b"]
    assert lines_of("at 10.1234/a-very-long-one.", 10) == ["at", "10.1234/a-very-long-one."]
    assert lines_of("発疹の治療", 5) == ["発疹", "の治", "療"]


@given(st.text(alphabet="ab 発e\u0301 ", max_size=50), st.integers(2, 20))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = lines_of(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


def test_writing_json_imports_only_what_it_needs() -> None:
    code = (
        "import io, sys; from searcher.results import Results\n"
        "from searcher.output import Style, write_results\n"
        "write_results(Results('', '', 0, ()), 'json', io.StringIO(), Style())\n"
        "print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    assert {"searcher.output.jsonshape", "json.encoder"} <= set(loaded.split())
    assert not {"csv", "textwrap", "searcher.output.text", "unicodedata"} & set(loaded.split())
