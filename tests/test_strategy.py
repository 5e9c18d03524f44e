"""Files of numbered queries: references, mistakes, and ten strategies as reviews publish them."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference import ReferenceIndex

from searcher.errors import QueryError
from searcher.query.parser import parse
from searcher.query.plan import make_plan
from searcher.query.strategy import parse_strategy
from searcher.record import Record

DATA = Path(__file__).parent / "data"
HISTORIES = sorted(path for path in (DATA / "histories").iterdir() if path.suffix != ".json")
STRATEGIES = sorted((DATA / "strategies").glob("*.txt"))


def readings(*lines: str) -> list[tuple[int, str]]:
    return [(line.number, str(line.query.tree)) for line in parse_strategy(lines)]


def test_lines_are_numbered_from_one_and_refer_to_lines_before() -> None:
    assert readings("rash[ti]", "", "// both of them", "fever[ti]", "#1 OR #2") == [
        (1, "title:rash"),
        (2, "title:fever"),
        (3, "title:rash OR title:fever"),
    ]


@pytest.mark.parametrize("form", ["#7 {}", "#7. {}", "7. {}", "7) {}", "7\t{}", "#7: {}"])
def test_a_line_may_carry_its_number(form: str) -> None:
    assert readings(form.format("rash"), "#7 NOT fever") == [(7, "rash"), (8, "rash NOT fever")]


def test_a_number_that_is_known_or_before_an_operator_is_a_reference() -> None:
    assert readings("#1 rash", "#2 fever", "#3 #1 AND #2", "#3 NOT itch", "#1 #2")[2:] == [
        (3, "rash AND fever"),
        (4, "rash AND fever NOT itch"),
        (5, "rash AND fever"),
    ]


def test_neighbouring_words_are_anded_unless_asked_otherwise() -> None:
    assert str(parse_strategy(["skin rash"])[0].query.tree) == "skin AND rash"
    assert str(parse_strategy(["skin rash"], match="any")[0].query.tree) == "skin rash"


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("1 or 2", "rash OR fever"),
        ("1 AND 2", "rash AND fever"),
        ("or/1-2", "rash OR fever"),
        ("{AND #1-#2}", "rash AND fever"),
        ("2 not itch.ti.", "fever NOT title:itch"),
        ("#1 and (#2 or itch)", "rash AND (fever OR itch)"),
        ("limit 2 to (english language and yr=\"2010 -Current\")",
         "fever AND language:english AND date:2010..3000"),
        ('limit 2 to (humans and "all adult (19 plus years)")', "fever AND mh:humans"),
        ("limit 2 to (english or french)", "fever AND (language:english OR language:french)"),
        ("limit 2 to (english or klingon)", "fever"),
        ("remove duplicates from 2", "fever"),
        ("2012 OR 2013", "2012 OR 2013"),
        ("type 2 AND itch", "type AND 2 AND itch"),
    ],
)  # fmt: skip
def test_lines_are_named_as_other_hosts_name_them(line: str, reading: str) -> None:
    assert readings("rash", "fever", line)[2] == (3, reading)


def test_numbers_with_only_a_blank_behind_are_numbers_where_all_lines_have_them() -> None:
    assert readings("1 rash", "2  fever", "3 1 or 2")[2] == (3, "rash OR fever")
    assert readings("1 rash", "fever")[0] == (1, "1 AND rash")


def test_what_was_found_elsewhere_is_no_part_of_a_line() -> None:
    lines = parse_strategy(["1. rash (1,234)", "2. fever (56)", "3. 1 and 2 (7)"])
    assert [str(line.query.tree) for line in lines] == ["rash", "fever", "rash AND fever"]
    assert "“(1,234)” and its like" in lines[0].query.warnings[0]
    assert readings("rash (12)", "fever")[0] == (1, "rash AND 12")


def test_a_history_whose_numbers_go_down_is_read_from_its_end() -> None:
    lines = parse_strategy(["#3 #1 AND #2", "#2 fever", "#1 rash"])
    assert [line.number for line in lines] == [1, 2, 3]
    assert [line.place for line in lines] == [3, 2, 1]
    assert str(lines[-1].query.tree) == "rash AND fever"
    assert "numbers go down" in lines[0].query.warnings[0]


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_a_copied_history_is_read_as_its_host_prints_it(path: Path) -> None:
    """The readings stand beside each history, and what is said of what was left out."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    lines = parse_strategy(path.read_text(encoding="utf-8").splitlines())
    said = [warning for line in lines for warning in line.query.warnings]
    assert {str(line.number): str(line.query.tree) for line in lines} == expected["rows"]
    assert [each for each in said if "left out" in each or "go down" in each] == expected["said"]


def test_limits_beside_the_queries_of_a_table_are_said() -> None:
    heading = "Search number,Query,Filters,Results"
    line = parse_strategy([heading, '1,rash,"Case Reports, from 2010 - 2020",77'])[0]
    assert str(line.query.tree) == "rash"
    limits = "limits that rows were searched with: “Case Reports, from 2010 - 2020”"
    assert f"left out, {limits}" in line.query.warnings


def test_a_row_of_a_table_goes_on_in_a_line_without_cells() -> None:
    lines = ["#\tQuery\tHits", "1\timatinib AND\t12", "rash", "Page\t1\t", "2\tfever\t3"]
    assert readings(*lines) == [(1, "imatinib AND rash"), (2, "fever")]
    said = parse_strategy(lines)[0].query.warnings
    assert any("rows without a number: “Page 1 ”" in each for each in said)


def test_a_single_row_is_whole_and_nothing_is_taken_off_it() -> None:
    assert readings("#\tQuery", "1\timatinib AND", "rash") == [(1, "imatinib AND rash")]
    assert readings("Search results (12)") == [(1, "Search AND results AND 12")]


def test_numbers_of_one_kind_count_past_numbers_of_another() -> None:
    lines = ["1. type", "2 diabetes OR", "3 diseases", "2. fever"]
    assert readings(*lines) == [(1, "(type AND 2 AND diabetes) OR (3 AND diseases)"), (2, "fever")]


def test_rows_that_were_deleted_leave_gaps() -> None:
    assert readings("Strategy", "1 rash (7)", "2 fever (8)", "4 1 or 2 (9)")[2] == (
        4,
        "rash OR fever",
    )


def test_drugs_with_numbers_are_no_rows() -> None:
    assert readings("5 fluorouracil", "6 mercaptopurine") == [
        (1, "5 AND fluorouracil"),
        (2, "6 AND mercaptopurine"),
    ]


def test_lines_that_begin_with_a_reference_are_no_rows() -> None:
    assert readings("rash", "fever", "#1 OR #2", "#2 AND itch")[2:] == [
        (3, "rash OR fever"),
        (4, "fever AND itch"),
    ]


def test_numbers_of_a_query_are_kept_where_nothing_tells_that_they_are_counts() -> None:
    assert readings("1. vitamin B 12", "2. type 2") == [
        (1, "vitamin AND B AND 12"),
        (2, "type AND 2"),
    ]
    assert readings("1. rash 1,234", "2. fever 12") == [(1, "rash"), (2, "fever")]


def test_wide_blanks_within_queries_part_nothing() -> None:
    assert readings("1. skin  rash", "2. night  fever") == [
        (1, "skin AND rash"),
        (2, "night AND fever"),
    ]


def test_a_line_in_the_middle_that_is_a_comment_is_no_part_of_a_row() -> None:
    assert readings("#1 rash", "// the drug", "# the drug", "#2 fever") == [
        (1, "rash"),
        (2, "fever"),
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["", "#1 ", "#2 ", "1. ", "2. ", "S1\t", "1\t", "#\tQuery", "No,Query,"]
            ),
            st.sampled_from(
                ["rash", "1 and 2", "#1 OR #2", "TI fever", "(12)", "\t1,234", '"', ""]
            ),
            st.sampled_from(["", " 12", "  1,234", "\t7", " or", "//"]),
        ).map("".join),
        max_size=6,
    )
)
def test_whatever_the_lines_are_they_are_read_or_refused(lines: list[str]) -> None:
    with contextlib.suppress(QueryError):
        for line in parse_strategy(lines):
            assert 1 <= line.place <= len(lines)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["#1 OR rash"], "line 1: there is no line #1"),
        (["rash", "#2 OR #3"], "line 2: there is no line #2"),
        (["rash", "1 or 7"], "line 2: there is no line #7"),
        (["rash", "", "(fever"], "line 3: this parenthesis is never closed"),
        (["", "// nothing"], "holds no query"),
        (
            ["1. rash", "2. fever", "Embase", "1. itch", "2. pain"],
            "line 4: the numbers begin again",
        ),
        (["rash"] * 1001, "more than 1,000 queries"),
        (["a b", *(f"(#{n} OR x{n}) (#{n} OR y{n})" for n in range(1, 30))], "1,000 clauses"),
    ],
)
def test_a_mistake_names_its_line(lines: list[str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse_strategy(lines)


@pytest.mark.parametrize("path", STRATEGIES, ids=lambda path: path.stem)
def test_a_published_strategy_runs_unchanged(path: Path) -> None:
    """Counts per line stand beside the strategy, for the records of the search cases."""
    shapes = json.loads((DATA / "cases" / "corpus.json").read_text(encoding="utf-8"))
    index = ReferenceIndex((shape["docid"], Record.from_json(shape)) for shape in shapes)
    lines = parse_strategy(path.read_text(encoding="utf-8").splitlines())
    counts = {
        str(line.number): len(index.search(make_plan(line.query.tree).clause)) for line in lines
    }
    expected = json.loads(path.with_suffix(".counts.json").read_text(encoding="utf-8"))
    assert counts == expected
    for line in lines:
        assert parse(str(line.query.tree)).tree == line.query.tree


def test_there_are_ten_strategies_of_five_to_thirty_lines() -> None:
    assert len(STRATEGIES) == 10
    for path in STRATEGIES:
        assert 5 <= len(parse_strategy(path.read_text(encoding="utf-8").splitlines())) <= 30


def test_a_file_of_more_lines_than_any_history_is_refused_before_it_is_read() -> None:
    lines = (f"{number}. rash\n" for number in range(1, 10_002))
    with pytest.raises(QueryError, match="more than 10,000 lines"):
        parse_strategy(lines)
