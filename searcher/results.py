"""Hit and Results: what a search gives back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from searcher.frozen import frozen
from searcher.record import Record

SCHEMA_VERSION = 1
"""The version of the JSON shape of results; raised with a changelog entry when it changes."""


@frozen
class Snippet:
    """A passage of one field of the original text; `marks` are (start, end) places in `text`.

    cut_before, cut_after: whether the field goes on before and after the passage.
    """

    field: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    cut_before: bool = False
    cut_after: bool = False


@frozen
class Hit:
    """One record found. rank counts from 1 over the whole result; score is the engine's own.

    title_marks: (start, end) places of matched words in the record's title.
    """

    rank: int
    score: float
    record: Record
    snippet: Snippet | None = None
    title_marks: tuple[tuple[int, int], ...] = ()

    @property
    def docid(self) -> str:
        """The record's docid, also where the record itself has not been read yet."""
        return self.record.docid

    @property
    def title(self) -> str | None:
        """The record's title, likewise."""
        return self.record.title


@frozen
class Results:
    """Hits in order, and how they came about.

    query: as typed; reading: the query as understood, canonical; total: all matches in the commit
    that was searched, of which `hits` are those after `offset` (tantivy counts them when this is
    first asked for); seconds: time of the search; warnings: what was dropped, changed or cut short;
    facets: field to (value, count), most frequent first; suggestions: typed word to a word of the
    index that may have been meant; explanation: where counts and scores come from, as JSON, when
    that was asked for.
    """

    query: str
    reading: str
    total: int
    hits: tuple[Hit, ...]
    offset: int = 0
    seconds: float = 0.0
    warnings: tuple[str, ...] = ()
    facets: Mapping[str, tuple[tuple[str, int], ...]] = {}
    suggestions: Mapping[str, str] = {}
    explanation: dict[str, Any] | None = None
