"""What holds for the page reader on any text: it answers, in bounded time, and invents nothing."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searcher.formats.page.reader import read_page
from searcher.formats.page.words.fields import FIELDS
from searcher.formats.page.words.lists import by_initial
from searcher.formats.page.words.places import PLACES
from searcher.formats.page.words.sites import MENU_PHRASES, NOTICES, SITE_NOTICES
from searcher.formats.page.words.vocabulary import HEADINGS, SECTIONS

ROOT = Path(__file__).parent.parent
SAMPLES = [
    path.read_text(encoding="utf-8")
    for folder in (ROOT / "seeds", ROOT / "tests" / "data" / "pages")
    for path in sorted(folder.glob("*.txt"))
]
LINES = sorted({line for text in SAMPLES for line in text.splitlines()})
MARKS = sorted({*filter(str.strip, LINES), *SECTIONS, *HEADINGS, *FIELDS, *NOTICES, *SITE_NOTICES})


def squeezed(text: str) -> str:
    """Letters and digits only: joining lines and removing markup changes nothing else."""
    return re.sub(r"[\W_]+", "", text.lower())


def check_nothing_is_invented(text: str) -> None:
    record = read_page(text)
    if record.doi:
        assert record.doi in "".join(text.lower().split())  # one that was broken is joined
    if record.year:
        # "11/12/13" says a year as well.
        assert re.search(rf"{record.year}|\d[/.]{record.year % 100:02d}", text)
    said = squeezed(text)
    for value in (record.title, record.journal, *record.keywords):
        assert not value or squeezed(value) in said
    for word in " ".join(record.authors).split():
        assert squeezed(word) in said


def test_the_lines_that_are_remembered_of_a_page_stay_as_they_are() -> None:
    for text in SAMPLES:
        assert read_page(text) == read_page(text)


@settings(derandomize=True)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    check_nothing_is_invented(text)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=40))
def test_lines_of_pages_in_any_order_are_read(lines: list[str]) -> None:
    check_nothing_is_invented("\n".join(lines))


@st.composite
def mutated_pages(draw: st.DrawFn) -> str:
    """A sample with lines dropped, doubled, cut or in another case, or with other line ends."""
    lines = draw(st.sampled_from(SAMPLES)).splitlines()
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["drop", "double", "cut", "upper", "lower", "glue"]))
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "cut":
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
        elif kind == "upper":
            lines[at] = lines[at].upper()
        elif kind == "lower":
            lines[at] = lines[at].lower()
        elif at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(mutated_pages())
def test_a_damaged_page_gives_only_what_is_written_in_it(text: str) -> None:
    check_nothing_is_invented(text)


@pytest.mark.long
@settings(max_examples=5000, deadline=None)
@given(mutated_pages())
def test_many_damaged_pages_give_only_what_is_written_in_them(text: str) -> None:
    check_nothing_is_invented(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        "Title: " + "x, y; " * 160_000,
        "J Test. 2020;1(2):3-4. " * 45_000,
        "(" * 500_000 + ")" * 500_000,
        "Smith J, " * 110_000,
        "title: a journal: b doi: 10.1000/1 " * 30_000,
        "Background: a. Methods: b. Results: c. " * 25_000,
        "\n".join(["Short line"] * 100_000),
        "\n".join(["A short notice of the site."] * 50_000),
        "\n\n".join(["wrapped text that goes on below a blank line and on"] * 20_000),
        "Weekly / January " * 60_000 + "2018",
        "The journal [cited " * 50_000 + "2018",
        "Field\tvalue\n" * 80_000,
        "\n".join(["Abstract", "Keywords", "10.1000/abc", "Smith J, Doe A"] * 25_000),
        "\n".join(["J Test. 2020;1(2):3-4. doi: 10.1000/abc"] * 100_000),
        "\n\n".join(["Background: We did. Methods: It was done in a hospital."] * 30_000),
        "1. " * 300_000,
        "[" * 200_000 + "](" * 100_000,
        "**" * 300_000,
        ("Under the Creative Commons License. " + "The ward was quiet in May. " * 25) * 1_400,
        "A title\n" + "DOI: 10.1000/abc " * 60_000,
        "A title\n" + "Vol. 3 " * 2_000,
        "A title\n" + "The rash ended.Citation " * 800,
        "A title\n" + "An odd word Abstract " * 900,
        "A title\nA rash in May" + " Abstract" * 2_000,
        "A title\n" + "1" * 1_000_000,
        "A title\n" + "Related publications. " * 15_000,
        "A title\n" + "1. A. B. Rash. J. 2001.\n" * 40_000,
        "A title\nKeywords: " + "fever; rash: " * 4_000,
    ],
    ids=lambda text: f"{text[:20]!r}".replace("\\", ""),
)
def test_large_input_takes_bounded_time(text: str) -> None:
    """Each of these takes less than a second or so on one idle core; rules that backtrack take
    minutes."""
    start = time.process_time()
    read_page(text)
    assert time.process_time() - start < 3


@st.composite
def repeated_marks(draw: st.DrawFn) -> str:
    """Lines of pages and labels, each with what may stand behind it, said over and over."""
    said = ""
    for _ in range(draw(st.integers(1, 2))):
        mark = draw(st.sampled_from(MARKS))
        said += draw(st.sampled_from([mark, mark.capitalize(), mark.upper()]))
        said += draw(
            st.sampled_from(["", " ", ": ", ", ", ". ", "; ", " A ward ", " 3 ", "\n", "\n\n"])
        )
    return "A title\n" + said * (40_000 // len(said))


def check_it_takes_bounded_time(text: str) -> None:
    start = time.process_time()
    read_page(text)
    assert time.process_time() - start < 5


@pytest.mark.first
@settings(max_examples=30, deadline=None, derandomize=True)
@given(repeated_marks())
def test_marks_said_over_and_over_take_bounded_time(text: str) -> None:
    check_it_takes_bounded_time(text)


@pytest.mark.long
@settings(max_examples=3000, deadline=None)
@given(repeated_marks())
def test_many_marks_said_over_and_over_take_bounded_time(text: str) -> None:
    check_it_takes_bounded_time(text)


@pytest.mark.parametrize("phrases", [MENU_PHRASES, PLACES], ids=["menus", "places"])
def test_alternatives_by_their_initials_match_what_they_match_in_a_row(
    phrases: tuple[str, ...],
) -> None:
    row, grouped = (
        re.compile(rf"\b(?:{each})") for each in ("|".join(phrases), by_initial(phrases))
    )
    lines = [line.lower() for line in LINES]
    found = [line for line in lines if row.search(line)]
    assert found
    assert [line for line in lines if grouped.search(line)] == found


@pytest.mark.parametrize("word", ["copy", "cite", "mail", "email", "update"])
def test_an_alternative_by_its_initial_may_begin_with_an_optional_letter(word: str) -> None:
    pattern = by_initial(["cite", "copy", "e?mail", "(?:up)date"])
    assert re.fullmatch(pattern, word)
    assert not re.fullmatch(pattern, word[1:] + "s")


def test_what_is_taken_out_between_two_words_does_not_join_them() -> None:
    address = "http://orcid.org/0000-0002-0000-0001"
    check_nothing_is_invented(f"A rash under imatinib\nFree{address} Kerstin Ahlgren1, Bo Lee2\n")
    for end in ("M.D.May 7, 2009", "PhD1,3Author Affiliations"):
        check_nothing_is_invented(
            f"A rash under imatinib\nIrina Sokolova, M.D., and Daniel Oppong, {end}\n"
        )
