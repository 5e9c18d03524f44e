"""Titles that speak in the words of menus, labels, names and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from searcher.formats import parse
from searcher.formats.page.reader import read_page
from searcher.sources import documents

TEXT = (
    "We followed the platelets of patients who were treated with linezolid in a rural hospital for "
    "longer than a week. Of 140 patients, twelve had fewer than half of the platelets that they "
    "were admitted with. All of them recovered within three weeks after the treatment had ended. "
)


def title_of(head: str, text: str = TEXT) -> str | None:
    return read_page(f"{head}\n\nAnn Lee, Bo Ek\n\nAbstract\n\n{text}\n").title


@pytest.mark.parametrize(
    "title",
    [
        "Volume-regulated channels in platelets: what linezolid does to 12 of them",
        "Author names and the platelets of patients in rural journals",
        "Short-term treatment with linezolid: platelets of 140 patients",
        "A visual search for lost platelets in patients treated with linezolid",
        "Platelets of patients who were fed on cookies of oat and linezolid",
        "Facile Treatment of Low Platelets with Linezolid@Silver Particles",
        "Falling Platelets, Linezolid, and Lost Weeks in Wardum, China",
        "Patients Controlled by Linezolid Steer Platelets",
    ],
)
def test_the_words_of_facts_and_menus_begin_titles(title: str) -> None:
    assert title_of(title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Platelets and the c.-12C > T variant in patients treated with linezolid",
        "Treatment of patients > 65 years of age with linezolid in a rural hospital",
    ],
)
def test_a_sign_between_letters_or_before_a_number_is_no_step_of_a_trail(title: str) -> None:
    assert title_of(title) == title


@pytest.mark.parametrize("word", ["Platelets", "Linezolid-induced Platelets"])
def test_a_kind_of_article_with_a_colon_is_of_the_title(word: str) -> None:
    title = f"Short communication: {word} of patients treated with linezolid"
    assert title_of(title) == title


def test_a_review_that_goes_on_in_small_letters_is_of_the_title() -> None:
    title = "Review article: the platelets of patients treated with linezolid"
    assert title_of(title) == title


def test_one_small_word_of_another_language_is_no_translation() -> None:
    title = "Low platelets of patients who had linezolid while Wardum House stood alone at night"
    assert title_of(title) == title


def test_a_title_ends_in_a_list_of_words_of_the_text_that_look_like_names() -> None:
    title = (
        "Low Platelets of Patients over Weeks: Association With Platelet Yield, Linezolid Loss, "
        "and Plant Height"
    )
    assert title_of(title) == title


def test_two_oxidation_states_are_no_degrees_of_people() -> None:
    title = "Platelets, cobalt(II) and nickel(II) in patients treated with linezolid"
    assert title_of(title) == title


def test_names_with_the_place_of_publication_glued_to_them_are_no_end_of_a_title() -> None:
    title = "Low platelets in patients treated with linezolid"
    names = "Sarah J LindPeter A WardPublished in: Ward Letters & Notes (2014)"
    assert read_page(f"{title}\n{names}\n{TEXT}\n{TEXT}").title == title


def test_a_title_ends_in_the_name_of_the_journal() -> None:
    title = "Falling platelets of patients treated in Platelets"
    citation = "Platelets. 2014 Mar;24(2):118-124."
    assert title_of(f"{citation}\n\n{title}") == title


@pytest.mark.parametrize("end", ["?", " (Linezolid V.)"])
def test_a_year_behind_the_stop_of_a_title_is_no_part_of_it(end: str) -> None:
    title = f"Low platelets of patients treated with linezolid{end}"
    assert (title_of(f"{title}. 2015") or "").rstrip(".") == title


def test_the_code_of_the_language_is_glued_to_the_title_of_a_record() -> None:
    title = "Low platelets of patients treated with linezolid in the ward"
    record = (
        f"dc.identifier.citationLee, A. 2014, ' {title} ', Ward Letters, vol. 4, pp. 1-9.\n"
        f"dc.title{title}en\ndc.description.abstract{TEXT}en\n"
    )
    assert read_page(record).title == title


QUESTION = "Does linezolid lower the platelets of patients in the wards? A study of 140 of them"


@pytest.mark.parametrize("below", ["Ann Lee, Bo Ek\n", "Ann LeeBo EkCarla OrtizDan Moe\n", ""])
def test_a_question_and_a_subtitle_over_a_paragraph_are_no_sentences_of_it(below: str) -> None:
    page = read_page(f"{QUESTION}\n{below}{TEXT * 2}\n\nKeywords: platelets; linezolid\n")
    assert page.title == QUESTION
    assert (page.abstract or "").startswith("We followed")


def test_a_title_with_a_full_stop_over_names_is_no_sentence_of_the_paragraph() -> None:
    names = "Ann LeeBo EkPublished in: Ward Letters (2014)"
    title = "Low platelets as a sign of treatment with linezolid in the ward"
    page = read_page(f"{title}.\n{names}\n{TEXT * 2}\n\nKeywords: platelets; linezolid\n")
    assert ((page.title or "").rstrip("."), (page.abstract or "")[:11]) == (title, "We followed")


def test_a_heading_that_looks_like_a_name_is_below_a_sentence_of_the_abstract() -> None:
    first = "We followed the platelets of patients who had linezolid for longer than a week."
    page = read_page(f"Zusammenfassung\n\nHintergrund\n{first}\nZiel der Arbeit\n{TEXT}\n")
    assert first in (page.abstract or "")


def test_a_title_over_a_paragraph_ends_with_patients() -> None:
    title = "Low platelets as a sign of treatment with linezolid: a new scale for patients"
    page = read_page(f"{title}\n{TEXT * 2}\n\nKeywords: platelets; linezolid\n")
    assert (page.title, (page.abstract or "")[:11]) == (title, "We followed")


def test_a_title_with_a_year_below_an_empty_label_of_a_date_is_no_date() -> None:
    title = "Falling platelets in the 2004 outbreak of treatment with linezolid in rural wards"
    assert title_of(f"Case Report\nOpen access\nPublished:\n{title}") == title


def test_the_first_line_of_a_text_without_structure_is_its_journal(tmp_path: Path) -> None:
    title = "Low platelets of patients treated with linezolid in a rural hospital"
    path = tmp_path / "text.txt"
    path.write_text(f"The Journal of Rural Wards\n\n{title}\n\n\n{TEXT * 2}\n")
    (record,) = (each for document in documents(str(path)) for each in parse(document))
    assert (record.source.format, record.title) == ("plain", title)


def test_a_subtitle_of_a_labelled_title_is_no_label() -> None:
    record = (
        "key: cord-12 authors: Lee, Ann title: Falling platelets: a study of patients treated with "
        f"linezolid date: 2014-03-11 journal: Ward Letters sha: 7f10 doc_id: 81 {TEXT}"
    )
    page = read_page(record)
    assert page.title == "Falling platelets: a study of patients treated with linezolid"
