"""Authors as pages list them: on one line, on many, beside addresses, in the citation."""

from __future__ import annotations

import pytest

from searcher.formats.page.kinds.name_forms import read_inverted, without_capitals
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.reader import read_page

TITLE = "Falls of nurses at night: a survey of three wards"
TEXT = (
    "Abstract\n\nWe asked the nurses of three wards in Lund how they slept after nights at work, "
    "and how many of them had fallen. Most had slept badly, and few had fallen.\n"
)
THREE = ("Ann Moreau", "Bo Lindqvist", "Cy Tanaka")
PLACE = "Department of Nursing, Ward Hospital, Lund, Sweden"


def authors_of(names: str, gap: str = "\n", title: str = TITLE) -> tuple[str, ...]:
    return read_page(f"Ward Letters\n\n{title}\n{gap}{names}\n\n{TEXT}").authors


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "names",
    [
        "Ann Moreau\nBo Lindqvist\nCy Tanaka",
        "Ann Moreau,\nBo Lindqvist and\nCy Tanaka",
        "Ann Moreau1,\nBo Lindqvist1 and\nCy Tanaka2",
        "  • Ann Moreau\n  • Bo Lindqvist\n  • Cy Tanaka",
        "by\nAnn Moreau\n1,*,\nBo Lindqvist\n1 and\nCy Tanaka\n2",
        "Ann Moreau*\n,\nBo Lindqvist\n,\nCy Tanaka",
        "Ann Moreau MD,\na\nBo Lindqvist MD,\na\nCy Tanaka PhD\nb",
        f"Ann Moreau\n{PLACE}\nBo Lindqvist\n{PLACE}\nCy Tanaka\n{PLACE}",
        "Ann Moreau\nFind more papers\nBo Lindqvist\nFind more papers\nCy Tanaka\nFind more papers",
        "Ann Moreau1\nhttp://orcid.org/0000-0002-0000-0001\n\nBo Lindqvist1\n"
        "http://orcid.org/0000-0002-0000-0002\n\nCy Tanaka2",
        "  • Ann Moreau\n\n    Author in charge\n\n  • Bo Lindqvist\n\n    Edits\n\n  • Cy Tanaka",
        f"Ann Moreaua,\nAutor\n{PLACE}.\n, Bo Lindqvista, Cy Tanakab\na {PLACE}\nb {PLACE}",
    ],
)
def test_a_list_goes_on_below_what_stands_between_its_names(names: str, gap: str) -> None:
    assert authors_of(names, gap) == THREE


@pytest.mark.parametrize(
    "names",
    [
        f"Ann Moreau, {PLACE}\nBo Lindqvist, {PLACE}\nCy Tanaka, {PLACE}",
        f"Ann Moreau ({PLACE});\nBo Lindqvist ({PLACE});\nCy Tanaka ({PLACE})",
        f"  • Ann Moreau {PLACE}\n  • Bo Lindqvist {PLACE}\n  • Cy Tanaka {PLACE}",
        f"Ann Moreau, Bo Lindqvist, {PLACE}\nCy Tanaka, {PLACE}",
    ],
)
def test_names_may_have_their_address_beside_them(names: str) -> None:
    assert authors_of(names) == THREE


@pytest.mark.parametrize(
    "names",
    [
        f"Ann Moreaua, Bo Lindqvistb,*, Cy Tanakaa\na{PLACE}\nb{PLACE}",
        f"Ann Moreaua, Bo Lindqvistb,*, Cy Tanakac\na{PLACE}\nb{PLACE}\nc{PLACE}",
        f"Ann Moreau a, Bo Lindqvist b,*, Cy Tanaka a\na{PLACE}\nb{PLACE}",
        f"Ann Moreau1ABD, Bo Lindqvist2AC, Cy Tanaka1EF*\n1{PLACE}\n2{PLACE}",
        "Ann Moreau1, Bo Lindqvist2and Cy Tanaka1*",
        "Ann MoreauORCID1, Bo LindqvistORCID2, Cy TanakaORCID1",
        "Ann MoreauEmail author, Bo Lindqvist, Cy Tanaka",
        "Ann MOREAU, Bo LINDQVIST, Cy TANAKA",
    ],
)
def test_marks_and_capitals_are_no_part_of_a_name(names: str) -> None:
    assert authors_of(names) == THREE


def test_names_in_capitals_are_written_as_others_write_them() -> None:
    assert authors_of("ANNA MOREAU, BO DE LUCA") == ("Anna Moreau", "Bo De Luca")


def test_names_may_stand_behind_the_title_on_its_line() -> None:
    page = f"Ward Letters\n\n{TITLE} Ann Moreau1, Bo Lindqvist1, Cy Tanaka2\n\n{TEXT}"
    assert (read_page(page).title, read_page(page).authors) == (TITLE, THREE)


def test_a_line_may_be_broken_within_a_name() -> None:
    names = (*THREE, "Dee Ek", "Flo Gallo Hart")
    assert (
        authors_of("Ann Moreau1, Bo Lindqvist1, Cy Tanaka2, Dee\nEk2, Flo Gallo Hart1,*") == names
    )


def test_the_last_letter_of_a_name_is_none_of_a_mark_that_stands_apart() -> None:
    names = f"Anna Rossi a, Maria Costa a\na {PLACE}"
    assert authors_of(names) == ("Anna Rossi", "Maria Costa")
    assert authors_of("Anna Costa, Maria Rocca\n1 " + PLACE) == ("Anna Costa", "Maria Rocca")


def test_two_names_with_numbers_are_none_with_its_surname_first() -> None:
    assert read_names("Ann Moreau1, Bo Lindqvist1") == ("Ann Moreau", "Bo Lindqvist")
    assert read_names("Ortiz Pérez, Ana María1") == ("Ana María Ortiz Pérez",)


@pytest.mark.parametrize(
    "names",
    [
        "Ann MoreauBo LindqvistCy Tanaka",
        "Ann Moreau1Bo Lindqvist2Cy Tanaka1*",
        "Ann MoreauBo LindqvistCy TanakaPublished in: Ward Letters (2012)",
        "Author links open overlay panelAnn Moreau, Bo Lindqvist, Cy Tanaka",
        "Ann Moreau&#x;Ann Moreau1Bo LindqvistBo Lindqvist2Cy TanakaCy Tanaka2*",
    ],
)
def test_names_are_read_where_blanks_or_breaks_between_them_are_lost(names: str) -> None:
    assert authors_of(names) == THREE


def test_a_surname_with_a_capital_within_is_one() -> None:
    names = ("Ann McMurray", "Bo deLuca", "Cy FitzGerald")
    assert authors_of(", ".join(names)) == names


@pytest.mark.parametrize("label", ["Authors:", "Verfasser:"])
def test_a_label_lets_surnames_stand_first(label: str) -> None:
    assert authors_of(f"{label} Moreau, Ann") == ("Moreau, Ann",)
    listed = authors_of(f"{label} Moreau, Ann, Lindqvist, Bo B., van Tanaka, Cy")
    assert listed == ("Moreau, Ann", "Lindqvist, Bo B.", "van Tanaka, Cy")
    assert read_inverted("Lund, Sweden, Porto") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Write Comment",
        "Google Scholar\nGoogle Scholar\nGoogle Scholar",
        "Quick Survey\n• How nights are spent on wards",
        "Universidad del Valle",
        "Ward Verlag KG",
        "Original Papers\n\n\nTake Home",
    ],
)
def test_two_words_with_capitals_below_a_title_are_nobody(line: str) -> None:
    assert authors_of(line) == ()


def test_a_lone_name_is_believed_with_an_address_a_mark_or_a_label() -> None:
    for names in (f"Ann Moreau\n{PLACE}", "Ann Moreau*", "Author\nAnn Moreau", "by\nAnn Moreau"):
        assert authors_of(names) == ("Ann Moreau",)
    assert authors_of("Ann Moreau") == ("Ann Moreau",)
    assert authors_of("Quick Survey\n1. How nights are spent on wards") == ()
    assert authors_of("Moreau do Caso") == ()
    assert authors_of("Open Access\nWard Letters Blog\nNight Talk") == ()
    names = "Original Article\nReceived 3 May 2012\nMoreau Ann\n\nCorrespondence to A. Moreau, Lund"
    assert authors_of(names) == ("Moreau Ann",)


def test_nobody_signs_a_page_without_a_title_alone() -> None:
    text = TEXT.removeprefix("Abstract\n\n")
    assert read_page(f"Ward Letters B\n\n{text}").authors == ()


@pytest.mark.parametrize(
    "cited",
    [
        "How to cite this article: Moreau A, Lindqvist B, Tanaka C. {}. Ward Lett 2012;3:14-9.",
        "How To Cite Moreau A, Lindqvist B, Tanaka C. {}. Ward Lett. 2012;3(1): 14-9.",
    ],
)
@pytest.mark.parametrize("shown", ["", "Correspondence Address:\nAnn Moreau\nLund\n\n"])
def test_a_citation_names_those_who_are_not_listed(cited: str, shown: str) -> None:
    page = f"{TITLE}\n\n{shown}{cited.format(TITLE)}\n\n{TEXT}"
    assert read_page(page).authors == ("Moreau A", "Lindqvist B", "Tanaka C")
    other = cited.format("Sleep of porters by day: a survey of two hospitals")
    page = f"{TITLE}\n\nDee Ek, Flo Ek\n\n{other}\n\n{TEXT}"
    assert read_page(page).authors == ("Dee Ek", "Flo Ek")


def test_a_list_ends_below_a_full_line() -> None:
    cited = f"Ann Moreau, Bo Lindqvist\n{PLACE}\n{PLACE}\nA. Moreau et al. Ward Lett 2012"
    assert authors_of(cited) == THREE[:2]
    assert authors_of("Ann Moreau, Bo Lindqvist\nRelevant Wards") == THREE[:2]
    assert authors_of("  • Ann Moreau\n  • Bo Lindqvist\nNight Work, Sound Sleep") == THREE[:2]


def test_keywords_below_names_with_addresses_are_nobody() -> None:
    names = f"  • Ann Moreau {PLACE}\n  • Bo Lindqvist {PLACE}\n\n\n  • Night Work\n  • Ward Care"
    assert authors_of(names) == THREE[:2]


def test_initials_behind_names_tell_that_surnames_stand_first() -> None:
    assert authors_of("Moreau Ann B., Lindqvist Bo") == ("Moreau, Ann B.", "Lindqvist, Bo")
    for names in (("Moreau Lima A", "Lindqvist Ek B"), ("Ann Moreau", "Bo Lindqvist")):
        assert authors_of(", ".join(names)) == names


def test_stopped_initials_are_no_degrees() -> None:
    listed = authors_of("Moreau A., Lindqvist M.D., Tanaka B.A.")
    assert listed == ("Moreau A.", "Lindqvist M.D.", "Tanaka B.A.")
    assert authors_of("Ann Moreau M.D., Bo Lindqvist M.D.") == THREE[:2]


def test_a_star_does_not_make_two_people_one() -> None:
    assert read_names("Ann Moreau, Bo Lindqvist*") == THREE[:2]


def test_capitals_stay_where_they_are_initials() -> None:
    assert without_capitals(["Moreau AB", "Lindqvist CDE"]) == ["Moreau AB", "Lindqvist CDE"]
    assert without_capitals(["MOREAU AB", "LI C"]) == ["Moreau AB", "Li C"]
    assert without_capitals(["AB MOREAU", "C. LI"]) == ["AB Moreau", "C. Li"]
    assert without_capitals(["Ann O’MOREAU", "Bo LI"]) == ["Ann O’Moreau", "Bo Li"]
