"""What tells a title, or what is none: names on its line, markup, rights, references, initials."""

from __future__ import annotations

import pytest
from title_samples import TEXT, TITLE, title_of

from searcher.formats.page.citation.names import names_a_journal
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.reader import read_page
from searcher.formats.page.title.cited import split_head


def test_names_behind_a_short_title_speak_for_it() -> None:
    page = f"12 views, 4 pages\n\nPlatelets and fever: Brandt A., Nowak P., Gil, M.M\n\n{TEXT}"
    assert read_page(page).title == "Platelets and fever"


def test_many_surnames_before_a_title_are_none_of_its_words() -> None:
    page = f"Brandt, Nowak, Ruiz, and Holm: {TITLE}\n\nSofia Rossi, Ann Lee"
    assert title_of(page) == TITLE


@pytest.mark.parametrize("line", [f"1033417 {TITLE}", f"Research article 52-week {TITLE}"])
def test_a_number_of_the_site_is_no_part_of_a_title_and_one_of_weeks_is(line: str) -> None:
    assert title_of(line) in (TITLE, f"52-week {TITLE}")


def test_titles_in_markup_amid_the_lines_of_a_page_are_labelled() -> None:
    page = (
        "A server of records\n\n<record>\n<titleStmt>\n"
        f'<title xml:lang="en">{TITLE} &amp; wards</title>\n'
        f'<title level="j">Journal of Wards</title>\n<sec><title>Background</title>\n{TEXT}'
    )
    record = read_page(page)
    assert (record.title, record.journal) == (f"{TITLE} & wards", "Journal of Wards")


def test_who_holds_the_rights_is_no_title() -> None:
    page = f"Ward Letters on Blood 2016 by the Northern College of Blood\n\n{TEXT}"
    assert read_page(page).title is None


def test_a_numbered_reference_below_an_abstract_is_not_its_article() -> None:
    page = (
        f"Abstract\n{TEXT}\n\n1.\nBrandt A, Nowak P, Holm J: Platelets after linezolid. "
        "Blood 2003;101:771-779."
    )
    record = read_page(page)
    assert (record.title, record.journal, record.year) == (None, None, None)


def test_initials_in_the_middle_of_a_name_do_not_make_a_journal_of_it() -> None:
    assert not names_a_journal("Piotr J.D. Nowak")
    assert names_a_journal("Indian J Surg")


def test_a_category_before_what_a_drug_did_is_a_title() -> None:
    assert read_category("CASE REPORT: LINEZOLID INDUCED FEVER") is None
    assert read_category("Case report: Internal medicine") == ("Case Reports",)


@pytest.mark.parametrize("title", [TITLE, "Low platelets"])
def test_titles_of_other_articles_above_the_first_blank_line_are_not_its_own(title: str) -> None:
    page = (
        "Most read\nOutcomes of children with severe malaria in rural hospitals\n"
        f"Statins and the risk of diabetes in older women\n\n{title}\n\n{TEXT}"
    )
    assert read_page(page).title == title


def test_a_journal_over_the_kind_of_an_article_and_its_title_is_not_the_title() -> None:
    journal, title = "Ward informatics and decision making", "A counting algorithm"
    people = "Anna Brandt, Piotr Nowak"
    head = f"Home\nArchive\n{journal}\nResearch article\nOpen access\n{title}\n{people}"
    assert title_of(f"{head}\n{journal} volume 12, Article number: 34 (2012)") == title
    assert title_of(f"{TITLE}\nResearch article\n{people}") == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Growth of a new strain of Platella wardensis gen. nov., sp. nov., which was found in the "
        "wards of hospitals. II. Effects of linezolid on f. sp. platellae in charts of patients",
        "A Novel Starch-Based Soluble Linezolid Powder for the Growing World",
        "Sleep, Fever, and Platelets in School-Age Children With Linezolid",
        "Platelets, Linezolid, and Death Among Former, Present, and Never Smoking College Students",
        "Hospital gowns as a vehicle of linezolid and fever in an intensive care unit",
        "Risk of Hospitalized Fever Under Linezolid, Quinine, and Other Tablets",
    ],
)
def test_what_looks_like_sentences_names_or_an_address_may_be_a_title(title: str) -> None:
    assert title_of(f"Ward Letters\n\n{title}\n\nAnna Brandt, Piotr Nowak") == title


@pytest.mark.parametrize(
    "line",
    [
        "Linezolid and the platelets of rural pa ... - Ward Scholar",
        "Ref.Age, sexClinical findingsFormPeak platelets (mg/dL)Disease pattern",
        "ARTICLE © Hill, Paris, linezolid and platelets",
        "Brandt, Treatment of Low Platelets Under Linezolid, Acta Wardica, № 112, с. 88",
        "Тромбоцитопения на фоне линезолида у",
    ],
)
def test_cut_titles_cells_rights_numbers_and_open_ends_are_no_title(line: str) -> None:
    assert title_of(f"{line}\n\nAnna Brandt, Piotr Nowak") is None


def test_words_in_quotation_marks_within_a_cited_title_are_not_all_of_it() -> None:
    title = 'Routine versus "on demand" linezolid for patients of a rural hospital'
    assert split_head(f"Brandt A, Nowak P. {title}")[0] == title
    assert split_head('Brandt A, Nowak P. "Linezolid in rural wards," in')[0] == (
        "Linezolid in rural wards"
    )


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"Open Access Full Text Article Review {TITLE}", TITLE),
        ("Clinical CT-Based Counts of Platelets Under Linezolid", None),
        ("Review Article: is linezolid worth its price in platelets?", None),
        ("REVIEW OF LINEZOLID AND PLATELETS IN RURAL WARDS", None),
    ],
)
def test_kinds_of_article_are_taken_off_and_words_of_a_title_are_not(
    line: str, title: str | None
) -> None:
    assert title_of(f"Ward Letters\n\n{line}\n\nAnna Brandt, Piotr Nowak") == (title or line)


def test_the_field_in_front_of_a_title_in_small_letters_is_none_of_it() -> None:
    people = "Anna Brandt, Piotr Nowak"
    assert title_of(f"Ward Letters\n\nDermatology {TITLE}\n\n{people}") == TITLE
    title = "Nephrology in rural wards and the platelets of their patients"
    assert title_of(f"Ward Letters\n\n{title}\n\n{people}") == title


def test_a_title_between_an_abstract_and_its_second_copy_is_found() -> None:
    people = "Anna Brandt, MD,\na\nPiotr Nowak, MD,\nb"
    above = f"ArticlePDF Available\n\nAbstract and Figures\n\n{TEXT}"
    rights = "Content may be subject to copyright."
    page = f"{above}\n{rights}\nCASE REPORT\n{{}}\n{people}\nABSTRACT\n{TEXT}\n"
    assert read_page(page.format(TITLE)).title == TITLE
    assert read_page(page.format("MINI-FOCUS ISSUE: INTERVENTIONS")).title is None
    assert read_page(f"{above}\n\nRelated papers\n\n{TITLE} of others\n\n{people}").title is None


@pytest.mark.parametrize(
    "title",
    [
        "Search for platelets and linezolid in patients of two rural hospitals",
        "Rural Platelet Counting With Linezolid or Tablets Versus Rural Platelet Counting",
    ],
)
def test_a_long_command_and_a_few_words_said_again_are_of_a_title(title: str) -> None:
    assert title_of(f"Ward Letters\n\n{title}\n\nAnna Brandt, Piotr Nowak") == title
    assert title_of("Search for platelets and linezolid\n\nAnna Brandt, Piotr Nowak") is None
