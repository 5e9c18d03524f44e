"""Pages that lost their line breaks: what stands before the first sentence of the abstract."""

from __future__ import annotations

import pytest
from title_samples import TEXT, TITLE

from searcher.formats.page.flattened.opening import find_opening
from searcher.formats.page.reader import read_page

TOLD = f"The charts of 120 patients tell how often. {TEXT}"


@pytest.mark.parametrize(
    ("above", "text"),
    [
        (TITLE, TOLD),
        (f"{TITLE} in Leeds", f"To see how often platelets fall we read charts. {TEXT}"),
        ("Show Summary Details", TEXT),
        ("Read online", TEXT),
        ("Dr Lena Moreau; someone{at}", TEXT),
        ("Lena Moreau, Kei Tanaka Original Article", TEXT),
        ("Pages 394-399", TEXT),
    ],
)
def test_a_text_begins_with_its_first_sentence(above: str, text: str) -> None:
    assert find_opening(f"{above} {text} {TEXT}") == len(above) + 1


@pytest.mark.parametrize(
    "opening",
    [
        "Attention-Deficit/Hyperactivity Disorder (ADHD) is common.",
        "Linezolid Sulfate Tablets lower the count of platelets.",
        "Low platelets were seen in The Netherlands and elsewhere.",
        "Since 1995 patients were asked how they were.",
        "Objective To see how often platelets fall.",
        "Keywords: Linezolid, Platelets The charts of patients tell how often.",
        "1. Discuss how to count them.",
    ],
)
def test_nothing_is_parted_from_a_text_that_begins_at_once(opening: str) -> None:
    assert find_opening(f"{opening} {TEXT} {TEXT}") == 0


def test_the_abstract_of_a_page_on_one_line_begins_behind_its_title() -> None:
    record = read_page(f"{TITLE} {TOLD} Keywords: linezolid; platelets; wards")
    assert record.abstract == TOLD
    assert record.title == TITLE
