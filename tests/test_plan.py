"""A query tree becomes clauses of terms."""

from __future__ import annotations

import random
import time

import pytest

from searcher import analysis, patterns
from searcher.errors import QueryError
from searcher.query import tree
from searcher.query.clauses import (
    Adjacent,
    All,
    Between,
    Clause,
    Every,
    Expansion,
    Has,
    Near,
    Nothing,
    Ranked,
    Similar,
    Some,
    Term,
)
from searcher.query.parser import parse
from searcher.query.plan import make_plan


def planned(text: str) -> Clause:
    return make_plan(parse(text).tree).clause


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("imatinib", Term("any", "imatinib")),
        ("title:continuation", Term("title", "continu")),
        ("IL-5", Term("any", "il5")),
        ("TNF-α", Adjacent("any", ("tnf", "alpha"))),
        ('title:"skin rashes"', Adjacent("title", ("skin", "rash"))),
        ("x AND y NOT z", Every((Term("any", "x"), Term("any", "y")), (Term("any", "z"),))),
        ("x OR x OR y", Some((Term("any", "x"), Term("any", "y")))),
        ("NOT x", Every((All(),), (Term("any", "x"),))),
        ("*", All()),
        ("NOT *", Every((All(),), (All(),))),
        # groups of fields: a phrase is in one of them, never across
        (
            '"skin rash"[tiab]',
            Some(
                tuple(
                    Adjacent(field, ("skin", "rash")) for field in ("title", "abstract", "keywords")
                )
            ),
        ),
        # exact fields hold whole values
        ("Drug Eruptions[mh]", Term("heading", "drug eruptions")),
        ("exanthema/ci[majr:noexp]", Term("major", "exanthema/chemically induced")),
        ("adverse effects[sh]", Expansion("heading", "*/adverse effects", "")),
        ("doi:10.1159/000519471", Term("doi", "10.1159/000519471")),
        ("english[la]", Term("language", "eng")),
        # names: as written, in both orders, initials cut off
        ("smith[au]", Term("author", "smith")),
        ("Blay J[au]", Adjacent("author", ("blay", Expansion("author", "j*", "j")))),
        (
            "author:“Blay, Jean”",
            Some((Adjacent("author", ("jean", "blay")), Adjacent("author", ("blay", "jean")))),
        ),
        # dates
        ("2012:2021[dp]", Between("date", 20120000, 20219999)),
        ("2012/06:2013[dp]", Between("date", 20120600, 20139999)),
        ("2012/06[dp]", Between("date", 20120600, 20120699)),
        ("2012/06/15[dp]", Between("date", 20120615, 20120615)),
        ("year:>=2015", Between("date", 20150000, 99999999)),
        ("year:<2015", Between("date", 0, 20149999)),
        ("has:abstract", Has("abstract")),
        ("has:year", Has("date")),
        # shapes
        ("rash*", Expansion("any", "rash*", "rash")),
        ("wom?n", Expansion("any", "wom?n", "wom")),
        ('"skin ras*"', Adjacent("any", ("skin", Expansion("any", "ras*", "ras")))),
        ('"is it safe?"', Adjacent("any", ("is", "it", "safe"))),
        ("HLA-B*57:01", Adjacent("any", ("hla", "b", "57", "01"))),
        ("imatinb~", Similar("any", "imatinb", 1)),
        ('"imatinib rash"[ti:~5]', Near("title", ("imatinib", "rash"), 5)),
        ('"imatinib rash"[ti:~0]', Near("title", ("imatinib", "rash"), 0)),
        ('"rash ras*"[ti:~2]', Near("title", ("rash", Expansion("title", "ras*", "ras")), 2)),
    ],
)
def test_a_query_becomes_clauses(text: str, clause: Clause) -> None:
    assert planned(text) == clause


def test_words_may_match_any_and_gain_by_standing_near_each_other() -> None:
    x, y = Term("any", "x"), Term("any", "y")
    assert planned("x y") == Ranked(Some((x, y)), (Near("any", ("x", "y"), 3),), 0.15, 0.15)


def test_pairs_pass_over_function_words_and_a_repeated_word_counts_once() -> None:
    x, of, y = (Term("any", each) for each in ("x", "of", "y"))
    pair = Near("any", ("x", "y"), 3)
    assert planned("x of y y") == Ranked(Some((x, of, y)), (pair,), 0.15, 0.15)
    assert planned("x does its y").extra == (pair,)  # whose stems are doe and it


def test_what_is_required_decides_and_the_other_words_only_add_to_the_score() -> None:
    x, y, z = (Term("any", each) for each in "xyz")
    assert planned("x +y -z") == Ranked(Every((y,), (z,)), (x,))


@pytest.mark.parametrize(
    ("node", "warning"),
    [
        (tree.Phrase("imatinib rash", sentence=True), "within 20 words"),
        (tree.Fuzzy("ab", 2), "no edits"),
        (tree.Fuzzy("TNF-α"), "single words"),
        (tree.Wildcard("*ation"), "misses words"),
        (tree.Word("…"), "left out"),
    ],
)
def test_what_is_changed_is_a_warning(node: tree.Node, warning: str) -> None:
    assert any(warning in each for each in make_plan(node).warnings)


def test_a_part_without_any_term_is_left_out_of_every_connection() -> None:
    dots, word = tree.Word("…"), tree.Word("x")
    for node in (
        tree.And((dots, word)),
        tree.Or((word, dots)),
        tree.Words((dots, word)),
        tree.And((word, tree.Not(dots))),
    ):
        assert make_plan(node).clause == Term("any", "x")
    assert make_plan(dots).clause == Nothing()


@pytest.mark.parametrize(
    ("pattern", "term", "expected"),
    [
        ("continuati*", "continu", True),
        ("continuati*", "contin", False),
        ("therapy*", "therapi", True),
        ("wom?n", "women", True),
        ("tumo*r", "tumour", True),
        ("cont*ation", "continu", True),
        ("*ation", "station", True),
        ("*ation", "continu", False),
        ("*genic", "pathogen", True),
        ("*nib", "imatinib", True),
        ("a*b*", "acb", True),
        ("a?a*a", "abaa", True),
        ("a*a", "a", False),
    ],
)
def test_a_pattern_stands_for_the_stems_of_its_words(
    pattern: str, term: str, expected: bool
) -> None:
    assert patterns.matches_pattern(pattern, term) is expected


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("st?ging", "staging"),  # a stem that gained an e
        ("gr*ding", "grading"),
        ("controll*d", "controlled"),  # one that lost a double letter
        ("transferr?d", "transferred"),
        ("reliab*ity", "reliability"),  # one that moved an l
        ("disab?lities", "disabilities"),
        ("altern?tive", "alternative"),  # endings that are rarer
        ("toxi*city", "toxicity"),
        ("bronch*tis", "bronchitis"),
        ("crystalli?ation", "crystallization"),
        ("minimi?e", "minimize"),
        ("incub*tors", "incubators"),
        ("periopera*", "perioperative"),
    ],
)
def test_a_pattern_finds_the_word_that_it_was_made_of(pattern: str, word: str) -> None:
    expansion = Expansion.of("abstract", pattern)
    stem = analysis.stem(word)
    assert stem.startswith(expansion.literal)
    assert expansion.accepts(stem)


@pytest.mark.parametrize(
    ("pattern", "term"),
    [("st?ging", "stag"), ("st?ging", "sting"), ("controll*d", "contract"), ("wom?n", "womb")],
)
def test_a_pattern_finds_no_stem_of_other_words_alone(pattern: str, term: str) -> None:
    assert not Expansion.of("abstract", pattern).accepts(term)


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    started = time.process_time()
    assert not patterns.matches_pattern("a*" * 60 + "b", "a" * 255)
    assert time.process_time() - started < 0.2


def test_a_pattern_of_many_stars_takes_no_time_for_many_stems() -> None:
    letters = random.Random(1)
    stems = ["a" + "".join(letters.choices("abcdefghij", k=9)) for _ in range(5000)]
    started = time.process_time()
    found = sum(map(patterns.pattern_matcher("*".join("abcdefghij" * 20) + "*", True), stems))
    found += sum(map(patterns.pattern_matcher("a*b*c*d*e*", True), stems))
    assert found == 256
    assert time.process_time() - started < 1.5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" ".join(f"{letter}*" for letter in "abcdefghijk"), "10 words .* before their 3rd letter"),
        (" ".join(f"rash{letter}~" for letter in "abcdefghijk"), "10 words are fuzzy"),
        (" OR ".join(f"abc{n}*" for n in range(201)), "200 words"),
    ],
)
def test_more_patterns_than_an_engine_can_answer_in_time_are_refused(
    text: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        make_plan(parse(text).tree)
