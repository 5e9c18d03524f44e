"""Where an abstract begins on pages that break, glue or misplace its first words."""

from __future__ import annotations

import pytest
from abstract_samples import FIRST, HEAD, LAST, TEXT, TITLE, abstract_of

from searcher.formats.page.reader import read_page


def test_a_short_wrapped_line_opens_a_labelled_section() -> None:
    text = (
        "OBJECTIVE: To describe a case of fever that came from the tonic\n"
        "water of a ship.\n"
        "CASE SUMMARY: A sailor aged 71 was brought ashore with a fever of\n"
        "39 degrees. He had been drinking two bottles a day for a month.\n"
        "CONCLUSIONS: The fever of sailors may come from what they drink at\n"
        "sea, and it goes away with it.\n"
    )
    record = read_page(text)
    assert record.title is None
    assert record.abstract == (
        "OBJECTIVE: To describe a case of fever that came from the tonic water of a ship.\n"
        "CASE SUMMARY: A sailor aged 71 was brought ashore with a fever of 39 degrees. He had been "
        "drinking two bottles a day for a month.\n"
        "CONCLUSIONS: The fever of sailors may come from what they drink at sea, and it goes away "
        "with it."
    )


def test_wrapped_text_begins_with_its_first_line_not_with_the_first_full_stop() -> None:
    text = (
        "Abstract\n"
        "Das durch Chinin bedingte Fieber ist eine seltene,\n"
        "meist gutartige und oft verkannte Folge langer Fahrten mit\n"
        "Tonikwasser an Bord. Ihre Zeichen sind wenig bekannt und sie\n"
        "werden oft verkannt. Diese Arbeit fasst die Merkmale\n"
        "der Krankheit zusammen und nennt die Schiffe, die\n"
        "ein Fieber hervorrufen.\n"
    )
    got = abstract_of(text)
    assert got is not None
    assert got.startswith(
        "Das durch Chinin bedingte Fieber ist eine seltene, meist gutartige und oft verkannte Folge"
    )


@pytest.mark.parametrize(("colon", "expected"), [(":", True), ("", False)])
def test_headings_with_colons_are_those_of_an_abstract_that_was_cut_short(
    colon: str, expected: bool
) -> None:
    text = f"{HEAD}BACKGROUND{colon}\n{FIRST}\nMETHODS{colon}\n{LAST} {FIRST}\n"
    assert (abstract_of(text) is not None) is expected


def test_a_list_of_aims_alone_is_no_abstract() -> None:
    assert abstract_of(f"{HEAD}Objectives:\n{TEXT}\n\nIntroduction\n{TEXT} (1,2)\n") is None


def test_a_label_of_two_words_with_a_slash_is_parted_from_its_text() -> None:
    text = f"Objectives/HypothesisTo learn of fever. {TEXT}MethodsForty were asked. {TEXT}"
    got = abstract_of(f"{HEAD}{text}\n")
    assert got is not None
    assert got.startswith("Objectives/Hypothesis: To learn of fever.")


def test_a_long_heading_that_opens_with_the_word_for_abstract_is_one() -> None:
    heading = (
        "Abstract of a scientific paper on clinical medicine, the authors of the scientific work "
        "being Ann Rosalind Hillebrandt, Bo Christian Leeuwenhoek, Cy Montgomery Featherstone"
    )
    record = read_page(f"{TITLE}\n\nJournal\nAnnals of Ports\n{heading}\n\n{TEXT}\n")
    assert record.abstract == TEXT
    assert record.provenance["abstract"].rule == "abstract heading"


def test_line_breaks_that_were_copied_as_they_are_written_in_a_program_are_line_breaks() -> None:
    text = rf"OBJECTIVES\n{FIRST}\n\n\nRESULTS\n{LAST}"
    assert abstract_of(f"{HEAD}Abstract\n\n{text}\n") == f"OBJECTIVES: {FIRST}\nRESULTS: {LAST}"


def test_labelled_notices_below_the_names_are_no_abstract() -> None:
    notices = (
        "Annals of Ports. Sep 18, 2011; 13(5): 88-93\n"
        "Ann Hill, Department of Ports, University of Harbour, Boston, MA 02115, USA\n"
        "Author contributions: Hill A had the idea of the work and wrote it; Lee B took part in "
        "the drafting, and revision of the text, figures and literature search. Roy C read it "
        "twice and made the tables, and Hill A had the last word on what was to be printed here.\n"
        "Conflict-of-interest statement: No conflicts of interests.\n"
        "Data sharing: All that was seen in these ports is printed here. Nothing was left out, "
        "and those who want more of it may write to the first author at the address below.\n"
    )
    assert abstract_of(f"{TITLE}\n{notices}") is None
    assert abstract_of(f"{TITLE}\n{notices}\nAbstract\n{TEXT}\n") == TEXT


@pytest.mark.parametrize(
    "remark",
    [
        "Since there is no abstract to this piece, its first sentences are shown here.",
        "The opening of the text is printed instead of an abstract.",
        "An abstract is unavailable.",
    ],
)
def test_text_under_a_line_that_misses_the_abstract_is_none(remark: str) -> None:
    assert abstract_of(f"{HEAD}{TEXT}\n") == TEXT
    assert abstract_of(f"{HEAD}{remark}\n\n{TEXT}\n") is None


def test_names_below_the_last_sentence_are_not_of_the_abstract() -> None:
    assert abstract_of(f"{TITLE}\n\nAbstract {TEXT}\nHill, A., Lee, B., Roy, C.\n") == TEXT


@pytest.mark.parametrize("sign", ["", "\n:"])
def test_a_page_that_was_cut_in_the_first_line_of_its_abstract_keeps_that_line(sign: str) -> None:
    cut = "Tonic water that is sold in every port of the north can"
    assert abstract_of(f"{HEAD}Abstract\n{sign}\n{cut}") == cut
    assert abstract_of(f"{HEAD}Abstract\n{sign}\nTonic Water in All Ports of the Far North") is None
    assert abstract_of(f"{cut}\n\nAnn Hill, Bo Lee\n\nAbstract\n{sign}\n{cut}") is None


def test_names_glued_to_the_journal_frame_the_text_below_them() -> None:
    head = f"{TITLE}.\nAnn HillBo LeePublished in: Annals of Ports (2019)\n"
    assert abstract_of(f"{head}{TEXT}\n") == TEXT


def test_what_a_site_says_of_access_frames_the_text_above_and_is_not_of_it() -> None:
    notice = "This content is only available as a PDF."
    assert abstract_of(f"{TEXT}\n\n{notice}\nYou do not currently have access to it.\n") == TEXT
    assert abstract_of(f"{HEAD}Abstract\n{TEXT}\n{notice}\n") == TEXT


def test_sections_in_an_asian_script_may_have_a_space_for_a_colon() -> None:
    sections = ("目的 分析发热的临床特点。", "方法 检索港口的四十例。", "结果 九例发热。")
    assert abstract_of(f"发热的分析\n\n摘要\n{''.join(sections)}\n") == "\n".join(
        section.replace(" ", ": ") for section in sections
    )
    way = "检索港口的四十例老年水手的病历和检验数据,获得发热患者的相关资料"
    cut = abstract_of(f"发热的分析\n\n摘要\n{sections[0]} 方法 {way}\n")
    assert cut == f"目的: 分析发热的临床特点。\n方法: {way}"


def test_a_title_over_its_citation_without_a_year_is_no_abstract() -> None:
    head = (
        "Ann Hill, Bo Lee, Cy Roy.\n"
        "The effects of tonic water on the temperature of old sailors in the ports of the north.\n"
        "Ann Ports Feb ;12(2):98-101.\n"
    )
    assert abstract_of(f"{head}\n{TEXT}\n") == TEXT


def test_text_behind_the_terms_of_use_of_a_page_without_line_breaks_is_the_abstract() -> None:
    head = (
        f"Case Report {TITLE} Ann Hill, 1 Bo Lee, 2 and Cy Roy 2 1 Department of Ports, Harbour "
        "Hospital, 234 East Street, Bergen, Norway 2 Department of Ships, Harbour Hospital, Oslo, "
        "Norway Received 12 January 2016; Accepted 11 April 2016 Copyright © 2016 Ann Hill et al. "
        "This is an open access article distributed under the Creative Commons License, "
        "which permits unrestricted use, provided the original work is properly cited. "
    )
    assert abstract_of(f"{head}{TEXT}\n") == TEXT


AIM = (
    "The aim of this work was to find out how often sailors in the ports of the north have a fever "
    "after a glass of tonic water, on land as well as in their ships."
)
WAY = (
    "We followed forty sailors for a winter and took their temperature in the evening of each day."
)
FOUND = (
    "Of them nine had a fever that came and went with the glass, and two had it on land as well."
)
END = (
    "Tonic water may cause a fever in sailors, and those who treat them should ask what they drink."
)


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        (f"{AIM}\n\n\n{WAY}\n\n\n{FOUND}\n\n\n{END}\n", ()),
        (f"{AIM}\n\nPatients and Methods\n\n{WAY}\n\n\n{FOUND}\n\n\n{END}\n", (WAY,)),
        (f"{AIM}\n\nMethods\n\n{WAY}\n\n\n{FOUND}\n\nConclusions\n\n{END}\n", (WAY, END)),
        (f"{AIM}\n\nMethods:\n\n{WAY}\n\n\n{FOUND}\n\nConclusion: {END}\n", (WAY, END)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_blank_lines_stand_for_labels_that_were_not_copied(
    page: str, labels: tuple[str, ...], end: str
) -> None:
    found = abstract_of((HEAD + page).replace("\n", end))
    assert found is not None
    assert found.startswith(AIM)
    assert [found.partition(each)[0][-2:] for each in labels] == [": "] * len(labels)
    assert all(each in found for each in (WAY, FOUND, END))


def test_sections_below_an_abstract_whose_first_label_is_lost_are_its_own() -> None:
    sections = f"Methods\n\n{WAY}\n\nResults\n\n{FOUND}\n\nConclusions\n\n{END}\n"
    page = f"{HEAD}Abstract\n\n{AIM}\n\n{sections}"
    assert abstract_of(page) == f"{AIM}\nMethods: {WAY}\nResults: {FOUND}\nConclusions: {END}"
    cited = page.replace("each day.", "each day [1,2]. We did so in ports as others had [3].")
    assert abstract_of(cited) == AIM


@pytest.mark.parametrize(
    "menu",
    [
        *("Comments\n0:00\n\n", "0 Comments\n\n"),
        "Scope\n• Ports\n• Ships\n• Sailors and their diseases\n\n",
        "Share\n\nReferences\n• Statistics\n\n",
    ],
)
def test_entries_of_a_menu_do_not_hide_the_labels_of_an_abstract_below_them(menu: str) -> None:
    labelled = f"BACKGROUND: {AIM}\nMETHODS: {WAY}\nCONCLUSIONS: {END}"
    assert abstract_of(f"{HEAD}{menu}{labelled}\n") == labelled


@pytest.mark.parametrize("behind", ["Keywords\nfever; rum\n", "Introduction\nSailors drink.\n", ""])
def test_an_abstract_may_stand_below_how_its_article_is_cited(behind: str) -> None:
    cited = f"How to cite this article\n\nHill A, Lee B. {TITLE}. Port Med 2011;8(2):12-19.\n\n"
    assert abstract_of(f"{HEAD}{cited}{TEXT}\n\n{behind}") == TEXT
    assert abstract_of(f"{HEAD}{cited}{TEXT}\n\nConflicts of interest\n\nNone.\n") is None


@pytest.mark.parametrize("label", ["Copyright", "Corresponding author", "Correspondence"])
def test_an_abstract_may_stand_below_a_notice_at_the_end_of_the_head(label: str) -> None:
    notice = f"{label}\n© 2011 Ann Hill, Port Hospital, Bergen.\n\n"
    assert abstract_of(f"{HEAD}{notice}{TEXT}\n\nKeywords\nfever; rum\n") == TEXT
    assert abstract_of(f"{HEAD}{label}\n{TEXT}\n\nKeywords\nfever; rum\n") is None


def test_a_numbered_list_of_contents_below_the_heading_is_not_the_abstract() -> None:
    entries = ("Top of page", "Abstract", "Green walls", "Walls of wards", "References")
    listed = "\n".join(f"  {number}. {name}" for number, name in enumerate(entries, 1))
    text = (
        "Green walls in wards may calm patients, and were painted in two wards of our hospital "
        "for a year. Nobody was harmed by them, and most patients slept well."
    )
    page = f"{TITLE}\n\nAbstract\n\n{listed}\n\n{text}\n\nGreen walls\n\nWalls are old.\n"
    assert read_page(page).abstract == text


@pytest.mark.parametrize(
    "opening",
    [
        "A\nreport of fever in the ports of the north is given here, since it is\n",
        "The sailors of the north,\nDanes above all, drink tonic water on each long trip,\n",
        "Fever in sailors has been known for long\n(as ship fever) in all ports of the north,\n",
    ],
)
def test_a_line_that_was_broken_early_belongs_to_the_abstract(opening: str) -> None:
    text = f"{opening}though few know of it. {LAST}\n"
    assert abstract_of(f"{HEAD}Abstract\n{text}") == " ".join(text.split())
    labelled = abstract_of(f"{HEAD}Abstract\nBackground\n{text}Conclusions\n{LAST}\n")
    assert labelled == f"Background: {' '.join(text.split())}\nConclusions: {LAST}"


def test_the_heading_of_abstract_and_introduction_stands_over_the_abstract() -> None:
    labelled = f"Background: {AIM}\nMethods: {WAY}\nConclusions: {END}"
    assert abstract_of(f"{HEAD}Abstract and Introduction\n\n{labelled}\n") == labelled


def test_the_sections_of_a_box_over_the_abstract_are_not_its_own() -> None:
    box = f"Key PointsQuestion\nDoes tonic water harm?\nFindings\n{FOUND}\nMeaning\n{END}\n"
    page = (
        f"{box}Importance\n{AIM}\nObjective\n{LAST}\nDesign\n{WAY}\nSetting\n{WAY}\nResults\nOf 4\n"
    )
    record = read_page(page)
    assert record.title is None
    assert record.abstract == (
        f"Importance: {AIM}\nObjective: {LAST}\nDesign: {WAY}\nSetting: {WAY}"
    )
    assert abstract_of(box) is None


def test_a_page_that_was_cut_in_the_first_sentence_of_its_abstract_has_one() -> None:
    cut = (
        "To see whether the tonic water that is sold in the ports of the north harms those who "
        "drink it each day, this study of two hundred old sailors and their wives compared the "
        "fevers of a whole winter with those of the summer before"
    )
    assert abstract_of(f"{HEAD}{cut}") == cut
    assert abstract_of(f"{HEAD}{cut}\n\nOther papers\n") is None


def test_text_below_two_lists_of_keywords_is_the_abstract() -> None:
    lists = "Mots-clés\nfièvre ; quinine ; marins\nKeywords\nfever; quinine; sailors\n"
    assert abstract_of(f"{HEAD}{lists}\n2011\n\n{TEXT}\n") == TEXT


def test_a_page_with_one_text_in_two_languages_is_that_of_an_abstract() -> None:
    german = (
        "Wir berichten über zwei alte Matrosen, die nach einer langen Fahrt mit Tonikwasser an "
        "Bord ein Fieber entwickelten und in einem Hafen des Nordens behandelt wurden. Die Ursache "
        "wurde bei beiden erst nach vier Wochen gefunden, weil niemand nach dem Getränk fragte."
    )
    assert abstract_of(f"Fieber nach Tonikwasser\n\n{german}\n\n{TEXT}\n") == german
    assert abstract_of(f"Fieber nach Tonikwasser\n\n{german}\n\n{german}\n") is None


def test_german_nouns_do_not_make_a_paragraph_the_head_of_a_flattened_page() -> None:
    text = (
        "Die Behandlung alter Matrosen mit Tonikwasser, Chinin und Rum war in den Häfen im Norden "
        "eine Sache der Köche, der Frauen und der Kinder. Neben Fieber, Husten und Durst traten "
        "Ausschlag und Schwindel auf. Wir berichten über neun Fälle aus dem Hafen von Bergen. "
        "Alle Matrosen waren nach vier Wochen ohne Fieber."
    )
    assert abstract_of(f"Fieber nach Tonikwasser\n\nPublished Online: May 2011\n\n{text}\n") == text


def test_a_title_of_one_sentence_over_the_only_paragraph_is_not_of_it() -> None:
    title = (
        "Tonic water and the fevers of the old sailors of the north: what the doctors of their "
        "ports should look for in a winter of fog."
    )
    text = f"{TEXT} {AIM} {END}"
    record = read_page(f"{title}\n{text}\n")
    assert (record.title, record.abstract) == (title, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("「はじめに」 船員の発熱は、港で広く知られている。", "はじめに"),
        ("<症例のポイント>船員の発熱は、港で広く知られている。", "症例のポイント"),
    ],
)
def test_a_heading_in_brackets_over_text_in_an_asian_script_is_its_label(
    text: str, label: str
) -> None:
    said = "航海中に飲む水が熱のもとになることは、まだ船医にも知られていない。" * 5
    found = abstract_of(f"Title 船員の発熱\nAuthors 山田\nAbstract {text}{said}\n")
    assert found == f"{label}: 船員の発熱は、港で広く知られている。{said}"


def test_a_paragraph_without_spaces_needs_fewer_signs() -> None:
    text = "航海中に飲む水が熱のもとになることは、まだ船医にも知られていない。" * 5
    assert abstract_of(f"船員の発熱\n\nキーワード:\n発熱\n,\n船員\n\n{text}\n") == text


def test_letters_that_were_set_apart_are_a_heading_however_they_are_read() -> None:
    assert abstract_of(f"{HEAD}A bs t r ac t\n{TEXT}\n") == TEXT


def test_text_under_the_heading_of_the_full_text_is_none_in_any_language() -> None:
    page = f"{HEAD}{{}}\n\n{TEXT}\n\nReferences\n1. Hill A. Rum. Port Med 2001;4:1-9.\n"
    assert abstract_of(page.format("Texto completo")) is None
    assert abstract_of(page.format("Port Hospital, Bergen, Norway")) == TEXT


CUT = "Tonic water is sold in every port of the north and few of those who drink"


@pytest.mark.parametrize("page", [f"{HEAD}Abstract\n\nBackground\n\n{CUT}", f"{HEAD}Aim: {CUT}"])
def test_a_page_that_was_cut_in_the_first_section_of_its_abstract_keeps_that(page: str) -> None:
    assert (abstract_of(page) or "").endswith(f": {CUT}")
    assert abstract_of(page.replace(CUT, "Hill Port Ward Press")) is None


def test_the_heading_of_an_abstract_may_stand_at_the_end_of_the_title() -> None:
    title = "Fever after tonic water in the old sailors of the north"
    record = read_page(f"{title} Abstract\n{TEXT}\n")
    assert (record.title, record.abstract) == (title, TEXT)
    assert abstract_of(f"{title} Graphical Abstract\n{TITLE}\n") is None


@pytest.mark.parametrize("cited", [True, False])
def test_sections_glued_to_their_labels_are_of_a_body_where_the_first_cites_others(
    cited: bool,
) -> None:
    text = TEXT.replace(". ", " [1]. ", 1) + " It was so in port [2, 3]." if cited else TEXT
    page = f"{HEAD}Introduction: {text}\n\nMethods: {TEXT}\n"
    assert (abstract_of(page) is None) is cited


@pytest.mark.parametrize(
    "before",
    [
        "Department of Ports, School of the Sea, Lund, Norway. E-mail: a.hill@ports.example",
        "From the Department of Ports, Harbour Hospital, Boston, MA 02115",
        "Servicio de Puertos. Madrid. Recibido: 3 de mayo de 2012. Aceptado: 4 de junio de 2012.",
        "Received 7 June 2017 Accepted 11 September 2017 Available online 2 November 2017",
        "Author for correspondence: Ann Hill, Harbour Clinic, Lund, Sweden ORCID 0000-1825-0097",
    ],
)
def test_what_a_printed_head_ends_with_is_no_beginning_of_a_text(before: str) -> None:
    assert abstract_of(f"{HEAD}{before} {TEXT}\n\nKeywords: fever; tonic; sailors\n") == TEXT


@pytest.mark.parametrize(
    "beside",
    [
        "The authors' full names and affiliations are listed in the",
        "Correspondence to: Ann Hill, Harbour Clinic",
    ],
)
def test_a_text_amid_whose_first_words_another_column_stands_is_none(beside: str) -> None:
    amid = f"The water of the north is drunk in every port {beside} of the sea. {TEXT}"
    assert abstract_of(f"{HEAD}Abstract\n\n{amid}\n\nKeywords: fever; tonic\n") is None


def test_words_printed_over_themselves_are_read_once() -> None:
    text = f"{HEAD}Resumen\n\nIntroducción. Introducción. Introducción. {FIRST} Lo.Lo.Lo. {LAST}\n"
    assert abstract_of(text) == f"Introducción: {FIRST} Lo.Lo.Lo. {LAST}"
    bold = f"{HEAD}Resumen\n\n{FIRST} Resultados.Resultados.Resultados. {LAST}\n"
    assert abstract_of(bold) == f"{FIRST} Resultados. {LAST}"


def test_a_small_word_opens_a_sentence_before_a_name() -> None:
    text = f"The Northern ports of the sea are not as cold as those who live there. {TEXT}"
    before = "Author for correspondence: Ann Hill, Harbour Clinic, Lund, Sweden"
    assert abstract_of(f"{HEAD}{before} {text}\n\nKeywords: fever; tonic; sailors\n") == text


def test_a_text_in_which_a_country_is_told_begins_before_it() -> None:
    text = f"Sailors were asked for it in Lund, Sweden. {TEXT}"
    assert abstract_of(f"{HEAD}{text}\n\nKeywords: fever; tonic; sailors\n") == text


@pytest.mark.parametrize(
    "notice",
    [
        "This file holds the accepted manuscript before editing. The publisher puts it online as "
        "an early version, and the proofs may still change before the article is printed.",
        "Documento descargado de la red. Copia para uso personal, se prohíbe la reproducción de "
        "este artículo por cualquier medio sin la autorización de la casa que lo ha impreso.",
    ],
)
def test_what_a_cover_sheet_says_of_its_file_is_no_abstract(notice: str) -> None:
    assert abstract_of(f"{HEAD}{notice}\n") is None
    behind = f"{HEAD}{notice}\n\nAnn Hill, Bo Lee\n\n{TEXT}\n\nKeywords: fever; tonic\n"
    assert abstract_of(behind) == TEXT


def test_a_paragraph_that_shows_a_table_is_of_the_body() -> None:
    assert abstract_of(f"{HEAD}{FIRST} (tableau II). {LAST}\n") is None


def test_the_foot_of_a_page_before_a_heading_is_no_part_of_it() -> None:
    text = f"{HEAD}Page 1/14 Abstract Aim\n\n{FIRST}\n\nMethods\n\n{LAST}\n"
    assert abstract_of(text) == f"Aim: {FIRST}\nMethods: {LAST}"


def test_a_heading_that_runs_into_a_column_is_taken_from_it() -> None:
    got = abstract_of(f"{HEAD}Abstract and of the sea. {TEXT}\n\nKeywords: fever; tonic\n")
    assert got == f"and of the sea. {TEXT}"


def test_a_first_line_under_a_heading_may_be_wrapped_to_one_word() -> None:
    first = "Purpose of this work: we wanted to know how often a fever comes to sailors who drink"
    text = f"{HEAD}ABSTRACT\n\n{first}\ntonic.\n\nMethods: {LAST}\n\nResults: {FIRST}\n"
    got = abstract_of(text)
    assert got and got.startswith("Purpose of this work")


def test_the_heading_of_an_abstract_may_name_its_field_and_authors() -> None:
    text = (
        "Лихорадка моряков\n\nКлючевые слова\nЛИХОРАДКА / FEVER / МОРЯКИ / SAILORS\n\n"
        "Аннотация научной статьи по морской медицине, автор научной работы — Хилл А.Б., Ли Б.В."
        "\n\nОписаны трудности распознавания лихорадки у моряков (ЛМ): поздняя связь между тоником "
        "и жаром, быстрота выздоровления, роль повторных осмотров, нехватка врачей на кораблях и "
        "сложности выбора напитков.\n\nНадоели тоники? Вы можете отказаться от них.\n"
    )
    got = read_page(text).abstract
    assert got and got.startswith("Описаны трудности") and got.endswith("выбора напитков.")


def test_an_address_parts_a_notice_from_the_abstract_below_it() -> None:
    address = "Dr. Ann Hill,\nPort Hospital, Bergen, Norway.\nE-mail: hill@example.org\n"
    assert abstract_of(f"{TITLE}\nCorrespondence\n{address}{TEXT}\n") == TEXT


def test_an_abstract_may_stand_between_its_citation_and_the_introduction() -> None:
    terms = "Keywords: Fever; Rum; Sailors\n\n"
    cited = f"Cite this as\n\nHill A, Lee B. (2011) {TITLE}. Port Med 8(2): 12-19.\n\n"
    assert abstract_of(f"{HEAD}{terms}{cited}{TEXT}\n\nIntroduction\n\nSailors drink.") == TEXT


def test_a_figure_may_stand_between_an_abstract_and_the_introduction() -> None:
    head = f"Port Med > Volume 8; 2011 > Article\n{TITLE}\n\n"
    figure = "Figure. 1\nFlow chart of the sailors\n\n"
    assert abstract_of(f"{head}{TEXT}\n\n{figure}Introduction\n\nSailors drink. They do.") == TEXT


def test_a_labelled_identifier_frames_the_text_below_it() -> None:
    below = f"More to read\n\n{AIM} {WAY} {END}\n"
    assert abstract_of(f"{TITLE}\nDOI: 10.1000/port.2011.12\n\n{TEXT}\n\n{below}") == TEXT
    assert abstract_of(f"{TITLE}\n\n{TEXT}\n\n{below}") is None


def test_headings_of_sections_may_be_points_over_their_text() -> None:
    points = f"  • Background\n    {AIM}\n\n  • Methods\n    {WAY}\n\n  • Conclusions\n    {END}\n"
    got = abstract_of(f"{HEAD}{points}\nKeywords: fever; rum\n\nIntroduction\n\nSailors drink.")
    assert got == f"Background: {AIM}\nMethods: {WAY}\nConclusions: {END}"


def test_an_entry_of_a_list_is_no_abstract() -> None:
    entry = "Hill, Tonic water and the fever of old sailors in the ports of a northern island that "
    entry += "holds many more of them than any other: a randomized and controlled trial, in winter"
    listed = [
        f"  {n}. {entry}, Port Med, no. {n}, p. 12\n    https://example.org/{n}" for n in (9, 10)
    ]
    head = f"{TITLE}\n\nAuthors: Ann Hill, Bo Lee\n\nList of titles\n\n"
    assert abstract_of(head + "\n".join(listed)) is None


def test_an_introduction_whose_paragraphs_cite_one_each_opens_a_body() -> None:
    cited = f"{FIRST[:-1]} [{{}}].\n{LAST}\n"
    intro = cited.format(4) + cited.format(7)
    body = f"Introduction\n{intro}\nCase presentation\n{FIRST}\n\nDiscussion\n{LAST}\n"
    assert abstract_of(body) is None
    assert abstract_of(body.replace(" [4]", "").replace(" [7]", "")) is not None
