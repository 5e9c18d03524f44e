"""Pages that lost all their line breaks are read like those that kept them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from title_samples import TEXT, TITLE

from searcher.formats.page.flattened.anchors import find_anchors
from searcher.formats.page.flattened.head import NO_TITLE, bears_facts, break_head
from searcher.formats.page.flattened.sections import break_sections
from searcher.formats.page.flattened.tail import BELOW, break_tail
from searcher.formats.page.flattened.unglue import unglue
from searcher.formats.page.lines import read_lines
from searcher.formats.page.reader import read_page

HEADS = [
    (  # a citation with its DOI, a title, names with initials
        "41. Ward Pharm J. 2019 Mar 4;7(2):31-8. doi: 10.5555/wpj.2019.31. Epub 2019 Feb 1. "
        "Hiccups after steroids in three wards. Moreau L(1), Tanaka K, Ojo B. "
        "Author information: (1)Hill Hospital, Leeds, UK.",
        [
            "41.",
            "Ward Pharm J. 2019 Mar 4;7(2):31-8.",
            "doi: 10.5555/wpj.2019.31. Epub 2019 Feb 1.",
            "Hiccups after steroids in three wards.",
            "Moreau L(1), Tanaka K, Ojo B.",
            "Author information: (1)Hill Hospital, Leeds, UK.",
        ],
    ),
    (  # the foot of a printed page before the name of the journal
        "Page 1 of 4 (page number not for citation purposes) Journal of Wards Open Access "
        "Hiccups after steroids in three wards",
        [
            "Page 1 of 4 (page number not for citation purposes)",
            "Journal of Wards Open Access",
            "Hiccups after steroids in three wards",
        ],
    ),
    (  # a title before names with marks, identifiers at the end
        "Skip to main content Hiccups after steroids in three wards Lena Moreau 1, Kei Tanaka 2,* "
        "PMID: 31234567 PMCID: PMC7654321",
        [
            "Skip to main content",
            "Hiccups after steroids in three wards",
            "Lena Moreau 1, Kei Tanaka 2,*",
            "PMID: 31234567",
            "PMCID: PMC7654321",
        ],
    ),
    (  # a title in capitals after the kind of article, names without marks, dates with labels
        "Case Report Hiccups After Steroids Lena Moreau, Kei Tanaka, Bola Ojo Received: 1 May 2019 "
        "Accepted: 2 June 2019 © 2019 The Authors",
        [
            "Case Report",
            "Hiccups After Steroids",
            "Lena Moreau, Kei Tanaka, Bola Ojo",
            "Received: 1 May 2019",
            "Accepted: 2 June 2019",
            "© 2019 The Authors",
        ],
    ),
    (  # two names of which the second has a mark
        "Hiccups after steroids in three wards Lena Moreau and Kei Tanaka* Email: lm@hill.example",
        [
            "Hiccups after steroids in three wards",
            "Lena Moreau and Kei Tanaka*",
            "Email: lm@hill.example",
        ],
    ),
    (  # a title that ends with a name, a sign behind a mark
        "Hiccups after steroids in three wards in Leeds Lena Moreau1 H, Kei Tanaka2, Bola Ojo2",
        [
            "Hiccups after steroids in three wards in Leeds",
            "Lena Moreau1 H, Kei Tanaka2, Bola Ojo2",
        ],
    ),
    (  # a category in capitals behind the words of a site, letters for marks
        "Available online at www.wards.example CASE REPORT Hiccups after steroids L. van den Berg "
        "a,*, P.Q. Tanaka b,c and B. Ojo c a Hill Hospital, Leeds",
        [
            "Available online at www.wards.example",
            "CASE REPORT",
            "Hiccups after steroids",
            "L. van den Berg a,*, P.Q. Tanaka b,c and B. Ojo c",
            "a Hill Hospital, Leeds",
        ],
    ),
    (  # names with degrees
        "Hiccups after steroids Lena B. Moreau, MD, PHD,* Kei Tanaka, MD,y Bola Ojo, MB, CHB,z for "
        "the Hiccup Investigators Leeds, United Kingdom",
        [
            "Hiccups after steroids",
            "Lena B. Moreau, MD, PHD,* Kei Tanaka, MD,y Bola Ojo, MB, CHB,z",
            "for the Hiccup Investigators Leeds, United Kingdom",
        ],
    ),
    (  # superscripts between semicolons
        "Hiccups after steroids Lena Moreau¹*; Kei Tanaka²; Bola Ojo² Email: lm@hill.example",
        [
            "Hiccups after steroids",
            "Lena Moreau¹*; Kei Tanaka²; Bola Ojo²",
            "Email: lm@hill.example",
        ],
    ),
    (  # an initial amid a name that has more words than the others
        "Hiccups after steroids Lena B. Moreau Ruiz 1 , Kei Tanaka 2",
        ["Hiccups after steroids", "Lena B. Moreau Ruiz 1 , Kei Tanaka 2"],
    ),
    (  # what one does with an article behind its title, a category of several words before it
        "Ward Hospital Online Original Research Hiccups after steroids in three wards "
        "Cite this article 4 May 2019 Leeds",
        [
            "Ward Hospital Online",
            "Original Research",
            "Hiccups after steroids in three wards",
            "Cite this",
            "article",
            "4 May 2019",
            "Leeds",
        ],
    ),
    (  # a title that is said again, and names behind a sign
        "Search Hiccups after steroids in three wards Hiccups after steroids in three wards • "
        "Moreau",
        [
            "Search",
            "Hiccups after steroids in three wards",
            "Hiccups after steroids in three wards",
            "Moreau",
        ],
    ),
    (  # a place of work, the first sentence of an abstract
        "Hiccups after steroids in three wards 1 Department of Medicine, Leeds We describe three "
        "men",
        [
            "Hiccups after steroids in three wards",
            "1 Department of Medicine, Leeds",
            "We describe three men",
        ],
    ),
    (  # a category that a title goes on with
        "Hiccups After Steroids: A Prospective Case Series And Review",
        ["Hiccups After Steroids: A Prospective Case Series And Review"],
    ),
    (  # an abbreviated journal right behind a title
        "Hiccups after steroids in three wards Ward Pharm J. 2019 Mar;7(2):31-8.",
        ["Hiccups after steroids in three wards", "Ward Pharm J. 2019 Mar;7(2):31-8."],
    ),
]


@pytest.mark.parametrize(("head", "lines"), HEADS)
def test_the_head_is_cut_where_something_with_a_form_of_its_own_begins_or_ends(
    head: str, lines: list[str]
) -> None:
    assert [piece.text for piece in break_head(head)] == lines


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*" ".join(head for head, _ in HEADS).split(), "doi:", ":", "-", "|", "10.5555/", "©"]
        ),
        min_size=1,
        max_size=40,
    )
)
def test_cutting_loses_no_word(words: list[str]) -> None:
    text = " ".join(words)
    marks = str.maketrans("-|•", "   ")
    cut = " ".join(piece.text for piece in break_head(text))
    assert cut.translate(marks).split() == text.translate(marks).split()


ABSTRACT = (
    "Hiccups are a rare effect of dexamethasone. We describe three men whose hiccups began on the "
    "second day of treatment, ended when another steroid was given, and came back in one of them "
    "when dexamethasone was tried again. Nurses noticed them first. We suggest to ask for hiccups "
    "at each visit, and to change the steroid before any other drug is stopped."
)


TAILS = [
    f"{ABSTRACT} Publication types • Case Reports MeSH terms • Hiccup • Humans",
    f"{ABSTRACT} Copyright © 2019 The Authors.",
    f"{ABSTRACT} Background Steroids are given to most patients with brain tumours.",
    f"{ABSTRACT} PMID: 31234567 [Indexed for MEDLINE]",
    # What sites have below, at the end of the text as well.
    f"{ABSTRACT} Similar works",
    f"{ABSTRACT} Share and Cite: Moreau, L. (2019) Hiccups after steroids.",
    f"{ABSTRACT} Plain language summary Hiccups are spasms.",
    # A body whose headings have numbers without a stop.
    f"{ABSTRACT} 1 Introduction Steroids are given to most patients.",
    # The citation of the article.
    f"{ABSTRACT} Journal of Ward Letters. 2019;7(2):31-8 doi: 10.5555/wpj.2019.31",
]


@pytest.mark.parametrize("text", TAILS)
def test_the_tail_is_cut_at_headings_and_labels_behind_a_sentence(text: str) -> None:
    pieces = break_tail(text)
    assert pieces[0] == ABSTRACT
    assert " ".join(piece for piece in pieces if piece != BELOW) == text
    assert break_tail(ABSTRACT) == [ABSTRACT]


def test_sections_of_an_abstract_are_not_its_tail() -> None:
    text = (
        f"Background Hiccups are rare. Methods We asked nurses. Results {ABSTRACT} Conclusions No."
    )
    assert break_tail(text) == [text]


@pytest.mark.parametrize(
    "behind",
    [
        # An aim is of an abstract, and so is who paid.
        "Objective To count them in three wards. Methods We asked.",
        "Funding: none.",
        # "Vol. 5 No. 2" has no body, nor has a list of references the article's citation.
        "It is told in Vol. 5 No. 2 of the ward book.",
        "1. Ek B. Rash. J Wards. 2001;5(2):9-14.",
        # What only looks like a heading.
        "Details of doses were lost. Related articles were read.",
    ],
)
def test_what_belongs_to_a_text_is_not_its_tail(behind: str) -> None:
    assert break_tail(f"{ABSTRACT} {behind}") == [f"{ABSTRACT} {behind}"]


def test_the_label_of_a_short_title_is_whole_amid_a_line() -> None:
    title = "Hiccups after steroids in three wards of one hospital"
    page = (
        f"{title} Lena Moreau1, Kei Tanaka2 1Hill Clinic, Port, USA Author: Lena Moreau, Hill "
        f"Clinic Short title: Hiccups in wards doi: 10.5555/wpj.2019.31\nAbstract\n{ABSTRACT}"
    )
    record = read_page(page)
    assert (record.title, record.doi) == (title, "10.5555/wpj.2019.31")


def test_a_flattened_page_gives_its_fields() -> None:
    record = read_page(f"{HEADS[0][0]} Abstract {ABSTRACT} Keywords: hiccups; dexamethasone")
    assert record.title == "Hiccups after steroids in three wards."
    assert record.doi == "10.5555/wpj.2019.31"
    assert (record.journal, record.year) == ("Ward Pharm J", 2019)
    assert record.abstract == ABSTRACT


@pytest.mark.parametrize(
    ("amid", "title"),
    [
        ("Hiccups after steroids in three wards", "Hiccups after steroids in three wards"),
        ("Nurses in the morning round", None),
    ],
)
def test_what_stands_amid_other_words_is_a_title_only_where_that_is_sure(
    amid: str, title: str | None
) -> None:
    head = f"Wards of Leeds • {amid} • Steroids of 2019 and 2020 • Contact"
    assert read_page(f"{head} {CITED} Abstract {ABSTRACT}").title == title


def test_a_piece_of_a_head_that_begins_or_ends_elsewhere_than_a_title_is_none() -> None:
    head = (
        "Return to issue PREV Article NEXT Renal Section Hiccups Kei Tanaka and Bola Ojo* "
        "View Author Information ADVERTISEMENT"
    )
    pieces = break_head(f"{head} {CITED} Copyright: none.")
    assert max(piece.level for piece in pieces) <= 0
    assert NO_TITLE in [piece.level for piece in pieces if "Hiccups" in piece.text]
    assert read_page(f"{head} {CITED} Abstract {ABSTRACT}").title is None


def test_a_head_of_a_title_and_a_citation_is_no_text_that_runs_together() -> None:
    # However odd the words of the title are.
    title = "Qzs7 sets the exsertion rate of stigmas (Malva alba L.)"
    assert [piece.text for piece in break_head(f"{title} {CITED}")] == [title, CITED]
    assert NO_TITLE not in [piece.level for piece in break_head(f"{title} {CITED}")]


@pytest.mark.parametrize("behind", [" 1. Moreau L", " By Lena Moreau, Kei Tanaka", " Quick Takes"])
def test_a_title_ends_before_names_that_are_announced(behind: str) -> None:
    title = "Hiccups after steroids in three wards of one hospital"
    assert break_head(f"{title}{behind}")[0].text == title


CITED = "Ward Pharm J. 2019 Mar 4;7(2):31-8."
SHARED = ["Uploaded by others", "12 views", "Category:", "Documents", "0 downloads", "Transcript"]


@pytest.mark.parametrize(
    "head",
    [
        "Ward Pharm J. 2019;7:31-38 Hiccups after steroids Lena Moreau, Kei Tanaka, Bo Ek ",
        "CASE REPORT Hiccups after steroids Lena Moreau1, Kei Tanaka2 1Hill Hospital, Leeds ",
        "Hiccups after steroids Lena Moreau a, Kei Tanaka b a Hill Hospital, Leeds ",
    ],
)
def test_an_article_on_one_line_amid_those_of_a_site_is_read(head: str) -> None:
    lines = [*SHARED, f"{head} Abstract {ABSTRACT} Keywords: hiccups; steroids", *SHARED]
    record = read_page("\n".join(lines))
    assert record.title == "Hiccups after steroids"
    assert record.abstract == ABSTRACT


@pytest.mark.parametrize(
    "line",
    [
        "Hiccups after steroids Lena B. Moreau a,*, Kei Tanaka b, Bola Ojo a, Bo Ek a b",
        "Case Report Hiccups after Steroids: A Review of Wards Lena Moreau,1 Kei Tanaka,2 1",
    ],
)
def test_a_line_of_title_and_names_is_no_paragraph(line: str) -> None:
    record = read_page("\n\n".join(["Ward Letters 2019;7:31-8", line, "Hill Hospital", ABSTRACT]))
    assert record.title in ("Hiccups after steroids", "Hiccups after Steroids: A Review of Wards")


def test_the_paragraphs_of_a_page_with_lines_are_left_whole() -> None:
    body = (
        f"{ABSTRACT} See Ward Pharm J. 2019 Mar 4;7(2):31-8. doi: 10.5555/other. Copyright: none."
    )
    lines = ["Hiccups after steroids", "Lena Moreau", "", "Abstract", ABSTRACT, "", "Body", body]
    record = read_page("\n".join([*lines, *["Text."] * 5]))
    assert record.body is not None
    assert body in record.body


TERMS = [
    "Copyright © 2019 Lena Moreau et al. This is an open access article under the Creative "
    "Commons Attribution License, which lets anyone use it if the original work is cited.",
    "© 2019 The authors. It is given away under the terms of the Creative Commons License (see "
    "http://creativecommons.org/licenses/by/4.0/). No use or reproduction is permitted which "
    "does not comply with these terms.",
]
LONG = f"{ABSTRACT} {ABSTRACT.replace('Hiccups', 'They')}"


@pytest.mark.parametrize("terms", TERMS)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize("mail", ["Correspondence should be sent to Lena Moreau. ", ""])
def test_text_behind_the_terms_of_use_on_their_line_is_the_abstract(
    terms: str, gap: str, mail: str
) -> None:
    head = (
        "Case Report Hiccups after steroids in three wards Lena Moreau,1 Kei Tanaka,2 and Bo Ojo1 "
        f"1{gap}1 Department of Pharmacy, Hill Hospital, Leeds, UK 2 Ward College, Ward Street, "
        f"Leeds, UK{gap}{mail}Received 2 March 2019; Accepted 4 May 2019 "
    )
    text = (
        "Hiccups are a rare effect of steroids, and few nurses know of it. We describe three men "
        "in whom they came after the first dose of dexamethasone and went with the last one of it."
    )
    record = read_page(f"{head}{terms} {text}\n\n1. Introduction\n")
    assert record.abstract == text
    assert record.title == "Hiccups after steroids in three wards"
    assert read_page(f"{head}{terms} Reuse of it needs permission of ours, {text}").abstract is None


@pytest.mark.parametrize("end", ["Available online xxxx", "Available online 20 February 2012"])
def test_keywords_stand_behind_the_history_of_the_article_on_one_line(end: str) -> None:
    history = f"Article history: Received 9 November 2011 Accepted 28 January 2012 {end} "
    page = f"Hiccups after steroids\n\nLena Moreau\n\n{history}Keywords: Hiccup Drug reaction Ward"
    assert read_page(page).keywords == ("Hiccup", "Drug reaction", "Ward")


FRENCH = (
    "Le hoquet est un effet rare des stéroïdes et peu le savent. Nous décrivons trois malades chez "
    "qui il est venu après la première dose de dexaméthasone et a cessé avec la dernière. Il faut "
    "y penser, car il est pénible et se traite bien quand la cause est connue des infirmières."
)


@pytest.mark.parametrize(
    "label", ["Résumé", "Resumen :", "Resumo.", "Zusammenfassung", "Riassunto:"]
)
def test_the_heading_of_an_abstract_is_known_in_other_languages_amid_a_line(label: str) -> None:
    head = "Le hoquet des stéroïdes L. Moreau a, K. Tanaka b a Hôpital de la Colline, Leeds, UK "
    assert read_page(f"{head * 2}{label} {FRENCH}").abstract == FRENCH
    listed = f"Mots-clés : Hoquet – Stéroïdes – Infirmières. {LONG} Keywords: Hiccup – Steroids."
    assert read_page(f"{head}{label} {FRENCH} {listed}").keywords == (
        "Hoquet",
        "Stéroïdes",
        "Infirmières",
    )


RECORD = (
    '{"title":"Hiccups after steroids","DOIUrl":null,"doi":"10.5555/wpj.2019.31","abstract":"<p>'
    "<strong>Aims: </strong>To ask nurses about \\u201chiccups\\u201d in &gt; 3 wards.</p><p>"
    '<strong>Results: </strong>Few had <i>seen</i> one, and \\"none\\" had asked.</p>",'
    '"PeriodicalId":9,"journal":{"name":"Ward Pharmacy","volume":"5"},'
    '"publicationDate":"2019-03-15","publicat'
)


@pytest.mark.parametrize("above", ["Hiccups after steroids\nLena Moreau, Kei Tanaka\n", ""])
def test_a_record_for_machines_amid_a_page_is_read(above: str) -> None:
    record = read_page(above + RECORD)
    assert record.title == "Hiccups after steroids"
    assert record.abstract == (
        "Aims: To ask nurses about “hiccups” in > 3 wards.\n"
        'Results: Few had seen one, and "none" had asked.'
    )
    assert (record.journal, record.year) == ("Ward Pharmacy", 2019)
    assert record.doi == "10.5555/wpj.2019.31"
    cut = read_page(above + RECORD[: RECORD.index(" nurses")])
    assert cut.abstract == "Aims: To ask"


@pytest.mark.parametrize("label", ["a b s t r a c t", "A B S T R A C T", "a bstract"])
def test_a_heading_in_spaced_letters_stands_before_its_text(label: str) -> None:
    page = f"Hiccups after steroids\n\nLena Moreau\n\na r t i c l e\n\ni n f o\n\n{label} {LONG}\n"
    assert (read_page(page).abstract == LONG) is (label != "a bstract")


def test_a_line_that_was_cut_short_does_not_stand_in_full_where_it_is_shorter() -> None:
    name = "International Journal of Hiccups, Steroids and Wards 163 (2013) 71-77"
    teaser = f"{name} Contents of the issue are listed by the society of the wards and h..."
    page = f"Hiccups after steroids in three wards\n\n{teaser}\n\n3 Views\n\n{name}\n\nContents\n"
    assert read_page(page).abstract is None


ALONE = (
    "Ward Medicine 2011;4:12-19 Original Article Fever in sailors who drink the tonic water of "
    "ships Ann Hill1, Bo Lee2 1Port Hospital, Bergen, Norway 2Ward School, Lund, Sweden"
)
SAID = "fever in sailors has been known for long and is put down to the sea itself."
DONE = "We took the temperature of forty old sailors each day for a whole winter in three ports."
SEEN = "Nine had a fever that came and went with the glass, and all were well without it at sea."


@pytest.mark.parametrize(
    "sections",
    [
        f"Background: The {SAID} Methods: {DONE} Results: {SEEN}",
        f"Objectives The {SAID} Methods {DONE} Results {SEEN} Conclusions Tonic water may harm.",
    ],
)
def test_an_abstract_on_one_line_begins_at_the_first_of_its_labels(sections: str) -> None:
    abstract = read_page(f"{ALONE} {sections}").abstract
    assert abstract is not None
    name = sections.partition(" ")[0].rstrip(":")
    assert abstract.startswith(f"{name}: The {SAID}\nMethods: {DONE}\nResults: {SEEN}")


@pytest.mark.parametrize("address", ["", " E-mail: hill@port.example", " KERALA, INDIA."])
def test_text_on_one_line_begins_behind_an_address(address: str) -> None:
    text = f"Ship fever (F) is a burden of old sailors. We know that {SAID} {DONE} {SEEN}"
    assert read_page(f"{ALONE}{address} {text} Keywords: fever, rum").abstract == text


@pytest.mark.parametrize(
    "heading",
    [
        *("Abstract -", "Summary", "feverAbstract", "Keywords: rum, gin, drug feverAbstract"),
        *("Abstrak", "Özet", "Streszczenie", "Резюме"),
    ],
)
def test_a_heading_on_one_line_is_known_by_what_goes_on_behind_it(heading: str) -> None:
    abstract = read_page(f"{ALONE} {heading} The {SAID} {DONE} {SEEN}").abstract
    assert abstract == f"The {SAID} {DONE} {SEEN}"


def test_a_heading_before_a_label_in_lower_case_is_one() -> None:
    abstract = read_page(f"{ALONE} Abstract objective: The {SAID} Methods: {DONE} {SEEN}").abstract
    assert abstract == f"objective: The {SAID}\nMethods: {DONE} {SEEN}"


def test_keywords_in_other_languages_on_one_line_need_no_colon() -> None:
    text = f"{ALONE} MOTS CLÉS fièvre ; marins ; quinine Résumé La fièvre des marins. {DONE} {SEEN}"
    assert read_page(text).keywords == ("fièvre", "marins", "quinine")


@pytest.mark.parametrize(
    "head",
    [
        "Skip to main content Advertisement {} Published: 19 February 2016 "
        "https://doi.org/10.5555/2016.7240 Cite this article Share this article",
        "Ward Letters Author Guidelines Volume 2016, Article ID 7240, 6 pages "
        "https://doi.org/10.5555/2016.7240 Research Article {} Received 19 February 2016",
        "{} DOI: https://doi.org/10.5555/2016.7240 Keywords: linezolid; platelets; rural hospitals",
    ],
)
def test_a_first_line_with_facts_is_the_whole_head_however_many_lines_follow(head: str) -> None:
    body = "\n".join(f"In ward {number} nobody was seen with it." for number in range(60))
    record = read_page(f"{head.format(TITLE)}\nAbstract\n{TEXT}\n{body}\n")
    assert (record.title, record.doi) == (TITLE, "10.5555/2016.7240")


@pytest.mark.parametrize(
    "line",
    [
        "Home | Search | Current issue: Ward Letters 2016;3:7-12 | https://doi.org/10.5555/1",
        "Lee, A., & Ek, B. (2016). Hiccups after steroids. Ward Letters. DOI: 10.5555/wl.2016.1",
        "Lee A, Ek B. Hiccups after steroids. Ward Letters 2016;3:7-12. https://doi.org/10.5555/1",
        "Hiccups after steroids: weight, pressure and sleep in three wards of the same hospital",
    ],
)
def test_a_menu_a_reference_and_a_title_are_no_head(line: str) -> None:
    assert not bears_facts(line)


def test_a_head_is_broken_below_the_terms_of_use_too() -> None:
    title = "Pale Lashes and Brows after Quinine in Two Sailors of a Northern Port"
    names = "Emily Trask , Jonah Weller , Victor Sayles , Grace Nakata"
    page = (
        "Received 02/11/2021 Published 04/27/2021 © Copyright 2021 Trask et al. This text may be "
        "shared by all under the Creative Commons Attribution License CC-BY 4.0., as long as its "
        f"writers are named. {title} {names} 1. Dermatology, Hill Clinic, Port, USA 2. Department "
        f"of Wards, Hill Clinic, Port, USA Abstract {'Two sailors took quinine for weeks. ' * 9}"
    )
    assert read_page(f"pale lashes and brows after\n\n6\n{page}\n").title == title


@pytest.mark.parametrize(
    "head",
    [
        "{} Ward Pharm J. 2019 Mar 4;7(2):31-8. doi: 10.5555/wpj.2019.31.",
        "Ward Pharm J. 2019 Mar 4;7(2):31-8. {} Author information 1Ward Clinic, Port, "
        "TN 37618, USA.",
    ],
)
def test_a_first_line_that_ends_with_an_identifier_or_an_address_is_no_sentence(head: str) -> None:
    title = "Hiccups after steroids in three wards of one hospital"
    record = read_page(
        f"{head.format(title)}\n{ABSTRACT} {ABSTRACT}\n\nPublication types\n\nReview"
    )
    assert (record.title, record.journal) == (title, "Ward Pharm J")


def test_names_with_initials_end_with_others() -> None:
    line = "Hiccups after steroids in three wards. Moreau LE, Tanaka PC, Ojo MD, et al. Nurses"
    assert [piece.text for piece in break_head(line)][:2] == [
        "Hiccups after steroids in three wards.",
        "Moreau LE, Tanaka PC, Ojo MD, et al.",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| Home | Submission | Sitemap | Contact Us | Ward Medicine Online > Volume 7(4); 2020 > "
        "Article Moreau, Tanaka, Ojo, Ek, and Braun: {}",
        "{} Highlights • First counts of hiccups in wards. • Fewer of them after the "
        "second dose of a steroid. • Nurses were the first to notice them.",
    ],
)
@pytest.mark.parametrize("heading", [" Abstract\n", "\nAbstract\n"])
def test_a_long_line_right_over_the_heading_of_the_abstract_is_the_whole_head(
    head: str, heading: str
) -> None:
    title = "Hiccups after steroids in three wards of one hospital"
    body = "\n".join(f"In ward {number} nobody was seen with it." for number in range(60))
    assert read_page(f"{head.format(title)}{heading}{ABSTRACT}\n{body}").title == title


def test_a_title_right_over_the_heading_of_the_abstract_is_left_whole() -> None:
    title = (
        "Hiccups After Steroids in Three Wards of One Hospital • A Case Report and Review of the "
        "Literature From Leeds"
    )
    assert len(break_head(title)) > 1
    assert read_lines(f"{title}\nAbstract\n{ABSTRACT}")[0].text == title


def test_sentences_of_a_site_before_an_identifier_are_no_abstract() -> None:
    site = (
        "An official website of the Ward Ministry. Before sharing what you know, make sure you are "
        "on a site of the ministry."
    )
    head = f"{site} doi: 10.5555/wpj.2019.31. Hiccups after steroids Affiliations Lena Moreau"
    behind = head.index("Affiliations")
    assert behind in dict(find_anchors(head, head.index("10.5555")))
    assert behind not in dict(find_anchors(head.replace("official website of", "office in")))


def test_a_sign_of_comparison_parts_no_entries() -> None:
    title = "Hiccups after steroids in wards with > or = 40 beds and a garden"
    assert break_head(title)[0].text == title


def test_facts_between_an_abstract_and_its_heading_stand_above_both() -> None:
    sections = f"Background: {ABSTRACT} Methods: We asked. Results: They told. Conclusions: Ask."
    assert break_sections(f"Abstract: (2811 Views) Ward 3 {sections}") == [
        "(2811 Views) Ward 3",
        f"Abstract: {sections}",
    ]
    said = f"Abstract: Hiccups are seen in all of the wards. {sections}"
    assert break_sections(said) == [said]


@pytest.mark.parametrize(
    "opening",
    [
        *(
            "By Friday all of them were well.",
            "No Adverse events were told.",
            "Modified Scales help.",
        ),
        *("Language Tests were done.", "AUTHORS' CONCLUSIONS: Fewer glasses are better."),
    ],
)
def test_a_sentence_that_opens_with_the_word_of_a_label_stays_in_the_abstract(opening: str) -> None:
    text = "Nine sailors had a fever that came and went with the glass of tonic water."
    assert break_tail(f"{text} {opening} All went home.") == [f"{text} {opening} All went home."]
    assert break_tail(f"{text} Received 3 May 2011")[1:] == ["Received", "3 May 2011"]


def test_any_number_of_headings_may_be_glued_to_a_line() -> None:
    lines = unglue("A rash in May was seen in nine sailors" + " Abstract" * 2_000)
    assert lines == ["A rash in May was seen in nine sailors", *["Abstract"] * 2_000]


@pytest.mark.parametrize("heading", ["Abstract\n", "Abstract. "])
@pytest.mark.parametrize(
    "opening",
    [
        "A study was made of the fevers of the old sailors (Nautae veteres) of the port, seen at "
        "the National Ward Research Center, Abu Dhabi, United Arab Emirates.",
        "Prior to June 1976, the fevers of old sailors were seldom seen in the wards of the north. "
        "During July 1976, 20 different sailors were told of the drinks.",
        "The fevers of the old sailors were seen in forty wards in 27 ports in North America "
        "and Europe. At 1 year the overall number was 64 and few of them had any.",
    ],
)
def test_places_and_days_of_the_text_below_its_heading_are_none_of_a_head(
    heading: str, opening: str
) -> None:
    page = f"{TITLE}\nAnn Hill, Bo Lee\n{heading}{opening} {TEXT}\nKeywords: fever; tonic water\n"
    assert read_page(page).abstract == f"{opening} {TEXT}"


@pytest.mark.parametrize("sign", ["• ", "; "])
@pytest.mark.parametrize("colon", ["", ":"])
def test_lists_behind_an_abstract_end_where_the_next_one_begins(sign: str, colon: str) -> None:
    types = f"Publication types{colon} {sign.join(['Case Reports ', 'Review '])}"
    headings = f"MeSH terms{colon} {sign.join(['Hiccup ', 'Middle Aged ', 'Humans '])}"
    record = read_page(
        f"Ward Pharm J. 2019;7(2):31-8. Hiccups after steroids in three wards. Moreau L, Tanaka P. "
        f"PMID: 31234567 Abstract {ABSTRACT} {types}{headings}Substances Steroids"
    )
    assert record.publication_types == ("Case Reports", "Review")
    assert record.mesh == ("Hiccup", "Middle Aged", "Humans")
    assert (record.abstract, record.pmid) == (ABSTRACT, "31234567")


def test_a_list_of_terms_may_be_empty() -> None:
    record = read_page(
        "Ward Pharm J. 2019;7(2):31-8. Hiccups after steroids in three wards. Moreau L, Tanaka P. "
        f"Abstract {ABSTRACT} Publication types • Review Substances MeSH terms • Hiccup • Humans"
    )
    assert (record.abstract, record.mesh) == (ABSTRACT, ("Hiccup", "Humans"))
    assert record.publication_types == ("Review",)
