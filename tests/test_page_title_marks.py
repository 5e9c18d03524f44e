"""What a meeting, an archive or a table sets in front of a title, and what a copy leaves there."""

from __future__ import annotations

import pytest
from title_samples import TEXT, TITLE, title_of

from searcher.formats.page.reader import read_page

CAPITALISED = "Low Platelets in Rural Children after Linezolid"


@pytest.mark.parametrize(
    "line",
    [
        f"[P-082-B] {TITLE}",
        f"[OR12] {TITLE}",
        f"P12.03 {TITLE}",
        f"P12.03 {TITLE.upper()}",
        f"PO-123 - {TITLE}",
        f"Abstract 1234: {TITLE}",
        f"Abstract P1234: {TITLE}",
        f"Poster No. 27 | {TITLE}",
    ],
)
def test_the_code_of_an_abstract_at_a_meeting_is_no_part_of_its_title(line: str) -> None:
    assert title_of(line) in (TITLE, TITLE.upper())


@pytest.mark.parametrize(
    "title",
    [
        "[F-18] fluorodeoxyglucose uptake of platelets after linezolid",
        "CA-125 - a marker of low platelets in children after linezolid",
        "PM2.5 exposure and low platelets in children after linezolid",
    ],
)
def test_what_looks_like_a_code_may_be_a_substance(title: str) -> None:
    assert title_of(title) == title


@pytest.mark.parametrize(
    "line",
    [
        f'Archive "{TITLE}" (22.10.2004)',
        f"“{TITLE}” 2004",
        f"{TITLE})",
        f"[{TITLE}",
        f"Title: {TITLE})\n\nAuthor: Anna Brandt",
    ],
)
def test_quotation_marks_and_a_lone_bracket_are_no_part_of_a_title(line: str) -> None:
    assert title_of(line) == TITLE


def test_the_quoted_title_of_another_article_stays_in_that_of_an_answer() -> None:
    title = "Reply to “Low platelets in children after linezolid”"
    assert title_of(title) == title


@pytest.mark.parametrize("kind", ["Clinical Study", "Review", "Research Article"])
def test_a_kind_of_article_is_taken_off_the_front_of_a_title_in_capitals(kind: str) -> None:
    assert title_of(f"{kind} {CAPITALISED}") == CAPITALISED


def test_a_title_in_capitals_may_begin_with_a_kind_of_article() -> None:
    title = "Clinical Trial Entry of Rural Children with Low Platelets"
    assert title_of(title) == title


def test_the_label_of_a_title_may_have_lost_its_colon() -> None:
    page = f"Search\n\nTitle {TITLE}\nAuthors Brandt A, Nowak P\nYear 2018\n\nAbstract\n{TEXT}"
    assert read_page(page).title == TITLE


def test_what_a_line_break_leaves_of_a_citation_numbers_no_title() -> None:
    page = f"Ward Letters, 2004; 6 (2\n\n)\n\nLow platelets: a review\nAnna Brandt\n\n{TEXT}"
    assert read_page(page).title == "Low platelets: a review"


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE}: Brandt A., Nowak P., Ruiz Gil M.",
        f"Brandt et al.: {CAPITALISED}: A Survey of All of the Wards of a District",
        f"Brandt, Nowak, and Ruiz: {TITLE} - a hospital based study in Lund, Sweden",
    ],
)
def test_names_on_the_line_of_a_title_are_no_part_of_it(line: str) -> None:
    title = title_of(line)
    assert title and title.startswith((TITLE, CAPITALISED)) and "Brandt" not in title


@pytest.mark.parametrize(
    "line",
    [
        "Special Issue: Safety of Antibiotics in Hospital",
        "Sec. Safety of Antibiotics and of Platelets",
        "特集 抗菌薬の安全性と血小板減少",
        "今月の特集 抗菌薬の安全性",
    ],
)
def test_the_name_of_a_series_over_a_title_is_none(line: str) -> None:
    assert title_of(f"{line}\n{TITLE}\nAnna Brandt") == TITLE
    assert read_page(f"{line}\n\n{TEXT}").title is None


@pytest.mark.parametrize(
    "behind", ["A Warning or a Myth", "Or Warning", "Three Wards in Review of"]
)
def test_a_few_words_with_capitals_behind_a_dash_may_be_a_subtitle(behind: str) -> None:
    title = f"{TITLE} – {behind} Reports"
    assert title_of(title) == title


def test_affiliations_that_letters_number_are_no_title() -> None:
    page = (
        "Low platelets\n\nWard Letters 2019;3(2):4-9\n\na Senior Physician for Blood, Lund\n"
        "b Junior Physician for Blood, Lund\nc Physician for Children, Lund\n\n"
        f"Introduction\n\n{TEXT}"
    )
    assert read_page(page).title == "Low platelets"


def test_an_entry_of_a_list_is_no_title() -> None:
    page = f"linezolid-induced thrombocytopenia;\nplatelets\n\n{TEXT}"
    assert read_page(page).title is None


@pytest.mark.parametrize("sign", ["*", "†"])
def test_a_footnote_that_stands_where_its_mark_does_is_no_part_of_a_title(sign: str) -> None:
    assert title_of(f"{TITLE}{sign} {sign} Read at a meeting of the wards in May.") == TITLE


@pytest.mark.parametrize(
    "beside",
    [
        "Editor who approved publication: Professor Omar Ueda",
        "Posters: Platelets and Wards Platelets - Clinical (55 abstracts)",
        "LZD, linezolid given by mouth; PLT, platelets",
    ],
)
def test_editors_sessions_and_abbreviations_are_no_titles(beside: str) -> None:
    assert title_of(f"{beside}\n\n{TITLE}\n\nAnn Hill, Bo Lee") == TITLE
    assert title_of(f"{beside}\n\nAnn Hill, Bo Lee") is None


def test_a_page_without_an_abstract_may_begin_with_its_citation() -> None:
    title = "Effect of the dose of linezolid on the count of platelets in a rural hospital"
    cited = f"Hill A, Lee B. {title}. Ward Letters 2018; 51(11): 29-32 [PMID: 39000001]"
    page = (
        f"{cited}\nCorresponding Author of This Article\nAnn Hill, MD, Ward of Fevers, Port Town\n"
        f"Ward Lett. Nov 15, 2018; 51(11): 29-32\n{title}\nAnn Hill, Bo Lee\n\nCore Tip\nCount."
    )
    assert read_page(page).title == title


def test_what_a_profile_says_of_the_kind_of_article_is_no_part_of_its_title() -> None:
    assert title_of(f"{TITLE} Academic Article Article uri icon") == TITLE
