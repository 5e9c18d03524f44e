"""Where an abstract begins and ends, on pages that hardly say so."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page
from searcher.formats.page.unlabelled_terms import is_list_of_terms

HEAD = "Fever after tonic water in old sailors\n\nAnn Hill, Bo Lee\n\n"
FIRST = (
    "Tonic water is sold in every port of the north and few of those who drink it know that it "
    "holds quinine. We followed forty old sailors for a winter and took their temperature each day."
)
LAST = "Of them nine had a fever that came and went with the glass; all were well without it."
BODY = (
    "Quinine has been sold in ports for three hundred years, and sailors were the first to drink it"
)


def abstract_of(*paragraphs: str) -> str | None:
    return read_page(HEAD + "\n\n".join(paragraphs)).abstract


@pytest.mark.parametrize(
    "tail",
    [
        *("Downloads", "Article Sidebar", " © 2011 Society of Ports.", " (C) 1997 Harbour Press"),
        *(" Annals of Ports 2011;. © 2010 Society of Ports", " Copyright © 2014 Harbour Press."),
    ],
)
def test_what_a_site_prints_behind_the_last_sentence_is_not_of_the_abstract(tail: str) -> None:
    assert abstract_of("Abstract", f"{FIRST} {LAST}{tail}") == f"{FIRST} {LAST}"


def test_a_paragraph_that_cites_others_is_behind_the_abstract() -> None:
    assert abstract_of("Abstract", FIRST, LAST, BODY + ".1 With time others came.") == (
        f"{FIRST} {LAST}"
    )
    assert abstract_of("Abstract", FIRST, LAST) == f"{FIRST} {LAST}"


def test_sections_of_one_paragraph_each_end_with_the_first_paragraph_of_the_last() -> None:
    sections = (f"Introduction: {FIRST}", "Clinical picture: All had a fever of 38 degrees.")
    sections += (f"Treatment: {LAST}", f"Conclusion: {LAST}")
    got = abstract_of("Abstract", *sections, f"{BODY}, and some of them fell ill.")
    assert got and got.endswith(f"Conclusion: {LAST}")


def test_sections_without_a_heading_over_them_end_where_the_body_begins() -> None:
    sections = ("OBJECTIVE", FIRST, "RESULTS", LAST, "CONCLUSIONS", LAST)
    got = abstract_of(*sections, f"{BODY}, as is well known (1). The rest is hearsay and sca")
    assert got == f"OBJECTIVE: {FIRST}\nRESULTS: {LAST}\nCONCLUSIONS: {LAST}"


def test_a_table_of_labels_and_values_is_read_without_its_bars() -> None:
    rows = (f"Abstract: | {FIRST} {LAST} |", "| |", "Keywords: | fever; tonic water; sailors |")
    record = read_page("Fever after tonic water in old sailors |\n" + "\n".join(rows))
    assert record.title == "Fever after tonic water in old sailors"
    assert record.abstract == f"{FIRST} {LAST}"
    assert record.keywords == ("fever", "tonic water", "sailors")


TITLE_ALONE = "Fever after tonic water in old sailors\n\n"
OTHERS = "Tonic water is not a medicine, and those who sell it need not say what it holds. " * 3


def test_the_only_paragraph_of_a_page_is_its_abstract() -> None:
    text = f"{FIRST} {LAST} {LAST}"
    assert read_page(f"{TITLE_ALONE}{text}\n").abstract == text
    assert read_page(f"{TITLE_ALONE}{text}\n\nPorts\n\n{OTHERS}\n").abstract is None
    assert read_page(f"{TITLE_ALONE}{text} (Table 1).\n").abstract is None
    assert read_page(f'{TITLE_ALONE}","id":7,"text":"{text}"\n').abstract is None


@pytest.mark.parametrize(
    "reference",
    [
        "Sow, AB., Dahl, P., 2011. Fever in ports: an update. Ports. 6, 43-52.",
        "1Sow AB, Dahl P. Fever in ports. Ports 2012; 81: 1432-1441.",
        "李明,王芳.港口发热[J].港口医学,2016,19(3):301-312",
    ],
)
def test_a_paragraph_over_references_is_an_abstract_and_they_are_not(reference: str) -> None:
    text = f"{FIRST} {LAST}\n{reference}\n{reference}\n\n{OTHERS}\n"
    assert read_page(TITLE_ALONE + text).abstract == f"{FIRST} {LAST}"
    assert read_page(f"{HEAD}{reference}\n{reference}\n{reference}\n").abstract is None


def test_references_behind_an_abstract_are_not_where_the_article_appeared() -> None:
    references = "Moen I, Dahl P Ports. 2023; 15(4):e37614.\nSow A, Lee B Docks. 2021; 8:634.\n"
    record = read_page(f"{HEAD}{FIRST} {LAST}\n{references}")
    assert (record.journal, record.year) == (None, None)
    assert record.abstract == f"{FIRST} {LAST}"


@pytest.mark.parametrize("between", ["Case Report", "Harbour Med 2011;4:12-19", "Ann Hill, Bo Lee"])
def test_what_a_site_says_over_the_head_of_the_article_is_passed_over(between: str) -> None:
    text = f"{OTHERS}\n\n{between}\n{TITLE_ALONE}{FIRST} {LAST}\n\n1. Sow A, Dahl P. Rum. 2014.\n"
    assert read_page(text).abstract == f"{FIRST} {LAST}"


def test_a_list_at_the_side_may_stand_over_an_article_with_an_introduction() -> None:
    head = f"In this issue\n\nDocks and ships\n\nHarbour Med 2011;4:12-19\n{TITLE_ALONE}"
    assert read_page(f"{head}{FIRST} {LAST}\n\nIntroduction\n{OTHERS}\n").abstract == (
        f"{FIRST} {LAST}"
    )
    head = f"In this issue\n\nDocks and ships\n\n{TITLE_ALONE}"
    assert read_page(f"{head}{FIRST} {LAST}\n\nReplies\n{OTHERS}\n").abstract is None


def test_tabs_without_text_stand_over_an_abstract() -> None:
    assert abstract_of("Overview", "Affiliations", f"{FIRST} {LAST}") == f"{FIRST} {LAST}"


def test_a_letter_has_no_abstract_where_its_address_stands_amid_the_lines() -> None:
    notice = "The letter was first printed by the press of the port and then moved to the city."
    assert read_page(f"{HEAD}{notice}\nSir,\n{FIRST}\n{LAST}\n").abstract is None


def test_an_extract_that_the_site_cut_may_cite_others() -> None:
    assert abstract_of(f"{FIRST} Others saw it [4-6] and doubted it [1]. {LAST} [...]") is not None
    assert abstract_of(f"{FIRST} Others saw it [4-6] and doubted it [1]. {LAST}") is None


def test_terms_between_commas_under_a_title_are_keywords_without_a_label() -> None:
    terms = "Tonic water, drug fever, old age"
    record = read_page(f"{HEAD}{terms}\n\n{FIRST}\n\n{LAST}\n\n{FIRST}\n\n{LAST}\n\n{FIRST}\n")
    assert record.keywords == ("Tonic water", "drug fever", "old age")
    assert record.abstract and record.abstract.startswith(FIRST)
    assert not is_list_of_terms("Tonic water, fever, and old age: a survey")
    assert not is_list_of_terms("avatar Ann Hill 1, avatar Bo Lee 1, avatar Cy Roy 2")


def test_points_with_numbers_are_no_references() -> None:
    points = "The list asks (1) who drinks; (2) how much; (3) since when; and (4) with whom."
    assert abstract_of(f"{FIRST} {points}", f"{OTHERS}") is not None
    doses = "They drank either (1) 50 mg of it or (2) 100 mg of it, by chance, on each day at sea."
    assert read_page(f"{HEAD}{FIRST} {doses} {LAST}\n").abstract == f"{FIRST} {doses} {LAST}"


def test_an_abstract_may_begin_with_the_names_of_institutions_and_remedies() -> None:
    first = (
        "The 2013 Northern College of Ports/Harbour Heart Association Guideline on the Treatment "
        "of Quinine Fever to Reduce the Risk of Rash in Old Sailors (QF Guideline) speaks of many "
        "things that all of the sailors had asked for, and of some that nobody had."
    )
    assert read_page(f"{HEAD}{first} {LAST}\n").abstract == f"{first} {LAST}"
    trial = f"The Port Quinine Fever Trial (PQFT) showed how sailors fare. {FIRST} {LAST}"
    assert read_page(f"{HEAD}{trial}\n").abstract == trial
    names = "Ann Hill Bo Lee Cy Roy Di Fox Ed Oak Jo Elm Harbour Hospital Port Ward A B C"
    glued = f"Quinine Fever Guideline {names} {FIRST} {LAST}"
    assert read_page(f"{HEAD}{glued}\n").abstract is None


def test_a_column_of_places_with_text_run_into_it_is_no_abstract() -> None:
    column = (
        "1 Port Ward for Bad Tonic has been on the quay since 1785 and quinine Table 1 | Usual "
        "winter doses of Quinine Drug Rashes, County Harbour, is drunk by a quarter of Bergen, "
        "Norway Least Most 2 Nearly all are old. Fever is Most doses"
    )
    cited = "".join(f"{number}. Hill A. Wards {number}.\n" for number in range(1, 30))
    below = f"{FIRST} {LAST}\n\nReferences\n{cited}"
    assert read_page(f"{HEAD}{column} {below}").abstract is None
    assert read_page(f"{HEAD}{below}").abstract == f"{FIRST} {LAST}"


@pytest.mark.parametrize("above", ["Written by: Ann Hill, Bo Lee\n", "Harbour Med 2011;4:12-19\n"])
def test_a_list_of_a_menu_does_not_hide_the_article_below_it(above: str) -> None:
    menu = "Harbour Press\n\n• About\n\n• Current Issue\n\n• Past Issues\n\n"
    text = f"We report on old sailors. {FIRST} {LAST}"
    assert read_page(f"{menu}{TITLE_ALONE}{above}\n{text}\n").abstract == text
    assert read_page(f"{menu}{TITLE_ALONE}{text}\n").abstract is None


def test_a_letter_with_an_abstract_has_keywords_behind_it() -> None:
    head = f"Research letter\n\n{HEAD}{FIRST} {LAST}\n\n"
    assert read_page(f"{head}Keywords: fever, rum.\n\n{OTHERS}").abstract == f"{FIRST} {LAST}"
    assert read_page(f"{head}References\n\n1. Sow A. Rum. 2014.\n").abstract is None


def test_an_abstract_that_was_cut_short_is_read_where_it_stands_in_full() -> None:
    teaser, full = f"{FIRST} Of them ni...", f"{FIRST} {LAST}"
    for label in ("Summary: ", "Summary: Abstract ", "description "):
        record = read_page(f"{TITLE_ALONE}{teaser}\n\nSaved in:\nFormat: Article\n{label}{full}\n")
        assert record.abstract == full
    assert abstract_of("Abstract", teaser) == teaser
    labelled = f"Abstract {teaser}\n\nJournal: Harbour Med\nSummary: Abstract {full}\n"
    record = read_page(TITLE_ALONE + labelled)
    assert (record.abstract, record.journal) == (full, "Harbour Med")
    assert record.title == TITLE_ALONE.strip()


def test_a_structured_abstract_may_have_lost_its_first_label() -> None:
    sections = (FIRST, "Methods", LAST, "Main results", LAST, "Conclusion", LAST)
    got = abstract_of(*sections, "Source of funding: The port.", "Commentary", OTHERS)
    assert got == f"{FIRST}\nMethods: {LAST}\nMain results: {LAST}\nConclusion: {LAST}"


@pytest.mark.parametrize(
    "text",
    [
        "dc.title{t}en\ndc.description.abstract{a}en\ndc.language.isoeng\n",
        "dc.title {t} en_US\ndc.description.abstract {a} en_US\ndc.description.status Read\n",
        "dcterms.title: {t}en_US\ndcterms.abstract: {a}en_US\n",
    ],
)
def test_a_record_of_dublin_core_may_have_its_cells_run_together(text: str) -> None:
    title, abstract = "Is fever common after tonic water?", f"{FIRST} {LAST}"
    record = read_page(text.format(t=title, a=abstract))
    assert (record.title, record.abstract) == (title, abstract)


def test_scripts_without_capitals_have_prose_and_labels_too() -> None:
    text = "बंदरगाह के नाविकों में टॉनिक पानी के बाद बुखार देखा गया और वह अपने आप चला गया। " * 3
    record = read_page(f"सारांश\n\nपृष्ठभूमि: {text}\nनिष्कर्ष: {text}\n\nमुख्य शब्द: बुखार, नाविक\n")
    assert record.abstract == f"पृष्ठभूमि: {text.strip()}\nनिष्कर्ष: {text.strip()}"
    assert record.keywords == ("बुखार", "नाविक")


def test_a_paragraph_under_the_doi_is_an_abstract_up_to_one_that_cites() -> None:
    head = f"Harbour Med doi:10.1136/hm.52\n\n{TITLE_ALONE}"
    text = f"{head}{FIRST} {LAST}\n\n{OTHERS} It is an old custom.[1] Few know it.[2]\n"
    assert read_page(text).abstract == f"{FIRST} {LAST}"


def test_terms_between_an_abstract_and_its_references_are_keywords() -> None:
    references = (
        "1Sow AB, Dahl P. Fever in the ports of the north: a survey. Ports 2012; 81: 14-32."
    )
    text = f"{FIRST} {LAST}\nTonic water, drug fever, sailors\n{references}\n{references}\n"
    record = read_page(text)
    assert record.abstract == f"{FIRST} {LAST}"
    assert record.keywords == ("Tonic water", "drug fever", "sailors")


def test_a_teaser_in_a_list_at_the_side_is_no_abstract() -> None:
    menu = f"Current Issue\n\n{TITLE_ALONE}Harbour Med 2011;4:12-19\n\n"
    assert read_page(f"{menu}{FIRST}\n").abstract is None


def test_the_year_in_a_list_at_the_side_under_which_the_article_stands_is_its_own() -> None:
    head = f"In this issue\n\nHarbour Med 2013;4:12-19\n\n{TITLE_ALONE}"
    assert read_page(f"{head}{FIRST} {LAST}\n\nIntroduction\n{OTHERS}\n").year == 2013


def test_text_in_a_script_without_capitals_is_prose_without_labels_as_well() -> None:
    text = "बंदरगाह के नाविकों में टॉनिक पानी के बाद बुखार देखा गया और वह अपने आप चला गया।"
    more = "जो नाविक यह पानी नहीं पीते थे उनमें बुखार नहीं देखा गया और वे स्वस्थ रहे।"
    assert abstract_of("Abstract", f"{text} {more}") == f"{text} {more}"


@pytest.mark.parametrize("label", ["Results", "Case report", "Conclusion"])
def test_one_section_alone_is_no_abstract(label: str) -> None:
    text = f"{TITLE_ALONE}Ports\n\n{OTHERS}\n\n{label}: {FIRST} {LAST}\n"
    assert read_page(text).abstract is None
    assert read_page(f"{TITLE_ALONE}Purpose: {FIRST} {LAST}\n").abstract is not None


def test_terms_that_spaces_part_right_behind_an_abstract_are_keywords() -> None:
    record = read_page(f"{HEAD}{FIRST} {LAST}\n\nDrug fever Old age Rum Tonic water\n")
    assert record.keywords == ("Drug fever", "Old age", "Rum", "Tonic water")
    record = read_page(f"{HEAD}{FIRST} {LAST}\n\nRead next: Rum in Ports\n")
    assert record.keywords == ()


def test_an_abstract_that_is_printed_twice_is_read_once() -> None:
    assert abstract_of("Abstract", f"{FIRST} {LAST}{FIRST} {LAST}") == f"{FIRST} {LAST}"
    assert abstract_of("Abstract", f"{FIRST[:110]} {FIRST} {LAST}") == f"{FIRST} {LAST}"


@pytest.mark.parametrize("joint", [" IntroductionA", "IntroductionThe"])
def test_an_introduction_glued_to_the_abstract_is_not_of_it(joint: str) -> None:
    got = abstract_of("Abstract", f"{FIRST} {LAST}{joint} sailor drinks what there is. {OTHERS}")
    assert got == f"{FIRST} {LAST}"


def test_one_long_sentence_between_the_head_and_the_keywords_is_the_abstract() -> None:
    said = (
        "The article discusses quinine in tonic water from the point of view of old sailors, and "
        "reviews what was published on its count, its spread and the fevers that it gives them."
    )
    page = "QUININE IN TONIC WATER\n{}\nHill Institute, Port\n{}\nKeywords: quinine, sailors.\n{}"
    text = "Tonic water has been drunk at sea for long. Many sailors like it, and some of them " * 4
    record = read_page(page.format("A. Brandt1, 2, P. Nowak1", said, text))
    assert record.abstract == said


def test_sections_under_the_heading_of_a_section_are_those_of_the_abstract() -> None:
    sections = f"Background\n\nObjective: {FIRST}\n\nResults\n\nOutcomes: {LAST}"
    assert abstract_of("Abstract", sections) == f"Objective: {FIRST}\nOutcomes: {LAST}"


def test_a_kind_of_article_over_labelled_sections_is_none_of_them() -> None:
    sections = f"Objective: {FIRST}\n\nResults: {LAST}\n\nConclusion: Drink less of it."
    page = f"Submission Type\n\nCase Report\n\n{sections}\n\nTo read the file install a reader."
    assert (read_page(page).abstract or "").startswith("Objective: Tonic water is sold")


@pytest.mark.parametrize(
    "below",
    [
        "Ann Hill, Bo Lee. Fever after tonic water. Ward Letters. 2021 Aug;38(8):27-9",
        "© The Author 2011. Published by Harbour Press.\nCITATION STYLE\nHill, A. (2011). Fever.",
    ],
)
def test_a_citation_or_rights_below_a_paragraph_frame_an_abstract(below: str) -> None:
    page = f"Search the sequences\n\n{FIRST} {LAST}\n\n\n{below}\n\nView Full Text"
    assert read_page(page).abstract == f"{FIRST} {LAST}"


def test_terms_between_semicolons_below_an_abstract_are_its_keywords() -> None:
    terms = "Fever and chills; Tonic water with quinine; Old sailors."
    record = read_page(f"{HEAD}\n{FIRST} {LAST}\n\n\n{terms}\n\nFull Text:\n\n\n\nRefbacks")
    assert record.abstract == f"{FIRST} {LAST}"
    assert record.keywords == ("Fever and chills", "Tonic water with quinine", "Old sailors")


def test_a_lone_section_over_the_keywords_is_the_abstract_but_no_introduction() -> None:
    page = f"{HEAD}Category:\nReviews\n{{}}\n{FIRST} {LAST}\nKey words:\nFever; Quinine; Tonic"
    assert read_page(page.format("Overview")).abstract == f"{FIRST} {LAST}"
    assert read_page(page.format("Introduction")).abstract is None
