"""Facts of a filled page are others, in the form in which the page had its own."""

import sys
from random import Random

from command import PROJECT

from searcher.record import Record

sys.path.insert(0, str(PROJECT / "benchmarks"))

from other_facts import (
    abbreviate,
    journal_names,
    numbers_of,
    redate,
    renumber,
    short_form,
)
from other_names import FORMS, people

TOLD = numbers_of(Record(volume="12", issue="3", pages="785-787"))


def test_a_citation_gets_other_numbers_and_keeps_its_form():
    page = "Ward Letters 2012;12(3):785-7\n12 wards, 3 villages and 785 beds"
    citation, *_ = renumber(page, TOLD, Random(1)).split("\n")
    assert citation != "Ward Letters 2012;12(3):785-7"
    assert numbers_in(citation) == numbers_in("Ward Letters 2012;12(3):785-7")


def test_a_line_with_one_of_the_numbers_and_an_identifier_keep_them():
    page = "Figure 3\nhttps://doi.org/10.1000/12-3-785"
    assert renumber(page, TOLD, Random(1)) == page


def test_days_give_way_to_days_and_words_in_small_letters_do_not():
    assert redate("it may 5 march", Random(1)) == "it may 5 march"
    other = redate("Published 5 March 2012", Random(1))
    assert other != "Published 5 March 2012" and other.endswith(" 2012")


def test_a_name_is_cut_and_found_by_its_beginnings():
    assert abbreviate("Journal of Village Medicine", ".") == "J. Vill. Med."
    found = short_form("Journal of Village Medicine").search("in J Villag. Med 2012")
    assert found[0] == "J Villag. Med"


def test_names_are_written_as_on_pages():
    shapes = [{"journal": "Village health (London, England)"}, {"journal": "J Clin Med"}] * 99
    assert set(journal_names(iter(shapes), Random(1), short=False)) == {"Village Health"}


def test_authors_are_signed_in_every_form_with_given_names_for_their_initials():
    shapes = [{"authors": ["Lee AB", "van der Berg C"]}, {"authors": ["Ana Group"]}]
    (signing,) = people(iter(shapes), Random(1))
    assert [(each.initials, each.surname) for each in signing] == [
        ("AB", "Lee"),
        ("C", "van der Berg"),
    ]
    assert {name for name, form in FORMS.items() if "lee" not in form(signing).lower()} == set()
    assert FORMS["closed initials"](signing) == "Lee A.B., van der Berg C."


def numbers_in(text):
    return "".join("0" if each.isdigit() else each for each in text).replace("00", "0")
