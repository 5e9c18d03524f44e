"""What sites put around the fields of an article, and into them."""

from __future__ import annotations

from abstract_samples import FIRST, HEAD, LAST, TEXT, TITLE, abstract_of

from searcher.formats.page.reader import read_page

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
    page = f"Journal Article\nReview\nGive like\n\n{title}\n\n{TEXT} {MORE}\n\nRelated articles\n\nOn tides\n"
    record = read_page(page)
    assert record.title == title
    assert record.abstract == f"{TEXT} {MORE}"


def test_an_address_below_two_blank_lines_is_not_of_the_title() -> None:
    head = (
        f"BRIEF REPORT\nYear : 2019 | Volume : 5\n\n{TITLE}\n\n\n1 Department of Fever, Port General Hospital, "
        "Lund, Sweden\n\nCorrespondence Address:\nAnna Holm\nDepartment of Fever, Lund, Sweden\n"
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
