"""What a file, a list, an address or a browser sets around a title on its line."""

from __future__ import annotations

import pytest
from title_samples import TITLE, title_of

from searcher.formats.page.title.frames import without_frame


@pytest.mark.parametrize(
    "line",
    [
        f"<h1>{TITLE}</h1>",
        f'<b class="t">{TITLE}</b>',
        f"{TITLE}. doi: 10.5555/abc.123",
        f"{TITLE} https://doi.org/10.5555/abc.123",
        f"{TITLE} https://wards.example/articles/1",
        f"{TITLE}.pdf",
        f"3) {TITLE}",
        f"#123 {TITLE}",
        f"Page 3 {TITLE}",
        f"Vol. 3 No. 2 (2019) {TITLE}",
        f"Figure 1 from {TITLE}",
        f"{TITLE} 1,234 views",
        f"Home > Articles > {TITLE}",
        f"Inicio » Artículos » {TITLE}",
        f"Ward Letters 2012;3(2):4-15. {TITLE}",
        f"J Wards. 2001 Sep;8(3):204-210. {TITLE}",
        f"Open Access{TITLE}",
        f"Review{TITLE}",
        f"Save {TITLE} For Later",
        f"{TITLE} - ppt download",
        f"{TITLE} - [PDF Document]",
        f"{TITLE} - PDF Free Download",
        f"{TITLE} - Abstract - Ward PMC",
        f"{TITLE} - FullText - Wardum Publishers",
    ],
)
def test_what_is_set_around_a_title_is_no_part_of_it(line: str) -> None:
    assert title_of(line) == TITLE


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}. Indian Journal of Wards doi: 10.5555/abc.123",
        "Wards > 40 beds > low platelets after linezolid",
        "Reviewing low platelets after linezolid",
        "Low platelets after linezolid: abstract - a survey",
        "https://wards.example/articles/1",
        "Ward Letters 2012;3(2):4-15. Anna Brandt, Piotr Nowak",
    ],
)
def test_what_only_looks_like_a_frame_is_left(text: str) -> None:
    assert without_frame(text) == text
