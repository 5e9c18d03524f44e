"""Random query trees in their normal form, over words of the search cases' records."""

from __future__ import annotations

from hypothesis import strategies as st

from searcher.query import tree

WORDS = st.sampled_from(
    [
        "imatinib",
        "rash",
        "skin",
        "treatment",
        "statin",
        "pain",
        "review",
        "IL-5",
        "wom",
        "zebrafish",
    ]
)
FIELDS = st.sampled_from([None, None, "title", "abstract", "tiab", "keywords", "mesh", "type"])
YEARS = st.sampled_from(["2005", "2012", "2012/06", "2015/07/20", "2021"])


def leaves() -> st.SearchStrategy[tree.Node]:
    phrase = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
    near = st.one_of(st.none(), st.integers(0, 9))
    ends = st.tuples(YEARS, YEARS).map(sorted)
    return st.one_of(
        st.builds(tree.Word, WORDS, FIELDS),
        st.builds(tree.Word, WORDS, FIELDS),
        st.builds(tree.Phrase, phrase, FIELDS, near),
        st.builds(tree.Phrase, phrase, FIELDS, st.none(), st.just(True)),
        st.builds(tree.Prefix, WORDS, FIELDS),
        st.builds(tree.Wildcard, st.sampled_from(["wom?n", "tumo*r", "*nib"]), FIELDS),
        st.builds(tree.Fuzzy, WORDS, st.integers(1, 2), FIELDS),
        ends.map(lambda pair: tree.Range(pair[0], pair[1], "date")),
        st.builds(tree.Range, YEARS, st.none(), st.just("year")),
        st.builds(tree.Exists, st.sampled_from(["doi", "abstract", "tiab"])),
    )


def trees() -> st.SearchStrategy[tree.Node]:
    """Trees as the parser builds them: no And in an And, no double Not, no lonely clause."""

    def grow(inner: st.SearchStrategy[tree.Node]) -> st.SearchStrategy[tree.Node]:
        several = st.lists(inner, min_size=2, max_size=4)
        words = st.lists(plain_words(), min_size=2, max_size=4).map(tuple)
        signed = st.lists(inner, max_size=2).map(
            lambda nodes: tuple(node for node in nodes if not isinstance(node, tree.Not))
        )
        return st.one_of(
            several.map(lambda nodes: tree.conjunction(*nodes)),
            several.map(lambda nodes: tree.disjunction(*nodes)),
            inner.map(tree.negation),
            st.builds(tree.Words, words, signed, signed),
        )

    return st.recursive(leaves(), grow, max_leaves=8)


def plain_words() -> st.SearchStrategy[tree.Node]:
    return st.one_of(
        st.builds(tree.Word, WORDS),
        st.builds(tree.Prefix, WORDS),
        st.builds(tree.Phrase, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)),
        st.builds(tree.Fuzzy, WORDS, st.integers(1, 2)),
    )
