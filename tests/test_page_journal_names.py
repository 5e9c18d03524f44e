"""Names of journals that look like people, labels, numbers or the end of a title."""

from __future__ import annotations

import pytest

from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.reader import read_page

TITLE = "Ointment against pain in two villages of the north (Ficta parva L.)"
ABSTRACT = (
    "Abstract\nOintment was used by ninety people in two villages, and we asked them about it. "
    "Most of them had less pain after a week, and nobody stopped for any other reason.\n"
)


@pytest.mark.parametrize(
    "name",
    [
        *("Nordic Cardiology", "Village World", "Ward Techniques", "Fever Disorders"),
        *("Fict Dis Sci", "Tent Microbiol", "Ward. Res. Pract.", "Tissue Tents"),
    ],
)
def test_a_name_with_a_word_of_journals_is_no_person(name: str) -> None:
    assert not read_names(name)


@pytest.mark.parametrize(
    "names", ["Anna Nicholson", "Holm BR, Stein AM", "Dev Chin", "Ann Bull", "Anna Holm Sokol"]
)
def test_a_person_may_be_called_as_a_word_is_cut(names: str) -> None:
    assert read_names(names)


def test_a_group_of_a_science_signs_with_others() -> None:
    names = "Anna Holm, Bo Ek, International Fever Genetics Consortium, Ida Stein"
    assert len(read_names(names)) == 4


@pytest.mark.parametrize(
    ("line", "journal"),
    [
        (f"{TITLE}. J Wards 2010;66:205-8", "J Wards"),
        ("**A case of fever in a village** WardKeys. 2018;2(8):581-597", "WardKeys"),
        ("Int J Ward Markers. 1999 Mar 3;12:3-5", "Int J Ward Markers"),
        ("Ward Markers. Mar 2009;12:3-5", "Ward Markers"),
        ("Ward Genet Evol 12.3 (2012): 14-24", "Ward Genet Evol"),
        ("Ward Genet Evol 12, 14-24 (2012)", "Ward Genet Evol"),
        ("Materials 2012, 5(3), 41", "Materials"),
        ("Holm, A. 2012. Fever in villages. Ward Notes 78 (4 supp) , pp. 50-51.", "Ward Notes"),
        ("Published by Example Inc. Vol. 46, No. 6, 2003", None),
        ("Holm A. Fever in a village. Yonder Med. J. 2015;7:6-9", "Yonder Med. J"),
        ("Ek B. Fever in a village. Biol. Tent Elem. Res. 2011;3:4-6", "Biol. Tent Elem. Res"),
        ("Ek B. Fever: A Case Report. J. Intern. Med. 2012;3:4", "J. Intern. Med"),
        ("Ek B. Fever. Chest Pain. J. Intern. Med. 2012;3:4", "J. Intern. Med"),
        ("Fever in two villages Eur. J. Wards 2012;3:4-6", "Eur. J. Wards"),
        ("Ek B. Fever. Journal of Wards. Part A 3(1): 3-15, 2012", "Journal of Wards. Part A"),
        ("Journal of Wards. Village Open 2012;3:4", "Journal of Wards. Village Open"),
        ("Ek B. Fever in a village. BMC Tentic. Res. 2012;3:4", "BMC Tentic. Res"),
        ("Fever of two villages. Wardkeys 2016 Aug 22;: Authors: Holm A", "Wardkeys"),
        (
            "Ek B. Fever: ointment in two villages of burns.Tent Ward Ther 2012;3:4",
            "Tent Ward Ther",
        ),
        ("53 Gutkeys. 2004;91(7):825-31", "Gutkeys"),
        ("3 Wardtech. 2004;91(7):825-31", "3 Wardtech"),
        ("A CASE REPORT ARTICLE BMC Ward Care 18(5) 2005 578", "BMC Ward Care"),
    ],
)
def test_a_journal_is_cut_from_the_title_and_the_numbers(line: str, journal: str | None) -> None:
    citation = find_citation(line)
    assert (citation.journal if citation else None) == journal


@pytest.mark.parametrize(
    "behind", [" Case Report", " Original Article", " 00088", " - vol. XXVII - n."]
)
def test_what_stands_behind_a_name_is_no_part_of_it(behind: str) -> None:
    assert clean_journal(f"Journal of Small Wards{behind}") == "Journal of Small Wards"
    assert clean_journal("Journal of Ward Case Reports") == "Journal of Ward Case Reports"


def test_a_number_glued_to_the_only_name_of_a_journal_is_no_part_of_it() -> None:
    page = f"{TITLE}\n\nAnna Holm\n\n{ABSTRACT}\nTent PublishingJournal of Small Wards1477-2300\n"
    assert read_page(page).journal == "Journal of Small Wards"


def test_a_section_is_no_journal() -> None:
    assert clean_journal("Materials") == "Materials"
    assert clean_journal("Materials and Methods") is None


def test_a_house_with_its_form_may_stand_before_a_name_of_one_word() -> None:
    assert clean_journal("Example Publishing Corporation Wards") == "Wards"
    assert clean_journal("Example Publishing Wards") == "Example Publishing Wards"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Ward Reports\n\nISSN 1234-5679\n\n{title}\n", ""),
        ("Ward Reports 10 January 2012 RESEARCH ARTICLE DOI: 10.5555/12.1\n\n{title}\n", ""),
        ("{title}\nPublished in: Ward Reports (2012)\n", ""),
        (
            "{title}\n",
            "\nSource: Ward Reports : organ of a society - Category: Fever Tags: Tents\n",
        ),
        (
            "{title}\n\nHolm, D. L, Penrose, M., Abel, T., Quin, S., Rees, G. M, Odu, F. A., "
            "Marsh, C., Tier, B., Llewel, Huw Gareth ORCID:, O'Dow, P., Caste, R. G, Birch, N. "
            "and Ames, K. 2007. "
            "{title}. Ward Reports 43 (4 supp) , pp. 46-49. 10.5555/0269881110394866\n",
            "",
        ),
        ("{title}\n", "\nHolm A, Ek B. {title}.Ward Reports 2012;4:607-629\n"),
    ],
)
def test_a_journal_with_a_common_name_is_told_by_where_it_stands(head: str, foot: str) -> None:
    page = (head + ABSTRACT + foot).format(title=TITLE.partition(" (")[0])
    assert read_page(page).journal == "Ward Reports"


MENU = "Home About us Editorial board Search Current issue Archives Submit article Contact us Login"


@pytest.mark.parametrize("menu", [MENU, f"{MENU} and a sentence of the reader on " * 3])
def test_a_journal_stands_over_a_line_with_its_menu(menu: str) -> None:
    page = f"Ward World\n{menu}\n\n{TITLE}\n\nAnna Holm, Bo Ek\n\n{ABSTRACT}"
    assert read_page(page).journal == ("Ward World" if menu == MENU else None)


def test_one_word_between_home_and_the_title_is_a_journal() -> None:
    page = "{name}\nAll the site\nHome {name} {title}\n{title}\n\nAnna Holm, Bo Ek\n\n" + ABSTRACT
    assert read_page(page.format(name="Wardus", title=TITLE)).journal == "Wardus"
    assert read_page(page.format(name="Articles", title=TITLE)).journal is None


def test_labels_of_a_source_are_no_name() -> None:
    source = "Publication: Name: Ward Reports Publisher: Tents Audience: All - Category: Fever"
    assert read_page(f"{TITLE}\n\nAnna Holm\n\n{ABSTRACT}\n{source}\n").journal is None


def test_people_before_in_are_no_part_of_a_journal_that_a_line_names() -> None:
    page = f"{TITLE}\nby Ek Bo, Holm Anna in Journal of Small Wards (2006).\n{ABSTRACT}"
    assert read_page(page).journal == "Journal of Small Wards"


def test_a_name_that_begins_with_two_categories_at_once_is_whole() -> None:
    for name in ("Clinical Case Reports in Wards", "Clinical Case Studies in Wards"):
        assert clean_journal(name) == name


def test_a_house_alone_on_a_line_and_a_menu_are_no_journals() -> None:
    for line in ("PLOS", "Informação da revista"):
        assert read_page(f"{line}\nVol. 46. Núm. 10.\n{TITLE}\n\n{ABSTRACT}").journal is None


def test_the_issue_below_an_article_gives_its_year_but_no_journal() -> None:
    record = read_page(
        f"{TITLE}\n\n{ABSTRACT}\nDownloads\nVol. 22 No. 12 (2002): August, 2002\nPress"
    )
    assert (record.year, record.volume, record.issue) == (2002, "22", "12")
    assert record.journal is None


@pytest.mark.parametrize(
    "above",
    ["Bo Lind2", "Ann Holm1 Bo Lind2*", "Bo Ekorcid", "Bo Ek Ann Holm Source :", "Article"],
)
def test_a_name_stands_behind_the_last_mark_of_its_authors(above: str) -> None:
    assert clean_journal(f"{above} Annals of Ward Medicine") == "Annals of Ward Medicine"
    assert clean_journal("G3 Genes and Wards") == "G3 Genes and Wards"
