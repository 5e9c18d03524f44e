"""Heads and feet of printed pages that stand amid a sentence."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

HEAD = "Fever after tonic water in old sailors\n\nAnn Hill, Bo Lee\n\nAbstract\n"
ABOVE = (
    "Tonic water is sold in every port of the north, and few of those\n"
    "who drink it know that it holds quinine. We followed forty of the old\n"
    "sailors for a winter, and took their temperature on each day of\n"
)
BELOW = (
    "the voyage. Of them nine had a fever that came and went with what\n"
    "was in the glass; all of the others were well until they were back.\n"
)
ABSTRACT = " ".join(f"{ABOVE}{BELOW}".split())


@pytest.mark.parametrize(
    "foot",
    [
        *("123\n", "Page 2 of 9\n", "www.ports.example\n", "doi:10.5555/ports.2012.11\n"),
        "Port Letters 2012;3:11-19\n",
        "Downloaded from ports.example\nby 10.1.1.1 on 03/03/15. For personal use only.\n",
        "\n\nPort Letters of the North\n\n\n",
        "HILL et al. Fever in ports 45\n",
    ],
)
def test_a_sentence_goes_on_behind_the_foot_of_a_page(foot: str) -> None:
    assert read_page(f"{HEAD}{ABOVE}{foot}{BELOW}").abstract == ABSTRACT


def test_what_a_foot_says_of_the_article_is_read() -> None:
    record = read_page(f"{HEAD}{ABOVE}Port Letters 2012;3:11-19\n{BELOW}")
    assert (record.journal, record.year) == ("Port Letters", 2012)


def test_a_line_of_a_title_over_several_lines_is_no_foot() -> None:
    title = "Fever after tonic water in the old sailors of\n\nEvery Northern Port\n\nwho have lived"
    record = read_page(f"{title} in it for years\n\nAnn Hill, Bo Lee\n\nAbstract\n{ABOVE}{BELOW}")
    assert record.title and "Every Northern Port" in record.title


@pytest.mark.parametrize(
    "line", ["by two old nurses of the ports on", "doing as they had been told on"]
)
def test_a_line_of_wrapped_text_that_opens_with_a_word_of_feet_is_none(line: str) -> None:
    text = ABOVE.replace("on each day of", f"as seen\n{line}") + BELOW
    assert read_page(f"{HEAD}{text}").abstract == " ".join(text.split())


def test_a_line_of_text_that_cites_an_article_is_no_foot() -> None:
    cited = "Hill et al. (1980), which is what was said about the long winter of\n"
    text = f"{ABOVE}{cited}{BELOW}"
    assert read_page(f"{HEAD}{text}").abstract == " ".join(text.split())


SECTIONS = (
    "Background {}Tonic water is sold in every port of the north, and few of those who "
    "drink it know that it holds quinine, which has caused fevers in old sailors before.\n\n"
    "{}Methods We followed forty of the old sailors for a winter, and took their temperature on "
    "each day of the voyage.{}\n\n"
    "Conclusions Of them nine had a fever that came and went with what was in the glass; all of "
    "the others were well until they were back.\n\n"
    "Received: March 3, 2014\n\nIntroduction Fevers are old."
)
CITED = (
    " Citation: Hill A, Lee B, Ek C, et al (2015) Fever after tonic water in old sailors. "
    "Port Letters 3(2): e12. https://doi.org/10.5555/ports.0012345"
)


def test_what_the_column_beside_an_abstract_has_is_none_of_its_sections() -> None:
    plain = read_page(f"{HEAD}{SECTIONS.format('', '', '')}")
    beside = read_page(f"{HEAD}{SECTIONS.format('', 'OPEN ACCESS ', CITED)}")
    assert plain.abstract and plain.abstract.endswith("until they were back.")
    assert beside.abstract == plain.abstract
    assert (beside.journal, beside.year) == ("Port Letters", 2015)
    assert beside.doi == "10.5555/ports.0012345"


def test_a_logo_that_is_set_as_text_is_no_word_of_an_abstract() -> None:
    plain = read_page(f"{HEAD}{SECTIONS.format('', '', '')}")
    logo = "a1111111111 a1111111111 "
    marked = f"{HEAD.strip()} {logo}{SECTIONS.format('', '', '')}"
    assert read_page(marked).abstract == plain.abstract
