"""Identifiers in the forms that people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.identifiers import clean_doi, clean_pmcid, clean_pmid


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1234/Abc.5", "10.1234/abc.5"),
        ("doi:10.1234/abc", "10.1234/abc"),
        ("DOI 10.1234/abc.", "10.1234/abc"),
        ("https://dx.doi.org/10.1234/abc", "10.1234/abc"),
        ("https://doi.org/10.1234%2Fabc?utm_source=x", "10.1234/abc"),
        ("http://x.org/sfx?id=doi:10.1234%2Fabc&issn=1", "10.1234/abc"),
        (
            "S0140-6736(00)1 [pii]; 10.1016/S0140-6736(00)02352-7 [doi]",
            "10.1016/s0140-6736(00)02352-7",
        ),
        ("(see 10.1234/abc)", "10.1234/abc"),
        (
            "10.1002/(SICI)1097(19980815)17:15/16<1661::AID-S9>3.0.CO;2-2",
            "10.1002/(sici)1097(19980815)17:15/16<1661::aid-s9>3.0.co;2-2",
        ),
        ("10.12/abc", None),
        ("110.1234/abc", None),
        ("2.10.1234/abc", None),
        ("10.1234/", None),
        ("10.1234/...", None),
        ("PMC1234567", None),
        ("", None),
    ],
)
def test_doi(text: str, doi: str | None) -> None:
    assert clean_doi(text) == doi


@pytest.mark.parametrize(
    ("text", "pmid"),
    [
        ("12345678", "12345678"),
        (" 00123 ", "123"),
        ("PMID: 123", "123"),
        ("PMID- 123", "123"),
        ("pubmed:123", "123"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/123", "123"),
        ("123456789", None),
        ("PMC123", None),
        ("0", None),
        ("https://example.org/123", None),
        ("12 34", None),
    ],
)
def test_pmid(text: str, pmid: str | None) -> None:
    assert clean_pmid(text) == pmid


@pytest.mark.parametrize(
    ("text", "pmcid"),
    [
        ("PMC123", "PMC123"),
        ("pmc123", "PMC123"),
        ("123", "PMC123"),
        ("PMCID: PMC123", "PMC123"),
        ("pmcid:PMC123", "PMC123"),
        ("PMC123.1", "PMC123"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/", "PMC123"),
        ("https://example.org/123", None),
        ("PMCX", None),
    ],
)
def test_pmcid(text: str, pmcid: str | None) -> None:
    assert clean_pmcid(text) == pmcid


@given(st.text(alphabet="10./ab()<>[]%2F;,.?", max_size=60))
def test_a_cleaned_doi_is_clean(text: str) -> None:
    """Cleaning twice changes nothing."""
    doi = clean_doi(text)
    assert doi is None or clean_doi(doi) == doi
