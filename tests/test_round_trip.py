"""What is exported and read again is the same record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_output import NOTE, RASH, records_as
from test_output_exports import HOSTILE

from searcher.formats import parse
from searcher.frozen import replace
from searcher.record import Record, Source
from searcher.sources import documents

SECTIONS = Record(
    title="Methods: a title that has a label, and is long enough to be folded in two lines: one",
    abstract=(
        "Background and aims: " + "The skin is not the gut, and a rash is no fever. " * 3 + "\n"
        "Methods: We looked, and then we looked again at all that there was to be seen in it.\n"
        "RESULTS: 1,690/μL (95% CI: 1.2 to 3.4); p < 0.05. Of note: it went away.\n"
        "Conclusions (all): No."
    ).replace(" \n", "\n"),
    authors=("Blay JY", "Doe J Jr", "RASH Study Group"),
    keywords=("skin rash", "drug, new"),
    journal="Invented & Co",
    date="2020",
    year=2020,
    pages="e12",
    doi="10.1234/a_b%c",
)
PLAIN = replace(
    SECTIONS, abstract="No label here, but 2: numbers. And e.g.: signs.", mesh=("Skin",)
)
READERS = {"ris": "ris", "nbib": "medline", "bibtex": "bibtex", "jsonl": "jsonl", "json": "jsonl"}
ODD = replace(HOSTILE, abstract="AIM: one\nTY: two")
RECORDS = [RASH, NOTE, SECTIONS, PLAIN, ODD]


def round_trip(format: str, directory: Path, *records: Record) -> list[Record]:
    path = directory / f"out.{format}"
    path.write_text(records_as(format, *records), encoding="utf-8", newline="")
    (document,) = documents(str(path))
    found = list(parse(document, None if len(records) > 1 else READERS[format]))
    return [bare(record) for record in found if isinstance(record, Record)]


def bare(record: Record) -> Record:
    """The record without what citation formats do not carry: its place and its body."""
    return replace(record, source=Source(""), body=None)


@pytest.mark.parametrize("format", READERS)
def test_a_file_of_records_comes_back(format: str, tmp_path: Path) -> None:
    assert round_trip(format, tmp_path, *RECORDS) == [bare(record) for record in RECORDS]


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("length", range(60, 90))
def test_sections_come_back_wherever_their_lines_end(
    format: str, length: int, tmp_path: Path
) -> None:
    first = ("Aim: " + "word " * 30)[:length].strip() + "."
    record = replace(SECTIONS, abstract=f"{first}\nMaterials and methods: Two.\nResults: Three.")
    assert round_trip(format, tmp_path, record) == [record]


def test_a_line_of_an_abstract_is_never_taken_for_a_tag(tmp_path: Path) -> None:
    record = replace(RASH, abstract="Aim: One.\nER - two.\nTY - three.")
    (found,) = round_trip("ris", tmp_path, record)
    assert found == replace(bare(record), abstract="Aim: One. ER - two. TY - three.")


WORDS = st.text(alphabet="aB1 .-'`~^&%$#_\\{}\"@=+*/<>()[]:?!αé—", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(["ris", "nbib", "bibtex"]), WORDS, WORDS)
def test_any_title_and_abstract_come_back(
    tmp_path: Path, format: str, title: str, abstract: str
) -> None:
    record = Record(
        title=f"T {title}".strip(), abstract=f"A {abstract}".strip(), journal="J", pmid="7"
    )
    assert round_trip(format, tmp_path, record) == [record]
