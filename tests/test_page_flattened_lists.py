"""Pages that lost all their line breaks: what stands behind the text is none of the article's."""

from __future__ import annotations

import pytest
from title_samples import TEXT, TITLE

from searcher.formats.page.flattened.labels import break_labels
from searcher.formats.page.flattened.references import cut_references
from searcher.formats.page.flattened.tail import break_tail
from searcher.formats.page.reader import read_page

REFERENCES = (
    "1. Moreau L, Tanaka K. Tonics on ships. Harbour Med. 2011;4:12-19. "
    "2. Ojo B, Lind A, Sow C, et al. Rash of the deck. Port J. 2012;5(2):20-29. "
    "3. Dahl P. Salt and skin: a review. Ann Decks. 2013;6:30-39."
)


def test_a_run_of_references_is_cut_into_its_entries() -> None:
    cut = cut_references(f"{TEXT} {REFERENCES} Downloads Published 2019-05-04")
    assert cut is not None
    assert cut.above == TEXT
    assert [entry[:9] for entry in cut.entries] == ["1. Moreau", "2. Ojo B,", "3. Dahl P"]
    assert cut.below == "Downloads Published 2019-05-04"


def test_references_of_other_styles_are_cut_as_well() -> None:
    for listed in (
        "Moreau L, Tanaka K. Tonics. Harbour Med. 2011;4:12-19. Ojo B, Lind A. Rash of the deck. "
        "Port J. 2012;5:20-29. Dahl P, Sow C. Salt and skin. Ann Decks. 2013;6:30-39.",
        "Moreau, L., & Tanaka, K. (2011). Tonics. Harbour Medicine, 4(1), 12-19. Ojo, B., Lind, "
        "A. (2012). Rash of the deck. Port, 5, 20-29. Dahl, P. (2013). Salt. Decks, 6, 30-39.",
        "• Moreau L , Tanaka K . Tonics. Harbour Med. 2011;4:12 • Ojo B , Lind A . Rash of the "
        "deck. Port J. 2012;5:20 • Dahl P , Sow C . Salt. Ann Decks. 2013;6:30-39",
        "[1] Moreau, Tonics on ships, Harbour Med, 4, p. 12 DOI: 10.5555/a.1 [2] Ojo, Rash of the "
        "deck, Port J, 5, p. 20 DOI: 10.5555/b.2 [3] Dahl, Salt. Decks, 6, p. 30 DOI: 10.5555/c.3",
    ):
        cut = cut_references(f"{TEXT} {listed}")
        assert cut is not None and cut.above == TEXT
        assert len(cut.entries) == 3


def test_under_their_heading_fewer_are_a_list_which_the_page_may_be_cut_off_in() -> None:
    cut = cut_references(f"{TEXT} References (12) 1. Moreau L, Tanaka K. Tonics on sh")
    assert cut is not None
    assert cut.above == TEXT
    cut = cut_references(f"{TEXT} Downloads References Moreau L, Tanaka K. Tonics. Port. 2011;4:12")
    assert cut is not None
    assert cut.above == f"{TEXT} Downloads"


def test_authors_affiliations_and_styles_of_one_citation_are_no_references() -> None:
    cited = "Moreau L, Tanaka K. Tonics on ships. Harbour Med. 2011;4:12-19."
    for text in (
        f"1. Lena Moreau, Hill Hospital 2. Kei Tanaka, Port Hospital 3. Bo Lind, Leeds {TEXT}",
        f"Moreau L, Tanaka K, Ojo B. {TEXT} Cite: {cited} APA {cited} MLA {cited}",
        f"{TEXT} Keywords: Rash; Immunoglobulin E; Immunoglobulin G. References",
        f"Patients had (1) fever, (2) rash and (3) 12-19 days of rest. {TEXT}",
    ):
        assert cut_references(text) is None


def test_the_own_citation_behind_a_list_is_none_of_it() -> None:
    own = "Published 2019-05-04 How to Cite 1. Sow C, Holm A. Rash. Ward Letters. 2019;7:1-9."
    cut = cut_references(f"{TEXT} References {REFERENCES} {own}")
    assert cut is not None
    assert cut.below == own
    assert len(cut.entries) == 3


def test_each_label_beside_an_article_has_its_line() -> None:
    text = "Downloads Published 2019-05-04 Issue Vol. 7 No. 2 (2019) Section Case Report DOI 10.5/a"
    assert break_labels(text) == [
        "Downloads",
        "Published 2019-05-04",
        "Issue Vol. 7 No. 2 (2019)",
        "Section Case Report",
        "DOI 10.5/a",
    ]


def test_references_on_the_line_of_a_page_tell_nothing_of_its_article() -> None:
    told = "Downloads Published 2019-05-04 Section Case Report"
    record = read_page(f"{TITLE} Abstract {TEXT} References {REFERENCES} {told}")
    assert record.abstract == TEXT
    assert record.journal is None
    assert record.year == 2019
    assert not record.body


@pytest.mark.parametrize(
    "behind",
    [
        "Downloads PDF Published 2019-05-04",
        "Files EISSN 2475-0000",
        "Peer Review reports Background Fever is seen in most wards.",
        "Additional Files Comments This is the version of the authors.",
        "Type Review Information Ward Letters , Volume 7 , Issue 2",
        "Original languageEnglish Pages (from-to)1-9 JournalWard Letters Volume7",
        "Disclosure:The authors have no conflicts of interest.",
        "Department of Pharmacy, Hill Hospital, Leeds, UK Editor: Ada Holm",
        "Lena Moreau, Kei Tanaka. Linezolid and low platelets. Ward Letters.",
        "Please click below to read the whole paper.",
        "• Linezolid • Platelets • Wards",
        "New knowledge added by this study • Platelets fall early. • They rise again.",
        "Похожие статьи Fever in old sailors",
        "Chronic Disease Drug Administration Schedule Compliance with rules",
    ],
)
def test_what_opens_behind_a_text_and_is_no_sentence_of_it_ends_it(behind: str) -> None:
    text, *lines = break_tail(f"{TEXT} {behind}")
    assert text == TEXT
    assert lines
    assert read_page(f"{TITLE} Abstract {TEXT} {behind}").abstract == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Ward Study Group agreed with that.",
        "Trial Registration Number NCT01234567.",
        "Second-generation PPI, OC Auto and PPT were given.",
        "AUTHORS' CONCLUSIONS: Linezolid Should be stopped.",
        "Results In Leeds they fell as well.",
        "• Results At the end they had risen • Conclusions Stop it.",
        "Two Harbour Ward Registers were read for them.",
        "Charts of all patients were read, whether they are published or not.",
        "Since 1 July 1995, 132 patients were asked again.",
    ],
)
def test_sentences_of_a_text_with_capitals_are_of_it(sentence: str) -> None:
    text = f"{TEXT} {sentence}"
    assert break_tail(text)[0].startswith(TEXT)
    assert "Article information" not in break_tail(text)


def test_terms_between_semicolons_behind_a_text_are_a_line() -> None:
    terms = "Platelet count;Linezolid;Rural hospitals"
    assert break_tail(f"{TEXT} {terms}") == [TEXT, terms]
    assert read_page(f"{TITLE} Abstract {TEXT} {terms}").abstract == TEXT


def test_keywords_that_nothing_parts_are_none_of_the_text() -> None:
    page = f"{TITLE} Abstract {TEXT} Keywords Platelet Count Linezolid Rural Hospitals"
    assert read_page(page).abstract == TEXT


def test_a_fact_whose_label_is_glued_to_it_has_its_line() -> None:
    assert break_labels("Original languageEnglish JournalWard Letters Volume7") == [
        "Original languageEnglish",
        "JournalWard Letters",
        "Volume7",
    ]


def test_facts_behind_keywords_on_their_line_are_none_of_them() -> None:
    foot = (
        "Key words: Linezolid; Platelet count Peer reviewer: Ann Tonic, MD Correspondence to: Bo "
        "Lee E-mail: [email protected] Port Letters 2018, 17:1579 https://doi.org/10.5555/ports.35 "
        "Published: 18/10/2018 Received: 03/03/2018 The counts of all men on deck were taken twice."
    )
    record = read_page(f"{TITLE}\n\nAnn Hill, Bo Lee\n\nAbstract\n\n{TEXT}\n\n{foot} {TEXT}")
    assert record.keywords == ("Linezolid", "Platelet count")
    assert (record.journal, record.year, record.doi) == ("Port Letters", 2018, "10.5555/ports.35")
