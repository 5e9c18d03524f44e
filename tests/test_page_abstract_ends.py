"""What stands around an abstract on pages that print it between other text, and is not of it."""

from __future__ import annotations

import textwrap

import pytest
from abstract_samples import FIRST, HEAD, LAST, TITLE, abstract_of
from abstract_samples import TEXT as ABSTRACT

from searcher.formats.page.reader import read_page

OTHERS = "Tonic water is not a medicine, and those who sell it need not say what it holds. " * 3
BODY = "Quinine has been sold in ports for long (1), and sailors were the first to drink it (2,3)."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_paragraph_that_cites_others_is_behind_the_abstract_with_a_gap_or_without(
    gap: str,
) -> None:
    assert abstract_of(f"{HEAD}Abstract\n{ABSTRACT}{gap}{BODY}{gap}{OTHERS}") == ABSTRACT


def test_a_question_below_the_last_paragraph_of_a_page_is_not_of_its_abstract() -> None:
    text = f"{ABSTRACT} {LAST}"
    assert abstract_of(f"{HEAD}Abstract: {text}\nWhich problem do the authors solve?") == text
    asked = f"{text} Which problem did they solve?"
    assert abstract_of(f"{HEAD}Abstract: {asked}") == asked


def test_a_body_that_begins_as_the_abstract_did_ends_it() -> None:
    structured = f"BACKGROUND: {FIRST} CONCLUSIONS: {LAST}"
    got = abstract_of(f"{HEAD}Abstract\n\n{structured} {FIRST} Others saw it as well. {OTHERS}")
    assert got == f"BACKGROUND: {FIRST}\nCONCLUSIONS: {LAST}"


@pytest.mark.parametrize("label", ["AbstractAims", "Abstract: Background:", "ABSTRACT OBJECTIVE"])
def test_the_headings_of_abstract_and_first_section_may_stand_on_one_line(label: str) -> None:
    text = f"{label}\n{FIRST}\n\nMethods\n{LAST}\n\nConclusions\n{LAST}\n\nIntroduction\n{OTHERS}"
    got = abstract_of(f"{HEAD}{text}")
    assert got and got.endswith(f"{FIRST}\nMethods: {LAST}\nConclusions: {LAST}")


def test_a_teaser_over_the_abstract_is_passed_over() -> None:
    teaser = "Author(s): Ann Hill [a]; Bo Lee [b] Introduction Tonic water is one that [...]"
    assert abstract_of(f"{TITLE}\n\nAbstract\n{teaser}\n{ABSTRACT}") == ABSTRACT
    assert abstract_of(f"{TITLE}\n\nAbstract\n\n{teaser}\n\n{ABSTRACT}") == ABSTRACT


def test_the_mark_of_the_last_author_is_no_number_of_the_abstract() -> None:
    names = "Ann Hill 1 , Bo Lee 2 , Cy Roy 2"
    flat = f"{TITLE} {names} RESUMEN {ABSTRACT} {LAST} PALABRAS CLAVE: quinina, fiebre ABSTRACT An"
    assert abstract_of(f"{TITLE}\n\n{flat}") == f"{ABSTRACT} {LAST}"


@pytest.mark.parametrize("translated", ["", "Fever after tonic water taken with rum in port\n\n"])
def test_a_case_report_may_have_its_title_in_two_languages_over_its_names(translated: str) -> None:
    title = (
        "Fiebre por agua tónica en marineros de los puertos del norte con ron. Reporte de un caso"
    )
    head = (
        f"Caso clínico\n\n{title}\n\n{translated}Ann Hill, Bo Lee\n\nPort Hospital, Bergen, Norway"
    )
    record = read_page(f"Port Med vol.8 no.2 2011\n\n{head}\n\nIntroducción: {ABSTRACT} {LAST}")
    assert record.abstract == f"Introducción: {ABSTRACT} {LAST}"
    assert record.title == title


def test_a_notice_of_the_publisher_is_passed_over_and_a_heading_for_names_frames_the_text() -> None:
    notice = f"Publisher's note\n{OTHERS}\n702\nViews\n418\n"
    text = f"{TITLE}\n\n{notice}\nAuthors\n\n{ABSTRACT}\n\nAltmetrics\n\nDownloads\n"
    assert abstract_of(text) == ABSTRACT
    assert abstract_of(text.replace("Authors", "Ports")) is None


def test_tabs_places_and_captions_over_an_abstract_are_none() -> None:
    tabs = "Ver más\nResumen\nTexto completo\nBibliografía\nDescargar PDF\nEstadísticas\n"
    place = (
        "a Department of Tonics. Harbour Hospital. School of the Port. The Sea is at its door.\n"
    )
    caption = (
        "Fig. 1. The fever of a sailor who drank it. T: the temperature of the day in degrees.\n"
    )
    head = f"{TITLE}\nAnn Hilla, Bo Leea\n"
    assert abstract_of(f"{head}{place}{tabs}{caption}Show more\n{ABSTRACT}") == ABSTRACT
    assert abstract_of(f"{head}{place}Overview\nFull text\nReferences\n\n{ABSTRACT}") == ABSTRACT
    listed = "Bibliography\n1. Sow A, Dahl P. Rum in ports. Ports 2012; 81: 1432-1441.\n"
    assert abstract_of(f"{head}{place}{listed}{ABSTRACT}") is None


def test_paragraphs_that_lost_their_labels_stand_further_apart() -> None:
    names = "  • Ann Hill\n  • Bo Lee\n  • Cy Roy\n"
    paragraphs = [
        FIRST,
        "We asked the sailors what they drank and where, and measured how warm they were at noon.",
        LAST,
        "Those who look after sailors should ask what is in the glass before they treat a fever.",
    ]
    text = abstract_of(f"{TITLE}\n\n{names}\n\n\n" + "\n\n\n".join(paragraphs))
    assert text == " ".join(paragraphs)
    assert abstract_of(f"{TITLE}\n\n{names}\n\n" + "\n\n".join(paragraphs)) is None


def test_what_a_blog_says_of_its_own_over_the_names_of_the_article_is_no_abstract() -> None:
    motto = '"What a good nurse writes down today may spare a hundred strangers tomorrow."\n\n'
    motto += "The Harbour Blog wants to bring medicine to all who look for it, wherever they live. "
    motto += "It was founded by two doctors who had grown tired of waiting for their printer.\n\n"
    terms = "old sailors and rum, tonic water, quinine, fever"
    cited = f"Cite this article as: Hill A, Lee B. {TITLE}. Port Med 2011;8(2):12-19.\n\n"
    head = f"{TITLE}\n\n{motto}{terms}\n\nAnn Hill, Bo Lee\n\n"
    record = read_page(f"{head}{cited}{ABSTRACT}\n\n{BODY}")
    assert record.abstract == ABSTRACT
    assert record.keywords == ("old sailors and rum", "tonic water", "quinine", "fever")
    assert abstract_of(f"{HEAD}{ABSTRACT}\n\n{cited}{OTHERS}") == ABSTRACT


@pytest.mark.parametrize(
    "tail",
    [
        *("Continue reading", "[PDF]", "Cite this article", "Open Access", "PMID: 12345678"),
        *("DOI: 10.5555/port.2011.12", "https://doi.org/10.5555/port.2011.12"),
        *("Published by Harbour Press Ltd.", "All rights reserved. Share"),
        "Copyright © 2011 Harbour Press B.V. All rights reserved.",
        *("Crown Copyright © 2012. Published by Harbour Press.", "[ABSTRACT FROM AUTHOR]"),
        "[ABSTRACT FROM AUTHOR] Copyright of Ports is the property of the society.",
        *("Disclosure of Interest: None declared.", "Conflict of interest: none."),
        "The authors declare no conflict of interest.",
    ],
)
def test_what_stands_behind_the_last_sentence_on_its_line_is_not_of_the_abstract(tail: str) -> None:
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT} {tail}\n\nIntroduction\n{OTHERS}") == ABSTRACT


@pytest.mark.parametrize("label", ["Keywords:", "KEY WORDS:", "Palabras clave:", "Mots-clés :"])
def test_a_list_of_keywords_may_stand_behind_the_last_sentence_on_its_line(label: str) -> None:
    for text in (LAST, ABSTRACT):
        record = read_page(
            f"{HEAD}Abstract: {text} {label} fever; quinine\n\nIntroduction\n{OTHERS}"
        )
        assert record.abstract == text
        assert record.keywords == ("fever", "quinine")


@pytest.mark.parametrize(
    "notice",
    [
        "Abbreviations: GT, gin and tonic; RW, rum and water; TW, tonic water of the port.",
        "Correspondence to: Ann Hill, who was a fellow of the Port Society when this was written.",
        "The authors declare that they have no interest in the sale of tonic water or of rum.",
    ],
)
def test_a_notice_below_an_abstract_is_not_of_it(notice: str) -> None:
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT}\n\n{notice}\n\nReferences\n") == ABSTRACT


ENGLISH = "The fever of sailors came with the tonic water that they drank on board of their ship."
SPANISH = (
    "La fiebre de los marineros se presenta con el agua tónica que beben en los puertos del norte "
    "y no se conoce su causa. Se siguió a cuarenta marineros durante un invierno en dos puertos."
)


def test_an_abstract_ends_where_its_next_line_begins_it_anew_in_another_language() -> None:
    assert abstract_of(f"{HEAD}Resumen\n{SPANISH}\n{ABSTRACT}\n") == SPANISH
    wrapped = "\n".join(textwrap.wrap(SPANISH, 60) + textwrap.wrap(ABSTRACT, 60))
    assert abstract_of(f"{HEAD}Resumen\n{wrapped}\n") == SPANISH
    labelled = f"Objetivo: {SPANISH}\nConclusiones: {SPANISH}"
    assert abstract_of(f"{HEAD}{labelled}\nObjective: {ABSTRACT}\n") == labelled
    assert abstract_of(f"{HEAD}Abstract\n{ABSTRACT}\n{ENGLISH}\n") == f"{ABSTRACT} {ENGLISH}"


def test_a_tip_of_the_editors_is_not_of_the_abstract() -> None:
    assert abstract_of(f"{HEAD}{ABSTRACT}\nCore tip: {OTHERS}\n") == ABSTRACT


@pytest.mark.parametrize(
    "cited",
    [
        "Annals of Ports, 2011; 63(4):221-226",
        "Ann Ports. 2011;63(4):221-226 doi: http://dx.doi.org/10.1000/ports.63.221",
    ],
)
def test_a_citation_behind_the_last_sentence_is_not_of_the_abstract(cited: str) -> None:
    assert abstract_of(f"{HEAD}Abstract\n{ABSTRACT} {cited}\n") == ABSTRACT


def test_a_citation_behind_the_last_sentence_gives_journal_and_doi() -> None:
    cited = "Ann Ports. 2011;63(4):221-226 doi: http://dx.doi.org/10.1000/ports.63.221"
    record = read_page(f"Abstract\n\n{ABSTRACT} {cited}\n\nFull Text\nTalk to us")
    assert (record.journal, record.year, record.doi) == ("Ann Ports", 2011, "10.1000/ports.63.221")


def test_the_issue_below_an_abstract_without_its_full_stop_is_not_of_it() -> None:
    text = ABSTRACT.removesuffix(".")
    issue = "Vol. 6 No. 9 (2009): November, 2009 : Articles"
    assert abstract_of(f"{HEAD}Abstract\n{text}\n{issue}\nPublished By\nPorts") == text


@pytest.mark.parametrize(
    "glued",
    [
        *("Copyright © 2011 Harbour B.V. All rights reserved.", "Citation"),
        "Published by Harbour Ltd.",
    ],
)
def test_what_follows_without_a_space_behind_a_full_stop_is_not_of_the_abstract(
    glued: str,
) -> None:
    assert abstract_of(f"{HEAD}Abstract\n{ABSTRACT}{glued}\nHill A, Lee B. Por") == ABSTRACT


@pytest.mark.parametrize(
    "behind",
    [
        "\n\nTell us what you drink and we will send you news of our ports!",
        "Department of Tonics, Harbour Hospital, 12 East Street, Bergen 5020, Norway.",
        f"Uses of Tonic Water\n{BODY} It was sold in ports.2",
        "Language: English\nPages (from-to)1-9\nNumber of pages9",
    ],
)
def test_what_is_no_text_of_an_article_ends_the_abstract_without_a_blank_line(behind: str) -> None:
    text = f"{ABSTRACT} {ENGLISH}"
    assert abstract_of(f"{HEAD}Abstract\n{text}\n{behind}\n") == text


@pytest.mark.parametrize(
    "control", [" Show more", "… Read more", " [More]", "Ver más", " Weiterlesen »", "... (More)"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_one_clicks_on_behind_a_sentence_is_neither_of_the_abstract_nor_hides_the_rest(
    control: str, gap: str
) -> None:
    cut = control.startswith((".", "…"))
    site = "The Harbour Search is a company that helps sailors to find what they may drink." * 2
    text = f"{HEAD}Abstract\n{ABSTRACT}{control}{gap}{site if cut else 'Keywords: rum, gin'}\n"
    record = read_page(text)
    assert record.abstract == ABSTRACT + control.partition(" ")[0] * cut
    assert record.keywords == (() if cut else ("rum", "gin"))


@pytest.mark.parametrize("sign", [" © 2021 Harbour Ltd.", "Copyright © 2021 The Authors."])
def test_rights_behind_an_abstract_without_its_full_stop_are_not_of_it(sign: str) -> None:
    text = ABSTRACT.rstrip(".")
    assert abstract_of(f"{HEAD}Abstract\n{text}{sign}\n") == text


def test_funding_belongs_to_an_abstract_of_sections_alone() -> None:
    funding = "Funding: The Port Society and those who sell rum have paid for this."
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT}\n\n{funding}\n") == ABSTRACT
    assert abstract_of(f"{HEAD}{ABSTRACT}\n\n{funding}\n\nKeywords: rum, gin\n") == ABSTRACT
    assert (
        abstract_of(f"{TITLE}\n\n{ABSTRACT}\n\n{funding}\n\nKeywords: rum\n\n{OTHERS}") == ABSTRACT
    )
    labelled = f"Findings: {ABSTRACT}\n\nInterpretation: {ENGLISH}\n\n{funding}"
    assert funding in (abstract_of(f"{HEAD}Summary\n\n{labelled}\n") or "")


def test_what_authors_declare_over_a_text_is_no_abstract() -> None:
    told = "The authors report no relevant relationships with those who sell rum. "
    told += "Dr. Hill is an officer of the port, and this was written in the time of her duties."
    views = f"The views given here are those of the authors alone, not of the port. {ENGLISH}"
    assert abstract_of(f"{HEAD}{told}\n\n{views}\n\nReferences\n1. Sow A. Rum. 2012.\n") is None


def test_a_caption_below_an_abstract_is_not_of_it() -> None:
    caption = "Figure 1. The fever of a sailor who drank it, in degrees, on each of ten days."
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT}\n\n{caption}\n") == ABSTRACT


@pytest.mark.parametrize(
    "paragraph",
    [
        "Dr. Hill is with the College of Ports in Bergen, where she teaches those who go to sea. "
        "She is also an officer of the port. Dr. Lee is a fellow of the same college of ports.",
        'Hill, Ann and Lee, Bo, "Fever after tonic water in old sailors of the north: a study of '
        'those who drank it in a winter" (2011). Papers of the College of Ports in Bergen. 2012.',
    ],
)
def test_who_the_authors_are_and_how_to_cite_them_is_no_abstract(paragraph: str) -> None:
    assert abstract_of(f"{HEAD}{paragraph}\n\nReferences\n1. Sow A. Rum. 2012.\n") is None
    assert abstract_of(f"{HEAD}{ABSTRACT}\n\nReferences\n1. Sow A. Rum. 2012.\n") == ABSTRACT


def test_an_abstract_that_was_cut_does_not_go_on_behind_a_labelled_value() -> None:
    cut = ABSTRACT.rpartition(";")[0]
    page = f"{HEAD}Abstract\n{cut}\n\nLanguage: English\nState of the paper in press\n"
    assert abstract_of(page) == cut


def test_topics_amid_the_sections_of_an_abstract_are_those_who_took_part() -> None:
    page = f"{HEAD}Abstract\n\nAim\n\n{FIRST}\n\nSubjects\n\n{OTHERS}\n\nConclusion\n\n{LAST}\n"
    assert (abstract_of(page) or "").endswith(f"\nConclusion: {LAST}")


def test_a_short_wrapped_line_behind_a_column_goes_on_with_it() -> None:
    column = textwrap.fill(FIRST + " " + OTHERS, 64)
    more = "Shortly after the third glass of the day, the\ntemperature rose. It fell at night.\n"
    assert (abstract_of(f"{HEAD}Abstract\n{column}\n{more}Collapse\n") or "").endswith("at night.")


def test_a_label_that_opens_a_wrapped_line_does_not_end_a_section() -> None:
    said = "Therapy and course: after the\nTreatment of the fever he sailed on.\n"
    column = textwrap.fill(FIRST + " " + OTHERS, 64)
    assert (abstract_of(f"{HEAD}Abstract\n{column}\n{said}Abstract\n") or "").endswith("sailed on.")


def test_a_word_alone_before_a_line_in_lower_case_opens_a_sentence() -> None:
    end = "In\nour study the sailors were well again as soon as they drank no more.\n"
    page = f"{HEAD}Abstract\nResults\n{FIRST}\nConclusions\n{end}Introduction\nSailors drink.\n"
    assert (abstract_of(page) or "").endswith(f"\nConclusions: {' '.join(end.split())}")


@pytest.mark.parametrize(
    "behind",
    [
        " *Corresponding author: Ann Hill, Harbour Clinic, Lund, Sweden",
        " Received: 3 March 2014 Accepted: 4 April 2014 in the journal of the port",
        " Recebido: 3 de março de 2014 na revista do porto",
        " E-mail: a.hill@ports.example and the harbour",
        " Downloaded from the wards by guest on 3 March 2015 and kept there",
        *(" 1. Introdu", " 2", " Palabr", " Referenc"),
    ],
)
def test_what_print_has_behind_the_last_sentence_is_not_of_the_abstract(behind: str) -> None:
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT}{behind}\n") == ABSTRACT


def test_a_text_below_the_headings_of_a_narrow_column_is_under_its_own() -> None:
    page = (
        f"{HEAD}Key Clinical Message\n\nFunding Information No sources of funding were declared."
        f"\n\nKeywords\n\n{ABSTRACT}\n\nFever, tonic water, sailors.\n\nCase presentation A man"
    )
    record = read_page(page)
    assert record.abstract == ABSTRACT
    assert record.keywords == ("Fever", "tonic water", "sailors")


@pytest.mark.parametrize(
    "structured",
    [
        f"BACKGROUND: {FIRST} METHODS: {FIRST} CONCLUSIONS: {LAST} SIGNIFICANCE AND IMPACT OF THE "
        f"STUDY: {LAST}",
        f"Background {FIRST} Methods {FIRST} Results {FIRST} Conclusions {LAST}",
        f"Introduction: {FIRST} Methods: {FIRST} Conclusion: {LAST}",
    ],
)
def test_a_body_without_a_heading_is_behind_an_abstract_with_its_labels_inside(
    structured: str,
) -> None:
    body = "Quinine has been sold in ports for long [1,2], and sailors drank it first [3,4]."
    got = abstract_of(f"{HEAD}{structured}\n\n{body} {OTHERS}\n\n{OTHERS}")
    assert got and " ".join(got.split()).endswith(LAST)


@pytest.mark.parametrize(
    "counted",
    [
        "There were rashes (11), fevers (3) and falls (2); none of them came back.",
        "Fewer had one in the tonic group (7) than in the water group (3) of the first year.",
        "It fell from 49.0 mm(2) to 18.3 mm(2) at the end of it.",
    ],
)
def test_numbers_of_those_who_were_seen_are_no_references(counted: str) -> None:
    text = f"{FIRST} {counted} {LAST} {OTHERS.strip()}"
    assert abstract_of(f"{HEAD}Ward Letters 2012; 12:45-56\n\n{text}\n\nKeywords: fever") == text


def test_a_long_title_below_its_citation_is_no_summary() -> None:
    title = (
        "Serum levels of quinine, of tonic water and of rum in the old sailors of the northern "
        "ports: modulation by the treatment with lime juice and prediction of the fevers of those "
        "who did not drink it in winter"
    )
    head = f"Ward Lett. 2012 Nov;115(11):673-7. doi: 10.5555/ward.2012.11.\n\n{title}\n\n"
    page = f"{head}Author information\n\n1Harbour Hospital, Leeds, UK.\n\n\n{ABSTRACT}\n"
    assert read_page(page).abstract == ABSTRACT


@pytest.mark.parametrize("stop", [":", "."])
def test_a_title_between_its_citation_and_its_names_is_no_summary(stop: str) -> None:
    title = (
        "Treatment of the fevers of old sailors with lime juice and with what was left of the rum "
        f"in the northern ports{stop} A study of those who came back to the wards in winter."
    )
    cited = "1. Ward Lett. 2012 Mar;12(3):45-56. doi: 10.5555/ward.12."
    page = f"{cited}\n\n{title}\n\nHill A(1), Lee B(2).\n\n{ABSTRACT}\n\nPMID: 22222222\n"
    assert read_page(page).abstract == ABSTRACT


def test_a_rule_drawn_around_a_wrapped_abstract_is_not_of_it() -> None:
    rule = "─" * 60
    page = f"{HEAD}Abstract\n{rule}\n{textwrap.fill(ABSTRACT, 60)}\n{rule}\nKeywords: fever"
    assert abstract_of(page) == ABSTRACT


def test_a_heading_over_points_is_no_line_of_the_section_above() -> None:
    wrapped = "\n".join(textwrap.wrap(f"Conclusions: {LAST} {LAST}", 60))
    box = f"New knowledge added by this study\n• {LAST}\n• {FIRST}"
    got = abstract_of(f"{HEAD}Abstract\nBackground: {FIRST}\n{wrapped}\n{box}\n")
    assert got == f"Background: {FIRST}\nConclusions: {LAST} {LAST}"


def test_a_paragraph_in_other_letters_is_not_of_the_abstract() -> None:
    said = "Не можете найти то, что вам нужно? Попробуйте сервис подбора статей."
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT}\n\n{said}\n") == ABSTRACT
    named = f"{LAST} The tonic «вода» was bought at sea."
    assert abstract_of(f"{HEAD}Abstract\n\n{ABSTRACT}\n\n{named}\n") == f"{ABSTRACT} {named}"


def test_a_sign_alone_behind_the_last_sentence_is_not_of_the_abstract() -> None:
    assert abstract_of(f"{HEAD}Abstract: {ABSTRACT} —\n\nIntroduction\n{OTHERS}") == ABSTRACT


def test_an_abstract_with_which_a_page_was_cut_is_read_where_it_stands_in_full() -> None:
    text = f"{ABSTRACT} {OTHERS}".strip()
    again = f"{TITLE}\n\nHill, A.,1, Lee, B.,1\n\nAbstract\n\n{text[:-40]}"
    assert abstract_of(f"{HEAD}{text}\n\n{again}") == text
