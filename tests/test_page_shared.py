"""Pages as databases and sites that share documents show them."""

from __future__ import annotations

import pytest
from title_samples import TEXT, TITLE

from searcher.formats.page.citation import find_citation
from searcher.formats.page.citation.journals import journal_before
from searcher.formats.page.citation.plain import clean_journal
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.wording import speaks_of_medicine
from searcher.formats.page.lines import read_lines
from searcher.formats.page.reader import read_page
from searcher.formats.page.title.untitled import can_be_title
from searcher.formats.page.words.medicine import ENDINGS


def test_a_citation_may_begin_with_its_year_and_have_pages_alone() -> None:
    citation = find_citation("2021, Journal of Hill Nursing, p. 104718")
    assert citation is not None
    assert (citation.journal, str(citation.date), citation.pages) == (
        "Journal of Hill Nursing",
        "2021",
        "104718",
    )
    assert find_citation("2021, Journal of Hill Nursing, Port") is None


@pytest.mark.parametrize("day", ["3.11.2021", "03/11/2021", "3-11-2021"])
def test_a_date_in_figures_before_a_journal_is_not_of_its_name(day: str) -> None:
    text = f"Received Date: 14.01.2021 Accepted Date: {day} Ward Nurs Rep"
    assert journal_before(f"{text} 2022;3:1", len(text))[0] == "Ward Nurs Rep"
    assert clean_journal("Ward Nurs Rep") == "Ward Nurs Rep"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1Dr. Moreau is Director, Hill Mood Clinic, and teaches in Port.", True),
        ("Ms. Tanaka and Mr. Ojo are with the Hill Mood Clinic, Port.", True),
        ("Dr. Moreau is right that tonic water is dangerous, and we thank her for it.", False),
        ("Fever is Director of the old sailors' fate, and of ours.", False),
    ],
)
def test_what_people_are_is_told_like_their_address(text: str, told: bool) -> None:
    assert is_address(text) is told


def test_a_probability_stands_in_a_result_and_in_no_title() -> None:
    title = "Fever after tonic water in old sailors, and its rarity thereafter"
    assert can_be_title(title)
    assert not can_be_title(f"{title} (p < 0.01)")


def test_settings_of_a_page_are_no_sections_of_its_article() -> None:
    settings = "Font Size:\nAa Aa Aa\nColumn Width:\nBackground:\nArticle\n\n"
    assert read_page(f"{settings}{TITLE}\n\nby\nLena Moreau\n1,*\n").title == TITLE


@pytest.mark.parametrize(
    "opening", ["Sir:", "Al Editor:", "Sr. Director:", "Monsieur le Rédacteur,"]
)
def test_a_letter_has_no_abstract(opening: str) -> None:
    page = f"{TITLE}\n\n{{}}{TEXT}\n\nWard Nurs Rep 2011;3(2):71-72\n"
    assert read_page(page.format(f"{opening} ")).abstract is None
    assert read_page(page.format("")).abstract is not None


def test_a_dash_of_another_encoding_parts_a_label_from_its_value() -> None:
    page = f"{TITLE}\n\nABSTRACT\n{TEXT}\n\nkey words Ð fever; tonic water; sailors\n"
    assert read_page(page).keywords == ("fever", "tonic water", "sailors")


@pytest.mark.parametrize("heading", ["Quick Summary:", "Continuing Education Activity"])
def test_a_summary_for_readers_in_haste_is_neither_title_nor_abstract(heading: str) -> None:
    said = "A case report describes low platelets in a patient who took linezolid for three weeks"
    record = read_page(f"{heading}\n\n{said}\n\nSummary\n\n{TEXT}\n")
    assert (record.title, record.abstract) == (None, TEXT)


def test_the_two_columns_of_a_printed_head_are_parted_where_they_run_together() -> None:
    page = (
        f"my article\n\n3\nRapid Communication {TITLE} Lena Moreau a,, Kei Tanaka a , Bo Ojo b "
        "a Department of Wards, Hill Institute, Port, India b Department of Nurses, Hill "
        "Institute, Port, India article info Article history: Received 3 February 2015 Keywords: "
        f"Fever Tonic water Sailors Drug eruption abstract {TEXT} {TEXT}\n"
    )
    record = read_page(page)
    assert record.title == TITLE
    assert record.keywords == ("Fever", "Tonic water", "Sailors", "Drug eruption")
    assert (record.abstract or "").startswith(TEXT)


def test_months_between_which_people_were_seen_stay_in_their_sentence() -> None:
    said = (
        "IMPORTANCE Linezolid is given in rural hospitals. OBJECTIVE To describe low platelets. "
        "DESIGN, SETTING, AND PATIENTS Observational study of 640 patients seen between January "
        f"2015 and December 2017. {TEXT}"
    )
    page = f"{TITLE}.\nAuthors\nAbstract\n\n{said}\n"
    assert read_page(page).year is None


@pytest.mark.parametrize("label", ["Published in", "Published in: ", "Published in "])
def test_a_row_of_a_catalogue_names_the_journal_before_its_volume(label: str) -> None:
    row = f"{label}Ward Letters Vol. 41; no. 6; p. 214\nLanguageEnglish"
    page = f"{TITLE}\n\nBibliographic Details\n{row}\n\nSummary:{TEXT}\n"
    assert read_page(page).journal == "Ward Letters"


def test_rights_are_told_by_a_sign_of_another_encoding() -> None:
    page = f"{TITLE}\n\nAbstract\n{TEXT} Ó 2015 Published by Hill Press on behalf of Port Nurses.\n"
    assert read_page(page).abstract == TEXT


def test_an_accent_before_its_letter_is_set_on_it() -> None:
    lines = [line.text for line in read_lines("Peri´ c Luka and Ivo Beneˇ s at the 5´ end")]
    assert lines == ["Perić Luka and Ivo Beneš at the 5´ end"]


def test_names_with_accents_set_on_their_letters_tell_where_the_title_ends() -> None:
    site = "\n".join(["Home > Documents > Linezolid", "Date post: 19-Feb", *["Upload: others"] * 8])
    head = f"ward journal Case Report {TITLE} of the north Peri´ c Luka 1, * and Ivo Kova´ c 2"
    record = read_page(f"{site}\n\n{head} 1 Hill Institute, Port Abstract: {TEXT} {TEXT}\n")
    assert record.title == f"{TITLE} of the north"


def test_the_letters_of_a_short_name_are_no_volume() -> None:
    cited = "(see On Fever, A.V.I., Port, 1992, Seite 61)."
    page = f"{TITLE}\n\n{cited}\nThey were well soon.\n\n© 1994\nWard Letters\n"
    assert read_page(page).year == 1994


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_of_medicine_tells_a_word_that_no_beginning_does(ending: str) -> None:
    assert speaks_of_medicine(f"Two flor{ending}: wards")
    assert not speaks_of_medicine(f"Two flor{ending}flor wards")


def test_a_text_that_is_shown_with_its_markup_is_read_without() -> None:
    page = (
        f"{TITLE[:20]} ...\n\nWard <strong>Letters</strong> (2006) 10, S12–S20<br />\n\n"
        f"<strong>{TITLE[:9]}</strong>{TITLE[9:]}<br />\nLena Moreau , Kei Tanaka<br />\n\n"
        f"<p>KEYWORDS:</p><p>Fever;</p><p>Tonic water</p>\n\nSummary {TEXT}<br />"
    )
    record = read_page(page)
    assert (record.title, record.journal, record.abstract) == (TITLE, "Ward Letters", TEXT)
    assert record.keywords == ("Fever", "Tonic water")
