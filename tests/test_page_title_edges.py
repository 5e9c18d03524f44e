"""Where a title begins and ends on its page, and when none of its lines is whole."""

from __future__ import annotations

import pytest
from format_samples import as_document

from searcher.formats import parse
from searcher.formats.page.reader import read_page
from searcher.formats.page.title.untitled import can_be_title
from searcher.record import Record

TEXT = (
    "Linezolid may lower the count of platelets in patients who take it for weeks. We read the "
    "charts of 120 patients in a rural hospital and counted how often platelets fell below the "
    "limit of normal. They fell in 31 of them, most often in the third week of the treatment, and "
    "rose again when linezolid was stopped. Platelets should be counted every week."
)
TITLE = "Linezolid and low platelets in a rural hospital"


def title_of(head: str, text: str = TEXT) -> str | None:
    return read_page(f"{head}\n\nAbstract\n\n{text}\n\nKeywords: linezolid; platelets").title


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} - Wardum",
        f"{TITLE} - Ward Library",
        f"{TITLE} – wards.example",
        f"Wardum | {TITLE}",
        f"{TITLE} | 20417",
        f"{TITLE} - 11/12/17",
        f"{TITLE} — 4 March 2019",
        f"{TITLE} | Blood | Learning of Wards | The Ward Hub [Skip to Content]",
        f'"{TITLE}”',
        f"«{TITLE}»",
        f"‘{TITLE}’",
    ],
)
def test_what_a_site_adds_to_a_title_is_taken_off(line: str) -> None:
    assert title_of(line) == TITLE
    assert title_of(f"{line}\r\n\r\nAnna T Brandt, Piotr Nowak\r\n") == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Linezolid and low platelets - Review",
        "Linezolid and low platelets - A Diagnostic Trap",
        "Low platelets in a rural hospital after years - Linezolid",
        "Linezolid and Low Platelets - Friend or Foe",
        "Low Platelets After Linezolid — Two States, 2016–2017",
        'The "low platelet" of linezolid is a "rural platelet"',
    ],
)
def test_a_subtitle_or_a_quoted_word_belongs_to_the_title(title: str) -> None:
    assert title_of(f"{title}\n\nAnna T Brandt, Piotr Nowak") == title


def test_text_without_any_structure_has_its_title_without_the_site_too() -> None:
    (record,) = parse(as_document("Low platelets after linezolid in rural wards | Wardum\n"))
    assert isinstance(record, Record)
    assert record.title == "Low platelets after linezolid in rural wards"


@pytest.mark.parametrize(
    ("spelled", "glued"),
    [
        (
            "Low platelets after linezolid: A cohort study",
            "Low platelets after linezolidA cohort study",
        ),
        ("Linezolid-induced low platelets in wards", "Linezolid-inducedlow platelets in wards"),
    ],
)
def test_of_two_copies_of_a_title_the_one_with_all_its_blanks_and_signs_is_taken(
    spelled: str, glued: str
) -> None:
    assert title_of(f"{spelled}\n\n{glued}\n\nAnna Brandt, Piotr Nowak") == spelled
    assert title_of(f"{glued}\n\nMenu\n\n{spelled} | Wardum") == spelled


def test_a_title_is_whole_with_its_subtitle() -> None:
    whole = f"{TITLE}: a report of four cases"
    assert title_of(f"{TITLE} | 20417\nJournal of Wards\n\n{whole}\n\nAbstract") == whole


def test_where_a_menu_reads_better_but_is_no_title_the_next_line_may_be_one() -> None:
    mark = "Question mark in circle\nPreprint: not yet known\n"
    title = "Linezolid-induced agranulocytosis with fever: Case report"
    text = (
        "La agranulocitosis por linezolid es una complicación rara que aparece en las primeras "
        "semanas de tratamiento. Se presenta el caso de una mujer que acudió a la consulta con "
        "fiebre y dolor de garganta, y que se recuperó cuando se suspendió el medicamento. Se "
        "debe controlar el hemograma de los pacientes cada semana durante el tratamiento."
    )
    assert title_of(f"Links\n\n{title}\n\nFull text: here\n\n{mark}\n{mark}", text) == title


@pytest.mark.parametrize(
    "line",
    [
        "受け取った 11 Feb 2024 受け入れられた 04 Mar 2024 オンラインで公開された 06 Mar 2024",
        "Manuskript im Hause seit dem 1.2.2019, im Druck seit dem 3.4.2019",
        "Low platelets in the wards at 09:14:21 by Ada Holm and others of the floors",
        "Ada Holm ORCID 0000-0002-0000-001X Bo Lind ORCID 0000-0002-0000-0028",
        "Aceptado para su publicación el 22 de julio",
        "Supported by Ward Fund 211 to Ada Holm",
        "<p>Ward of Blood, Lund, Sweden</p>",
    ],
)
def test_days_and_marks_of_people_are_no_title(line: str) -> None:
    assert not can_be_title(line)


@pytest.mark.parametrize("end", ["AND", "of", "with the", "de la", "und", "platelets,"])
def test_a_line_that_ends_within_a_phrase_is_no_whole_title(end: str) -> None:
    assert title_of(f"{TITLE} {end}") is None
    assert title_of(TITLE) == TITLE
