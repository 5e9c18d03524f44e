"""Labels of parts and sections, in many languages and with what stands around them."""

from __future__ import annotations

import pytest

from searcher.formats.page.kinds.label_kinds import label_kind
from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.kinds.spelling import fold_label
from searcher.formats.page.reader import read_page
from searcher.formats.page.words.vocabulary import HEADINGS, SECTIONS


def test_every_word_of_the_vocabulary_is_spelled_as_labels_are_compared() -> None:
    assert {name for name in {*HEADINGS, *SECTIONS} if fold_label(name) != name} == set()


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Słowa kluczowe", "keywords"),
        ("Keywords in English", "keywords"),
        ("SØGEORD", "keywords"),
        ("Đặt vấn đề", "background"),
        ("Матеріали та методи", "methods"),
        ("Zaključak", "conclusion"),
        ("Kesimpulan", "conclusion"),
    ],
)
def test_labels_are_known_in_the_languages_of_the_literature(label: str, kind: str) -> None:
    assert label_kind(label) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("and Introduction", "background"),
        ("II. Methods", "methods"),
        ("Author's keywords", "keywords"),
        ("Island Journal keywords", "keywords"),
        ("Keywordsfever, rash, tonic", "keywords"),
        ("AbstractWe saw rain in a valley", "abstract"),
        ("A b s t r a c t", "abstract"),
        ("Author(s): Ida Moen", "authors"),
        ("The main findings: rain", "results"),
    ],
)
def test_a_label_is_known_whatever_its_first_word_is_written_with(line: str, kind: str) -> None:
    label = find_label(line)
    assert label is not None and label.kind == kind


@pytest.mark.parametrize(
    "text", ["TÓM TẮT Thuốc này", "Résumé Nous avons vu", "[Abstract] We saw", "［摘要］目的"]
)
def test_a_label_is_parted_from_its_text_by_a_space_or_brackets(text: str) -> None:
    text += " rất hay gặp ở người già và trẻ em trong các làng ven biển, nhất là vào mùa mưa." * 2
    label = find_label(text)
    assert label is not None and label.kind == "abstract"


def test_a_line_that_goes_on_in_lower_case_begins_with_no_label() -> None:
    assert find_label("treatment. Fever comes early and stays for a week or longer.") is None


def test_the_first_label_of_an_abstract_may_lack_the_colon_that_the_others_have() -> None:
    page = (
        "Rain and coughing in a valley of the north\nAbstract\nBackground Rain keeps people at "
        "home, where they cough.\nMethods: We counted coughs.\nResults: There were many coughs.\n"
    )
    abstract = read_page(page).abstract or ""
    assert abstract.startswith("Background: Rain keeps")


def test_a_patient_with_a_number_is_no_label() -> None:
    several = "Patient 1 was a sailor who drank a glass of tonic water in each port of the north."
    assert find_label(several) is None
    assert find_label(several.replace("Patient 1 was", "Patients 12 sailors, each")) is not None


def test_a_lone_introduction_that_cites_others_is_no_abstract() -> None:
    page = (
        "Rain and coughing in a valley of the north\nIda Moen, Per Vik\nIntroduction Rain keeps "
        "people at home, where they cough and sneeze [1, 2]. Others have seen the same in valleys "
        "of the south [3,4], where it rains as much.\n"
    )
    assert read_page(page).abstract is None


def test_labels_within_a_paragraph_are_found_in_other_alphabets() -> None:
    page = (
        "Poškození ledvin léky v nemocnici v údolí\nSouhrn\nÚvod: Poškození ledvin je časté. "
        "Cíl: Zjistit příčinu. Metodika: Prošli jsme chorobopisy. Závěr: Léky je třeba hlídat.\n"
    )
    labels = [line.split(":")[0] for line in (read_page(page).abstract or "").split("\n")]
    assert labels == ["Úvod", "Cíl", "Metodika", "Závěr"]


@pytest.mark.parametrize(
    ("glued", "names"),
    [
        (
            "Background and PurposeRain keeps people at home.Patients and MethodsWe asked "
            "some.Results and DiscussionNine of them had a cough.",
            ["Background and Purpose", "Patients and Methods", "Results and Discussion"],
        ),
        (
            "BACKGROUNDRain keeps people at home.METHODSWe asked some.RESULTSNine of them had a "
            "cough, and two had it on the next day as well.",
            ["BACKGROUND", "METHODS", "RESULTS"],
        ),
        (
            "• Introducción. La lluvia hace que la gente se quede en casa, donde tose. "
            "Conclusión. Conviene preguntar dónde han estado los que tosen.",
            ["Introducción", "Conclusión"],
        ),
        (
            "Place and Duration of the Study: A valley in the north, from May to June 2011.\n"
            "Results: Nine of them had a cough, and two had it on the next day as well.",
            ["Place and Duration of the Study", "Results"],
        ),
        (
            "Introdução/Fundamentos\n\nA chuva mantém as pessoas em casa, onde elas tossem.\n\n"
            "Conclusões/Considerações finais\n\nA tosse da chuva passa quando vem o verão.",
            ["Introdução/Fundamentos", "Conclusões/Considerações finais"],
        ),
        (
            "<jats:sec><jats:title>Background</jats:title> <jats:p>Rain keeps people at "
            "<jats:italic>home</jats:italic>.</jats:p></jats:sec><jats:sec> Conclusion It is "
            "wise to ask where those who cough have been.</jats:sec>",
            ["Background", "Conclusion"],
        ),
    ],
)
def test_labels_of_several_words_are_read_whole(glued: str, names: list[str]) -> None:
    page = f"Rain and coughing in a valley of the north\n\nIda Moen, Per Vik\n\nAbstract{glued}\n"
    if not glued[0].startswith("B"):
        page = page.replace("Abstract", "Abstract\n\n", 1)
    abstract = read_page(page).abstract or ""
    assert [line.partition(":")[0] for line in abstract.split("\n")] == names
    assert "<" not in abstract


def test_a_category_before_a_title_and_marked_names_is_no_label() -> None:
    title = "Case Report Rain and Coughing in a Valley of the North: A Report and a Review of What "
    title += "Is Known of It among Those Who Live There"
    assert find_label(f"{title} Ida Moen,1 Per Vik,2 and Bo Ojo1 1") is None
    assert find_label(f"{title}, which we have seen in a man of the north.") is not None


def test_a_label_of_a_title_before_another_label_is_empty() -> None:
    text = "Two patients on imatinib had a rash that faded when the dose was halved by half."
    record = read_page(f"title: date: 2015-05-15\n\nAbstract\n{text}\n")
    assert (record.title, record.year) == (None, 2015)


@pytest.mark.parametrize(
    "title",
    [
        "Patient Perspectives on Switching From Tablets to Syringes in Rural Wards.",
        "Factors Associated With Low Platelets Among Patients of a Ward.",
        "RESULTS OF COUNTING PLATELETS IN THE PATIENTS OF A RURAL WARD.",
    ],
)
def test_the_first_word_of_a_title_with_capitals_is_no_label(title: str) -> None:
    assert find_label(title) is None
    said = find_label("Patients Forty people of a ward took tablets for weeks and were counted.")
    assert said is not None and said.kind == "methods"


def test_a_name_in_capitals_is_the_label_of_a_line_that_goes_on_below() -> None:
    """Text of print, whose lines end amid sentences."""
    for line in ("RESULTS Of the forty sailors nine had a fever that came and went with",):
        label = find_label(line)
        assert label is not None and (label.kind, label.name) == ("results", "RESULTS")
    assert find_label("RESULTS OF THE THREE FEVERS AMONG OLD SAILORS AT SEA AND IN PORTS") is None
    assert (
        find_label("Results Of the forty sailors nine had a fever that came and went with") is None
    )
