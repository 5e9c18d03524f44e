"""The year where no citation and no volume tells it: which lines say one, and which do not."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

TITLE = "Ointment against pain in two villages"
ABSTRACT = (
    "Abstract\nOintment was used by ninety people in two villages, and we asked them about it. "
    "Most of them had less pain after a week, and nobody stopped for any other reason.\n"
)


def year_of(masthead: str) -> int | None:
    page = masthead.format(title=TITLE)
    return read_page(f"{page}\nAnna Bergström, Peter Holm\n{ABSTRACT}").year


@pytest.mark.parametrize(
    "masthead",
    [
        "2013 WRA Podium and Poster Abstracts\n{title}",
        "Ward Research Day 2013\n{title}",
        "{title} - 11/12/13",
        "{title}. 2013",
        "{title}\nDerechos de autor 2013 Anna Bergström, Peter Holm",
        "{title}\n受け取った 11 Feb 2012 オンラインで公開された 06 Mar 2013",
        "{title}\n출판일: 2013-03-06",
        "{title}\nPublication Date\n11-2013",
        "{title}\nPublication Date\n\n3-2013",
        "{title}\nData: 2013",
        "{title}\nFecha: 6 de marzo de 2013",
        "{title}\nStateAccepted/In press - Sep 14 2013",
        "{title}\nPublication statusE-pub ahead of print - 2013",
        "{title}\nPMC · DOI: 10.5555/wards.58327 · 2013-10-05",
    ],
)
def test_a_line_says_the_year(masthead: str) -> None:
    assert year_of(masthead) == 2013


@pytest.mark.parametrize(
    "masthead",
    [
        "10:05 pm | 20 April, 2013\n{title}",
        "- 2013 Ward Annual Meeting\n{title}",
        "{title}\nRecepción: 10 Junio 2013",
        "{title}\neingereicht: 22.11.2013",
        "{title}\nAuthor manuscript; available in PMC: 2013 Nov 1.",
    ],
)
def test_days_of_something_else_are_no_date_of_publication(masthead: str) -> None:
    assert year_of(masthead) is None


def test_two_figures_behind_a_title_are_a_year_of_this_century_or_of_the_last() -> None:
    assert year_of("{title} - 11/12/49") == 2049
    assert year_of("{title} - 11/12/50") == 1950


RUNNING = (
    "{title} Anna Bergström 1, Peter Holm 2 and Ada Sow 1 1 Department of Ointment, School of "
    "Wards, University of Small Villages, Example Town 51000, Nowhere 2 School of Tents, "
    "University of the Northern Coast, Other Town 51001, Nowhere {said} Ointment was used by "
    "ninety people in two villages, and we asked them about it for a year. Most of them had less "
    "pain after a week, nobody stopped for any other reason, and all came back in the spring."
)


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Received: 7 February 2012; Accepted: 30 March 2012; Published: 2 May 2013", 2013),
        ("Available online March 12, 2013", 2013),
        ("Authors | A. Holm | Publication Date | March 1, 2013 | Published in Issue |", 2013),
        ("Published: 2013-03-18 Search for other articles", 2013),
        ("Open Access Published Date: 17/09/2013", 2013),
        ("Wards NHS TrustPublication date 2013 Metadata", 2013),
        ("Publication year - 2013 Publication title - wards", 2013),
        ("Accepted: 30 March 2012 First Online: 21 August 2013", 2013),
        ("Journals published 2013 ointments in villages", None),
        ("© 2013 Holm et al.; licensee Example Press.", 2013),
        ("Received: 7 February 2012; Accepted: 30 March 2013", 2013),
        ("Received: 7 February 2013; Revised: 30 March 2013", None),
    ],
)
def test_a_date_is_told_amid_lines_that_run_together(said: str, year: int | None) -> None:
    upload = "Date post: 14-Nov-2021\n"
    assert year_of(upload + RUNNING.format(title="{title}", said=said)) == year


def test_years_of_which_a_title_speaks_are_not_its_own() -> None:
    assert year_of("A review of all published cases, 1960-2014") is None


def test_the_issue_at_the_head_of_a_page_on_one_line_has_its_year() -> None:
    text = "the drinking of tonic water was asked for in each of the ports, and the men were well."
    page = f"WARD JOURNAL OF PORTS • Volume 35, No 2, May/June 2014 PORTS 117 {text} " + text * 5
    assert read_page(page).year == 2014


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Accepted Feb 14, 2013; Epub ahead of print Mar 2, 2014", 2014),
        ("Recibido: 3 de mayo de 2012 / Aceptado: 9 de enero de 2013", 2013),
        ("Please be advised that this file was generated on 2015-03-09", None),
        ("Recebido em: 18/08/2012\nAprovado em: 26/12/2013", None),
    ],
)
def test_the_year_of_acceptance_stands_for_one_that_is_not_told(
    line: str, year: int | None
) -> None:
    assert year_of(f"{{title}}\n{line}") == year


def test_a_day_under_the_label_of_another_is_not_that_of_publication() -> None:
    page = f"{TITLE}\n\nAbstract\n\n{ABSTRACT}\n\n{{label}}\n08/07/2010\n"
    assert read_page(page.format(label="Accepted with modifications")).year is None
    assert read_page(page.format(label="Ward Society")).year == 2010


def test_a_day_labelled_below_the_references_dates_the_page_of_an_abstract() -> None:
    listed = "References\nEk A. Tonic water. Ward Letters. 2001;3:11-19."
    dated = f"{listed}\nDownloads\nPublished\n2014-03-09\nIssue\nVol. 3"
    page = f"{TITLE}\n\nAbstract\n\n{ABSTRACT}\n\n"
    assert read_page(f"{page}{dated}").year == 2014
    assert read_page(f"{page}{listed}\nPublished 2014-03-09").year is None
    body = "Introduction\n\n" + ABSTRACT
    assert read_page(f"{page}{body}\n\n{dated}").year is None


def test_the_year_in_which_others_published_is_not_its_own() -> None:
    body = "The first ointment of this kind was published by Montefusco in 1986 and ever since it"
    text = f"{TITLE}\n\n{ABSTRACT} Key words: pain; villages.\n\n{body} is used in villages.\n"
    assert read_page(text).year is None


def test_the_one_citation_amid_lines_that_run_together_tells_the_year() -> None:
    text = "Most of them had less pain after a week and nobody stopped for any other reason. " * 4
    amid = (
        f"{text}Some had it in the Rev Ward Letters 2013 ; 8 : 1144-9 morning, and {text.lower()}"
    )
    assert year_of(f"{{title}}\n\nAbstract\n\n{amid}\n\nIntroduction") == 2013
    two = f"{amid} as was said before in Ward Rev 2011;3:11-19 by others."
    assert year_of(f"{{title}}\n\nAbstract\n\n{two}\n\nIntroduction") is None


@pytest.mark.parametrize("label", ["Дата добавления", "Ngày:", "Hochgeladen am"])
def test_the_day_on_which_a_file_came_to_a_site_dates_no_article(label: str) -> None:
    assert year_of(f"{{title}}\n{label} 14.03.2022") is None


def test_the_publisher_of_an_article_tells_its_year_where_the_sign_of_rights_is_lost() -> None:
    assert year_of("# Springer Science+Business Media 2017\n\n{title}") == 2017
