"""Saved web pages: meta tags first, menus and scripts never, any bytes without a stumble."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.formats import detect, parse
from searcher.formats.html import strip_tags
from searcher.record import Record
from searcher.sources import documents

PAGES = Path(__file__).parent / "data" / "pages"


def read_html(path: Path) -> Record:
    (document,) = documents(str(path))
    assert detect(document)[0].name == "html"
    (record,) = parse(document)
    assert isinstance(record, Record)
    return record


def test_meta_tags_come_before_the_text_of_the_page() -> None:
    record = read_html(PAGES / "saved_meta.html")
    assert record.authors == ("Haugen, Tuva", "Rossi, Dario")
    assert (record.date, record.volume, record.issue, record.pages) == (
        *("2016-09", "44", "5"),
        "311-319",
    )
    assert record.provenance["journal"].rule == "meta citation_journal_title"
    assert record.abstract is not None
    assert record.abstract.splitlines()[2] == (
        "Results: Myocarditis was diagnosed in 28 adults, 24 of them in the first month "
        "(risk < 0.4 %)."
    )
    assert (
        record.body
        == "Introduction\nClozapine is the most effective drug in resistant schizophrenia."
    )


def test_lines_of_the_stripped_text_are_no_places_in_the_file() -> None:
    record = read_html(PAGES / "saved_plain.html")
    assert record.provenance["title"].lines is None


@pytest.mark.parametrize("word", ["Lithium", "dataLayer", "Most read", "margin", "2024"])
def test_scripts_menus_and_side_columns_are_in_no_field(word: str) -> None:
    record = read_html(PAGES / "saved_meta.html")
    shape = {key: value for key, value in record.to_json().items() if key != "source"}
    assert word not in str(shape)


def test_a_meta_abstract_is_used_only_where_the_page_shows_none(tmp_path: Path) -> None:
    abstract = "We studied the thing in many people for a long time and found it. " * 4
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><meta name="citation_title" content="The thing in many people">'
        f'<meta name="citation_abstract" content="{abstract}"></head><body>Log in</body></html>',
        encoding="utf-8",
    )
    assert read_html(path).abstract == abstract.strip()


@given(st.text(alphabet="<>/!-[]?&;='\" abpscriptdivmeta\n", max_size=300))
def test_any_markup_is_stripped(markup: str) -> None:
    text, _ = strip_tags(markup)
    assert "<script" not in text.lower()


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<![", "<a b='", '<a b="', "<script>", "&#", "<p>x", "</"]
)
def test_stripping_takes_linear_time(piece: str) -> None:
    """The parser alone needs minutes for some of these."""
    start = time.process_time()
    strip_tags(piece * 60_000)
    assert time.process_time() - start < 3


def test_keywords_of_the_page_go_before_meta_keywords_that_hold_more(tmp_path: Path) -> None:
    meta = '<meta name="citation_keywords" content="fever; rum; 614 - Public health">'
    path = tmp_path / "page.html"
    for listed, expected in (
        ("fever; rum", ("fever", "rum")),
        ("fever; beer", ("fever", "rum", "614 - Public health")),
    ):
        body = f"<h5>Keywords</h5><div>{listed}</div>"
        path.write_text(f"<html><head>{meta}</head><body>{body}</body></html>")
        assert read_html(path).keywords == expected


@pytest.mark.parametrize(
    "head",
    [
        "<title>Rash in the wards | Journal of Small Wards | Example Press</title>",
        "<title>Rash in the wards</title><meta property=og:site_name content='Annals of Wards'>",
    ],
)
def test_the_journal_is_named_in_the_title_of_the_window_or_as_the_site(
    head: str, tmp_path: Path
) -> None:
    def journal_of(page: str) -> str | None:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return read_html(path).journal

    page = f"<html><head>{head}</head><body><h1>Rash in the wards</h1><p>Anna Holm</p></body>"
    assert journal_of(page) in ("Journal of Small Wards", "Annals of Wards")
    own = page.replace("<p>Anna Holm", "<p>Ward Sci 2013;12:1-9</p><p>Anna Holm")
    assert journal_of(own) == "Ward Sci"
    assert journal_of(page.replace("Journal of", "").replace("Annals of", "")) is None
