"""Years of copied pages: which lines of a head say when an article came out, and which do not."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

PAGE = """Linezolid and low platelets in a rural hospital: a cohort study

Anna Brandt1, Piotr Nowak2

1Department of Medicine, University Hospital, Lund, Sweden

{}

Abstract

Background: Linezolid may lower the count of platelets in patients who take it for weeks.
Methods: We read the charts of 120 patients in a rural hospital.
Results: Platelets fell in 31 of them. Conclusion: Platelets should be counted every week.

Keywords: linezolid; platelets; cohort
"""


@pytest.mark.parametrize(
    "line",
    [
        "Internal Wards 2019 · 49:227–232",
        "Zeszyty Kliniczne 3/2019, s. 188-193",
        "Farmakologisk Blad nr. 5, 2019",
        "临床用药杂志 2019年6期",
        "임상약물학회지 제 76 권 제 3 호 2019",
        "Klin. Farm. 2019. № 5. С. 12-15",
        "Ward Care Dentist 31(4) 2019 143",
        "The European journal of ward reports (2019)",
        "Publication statusPublished - Jan 2019",
        "StatusUdgivet - 2019",
        "Submitted on 3 Jul 2019",
        "Recibido: 01/01/2019 Aceptado: 20/02/2019 Publicado: 12/03/2019",
        "Publié le 12 mars 2019",
        "Received: 1 January 2018 / Approved: 20 February 2018 / Online: 12 March 2019",
        "Year of Publication 2019",
        "12-Mar-2019",
        "20.06.2019",
        "2019年3月12日",
        "Orvosi Lapok 160. évf. 2. szám (2019)",
        "15. Jahrgang 2019, Ausgabe 2",
        "2019 / 2",
        "Ward Letters | March 2019",
        "Thesis (PhD), University of Lund, 2019",
        "Conference: Ward Rounds, Lund, 2019",
        "© The Author(s) 2019",
        "论文出版年:2019",
        "Received Date: May 3, 2018 Accepted Date: May 9, 2018 Published Date: May 12, 2019",
        "Anna Brandt, MD, & Piotr Nowak III  |  Issue: March 2019  |  March 12, 2019",
        "PMC · DOI: 10.1000/wards.12 · 2019-03-12",
        "How to cite\nBrandt A, Nowak P. (2019). Linezolid and low platelets in a rural hospital",
    ],
)
def test_a_line_that_tells_the_year_of_publication_is_read(line: str) -> None:
    assert read_page(PAGE.format(line)).year == 2019


@pytest.mark.parametrize(
    "line",
    [
        "Received January 1, 2019; Revised February 20, 2019",
        "Academic year 2018/2019",
        "Last updated: March 2019",
        "Downloaded from wards.example on March 12, 2019",
        "https://doi.org/10.1016/j.wards.2019.03.012",
        "ISSN 2019-2020",
        "© 2012-2019 Ward Press",
        "Changed\nTue, 06/20/2019 - 09:12",
        "Anna Brandt | Updated March 2019 | March 12, 2019",
        "2050 Lund Street, Suite 12, Wardville",
    ],
)
def test_other_dates_and_numbers_are_no_year_of_publication(line: str) -> None:
    assert read_page(PAGE.format(line)).year is None


def test_a_date_may_open_the_line_below_the_volume() -> None:
    page = PAGE.format("Rheumatic Wards, Volume 62,\nNovember 2019 Abstract Supplement")
    assert str(read_page(page).date) == "2019-11"


def test_issues_of_several_years_are_a_list_and_no_date() -> None:
    page = PAGE.format("Volume 14 (2018), part A\n\nHeft 2, 2018 und 1\n\nHeft 1, 2019 und 3")
    assert read_page(page.replace("Volume 14 (2018), part A\n\n", "")).year is None


def test_a_volume_with_its_year_is_trusted_more_than_a_copyright() -> None:
    page = PAGE.format("© 2021 Ward Press\n\nWard Letters 2019;14:12-15")
    assert read_page(page).year == 2019


def test_a_date_alone_below_the_abstract_is_the_last_that_is_asked() -> None:
    below = "Published:\nExample Press\n2019-06-01\n"
    assert read_page(PAGE.format("") + below).year == 2019
    assert read_page(PAGE.format("") + below + "2018-06-01\n").year is None
    assert read_page(PAGE.format("Ward Letters 2017;14:12-15") + below).year == 2017
