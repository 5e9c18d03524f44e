"""The words of a query are found again in the original text, and the best passage is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher import analysis
from searcher.highlight import Highlighter
from searcher.highlight.passage import choose_passage, sentence_starts
from searcher.highlight.places import Places
from searcher.patterns import within_distance
from searcher.query import plan, tree
from searcher.query.clauses import (
    Adjacent,
    Clause,
    Every,
    Expansion,
    Near,
    Ranked,
    Similar,
    Some,
    Term,
)
from searcher.record import Record


def marked(clause: Clause, text: str, field: str = "abstract") -> str:
    """The snippet of a record with this text, its marks in brackets."""
    values = (text,) if field in ("authors", "keywords", "mesh", "publication_types") else text
    snippet = Highlighter(clause).snippet(Record(**{field: values}), 1000)
    assert snippet is not None
    return brackets(snippet.text, snippet.marks)


def brackets(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


CONTINU = Expansion("any", "continuat*", "continu")

CASES: list[tuple[Clause, str, str]] = [
    # a stem marks all its forms, and not a word that only looks alike
    (Term("any", "continu"), "Continuing or discontinuation", "[Continuing] or discontinuation"),
    # what normalize folds is marked as it was written
    (Term("any", "il5"), "an IL-5 antibody", "an [IL-5] antibody"),
    (Term("any", "beta"), "the β-blocker", "the [β]-blocker"),
    (Term("any", "alpha"), "TNFα rose", "TNF[α] rose"),
    (Term("any", "berard"), "Léon-Bérard’s", "Léon-[Bérard]’s"),
    (Term("any", "ul"), "1,690/μL", "1,690/[μL]"),
    (Term("any", "fibrosi"), "ﬁbrosis of the lung", "[ﬁbrosis] of the lung"),
    # a phrase is marked only where it stands
    (
        Adjacent("any", ("skin", "rash")),
        "A rash of the skin, a skin rash, skin-rashes",
        "A rash of the skin, a [skin] [rash], [skin]-[rashes]",
    ),
    (Adjacent("any", (CONTINU, "drug")), "drug; continued drugs", "drug; [continued] [drugs]"),
    (Adjacent("any", ("5", "year")), "5 to 6 years, 5 years", "5 to 6 years, [5] [years]"),
    # nearness in any order, at most `window` words between
    (
        Near("any", ("drug", "rash"), 1),
        "rash by drug, and no rash of this drug",
        "[rash] by [drug], and no rash of this drug",
    ),
    (Near("any", ("drug", "rash"), 0), "rash by drug; drug rash", "rash by drug; [drug] [rash]"),
    (CONTINU, "to continue the continuum", "to [continue] the continuum"),
    (Expansion("any", "?ash", ""), "Rashes, ashes, a lash", "[Rashes], ashes, a [lash]"),
    (Expansion("any", "wom?n", "wom"), "women and a woman’s womb", "[women] and a [woman]’s womb"),
    (Similar("any", "imatinb", 1), "imatinib, imatin", "[imatinib], [imatin]"),
    (Similar("any", "rahs", 1), "rashes, rats", "[rashes], rats"),
    # what is excluded is not marked; what only adds to the score is
    (Every((Term("any", "rash"),), (Term("any", "drug"),)), "drug rash", "drug [rash]"),
    (Ranked(Term("any", "rash"), (Term("any", "drug"),)), "drug rash", "[drug] [rash]"),
    (Some((Term("title", "drug"), Term("any", "rash"))), "drug rash", "drug [rash]"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "text", "expected"), CASES)
def test_each_kind_of_clause_is_marked_where_it_is_met(
    clause: Clause, text: str, expected: str
) -> None:
    assert marked(clause, text) == expected


FIELDS: list[tuple[Clause, str, str, str]] = [
    (Term("any", "blay"), "authors", "Jean-Yves Blay", "Jean-Yves [Blay]"),
    (Adjacent("author", ("blay", "jy")), "authors", "Jean-Yves Blay", "[Jean-Yves Blay]"),
    (Adjacent("author", ("yves", "blay")), "authors", "Jean-Yves Blay", "Jean-[Yves] [Blay]"),
    (Term("first_author", "blay"), "authors", "Blay JY", "[Blay] JY"),
    (Term("type", "report"), "publication_types", "Case Reports", "Case [Reports]"),
    (Term("heading", "skin/injuries"), "mesh", "Skin/*injuries", "[Skin/*injuries]"),
    (Term("heading", "skin"), "mesh", "Skin/*injuries", "[Skin/*injuries]"),
    (Term("any", "injuri"), "mesh", "Skin/*injuries", "Skin/*[injuries]"),
    (Term("keywords", "gist"), "keywords", "GIST", "[GIST]"),
    (Term("body", "gist"), "body", "A GIST", "A [GIST]"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "field", "text", "expected"), FIELDS)
def test_a_clause_on_a_field_is_marked_in_that_field(
    clause: Clause, field: str, text: str, expected: str
) -> None:
    assert marked(clause, text, field) == expected


def test_a_title_clause_marks_the_title_only() -> None:
    record = Record(title="Skin rash", abstract="A rash was seen.")
    highlighter = Highlighter(Term("title", "rash"))
    snippet = highlighter.snippet(record)
    assert highlighter.title_marks(record) == ((5, 9),)
    assert snippet is not None and (snippet.text, snippet.marks) == ("A rash was seen.", ())


def test_values_of_a_list_are_not_one_text() -> None:
    record = Record(keywords=("skin", "rash", "skin rash"))
    snippet = Highlighter(Adjacent("any", ("skin", "rash"))).snippet(record)
    assert snippet is not None
    assert brackets(snippet.text, snippet.marks) == "skin; rash; [skin] [rash]"


def test_only_the_last_author_is_marked_for_a_last_author_clause() -> None:
    record = Record(authors=("Blay JY", "Doe J", "Blay J"))
    snippet = Highlighter(Term("last_author", "blay")).snippet(record)
    assert snippet is not None
    assert brackets(snippet.text, snippet.marks) == "Blay JY; Doe J; [Blay] J"


def test_without_an_abstract_the_field_that_matches_best_is_shown() -> None:
    record = Record(body="A rash.", keywords=("drug rash", "skin"))
    snippet = Highlighter(Some((Term("any", "drug"), Term("any", "rash")))).snippet(record)
    assert snippet is not None and snippet.field == "keywords"


def test_what_the_page_of_results_shows_anyway_is_no_snippet_where_there_is_text() -> None:
    record = Record(abstract="Nothing.", journal="Rash Letters", publication_types=("Rash Report",))
    snippet = Highlighter(Term("any", "rash")).snippet(record)
    assert snippet is not None and snippet.text == "Nothing."


def test_a_record_without_text_has_no_snippet() -> None:
    assert Highlighter(Term("any", "rash")).snippet(Record(title="Rash")) is None


ABSTRACT = (
    "Rash is often seen. Patients took the drug for many weeks before anything was noted. "
    "In one of them a rash appeared while the drug was continued. Nothing more befell. "
    "All of them were well at the end of the year, and no others were lost."
)


def test_the_passage_that_meets_most_clauses_is_shown_with_whole_sentences() -> None:
    clause = plan.make_plan(tree.Words((tree.Word("rash"), tree.Word("drug")))).clause
    snippet = Highlighter(clause).snippet(Record(abstract=ABSTRACT), 100)
    assert snippet is not None
    assert brackets(snippet.text, snippet.marks) == (
        "In one of them a [rash] appeared while the [drug] was continued. Nothing more befell."
    )
    assert (snippet.cut_before, snippet.cut_after) == (True, True)


def test_a_passage_in_one_sentence_is_better_than_a_piece_of_a_long_one() -> None:
    words = "and nothing else that is of any use to us, "
    text = (
        f"It began {words * 4}a rash by a drug. So it went on {words * 3}. A rash by a drug was it."
    )
    clause = Every((Term("any", "rash"), Term("any", "drug")))
    snippet = Highlighter(clause).snippet(Record(abstract=text), 90)
    assert snippet is not None
    assert brackets(snippet.text, snippet.marks).endswith("A [rash] by a [drug] was it.")


def test_a_long_query_marks_the_same_words_without_its_pairs() -> None:
    text = "one two three four five six seven"
    clause = plan.make_plan(tree.Words(tuple(map(tree.Word, text.split())))).clause
    near = Near("any", ("two", "absent"), 3)
    assert marked(clause, text) == " ".join(f"[{word}]" for word in text.split())
    assert marked(Every((clause, near)), text) == marked(clause, text)
    assert len(Highlighter(clause)._leaves) == 7


def test_a_word_that_shares_only_its_stem_with_a_pattern_is_marked_where_nothing_else_is() -> None:
    clause = Expansion("any", "*genic", "")
    assert marked(clause, "A pathogen.") == "A [pathogen]."
    assert marked(clause, "A pathogen is pathogenic.") == "A pathogen is [pathogenic]."


def test_a_text_without_end_is_looked_at_in_part() -> None:
    record = Record(body="word " * 20_000 + "rash")
    snippet = Highlighter(Term("any", "rash")).snippet(record)
    assert snippet is not None
    assert (snippet.marks, snippet.cut_before, snippet.cut_after) == ((), False, True)


def test_a_match_at_the_end_is_shown_with_what_stands_before_it() -> None:
    snippet = Highlighter(Term("any", "lost")).snippet(Record(abstract=ABSTRACT), 120)
    assert snippet is not None
    assert snippet.text == (
        "Nothing more befell. "
        "All of them were well at the end of the year, and no others were lost."
    )
    assert (snippet.cut_before, snippet.cut_after) == (True, False)


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Smith et al. 2012 saw it, e.g. In vitro. Then J. Doe (n = 2.5) did. (So?)\nEnd: it"
    ends = [text[start : start + 5] for start in sentence_starts(text)]
    assert ends == ["Smith", "Then ", "(So?)", "End: "]


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [("rash", "rash", 0), ("rahs", "rash", 1), ("rsh", "rash", 1), ("rats", "rash", 2),
     ("ca", "abc", 3), ("imatinib", "imatnb", 2)],
)  # fmt: skip
def test_distance_counts_single_edits_and_swaps_of_neighbours(
    left: str, right: str, distance: int
) -> None:
    assert [within_distance(left, right, limit) for limit in range(5)] == [
        limit >= distance for limit in range(5)
    ]


TEXTS = st.text(alphabet="aαβΑ1-'’ _`5µμgL.é\nİſ½Σ", max_size=40)


@given(st.text() | TEXTS)
def test_places_are_those_of_tokens(text: str) -> None:
    places = Places(text)
    assert places.words == analysis.words(text)
    assert [places.origin(position) for position in range(len(places.words))] == [
        (token.start, token.end) for token in analysis.tokens(text)
    ]


WORDS = ["rash", "drug", "skin.", "continuing", "Women", "β-blocker", "TNFα", "IL-5", "the\n", "’s"]
CLAUSES = st.sampled_from([clause for clause, _, _ in CASES])


@given(st.lists(st.sampled_from(WORDS)).map(" ".join) | st.text(), CLAUSES, st.integers(20, 80))
def test_marks_are_inside_the_text_in_order_and_apart(
    text: str, clause: Clause, width: int
) -> None:
    record = Record(title=text, abstract=text)
    highlighter = Highlighter(clause)
    snippet = highlighter.snippet(record, width)
    for place_text, marks in [(text, highlighter.title_marks(record))] + (
        [(snippet.text, snippet.marks)] if snippet else []
    ):
        edges = [edge for place in marks for edge in place]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(place_text) for edge in edges)
    if snippet:
        assert len(snippet.text) <= width
        assert snippet.text in text
        # Where anything is marked at all, the passage shows some of it.
        assert bool(snippet.marks) == bool(Highlighter(clause).snippet(record, 10_000).marks)  # type: ignore[union-attr]


@given(st.text(alphabet="ab. \n", max_size=60), st.integers(1, 30))
def test_a_passage_without_marks_is_the_beginning(text: str, width: int) -> None:
    start, end = choose_passage(text, [], width)
    assert start == 0 and end <= width
