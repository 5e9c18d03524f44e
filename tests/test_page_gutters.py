"""Pages whose columns of print stand side by side, parted by blanks."""

from __future__ import annotations

from searcher.formats.page.lines import read_lines
from searcher.formats.page.reader import read_page

HEAD = (
    "Ward Letters (2015) 33:41-46\n\nFever after tonic water in old sailors\n\nAnn Hill, Bo Lee\n\n"
)
LEFT = (
    "Abstract Tonic water is sold in every port of",
    "the north, and few of those who drink it know",
    "that it holds quinine. We followed forty old",
    "sailors for a winter and took their temperature",
    "on each day of it. Nine had a fever that came",
    "and went with the glass; all of the others",
)
RIGHT = (
    "stayed well until the ship was back in port.",
    "Keywords Fever; Tonic water; Sailors",
    "Introduction",
    "Quinine has been sold in ports for long [1],",
    "and it was known to sailors before that [2].",
    "Few of them have been asked for their fever.",
)


def side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    lines = (f"{one:<60}{other}".rstrip() for one, other in zip(left, right, strict=True))
    return "\n".join(lines) + "\n"


def test_columns_side_by_side_are_read_one_below_the_other() -> None:
    lines = [line for line in read_lines(HEAD + side_by_side(LEFT, RIGHT)) if line.number > 6]
    assert [line.text for line in lines] == [*LEFT, *RIGHT]
    assert [line.number for line in lines] == [*range(7, 13), *[12] * 6]


def test_an_abstract_goes_on_at_the_head_of_the_second_column() -> None:
    record = read_page(HEAD + side_by_side(LEFT, RIGHT))
    assert record.abstract is not None
    assert record.abstract.endswith("the others stayed well until the ship was back in port.")
    assert record.keywords == ("Fever", "Tonic water", "Sailors")


def test_cells_of_a_table_stay_on_their_rows() -> None:
    rows = tuple(f"Sailor {number}" for number in range(8))
    cells = tuple(f"{number} days" for number in range(8))
    lines = [line.text for line in read_lines(side_by_side(rows, cells))]
    assert lines[0] == "Sailor 0 0 days"
