"""Where a title begins and ends on its page, and when none of its lines is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_samples import as_document
from title_samples import TEXT, TITLE, title_of

from searcher.formats import detect, parse
from searcher.formats.page.kinds.addresses import is_address
from searcher.formats.page.kinds.people import read_names
from searcher.formats.page.lines import read_lines
from searcher.formats.page.reader import read_page
from searcher.formats.page.title.signed import without_people
from searcher.formats.page.title.surroundings import weigh_neighbours
from searcher.formats.page.title.untitled import can_be_title
from searcher.record import Record
from searcher.sources import documents


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} - Wardum",
        f"{TITLE} - Ward Library",
        f"{TITLE} – wards.example",
        f"{TITLE} - Wardum Online Library",
        f"{TITLE} » Wardum Press",
        f"{TITLE} ·",
        f"{TITLE} - Free Download PDF",
        f"Menu of wards\n\n{TITLE} - wards.example",
        f"{TITLE} (2019)\n\nWard Letters 2019",
        f"214. {TITLE}\n1. Hill Hospital, Lund",
        f"Wardum | {TITLE}",
        f"{TITLE} | 20417",
        f"{TITLE} - 11/12/17",
        f"{TITLE} — 4 March 2019",
        f"{TITLE} | Blood | Learning of Wards | The Ward Hub [Skip to Content]",
        f'"{TITLE}”',
        f"«{TITLE}»",
        f"【{TITLE}】",
        f"Menu of wards\n\n{TITLE} - Wardum",
        f"Menu of wards\n\n{TITLE} · wards.example",
        f"Menu of wards\n\nWardum - {TITLE}",
        f"{TITLE} Trial registration ISRCTN: 211",
        f"{TITLE} Running title: Platelets",
        f"{TITLE} Research Article",
        f"{TITLE} Authors",
        f"{TITLE} by\nAnna Brandt1, Piotr Nowak2",
        f"{TITLE}Anna Brandt1, Piotr Nowak2, Sofia Rossi2",
        f"{TITLE}\n\nlinezolid low platelets hospital",
        f"{TITLE}\naService of Blood and the\nHospital of Wards, Lund",
        f"Case Report | {TITLE}",
        f"ORIGINAL ARTICLE: {TITLE}",
        f"Article: {TITLE}",
        f"Artículo original: {TITLE}",
        f"{TITLE} (PDF Download Available)",
        f"{TITLE} (2019)\n\n{TITLE}",
        f"‘{TITLE}’",
        f"{TITLE} · ward letters 2019 7, {TITLE[:20]}...",
        f"From: {TITLE}",
        f"June 22, 2012 {TITLE}",
        f"May 2023 {TITLE}",
        f"Ward Medical Journal (Mar 2022) {TITLE}",
        f"The Ward Letters · Sep 2011 {TITLE}",
        f"Ward journal of blood | 2019 {TITLE}",
        f"{TITLE} March 18, 2014",
        f"{TITLE} 24 May 2019 RESEARCH ARTICLE",
        f"{TITLE} Recommended Citation Brandt A. {TITLE}.",
        f"{TITLE} Main Article Content",
        f"Clinical paper {TITLE}",
        f"Casos clínicos {TITLE}",
        f"ORIGINAL SCIENTIFIC ARTICLE {TITLE}",
        f"Brandt A, Nowak P. {TITLE}",
        f"Brandt AM, Ruiz Gil M, et al. {TITLE}",
        f"Artigo original {TITLE}",
        f"Articolo originale {TITLE}",
        f"ARTÍCULO DE REVISIÓN {TITLE}",
    ],
)
def test_what_a_site_adds_to_a_title_is_taken_off(line: str) -> None:
    assert title_of(line) == TITLE
    assert title_of(f"{line}\r\n\r\nAnna T Brandt, Piotr Nowak\r\n") == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Linezolid and low platelets - Review",
        "Linezolid and low platelets - A Diagnostic Trap",
        "Low platelets in a rural hospital after years - Linezolid",
        "Linezolid and Low Platelets - Friend or Foe",
        "Linezolid and low platelets in rural wards - Sweden",
        "Linezolid and low platelets in rural wards: A Review Article",
        "Linezolid - low platelets in rural wards of a hospital",
        "Linezolid ve Hastanede Azalan Trombositler/Linezolid and Low Platelets in the Ward",
        "Case report: Low platelets after linezolid in a ward",
        "Low Platelets After Linezolid — Two States, 2016–2017",
        'The "low platelet" of linezolid is a "rural platelet"',
    ],
)
def test_a_subtitle_or_a_quoted_word_belongs_to_the_title(title: str) -> None:
    assert title_of(f"{title}\n\nAnna T Brandt, Piotr Nowak") == title


def test_text_without_any_structure_has_its_title_without_the_site_too() -> None:
    (record,) = parse(as_document("Low platelets after linezolid in rural wards | Wardum\n"))
    assert isinstance(record, Record)
    assert record.title == "Low platelets after linezolid in rural wards"


@pytest.mark.parametrize(
    ("spelled", "glued"),
    [
        (
            "Low platelets after linezolid: A cohort study",
            "Low platelets after linezolidA cohort study",
        ),
        ("Linezolid-induced low platelets in wards", "Linezolid-inducedlow platelets in wards"),
    ],
)
def test_of_two_copies_of_a_title_the_one_with_all_its_blanks_and_signs_is_taken(
    spelled: str, glued: str
) -> None:
    assert title_of(f"{spelled}\n\n{glued}\n\nAnna Brandt, Piotr Nowak") == spelled
    assert title_of(f"{glued}\n\nMenu\n\n{spelled} | Wardum") == spelled


def test_a_title_is_whole_with_its_subtitle() -> None:
    whole = f"{TITLE}: a report of four cases"
    assert title_of(f"{TITLE} | 20417\nJournal of Wards\n\n{whole}\n\nAbstract") == whole


def test_where_a_menu_reads_better_but_is_no_title_the_next_line_may_be_one() -> None:
    mark = "Question mark in circle\nPreprint: not yet known\n"
    title = "Linezolid-induced agranulocytosis with fever: Case report"
    text = (
        "La agranulocitosis por linezolid es una complicación rara que aparece en las primeras "
        "semanas de tratamiento. Se presenta el caso de una mujer que acudió a la consulta con "
        "fiebre y dolor de garganta, y que se recuperó cuando se suspendió el medicamento. Se "
        "debe controlar el hemograma de los pacientes cada semana durante el tratamiento."
    )
    assert title_of(f"Links\n\n{title}\n\nFull text: here\n\n{mark}\n{mark}", text) == title


@pytest.mark.parametrize(
    "line",
    [
        "受け取った 11 Feb 2024 受け入れられた 04 Mar 2024 オンラインで公開された 06 Mar 2024",
        "Manuskript im Hause seit dem 1.2.2019, im Druck seit dem 3.4.2019",
        "Low platelets in the wards at 09:14:21 by Ada Holm and others of the floors",
        "Ada Holm ORCID 0000-0002-0000-001X Bo Lind ORCID 0000-0002-0000-0028",
        "Aceptado para su publicación el 22 de julio",
        "Supported by Ward Fund 211 to Ada Holm",
        "<p>Ward of Blood, Lund, Sweden</p>",
        "Submitted to the Graduate School in partial fulfilment of the degree of Master",
        "- buy stamps and platelets",
        "Ward E-Journals - Leaflets on Linezolid /",
        "Linezolid, adverse effects, Platelets, blood, Humans, Rural Hospitals",
    ],
)
def test_days_and_marks_of_people_are_no_title(line: str) -> None:
    assert not can_be_title(line)


@pytest.mark.parametrize(
    "end", ["AND", "of", "for", "via", "de la", "und", "platelets,", "drug-induced"]
)
def test_a_line_that_ends_within_a_phrase_is_no_whole_title(end: str) -> None:
    assert title_of(f"{TITLE} {end}") is None
    assert title_of(TITLE) == TITLE


@pytest.mark.parametrize(
    "behind",
    ["Highlights", "Introduction", "Ada Holm, Bo Lind"],
)
def test_a_heading_or_two_names_behind_a_title_are_no_part_of_it(behind: str) -> None:
    title = "Platelets and what lowers them in a rural hospital of Lund"
    assert title_of(f"{title} {behind}") == title
    assert title_of("Linezolid and low platelets: An Introduction").endswith("Introduction")


def test_names_with_initials_in_a_citation_without_its_title_are_no_title() -> None:
    version = "[version 2; peer review: 1 approved]"
    cited = f"How to cite: Holm A, Lind B and Ek R. {version}. Ward Blood 2014, 3:12"
    assert read_page(f"Ward Blood\n\nAbstract\n\n{TEXT}\n\n{cited}\n").title is None


@pytest.mark.parametrize(
    "line",
    ["Internal Medicine", "Obstetrics & Gynecology", "Images in Clinical Wards", "Pediatría"],
)
def test_a_field_of_medicine_and_a_kind_of_article_are_no_title(line: str) -> None:
    assert title_of(f"{line}\n\nLevel of training\n\nResident, third year") is None
    (record,) = parse(as_document(f"{line}\n\nLinezolid lowers platelets. They rise again.\n"))
    assert isinstance(record, Record)
    assert record.title != line
    assert can_be_title(f"{line} and linezolid")


def test_entries_of_a_menu_that_is_printed_twice_are_no_titles() -> None:
    menu = "\n".join(
        f"{word} of Clinical Patients and Drugs"
        for word in ("Floors", "Doors", "Windows", "Roofs", "Stairs", "Walls", "Halls", "Yards")
    )
    title = "Vaccination of adults on biologics used in dermatology"
    assert read_page(f"{menu}\n{menu}\n\n{title}\n\nAnna T Brandt, Piotr Nowak\n").title == title


def test_the_kind_of_an_article_stands_over_its_title_and_the_translation() -> None:
    head = (
        "Caso clínico\n\nAgranulocitosis por linezolid en una mujer de la región. Reporte de un "
        "caso\n\nAgranulocytosis after linezolid in a woman of the region. Case report\n\n"
        "Ana Ruiz P.a, Luis Sotob, Eva Gilc\n\naUniversidad de Lund"
    )
    title = "Agranulocitosis por linezolid en una mujer de la región. Reporte de un caso"
    assert read_page(f"Inicio\n\nRevista de salas\n\n{head}\n").title == title


@pytest.mark.parametrize("below", ["https://doi.org/10.5555/ward.2016.7", "10.5555/ward.2016.7"])
def test_a_short_title_may_stand_over_its_identifier(below: str) -> None:
    page = f"Thiopurine antimetabolites\n\n{below}\n\nJournal: Ward Letters, 2016, p. 8-34\n"
    assert read_page(page).title == "Thiopurine antimetabolites"


def test_capitalised_words_of_medicine_below_a_line_are_no_names() -> None:
    def weight(below: str) -> float:
        return weigh_neighbours(read_lines(f"Old floors of the wards\n{below}"), 0, 0, frozenset())

    assert weight("Anna Brandt Lind") > weight("Linezolid Therapie Lymphom Update")
    assert weight("Anna Brandt, Rosa Lymphom") == weight("Anna Brandt Lind")


def test_a_hospital_that_begins_a_title_with_a_comma_is_no_address() -> None:
    assert not is_address("Hospital Spread of Linezolid-Resistant, Vancomycin-Resistant cocci")
    assert is_address("Hospital of Wards, Lund")


def test_a_statement_of_ethics_is_no_title() -> None:
    assert (
        read_page(
            "Article History\nReceived: 14 May 2020\nEthics approval and consent to participate\n"
            ": The study was approved by the board of the wards of Lund. No record had names.\n"
        ).title
        is None
    )


def test_the_name_of_the_journal_is_no_title() -> None:
    page = "{}\n\nJournal: Infections and Drugs of Patients Today\nYear: 2019\nVolume: 4\n"
    assert read_page(page.format("Infections and Drugs of Patients Today")).title is None
    assert read_page(page.format("Clinical Toxicity of Linezolid")).title is not None


@pytest.mark.parametrize(
    "names",
    [
        "Ann Lee,1* Bo Van Ek,2 and Carla Ortiz2",
        "Ann Lee, 1 Bo Ek, 2 Carla Ortiz, 2 and Dan Moe 1",
    ],
)
def test_names_whose_marks_stand_behind_a_comma_are_no_part_of_the_title(names: str) -> None:
    assert title_of(f"{TITLE} {names}") == TITLE


def test_the_last_word_of_a_title_about_medicine_is_no_first_name() -> None:
    title = "Low Platelets after Renal Transplantation"
    names = "Ann-Marie Lee,1* Bo Van Ek,2* Cho Min Park,3 and Di Ann Roe1"
    assert title_of(f"{title} {names}") == title


def test_a_list_of_names_is_no_part_of_a_line_with_a_number() -> None:
    assert without_people("Vaccines for type 2 disease, 3 and 4 doses, in towns of 9 lands") == (
        "Vaccines for type 2 disease, 3 and 4 doses, in towns of 9 lands"
    )


@pytest.mark.parametrize(
    "quoting", [f"Read the paper '{TITLE}'", f'Share "{TITLE}"', f"Published: «{TITLE}»"]
)
@pytest.mark.parametrize("glued", [f"{TITLE} Text of a paper about blood", TITLE])
def test_a_title_ends_where_the_page_quotes_it(quoting: str, glued: str) -> None:
    assert title_of(f"{quoting}\n\n{glued}") == TITLE


def test_a_title_in_one_line_is_preferred_to_the_lines_that_it_is_broken_into() -> None:
    first, second, third = (
        "Causes and frequency of low platelets in patients",
        "who took linezolid for weeks in the rural hospital",
        "of Wardum from March to the end of September",
    )
    head = (
        f"{first} {second} {third}\n\nCopied!\n\n{first}\n\n{second}\n\n{third}\n\nAnn Lee, Bo Ek"
    )
    assert title_of(head) == f"{first} {second} {third}"


@pytest.mark.parametrize(
    "head",
    [
        "Figure 2.\nChange in platelets following linezolid treatment\n"
        "Change in platelets following linezolid treatment",
        "An event of linezolid is serious when the outcome is:\n\n• death\n\n• disability",
        "A 58-year-old man developed thrombocytopenia during treatment with linezolid.",
        "Platelets in the ward 2012 by the Society of Platelets Published by Ward Press",
        "Processing time: 57 Days and 6.2 Hours",
    ],
)
def test_what_a_page_shows_or_lists_is_no_title(head: str) -> None:
    assert title_of(head) is None


def test_a_title_does_not_go_on_in_a_line_with_a_day() -> None:
    assert title_of(f"{TITLE}\n\nplatelets[Title] 2021-03-15") == TITLE


@pytest.mark.parametrize("kind", ["Article", "Artículo", "Artikel"])
def test_the_word_article_in_front_of_a_title_is_no_part_of_it(kind: str) -> None:
    assert title_of(f"{kind} {TITLE}\n\nAnn Lee 1, Bo Ek 2 and Carla Ortiz 1") == TITLE


def test_a_title_may_stand_below_its_abstract_under_its_category() -> None:
    text = f"Abstracts\n{TEXT}\nREVIEW ARTICLE\n{TITLE}\nAnn Lee; Bo Ek"
    assert read_page(text).title == TITLE


@pytest.mark.parametrize("after", ["", "."])
def test_brackets_around_a_title_are_no_part_of_it_but_on_a_page_of_pubmed(after: str) -> None:
    title = f"[{TITLE}]{after}"
    assert title_of(f"{title}\n\nAnn Lee, Bo Ek and Carla Ortiz") == TITLE
    assert title_of(f"{title}\n\n[Article in Danish]\n\nAnn Lee, Bo Ek and Carla Ortiz") == title


def test_a_name_with_its_family_first_and_a_mark_stands_below_a_title() -> None:
    head = f"Ward Letters of the Northern Wards\n\n{TITLE}\n\nOrtiz Pérez, Ana María1\nCite this"
    assert title_of(head) == TITLE
    assert read_names("Ortiz Pérez, Ana María1") == ("Ana María Ortiz Pérez",)


def test_the_first_of_three_titles_in_three_languages_is_the_articles_own() -> None:
    spanish = "Reacciones adversas al linezolid en los niños que fueron tratados en un hospital"
    english = "Adverse reactions to linezolid in the children who were treated in a hospital"
    portuguese = "Reações adversas ao linezolid nas crianças que foram tratadas em um hospital"
    names = "Ana Ortiz Pérez\n\nBo Ek Lund"
    page = read_page(f"Ward Letters\n\n{spanish}\n\n{english}\n\n{portuguese}\n\n{names}\n")
    assert page.title == spanish


def test_a_chinese_title_may_begin_with_a_number_over_a_day() -> None:
    title = "1例利奈唑胺致血小板减少老年患者的病例分析和药学监护"
    text = "目的:观察利奈唑胺对血小板的影响。方法:回顾老年患者的诊疗过程。"
    page = read_page(f"下载\n\n{title}\n\n2017-06-22 第3期\n\n王芳 李明 张伟\n\n摘要 {text * 6}\n")
    assert page.title == title


def test_a_translation_in_other_letters_is_no_end_of_a_title() -> None:
    title = "한약 복용 후 발생한 유해사례에 대한 연구"
    head = f"{title}\nA Study of Adverse Events after Herbal Medicine in Children\n\n이지홍, 유선애"
    assert read_page(f"{head}\n\nAbstract\n\n{TEXT}").title == title


def test_a_title_stands_above_a_list_of_similar_documents() -> None:
    others = [
        "Dental plates and what may become of them in the wards",
        "CLINICAL VIGNETTE 2015; 1:3",
        "Bo Ek Lund Wardum County Hospital",
        "Perforation of the stomach by a toothpick in an adult with long abdominal pain",
    ]
    text = "\n\n".join(
        ["LOW PLATELETS DUE TO LINEZOLID: A CASE OF THROMBOCYTOPENIA", "Similar documents", *others]
    )
    assert read_page(text).title == "LOW PLATELETS DUE TO LINEZOLID: A CASE OF THROMBOCYTOPENIA"


def test_a_section_of_an_abstract_is_no_title() -> None:
    assert not can_be_title("OBJECTIVE: To describe a case of low sugar due to repaglinide.")
    assert can_be_title("Case report: Purpura after quinine in tonic water")


def test_names_with_particles_and_two_initials_are_no_part_of_a_flattened_title() -> None:
    title = "One tablet every morning: methotrexate taken daily by mistake"
    names = "Maaike J van Oord 1 , Joris Hemel 2,3 , Els PM Dekker 2 and Thijs R Boon 1"
    text = f"Ward Reports Open Access Case report {title} {names} Address: 1 Ward of Blood {TEXT} "
    page = read_page(f"{text} Abstract Introduction: {TEXT} Keywords: methotrexate; mistakes")
    assert page.title == title


@pytest.mark.parametrize(
    "names", ["Anna Lee1, Bo Ek1, Carla Ortiz2, Dan Moe*4", "Anna Lee and Bo Ek"]
)
def test_the_last_word_of_a_title_in_capitals_is_no_first_name(names: str) -> None:
    title = "LINEZOLID AND LOW PLATELETS: WHAT HAPPENS BEYOND FIFTY TABLETS A DAY"
    assert title_of(f"{title} {names}, Hospital of Wardum, Wardum") == title


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("LINEZOLID AND LOW PLATELETS: WHAT HAPPENS BEYOND FIFTY TABLETS A", "DAY"),
        ("Linezolid and low platelets in a rural hospital that was short of", "staff"),
    ],
)
def test_a_title_goes_on_in_a_line_of_one_word_that_it_lacks(first: str, second: str) -> None:
    assert title_of(f"{first}\n{second}\nAnna Lee, Bo Ek") == f"{first} {second}"


def test_a_title_that_is_cut_at_an_apostrophe_is_not_the_whole_one() -> None:
    first = "Essais du linezolid chez le malade : impact de la technique d"
    head = f"{first}\n\nWard Letters 2010; 65 (4): 309-315\n\n{first}’information\nAnna Lee, Bo Ek"
    assert title_of(head) == f"{first}’information"


def test_a_short_title_about_medicine_needs_no_more_words() -> None:
    head = "Wardum Ward Journal\n\n{}\n\nAnna Lee, Bo Ek\n"
    assert read_page(head.format("Drug Eruptions")).title == "Drug Eruptions"
    assert read_page(head.format("Loud Conversations")).title is None


def test_a_trail_with_triangles_is_no_title() -> None:
    assert not can_be_title("HomeWardsLetters of Wards ▶ Wards ▶ Letters of the Wards")


def test_a_first_name_glued_to_a_title_is_no_part_of_it() -> None:
    names = "Helen R. Strand PhD 1,2*, Farah Sid MD 3, Matt G. Rin MRCP 3 and Dan Moe PhD 4"
    assert title_of(f"{TITLE}{names} Service of Wards, Wardum, Norway") == TITLE


@pytest.mark.parametrize("kind", ["Reply to", "Comment on", "In response to", "Correction to"])
def test_an_answer_to_a_quoted_title_keeps_its_own(kind: str) -> None:
    answer = f'{kind} "{TITLE}"'
    assert title_of(f"{answer}\n\nAnna Lee, Bo Ek\n\nWard Letters 2019\n\n{TITLE}") == answer


def test_a_title_may_say_who_published() -> None:
    assert can_be_title("Warnings published by two agencies on linezolid and platelets")


def test_a_line_with_a_price_is_no_title_of_a_text_without_structure() -> None:
    def first_of(line: str) -> str | None:
        (record,) = parse(as_document(f"{line}\n\nsome words below it", "a.txt"))
        return record.title

    assert first_of("All the papers of the wards for less than 2 a day") is not None
    assert first_of("All the papers of the wards for less than $2 a day") is None


@pytest.mark.parametrize("name", ["Lot 22 of 90 on shelf 12", "Library, shelf 12, row 4, box 7"])
def test_numbers_without_a_word_of_medicine_are_no_title(name: str) -> None:
    assert title_of(f"{name}\n\nAbstract\n{TEXT}\n") is None
    assert title_of(f"Counting platelets with lot 22\n\nAbstract\n{TEXT}\n") is not None


def test_a_kind_of_article_in_brackets_belongs_to_a_title_that_does_not_say_it_otherwise() -> None:
    assert title_of(f"{TITLE} (Review)") == f"{TITLE} (Review)"
    assert title_of(f"{TITLE}: a case report (Case Report)") == f"{TITLE}: a case report"


def test_a_vitamin_before_a_stop_is_no_author() -> None:
    assert title_of(f"Vitamin D. {TITLE}") == f"Vitamin D. {TITLE}"


def test_a_short_title_over_the_kind_of_article_needs_no_names() -> None:
    title = "Linezolid-Induced Loss of Platelets"
    assert title_of(f"Log in\n\n{title}\n\nOriginal Article\n\nWard Letters Info") == title


def test_a_first_line_over_names_is_the_title_though_the_text_below_is_not_about_it() -> None:
    notice = (
        "The authors have nothing to disclose. Dr. N. works for a ward of the army, and this "
        "text was written while he was on duty there, so that nobody holds any right in it. What "
        "it says is the opinion of those who wrote it, and of nobody else in that ward or country."
    )
    title = "Linezolid-Associated Hypertrophic Nail Plaques"
    head = f"{title}\n\nAnna Brandt, BA1 • Piotr Nowak, MD2\n\n1Hill Hospital, Lund"
    assert read_page(f"{head}\n\n{notice}").title == title


def test_a_label_may_say_that_there_are_one_or_several() -> None:
    head = "Autor(es):\nBrandt, A ; Nowak, P\nData: 2015\nAssunto(s): Platelets; Linezolid; Wards"
    record = read_page(f"{head}\nAbstract\n{TEXT}")
    assert record.title is None
    assert record.year == 2015


def test_a_record_on_one_line_keeps_a_colon_in_its_title() -> None:
    title = "Platelets of Older Linezolid Users: A Study in Wards"
    line = f"key: w-1 authors: Brandt, Anna title: {title} date: 2022-06-03 journal: Ward Letters "
    record = read_page(f"{line} doi: 10.5555/wl.2022 {TEXT}")
    assert (record.title, record.journal) == (title, "Ward Letters")


def test_a_title_that_is_underlined_on_its_line_makes_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE} ====== * Anna Brandt MD * © 2010 The Ward Society A man had anaemia.")
    assert detect(next(iter(documents(str(path)))))[0].name == "page"
    assert read_page(path.read_text()).title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Anna BrandtPiotr NowakSofia RossiMaria Ruiz Gil",
        "Anna Brandt Ruiz1Piotr Nowak Gil2Sofia Rossi Ek1Maria Ruiz Gil3",
        "大野 和也, 森田 恵, 藤井 慎二",
        "अन्ना ब्रांट, पिओत्र नोवाक, सोफिया रोसी, मारिया रुइज़ और जान एक",
        "Low platelets, Linezolid in wards, Rural hospitals, Blood counts",
        "To find out how often linezolid leads to low platelets in a rural hospital.",
        "The aim of this review was to find low platelets after linezolid in a rural hospital.",
        '<article-title xml:lang="en">Linezolid and platelets</article-title>',
        "?<!DOCTYPE article SYSTEM 'linezolid and platelets'>",
        "Hostname: ward-7 Total loading time: 0 Render date: 2024-11-05T09:17:44.106Z",
        "Wards of Blood and Platelets logoLink to Wards of Blood and Platelets",
        "Tabla 1. Linezolid y plaquetas en el hospital",
        "Видавець: Лінезолід і тромбоцити",
        "Follow Platelets of Wards on Twitter",
        "Link to linezolid and platelets at the library",
        "Type: Platelets and linezolid",
        "[ Platelets ] [ Linezolid ]",
        "Platelets and Linezolid xxx (xxxx) xxx",
        "Subject(s) - linezolid , platelets , rural hospital",
        "BRANDT Anna, NOWAK Piotr.Linezolid and platelets in wards[J]",
        "Contents lists available at Platelets and Linezolid",
    ],
)
def test_lists_captions_markup_and_words_of_a_site_are_no_title(line: str) -> None:
    assert title_of(line) is None


def test_three_terms_between_commas_are_a_list_and_three_that_are_joined_a_title() -> None:
    assert not can_be_title("Low platelets, Linezolid, Rural hospitals")
    assert can_be_title("Low platelets, linezolid, and rural hospitals")


def test_one_of_several_sentences_is_no_title() -> None:
    first = "Signs of bleeding show in the skin of the legs after linezolid and aspirin."
    page = "207\nWARD LETTERS VOL. 8 Nº 2 (2024)\n{}\n" + first + "\n{}\n"
    assert read_page(page.format("Few had a rash.", "In others it may be late.")).title is None
    assert read_page(page.format("Hill Hospital", "Anna Brandt, Piotr Nowak")).title == first


def test_one_of_several_sentences_is_no_title_of_a_text_without_structure() -> None:
    first = "Linezolid lowers the platelets of patients in a rural hospital."
    below = "Most of the patients have more of them a week after the last tablet of linezolid."
    record = next(iter(parse(as_document(f"{first}\n{below}", "a.txt"))))
    assert isinstance(record, Record)
    assert record.title is None


SPANISH = "Plaquetas bajas por linezolid en un hospital de provincia"


@pytest.mark.parametrize("names", ["", " Anna Brandt1, Piotr Nowak2, Sofia Rossi1"])
@pytest.mark.parametrize("stop", [" ", ". "])
def test_a_translation_between_a_title_and_the_names_on_its_line_is_no_part_of_it(
    stop: str, names: str
) -> None:
    line = f"{SPANISH}{stop}Low platelets after linezolid in a hospital of the province{names}"
    assert read_page(f"{line}\n\nResumen\n\n{TEXT}").title == SPANISH


def test_a_translation_whose_language_is_not_known_goes_on_behind_a_title_that_stands_alone() -> (
    None
):
    below = f"{SPANISH} Linezolid-related thrombocytopenia. Case report"
    page = f"{SPANISH}\n\n{below}\nAnna Brandt, Piotr Nowak\n\nResumen\n\n{TEXT}"
    assert read_page(page).title == SPANISH


def test_stars_behind_names_are_no_marks_of_strong_text() -> None:
    (line,) = read_lines("Anna Brandt*, Piotr Nowak**, Sofia Rossi***")
    assert line.text == "Anna Brandt*, Piotr Nowak**, Sofia Rossi***"
    (line,) = read_lines("**Anna Brandt**, Piotr Nowak, (**Sofia Rossi**)")
    assert line.text == "Anna Brandt, Piotr Nowak, (Sofia Rossi)"


@pytest.mark.parametrize(
    "title",
    [
        "Database Resources of the National Center of Linezolid and Platelets",
        "Research ethics in studies of linezolid and low platelets",
        "Platelets after linezolid in wards of Lund, January 2009 to May 2010",
        "Low platelets after linezolid in March 2010",
        "Case report: Low platelets after linezolid",
    ],
)
def test_a_kind_or_a_day_that_a_title_speaks_of_belongs_to_it(title: str) -> None:
    assert title_of(title) == title


def test_a_value_of_authors_and_the_first_section_below_it_are_no_title() -> None:
    record = read_page(
        "First Author: Ida Moen, PA – Hill Clinic "
        "Co-Author: Per Vik, Pharm D – Pharmacist, Hill Clinic Health System\n"
        "introduction: propo\n"
        "Description: A man of 41 with asthma received propofol for three days. "
        "His serum turned milky, and his belly swelled on the fourth day.\n"
        "Discussion: Nothing but the drug explained the course. "
        "Fats should be measured every second day.\n"
    )
    assert record.title is None
