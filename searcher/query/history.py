"""A search history as its host prints it: numbered rows of queries amid what else is printed.

Its numbers tell it: they count up from one or down to one, all written in one way, or stand in a
column of a table. Then what stands above the first of them is no query, and a line without a number
belongs to the row above it. In any other file each line is a query.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from searcher.errors import QueryError
from searcher.frozen import replace
from searcher.query.beside import holds_words, tell, without_cells, without_counts

Lines = Sequence[tuple[int, str]]
"""Lines of the file with their places, from 1."""

MAX_ROWS = 10_000
"""Lines with anything on them: to look for rows takes the longer for each, the more there are."""

MOST_GONE = 3
"""Rows in a run that may have been deleted, where a bare number is still taken for the next one."""

_NUMBER = re.compile(
    r"['\"]?(?P<kind>#\s?|S|L|(?:Line|Set|Search|Step)\s#?)?(?P<number>\d{1,6})['\"]?"
    r"(?P<mark>[.):]?)(?=\s|$)(?!\s*(?:and|or|not)\b(?!/))\s*",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"//|#(?!\d)")
_DATABASES = re.compile(r"(?:Indexes|Editions?|DocType|Databases?|Timespan)\s*[=:]")
_OPERATOR = r"(?:and|or|not|adj\d*|near/\d+)"
_OPEN_END = re.compile(rf"(?:\b{_OPERATOR}|[(,\[])$", re.IGNORECASE)
_OPEN_START = re.compile(rf"(?:{_OPERATOR}\b|[),.\]])", re.IGNORECASE)
_ASKED = re.compile(r"Search:?\s+(?=\S)", re.IGNORECASE)
_EBSCO_FIELD = re.compile(r"\b(TI|AB|TX|SU|AU|SO) (?![(\"])((?:(?! (?:AND|OR|NOT) |[()]).)+)")
_LIMITS = re.compile(r"filter|limit", re.IGNORECASE)
_QUERY_NAMES = (
    "query", "queries", "searches", "searched for", "search terms", "search query",
    "search statement", "search string", "search strategy", "search",
)  # fmt: skip
_NUMBER_NAMES = (
    "#", "no", "no.", "nr", "nr.", "id", "search", "search number", "search no.", "search id#",
    "set", "set#", "s#", "line", "step",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One query of a file: the line where it begins, its text, and where it carries a number, that
    and how it is written: what stands before it and behind it."""

    place: int
    text: str
    number: int | None = None
    form: tuple[str, str] = ("", "")
    below: tuple[str, ...] = ()
    """Lines of the file that go on with it."""


def read_history(lines: Iterable[str]) -> tuple[list[Row], tuple[str, ...]]:
    """The queries of a file, each after those that it may refer to, and what there is to say of
    how they were found; raises QueryError for more lines than any history has."""
    notes: list[str] = []
    found: list[tuple[int, str]] = []
    for place, line in enumerate(lines, 1):
        if holds_words(text := line.strip("\ufeff \r\n")):
            found.append((place, text))
        if len(found) > MAX_ROWS:
            raise QueryError(f"the file has more than {MAX_ROWS:,} lines; --batch asks each")
    rows = _read_table(found, notes) or _read_numbered(found, notes)
    if not rows:
        rows = [Row(place, text) for place, text in found if not _COMMENT.match(text)]
    own = [row for row in rows if row.number is not None] or rows
    read = dict(zip(own, _of_host(own, notes), strict=True)) if own else {}
    rows = [read.get(row, row) for row in rows]
    numbers = [row.number or 0 for row in rows]
    if len(rows) > 1 and all(a > b for a, b in itertools.pairwise(numbers)):
        notes.append(
            f"the numbers go down: read from the last line up, so that #{numbers[0]} answers"
        )
        rows.reverse()
    return rows, tuple(notes)


def _read_table(found: Lines, notes: list[str]) -> list[Row]:
    """The rows of a table whose heading names the columns of numbers and of queries."""
    for start, (_, heading) in enumerate(found):
        for cells_of in _tabbed, _with_commas:
            names = next(cells_of([(0, heading)]))[1]
            columns = _columns([name.strip().casefold() for name in names])
            if columns is None:
                continue
            table = list(cells_of(found[start + 1 :]))
            rows, beside = _table_rows(table, *columns)
            if rows:
                others = [name for at, name in enumerate(names) if at not in columns and name]
                tell(notes, "above the table", [text for _, text in found[:start]])
                tell(notes, "its other columns", others)
                tell(notes, "limits that rows were searched with", _limits(names, table))
                tell(notes, "its rows without a number", beside)
                return rows
    return []


def _columns(names: list[str]) -> tuple[int, int] | None:
    """Where the numbers and the queries stand, by the names of the columns."""
    query = next((names.index(name) for name in _QUERY_NAMES if name in names), -1)
    number = next((at for at, name in enumerate(names) if name in _NUMBER_NAMES), query)
    return (number, query) if number != query else None


def _table_rows(
    table: Iterable[tuple[int, list[str]]], number: int, query: int
) -> tuple[list[Row], list[str]]:
    """The rows with a number and a query; and what else stands there, but lines of one cell below
    a row, which go on with it."""
    rows: list[Row] = []
    beside: list[str] = []
    for place, cells in table:
        enough = len(cells) > max(number, query)
        row = (
            _numbered(place, f"{cells[number].strip()} {cells[query].strip()}") if enough else None
        )
        if row:
            rows.append(row)
        elif rows and len(cells) == 1 and not _DATABASES.match(cells[0]):
            rows[-1] = _with_below(rows[-1], cells[0])
        else:
            beside.append(" ".join(cells))
    return rows, beside


def _limits(names: list[str], table: Sequence[tuple[int, list[str]]]) -> list[str]:
    """What columns of filters and limiters hold."""
    columns = [at for at, name in enumerate(names) if _LIMITS.search(name)]
    cells = [cells[at].strip() for _, cells in table for at in columns if at < len(cells)]
    return [cell for cell in cells if cell and not cell.startswith("Expanders")]


def _tabbed(lines: Lines) -> Iterator[tuple[int, list[str]]]:
    for place, text in lines:
        yield place, text.split("\t")


def _with_commas(lines: Lines) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(f"{text}\n" for _, text in lines)
    begins = 0
    try:
        for cells in reader:
            yield lines[begins][0], cells
            begins = reader.line_num
    except csv.Error as error:
        raise QueryError(f"line {lines[begins][0]}: {error}", lines[begins][1]) from None


def _numbered(place: int, text: str) -> Row | None:
    """The row that a line begins; none for "#1 AND #2", which refers to others."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    form = (found["kind"] or "").removesuffix(" #").strip().casefold(), found["mark"]
    return Row(place, text[found.end() :], int(found["number"]), form)


def _read_numbered(found: Lines, notes: list[str]) -> list[Row]:
    """The rows whose numbers count, each with the lines below it that have none."""
    found = [(place, text) for place, text in found if _is_query(text)]
    numbered = [_numbered(place, text) for place, text in found]
    forms = dict.fromkeys(row.form for row in numbered if row)
    chain = max((_longest_count(numbered, form) for form in forms), key=len, default=[])
    places = [place for place, _ in found]
    if len(chain) < 2 or _are_implied(chain, places):
        return []
    _refuse_second(numbered, chain[0].form)
    begins = {row.place for row in chain}
    rows: list[Row] = []
    above, beside = [], []
    for place, text in found:
        if place in begins:
            rows.append(chain[len(rows)])
        elif not rows:
            above.append(text)
        elif _DATABASES.match(text):
            beside.append(text)
        elif len(rows) < len(chain) or _goes_on(rows[-1].text, text):
            rows[-1] = _with_below(rows[-1], text)
        else:
            rows.append(Row(place, text))
    tell(notes, "above the first number", above)
    tell(notes, "below the queries", beside)
    return rows


def _is_query(text: str) -> bool:
    return not _COMMENT.match(text) or _numbered(0, text) is not None


def _with_below(row: Row, text: str) -> Row:
    return replace(row, below=(*row.below, text.strip()))


def _longest_count(numbered: Sequence[Row | None], form: tuple[str, str]) -> list[Row]:
    """The rows of this form that count up or down; without a sign of a row, a number must be about
    the next one, from one or to one: 5 fluorouracil is no row."""
    rows = [row for row in numbered if row and row.form == form]
    about_next = form == ("", "")
    up = _count_up(rows, about_next)
    down = _count_up(rows[::-1], about_next)
    return max(up, down[::-1], key=len)


def _count_up(rows: Iterable[Row], about_next: bool) -> list[Row]:
    count: list[Row] = []
    last = 0
    for row in rows:
        number = row.number or 0
        if number == 1 and len(count) == 1:
            count = []  # the first was a date or the like
        elif number <= last or (about_next and number > last + MOST_GONE):
            continue
        count.append(row)
        last = number
    return count


def _refuse_second(numbered: Sequence[Row | None], form: tuple[str, str]) -> None:
    """Raises QueryError where the numbers begin again: #1 would be either strategy's."""
    rows = [row for row in numbered if row and row.form == form]
    starts = [a for a, b in itertools.pairwise(rows) if (a.number, b.number) == (1, 2)]
    if len(starts) > 1:
        message = f"line {starts[1].place}: the numbers begin again; one file holds one strategy"
        raise QueryError(message, starts[1].text)


def _are_implied(chain: Sequence[Row], places: Sequence[int]) -> bool:
    """Whether the lines between rows are queries, that have the numbers which are left out."""
    missing = [abs((b.number or 0) - (a.number or 0)) - 1 for a, b in itertools.pairwise(chain)]
    order = {place: at for at, place in enumerate(places)}
    at = [order[row.place] for row in chain]
    between = [b - a - 1 for a, b in itertools.pairwise(at)]
    return any(between) and between == missing


def _goes_on(above: str, text: str) -> bool:
    """Whether a line below the last number belongs to that row, which it would not as a query."""
    opened = not above or above.count("(") > above.count(")")
    return bool(opened or _OPEN_END.search(above) or _OPEN_START.match(text))


def _of_host(rows: list[Row], notes: list[str]) -> list[Row]:
    """The rows, whole, without what their host prints beside a query and with its references as
    ours; what is printed beside is told by standing in all of several rows."""
    texts = [row.text.strip() for row in rows]
    if len(rows) > 1:
        texts = without_counts(without_cells(texts, notes), notes)
    texts = [" ".join((text, *row.below)) for text, row in zip(texts, rows, strict=True)]
    if len(rows) > 1:
        texts = without_counts(texts, notes)  # which may end the last of a row's lines
        if all(map(_ASKED.match, texts)):
            texts = [_ASKED.sub("", text, count=1) for text in texts]
    kind = rows[0].form[0]
    if kind not in ("", "#"):
        reference = re.compile(rf'("[^"]*")|\b{kind}\s?#?(\d{{1,6}})\b', re.IGNORECASE)
        texts = [reference.sub(lambda m: m[1] or f"#{m[2]}", text) for text in texts]
    if kind == "s":
        texts = [_EBSCO_FIELD.sub(r"\1 (\2)", text) for text in texts]
    return [replace(row, text=text, below=()) for row, text in zip(rows, texts, strict=True)]
