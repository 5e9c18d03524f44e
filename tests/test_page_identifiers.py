"""DOI, PMID and PMCID of the article itself, as pages write them and amid those of others."""

from __future__ import annotations

import pytest

from searcher.formats.page.kinds.identifiers import find_dois, find_pmcid, find_pmid
from searcher.formats.page.reader import read_page

TEXT = (
    "Few of the sailors who drink tonic water know that it holds quinine. We followed forty "
    "of them for a winter, and nine had a fever that came and went with the glass."
)
OTHERS = (
    "Moen I, Dahl P. Rum for the wards of a port. Port Med. 2001;4:1-9. doi: 10.1000/rum.1. "
    "PMID: 11111111; PMCID: PMC1111111.\n"
    "Sow A, Holm BC. Tonics on a ship. Dock Sci. 2003;4:1-9. doi: 10.1000/rum.2. PMID: 22222222.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "PMID: 33333333",
            "PMID33333333",
            "PMID: [33333333]",
            "PubMed ID: 33333333.",
            "(PMID 33333333)",
        ),
        *("pubmed.ncbi.nlm.nih.gov/33333333/", "PMID 33333333, PMC 4444444"),
    ],
)
def test_a_pmid_is_read_however_it_is_written(text: str) -> None:
    assert find_pmid(text) == "33333333"


@pytest.mark.parametrize(
    "text",
    [
        *("doi:10.1000/x.1-x. PMID: 33333333", "10.1000/x.1-xPMID: 33333333", "10.1000/X.1-X/"),
        *("10.1000/x.1-xView at the publisher", "https://www.doi.org/10.1000/x.1-x/abstract"),
    ],
)
def test_a_doi_ends_before_what_is_glued_to_it(text: str) -> None:
    assert find_dois(text) == ["10.1000/x.1-x"]
    assert find_pmid(text) == ("33333333" if "PMID" in text else None)


@pytest.mark.parametrize(
    "text", ["PMCID: PMC4444444", "PMC4444444.", "PMC: 4444444", "PMC 4444444"]
)
def test_a_pmcid_is_read_however_it_is_written(text: str) -> None:
    assert find_pmcid(text) == "PMC4444444"


@pytest.mark.parametrize(
    "heading",
    ["Similar articles in PubMed", "Cited by other articles in PMC", "Related citations in PubMed"],
)
@pytest.mark.parametrize("before", [True, False])
def test_identifiers_in_side_lists_are_those_of_others(heading: str, before: bool) -> None:
    listed = f"{heading}\n{OTHERS}See all...\n\n"
    own = (
        "Ward Lett. 2012 Jan; 3(4): 5-9.\ndoi: 10.1000/own.3\n\n"
        f"Fever of sailors after tonic water\n\nAnn Hill, Bo Lee\n\nAbstract\n\n{TEXT}\n\n"
    )
    record = read_page(f"PMC\n{listed}{own}" if before else f"{own}{listed}")
    assert record.title == "Fever of sailors after tonic water"
    assert (record.journal, record.doi) == ("Ward Lett", "10.1000/own.3")
    assert (record.pmid, record.pmcid) == (None, None)
    assert (record.abstract, record.body) == (TEXT, None)


def test_the_citation_of_the_last_of_a_side_list_is_not_that_of_the_article_below() -> None:
    listed = (
        "Rum for the wards of a port\nMoen I, Dahl P\nPort Med. 2001;4:1-9. doi: 10.1000/rum.1\n\n"
    )
    record = read_page(
        f"Similar articles\n{listed}Fever of sailors after tonic water\n\nAnn Hill, Bo Lee\n\n"
        f"Abstract\n\n{TEXT}\n"
    )
    assert (record.doi, record.journal) == (None, None)


def test_identifiers_amid_a_long_line_are_those_of_others() -> None:
    cited = " ".join(4 * [OTHERS.replace("\n", " ")])
    menu = "".join(f"Ward {number}\n" for number in range(50))
    record = read_page(
        f"{menu}\n{cited}\n\nFever of sailors after tonic water\n\nAnn Hill, Bo Lee\n\n"
        f"Abstract\n\n{TEXT}\n"
    )
    assert (record.pmid, record.pmcid) == (None, None)
