"""Snowball English, without the thirty other languages of its package.

`import snowballstemmer` imports every stemmer that there is, which is a tenth of the time of a
whole cold query. The package's folder is therefore opened under a name of our own, in which only
the English module is imported.

Its stemmer spends most of its time looking for endings, letter by letter in tables made for C. Here
the tables become dictionaries of the endings of one length, longest first: the same endings, found
three times as fast.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_ALIAS = "searcher_snowball"


def english_stemmer() -> Any:
    """A stemmer object with `stemWord`; not to be shared between threads."""
    if _ALIAS not in sys.modules:
        found = find_spec("snowballstemmer")
        if found is None or not found.submodule_search_locations:
            raise ModuleNotFoundError("No module named 'snowballstemmer'", name="snowballstemmer")
        package = ModuleType(_ALIAS)
        package.__path__ = list(found.submodule_search_locations)
        sys.modules[_ALIAS] = package
    return _quick(import_module(f"{_ALIAS}.english_stemmer").EnglishStemmer)()


Table = list[tuple[int, dict[str, int]]]


def _quick(stemmer: Any) -> Any:
    """The same stemmer with its two searches in tables replaced."""
    tables: dict[int, Table] = {}

    def table_of(amongs: Any) -> Table:
        # The tables of the class live as long as it does, so that their ids are names of theirs.
        found = tables[id(amongs)] = _table(amongs)
        return found

    class QuickStemmer(stemmer):  # type: ignore[misc]
        cursor: int
        limit: int
        limit_backward: int
        current: str

        def find_among(self, amongs: Any) -> int:
            cursor = self.cursor
            current = self.current
            room = self.limit - cursor
            for length, results in tables.get(id(amongs)) or table_of(amongs):
                if length <= room:
                    result = results.get(current[cursor : cursor + length])
                    if result is not None:
                        self.cursor = cursor + length
                        return result
            return 0

        def find_among_b(self, amongs: Any) -> int:
            cursor = self.cursor
            current = self.current
            room = cursor - self.limit_backward
            for length, results in tables.get(id(amongs)) or table_of(amongs):
                if length <= room:
                    result = results.get(current[cursor - length : cursor])
                    if result is not None:
                        self.cursor = cursor - length
                        return result
            return 0

    return QuickStemmer


def _table(amongs: Any) -> Table:
    """What is looked for with its result, by length, longest first."""
    if any(among.method is not None for among in amongs):
        raise NotImplementedError("a table with conditions of its own")
    lengths = sorted({len(among.s) for among in amongs}, reverse=True)
    return [(n, {a.s: a.result for a in amongs if len(a.s) == n}) for n in lengths]
