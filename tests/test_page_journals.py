"""Names of journals: what abbreviates what, and which lines name the journal of the article."""

from __future__ import annotations

import pytest

from searcher.formats.page.citation import find_undated
from searcher.formats.page.citation.journals import abbreviates, clean_journal
from searcher.formats.page.reader import read_page

ABSTRACT = (
    "Abstract\nOintment was used by ninety people in two villages, and we asked them about it. "
    "Most of them had less pain after a week, and nobody stopped for any other reason.\n"
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Natl J Ward Med", "National Journal of Ward Medicine"),
        ("J Vet Sci Technol", "Veterinary Science & Technology"),
        ("Int J Teeth Gums", "International Journal of Teeth and Gums"),
    ],
)
def test_a_journal_is_known_by_its_abbreviation(short: str, full: str) -> None:
    assert abbreviates(short, full)
    assert not abbreviates(short, full + " Letters")


def test_a_title_in_capitals_before_a_journal_is_no_part_of_its_name() -> None:
    assert clean_journal("PAIN IN TWO VILLAGES Ward Care Dentist") == "Ward Care Dentist"
    assert clean_journal("PLOS ONE Notes") == "PLOS ONE Notes"


@pytest.mark.parametrize(
    "text",
    [
        "Journal of Wards, Jul-Sep",
        "Journal of Wards May/June 2014",
        "Journal of Wards, Volumen 12, Número 3",
        "Journal of Wards Cilt 5",
        "Journal of Wards (Print)",
    ],
)
def test_a_journal_is_called_without_the_volume_and_the_months_behind_it(text: str) -> None:
    assert clean_journal(text) == "Journal of Wards"


@pytest.mark.parametrize("text", ["Archives of Wards, 12(3), 33-38", "Ward Days 2014 in the North"])
def test_a_text_with_a_year_or_an_issue_is_no_name(text: str) -> None:
    assert clean_journal(text) is None


def test_a_citation_without_a_year_may_begin_with_the_title_and_end_with_the_doi() -> None:
    found = find_undated("Pain and ointment. Ward Med 16(7): e1003992. doi:10.5555/ward.1003992")
    assert found and (found.journal, found.volume, found.pages) == ("Ward Med", "16", "e1003992")


@pytest.mark.parametrize(
    "line",
    [
        "Journal of Invented Wards",
        "Subscribe to Journal of Invented Wards",
        "Journal of Invented Wards (JIW)  /  JIW-12\n"
        "Sow A. Pain in two villages of the coast. J Invented Wards. 2012;3:4-5.",
    ],
)
def test_the_journal_is_taken_from_a_line_that_names_it(line: str) -> None:
    page = f"Pain and ointment in two villages of the coast\n{line}\n{ABSTRACT}"
    assert read_page(page).journal == "Journal of Invented Wards"


@pytest.mark.parametrize("line", ["Journal Club", "- 2019 ACW/WRP PRSYM", "Smith J"])
def test_entries_of_menus_and_names_are_no_journal(line: str) -> None:
    page = f"- Ward Days 2020\n{line}\nPain and ointment in two villages\n{ABSTRACT}"
    assert read_page(page).journal is None


def test_a_short_citation_behind_its_label_is_no_label() -> None:
    page = read_page(f"Ointment in two villages\nCite this as: Wards 2013;346:f1234\n{ABSTRACT}")
    assert (page.journal, page.year) == ("Wards", 2013)


@pytest.mark.parametrize("label", ["Series", "Zdroj", "Fuente", "Journal"])
def test_a_journal_is_named_behind_its_label(label: str) -> None:
    page = read_page(f"Ointment in two villages\n{label}:Ward Science 2013;12:23-31\n{ABSTRACT}")
    assert (page.journal, page.year) == ("Ward Science", 2013)


@pytest.mark.parametrize("text", ["March", "Data de Publicação", "Skip navigation"])
def test_a_month_a_label_or_a_menu_entry_is_no_journal(text: str) -> None:
    assert clean_journal(text) is None
