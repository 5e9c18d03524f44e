"""Titles over several lines, with and without blank lines between them."""

from __future__ import annotations

import pytest
from title_samples import TEXT, TITLE, title_of

from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.reader import read_page

LONG = "Platelets in rural patients who take linezolid for weeks"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG, "and the count of them every week"),
        (f"{LONG}:", "A Count Every Week"),
        (f"{LONG}:", "a review"),
        ("Low platelets:", "an effect of linezolid in a rural hospital"),
        ("Low Platelets in Patients of a", "Rural Hospital after Linezolid"),
        ("Low platelets of patients", "after linezolid"),
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_a_title_goes_on_below_blank_lines_where_it_cannot_end(
    first: str, second: str, gap: str
) -> None:
    assert title_of(f"{first}{gap}{second}\nAnna Brandt, Piotr Nowak") == f"{first} {second}"


@pytest.mark.parametrize("label", ["\nAuthor:\n\n", "\n\nAuthor:\n\n", "\nauthor: "])
def test_a_title_does_not_go_on_behind_a_label(label: str) -> None:
    assert title_of(f"{TITLE}{label}anna brandt1, piotr nowak2") == TITLE


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\nAuthor\n"])
def test_a_title_does_not_go_on_with_what_a_label_names(gap: str) -> None:
    assert title_of(f"{TITLE}{gap}publication: journal of practical tonics\nVolume 3") == TITLE


def test_a_line_without_room_for_the_next_word_goes_on_over_the_names() -> None:
    first, second = "Linezolid and Low Platelets among Patients", "Treated in a Rural Hospital"
    page = f"Ward Letters\n{first}\n{second}\nAnna Brandt, Piotr Nowak"
    assert title_of(page) == f"{first} {second}"


def test_a_title_over_names_does_not_take_a_menu_for_its_end() -> None:
    page = f"Ward Letters\n{LONG}\nFulltext Metrics Permission\nAnna Brandt, Piotr Nowak"
    assert title_of(page) == LONG


def test_a_title_without_an_abstract_goes_on_too() -> None:
    page = f"{LONG}\n\n\nand the count of them every week\nAnna Brandt, Piotr Nowak\n\n{TEXT}"
    assert read_page(page).title == f"{LONG} and the count of them every week"


def test_an_editor_below_a_title_is_a_name() -> None:
    assert read_names("Rosa Ines Brandt, Editor") == ("Rosa Ines Brandt",)
    assert title_of(f"{TITLE}\nRosa Ines Brandt, Editor") == TITLE


@pytest.mark.parametrize(
    "page",
    [
        f"{LONG}\nJournal of Ward Medicine\n\nAnna Brandt, Piotr Nowak",
        f"Department of Pharmacology and Therapeutics\n{LONG}\n\nAnna Brandt, Piotr Nowak",
        f"Northern Academic Publishing Group\n{LONG}\n\nAnna Brandt, Piotr Nowak",
        f"{LONG}\nPlaquetas bajas en los pacientes de un hospital\n\nAnna Brandt, Piotr Nowak",
    ],
)
def test_a_journal_a_house_and_a_translation_are_no_line_of_a_title(page: str) -> None:
    assert title_of(page) == LONG


def test_a_title_over_two_lines_is_whole_though_the_second_has_no_small_word() -> None:
    first, second = "Low Platelets in the Blood of Rural Patients after", "Linezolid Amoxicillin Ek"
    assert title_of(f"{first}\n{second}\n\nAnna Brandt, Piotr Nowak") == f"{first} {second}"


@pytest.mark.parametrize("sign", ["☆", " ☆☆", " Open Access"])
def test_a_mark_behind_the_last_line_of_a_title_is_no_part_of_it(sign: str) -> None:
    second = "and the count of them every week"
    assert title_of(f"{LONG}\n{second}{sign}\nAnna Brandt, Piotr Nowak") == f"{LONG} {second}"


def test_a_title_in_german_goes_on_behind_a_small_word_over_a_gap() -> None:
    first, second = "Leitlinie zu Linezolid, Thrombozyten und", "Reversierung in der Notfallmedizin"
    page = f"Archiv der Stationen\n\n{first}\n{second} –\nKurzversion\n\nAnna Brandt\n\n{TEXT}"
    assert read_page(page).title == f"{first} {second} – Kurzversion"


def test_a_title_that_runs_together_with_two_copies_of_it_stands_once() -> None:
    assert title_of(f"{TITLE} {TITLE} {TITLE}") == TITLE


NAMES = "Ann Lee, Bo Ek and Carla Ruiz"


def test_a_title_that_ends_with_a_small_word_goes_on_in_what_looks_like_names() -> None:
    head = f"Late Counts of Thrombocytes in\n\n\nDorset Coastal Villages\n{NAMES}"
    assert title_of(head) == "Late Counts of Thrombocytes in Dorset Coastal Villages"


def test_two_lines_in_lower_case_over_names_go_on_below_a_gap() -> None:
    head = "A survey of linezolid and low platelets, anaemia\n\nand their overlap in a ward\n"
    title = "A survey of linezolid and low platelets, anaemia and their overlap in a ward of Leeds"
    assert title_of(f"Ward Lett, 2018; 10(3): 361-364\n\n{head}of Leeds\n{NAMES}") == title


def test_a_title_that_is_cut_on_the_sites_heading_is_whole_further_down() -> None:
    cut = "Use of linezolid and low platelets in patients"
    whole = f"{cut} of a rural hospital seen for a year"
    head = f"{cut}\n\nAdvertisement\n{cut}\nof a rural hospital seen for a year\n{NAMES}"
    assert title_of(head) == whole


def test_lines_that_stand_together_elsewhere_with_other_breaks_are_one_title() -> None:
    first, second = "A Count of Low Platelets after Linezolid", "Found and Kept in a Rural Hospital"
    copy = f"RESEARCH ARTICLE {first}\nFound and Kept in a\nRural Hospital"
    head = f"Page 1 of 7\n\n{first}\n\n{second}\n\nArticle - May 2019\n\n{copy}\n{NAMES}"
    assert title_of(head) == f"{first} {second}"
    signed = f"{first}\n\nAnn Lee a,*,b, Bo Ek b,c\n\n{first} Ann Lee a,*,b,\nBo Ek b,c"
    assert title_of(signed) == first


@pytest.mark.parametrize(
    "line",
    [
        "The n e w w a r d j o u r na l of m e dic i n e",
        "8 PUBLICATIONS 17 CITATIONS",
        "Sleep of nurses who change shifts in four wards View project",
    ],
)
def test_letters_set_apart_counters_and_entries_are_no_title(line: str) -> None:
    assert title_of(f"{line}\n\n{NAMES}") is None


def test_a_name_to_which_the_link_of_the_next_one_is_glued_is_a_name_of_its_own() -> None:
    names = read_names("View ORCID Profile Rosa Brandt, Jonas FalkView ORCID Profile Ada Nowak")
    assert names == ("Rosa Brandt", "Jonas Falk", "Ada Nowak")


def test_a_title_in_capitals_over_short_lines_goes_on_behind_a_small_word() -> None:
    page = "Platelet Letters\nLOW PLATELETS IN TWO MEN\nOF A RURAL HOSPITAL\nA. Brandt, P. Nowak"
    assert title_of(page) == "LOW PLATELETS IN TWO MEN OF A RURAL HOSPITAL"


def test_a_title_is_not_joined_to_its_own_beginning() -> None:
    first = "Linezolid and low platelets in rural patients who were treated"
    page = f"{first}\n\nTranscript\n\n{first}\n{first[:-8]}\n\nHill Hospital, Port"
    assert title_of(page) == first


def test_what_a_viewer_of_documents_says_is_no_end_of_a_title() -> None:
    first = "Linezolid and low platelets in the patients of"
    assert title_of(f"{first}\n\nTranscription\n\nHill Hospital, Port") is None


@pytest.mark.parametrize("rest", ["Weeks of Linezolid", "sign after linezolid"])
def test_two_blank_lines_part_the_first_line_of_a_title_in_large_print(rest: str) -> None:
    first = "Platelets of Rural Patients as an Early Warning"
    page = (
        f"You are on page 1of 8\n\nOriginal Article\n\n{first}\n\n\n{rest}\nA. Brandt1, P. Nowak2"
    )
    assert title_of(page) == f"{first} {rest}"
    apart = page.replace("\nA. Brandt", "\n\nA. Brandt")
    assert rest[0].islower() or title_of(apart) == first


@pytest.mark.parametrize("below", ["Department of Medicine, Port", "Full text PDF Share"])
def test_what_stands_below_two_blank_lines_may_be_of_the_address_or_the_site(below: str) -> None:
    page = f"Original Article\n\n{LONG}\n\n\n{below}\nA. Brandt1, P. Nowak2"
    assert title_of(page) == LONG


@pytest.mark.parametrize(
    "title", [f"{TITLE} after neuropeptide Y", f"{TITLE} of men with an old DES"]
)
def test_a_title_may_end_in_a_name_of_the_letters_of_a_small_word(title: str) -> None:
    assert title_of(f"{title}\n{NAMES}") == title
