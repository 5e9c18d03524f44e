"""What every format is: a name, its file endings, how to know it, how to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar

from searcher.document import Document
from searcher.errors import InputError
from searcher.record import Deletion, Record

Wanted = Callable[[], bool]
"""Whether the next entry of a document is wanted."""

every: Wanted = repeat(True).__next__


@dataclass(frozen=True, slots=True)
class Format:
    """One way that literature comes as a file.

    detect: (head, extension) to a confidence from 0 to 1; head is the first 64 KiB of text,
    extension is lower case without its dot and only ever decides between close calls.
    parse: records one after another, in flat memory, with `provenance`, without `source`
    (the caller knows it); raises InputError when the document is not of this format at all,
    and after the records before the place where it is damaged or cut short. A Deletion says
    that a record of that PMID, from wherever, is void.
    pick: the same for formats of large files, which several processes read together: None in
    the place of an entry that is no record or, at next to no cost, is not wanted. One that is
    not wanted may be given all the same.
    """

    name: str
    extensions: tuple[str, ...]
    detect: Callable[[str, str], float]
    parse: Callable[[Document], Iterator[Record | Deletion]]
    pick: Callable[[Document, Wanted], Iterator[Record | Deletion | None]] | None = None

    def entries(self, document: Document, wanted: Wanted) -> Iterator[Record | Deletion | None]:
        """As `pick`; for other formats as `parse`."""
        return self.pick(document, wanted) if self.pick else self.parse(document)


def at_least_one(
    records: Iterable[Record | None], path: str, otherwise: str, each_is_one: bool = False
) -> Iterator[Record]:
    """Those that are there; an InputError for the path, with `otherwise`, where there is none.

    each_is_one: whether each that is missing is an entry that should have been a record, of which
    an InputError tells at the end.
    """
    found = False
    missing = 0
    for number, record in enumerate(records, 1):
        if record is not None:
            found = True
            yield record
        elif each_is_one:
            missing = missing or number
    if not found:
        raise InputError(path, otherwise)
    if missing:
        raise InputError(path, untitled(missing), entry=missing)


def untitled(number: int) -> str:
    """Why some entries are no records, where this one (from 1) is the first of them."""
    return (
        f"holds entries without a title and an abstract, the first is entry {number};"
        " the others were read"
    )


_Entry = TypeVar("_Entry")


def present(entries: Iterator[_Entry | None]) -> Iterator[_Entry]:
    """Those that are there."""
    return (entry for entry in entries if entry is not None)
