"""Sections of an abstract: short ones, unknown places of known labels, and what opens a text."""

from __future__ import annotations

import pytest
from abstract_samples import FIRST, HEAD, LAST, abstract_of
from abstract_samples import TEXT as ABSTRACT

from searcher.formats.page.kinds.labels import find_label
from searcher.formats.page.reader import read_page

BODY = (
    "Introduction\nQuinine has been sold in ports for long [1], and sailors drank it first [2].\n"
)


@pytest.mark.parametrize(
    "brief",
    [
        "Prospective.",
        "The Harbour Hospital, Leeds, UK.",
        "Forty sailors who were seen twice in the wards of one port of the north",
    ],
)
@pytest.mark.parametrize("heading", ["Study design", "Setting"])
def test_a_short_line_under_a_heading_amid_an_abstract_is_a_section_of_it(
    heading: str, brief: str
) -> None:
    text = f"Objective\n{FIRST}\n{heading}\n{brief}\nResults\n{LAST}\nConclusion\n{FIRST}\n"
    got = abstract_of(f"{HEAD}Abstract\n{text}{BODY}")
    assert got == f"Objective: {FIRST}\n{heading}: {brief}\nResults: {LAST}\nConclusion: {FIRST}"


def test_the_last_section_of_an_abstract_may_lack_its_full_stop() -> None:
    last = "All of those who had a fever were well when they drank nothing of it in the ports"
    text = f"Objective\n{FIRST}\nResults\n{LAST}\nConclusions\n{last}\n"
    got = abstract_of(f"{HEAD}Abstract\n{text}{BODY}")
    assert got == f"Objective: {FIRST}\nResults: {LAST}\nConclusions: {last}"


def test_what_an_article_is_worth_may_stand_under_its_own_heading_behind_the_text() -> None:
    got = abstract_of(f"{HEAD}ABSTRACT\n\n{FIRST}\n\nIMPORTANCE\n\n{LAST}\n\n{BODY}")
    assert got == f"{FIRST}\nIMPORTANCE: {LAST}"


def test_a_summary_behind_findings_is_what_they_come_to() -> None:
    text = f"Purpose of review\n{FIRST}\nRecent findings\n{LAST}\nSummary\n{FIRST} It is so.\n"
    got = abstract_of(f"{HEAD}Abstract\n{text}{BODY}")
    assert got and got.endswith(f"Recent findings: {LAST}\nSummary: {FIRST} It is so.")


def test_subjects_between_paragraphs_with_labels_are_those_who_took_part() -> None:
    text = f"OBJECTIVE: {FIRST}\n\nSETTING: A clinic.\n\nSUBJECTS: Forty sailors were seen twice.\n"
    got = abstract_of(f"{HEAD}Abstract\n\n{text}\nRESULTS: {LAST}\n\n{BODY}")
    assert got and got.endswith(f"SUBJECTS: Forty sailors were seen twice.\nRESULTS: {LAST}")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("MATERIALS AND METHODSThe sailors were seen", "MATERIALS AND METHODS"),
        ("BACKGROUND AND PURPOSEPain is seen", "BACKGROUND AND PURPOSE"),
        ("AIMUraemia is seen", "AIM"),
        ("Background & aimsPain is seen", "Background & aims"),
        ("BACKGROUND, AIMSPain is seen", "BACKGROUND, AIMS"),
        ("Abstract. rRNA was read", "Abstract"),
        ("Abstract. [131I]Iodine was given", "Abstract"),
        ('Abstract "Drink it" is what is said', "Abstract"),
        ("Abstract beta-Blockers are given", "Abstract"),
        ("Results. (1) They were well", "Results"),
    ],
)
def test_a_label_stands_before_capitals_that_are_glued_to_it_and_before_names_without_one(
    line: str, name: str
) -> None:
    label = find_label(f"{line} to those who were told of it in the ports of the north {LAST}")
    assert label and label.name == name


@pytest.mark.parametrize("line", ["BACKGROUND AND more of it was seen", "Abstract. reports on it"])
def test_a_label_that_goes_on_with_its_line_is_none(line: str) -> None:
    assert (
        find_label(f"{line} by those who were told of it in the ports of the north {LAST}") is None
    )


@pytest.mark.parametrize("opening", ["rRNA of the sailors was read.", "beta-Blockers are of use."])
def test_an_abstract_without_a_heading_may_open_with_a_name_in_small_letters(opening: str) -> None:
    text = f"{opening} {ABSTRACT}"
    assert abstract_of(f"{HEAD}Ward Letters 2012; 12:45-56\n\n{text}\n\nKeywords: fever") == text


def test_a_body_that_cites_is_behind_a_text_with_numbers_of_those_who_were_seen() -> None:
    text = f"{FIRST} There were rashes (7) and falls (5). {LAST}"
    body = f"Quinine is sold (1), and drunk (2). {FIRST}"
    assert abstract_of(f"{HEAD}Ward Letters 2012; 12:45-56\n\n{text}\n\n{body}") == text


def test_the_number_of_a_heading_behind_a_quotation_is_not_of_the_abstract() -> None:
    text = f'{FIRST} They call it "the last glass."'
    page = f"{HEAD} Ward Letters 12 (3): 4-9, 2012 Abstract {text} 1. {BODY}"
    assert abstract_of(" ".join(page.split())) == text


def test_a_list_right_below_a_paragraph_needs_no_blank_line() -> None:
    terms = (
        "Adult",
        "Double-Blind Method",
        "Fatigue",
        "Hospitals, Urban",
        "Tonic Water",
        "Sailors",
    )
    terms += ("Middle Aged", "Northern Ports", "Severity of Fever", "Treatment Outcome")
    terms += ("Drinking of Tonic Water", "Follow-Up Studies", "Fevers of Sailors", "Winter")
    text = f"{FIRST} {LAST} They were seen again in the summer, and none of them had one."
    record = read_page(f"{HEAD}Abstract\n{text}\n{'; '.join(terms)}\n{BODY}")
    assert (record.abstract, record.keywords) == (text, terms)


def test_the_first_words_of_a_page_that_lost_its_line_breaks_are_no_abstract() -> None:
    lookups = "encyclopedia , lookup ".join(("Sailors ", "Harbour fevers ", "Tonic water ", "Rum "))
    above = (
        "Your help is very important for improving the work of the machine, which forms what "
        f"is in this project Download - Ports Online Library {lookups}encyclopedia , lookup Rum in "
        "old ports encyclopedia , lookup Port Letters of the North DOI:10.5555/ports.2020.8"
    )
    head = "Fever after tonic water in old sailors Correspondence Ann Hill Received 28 January 2020"
    assert abstract_of(f"{above} {head} Accepted 13 June 2020 {ABSTRACT}") is None


def test_that_content_may_be_subject_to_copyright_is_not_of_the_abstract() -> None:
    page = f"{HEAD}Abstract\n{ABSTRACT}\nContent may be subject to copyright.\n\n{BODY}"
    assert abstract_of(page) == ABSTRACT


@pytest.mark.parametrize(
    "opening", ["Wardbase (http://wards.example) is of use.", "Au@Ag is tonic.", "TONIC© is drunk."]
)
def test_the_address_or_the_mark_of_what_a_text_is_about_is_of_no_column_beside_it(
    opening: str,
) -> None:
    assert abstract_of(f"{HEAD}Abstract\n{opening} {ABSTRACT}\n\n{BODY}") == f"{opening} {ABSTRACT}"


def test_a_work_that_a_text_names_in_brackets_is_no_citation_of_its_own() -> None:
    text = f"A fever was seen before (Hill and Lee, J. Portol. 152:215-222, 1982). {ABSTRACT}"
    assert abstract_of(f"{HEAD}Ward Letters 2012; 12:45-56\n\n{text}\n\n{BODY}") == text


def test_sections_below_a_link_to_an_editorial_are_an_abstract() -> None:
    """Print has in the margin what else the issue holds."""
    sections = (
        "BACKGROUND Tonic water is sold in every port of the north, and few of the sailors know\n"
        "that it holds quinine, or that it has caused fevers.\n\n"
        "METHODS We followed forty of the old sailors for a winter, and took their temperature\n"
        "on each day of the voyage.\n\n"
        "RESULTS Of them nine had a fever that came and went with what was in the glass, and\n"
        "all of the others were well until they were back.\n\n"
        "Author Affiliations: Ward of the Port, Lund, Sweden.\n"
    )
    head = "Fever after tonic water in old sailors\n\nAnn Hill, MD; Bo Lee, MD\n\n"
    plain = read_page(head + sections).abstract
    assert plain is not None and plain.startswith("BACKGROUND: Tonic")
    assert plain.endswith("until they were back.")
    assert read_page(f"{head}Editorial\n{sections}").abstract == plain
