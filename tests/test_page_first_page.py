"""The first page of a PDF whose line breaks are lost: its title is found by what is around it."""

from __future__ import annotations

import pytest
from title_samples import title_of

from searcher.formats.page.first_page import find_title_span
from searcher.formats.page.first_page.elsewhere import look_elsewhere
from searcher.formats.page.first_page.tokens import language_changes, read_tokens, repeated
from searcher.formats.page.flattened.head import break_head, find_marks, may_hold_more
from searcher.formats.page.reader import read_page

TITLE = "Hiccups after dexamethasone in three patients of a surgical ward"
HEADS = {
    "a citation, a category and names with marks": (
        f"Ward Lett 2014;31:204-209 204 Original Article {TITLE} Lena Moreau1, Kei Tanaka2 and "
        "Bola Ojo1 1Department of Surgery, Hill Hospital, Leeds, UK"
    ),
    "the furniture of a site that shares documents": (
        f"Home Documents Health {TITLE} Upload: others Post on 03-Apr-2018 12 views "
        f"Ward Letters, 2014 {TITLE} L. Moreau, K. Tanaka, B. Ojo Received 3 May 2014"
    ),
    "names in capitals, an address": (
        f"ISSN 1234-5678 Volume 3, No 2, 2014 CASE REPORT {TITLE} LENA MOREAU, KEI TANAKA "
        "Hill Hospital, Leeds, UK Correspondence: lm@hill.example"
    ),
    "a translation": (
        f"Ward Lett 2014;31(2):204-209 Artículo original {TITLE} Hipo después de dexametasona en "
        "tres pacientes de un servicio de cirugía L. Moreau*, K. Tanaka**"
    ),
}


BELOW = (
    "Hiccups are rare. Three patients of a surgical ward had dexamethasone for nausea, and hiccups "
    "on the second day. "
)


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_title_stands_between_what_is_before_it_and_what_is_behind_it(head: str) -> None:
    found = find_title_span(head, find_marks(head), f"{head} {BELOW}")
    assert found is not None
    assert head[found.start : found.end] == TITLE
    assert found.probability > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Dexamethasone has been given for nausea since decades. We describe three men whose "
        "hiccups began on the second day of treatment and ended when it was stopped.",
        "Home About us Journals Search Log in Register Contact Cart (0) Help Privacy policy",
        "Moreau L, Tanaka K, Ojo B, Lind A, Berg O, Ruiz C, Wei L, Novak P, Silva R",
    ],
)
def test_prose_menus_and_names_are_no_title(text: str) -> None:
    found = find_title_span(text, find_marks(text))
    assert found is None or found.probability < 0.5


def test_a_title_has_the_words_of_the_text_below_it() -> None:
    title = "Shared Night Shifts Sleepless Nurses"
    head = f"Ward Letters Early View {title} Lena Moreau Kei Tanaka Hill Hospital Leeds"
    below = (
        "We asked nurses about night shifts. Sleepless nurses had shared shifts, and nurses of the "
        "night had rest."
    )
    alone = find_title_span(head, find_marks(head))
    found = find_title_span(head, find_marks(head), f"{head} {below}")
    assert alone and found
    assert found.share_of(title) > 5 * alone.share_of(title)
    assert head[found.start : found.end] == title


def test_a_page_tells_what_it_says_outside_of_its_head_and_spells_without_capitals() -> None:
    tokens = read_tokens("Night Shifts Lena Moreau: night shifts in the wards of Leeds")
    page = " ".join(token.text for token in tokens)
    below = "Night shifts in the wards, and shifts of a day. Moreau L. Shifts at night."
    said = look_elsewhere(tokens, f"{page}\n{below}")
    assert said.often[:4] == ["elsewhere 2", "elsewhere 2", "elsewhere 0", "elsewhere 1"]
    assert said.letters[:4] == ["lowered", "lowered", "kept", "kept"]
    assert (said.begins, said.ends) == ({4}, {9})


def test_the_title_that_was_found_is_that_of_the_page() -> None:
    text = (
        "Hiccups are rare. We saw three men with them. They ended when the drug was stopped. " * 5
    )
    record = read_page(f"{HEADS['a citation, a category and names with marks']} Abstract {text}")
    assert record.title == TITLE
    assert record.authors == ("Lena Moreau", "Kei Tanaka", "Bola Ojo")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2014;31:204 204-209 2014 31", ["cited", "range", "year", "number"]),
        ("Moreau1,2 K. MD 1,* Leeds, Sweden", ["marked", "initial", "degree", "mark", "capital"]),
        ("the The we was hepatitis round", ["small", "Small", "speaker", "verb", "lower medicine"]),
        ("Case Report Journal Hospital", ["category", "category", "journal", "place"]),
    ],
)
def test_words_are_known_by_their_form_and_by_lists(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in read_tokens(text)][: len(kinds)] == kinds


def test_a_word_is_parted_where_something_begins_in_it() -> None:
    texts = [token.text for token in read_tokens("in three wardsLena Moreau", [14])]
    assert texts == ["in", "three", "wards", "Lena", "Moreau"]


def test_what_a_text_says_twice_is_known_by_its_ends() -> None:
    said = "hiccups after steroids in wards"
    assert repeated(read_tokens(f"Ward: {said} PDF {said} again")) == ({1, 7}, {6, 12})


def test_a_title_and_its_translation_part_where_the_language_changes() -> None:
    tokens = read_tokens("Hiccups in the wards of a hospital Hipo en las salas de un hospital")
    assert [i for i in range(1, len(tokens)) if language_changes(tokens, i)] == [7]


def test_a_sign_that_a_blank_parts_from_the_title_is_its_end() -> None:
    title = "Hoquet sous dexaméthasone en chirurgie : quelle surveillance"
    head = f"Lett Serv 2014;31:204-209 Article original {title} ? L. Moreau1, K. Tanaka2, B. Ojo1"
    found = find_title_span(head, find_marks(head))
    assert found is not None
    assert head[found.start : found.end] == f"{title} ?"


def test_sentences_below_other_lines_are_no_head_and_are_not_weighed_word_by_word() -> None:
    text = (
        "Purpura after quinine in pregnancy: a case report Quinine is taken for cramps by many "
        "women who do not think of it as a drug. We saw a woman of thirty with purpura on both "
        "legs after two tablets, who was well again when they were stopped."
    )
    assert len(break_head(text)) == 2
    assert [piece.text for piece in break_head(text, below=True)] == [text]


@pytest.mark.parametrize(
    "joined",
    [
        f"{TITLE} Lena Moreau, Kei Tanaka, Bola Ojo Hill Hospital, Leeds, UK",
        f"{TITLE} in the north of Leeds from spring to autumn Cover Page",
    ],
)
def test_the_first_line_of_a_page_with_more_than_a_title_is_parted(joined: str) -> None:
    title = joined[: joined.index(" Lena" if "Lena" in joined else " Cover")]
    assert read_page(f"{joined}\n\nWard Letters\n\nAbstract\n{BELOW * 5}").title == title


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} in Leeds, England: what was done for them from 2010 to 2014",
        "Hiccups (H. singultus) after dexamethasone: a comparison of Leeds, York and Hull "
        "Hospitals in the North East",
    ],
)
def test_a_long_title_alone_on_the_first_line_stays_whole(title: str) -> None:
    assert read_page(f"{title}\nL. Moreau, K. Tanaka\nAbstract\n{BELOW * 5}").title == title


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("Hiccups of old sailors in the northern ports Lena Moreau", True),
        ("Hiccups of old sailors in the northern ports of South Dakota", False),
        ("Hiccups of Old Sailors in Northern Ports: A Cohort Study", False),
        ("Several old sailors with hiccups in the north of Uganda Cover Page", True),
        ("Hiccups of old sailors in the northern ports Lena Moreau, Kei Tanaka", True),
    ],
)
def test_two_capitals_behind_the_last_word_of_a_title_may_be_a_name(line: str, more: bool) -> None:
    assert may_hold_more(line) == more


@pytest.mark.parametrize(
    "title",
    [
        "Role of linezolid in low platelets: results of a multicenter, randomized Swedish study",
        "Long platelet consequences for patients of the 2011 Linezolid nuclear disaster: a "
        "systematic review. Part 2: rural and hospital consequences",
    ],
)
def test_words_alone_between_a_title_and_the_names_or_the_beginning_are_of_the_title(
    title: str,
) -> None:
    names = "L Holm1,3, A Lind2, G Ek3, E Berg3, C Sow1"
    assert title_of(f"{title} {names}") == title
