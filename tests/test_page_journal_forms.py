"""Journals of every form of name, in the forms in which pages write citations."""

from __future__ import annotations

import pytest

from searcher.formats.page.citation import find_citation, find_undated
from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.facts import gather_facts
from searcher.formats.page.flattened.head import find_marks
from searcher.formats.page.kinds.dates import find_date
from searcher.formats.page.kinds.identifiers import find_dois
from searcher.formats.page.lines import Line
from searcher.formats.page.masthead import Place
from searcher.formats.page.reader import read_page
from searcher.record import Record

TITLE = "The healing of ankles in village patients, after two kinds of bandage"
TEXT = (
    "Abstract\nWe looked at the healing of ankles in two villages over three years. The patients "
    "wore bandages of two kinds, and most of them were healed after two weeks. The bandage of the "
    "second kind was better in all of the groups that we looked at.\n"
)


def page_with(
    above: str = "", below: str = "", names: str = "Anna Bergström, Peter Holm"
) -> Record:
    return read_page(f"{above}\n\n{TITLE}\n\n{names}\n\n{TEXT}\nKeywords: ankle, ward\n\n{below}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Tents in Wards, Volume 143, Issue 11, May 1992, Pages 1055–1063, "
        "https://doi.org/10.1000/j.ward.1991.01.235",
        "Tents in Wards May 28, 1992 115 (10) 2364-2370; https://doi.org/10.1000/j.ward.1991.01.235",
    ],
)
def test_a_citation_on_the_first_line_is_not_broken_as_a_head_is(line: str) -> None:
    record = page_with(line)
    assert (record.journal, record.year) == ("Tents in Wards", 1992)
    assert record.doi == "10.1000/j.ward.1991.01.235"


def test_clinical_alone_is_no_category_before_a_name() -> None:
    assert len("Clinical") not in find_marks("Clinical Wards and Tents 2019; 12:1-9")
    assert len("REVIEW") in find_marks("REVIEW Wards and Tents 2019; 12:1-9")


@pytest.mark.parametrize(
    ("rubric", "journal"),
    [
        ("Review Wardology", "Wardology"),
        ("Editorial N Engl Ward Med", "N Engl Ward Med"),
        ("Case Reports Tents", "Tents"),
        ("Case Reports J Ward Case Rep", "J Ward Case Rep"),
        ("Case Reports in Wards", "Case Reports in Wards"),
        ("Clinical Ward Reviews", "Clinical Ward Reviews"),
    ],
)
def test_a_type_as_pubmed_writes_it_stands_before_the_journal(rubric: str, journal: str) -> None:
    cited = find_citation(f"{rubric}. 2010 Jan 2;375(9708):1-9.")
    assert cited and cited.journal == journal


@pytest.mark.parametrize(
    "name",
    [
        "J Ward Physiol (1985)",
        "Wards (Leeds, England : 1993)",
        "Brain : a journal of wards",
        "Molecular Ward Research : MWR",
        "Trends in ward science & technology",
        "BMC international wards and human tents",
    ],
)
def test_a_name_is_read_as_libraries_write_it(name: str) -> None:
    cited = find_citation(f"{name}, 03 Mar 2019, 12(3):123-130")
    assert cited and cited.journal == name


def test_a_year_in_brackets_before_the_volume_is_no_part_of_the_name() -> None:
    cited = find_citation("Ward Letters (2014) 12:3-9")
    assert cited and (cited.journal, cited.date and cited.date.year) == ("Ward Letters", 2014)


def test_what_a_logo_says_twice_is_one_name() -> None:
    assert clean_journal("Eye logoLink to Eye") == "Eye"
    assert clean_journal("Ward Clin Ward") == "Ward Clin Ward"


def test_one_author_and_others_stand_before_a_journal_of_one_word() -> None:
    cited = find_citation("Anna Holm et al., Tents, 1989, 163, 959-962")
    assert cited and cited.journal == "Tents"


def test_pages_are_no_year() -> None:
    cited = find_citation("Anna Holm (2014) Ointment in wards. Ward Letters, 90:2, 1886-1892")
    assert cited and cited.date and cited.date.year == 2014


@pytest.mark.parametrize(
    "cited",
    [
        f"Holm, A. (2019) '{TITLE}', Tents, 12(3), pp. 123-130.",
        f"To cite this article: Anna Bergström & Peter Holm (2019) {TITLE}, Tents, 12:3, "
        "1886-1892, DOI: 10.1000/ward.2018.01.02",
        f"To cite this article: Peter Holm (2019) {TITLE}, Tents & Care, 12:3, 1886-1892",
        "Tents, 12 (2019), pp. 123-130, 10.1000/j.abc.2018.01.002",
    ],
)
def test_the_journal_stands_between_the_title_and_the_numbers(cited: str) -> None:
    record = page_with(below=cited)
    assert (record.journal in ("Tents", "Tents & Care"), record.year) == (True, 2019)


@pytest.mark.parametrize("name", ["Journal of Wards", "Sci Ward", "Tents"])
def test_a_date_that_is_glued_to_a_journal_is_its_date(name: str) -> None:
    cited = find_undated(f"January 2015{name} 12(3):1-9")
    assert cited and cited.date and (cited.journal, cited.date.year) == (name, 2015)
    assert page_with(f"January 2015{name} 12(3):1-9").year == 2015


@pytest.mark.parametrize(
    "rights",
    [
        "© 2019 The Authors. Tents published by Example Press Ltd on behalf of the Ward Society.",
        "© The Author(s) 2019. Tents is published by Example Press.",
    ],
)
def test_rights_of_the_authors_name_the_journal_before_its_press(rights: str) -> None:
    assert page_with(below=rights).journal == "Tents"
    assert page_with(below=rights.replace("Tents ", "").replace(" is ", " ")).journal is None


def test_a_name_over_a_volume_is_no_person_where_the_authors_stand_below() -> None:
    assert page_with("Ward Advances\nVolume 84, 2004 - Issue 7").journal == "Ward Advances"
    record = page_with("Anna Ward\nVolume 84, 2004 - Issue 7", names="")
    assert record.journal is None


@pytest.mark.parametrize(
    "society", ["The official journal of the Ward Society", "Publication of WARD"]
)
def test_the_journal_stands_over_its_society(society: str) -> None:
    assert page_with(f"Tents & Care\n{society}\nOfficial organ of TENT").journal == "Tents & Care"


def test_a_row_with_date_and_doi_names_the_journal_but_no_number() -> None:
    row = "PMC · DOI: 10.1000/jm.79630 · {} · 2019-10-15"
    assert page_with(row.format("Fever and Tents")).journal == "Fever and Tents"
    assert page_with(row.format("Article ID 20872")).journal is None


def test_first_letters_of_small_words_are_of_a_short_name_too() -> None:
    record = page_with("FIWS 1996, 51 (11): Page 764-768\nFrontiers in Ward Science")
    assert record.journal == "Frontiers in Ward Science"


def test_a_short_name_before_its_numbers_is_a_journal_although_it_was_taken_for_a_title() -> None:
    def journal_beside(name: str) -> str | None:
        line = Line(1, f"{name} 2011;18(11):274-9.")
        return gather_facts([Place(line, 1.0)], [], name).values.get("journal")

    assert journal_beside("Tents and Care") == "Tents and Care"
    assert journal_beside("Ointment in Small Wards and Tents") is None


def test_a_figure_of_a_doi_is_no_date() -> None:
    assert find_date("https://doi.org/10.1000/j.ward.1992.08.138") is None
    assert str(find_date("on 1992-08")) == "1992-08"


def test_words_without_blanks_behind_a_doi_are_no_part_of_it() -> None:
    text = "doi:10.1000/ward.1996.24672,availableonlineathttp://www.example.org/x 8"
    assert find_dois(text) == ["10.1000/ward.1996.24672"]


def test_a_doi_above_the_title_counts_where_a_viewer_begins_to_show_the_document() -> None:
    viewer = "Ward 282\n\nYou might also like\n\nDownload as pdf\nYou are on page 1of 8\n"
    record = page_with(f"{viewer}\nWard J North Hosp (2018) 51: 86–97\ndoi:10.1000/pbi.12907")
    assert (record.journal, record.doi) == ("Ward J North Hosp", "10.1000/pbi.12907")


@pytest.mark.parametrize(
    ("head", "journal"),
    [
        ("A. Lee, B. Ek / Tents 12 (2019) 123–130", "Tents"),
        ("A. Lee et al. / Tents 12 (2019) 123–130", "Tents"),
        ("Lee et al Tents 2019;12:3-9", "Tents"),
        (
            "Ward Journal / Journal des salles 12 (2019) 123–130",
            "Ward Journal / Journal des salles",
        ),
        ("Tents, Winter 2019, Vol. 12, No. 4, 1-9", "Tents"),
        ("Tents. Winter 2019;12(4):1-9", "Tents"),
        ("Tents 2018-2019;12(4):1-9", "Tents"),
        ("Tents 2018/2019; 12: 1-9", "Tents"),
    ],
)
def test_what_stands_beside_a_name_in_a_running_head_is_none_of_it(head: str, journal: str) -> None:
    cited = find_citation(head)
    assert cited and cited.date and (cited.journal, cited.date.year) == (journal, 2019)


def test_the_surnames_of_two_authors_are_no_part_of_the_journal_behind_them() -> None:
    head = "{} and {} Ward Letters (2019) 19:123"
    names = "Anna Lee1* and Peter Holm2"
    assert page_with(head.format("Lee", "Holm"), names=names).journal == "Ward Letters"
    record = page_with(head.format("Head", "Neck"), names=names)
    assert record.journal == "Head and Neck Ward Letters"


def test_a_label_with_a_number_is_no_journal() -> None:
    assert clean_journal("Jg. 12") is None
    assert clean_journal("Tomography 12") == "Tomography 12"


def test_the_society_behind_a_name_is_none_of_it() -> None:
    assert clean_journal("Tents The official journal of the Ward Society") == "Tents"
    for named in (
        "Tents : an official journal of the Ward Society",
        "Tents : a Publication of Wards",
    ):
        assert clean_journal(named) == named


def test_words_that_lead_past_a_menu_stand_before_a_name() -> None:
    head = "Skip to main content Ward Care logoLink to Ward Care\n. 2011 Jun 25;9(2):7."
    assert page_with(head).journal == "Ward Care"


@pytest.mark.parametrize(
    "head", ["Tents\n12(3) 123–130\n© The Author(s) 2019", "2019 · Tents · 12(3):12-19"]
)
def test_numbers_without_a_label_are_those_of_the_name_beside_them(head: str) -> None:
    record = page_with(head)
    assert (record.journal, record.year) == ("Tents", 2019)


@pytest.mark.parametrize("person", ["Ruth J. Williams MD *", "Ruth J. Williams, MD, PhD"])
def test_a_person_with_degrees_is_no_journal(person: str) -> None:
    assert not names_a_journal(person)
    assert names_a_journal("Indian J Surg")
