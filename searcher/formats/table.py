"""CSV and TSV with a header: PubMed's, Scopus', Zotero's, Embase's and anybody's own tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import Format, at_least_one
from searcher.formats.column_names import column_of
from searcher.formats.keyed import record_of
from searcher.formats.part_names import plain_name
from searcher.record import Record

CELL_LIMIT = 16 << 20
"""Characters of the largest cell."""

_DELIMITERS = (",", "\t", ";", "|")
_HEADER_WITHIN = 10
_ROWS_TRIED = 5

_UNKNOWN = 0.55
"""More than that of text: a table whose columns are not known is refused, not read as a page."""

_UNKNOWN_COLUMNS = 4

_TITLE = re.compile(r"ti(?:tle|t?tel|tre|tulo|tolo|(?<!\w..)\b)|título")
"""What stands in a header with a column for titles, in lower case; other alphabets apart."""

_FORMULA = re.compile(r'^="(.*)"$', re.DOTALL)
"""What keeps a spreadsheet from reading digits as a number: ="0123"."""

_NOTHING = frozenset({"", "nan", "NaN", "NULL", "null", "None", "NA", "N/A", "#N/A"})
"""What programs write into a cell that is empty."""

_FLOAT = re.compile(r"(\d+)\.0")
"""What becomes of a number where some cell of its column is empty: 12.0."""

_WEB_OF_SCIENCE = frozenset({"pt", "au", "bp", "pg", "ut"})
"""Tags which together head the tables of Web of Science; each alone means other things."""

csv.field_size_limit(CELL_LIMIT)


def detect(head: str, extension: str) -> float:
    lines = head.split("\n", _HEADER_WITHIN)
    titled = _is_titled("\n".join(lines[:_HEADER_WITHIN]))
    if not titled and extension not in FORMAT.extensions:
        return 0.0
    for number, line in enumerate(lines[:_HEADER_WITHIN]):
        if extension not in FORMAT.extensions and not _is_titled(line):
            continue
        for delimiter in filter(line.__contains__, _DELIMITERS):
            header = _row(line, delimiter)
            known = _columns(header)
            if len(known) > 1 and "title" in known:
                rows = [row for rest in lines[number + 1 :] for row in rest.split("\n")]
                if not _has_rows(rows, len(header), delimiter):
                    continue  # a menu of words that columns could have, not a table
                if len(known) > 2 or extension in FORMAT.extensions:
                    return 0.95 if len(known) > 2 else 0.6
    return _UNKNOWN if extension in FORMAT.extensions and _is_even(lines) else 0.0


def _is_titled(text: str) -> bool:
    return _TITLE.search(text.lower()) is not None


def _is_even(lines: list[str]) -> bool:
    """Whether lines are rows of a table, whatever its columns are called: of as many cells each."""
    for delimiter in filter(lines[0].__contains__, _DELIMITERS) if lines else ():
        lengths = list(map(len, _first_rows(lines, delimiter)))
        if len(lengths) > 1 and len(set(lengths)) == 1:
            return lengths[0] >= _UNKNOWN_COLUMNS
    return False


def _has_rows(lines: list[str], columns: int, delimiter: str) -> bool:
    """Whether one of the rows behind a header has about as many cells as it."""
    rows = _first_rows(lines, delimiter)
    return not rows or max(map(len, rows)) > max(1, columns // 2)


def _first_rows(lines: list[str], delimiter: str) -> list[list[str]]:
    """The first rows that are not empty."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter)
    with suppress(csv.Error):
        return list(islice((row for row in reader if any(row)), _ROWS_TRIED))
    return [[]]


def parse(document: Document) -> Iterator[Record]:
    otherwise = "holds no row with a title or an abstract"
    return at_least_one(_records(document), document.path, otherwise, each_is_one=True)


def _records(document: Document) -> Iterator[Record | None]:
    number, delimiter, header = _find_header(document)
    columns = _columns(header)
    for row, lines in _rows(document, number, delimiter):
        if row == header or not any(map(str.isalnum, "".join(row))):
            continue  # of a second table, or a line between rows
        parts: dict[str, Any] = {}
        names: dict[str, str] = {}
        for part, candidates in columns.items():
            for column in candidates:
                if column < len(row) and row[column] not in _NOTHING:
                    cell = _FORMULA.sub(r"\1", row[column])
                    whole = _FLOAT.fullmatch(cell)
                    parts[part] = whole[1] if whole else cell
                    names[part] = header[column]
                    break
        if len(parts) > 1 or "title" in parts or "abstract" in parts:  # else it is a remark
            yield record_of(parts, names, lines)


def _rows(
    document: Document, header: int, delimiter: str
) -> Iterator[tuple[list[str], tuple[int, int]]]:
    """The rows below the header, each with its first and last line."""
    quotes = [0]
    reader = csv.reader(_ended(document.lines(), header, quotes), delimiter=delimiter)
    last = first = 0
    while True:
        last, first = first, header + reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            if quotes[0] % 2 and first - last > 1:
                reason = f"a quote in the row of line {last} has no end: all behind it is one cell"
                raise InputError(document.path, reason) from None
            return
        except csv.Error as error:
            raise InputError(document.path, f"the row of line {first}: {error}") from error
        yield row, (first, header + reader.line_num)


def _ended(lines: Iterable[str], skipped: int, quotes: list[int]) -> Iterator[str]:
    """The lines after the first ones, with their ends, which quoted cells may hold.

    quotes: how many quotation marks stood in them is added to its one number.
    """
    for line in islice(lines, skipped, None):
        if '"' in line:
            quotes[0] += line.count('"')
        yield line + "\n"


def _find_header(document: Document) -> tuple[int, str, list[str]]:
    """The number of the header's line, what stands between its names, and the names."""
    best: tuple[int, int, str, list[str]] = (0, 0, "", [])
    for number, line in enumerate(document.head.split("\n")[:_HEADER_WITHIN], 1):
        for delimiter in _DELIMITERS:
            names = _row(line, delimiter)
            known = _columns(names)
            if ("title" in known or "abstract" in known) and len(known) > best[0]:
                best = (len(known), number, delimiter, names)
    if not best[0]:
        raise InputError(
            document.path,
            "is a table of which no column is known to hold titles or abstracts",
        )
    return best[1:]


def _row(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _columns(header: list[str]) -> dict[str, list[int]]:
    """The parts of a record that the header names, each with its columns, the best first."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for column, name in enumerate(header):
        field = column_of(name) if len(name) < 60 else None
        if field:
            ranked.setdefault(field[0], []).append((field[1], column))
    columns = {part: [column for _, column in sorted(found)] for part, found in ranked.items()}
    if "journal" not in columns and "volume" in columns:
        # Cochrane and EBSCO call the journal so; others the database, or the kind of the record.
        for column, name in enumerate(header):
            if plain_name(name) in ("source", "publication"):
                columns["journal"] = [column]
    named = list(map(plain_name, header))
    if _WEB_OF_SCIENCE.issubset(named):
        columns.pop("pages", None)  # PG is how many they are
        for name, part in (("ar", "first_page"), ("pd", "date"), ("ca", "group_authors")):
            if name in named:
                columns.setdefault(part, []).append(named.index(name))
    return columns


FORMAT = Format("csv", ("csv", "tsv", "tab"), detect, parse)
