"""Which layout a document has, and its records: `detect` and `parse`.

One module per layout family; each exports a Format.
"""

from __future__ import annotations

from collections.abc import Iterator

from searcher.document import Document
from searcher.errors import InputError, UsageError
from searcher.formats import (
    abstract_text,
    bibtex,
    bioc,
    endnote_xml,
    exports,
    html,
    jats,
    jsonl,
    labelled,
    marc_xml,
    medline,
    mods,
    other_xml,
    page,
    plain,
    pubmed_xml,
    pubtator,
    result_list,
    ris,
    scopus_text,
    summary_text,
    table,
    zotero_rdf,
)
from searcher.formats.base import Format, Wanted, every, present
from searcher.record import Deletion, Record, Source

FORMATS: dict[str, Format] = {
    each.FORMAT.name: each.FORMAT
    for each in (
        *(
            pubmed_xml,
            jats,
            bioc,
            endnote_xml,
            zotero_rdf,
            mods,
            marc_xml,
            medline,
            ris,
            exports,
            labelled,
            bibtex,
            abstract_text,
            summary_text,
            scopus_text,
            pubtator,
            result_list,
            table,
            jsonl,
        ),
        *(other_xml, html, page, plain),
    )
}
"""Every format by its name; of two that are equally sure, the first one reads a document."""

NEAR = 0.1
"""Formats whose confidence is this close are told apart by the file's extension."""

_MODEST = (page.FORMAT.name, plain.FORMAT.name)
"""Formats that are never surer than page.ENOUGH: where another one is, they need not look."""

_PACKED = (".gz", ".bz2", ".xz", ".zst")


def detect(document: Document) -> tuple[Format, float]:
    """The format of a document and the confidence in it (0 to 1), by content, then extension."""
    extension = extension_of(document.path)
    sure: list[tuple[float, Format]] = []
    best = 0.0
    is_xml = document.head.lstrip().startswith("<?xml")
    for each in FORMATS.values():
        if each.name in _MODEST and (is_xml or best > page.ENOUGH + NEAR):
            continue
        confidence = each.detect(document.head, extension)
        if confidence <= 0:
            continue
        sure.append((confidence, each))
        best = max(best, confidence)
        if best == 1 and extension in each.extensions:
            break  # nothing that comes after it could be chosen
    if best <= 0:
        said = "XML of no shape that is known" if is_xml else "of no format that is known"
        raise InputError(document.path, f"is {said}")
    near = [pair for pair in sure if pair[0] > best - NEAR]
    fitting = [pair for pair in near if extension in pair[1].extensions]
    confidence, chosen = max(fitting or near, key=lambda pair: pair[0])
    return chosen, confidence


def parse(document: Document, as_format: str | None = None) -> Iterator[Record | Deletion]:
    """The records of a document in order, each with its source.

    as_format: the format to read it as (see `named`), instead of the detected one. Raises
    UsageError for an unknown name, and InputError where the document cannot be read, which may
    be after the records before a damaged place.
    """
    return present(entries(document, as_format and named(as_format), every))


def named(name: str) -> str:
    """The name of the format that is meant: in any case, or as files of no other format end.

    Raises UsageError where there is none, or more than one.
    """
    plain = name.strip().lower().lstrip(".").replace("-", "_")
    ending = [each.name for each in FORMATS.values() if plain in each.extensions]
    if plain not in FORMATS and len(ending) != 1:
        known = ", ".join(FORMATS)
        raise UsageError(f"unknown format {name!r}; known are {known}")
    return plain if plain in FORMATS else ending[0]


def entries(
    document: Document, as_format: str | None, wanted: Wanted, path: str | None = None
) -> Iterator[Record | Deletion | None]:
    """As `parse`, with None for entries that are no record or not `wanted` (see Format.pick).

    A record's ordinal is its place among these; a mended entry gives no other one a new name.
    path: what the document is called in the records' sources, instead of by its own path.
    """
    chosen = FORMATS[as_format] if as_format else detect(document)[0]
    path = path or document.path
    ordinal = 0
    for entry in chosen.entries(document, wanted):
        if entry.__class__ is Record:
            # The record is new and nobody else's yet: setting its place costs a tenth of a copy.
            object.__setattr__(entry, "source", Source(path, ordinal, chosen.name))
            ordinal += 1
        elif entry is None:
            ordinal += 1
        yield entry


def extension_of(path: str) -> str:
    """The file's last ending that says something of its content, lower case, without its dot."""
    name = path.lower().rsplit("/", 1)[-1].rsplit("!", 1)[-1]
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return name.rsplit(".", 1)[1] if "." in name else ""
