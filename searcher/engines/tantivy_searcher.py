"""tantivy's searcher, of which every call reads the files of the index.

tantivy raises ValueError for all that goes wrong: for a query that makes no sense while it is made,
and for files that were cut or overwritten while they are read, where it also panics. Here, and only
here, it is the files.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from searcher.engines.tantivy_schema import STORED
from searcher.engines.tantivy_storage import damaged, is_panic
from searcher.record import docid_in


class SoundSearcher:
    """One commit of an index; raises IndexDamaged for what cannot be read."""

    def __init__(self, directory: str, searcher: Any) -> None:
        self.directory = directory
        self.num_docs: int = searcher.num_docs
        self.num_segments: int = searcher.num_segments
        self.search = _reading(directory, searcher.search)
        self.aggregate = _reading(directory, searcher.aggregate)
        self.doc_freq = _reading(directory, searcher.doc_freq)
        self.fast_field_values = _reading(directory, searcher.fast_field_values)
        self.terms_with_prefix = _reading(directory, searcher.terms_with_prefix)
        self.record = _reading(directory, lambda address: _record(searcher, address))
        """The docid of the record at an address, and its JSON."""


def _record(searcher: Any, address: Any) -> tuple[str, str]:
    text = searcher.doc(address).get_first(STORED) or ""
    return docid_in(text), text


def _reading(directory: str, read: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        try:
            return read(*arguments, **options)
        except (OSError, ValueError) as error:
            raise damaged(directory, error) from error
        except BaseException as error:
            if not is_panic(error):
                raise
            raise damaged(directory, error) from error

    return call
