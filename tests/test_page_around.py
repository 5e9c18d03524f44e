"""What sites put around the fields of an article, and into them."""

from __future__ import annotations

import pytest
from abstract_samples import FIRST, HEAD, LAST, TEXT, TITLE, abstract_of

from searcher.formats.page.kinds.categories import read_category
from searcher.formats.page.reader import read_page
from searcher.formats.page.title.untitled import can_be_title

NAMES = "Anna Holm1, Piotr Nowak2"
MORE = "A second winter gave the same answer in another port, where eleven of fifty were taken ill."


def test_tags_of_an_abstract_are_not_of_its_text_nor_of_its_labels() -> None:
    text = f"<b><i>Background:</i></b> {FIRST} <b><i>Results:</i></b> CO<sub>2</sub> rose. {LAST}"
    assert abstract_of(f"{HEAD}Abstract\n{text}\n") == (
        f"Background: {FIRST}\nResults: CO2 rose. {LAST}"
    )


def test_the_initial_of_an_author_stands_before_the_journal_of_an_entry() -> None:
    head = f"{TITLE}\n\nAnna B. Holm et al. Ann Ward Med. 2003.\n"
    assert read_page(f"{head}\nAbstract\n\n{TEXT}\n").journal == "Ann Ward Med"


def test_an_unknown_label_amid_sections_in_small_letters_is_one_of_them() -> None:
    text = (
        "Resumen:\n\nIntroducción:\n\nla quinina causa fiebre en los marineros de edad.\n\n"
        "Caso clínico:\n\nse describe a un marinero de 71 años que bebía tónica a diario.\n\n"
        "Evolución:\n\nla fiebre cedió a los dos días de retirar la tónica.\n\n"
        "Conclusión:\n\nconviene preguntar a los marineros por lo que beben.\n\n"
        "Palabras clave: quinina; fiebre\n"
    )
    got = abstract_of(f"Fiebre por quinina en un marinero\n\n{NAMES}\n\n{text}")
    assert got is not None
    assert "\nEvolución: la fiebre cedió a los dos días de retirar la tónica.\n" in got
    assert got.endswith("por lo que beben.")


def test_the_summary_for_laymen_on_the_last_line_of_an_abstract_is_no_summary() -> None:
    text = f"{TEXT} {MORE} Lay Summary: Tonic water holds quinine, which few sailors know."
    got = abstract_of(f"{HEAD}Abstract\n\n{text}\n\nKeywords: fever; quinine\n")
    assert got is not None
    assert got.endswith("which few sailors know.")


def test_a_translated_title_is_neither_the_title_nor_of_the_abstract() -> None:
    other = (
        "Development of a fever that comes and goes between the ports of the north and those of "
        "the south in sailors and in the passengers of their ships"
    )
    record = read_page(
        f"{TITLE}\n\nTranslated title of the contribution: {other}\n\nA. Holm, P. Nowak\n\n"
        f"Research output: Contribution to journal › Article\n\n\n{TEXT}\n\n"
        f"Translated title of the contribution{other}\nOriginal languageEnglish\n"
        "JournalWard Letters\nVolume3\n"
    )
    assert record.title == TITLE
    assert record.abstract == TEXT


def test_what_one_clicks_on_in_brackets_below_a_list_is_no_keyword() -> None:
    page = f"{HEAD}Abstract\n\n{TEXT}\n\nKeywords: fever, quinine, sailors,\n[Read the Paper]\n"
    assert read_page(page).keywords == ("fever", "quinine", "sailors")


def test_the_types_of_an_entry_are_no_heading_of_its_citation() -> None:
    title = "Fevers of sailors who drink tonic water on long voyages through the northern seas."
    page = f"Journal Article\nReview\nGive like\n\n{title}\n\n{TEXT} {MORE}\n\n"
    page += "Related articles\n\nOn tides\n"
    record = read_page(page)
    assert record.title == title
    assert record.abstract == f"{TEXT} {MORE}"


def test_an_address_below_two_blank_lines_is_not_of_the_title() -> None:
    head = (
        f"BRIEF REPORT\nYear : 2019 | Volume : 5\n\n{TITLE}\n\n\n1 Department of Fever, "
        "Port General Hospital, Lund, Sweden\n\nCorrespondence Address:\nAnna Holm\n"
        "Department of Fever, Lund, Sweden\n"
    )
    assert read_page(f"{head}\nAbstract\n\n{TEXT}\n").title == TITLE


def test_an_abbreviation_amid_a_long_title_ends_no_sentence_of_an_abstract() -> None:
    title = (
        "A Comparison of the Outcomes of Early and of Late Treatment with Quinine for the Fever of "
        "Sailors and of Passengers on Ships with Calm vs. Stormy Weather in the Northern Seas"
    )
    record = read_page(f"{title}\n\n{TEXT} {MORE}\n\n[1] Holm A. Fevers at sea. 2009.\n")
    assert record.title == title
    assert record.abstract == f"{TEXT} {MORE}"


def test_a_title_as_long_as_a_paragraph_hides_no_abstract() -> None:
    title = (
        "The quinine in the tonic water of sailors and of passengers is the cause of most of the "
        "fevers that come and go on board of the ships that sail through the northern seas."
    )
    text = f"{TEXT} {MORE}".replace("We", "They")
    assert abstract_of(f"Give like\n\n{title}\n\n{text}\n") == text


@pytest.mark.parametrize("alt", ["image of", "cover image for", "picture of"])
def test_what_stands_for_a_picture_is_not_of_the_title_on_it(alt: str) -> None:
    title = "Fever after tonic water in old sailors of the north"
    page = f"Skip to content\n{alt} {title}\n\nAbstract\n\n{TEXT}\n"
    assert read_page(page).title == title


def test_an_invitation_to_search_is_not_of_the_name_below_it() -> None:
    masthead = "Buscar dentro de\nJournal of Ward Medicine\nTodo el sitio\n"
    page = f"{masthead}{TITLE}\n{NAMES}\n\nAbstract\n{TEXT}\n"
    assert read_page(page).journal == "Journal of Ward Medicine"


def test_a_volume_glued_to_its_journal_is_parted_from_it() -> None:
    page = f"{TITLE}\n\nPublication\nArticle\nWard TimesVol 8, Issue 10\n\nAbstract\n\n{TEXT}\n"
    record = read_page(page)
    assert (record.journal, record.volume, record.issue) == ("Ward Times", "8", "10")


def test_a_name_in_signs_under_the_heading_of_a_source_is_the_journal() -> None:
    source = "来源\n《Fevers》|2018年第3期|760-771|共12页\n作者\nHolm Anna;Nowak Piotr\n"
    record = read_page(f"{TITLE}\n\nAbstract\n\n{TEXT}\n\n{source}")
    assert (record.journal, record.year) == ("Fevers", 2018)


def test_the_sentence_behind_a_holder_of_rights_is_not_of_its_name() -> None:
    terms = "© 2003 Journal of Ward Medicine This open-access article is shared under a licence."
    record = read_page(f"{TITLE}\n{NAMES}\nCopyright: {terms}\n\nAbstract\n\n{TEXT}\n")
    assert record.journal == "Journal of Ward Medicine"


def test_references_without_a_heading_end_an_abstract_without_a_label() -> None:
    references = (
        "Moen I, Dahl P, Sow AB. A comparison of the fevers of sailors with those of the "
        "passengers on the ships of the north and of the south. Ward Letters 2016;67:795-802.\n\n"
        "Lind O, Ek B. The quinine in the tonic water that is sold in the ports of the north and "
        "what becomes of those who drink it at sea. Ann Ward Med 2018;3:310-317.\n"
    )
    names = "• Anna Holm Department of Fever, Lund, Sweden\n• Piotr Nowak Department of Fever, Lund"
    page = f"{TITLE}\n\n\n{names}\n\n\n\nQuinine, Old Sailors, Fever\n\n\n{TEXT} {MORE}\n\n\n"
    assert abstract_of(page + references) == f"{TEXT} {MORE}"


@pytest.mark.parametrize(("paragraphs", "expected"), [(1, True), (4, False)])
def test_several_paragraphs_under_an_introduction_are_no_abstract(
    paragraphs: int, expected: bool
) -> None:
    text = "\n".join([TEXT, f"{MORE} {FIRST}", f"{LAST} {FIRST}", f"{MORE} {TEXT}"][:paragraphs])
    got = abstract_of(f"{HEAD}Abstract\n\nIntroduction\n\n{text}\n")
    assert (got is not None) is expected


@pytest.mark.parametrize(
    "label", ["Mots-clés en français", "Mots clés en anglais", "Palavras-chave em inglês"]
)
def test_a_list_of_keywords_may_say_its_language_in_its_label(label: str) -> None:
    page = f"{HEAD}{label}:\nMarins\nFièvre tierce\n\nAbstract\n\n{TEXT}\n"
    assert read_page(page).keywords == ("Marins", "Fièvre tierce")


def test_an_abstract_ends_where_the_title_stands_again() -> None:
    title = "Fever after tonic water in the old sailors of the northern seas"
    page = f"{title}\nAbstract\n{TEXT}\n{title} Indications\n{MORE} {FIRST.replace('ry', 'ch')}\n"
    assert abstract_of(page) == TEXT


def test_a_notice_below_two_texts_of_a_page_is_of_neither() -> None:
    notice = "One may find the whole of it on paper."
    page = f"{HEAD}Abstract\n\n{TEXT}\n\n{notice}\n\nSummary\n\n{FIRST}\n\n{notice}\n"
    assert abstract_of(page) == TEXT


def test_a_journal_behind_the_title_is_told_by_the_name_of_its_house() -> None:
    title = "Fever after tonic water in the old sailors of the northern seas"
    bar = f"{title} | Infectious Diseases | JAMA Wards | {{}}\nSign In\n\nAbstract\n\n{TEXT}\n"
    assert read_page(bar.format("JAMA Network")).journal == "JAMA Wards"
    assert read_page(bar.format("Example Press")).journal is None


def test_a_title_that_was_cut_at_the_end_of_a_trail_shows_the_journal_before_it() -> None:
    title = "Fever after tonic water in the old sailors of the northern seas"
    page = f"Ward Science of Life\nInicio Ward Science of Life {title[:50]}...\n{title}\n{NAMES}\n"
    assert read_page(f"{page}\nAbstract\n\n{TEXT}\n").journal == "Ward Science of Life"


def test_a_file_that_is_not_to_be_had_is_not_of_the_abstract() -> None:
    page = (
        f"{HEAD}Abstract\n\n{TEXT}\n\n\nThis document is currently not available here.\n\nShare\n"
    )
    assert abstract_of(page) == TEXT


def test_a_list_that_only_spaces_part_is_no_keyword() -> None:
    page = f"{HEAD}Abstract\n\n{TEXT}\n\nKeywords\n\n{{}}\n\nReferences\n"
    assert read_page(page.format("Fever Quinine Old Sailors Tonic Water")).keywords == ()
    assert read_page(page.format("Tonic Water Fever")).keywords == ("Tonic Water Fever",)


def test_a_page_may_open_with_its_only_text_over_a_table_and_an_identifier() -> None:
    row = (
        "| citations These citations come from chosen sources and show how the article was read by "
        "others over all the years that it was to be had in the ports. | 4 |"
    )
    text = f"{TEXT} {MORE}".replace("We", "They")
    page = f"{text}\nhttps://doi.org/10.5555/ward.2003.1 | DOI Listing |\n{row}\n"
    assert abstract_of(page) == text
    assert abstract_of(f"{text}\n\n{text.replace('nine', 'ten')}\n") is None


def test_the_count_of_views_is_no_title() -> None:
    page = f"CASE REPORT\nTotal Views/Downloads: 1461\nUnique Statistics:\n\nAbstract\n\n{TEXT}\n"
    assert read_page(page).title is None
    assert not can_be_title("Total Views/Downloads: 1461")
    assert can_be_title("The fevers of the northern seas and their sailors: 2019")


@pytest.mark.parametrize(
    "title",
    [
        "Conflict begets conflict: Self control, fevers of the mind, and tonic water at sea",
        "Focus on the fever of sailors after tonic water. A study of quinine with "
        "lemon in the ports of the north vs. quinine with salt water in the ports of the south",
        "Extracts of Tonica rotundifolia (Briq.) A. J. Paton Alter the Course of the Fever in the "
        "Sailors of the North and the Growth of the Microbes in the Tonic Water of their Ships",
    ],
)
def test_initials_abbreviations_and_words_of_notices_amid_a_title_hide_it_not(title: str) -> None:
    assert can_be_title(title)
    assert read_page(f"{title}\n\n{NAMES}\n\nAbstract\n\n{TEXT}\n").title == title


def test_a_design_of_a_single_centre_is_a_section_of_an_abstract() -> None:
    design = "Single centre, single blind, randomised, two period study of quinine with lemon."
    text = (
        f"Objective\n\n{FIRST}\n\nDesign\n\n{design}\n\nResults\n\n{LAST}\n\nConclusion\n\n{MORE}\n"
    )
    got = abstract_of(f"{HEAD}Abstract\n\n{text}\nKeywords: fever; quinine; sailors\n")
    assert got == f"Objective: {FIRST}\nDesign: {design}\nResults: {LAST}\nConclusion: {MORE}"


def test_the_day_on_which_a_thesis_was_defended_is_its_date() -> None:
    page = f"{TITLE}\n\n• Date de soutenance : 01/10/2014\n\nRésumé en langue originale\n\n{TEXT}\n"
    assert read_page(page).year == 2014


def test_a_person_with_initials_among_others_is_no_journal() -> None:
    names = "Nikos A. Farsund\n\nKofi J. Lind\n\nDorota H. Nowak\n\nFiona J. Vera-Holm MD\n"
    page = f"{TITLE}\n\n{names}\n3 October 2003\n\nAbstract\n\n{TEXT}\n"
    assert read_page(page).journal is None


def test_a_search_for_other_papers_is_no_title() -> None:
    entry = "Find other papers by Bruno M. Lind in Current site"
    page = f"Tonic water and the old sailors\n{entry}\n{NAMES}\n\nAbstract\n\n{TEXT}\n"
    assert read_page(page).title == "Tonic water and the old sailors"
    assert not can_be_title(entry)


def test_the_types_that_an_index_gives_an_entry_are_no_titles() -> None:
    types = "Journal Article\nResearch Support, Non-U.S. Gov't\nReview\nGive like\nGive dislike\n"
    page = f"{types}\nFever at sea: a review.\n\n{TEXT} {MORE}\n\nFull text links\n"
    assert read_page(page).title == "Fever at sea: a review."
    for kind in ("Comparative Study", "Evaluation Study", "Research Support, N.I.H., Extramural"):
        assert read_category(kind) == ()


def test_a_list_of_results_is_the_page_of_none_of_them() -> None:
    entries = (
        "Low platelets due to vancomycin: antibodies in 12 patients.\nAlm B, Reyes C.\n"
        "Blood Cases. 2011 May;6(5):401-7. doi: 10.1000/bc.2011.401.\nPMID: 21599991\n",
        "Red man syndrome in the operating room.\nDee E, Foy G.\n"
        "Anesth Cases. 2009 Jan;2(1):11-3. doi: 10.1000/ac.2009.11.\nPMID: 19199991\n",
    )
    listed = "".join(f"{n}\nCite\nShare\n{each}" for n, each in enumerate(entries, 1))
    record = read_page(f"2 results\nSort by:\n{listed}")
    assert (record.title, record.journal, record.year) == (None, None, None)
