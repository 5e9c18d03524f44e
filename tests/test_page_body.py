"""The body of an article: what it holds, and the references of which nothing is kept."""

from __future__ import annotations

import pytest

from searcher.formats.page.reader import read_page

TEXT = (
    "Few of the sailors who drink tonic water know that it holds quinine. We followed forty "
    "of them for a winter, and nine had a fever that came and went with the glass."
)
BODY = "The sailors of the port were ill for days [1], and the ship was of no use to them."
HEAD = (
    "Ward Letters 2012;3(4):5-9\n\nFever of sailors after tonic water\n\nAnn Hill, Bo Lee\n\n"
    f"Abstract\n\n{TEXT}\n\n"
)
CITED = [
    ("Moen I, Dahl P", "Rum for the wards of a port", "Port Med", 2001),
    ("Sow A, Holm BC", "Tonics on a ship", "Dock Sci", 2003),
    ("Berg E", "Quinine, and what the sailors said of it", "Ward Lett", 2007),
]
STYLES = [
    "{n}. {names}. {title}. {journal} {year};4:1-9.",
    "[{n}] {names}. {title}. {journal} {year};4:1-9.",
    "{n}{names}. {title}. {journal} {year};4:1-9.\n[PubMed] [Google Scholar]",
    "{names}. {title}. {journal}. {year};4:1-9.",
    "{n}.\n{names}. {title}. {journal} {year};4:1-9.\nCrossRef",
    "{n}. {names}. {title}.\n{journal} {year};4:1-9. doi:10.1000/port.{n}",
]


def _listed(style: str, joint: str) -> str:
    return joint.join(
        style.format(n=number, names=names, title=title, journal=journal, year=year)
        for number, (names, title, journal, year) in enumerate(CITED, 1)
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", ["", "Notes and references\n\n", "Reference\n\n", "Refs.\n"])
def test_references_are_not_of_the_body_under_whatever_heading(
    style: str, joint: str, heading: str
) -> None:
    record = read_page(f"{HEAD}Introduction\n\n{BODY}\n\n{heading}{_listed(style, joint)}\n")
    assert record.body in (f"Introduction\n{BODY}", f"Introduction\n{BODY}\n{heading.strip()}")
    assert (record.abstract, record.doi) == (TEXT, None)


def test_references_behind_an_abstract_alone_leave_no_body() -> None:
    assert read_page(f"{HEAD}{_listed(STYLES[3], chr(10) * 2)}\n").body is None


def test_a_body_goes_on_below_references() -> None:
    listed = _listed(STYLES[0], "\n")
    record = read_page(f"{HEAD}Introduction\n\n{BODY}\n\n{listed}\n\nDiscussion\n\n{BODY}\n")
    assert record.body == f"Introduction\n{BODY}\nDiscussion\n{BODY}"


def test_two_works_that_a_text_names_are_no_list() -> None:
    named = "\n\n".join(_listed(STYLES[3], "\n\n").split("\n\n")[:2])
    record = read_page(f"{HEAD}Introduction\n\n{BODY}\n\n{named}\n\n{BODY}\n")
    assert record.body and "Tonics on a ship" in record.body


def test_the_name_of_a_section_amid_a_wrapped_reference_opens_none() -> None:
    listed = "1. Moen I, Dahl P. Quinine in elderly\npatients: a study of ports. Port Med 2001;4:1."
    record = read_page(f"{HEAD}Introduction\n\n{BODY}\n\nReferences\n{listed}\n")
    assert record.body == f"Introduction\n{BODY}"
