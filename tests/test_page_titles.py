"""Titles of copied pages: what is glued to them, what stands around them, what only looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_samples import as_document
from title_samples import TEXT, TITLE, title_of

from searcher.formats import parse
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.reader import read_page
from searcher.formats.page.title.untitled import can_be_title
from searcher.record import Record
from searcher.sources import documents


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} Anna Maria Brandt1, Piotr Jan Nowak2, J. K. Olsson1 and Maria Ruiz Gil2",
        f"{TITLE} Anna Brandt, Piotr Nowak, and Sofia Rossi Department of Medicine, Lund, Sweden",
        f"Ward Letters 2014;24 (2):118-124. Original Article {TITLE}",
        f"Original Article {TITLE}",
        f"Get Permission Brandt and Nowak: {TITLE}",
        f"{TITLE} Journal Articles uri icon",
        f"{TITLE}(Article)",
        f"(PDF) {TITLE}",
        f"{TITLE} [PDF]",
        f"View of {TITLE}",
        f"{TITLE} Volume 27, numéro 6, November-December 2017",
        f"{TITLE} | Vol. 27, No. 6, 2017",
        f"{TITLE}[small open star]",
        f"{TITLE} |",
        f"scholarly journals {TITLE}",
        f"journal article {TITLE}",
        f"Holm J, Brandt A, and Nowak P. {TITLE}",
        f"HOLM, Anna et al. {TITLE}",
        f"{TITLE}\n\nreview-article",
        f"{TITLE}\n\nin Journal of Wards",
        f"P-123 {TITLE}",
        f"{TITLE} ·",
        f"{TITLE} »",
        f"{TITLE} Full Text (PDF)",
        f"{TITLE} Read more",
        f"PDF {TITLE}",
        f"Full Text{TITLE}",
        f"Open Access {TITLE}",
        f"{TITLE} Case Report",
        f"{TITLE} research-article",
        f"{TITLE} Artículo original",
        f"{TITLE} [Review]",
        f"[Case Report] {TITLE}",
        f"{TITLE} (2019)",
        f"{TITLE} - 2019-05-12",
        f"{TITLE} — May 12, 2019",
        f"{TITLE} Published: 12 May 2019",
        f"{TITLE} - {TITLE}",
        f"{TITLE} WARD NEWS {TITLE}",
        f"{TITLE} by John A. Holm and Mary Brandt",
        f"{TITLE} John A. Holm, Mary B. Brandt, Piotr Nowak",
        f"{TITLE} - Northern Academic",
        f"{TITLE} • Universidad de Ejemplo",
        f"Northern Academic - {TITLE}",
        f"Universidad de Ejemplo | {TITLE}",
        f"Journal of Wards - {TITLE}",
    ],
)
def test_what_is_glued_to_a_title_on_its_line_is_taken_off(line: str) -> None:
    assert title_of(line) == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Low platelets in a child after linezolid - A Case Report",
        "Low platelets in children after linezolid: Review",
        "Low Platelets in Rural Children after Linezolid: A Rare Case Report",
        "Low Platelets in Rural Children after Linezolid-A Review",
        "Low platelets in children after linezolid - Part II",
        "Low platelets in children after linezolid, Lund, 2011-2016",
        "Low platelets in children given linezolid by the hospital at home in 2019",
        "Linezolid and Low Platelets in Children - New Insights",
        "Why Are Some Linezolid-Producing Bacteria So Diverse and Linezolid-Fed Ones So Few?",
        "IL-10: A Cytokine of Low Platelets in Children after Linezolid",
        "Low platelets in COVID-19: A survey of children after linezolid",
        "Low platelets in children after linezolid: a network meta-analysis",
        "Low platelets in children given linezolid in Lund, 1975 - 2001",
    ],
)
def test_what_ends_a_title_as_its_own_is_left(title: str) -> None:
    assert title_of(title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Effects of Linezolid, Folic Acid, and Vitamin B on platelets",
        "Case report: Low platelets in a child after linezolid",
        "Comparison of the Effects of Vitamin D, Folic Acid, and Vitamin B",
    ],
)
def test_a_title_that_lists_what_looks_like_names_is_whole(title: str) -> None:
    assert title_of(f"{title}\n\nAnna Brandt, Piotr Nowak") == title


def test_a_kind_of_article_is_taken_off_a_title_in_capitals_too() -> None:
    title = "Low Platelets in Rural Children after Linezolid"
    assert title_of(f"{title} Case Report") == title


def test_markdown_that_lost_its_line_breaks_is_read_by_its_marks() -> None:
    page = read_page(
        f"{TITLE} ================ * Anna Brandt * Piotr Nowak ## Abstract **PURPOSE** To know "
        f"how often platelets fall. **RESULTS** {TEXT} ## Introduction Linezolid is old."
    )
    assert page.title == TITLE
    assert page.abstract is not None
    assert page.abstract.startswith("PURPOSE To know how often")


def test_the_line_over_the_names_is_the_whole_title_though_another_line_goes_on() -> None:
    head = (
        f"{TITLE}: when to stop? * Anna Brandt Introduction\n\n{TITLE}: when to stop?\nAnna Brandt"
    )
    assert title_of(f"{head}, Piotr Nowak") == f"{TITLE}: when to stop?"


def test_a_title_that_looks_like_a_name_is_told_by_the_words_of_the_abstract() -> None:
    head = (
        "Notes on Wooden Floors of Wards: a list\n\nISSN 1234-5678\n\nInduced Linezolid Platelets"
    )
    assert title_of(f"{head}\n\nAnna Brandt, Piotr Nowak") == "Induced Linezolid Platelets"


def test_a_journal_that_looks_like_a_name_does_not_make_a_title_of_the_line_above() -> None:
    head = """Archive
Most Read
Falls on hospital wards and the colour of the floor
Night shifts and medication errors: a survey
Acta Medica Lundensis
ISSN 1234-5678
Plaquettes basses
Anna Brandt, Piotr Nowak"""
    text = (
        "Le linézolide peut faire baisser les plaquettes chez les patients qui le prennent. Nous "
        "avons lu les dossiers de 120 patients dans un hôpital rural. Les plaquettes étaient "
        "basses chez 31 patients, et elles remontaient après la fin du traitement."
    )
    assert read_page(f"{head}\nRésumé\n{text}\n").title == "Plaquettes basses"


@pytest.mark.parametrize(
    "title",
    [
        "요양병원에서 약사 주도 처방중단이 낙상에 미치는 영향",
        "某医院注射用药不良反应注册登记研究与安全性长期监测分析",
    ],
)
def test_an_asian_title_may_speak_of_hospitals_and_registers(title: str) -> None:
    assert read_page(f"{title}\n\nAnna Brandt, Piotr Nowak\n\nAbstract\n\n{TEXT}").title == title


def test_case_report_over_a_title_in_capitals_is_no_section() -> None:
    page = read_page(f"Ward Letters\nCASE REPORT\n{TITLE.upper()}.\nAnna Brandt, MD\n{TEXT}")
    assert page.title == f"{TITLE.upper()}."


def test_a_long_title_over_a_letter_is_no_paragraph() -> None:
    title = (
        "Effect of linezolid on platelets in patients of a rural hospital with severe infection "
        "of the skin and the bones: rationale and design of a randomized trial of linezolid plus "
        "aspirin, and of vancomycin plus aspirin among them"
    )
    assert (
        read_page(f"Ward Letters\n\n{title}\n\nAnna Brandt, Piotr Nowak\n\n{TEXT}").title == title
    )


@pytest.mark.parametrize(
    "line",
    ["REGISTRO DOI: 10.9999/wards.2024.17", "Director: prof. dr hab. med. Jan Nowak, Lublin"],
)
def test_an_identifier_or_a_person_is_no_title(line: str) -> None:
    assert title_of(line) is None


def test_the_title_of_a_session_is_not_that_of_the_article() -> None:
    head = f"{TITLE}: a survey\n\nAnna Brandt1, Piotr Nowak2, Lund\n\nSession Information"
    assert title_of(f"{head}\n\nTitle: Blood – Poster II\n\nSession Type: Poster") == (
        f"{TITLE}: a survey"
    )


def test_a_labelled_title_is_believed_where_no_line_of_the_head_is_sure() -> None:
    head = "Ward Library\n\nTitle: Notes on a cohort\n\nAuthor: Anna Brandt"
    assert title_of(head) == "Notes on a cohort"


@pytest.mark.parametrize("line", ["Статьи", "Olgu Sunumu", "Praca oryginalna", "综述"])
def test_categories_of_articles_are_known_in_many_languages(line: str) -> None:
    assert read_category(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Доцент М.Г. Иванова1,2, профессор А.Ю. Петров1",
        "Prof. Dr. Hans Weber, Dr. med. Eva Klein",
        "dr hab. n. med. Jan Nowak, lek. Anna Kot",
        "Uzm. Dr. Ayşe Kaya, Prof. Dr. Ali Demir",
        "prof. MUDr. Petr Svoboda, CSc.; MUDr. Jan Dvořák, Ph.D.",
        "Prof.ssa Anna Bianchi, Dott. Mario Rossi",
    ],
)
def test_titles_before_names_are_no_part_of_them(line: str) -> None:
    names = read_names(line)
    assert len(names) == 2
    assert not any("r." in name or "ro" in name[:3].lower() for name in names)


@pytest.mark.parametrize(
    "line",
    [
        "platelets; evidence-based medicine; residency; wards; pharmacology",
        "Ⅰ. 緖論",
        "Anna Brandt, MD, Piotr Nowak, PhD",
    ],
)
def test_plain_text_takes_no_list_and_no_heading_for_its_title(tmp_path: Path, line: str) -> None:
    file = tmp_path / "note.txt"
    file.write_text(f"{line}\n\nWards are full of noise, and nobody knows why.\n", encoding="utf-8")
    record = next(parse(next(iter(documents(str(file)))), as_format="plain"))
    assert isinstance(record, Record)
    assert record.title is None


@pytest.mark.parametrize(
    "title",
    [
        "Lægemidler og bilkørsel i almen praksis",
        "Osutka po allopurynolu i jej leczenie w Łodzi",
        "Linezolid in a phase I trial across the US",
    ],
)
def test_small_words_of_other_languages_are_not_those_of_a_site(title: str) -> None:
    head = "Welcome to the old floors: please read on\n\n{}\n\nHistory of wards\n\nVolume 3"
    assert title_of(head.format(title)) == title


def test_a_line_that_announces_a_title_is_not_joined_with_it() -> None:
    title = "Tuberculosis in domestic animals"
    head = f"a new article was published in Ward Letters:\n\n{title}\nAnna Brandt, Piotr Nowak"
    assert read_page(f"{head}\nWard Letters 2019;12:45-50\n\n{TEXT}").title == title


def test_a_title_below_its_trail_needs_no_names() -> None:
    page = f"Home » Research » {TITLE}\n{TITLE}\nPosted by admin\nLeave a comment\n{TEXT}"
    assert read_page(page).title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "The halo sign in aspergillosis of the lung",
        "Loading doses of linezolid in the elderly",
        "Low platelets: what you need to know",
        "In search for markers of low platelets",
        "Dose finding before patients purchase linezolid",
        "Adverse reactions in patients of a university hospital, Sweden",
        "Clinical course, diagnosis, and treatment of low platelets",
        "Farmacovigilancia hospitalaria en Cuba, 2003-2010",
        "某院2019年药品不良反应报告分析",
        "大学病院における持参薬管理の現状",
    ],
)
def test_words_of_menus_and_addresses_may_stand_in_titles(title: str) -> None:
    assert can_be_title(title)


@pytest.mark.parametrize(
    "line",
    [
        "Sign in",
        "Not registered? Please sign in",
        "Loading...",
        "Purchase access to this article",
        "Search for articles",
        "You can read it online",
        "Department of internal medicine, university hospital, Lund, Sweden",
        "Klinik für Innere Medizin, 1090 Wien",
        "大学病院薬剤部",
        "登录 | 注册",
        "第15卷第2期 2019年",
    ],
)
def test_menus_addresses_and_dates_are_no_titles(line: str) -> None:
    assert not can_be_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "Y Gao,M Chen",
        "A.F. Brandt , MD *,, P.A. Nowak , BHSc",
        "Anna Brandt / Piotr Nowak",
        "Anna Brandt ve Piotr Nowak",
        "Anna Brandt och Piotr Nowak",
        "Anna Brandt i Piotr Nowak",
        "Anna Brandt dan Piotr Nowak",
        "Анна Брандт и Пётр Новак",
        "ІВАНЕНКО І.І., ПЕТРЕНКО П.П.",
        "Μαρία Παππά, Γιώργος Νικόλας",
        "João da Silva, Ana Paula dos Santos e Silva",
        "王 小明, 李 华",
        "Kim MS, Lee YH",
    ],
)
def test_names_are_read_as_authors_of_many_countries_are_listed(line: str) -> None:
    assert len(read_names(line)) == 2
    assert all(" " in name.strip() or not name.isascii() for name in read_names(line))


@pytest.mark.parametrize(
    "group",
    [
        ", the Example Study Group on Low Platelets",
        ", Example Drug Network (EDN) Example Drug Network (EDN)",
        " and the Linezolid in Wards Investigators",
        " & the Wards and Platelets Working Party",
    ],
)
def test_a_group_that_signs_with_the_authors_is_none_of_the_names(group: str) -> None:
    assert len(read_names(f"Anna Brandt, Piotr Nowak{group}")) == 2


def test_a_title_on_a_group_is_no_list_of_names() -> None:
    assert not read_names("Linezolid Therapy and the Wards of a Working Party")


def test_a_faculty_of_a_university_is_an_address_without_its_town() -> None:
    assert not can_be_title("UNIVERSITÉ DE LUND FACULTÉ DES SCIENCES PHARMACEUTIQUES")


@pytest.mark.parametrize("bar", ["|", "-", "–", "—", "::"])
def test_what_a_browser_calls_a_page_is_its_title_and_its_site(bar: str) -> None:
    head = f"{TITLE} {bar} WardSite\n\nMenu\n\n{TITLE} Get access\n\nAnna Brandt"
    assert title_of(head) == TITLE
    assert title_of(f"{TITLE} {bar} Journal of Ward Medicine") == TITLE


def test_words_set_off_in_a_heading_or_beside_strong_ones_lose_their_marks() -> None:
    page = read_page(
        "# Linezolid and platelets: *a review* of _S. aureus_ and **140** wards\n\n"
        "**Ann Lee**, **Bo Ek**\n\n## Abstract\n\n"
        f"**Background:** After *linezolid* platelets are _low_, by p*q. **Results:** {TEXT}\n"
    )
    assert page.title == "Linezolid and platelets: a review of S. aureus and 140 wards"
    assert (
        page.abstract == f"Background: After linezolid platelets are low, by p*q.\nResults: {TEXT}"
    )
    kept = "We count platelets * wards * days and write them as platelets*wards*days everywhere."
    assert read_page(f"# Linezolid and platelets\n\n## Abstract\n\n{kept}\n").abstract == kept


def test_a_heading_of_markdown_may_be_the_name_of_a_page_too() -> None:
    assert title_of(f"# {TITLE} | WardSite\n\nThumbnail\n\n{TITLE}\n\nThumbnail") == TITLE


def test_a_subtitle_behind_a_dash_is_no_site() -> None:
    title = f"{TITLE} – a cohort study"
    assert title_of(f"{title}\n\nAnna Brandt, Piotr Nowak") == title


def test_a_title_goes_on_though_its_last_word_is_the_name_of_a_section() -> None:
    head = "Low platelets in patients of a rural hospital who take no other\nmedication\n\n{}"
    assert title_of(head.format("Anna Brandt, Piotr Nowak")) == (
        "Low platelets in patients of a rural hospital who take no other medication"
    )


def test_a_title_in_capitals_goes_on_though_its_next_line_looks_like_names() -> None:
    head = "COUNTS AFTER LINEZOLID IN PATIENTS WITH\nLINEZOLID WEEKS AND RURAL PLATELETS"
    assert title_of(f"{head}\nANNA BRANDT, J. NOWAK") == (
        "COUNTS AFTER LINEZOLID IN PATIENTS WITH LINEZOLID WEEKS AND RURAL PLATELETS"
    )


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Colchicine in gout", "Colchicine in gout"),
        ("Метотрексат и печень", "Метотрексат и печень"),
        ("Osutka po leczeniu", "Osutka po leczeniu"),
        ("高齢者における高血圧の治療", "高齢者における高血圧の治療"),
        ("The old floors", None),
        ("Our Partners in Print", None),
    ],
)
def test_without_an_abstract_a_title_speaks_of_medicine(line: str, title: str | None) -> None:
    assert read_page(f"{line}\n\nWard Letters 2014;24(2):118-124.\n").title == title


@pytest.mark.parametrize(
    "line",
    [
        "Edited by Anna Brandt and Piotr Nowak",
        "Second review by: Dr. Anna Brandt",
        "Ward Letters of the Old Floors p-ISSN: 1234-5678",
        "Low platelets and linezolid.pdf (212 kB)",
        "[ English ] [ Full text ] [ PDF ]",
    ],
)
def test_roles_files_and_buttons_are_no_titles(line: str) -> None:
    assert not can_be_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "A newer article on platelets is available.",
        "Funding for these patients was provided by:",
        "Patient information: See related handout on platelets",
    ],
)
def test_what_a_site_says_of_an_article_is_no_title(line: str) -> None:
    assert title_of(f"{line}\n\nWard Letters 2014;24(2):118-124.") is None


@pytest.mark.parametrize(
    "title",
    [
        "Outcome of a Free Platelet Clinic at Old Floors Hospital, Lund.",
        "PATTERN OF LOW PLATELETS AT A GENERAL HOSPITAL IN LUND, SWEDEN",
    ],
)
def test_a_title_may_speak_of_a_hospital(title: str) -> None:
    assert title_of(f"{title}\n\nMain Article Content") == title


def test_a_title_with_another_dash_is_the_same() -> None:
    title = f"{TITLE} - a substudy of the trial of wards"
    assert title_of(f"{title}\n\n{title.replace(' - ', ' – ')}") == title


def test_a_page_that_begins_with_a_case_report_says_what_kind_of_article_it_is() -> None:
    title = "What is known of the platelets of those who were given linezolid in the wards?"
    page = f"CASE REPORT\n\n{title}\n\nWard Letters 2014;24(2):118-124.\n"
    assert read_page(page).title == title


def test_the_title_of_the_citation_is_better_than_a_line_without_a_word_of_the_abstract() -> None:
    cited = f"Brandt A, Nowak P. {TITLE}. Ward Lett 2014;24(2):118-124."
    assert title_of(f"{cited}\n\nPlagiarism check of old floors: Yes") == TITLE


def test_names_with_degrees_below_a_title_speak_for_it() -> None:
    names = "Anna Brandt, MD, PhD, Piotr Nowak, MD, & J. Olsson, MD | Issue: June 2014"
    page = f"Ward letters of the old floors | The house\n\n{TITLE}\n{names}\n"
    assert read_page(page).title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "March 2008, Volume 58, Issue 3",
        "Ward Letters (Lund), 2012;50(3):231-5",
        "Anna T Brandt",
        "Photo: Wards – stock.example.com",
    ],
)
def test_the_title_of_plain_text_may_stand_below_the_first_line(line: str) -> None:
    text = f"{line}\n\n{TITLE}\n\nNobody knows why wards are full of noise. It is so.\n"
    (record,) = parse(as_document(text, "note.txt"), "plain")
    assert isinstance(record, Record)
    assert record.title == TITLE
    assert TITLE not in (record.body or "")


@pytest.mark.parametrize("more", ["in Letters of the Old Floors", "from Ward Letters"])
def test_the_journal_below_a_title_is_no_part_of_it(more: str) -> None:
    assert title_of(f"{TITLE}\n\n{more}\nAuthors:\nAnna Brandt, Piotr Nowak") == TITLE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Safety of linezolid in a rural hospital", "Profilo di sicurezza del linezolid"),
        ("Uso del linezolid y las plaquetas bajas", "The use of linezolid and low platelets in it"),
        ("Sicherheit von Linezolid und die Zahl der Zellen", "Safety of linezolid for the cells"),
    ],
)
def test_the_first_of_two_titles_on_a_line_is_taken(first: str, second: str) -> None:
    assert (
        title_of(f"{first} {second} nella pratica" if "Profilo" in second else f"{first} {second}")
        == first
    )


def test_a_place_with_a_foreign_name_makes_no_second_title() -> None:
    title = "Linezolid and low platelets in patients of the Family Health Program (FHP) units in "
    assert title_of(f"{title}Praia de Exemplo, Rio de Janeiro") == (
        f"{title}Praia de Exemplo, Rio de Janeiro"
    )


def test_an_entry_of_a_menu_stands_on_a_page_again_and_again() -> None:
    menu = "Current site of wards\nAnna Brandt\n"
    assert read_page(f"{TITLE}\n\n{5 * menu}").title == TITLE


def test_a_short_title_over_the_names_is_bare_of_a_line_that_adds_the_site() -> None:
    head = "0 Low platelets - WARD LETTERS\n\nLow platelets\n\nAnna Brandt, CSc."
    assert title_of(head) == "Low platelets"


def test_a_year_behind_the_stop_is_no_part_of_a_title() -> None:
    assert title_of(f"{TITLE}. 1997") == f"{TITLE}."


def test_a_setting_of_the_site_is_no_section_that_ends_the_head() -> None:
    page = f"Line spacing:\nBackground:\nOpinion\n\n{TITLE}\n\nAnna Brandt\n\nAbstract\n\n:\n"
    assert read_page(page).title == TITLE


def test_names_in_a_citation_are_no_title() -> None:
    assert title_of("Brandt et al. Ward Lett 2014;24(2):118-124.") is None


def test_names_with_initials_are_no_title_though_nothing_else_is_one() -> None:
    assert (
        read_page("Louise T Brandt\nAnna K Nowak\nMaria J Olsson\n\nFloors, wards\n").title is None
    )


def test_a_record_of_a_repository_may_have_lost_what_parts_label_and_value() -> None:
    rows = (
        "dc.contributor.authorBrandt, A.\ndc.identifier.otherPURE: 192140\n"
        f"dc.description.abstract{TEXT}en\ndc.language.isoeng\n"
        f"dc.relation.ispartofWard Letters\ndc.titleDoes linezolid lower platelets?en\n"
    )
    record = read_page(rows)
    assert read_page(rows.replace("\n", "\r\n")) == record
    assert (record.title, record.journal) == ("Does linezolid lower platelets?", "Ward Letters")
    assert record.abstract == TEXT
    assert record.authors == ("Brandt, A",)


@pytest.mark.parametrize("below", ["d", "dc.ty", "wards"])
def test_a_title_ends_with_the_row_of_its_table(below: str) -> None:
    title = "Pharmacists of the harbour and the platelets of linezolid in three villages"
    rows = (
        f"dc.contributor.author\tBrandt, A.\ndc.subject\tPlatelets\ten\ndc.title\t{title}\ten_US\n"
    )
    assert read_page(rows + below).title == title


@pytest.mark.parametrize(
    "line",
    ["Care for All (NPC) Benoni Hills, Lund, Sweden", "Ward Old Floors K.K., Hyogo, Japan."],
)
def test_a_line_of_places_that_ends_with_a_country_is_an_address(line: str) -> None:
    assert is_address(line)
    country = line.rpartition(",")[2]
    assert not is_address(f"Low platelets, after linezolid treatment in Benoni,{country}")


def test_what_a_table_leaves_between_lines_is_no_line() -> None:
    page = '|\nStatins in cirrhosis\n|\n| |\n"...and so far, the floors are old"\nAnna T Brandt\n'
    assert read_page(page).title == "Statins in cirrhosis"


@pytest.mark.parametrize("site", ["Annals of Wards", "Ward Letters"])
def test_a_short_title_about_medicine_may_stand_before_the_name_of_a_site(site: str) -> None:
    page = f"Statins in cirrhosis | {site}\nAnna T Brandt, Piotr Nowak\n"
    assert read_page(page).title == "Statins in cirrhosis"


def test_the_first_line_of_a_wrapped_paragraph_is_no_title() -> None:
    text = f"Why platelets fall in the wards is\nnot known. {TEXT}"
    assert read_page(f"Old floors\n\nWard Letters 2014;24(2):118-124.\n\n{text}\n").title is None


@pytest.mark.parametrize(
    "presented",
    [
        "THÈSE\n\nPrésentée et soutenue publiquement le :",
        "Thesis submitted to the Hill Institute",
        "Dissertação apresentada ao Instituto do Porto",
        "Inaugural-Dissertation",
    ],
)
def test_a_title_stands_over_the_words_that_present_a_thesis(presented: str) -> None:
    title = "Anaphylaxie à la quinine"
    cover = (
        f"(1)\n\nHILL INSTITUTE - PORT\n\n{{}}\n\n{title}\n\n{{}}\n\nJury\n\nL. Moreau, President\n"
    )
    assert read_page(cover.format("No 118", presented)).title == title
    assert read_page(cover.format("No 118", "Port, 2013")).title is None


def test_a_title_in_capitals_ends_where_names_in_small_letters_follow() -> None:
    title = "LOW PLATELETS IN A RURAL HOSPITAL: FIRST REPORT"
    assert title_of(f"{title} Rita Helena Brandt Otto Nowak 1 Larissa de Souza") == title
    assert title_of(f"{title} WITH Linezolid Acetate") == f"{title} WITH Linezolid Acetate"


def test_what_begins_amid_a_phrase_is_no_title() -> None:
    assert title_of("of low platelets after linezolid in rural patients") is None
    assert title_of("low platelets after linezolid in rural patients") is not None


@pytest.mark.parametrize(
    "address", ["letters.hill.com/home/ehp", "hill.example/docs/linezolid.pdf"]
)
def test_a_line_with_an_address_of_the_web_is_no_title(address: str) -> None:
    assert title_of(f"Low platelets - {address} · Linezolid in rural patients") is None


def test_a_short_title_that_the_page_quotes_has_no_words_of_the_site_behind_it() -> None:
    title = "LINEZOLID-ASSOCIATED THROMBOCYTOPENIA"
    page = f"Paper on '{title} TODAY'\n\n{title} TODAY Text of a paper of clinical medicine"
    assert title_of(page) == f"{title} TODAY"


def test_a_title_stands_between_the_teaser_of_a_site_and_the_abstract() -> None:
    """A site shows the first words of a document, and then its text."""
    shown = f"{TITLE[:30]} ... - Ward Documents\n\n2 views 689KB\n{TEXT[:110]} ..."
    names = "Ann Hill, Bo Lee"
    assert title_of(f"{shown}\nHEART AND LUNGS\n\n{TITLE}\n{names}") == TITLE
