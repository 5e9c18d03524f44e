"""Options that travel together: how to search, how to sync."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from searcher.frozen import frozen

if TYPE_CHECKING:
    from searcher.query import tree


@frozen
class SearchOptions:
    """What of the matches to return, and how.

    match: "any" or "all" of plain words; sort: one of engines.base.SORTS; facets: fields of
    FACETS to count; filters: further clauses that all must match; highlight: whether hits carry
    snippets, of about `snippet_width` characters; suggest: whether to look for words that may
    have been meant instead of words that hardly any record has.
    """

    limit: int = 10
    offset: int = 0
    match: Literal["any", "all"] = "any"
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    filters: tuple[tree.Node, ...] = ()
    highlight: bool = True
    snippet_width: int = 240
    suggest: bool = False


@frozen
class SyncOptions:
    """How to sync.

    prune: True removes what is gone from disk; False keeps it; None removes it, except where a
    folder that had files is found wholly empty (which may be a disk that is not there).
    as_format: read every file as this format. workers: processes that read; 0 is automatic.
    engine: for a new index; "auto" is tantivy where it is installed. tidy: how many records may be
    written anew to take what is gone out of scores; None is all that it takes.
    """

    prune: bool | None = None
    dry_run: bool = False
    rebuild: bool = False
    verify_content: bool = False
    as_format: str | None = None
    lock_timeout: float = 10.0
    workers: int = 0
    engine: str = "auto"
    tidy: int | None = None
