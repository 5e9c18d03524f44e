"""MeSH headings, publication types and keywords whose terms are named as parts of an article."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

TEXT = (
    "Few of the sailors who drink tonic water know that it holds quinine. We followed forty "
    "of them for a winter, and nine had a fever that came and went with the glass."
)
HEAD = (
    "Ward Letters 2012;3(4):5-9\n\nFever of sailors after tonic water\n\nAnn Hill, Bo Lee\n\n"
    f"Abstract\n\n{TEXT}\n\n"
)
BODY = "The sailors of the port were ill for days, and the ship was of no use to them."
TERMS = ["Diagnosis", "Fever", "Outcome", "Sailors", "Case report"]


@pytest.mark.parametrize("label", ["Keywords", "MeSH terms"])
@pytest.mark.parametrize(("opening", "joint"), [("\n", "\n"), ("\n\n", "\n\n"), ("\n- ", "\n- ")])
@pytest.mark.parametrize(
    "below",
    [f"\n\nIntroduction\n\n{BODY}", f"\n1. Introduction\n{BODY}", "\n\nReferences\n\n1. X."],
)
def test_terms_may_be_named_as_sections_are(
    label: str, opening: str, joint: str, below: str
) -> None:
    record = read_page(f"{HEAD}{label}{opening}{joint.join(TERMS)}{below}\n")
    assert list(record.mesh or record.keywords) == TERMS
    assert "Outcome" not in (record.body or "")


@pytest.mark.parametrize(
    ("heading", "between"),
    [
        ("Case report", "\n\n"),
        ("Case presentation", "\n"),
        ("Patients", "\n\nSailors of the port\n\n"),
        ("2. Outcome", "\n\n2.1. Fever\n\n2.1.1. Rash\n\n"),
        ("Results", "\nFevers\nRashes\n"),
    ],
)
def test_the_heading_of_a_body_is_no_term_of_the_list_above_it(heading: str, between: str) -> None:
    record = read_page(f"{HEAD}Keywords\nfever\nrash\n\n{heading}{between}{BODY}\n")
    assert record.keywords == ("fever", "rash")
    assert record.body == f"{heading}{between}{BODY}".replace("\n\n", "\n")


def test_a_section_below_keywords_on_one_line_is_no_term() -> None:
    record = read_page(f"{HEAD}Keywords: fever, rash\nOutcome\nSailors\nPorts\n\n{BODY}\n")
    assert record.keywords == ("fever", "rash")


@pytest.mark.parametrize(
    "listed",
    [
        "MeSH terms\n\n  • Fever / etiology*\n  • Fever / pathology\n  • Medical Subject Headings"
        "\n  • Sailors*",
        "MeSH Terms\nFever/etiology*\nFever/pathology\nMedical Subject Headings\nSailors*",
        "MeSH: Fever/*etiology/pathology; Medical Subject Headings; *Sailors.",
        "Medical Subject Headings: Fever/*etiology; Fever/pathology; Medical Subject Headings; "
        f"*Sailors{'; *Sailors' * 50}",
        "MeSH headings: Fever/*etiology/pathology • Medical Subject Headings • *Sailors",
        "MeSH terms\nFever/*etiology/pathology; Medical\nSubject Headings; *Sailors",
        "- MeSH:\nFever/*etiology/pathology;\nMedical Subject Headings;\n*Sailors\n- From:Ports",
        "dc.subject.mesh: Fever/*etiology/pathology\ndc.subject.mesh: Medical Subject Headings\n"
        "dc.subject.mesh: *Sailors\ndc.type: Article",
    ],
)
def test_mesh_headings_are_read_however_they_are_listed(listed: str) -> None:
    record = read_page(f"{HEAD}{listed}\n\nSubstances\n\nQuinine\n")
    assert record.mesh == (*("Fever/*etiology/pathology", "Medical Subject Headings", "*Sailors"),)


def test_headings_between_commas_are_left_out_since_commas_stand_in_them_too() -> None:
    assert read_page(f"{HEAD}MeSH terms: Fever, Anemia, Hemolytic, Sailors\n").mesh == ()
    assert read_page(f"{HEAD}MeSH terms: Anemia, Hemolytic\n").mesh == ("Anemia, Hemolytic",)


def test_a_term_amid_a_list_may_be_a_word_of_menus_two_are_a_menu() -> None:
    listed = "Fever\nLanguage\nSailors\nLogin\nRegister\nHelp"
    assert read_page(f"{HEAD}MeSH terms\n{listed}\n").mesh == ("Fever", "Language", "Sailors")


@pytest.mark.parametrize(
    "listed",
    [
        "Publication types\n\nEnglish Abstract\nClinical Trial\nReview",
        "Publication types: English Abstract; Clinical Trial; Review",
        "Publication Types: English Abstract, Clinical Trial, Review",
    ],
)
def test_publication_types_are_read_however_they_are_listed(listed: str) -> None:
    record = read_page(f"{HEAD}{listed}\n\nMeSH terms\n\nFever\n")
    assert record.publication_types == ("English Abstract", "Clinical Trial", "Review")
    assert (record.abstract, record.mesh) == (TEXT, ("Fever",))


def test_headings_that_only_spaces_part_are_left_out() -> None:
    assert read_page(f"{HEAD}MeSH terms: Fever Sailors Middle Aged\n").mesh == ()
    assert read_page(f"{HEAD}MeSH terms\n\n- Beverage Control In Ports\n").mesh != ()


def test_a_type_may_have_commas() -> None:
    record = read_page(f"{HEAD}Publication types\n\nResearch Support, N.I.H., Extramural\n")
    assert record.publication_types == ("Research Support, N.I.H., Extramural",)


def test_a_page_without_a_title_keeps_the_type_at_its_top() -> None:
    letter = "To the Editor\n\nWe read of the ward with great interest. Two sailors had a fever.\n"
    record = read_page(letter)
    assert (record.title, record.publication_types) == (None, ("Letter",))
