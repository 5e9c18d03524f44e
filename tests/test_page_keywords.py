"""Lists of keywords: what parts one keyword from the next, and what does not belong to a list."""

from __future__ import annotations

import pytest
from format_samples import as_document

from searcher.formats import detect
from searcher.formats.page.keywords import keyword_lines, read_keywords
from searcher.formats.page.lines import Line
from searcher.formats.page.reader import read_page
from searcher.formats.page.splitting import split_keywords
from searcher.formats.page.unlabelled_terms import is_list_of_terms

TEXT = (
    "Few of the sailors who drink tonic water know that it holds quinine. We followed forty "
    "of them for a winter, and nine had a fever that came and went with the glass."
)
SEPARATED = {
    "fever; rash, itchy; ICM, GBCA": ["fever", "rash, itchy", "ICM", "GBCA"],
    "fever – rash – itching": ["fever", "rash", "itching"],
    "drug fever/rash/itching": ["drug fever", "rash", "itching"],
    "HIV/AIDS": ["HIV/AIDS"],
    "Reação adversa. Medicamentos": ["Reação adversa", "Medicamentos"],
    "حمى؛ طفح": ["حمى", "طفح"],
    "皮疹 發燒 兒童": ["皮疹", "發燒", "兒童"],
    "fever, rash, and itching": ["fever", "rash", "itching"],
    "fever, rash Received: 3 May 2011": ["fever", "rash"],
    "fever, rash. The first fever of this kind was seen in a valley.": ["fever", "rash"],
    "Leukemia, Myeloid; Child": ["Leukemia, Myeloid", "Child"],
    "Fever Hepatitis B virus Drug eruption Rash": [
        *("Fever", "Hepatitis B virus", "Drug eruption", "Rash")
    ],
    "Fiebre-historia Enfermedad de Brown-terapia Quinina-efectos adversos": [
        *("Fiebre-historia", "Enfermedad de Brown-terapia", "Quinina-efectos adversos")
    ],
    "1. Drug fever 2. Rash 3. Itching": ["Drug fever", "Rash", "Itching"],
    '"fever", “rash”': ["fever", "rash"],
    "Old peopleSedativesFalls": ["Old people", "Sedatives", "Falls"],
    "fever, rash (source: MeSH, NLM)": ["fever", "rash"],
    "Fiebre, Exantema (DeCS).": ["Fiebre", "Exantema"],
}


@pytest.mark.parametrize(("text", "expected"), SEPARATED.items())
def test_keywords_are_parted_at_the_separator_that_the_list_has(
    text: str, expected: list[str]
) -> None:
    assert split_keywords(text) == expected


@pytest.mark.parametrize(
    "label",
    [
        *("Keywords & phrases:", "Keywords in English:", "Key words used:", "Subject headings:"),
        *("Keywords =", "Keywords- ", "Keywords provided by the authors:"),
    ],
)
def test_a_label_of_keywords_may_go_on_before_its_colon(label: str) -> None:
    assert read_page(f"Abstract\n\n{TEXT}\n\n{label} fever, rash\n\nReferences\n").keywords == (
        *("fever", "rash"),
    )


def test_terms_one_a_line_may_have_numbers() -> None:
    lines = [Line(1, "1. Drug fever"), Line(2, "2. Rash"), Line(3, "3. Vitamin B 12")]
    assert keyword_lines(lines) == (lines, [])
    assert read_keywords(lines) == ["Drug fever", "Rash", "Vitamin B 12"]


def test_a_list_in_two_scripts_is_parted_where_the_script_changes() -> None:
    lines = [Line(1, "間質性肺炎,皮疹/interstitial pneumonia, rash")]
    assert read_keywords(lines) == ["間質性肺炎", "皮疹", "interstitial pneumonia", "rash"]


@pytest.mark.parametrize(
    "text",
    [
        "heart injection rash fever shock reaction in the elderly",
        "Acute Kidney Injury Critical Illness Tonic Water Quinine",
        "Quinine Tonic Injection fever in the old and in the young drug reactions",
        "Quinine Tonic injection fever in old men rash Itching",
        "Belirtilmemiş.",
        "皮疹發燒兒童山藥注射液安全性",
        "¡5 rash, fever ^ NA Z",
        "Index, Advanced Search, Favorites, Login",
        "rash, fever © 2005 Example Press, Inc",
        "12(3):211–6. 2. Sow A, Dahl P. Fever. Ward Open. 2016; 6:e01",
    ],
)
def test_what_is_garbled_or_no_list_of_keywords_is_left_out(text: str) -> None:
    assert read_keywords([Line(1, text)]) == []


def test_terms_that_only_spaces_part_may_go_on_over_lines() -> None:
    lines = [Line(1, "Fever Rash Quinine"), Line(2, "Drug eruption Itching")]
    assert read_keywords(lines) == ["Fever", "Rash", "Quinine", "Drug eruption", "Itching"]
    lines = [Line(1, "Fever"), Line(2, "Drug eruption"), Line(3, "Quinine Tonic Water")]
    assert read_keywords(lines) == ["Fever", "Drug eruption", "Quinine Tonic Water"]


@pytest.mark.parametrize(
    "tags",
    ["Tags: Add Tag", "Schlagworte: Schlagwort hinzufügen", "Keywords\nExtent: Twelve leaves"],
)
def test_an_invitation_or_the_next_field_is_no_keyword(tags: str) -> None:
    assert read_page(f"Fever after quinine in old sailors\n\n{tags}\n").keywords == ()


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        *[("cardi", False), ("sailor", True), ("cardiology", True), ("rash", True)],
        *[("common criteria for", False), ("hepatitis A", True)],
    ],
)
def test_a_last_term_that_the_end_of_the_page_has_cut_is_none(last: str, kept: bool) -> None:
    page = f"Abstract\n\nAll sailors had cardiomegaly, which a glass of tonic water brought. {TEXT}"
    found = read_page(f"{page}\n\nKeywords: quinine, {last}").keywords
    assert found == (("quinine", last) if kept else ("quinine",))
    assert last in read_page(f"{page}\n\nKeywords: quinine, {last}\n\nContact\n").keywords


def test_a_last_term_in_signs_is_not_held_for_a_beginning() -> None:
    page = "摘要\n目的:了解奎宁水手的发热情况。方法:老年水手四十名。结论:停用后发热消失。\n"
    assert read_page(f"{page}关键词:奎宁,老年水").keywords == ("奎宁", "老年水")


def test_a_page_that_ends_with_two_words_of_a_list_does_not_say_whether_they_are_one() -> None:
    page = f"Abstract\n\n{TEXT}\n\nKeywords:"
    assert read_page(f"{page}\nquinine ports").keywords == ()
    assert read_page(f"{page}\nquinine").keywords == ("quinine",)
    assert read_page(f"{page}\nquinine ports\n\nContact").keywords == ("quinine ports",)


def test_keywords_in_a_list_of_other_documents_are_theirs() -> None:
    lists = "Similar documents\n\nTonic water in ports\n\nOriginal Article. Keywords: rash; fever\n"
    lists += "\nKey Words: quinine; ports\n"
    assert read_page(f"Fever after tonic water\n\n{lists}").keywords == ()
    own = read_page(f"Fever after tonic water\n\nAbstract\n\n{TEXT}\n\n{lists}").keywords
    assert own == ("quinine", "ports")


def test_terms_right_over_an_abstract_that_speaks_of_them_are_keywords() -> None:
    def keywords_of(line: str) -> tuple[str, ...]:
        head = "Fever in old men of the north\n\nAnn Hill, Bo Lee\n\n"
        return read_page(f"{head}{line}\n\nBackground: {TEXT}\n\nResults: {TEXT}").keywords

    terms = ("Tonic water", "Sailors", "Quinine")
    assert keywords_of(", ".join(terms)) == terms
    others = ("Tonic Drugs", "Middle Aged", "Sailors")
    assert keywords_of(", ".join(others)) == others
    assert keywords_of("Other Drugs, Middle Aged, Sailors") == ()
    roles = "Roles Data curation, Quinine, Tonic water, Writing – original draft"
    assert keywords_of(roles) == ()
    assert keywords_of("Harbour School, Bergen, Norway") == ()


def test_a_list_of_terms_is_known_without_its_label_by_its_lower_case() -> None:
    assert is_list_of_terms("journal club; residency; drug trials; GME")
    assert not is_list_of_terms("Home; About; Archive; Contact")


def test_a_heading_or_label_that_is_glued_to_a_list_is_no_term_of_it() -> None:
    head = "Fever in old men of the north\n\nAnn Hill, Bo Lee\n\nKeywords\n"
    terms = ("quinine", "ports", "tonic water")
    for tail in ("Resumo", ";\nD O I\n10.1000/ports.2017.132"):
        page = read_page(f"{head}{'; '.join(terms)}{tail}\n\nAbstract\n{TEXT}\n")
        assert page.keywords == terms


def test_terms_may_have_their_commas_on_lines_of_their_own() -> None:
    head = "Fever in old men of the north\n\nAnn Hill, Bo Lee\n\nKeywords\n"
    page = read_page(f"{head}quinine\n,\nports\n,\ntonic water\npp.728-733\n\nAbstract\n{TEXT}\n")
    assert page.keywords == ("quinine", "ports", "tonic water")


def test_a_section_that_was_printed_beside_a_list_is_no_list() -> None:
    head = "Fever in old men of the north\n\nAnn Hill, Bo Lee\n\n"
    column = "Keywords:\nResults: Out of 31 sailors of the port, 12 had a fever of\nQuinine\n"
    assert read_page(f"{head}{column}").keywords == ()


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Keywords (3): ",
            "Keywords. ",
            "Keywords & phrases: ",
            "Key words",
            "KEYWORDS",
            "Keywords",
        ),
        *("Keywords — ", "**Keywords:** ", "### Keywords\n\n"),
    ],
)
def test_a_list_is_known_however_its_label_is_written(label: str) -> None:
    page = f"Fever after quinine in old sailors\n\nAnn Hill\n\nAbstract\n{TEXT}\n\n{label}"
    assert read_page(f"{page}quinine, tonic water, sailors\n").keywords == (
        "quinine",
        "tonic water",
        "sailors",
    )


@pytest.mark.parametrize(
    "terms",
    [
        *(
            "quinine, tonic water, sailors.",
            "Quinine • Tonic water • Sailors",
            "quinine; rum; gin.",
        ),
        "quinine | tonic water | sailors",
    ],
)
def test_terms_right_behind_an_abstract_need_no_label(terms: str) -> None:
    head = "Fever after quinine in old sailors\n\nAnn Hill\n\n"
    page = f"{head}Abstract\n{TEXT}\n\n\n{terms}\n\nFull Text:\n"
    record = read_page(page)
    assert len(record.keywords) == 3
    assert record.abstract == TEXT
    said = read_page(page.replace(terms, "They drank quinine, rum, and gin."))
    assert said.keywords == ()


@pytest.mark.parametrize("day", ["Received 3 May 2019", "Received: May 3", "Recibido: 3/5/2019"])
def test_the_history_of_an_article_behind_a_list_is_no_keyword(day: str) -> None:
    assert split_keywords(f"quinine, sailors {day}") == ["quinine", "sailors"]


def test_phrases_that_a_site_finds_itself_are_keywords_however_many() -> None:
    phrases = [f"tonic water of {port} port" for port in "abcdefghijklmnopqrstuvwxy"]
    items = "".join(f"- {phrase}\n" for phrase in phrases)
    page = f"Fever after quinine in old sailors\n\nAnn Hill\n\n{TEXT}\nKeyphrases\n{items}"
    assert read_page(page).keywords == tuple(phrases)


def test_terms_with_bullets_over_an_abstract_without_labels_are_keywords() -> None:
    terms = "  • drug fever;\n  • sailors;\n  • tonic water\n"
    aim = "To see whether the fever of sailors comes from the tonic water that they drink each day."
    aim += " We asked in all ports of the north."
    page = f"{terms}\n\n\n{aim}\n\n\n{TEXT}\n\n\nFew sailors knew what they were drinking.\n"
    record = read_page(page)
    assert record.keywords == ("drug fever", "sailors", "tonic water")
    assert record.abstract is not None and record.abstract.startswith(aim)
    assert detect(as_document(page))[0].name == "page"
    named = read_page(page.replace("drug fever", "Ann Hill").replace("sailors;", "Bo Lee;"))
    assert named.keywords == ()


def test_separators_on_lines_of_their_own_part_terms_that_have_commas() -> None:
    page = f"Abstract\n{TEXT}\nKeywords:\nFever, drug\n,\nSailors\n,\nTonic water\n2011\n"
    assert read_page(page).keywords == ("Fever, drug", "Sailors", "Tonic water")


@pytest.mark.parametrize(
    "behind",
    [
        *("References 1. Hill A.", "1. Introduction Sailors", "[Full Text Article] [PDF]"),
        *("Issue Date: 2012", "Submitted:March 3, 2011 Accepted:May 4", "Full Text: PDF"),
    ],
)
def test_a_heading_behind_a_list_on_its_line_is_no_part_of_its_last_term(behind: str) -> None:
    assert split_keywords(f"fever, Tonic Water, old sailors {behind}") == [
        "fever",
        "Tonic Water",
        "old sailors",
    ]


def test_a_sentence_in_japanese_is_no_list() -> None:
    page = f"Abstract\n{TEXT}\nKeywords\n{{}}\n"
    assert read_page(page.format("発熱、船員")).keywords == ("発熱", "船員")
    assert read_page(page.format("全文: 従量制、会員の方は924円です。")).keywords == ()


def test_lists_in_two_languages_over_an_abstract_without_a_heading_are_one() -> None:
    lists = "キーワード:\n発熱\n,\n船員\nKeyword:\nFever\n,\nSailors\n"
    page = f"Fever after quinine in old sailors\n\nAnn Hill, Bo Lee\n{lists}\n2011\n\n{TEXT}\n"
    record = read_page(page)
    assert record.abstract == TEXT
    assert record.keywords == ("発熱", "船員", "Fever", "Sailors")


def test_what_stands_behind_a_list_of_a_printed_page_is_no_term() -> None:
    page = f"Abstract\n{TEXT}\nKeywords: drug fever; old sailors; tonic water. 145\n"
    assert read_page(page).keywords == ("drug fever", "old sailors", "tonic water")
    record = read_page(f"Tags\nPorts\nFever\nFile Size203.4 KB\nTotal Pages8\nAbstract\n{TEXT}\n")
    assert record.keywords == ("Ports", "Fever")


@pytest.mark.parametrize(
    "behind",
    [
        "Quinine has been sold in ports for three hundred years, and sailors were the first",
        "Лихорадка моряков",
    ],
)
def test_text_behind_a_list_on_its_line_is_no_part_of_the_last_term(behind: str) -> None:
    page = f"Abstract\n{TEXT}\nKeywords: Drug fever, old sailors, tonic water {behind}\n"
    assert read_page(page).keywords == ("Drug fever", "old sailors", "tonic water")


@pytest.mark.parametrize(
    "text",
    [
        "Male. Drug fever. Tonic water.",
        "Hepatitis A. Vitamin B1. Old age of sailors.",
        "Fever. HIV. old sailors",
    ],
)
def test_full_stops_part_terms_however_short_they_are(text: str) -> None:
    assert split_keywords(text) == text.strip(".").split(". ")


@pytest.mark.parametrize("name", ["E. coli fever", "Candida spp. in ports", "St. Ann fever"])
def test_a_full_stop_behind_an_abbreviation_parts_no_terms(name: str) -> None:
    assert split_keywords(name) == [name]


def test_letters_of_other_scripts_amid_a_term_are_its_own() -> None:
    terms = ("Drug fever", "Old sailors", "Sailors’ Choice", "Β-quinine Drink", "Tonic Water α")
    page = f"Abstract\n{TEXT}\nKeywords: {', '.join(terms)}\n"
    assert read_page(page).keywords == terms


def test_where_words_amid_terms_have_capitals_nothing_tells_the_end_of_the_last_one() -> None:
    behind = "Quinine has been sold in ports for three hundred years, and sailors were the first"
    page = f"Abstract\n{TEXT}\nKeywords: Drug Fever, Old Sailors, Tonic Water {behind}\n"
    assert read_page(page).keywords == ()


def test_terms_in_the_cells_of_a_row_are_keywords() -> None:
    page = f"Abstract\n{TEXT}\nKey words:    drug fever    old sailors    Tonic water\n"
    assert read_page(page).keywords == ("drug fever", "old sailors", "Tonic water")
    told = f"Abstract\n{TEXT}\nKeywords:\tdrug fever; old sailors\ten\n"
    assert read_page(told).keywords[0] == "drug fever"


@pytest.mark.parametrize(
    "listed",
    [
        ": Fever, Tonic water, Old sailors Background Quinine is given, as before, to many of them",
        ": Fever –Tonic water – Old sailors.\n\nJURY\n\nMr. Moreau PRESIDENT",
        " * Fever * Tonic water * Old sailors",
    ],
)
def test_a_list_is_split_at_each_sign_up_to_the_heading_of_the_body(listed: str) -> None:
    record = read_page(f"Quinine in sailors\n\nAbstract\n{TEXT}\n\nKeywords{listed}\n")
    assert record.keywords == ("Fever", "Tonic water", "Old sailors")


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        # The capital that begins a sentence, in the long piece or before it.
        ("fever, drug rash Quinine has been given for years in ports", ("fever", "drug rash")),
        ("fever, rash Quinine (Q), the oldest drug of sailors in all ports", ("fever", "rash")),
        ("fever; rash Quinine has been given for years, in ports", ("fever", "rash")),
        # Any of two could begin it, or nothing does.
        ("fever, Ward Rash Quinine has been given for years in ports", ()),
        ("fever, rash that quinine has caused for years in the ports", ()),
    ],
)
def test_a_list_on_one_line_with_the_text_ends_at_its_first_sentence(
    words: str, terms: tuple[str, ...]
) -> None:
    prose = "We asked the sailors of two ports what they drank. Most of them had taken tonic water."
    assert tuple(split_keywords(f"{words}. {prose}")) == terms


def test_headings_one_a_line_may_be_inverted() -> None:
    terms = ("Anemia, Aplastic", "Diabetes Mellitus, Type 2", "Humans", "Tonic Water", "Sailors")
    page = f"Fever in sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n{TEXT}\n\nKeywords\n"
    assert read_page(page + "\n".join(terms) + "\n\nIntroduction\n").keywords == terms


@pytest.mark.parametrize(
    "line", ["Clinical Trials as Topic Disease Progression", "Wheat straw Fever And Rash Ports"]
)
def test_where_small_words_join_capitals_nothing_tells_where_a_term_ends(line: str) -> None:
    assert split_keywords(line) == [line]


def test_a_list_that_full_stops_part_may_begin_in_lower_case() -> None:
    page = f"Fever in sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n{TEXT}\n\n"
    assert read_page(f"{page}Keywords. fever. Tonic water. Rum.").keywords == (
        "fever",
        "Tonic water",
        "Rum",
    )


def test_the_label_of_a_list_that_only_spaces_part_is_none_of_its_terms() -> None:
    page = f"Fever in sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n{TEXT}\n"
    assert read_page(f"{page}Keywords Fever Tonic water Rum").keywords == (
        "Fever",
        "Tonic water",
        "Rum",
    )


def test_terms_one_a_line_are_not_parted_at_capitals_behind_a_hyphen() -> None:
    terms = ("Sailors", "Tonic water", "Post-harvest Management", "Ports")
    page = f"Fever in sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n{TEXT}\n\nKeywords\n\n• "
    assert read_page(page + "\n• ".join(terms) + "\n\nIntroduction\n").keywords == terms


def test_a_list_one_a_line_ends_above_a_line_with_an_hour() -> None:
    page = f"Fever in sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n{TEXT}\nKeywords\n"
    below = "Posted by admin at 10:14\nOlder post Newer post Home"
    assert read_page(f"{page}Sailors\nTonic water\n{below}").keywords == ("Sailors", "Tonic water")


def test_what_stands_below_an_empty_list_is_no_keyword() -> None:
    page = f"Fever in sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n{TEXT}\n\nKeywords\n\n"
    assert read_page(f"{page}Published in Ward One\nISSN 1234-5679 (Print)\n").keywords == ()


def test_a_list_that_is_a_point_ends_with_it_even_behind_a_comma() -> None:
    page = (
        f"Fever in sailors\n- Keywords\n- Sailors, Tonic water, Ports,\n- Type\n- article\n{TEXT}"
    )
    assert read_page(page).keywords == ("Sailors", "Tonic water", "Ports")
    points = "Fever in sailors\n\nKeywords\n- Sailors,\n- Tonic water,\n- Ports\n\nAbstract\n"
    assert read_page(points + TEXT).keywords == ("Sailors", "Tonic water", "Ports")


def test_a_list_in_the_header_of_a_note_loses_its_brackets() -> None:
    note = '---\nkeywords: [linezolid, "low platelets"]\n---\n\n# Low platelets in the wards\n'
    assert read_page(note).keywords == ("linezolid", "low platelets")
    assert split_keywords("[3H]thymidine, rash") == ["[3H]thymidine", "rash"]


def test_a_sign_that_is_glued_to_each_keyword_is_none_of_it() -> None:
    listed = "\n".join(f"■{word}" for word in ("Fever", "Tonic water", "Sailors"))
    record = read_page(
        f"Fever on deck\n\nAbstract\n{TEXT}\n\nKey Words\n{listed}\n\nIntroduction\n"
    )
    assert record.keywords == ("Fever", "Tonic water", "Sailors")
