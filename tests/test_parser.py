"""Query text is read as PubMed reads it, and nothing in it is lost silently."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest
from examples import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import trees

from searcher.errors import QueryError
from searcher.query import tree
from searcher.query.parser import Match, Query, parse, parse_line
from searcher.query.plan import make_plan

READINGS = [
    # plain words are ranked; signs say what must and must not be
    ("imatinib rash continuation", "imatinib rash continuation"),
    ("imatinib +rash -children", "imatinib +rash -children"),
    ("imatinib +title:rash", "imatinib +title:rash"),
    ("-children", "NOT children"),
    ("rash, fever; (itch)", "rash AND fever AND itch"),
    # operators are capitals, from left to right; neighbouring words belong together
    ("a AND b OR c", "(a AND b) OR c"),
    ("a OR b AND c", "(a OR b) AND c"),
    ("a OR (b AND c)", "a OR (b AND c)"),
    ("rash OR skin eruption", "rash OR (skin AND eruption)"),
    ("a NOT b AND c", "a NOT b AND c"),
    ("a AND NOT b", "a NOT b"),
    ("NOT (NOT a)", "a"),
    ("rash and fever", "rash and fever"),
    # fields and tags
    ('title:x title:"a b" title:(a b)', 'title:x AND title:"a b" AND title:a AND title:b'),
    ('imatinib[ti] AND "skin rash"[tiab]', 'title:imatinib AND tiab:"skin rash"'),
    ("skin rash[ti]", 'title:"skin rash"'),
    ('imatinib "skin rash"[ti]', 'imatinib AND title:"skin rash"'),
    ("(a OR b[ab])[ti]", "title:a OR abstract:b"),
    ("Blay JY[au]", 'author:"Blay JY*"'),
    ('"Blay J"[au]', 'author:"Blay J"'),
    ("smith[1au]", "first_author:smith"),
    ('"Drug Eruptions"[Mesh:NoExp]', 'heading:"Drug Eruptions"'),
    ("Exanthema[MeSH Terms]", "mh:Exanthema"),
    ("Exanthema[Majr]", "majr:Exanthema"),
    ("has:abstract", "has:abstract"),
    ("rash AND hasabstract[text]", "rash AND has:abstract"),
    ("review[sb] AND english[filter]", 'type:"review" AND language:english'),
    # dates
    ("2012:2021[dp]", "date:2012..2021"),
    ("2012/06 : 2013[dp]", "date:2012/06..2013"),
    ('"2012/01/01"[Date - Publication] : "3000"[Date - Publication]', "date:2012/01/01..3000"),
    ("imatinib 2012[dp]", "imatinib AND date:2012..2012"),
    ("year:2012..2021", "year:2012..2021"),
    ("year:>=2015", "year:2015.."),
    ("year:<2015", "year:..2014"),
    ("2015..", "date:2015.."),
    ("2012–2021[dp]", "date:2012..2021"),
    # shapes of words
    ("imatinb~ imatinb~2", "imatinb~1 imatinb~2"),
    ('wom?n tumo*r continu** "skin ras*"', 'wom?n tumo*r continu* "skin ras*"'),
    ("does it cause rash?", "does it cause rash"),
    ("HLA-B*57:01 CYP2D6*4", "HLA-B*57:01 CYP2D6*4"),
    ("poly(ADP-ribose) drug(s) [18F]FDG", "poly(ADP-ribose) drug(s) [18F]FDG"),
    ('"imatinib rash"[tiab:~5]', 'tiab:"imatinib rash"~5'),
    ('"imatinib rash"~5', '"imatinib rash"~5'),
    ('"imatinib rash"[~s]', '"imatinib rash"~s'),
    ("*", "*"),
    # what comes with pasting
    ("“skin\u00a0rash”\n AND fever", '"skin rash" AND fever'),
    ("exp Drug Eruptions/ AND rash.ti,ab.", 'mh:"Drug Eruptions" AND tiab:rash'),
    ("(skin rash).ti,ab.", 'tiab:"skin rash"'),
    ("(skin rash or GIST tumo?r*).ti,ab.", 'tiab:"skin rash" OR tiab:"GIST tumo*r*"'),
    ("exp Drug Eruptions/ and skin rash", 'mh:"Drug Eruptions" AND "skin rash"'),
    ("wounds and injuries/ or rash.ti.", 'heading:"wounds and injuries" OR title:rash'),
    (
        "(imatinib mesylate adj5 rash).ti.",
        'title:"imatinib mesylate" AND title:"imatinib mesylate rash"~4',
    ),
    ("(skin rash):ti,ab", "tiab:skin AND tiab:rash"),
    ("'skin rash':ti,ab OR 'imatinib'/exp", 'tiab:"skin rash" OR mh:"imatinib"'),
    # what is written as only another host has it: operators in any case, and its own pieces
    ("(rash or eruption).ti,ab. not mice.ti.", "(tiab:rash OR tiab:eruption) NOT title:mice"),
    ("animals/ not humans/", 'heading:"animals" NOT heading:"humans"'),
    ("rash.ti. and wounds and injuries/", 'title:rash AND heading:"wounds and injuries"'),
    ("imatinib and exp Exanthema/", 'imatinib AND mh:"Exanthema"'),
    ("imatinib.ti,ab or 'skin rash'", 'tiab:imatinib OR "skin rash"'),
    ('exp "Wounds and Injuries"/', 'mh:"Wounds and Injuries"'),
    ('*"Wounds and Injuries"/', 'majr:"Wounds and Injuries"'),
    ("exp Imatinib/ae, to", 'mh:"Imatinib/adverse effects" OR mh:"Imatinib/toxicity"'),
    ("Imatinib Mesylate/ae [Adverse Effects]", 'heading:"Imatinib Mesylate/adverse effects"'),
    ("(ae or to).fs.", 'heading:"*/adverse effects" OR heading:"*/toxicity"'),
    ("wom#n.ti,ab.", "tiab:wom?n"),
    ("tumo?r.ti,ab.", "tiab:tumo*r"),
    ("skin rash$.ti,ab.", 'tiab:"skin rash*"'),
    ("skin adj rash$", '"skin rash*"~0'),
    (
        "(skin adj3 (rash or eruption*)).ab.",
        'abstract:"skin rash"~2 OR abstract:"skin eruption*"~2',
    ),
    ("'skin rash' NEAR/5 imatinib", '"skin rash" AND "skin rash imatinib"~5'),
    ("'crohn's disease' OR ‘skin rash’", '"crohn\'s disease" OR "skin rash"'),
    ("crohn's disease and patients' rash", "crohn's disease and patients rash"),
    ("'skin rash'/exp/mj", 'majr:"skin rash"'),
    (
        "imatinib AND [english]/lim AND [2010-2020]/py",
        "imatinib AND language:english AND date:2010..2020",
    ),
    ("imatinib NOT [medline]/lim", "imatinib"),
    ("'side effect'/lnk OR 'review'/it", 'heading:"*/side effect" OR type:"review"'),
    ("MeSH descriptor: [Drug Eruptions] explode all trees", 'mh:"Drug Eruptions"'),
    ("MeSH descriptor: [Drug Eruptions] this term only", 'heading:"Drug Eruptions"'),
    (
        '[mh "Drug Eruptions"] or [mh ^"Rash"/CI]',
        'mh:"Drug Eruptions" OR heading:"Rash/chemically induced"',
    ),
    ("(skin next rash*):ti,ab,kw (Word variations have been searched)", 'tiab:"skin rash*"~0'),
    (
        "TITLE(imatinib) AND ABS(rash) AND PUBYEAR > 2010",
        "title:imatinib AND abstract:rash AND date:2011..",
    ),
    ("TS=(imatinib) AND PY=(2010-2020)", "tw:imatinib AND year:2010..2020"),
    (
        '(MH "Drug Eruptions+") OR TI skin rash OR AB rash',
        'mh:"Drug Eruptions" OR title:"skin rash" OR abstract:rash',
    ),
    ('ti,ab(imatinib) AND SU.EXACT("Rash")', 'tiab:imatinib AND heading:"Rash"'),
    ("Search: imatinib AND rash Sort by: Most Recent", "imatinib AND rash"),
    ("exp clinical trials, phase iv/", 'mh:"clinical trials, phase iv"'),
    ("exp trials, phase iv/ or rash.ti.", 'mh:"trials, phase iv" OR title:rash'),
    ("rash AND exp and/or both", "rash AND exp AND and/or AND both"),
    ("TITLE-ABS-KEY(rash) AND NOT INDEX(medline) AND SUBJAREA(medi)", "tiab:rash"),
    ("'drug eruption'/exp/dm_si,dm_dt AND rash", 'mh:"drug eruption" AND rash'),
    ("rash:ti with Cochrane Library publication date to Dec 2020, in Trials", "title:rash"),
    ("imatinib and rash.m_titl.", "imatinib AND title:rash"),
    ("AB,TI(imatinib) AND KW=(rash)", "tiab:imatinib AND keywords:rash"),
    ('DE "Drug Therapy" AND TX imatinib', 'heading:"Drug Therapy" AND tw:imatinib'),
    # what PubMed has besides, and slips in its tags
    ("12345678,23456789", "12345678 23456789"),
    ("12345678,23456789[pmid] AND rash", "(pmid:12345678 OR pmid:23456789) AND rash"),
    ("rash 12345678[pmid]", "rash AND pmid:12345678"),
    ("imatinib[ti,ab] OR rash[mesh:exp]", "tiab:imatinib OR mh:rash"),
    ("imatinib AND 2019/01/01:3000[crdt]", "imatinib"),
    ("imatinib AND fha[filter]", "imatinib AND has:abstract"),
    ("2010 to 2020[dp]", "date:2010..2020"),
    ("year:[2010 TO 2020] AND date:[2010 TO *]", "year:2010..2020 AND date:2010.."),
    ("imatinib AND (rash[tiab) AND fever", "imatinib AND tiab:rash AND fever"),
    ("rash [in press", "rash in press"),
    # titles are no strategies, whatever they look like
    ("PD-1/PD-L1 and autoimmunity", "PD-1/PD-L1 and autoimmunity"),
    ("adenoma on FDG PET/CT", "adenoma on FDG PET/CT"),
    ("FDG PET/CT AND adenoma", "FDG AND PET/CT AND adenoma"),
    ("the O/ME-SA/Ind-2001 lineage or goats", "the O/ME-SA/Ind-2001 lineage or goats"),
    ("A study in <em>Ovis</em> and goats", "A study in em>Ovis</em and goats"),
    ("pump inhibitor/ ranitidine or none", "pump inhibitor ranitidine or none"),
    ("a study using Next generation sequencing", "a study using Next generation sequencing"),
]


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_a_query_is_read_as(text: str, reading: str) -> None:
    assert str(parse(text).tree) == reading


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_the_reading_parses_to_the_same_tree(text: str, reading: str) -> None:
    assert parse(reading).tree == parse(text).tree


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("a AND b OR c", "left to right: (a AND b) OR c"),
        ("rash OR skin eruption", "left to right"),
        ("tilte:imatinib", "title is"),
        ("rash[tittle]", "title is"),
        ("rash[ad]", "no affiliations"),
        ('(rash) AND (db:("LILACS"))', "“db:” is not a field; searched as a word"),
        ("free full text[sb] AND rash", "“free full text”"),
        ("rash or fever", "write OR"),
        ("rash Or fever", "“Or” is searched as a word; write OR"),
        ("imatinib AND rash and fever", "“and” is searched as a word; write AND"),
        ("imatinib AND ()", "“()” has nothing in it"),
        ('imatinib AND ""', "has nothing to search for"),
        ("(rash or fever).ti,ab.", "“or” in small letters: read as “OR”"),
        ('exp "Drug Eruptions"/', '/” was read as "Drug Eruptions"[mh]'),
        ("imatinib NOT [medline]/lim", "“[medline]/lim” was left out"),
        ("imatinib.nm.", "no substances"),
        ("imatinib.ti,ab,rn.", "“rn” in “.ti,ab,rn.” is no field here"),
        ("tumo?r.ti,ab.", "one letter or none"),
        ("(skin rash).ti.", "“skin rash” was read as a phrase, as Ovid does"),
        ("skin rash$.ti,ab.", "read as “skin rash*”"),
        ("imatinib AND 2019:3000[crdt]", "no entry dates ([crdt]); “2019:3000” was left out"),
        ("imatinib AND rash[tiab", "“[tiab” was read as [tiab]"),
        ("rash | fever AND itch", "“|” has nothing to search for and was left out; write OR"),
        ("(a adj3 b) adj2 (c AND d)", "searched with AND instead"),
        ("imatinb~7", "1 or 2 edits"),
        ("2021:2012[dp]", "turned round"),
        ("soon[dp]", "is not a date"),
        ("[ti] AND rash", "nothing before it"),
        ("#1 OR rash", "#1 names a line"),
        ("!!!", "nothing to search for"),
        ("* rash", "among words"),
        (" ".join(f"w{n}" for n in range(300)), "only the first 200 of 300"),
    ],
)
def test_what_is_changed_is_a_warning(text: str, warning: str) -> None:
    assert any(warning in each for each in parse(text).warnings), parse(text).warnings


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("", "the query is empty", 0),
        (" \n", "the query is empty", 0),
        ("rash (fever", "never closed", 5),
        ("rash) fever", "never opened", 4),
        ('rash "fever', "no partner", 5),
        ("AND rash", "nothing before AND", 0),
        ("rash OR", "nothing after OR", 5),
        ("rash NOT", "nothing after NOT", 5),
        ("rash AND OR fever", "follows another", 9),
        ("(" * 65 + "a" + ")" * 65, "deeper than 64", 64),
        (" AND ".join(["a b"] * 600), "more than 1,000", 0),
        ("a AND b OR " * 100 + "c", "take turns", 0),
        ("a" * 50_001, "longer than", 0),
    ],
)
def test_a_real_mistake_names_its_place(text: str, message: str, position: int) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse(text)
    assert position == 0 or caught.value.position == position


def test_pubmeds_filters_of_years_count_back_from_today() -> None:
    for text in ("y_5[Filter]", "in the last 5 years[filter]"):
        assert parse(text).tree == parse('"last 5 years"[dp]').tree


def test_match_all_requires_every_plain_word() -> None:
    assert str(parse('imatinib "skin rash" -fever', match="all").tree) == (
        'imatinib AND "skin rash" NOT fever'
    )


def test_plain_words_are_ranked_and_one_word_is_itself() -> None:
    assert isinstance(parse("imatinib rash").tree, tree.Words)
    assert parse("imatinib").tree == tree.Word("imatinib")


PIECES = r"""
a rash " ( ) [ ] [ti] [dp] [tiab:~5] [foo] AND OR NOT and title: any: date: has: + - * ? ~ ~2 ..
2012 : 2012..2021 >=2015 , . / exp .ti,ab. ' #1 foo: tilte: “ – [sb] review [au] J é α
adj3 NEAR/2 or not "a"/ b/ae ‘ ’ [mh /exp /lim {OR #1-#2} or/1-2 wom#n tumo?r $ TI MH PUBYEAR
"""
SPACED = [*PIECES.split(), *[" "] * 8]


@given(st.one_of(st.lists(st.sampled_from(SPACED), max_size=14).map("".join), st.text(max_size=40)))
def test_any_text_is_read_or_refused_and_its_reading_is_stable(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
    else:
        assert parse(str(query.tree)).tree == query.tree


@settings(max_examples=drawn(short=150, long=300))
@given(trees())
def test_a_tree_written_down_parses_to_itself(node: tree.Node) -> None:
    assert parse(str(node)).tree == node


LIKE_WORDS = st.sampled_from([
    "rash", "AND", "and", "or", "OR", "not", "NOT", "adj", "adj3", "ADJ3", "adjuvant", "near",
    "NEAR", "near3", "Next", "hasabstract", "HASABSTRACT", "2012", "12345678", "pmc123", "10", "é",
    "αβ", "ß", "东", "IL5", "\u01c5", "²",
])  # fmt: skip


@given(
    st.one_of(
        st.lists(LIKE_WORDS, min_size=1, max_size=6).map(" ".join),
        st.lists(LIKE_WORDS, min_size=190, max_size=210).map("  ".join),
        st.lists(LIKE_WORDS, min_size=2, max_size=5).map(" AND ".join),
        st.lists(LIKE_WORDS, min_size=1, max_size=4).map(lambda words: f'"{"  ".join(words)} "'),
        st.text("ab 1é-*\u00a0\u2028\t", min_size=1),
    ).filter(str.strip),
    st.sampled_from(["any", "all"]),
)
def test_simple_queries_are_read_quickly_as_they_would_be_slowly(text: str, match: Match) -> None:
    def read(parse: Callable[[], Query]) -> Query | str:
        try:
            return parse()
        except QueryError as error:
            return str(error)

    assert read(lambda: parse(text, match=match)) == read(lambda: parse_line(text, match, None))


HOSTILE = [
    "(", ")", "[", "]", '"a" ', "a ", "a*", "a[", "a(b", "[ti]", "a[ti] ", "a OR ", "-", "x:", "~",
    "a AND b OR ", "tilte:a ", "abcd:e ", "NOT ", "((a)) ", ",", "a,", "aaa,", "'a", "..", "2012:",
    "a adj3 ", "exp ", "a/", "'a b", "A b", "(a)adj3 ", "limit 1 to ", "or/1-", "{or #1", '[mh "',
    "MeSH descriptor: [", "TI a ", "a#b", "A/ae", '"a"/', "TITLE(", "exp a ", "a or ", "#1 ",
    "[a](", "a[b]c", "(a[", "x.ti,", "\xa0", "é", "α-", "HLA*1",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_kilobytes_of_anything_are_read_or_refused_within_a_second(piece: str) -> None:
    started = time.process_time()
    with contextlib.suppress(QueryError):
        make_plan(parse((piece * 10_000)[:10_000]).tree)
    assert time.process_time() - started < 1


MORE = [
    "adj ", "adj3 ", "NEAR/2 ", "near ", "OR ", "AND ", "+", "[tiab:~3]", "[dp]", "[sb]", "[sh]",
    "[mh]", "[xx]", "~3", "~s", '""', "*", "?", "any:(", "has:", "doi:", "/exp", ":ti,ab", "TS=(",
    "2012..2013", "hasabstract ", "\ud800", "\0", "漢字", "\n", "{", "|",
]  # fmt: skip


@settings(max_examples=drawn(short=300, long=3000))
@given(st.lists(st.sampled_from(HOSTILE + MORE), min_size=1, max_size=6).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(QueryError):
        make_plan(parse(text).tree)
