"""What a host prints beside the queries of a search history: how much was found, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

_COUNT = re.compile(r"\(?\d[\d,.]*\)?|[\d:/.-]+|\d{1,2}[ -]\w{3,9}[ -]\d{4}")
_COUNTED = re.compile(r"(?:\s*\(\d[\d,.]*\)|(?:\t\s*|\s\s+)\d[\d,.]*)$")
_LAST_NUMBER = re.compile(r"\s\d[\d,.]*$")
_THOUSANDS = re.compile(r"\s\d{1,3}(?:[,.]\d{3})+$")
_ROW = r"[(\s]*[#S]?\d+[)\s]*"
_ROWS_ALONE = re.compile(rf"{_ROW}(?:(?:AND|OR|NOT){_ROW})+", re.IGNORECASE)


def holds_words(text: str) -> bool:
    """Whether there is a letter or a digit in a text, not signs alone."""
    return any(map(str.isalnum, text))


def without_cells(texts: list[str], notes: list[str]) -> list[str]:
    """The column of queries, where all rows have the same columns, by tabs or wide blanks."""
    for separator in r"\t", r"\s\s+":
        cells = [re.split(separator, text.strip()) for text in texts]
        if len(cells[0]) < 2 or len({len(each) for each in cells}) > 1:
            continue
        columns = list(zip(*cells, strict=True))
        asked = [at for at, column in enumerate(columns) if not _is_beside(column)]
        if len(asked) == 1 or (asked and separator == r"\t"):
            beside = [cell for at, cell in enumerate(cells[0]) if at != asked[0]]
            tell(notes, "beside each query", list(filter(holds_words, beside)))
            return list(columns[asked[0]])
    return texts


def _is_beside(column: Sequence[str]) -> bool:
    """Whether a column holds counts, signs or always the same words."""
    return len(set(column)) == 1 or not any(
        holds_words(cell) and not _COUNT.fullmatch(cell.strip()) for cell in column
    )


def without_counts(texts: list[str], notes: list[str]) -> list[str]:
    """The queries without how much each of them found elsewhere, where all rows end with that.

    Behind one blank it is known by its thousands or where nothing but rows stands before it.
    """
    texts = [text.strip() for text in texts]
    count = _COUNTED
    if not all(map(count.search, texts)):
        count = _LAST_NUMBER
        plain = [count.sub("", text) for text in texts]
        sure = any(map(_THOUSANDS.search, texts)) or any(map(_ROWS_ALONE.fullmatch, plain))
        if not sure or not all(map(count.search, texts)):
            return texts
    first = count.search(texts[0])
    if first:
        notes.append(f"“{first.group().strip()}” and its like, which end each line, were left out")
    return [count.sub("", text).strip() for text in texts]


def tell(notes: list[str], where: str, texts: Sequence[str]) -> None:
    """Say what was left out: the first text, and how many more there are."""
    if texts:
        first = texts[0] if len(texts[0]) <= 60 else f"{texts[0][:59]}…"
        more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
        notes.append(f"left out, {where}: “{first}”{more}")
