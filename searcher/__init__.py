"""Full-text search for biomedical literature that is kept as raw text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from searcher.errors import SearcherError
    from searcher.index import Index
    from searcher.record import Record
    from searcher.results import Hit, Results

__all__ = ["Hit", "Index", "Record", "Results", "SearcherError", "__version__"]

_HOMES = {
    "Hit": "searcher.results",
    "Index": "searcher.index",
    "Record": "searcher.record",
    "Results": "searcher.results",
    "SearcherError": "searcher.errors",
}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used: start-up pays for nothing else."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
