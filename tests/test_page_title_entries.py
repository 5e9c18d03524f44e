"""What a site has around a title on its line is no part of it."""

from __future__ import annotations

import pytest
from title_samples import TITLE, title_of

from searcher.formats.page.title.entries import without_entry
from searcher.formats.page.title.labels import without_label
from searcher.formats.page.title.signed import without_signers


@pytest.mark.parametrize(
    "line",
    [
        f"Loading {TITLE}",
        f"Cargando… {TITLE}",
        f"Advertisement {TITLE}",
        f"Actualités : {TITLE}",
        f"Skip main navigation {TITLE}",
        f"Skip to main content Advertisement Log in {TITLE}",
        f"Translate this page into: {TITLE}",
        f"614 Views 2 CrossRef citations to date 0 Altmetric {TITLE}",
        f"{TITLE} HTML Full Text{TITLE} Lena Moreau",
        f"{TITLE} Research output: Contribution to a journal",
        f"Volume 37, Issue 2, pp 188–197 {TITLE}",
        f"Number 4—April 2009 {TITLE}",
        f"TY - JOUR T1 - {TITLE}",
        f"{TITLE} Affiliation",
        f"{TITLE} Article information",
        f"{TITLE} Résumé",
        f"{TITLE} • Review article • Published: 4 March 2019",
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


@pytest.mark.parametrize(
    "names",
    ["Lena Moreau, Kei Tanaka", "Lena Moreau and Kei Tanaka", "LENA MOREAU1 & KEI TANAKA2"],
)
def test_full_names_behind_a_title_in_small_letters_are_no_part_of_it(names: str) -> None:
    assert without_signers(f"{TITLE} {names}") == TITLE


@pytest.mark.parametrize("place", ["in Santa Fe, New Mexico", "and Stevens Johnson, Tolosa Hunt"])
def test_names_that_a_title_goes_on_with_belong_to_it(place: str) -> None:
    assert without_signers(f"{TITLE} {place}") == f"{TITLE} {place}"
