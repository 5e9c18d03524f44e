"""What a site has around a title on its line is no part of it."""

from __future__ import annotations

import pytest
from title_samples import TITLE, title_of

from searcher.formats.page.title.entries import without_entry, without_label


@pytest.mark.parametrize(
    "line",
    [
        f"Loading {TITLE}",
        f"Cargando… {TITLE}",
        f"Advertisement {TITLE}",
        f"Skip main navigation {TITLE}",
        f"Translate this page into: {TITLE}",
        f"TY - JOUR T1 - {TITLE}",
        f"{TITLE} Affiliation",
        f"{TITLE} Article information",
        f"{TITLE} Résumé",
        f"{TITLE} Autor principal:",
    ],
)
def test_an_entry_of_a_menu_or_a_label_is_no_part_of_a_title(line: str) -> None:
    assert title_of(line) == TITLE


@pytest.mark.parametrize("title", ["Loading Doses of Amiodarone in the Old", "Back pain in nurses"])
def test_a_title_may_begin_with_the_word_of_an_entry(title: str) -> None:
    assert without_entry(title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Einsatz niedrig dosierter Opioide bei alten Patienten",
        "Efficient searches on allergology with PubMed",
        "Rash after a cough mixture on a ward. Case report",
        "Two notes on a ward: References",
        "What became of Them and Their Authors",
    ],
)
def test_a_title_may_end_with_the_name_of_a_section(title: str) -> None:
    assert without_label(title) == title
