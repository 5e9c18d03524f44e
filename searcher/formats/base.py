"""What every format is: a name, its file endings, how to know it, how to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from searcher.document import Document
from searcher.record import Deletion, Record


@dataclass(frozen=True, slots=True)
class Format:
    """One way that literature comes as a file.

    detect: (head, extension) to a confidence from 0 to 1; head is the first 64 KiB of text,
    extension is lower case without its dot and only ever decides between close calls.
    parse: records one after another, in flat memory, with `provenance`, without `source`
    (the caller knows it); raises InputError when the document is not of this format at all,
    and after the records before the place where it is damaged or cut short. A Deletion says
    that a record of that PMID, from wherever, is void.
    """

    name: str
    extensions: tuple[str, ...]
    detect: Callable[[str, str], float]
    parse: Callable[[Document], Iterator[Record | Deletion]]
