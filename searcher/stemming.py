"""Snowball English, without the thirty other languages of its package.

`import snowballstemmer` imports every stemmer that there is, which is a tenth of the time of a
whole cold query. The package's folder is therefore opened under a name of our own, in which only
the English module is imported.
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
    return import_module(f"{_ALIAS}.english_stemmer").EnglishStemmer()
